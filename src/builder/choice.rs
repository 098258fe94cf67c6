//! What an editor has chosen, as the form spells it.

use super::view::View;
use crate::page::Page;
use crate::text::Lang;

/// Whether the embed is dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Dark {
    #[default]
    Never,
    Always,
    /// As the reader's device.
    Auto,
}

/// How the frame is sized.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// As wide as its place, with so much height kept free until the frame says its own.
    Responsive { height: u32 },
    /// CSS pixels.
    Fixed { width: u32, height: u32 },
}

impl Size {
    /// CSS pixels.
    pub fn height(self) -> u32 {
        match self {
            Size::Responsive { height } | Size::Fixed { height, .. } => height,
        }
    }
}

/// The height (CSS pixels) that holds every embed but the tallest at any width.
pub const HEIGHT: u32 = 860;
/// The width (CSS pixels) that is offered for a fixed size.
pub const WIDTH: u32 = 640;

/// View, look and size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Where the site stands, with a slash at its end: `https://example.org/atlas/`.
    pub site: String,
    pub view: View,
    /// The state of the view, without `#`.
    pub hash: String,
    pub lang: Lang,
    pub plain: bool,
    pub is_static: bool,
    pub transparent: bool,
    pub dark: Dark,
    pub size: Size,
    /// Whether an address was pasted that is none of the site's.
    pub is_lost: bool,
}

impl Choice {
    /// What the page offers before anything is chosen.
    pub fn at_first(site: &str, lang: Lang) -> Choice {
        Choice {
            site: site.to_owned(),
            view: View::Page(Page::Home),
            hash: String::new(),
            lang,
            plain: false,
            is_static: false,
            transparent: false,
            dark: Dark::Never,
            size: Size::Responsive { height: HEIGHT },
            is_lost: false,
        }
    }

    /// Reads lines of `name=value`; what is missing or makes no sense is as at first.
    pub fn parse(text: &str, lang: Lang) -> Choice {
        let find = |name: &str| {
            let mut pairs = text.lines().filter_map(|line| line.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        let is = |name: &str| find(name).is_some_and(|value| value == "true");
        let pixels = |name: &str, range: core::ops::RangeInclusive<u32>, usual: u32| {
            let value = find(name).and_then(|value| value.parse().ok());
            value.filter(|value| range.contains(value)).unwrap_or(usual)
        };
        let mut choice = Choice::at_first(find("site").unwrap_or_default(), lang);
        if let Some(view) = find("view").and_then(View::parse) {
            choice.view = view;
        }
        if let Some(hash) = find("hash") {
            choice.hash = only_of_hashes(hash);
        }
        if let Some(lang) = find("lang").and_then(Lang::parse) {
            choice.lang = lang;
        }
        // What is pasted says view, state and language by itself.
        if let Some(address) = find("address").filter(|address| !address.trim().is_empty()) {
            match View::read(address) {
                Some((view, lang, hash)) => {
                    (choice.view, choice.lang) = (view, lang);
                    choice.hash = only_of_hashes(&hash);
                }
                None => choice.is_lost = true,
            }
        }
        choice.plain = is("plain");
        choice.is_static = is("static");
        choice.transparent = is("transparent");
        choice.dark = match find("dark") {
            Some("true") => Dark::Always,
            Some("auto") => Dark::Auto,
            _ => Dark::Never,
        };
        let height = pixels("height", 200..=2000, HEIGHT);
        choice.size = match find("size") {
            Some("fixed") => Size::Fixed {
                width: pixels("width", 280..=2000, WIDTH),
                height,
            },
            _ => Size::Responsive { height },
        };
        choice
    }

    /// The flags that differ from the usual: name and value.
    pub fn flags(&self) -> Vec<(&'static str, &'static str)> {
        let mut flags = Vec::new();
        for (name, is) in [
            ("plain", self.plain),
            ("static", self.is_static),
            ("transparent", self.transparent),
        ] {
            if is {
                flags.push((name, "true"));
            }
        }
        match self.dark {
            Dark::Never => {}
            Dark::Always => flags.push(("dark", "true")),
            Dark::Auto => flags.push(("dark", "auto")),
        }
        flags
    }

    /// The root of the language.
    fn root(&self) -> String {
        format!("{}{}", self.site, self.lang.prefix())
    }

    /// The address of the frame.
    pub fn frame(&self) -> String {
        let mut out = format!("{}embed/{}", self.root(), self.view.path());
        for (place, (name, value)) in self.flags().into_iter().enumerate() {
            out.push(if place == 0 { '?' } else { '&' });
            out.push_str(name);
            out.push('=');
            out.push_str(value);
        }
        if !self.hash.is_empty() {
            out.push('#');
            out.push_str(&self.hash);
        }
        out
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}{}", self.root(), self.view.full_view(&self.hash))
    }

    /// The address of the picture.
    pub fn picture(&self) -> String {
        format!("{}{}", self.root(), self.view.picture())
    }

    pub fn title(&self) -> String {
        self.view.title(&self.hash, self.lang)
    }

    /// Scheme and host, as a policy names them; empty where they are not known.
    pub fn origin(&self) -> &str {
        let Some((scheme, rest)) = self.site.split_once("://") else {
            return "";
        };
        let host = rest.split('/').next().unwrap_or_default();
        &self.site[..scheme.len() + 3 + host.len()]
    }
}

/// What hashes of the site are made of; anything else is left out.
fn only_of_hashes(hash: &str) -> String {
    let is_known = |c: &char| c.is_ascii_alphanumeric() || "=&,.:_~%+-".contains(*c);
    hash.trim_start_matches('#')
        .chars()
        .filter(is_known)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let site = "site=https://example.org/atlas/\n";
        assert_eq!(
            Choice::parse(&format!("{site}{text}"), Lang::Ko).frame(),
            expected
        );
    }

