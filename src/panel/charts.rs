//! The charts of what is on the map.

use super::figure::{capital_trend, credit, figure, sources_of_all_years};
use super::{Context, evenness, members, near, reading};
use crate::chart::{Caption, Figure, Holder, Lorenz, LorenzMark, Ranking, RankingRow};
use crate::concentration;
use crate::description::describe;
use crate::headline;
use crate::indicator::Indicator;
use crate::markup::{Element, el, value, written};
use crate::measure::Measure;
use crate::nearness::Nearness;
use crate::number::Decimal;
use crate::package::Package;
use crate::particle::Particle;
use crate::rank;
use crate::sentence::Sentence;
use crate::series;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The ranking, the Lorenz curve or the range, the trend of the capital region's share, and the view in
/// words.
///
/// Depends on indicator, measure, year and grouping, but for the mark of a selected region. `nearness` is of
/// the regions each by itself; groups are too few to have any.
pub fn charts(
    package: &Package,
    state: &ViewState,
    lang: Lang,
    root: &str,
    nearness: Option<&Nearness>,
) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    let spread = match state.measure() {
        Measure::Count | Measure::Share => lorenz(cx, state),
        Measure::Per100k | Measure::LocationQuotient => range(cx, state),
    };
    let mut parts = vec![ranking(cx, state)];
    parts.extend(spread);
    parts.extend(evenness::figures(cx, state));
    parts.extend(reading::reading(cx, state));
    parts.extend(nearness.and_then(|nearness| near::near(cx, nearness)));
    parts.extend(
        state
            .grouping
            .is_grouped()
            .then(|| members::members(cx, state)),
    );
    parts.extend(trend(cx, state));
    parts.push(in_words(cx, state));
    written(parts)
}

/// The view in a paragraph, to which the map refers.
fn in_words(cx: Context<'_>, state: &ViewState) -> Element {
    let words = describe(state, cx.lang).within("p");
    el("details")
        .class("in-words")
        .add(el("summary").add(cx.pick("지도를 글로", "The map in words")))
        .add(words.with("id", "map-description"))
}

fn source(state: &ViewState) -> Vec<&'static str> {
    series::find(state.indicator().definition().key, state.year())
        .map(|series| series.source)
        .into_iter()
        .collect()
}

/// "바이오 기업(곳), 2022년".
fn measured_in_year(state: &ViewState, lang: Lang) -> String {
    let what = headline::measured(state.indicator(), state.measure(), lang);
    match lang {
        Lang::Ko => format!("{what}, {}년", state.year()),
        Lang::En => format!("{what}, {}", state.year()),
    }
}

fn ranking(cx: Context<'_>, state: &ViewState) -> Element {
    let lang = cx.lang;
    let (values, grouping) = (state.units(), state.grouping);
    let title = measured_in_year(state, lang);
    let key = el("p")
        .add(el("i").class("swatch capital").with("aria-hidden", "true"))
        .add(lang.text().capital_region)
        .add(" ")
        .add(el("i").class("swatch").with("aria-hidden", "true"))
        .add(match lang {
            Lang::Ko => format!("그 밖의 {}", grouping.noun(lang)),
            Lang::En => format!("other {}", grouping.noun(lang)),
        });
    let largest = rank::order(&values)[0];
    let description = values[largest].map_or(String::new(), |value| {
        let value = headline::worded(value, state.indicator(), state.measure(), lang);
        let name = grouping.label(largest, lang);
        match lang {
            Lang::Ko => format!("가장 큰 곳은 {name}, {value}."),
            Lang::En => format!("Largest: {name}, {value}."),
        }
    });
    let rows = (0..grouping.count()).map(|unit| RankingRow {
        key: grouping.codes(unit),
        label: grouping.label(unit, lang).to_string(),
        value: values[unit],
        text: shown(values[unit], state, lang),
        capital: grouping.is_capital(unit),
        selected: matches!(state.selection, Selection::Region(code)
            if grouping.unit_of(code.index()) == unit),
    });
    let chart = Ranking {
        caption: Caption {
            id: "ranking".to_string(),
            title: title.clone(),
            description,
        },
        columns: [
            unit_head(cx, state),
            headline::measured(state.indicator(), state.measure(), lang),
        ],
        rows: rows.collect(),
    };
    figure(cx, title, key, chart.draw(), &source(state))
}

