//! Where a statement comes from, one click away.

use super::Context;
use crate::markup::{Element, Node, el};
use crate::package::{Source, Sources};

/// The id of a source's entry on the data page. The four lists share a few ids (the same publication is in
/// two of them); the entry shows each list's row.
pub fn anchor(id: &str) -> String {
    format!("source-{id}")
}

/// A link to a source's entry on the data page, by its id.
pub fn entry(cx: Context<'_>, id: &str) -> Element {
    el("a")
        .class("source-id")
        .with("href", format!("{}data/#{}", cx.root, anchor(id)))
        .add(id)
}

/// Links to entries, parted by commas.
pub fn entries<'i>(cx: Context<'_>, ids: impl IntoIterator<Item = &'i str>) -> Element {
    let mut out = el("span").class("source-ids");
    for (place, id) in ids.into_iter().enumerate() {
        if place > 0 {
            out = out.add(", ");
        }
        out = out.add(entry(cx, id));
    }
    out
}

/// A remark whose ids of sources are links: `S001의 그림 설명은 오류다`.
pub fn remark(cx: Context<'_>, list: &Sources, text: &str) -> Element {
    let mut out = el("span");
    let mut rest = text;
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    while let Some(start) = rest.find(is_word) {
        let end = rest[start..]
            .find(|c| !is_word(c))
            .map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        out = out.add(&rest[..start]);
        out = match list.get(word) {
            Some(source) => out.add(entry(cx, &source.id)),
            None => out.add(word),
        };
        rest = &rest[end..];
    }
    out.add(rest)
}

/// Sources in full, folded.
pub fn folded(cx: Context<'_>, list: &Sources, ids: &[String]) -> Element {
    let count = ids.len();
    let summary = match cx.lang {
        crate::text::Lang::Ko => format!("출처 {count}건"),
        crate::text::Lang::En if count == 1 => "1 source".to_string(),
        crate::text::Lang::En => format!("{count} sources"),
    };
    let rows = ids.iter().filter_map(|id| list.get(id));
    el("details")
        .class("sources")
        .add(el("summary").add(summary))
        .add(
            el("ul")
                .all(rows.map(|source| el("li").add(entry(cx, &source.id)).all(cited(cx, source)))),
        )
}

/// Title, publisher, date and address of a source.
pub fn cited(cx: Context<'_>, source: &Source) -> Vec<Node> {
    let part = |text: &str| el("span").speaking(text, cx.lang).add(text);
    let date = source
        .date
        .as_deref()
        .unwrap_or(cx.pick("날짜 없음", "undated"));
    let mut out = vec![
        " ".into(),
        el("cite")
            .speaking(&source.title, cx.lang)
            .add(source.title.as_str())
            .into(),
        ". ".into(),
        part(&source.publisher).into(),
        ". ".into(),
        part(date).into(),
        ".".into(),
    ];
    if let Some(url) = &source.url {
        out.push(" ".into());
        out.extend(linked(url));
    }
    out
}

/// A link that leaves the site.
pub fn external(url: &str) -> Element {
    el("a")
        .class("external")
        .with("href", url)
        .with("rel", "noopener noreferrer nofollow")
        .add(url)
}

/// A text whose addresses are links: some rows hold two addresses, or words beside one.
fn linked(text: &str) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let address = bare.trim_end_matches([',', ';', ')', ':']);
        let opening = address.len() - address.trim_start_matches('(').len();
        let (before, address) = address.split_at(opening);
        if !(address.starts_with("https://") || address.starts_with("http://")) {
            out.push(word.into());
            continue;
        }
        if !before.is_empty() {
            out.push(before.into());
        }
        out.push(external(address).into());
        let rest = &word[opening + address.len()..];
        if !rest.is_empty() {
            out.push(rest.into());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, addresses: &[&str]) {
        let found: Vec<String> = linked(text)
            .into_iter()
            .filter_map(|node| match node {
                Node::Element(element) => Some(element.to_string()),
                _ => None,
            })
            .collect();
        let expected: Vec<String> = addresses
            .iter()
            .map(|url| external(url).to_string())
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn every_address_in_a_text_is_a_link() {
        check("https://kosis.kr", &["https://kosis.kr"]);
        check(
            "https://a.kr/x?y=1 ; mirror http://b.org/z, (https://c.kr)",
            &["https://a.kr/x?y=1", "http://b.org/z", "https://c.kr"],
        );
        check("package krgc 0.1.0", &[]);
        check("javascript:alert(1)", &[]);
    }
}
