//! The reader's own data on the map: files and pasted rows go to the lab, its answer over the atlas' figures.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::equip::refresh_marks;
use super::event::{element, listen};
use super::intent::Intent;
use super::place::{Place, all, document, first};
use super::{fragment, lab, legend, map, title};
use crate::desk;
use crate::text::Lang;

const FAULT: &str = "[data-slot=own-fault]";
/// In the order of the answer's parts.
const SLOTS: [&str; 3] = [
    "[data-slot=own-head]",
    "[data-slot=own-legend]",
    "[data-slot=own-panel]",
];

/// Listens to the desk and to files dropped on the page.
pub fn start(intent: Intent) {
    let Some(document) = document() else { return };
    for kind in ["click", "change", "dragover", "drop"] {
        listen(&document, kind, move |event| {
            hear(&event, intent);
        });
    }
    let follow = move || follow(intent.place);
    follow();
    if let Some(window) = web_sys::window() {
        listen(&window, "hashchange", move |_| {
            follow();
        });
    }
}

/// Opens the rows that the address holds, if it does.
fn follow(place: &Place) -> Option<()> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let rows = hash.strip_prefix('#')?.strip_prefix(desk::ADDRESS)?;
    // Longer ones are none of ours, and one that is not percent-encoded says nothing.
    let rows = (rows.len() <= desk::MAX_ADDRESS).then_some(rows)?;
    let rows = js_sys::decode_uri_component(rows).ok()?;
    // Nobody has asked for it on this page: the focus stays where it is.
    ask("linked", "nobody", &rows.into(), place);
    Some(())
}

/// Whether the map shows data of the reader's.
pub fn is_shown() -> bool {
    title::is_lent()
}

/// Takes the reader's data off the page; the map has yet to be painted.
pub fn leave() {
    if let Some(html) = html() {
        let _ = html.remove_attribute(title::LENT);
    }
    put([""; 3]);
    say("");
}

fn hear(event: &Event, intent: Intent) -> Option<()> {
    let place = intent.place;
    if let Some(drag) = event.dyn_ref::<DragEvent>() {
        let carried = drag.data_transfer()?;
        // A text that is dragged is the browser's business.
        if carried.types().includes(&"Files".into(), 0) {
            event.prevent_default();
            // There are none until they are let go.
            open(&carried.files()?.get(0)?.into(), place);
        }
        return None;
    }
    let target = element(event)?;
    if event.type_() == "change" {
        let name = target.get_attribute("name")?;
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            if name == "own-file" {
                open(&input.files()?.get(0)?.into(), place);
                // The same file, mended, can be chosen again.
                input.set_value("");
            }
        } else if name.starts_with("own-") {
            let lang = place.lang;
            lab::ask(
                "own",
                &asked(),
                place,
                Box::new(move |answer| show(answer, &name, lang)),
            );
        }
        return None;
    }
    match &*target
        .closest("[data-own]")
        .ok()??
        .get_attribute("data-own")?
    {
        "desk" if first("[data-slot=own-desk]")?.child_element_count() == 0 => {
            let url = format!("{}{}", place.root, desk::FILE);
            fragment::load(
                "own-desk",
                url,
                place.root.clone(),
                place.lang,
                refresh_marks,
            );
        }
        "read" => {
            let rows: HtmlTextAreaElement = first("[name=own-rows]")?.dyn_into().ok()?;
            open(&rows.value().into(), place);
        }
        "back" => {
            leave();
            legend::leave(None);
            intent.show(intent.shown());
            focus(".own-desk summary");
        }
        _ => {}
    }
    None
}

/// A `File`, or a text.
fn open(what: &JsValue, place: &Place) {
    ask("open", "", what, place);
}

fn ask(subject: &str, asked_by: &'static str, what: &JsValue, place: &Place) {
    let lang = place.lang;
    say(place.lang.text().loading);
    lab::ask_about(
        subject,
        what,
        place,
        Box::new(move |answer| show(answer, asked_by, lang)),
    );
}

/// What the selects above the map say.
fn asked() -> String {
    let mut out = String::new();
    for select in all("select[name^=own-]") {
        if let Some(select) = select.dyn_ref::<web_sys::HtmlSelectElement>() {
            out.push_str(&select.name());
            out.push('=');
            out.push_str(&select.value());
            out.push('&');
        }
    }
    out
}

/// Shows an answer; `changed` is the select that asked for it, or nothing where a file was opened.
fn show(answer: Option<String>, changed: &str, lang: Lang) {
    let answer = answer.unwrap_or_default();
    let mut parts = answer.split(desk::PART);
    let (Some(head), Some(legend), Some(panel)) = (parts.next(), parts.next(), parts.next()) else {
        let fault = first(FAULT);
        // The lab's own sentence; without one it could not be had or has failed.
        match (answer.as_str(), fault) {
            ("", Some(fault)) => say(&fault.get_attribute("data-failed").unwrap_or_default()),
            (markup, Some(fault)) => fault.set_inner_html(markup),
            _ => {}
        }
        return;
    };
    say("");
    put([head, legend, panel]);
    if let Some(html) = html() {
        let _ = html.set_attribute(title::LENT, "");
    }
    for row in all("[data-slot=own-panel] [data-bar]") {
        let said = |name: &str| row.get_attribute(name).unwrap_or_default();
        map::dress(
            &said("data-bar"),
            &map::Dress {
                tone: &said("data-tone"),
                value: &said("data-full"),
                label: &said("data-short"),
                spoken: &said("data-spoken"),
            },
        );
    }
    legend::leave(None);
    refresh_marks();
    let words = first(".own-head h1").and_then(|title| title.text_content());
    title::write(&words.unwrap_or_default(), lang);
    if changed.is_empty() {
        if let Some(desk) = first(".own-desk") {
            let _ = desk.remove_attribute("open");
        }
        focus(".own-head h1");
    } else {
        focus(&format!("[name={changed}]"));
    }
}

fn put(parts: [&str; 3]) {
    for (slot, part) in SLOTS.iter().zip(parts) {
        if let Some(slot) = first(slot) {
            slot.set_inner_html(part);
        }
    }
}

fn say(words: &str) {
    if let Some(fault) = first(FAULT) {
        fault.set_text_content(Some(words));
    }
}

fn focus(selector: &str) {
    if let Some(element) = first(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn html() -> Option<Element> {
    document()?.document_element()
}
