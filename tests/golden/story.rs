//! The map of a scene of the story that stands on its own: Korea, Boston and Japan.

use std::path::Path;

use kbio_atlas::{Lang, Site};

use crate::file::check;

#[test]
fn korea_boston_and_japan_side_by_side() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    let site = Site::read(&dir).unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let story = site.story(Lang::Ko, "/");
    let (_, section) = story.split_once("id=\"abroad\"").expect("the scene");
    let start = section.find("<svg").expect("a map");
    let end = section.find("<figcaption").expect("a key after it");
    check("story-abroad.svg", &section[start..end]);
}
