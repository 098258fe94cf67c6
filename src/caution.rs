//! What a reader of this view must be told before believing it, computed from the figures.
//!
//! The cautions that hold of an indicator whatever its figures are in [`crate::indicator`].

use crate::correlation::spearman;
use crate::indicator::Indicator;
use crate::interval::{FEW_CASES, Interval, cases, interval};
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::particle::Particle;
use crate::sentence::Sentence;
use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// That the figure of a unit, a region or a group, rests on few cases, with its interval where there is one.
///
/// `None` for plain counts, which say so themselves, and for figures of [`FEW_CASES`] or more.
pub fn warning(state: &ViewState, unit: usize, lang: Lang) -> Option<Sentence> {
    let count = cases(state, unit)?;
    if state.measure() == Measure::Count || count >= FEW_CASES {
        return None;
    }
    let name = state.grouping.label(unit, lang);
    let of = state.indicator().definition().unit.get(lang);
    let digits = state.measure().digits();
    let count = Decimal::whole(count);
    let shown = count.grouped(0);
    // A share is a part of a whole, a rate or a quotient a number of events.
    let kind = match state.measure() {
        Measure::Share => lang.pick("윌슨", "Wilson"),
        _ => lang.pick("푸아송", "Poisson"),
    };
    let bound = |bound: Decimal| (bound.grouped(digits), bound);
    let range = interval(state, unit).map(|Interval { low, high }| (bound(low), bound(high)));
    Some(match (lang, range) {
        (Lang::Ko, Some(((low, lowest), (high, highest)))) => {
            Sentence::from(format!("{name}의 값은 "))
                .figure(format!("{shown}{of}"), count)
                .words("에서 나온 것이라 우연만으로도 ")
                .figure(low, lowest)
                .words("에서 ")
                .figure(high, highest)
                .words(format!(" 사이를 오갈 수 있다({kind} 95 % 구간)."))
        }
        (Lang::Ko, None) => Sentence::from(format!("{name}의 값은 "))
            .figure(format!("{shown}{of}"), count)
            .words("에서 나온 것이라 조금만 달라져도 크게 바뀐다."),
        (Lang::En, Some(((low, lowest), (high, highest)))) => {
            Sentence::from(format!("The figure for {name} rests on "))
                .figure(format!("{shown} {of}"), count)
                .words(": chance alone could move it between ")
                .figure(low, lowest)
                .words(" and ")
                .figure(high, highest)
                .words(format!(" ({kind} 95 % interval)."))
        }
        (Lang::En, None) => Sentence::from(format!("The figure for {name} rests on "))
            .figure(format!("{shown} {of}"), count)
            .words(": a small change would move it far."),
    })
}

/// From this rank correlation on a map of counts is said to be one of population.
const MUCH: Decimal = Decimal {
    units: 6,
    decimals: 1,
};

/// Rank correlations of fewer units say nothing.
const FEW_UNITS: usize = 5;

/// That a map of counts is to a large part a map of population, where Spearman's ρ with the population
/// of the same year, or of the nearest year there is, says so.
pub fn count_map_warning(state: &ViewState, lang: Lang) -> Option<Sentence> {
    if state.measure() != Measure::Count || state.indicator() == Indicator::Population {
        return None;
    }
    if state.grouping.count() < FEW_UNITS {
        return None;
    }
    let (year, people) = population_near(state)?;
    let likeness = spearman(&state.units(), &people)?;
    if likeness < MUCH {
        return None;
    }
    let shown = likeness.grouped(2);
    Some(match lang {
        Lang::Ko => Sentence::from(format!(
            "수를 그린 지도는 상당 부분 인구를 그린 지도다. 이 값의 순서는 {year}년 인구의 순서와 닮았다(스피어만 순위상관 "
        ))
        .figure(shown, likeness)
        .words(")."),
        Lang::En => Sentence::from(format!(
            "A map of counts is to a large part a map of population: the order of these values is like that of population in {year} (Spearman's rank correlation "
        ))
        .figure(shown, likeness)
        .words(")."),
    })
}

