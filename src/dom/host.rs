//! The page around an embed: what it asks for, and what it is told.
//!
//! `assets/frame.js` carries both: it hands on commands whose shape it has checked as `kbio:command`, and whatever
//! is said as `kbio:event`. Here a command is only ever a place, a view or a step that exists; it leads nowhere
//! else and writes no markup.

use core::cell::Cell;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Event};

use super::event::{element, listen, named};
use super::exchange::{Word, hear};
use super::intent::Intent;
use super::place::{document, first};
use super::walk;
use crate::escape::joined;
use crate::state::{NATION, Selection, ViewState};
use crate::text::Lang;

thread_local! {
    /// What the pointer or the focus is on.
    static HOVERED: Cell<Option<Selection>> = const { Cell::new(None) };
}

/// Listens and tells, where the page is an embed; `intent` is that of a page with a map.
pub fn start(intent: Option<Intent>) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let html = document.document_element();
    let Some(html) = html.filter(|html| html.has_attribute("data-embed")) else {
        return;
    };
    listen(&document, "kbio:command", move |event| {
        if let Err(why) = obey(&field(&event, "detail"), intent) {
            let fields = [("code", "command".into()), ("message", why.into())];
            tell("error", fields);
        }
    });
    if let Some(intent) = intent {
        watch(&document, &html, intent);
    }
    listen(&window, "hashchange", |_| {
        let step = first(".step:target").and_then(|step| step.get_attribute("data-step"));
        if let Some(Ok(step)) = step.map(|step| step.parse::<u8>()) {
            tell("step", [("step", step.into())]);
        }
    });
}

const NOT_HERE: &str = "this page has no such thing";

/// Does what a command says, or says why not.
fn obey(command: &JsValue, intent: Option<Intent>) -> Result<(), &'static str> {
    let data = field(command, "data");
    let text = |name| field(&data, name).as_string().unwrap_or_default();
    match field(command, "type").as_string().as_deref() {
        Some("select") => {
            let intent = intent.ok_or(NOT_HERE)?;
            let place = text("place");
            let nation = (place == NATION).then_some(Selection::Nation);
            let selection = nation.or_else(|| named(&place));
            let selection = selection.ok_or("no region has this code, no cluster this id")?;
            intent.change(|next| next.selection = selection);
        }
        Some("set") => match intent {
            Some(intent) => {
                let before = intent.wanted();
                let mut next = ViewState::parse(&text("view"), &before);
                // Bounds come from the lab, never from a message.
                next.cut.lent = None;
                if next.to_hash(&intent.default) != before.to_hash(&intent.default) {
                    intent.show(next);
                }
            }
            // Pages without a map follow their hash, each with a grammar of its own.
            None => turn(&text("view")),
        },
        Some("step") => {
            let step = field(&data, "step").as_f64().unwrap_or_default() as u8;
            let section = joined(&[".step[data-step=\"", &step.to_string(), "\"][id]"]);
            turn(&first(&section).ok_or(NOT_HERE)?.id());
        }
        _ => return Err("not a command of this version"),
    }
    Ok(())
}

/// Makes the frame's own address end in this hash, which the page's own parser reads.
fn turn(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Tells what is selected, and what is looked at.
fn watch(document: &Document, html: &Element, intent: Intent) {
    let lang = intent.place.lang;
    let before = Cell::new(intent.shown().selection);
    hear(Word::Shown, intent.default, move |now| {
        if before.replace(now.selection) != now.selection {
            tell("select", place(now.selection, lang));
        }
    });
    let hover = move |now: Option<Selection>| {
        if HOVERED.replace(now) != now {
            tell("hover", place(now.unwrap_or(Selection::Nation), lang));
        }
    };
    for kind in ["pointermove", "focusin"] {
        listen(document, kind, move |event| {
            hover(element(&event).and_then(|element| walk::on_map(&element)));
        });
    }
    listen(html, "pointerleave", move |_| hover(None));
}

/// `{ kind, place, name }`; the nation is where nothing is selected.
fn place(selection: Selection, lang: Lang) -> [(&'static str, JsValue); 3] {
    let (kind, place, name) = match selection {
        Selection::Nation => ("nation", NATION, lang.text().nation),
        Selection::Region(code) => ("region", code.as_str(), code.region().name.get(lang)),
        Selection::Cluster(id) => ("cluster", id.as_str(), id.cluster().name.get(lang)),
    };
    [
        ("kind", kind.into()),
        ("place", place.into()),
        ("name", name.into()),
    ]
}

fn tell<const N: usize>(kind: &str, data: [(&str, JsValue); N]) {
    let detail = object([("type", kind.into()), ("data", object(data))]);
    if let (Some(document), Ok(event)) = (document(), Event::new("kbio:event")) {
        let _ = Reflect::set(&event, &"detail".into(), &detail);
        let _ = document.dispatch_event(&event);
    }
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// A field, or undefined where there is none.
fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
