//! The network page: its filters, and one place alone.
//!
//! Every control has a `name`; what is chosen stands in the hash under it, where it is not what the page comes
//! with. Arcs and rows carry the same facts (`network::filters`), so one rule hides both.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use super::event::{element, listen};
use super::{fragment, hash};
use super::place::{Place, all, document, first};
use crate::page::Page;

/// The names of the controls, in the order of the hash.
const NAMES: [&str; 7] = [
    "layers", "rule", "focus", "kind", "year", "programme", "standing",
];

/// Brings the network to life, on its page.
pub fn start(place: &Place) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    if place.page != Page::Network {
        return;
    }
    let usual: &'static [String] = Box::leak(NAMES.map(value).into());
    let read = || {
        if hash::is_state() {
            read(usual);
            settle();
        }
    };
    read();
    for kind in ["popstate", "hashchange"] {
        listen(&window, kind, move |_| read());
    }
    listen(&document, "change", |event| {
        if element(&event).is_some_and(|control| control.has_attribute("name")) {
            changed(usual);
        }
    });
    listen(&document, "click", |event| {
        if let Some(id) = pressed(&event) {
            event.prevent_default();
            alone(&id);
            changed(usual);
        }
    });
    for kind in ["pointerover", "focusin"] {
        listen(&document, kind, |event| {
            look(element(&event).and_then(|it| meant(&it)).as_deref());
        });
    }
}

/// After a change by the reader.
fn changed(usual: &[String]) {
    settle();
    let mut out = String::new();
    for (name, usual) in NAMES.iter().zip(usual) {
        let now = value(name);
        if now != *usual {
            out.push_str(if out.is_empty() { "" } else { "&" });
            out.push_str(name);
            out.push('=');
            out.push_str(&now);
        }
    }
    hash::put(&out);
    hash::carry();
}

/// The controls as the hash has them; what it does not name, or what does not exist, is as usual.
fn read(usual: &[String]) {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    for (name, usual) in NAMES.iter().zip(usual) {
        let mut pairs = hash.trim_start_matches('#').split('&');
        let wanted = pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        choose(name, wanted.unwrap_or(usual));
        if value(name).is_empty() && !usual.is_empty() && wanted != Some("") {
            choose(name, usual);
        }
    }
}

fn controls(name: &str) -> Vec<Element> {
    all(&format!("[data-network] [name=\"{name}\"]"))
}

/// What is chosen under a name: the ticked values with commas between.
fn value(name: &str) -> String {
    let mut out = String::new();
    for control in controls(name) {
        let value = match control.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.checked() => input.value(),
            Some(_) => continue,
            None => match control.dyn_ref::<HtmlSelectElement>() {
                Some(select) => select.value(),
                None => continue,
            },
        };
        if !out.is_empty() {
            out.push(',');
        }
        out.push_str(&value);
    }
    out
}

fn choose(name: &str, wanted: &str) {
    for control in controls(name) {
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            input.set_checked(wanted.split(',').any(|value| value == input.value()));
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            select.set_value(wanted);
        }
    }
}

/// Fetches the planes when they are first wanted.
fn draw_planes() {
    let Some(note) = first("p[data-slot=planes]") else {
        return;
    };
    let is_wanted = value("layers").ends_with("planes");
    if !is_wanted || note.has_attribute("aria-busy") {
        return;
    }
    let _ = note.set_attribute("aria-busy", "true");
    let put = move |text: Option<String>| {
        if text.is_none() {
            // Asked for again, they may come.
            let _ = note.remove_attribute("aria-busy");
            note.set_text_content(note.get_attribute("data-failed").as_deref());
        }
        for (slot, markup) in all(".planes").iter().zip(text.unwrap_or_default().split('\n')) {
            slot.set_inner_html(markup);
        }
    };
    fragment::fetch("planes.html".into(), Box::new(put));
}

/// Hides what the filters leave out, on the map and in the table, and says how many links are left.
fn settle() {
    draw_planes();
    let [_, _, focus, kinds, year, programme, standing] = NAMES.map(value);
    let mut count = 0;
    for link in all("[data-link]") {
        let fact = |name: &str| link.get_attribute(name).unwrap_or_default();
        let is = |name: &str, wanted: &str| wanted.is_empty() || fact(name) == wanted;
        let shown = kinds.split(',').any(|kind| kind == fact("data-family"))
            && fact("data-year") <= year
            && is("data-programme", &programme)
            && is("data-standing", &standing)
            && touches(&fact("data-link"), &focus);
        let _ = link.toggle_attribute_with_force("hidden", !shown);
        count += u32::from(shown && link.local_name() == "tr");
    }
    if let Some(tally) = first("[data-count]") {
        let count = count.to_string();
        let _ = tally.set_attribute("data-value", &count);
        tally.set_text_content(Some(&count));
    }
}

/// Whether a link `a>b` is the one looked for or ends there; every link does where nothing is looked for.
fn touches(link: &str, wanted: &str) -> bool {
    wanted.is_empty()
        || link == wanted
        || link
            .split('>')
            .any(|end| end == wanted)
}

/// Looks at one place alone, or, if it is that already, at all again.
fn alone(id: &str) {
    let wanted = if value("focus") == id { "" } else { id };
    choose("focus", wanted);
}

/// Lights the links of a place up, or the link of a row; without one all are lit.
fn look(wanted: Option<&str>) {
    if let Some(network) = first("[data-network]") {
        let kind = if wanted.is_some() { "cluster" } else { "nation" };
        let _ = network.set_attribute("data-selected", kind);
    }
    for link in all("path[data-link]") {
        let fact = link.get_attribute("data-link").unwrap_or_default();
        let on = wanted.is_some_and(|wanted| touches(&fact, wanted));
        let _ = link.toggle_attribute_with_force("data-on", on);
    }
}

/// The place or link that an element stands for.
fn meant(element: &Element) -> Option<String> {
    let holder = element
        .closest("[data-cluster],[data-copy],[data-body],tr[data-link]")
        .ok()??;
    ["data-cluster", "data-copy", "data-body", "data-link"]
        .iter()
        .find_map(|name| holder.get_attribute(name))
}

/// The place on the map that a click is for; clicks for a new tab are the browser's own.
fn pressed(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<web_sys::MouseEvent>()?;
    let element = element(event)?;
    let is_plain = !(click.ctrl_key() || click.meta_key() || click.shift_key());
    (is_plain && element.closest("[data-network] .map").ok()?.is_some())
        .then(|| meant(&element))?
}
