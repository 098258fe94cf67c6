//! The wide regions as they are drawn over the land: their borders, and one label each.
//!
//! No page starts with them. The browser fetches them as a file of two parts, a line of path data and the
//! labels, and paints the values itself.

use std::fmt::Write as _;

use super::label::{self, Lettering};
use super::land;
use super::layers::{NamedClusters, label_order, names};
use super::layout::Layout;
use crate::geometry::{Boundaries, Px, Rect, borders, label_point, line_path};
use crate::grouping::Grouping;
use crate::painting::Painting;
use crate::region::REGIONS;
use crate::state::ViewState;
use crate::text::Lang;
use crate::typeset;

/// The borders between the groups as path data; empty where each region stands by itself, as those borders
/// are drawn already.
pub fn mesh(boundaries: &Boundaries, layout: &Layout, grouping: Grouping) -> String {
    if !grouping.is_grouped() {
        return String::new();
    }
    let part = |a: usize, b: usize| grouping.unit_of(a) != grouping.unit_of(b);
    line_path(&borders(&boundaries.sido, part), &layout.country)
}

/// The labels of the groups: name over value, in each lettering.
///
/// They are marked with the code of a member, whose value is the group's, so that the browser paints them
/// as it paints all labels.
pub fn labels(boundaries: &Boundaries, layout: &Layout, state: &ViewState, lang: Lang) -> String {
    if !state.grouping.is_grouped() {
        return String::new();
    }
    let painting = Painting::of(state, lang);
    let mut out = String::new();
    for named in names(layout, lang) {
        let lettering = named.lettering;
        let _ = write!(out, "<g class=\"values groups {}\">", lettering.class);
        for unit in 0..state.grouping.count() {
            let spot = Search::new(boundaries, layout, &named, state.grouping, unit, lang).spot();
            let first = state.grouping.members(unit).next();
            if let (Some((at, on_land)), Some(first)) = (spot, first) {
                let name = state.grouping.label(unit, lang);
                let code = REGIONS[first].digits;
                let shape = &painting.regions[first];
                let tone = shape.tone;
                out.push_str(&land::label(
                    lettering,
                    at,
                    on_land,
                    code,
                    tone,
                    name,
                    &shape.label,
                ));
            }
        }
        out.push_str("</g>");
    }
    out
}

/// The search for a place where a group's label touches no border, no marker and no name.
struct Search<'a> {
    boundaries: &'a Boundaries,
    layout: &'a Layout,
    grouping: Grouping,
    unit: usize,
    lettering: Lettering,
    /// The width of the longer line in SVG units.
    width: f64,
    taken: Vec<Rect>,
}

impl<'a> Search<'a> {
    fn new(
        boundaries: &'a Boundaries,
        layout: &'a Layout,
        named: &NamedClusters,
        grouping: Grouping,
        unit: usize,
        lang: Lang,
    ) -> Self {
        let lettering = named.lettering;
        let name = typeset::width(grouping.label(unit, lang));
        let markers = layout
            .clusters
            .iter()
            .filter(|spot| label_order(spot.id.cluster().role) <= lettering.last_order)
            .map(|spot| land::around(spot.at));
        let mut taken = named.rooms(layout, lang);
        taken.extend(markers);
        taken.extend([layout.capital.rect, layout.islands]);
        Search {
            boundaries,
            layout,
            grouping,
            unit,
            lettering,
            width: name.max(typeset::width("8,888,888")) * lettering.size,
            taken,
        }
    }

    /// On the group's own land if it fits there, else in the sea beside it; whether it is on land.
    fn spot(&self) -> Option<(Px, bool)> {
        let candidates = self.candidates()?;
        let room = |at: Px| land::room(at, self.width, self.lettering.size);
        let clear = |at: &Px| {
            let room = room(*at);
            !self.taken.iter().any(|other| label::overlap(&room, other))
        };
        let all_corners = |at: &Px, is_fit: &dyn Fn(Px) -> bool| {
            land::corners(&room(*at)).into_iter().all(is_fit)
        };
        let own = |corner: Px| self.holds(corner, self.grouping.members(self.unit));
        let sea = |corner: Px| !self.holds(corner, 0..REGIONS.len());
        let find = |is_fit: &dyn Fn(Px) -> bool| {
            let mut fitting = candidates.iter().filter(|at| all_corners(at, is_fit));
            fitting.find(|at| clear(at)).copied()
        };
        find(&own)
            .map(|at| (at, true))
            .or_else(|| find(&sea).map(|at| (at, false)))
    }

    /// Points around the places where the members have their labels, those nearest to the group's middle
    /// first.
    fn candidates(&self) -> Option<Vec<Px>> {
        let middles: Vec<(Px, f64)> = self
            .grouping
            .members(self.unit)
            .filter_map(|place| {
                let area = &self.boundaries.sido[place];
                let point = self.layout.country.to_px(label_point(area)?);
                Some((point, area.area_m2()))
            })
            .collect();
        let weight: f64 = middles.iter().map(|(_, area)| area).sum();
        if weight <= 0.0 {
            return None;
        }
        let mean = |of: fn(&Px) -> f64| {
            let parts = middles.iter().map(|(point, area)| of(point) * area);
            parts.sum::<f64>() / weight
        };
        let middle = Px {
            x: mean(|point| point.x),
            y: mean(|point| point.y),
        };
        let mut candidates: Vec<Px> = middles
            .iter()
            .flat_map(|(point, _)| {
                land::offsets().map(|(dx, dy)| Px {
                    x: point.x + dx,
                    y: point.y + dy,
                })
            })
            .collect();
        let far = |at: &Px| (at.x - middle.x).hypot(at.y - middle.y);
        candidates.sort_by(|a, b| far(a).total_cmp(&far(b)));
        Some(candidates)
    }

    fn holds(&self, at: Px, mut places: impl Iterator<Item = usize>) -> bool {
        let at = self.layout.country.to_projected(at);
        places.any(|place| self.boundaries.sido[place].contains(at))
    }
}
