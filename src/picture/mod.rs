//! The picture of every page, for previews in messengers, feeds and search results: an SVG that stands alone.
//!
//! ```text
//! Subject (what is shown)  ─┐
//! Format (wide, tall)      ─┼→ scene  words, key and drawing of a subject ─┐
//! country  the map          ┘                                              ├→ plate  one SVG
//! ink      the style sheet, in the colours of the light page              ─┘
//! ```
//!
//! `press/` makes PNG files of them, with a renderer that the library never sees.

mod country;
mod ink;
mod plate;
mod scene;

use crate::page::Page;
use crate::story::Step;
use crate::text::Lang;

pub use ink::FONT;
pub(crate) use plate::{Key, Swatch};
pub use plate::{Plate, Sheet};
pub(crate) use scene::{Desk, plate, sources};

/// What a picture shows: a page, or one scene of the story, which has an embed of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    Page(Page),
    Scene(Step),
}

impl Subject {
    /// Every subject once. The page for what is not there has no picture.
    pub fn all() -> impl Iterator<Item = Subject> {
        Page::all()
            .filter(|page| *page != Page::NotFound)
            .map(Subject::Page)
            .chain(Step::ALL.map(Subject::Scene))
    }

    /// `region/43/` → `region-43`, the home page → `home`, the third scene → `story-3`: the name of its files.
    pub fn slug(self) -> String {
        match self {
            Subject::Page(Page::Home) => "home".to_string(),
            Subject::Page(page) => page.path().trim_end_matches('/').replace('/', "-"),
            Subject::Scene(step) => format!("story-{}", step.number()),
        }
    }

    /// The page that the subject is on.
    pub fn page(self) -> Page {
        match self {
            Subject::Page(page) => page,
            Subject::Scene(_) => Page::Story,
        }
    }
}

/// The two shapes that every picture has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For `og:image`: what link previews crop least.
    Wide,
    /// For phones, where a feed gives height away more freely than width.
    Tall,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Wide, Format::Tall];

    /// Width and height in pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Format::Wide => (1200, 630),
            Format::Tall => (1080, 1350),
        }
    }
}

/// Where the PNG lies below the site's base: `picture/region-43.png`, `en/picture/home-tall.png`.
pub fn picture_path(subject: Subject, lang: Lang, format: Format) -> String {
    let tall = match format {
        Format::Wide => "",
        Format::Tall => "-tall",
    };
    format!("{}picture/{}{tall}.png", lang.prefix(), subject.slug())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::View;

    #[test]
    fn a_subject_has_a_name_of_its_own_that_says_where_it_is() {
        #[track_caller]
        fn check(path: &str, expected: &str) {
            let page = Page::parse(path).expect("a page");
            let found = picture_path(Subject::Page(page), Lang::Ko, Format::Wide);
            assert_eq!(found, expected);
        }
        check("", "picture/home.png");
        check("region/43/", "picture/region-43.png");
        check("cluster/cb-osong/", "picture/cluster-cb-osong.png");
        check("network/", "picture/network.png");
        let scene = Subject::Scene(Step::Points);
        assert_eq!(
            picture_path(scene, Lang::En, Format::Tall),
            "en/picture/story-3-tall.png"
        );
        // What the snippets for articles point at.
        for subject in Subject::all() {
            let view = match subject {
                Subject::Page(page) => View::Page(page),
                Subject::Scene(step) => View::Scene(step as u8 + 1),
            };
            assert_eq!(
                view.picture(),
                picture_path(subject, Lang::Ko, Format::Wide)
            );
        }
        let mut slugs: Vec<_> = Subject::all().map(Subject::slug).collect();
        let count = slugs.len();
        slugs.sort();
        slugs.dedup();
        assert_eq!(slugs.len(), count, "two pictures share a name");
        assert_eq!(count, Page::all().count() - 1 + Step::ALL.len());
    }
}
