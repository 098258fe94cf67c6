//! The regions that are most like each of the chosen, and what keeps them apart, in words.

use super::Context;
use super::likeness::{self, Cause, Peer};
use crate::markup::{Element, el, value};
use crate::particle::Particle;
use crate::region::RegionCode;
use crate::text::Lang;

/// Peers of a region that are shown.
const SHOWN: usize = 3;

/// Causes of a distance that are named.
const NAMED: usize = 2;

pub fn section(cx: Context<'_>) -> Element {
    let peers = cx.regions.iter().map(|&code| of_region(cx, code));
    el("section")
        .class("compare-part")
        .with("id", "peers")
        .add(el("h2").add(cx.pick("가장 닮은 시·도", "Most alike")))
        .add(el("p").add(in_short(cx.lang)))
        .add(
            el("details")
                .add(el("summary").add(cx.pick("거리를 재는 방법", "How the distance is measured")))
                .add(el("p").add(method(cx.lang)))
                .add(el("code").class("formula").add(cx.pick(
                    "z = (값 − 평균) ÷ 표준편차, 거리 = √(Σ(z − z′)² ÷ 지표 수)",
                    "z = (value − mean) ÷ standard deviation, distance = √(Σ(z − z′)² ÷ number of indicators)",
                ))),
        )
        .add(el("div").class("peers").all(peers))
}

fn in_short(lang: Lang) -> String {
    let count = likeness::profile().count();
    match lang {
        Lang::Ko => format!(
            "인구 10만 명당 지표 {count}개로 잰 거리가 가장 가까운 {SHOWN}곳과, 그 거리를 가장 크게 만드는 지표 {NAMED}개다."
        ),
        Lang::En => format!(
            "The {SHOWN} regions at the least distance by {count} indicators per 100,000 people, and the {NAMED} indicators that make up most of it."
        ),
    }
}

/// In full, with the indicators and their years.
fn method(lang: Lang) -> String {
    let indicators: Vec<String> = likeness::profile()
        .map(|figures| {
            let name = figures.indicator.definition().name.get(lang);
            format!("{name} {}", figures.year)
        })
        .collect();
    let (count, list) = (indicators.len(), indicators.join(", "));
    match lang {
        Lang::Ko => format!(
            "인구 10만 명당 값이 있는 지표 {count}개({list})를 시·도의 프로필로 본다. 지표마다 17개 시·도의 평균을 빼고 표준편차로 나눈 뒤, 두 지역의 차이를 제곱해 평균한 값의 제곱근이 거리다. 거리 1은 지표들이 대체로 표준편차 하나만큼 다르다는 뜻이다. 의료기기처럼 서로 비슷한 지표가 여럿이면 그만큼 무겁게 들어간다."
        ),
        Lang::En => format!(
            "A region's profile is its rate per 100,000 people of the {count} indicators that have one ({list}). Of each, the mean of the 17 regions is taken off and the rest divided by their standard deviation; the distance of two regions is the root of the mean square of their differences. A distance of 1 says that they are as a rule one standard deviation apart. Indicators that go together, as those of medical devices do, weigh as often as there are of them."
        ),
    }
}

fn of_region(cx: Context<'_>, code: RegionCode) -> Element {
    let peers = likeness::nearest(code, SHOWN);
    let items = peers.iter().map(|peer| item(cx, peer));
    el("section")
        .with("data-peers-of", code.as_str())
        .add(el("h3").add(cx.region(code)))
        .add(el("ol").all(items))
}

fn item(cx: Context<'_>, peer: &Peer) -> Element {
    let named = peer.causes.iter().take(NAMED);
    let mut explained = el("p").class("muted");
    for (at, cause) in named.enumerate() {
        let part = format!("{}%", cause.part.grouped(0));
        let before = match (cx.lang, at) {
            (Lang::Ko, 0) => "차이의 ",
            (Lang::En, 0) => "Of the difference, ",
            _ => ", ",
        };
        explained = explained
            .add(before)
            .add(value(part, cause.part.full()))
            .add(because(cx.lang, peer, cause));
    }
    el("li")
        .with("data-region", peer.region.as_str())
        .add(el("b").add(cx.region(peer.region)))
        .add(cx.pick(" · 거리 ", " · distance "))
        .add(value(peer.distance.grouped(2), peer.distance.full()))
        .add(explained)
}

/// Which indicator, and on whose side there is more of it.
fn because(lang: Lang, peer: &Peer, cause: &Cause) -> String {
    let name = cause.indicator.definition().name.get(lang);
    let other = peer.region.region().short.get(lang);
    match (lang, cause.is_more) {
        (Lang::Ko, true) => {
            format!("는 {name}({} 더 많음)", Particle::Subject.on(other))
        }
        (Lang::Ko, false) => {
            format!("는 {name}({} 더 적음)", Particle::Subject.on(other))
        }
        (Lang::En, true) => format!(" is {} (more in {other})", lowered(name)),
        (Lang::En, false) => format!(" is {} (less in {other})", lowered(name)),
    }
}

/// A name in the middle of a sentence, abbreviations left as they are: `medical-device jobs`, `R&D-industry jobs`.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    match letters.clone().next() {
        Some(second) if second.is_lowercase() => first
            .into_iter()
            .flat_map(char::to_lowercase)
            .chain(letters)
            .collect(),
        _ => name.to_string(),
    }
}
