//! What is documented about a cluster.

use super::{Context, network, place, source};
use crate::cluster::ClusterId;
use crate::markup::{Element, Node, el, value, written};
use crate::number::Decimal;
use crate::package::{CoordConfidence, Disagreement, DocumentedLink, End, Kind, Profile, Status};
use crate::text::Lang;

pub fn detail(cx: Context<'_>, id: ClusterId) -> String {
    let Some(profile) = cx.package.profile(id.as_str()) else {
        return String::new();
    };
    let mut parts: Vec<Node> = vec![
        el("p")
            .class("lead")
            .add(sentence_case(profile.specialisation.get(cx.lang)))
            .into(),
        facts(cx, profile).into(),
    ];
    parts.extend(counted(cx, profile));
    parts.extend(disagreements(cx, profile).map(|block| block.into()));
    let anchors = profile.anchors.items(cx.lang);
    parts.push(
        list(
            cx.pick("앵커 기관·기업", "Anchor institutions and firms"),
            anchors,
        )
        .into(),
    );
    if let Some(designations) = &profile.designations {
        let items = designations.items(cx.lang);
        parts.push(list(cx.pick("지정·단지", "Designations and sites"), items).into());
    }
    parts.push(links(cx, profile).into());
    parts.push(source::folded(cx, &cx.package.cluster_sources, &profile.source_ids).into());
    written(parts)
}

/// The words with a capital at the start, as they stand on their own; Korean has none and stays.
fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Where, since when, how far, who.
fn facts(cx: Context<'_>, profile: &Profile) -> Element {
    let lang = cx.lang;
    let place = el("dd")
        .add(profile.sigungu.get(lang))
        .add(", ")
        .add(place::region_in_full(cx, profile.region));
    let since = profile.year.map(|year| match lang {
        Lang::Ko => format!("{year}년"),
        Lang::En => year.to_string(),
    });
    let since = since.unwrap_or_else(|| cx.pick("자료에 없음", "not in the sources").to_string());
    let mut list = el("dl").class("facts");
    let mut row = |term: &str, words: Element| {
        let old = core::mem::replace(&mut list, el("dl"));
        list = old.add(el("div").add(el("dt").add(term)).add(words));
    };
    row(cx.pick("위치", "Place"), place);
    row(cx.pick("시작", "Since"), el("dd").add(since));
    row(
        cx.pick("상태", "Status"),
        el("dd").add(status(profile.status, lang)),
    );
    row(
        cx.pick("누가 만들었나", "Who built it"),
        built_by(cx, profile),
    );
    if let Some(operator) = &profile.operator {
        row(
            cx.pick("운영", "Operator"),
            el("dd").add(operator.get(lang)),
        );
    }
    row(
        cx.pick("지도의 점", "Point on the map"),
        el("dd").add(precision(profile, lang)),
    );
    list
}

fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Operating => lang.pick("운영 중", "operating"),
        Status::Small => lang.pick("운영 중, 규모 작음", "operating, small"),
        Status::Developing => lang.pick("조성 중", "being built"),
        Status::PartlyPlanned => lang.pick("일부는 계획 단계", "partly planned"),
        Status::Planned => lang.pick("계획", "planned"),
    }
}

fn precision(profile: &Profile, lang: Lang) -> &'static str {
    match profile.coord_confidence {
        CoordConfidence::High => lang.pick(
            "자료에 나온 지점, 오차 1 km 안팎",
            "a point that the sources name, within about 1 km",
        ),
        CoordConfidence::Medium => lang.pick(
            "알려진 부지에 찍은 점, 오차 1 km 안팎",
            "placed by us at the known site, within about 1 km",
        ),
        CoordConfidence::Low => lang.pick(
            "시·군이나 읍·면까지만 확인, 5 km 넘게 다를 수 있음",
            "known to the town only; it may be off by 5 km or more",
        ),
    }
}

