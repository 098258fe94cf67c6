//! 울릉군: 울릉도 and 독도 in an inset of their own, in every drawing that the county is in.

use std::fmt::Write as _;

use crate::geometry::{Area, Boundaries, Bounds, Frame, Grid, Polygon, Rect, area_path_on};
use crate::map::{BETWEEN_THE_ISLANDS, DOKDO_TIMES};
use crate::text::Lang;

/// The county's code.
pub const ULLEUNG: &str = "47940";

/// The inset: where it is and the scales of its two halves.
#[derive(Debug)]
pub struct Islands<'b> {
    areas: &'b [Area],
    rect: Rect,
    ulleung: Frame,
    dokdo: Frame,
}

impl<'b> Islands<'b> {
    /// In a box of the drawing; `None` where the outlines lack one of the two.
    pub fn within(boundaries: &'b Boundaries, rect: Rect) -> Option<Islands<'b>> {
        let areas = &boundaries.ulleung_dokdo;
        let part = |is_dokdo: bool| {
            let polygons = areas.iter().flat_map(|area| &area.polygons);
            polygons
                .filter(|polygon| is_east(polygon) == is_dokdo)
                .filter_map(Polygon::bounds)
                .reduce(Bounds::union)
        };
        let half = |top: f64| Rect {
            x: rect.x + rect.width * 0.12,
            y: rect.y + rect.height * top,
            width: rect.width * 0.76,
            height: rect.height * 0.3,
        };
        let ulleung = Frame::fit(part(false)?, half(0.05));
        let times = ulleung.scale() * DOKDO_TIMES;
        Some(Islands {
            areas,
            rect,
            dokdo: Frame::centred(part(true)?, half(0.5), times),
            ulleung,
        })
    }

    /// Both islands as one outline, `times` as large as in the drawing.
    pub fn outline(&self, times: f64) -> String {
        let mut out = String::new();
        for (is_dokdo, frame) in [(false, &self.ulleung), (true, &self.dokdo)] {
            for area in self.areas {
                let polygons = area.polygons.iter();
                let part = Area {
                    polygons: polygons
                        .filter(|polygon| is_east(polygon) == is_dokdo)
                        .cloned()
                        .collect(),
                    ..area.clone()
                };
                // Each outline is relative to the origin.
                out.push_str("M0 0");
                out.push_str(&area_path_on(&part, &frame.enlarged(times), Grid::WHOLE));
            }
        }
        out
    }

    /// The sea, the edge and the names.
    pub fn inset(&self, lang: Lang) -> String {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.rect;
        let edge = |class: &str| {
            format!(
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
            )
        };
        let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
        let mut out = format!("{}{}", edge("inset-sea"), edge("inset-edge"));
        let middle = x + width / 2.0;
        let _ = write!(
            out,
            "<text class=\"island-name\" x=\"{middle:.1}\" y=\"{:.1}\">{ulleung}</text>\
             <text class=\"island-name\" x=\"{middle:.1}\" y=\"{:.1}\">{dokdo}<tspan class=\"times\"> ×{DOKDO_TIMES}</tspan></text>",
            y + height * 0.47,
            y + height * 0.955,
        );
        out
    }
}

fn is_east(polygon: &Polygon) -> bool {
    polygon
        .bounds()
        .is_some_and(|bounds| bounds.west > BETWEEN_THE_ISLANDS)
}
