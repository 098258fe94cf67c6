//! The scripts by which other people's pages give a frame its height, as their makers publish them. The browser
//! tests run them against our embeds; nothing of them is part of the project or of the site, and some of their
//! licences would not let it be.

use crate::step::{command, run};
use crate::{Result, toolchain};
use std::fs;
use std::path::PathBuf;

/// What npm fetches, with versions and checksums.
const PACKAGE: &str = include_str!("../../tests/browser/hosts/package.json");
const LOCK: &str = include_str!("../../tests/browser/hosts/package-lock.json");

/// WordPress's own is in Debian's package alone; a single file of it is kept.
const WORDPRESS: &str = "{ apt-get update -qq || true; } && apt-get download -qq wordpress && \
     dpkg-deb --fsys-tarfile wordpress_*.deb | tar -xO ./usr/share/wordpress/wp-includes/js/wp-embed.js > wp-embed.js && \
     rm wordpress_*.deb";

/// The folder with `node_modules/` and `wp-embed.js`.
pub fn folder() -> PathBuf {
    toolchain::folder().join("resizers")
}

/// Fetches them where the versions are others than those wanted.
pub fn install() -> Result {
    let folder = folder();
    // Written last, so that a fetch that broke off is begun anew.
    let done = folder.join("fetched");
    if fs::read_to_string(&done).is_ok_and(|lock| lock == LOCK) {
        return Ok(());
    }
    toolchain::announce(
        "resizers of frames",
        "npm ci, apt-get",
        "half a minute",
        || {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("package.json"), PACKAGE)?;
            fs::write(folder.join("package-lock.json"), LOCK)?;
            let npm = "npm ci --silent --no-audit --no-fund --ignore-scripts";
            run(command(npm).current_dir(&folder))?;
            run(command("sh -c").arg(WORDPRESS).current_dir(&folder))?;
            Ok(fs::write(&done, LOCK)?)
        },
    )
}
