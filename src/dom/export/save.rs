//! Hands a file to the reader.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::super::event::callback;
use super::super::place::document;

/// Milliseconds after which the browser has the file and its address may end.
const PATIENCE: i32 = 60_000;

/// As a download by this name; `None` where the browser makes none.
pub fn save(bytes: &[u8], name: &str, media_type: &str) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let plain = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let blob = plain
        .slice_with_f64_and_f64_and_content_type(0.0, plain.size(), media_type)
        .ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    // Firefox follows only links that are on the page.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    let end = callback(move |_| {
        let _ = Url::revoke_object_url(&url);
    });
    let _ =
        web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(&end, PATIENCE);
    Some(())
}
