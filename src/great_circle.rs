//! Distances on the globe.

/// The mean radius of the Earth in kilometres (IUGG, R₁).
const RADIUS_KM: f64 = 6371.0088;

/// Kilometres between two places given as (latitude, longitude) in degrees, along the great circle.
///
/// The haversine formula (Sinnott, *Virtues of the haversine*, Sky & Telescope 68 (1984) 159): good for near
/// places too. The globe is taken as a sphere, which is off by half a per cent at most.
pub fn great_circle_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (from, to) = (a.0.to_radians(), b.0.to_radians());
    let (north, east) = (to - from, (b.1 - a.1).to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(north) + from.cos() * to.cos() * half(east);
    2.0 * RADIUS_KM * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: (f64, f64), b: (f64, f64), expected: f64) {
        let found = great_circle_km(a, b);
        assert!(
            (found - expected).abs() < 1e-3,
            "{found} km instead of {expected}"
        );
    }

    #[test]
    fn known_distances() {
        check((36.638, 127.322), (36.638, 127.322), 0.0);
        // A degree of a meridian, and of the equator: 2πR/360.
        check((36.0, 127.0), (37.0, 127.0), 111.195_080);
        check((0.0, 127.0), (0.0, 128.0), 111.195_080);
        // A quarter of the globe, and half of it.
        check((0.0, 0.0), (90.0, 0.0), 10_007.557_22);
        check((0.0, 0.0), (0.0, 180.0), 20_015.114_45);
    }
}
