//! The data package: what it says of itself, what it adds up to, and what it refuses.
//!
//! `UPDATE_DATAPACKAGE=1 cargo test --test data` rewrites what follows from other files: `regions.csv` and
//! `indicators.csv` from the program, sizes and hashes in `datapackage.json` from the files.

mod description;
mod faults;
mod figures;
mod joins;
mod sheet;

use std::path::PathBuf;
use std::sync::LazyLock;

use kbio_atlas::package::Package;

/// The package as committed.
static PACKAGE: LazyLock<Package> = LazyLock::new(|| {
    Package::read(&dir()).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    })
});

fn dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}
