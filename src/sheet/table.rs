//! All indicators by region, each in its latest year.

use super::part;
use crate::indicator::Indicator;
use crate::markup::{Element, el};
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::panel::{Context, entry, region_in_full, sortable_head};
use crate::region::REGIONS;
use crate::series;

/// An indicator in its latest year, in the measure it is published in.
struct Column {
    indicator: Indicator,
    year: u16,
    digits: u8,
    values: Values,
    source: &'static str,
}

impl Column {
    fn of(indicator: Indicator) -> Option<Self> {
        // The published measure comes first, except where a share is all that is published.
        let measure = match indicator.definition().measures.contains(&Measure::Count) {
            true => Measure::Count,
            false => Measure::Share,
        };
        let year = measure::years(indicator, measure).last().copied()?;
        Some(Column {
            indicator,
            year,
            digits: measure.digits(),
            values: measure::values(indicator, measure, year)?,
            source: series::find(indicator.definition().key, year)?.source,
        })
    }
}

pub fn section(cx: Context<'_>) -> Element {
    let lang = cx.lang;
    let columns: Vec<Column> = Indicator::ALL.into_iter().filter_map(Column::of).collect();
    let mut head = vec![cx.pick("시·도", "Region").to_string()];
    head.extend(columns.iter().map(|column| {
        let definition = column.indicator.definition();
        let (name, unit) = (definition.name.get(lang), definition.unit.get(lang));
        format!("{name} ({unit}) {}", column.year)
    }));
    let rows = REGIONS.iter().enumerate().map(|(place, region)| {
        let cells = columns
            .iter()
            .map(|column| cell(cx, column.values[place], column.digits));
        el("tr")
            .add(
                el("th")
                    .with("scope", "row")
                    .add(region_in_full(cx, region.code)),
            )
            .all(cells)
    });
    let totals =
        columns.iter().map(
            |column| match measure::national_total(column.indicator, column.year) {
                Some(total) => cell(cx, Some(total), column.digits),
                None => el("td").class("none").add("–"),
            },
        );
    let sources = columns
        .iter()
        .map(|column| el("td").add(entry(cx, column.source)));
    let foot = el("tfoot")
        .add(
            el("tr")
                .add(
                    el("th")
                        .with("scope", "row")
                        .add(cx.pick("17개 시·도 합", "Sum of 17")),
                )
                .all(totals),
        )
        .add(
            el("tr")
                .add(el("th").with("scope", "row").add(lang.text().source))
                .all(sources),
        );
    part("table", cx.pick("시·도별 수치", "Figures by region"))
        .add(el("p").add(cx.pick(
            "지표마다 가장 최근 연도의 값이다. 연도가 지표마다 다르므로 열끼리 나누거나 빼지 말 것. 제목을 누르면 그 열로 정렬된다. 다른 연도와 비중은 각 시·도 화면의 ‘모든 수치’에 있다.",
            "The latest year of each indicator. Years differ, so do not divide or subtract columns. Press a heading to sort. Other years and shares are under “All figures” on the page of each region.",
        )))
        .add(
            el("div").class("scroll").with("tabindex", "0").with("role", "region")
                .with("aria-label", cx.pick("시·도별 수치 표", "Table of figures by region"))
                .add(
                    el("table")
                        .with("data-sortable", "")
                        .add(el("thead").add(sortable_head(head)))
                        .add(el("tbody").all(rows))
                        .add(foot),
                ),
        )
}

fn cell(cx: Context<'_>, value: Option<Decimal>, digits: u8) -> Element {
    match value {
        Some(value) => el("td")
            .with("data-value", value.full())
            .add(value.grouped(digits)),
        None => el("td").with("data-value", "").add(cx.lang.text().no_data),
    }
}
