//! The land: 17 shapes, one mesh of borders, the values that fit, the names of the seas.

use std::fmt::Write as _;

use super::label::{self, Lettering};
use super::layers::{label_order, on};
use super::layout::Layout;
use crate::classify::Tone;
use crate::escape::escape;
use crate::geometry::{Boundaries, Px, Rect, label_point};
use crate::page::Page;
use crate::painting::Painting;
use crate::region::{REGION_COUNT, REGIONS, Region};
use crate::state::Selection;
use crate::text::Lang;
use crate::typeset;

/// The regions, each a link to its page.
pub fn regions(layout: &Layout, painting: &Painting, selection: Selection, root: &str) -> String {
    let mut out = String::new();
    for (place, region) in REGIONS.iter().enumerate() {
        let shape = &painting.regions[place];
        let _ = write!(
            out,
            "<a href=\"{root}{page}\" aria-label=\"{spoken}\"{ways}><path class=\"region\" data-region=\"{code}\"{on} \
             data-tone=\"{tone}\" data-value=\"{value}\" d=\"{d}\"/></a>",
            page = Page::Region(region.code).path(),
            spoken = escape(&shape.spoken),
            ways = layout.walk.regions[place].attributes(),
            code = region.digits,
            on = on(selection == Selection::Region(region.code)),
            tone = shape.tone.slug(),
            value = shape.value,
            d = layout.outlines[place],
        );
    }
    out
}

/// A region's value label: short name over the value.
#[derive(Clone, Copy, Debug)]
pub struct ValueLabel {
    pub region: &'static Region,
    pub at: Px,
    /// The room it takes, for names to keep clear of.
    pub room: Rect,
    /// Whether it stands on its own land, in the tone's own ink, or beside it in the sea.
    pub on_land: bool,
}

/// The regions that are large enough for a label, whatever the indicator.
///
/// The room is that of the longest value any indicator has there, so that a switch cannot make labels
/// collide; markers nearby push the label to the side.
pub fn value_labels(
    boundaries: &Boundaries,
    layout: &Layout,
    lettering: Lettering,
    lang: Lang,
) -> Vec<ValueLabel> {
    let size = lettering.size;
    (0..REGION_COUNT)
        .filter_map(|place| {
            let region = &REGIONS[place];
            let area = &boundaries.sido[place];
            let middle = layout.country.to_px(label_point(area)?);
            let width = value_width(region, lang) * size;
            let places = || {
                offsets().map(|(dx, dy)| {
                    let at = Px {
                        x: middle.x + dx,
                        y: middle.y + dy,
                    };
                    (at, room(at, width, size))
                })
            };
            let clear = |room: &Rect| {
                let mut named = layout
                    .clusters
                    .iter()
                    .filter(|spot| label_order(spot.id.cluster().role) <= lettering.last_order);
                named.all(|spot| !label::overlap(room, &around(spot.at)))
            };
            let land = |corner: Px| layout.country.to_projected(corner);
            let inside = |room: &Rect| corners(room).into_iter().all(|c| area.contains(land(c)));
            let at_sea = |room: &Rect| {
                let dry = |corner| boundaries.sido.iter().any(|a| a.contains(land(corner)));
                !corners(room).into_iter().any(dry)
            };
            // The nearest place on the land where it fits; else the nearest beside it in the sea.
            let (at, room, on_land) = places()
                .find(|(_, room)| inside(room) && clear(room))
                .map(|(at, room)| (at, room, true))
                .or_else(|| {
                    let beside = |(_, room): &(Px, Rect)| at_sea(room) && clear(room);
                    let (at, room) = places().find(beside)?;
                    Some((at, room, false))
                })?;
            Some(ValueLabel {
                region,
                at,
                room,
                on_land,
            })
        })
        .collect()
}

/// The labels as markup; the browser rewrites the values. The links of the regions say the same.
pub fn values(
    labels: &[ValueLabel],
    lettering: Lettering,
    painting: &Painting,
    lang: Lang,
) -> String {
    let mut out = format!(
        "<g class=\"values {}\" aria-hidden=\"true\">",
        lettering.class
    );
    for label in labels {
        let shape = &painting.regions[label.region.code.index()];
        let (code, name) = (label.region.digits, label.region.short.get(lang));
        let (tone, value) = (shape.tone, &shape.label);
        let text = self::label(lettering, label.at, label.on_land, code, tone, name, value);
        out.push_str(&text);
    }
    out.push_str("</g>");
    out
}

/// One label in two lines: a name over a value.
pub fn label(
    lettering: Lettering,
    Px { x, y }: Px,
    on_land: bool,
    code: &str,
    tone: Tone,
    name: &str,
    value: &str,
) -> String {
    format!(
        "<text class=\"region-name{sea}\" data-label-of=\"{code}\" data-tone=\"{tone}\" x=\"{x:.1}\" y=\"{:.1}\">{name}</text>\
         <text class=\"region-value{sea}\" data-label=\"{code}\" data-tone=\"{tone}\" x=\"{x:.1}\" y=\"{:.1}\">{value}</text>",
        y - lettering.size * 0.12,
        y + lettering.size * 0.86,
        sea = if on_land { "" } else { " at-sea" },
        tone = tone.slug(),
    )
}

/// How wide a label is at most, in units of its font size: a name or a value of five digits.
pub fn value_width(region: &Region, lang: Lang) -> f64 {
    typeset::width("88,888").max(typeset::width(region.short.get(lang)))
}

/// The seas around Korea. 동해 is East Sea, in both languages on both maps.
pub fn seas(lang: Lang) -> String {
    let ((east, east_too), (west, south)) = match lang {
        Lang::Ko => (("동해", "East Sea"), ("황해", "남해")),
        Lang::En => (("East Sea", "동해"), ("Yellow Sea", "South Sea")),
    };
    format!(
        "<text class=\"sea east\" x=\"637\" y=\"232\">{east}</text>\
         <text class=\"sea east small\" x=\"637\" y=\"248\">{east_too}</text>\
         <text class=\"sea\" x=\"150\" y=\"152\">{west}</text>\
         <text class=\"sea\" x=\"428\" y=\"548\">{south}</text>"
    )
}

/// The room of two lines around `at`.
pub fn room(at: Px, width: f64, size: f64) -> Rect {
    Rect {
        x: at.x - width / 2.0,
        y: at.y - size * 0.95,
        width,
        height: size * 2.0,
    }
}

pub fn around(at: Px) -> Rect {
    Rect {
        x: at.x - 7.0,
        y: at.y - 7.0,
        width: 14.0,
        height: 14.0,
    }
}

pub fn corners(rect: &Rect) -> [Px; 6] {
    let (left, right) = (rect.x, rect.x + rect.width);
    let (top, middle, bottom) = (rect.y, rect.y + rect.height / 2.0, rect.y + rect.height);
    [
        Px { x: left, y: top },
        Px { x: right, y: top },
        Px { x: left, y: middle },
        Px {
            x: right,
            y: middle,
        },
        Px { x: left, y: bottom },
        Px {
            x: right,
            y: bottom,
        },
    ]
}

/// Shifts in rings of four units, nearest first.
pub fn offsets() -> impl Iterator<Item = (f64, f64)> {
    let mut shifts: Vec<(i32, i32)> = (-12..=12)
        .flat_map(|x| (-12..=12).map(move |y| (x * 4, y * 4)))
        .collect();
    shifts.sort_by_key(|(x, y)| (x * x + y * y, *x, *y));
    shifts
        .into_iter()
        .map(|(x, y)| (f64::from(x), f64::from(y)))
}
