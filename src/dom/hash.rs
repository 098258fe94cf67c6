//! The state in the URL: read after hydration and on back and forward, written on every change.

use wasm_bindgen::JsValue;

use super::place::{all, first};
use crate::state::ViewState;

/// The state that the URL asks for.
pub fn read(default: &ViewState) -> ViewState {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let mut state = ViewState::parse(&hash.unwrap_or_default(), default);
    // Bounds come from the lab, never from a URL.
    state.cut.lent = None;
    state
}

/// Whether the hash is about the state. One without a pair is a link to a place on the page, such as the
/// link past the map, and leaves the view as it is.
pub fn is_state() -> bool {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.is_none_or(|hash| hash.is_empty() || hash.contains('='))
}

/// Makes the URL say `state`, as a step of its own in the history. Silent where it says so already.
pub fn write(state: &ViewState, default: &ViewState) {
    let hash = state.to_hash(default);
    // As texts: a state also knows what it was lent, which no URL says.
    if read(default).to_hash(default) != hash {
        put(&hash);
    }
}

/// Makes the URL end in a hash, or in none where it is empty, as a step of its own in the history.
pub fn put(hash: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    if location
        .hash()
        .is_ok_and(|now| now.trim_start_matches('#') == hash)
    {
        return;
    }
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else {
        return;
    };
    let url = if hash.is_empty() {
        format!("{path}{query}")
    } else {
        format!("{path}{query}#{hash}")
    };
    go(&url);
}

/// Writes the URL. An embed leaves no steps behind: back is the article's.
pub fn go(url: &str) {
    // Refused in sandboxed frames: then the view still works, only without a history.
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = if first("[data-embed]").is_some() {
            history.replace_state_with_url(&JsValue::NULL, "", Some(url))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(url))
        };
    }
}

/// Makes the links to the other language, and from an embed to the page, lead to the same view.
pub fn carry() {
    for link in all("[data-other-language],[data-same-view]") {
        let Some(href) = link.get_attribute("href") else {
            continue;
        };
        let page = href.split('#').next().unwrap_or_default();
        let hash = web_sys::window().and_then(|window| window.location().hash().ok());
        let _ = link.set_attribute("href", &format!("{page}{}", hash.unwrap_or_default()));
    }
}
