//! The plane around a place abroad: Lambert's azimuthal equal-area projection, on the sphere.
//!
//! J. P. Snyder, *Map Projections – A Working Manual*, USGS Professional Paper 1395 (1987), equations (22-4),
//! (22-5) and (24-2), with the radius of the sphere that has the ellipsoid's area. Areas are true; lengths are
//! off by less than 2 % anywhere in the drawn places, which is less than a stroke's width.

use crate::geometry::{LonLat, Projected};

/// Metres: the sphere with the area of the GRS 80 ellipsoid.
const RADIUS: f64 = 6_371_007.181;

/// A plane that touches the earth in `middle`.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    pub middle: LonLat,
}

impl Plane {
    /// Metres to the east and to the north of the middle.
    pub fn project(self, place: LonLat) -> Projected {
        let (sin_0, cos_0) = self.middle.lat.to_radians().sin_cos();
        let (sin, cos) = place.lat.to_radians().sin_cos();
        let (sin_lon, cos_lon) = (place.lon - self.middle.lon).to_radians().sin_cos();
        let stretch = (2.0 / (1.0 + sin_0 * sin + cos_0 * cos * cos_lon)).sqrt();
        Projected {
            x: RADIUS * stretch * cos * sin_lon,
            y: RADIUS * stretch * (cos_0 * sin - sin_0 * cos * cos_lon),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JAPAN: Plane = Plane {
        middle: LonLat {
            lon: 137.0,
            lat: 36.0,
        },
    };

    #[test]
    fn a_place_lies_at_the_chord_to_it() {
        // In this projection the distance from the middle is the straight line through the earth.
        let chord = |degrees: f64| 2.0 * RADIUS * (degrees.to_radians() / 2.0).sin();
        check("the middle", (137.0, 36.0), (0.0, 0.0));
        check("due north", (137.0, 45.0), (0.0, chord(9.0)));
        check("due south", (137.0, 26.0), (0.0, -chord(10.0)));
        // On the equator of a plane that touches there.
        let equator = Plane {
            middle: LonLat {
                lon: 137.0,
                lat: 0.0,
            },
        };
        let east = equator.project(LonLat {
            lon: 147.0,
            lat: 0.0,
        });
        assert!(
            (east.x - chord(10.0)).abs() < 1e-6 && east.y.abs() < 1e-6,
            "{east:?}"
        );
    }

    #[track_caller]
    fn check(name: &str, (lon, lat): (f64, f64), (x, y): (f64, f64)) {
        let found = JAPAN.project(LonLat { lon, lat });
        let off = found.distance(Projected { x, y });
        assert!(off < 1e-6, "{name}: {found:?} is {off} m off {x}, {y}");
    }

    #[test]
    fn lengths_are_true_to_two_per_cent_over_japan() {
        // The ellipsoid's radii of curvature, along the meridian and across it.
        const A: f64 = 6_378_137.0;
        const E2: f64 = 0.006_694_38;
        for lat in (24..46).map(f64::from) {
            for lon in (124..146).map(f64::from) {
                let here = JAPAN.project(LonLat { lon, lat });
                let step = 1e-4_f64;
                let s = lat.to_radians().sin();
                let across = A / (1.0 - E2 * s * s).sqrt();
                let along = across * (1.0 - E2) / (1.0 - E2 * s * s);
                let to = |lon, lat| here.distance(JAPAN.project(LonLat { lon, lat }));
                let scales = [
                    to(lon, lat + step) / (along * step.to_radians()),
                    to(lon + step, lat) / (across * lat.to_radians().cos() * step.to_radians()),
                ];
                for scale in scales {
                    assert!((0.98..1.02).contains(&scale), "{scale} at {lon}, {lat}");
                }
            }
        }
    }
}
