//! Which regions make up which group, by whose account, and how a group's figures come about.

use super::{Context, source};
use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::markup::{Element, el};
use crate::package::{Member, PARTITIONS};
use crate::state::ViewState;
use crate::text::Lang;

/// The groups with their members and sources.
pub fn members(cx: Context<'_>, state: &ViewState) -> Element {
    let (grouping, lang) = (state.grouping, cx.lang);
    let rows = (0..grouping.count()).map(|unit| {
        el("div")
            .add(el("dt").add(grouping.label(unit, lang)))
            .add(el("dd").add(grouping.members_named(unit, lang)))
    });
    let rounded = (state.indicator() == Indicator::RndShare).then(|| {
        cx.pick(
            " 이 지표는 소수점 한 자리로 공개된 비중을 더한 것이다.",
            " Here the published shares, rounded to one decimal, are added.",
        )
    });
    el("section")
        .class("members")
        .add(el("h3").add(cx.pick("권역의 구성", "What the wide regions are made of")))
        .add(el("dl").class("facts").all(rows))
        .add(
            el("p")
                .class("muted")
                .add(cx.pick(
                    "권역의 수는 구성 시·도의 합이고, 비중과 인구당 값과 입지계수는 그 합에서 다시 셈한다. 한 곳이라도 자료가 없으면 권역 전체를 ‘자료 없음’으로 둔다.",
                    "A group's count is the sum over its members; share, rate and location quotient are worked out from such sums. Where one member has no data the group has none.",
                ))
                .all(rounded),
        )
        .add(basis(cx, grouping))
}

/// Who drew the groups, and what the data package remarks on single members.
fn basis(cx: Context<'_>, grouping: Grouping) -> Element {
    let scheme = match grouping {
        Grouping::FivePlusTwo => PARTITIONS[0],
        Grouping::FivePolesThreeSpecial => PARTITIONS[1],
        Grouping::Sido | Grouping::Capital => {
            return el("p").class("credit").add(cx.pick(
                "수도권정비계획법의 수도권과 그 밖의 시·도",
                "The capital region of the Seoul Metropolitan Area Readjustment Planning Act, and all other regions",
            ));
        }
    };
    let members: Vec<&Member> = cx
        .package
        .members
        .iter()
        .filter(|member| member.scheme == scheme)
        .collect();
    let mut ids: Vec<&str> = Vec::new();
    for id in members.iter().flat_map(|member| &member.source_ids) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let by_meaning: Vec<&str> = members
        .iter()
        .filter(|member| member.note.as_deref() == Some("membership by ordinary meaning"))
        .map(|member| member.sido.region().short.get(cx.lang))
        .collect();
    let note = (grouping == Grouping::FivePlusTwo).then(|| {
        let (years, named) = (2008, by_meaning.join(cx.pick("·", ", ")));
        match cx.lang {
            Lang::Ko => format!(
                " {years}년의 구분이다. 출처가 구성까지 밝히지 않은 {named}은 이름의 보통 뜻대로 나눴고, 당시에 없던 세종은 충청권에 넣었다."
            ),
            Lang::En => format!(
                " As of {years}. {named} are placed by the ordinary meaning of the names, as the sources do not list them; Sejong, which did not exist, is put into Chungcheong."
            ),
        }
    });
    el("p")
        .class("credit")
        .add(cx.lang.text().source)
        .add(" ")
        .add(source::entries(cx, ids))
        .all(note)
}
