//! The coasts of places abroad: nothing of theirs is near what is Korea's, and the drawing keeps to its box.
//!
//! When one of these fails after the coasts were made anew, look at `xtask/src/data.rs`.
#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kbio_atlas::abroad::{Coasts, Line};
use kbio_atlas::geometry::{Boundaries, LonLat, project};

static COASTS: LazyLock<Coasts> =
    LazyLock::new(|| Coasts::read(&folder()).unwrap_or_else(|error| panic!("{error}")));

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}

const DOKDO: LonLat = LonLat {
    lon: 131.87,
    lat: 37.24,
};

/// Along the great circle, by the law of cosines.
fn kilometres(a: LonLat, b: LonLat) -> f64 {
    let (north_a, north_b) = (a.lat.to_radians(), b.lat.to_radians());
    let east = (a.lon - b.lon).to_radians().cos();
    let cos = north_a.sin() * north_b.sin() + north_a.cos() * north_b.cos() * east;
    6371.0088 * cos.min(1.0).acos()
}

/// Every vertex, and points between two of them no more than a kilometre or so apart.
fn along(lines: &[Line]) -> impl Iterator<Item = LonLat> {
    lines
        .iter()
        .flat_map(|line| line.windows(2))
        .flat_map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            let steps = kilometres(a, b).ceil().max(1.0) as u32;
            (0..steps).map(move |step| {
                let t = f64::from(step) / f64::from(steps);
                LonLat {
                    lon: a.lon + (b.lon - a.lon) * t,
                    lat: a.lat + (b.lat - a.lat) * t,
                }
            })
        })
}

#[test]
fn no_land_of_japan_is_near_dokdo() {
    let nearest = along(&COASTS.japan)
        .map(|place| kilometres(place, DOKDO))
        .fold(f64::INFINITY, f64::min);
    assert!(
        nearest > 60.0,
        "land of Japan {nearest:.0} km from 독도: filter it out in xtask/src/data.rs"
    );
    // The Oki islands are the nearest there is; a coast that lost them would pass for the wrong reason.
    assert!(nearest < 170.0, "the nearest land is {nearest:.0} km off");
}

#[test]
fn no_land_of_japan_is_koreas() {
    let boundaries = Boundaries::read(&folder()).unwrap_or_else(|error| panic!("{error}"));
    for place in COASTS.japan.iter().flatten() {
        let here = project(*place);
        for area in &boundaries.sido {
            let distance = area.distance(here);
            assert!(
                distance > 40_000.0,
                "{place:?} is {distance:.0} m from {}",
                area.name_ko
            );
        }
    }
}

#[test]
fn the_coasts_are_where_they_should_be_and_light() {
    check("Hokkaido", &COASTS.japan, 141.35, 43.06, true);
    check("Tokyo", &COASTS.japan, 139.5, 35.8, true);
    check("Okinawa", &COASTS.japan, 127.77, 26.4, true);
    check("the East Sea", &COASTS.japan, 134.4, 39.6, false);
    check("Worcester", &COASTS.boston, -71.8, 42.26, true);
    check("the Atlantic", &COASTS.boston, -69.0, 41.0, false);
    let bytes = std::fs::metadata(folder().join("abroad.geojson")).map(|file| file.len());
    assert!(
        bytes.as_ref().is_ok_and(|bytes| *bytes < 40_000),
        "{bytes:?} bytes"
    );
}

#[track_caller]
fn check(name: &str, coast: &[Line], lon: f64, lat: f64, is_land: bool) {
    // By the even–odd rule over all rings.
    let crossings = coast
        .iter()
        .flat_map(|line| line.windows(2))
        .filter(|pair| {
            let (a, b) = (pair[0], pair[1]);
            (a.lat > lat) != (b.lat > lat)
                && lon < (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat) + a.lon
        });
    assert_eq!(crossings.count() % 2 == 1, is_land, "{name}");
}
