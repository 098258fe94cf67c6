//! The client's entry: brings `<div id="atlas">` to life and then says so.

use crate::demo::View;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Called by `assets/boot.js` once the WebAssembly is there; not a start function, so that tests may
/// load the crate without a page. `<html data-ready="true">` then says that the page is live.
#[wasm_bindgen]
pub fn hydrate() -> Result<(), JsValue> {
    let document = document();
    let atlas = document
        .get_element_by_id("atlas")
        .ok_or("the page has no <div id=\"atlas\">")?
        .dyn_into()?;
    leptos::mount::hydrate_from(atlas, View).forget();
    match document.document_element() {
        Some(html) => html.set_attribute("data-ready", "true"),
        None => Ok(()),
    }
}