/// What the location quotient divides by, and where that base is smallest.
pub fn denominator_note(state: &ViewState, lang: Lang) -> Option<Sentence> {
    if state.measure() != Measure::LocationQuotient {
        return None;
    }
    let key = state.indicator().definition().lq_base?;
    let base = series::find(key, state.year())?;
    let grouping = state.grouping;
    let known = (0..grouping.count()).filter_map(|unit| Some((grouping.sum(unit, base)?, unit)));
    let (least, unit) = known.min()?;
    let share = Decimal::ratio(i128::from(least) * 100, i128::from(base.total()), 4)?;
    let name = grouping.label(unit, lang);
    let is_jobs = state.indicator().definition().unit.en == "jobs";
    Some(match lang {
        Lang::Ko => {
            let what = if is_jobs { "종사자" } else { "사업체" };
            Sentence::from(format!(
                "입지계수는 지역의 비중을 같은 조사의 전 산업 {what} 비중으로 나눈 값이다. 나누는 수가 작을수록 크게 흔들리며, {name}"
            ))
            .particle(Particle::Topic)
            .words(" 전국의 ")
            .percent(share)
            .words("로 가장 작다.")
        }
        Lang::En => {
            let what = if is_jobs { "jobs" } else { "sites" };
            Sentence::from(format!(
                "A location quotient divides a region's share by its share of {what} in all industries, from the same survey. The smaller that base the less steady the quotient; it is smallest in {name}, with "
            ))
            .percent(share)
            .words(" of the nation.")
        }
    })
}

/// The population of the units in the state's year, or in the nearest one that is published.
fn population_near(state: &ViewState) -> Option<(u16, Values)> {
    let years = measure::years(Indicator::Population, Measure::Count);
    let nearest = years
        .into_iter()
        .min_by_key(|other| other.abs_diff(state.year()))?;
    let people = measure::units(
        Indicator::Population,
        Measure::Count,
        nearest,
        state.grouping,
    );
    Some((nearest, people?))
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

    fn plain(sentence: Option<Sentence>) -> Option<String> {
        sentence.map(|sentence| sentence.plain())
    }

    fn place(code: &str) -> usize {
        RegionCode::parse(code).unwrap().index()
    }

    #[test]
    fn a_rate_of_four_firms_comes_with_a_warning() {
        let rates = state(Indicator::BioFirms, Measure::Per100k);
        // Sejong 2022: 4 firms, 383,591 people; 1.09 and 10.242 over 3.83591.
        assert_eq!(
            plain(warning(&rates, place("36"), Lang::En)).unwrap(),
            "The figure for Sejong rests on 4 firms: chance alone could move it between 0.3 and 2.7 (Poisson 95 % interval)."
        );
        assert_eq!(
            plain(warning(&rates, place("36"), Lang::Ko)).unwrap(),
            "세종의 값은 4곳에서 나온 것이라 우연만으로도 0.3에서 2.7 사이를 오갈 수 있다(푸아송 95 % 구간)."
        );
        assert_eq!(plain(warning(&rates, place("11"), Lang::Ko)), None);
    }

    #[test]
    fn a_count_needs_no_warning_of_few_cases() {
        let counts = state(Indicator::BioFirms, Measure::Count);
        assert_eq!(plain(warning(&counts, place("36"), Lang::Ko)), None);
    }

    #[test]
    fn a_share_of_few_names_the_other_interval_and_a_group_of_many_needs_none() {
        let mut shares = state(Indicator::BioFirms, Measure::Share);
        let said = plain(warning(&shares, place("36"), Lang::En)).unwrap();
        assert!(said.contains("Wilson 95 % interval"), "{said}");
        shares.grouping = crate::grouping::Grouping::FivePlusTwo;
        // 충청권: 217 firms.
        assert_eq!(plain(warning(&shares, 1, Lang::En)), None);
    }

    #[test]
    fn a_map_of_counts_like_population_says_so() {
        let mut fired = 0;
        for indicator in Indicator::ALL {
            if !indicator.definition().measures.contains(&Measure::Count) {
                continue;
            }
            let counts = state(indicator, Measure::Count);
            let (year, people) = population_near(&counts).unwrap();
            let likeness = spearman(&counts.values(), &people).unwrap();
            for lang in Lang::ALL {
                let warning = plain(count_map_warning(&counts, lang));
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
        assert_eq!(plain(count_map_warning(&rates, Lang::Ko)), None);
    }

    #[test]
    fn a_quotient_names_its_base() {
        let quotients = state(Indicator::PharmaWorkers, Measure::LocationQuotient);
        let note = plain(denominator_note(&quotients, Lang::En)).unwrap();
        assert!(
            note.contains("share of jobs in all industries") && note.contains("Sejong"),
            "{note}"
        );
        let sites = state(Indicator::PharmaEstablishments, Measure::LocationQuotient);
        let note = plain(denominator_note(&sites, Lang::Ko)).unwrap();
        assert!(
            note.contains("전 산업 사업체") && note.contains("세종은"),
            "{note}"
        );
        let counts = state(Indicator::PharmaWorkers, Measure::Count);
        assert_eq!(plain(denominator_note(&counts, Lang::En)), None);
    }
}
