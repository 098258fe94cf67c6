//! `cargo xtask build`: the finished site in `dist/`.

use crate::step::{command, run, step};
use crate::toolchain::{self, Needs};
use crate::{Result, compress, root};
use std::path::{Path, PathBuf};

/// Where the finished site lies.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Sets up, bundles, prerenders and compresses.
pub fn build(public_url: &str) -> Result {
    step("set-up", || toolchain::prepare(Needs::Site))?;
    step("site", || bundle(&folder(), public_url))?;
    step("compression", || compress(&folder()))
}

/// `trunk build --release` into a folder, with nothing in it but what is to be published.
pub fn bundle(dist: &Path, public_url: &str) -> Result {
    run(command("trunk build --release")
        .arg("--dist")
        .arg(dist)
        .arg("--public-url")
        .arg(public_url)
        // Trunk takes this for an option of its own and stops at the usual `NO_COLOR=1`.
        .env_remove("NO_COLOR"))?;
    let lock = dist.join(".trunk-lock");
    if lock.exists() {
        std::fs::remove_file(lock)?;
    }
    Ok(())
}

fn compress(dist: &Path) -> Result {
    let total = compress::beside(dist)?;
    println!(
        "   {} files, {} KB; {} KB as brotli",
        total.files,
        total.plain / 1000,
        total.brotli / 1000
    );
    Ok(())
}
