//! The shapes of the 시군구, wherever they are: painted from the table beside them, pointed at, walked over,
//! chosen.

use core::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, SvgElement};

use super::event::{element, listen};
use super::place::{all, document, first};
use super::tooltip;
use super::walk::ARROWS;

thread_local! {
    /// The code of the chosen one; empty for none.
    static CHOSEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens to the map; `chosen` hears the code of what is clicked.
pub fn start(chosen: fn(&str)) {
    let Some(document) = document() else { return };
    listen(&document, "click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        let is_plain = !click.ctrl_key() && !click.meta_key() && !click.shift_key();
        if let Some(link) = district(&event).filter(|_| is_plain) {
            event.prevent_default();
            chosen(&code(&link));
        }
    });
    listen(&document, "keydown", move |event| {
        let (Some(key), Some(link)) = (event.dyn_ref::<KeyboardEvent>(), district(&event)) else {
            return;
        };
        let key = key.key();
        if key == " " {
            chosen(&code(&link));
        } else if let Some(direction) = ARROWS.iter().position(|arrow| *arrow == key) {
            let ways = link.get_attribute("data-near").unwrap_or_default();
            let next = ways.split(' ').nth(direction).and_then(link_of);
            if let Some(next) = next.and_then(|next| next.dyn_into::<SvgElement>().ok()) {
                let _ = next.focus();
            }
        } else {
            return;
        }
        event.prevent_default();
    });
    listen(&document, "focusin", |event| {
        if let Some(link) = district(&event) {
            stop(&link);
            for ring in all("[data-map] .ring-of") {
                outline(&ring, Some(&link));
            }
            let bounds = link.get_bounding_client_rect();
            tooltip::say(
                &label(&link),
                (bounds.x() + bounds.width() / 2.0) as i32,
                (bounds.y() + bounds.height() / 2.0) as i32,
            );
        }
    });
    listen(&document, "pointermove", |event| {
        if let (Some(pointer), Some(link)) = (event.dyn_ref::<PointerEvent>(), district(&event))
            && pointer.pointer_type() != "touch"
        {
            tooltip::say(&label(&link), pointer.client_x(), pointer.client_y());
        }
    });
}

/// Paints the shapes after the rows of the table, gives the map one tab stop, and marks the chosen one.
pub fn paint() {
    let links = all("[data-map] [data-district]");
    for link in &links {
        if let Some(row) = row(&code(link)) {
            for (from, to) in [("data-tone", "data-tone"), ("data-label", "aria-label")] {
                if let Some(text) = row.get_attribute(from) {
                    let _ = link.set_attribute(to, &text);
                }
            }
        }
    }
    if let (Some(link), None) = (links.first(), first("[data-district][tabindex=\"0\"]")) {
        stop(link);
    }
    CHOSEN.with_borrow(|code| mark(code));
}

/// Chooses the district with a code; any other text chooses none.
pub fn choose(code: &str) {
    CHOSEN.with_borrow_mut(|chosen| code.clone_into(chosen));
    mark(code);
}

fn mark(code: &str) {
    for row in all("tr[data-on]") {
        let _ = row.remove_attribute("data-on");
    }
    if let Some(row) = row(code) {
        let _ = row.set_attribute("data-on", "");
    }
    let link = link_of(code);
    for chosen in all("[data-map] .picked") {
        outline(&chosen, link.as_ref());
    }
    let label = link.as_ref().map(label).unwrap_or_default();
    for line in all("[data-chosen]") {
        line.set_text_content(Some(&label));
    }
    for crumb in all("[data-crumb]") {
        crumb.set_text_content(label.split(": ").next());
    }
}

/// Draws around a link's shape, or nothing.
fn outline(path: &Element, link: Option<&Element>) {
    let shape = link.and_then(|link| link.first_element_child());
    let d = shape.and_then(|shape| shape.get_attribute("d"));
    let _ = path.set_attribute("d", &d.unwrap_or_default());
}

/// Makes this the only link of the map that Tab reaches.
fn stop(link: &Element) {
    for other in all("[data-near]") {
        let _ = other.set_attribute("tabindex", "-1");
    }
    let _ = link.set_attribute("tabindex", "0");
}

/// The link of the shape that an event is about.
#[inline(never)]
fn district(event: &Event) -> Option<Element> {
    element(event)?.closest("[data-map] [data-district]").ok()?
}

fn code(link: &Element) -> String {
    link.get_attribute("data-district").unwrap_or_default()
}

fn label(link: &Element) -> String {
    link.get_attribute("aria-label").unwrap_or_default()
}

fn link_of(code: &str) -> Option<Element> {
    is_code(code).then(|| first(&format!("[data-map] [data-district=\"{code}\"]")))?
}

fn row(code: &str) -> Option<Element> {
    is_code(code).then(|| document()?.get_element_by_id(&format!("u{code}")))?
}

/// What comes from the URL goes into no selector unless it looks like a code.
fn is_code(code: &str) -> bool {
    code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())
}
