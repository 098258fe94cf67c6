//! The figures that are compared: an indicator under a measure, in the latest year that has it.

use crate::indicator::Indicator;
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::series::{self, Series};

/// One figure of every region.
#[derive(Clone, Debug)]
pub struct Figures {
    pub indicator: Indicator,
    pub measure: Measure,
    pub year: u16,
    pub values: Values,
    /// The nation under the same measure: the sum, 100 %, the rate of all people, or 1. `None` where the
    /// parts are published without a sum.
    pub nation: Option<Decimal>,
    /// The ids of the sources that it rests on, the base's after its own.
    pub sources: Vec<&'static str>,
}

impl Figures {
    /// The latest; `None` where the indicator has no such measure.
    pub fn latest(indicator: Indicator, measure: Measure) -> Option<Figures> {
        let definition = indicator.definition();
        let year = measure::years(indicator, measure).last().copied()?;
        let own = series::find(definition.key, year)?;
        let base = base(indicator, measure).and_then(|key| series::find(key, year));
        let mut sources = vec![own.source];
        sources.extend(
            base.map(|base| base.source)
                .filter(|&source| source != own.source),
        );
        Some(Figures {
            indicator,
            measure,
            year,
            values: measure::values(indicator, measure, year)?,
            nation: nation(indicator, measure, own, base),
            sources,
        })
    }

    /// Every indicator under every measure that it has.
    pub fn all() -> impl Iterator<Item = Figures> {
        Indicator::ALL.into_iter().flat_map(|indicator| {
            let measures = indicator.definition().measures.iter();
            measures.filter_map(move |&measure| Figures::latest(indicator, measure))
        })
    }
}

/// The key of the series that a measure divides by.
fn base(indicator: Indicator, measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Count | Measure::Share => None,
        Measure::Per100k => Some(Indicator::Population.definition().key),
        Measure::LocationQuotient => indicator.definition().lq_base,
    }
}

fn nation(
    indicator: Indicator,
    measure: Measure,
    own: &Series,
    base: Option<&Series>,
) -> Option<Decimal> {
    /// Digits held behind the point, as [`measure::values`] does.
    const KEPT: u8 = 8;
    match measure {
        Measure::Count => measure::national_total(indicator, own.year),
        // The rounded shares that are published do not quite sum to it.
        Measure::Share => (indicator != Indicator::RndShare).then(|| Decimal::whole(100)),
        Measure::Per100k => {
            let people = i128::from(base?.total()) * 10_i128.pow(u32::from(own.decimals));
            Decimal::ratio(i128::from(own.total()) * 100_000, people, KEPT)
        }
        Measure::LocationQuotient => Some(Decimal::whole(1)),
    }
}

/// Where a region stands among those with a value, in percent: how many of the others are smaller, equals
/// counted half. 0 is the smallest, 100 the largest.
///
/// `100 (smaller + equal / 2) / others`; `None` where the region has no value or is alone.
pub fn percentile(values: &Values, place: usize) -> Option<Decimal> {
    let own = values.get(place).copied()??;
    let others = values
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != place)
        .filter_map(|(_, value)| *value);
    let (mut halves, mut count) = (0, 0);
    for other in others {
        count += 1;
        halves += match other.cmp(&own) {
            core::cmp::Ordering::Less => 2,
            core::cmp::Ordering::Equal => 1,
            core::cmp::Ordering::Greater => 0,
        };
    }
    Decimal::ratio(100 * halves, 2 * count, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[Option<i64>], place: usize, expected: Option<&str>) {
        let mut row: Values = Default::default();
        for (slot, value) in row.iter_mut().zip(values) {
            *slot = value.map(Decimal::whole);
        }
        let found = percentile(&row, place).map(Decimal::full);
        assert_eq!(found.as_deref(), expected, "{values:?} at {place}");
    }

    #[test]
    fn a_percentile_counts_the_smaller_ones_and_half_of_the_equal() {
        let values = [Some(1), Some(2), Some(2), Some(9), None];
        check(&values, 0, Some("0"));
        check(&values, 1, Some("50"));
        check(&values, 2, Some("50"));
        check(&values, 3, Some("100"));
        check(&values, 4, None);
        check(&[Some(7)], 0, None);
        check(&[Some(7)], 99, None);
    }

    #[test]
    fn every_measure_of_every_indicator_has_figures_and_a_source() {
        let rows: Vec<Figures> = Figures::all().collect();
        let measures: usize = Indicator::ALL
            .map(|indicator| indicator.definition().measures.len())
            .iter()
            .sum();
        assert_eq!(rows.len(), measures);
        for row in &rows {
            assert!(!row.sources.is_empty(), "{row:?}");
            let has_none = row.indicator == Indicator::RndShare;
            assert_eq!(row.nation.is_none(), has_none, "{row:?}");
        }
    }
}
