//! The network in rows: every link, every place, and the matrix of hubs against places.

use super::documented::{Network, Node};
use super::filters;
use super::programme::Programme;
use crate::link::Family;
use crate::markup::{Element, el, value};
use crate::package::{End, Standing};
use crate::panel::{Context, end as end_of, entries, kind_of_link, sortable_head};
use crate::text::Lang;

/// Every link in a row of its own, with the facts by which it is filtered.
pub fn links(cx: Context<'_>, network: &Network<'_>, programmes: &[Programme]) -> Element {
    let rows = network.links.iter().map(|link| {
        let mut row = el("tr");
        for (name, value) in filters::facts(link, programmes) {
            row = row.with(name, value);
        }
        let arrow = if link.family.is_directed() {
            el("td")
                .class("arrow")
                .add(el("span").with("aria-hidden", "true").add("→"))
                .add(el("span").class("unseen").add(cx.pick("에서", "to")))
        } else {
            el("td").add("–")
        };
        let flag = (link.status != Standing::Documented).then(|| {
            el("span")
                .class("flag")
                .add(link.status.name().get(cx.lang))
        });
        let year = link.year.map(|year| year.to_string());
        row.add(el("th").with("scope", "row").add(end_of(cx, &link.from)))
            .add(arrow)
            .add(el("td").add(end_of(cx, &link.to)))
            .add(
                el("td")
                    .add(el("i").class(&format!("stroke stroke-{}", link.family.slug())))
                    .add(" ")
                    .add(kind_of_link(link, cx.lang)),
            )
            .add(el("td").add(link.label.get(cx.lang)).all(flag))
            .add(
                el("td")
                    .with("data-value", year.clone().unwrap_or_default())
                    .add(year.unwrap_or_else(|| cx.pick("미상", "unknown").to_string())),
            )
            .add(el("td").add(entries(cx, link.source_ids.iter().map(String::as_str))))
    });
    let heads = [
        cx.pick(
            "한쪽(방향이 있으면 시작)",
            "One end (the start, if directed)",
        ),
        cx.pick("방향", "Direction"),
        cx.pick("다른 쪽", "Other end"),
        cx.pick("종류", "Kind"),
        cx.pick("무엇으로", "What joins them"),
        cx.pick("연도", "Year"),
        cx.lang.text().source,
    ];
    scroll(
        cx.pick("연계 표", "Table of links"),
        el("table")
            .with("data-sortable", "")
            .add(el("thead").add(sortable_head(heads.map(str::to_string).to_vec())))
            .add(el("tbody").all(rows)),
    )
}

/// Every place with the part it plays.
pub fn nodes(cx: Context<'_>, network: &Network<'_>) -> Element {
    let part_of = |here: usize| {
        network
            .components
            .iter()
            .position(|part| part.contains(&here))
    };
    let names = |places: &[usize]| {
        let mut cell = el("td").class("ends");
        for (nth, &place) in places.iter().enumerate() {
            if nth > 0 {
                cell = cell.add(", ");
            }
            cell = cell.add(end_of(cx, &network.nodes[place].end));
        }
        if places.is_empty() {
            cell.add("–")
        } else {
            cell
        }
    };
    let count = |count: usize| {
        el("td")
            .with("data-value", count.to_string())
            .add(count.to_string())
    };
    let rows = network.nodes.iter().enumerate().map(|(here, node)| {
        let alone = node.links == 0;
        let tenths = (node.betweenness * 10.0).round() as i64;
        let between = crate::number::Decimal {
            units: tenths,
            decimals: 1,
        };
        el("tr")
            .add(el("th").with("scope", "row").add(end_of(cx, &node.end)))
            .add(el("td").add(role(cx, node)))
            .add(count(node.links))
            .add(count(node.neighbours.len()))
            .add(names(&node.spokes))
            .add(names(&node.hubs))
            .add(
                el("td")
                    .with("data-value", between.full())
                    .add(between.grouped(1)),
            )
            .add(match part_of(here) {
                Some(part) if !alone => count(part + 1),
                _ => el("td").with("data-value", "").add("–"),
            })
    });
    let heads = [
        cx.pick("곳", "Place"),
        cx.pick("역할", "Role"),
        cx.pick("연계", "Links"),
        cx.pick("이웃", "Neighbours"),
        cx.pick("스포크", "Its spokes"),
        cx.pick("허브", "Its hubs"),
        cx.pick("매개 중심성(쌍)", "Betweenness (pairs)"),
        cx.pick("덩어리", "Part"),
    ];
    scroll(
        cx.pick("곳마다의 자리", "The place of each"),
        el("table")
            .with("data-sortable", "")
            .add(el("thead").add(sortable_head(heads.map(str::to_string).to_vec())))
            .add(el("tbody").all(rows)),
    )
}

