//! `cargo xtask test`: every ring of tests, cheapest first, the browsers last.

use crate::step::{command, heading, run, step};
use crate::toolchain::{self, Needs, WASM_TARGET};
use crate::{Result, dist, root};
use std::path::PathBuf;

/// The path of the second build, which proves that the site works in a sub-folder of a host.
pub const SUB_FOLDER: &str = "/atlas/";

/// Rings that need no browser: name and command.
const QUICK: [(&str, &str); 4] = [
    ("format", "cargo fmt --all --check"),
    (
        "lint",
        "cargo clippy --workspace --all-targets --locked -- -D warnings",
    ),
    (
        "lint for the browser",
        "cargo clippy --workspace --exclude xtask --lib --bins --target wasm32-unknown-unknown --locked -- -D warnings",
    ),
    ("tests", "cargo test --workspace --locked"),
];

/// Runs the rings in order and stops at the first that fails.
///
/// The very last lines are the browser ring's own summary: nothing is printed after it.
pub fn all(quick: bool) -> Result {
    let needs = if quick { Needs::Tests } else { Needs::Browsers };
    step("set-up", || toolchain::prepare(needs))?;
    for (name, line) in QUICK {
        step(name, || run(&mut command(line)))?;
    }
    if quick {
        return Ok(());
    }
    step("tests inside the browser", || {
        let line = format!("cargo test --locked --target {WASM_TARGET} --test web");
        run(&mut command(&line))
    })?;
    step("site", || dist::bundle(&dist::folder(), "/"))?;
    step("site in a sub-folder", || {
        dist::bundle(&sub_folder(), SUB_FOLDER)
    })?;
    step("finished site", || {
        run(&mut command("cargo test --locked --test dist"))
    })?;
    step("site on nginx and Caddy", || {
        run(&mut command("cargo test --locked --test deploy"))
    })?;
    heading("site in Chromium and Firefox");
    run(&mut command("cargo test --locked --test browser"))
}

/// Where the second build lies.
pub fn sub_folder() -> PathBuf {
    root().join("target/sub-folder")
}
