//! Where things are in the drawing: the frames of the country and of its two insets, and every cluster in
//! them.

use crate::cluster::ClusterId;
use crate::geometry::{Boundaries, Bounds, Frame, LonLat, Px, Rect, project};
use crate::package::Package;

/// The mainland, 제주 and the western islands. 울릉도 and 독도 have an inset of their own: in place they would
/// push everything else a third smaller.
const COUNTRY: Rect = Rect {
    x: 106.0,
    y: 6.0,
    width: 480.0,
    height: 678.0,
};
/// Over the Yellow Sea, south of 백령도.
const CAPITAL: Rect = Rect {
    x: 2.0,
    y: 218.0,
    width: 226.0,
    height: 186.0,
};
/// Over the East Sea, where the islands are.
const ISLANDS: Rect = Rect {
    x: 540.0,
    y: 40.0,
    width: 96.0,
    height: 112.0,
};

/// All that is placed.
#[derive(Debug)]
pub struct Layout {
    pub country: Frame,
    pub capital: Frame,
    /// 울릉도, and 독도 at the same scale but moved closer: 87 km of open sea are left out.
    pub ulleung: Frame,
    pub dokdo: Frame,
    pub islands: Rect,
    /// In the order of the data package.
    pub clusters: Vec<Spot>,
}

/// A cluster in the drawing.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    pub id: ClusterId,
    pub at: Px,
    /// Where it is in the capital inset, if it is in there.
    pub in_capital: Option<Px>,
}

/// 울릉도 ends here and 독도 begins, in metres of EPSG:5179.
pub const BETWEEN_THE_ISLANDS: f64 = 1_360_000.0;

impl Layout {
    /// `None` where the outlines lack what the drawing needs; the tests hold that they do not.
    pub fn of(boundaries: &Boundaries, package: &Package) -> Option<Layout> {
        let polygons = || boundaries.sido.iter().flat_map(|area| &area.polygons);
        let mainland = polygons()
            .filter_map(|polygon| polygon.bounds())
            .filter(|bounds| bounds.west < MAINLAND_EAST)
            .reduce(Bounds::union)?;
        let country = Frame::fit(mainland, COUNTRY);

        let window = boundaries
            .capital
            .iter()
            .filter_map(|area| area.bounds())
            .reduce(Bounds::union)?;
        let capital = Frame::fit(window, CAPITAL);

        let islands = || {
            boundaries
                .ulleung_dokdo
                .iter()
                .flat_map(|area| &area.polygons)
        };
        let part = |is_dokdo: bool| {
            islands()
                .filter_map(|polygon| polygon.bounds())
                .filter(|bounds| (bounds.west > BETWEEN_THE_ISLANDS) == is_dokdo)
                .reduce(Bounds::union)
        };
        let Rect {
            x,
            y,
            width,
            height,
        } = ISLANDS;
        let half = |at: f64| Rect {
            x: x + 12.0,
            y: y + at,
            width: width - 24.0,
            height: height / 2.0 - 22.0,
        };
        let ulleung = Frame::fit(part(false)?, half(8.0));
        // 독도 is 70 times smaller than 울릉도: drawn three times as large, and the inset says so.
        let dokdo = Frame::centred(
            part(true)?,
            half(height / 2.0 + 4.0),
            ulleung.scale() * DOKDO_TIMES,
        );

        let clusters = package
            .profiles
            .iter()
            .filter_map(|profile| {
                let place = project(LonLat::parse(profile.lon, profile.lat).ok()?);
                Some(Spot {
                    id: ClusterId::parse(&profile.id)?,
                    at: country.to_px(place),
                    in_capital: capital.shows(place).then(|| capital.to_px(place)),
                })
            })
            .collect();
        Some(Layout {
            country,
            capital,
            ulleung,
            dokdo,
            islands: ISLANDS,
            clusters,
        })
    }

    pub fn spot(&self, id: ClusterId) -> Option<&Spot> {
        self.clusters.iter().find(|spot| spot.id == id)
    }
}

/// How much larger 독도 is drawn than 울릉도.
pub const DOKDO_TIMES: f64 = 3.0;

/// East of every point of the mainland, west of 울릉도.
const MAINLAND_EAST: f64 = 1_250_000.0;
