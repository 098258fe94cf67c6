//! Texts for the reader's clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

// Declared here: as a feature of web-sys every program would be compiled with it.
#[wasm_bindgen]
extern "C" {
    /// Refused where the page may not write to the clipboard.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Copies a text; `done` is called where the browser allows it.
pub fn copy(text: &str, done: impl FnOnce() + 'static) {
    let Ok(written) = write_text(text) else {
        return;
    };
    spawn_local(async move {
        if JsFuture::from(written).await.is_ok() {
            done();
        }
    });
}
