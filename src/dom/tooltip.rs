//! Places the tooltip beside the pointer, inside the window.

use wasm_bindgen::JsCast;

use super::place::first;
use crate::view::Hover;

/// Moves the tooltip; through the style object, which a strict CSP allows where it forbids attributes.
pub fn place(hover: &Hover) {
    let Some(tooltip) = first(".tooltip").and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    let width = web_sys::window()
        .and_then(|window| window.inner_width().ok()?.as_f64())
        .unwrap_or_default();
    let (x, y) = (hover.x, hover.y);
    // On the right half it hangs to the left of the pointer.
    let shift = if f64::from(x) * 2.0 > width {
        "calc(-100% - 12px)"
    } else {
        "12px"
    };
    let transform = format!("translate({x}px, {y}px) translate({shift}, 12px)");
    let _ = tooltip.style().set_property("transform", &transform);
}