/// The class, and whose it is: only what a publication says counts as the typology.
fn built_by(cx: Context<'_>, profile: &Profile) -> Element {
    let lang = cx.lang;
    let class = match profile.kind {
        Kind::CentralGovernment => lang.pick("중앙정부 주도", "led by central government"),
        Kind::LocalGovernment => lang.pick("지방자치단체 주도", "led by local government"),
        Kind::Grown => lang.pick("자생", "grown by itself"),
        Kind::Hospital => lang.pick("병원 주도", "led by a hospital"),
        Kind::Industry => lang.pick("업계 조성", "built by the industry"),
        Kind::Unclassified => {
            return el("dd").add(lang.pick("분류한 자료 없음", "not classed in any source"));
        }
    };
    let basis = profile.type_basis.as_deref().unwrap_or_default();
    let ids = cited_ids(basis);
    let whose = if basis.starts_with("text:") {
        lang.pick(
            "기사 내용을 보고 이 지도가 나눈 것이며, 발표된 분류가 아니다",
            "classed by us from what the article says, not a published class",
        )
    } else {
        lang.pick("발표된 분류", "published class")
    };
    let dd = el("dd")
        .add(class)
        .add(" ")
        .add(el("span").class("muted").add(format!("({whose})")));
    if ids.is_empty() {
        return dd;
    }
    dd.add(" ").add(source::entries(cx, ids))
}

/// The ids of sources named in a remark: `S003 (…)`, `S002·S003`.
fn cited_ids(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| {
            word.len() == 4
                && word.starts_with('S')
                && word[1..].bytes().all(|byte| byte.is_ascii_digit())
        })
        .collect()
}

/// Tenants, jobs and area, with what was counted right under them.
fn counted(cx: Context<'_>, profile: &Profile) -> Vec<Node> {
    let lang = cx.lang;
    let mut figures: Vec<Element> = Vec::new();
    let figure = |term: &str, dd: Element| el("div").add(dd).add(el("dt").add(term));
    if let (Some(tenants), Some(year)) = (profile.tenants, profile.tenants_year) {
        let number = grouped(tenants);
        let (shown, when) = match lang {
            Lang::Ko => (format!("{number}곳"), format!("{year}년")),
            Lang::En => (number, year.to_string()),
        };
        figures.push(figure(
            cx.pick("입주", "Tenants"),
            el("dd")
                .class("tenants")
                .add(value(shown, tenants.to_string()))
                .add(" ")
                .add(
                    el("span")
                        .class("year")
                        .with("data-year", year.to_string())
                        .add(when),
                ),
        ));
    }
    if let Some(workforce) = profile.workforce {
        let number = grouped(workforce);
        let shown = match lang {
            Lang::Ko => format!("{number}명"),
            Lang::En => number,
        };
        figures.push(figure(
            cx.pick("종사자", "Jobs"),
            el("dd")
                .add(value(shown, workforce.to_string()))
                .add(" ")
                .add(
                    el("span")
                        .class("year")
                        .add(cx.pick("연도는 자료마다 다름", "year differs by source")),
                ),
        ));
    }
    if let Some(area) = profile.area_m2 {
        let shown = format!("{}{}", grouped(area), " m²");
        figures.push(figure(
            cx.pick("면적", "Area"),
            el("dd").add(value(shown, area.to_string())).all(
                larger_unit(area, lang)
                    .map(|words| el("span").class("year").add(format!(" {words}"))),
            ),
        ));
    }
    let list = &cx.package.cluster_sources;
    let note = profile
        .note
        .as_ref()
        .map(|note| source::remark(cx, list, note.get(lang)));
    let mut out: Vec<Node> = Vec::new();
    let is_counted = !figures.is_empty();
    if is_counted {
        out.push(el("dl").class("figures counted").all(figures).into());
    }
    let heading = match (is_counted, note.is_some()) {
        (true, true) => cx.pick("무엇을 센 수인가", "What the figures count"),
        (false, true) => cx.pick("참고", "Note"),
        (true, false) => {
            out.push(
                el("p")
                    .class("note")
                    .add(cx.pick(
                        "센 범위를 밝힌 설명이 자료에 없다.",
                        "The sources do not say what exactly was counted.",
                    ))
                    .into(),
            );
            return out;
        }
        (false, false) => return out,
    };
    out.push(
        el("p")
            .class("note")
            .add(el("b").add(heading))
            .add(" ")
            .all(note)
            .into(),
    );
    out
}

/// An area in a unit that reads at a glance: `463.2만 m²`, `4.63 km²`.
pub fn larger_unit(area: u64, lang: Lang) -> Option<String> {
    const MYRIAD: u64 = 10_000;
    const KM2: i128 = 1_000_000;
    if area < MYRIAD {
        return None;
    }
    Some(match lang {
        Lang::Ko => {
            let myriads = Decimal::ratio(i128::from(area), i128::from(MYRIAD), 1)?;
            format!("({}만 m²)", myriads.grouped(1))
        }
        Lang::En => format!(
            "({} km²)",
            Decimal::ratio(i128::from(area), KM2, 2)?.grouped(2)
        ),
    })
}

