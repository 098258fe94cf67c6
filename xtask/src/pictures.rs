//! The pictures of the pages: drawn once, copied into every build of the site.
//!
//! They are the same wherever the site stands, and no part of `trunk serve`, which nobody previews.

use crate::step::{command, run};
use crate::{Result, compress, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Draws every picture anew.
pub fn draw() -> Result {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    run(command("cargo run --quiet --locked --offline --package kbio-atlas-press --").arg(&folder))
}

/// Copies what [`draw`] has drawn into a finished site.
pub fn place(dist: &Path) -> Result {
    let from = folder();
    for file in compress::files(&from)? {
        let to = dist.join(file.strip_prefix(&from)?);
        let at = |error: std::io::Error| format!("{}: {error}", to.display());
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(at)?;
        }
        fs::copy(&file, &to).map_err(at)?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/pictures")
}
