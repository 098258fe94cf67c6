//! The shapes of the 시군구 as links, in a group that is scaled into the drawing.

use std::fmt::Write as _;

use super::district::Districts;
use super::field::Field;
use super::islands::{Islands, ULLEUNG};
use super::parts;
use crate::escape::escape;
use crate::geometry::{Area, Frame, Grid, area_path_on, borders, line_path_on};
use crate::map::{Way, over_borders};
use crate::text::Lang;

/// Some of the 250 in a scale of their own.
#[derive(Debug)]
pub struct Land {
    /// How many of the group's units make one of the drawing's.
    times: f64,
    /// The places of the areas in [`Districts::all`].
    places: Vec<usize>,
    outlines: Vec<String>,
    ways: Vec<String>,
    /// Between areas of different 시도.
    borders: String,
}

impl Land {
    /// The areas at these places of [`Districts::all`], `times` as large as `frame` has them, on a grid of
    /// whole units. 울릉군 is drawn in its inset. `None` where an area has no land.
    pub fn of(
        areas: &[Area],
        places: Vec<usize>,
        frame: &Frame,
        times: f64,
        islands: &Islands<'_>,
    ) -> Option<Land> {
        let frame = frame.enlarged(times);
        let outline = |area: &Area| match area.code.as_str() {
            ULLEUNG => islands.outline(times),
            _ => area_path_on(area, &frame, Grid::WHOLE),
        };
        let between = borders(areas, |a, b| areas[a].region != areas[b].region);
        Some(Land {
            times,
            places,
            outlines: areas.iter().map(outline).collect(),
            ways: over_borders(areas)?.iter().map(Way::attributes).collect(),
            borders: line_path_on(&between, &frame, Grid::WHOLE),
        })
    }

    /// The group. Without a script a link leads to the district's row of the table.
    pub fn group(&self, field: &Field, districts: &Districts, lang: Lang, within: &str) -> String {
        let mut out = format!(
            "<g class=\"districts\" id=\"districts\"{within} transform=\"scale({})\">",
            1.0 / self.times
        );
        for (at, &place) in self.places.iter().enumerate() {
            let code = &districts.all[place].code;
            let _ = write!(
                out,
                "<a href=\"#u{code}\" data-district=\"{code}\" data-tone=\"{tone}\"{ways} aria-label=\"{label}\"><path d=\"{d}\"/></a>",
                tone = field.classes.tones[place].slug(),
                ways = self.ways[at],
                label = escape(&parts::label(field, districts, place, lang)),
                d = self.outlines[at],
            );
        }
        let _ = write!(
            out,
            "<path class=\"border\" d=\"{}\"/><path class=\"picked\" d=\"\"/><path class=\"ring-of halo\"/><path class=\"ring-of\"/></g>",
            self.borders
        );
        out
    }
}
