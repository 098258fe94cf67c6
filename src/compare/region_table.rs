//! The figures of the chosen regions side by side.

use super::figures::{Figures, percentile};
use super::{Context, scrolling};
use crate::indicator::Indicator;
use crate::markup::{Element, el};
use crate::measure::Measure;
use crate::number::Decimal;
use crate::rank;
use crate::region::RegionCode;
use crate::text::Lang;

pub fn section(cx: Context<'_>) -> Element {
    let label = cx.pick("수치 나란히", "Figures side by side");
    let method = format!("{}data/#method", cx.root);
    let bodies = Indicator::ALL.map(|indicator| of_indicator(cx, indicator));
    let table = el("table")
        .class("compared")
        .add(el("thead").add(head(cx)))
        .all(bodies);
    el("section")
        .class("compare-part")
        .with("id", "figures")
        .add(el("h2").add(label))
        .add(
            el("p")
                .add(cx.pick(
                    "지표마다 그 값이 있는 가장 최근 연도다. 값 아래 작은 글씨는 17개 시·도 가운데 순위와 백분위, 곧 나머지 시·도 가운데 값이 더 작은 곳의 비율(같은 값은 반으로 셈)이다. 비중, 인구 10만 명당, 입지계수는 이 지도가 계산했다. ",
                    "Each row is of the latest year that has it. Under a value: the rank among the 17 regions and the percentile, which is the share of the other regions with a smaller value (equals counted half). Shares, rates and location quotients are worked out by us. ",
                ))
                .add(el("a").with("href", method).add(cx.pick("계산 방법", "How"))),
        )
        .add(scrolling(label, table))
}

fn head(cx: Context<'_>) -> Element {
    let column = || el("th").with("scope", "col");
    el("tr")
        .add(column().add(cx.lang.text().indicator))
        .all(cx.regions.iter().map(|&code| column().add(cx.region(code))))
        .add(column().add(cx.lang.text().nation))
        .add(column().add(cx.lang.text().source))
}

fn of_indicator(cx: Context<'_>, indicator: Indicator) -> Element {
    let definition = indicator.definition();
    let (name, unit) = (definition.name.get(cx.lang), definition.unit.get(cx.lang));
    let columns = cx.regions.len() + 3;
    let name = el("tr").add(
        el("th")
            .with("scope", "rowgroup")
            .with("colspan", columns.to_string())
            .add(name)
            .add(el("span").class("muted").add(format!(" ({unit})"))),
    );
    let rows = definition
        .measures
        .iter()
        .filter_map(|&measure| Figures::latest(indicator, measure))
        .map(|figures| row(cx, &figures));
    el("tbody").add(name).all(rows)
}

fn row(cx: Context<'_>, figures: &Figures) -> Element {
    let measure = figures.measure;
    let mut name = measure.name().get(cx.lang).to_string();
    if measure == Measure::Share {
        name.push_str(" (%)");
    }
    let cells = cx.regions.iter().map(|&code| cell(cx, figures, code));
    let nation = match figures.nation {
        Some(nation) => el("td")
            .with("data-value", nation.full())
            .add(nation.grouped(measure.digits())),
        None => el("td").class("none").add("–"),
    };
    el("tr")
        .with("data-indicator", figures.indicator.slug())
        .with("data-measure", measure.slug())
        .with("data-year", figures.year.to_string())
        .add(
            el("th")
                .with("scope", "row")
                .add(name)
                .add(" ")
                .add(el("span").class("muted").add(figures.year.to_string())),
        )
        .all(cells)
        .add(nation)
        .add(el("td").add(cx.sources(&figures.sources)))
}

fn cell(cx: Context<'_>, figures: &Figures, code: RegionCode) -> Element {
    let place = code.index();
    let standing = rank::rank(&figures.values, place).zip(percentile(&figures.values, place));
    let (Some(value), Some((rank, percentile))) = (figures.values[place], standing) else {
        return el("td").with("data-value", "").add(cx.lang.text().no_data);
    };
    let (at, hundredth) = (rank.rank, percentile.grouped(0));
    let said = match (cx.lang, rank.tied) {
        (Lang::Ko, false) => format!("{at}위 · {hundredth}%"),
        (Lang::Ko, true) => format!("공동 {at}위 · {hundredth}%"),
        (Lang::En, false) => format!("rank {at} · {hundredth}%"),
        (Lang::En, true) => format!("joint {at} · {hundredth}%"),
    };
    el("td")
        .with("data-region", code.as_str())
        .with("data-value", Decimal::full(value))
        .add(value.grouped(figures.measure.digits()))
        .add(
            el("small")
                .with("data-rank", at.to_string())
                .with("data-percentile", percentile.full())
                .add(said),
        )
}
