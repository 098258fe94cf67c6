//! Areas joined into one: the outline of a group, without the borders inside it.

use std::collections::{BTreeSet, HashMap};

use super::polygon::edges;
use super::{Area, Polygon, Projected};

/// The rings around `areas` taken together, outer ones counter-clockwise and holes clockwise.
///
/// An edge that two of the areas share runs in both directions and cancels out; what is left is walked from
/// vertex to vertex. Areas must share vertices exactly, as those of one level do.
pub fn dissolve<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Vec<Vec<Projected>> {
    let mut vertices: Vec<Projected> = Vec::new();
    let mut numbers = HashMap::new();
    // By their ends, so that the answer does not hang on the order of a hash map.
    let mut left: BTreeSet<(usize, usize)> = BTreeSet::new();
    for area in areas {
        let rings = area.polygons.iter().flat_map(Polygon::rings);
        for (a, b) in rings.flat_map(|ring| edges(ring)) {
            let mut number = |point: Projected| {
                *numbers
                    .entry((point.x.to_bits(), point.y.to_bits()))
                    .or_insert_with(|| {
                        vertices.push(point);
                        vertices.len() - 1
                    })
            };
            let (a, b) = (number(a), number(b));
            if a != b && !left.remove(&(b, a)) {
                left.insert((a, b));
            }
        }
    }
    let mut rings = Vec::new();
    while let Some(&(start, mut here)) = left.iter().next() {
        left.remove(&(start, here));
        let mut ring = vec![vertices[start]];
        while here != start {
            ring.push(vertices[here]);
            let Some(&(_, next)) = left.range((here, 0)..=(here, usize::MAX)).next() else {
                break;
            };
            left.remove(&(here, next));
            here = next;
        }
        rings.push(ring);
    }
    rings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::polygon::signed_area;
    use crate::geometry::polygon::tests::polygon;
    use crate::region::REGIONS;

    fn square(x: f64, y: f64) -> Area {
        let corners = [(x, y), (x + 1.0, y), (x + 1.0, y + 1.0), (x, y + 1.0)];
        Area {
            code: String::new(),
            region: REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: vec![polygon(&corners, &[])],
        }
    }

    /// The areas of the rings, in their order.
    #[track_caller]
    fn check(squares: &[(f64, f64)], expected: &[f64]) {
        let areas: Vec<Area> = squares.iter().map(|&(x, y)| square(x, y)).collect();
        let mut found: Vec<f64> = dissolve(&areas)
            .iter()
            .map(|ring| signed_area(ring))
            .collect();
        found.sort_by(f64::total_cmp);
        assert_eq!(found, expected, "{squares:?}");
    }

    #[test]
    fn neighbours_become_one_and_islands_stay_apart() {
        check(&[], &[]);
        check(&[(0.0, 0.0)], &[1.0]);
        check(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], &[3.0]);
        check(&[(0.0, 0.0), (5.0, 0.0)], &[1.0, 1.0]);
    }

    #[test]
    fn what_is_left_out_in_the_middle_is_a_hole() {
        let ring = (0..3).flat_map(|x| (0..3).map(move |y| (f64::from(x), f64::from(y))));
        let ring: Vec<_> = ring.filter(|&at| at != (1.0, 1.0)).collect();
        check(&ring, &[-1.0, 9.0]);
    }
}
