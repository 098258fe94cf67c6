//! The finding in the title, computed from the values on the map.

use crate::concentration;
use crate::indicator::Indicator;
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::particle::Particle;
use crate::rank;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The title of a view: what the numbers say about what is selected.
pub fn headline(state: &ViewState, lang: Lang) -> String {
    let values = state.units();
    match state.selection {
        Selection::Nation => nation(state, &values, lang),
        Selection::Region(code) => unit(state, &values, state.grouping.unit_of(code.index()), lang),
        Selection::Cluster(id) => id.cluster().name.get(lang).to_string(),
    }
}

/// The line under the title: what is measured, how, where, when.
pub fn deck(state: &ViewState, lang: Lang) -> String {
    let definition = state.indicator().definition();
    let survey = definition.survey.get(lang);
    let year = state.year();
    let what = measured(state.indicator(), state.measure(), lang);
    let by = state.grouping.name().get(lang);
    match lang {
        Lang::Ko => format!("{by}별 {what}, {year}년 · {survey}"),
        Lang::En => format!("{what} by {by}, {year} · {survey}"),
    }
}

/// The indicator under its measure, as a noun: "바이오 기업 전국 비중(%)".
pub fn measured(indicator: Indicator, measure: Measure, lang: Lang) -> String {
    let definition = indicator.definition();
    let (name, unit) = (definition.name.get(lang), definition.unit.get(lang));
    match (measure, lang) {
        (Measure::Count, Lang::Ko) => format!("{name}({unit})"),
        // "Biotech firms (firms)" says it twice.
        (Measure::Count, Lang::En) if name.ends_with(unit) => name.to_string(),
        (Measure::Count, Lang::En) => format!("{name} ({unit})"),
        // The name says "share" already.
        (Measure::Share, Lang::Ko) if indicator == Indicator::RndShare => format!("{name}(%)"),
        (Measure::Share, Lang::En) if indicator == Indicator::RndShare => format!("{name} (%)"),
        (Measure::Share, Lang::Ko) => format!("{name} 전국 비중(%)"),
        (Measure::Share, Lang::En) => format!("{name}, share of nation (%)"),
        (Measure::Per100k, Lang::Ko) => format!("인구 10만 명당 {name}({unit})"),
        (Measure::Per100k, Lang::En) => format!("{name} per 100,000 people ({unit})"),
        (Measure::LocationQuotient, Lang::Ko) => format!("{name} 입지계수(전국 = 1)"),
        (Measure::LocationQuotient, Lang::En) => format!("{name}, location quotient (nation = 1)"),
    }
}

/// A value with its unit, for tooltips and sentences: `85곳`, `7.8%`, `입지계수 4.84`.
pub fn worded(value: Decimal, indicator: Indicator, measure: Measure, lang: Lang) -> String {
    let number = value.grouped(measure.digits());
    let unit = indicator.definition().unit.get(lang);
    match (measure, lang) {
        (Measure::Share, _) => format!("{number}%"),
        (Measure::LocationQuotient, Lang::Ko) => format!("입지계수 {number}"),
        (Measure::LocationQuotient, Lang::En) => format!("LQ {number}"),
        (Measure::Count | Measure::Per100k, Lang::Ko) => {
            // 억 원 and the like are words of their own; 곳 and 명 lean on the number.
            if unit.contains(' ') {
                format!("{number} {unit}")
            } else {
                format!("{number}{unit}")
            }
        }
        (Measure::Count | Measure::Per100k, Lang::En) => format!("{number} {unit}"),
    }
}

/// What was counted and how much of it: "바이오 기업 85곳", "85 biotech firms", "biotech firms 7.8%".
pub fn statement(value: Decimal, indicator: Indicator, measure: Measure, lang: Lang) -> String {
    let definition = indicator.definition();
    let subject = definition.subject.get(lang);
    if lang == Lang::En && measure == Measure::Count && subject.ends_with(definition.unit.en) {
        return format!("{} {subject}", value.grouped(measure.digits()));
    }
    format!("{subject} {}", worded(value, indicator, measure, lang))
}