/// The head of a column of units.
fn unit_head(cx: Context<'_>, state: &ViewState) -> String {
    match (cx.lang, state.grouping.is_grouped()) {
        (Lang::Ko, _) => state.grouping.noun(cx.lang).to_string(),
        (Lang::En, false) => "Region".to_string(),
        (Lang::En, true) => "Wide region".to_string(),
    }
}

/// Fewer make a line with a bend, not a curve.
const FEWEST_ON_A_CURVE: usize = 5;

fn lorenz(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let lang = cx.lang;
    let (values, grouping) = (state.units(), state.grouping);
    if grouping.count() < FEWEST_ON_A_CURVE {
        return None;
    }
    let gini = concentration::gini(&values)?;
    let share = headline::capital_share(state.indicator(), state.year())?;
    let three = concentration::concentration_ratio(&values, 3)?;
    let name = state.indicator().definition().name.get(lang);
    let year = state.year();
    let title = match lang {
        Lang::Ko => format!("얼마나 쏠려 있나: {name}, {year}년"),
        Lang::En => format!("How uneven: {name}, {year}"),
    };
    let known = values.iter().flatten().count();
    let noun = grouping.noun(lang);
    let object = Particle::Object.after(noun);
    let (gini_shown, share_shown) = (gini.grouped(2), format!("{}%", share.grouped(1)));
    let reading = match lang {
        Lang::Ko => format!(
            "{known}개 {noun}{object} 적은 곳부터 더해 가며 그린 로렌츠 곡선. 대각선에서 멀수록 쏠려 있다."
        ),
        Lang::En => format!(
            "Lorenz curve of {known} {noun}, smallest first. The farther from the diagonal, the more uneven."
        ),
    };
    let description = match lang {
        Lang::Ko => format!("지니 계수 {gini_shown}, 수도권 비중 {share_shown}."),
        Lang::En => format!("Gini coefficient {gini_shown}, capital region {share_shown}."),
    };
    let big = |value: &str, name: &str| Figure {
        value: value.to_string(),
        name: name.to_string(),
    };
    let holders = (0..grouping.count()).map(|unit| Holder {
        label: grouping.label(unit, lang).to_string(),
        value: values[unit],
        text: shown(values[unit], state, lang),
    });
    let chart = Lorenz {
        caption: Caption {
            id: "lorenz".to_string(),
            title: title.clone(),
            description,
        },
        columns: [
            unit_head(cx, state),
            headline::measured(state.indicator(), state.measure(), lang),
            cx.pick("누적 비중", "Cumulative share").to_string(),
        ],
        holders: holders.collect(),
        x_title: match lang {
            Lang::Ko => format!("{noun}, 적은 곳부터"),
            Lang::En if grouping.is_grouped() => "Wide regions, smallest first".to_string(),
            Lang::En => "Regions, smallest first".to_string(),
        },
        y_title: cx.pick("누적 비중", "Cumulative share").to_string(),
        equality: cx.pick("고르게 나뉠 때", "if even").to_string(),
        figures: vec![
            big(&gini_shown, cx.pick("지니 계수", "Gini coefficient")),
            big(&share_shown, cx.pick("수도권 비중", "Capital region")),
            big(
                &format!("{}%", three.grouped(1)),
                cx.pick("상위 세 곳", "Top three"),
            ),
        ],
        mark: (!grouping.is_grouped())
            .then(|| mark(cx, &values, share))
            .flatten(),
    };
    Some(figure(
        cx,
        title,
        el("p").add(reading),
        chart.draw(),
        &source(state),
    ))
}

/// The point of the curve that parts the capital region from the rest, where one does.
fn mark(cx: Context<'_>, values: &crate::measure::Values, share: Decimal) -> Option<LorenzMark> {
    let count = concentration::outside_capital_count(values)?;
    let rest = Decimal {
        units: 100 * 10_i64.pow(u32::from(share.decimals)) - share.units,
        decimals: share.decimals,
    };
    let words = match cx.lang {
        Lang::Ko => format!("비수도권 {count}곳"),
        Lang::En => format!("{count} others"),
    };
    Some(LorenzMark {
        count,
        lines: [words, format!("{}%", rest.grouped(1))],
    })
}

