//! The panels of two clusters that the column behind this atlas names.

use std::path::Path;

use kbio_atlas::package::Package;
use kbio_atlas::{ClusterId, Lang, Selection, panel};

use crate::file::check;

#[track_caller]
fn check_cluster(id: &str) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    let package = Package::read(&dir).unwrap_or_else(|errors| panic!("{errors:?}"));
    let selection = ClusterId::parse(id).map(Selection::Cluster);
    let selection = selection.unwrap_or_else(|| panic!("{id} is not in clusters.csv"));
    let markup = panel::detail(&package, selection, Lang::Ko, "/", &[]);
    check(&format!("panel-{id}.html"), &markup);
}

#[test]
fn the_panel_of_osong() {
    check_cluster("cb-osong");
}

#[test]
fn the_panel_of_andong() {
    check_cluster("gb-andong");
}
