//! The client's edges inside a real browser: `cargo test --target wasm32-unknown-unknown --test web`.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_document_without_the_atlas_comes_live_and_does_not_trap() {
    // The runner does not call start functions by itself.
    kbio_atlas::start();
    let html = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .expect("a browser has a document");
    assert_eq!(html.get_attribute("data-ready").as_deref(), Some("true"));
}
