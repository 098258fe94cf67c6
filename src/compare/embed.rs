//! The comparison in a frame of someone else's article: one row an indicator, and what is documented of clusters.

use super::cells::Cells;
use super::choice::Choice;
use super::figures::Figures;
use super::{Context, cluster_table, scrolling};
use crate::indicator::Indicator;
use crate::markup::{Element, el, written};
use crate::measure::Measure;
use crate::text::Lang;

/// The embed with the first choice.
#[cfg(not(target_arch = "wasm32"))]
pub fn embed(lang: Lang, root: &str) -> String {
    let choice = Choice::at_first();
    el("div")
        .class("explore compared-embed")
        .with("data-chosen", choice.spelling())
        .with("data-framed", "")
        .add(crate::markup::Node::Written(framed(
            &choice,
            &Cells::default(),
            lang,
            root,
        )))
        .to_string()
}

/// What is in it. An empty choice is taken for the first: a frame has nothing to choose with.
pub(super) fn framed(choice: &Choice, cells: &Cells<'_>, lang: Lang, root: &str) -> String {
    let at_first = Choice::at_first();
    let choice = if choice.places.is_empty() {
        &at_first
    } else {
        choice
    };
    let (regions, clusters) = (choice.regions(), choice.clusters());
    let cx = Context {
        lang,
        root,
        regions: &regions,
    };
    let mut parts = vec![head(cx, choice, choice.spelling() == at_first.spelling())];
    if !regions.is_empty() {
        parts.extend(shares(cx));
    }
    if !clusters.is_empty() {
        parts.push(cluster_table::section(cx, &clusters, cells));
    }
    written(parts)
}

fn head(cx: Context<'_>, choice: &Choice, is_first: bool) -> Element {
    let (regions, clusters) = (choice.regions().len(), choice.clusters().len());
    let title = match (cx.lang, regions, clusters) {
        (Lang::Ko, _, _) if is_first => "다섯 시·도가 가진 몫, 지표마다".to_owned(),
        (Lang::En, _, _) if is_first => "What five regions hold, by every indicator".to_owned(),
        (Lang::Ko, 0, _) => format!("클러스터 {clusters}곳 나란히"),
        (Lang::En, 0, _) => format!("Clusters side by side: {clusters}"),
        (Lang::Ko, _, 0) => format!("시·도 {regions}곳이 가진 몫, 지표마다"),
        (Lang::En, 1, 0) => "What one region holds, by every indicator".to_owned(),
        (Lang::En, _, 0) => format!("What {regions} regions hold, by every indicator"),
        (Lang::Ko, _, _) => format!("시·도 {regions}곳과 클러스터 {clusters}곳 나란히"),
        (Lang::En, _, _) => format!("Side by side: regions {regions}, clusters {clusters}"),
    };
    let deck = match regions {
        0 => cx.pick(
            "클러스터마다 문서로 확인한 것.",
            "What is documented of each cluster.",
        ),
        _ if is_first => cx.pick(
            "바이오 기업이 가장 많은 다섯 시·도. 지표마다 값이 있는 가장 최근 연도.",
            "The five regions with most biotech firms. Each row is of the latest year that has it.",
        ),
        _ => cx.pick(
            "지표마다 값이 있는 가장 최근 연도.",
            "Each row is of the latest year that has it.",
        ),
    };
    el("div")
        .class("headline")
        .add(el("h1").add(title))
        .add(el("p").class("deck").add(deck))
}

/// Of each indicator the share of the nation, in its latest year.
fn shares(cx: Context<'_>) -> [Element; 2] {
    let shares: Vec<Figures> = Indicator::ALL
        .into_iter()
        .filter_map(|indicator| Figures::latest(indicator, Measure::Share))
        .collect();
    let mut sources: Vec<&str> = shares
        .iter()
        .flat_map(|figures| figures.sources.iter().copied())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let label = cx.pick("전국 비중(%)", "Share of nation (%)");
    let head = el("tr").add(el("th").with("scope", "col").add(label)).all(
        cx.regions
            .iter()
            .map(|&code| el("th").with("scope", "col").add(cx.region(code))),
    );
    let table = el("table")
        .class("compared")
        .add(el("thead").add(head))
        .add(el("tbody").all(shares.iter().map(|figures| row(cx, figures))));
    let source = el("p")
        .class("source-line")
        .add(el("b").add(cx.lang.text().source))
        .add(cx.sources(&sources));
    [scrolling(label, table), source]
}

fn row(cx: Context<'_>, figures: &Figures) -> Element {
    let digits = figures.measure.digits();
    let cells = cx.regions.iter().map(|code| {
        let value = figures.values[code.index()];
        let shown = value.map_or(cx.lang.text().no_data.to_owned(), |it| it.grouped(digits));
        el("td")
            .with("data-value", value.map_or(String::new(), |it| it.full()))
            .add(shown)
    });
    let year = el("span").class("muted").add(figures.year.to_string());
    el("tr")
        .add(
            el("th")
                .with("scope", "row")
                .add(figures.indicator.definition().name.get(cx.lang))
                .add(" ")
                .add(year),
        )
        .all(cells)
}
