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
                let name = name(state.grouping, unit, lang);
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

/// The name on the map: a group of one is that region, whose name is shorter.
fn name(grouping: Grouping, unit: usize, lang: Lang) -> &'static str {
    let mut members = grouping.members(unit);
    match (members.next(), members.next()) {
        (Some(only), None) => REGIONS[only].short.get(lang),
        _ => grouping.label(unit, lang),
    }
}

/// The search for a place where a group's label touches no border, no marker and no name.
struct Search<'a> {
    boundaries: &'a Boundaries,
    layout: &'a Layout,
    grouping: Grouping,
    unit: usize,
    lettering: Lettering,
    /// Widths of the longer line in SVG units: with room for millions, and for what most values take.
    widths: [f64; 2],
    /// The insets and the markers.
    markers: Vec<Rect>,
    /// The names of the clusters.
    names: Vec<Rect>,
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
        let name = typeset::width(name(grouping, unit, lang));
        let mut markers: Vec<Rect> = layout
            .clusters
            .iter()
            .filter(|spot| label_order(spot.id.cluster().role) <= lettering.last_order)
            .map(|spot| land::around(spot.at))
            .collect();
        markers.extend([layout.capital.rect, layout.islands]);
        Search {
            boundaries,
            layout,
            grouping,
            unit,
            lettering,
            widths: ["8,888,888", "88,888"]
                .map(|value| name.max(typeset::width(value)) * lettering.size),
            markers,
            names: named.rooms(layout, lang),
        }
    }

    /// On the group's own land and clear of everything if that can be, else over a name, else in the sea
    /// beside it, else over a marker: a group without its value would be worse. Whether it is on land.
    fn spot(&self) -> Option<(Px, bool)> {
        let candidates = self.candidates()?;
        let own = |corner: Px| self.holds(corner, self.grouping.members(self.unit));
        let sea = |corner: Px| !self.holds(corner, 0..REGIONS.len());
        let find = |width: f64, is_fit: &dyn Fn(Px) -> bool, taken: &[&[Rect]]| {
            let room = |at: &Px| land::room(*at, width, self.lettering.size);
            let fits = |at: &&Px| land::corners(&room(at)).into_iter().all(is_fit);
            let clear = |at: &&Px| {
                let mut taken = taken.iter().copied().flatten();
                !taken.any(|other| label::overlap(&room(at), other))
            };
            let mut fitting = candidates.iter().filter(clear);
            fitting.find(fits).copied()
        };
        let [wide, usual] = self.widths;
        let all: &[&[Rect]] = &[&self.markers, &self.names];
        let on_land = |at| (at, true);
        find(wide, &own, all)
            .or_else(|| find(usual, &own, all))
            .or_else(|| find(usual, &own, &all[..1]))
            .map(on_land)
            .or_else(|| find(usual, &sea, all).map(|at| (at, false)))
            .or_else(|| find(usual, &own, &[]).map(on_land))
            .or_else(|| candidates.first().copied().map(on_land))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Package;
    use crate::state::Selection;

    #[test]
    fn every_group_has_one_label_in_each_lettering() {
        let folder = std::path::Path::new("assets/data");
        let package = Package::read(folder).unwrap();
        let boundaries = Boundaries::read(folder).unwrap();
        let layout = Layout::of(&boundaries, &package).unwrap();
        for grouping in Grouping::ALL {
            let mut state = ViewState::new(Selection::Nation);
            state.grouping = grouping;
            let is_grouped = grouping.is_grouped();
            assert_ne!(mesh(&boundaries, &layout, grouping).is_empty(), is_grouped);
            for lang in Lang::ALL {
                let labels = labels(&boundaries, &layout, &state, lang);
                let count = labels.matches(" data-label=").count();
                let expected = if is_grouped { 2 * grouping.count() } else { 0 };
                assert_eq!(count, expected, "{grouping:?} {lang:?}");
            }
        }
    }
}
