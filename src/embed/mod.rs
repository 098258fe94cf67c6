//! The pages as embeds: a view without the site around it, for a frame in someone else's article.
//!
//! ```text
//! Embed   which view, its path, the page it is taken from
//! frame   what stands around the view: head, line to the full page
//! ```
//!
//! What is in an embed is drawn where its page is: `Explore` with less to adopt, `story`, `network`, `sigungu`,
//! `compare`. How it looks is `assets/embed.css`; what the frame's address asks for (`plain`, `static`, `dark`,
//! `transparent`) is read by `assets/frame.js` before anything is painted. Native only.

mod frame;

pub use frame::{around, head};

use crate::page::Page;
use crate::story::{self, Step};
use crate::text::Lang;

/// The folder of the embeds, under the language's root.
pub const FOLDER: &str = "embed/";

/// A view that can be embedded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Embed {
    /// A page of the site.
    Of(Page),
    /// One scene of the story.
    Scene(Step),
}

impl Embed {
    /// Every view once.
    pub fn all() -> impl Iterator<Item = Embed> {
        let pages =
            Page::all().filter(|page| !matches!(page, Page::Data | Page::Builder | Page::NotFound));
        pages
            .map(Embed::Of)
            .chain(Step::ALL.into_iter().map(Embed::Scene))
    }

    /// The page that the view is taken from.
    pub fn page(self) -> Page {
        match self {
            Embed::Of(page) => page,
            Embed::Scene(_) => Page::Story,
        }
    }

    /// The path under the language's root: `embed/`, `embed/region/43/`, `embed/story/3/`.
    pub fn path(self) -> String {
        let page = self.page().path();
        match self {
            Embed::Of(_) => format!("{FOLDER}{page}"),
            Embed::Scene(step) => format!("{FOLDER}{page}{}/", step.number()),
        }
    }

    /// Where the full view is, under the language's root.
    pub fn full_view(self) -> String {
        let page = self.page().path();
        match self {
            Embed::Of(_) => page,
            Embed::Scene(step) => format!("{page}#{}", step.slug()),
        }
    }

    /// `<title>`, which is also what a frame around it is called.
    pub fn title(self, lang: Lang) -> String {
        match self {
            Embed::Of(page) => page.title(lang),
            Embed::Scene(step) => {
                let (scene, site) = (story::short(step, lang), lang.text().site);
                format!("{}. {scene} · {site}", step.number())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::View;

    #[test]
    fn every_page_but_those_of_tables_alone_is_an_embed_at_its_own_path() {
        let embeds: Vec<Embed> = Embed::all().collect();
        assert_eq!(embeds.len(), Page::all().count() - 3 + Step::ALL.len());
        let mut paths: Vec<String> = embeds.iter().map(|embed| embed.path()).collect();
        for embed in &embeds {
            let path = embed.path();
            let view = path.strip_prefix(FOLDER).and_then(View::parse);
            assert!(view.is_some(), "the builder does not know {path}");
        }
        for expected in [
            "embed/",
            "embed/region/43/",
            "embed/story/",
            "embed/story/7/",
        ] {
            assert!(paths.iter().any(|path| path == expected), "{expected}");
        }
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), embeds.len(), "two embeds share a path");
    }
}
