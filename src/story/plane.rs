//! Planes: which districts lie nearest to which hub, and how far from it.
//!
//! Great-circle distance from the middle of each of the 250 시군구 to the nearest cluster that a source calls a
//! hub. It says what lies near, not who works together.

use crate::catchment::{Rule, hubs};
use crate::cluster::ClusterId;
use crate::geometry::{Area, Boundaries, Frame, borders, label_point, line_path, unproject};
use crate::great_circle::great_circle_km;
use crate::package::Package;

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

impl Planes {
    /// `None` where there is no hub or a district has no middle.
    pub fn of(package: &Package, boundaries: &Boundaries) -> Option<Planes> {
        let hubs = hubs(package);
        let nearest = |area: &Area| {
            let middle = unproject(label_point(area)?);
            let point = (middle.lat, middle.lon);
            let hub = Rule::Nearest.hub_of(point, &hubs)?;
            let kilometres = great_circle_km(point, hubs[hub].point);
            Some(Nearest { hub, kilometres })
        };
        let nearest = boundaries.sigungu.iter().map(nearest);
        Some(Planes {
            nearest: nearest.collect::<Option<_>>()?,
            hubs: hubs.iter().map(|hub| hub.id).collect(),
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
