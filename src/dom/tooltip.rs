//! The tooltip: name, value, rank of what is under the pointer or has the focus.
//!
//! Assistive technology does not hear it: the shape's own name says the same.

use wasm_bindgen::JsCast;

use super::map;
use super::place::first;
use crate::state::{Selection, ViewState};
use crate::summary::Summary;
use crate::text::Lang;

/// Shows what `target` is beside a point of the window, in CSS pixels.
pub fn show(target: Selection, x: i32, y: i32, state: &ViewState, lang: Lang) {
    let words = match target {
        Selection::Nation => return hide(),
        // The map says it already, be it of the atlas' figures or the reader's own.
        Selection::Region(code) => map::spoken(code),
        Selection::Cluster(_) => {
            let mut of = *state;
            of.selection = target;
            let summary = Summary::of(&of, lang);
            format!("{}, {}", summary.title, summary.line)
        }
    };
    say(&words, x, y);
}

/// Shows words beside a point of the window.
pub fn say(words: &str, x: i32, y: i32) {
    let Some(tooltip) = element() else { return };
    tooltip.set_text_content(Some(words));
    tooltip.set_hidden(false);
    let width = web_sys::window()
        .and_then(|window| window.inner_width().ok()?.as_f64())
        .unwrap_or_default() as i32;
    // On the right half it hangs to the left of the pointer; on a phone neither side may leave the window.
    let shift = if x * 2 > width {
        format!("max(-100% - 12px, 4px - {x}px)")
    } else {
        let room = width - x - 4;
        format!("min(12px, {room}px - 100%)")
    };
    // Through the style object, which a strict CSP allows where it forbids attributes.
    let transform = format!("translate({x}px, {y}px) translate({shift}, 12px)");
    let _ = tooltip.style().set_property("transform", &transform);
}

pub fn hide() {
    if let Some(tooltip) = element() {
        tooltip.set_hidden(true);
    }
}

fn element() -> Option<web_sys::HtmlElement> {
    first("#tooltip")?.dyn_into().ok()
}
