//! Where to write a name: the point of an area that is furthest from its border.
//!
//! The pole of inaccessibility is found as in Mapbox's polylabel: cover with squares, look at the most promising
//! one first, and quarter only squares that could still hold a better point.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{Area, Polygon, Projected};

/// Metres: a name that stands this much off the best point looks the same.
const PRECISION: f64 = 100.0;

/// The pole of inaccessibility of the largest polygon, to within 100 m; `None` without any area.
pub fn label_point(area: &Area) -> Option<Projected> {
    let largest = area
        .polygons
        .iter()
        .max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
    pole(largest, PRECISION)
}

fn pole(polygon: &Polygon, precision: f64) -> Option<Projected> {
    let bounds = polygon.bounds()?;
    let (width, height) = (bounds.east - bounds.west, bounds.north - bounds.south);
    let size = width.min(height);
    if size <= 0.0 {
        return None;
    }

    let mut squares = BinaryHeap::new();
    let half = size / 2.0;
    for column in 0..(width / size).ceil() as u32 {
        for row in 0..(height / size).ceil() as u32 {
            let x = bounds.west + size * f64::from(column) + half;
            let y = bounds.south + size * f64::from(row) + half;
            squares.push(Square::around(Projected { x, y }, half, polygon));
        }
    }

    let mut best: Option<Square> = None;
    while let Some(square) = squares.pop() {
        let reached = best.as_ref().map_or(0.0, |best| best.depth);
        if square.promise() <= reached + precision && best.is_some() {
            break;
        }
        let half = square.half / 2.0;
        // What has no inside to speak of would be quartered without end.
        if half > precision / 100.0 {
            for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
                let middle = Projected {
                    x: square.middle.x + dx,
                    y: square.middle.y + dy,
                };
                let quarter = Square::around(middle, half, polygon);
                if quarter.promise() > reached {
                    squares.push(quarter);
                }
            }
        }
        if square.depth > reached {
            best = Some(square);
        }
    }
    best.map(|square| square.middle)
}

struct Square {
    middle: Projected,
    /// Half of a side.
    half: f64,
    /// Metres from the middle to the border; negative outside.
    depth: f64,
}

impl Square {
    fn around(middle: Projected, half: f64, polygon: &Polygon) -> Self {
        let distance = polygon.distance_to_outline(middle);
        Square {
            middle,
            half,
            depth: if polygon.contains(middle) {
                distance
            } else {
                -distance
            },
        }
    }

    /// No point of the square is deeper than this.
    fn promise(&self) -> f64 {
        self.depth + self.half * core::f64::consts::SQRT_2
    }
}

// By promise, for the heap.
impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        self.promise().total_cmp(&other.promise())
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::polygon::tests::polygon;

    /// Where the pole is, to within `precision`, if anywhere.
    #[track_caller]
    fn check(polygon: &Polygon, precision: f64, expected: Option<(f64, f64)>) {
        let found = pole(polygon, precision);
        match (found, expected) {
            (None, None) => {}
            (Some(found), Some((x, y))) => {
                assert!(polygon.contains(found), "{found:?} is outside");
                assert!(
                    found.distance(Projected { x, y }) <= 2.0 * precision,
                    "{found:?}, not {x}, {y}"
                );
            }
            _ => panic!("{found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn what_has_no_inside_has_no_pole() {
        check(&polygon(&[], &[]), 1.0, None);
        check(&polygon(&[(1.0, 1.0)], &[]), 1.0, None);
        check(&polygon(&[(0.0, 0.0), (9.0, 0.0)], &[]), 1.0, None);
        check(
            &polygon(&[(0.0, 0.0), (9.0, 9.0), (0.0, 0.0), (9.0, 9.0)], &[]),
            1.0,
            None,
        );
    }

    #[test]
    fn the_pole_of_a_square_is_its_middle_even_when_the_precision_is_coarser_than_the_square() {
        let square = polygon(
            &[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)],
            &[],
        );
        check(&square, 1.0, Some((50.0, 50.0)));
        check(&square, 1000.0, Some((50.0, 50.0)));
    }

    #[test]
    fn the_pole_lies_inside_a_crescent_and_beside_a_hole() {
        let crescent = polygon(
            &[
                (0.0, 0.0),
                (100.0, 0.0),
                (100.0, 20.0),
                (40.0, 20.0),
                (40.0, 80.0),
                (100.0, 80.0),
                (100.0, 100.0),
                (0.0, 100.0),
            ],
            &[],
        );
        let found = pole(&crescent, 0.1).unwrap();
        assert!(
            crescent.contains(found) && crescent.distance_to_outline(found) >= 19.9,
            "{found:?}"
        );
        let ring = polygon(
            &[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)],
            &[&[(10.0, 10.0), (10.0, 90.0), (60.0, 90.0), (60.0, 10.0)]],
        );
        let found = pole(&ring, 0.1).unwrap();
        assert!(ring.contains(found) && found.x > 60.0, "{found:?}");
    }
}
