//! How sure a figure from few cases is: 95 % intervals for rates of counts and for shares.
//!
//! The regions are all there are and their counts are no sample; the interval answers another question: how
//! far would the figure move if as many cases fell by chance again? It holds for things that come about one
//! by one, such as firms. Jobs come in whole plants, and money in contracts: for those it would be too narrow
//! to be true, and there is none.
//!
//! There is no logarithm and no exponential here, only the square root, which every machine rounds alike.

use crate::indicator::Indicator;
use crate::measure::Measure;
use crate::number::Decimal;
use crate::series;
use crate::state::ViewState;

/// The bounds of a 95 % interval, in the unit of the figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    pub low: Decimal,
    pub high: Decimal,
}

/// Below this number of cases a rate is not to be trusted: the rule of the United States' National Center
/// for Health Statistics (a relative standard error of `1/√20`, 22 %).
pub const FEW_CASES: i64 = 20;

/// The standard normal distribution has 95 % of its mass within ± this.
const Z: f64 = 1.959_963_984_540_054;

/// Digits of a limit before it is scaled.
const KEPT: u8 = 6;

/// The limits of the mean of a Poisson count.
///
/// Up to nine cases the exact ones (F. Garwood 1936, "Fiducial limits for the Poisson distribution",
/// *Biometrika* 28), from a table; from ten on Byar's approximation,
/// `O (1 − 1/(9 O) − z/(3 √O))³` and the same with `O + 1` and a plus above: N. E. Breslow and N. E. Day
/// (1987), *Statistical Methods in Cancer Research* II, IARC, pp. 68–69. It is within 0.2 % of the
/// exact limits there, and only worse below. `None` for a negative count.
pub fn poisson(count: i64) -> Option<Interval> {
    /// Limits in thousandths for 0, 1, … 9 cases: half the χ² quantiles 0.025 of 2 O and 0.975 of 2 O + 2
    /// degrees of freedom.
    const EXACT: [(i64, i64); 10] = [
        (0, 3_689),
        (25, 5_572),
        (242, 7_225),
        (619, 8_767),
        (1_090, 10_242),
        (1_623, 11_668),
        (2_202, 13_059),
        (2_814, 14_423),
        (3_454, 15_763),
        (4_115, 17_085),
    ];
    if let Some(&(low, high)) = EXACT.get(usize::try_from(count).ok()?) {
        let thousandths = |units| Decimal { units, decimals: 3 };
        return Some(Interval {
            low: thousandths(low),
            high: thousandths(high),
        });
    }
    let limit = |cases: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * cases) + z / (3.0 * cases.sqrt());
        decimal(cases * root * root * root)
    };
    Some(Interval {
        low: limit(count as f64, -Z),
        high: limit(count as f64 + 1.0, Z),
    })
}

/// The limits of a share `part / whole`, in percent: E. B. Wilson (1927), "Probable inference, the law of
/// succession, and statistical inference", *Journal of the American Statistical Association* 22.
///
/// `(p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n)`. `None` unless `0 ≤ part ≤ whole` and `whole` is
/// more than zero.
pub fn wilson(part: i64, whole: i64) -> Option<Interval> {
    if part < 0 || part > whole || whole == 0 {
        return None;
    }
    let (n, p) = (whole as f64, part as f64 / whole as f64);
    let square = Z * Z / n;
    let middle = p + square / 2.0;
    let reach = Z * (p * (1.0 - p) / n + square / (4.0 * n)).sqrt();
    let percent = |bound: f64| decimal(100.0 * bound / (1.0 + square));
    Some(Interval {
        // Exactly 0 and 100 at the ends, where the difference is a rounding.
        low: if part == 0 {
            Decimal::whole(0)
        } else {
            percent(middle - reach)
        },
        high: if part == whole {
            Decimal::whole(100)
        } else {
            percent(middle + reach)
        },
    })
}

/// The interval around the figure of one unit on the map, a region or a group; `None` where it has no value,
/// or none that an interval of this kind is true of (see the [module](self)).
pub fn interval(state: &ViewState, unit: usize) -> Option<Interval> {
    if !comes_one_by_one(state.indicator()) {
        return None;
    }
    let count = cases(state, unit)?;
    let (key, year) = (state.indicator().definition().key, state.year());
    match state.measure() {
        Measure::Count => poisson(count),
        Measure::Share => wilson(count, series::find(key, year)?.total()),
        Measure::Per100k => {
            let people = series::find(Indicator::Population.definition().key, year)?;
            let people = state.grouping.sum(unit, people)?;
            scaled(poisson(count)?, 100_000, people)
        }
        Measure::LocationQuotient => {
            let series = series::find(key, year)?;
            let base = series::find(state.indicator().definition().lq_base?, year)?;
            let nation = i128::from(series.total()) * i128::from(state.grouping.sum(unit, base)?);
            scaled(poisson(count)?, base.total(), i64::try_from(nation).ok()?)
        }
    }
}

