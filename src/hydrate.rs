//! The client's entry: brings `<div id="atlas">` to life and then says so.

use crate::demo::View;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Runs when the WebAssembly starts. `<html data-ready="true">` tells tests and embedders that the page is live.
#[wasm_bindgen(start)]
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
