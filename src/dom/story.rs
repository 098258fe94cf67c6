//! The story: which step is in view, in the list of steps, in the map beside the text, and in the hash.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

use super::event::{element, listen};
use super::place::{all, first};

/// On any other page nothing happens.
pub fn start() {
    let (Some(window), Some(list)) = (web_sys::window(), first(".step-list")) else {
        return;
    };
    for kind in ["scroll", "resize"] {
        listen(&window, kind, |_| follow());
    }
    listen(&window, "hashchange", |_| obey());
    listen(&list, "keydown", |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>();
        let Some(key) = key.filter(|key| !key.ctrl_key() && !key.meta_key() && !key.alt_key())
        else {
            return;
        };
        let links = all(".step-list a");
        let here = element(&event).and_then(|link| links.iter().position(|other| *other == link));
        let next = match (here, key.key().as_str()) {
            (Some(here), "ArrowDown" | "ArrowRight" | "j") => here + 1,
            (Some(here), "ArrowUp" | "ArrowLeft" | "k") => here.wrapping_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(link) = links
            .get(next)
            .and_then(|link| link.dyn_ref::<HtmlElement>())
        {
            // A click would do, were it not that going to a part of the page takes the focus away, in Firefox later
            // than anything here. Giving it back must not scroll as well.
            if let Some(step) = link.get_attribute("href").and_then(|href| first(&href)) {
                step.scroll_into_view();
            }
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            let _ = link.focus_with_options(&still);
        }
    });
    obey();
    // The browser may have gone to the address before anyone listened.
    follow();
}

/// Goes to the step that the hash names as `#step=3`.
fn obey() {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let step = hash.as_deref().and_then(|hash| hash.strip_prefix("#step="));
    let is_it = |element: &Element| element.get_attribute("data-step").as_deref() == step;
    if let Some(step) = all(".step").into_iter().find(is_it) {
        step.scroll_into_view();
    }
}

/// Marks the step whose text has reached the middle of the window.
fn follow() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let middle = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default()
        / 2.0;
    let steps = all(".step");
    let reached = |step: &Element| step.get_bounding_client_rect().top() <= middle;
    let here = steps.iter().rposition(reached).unwrap_or(0);
    let Some(step) = steps
        .get(here)
        .filter(|step| !step.has_attribute("data-on"))
    else {
        return;
    };
    for other in &steps {
        let _ = other.remove_attribute("data-on");
    }
    let _ = step.set_attribute("data-on", "");
    for (place, link) in all(".step-list a").iter().enumerate() {
        if place == here {
            let _ = link.set_attribute("aria-current", "step");
            show_in_row(link);
        } else {
            let _ = link.remove_attribute("aria-current");
        }
    }
    // In place of the one before, so that back leaves the story. Refused in sandboxed frames.
    if let (Ok(history), Some(number)) = (window.history(), step.get_attribute("data-step")) {
        let hash = format!("#step={number}");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&hash));
    }
}

/// Where the list is wider than the window, the current link comes to its start.
fn show_in_row(link: &Element) {
    if let (Some(row), Some(link)) = (first(".step-list ol"), link.dyn_ref::<HtmlElement>()) {
        row.set_scroll_left(link.offset_left());
    }
}
