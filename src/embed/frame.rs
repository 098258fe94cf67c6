//! What stands around a view in its frame.

use super::Embed;
use crate::escape::escape;
use crate::markup::el;
use crate::text::Lang;

/// Inside `<head>`. Search engines are sent to the page at `canonical`; every link leaves the frame, as a whole
/// site inside an article helps nobody.
pub fn head(embed: Embed, lang: Lang, description: &str, canonical: &str) -> String {
    format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">\
         <link rel=\"canonical\" href=\"{}\">\
         <base target=\"_blank\">",
        escape(&embed.title(lang)),
        escape(description),
        escape(canonical),
    )
}

/// Inside `<body>`: the view, what the browser's program needs beside it, and the way to the full page.
pub fn around(embed: Embed, view: &str, lang: Lang, root: &str) -> String {
    let link = el("a")
        .with("href", format!("{root}{}", embed.full_view()))
        .with("target", "_blank")
        .with("rel", "noopener")
        .with("data-same-view", "")
        .add(match lang {
            Lang::Ko => "전체 지도에서 더 보기",
            Lang::En => "More on the full map",
        });
    let credit = el("p")
        .class("embed-credit")
        .add(link)
        .add(" ")
        .add(el("span").add(lang.text().site));
    format!(
        "<main id=\"main\">{view}</main>{credit}\
         <p id=\"announcer\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>\
         <p id=\"tooltip\" aria-hidden=\"true\" hidden></p>"
    )
}
