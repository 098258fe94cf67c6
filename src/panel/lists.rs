//! The map in words, below the map: every region, cluster and link.

use super::{Context, network, place, region, source};
use crate::cluster::ClusterId;
use crate::headline;
use crate::link::Family;
use crate::markup::{Element, el, written};
use crate::measure::{self, Measure};
use crate::package::Package;
use crate::rank;
use crate::region::REGIONS;
use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// The table of regions under the view's indicator, measure and year, the clusters by region, and the
/// documented links by family.
pub fn lists(package: &Package, state: &ViewState, lang: Lang, root: &str) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    written([regions(cx, state), clusters(cx), links(cx)])
}

fn regions(cx: Context<'_>, state: &ViewState) -> Element {
    let lang = cx.lang;
    let (indicator, year) = (state.indicator(), state.year());
    let values = state.values();
    // A second column of shares beside a share would say the same twice.
    let shares = (state.measure() != Measure::Share)
        .then(|| measure::values(indicator, Measure::Share, year))
        .flatten();
    let measured = headline::measured(indicator, state.measure(), lang);
    let mut head = vec![cx.pick("시·도", "Region").to_string(), measured.clone()];
    if shares.is_some() {
        head.push(headline::measured(indicator, Measure::Share, lang));
    }
    head.push(cx.pick("순위", "Rank").to_string());
    let rows = rank::order(&values).into_iter().map(|at| {
        let figure = |value: Option<crate::number::Decimal>, digits: u8| match value {
            Some(value) => el("td")
                .with("data-value", value.full())
                .add(value.grouped(digits)),
            None => el("td").with("data-value", "").add(lang.text().no_data),
        };
        let rank = match rank::rank(&values, at) {
            Some(rank) => {
                let tied = if rank.tied {
                    cx.pick("공동 ", "joint ")
                } else {
                    ""
                };
                el("td")
                    .with("data-value", rank.rank.to_string())
                    .add(format!("{tied}{}", rank.rank))
            }
            None => el("td").with("data-value", "").add("–"),
        };
        el("tr")
            .add(
                el("th")
                    .with("scope", "row")
                    .add(place::region_in_full(cx, REGIONS[at].code)),
            )
            .add(figure(values[at], state.measure().digits()))
            .all(shares.map(|shares| figure(shares[at], Measure::Share.digits())))
            .add(rank)
    });
    let credit = series::find(indicator.definition().key, year)
        .map(|series| source::entry(cx, series.source));
    let caption = match lang {
        Lang::Ko => format!("{measured}, {year}년. {}: ", lang.text().source),
        Lang::En => format!("{measured}, {year}. {}: ", lang.text().source),
    };
    el("section")
        .with("id", "regions") // where the link past the map leads
        .class("list list-regions")
        .add(el("h2").add(cx.pick("시·도별 수치", "Figures by region")))
        .add(
            el("table")
                .with("data-sortable", "")
                .add(el("caption").add(caption).all(credit))
                .add(el("thead").add(sortable_head(head)))
                .add(el("tbody").all(rows)),
        )
}

/// A row of column heads that sort.
pub fn sortable_head(words: Vec<String>) -> Element {
    el("tr").all(words.into_iter().map(|words| {
        el("th")
            .with("scope", "col")
            .add(el("button").with("type", "button").add(words))
    }))
}

fn clusters(cx: Context<'_>) -> Element {
    let mut blocks = Vec::new();
    for place in &REGIONS {
        let here: Vec<ClusterId> = ClusterId::all()
            .filter(|id| id.cluster().region() == place.code)
            .collect();
        if !here.is_empty() {
            blocks.push(el("h3").add(place::region_in_full(cx, place.code)));
            blocks.push(el("ul").all(here.into_iter().map(|id| region::cluster_item(cx, id))));
        }
    }
    let count = ClusterId::all().count();
    let heading = match cx.lang {
        Lang::Ko => format!("클러스터 {count}곳"),
        Lang::En => format!("{count} clusters"),
    };
    let remark = cx.pick(
        "문헌으로 확인한 곳만 실었다. 국내 클러스터 전체의 수가 아니다.",
        "Documented places only; this is not the number of Korea's clusters.",
    );
    el("section")
        .class("list list-clusters")
        .add(el("h2").add(heading))
        .add(el("p").class("muted").add(remark))
        .all(blocks)
}

fn links(cx: Context<'_>) -> Element {
    let mut blocks = Vec::new();
    for family in Family::ALL {
        let of_family = cx.package.links.iter().filter(|link| link.family == family);
        let rows = network::whole(cx, of_family);
        let name = family.name().get(cx.lang);
        let slug = family.slug();
        blocks.push(
            el("h3")
                .with("data-family", slug)
                .add(format!("{name} ({})", rows.len())),
        );
        blocks.push(el("ul").with("data-family", slug).all(rows));
    }
    let count = cx.package.links.len();
    let heading = match cx.lang {
        Lang::Ko => format!("문서로 확인한 연계 {count}건"),
        Lang::En => format!("{count} documented links"),
    };
    let remark = cx.pick(
        "화살표는 자료가 방향을 밝힌 연계(허브·스포크, 가치사슬, 분원·캠퍼스)에만 있다.",
        "Arrows stand only where the sources give a direction: hub and spoke, value chain, branch or campus.",
    );
    el("section")
        .class("list list-links")
        .add(el("h2").add(heading))
        .add(el("p").class("muted").add(remark))
        .all(blocks)
}
