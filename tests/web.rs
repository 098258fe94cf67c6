//! The client's edges inside a real browser: `cargo test --target wasm32-unknown-unknown --test web`.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_page_without_the_atlas_is_an_error_and_not_a_trap() {
    let error = kbio_atlas::hydrate().expect_err("this document has no atlas");
    assert_eq!(
        error.as_string().as_deref(),
        Some("the page has no <div id=\"atlas\">")
    );
}
