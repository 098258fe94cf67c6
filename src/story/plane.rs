//! Planes: which districts lie nearest to which hub, and how far from it.
//!
//! Great-circle distance from the middle of each of the 250 시군구 to the nearest cluster that a source calls a
//! hub. It says what lies near, not who works together.

use crate::cluster::{ClusterId, Role};
use crate::geometry::{
    Area, Boundaries, Frame, LonLat, borders, label_point, line_path, unproject,
};
use crate::package::Package;

/// Kilometres: the mean radius of the earth, (2a + b) / 3 of GRS 80.
const RADIUS: f64 = 6371.0088;

/// The bounds of the bands in kilometres; what lies beyond the last is the land itself.
pub const BANDS: [f64; 3] = [50.0, 100.0, 150.0];

/// Every district with its nearest hub.
#[derive(Debug)]
pub struct Planes {
    /// In the order of the data package.
    pub hubs: Vec<ClusterId>,
    /// One a district, in the order of [`Boundaries::sigungu`].
    pub nearest: Vec<Nearest>,
}

/// The hub that is nearest to a district.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Nearest {
    /// By its place in [`Planes::hubs`].
    pub hub: usize,
    pub kilometres: f64,
}

/// The clusters that at least one documented link starts from as a hub.
pub fn hubs() -> Vec<ClusterId> {
    let is_hub = |id: &ClusterId| matches!(id.cluster().role, Role::Hub | Role::HubAndComplex);
    ClusterId::all().filter(is_hub).collect()
}

impl Planes {
    /// `None` where there is no hub or a district has no middle.
    pub fn of(package: &Package, boundaries: &Boundaries) -> Option<Planes> {
        let hubs = hubs();
        let places: Vec<LonLat> = hubs
            .iter()
            .map(|hub| {
                let profiles = &package.profiles;
                let profile = profiles.iter().find(|profile| profile.id == hub.as_str())?;
                LonLat::parse(profile.lon, profile.lat).ok()
            })
            .collect::<Option<_>>()?;
        let nearest = |area: &Area| {
            let here = unproject(label_point(area)?);
            let distances = places.iter().map(|&hub| kilometres(here, hub)).enumerate();
            let (hub, kilometres) = distances.min_by(|a, b| a.1.total_cmp(&b.1))?;
            Some(Nearest { hub, kilometres })
        };
        let nearest = boundaries.sigungu.iter().map(nearest);
        Some(Planes {
            nearest: nearest.collect::<Option<_>>()?,
            hubs,
        })
    }

    /// The districts within `kilometres` of a hub as one outline.
    pub fn within(&self, kilometres: f64, boundaries: &Boundaries, frame: &Frame) -> String {
        let is_in = |place: usize| self.nearest[place].kilometres <= kilometres;
        // An edge of the outline has the land on one side only: the coast, or a district that is not in.
        let edge = |a: usize, b: usize| {
            if a == b {
                is_in(a)
            } else {
                is_in(a) != is_in(b)
            }
        };
        line_path(&borders(&boundaries.sigungu, edge), frame)
    }

    /// The lines between the planes of different hubs.
    pub fn seams(&self, boundaries: &Boundaries, frame: &Frame) -> String {
        let seam = |a: usize, b: usize| self.nearest[a].hub != self.nearest[b].hub;
        line_path(&borders(&boundaries.sigungu, seam), frame)
    }

    /// The band of a district: 0 for the nearest, `BANDS.len()` beyond the last bound.
    pub fn band(&self, district: usize) -> usize {
        let kilometres = self.nearest[district].kilometres;
        BANDS.iter().filter(|bound| kilometres > **bound).count()
    }
}

/// Along the great circle, by the haversine formula.
fn kilometres(a: LonLat, b: LonLat) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let cos = a.lat.to_radians().cos() * b.lat.to_radians().cos();
    2.0 * RADIUS
        * (half(a.lat, b.lat) + cos * half(a.lon, b.lon))
            .sqrt()
            .asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_sphere() {
        #[track_caller]
        fn check(a: (f64, f64), b: (f64, f64), expected: f64) {
            let place = |(lon, lat)| LonLat { lon, lat };
            let found = kilometres(place(a), place(b));
            assert!((found - expected).abs() < 0.01, "{found}, not {expected}");
        }
        check((127.0, 37.0), (127.0, 37.0), 0.0);
        // A degree of the meridian; a quarter of the equator.
        check((127.0, 37.0), (127.0, 38.0), RADIUS.to_radians());
        check(
            (0.0, 0.0),
            (90.0, 0.0),
            RADIUS * core::f64::consts::FRAC_PI_2,
        );
    }

    #[test]
    fn the_hubs_are_those_that_a_link_starts_from() {
        let ids: Vec<_> = hubs().into_iter().map(ClusterId::as_str).collect();
        assert_eq!(
            ids,
            ["gg-siheung", "daejeon-daedeok", "cb-osong", "dg-sinseo"]
        );
    }
}
