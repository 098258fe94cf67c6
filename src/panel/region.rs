//! What is known about a region.

use super::figure::{figure, short};
use super::{Context, cluster, network, place, reading, source};
use crate::chart::{Caption, Profile, ProfileRow};
use crate::cluster::ClusterId;
use crate::indicator::Indicator;
use crate::markup::{Element, Node, el, written};
use crate::measure::{self, Measure};
use crate::package::End;
use crate::region::RegionCode;
use crate::series;
use crate::text::Lang;

pub fn detail(cx: Context<'_>, code: RegionCode, neighbours: &[RegionCode]) -> String {
    let mut parts: Vec<Node> = Vec::new();
    parts.extend(facts(cx, code, neighbours).map(Node::from));
    parts.push(clusters(cx, code).into());
    parts.push(profile(cx, code).into());
    parts.extend(reading::few_of_region(cx, code).map(Node::from));
    parts.extend(links(cx, code).map(Node::from));
    parts.extend(disagreements(cx, code).map(Node::from));
    parts.push(every_figure(cx, code).into());
    written(parts)
}

fn facts(cx: Context<'_>, code: RegionCode, neighbours: &[RegionCode]) -> Option<Element> {
    let mut rows = Vec::new();
    if !neighbours.is_empty() {
        let mut dd = el("dd");
        for (at, &neighbour) in neighbours.iter().enumerate() {
            if at > 0 {
                dd = dd.add(", ");
            }
            dd = dd.add(place::region(cx, neighbour));
        }
        rows.push((cx.pick("맞닿은 시·도", "Borders on"), dd));
    }
    if let Some(former) = code.region().former {
        let dd = el("dd").speaking(former, cx.lang).add(former);
        rows.push((cx.pick("옛 이름", "Former name"), dd));
    }
    let row = |(term, dd): (&str, Element)| el("div").add(el("dt").add(term)).add(dd);
    (!rows.is_empty()).then(|| el("dl").class("facts").all(rows.into_iter().map(row)))
}

fn clusters(cx: Context<'_>, code: RegionCode) -> Element {
    let here: Vec<ClusterId> = ClusterId::all()
        .filter(|id| id.cluster().region() == code)
        .collect();
    let heading = match cx.lang {
        Lang::Ko => format!("이 지역의 클러스터 {}곳", here.len()),
        Lang::En => format!("Clusters here ({})", here.len()),
    };
    let section = el("section").class("clusters").add(el("h3").add(heading));
    if here.is_empty() {
        return section.add(el("p").class("muted").add(cx.pick(
            "이 지도에 실린 클러스터가 없다.",
            "None of the documented clusters lies here.",
        )));
    }
    section.add(el("ul").all(here.into_iter().map(|id| cluster_item(cx, id))))
}

/// Label, role, stage and specialisation of a cluster.
pub fn cluster_item(cx: Context<'_>, id: ClusterId) -> Element {
    let lang = cx.lang;
    let stage = id.cluster().stage;
    let is_open = stage == crate::cluster::Stage::Operating;
    let stage = (!is_open).then(|| format!(" · {}", stage.name(lang)));
    let what = cx
        .package
        .profile(id.as_str())
        .map(|profile| format!(" — {}", profile.specialisation.get(lang)));
    el("li")
        .add(
            el("i")
                .class(&format!("key key-{}", id.cluster().role.slug()))
                .with("aria-hidden", "true"),
        )
        .add(el("b").add(place::cluster(cx, id)))
        .add(format!(" · {}", id.cluster().role.name(lang)))
        .all(stage)
        .all(what)
}

/// The region's share of the nation, indicator by indicator, against its share of people.
fn profile(cx: Context<'_>, code: RegionCode) -> Element {
    let lang = cx.lang;
    let name = code.region().name.get(lang);
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    let mut row = |indicator: Indicator| {
        let year = measure::years(indicator, Measure::Share).last().copied()?;
        let share = measure::values(indicator, Measure::Share, year)?[code.index()];
        let series = series::find(indicator.definition().key, year)?;
        if !sources.contains(&series.source) {
            sources.push(series.source);
        }
        Some(ProfileRow {
            label: format!("{} {year}", short(indicator).get(lang)),
            share,
            text: share.map_or(lang.text().no_data.to_string(), |share| {
                format!("{}%", share.grouped(1))
            }),
        })
    };
    let reference = row(Indicator::Population);
    for indicator in Indicator::ALL {
        if indicator != Indicator::Population {
            rows.extend(row(indicator));
        }
    }
    let title = match lang {
        Lang::Ko => format!("{}의 전국 비중(%)", code.region().short.ko),
        Lang::En => format!("{name}: share of the nation (%)"),
    };
    let above = reference.as_ref().map_or(0, |reference| {
        let people = reference.share;
        rows.iter()
            .filter(|row| people.is_some() && row.share > people)
            .count()
    });
    let of = rows.len();
    let reading = match lang {
        Lang::Ko => {
            format!("{of}개 지표 가운데 {above}개가 인구 비중을 웃돈다. 지표마다 가장 최근 연도.")
        }
        Lang::En => format!(
            "{above} of {of} indicators exceed its share of the population. Latest year of each."
        ),
    };
    let chart = Profile {
        caption: Caption {
            id: "profile".to_string(),
            title: title.clone(),
            description: reading.clone(),
        },
        columns: [
            lang.text().indicator.to_string(),
            cx.pick("전국 비중", "Share of nation").to_string(),
        ],
        rows,
        reference: reference.unwrap_or(ProfileRow {
            label: short(Indicator::Population).get(lang).to_string(),
            share: None,
            text: lang.text().no_data.to_string(),
        }),
    };
    figure(cx, title, el("p").add(reading), chart.draw(), &sources)
}

