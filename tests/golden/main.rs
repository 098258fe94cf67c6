//! Drawings and pages as they stand, beside this file, so that a change shows itself and a human can open
//! both versions in a browser.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` accepts what changed.

mod charts;
mod file;
mod panels;
