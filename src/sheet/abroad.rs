//! Places abroad: Boston, Japan's certified communities, and others that articles name beside Korea.

use super::part;
use crate::markup::{Element, el, value};
use crate::number::Decimal;
use crate::package::Comparator;
use crate::panel::{Context, entries};
use crate::text::Lang;

pub fn section(cx: Context<'_>) -> Element {
    let lang = cx.lang;
    let heads = match lang {
        Lang::Ko => ["곳", "무엇", "값", "연도", "출처"],
        Lang::En => ["Place", "What", "Value", "Year", "Source"],
    };
    let head = heads.map(|words| el("th").with("scope", "col").add(words));
    let rows = cx.package.comparators.iter().map(|row| self::row(cx, row));
    part("abroad", cx.pick("나라 밖의 견줄 곳", "Places abroad"))
        .add(el("p").add(japan(cx)))
        .add(el("p").class("muted").add(cx.pick(
            "나라마다 세는 법이 달라 국내 수치와 바로 견줄 수 없다. 같은 곳의 값도 출처가 다르면 이어 그리지 말 것.",
            "Each country counts differently: do not compare directly with Korean figures, and do not join values of different sources into one line.",
        )))
        .add(
            el("div")
                .class("scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", cx.pick("나라 밖의 수치 표", "Table of figures abroad"))
                .add(
                    el("table")
                        .add(el("thead").add(el("tr").all(head)))
                        .add(el("tbody").all(rows)),
                ),
        )
}

/// How many communities Japan has certified, as counted from the rows, and when the last one was.
fn japan(cx: Context<'_>) -> String {
    let of = |group: &str| {
        let rows = cx.package.comparators.iter();
        rows.filter(|row| row.group == group).collect::<Vec<_>>()
    };
    let (global, regional) = (of("japan_global"), of("japan_regional"));
    let dates = global.iter().chain(&regional).map(|row| row.value.as_str());
    let last = dates.max().unwrap_or_default();
    match cx.lang {
        Lang::Ko => format!(
            "일본이 인증한 바이오 커뮤니티는 확인한 것이 글로벌 {}곳과 지역 {}곳이며, 마지막 인증일은 {last}이다. 2024년 3월의 칼럼은 지역을 8곳이라 적었다: 위의 ‘자료가 엇갈리는 곳’을 볼 것.",
            global.len(),
            regional.len()
        ),
        Lang::En => format!(
            "Japan's certified bio communities, as far as found: {} global and {} regional, the last certified on {last}. A column of March 2024 says 8 regional: see the disagreements above.",
            global.len(),
            regional.len()
        ),
    }
}

fn row(cx: Context<'_>, row: &Comparator) -> Element {
    let lang = cx.lang;
    let unknown = || cx.pick("미상", "unknown").to_string();
    let note = row.note.as_ref().map(|note| {
        el("p")
            .class("muted")
            .speaking(note, lang)
            .add(note.as_str())
    });
    let figure = match row.unit.as_str() {
        "date" | "year" => el("span")
            .with("data-value", row.value.as_str())
            .add(row.value.as_str()),
        unit => value(
            format!("{}{}", grouped(&row.value), worded(unit, lang)),
            row.value.as_str(),
        ),
    };
    el("tr")
        .add(
            el("th")
                .with("scope", "row")
                .speaking(&row.name_en, lang)
                .add(row.name_en.as_str()),
        )
        .add(el("td").add(metric(&row.metric, lang)).all(note))
        .add(el("td").add(figure))
        .add(el("td").add(row.year.map_or_else(unknown, |year| year.to_string())))
        .add(el("td").add(entries(cx, row.source_ids.iter().map(String::as_str))))
}

/// Digits in groups of three; what is no plain number stays as it is.
fn grouped(text: &str) -> String {
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let units = text.replace('.', "").parse::<i64>();
    match (units, u8::try_from(decimals)) {
        (Ok(units), Ok(decimals)) if decimals <= crate::number::MAX_DECIMALS => {
            Decimal { units, decimals }.grouped(decimals)
        }
        _ => text.to_string(),
    }
}

