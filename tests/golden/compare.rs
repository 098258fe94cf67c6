//! The comparison of two regions and a cluster.

use std::path::Path;

use kbio_atlas::Lang;
use kbio_atlas::compare::{self, Cells, Choice};
use kbio_atlas::package::Package;

use crate::file::check;

#[test]
fn the_comparison_of_two_regions_and_a_cluster() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    let package = Package::read(&dir).unwrap_or_else(|errors| panic!("{errors:?}"));
    for lang in Lang::ALL {
        let root = lang.pick("/", "/en/");
        let cells = compare::write_cells(&package, lang, root);
        let choice = Choice::parse("43,11,cb-osong");
        let markup = compare::content(&choice, &Cells::read(&cells), lang, root);
        check(&format!("compare-{}.html", lang.tag()), &markup);
    }
}
