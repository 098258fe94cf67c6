//! What a page says of itself in `<head>`: to search engines, to messengers that preview a link, and to sites
//! that embed it.
//!
//! Addresses are whole where the origin of the site is known, and begin at its host's root where it is not.

use std::fmt::Write as _;

use crate::escape::escape;
use crate::oembed;
use crate::page::Page;
use crate::picture::{Format, Subject, picture_path};
use crate::site::Address;
use crate::structured_data::{self, Catalogue};
use crate::text::Lang;

/// A page in words.
#[derive(Clone, Debug)]
pub struct About {
    pub page: Page,
    pub lang: Lang,
    /// `<meta name="description">`, and what is said for the picture where it cannot be seen.
    pub description: String,
}

impl About {
    /// `<title>` without the name of the site.
    pub fn headline(&self) -> String {
        headline(self.page, self.lang)
    }
}

/// The title of a page without the name of the site.
pub fn headline(page: Page, lang: Lang) -> String {
    let title = page.title(lang);
    let site = format!(" · {}", lang.text().site);
    title.strip_suffix(&site).unwrap_or(&title).to_string()
}

/// Everything in `<head>` that differs from page to page.
pub fn head(about: &About, address: &Address, catalogue: &Catalogue) -> String {
    let About {
        page,
        lang,
        description,
    } = about;
    let (page, lang) = (*page, *lang);
    let url = address.absolute(lang, page);
    let mut out = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">\
         <link rel=\"canonical\" href=\"{}\">",
        escape(&page.title(lang)),
        escape(description),
        escape(&url),
    );
    if page.state().is_none() {
        let _ = write!(
            out,
            "<link rel=\"modulepreload\" href=\"{}\">",
            escape(&address.instruments)
        );
    }
    if page == Page::NotFound {
        out.push_str("<meta name=\"robots\" content=\"noindex\">");
        return out;
    }
    for (tag, other) in alternates() {
        let _ = write!(
            out,
            "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">",
            escape(&address.absolute(other, page))
        );
    }
    let subject = Subject::Page(page);
    let headline = about.headline();
    let _ = write!(
        out,
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escape(&address.whole(&oembed::path(subject, lang))),
        escape(&headline),
    );
    out.push_str(&preview(subject, lang, &headline, description, address));
    out.push_str(&structured_data::script(about, address, catalogue));
    out
}

/// `hreflang` and the language it leads to; who speaks neither gets the Korean page.
pub fn alternates() -> impl Iterator<Item = (&'static str, Lang)> {
    let own = Lang::ALL.map(|lang| (lang.tag(), lang));
    own.into_iter().chain([("x-default", Lang::default())])
}

/// The tags of a link's preview: Open Graph, which all read, and the one of X that has no twin there.
///
/// An embed uses them too: a link to it previews as the page it is of.
pub fn preview(
    subject: Subject,
    lang: Lang,
    headline: &str,
    description: &str,
    address: &Address,
) -> String {
    let (width, height) = Format::Wide.size();
    let kind = match subject.page() {
        Page::Story => "article",
        _ => "website",
    };
    let (width, height) = (width.to_string(), height.to_string());
    let picture = address.whole(&picture_path(subject, lang, Format::Wide));
    let url = address.absolute(lang, subject.page());
    let tags = [
        ("og:site_name", lang.text().site),
        ("og:type", kind),
        ("og:locale", locale(lang)),
        ("og:locale:alternate", locale(lang.other())),
        ("og:url", &url),
        ("og:title", headline),
        ("og:description", description),
        ("og:image", &picture),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", description),
    ];
    let mut out = String::new();
    for (name, value) in tags {
        let _ = write!(
            out,
            "<meta property=\"{name}\" content=\"{}\">",
            escape(value)
        );
    }
    out.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
    out
}

fn locale(lang: Lang) -> &'static str {
    lang.pick("ko_KR", "en_US")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(origin: &str) -> Address {
        Address {
            origin: origin.to_owned(),
            base: "/atlas/".to_owned(),
            instruments: "/atlas/instruments.js".to_owned(),
            export: String::new(),
            lab: String::new(),
            solver: String::new(),
        }
    }

    fn written(path: &str, origin: &str) -> String {
        let page = Page::parse(path).expect("a page");
        let about = About {
            page,
            lang: Lang::Ko,
            description: "\"충북\" & 오송".to_owned(),
        };
        head(&about, &address(origin), &Catalogue::default())
    }

    #[track_caller]
    fn check(path: &str, origin: &str, tag: &str) {
        let head = written(path, origin);
        assert!(head.contains(tag), "no {tag} in\n{head}");
    }

    #[test]
    fn a_page_names_itself_its_twin_and_its_picture() {
        let origin = "https://example.org";
        for tag in [
            "<link rel=\"canonical\" href=\"https://example.org/atlas/region/43/\">",
            "hreflang=\"ko\" href=\"https://example.org/atlas/region/43/\"",
            "hreflang=\"en\" href=\"https://example.org/atlas/en/region/43/\"",
            "hreflang=\"x-default\" href=\"https://example.org/atlas/region/43/\"",
            "href=\"https://example.org/atlas/oembed/region-43.json\"",
            "property=\"og:image\" content=\"https://example.org/atlas/picture/region-43.png\"",
            "property=\"og:image:alt\" content=\"&quot;충북&quot; &amp; 오송\"",
            "property=\"og:title\" content=\"충청북도, 바이오 기업 85곳 — 17개 시·도 가운데 4위\"",
            "property=\"og:locale\" content=\"ko_KR\"",
        ] {
            check("region/43/", origin, tag);
        }
    }

    #[test]
    fn without_an_origin_addresses_begin_at_the_root() {
        check("", "", "<link rel=\"canonical\" href=\"/atlas/\">");
        check("", "", "content=\"/atlas/picture/home.png\"");
    }

    #[test]
    fn the_page_for_what_is_not_there_is_not_announced() {
        let head = written("404.html", "https://example.org");
        assert!(head.contains("noindex"));
        assert!(!head.contains("og:") && !head.contains("hreflang") && !head.contains("ld+json"));
    }
}