    #[test]
    fn the_frame_s_address_says_view_language_look_and_state() {
        check("", "https://example.org/atlas/embed/");
        check(
            "view=region/43/\nlang=en",
            "https://example.org/atlas/en/embed/region/43/",
        );
        check(
            "view=story/3/\nplain=true\nstatic=true\ntransparent=true\ndark=auto",
            "https://example.org/atlas/embed/story/3/?plain=true&static=true&transparent=true&dark=auto",
        );
        check(
            "dark=true\nhash=#measure=share&year=2022",
            "https://example.org/atlas/embed/?dark=true#measure=share&year=2022",
        );
    }

    #[test]
    fn a_pasted_address_says_view_state_and_language() {
        check(
            "view=story/\naddress=https://elsewhere.example/en/region/43/#measure=share",
            "https://example.org/atlas/en/embed/region/43/#measure=share",
        );
        let lost = Choice::parse("address=https://example.org/news/1/", Lang::Ko);
        assert!(lost.is_lost && lost.view == View::Page(Page::Home));
    }

    #[test]
    fn what_makes_no_sense_is_as_at_first() {
        check(
            "view=../../x\nplain=yes\ndark=maybe\nlang=xx",
            "https://example.org/atlas/embed/",
        );
        check(
            "hash=a=\"><script>'`${1}",
            "https://example.org/atlas/embed/#a=script1",
        );
        let size = |text: &str| Choice::parse(text, Lang::Ko).size;
        assert_eq!(size("height=9"), Size::Responsive { height: HEIGHT });
        assert_eq!(
            size("size=fixed\nwidth=600\nheight=700"),
            Size::Fixed {
                width: 600,
                height: 700
            }
        );
        assert_eq!(
            size("size=fixed\nwidth=1e9"),
            Size::Fixed {
                width: WIDTH,
                height: HEIGHT
            }
        );
    }

    #[test]
    fn the_origin_is_what_a_policy_needs() {
        let origin = |site: &str| Choice::at_first(site, Lang::Ko).origin().to_owned();
        assert_eq!(origin("https://example.org/atlas/"), "https://example.org");
        assert_eq!(origin("http://localhost:8080/"), "http://localhost:8080");
        assert_eq!(origin("/"), "");
    }
}