fn role(cx: Context<'_>, node: &Node) -> String {
    let words = match (&node.end, node.cluster()) {
        (End::Region(_) | End::MacroRegion(_), _) => cx.pick("시·도, 권역", "Region"),
        (End::Body(_), _) if node.is_hub() => cx.pick("전국 기관, 허브", "National body, hub"),
        (End::Body(_), _) => cx.pick("전국 기관", "National body"),
        (End::Cluster(_), Some(id)) => id.cluster().role.name(cx.lang),
        (End::Cluster(_), None) => "",
    };
    words.to_string()
}

/// Hubs across, places down: how many links join them; a filled mark where one of them is hub and spoke.
pub fn matrix(cx: Context<'_>, network: &Network<'_>) -> Element {
    let across: Vec<usize> = (0..network.nodes.len())
        .filter(|&place| {
            let node = &network.nodes[place];
            node.is_hub() || matches!(node.end, End::Body(_))
        })
        .collect();
    let between = |a: &End, b: &End| {
        let joins = |link: &&crate::package::DocumentedLink| {
            (&link.from == a && &link.to == b) || (&link.from == b && &link.to == a)
        };
        let links = network.links.iter().filter(joins);
        let spokes = links
            .clone()
            .filter(|link| link.family == Family::HubSpoke)
            .count();
        (links.count(), spokes)
    };
    let head = el("tr")
        .add(el("th").with("scope", "col").add(cx.pick("곳", "Place")))
        .all(across.iter().map(|&hub| {
            el("th")
                .with("scope", "col")
                .add(end_of(cx, &network.nodes[hub].end))
        }));
    let rows = network.nodes.iter().map(|node| {
        let cells = across.iter().map(|&hub| {
            let end = &network.nodes[hub].end;
            if *end == node.end {
                return el("td").class("self").add("·");
            }
            match between(end, &node.end) {
                (0, _) => el("td").class("none").with("data-value", "0"),
                (count, spokes) => {
                    let mark = (spokes > 0).then(|| {
                        el("b")
                            .with("title", cx.pick("허브·스포크 포함", "with hub and spoke"))
                            .add("● ")
                    });
                    el("td")
                        .with("data-value", count.to_string())
                        .all(mark)
                        .add(count.to_string())
                }
            }
        });
        el("tr")
            .add(el("th").with("scope", "row").add(end_of(cx, &node.end)))
            .all(cells)
    });
    el("details")
        .class("matrix")
        .add(el("summary").add(match cx.lang {
            Lang::Ko => format!("인접 행렬: 허브·기관 {} × {}곳", across.len(), network.nodes.len()),
            Lang::En => format!(
                "Adjacency matrix: {} hubs and bodies × {} places",
                across.len(),
                network.nodes.len()
            ),
        }))
        .add(el("p").class("muted").add(cx.pick(
            "칸의 수는 두 곳을 잇는 연계의 수, ●는 그 가운데 허브·스포크가 있다는 표시다. 빈칸은 문서가 없다는 뜻이다.",
            "A cell counts the links between the two; ● marks those with a hub-and-spoke link. An empty cell means no document.",
        )))
        .add(scroll(
            cx.pick("인접 행렬", "Adjacency matrix"),
            el("table")
                .add(el("thead").add(head))
                .add(el("tbody").all(rows)),
        ))
}

/// The count of links that the filters leave; the browser rewrites the first figure.
pub fn tally(cx: Context<'_>, network: &Network<'_>) -> Element {
    let all = network.links.len();
    let shown = value(all.to_string(), all.to_string()).with("data-count", "");
    let line = el("p").class("tally muted").with("role", "status");
    match cx.lang {
        Lang::Ko => line
            .add(format!("{all}건 가운데 "))
            .add(shown)
            .add("건을 지도와 표에 보인다."),
        Lang::En => line
            .add(shown)
            .add(format!(" of {all} links are on the map and in the table.")),
    }
}

/// A table that scrolls sideways inside its own box.
pub fn scroll(label: &str, table: Element) -> Element {
    el("div")
        .class("scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", label)
        .add(table)
}
