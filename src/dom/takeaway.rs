//! Brings the export desk when a reader first opens it: its program, which does all the rest.

use wasm_bindgen::JsCast;
use web_sys::HtmlScriptElement;

use super::event::{element, listen};
use super::place::{document, first};
use crate::text::Lang;

/// Listens for the desk being opened.
pub fn start(lang: Lang) {
    let Some(document) = document() else { return };
    listen(&document, "click", move |event| {
        let summary = element(&event).and_then(|e| e.closest(".export > summary").ok()?);
        if summary.is_some() {
            fetch(lang);
        }
    });
}

/// Adds the program to the page, unless it is there or on its way.
fn fetch(lang: Lang) -> Option<()> {
    let document = document()?;
    let slot = first("[data-slot=export]:empty")?;
    slot.set_text_content(Some(lang.text().loading));
    let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
    script.set_type("module");
    // Its address carries a hash of its content, as every other program's does.
    script.set_src(&document.document_element()?.get_attribute("data-export")?);
    listen(&script, "error", move |_| {
        slot.set_text_content(Some(lang.text().layouts_failed));
    });
    document.head()?.append_child(&script).ok()?;
    Some(())
}
