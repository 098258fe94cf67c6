//! Outlines with the same number of points, so that one can become another point by point.

use core::f64::consts::TAU;

use crate::geometry::Px;

/// How many points every outline has: a circle of these looks round at any size that is drawn.
pub const POINTS: usize = 64;

/// The outline of the unit square around the origin (two on a side), from north, counter-clockwise.
pub fn square() -> [Px; POINTS] {
    // Eighths of the way round begin at a corner or in the middle of a side, so that no corner is cut.
    let corner = [
        (0.0, -1.0),
        (-1.0, -1.0),
        (-1.0, 1.0),
        (1.0, 1.0),
        (1.0, -1.0),
        (0.0, -1.0),
    ];
    let ring = corner.map(|(x, y)| Px { x, y });
    core::array::from_fn(|step| along(&ring, 8.0 * step as f64 / POINTS as f64))
}

/// The outline of the unit circle around the origin, from north, counter-clockwise.
pub fn circle() -> [Px; POINTS] {
    core::array::from_fn(|step| {
        let turn = TAU * step as f64 / POINTS as f64;
        Px {
            x: -turn.sin(),
            y: -turn.cos(),
        }
    })
}

/// A closed ring that runs counter-clockwise, as points at equal distances along it.
///
/// It begins where its points have the shortest way to those of a circle of its own extent.
pub fn resample(ring: &[Px]) -> [Px; POINTS] {
    let closed: Vec<Px> = ring.iter().chain(ring.first()).copied().collect();
    let length: f64 = closed
        .windows(2)
        .map(|pair| pair[0].distance(pair[1]))
        .sum();
    let points: [Px; POINTS] =
        core::array::from_fn(|step| along(&closed, length * step as f64 / POINTS as f64));

    let middle = |of: fn(&Px) -> f64| points.iter().map(of).sum::<f64>() / POINTS as f64;
    let middle = Px {
        x: middle(|point| point.x),
        y: middle(|point| point.y),
    };
    let reach = points
        .iter()
        .map(|point| point.distance(middle))
        .sum::<f64>()
        / POINTS as f64;
    let goal = circle().map(|point| Px {
        x: middle.x + point.x * reach,
        y: middle.y + point.y * reach,
    });
    let way = |start: usize| -> f64 {
        let turned = (0..POINTS).map(|step| points[(start + step) % POINTS]);
        turned
            .zip(goal)
            .map(|(from, to)| from.distance(to).powi(2))
            .sum()
    };
    let start = (0..POINTS)
        .min_by(|&a, &b| way(a).total_cmp(&way(b)))
        .unwrap_or(0);
    core::array::from_fn(|step| points[(start + step) % POINTS])
}

/// The point at a distance along a line; its end where it is shorter.
fn along(line: &[Px], distance: f64) -> Px {
    let mut left = distance;
    for pair in line.windows(2) {
        let step = pair[0].distance(pair[1]);
        if left <= step && step > 0.0 {
            let part = left / step;
            return Px {
                x: pair[0].x + (pair[1].x - pair[0].x) * part,
                y: pair[0].y + (pair[1].y - pair[0].y) * part,
            };
        }
        left -= step;
    }
    line.last().copied().unwrap_or(Px { x: 0.0, y: 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_point(found: Px, (x, y): (f64, f64)) {
        assert!(
            found.distance(Px { x, y }) < 1e-9,
            "{found:?}, not {x}, {y}"
        );
    }

    #[test]
    fn squares_keep_their_corners_and_circles_their_radius() {
        let square = square();
        check_point(square[0], (0.0, -1.0));
        check_point(square[POINTS / 8], (-1.0, -1.0));
        check_point(square[POINTS * 3 / 8], (-1.0, 1.0));
        check_point(square[POINTS / 2], (0.0, 1.0));
        check_point(square[POINTS * 7 / 8], (1.0, -1.0));
        let origin = Px { x: 0.0, y: 0.0 };
        for point in circle() {
            assert!((point.distance(origin) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_ring_is_walked_in_equal_steps_from_north() {
        // Counter-clockwise as one sees it, with y to the south; it begins in the west.
        let ring = [
            (0.0, 5.0),
            (0.0, 10.0),
            (10.0, 10.0),
            (10.0, 0.0),
            (0.0, 0.0),
        ];
        let points = resample(&ring.map(|(x, y)| Px { x, y }));
        check_point(points[0], (5.0, 0.0));
        check_point(points[POINTS / 8], (0.0, 0.0));
        check_point(points[POINTS / 4], (0.0, 5.0));
        check_point(points[POINTS / 2], (5.0, 10.0));
    }

    #[test]
    fn nothing_becomes_points_at_the_origin() {
        check_point(resample(&[])[7], (0.0, 0.0));
        check_point(resample(&[Px { x: 2.0, y: 3.0 }])[7], (2.0, 3.0));
    }
}
