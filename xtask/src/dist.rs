//! `cargo xtask build`: the finished site in `dist/`.

use crate::pictures;
use crate::public_url::PublicUrl;
use crate::step::{command, run, step};
use crate::toolchain::{self, Needs};
use crate::{Result, compress, root};
use std::path::{Path, PathBuf};

/// Where the finished site lies.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Sets up, draws, bundles, prerenders and compresses.
pub fn build(public_url: &PublicUrl) -> Result {
    step("set-up", || toolchain::prepare(Needs::Pictures))?;
    step("pictures", pictures::draw)?;
    step("site", || bundle(&folder(), public_url))?;
    step("compression", || compress(&folder()))
}

/// `trunk build --release` into a folder, with nothing in it but what is to be published; the pictures have
/// been drawn before.
pub fn bundle(dist: &Path, public_url: &PublicUrl) -> Result {
    run(command("trunk build --release")
        .arg("--dist")
        .arg(dist)
        .arg("--public-url")
        .arg(&public_url.base)
        // For src/bin/prerender.rs. Trunk gets the path alone, so that the parts of a page come from wherever
        // the page does: a mirror, a preview, a test.
        .env("KBIO_ORIGIN", &public_url.origin)
        // Trunk takes this for an option of its own and stops at the usual `NO_COLOR=1`.
        .env_remove("NO_COLOR"))?;
    let lock = dist.join(".trunk-lock");
    if lock.exists() {
        std::fs::remove_file(lock)?;
    }
    pictures::place(dist)
}

/// Every page's path below the site's base: the root as ``, `region/43/`, `404.html`.
pub fn pages(dist: &Path) -> Result<Vec<String>> {
    let files = compress::files(dist).map_err(|error| {
        format!("{error}: `cargo xtask test` builds the site before it is tested")
    })?;
    let pages = files.iter().filter_map(|file| {
        let path = file.strip_prefix(dist).ok()?.to_str()?;
        // Other HTML files are parts that a page fetches when they are wanted.
        let is_page = matches!(file.file_name()?.to_str()?, "index.html" | "404.html");
        is_page.then(|| path.strip_suffix("index.html").unwrap_or(path).to_owned())
    });
    Ok(pages.collect())
}

/// The file that a host answers with for a path below the base.
pub fn page_file(dist: &Path, path: &str) -> PathBuf {
    if path.is_empty() || path.ends_with('/') {
        dist.join(path).join("index.html")
    } else {
        dist.join(path)
    }
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