/// The count behind the figure of one unit: whole things, so `None` for money and published shares.
pub fn cases(state: &ViewState, unit: usize) -> Option<i64> {
    match state.indicator() {
        Indicator::DeviceProduction | Indicator::RndShare => None,
        indicator => {
            let series = series::find(indicator.definition().key, state.year())?;
            state
                .grouping
                .sum(unit, series)
                .filter(|_| series.decimals == 0)
        }
    }
}

fn comes_one_by_one(indicator: Indicator) -> bool {
    match indicator {
        Indicator::BioFirms
        | Indicator::PharmaEstablishments
        | Indicator::DeviceMakers
        | Indicator::ListedFirms => true,
        Indicator::PharmaWorkers
        | Indicator::DeviceWorkers
        | Indicator::DeviceProduction
        | Indicator::RndWorkers
        | Indicator::RndShare
        | Indicator::Population => false,
    }
}

fn scaled(interval: Interval, times: i64, by: i64) -> Option<Interval> {
    let scale = |bound: Decimal| {
        let units = i128::from(bound.units) * i128::from(times);
        let steps = 10_i128.pow(u32::from(bound.decimals));
        Decimal::ratio(units, i128::from(by) * steps, KEPT)
    };
    Some(Interval {
        low: scale(interval.low)?,
        high: scale(interval.high)?,
    })
}

/// Not negative.
fn decimal(value: f64) -> Decimal {
    Decimal {
        units: (value * 1_000_000.0 + 0.5) as i64,
        decimals: KEPT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grouping::Grouping;
    use crate::state::Selection;

    #[track_caller]
    fn check(found: Option<Interval>, digits: u8, expected: &str) {
        let shown = found.map(|interval| {
            format!(
                "{}..{}",
                interval.low.grouped(digits),
                interval.high.grouped(digits)
            )
        });
        assert_eq!(shown.as_deref().unwrap_or("none"), expected);
    }

    #[test]
    fn poisson_limits_are_those_of_published_tables() {
        // Garwood's exact limits as they are tabled, e.g. by K. Ulm (1990), American Journal of Epidemiology
        // 131 (2), to two digits.
        check(poisson(0), 2, "0.00..3.69");
        check(poisson(1), 2, "0.03..5.57");
        check(poisson(2), 2, "0.24..7.23");
        check(poisson(5), 2, "1.62..11.67");
        check(poisson(-1), 2, "none");
        // From here on Byar's; the table has 4.80..18.39, 12.22..30.89, 37.11..65.92, 81.36..121.63.
        check(poisson(10), 2, "4.79..18.39");
        check(poisson(20), 2, "12.21..30.89");
        check(poisson(50), 2, "37.11..65.92");
        check(poisson(100), 2, "81.36..121.63");
    }

    /// P(X ≤ count) of a Poisson variable.
    fn at_most(count: i64, mean: f64) -> f64 {
        let mut term = (-mean).exp();
        let mut sum = term;
        for i in 1..=count {
            term *= mean / i as f64;
            sum += term;
        }
        sum
    }

    #[test]
    fn poisson_limits_leave_a_fortieth_on_either_side() {
        for count in 0..=400 {
            let interval = poisson(count).unwrap();
            let above = at_most(count, interval.high.to_f64());
            assert!((above - 0.025).abs() < 0.000_2, "{count}: {above}");
            if count > 0 {
                let below = 1.0 - at_most(count - 1, interval.low.to_f64());
                assert!((below - 0.025).abs() < 0.000_7, "{count}: {below}");
            }
        }
    }

    #[test]
    fn wilson_limits_are_those_of_published_tables() {
        // R. G. Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in
        // Medicine 17, table I, method 3.
        check(wilson(81, 263), 2, "25.53..36.62");
        check(wilson(15, 148), 2, "6.24..16.05");
        check(wilson(0, 20), 2, "0..16.11");
        check(wilson(1, 29), 2, "0.61..17.18");
        check(wilson(20, 20), 2, "83.89..100");
        check(wilson(1, 0), 2, "none");
        check(wilson(3, 2), 2, "none");
    }

    #[test]
    fn the_interval_holds_the_figure_on_the_map() {
        let mut seen = 0;
        for indicator in Indicator::ALL {
            for &measure in indicator.definition().measures {
                for grouping in Grouping::ALL {
                    let mut state = ViewState::new(Selection::Nation);
                    state.set_indicator(indicator);
                    state.set_measure(measure);
                    state.grouping = grouping;
                    for (unit, value) in state.units().iter().enumerate() {
                        if let (Some(value), Some(interval)) = (value, interval(&state, unit)) {
                            assert!(
                                interval.low <= *value && *value <= interval.high,
                                "{state:?}"
                            );
                            seen += 1;
                        }
                    }
                }
            }
        }
        // Four indicators of firms with three, four, three and two measures, in four groupings.
        assert_eq!(seen, (3 + 4 + 3 + 2) * (17 + 7 + 8 + 2));
    }

    #[test]
    fn jobs_and_money_have_no_interval() {
        let mut state = ViewState::new(Selection::Nation);
        state.set_indicator(Indicator::PharmaWorkers);
        check(interval(&state, 0), 2, "none");
        state.set_indicator(Indicator::DeviceProduction);
        assert_eq!((interval(&state, 0), cases(&state, 0)), (None, None));
    }
}