/// The capital region's part of the nation in percent; `None` where it has no value.
pub fn capital_share(indicator: Indicator, year: u16) -> Option<Decimal> {
    // A published share is divided as a count is: its parts sum to 100.
    let measure = if indicator == Indicator::RndShare {
        Measure::Share
    } else {
        Measure::Count
    };
    concentration::capital_share(&measure::values(indicator, measure, year)?)
}

fn nation(state: &ViewState, values: &Values, lang: Lang) -> String {
    let definition = state.indicator().definition();
    let subject = definition.subject.get(lang);
    match state.measure() {
        Measure::Count | Measure::Share => match held(state, lang) {
            Some((share, holder)) => concentration(subject, share, holder, lang),
            None => measured(state.indicator(), state.measure(), lang),
        },
        Measure::Per100k | Measure::LocationQuotient => {
            let first = rank::order(values)[0];
            let Some(top) = values[first] else {
                return measured(state.indicator(), state.measure(), lang);
            };
            let short = state.grouping.label(first, lang);
            match (state.measure(), lang) {
                (Measure::Per100k, Lang::Ko) => {
                    format!(
                        "인구에 견주면 {} {short}에 가장 많다",
                        Particle::Topic.on(subject)
                    )
                }
                (Measure::Per100k, Lang::En) => {
                    format!("Per head of population, {short} has the most {subject}")
                }
                (_, Lang::Ko) => format!(
                    "{short}의 {subject} 비중은 전국 평균의 {}배",
                    top.grouped(1)
                ),
                (_, Lang::En) => format!(
                    "{short} is {} times as specialised in {subject} as the nation",
                    top.grouped(1)
                ),
            }
        }
    }
}

