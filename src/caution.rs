//! What a reader of this view must be told before believing it, computed from the figures.
//!
//! The cautions that hold of an indicator whatever its figures are in [`crate::indicator`].

use crate::correlation::spearman;
use crate::indicator::Indicator;
use crate::interval::{FEW_CASES, Interval, cases, interval};
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::particle::Particle;
use crate::region::REGIONS;
use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// That the figure of a region rests on few cases, with its interval where there is one.
///
/// `None` for plain counts, which say so themselves, and for figures of [`FEW_CASES`] or more.
pub fn warning(state: &ViewState, place: usize, lang: Lang) -> Option<String> {
    let count = cases(state, place)?;
    if state.measure() == Measure::Count || count >= FEW_CASES {
        return None;
    }
    let name = REGIONS[place].short.get(lang);
    let unit = state.indicator().definition().unit.get(lang);
    let digits = state.measure().digits();
    let range = interval(state, place)
        .map(|Interval { low, high }| (low.grouped(digits), high.grouped(digits)));
    Some(match (lang, range) {
        (Lang::Ko, Some((low, high))) => format!(
            "{name}의 값은 {count}{unit}에서 나온 것이라 우연만으로도 {low}에서 {high} 사이를 오갈 수 있다(95% 구간)."
        ),
        (Lang::Ko, None) => {
            format!("{name}의 값은 {count}{unit}에서 나온 것이라 조금만 달라져도 크게 바뀐다.")
        }
        (Lang::En, Some((low, high))) => format!(
            "The figure for {name} rests on {count} {unit}: chance alone could move it between {low} and {high} (95% interval)."
        ),
        (Lang::En, None) => format!(
            "The figure for {name} rests on {count} {unit}: a small change would move it far."
        ),
    })
}

/// From this rank correlation on a map of counts is said to be one of population.
const MUCH: Decimal = Decimal {
    units: 6,
    decimals: 1,
};

/// That a map of counts is to a large part a map of population, where Spearman's ρ with the population
/// of the same year, or of the nearest year there is, says so.
pub fn count_map_warning(state: &ViewState, lang: Lang) -> Option<String> {
    if state.measure() != Measure::Count || state.indicator() == Indicator::Population {
        return None;
    }
    let (year, people) = population_near(state.year())?;
    let likeness = spearman(&state.values(), &people)?;
    if likeness < MUCH {
        return None;
    }
    let likeness = likeness.grouped(2);
    Some(match lang {
        Lang::Ko => format!(
            "수를 그린 지도는 상당 부분 인구를 그린 지도다. 이 값의 순서는 {year}년 인구의 순서와 닮았다(스피어만 순위상관 {likeness})."
        ),
        Lang::En => format!(
            "A map of counts is to a large part a map of population: the order of these values is like that of population in {year} (Spearman's rank correlation {likeness})."
        ),
    })
}

/// What the location quotient divides by, and where that base is smallest.
pub fn denominator_note(state: &ViewState, lang: Lang) -> Option<String> {
    if state.measure() != Measure::LocationQuotient {
        return None;
    }
    let key = state.indicator().definition().lq_base?;
    let base = series::find(key, state.year())?;
    let known = (0..REGIONS.len()).filter_map(|place| Some((base.value(place)?, place)));
    let (least, place) = known.min()?;
    let share = Decimal::ratio(i128::from(least) * 100, i128::from(base.total()), 4)?.grouped(1);
    let name = REGIONS[place].short.get(lang);
    let is_jobs = state.indicator().definition().unit.en == "jobs";
    Some(match lang {
        Lang::Ko => {
            let what = if is_jobs { "종사자" } else { "사업체" };
            let name = Particle::Topic.on(name);
            format!(
                "입지계수는 지역의 비중을 같은 조사의 전 산업 {what} 비중으로 나눈 값이다. 나누는 수가 작을수록 크게 흔들리며, {name} 전국의 {share}%로 가장 작다."
            )
        }
        Lang::En => {
            let what = if is_jobs { "jobs" } else { "sites" };
            format!(
                "A location quotient divides a region's share by its share of {what} in all industries, from the same survey. The smaller that base the less steady the quotient; it is smallest in {name}, with {share}% of the nation."
            )
        }
    })
}

