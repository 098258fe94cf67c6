//! oEmbed 1.0: what a page looks like inside another site, as one JSON file a page.
//!
//! A static host cannot answer `maxwidth` and `maxheight`: the address of the file says all that is asked. So
//! the markup is fluid, as wide as its place and no wider.

use serde_json::json;

use crate::builder::{HEIGHT, WIDTH};
use crate::embed::Embed;
use crate::escape::escape;
use crate::page::Page;
use crate::picture::{Format, Subject, picture_path};
use crate::site::Address;
use crate::text::Lang;

/// Seconds for which an answer may be kept: a day.
const CACHE_AGE: u32 = 86_400;

/// Where the file lies below the site's base: `en/oembed/region-43.json`.
pub fn path(subject: Subject, lang: Lang) -> String {
    format!("{}oembed/{}.json", lang.prefix(), subject.slug())
}

/// The view that is embedded. What is no map is stood in for by the nation's.
fn embed(subject: Subject) -> Embed {
    match subject {
        Subject::Scene(step) => Embed::Scene(step),
        Subject::Page(page) if Embed::all().any(|embed| embed == Embed::Of(page)) => {
            Embed::Of(page)
        }
        Subject::Page(_) => Embed::Of(Page::Home),
    }
}

/// The file.
pub fn answer(subject: Subject, lang: Lang, title: &str, address: &Address) -> String {
    let path = format!("{}{}", lang.prefix(), embed(subject).path());
    let src = address.whole(&path);
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" \
         style=\"width:100%;min-height:{HEIGHT}px;border:0\"></iframe>",
        escape(&src),
        escape(title)
    );
    let (width, height) = Format::Wide.size();
    let site = lang.text().site;
    let home = address.absolute(lang, Page::Home);
    json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "author_name": site,
        "author_url": home,
        "provider_name": site,
        "provider_url": home,
        "cache_age": CACHE_AGE,
        "html": html,
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": address.whole(&picture_path(subject, lang, Format::Wide)),
        "thumbnail_width": width,
        "thumbnail_height": height,
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Step;
    use serde_json::Value;

    fn address() -> Address {
        Address {
            origin: "https://example.org".to_owned(),
            base: "/atlas/".to_owned(),
            instruments: String::new(),
            export: String::new(),
            lab: String::new(),
            solver: String::new(),
        }
    }

    #[test]
    fn an_answer_has_every_field_that_a_rich_one_needs() {
        let page = Page::parse("region/43/").expect("a page");
        let text = answer(Subject::Page(page), Lang::En, "\"<b>\" & co", &address());
        let answer: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            (&answer["type"], &answer["version"]),
            (&json!("rich"), &json!("1.0"))
        );
        assert_eq!(answer["title"], "\"<b>\" & co");
        let html = answer["html"].as_str().expect("markup");
        assert!(html.starts_with("<iframe src=\"https://example.org/atlas/en/embed/region/43/\""));
        assert!(html.contains("title=\"&quot;&lt;b&gt;&quot; &amp; co\""));
        for part in ["loading=\"lazy\"", "width=\"100%\"", "min-height:"] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        assert_eq!(
            answer["thumbnail_url"],
            "https://example.org/atlas/en/picture/region-43.png"
        );
        assert_eq!(answer["thumbnail_width"], 1200);
        assert_eq!(answer["thumbnail_height"], 630);
    }

    #[test]
    fn every_answer_shows_an_embed_that_there_is() {
        #[track_caller]
        fn check(subject: Subject, expected: &str) {
            assert_eq!(embed(subject).path(), expected);
        }
        check(Subject::Page(Page::Home), "embed/");
        check(Subject::Page(Page::Network), "embed/network/");
        check(Subject::Page(Page::Data), "embed/");
        check(Subject::Scene(Step::Points), "embed/story/3/");
    }
}
