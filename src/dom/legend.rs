//! The legend answers: where is the region under the pointer, and which regions are in a class.

use web_sys::Element;

use super::place::all;
use crate::state::Selection;

/// Lights the dot of a region; none for anything else.
pub fn light(target: Option<Selection>) {
    for dot in all("[data-lit]") {
        let _ = dot.remove_attribute("data-lit");
    }
    if let Some(Selection::Region(code)) = target {
        for dot in all(&format!("[data-dot~=\"{}\"]", code.as_str())) {
            let _ = dot.set_attribute("data-lit", "");
        }
    }
}

/// Leaves one class on the map, or all again where it stands alone already; `false` where the element is no
/// class of the legend.
pub fn isolate(element: &Element) -> bool {
    let Some(class) = element.closest("[data-only]").ok().flatten() else {
        return false;
    };
    let is_alone = class.get_attribute("aria-pressed").as_deref() == Some("true");
    leave(class.get_attribute("data-only").filter(|_| !is_alone));
    true
}

/// Fades every shape of another tone; all are back without one.
pub fn leave(tone: Option<String>) {
    for class in all("[data-only]") {
        let is_left = tone.is_some() && class.get_attribute("data-only") == tone;
        let _ = class.set_attribute("aria-pressed", if is_left { "true" } else { "false" });
    }
    for shape in all("[data-map] [data-tone]") {
        let is_faded = tone.is_some() && shape.get_attribute("data-tone") != tone;
        let _ = shape.toggle_attribute_with_force("data-faded", is_faded);
    }
}
