//! Where things are in the drawing: the frames of the country and of its two insets, and every cluster in
//! them.

use super::inset;
use super::label::{LETTERINGS, Lettering};
use super::land::{self, ValueLabel};
use super::walk::Walk;
use crate::cluster::ClusterId;
use crate::geometry::{
    Area, Boundaries, Bounds, Frame, LonLat, Px, Rect, area_path, borders, line_path, project,
};
use crate::package::Package;
use crate::text::Lang;

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
    y: 180.0,
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

/// All that is placed, worked out once for all pages.
#[derive(Debug)]
pub struct Layout {
    /// The outlines of the regions as path data, in the order of [`crate::region::REGIONS`].
    pub outlines: Vec<String>,
    /// The borders between them.
    pub borders: String,
    /// Those of the capital inset, in the order of `Boundaries::capital`.
    pub capital_outlines: Vec<String>,
    pub capital_borders: String,
    /// Where values stand, by [`Lang`] and then by [`LETTERINGS`].
    labels: [[Labels; LETTERINGS.len()]; Lang::ALL.len()],
    pub country: Frame,
    pub capital: Frame,
    /// 울릉도, and 독도 at the same scale but moved closer: 87 km of open sea are left out.
    pub ulleung: Frame,
    pub dokdo: Frame,
    pub islands: Rect,
    /// In the order of the data package.
    pub clusters: Vec<Spot>,
    /// Where the keys lead.
    pub walk: Walk,
}

/// The value labels in one language and lettering.
#[derive(Clone, Default, Debug)]
pub struct Labels {
    pub country: Vec<ValueLabel>,
    pub capital: Vec<ValueLabel>,
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
        let outlines =
            |areas: &[Area], frame| areas.iter().map(|area| area_path(area, frame)).collect();
        let mut layout = Layout {
            outlines: outlines(&boundaries.sido, &country),
            borders: mesh(&boundaries.sido, &country),
            capital_outlines: outlines(&boundaries.capital, &capital),
            capital_borders: mesh(&boundaries.capital, &capital),
            labels: Default::default(),
            country,
            capital,
            ulleung,
            dokdo,
            islands: ISLANDS,
            clusters,
            walk: Walk::of(boundaries, package)?,
        };
        layout.labels = Lang::ALL.map(|lang| {
            LETTERINGS.map(|lettering| Labels {
                country: land::value_labels(boundaries, &layout, lettering, lang),
                capital: inset::value_labels(boundaries, &layout, lettering, lang),
            })
        });
        Some(layout)
    }

    /// The letterings with their value labels.
    pub fn labels(&self, lang: Lang) -> impl Iterator<Item = (Lettering, &Labels)> {
        LETTERINGS.into_iter().zip(&self.labels[lang as usize])
    }

    pub fn spot(&self, id: ClusterId) -> Option<&Spot> {
        self.clusters.iter().find(|spot| spot.id == id)
    }
}

/// How much larger 독도 is drawn than 울릉도.
pub const DOKDO_TIMES: f64 = 3.0;

/// East of every point of the mainland, west of 울릉도.
pub const MAINLAND_EAST: f64 = 1_250_000.0;

/// The borders between areas as path data: each once, over the fills.
fn mesh(areas: &[Area], frame: &Frame) -> String {
    line_path(&borders(areas, |a, b| a != b), frame)
}
