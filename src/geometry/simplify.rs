//! Fewer vertices, the same topology: neighbours lose the same vertices of the border that they share.
//!
//! Visvalingam's method over the whole mesh: the vertex whose triangle with its two neighbours is smallest
//! goes first, until every triangle left is larger than asked for. A vertex where three or more lines meet
//! always stays, and so do the last [`FEWEST`] of a ring.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

use super::polygon::edges;
use super::{Area, Polygon, Projected, Ring};

/// Corners that a ring keeps, so that it has an inside.
const FEWEST: usize = 4;

/// The areas without the vertices whose triangles are smaller than `smallest` square metres.
pub fn simplify(areas: &[Area], smallest: f64) -> Vec<Area> {
    let mut mesh = Mesh::of(areas);
    mesh.thin(smallest);
    let kept = |ring: &Ring| {
        let kept = ring.iter().filter(|point| !mesh.is_gone(**point));
        kept.copied().collect::<Ring>()
    };
    let polygon = |polygon: &Polygon| Polygon {
        exterior: kept(&polygon.exterior),
        holes: polygon.holes.iter().map(kept).collect(),
    };
    let area = |area: &Area| Area {
        polygons: area.polygons.iter().map(polygon).collect(),
        ..area.clone()
    };
    areas.iter().map(area).collect()
}

/// Numbered vertices with what they are joined to.
struct Mesh {
    numbers: HashMap<(u64, u64), usize>,
    vertices: Vec<Vertex>,
    /// How many vertices each ring still has.
    rings: Vec<usize>,
}

struct Vertex {
    at: Projected,
    joined: BTreeSet<usize>,
    rings: BTreeSet<usize>,
    is_gone: bool,
}

impl Mesh {
    fn of(areas: &[Area]) -> Self {
        let mut mesh = Mesh {
            numbers: HashMap::new(),
            vertices: Vec::new(),
            rings: Vec::new(),
        };
        let polygons = areas.iter().flat_map(|area| &area.polygons);
        for ring in polygons.flat_map(Polygon::rings) {
            let number = mesh.rings.len();
            mesh.rings.push(ring.len());
            for (a, b) in edges(ring) {
                let (a, b) = (mesh.number(a), mesh.number(b));
                mesh.vertices[a].joined.insert(b);
                mesh.vertices[b].joined.insert(a);
                mesh.vertices[a].rings.insert(number);
            }
        }
        mesh
    }

    fn number(&mut self, at: Projected) -> usize {
        let next = self.vertices.len();
        let number = *self.numbers.entry(bits(at)).or_insert(next);
        if number == next {
            self.vertices.push(Vertex {
                at,
                joined: BTreeSet::new(),
                rings: BTreeSet::new(),
                is_gone: false,
            });
        }
        number
    }

    fn is_gone(&self, at: Projected) -> bool {
        let number = self.numbers.get(&bits(at));
        number.is_some_and(|number| self.vertices[*number].is_gone)
    }

    fn thin(&mut self, smallest: f64) {
        let mut queue: BinaryHeap<Reverse<(u64, usize)>> = (0..self.vertices.len())
            .filter_map(|vertex| Some(Reverse((self.triangle(vertex)?.to_bits(), vertex))))
            .collect();
        while let Some(Reverse((area, vertex))) = queue.pop() {
            if f64::from_bits(area) >= smallest {
                break;
            }
            // Entries made before a neighbour went are stale; the newer one is in the queue as well.
            let is_current = self.triangle(vertex).map(f64::to_bits) == Some(area);
            if is_current && let Some((a, b)) = self.drop(vertex) {
                for next in [a, b] {
                    if let Some(area) = self.triangle(next) {
                        queue.push(Reverse((area.to_bits(), next)));
                    }
                }
            }
        }
    }

    /// The area of a vertex's triangle; `None` for one that must stay or has gone. Not negative, so that
    /// its bits are in the order of its size.
    fn triangle(&self, vertex: usize) -> Option<f64> {
        let (a, b) = self.between(vertex)?;
        let [p, q, r] = [a, vertex, b].map(|vertex| self.vertices[vertex].at);
        let doubled = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
        Some(doubled.abs() / 2.0)
    }

