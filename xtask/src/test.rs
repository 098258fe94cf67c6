//! `cargo xtask test`: every ring of tests, cheapest first, the browsers last.

use crate::pictures;
use crate::public_url::PublicUrl;
use crate::step::{command, heading, run, step};
use crate::toolchain::{self, Needs, WASM_TARGET};
use crate::{Result, dist, root};
use std::path::PathBuf;

/// The path of the second build, which proves that the site works in a sub-folder of a host.
pub const SUB_FOLDER: &str = "/atlas/";
/// The origin that the second build is told; the first is told none.
pub const ORIGIN: &str = "https://example.org";

/// Rings that need no browser: name and command.
const QUICK: [(&str, &str); 4] = [
    ("format", "cargo fmt --all --check"),
    (
        "lint",
        "cargo clippy --workspace --all-targets --locked -- -D warnings",
    ),
    (
        "lint for the browser",
        "cargo clippy --workspace --exclude xtask --exclude kbio-atlas-press --lib --bins --target wasm32-unknown-unknown --locked -- -D warnings",
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
    step("pictures", pictures::draw)?;
    step("site", || dist::bundle(&dist::folder(), &PublicUrl::root()))?;
    let elsewhere = PublicUrl {
        origin: ORIGIN.to_owned(),
        base: SUB_FOLDER.to_owned(),
    };
    step("site in a sub-folder", || {
        dist::bundle(&sub_folder(), &elsewhere)
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
