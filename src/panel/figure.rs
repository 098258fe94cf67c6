//! A chart as the reader gets it: title, drawing, sources, and the same as a table.

use super::{Context, source};
use crate::chart::{Caption, Chart, Table, Trend, TrendBreak, TrendSeries};
use crate::headline;
use crate::indicator::Indicator;
use crate::markup::{Element, Node, el};
use crate::sentence::Sentence;
use crate::series;
use crate::text::Name;

/// A drawn chart with its title, a line on how to read it, and the ids of its sources.
pub fn figure(
    cx: Context<'_>,
    title: impl Into<Sentence>,
    reading: Element,
    chart: Chart,
    sources: &[&str],
) -> Element {
    el("figure")
        .class("chart-figure")
        .add(
            el("figcaption")
                .add(title.into().within("b"))
                .add(reading.class("reading")),
        )
        .add(Node::Written(chart.svg))
        .add(twin(cx, &chart.table))
        .add(credit(cx, sources))
}

/// The ids of the sources, each a link.
pub fn credit(cx: Context<'_>, sources: &[&str]) -> Element {
    el("p")
        .class("credit")
        .add(cx.lang.text().source)
        .add(" ")
        .add(source::entries(cx, sources.iter().copied()))
}

/// The table that says the same as a drawing.
fn twin(cx: Context<'_>, table: &Table) -> Element {
    let head = el("tr").all(
        table
            .head
            .iter()
            .map(|words| el("th").with("scope", "col").add(words.as_str())),
    );
    let rows = table.rows.iter().map(|row| {
        el("tr").all(row.iter().enumerate().map(|(column, cell)| {
            let td = match (column, &cell.value) {
                (0, _) => el("th").with("scope", "row"),
                (_, Some(value)) => el("td").with("data-value", value.as_str()),
                (_, None) => el("td").with("data-value", ""),
            };
            td.add(cell.text.as_str())
        }))
    });
    el("details")
        .class("twin")
        .add(el("summary").add(cx.pick("표로 보기", "As a table")))
        .add(
            el("table")
                .add(el("thead").add(head))
                .add(el("tbody").all(rows)),
        )
}

/// The capital region's share of some indicators over the years.
pub fn capital_trend(cx: Context<'_>, caption: Caption, indicators: &[Indicator]) -> Chart {
    let series = indicators.iter().map(|&indicator| TrendSeries {
        name: short(indicator).get(cx.lang).to_string(),
        points: series::years(indicator.definition().key)
            .map(|year| {
                let share = headline::capital_share(indicator, year);
                let text = share.map_or(cx.lang.text().no_data.to_string(), |share| {
                    format!("{}%", share.grouped(1))
                });
                (year, share, text)
            })
            .collect(),
    });
    Trend {
        caption,
        year_column: cx.lang.text().year.to_string(),
        series: series.collect(),
        unit: "%".to_string(),
        from_zero: false,
        breaks: breaks(cx, indicators),
    }
    .draw()
}

/// The census of establishments seems to have changed its frame: all manufacturing falls by 8.3 % at once.
fn breaks(cx: Context<'_>, indicators: &[Indicator]) -> Vec<TrendBreak> {
    if !indicators.contains(&Indicator::PharmaEstablishments) {
        return Vec::new();
    }
    vec![TrendBreak {
        year: 2023,
        label: cx
            .pick("조사 틀 변경 추정", "frame may have changed")
            .to_string(),
    }]
}

/// The ids of the sources of all years of some indicators, each once.
pub fn sources_of_all_years(indicators: &[Indicator]) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for indicator in indicators {
        let key = indicator.definition().key;
        for series in series::years(key).filter_map(|year| series::find(key, year)) {
            if !ids.contains(&series.source) {
                ids.push(series.source);
            }
        }
    }
    ids
}

/// An indicator in a word or two, for the end of a line and the side of a bar.
pub fn short(indicator: Indicator) -> Name {
    let (ko, en) = match indicator {
        Indicator::BioFirms => ("바이오 기업", "Biotech firms"),
        Indicator::PharmaWorkers => ("의약품 종사자", "Pharma jobs"),
        Indicator::PharmaEstablishments => ("의약품 사업체", "Pharma sites"),
        Indicator::DeviceMakers => ("의료기기 업체", "Device makers"),
        Indicator::DeviceWorkers => ("의료기기 종사자", "Device jobs"),
        Indicator::DeviceProduction => ("의료기기 생산액", "Device output"),
        Indicator::RndWorkers => ("연구개발 종사자", "R&D jobs"),
        Indicator::ListedFirms => ("상장 기업", "Listed firms"),
        Indicator::RndShare => ("총 연구개발비", "R&D spending"),
        Indicator::Population => ("인구", "Population"),
    };
    Name { ko, en }
}