/// Links whose end is the region itself, or a wide region that it belongs to.
fn links(cx: Context<'_>, code: RegionCode) -> Option<Element> {
    let holds = |end: &End| match end {
        End::Region(region) => *region == code,
        End::MacroRegion(id) => cx
            .package
            .members
            .iter()
            .any(|member| member.region_id == *id && member.sido == code),
        End::Cluster(_) | End::Body(_) => false,
    };
    let links = cx.package.links.iter();
    let links = network::whole(
        cx,
        links.filter(|link| holds(&link.from) || holds(&link.to)),
    );
    let heading = match cx.lang {
        Lang::Ko => format!("지역 전체를 잇는 연계 {}건", links.len()),
        Lang::En => format!("Links of the region as a whole ({})", links.len()),
    };
    (!links.is_empty()).then(|| {
        el("section")
            .class("links")
            .add(el("h3").add(heading))
            .add(el("ul").all(links))
    })
}

fn disagreements(cx: Context<'_>, code: RegionCode) -> Option<Element> {
    let rows: Vec<Element> = cx
        .package
        .disagreements
        .iter()
        .filter(|row| row.region == Some(code))
        .map(|row| cluster::disagreement(cx, row))
        .collect();
    (!rows.is_empty()).then(|| cluster::disagreement_list(cx, rows))
}

/// Every published figure of the region and what is derived from it, folded.
fn every_figure(cx: Context<'_>, code: RegionCode) -> Element {
    let lang = cx.lang;
    let mut head = el("tr").add(el("th").with("scope", "col").add(lang.text().year));
    for measure in Measure::ALL {
        let name = match measure {
            Measure::Count => cx.pick("값", "Value"),
            _ => measure.name().get(lang),
        };
        let unit = if measure == Measure::Share { "(%)" } else { "" };
        head = head.add(el("th").with("scope", "col").add(format!("{name}{unit}")));
    }
    head = head.add(el("th").with("scope", "col").add(lang.text().source));
    let bodies = Indicator::ALL.map(|indicator| figures_of(cx, code, indicator));
    let method = format!("{}data/#method", cx.root);
    el("details")
        .class("every-figure")
        .add(el("summary").add(cx.pick("모든 수치", "All figures")))
        .add(
            el("p")
                .class("muted")
                .add(cx.pick(
                    "값은 출처에 실린 그대로이고, 비중·인구 10만 명당·입지계수는 이 지도가 계산했다. ",
                    "Values are as the sources print them; shares, rates and location quotients are worked out by us. ",
                ))
                .add(
                    el("a")
                        .with("href", method)
                        .add(cx.pick("계산 방법", "How")),
                ),
        )
        .add(el("table").add(el("thead").add(head)).all(bodies))
}

/// A `<tbody>` for an indicator: a row for its name and unit, then a row a year, newest first.
fn figures_of(cx: Context<'_>, code: RegionCode, indicator: Indicator) -> Element {
    let lang = cx.lang;
    let definition = indicator.definition();
    let name = el("tr").add(
        el("th")
            .with("scope", "rowgroup")
            .with("colspan", "6")
            .add(definition.name.get(lang))
            .add(
                el("span")
                    .class("muted")
                    .add(format!(" ({})", definition.unit.get(lang))),
            ),
    );
    let mut years: Vec<u16> = series::years(definition.key).collect();
    years.reverse();
    let rows = years.into_iter().map(|year| {
        let cells = Measure::ALL.map(|measure| {
            let Some(values) = measure::values(indicator, measure, year) else {
                return el("td").class("none").add("–");
            };
            let cell = el("td").with("data-measure", measure.slug());
            match values[code.index()] {
                Some(value) => cell
                    .with("data-value", value.full())
                    .add(value.grouped(measure.digits())),
                None => cell.with("data-value", "").add(lang.text().no_data),
            }
        });
        let source =
            series::find(definition.key, year).map(|series| source::entry(cx, series.source));
        el("tr")
            .with("data-indicator", indicator.slug())
            .with("data-year", year.to_string())
            .add(el("th").with("scope", "row").add(year.to_string()))
            .all(cells)
            .add(el("td").all(source))
    });
    el("tbody").add(name).all(rows)
}
