//! Documented links in words.

use super::{Context, place, source};
use crate::link::Family;
use crate::markup::{Element, el};
use crate::package::{DocumentedLink, End, Standing, Wording};
use crate::text::{Lang, Name};

/// Links as seen from one of their ends: the other end, what joins them, since when, how firm.
pub fn seen_from<'p>(
    cx: Context<'p>,
    links: impl IntoIterator<Item = &'p DocumentedLink>,
    here: &End,
) -> Vec<Element> {
    items(cx, links, |link| other_end(cx, link, here))
}

/// Links as they are: both ends, with an arrow and its words where the sources give a direction.
pub fn whole<'p>(
    cx: Context<'p>,
    links: impl IntoIterator<Item = &'p DocumentedLink>,
) -> Vec<Element> {
    items(cx, links, |link| both_ends(cx, link))
}

/// One item a link under its `head`. A note that neighbouring links share is said once.
fn items<'p>(
    cx: Context<'p>,
    links: impl IntoIterator<Item = &'p DocumentedLink>,
    head: impl Fn(&DocumentedLink) -> Element,
) -> Vec<Element> {
    let mut said = None;
    let item = |link: &'p DocumentedLink| {
        let note = link.note.as_ref().filter(|note| said != Some(*note));
        said = link.note.as_ref();
        item(cx, link, head(link), note)
    };
    links.into_iter().map(item).collect()
}

fn other_end(cx: Context<'_>, link: &DocumentedLink, here: &End) -> Element {
    let is_start = link.from == *here;
    let other = if is_start { &link.to } else { &link.from };
    let side = sides(link.family).map(|sides| sides[usize::from(!is_start)].get(cx.lang));
    let head = el("p")
        .class("link-head")
        .add(el("b").add(place::end(cx, other)))
        .all(side.map(|side| {
            el("span").class("side").add(match cx.lang {
                Lang::Ko => format!(" · 이곳은 {side}"),
                Lang::En => format!(" · {side} here"),
            })
        }));
    standing(cx, link, head)
}

fn both_ends(cx: Context<'_>, link: &DocumentedLink) -> Element {
    let (from, to) = (place::end(cx, &link.from), place::end(cx, &link.to));
    let head = el("p").class("link-head");
    let head = match sides(link.family) {
        Some([start, finish]) => head
            .add(from)
            .add(
                el("span")
                    .class("side")
                    .add(format!(" ({})", start.get(cx.lang))),
            )
            .add(
                el("span")
                    .class("arrow")
                    .with("aria-hidden", "true")
                    .add(" → "),
            )
            .add(el("span").class("unseen").add(cx.pick("에서 ", " to ")))
            .add(to)
            .add(
                el("span")
                    .class("side")
                    .add(format!(" ({})", finish.get(cx.lang))),
            ),
        None => head.add(from).add(" – ").add(to),
    };
    standing(cx, link, head)
}

/// What joins the ends, since when, how firm.
fn standing(cx: Context<'_>, link: &DocumentedLink, head: Element) -> Element {
    head.add(" · ")
        .add(kind(link, cx.lang))
        .add(" · ")
        .add(year(link, cx.lang))
        .all(flag(link, cx.lang))
}

fn item(cx: Context<'_>, link: &DocumentedLink, head: Element, note: Option<&Wording>) -> Element {
    let note = note.map(|note| el("p").class("muted").add(note.get(cx.lang)));
    el("li")
        .with("data-family", link.family.slug())
        .add(head)
        .add(
            el("p")
                .class("link-label")
                .add(link.label.get(cx.lang))
                .add(" ")
                .add(source::entries(
                    cx,
                    link.source_ids.iter().map(String::as_str),
                )),
        )
        .all(note)
}

/// What the start and the end of a directed link are; `None` where the sources give no direction.
fn sides(family: Family) -> Option<[Name; 2]> {
    let name = |ko, en| Name { ko, en };
    Some(match family {
        Family::HubSpoke => [name("허브", "hub"), name("스포크", "spoke")],
        Family::ValueChain => [name("앞 단계", "upstream"), name("뒤 단계", "downstream")],
        Family::Branch => [name("본원·본교", "parent"), name("분원·캠퍼스", "branch")],
        Family::Belt | Family::Designation | Family::Agreement => return None,
    })
}

/// The kind as the reader knows it: finer than the family.
pub fn kind(link: &DocumentedLink, lang: Lang) -> &'static str {
    match link.kind.as_str() {
        "campus_extension" => lang.pick("캠퍼스 신설", "new campus"),
        "branch_institute" => lang.pick("분원", "branch institute"),
        "joint_designation" => lang.pick("공동 지정", "joint designation"),
        "twin" => lang.pick("복수 지정", "twin designation"),
        "national_programme" => lang.pick("국가 사업", "national programme"),
        "proximity_belt" => lang.pick("이웃 벨트", "neighbouring belt"),
        "mou" => lang.pick("업무협약", "memorandum of understanding"),
        "inter_province_mou" => lang.pick("시·도 간 협약", "agreement between provinces"),
        "consultation" => lang.pick("협의", "consultation"),
        "consultative_network" => lang.pick("협의체", "consultative council"),
        "regional_plan" => lang.pick("지역 계획", "regional plan"),
        "inter_regional_project" => lang.pick("초광역 사업", "inter-regional project"),
        "cluster_link" => lang.pick("클러스터 연계", "cluster link"),
        _ => link.family.name().get(lang),
    }
}

fn year(link: &DocumentedLink, lang: Lang) -> String {
    match (link.year, lang) {
        (Some(year), Lang::Ko) => format!("{year}년"),
        (Some(year), Lang::En) => year.to_string(),
        (None, _) => lang.pick("연도 미상", "year unknown").to_string(),
    }
}

/// A mark for what is not yet, or not surely, there.
fn flag(link: &DocumentedLink, lang: Lang) -> Option<Element> {
    let words = match link.status {
        Standing::Documented => return None,
        Standing::Plan => lang.pick("계획", "plan"),
        Standing::PressOutlook => lang.pick("언론 전망", "press outlook"),
    };
    Some(el("span").class("flag").add(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_named_exactly_where_there_is_a_direction() {
        for family in Family::ALL {
            assert_eq!(sides(family).is_some(), family.is_directed(), "{family:?}");
        }
    }
}
