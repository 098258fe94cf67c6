//! Links of a page that has become one file.

use super::BASE;
use crate::text::Lang;

/// The markup with every link to a region or cluster leading to it on the map, and every other to the site;
/// where that is unknown (`site` is empty), the link keeps its path in `data-to` and leads nowhere.
///
/// `assets/single.js` does the same with what comes later.
pub fn led(markup: &str, lang: Lang, site: &str) -> String {
    let start = format!("href=\"{BASE}");
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once(start.as_str()) {
        out.push_str(before);
        let (path, after) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(&match (on_map(path, lang), site) {
            (Some(hash), _) => format!("href=\"{hash}\""),
            (None, "") => format!("data-to=\"{path}\""),
            (None, site) => format!("href=\"{site}{path}\""),
        });
        rest = after;
    }
    out + rest
}

/// The hash of what a path is the page of; `None` for other pages and for the other language.
fn on_map(path: &str, lang: Lang) -> Option<String> {
    let path = path.strip_prefix(lang.prefix())?;
    if path.is_empty() {
        return Some("#region=00".to_owned());
    }
    let (kind, rest) = path.split_once('/')?;
    let key = rest.strip_suffix('/')?;
    matches!(kind, "region" | "cluster").then(|| format!("#{kind}={key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, path: &str, site: &str, expected: &str) {
        let markup = format!("<p><a class=\"x\" href=\"kbio:/{path}\">오송</a></p>");
        let led = led(&markup, lang, site);
        assert_eq!(
            led,
            format!("<p><a class=\"x\" {expected}>오송</a></p>"),
            "{path}"
        );
    }

    #[test]
    fn a_link_leads_into_the_map_or_to_the_site() {
        check(Lang::Ko, "region/43/", "", "href=\"#region=43\"");
        check(
            Lang::En,
            "en/cluster/cb-osong/",
            "",
            "href=\"#cluster=cb-osong\"",
        );
        check(Lang::Ko, "", "", "href=\"#region=00\"");
        check(
            Lang::Ko,
            "data/#source-KB22",
            "",
            "data-to=\"data/#source-KB22\"",
        );
        check(
            Lang::Ko,
            "data/#source-KB22",
            "https://a.b/c/",
            "href=\"https://a.b/c/data/#source-KB22\"",
        );
        check(
            Lang::En,
            "story/",
            "https://a.b/",
            "href=\"https://a.b/story/\"",
        );
    }

    #[test]
    fn other_links_stay() {
        let markup = "<a href=\"#regions\">x</a><a href=\"https://kosis.kr\">y</a>";
        assert_eq!(led(markup, Lang::Ko, ""), markup);
    }
}
