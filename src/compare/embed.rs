//! The comparison in a frame of someone else's article: the first choice, one row an indicator.

use super::Context;
use super::choice::Choice;
use super::figures::Figures;
use crate::indicator::Indicator;
use crate::markup::{Element, el};
use crate::measure::Measure;
use crate::text::Lang;

/// Of each indicator the share of the nation, in its latest year.
pub fn embed(lang: Lang, root: &str) -> String {
    let regions = Choice::at_first().regions();
    let cx = Context {
        lang,
        root,
        regions: &regions,
    };
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
    let head = el("tr")
        .add(
            el("th")
                .with("scope", "col")
                .add(cx.pick("전국 비중(%)", "Share of nation (%)")),
        )
        .all(
            regions
                .iter()
                .map(|&code| el("th").with("scope", "col").add(cx.region(code))),
        );
    el("div")
        .class("explore compared-embed")
        .add(
            el("div")
                .class("headline")
                .add(el("h1").add(cx.pick(
                    "다섯 시·도가 가진 몫, 지표마다",
                    "What five regions hold, by every indicator",
                )))
                .add(el("p").class("deck").add(cx.pick(
                    "바이오 기업이 가장 많은 다섯 시·도. 지표마다 값이 있는 가장 최근 연도.",
                    "The five regions with most biotech firms. Each row is of the latest year that has it.",
                ))),
        )
        .add(
            el("table")
                .class("compared")
                .add(el("thead").add(head))
                .add(el("tbody").all(shares.iter().map(|figures| row(cx, figures)))),
        )
        .add(
            el("p")
                .class("source-line")
                .add(el("b").add(lang.text().source))
                .add(cx.sources(&sources)),
        )
        .to_string()
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