fn grouped(count: u64) -> String {
    // A count beyond i64 is refused when the package is read in practice: no cluster has 10^18 tenants.
    i64::try_from(count).map_or_else(
        |_| count.to_string(),
        |count| Decimal::whole(count).grouped(0),
    )
}

/// Where the sources on this cluster do not agree.
fn disagreements(cx: Context<'_>, profile: &Profile) -> Option<Element> {
    let rows: Vec<Element> = cx
        .package
        .disagreements
        .iter()
        .filter(|row| row.cluster.as_deref() == Some(&profile.id))
        .map(|row| disagreement(cx, row))
        .collect();
    (!rows.is_empty()).then(|| disagreement_list(cx, rows))
}

/// Disagreements under their heading.
pub fn disagreement_list(cx: Context<'_>, rows: Vec<Element>) -> Element {
    let heading = cx.pick("자료가 엇갈리는 곳", "Where the sources disagree");
    el("section")
        .class("disagreements")
        .add(el("h3").add(heading))
        .add(el("ul").all(rows))
}

/// Both sides with their sources, and what is done about it.
pub fn disagreement(cx: Context<'_>, row: &Disagreement) -> Element {
    let lang = cx.lang;
    let lists = cx.package.source_lists();
    let list = lists.into_iter().find(|list| list.file == row.sources_file);
    let treatment = list.map(|list| source::remark(cx, list, row.treatment.get(lang)));
    let claim = |claim: &crate::package::Claim| {
        let said = el("span").class("claim").add(claim.value.get(lang));
        if claim.source_ids.is_empty() {
            return said;
        }
        said.add(" ").add(source::entries(
            cx,
            claim.source_ids.iter().map(String::as_str),
        ))
    };
    el("li")
        .add(el("b").add(row.topic.get(lang)))
        .add(": ")
        .add(claim(&row.one))
        .add(el("span").class("versus").add(cx.pick(" ↔ ", " against ")))
        .add(claim(&row.other))
        .add(". ")
        .add(el("span").class("muted").all(treatment).add("."))
}

fn list<'i>(heading: &str, items: impl Iterator<Item = &'i str>) -> Element {
    el("section")
        .class("named")
        .add(el("h3").add(heading))
        .add(el("ul").all(items.map(|item| el("li").add(item))))
}

fn links(cx: Context<'_>, profile: &Profile) -> Element {
    let here = End::Cluster(profile.id.clone());
    let mut links: Vec<&DocumentedLink> = cx
        .package
        .links
        .iter()
        .filter(|link| link.from == here || link.to == here)
        .collect();
    links.sort_by_key(|link| link.family);
    let heading = match cx.lang {
        Lang::Ko => format!("문서로 확인한 연계 {}건", links.len()),
        Lang::En => format!("Documented links ({})", links.len()),
    };
    let section = el("section").class("links").add(el("h3").add(heading));
    if links.is_empty() {
        return section.add(el("p").class("muted").add(cx.pick(
            "양쪽 이름이 모두 나온 문서를 찾지 못했다.",
            "No document that names both ends was found.",
        )));
    }
    section.add(el("ul").all(network::seen_from(cx, links, &here)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_said_in_a_unit_that_reads_at_a_glance() {
        let said = |area| Lang::ALL.map(|lang| larger_unit(area, lang));
        let some = |text: &str| Some(text.to_string());
        assert_eq!(said(4_632_000), [some("(463.2만 m²)"), some("(4.63 km²)")]);
        assert_eq!(said(46_139), [some("(4.6만 m²)"), some("(0.05 km²)")]);
        assert_eq!(said(9_900), [None, None]);
    }

    #[test]
    fn a_lead_starts_with_a_capital() {
        assert_eq!(sentence_case("biologics, R&D"), "Biologics, R&D");
        assert_eq!(sentence_case("백신"), "백신");
        assert_eq!(sentence_case(""), "");
    }

    #[test]
    fn remarks_name_their_sources() {
        assert_eq!(cited_ids("S002·S003"), ["S002", "S003"]);
        assert_eq!(cited_ids("text: city project (S100)"), ["S100"]);
        assert_eq!(
            cited_ids("S003; DISAGREES with S056 (\"STEPI\")"),
            ["S003", "S056"]
        );
    }
}
