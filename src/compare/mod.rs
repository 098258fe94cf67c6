//! Regions and clusters side by side: up to ten of them, in the order in which they were chosen.
//!
//! The same code writes the page that is prerendered and, in the lab, whatever else a reader chooses: it is
//! pure, and what it draws it draws in integers, so both come out the same to the byte.
//!
//! ```text
//! Choice   what is compared, and its spelling in the hash: 11,43,cb-osong
//! figures  the rows of the table: an indicator under a measure in its latest year
//! likeness the regions whose profiles come nearest, and which indicators keep them apart
//! table, charts, peers     the markup of each part
//! cells    what is written about clusters, as the prerenderer publishes it and the lab reads it
//! ```
//!
//! Native only: `documents` writes those cells from the data package, with the clusters that have most in
//! common (`fields`, `overlap`); `chooser` is the part of the page that never changes.

mod cells;
mod charts;
mod choice;
#[cfg(not(target_arch = "wasm32"))]
mod chooser;
mod cluster_table;
#[cfg(not(target_arch = "wasm32"))]
mod documents;
mod embed;
#[cfg(not(target_arch = "wasm32"))]
mod fields;
mod figures;
mod likeness;
#[cfg(not(target_arch = "wasm32"))]
mod overlap;
mod peers;
mod region_table;
mod scale;

pub use cells::Cells;
pub use choice::{Choice, MOST, Place};
#[cfg(not(target_arch = "wasm32"))]
pub use chooser::page;
#[cfg(not(target_arch = "wasm32"))]
pub use documents::cells as write_cells;
#[cfg(not(target_arch = "wasm32"))]
pub use embed::embed;
pub use figures::{Figures, percentile};
pub use likeness::{Cause, Peer, nearest};
#[cfg(not(target_arch = "wasm32"))]
pub use overlap::{Overlap, Trait, most_in_common};

use crate::markup::{Element, Node, el, written};
use crate::region::RegionCode;
use crate::text::Lang;

/// The file of the cells, under the language's root.
pub const FILE: &str = "compare/clusters.txt";

/// What every part needs to know.
#[derive(Clone, Copy)]
struct Context<'c> {
    lang: Lang,
    /// The language's root: `/`, `/en/`.
    root: &'c str,
    /// The chosen regions, in their order.
    regions: &'c [RegionCode],
}

impl<'c> Context<'c> {
    fn pick(self, ko: &'c str, en: &'c str) -> &'c str {
        self.lang.pick(ko, en)
    }

    /// Links to the entries of sources on the data page.
    fn sources(self, ids: &[&str]) -> Element {
        let mut out = el("span").class("source-ids");
        for (at, id) in ids.iter().enumerate() {
            if at > 0 {
                out = out.add(", ");
            }
            let href = format!("{}data/#source-{id}", self.root);
            out = out.add(el("a").class("source-id").with("href", href).add(*id));
        }
        out
    }

    /// A region by its short name, a link to its page.
    fn region(self, code: RegionCode) -> Element {
        let page = crate::page::Page::Region(code).path();
        el("a")
            .with("href", format!("{}{page}", self.root))
            .add(code.region().short.get(self.lang))
    }
}

/// A table that scrolls sideways within itself, also by keyboard.
fn scrolling(label: &str, table: Element) -> Element {
    el("div")
        .class("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", label)
        .add(table)
}

/// Everything that depends on the choice: the chosen, then charts, figures and peers of the regions, then
/// the clusters.
pub fn content(choice: &Choice, cells: &Cells<'_>, lang: Lang, root: &str) -> String {
    let regions = choice.regions();
    let clusters = choice.clusters();
    let cx = Context {
        lang,
        root,
        regions: &regions,
    };
    let mut parts: Vec<Node> = vec![chosen(cx, choice).into()];
    if choice.places.is_empty() {
        parts.push(
            el("p")
                .add(cx.pick(
                    "아직 고른 곳이 없습니다. 이름, 목록, 지도 가운데 편한 쪽으로 고르십시오.",
                    "Nothing is chosen yet. Choose by name, from the list or on the map.",
                ))
                .into(),
        );
    }
    if !regions.is_empty() {
        parts.push(charts::section(cx).into());
        parts.push(region_table::section(cx).into());
        parts.push(peers::section(cx).into());
    }
    if !clusters.is_empty() {
        parts.push(cluster_table::section(cx, &clusters, cells).into());
    }
    written(parts)
}

/// The names of the chosen in their order, each with a button that takes it out.
fn chosen(cx: Context<'_>, choice: &Choice) -> Element {
    let chips = choice.places.iter().map(|place| {
        let name = place.name(cx.lang);
        let label = match cx.lang {
            Lang::Ko => format!("{name} 빼기"),
            Lang::En => format!("Remove {name}"),
        };
        el("li").add(name).add(
            el("button")
                .with("type", "button")
                .with("data-pick", place.key())
                .with("aria-label", label)
                .add("×"),
        )
    });
    let left_out = choice.left_out_said(cx.lang);
    el("div")
        .class("chosen")
        .add(el("h2").with("tabindex", "-1").add(choice.counted(cx.lang)))
        .add(el("ol").all(chips))
        .all(left_out.map(|words| el("p").class("caution").add(words)))
}

/// The lab's answer to a list from the hash: the list as it is understood, what to say aloud, the content,
/// each but the last a line.
pub fn answer(list: &str, clusters: &str, lang: Lang, root: &str) -> String {
    answered(list, clusters, lang, root, content)
}

/// The same for a frame in an article.
pub fn answer_in_frame(list: &str, clusters: &str, lang: Lang, root: &str) -> String {
    answered(list, clusters, lang, root, embed::framed)
}

fn answered(
    list: &str,
    clusters: &str,
    lang: Lang,
    root: &str,
    write: fn(&Choice, &Cells<'_>, Lang, &str) -> String,
) -> String {
    let choice = Choice::parse(list);
    let content = write(&choice, &Cells::read(clusters), lang, root);
    format!("{}\n{}\n{content}", choice.spelling(), choice.said(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_list_a_sentence_and_the_content() {
        let answer = answer("43,42,11", "", Lang::En, "/en/");
        let mut lines = answer.splitn(3, '\n');
        assert_eq!(lines.next(), Some("43,11"));
        assert_eq!(lines.next(), Some("Chosen: 2 of 10: Chungbuk, Seoul."));
        let choice = Choice::parse("43,11");
        let content = content(&choice, &Cells::default(), Lang::En, "/en/");
        assert_eq!(lines.next(), Some(content.as_str()));
    }

    #[test]
    fn in_a_frame_the_hash_chooses_too() {
        let answer = |list| answer_in_frame(list, "", Lang::En, "/en/");
        assert!(answer("43,11").contains("What 2 regions hold"));
        assert!(answer("cb-osong").contains("Clusters side by side: 1"));
        assert!(answer("").contains("What five regions hold"));
    }

    #[test]
    fn an_empty_choice_says_so() {
        let content = content(&Choice::parse(""), &Cells::default(), Lang::Ko, "/");
        assert!(content.contains("아직 고른 곳이 없습니다") && !content.contains("<table"));
    }
}
