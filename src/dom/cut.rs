//! The controls of the classes: scheme, number, own bounds; and the note that the lab writes about them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::controls::{choose, value};
use super::event::{element, listen};
use super::intent::Intent;
use super::place::{all, document, first};
use crate::classify::{Breaks, Scheme};
use crate::cut::Cut;
use crate::state::ViewState;
use crate::text::Lang;

/// Listens to the controls, and to the note being opened.
pub fn start(intent: Intent) {
    let Some(document) = document() else { return };
    listen(&document, "change", move |event| {
        let mut next = intent.wanted();
        let control = element(&event);
        if control.is_some_and(|control| read(&control, &mut next, intent.place.lang)) {
            intent.show(next);
        }
    });
    listen(&document, "click", move |event| {
        let summary = element(&event).and_then(|e| e.closest("details.cut > summary").ok()?);
        if summary.is_some() {
            intent.explain();
        }
    });
}

/// Takes over what the reader has set; `false` where the control is none of these.
fn read(control: &Element, state: &mut ViewState, lang: Lang) -> bool {
    let value = value(control);
    match control.get_attribute("name").as_deref() {
        Some("scheme") => set_scheme(&value, state, lang),
        Some("classes") => {
            state.cut.lent = None;
            state.cut.k = Cut::parse_k(&value);
        }
        Some("bounds") => set_bounds(&value, state, lang),
        _ => return false,
    }
    true
}

/// Makes the controls say what the state says, and the note follow while it is open.
pub fn write(state: &ViewState, intent: Intent) {
    for (name, value) in [
        ("scheme", state.cut.scheme.map_or("", Scheme::slug)),
        (
            "classes",
            &*state.cut.k.map_or(String::new(), |k| k.to_string()),
        ),
    ] {
        for select in all(&format!(".cut select[name={name}]")) {
            choose(&select, value);
        }
    }
    if let Some(bounds) = bounds() {
        if let Some(Scheme::UserDefined(breaks)) = state.cut.scheme {
            bounds.set_value(&breaks.spelling());
        }
        bounds.set_custom_validity("");
    }
    if first("details.cut[open]").is_some() {
        intent.explain();
    }
}

/// Another scheme; its own bounds are those in the field beside it.
fn set_scheme(slug: &str, state: &mut ViewState, lang: Lang) {
    state.cut.lent = None;
    state.cut.scheme = Scheme::parse(slug);
    if state.cut.scheme.is_none()
        && !slug.is_empty()
        && let Some(field) = bounds()
    {
        let _ = field.focus();
        set_bounds(&field.value(), state, lang);
    }
}

/// Bounds as they were typed; what is no list of rising numbers stays in the field and is said there.
fn set_bounds(typed: &str, state: &mut ViewState, lang: Lang) {
    let breaks = Breaks::parse(&typed.replace(' ', ""));
    if let Some(breaks) = breaks {
        state.cut.lent = None;
        state.cut.scheme = Some(Scheme::UserDefined(breaks));
    }
    if let Some(field) = bounds() {
        let words = lang.text().bounds_hint;
        field.set_custom_validity(if breaks.is_some() { "" } else { words });
        field.report_validity();
    }
}

fn bounds() -> Option<HtmlInputElement> {
    first("[name=bounds]")?.dyn_into().ok()
}
