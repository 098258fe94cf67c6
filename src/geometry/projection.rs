//! The official plane grid of Korea, EPSG:5179 (KGD2002 / Unified CS, "UTM-K").
//!
//! Transverse Mercator by Krüger's series in the third flattening `n`, to the fourth order:
//! C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85
//! (2011), 475–485, equations (7)–(12), (14), (19)–(21), (35) and (36). Over Korea the fifth order is
//! below a micrometre.

use super::LonLat;

/// A place in the plane of EPSG:5179: metres to the east and to the north.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projected {
    pub x: f64,
    pub y: f64,
}

impl Projected {
    /// Metres in the plane; off by less than 2 ‰ from the ground over Korea.
    pub fn distance(self, other: Projected) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

// GRS 80.
const SEMI_MAJOR: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_222_101;

// EPSG:5179.
const ORIGIN: LonLat = LonLat {
    lon: 127.5,
    lat: 38.0,
};
const SCALE: f64 = 0.9996;
const FALSE_EASTING: f64 = 1_000_000.0;
const FALSE_NORTHING: f64 = 2_000_000.0;

const N: f64 = FLATTENING / (2.0 - FLATTENING);
const N2: f64 = N * N;
const N3: f64 = N2 * N;
const N4: f64 = N3 * N;

/// The squared eccentricity.
const E2: f64 = FLATTENING * (2.0 - FLATTENING);

/// The radius of the sphere with the meridian's length (14), at the scale of the central meridian.
const RADIUS: f64 = SCALE * SEMI_MAJOR / (1.0 + N) * (1.0 + N2 / 4.0 + N4 / 64.0);

/// (35), from the conformal sphere to the plane.
const ALPHA: [f64; 4] = [
    N / 2.0 - 2.0 / 3.0 * N2 + 5.0 / 16.0 * N3 + 41.0 / 180.0 * N4,
    13.0 / 48.0 * N2 - 3.0 / 5.0 * N3 + 557.0 / 1440.0 * N4,
    61.0 / 240.0 * N3 - 103.0 / 140.0 * N4,
    49561.0 / 161_280.0 * N4,
];

/// (36), and back.
const BETA: [f64; 4] = [
    N / 2.0 - 2.0 / 3.0 * N2 + 37.0 / 96.0 * N3 - 1.0 / 360.0 * N4,
    1.0 / 48.0 * N2 + 1.0 / 15.0 * N3 - 437.0 / 1440.0 * N4,
    17.0 / 480.0 * N3 - 37.0 / 840.0 * N4,
    4397.0 / 161_280.0 * N4,
];

/// From degrees to metres.
pub fn project(place: LonLat) -> Projected {
    let (xi, eta) = to_strip(place);
    let (xi_origin, _) = to_strip(ORIGIN);
    Projected {
        x: FALSE_EASTING + RADIUS * eta,
        y: FALSE_NORTHING + RADIUS * (xi - xi_origin),
    }
}

/// From metres to degrees.
pub fn unproject(place: Projected) -> LonLat {
    let (xi_origin, _) = to_strip(ORIGIN);
    let xi = (place.y - FALSE_NORTHING) / RADIUS + xi_origin;
    let eta = (place.x - FALSE_EASTING) / RADIUS;
    let (north, east) = series(BETA, xi, eta);
    let (xi, eta) = (xi - north, eta - east);

    let lon = eta.sinh().atan2(xi.cos());
    let tan_conformal = xi.sin() / eta.sinh().hypot(xi.cos());
    LonLat {
        lon: ORIGIN.lon + lon.to_degrees(),
        lat: geographic(tan_conformal).atan().to_degrees(),
    }
}

/// Northward and eastward place (ξ, η) in units of [`RADIUS`].
fn to_strip(place: LonLat) -> (f64, f64) {
    let lon = (place.lon - ORIGIN.lon).to_radians();
    let tan = conformal(place.lat.to_radians().tan());
    let xi = tan.atan2(lon.cos());
    let eta = (lon.sin() / tan.hypot(lon.cos())).asinh();
    let (north, east) = series(ALPHA, xi, eta);
    (xi + north, eta + east)
}

/// Both sums of (11) or (15).
fn series(coefficients: [f64; 4], xi: f64, eta: f64) -> (f64, f64) {
    let (mut north, mut east) = (0.0, 0.0);
    let mut order = 0.0;
    for coefficient in coefficients {
        order += 2.0;
        north += coefficient * (order * xi).sin() * (order * eta).cosh();
        east += coefficient * (order * xi).cos() * (order * eta).sinh();
    }
    (north, east)
}

/// tan φ → tan φ′ of the conformal latitude, (7)–(9).
fn conformal(tan: f64) -> f64 {
    let e = E2.sqrt();
    let sigma = (e * (e * tan / tan.hypot(1.0)).atanh()).sinh();
    tan * sigma.hypot(1.0) - sigma * tan.hypot(1.0)
}

/// tan φ′ → tan φ by Newton's method, (19)–(21); the third step is below the last bit.
fn geographic(target: f64) -> f64 {
    let mut tan = target;
    for _ in 0..3 {
        let reached = conformal(tan);
        tan += (target - reached) / reached.hypot(1.0) * (1.0 + (1.0 - E2) * tan * tan)
            / ((1.0 - E2) * tan.hypot(1.0));
    }
    tan
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Computed with PROJ 9.5.1 (pyproj 3.7.2), EPSG:4737 → EPSG:5179.
    #[test]
    fn the_plane_agrees_with_proj_to_a_millimetre() {
        check("the origin", (127.5, 38.0), (1000000.0, 2000000.0));
        check("Seoul", (126.978, 37.5665), (953901.1653, 1952032.0810));
        check("Busan", (129.075, 35.1798), (1143412.3902, 1688303.2991));
        check("far west", (124.66, 37.96), (750495.1223, 1999367.3251));
        check(
            "far east",
            (131.8695, 37.2417),
            (1387648.1621, 1924825.8045),
        );
        check("far south", (126.268, 33.117), (885060.2349, 1459117.8892));
        check("far north", (128.375, 38.586), (1076207.9972, 2065384.1177));
        check("Jeju", (126.5312, 33.4996), (910010.5457, 1501279.7889));
    }

    #[track_caller]
    fn check(name: &str, (lon, lat): (f64, f64), (x, y): (f64, f64)) {
        let found = project(LonLat { lon, lat });
        let off = found.distance(Projected { x, y });
        assert!(off < 0.001, "{name}: {found:?} is {off} m off {x}, {y}");
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_place(lon in 124.0..132.5_f64, lat in 32.5..39.5_f64) {
            let place = LonLat { lon, lat };
            let back = unproject(project(place));
            // A hundredth of a millimetre.
            prop_assert!((back.lon - lon).abs() < 1e-10 && (back.lat - lat).abs() < 1e-10, "{back:?}");
        }

        #[test]
        fn scale_over_korea_is_within_two_per_mille(lon in 124.5..132.0_f64, lat in 33.0..38.7_f64) {
            let step = 1e-4;
            let north = project(LonLat { lon, lat }).distance(project(LonLat { lon, lat: lat + step }));
            // The meridian's radius of curvature.
            let s = (lat + step / 2.0).to_radians().sin();
            let radius = SEMI_MAJOR * (1.0 - E2) / (1.0 - E2 * s * s).powf(1.5);
            let scale = north / (radius * step.to_radians());
            prop_assert!((0.9995..1.002).contains(&scale), "{scale}");
        }
    }
}
