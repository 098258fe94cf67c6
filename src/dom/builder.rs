//! The embed builder: what its form says goes to the lab, the answer onto the page; and copying.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::event::{element, listen};
use super::place::{Place, all, document, first};
use super::{clipboard, controls, lab};
use crate::page::Page;

/// Brings the builder to life, on its page.
pub fn start(place: &Place) {
    let Some(document) = document() else { return };
    if place.page != Page::Builder {
        return;
    }
    let place: &'static Place = Box::leak(Box::new(place.clone()));
    if let Some(address) = came_from(place) {
        put("address", &address);
    }
    ask(place);
    listen(&document, "change", move |event| {
        let name = element(&event).and_then(|control| control.get_attribute("name"));
        if name.as_deref() == Some("view") {
            // What is chosen from the list is meant, not what was pasted before.
            put("address", "");
        }
        ask(place);
    });
    listen(&document, "submit", |event| event.prevent_default());
    listen(&document, "click", |event| {
        let button = element(&event).and_then(|e| e.closest("[data-copy-snippet]").ok()?);
        if let Some(button) = button {
            copy_beside(&button);
        }
    });
}

/// The view that the reader came from: `?view=region/43/#measure=share`, or of the first page only the hash.
fn came_from(place: &Place) -> Option<String> {
    let location = web_sys::window()?.location();
    let (search, hash) = (location.search().ok()?, location.hash().ok()?);
    let view = search.strip_prefix("?view=").unwrap_or_default();
    // A hash without a pair is a place on this page.
    let is_said = !view.is_empty() || hash.contains('=');
    is_said.then(|| [place.lang.prefix(), view, &hash].concat())
}

fn control(name: &str) -> Option<Element> {
    first(&["[data-builder] [name=", name, "]"].concat())
}

fn put(name: &str, value: &str) {
    if let Some(input) = control(name).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(value);
    }
}

/// The form as lines of `name=value`, and where the site stands.
fn form(place: &Place) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    let base = place.root.strip_suffix(place.lang.prefix());
    let mut out = ["site=", &origin.unwrap_or_default(), base.unwrap_or("/")].concat();
    for control in all("[data-builder] [name]") {
        let input = control.dyn_ref::<HtmlInputElement>();
        let value = match input.filter(|input| input.type_() == "checkbox") {
            Some(tick) => tick.checked().to_string(),
            None => controls::value(&control),
        };
        let name = control.get_attribute("name").unwrap_or_default();
        out.push_str(&["\n", &name, "=", &value].concat());
    }
    out
}

fn ask(place: &'static Place) {
    let asked = form(place);
    let put = move |answer: Option<String>, asked: &str| {
        // A later choice has a later answer; without the lab the first one stays.
        if let (Some(slot), Some(answer)) = (first("[data-slot=snippets]"), answer)
            && form(place) == asked
        {
            slot.set_inner_html(&answer);
        }
    };
    let text = asked.clone();
    lab::ask(
        "embed",
        &text,
        place,
        Box::new(move |answer| put(answer, &asked)),
    );
}

/// Copies the text that stands under a button.
fn copy_beside(button: &Element) {
    let text = button
        .closest("section")
        .ok()
        .flatten()
        .and_then(|section| section.query_selector("pre").ok()?)
        .and_then(|text| text.text_content());
    let (Some(text), button) = (text, button.clone()) else {
        return;
    };
    clipboard::copy(&text, move || {
        let done = button.get_attribute("data-done");
        button.set_text_content(done.as_deref());
        if let Some(announcer) = first("#announcer") {
            announcer.set_text_content(done.as_deref());
        }
    });
}
