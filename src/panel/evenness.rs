//! How unevenly a quantity lies over the country, in figures, each with what it says.

use super::Context;
use crate::concentration;
use crate::grouping::Grouping;
use crate::markup::{Element, Node, el, value};
use crate::measure::{self, Measure};
use crate::number::Decimal;
use crate::spatial;
use crate::state::ViewState;
use crate::text::Lang;

/// Capital share, CR3, HHI, Gini, Theil and the range, folded; `None` where the view shows no parts of a
/// whole.
///
/// Under a grouping they are of the groups, but for Theil's index: that is of the regions, split by the
/// groups.
pub fn figures(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    if !matches!(state.measure(), Measure::Count | Measure::Share) {
        return None;
    }
    let units = state.units();
    let count = units.iter().flatten().count();
    let rows = [
        capital(cx, state),
        // With three or fewer it is the whole.
        (count > 3).then(|| three(cx, &units)).flatten(),
        herfindahl(cx, &units, count),
        gini(cx, &units, count),
        theil(cx, state),
        range(cx, &units),
    ];
    let title = match (cx.lang, state.grouping.is_grouped()) {
        (Lang::Ko, false) => format!("쏠림을 재는 수치: {count}개 시·도"),
        (Lang::Ko, true) => format!("쏠림을 재는 수치: {count}개 권역"),
        (Lang::En, false) => format!("Measures of concentration: {count} regions"),
        (Lang::En, true) => format!("Measures of concentration: {count} wide regions"),
    };
    Some(
        el("details")
            .class("evenness")
            .add(el("summary").add(title))
            .add(el("dl").class("facts").all(rows.into_iter().flatten())),
    )
}

/// Name, figure, and a line on what it says.
fn row(name: &str, figure: impl Into<Node>, says: impl Into<Node>) -> Element {
    el("div")
        .add(el("dt").add(name))
        .add(el("dd").add(figure).add(" ").add(says))
}

fn says(words: impl Into<Node>) -> Element {
    el("span").class("muted").add(words)
}

fn percent(share: Decimal) -> Element {
    value(format!("{}%", share.grouped(1)), share.full())
}

fn capital(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let share = crate::headline::capital_share(state.indicator(), state.year())?;
    let words = cx.pick(
        "서울·인천·경기가 전국에서 차지하는 몫",
        "what Seoul, Incheon and Gyeonggi hold of the nation",
    );
    Some(row(
        cx.lang.text().capital_share,
        percent(share),
        says(words),
    ))
}

fn three(cx: Context<'_>, units: &measure::Values) -> Option<Element> {
    let share = concentration::concentration_ratio(units, 3)?;
    let words = cx.pick("가장 큰 세 곳이 차지하는 몫", "what the three largest hold");
    Some(row("CR3", percent(share), says(words)))
}

fn herfindahl(cx: Context<'_>, units: &measure::Values, count: usize) -> Option<Element> {
    let index = concentration::herfindahl(units)?;
    let even = Decimal::ratio(10_000, count as i128, 0)?.grouped(0);
    let words = match cx.lang {
        Lang::Ko => {
            format!("백분율을 제곱해 더한 값. 고르면 {even}, 한 곳에 다 있으면 10,000")
        }
        Lang::En => {
            format!("squared percentages summed: {even} if even, 10,000 if all in one place")
        }
    };
    Some(row(
        cx.pick("허핀달(HHI)", "Herfindahl (HHI)"),
        value(index.grouped(0), index.full()),
        says(words),
    ))
}

fn gini(cx: Context<'_>, units: &measure::Values, count: usize) -> Option<Element> {
    let index = concentration::gini(units)?;
    let most = Decimal::ratio(count as i128 - 1, count as i128, 2)?.grouped(2);
    let words = match cx.lang {
        Lang::Ko => format!("고르면 0, 한 곳에 다 있으면 {most}"),
        Lang::En => format!("0 if even, {most} if all in one place"),
    };
    Some(row(
        cx.pick("지니 계수", "Gini coefficient"),
        value(index.grouped(2), index.full()),
        says(words),
    ))
}

/// Theil's T of the regions, and the part of it that lies between groups: those of the grouping, at first
/// the capital region and the rest.
fn theil(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let by = match state.grouping {
        Grouping::Sido => Grouping::Capital,
        grouping => grouping,
    };
    let regions = measure::values(state.indicator(), state.measure(), state.year())?;
    let known = regions.iter().flatten().count() as f64;
    let figures = regions.map(|region| region.map(Decimal::to_f64));
    let theil = spatial::theil(&figures, |place| by.unit_of(place))?;
    let total = Decimal::from_f64(theil.total, 6)?;
    let between = Decimal::from_f64(100.0 * theil.between / theil.total, 6)?;
    let most = Decimal::from_f64(known.ln(), 2)?.grouped(2);
    let (before, after) = match (cx.lang, by) {
        (Lang::Ko, Grouping::Capital) => ("이 가운데 ", "는 수도권과 비수도권 사이의 차이"),
        (Lang::Ko, _) => ("이 가운데 ", "는 권역 사이, 나머지는 권역 안의 차이"),
        (Lang::En, Grouping::Capital) => {
            ("", " of it lies between the capital region and the rest")
        }
        (Lang::En, _) => ("", " of it lies between the wide regions, the rest within"),
    };
    let words = match cx.lang {
        Lang::Ko => format!("시·도가 고르면 0, 한 곳에 다 있으면 {most}. {before}"),
        Lang::En => format!("of the regions: 0 if even, {most} if all in one; {before}"),
    };
    Some(row(
        cx.pick("타일 지수(T)", "Theil's T"),
        value(total.grouped(2), total.full()),
        says(words).add(percent(between)).add(after),
    ))
}

fn range(cx: Context<'_>, units: &measure::Values) -> Option<Element> {
    let name = cx.pick("가장 큰 곳 ÷ 가장 작은 곳", "Largest ÷ smallest");
    let Some(times) = concentration::largest_to_smallest(units) else {
        let is_zero = units.iter().flatten().any(|value| value.units == 0);
        let why = cx.pick(
            "가장 작은 곳이 0이라 셈할 수 없다",
            "the smallest is 0, so there is none",
        );
        return is_zero.then(|| row(name, "–", says(why)));
    };
    let shown = match cx.lang {
        Lang::Ko => format!("{}배", times.grouped(1)),
        Lang::En => format!("{} times", times.grouped(1)),
    };
    let words = cx.pick("고르면 1배", "1 if even");
    Some(row(name, value(shown, times.full()), says(words)))
}
