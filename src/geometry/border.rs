//! Borders as lines: which edges two areas share, found from equal vertices.
//!
//! A stroke around every area would draw each inner border twice; a mesh draws it once, and can leave out the
//! coast. The idea is that of topojson's `mesh` with a filter on the two neighbours.

use std::collections::HashMap;

use super::polygon::edges;
use super::{Area, Polygon, Projected};

/// The lines between areas, each once, joined into long lines.
///
/// `keep` is asked for each edge with the places of the two areas in `areas`, the smaller first; for an edge
/// that only one area has (coast, or the cut of a window) both are the same. A closed line ends on its first
/// point. Areas must share vertices exactly, as those of one level do.
pub fn borders(areas: &[Area], keep: impl Fn(usize, usize) -> bool) -> Vec<Vec<Projected>> {
    let mut mesh = Mesh::of(areas);
    mesh.segments
        .retain(|segment| keep(segment.sides.0, segment.sides.1));
    mesh.lines()
}

/// For each area the places of those that share an edge with it, in rising order.
///
/// To meet in a point is not enough. An island has no neighbours.
pub fn neighbours(areas: &[Area]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); areas.len()];
    for Segment { sides: (a, b), .. } in Mesh::of(areas).segments {
        if a != b {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

/// Numbered vertices and the edges between them, in the order of the areas' rings.
struct Mesh {
    vertices: Vec<Projected>,
    segments: Vec<Segment>,
}

/// An edge: two vertices, and the areas on its two sides, the smaller first (the same twice at the coast).
struct Segment {
    ends: (usize, usize),
    sides: (usize, usize),
}

impl Mesh {
    fn of(areas: &[Area]) -> Self {
        let mut mesh = Mesh {
            vertices: Vec::new(),
            segments: Vec::new(),
        };
        let mut vertices = HashMap::new();
        let mut segments = HashMap::new();
        for (place, area) in areas.iter().enumerate() {
            let rings = area.polygons.iter().flat_map(Polygon::rings);
            for (a, b) in rings.flat_map(|ring| edges(ring)) {
                let mut number = |point: Projected| {
                    *vertices
                        .entry((point.x.to_bits(), point.y.to_bits()))
                        .or_insert_with(|| {
                            mesh.vertices.push(point);
                            mesh.vertices.len() - 1
                        })
                };
                let (a, b) = (number(a), number(b));
                if a == b {
                    continue;
                }
                let segment = *segments.entry((a.min(b), a.max(b))).or_insert_with(|| {
                    mesh.segments.push(Segment {
                        ends: (a, b),
                        sides: (place, place),
                    });
                    mesh.segments.len() - 1
                });
                // Areas come in rising order, so the second side is the larger.
                mesh.segments[segment].sides.1 = place;
            }
        }
        mesh
    }

    /// Walks every segment once, in as few lines as can be: lines end only where an odd number of segments
    /// meets, and what is left after those are loops.
    fn lines(&self) -> Vec<Vec<Projected>> {
        let mut at_vertex = vec![Vec::new(); self.vertices.len()];
        for (number, segment) in self.segments.iter().enumerate() {
            at_vertex[segment.ends.0].push(number);
            at_vertex[segment.ends.1].push(number);
        }

        let mut walked = vec![false; self.segments.len()];
        let mut lines = Vec::new();
        for (start, here) in at_vertex.iter().enumerate() {
            if here.iter().filter(|&&segment| !walked[segment]).count() % 2 == 1 {
                lines.push(self.walk(start, &at_vertex, &mut walked));
            }
        }
        for (start, here) in at_vertex.iter().enumerate() {
            while here.iter().any(|&segment| !walked[segment]) {
                lines.push(self.walk(start, &at_vertex, &mut walked));
            }
        }
        lines
    }

    /// The line from `start` along segments not yet walked, until there is no way on.
    fn walk(&self, start: usize, at_vertex: &[Vec<usize>], walked: &mut [bool]) -> Vec<Projected> {
        let mut line = vec![self.vertices[start]];
        let mut here = start;
        while let Some(&next) = at_vertex[here].iter().find(|&&segment| !walked[segment]) {
            walked[next] = true;
            let (a, b) = self.segments[next].ends;
            here = if here == a { b } else { a };
            line.push(self.vertices[here]);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::polygon::tests::polygon;
    use crate::region::REGIONS;

    fn area(polygons: &[&[(f64, f64)]]) -> Area {
        Area {
            code: String::new(),
            region: REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: polygons
                .iter()
                .map(|corners| polygon(corners, &[]))
                .collect(),
        }
    }

    /// Three unit squares in a row, and an island.
    fn row() -> Vec<Area> {
        let square = |x: f64| area(&[&[(x, 0.0), (x + 1.0, 0.0), (x + 1.0, 1.0), (x, 1.0)]]);
        vec![square(0.0), square(1.0), square(2.0), square(9.0)]
    }

    #[track_caller]
    fn check(areas: &[Area], keep: impl Fn(usize, usize) -> bool, expected: &[&[(f64, f64)]]) {
        let found = borders(areas, keep);
        let found: Vec<Vec<_>> = found
            .iter()
            .map(|line| line.iter().map(|p| (p.x, p.y)).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_has_no_borders_and_no_neighbours() {
        check(&[], |_, _| true, &[]);
        check(
            &[area(&[]), area(&[&[]]), area(&[&[(1.0, 1.0)]])],
            |_, _| true,
            &[],
        );
        assert_eq!(neighbours(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(neighbours(&[area(&[])]), [Vec::<usize>::new()]);
    }

    #[test]
    fn a_shared_edge_is_drawn_once() {
        check(
            &row(),
            |a, b| a != b,
            &[&[(1.0, 0.0), (1.0, 1.0)], &[(2.0, 0.0), (2.0, 1.0)]],
        );
        check(
            &row(),
            |a, b| (a, b) == (1, 2),
            &[&[(2.0, 0.0), (2.0, 1.0)]],
        );
    }

    #[test]
    fn a_coast_without_neighbours_is_one_closed_line() {
        check(
            &row(),
            |a, b| (a, b) == (3, 3),
            &[&[(9.0, 0.0), (10.0, 0.0), (10.0, 1.0), (9.0, 1.0), (9.0, 0.0)]],
        );
    }

    #[test]
    fn every_edge_is_walked_exactly_once() {
        let lines = borders(&row(), |_, _| true);
        let length: f64 = lines
            .iter()
            .flat_map(|line| line.windows(2))
            .map(|w| w[0].distance(w[1]))
            .sum();
        assert_eq!(length, 14.0);
    }

    #[test]
    fn lines_are_as_few_as_can_be() {
        // Four ends where three edges meet: two lines hold them all. And the island.
        assert_eq!(borders(&row(), |_, _| true).len(), 3);
    }

    #[test]
    fn to_meet_in_a_point_is_not_to_be_neighbours() {
        let corner = area(&[&[(3.0, 1.0), (4.0, 1.0), (4.0, 2.0), (3.0, 2.0)]]);
        let areas: Vec<_> = row().into_iter().chain([corner]).collect();
        assert_eq!(
            neighbours(&areas),
            [vec![1], vec![0, 2], vec![1], vec![], vec![]]
        );
    }
}
