//! Whether neighbours are alike, in words: Moran's I, and the regions that stand out by themselves.

use super::Context;
use crate::markup::{Element, el};
use crate::nearness::Nearness;
use crate::number::Decimal;
use crate::region::REGIONS;
use crate::sentence::Sentence;
use crate::spatial::{PERMUTATIONS, Quadrant};
use crate::text::Lang;

/// The finding, folded around how it was worked out.
pub fn near(cx: Context<'_>, nearness: &Nearness) -> Option<Element> {
    let i = Decimal::from_f64(nearness.moran.i, 6)?;
    let title = cx.pick(
        "이웃끼리 닮았나: 모란 지수 ",
        "Are neighbours alike? Moran's I ",
    );
    let finding = match (
        nearness.is_beyond_chance(),
        nearness.moran.i > nearness.moran.expected,
    ) {
        (false, _) => cx.pick(", 우연과 구별되지 않음", ", no more than chance"),
        (true, true) => cx.pick(", 닮은 편", ", alike"),
        (true, false) => cx.pick(", 엇갈리는 편", ", unlike"),
    };
    let summary = Sentence::from(title).figure(i.grouped(2), i).words(finding);
    Some(
        el("details")
            .class("near")
            .add(summary.within("summary"))
            .add(worked_out(cx, nearness)?.within("p"))
            .add(standing_out(cx, nearness).within("p")),
    )
}

/// What it would be by chance, how that was found, and who is left out.
fn worked_out(cx: Context<'_>, nearness: &Nearness) -> Option<Sentence> {
    let moran = &nearness.moran;
    let expected = Decimal::from_f64(moran.expected, 6)?;
    let p = Decimal::from_f64(moran.p, 4)?;
    let permutations = Decimal::whole(PERMUTATIONS as i64).grouped(0);
    let count = moran.count;
    let (chance, shown_p) = (expected.grouped(2), p.grouped(4));
    let sentence = match cx.lang {
        Lang::Ko => Sentence::from("값이 제멋대로 놓였다면 평균 ")
            .figure(chance, expected)
            .words(format!(
                "이다. 값을 {permutations}번 무작위로 뒤섞어 견준 한쪽 유사 p값은 "
            ))
            .figure(shown_p, p)
            .words(format!(
                ". 난수의 씨앗이 정해져 있어 다시 셈해도 같다. 땅의 경계를 나눠 가진 {count}개 시·도로 셈했고, 수가 적어 큰 차이만 드러난다."
            )),
        Lang::En => Sentence::from("By chance it would be ")
            .figure(chance, expected)
            .words(format!(
                " on average. {permutations} random orders of the values give a one-sided pseudo p value of "
            ))
            .figure(shown_p, p)
            .words(format!(
                "; their seed is fixed, so it comes out the same again. Worked out over the {count} regions that share a land border, few enough for only large differences to show."
            )),
    };
    let islands = names(cx, moran.islands.iter().copied());
    Some(match (islands.is_empty(), cx.lang) {
        (true, _) => sentence,
        (false, Lang::Ko) => sentence.words(format!(" 맞닿은 시·도가 없어 뺀 곳: {islands}.")),
        (false, Lang::En) => {
            sentence.words(format!(" Left out, as it borders on none: {islands}."))
        }
    })
}

/// LISA's clusters and outliers.
fn standing_out(cx: Context<'_>, nearness: &Nearness) -> Sentence {
    let kinds = [
        (
            Quadrant::HighAmongHigh,
            "높은 이웃과 함께 높은 곳",
            "high among high neighbours",
        ),
        (
            Quadrant::LowAmongLow,
            "낮은 이웃과 함께 낮은 곳",
            "low among low neighbours",
        ),
        (
            Quadrant::HighAmongLow,
            "낮은 이웃 사이에서 홀로 높은 곳",
            "high among low neighbours",
        ),
        (
            Quadrant::LowAmongHigh,
            "높은 이웃 사이에서 홀로 낮은 곳",
            "low among high neighbours",
        ),
    ];
    let of = |quadrant| {
        let regions = nearness.standing_out.iter();
        let these = regions.filter(move |region| region.quadrant == quadrant);
        names(cx, these.map(|region| region.place))
    };
    let named: Vec<String> = kinds
        .into_iter()
        .map(|(quadrant, ko, en)| (cx.pick(ko, en), of(quadrant)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(kind, names)| format!("{kind}: {names}"))
        .collect();
    let (found, none) = match cx.lang {
        Lang::Ko => (
            "시·도 하나하나로 보면(국지 모란, 거짓 발견율 5 %) ",
            "시·도 하나하나로 보면(국지 모란, 거짓 발견율 5 %) 우연이라 하기 어려운 곳은 없다.",
        ),
        Lang::En => (
            "Region by region (local Moran, false discovery rate 5 %): ",
            "Region by region (local Moran, false discovery rate 5 %) none is hard to put down to chance.",
        ),
    };
    if named.is_empty() {
        Sentence::from(none)
    } else {
        Sentence::from(format!("{found}{}.", named.join("; ")))
    }
}

fn names(cx: Context<'_>, places: impl Iterator<Item = usize>) -> String {
    let names: Vec<&str> = places
        .map(|place| REGIONS[place].short.get(cx.lang))
        .collect();
    names.join(", ")
}
