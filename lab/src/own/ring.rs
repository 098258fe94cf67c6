//! The outlines of a GeoJSON file: checked, never drawn. The map keeps its own borders.

use super::report;

/// What is wrong with an outline; the first thing that is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// A feature with no geometry is no flaw; one whose coordinates are not lists of numbers is.
    Malformed,
    /// A coordinate that is not a finite number, or outside of longitude and latitude.
    OutOfRange,
    /// Fewer than four points, or the last is not the first.
    Open,
    /// Two sides of one ring cross.
    SelfCrossing,
    /// Too many points to compare every pair.
    Unchecked,
}

/// Longitude and latitude in degrees.
pub type Point = [f64; 2];

/// Pairs of sides that are compared for one file; beyond them an outline is called unchecked.
#[derive(Debug)]
pub struct Patience {
    pairs: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { pairs: 20_000_000 }
    }
}

/// Looks at a closed ring.
pub fn flaw(ring: &[Point], patience: &mut Patience) -> Option<Flaw> {
    let is_place = |[lon, lat]: &Point| lon.abs() <= 180.0 && lat.abs() <= 90.0;
    if !ring.iter().all(is_place) {
        return Some(Flaw::OutOfRange);
    }
    if ring.len() < 4 || ring.first() != ring.last() {
        return Some(Flaw::Open);
    }
    crossing(ring, patience)
}

/// Sides from west to east, each compared with those that begin before it ends.
fn crossing(ring: &[Point], patience: &mut Patience) -> Option<Flaw> {
    let sides: Vec<(usize, Point, Point)> = ring
        .windows(2)
        .enumerate()
        .map(|(at, ends)| {
            let (a, b) = (ends[0], ends[1]);
            if a[0] <= b[0] { (at, a, b) } else { (at, b, a) }
        })
        .filter(|(_, a, b)| a != b)
        .collect();
    // Every longitude lies between -180 and 180, so that these are above zero, where bits order as numbers.
    let from_west = report::order(sides.iter().map(|(_, a, _)| (a[0] + 360.0).to_bits()));
    for (place, side) in from_west.iter().enumerate() {
        let (at, a, b) = &sides[*side];
        for (other, c, d) in from_west[place + 1..].iter().map(|side| &sides[*side]) {
            if c[0] > b[0] {
                break;
            }
            match patience.pairs.checked_sub(1) {
                Some(left) => patience.pairs = left,
                None => return Some(Flaw::Unchecked),
            }
            let is_neighbour = at.abs_diff(*other) <= 1 || at.abs_diff(*other) == ring.len() - 2;
            if !is_neighbour && cross(*a, *b, *c, *d) {
                return Some(Flaw::SelfCrossing);
            }
        }
    }
    None
}

/// Whether two sides cross inside both; touching is allowed.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ring: &[Point], expected: Option<Flaw>) {
        assert_eq!(flaw(ring, &mut Patience::default()), expected, "{ring:?}");
    }

    #[test]
    fn a_sound_ring_has_no_flaw() {
        check(
            &[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]],
            None,
        );
        check(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], None);
    }

    #[test]
    fn flaws_are_found() {
        check(
            &[[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]],
            Some(Flaw::SelfCrossing),
        );
        check(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]], Some(Flaw::Open));
        check(&[], Some(Flaw::Open));
        check(
            &[[0.0, 0.0], [f64::NAN, 0.0], [1.0, 1.0], [0.0, 0.0]],
            Some(Flaw::OutOfRange),
        );
        check(
            &[[0.0, 0.0], [950_000.0, 1_900_000.0], [1.0, 1.0], [0.0, 0.0]],
            Some(Flaw::OutOfRange),
        );
    }

    #[test]
    fn a_hostile_ring_is_given_up_in_time() {
        // Every side reaches from one end to the other without crossing its neighbours.
        let mut ring: Vec<Point> = (0..20_000)
            .map(|at| [f64::from(at % 2), f64::from(at) / 1_000.0])
            .collect();
        ring.push(ring[0]);
        let mut patience = Patience { pairs: 1_000 };
        assert_eq!(flaw(&ring, &mut patience), Some(Flaw::Unchecked));
        assert_eq!(patience.pairs, 0);
    }
}
