//! Writes a painting over the inert map, and marks what is selected.

use super::place::{all, first};
use crate::painting::Painting;
use crate::region::{REGIONS, RegionCode};
use crate::state::{Selection, ViewState};
use crate::text::Lang;
use crate::view::{hidden, selected};

/// Colours, values, labels and names of all regions.
pub fn paint(state: &ViewState, lang: Lang) {
    let painting = Painting::of(state, lang);
    for (region, shape) in REGIONS.iter().zip(&painting.regions) {
        let dress = Dress {
            tone: shape.tone.slug(),
            value: &shape.value,
            label: &shape.label,
            spoken: &shape.spoken,
        };
        self::dress(region.digits, &dress);
    }
}

/// What one region shows, as in [`crate::painting::Shape`].
#[derive(Debug)]
pub struct Dress<'t> {
    pub tone: &'t str,
    pub value: &'t str,
    pub label: &'t str,
    pub spoken: &'t str,
}

/// Writes over the region itself, its magnified copy in the insets, and its label.
pub fn dress(code: &str, dress: &Dress<'_>) {
    for element in all(&format!(
        "[data-map] [data-region=\"{code}\"],[data-inset=\"{code}\"]"
    )) {
        let _ = element.set_attribute("data-tone", dress.tone);
        if element.has_attribute("data-region") {
            let _ = element.set_attribute("data-value", dress.value);
        }
        if let Some(link) = element.parent_element() {
            let _ = link.set_attribute("aria-label", dress.spoken);
        }
    }
    for label in all(&format!("[data-label=\"{code}\"]")) {
        label.set_text_content(Some(dress.label));
    }
    for label in all(&format!(
        "[data-label=\"{code}\"],[data-label-of=\"{code}\"]"
    )) {
        let _ = label.set_attribute("data-tone", dress.tone);
    }
}

/// What the map says of a region.
pub fn spoken(code: RegionCode) -> String {
    first(&format!("[data-map] [data-region=\"{}\"]", code.as_str()))
        .and_then(|shape| shape.parent_element()?.get_attribute("aria-label"))
        .unwrap_or_default()
}

/// Puts borders and labels of groups over the land, or takes them away.
pub fn regroup(borders: &str, labels: &str) {
    if let Some(mesh) = first("[data-map] .mesh") {
        let _ = mesh.set_attribute("d", borders);
    }
    if let Some(slot) = first("[data-slot=group]") {
        slot.set_inner_html(labels);
    }
}

/// Tells the style sheet what is switched off and what kind of thing is selected.
pub fn overlay(state: &ViewState) {
    if let Some(explore) = first(".explore") {
        let _ = explore.set_attribute("data-hidden", &hidden(state));
        let _ = explore.set_attribute("data-selected", selected(state));
    }
}

/// Marks the selection on the map, and in the charts.
pub fn mark(selection: Selection) {
    for element in all("[data-on]") {
        let _ = element.remove_attribute("data-on");
    }
    let selector = match selection {
        Selection::Nation => String::new(),
        Selection::Region(code) => {
            let code = code.as_str();
            format!("[data-region=\"{code}\"],[data-inset=\"{code}\"],[data-bar~=\"{code}\"]")
        }
        Selection::Cluster(id) => {
            let id = id.as_str();
            format!(
                "[data-cluster=\"{id}\"],[data-copy=\"{id}\"],[data-link^=\"{id}>\"],[data-link$=\">{id}\"]"
            )
        }
    };
    if !selector.is_empty() {
        for element in all(&selector) {
            let _ = element.set_attribute("data-on", "");
        }
    }
    // A stroke that neighbours cannot cover: the outline is the last thing drawn over the land.
    if let Some(outline) = first("[data-map] .outline") {
        let shape = match selection {
            Selection::Region(code) => {
                first(&format!("[data-map] [data-region=\"{}\"]", code.as_str()))
            }
            _ => None,
        };
        let path = shape
            .and_then(|shape| shape.get_attribute("d"))
            .unwrap_or_default();
        let _ = outline.set_attribute("d", &path);
    }
}
