//! Polygons in the plane: size, inside or outside, how far.

use super::{Bounds, Projected};

/// A closed line. The first point is not repeated at the end.
pub type Ring = Vec<Projected>;

/// An outer ring, counter-clockwise, and the holes in it, clockwise.
#[derive(Clone, PartialEq, Debug)]
pub struct Polygon {
    pub exterior: Ring,
    pub holes: Vec<Ring>,
}

impl Polygon {
    /// The outer ring, then the holes.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        core::iter::once(&self.exterior).chain(&self.holes)
    }

    /// Square metres of the plane, without the holes.
    pub fn area_m2(&self) -> f64 {
        self.rings().map(|ring| signed_area(ring)).sum()
    }

    /// The box around the outer ring; `None` when it has no points.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.exterior.iter().copied())
    }

    /// Whether the point is inside the outer ring and in no hole (even–odd rule).
    ///
    /// A point on the border belongs to one side or the other, as rounding has it.
    pub fn contains(&self, point: Projected) -> bool {
        self.rings()
            .flat_map(|ring| edges(ring))
            .filter(|&edge| is_right_of(point, edge))
            .count()
            % 2
            == 1
    }

    /// Metres to the nearest ring, whether inside or outside; infinite without any edge.
    pub fn distance_to_outline(&self, point: Projected) -> f64 {
        self.rings()
            .flat_map(|ring| edges(ring))
            .map(|edge| distance_to_edge(point, edge))
            .fold(f64::INFINITY, f64::min)
    }
}

/// The edges of a ring, with the one that closes it.
pub(super) fn edges(ring: &[Projected]) -> impl Iterator<Item = (Projected, Projected)> {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().copied().zip(next.copied())
}

/// Square metres; positive when counter-clockwise (the shoelace formula).
pub(super) fn signed_area(ring: &[Projected]) -> f64 {
    let Some(&origin) = ring.first() else {
        return 0.0;
    };
    // Relative to the first point: products of whole coordinates would lose digits.
    let cross = |(a, b): (Projected, Projected)| {
        (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    };
    edges(ring).map(cross).sum::<f64>() / 2.0
}

/// Whether the ray from the point to the east crosses the edge; its lower end counts, its upper end does not.
fn is_right_of(point: Projected, (a, b): (Projected, Projected)) -> bool {
    (a.y > point.y) != (b.y > point.y)
        && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
}

fn distance_to_edge(point: Projected, (a, b): (Projected, Projected)) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    if length2 == 0.0 {
        return point.distance(a);
    }
    let along = (((point.x - a.x) * dx + (point.y - a.y) * dy) / length2).clamp(0.0, 1.0);
    point.distance(Projected {
        x: a.x + along * dx,
        y: a.y + along * dy,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A polygon from corner coordinates.
    pub fn polygon(exterior: &[(f64, f64)], holes: &[&[(f64, f64)]]) -> Polygon {
        let ring =
            |corners: &[(f64, f64)]| corners.iter().map(|&(x, y)| Projected { x, y }).collect();
        Polygon {
            exterior: ring(exterior),
            holes: holes.iter().map(|hole| ring(hole)).collect(),
        }
    }

    /// 10 × 10 with a hole of 2 × 2 in the middle.
    fn frame() -> Polygon {
        polygon(
            &[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)],
            &[&[(4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0)]],
        )
    }

    #[test]
    fn a_polygon_without_points_is_nothing_and_nowhere() {
        let nothing = polygon(&[], &[]);
        assert_eq!(nothing.area_m2(), 0.0);
        assert_eq!(nothing.bounds(), None);
        let origin = Projected { x: 0.0, y: 0.0 };
        assert!(!nothing.contains(origin));
        assert_eq!(nothing.distance_to_outline(origin), f64::INFINITY);
    }

    #[test]
    fn a_single_point_has_a_distance_but_no_area() {
        let point = polygon(&[(3.0, 4.0)], &[]);
        assert_eq!(point.area_m2(), 0.0);
        assert_eq!(point.distance_to_outline(Projected { x: 0.0, y: 0.0 }), 5.0);
    }

    #[test]
    fn holes_do_not_count() {
        assert_eq!(frame().area_m2(), 96.0);
    }

    #[test]
    fn inside_is_between_the_outer_ring_and_the_hole() {
        check(5.0, 1.0, true, 1.0);
        check(5.0, 5.0, false, 1.0);
        check(-1.0, 5.0, false, 1.0);
        check(11.0, 5.0, false, 1.0);
        check(13.0, 14.0, false, 5.0);
        // At the height of corners.
        check(2.0, 4.0, true, 2.0);
        check(8.0, 6.0, true, 2.0);
        check(-3.0, 0.0, false, 3.0);
        check(-3.0, 10.0, false, 3.0);
    }

    #[track_caller]
    fn check(x: f64, y: f64, inside: bool, distance: f64) {
        let point = Projected { x, y };
        assert_eq!(
            (frame().contains(point), frame().distance_to_outline(point)),
            (inside, distance)
        );
    }
}