/// The population of a year, or of the nearest one that is published.
fn population_near(year: u16) -> Option<(u16, Values)> {
    let years = measure::years(Indicator::Population, Measure::Count);
    let nearest = years.into_iter().min_by_key(|other| other.abs_diff(year))?;
    Some((
        nearest,
        measure::values(Indicator::Population, Measure::Count, nearest)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::RegionCode;
    use crate::state::Selection;

    fn state(indicator: Indicator, measure: Measure) -> ViewState {
        let mut state = ViewState::new(Selection::Nation);
        state.set_indicator(indicator);
        state.set_measure(measure);
        assert_eq!(state.measure(), measure);
        state
    }

    fn place(code: &str) -> usize {
        RegionCode::parse(code).unwrap().index()
    }

    #[test]
    fn a_rate_of_four_firms_comes_with_a_warning() {
        let rates = state(Indicator::BioFirms, Measure::Per100k);
        // Sejong 2022: 4 firms, 383,591 people; 1.09 and 10.242 over 3.83591.
        assert_eq!(
            warning(&rates, place("36"), Lang::En).unwrap(),
            "The figure for Sejong rests on 4 firms: chance alone could move it between 0.3 and 2.7 (95% interval)."
        );
        assert_eq!(
            warning(&rates, place("36"), Lang::Ko).unwrap(),
            "세종의 값은 4곳에서 나온 것이라 우연만으로도 0.3에서 2.7 사이를 오갈 수 있다(95% 구간)."
        );
        assert_eq!(warning(&rates, place("11"), Lang::Ko), None);
    }

    #[test]
    fn a_count_needs_no_warning_of_few_cases() {
        let counts = state(Indicator::BioFirms, Measure::Count);
        assert_eq!(warning(&counts, place("36"), Lang::Ko), None);
    }

    #[test]
    fn a_map_of_counts_like_population_says_so() {
        let mut fired = 0;
        for indicator in Indicator::ALL {
            if !indicator.definition().measures.contains(&Measure::Count) {
                continue;
            }
            let counts = state(indicator, Measure::Count);
            let (year, people) = population_near(counts.year()).unwrap();
            let likeness = spearman(&counts.values(), &people).unwrap();
            for lang in Lang::ALL {
                let warning = count_map_warning(&counts, lang);
                let is_due = likeness >= MUCH && indicator != Indicator::Population;
                assert_eq!(warning.is_some(), is_due, "{indicator:?}: {likeness:?}");
                if let Some(warning) = warning {
                    assert!(
                        warning.contains(&likeness.grouped(2))
                            && warning.contains(&year.to_string())
                    );
                    fired += 1;
                }
            }
        }
        assert!(fired > 0);
        let rates = state(Indicator::BioFirms, Measure::Per100k);
        assert_eq!(count_map_warning(&rates, Lang::Ko), None);
    }

    #[test]
    fn a_quotient_names_its_base() {
        let quotients = state(Indicator::PharmaWorkers, Measure::LocationQuotient);
        let note = denominator_note(&quotients, Lang::En).unwrap();
        assert!(
            note.contains("share of jobs in all industries") && note.contains("Sejong"),
            "{note}"
        );
        let sites = state(Indicator::PharmaEstablishments, Measure::LocationQuotient);
        let note = denominator_note(&sites, Lang::Ko).unwrap();
        assert!(
            note.contains("전 산업 사업체") && note.contains("세종은"),
            "{note}"
        );
        let counts = state(Indicator::PharmaWorkers, Measure::Count);
        assert_eq!(denominator_note(&counts, Lang::En), None);
    }
}