/// The unit with the space before it that its language wants.
fn worded(unit: &str, lang: Lang) -> &str {
    match unit {
        "persons" => lang.pick("명", " people"),
        "companies" => lang.pick("곳", " companies"),
        "communities" => lang.pick("곳", " communities"),
        "billion USD" => lang.pick("십억 달러", " bn USD"),
        "billion GBP" => lang.pick("십억 파운드", " bn GBP"),
        "sq ft" => lang.pick("제곱피트", " sq ft"),
        "m2" => lang.pick("㎡", " m²"),
        "L" => lang.pick("리터", " litres"),
        _ => unit,
    }
}

fn metric(metric: &str, lang: Lang) -> &str {
    match metric {
        "population_cambridge" => lang.pick("케임브리지시 인구", "Population of Cambridge"),
        "population_boston" => lang.pick("보스턴시 인구", "Population of Boston"),
        "biopharma_employment" => lang.pick(
            "매사추세츠 바이오제약 고용",
            "Biopharma jobs in Massachusetts",
        ),
        "rd_employment" => lang.pick("연구개발 고용", "R&D jobs"),
        "biomanufacturing_employment" => lang.pick("바이오 제조 고용", "Biomanufacturing jobs"),
        "venture_capital" => lang.pick("벤처 투자", "Venture capital"),
        "venture_capital_h1" => lang.pick("벤처 투자, 상반기", "Venture capital, first half"),
        "lab_space_completed" => {
            lang.pick("그해 준공한 연구 공간", "Lab space completed in the year")
        }
        "lab_space_added" => lang.pick("늘어난 연구 공간", "Lab space added"),
        "rd_workforce_seed" => lang.pick("연구 인력(칼럼)", "R&D staff (column)"),
        "management_workforce_seed" => lang.pick("관리 인력(칼럼)", "Management staff (column)"),
        "bioreactor_capacity" => lang.pick("바이오의약품 생산 용량", "Bioreactor capacity"),
        "certified" => lang.pick("인증일", "Certified on"),
        "registered" => lang.pick("등록일(인증 아님)", "Registered on (not certified)"),
        "count" => lang.pick("인증 커뮤니티 수", "Certified communities"),
        "rd_floor_area" => lang.pick("연구 시설 연면적", "R&D floor area"),
        "researchers" => lang.pick("연구자", "Researchers"),
        "rd_space" => lang.pick("연구 공간", "R&D space"),
        "employees" => lang.pick("종사자", "Employees"),
        "companies" => lang.pick("기업", "Companies"),
        "bay_area_lab_space" => lang.pick("베이 지역 연구 공간", "Lab space of the Bay Area"),
        "founded" => lang.pick("설립", "Founded"),
        "lifesci_turnover" => lang.pick("생명과학 매출", "Life-science turnover"),
        "ki_employment" => lang.pick("지식 기반 기업 고용", "Jobs in knowledge-intensive firms"),
        _ => metric,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Package;
    use std::path::Path;

    #[test]
    fn every_metric_and_unit_of_the_package_has_words() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let package = Package::read(&dir).expect("the committed package is sound");
        for row in &package.comparators {
            let named = metric(&row.metric, Lang::Ko) != row.metric;
            assert!(named, "name the metric {:?} in {}", row.metric, file!());
            let unit = row.unit.as_str();
            let named = ["date", "year"].contains(&unit) || worded(unit, Lang::Ko) != unit;
            assert!(named, "name the unit {unit:?} in {}", file!());
        }
    }

    #[test]
    fn numbers_are_grouped_and_words_left_alone() {
        let said = ["118403", "7.89", "2022-04-22"].map(grouped);
        assert_eq!(said, ["118,403", "7.89", "2022-04-22"]);
    }
}
