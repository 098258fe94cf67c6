//! The keyboard's place when the panel changes under it.

use wasm_bindgen::JsCast;

use super::place::{document, first};

/// Moves the focus from inside the panel to the panel's title, before what has the focus is replaced or
/// hidden and the focus falls back to the top of the page.
pub fn keep() {
    let focused = document().and_then(|document| document.active_element());
    let is_in_panel = focused
        .and_then(|element| element.closest(".panel").ok().flatten())
        .is_some();
    let title = first(".panel-head h2").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let (true, Some(title)) = (is_in_panel, title) {
        // In reach of scripts, not of the Tab key.
        let _ = title.set_attribute("tabindex", "-1");
        let _ = title.focus();
    }
}
