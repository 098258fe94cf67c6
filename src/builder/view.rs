//! What is embedded.

use crate::desk;
use crate::headline;
use crate::page::Page;
use crate::state::ViewState;
use crate::text::Lang;

/// How many scenes the story has.
pub const SCENES: u8 = 7;

/// A view with an embed of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    Page(Page),
    /// A scene of the story, from 1.
    Scene(u8),
}

impl View {
    /// The path of its page under the language's root, and of its embed under `embed/`: `region/43/`, `story/3/`.
    pub fn path(self) -> String {
        match self {
            View::Page(page) => page.path(),
            View::Scene(scene) => format!("{}{scene}/", Page::Story.path()),
        }
    }

    /// Reads [`View::path`]; `None` for a page without an embed and for anything else.
    pub fn parse(path: &str) -> Option<View> {
        let scene = path
            .strip_prefix("story/")
            .and_then(|rest| rest.strip_suffix('/'));
        if let Some(scene) = scene.filter(|scene| !scene.is_empty()) {
            let scene = scene
                .parse()
                .ok()
                .filter(|scene| (1..=SCENES).contains(scene));
            return scene.map(View::Scene);
        }
        let page = Page::parse(path)?;
        let has_embed = !matches!(page, Page::Data | Page::Builder | Page::NotFound);
        has_embed.then_some(View::Page(page))
    }

    /// Reads the address of a page or an embed of the site, wherever the site stands; answers the hash too, and
    /// the language. `None` where it is none of ours.
    pub fn read(address: &str) -> Option<(View, Lang, String)> {
        let (address, hash) = address
            .trim()
            .split_once('#')
            .unwrap_or((address.trim(), ""));
        let path = address.split('?').next().unwrap_or_default();
        let path = match path.split_once("://") {
            Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
            None => path.trim_start_matches('/'),
        };
        // The site's folder is not known here: the longest end that is one of its pages counts.
        let parts: Vec<&str> = path.split_inclusive('/').collect();
        (0..=parts.len()).find_map(|from| {
            let (before, own) = parts.split_at(from);
            let is_en = before.iter().rev().find(|part| **part != "embed/") == Some(&"en/");
            let lang = if is_en { Lang::En } else { Lang::Ko };
            let own = own.concat();
            // The root of a folder that we know nothing of may be anybody's page.
            let is_root =
                own.is_empty() && before.iter().any(|part| !["en/", "embed/"].contains(part));
            let view = View::parse(&own).filter(|_| !is_root)?;
            Some((view, lang, hash.to_owned()))
        })
    }

    /// Where the whole of it can be read, under the language's root.
    pub fn full_view(self, hash: &str) -> String {
        match self {
            View::Page(page) if hash.is_empty() => page.path(),
            View::Page(page) => format!("{}#{hash}", page.path()),
            View::Scene(scene) => format!("{}#step={scene}", Page::Story.path()),
        }
    }

    /// Its picture under the language's root.
    pub fn picture(self) -> String {
        let path = self.path();
        let name = path.trim_end_matches('/').replace('/', "-");
        format!(
            "picture/{}.png",
            if name.is_empty() { "home" } else { &name }
        )
    }

    /// What it shows, in a line: with the hash, where that changes a map.
    pub fn title(self, hash: &str, lang: Lang) -> String {
        if hash.starts_with(desk::ADDRESS) {
            let words = lang.pick(
                "글쓴이의 자료로 그린 지도",
                "A map of the author's own data",
            );
            return words.to_owned();
        }
        let page = match self {
            View::Page(page) => page,
            View::Scene(scene) => {
                let story = lang.text().story_title;
                return format!("{story} ({scene}/{SCENES})");
            }
        };
        match page.state() {
            Some(default) => headline::headline(&ViewState::parse(hash, &default), lang),
            None => {
                let title = page.title(lang);
                let site = format!(" · {}", lang.text().site);
                title.strip_suffix(&site).unwrap_or(&title).to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back_as_views() {
        for path in [
            "",
            "region/43/",
            "cluster/cb-osong/",
            "network/",
            "story/",
            "story/7/",
        ] {
            assert_eq!(View::parse(path).map(View::path).as_deref(), Some(path));
        }
        for path in [
            "data/",
            "story/0/",
            "story/8/",
            "story/x/",
            "404.html",
            "embed-builder/",
            "region/42/",
        ] {
            assert_eq!(View::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_pasted_address_is_read_wherever_the_site_stands() {
        #[track_caller]
        fn check(address: &str, expected: Option<(&str, Lang, &str)>) {
            let found = View::read(address);
            let found = found.map(|(view, lang, hash)| (view.path(), lang, hash));
            let found = found
                .as_ref()
                .map(|(path, lang, hash)| (path.as_str(), *lang, hash.as_str()));
            assert_eq!(found, expected, "{address}");
        }
        check("https://example.org/", Some(("", Lang::Ko, "")));
        check("https://example.org/en/", Some(("", Lang::En, "")));
        check(
            " https://example.org/en/region/43/#measure=share ",
            Some(("region/43/", Lang::En, "measure=share")),
        );
        check(
            "https://example.org/bio/atlas/cluster/cb-osong/?dark=true",
            Some(("cluster/cb-osong/", Lang::Ko, "")),
        );
        check("/en/embed/story/3/", Some(("story/3/", Lang::En, "")));
        check("region/43/", Some(("region/43/", Lang::Ko, "")));
        for address in [
            "https://example.org/news/4711/",
            "javascript:alert(1)",
            "https://example.org/data/",
            "x",
        ] {
            check(address, None);
        }
    }

    #[test]
    fn a_view_has_a_picture_and_says_what_its_hash_shows() {
        assert_eq!(View::Page(Page::Home).picture(), "picture/home.png");
        let chungbuk = View::parse("region/43/").unwrap();
        assert_eq!(chungbuk.picture(), "picture/region-43.png");
        assert_eq!(View::Scene(3).picture(), "picture/story-3.png");
        assert_ne!(
            chungbuk.title("", Lang::En),
            chungbuk.title("indicator=pharma-workers", Lang::En)
        );
    }
}