    /// The two vertices between which one lies; `None` where more or fewer lines meet.
    fn between(&self, vertex: usize) -> Option<(usize, usize)> {
        let vertex = &self.vertices[vertex];
        let mut joined = vertex.joined.iter();
        match (joined.next(), joined.next(), joined.next()) {
            (Some(&a), Some(&b), None) if !vertex.is_gone => Some((a, b)),
            _ => None,
        }
    }

    /// Takes a vertex out and joins its two neighbours, who are returned; `None` where it must stay.
    fn drop(&mut self, vertex: usize) -> Option<(usize, usize)> {
        let (a, b) = self.between(vertex)?;
        let rings = self.vertices[vertex].rings.clone();
        let is_needed = rings.iter().any(|ring| self.rings[*ring] <= FEWEST);
        // An edge between the two already: the line would fold onto another.
        if is_needed || self.vertices[a].joined.contains(&b) {
            return None;
        }
        rings.iter().for_each(|ring| self.rings[*ring] -= 1);
        self.vertices[vertex].is_gone = true;
        for (from, to) in [(a, b), (b, a)] {
            self.vertices[from].joined.remove(&vertex);
            self.vertices[from].joined.insert(to);
        }
        Some((a, b))
    }
}

fn bits(at: Projected) -> (u64, u64) {
    (at.x.to_bits(), at.y.to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::polygon::tests::polygon;
    use crate::geometry::{Boundaries, neighbours};
    use crate::region::REGIONS;

    fn area(corners: &[(f64, f64)]) -> Area {
        Area {
            code: String::new(),
            region: REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: vec![polygon(corners, &[])],
        }
    }

    #[track_caller]
    fn check(areas: &[&[(f64, f64)]], smallest: f64, expected: &[&[(f64, f64)]]) {
        let areas: Vec<Area> = areas.iter().map(|corners| area(corners)).collect();
        let found: Vec<Vec<(f64, f64)>> = simplify(&areas, smallest)
            .iter()
            .map(|area| {
                area.polygons[0]
                    .exterior
                    .iter()
                    .map(|p| (p.x, p.y))
                    .collect()
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_vertex_with_a_small_triangle_goes_from_both_sides_of_a_border() {
        let west: &[_] = &[(0.0, 0.0), (4.0, 0.0), (4.1, 2.0), (4.0, 4.0), (0.0, 4.0)];
        let east: &[_] = &[(4.0, 0.0), (8.0, 0.0), (8.0, 4.0), (4.0, 4.0), (4.1, 2.0)];
        let (thin_west, thin_east): (&[_], &[_]) = (
            &[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)],
            &[(4.0, 0.0), (8.0, 0.0), (8.0, 4.0), (4.0, 4.0)],
        );
        check(&[west, east], 0.1, &[west, east]);
        check(&[west, east], 0.3, &[thin_west, thin_east]);
    }

    #[test]
    fn a_ring_keeps_four_corners_however_small() {
        let islet: &[_] = &[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        check(&[islet], 1e9, &[islet]);
        check(&[], 1.0, &[]);
    }

    #[test]
    fn the_real_districts_keep_their_neighbours_and_nearly_their_size() {
        let folder = std::path::Path::new("assets/data");
        let areas = Boundaries::read(folder)
            .expect("the outlines are valid")
            .sigungu;
        let thin = simplify(&areas, 300_000.0);
        assert_eq!(neighbours(&thin), neighbours(&areas));
        let count = |areas: &[Area]| -> usize {
            let polygons = areas.iter().flat_map(|area| &area.polygons);
            polygons.flat_map(Polygon::rings).map(Vec::len).sum()
        };
        assert!(
            count(&thin) * 10 < count(&areas) * 9,
            "{} of {}",
            count(&thin),
            count(&areas)
        );
        for (thin, area) in thin.iter().zip(&areas) {
            let (now, before) = (thin.area_m2(), area.area_m2());
            let name = &area.name_ko;
            assert!(
                (now / before - 1.0).abs() < 0.12,
                "{name}: {now} of {before}"
            );
        }
    }
}
