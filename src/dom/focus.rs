//! The keyboard's place when the panel changes under it.

use wasm_bindgen::JsCast;

use super::event::callback;
use super::place::{document, first};

/// Moves the focus from inside the panel to the panel's title, as what has the focus is replaced or hidden and
/// the focus would fall back to the top of the page. Called before the panel changes; acts after, as the title
/// itself is written anew.
pub fn keep() {
    let focused = document().and_then(|document| document.active_element());
    let panel = focused.and_then(|element| element.closest(".panel").ok().flatten());
    let (Some(_), Some(window)) = (panel, web_sys::window()) else {
        return;
    };
    let then = callback(|_| {
        if let Some(title) = first(".panel-head h2")
            && let Ok(title) = title.dyn_into::<web_sys::HtmlElement>()
        {
            // In reach of scripts, not of the Tab key.
            let _ = title.set_attribute("tabindex", "-1");
            let _ = title.focus();
        }
    });
    let _ = window.set_timeout_with_callback(&then);
}
