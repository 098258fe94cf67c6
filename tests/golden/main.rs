//! Drawings and pages as they stand, beside this file, so that a change shows itself and a human can open
//! both versions in a browser.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` accepts what changed.

// Charts and pages are made natively; the browser has none of this code.
#![cfg(not(target_arch = "wasm32"))]

mod charts;
mod compare;
mod file;
mod panels;
mod pictures;
mod story;