/// Rates and quotients are not parts of a whole, so there is no curve; their range stands instead.
fn range(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let lang = cx.lang;
    let values = state.units();
    let order = rank::order(&values);
    let known: Vec<usize> = order
        .into_iter()
        .filter(|&place| values[place].is_some())
        .collect();
    let (first, last) = (*known.first()?, *known.last()?);
    let item = |term: &str, place: usize| {
        let worth = values[place]?;
        let shown = headline::worded(worth, state.indicator(), state.measure(), lang);
        let dd = el("dd")
            .add(value(shown, worth.full()))
            .add(format!(" {}", state.grouping.label(place, lang)));
        Some(el("div").add(dd).add(el("dt").add(term)))
    };
    let times = concentration::largest_to_smallest(&values).map(|times| {
        let shown = match lang {
            Lang::Ko => format!("{}배", times.grouped(1)),
            Lang::En => format!("{} times", times.grouped(1)),
        };
        el("div")
            .add(el("dd").add(value(shown, times.full())))
            .add(el("dt").add(cx.pick("가장 큰 곳 ÷ 가장 작은 곳", "Largest ÷ smallest")))
    });
    let why = match state.measure() {
        Measure::LocationQuotient => cx.pick(
            "입지계수는 전국 평균에 견준 비율이라 더해서 전체가 되지 않는다. 그래서 로렌츠 곡선과 지니 계수 대신 폭을 보인다.",
            "Location quotients compare with the national mix and do not add up to a whole, so their range stands in place of a Lorenz curve.",
        ),
        _ => cx.pick(
            "인구당 값은 더해서 전체가 되지 않는다. 그래서 로렌츠 곡선과 지니 계수 대신 폭을 보인다.",
            "Rates per head do not add up to a whole, so their range stands in place of a Lorenz curve.",
        ),
    };
    let figures = el("dl")
        .class("figures")
        .all(item(cx.pick("가장 큰 곳", "Largest"), first))
        .all(item(cx.pick("가장 작은 곳", "Smallest"), last))
        .all(times);
    let title = match lang {
        Lang::Ko => format!("지역 사이의 폭, {}년", state.year()),
        Lang::En => format!("Range between regions, {}", state.year()),
    };
    Some(
        el("section")
            .class("range")
            .add(el("h3").add(title))
            .add(figures)
            .add(el("p").class("muted").add(why))
            .add(credit(cx, &source(state))),
    )
}

/// The capital region's share over the years beside its share of people, where there is more than a year.
fn trend(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let lang = cx.lang;
    let indicator = state.indicator();
    let years: Vec<u16> = series::years(indicator.definition().key).collect();
    let (first, last) = (*years.first()?, *years.last()?);
    let shares = [first, last].map(|year| headline::capital_share(indicator, year));
    let [Some(then), Some(now)] = shares else {
        return None;
    };
    if first == last {
        return None;
    }
    let name = indicator.definition().name.get(lang);
    let title = match lang {
        Lang::Ko => format!("수도권 비중의 변화: {name}"),
        Lang::En => format!("The capital region's share over time: {name}"),
    };
    let reading = match lang {
        Lang::Ko => Sentence::from(format!("{first}년 "))
            .percent(then)
            .words(format!(" → {last}년 "))
            .percent(now),
        Lang::En => Sentence::default()
            .percent(then)
            .words(format!(" in {first} → "))
            .percent(now)
            .words(format!(" in {last}")),
    }
    .words(".");
    // A break of one series would cut the line of the other too.
    let shown = match indicator {
        Indicator::Population | Indicator::PharmaEstablishments => vec![indicator],
        _ => vec![indicator, Indicator::Population],
    };
    let caption = Caption {
        id: "capital-trend".to_string(),
        title: title.clone(),
        description: reading.plain(),
    };
    let chart = capital_trend(cx, caption, &shown);
    let sources = sources_of_all_years(&shown);
    Some(figure(cx, title, reading.within("p"), chart, &sources))
}

/// A value as it stands beside a bar, or the words for a missing one.
fn shown(value: Option<Decimal>, state: &ViewState, lang: Lang) -> String {
    value.map_or(lang.text().no_data.to_string(), |value| {
        value.grouped(state.measure().digits())
    })
}