/// The part of the whole that the title is about and who holds it: the capital region, or the largest group.
/// In English also as the first words of a sentence.
fn held(state: &ViewState, lang: Lang) -> Option<(Decimal, [&'static str; 2])> {
    let (indicator, year, grouping) = (state.indicator(), state.year(), state.grouping);
    if grouping.is_grouped() {
        let shares = measure::units(indicator, Measure::Share, year, grouping)?;
        let largest = rank::order(&shares)[0];
        if !grouping.is_capital(largest) {
            return Some((shares[largest]?, [grouping.label(largest, lang); 2]));
        }
    }
    let names = match lang {
        Lang::Ko => ["수도권", ""],
        Lang::En => ["the capital region", "The capital region"],
    };
    Some((capital_share(indicator, year)?, names))
}

/// "Six in ten …", or the percentage where a tenth would be too coarse.
fn concentration(
    subject: &str,
    share: Decimal,
    [holder, holder_first]: [&str; 2],
    lang: Lang,
) -> String {
    const TENTHS: [&str; 11] = [
        "", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열",
    ];
    const WORDS: [&str; 11] = [
        "", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    ];
    let tenths = share.rounded(0).units.saturating_add(5) / 10;
    let near = Decimal {
        units: tenths * 10,
        decimals: 0,
    };
    // Within two points of a tenth the plain words are true; outside they would mislead.
    let off = (share.to_f64() - near.to_f64()).abs();
    let percent = share.grouped(1);
    if off <= 2.0 && (1..=9).contains(&tenths) && tenths != 5 {
        let n = tenths as usize;
        return match lang {
            Lang::Ko => format!(
                "{subject} 열에 {} {holder}에 있다",
                Particle::Topic.on(TENTHS[n])
            ),
            Lang::En => format!("{} in ten {subject} are in {holder}", WORDS[n]),
        };
    }
    match lang {
        Lang::Ko => format!("{subject}의 {percent}%는 {holder}에 있다"),
        Lang::En => format!("{holder_first} holds {percent}% of {subject}"),
    }
}

fn unit(state: &ViewState, values: &Values, unit: usize, lang: Lang) -> String {
    let name = state.grouping.full_name(unit, lang);
    let noun = state.grouping.noun(lang);
    let subject = state.indicator().definition().subject.get(lang);
    match (values[unit], rank::rank(values, unit)) {
        (Some(value), Some(rank)) => {
            let said = statement(value, state.indicator(), state.measure(), lang);
            let (of, at) = (rank.of, rank.rank);
            match lang {
                Lang::Ko => {
                    let tie = if rank.tied { "공동 " } else { "" };
                    format!("{name}, {said} — {of}개 {noun} 가운데 {tie}{at}위")
                }
                Lang::En => {
                    let tie = if rank.tied { "joint " } else { "" };
                    format!("{name}: {said}, {tie}rank {at} of {of}")
                }
            }
        }
        _ => match lang {
            Lang::Ko => format!("{name}, {subject} 자료 없음"),
            Lang::En => format!("{name}: no data on {subject}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::RegionCode;

    #[track_caller]
    fn check(hash: &str, ko: &str, en: &str) {
        let state = ViewState::parse(hash, &ViewState::new(Selection::Nation));
        assert_eq!(headline(&state, Lang::Ko), ko);
        assert_eq!(headline(&state, Lang::En), en);
    }

    #[test]
    fn the_title_says_what_the_figures_say() {
        check(
            "",
            "바이오 기업 열에 여섯은 수도권에 있다",
            "Six in ten biotech firms are in the capital region",
        );
        // 53.4 % is no tenth.
        check(
            "indicator=pharma-workers",
            "의약품 제조업 종사자의 53.4%는 수도권에 있다",
            "The capital region holds 53.4% of pharmaceutical manufacturing jobs",
        );
        check(
            "measure=per100k",
            "인구에 견주면 바이오 기업은 대전에 가장 많다",
            "Per head of population, Daejeon has the most biotech firms",
        );
        check(
            "indicator=pharma-workers&measure=lq",
            "충북의 의약품 제조업 종사자 비중은 전국 평균의 4.8배",
            "Chungbuk is 4.8 times as specialised in pharmaceutical manufacturing jobs as the nation",
        );
    }

    #[test]
    fn a_region_says_its_value_and_rank() {
        check(
            "region=43",
            "충청북도, 바이오 기업 85곳 — 17개 시·도 가운데 4위",
            "North Chungcheong: 85 biotech firms, rank 4 of 17",
        );
        check(
            "region=27&measure=share",
            "대구광역시, 바이오 기업 2.9% — 17개 시·도 가운데 공동 8위",
            "Daegu: biotech firms 2.9%, joint rank 8 of 17",
        );
    }

    #[test]
    fn a_grouping_speaks_of_its_groups() {
        check(
            "group=5p2&indicator=rnd-workers",
            "연구개발업 종사자 열에 일곱은 수도권에 있다",
            "Seven in ten R&D-industry jobs are in the capital region",
        );
        check(
            "group=capital&measure=per100k",
            "인구에 견주면 바이오 기업은 수도권에 가장 많다",
            "Per head of population, Capital region has the most biotech firms",
        );
        check(
            "group=5p2&region=43",
            "충청권(대전·세종·충북·충남), 바이오 기업 217곳 — 7개 권역 가운데 2위",
            "Chungcheong (Daejeon, Sejong, Chungbuk, Chungnam): 217 biotech firms, rank 2 of 7",
        );
    }

    #[test]
    fn every_view_has_a_title_in_both_languages() {
        let nowhere = ViewState::new(Selection::Region(RegionCode::parse("50").unwrap()));
        for indicator in Indicator::ALL {
            for &measure in indicator.definition().measures {
                for selection in [Selection::Nation, nowhere.selection] {
                    let mut state = ViewState::new(selection);
                    state.set_indicator(indicator);
                    state.set_measure(measure);
                    for lang in Lang::ALL {
                        let title = headline(&state, lang);
                        assert!(!title.is_empty() && !title.contains("  "), "{title:?}");
                    }
                }
            }
        }
    }
}
