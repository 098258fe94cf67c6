//! Round values for a value axis.

use crate::number::Decimal;

/// The most lines of an axis: a chart of 180 units carries no more without looking ruled.
const MOST: i128 = 4;

/// Two to four values in steps of 1, 2, 2.5 or 5 times a power of ten, that enclose `low..=high`: the axis runs
/// from the first to the last. A range without extent is drawn against zero.
///
/// Integer arithmetic, so a tick is exactly what its label says.
pub(super) fn ticks(low: Decimal, high: Decimal) -> Vec<Decimal> {
    let decimals = low.decimals.max(high.decimals);
    let scaled = |value: Decimal| {
        i128::from(value.units) * 10_i128.pow(u32::from(decimals - value.decimals))
    };
    let (mut low, mut high) = (scaled(low), scaled(high));
    if low == high {
        (low, high) = (low.min(0), high.max(0));
    }
    if low == high {
        high = 10_i128.pow(u32::from(decimals));
    }

    // Beyond 10³⁷ there is no i64 times 10⁹, so some step fits.
    let steps = (0..38_u32).flat_map(|power| {
        let quarter = power.checked_sub(1).map(|power| (25, power));
        [
            Some((1, power)),
            Some((2, power)),
            quarter,
            Some((5, power)),
        ]
        .into_iter()
        .flatten()
    });
    for (lead, power) in steps {
        let step = lead * 10_i128.pow(power);
        let (first, last) = (low.div_euclid(step), -(-high).div_euclid(step));
        if last - first < MOST {
            let digits = decimals.saturating_sub(power as u8);
            return (first..=last)
                .filter_map(|place| i64::try_from(place * step).ok())
                .map(|units| Decimal { units, decimals }.rounded(digits))
                .collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(low: Decimal, high: Decimal, expected: &[&str]) {
        let printed: Vec<String> = ticks(low, high)
            .into_iter()
            .map(|tick| tick.grouped(tick.decimals))
            .collect();
        assert_eq!(printed, expected, "{low:?} to {high:?}");
    }

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        let whole = Decimal::whole;
        check(whole(44), whole(69), &["40", "50", "60", "70"]);
        check(whole(0), whole(100), &["0", "50", "100"]);
        check(whole(4), whole(358), &["0", "200", "400"]);
        check(
            whole(0),
            whole(12_345_678),
            &["0", "5,000,000", "10,000,000", "15,000,000"],
        );
        check(whole(0), whole(70), &["0", "25", "50", "75"]);
        check(
            whole(0),
            Decimal {
                units: 7,
                decimals: 1,
            },
            &["0.0", "0.5", "1.0"],
        );
        check(
            whole(0),
            Decimal {
                units: 70,
                decimals: 2,
            },
            &["0.00", "0.25", "0.50", "0.75"],
        );
        check(whole(-3), whole(4), &["−5", "0", "5"]);
        check(
            Decimal {
                units: 12,
                decimals: 1,
            },
            whole(2),
            &["1.0", "1.5", "2.0"],
        );
        check(
            Decimal {
                units: 57_450_000,
                decimals: 6,
            },
            whole(61),
            &["56", "58", "60", "62"],
        );
    }

    #[test]
    fn a_range_without_extent_is_drawn_against_zero() {
        check(Decimal::whole(7), Decimal::whole(7), &["0", "5", "10"]);
        check(Decimal::whole(0), Decimal::whole(0), &["0", "1"]);
        check(
            Decimal {
                units: 0,
                decimals: 2,
            },
            Decimal::whole(0),
            &["0.0", "0.5", "1.0"],
        );
    }

    proptest! {
        #[test]
        fn any_two_values_are_enclosed_by_two_to_four_ticks(
            a in -1_000_000_000_000..1_000_000_000_000_i64,
            extent in 1..1_000_000_000_i64,
            decimals in 0..=9_u8,
        ) {
            let low = Decimal { units: a, decimals };
            let high = Decimal { units: a + extent, decimals };
            let ticks = ticks(low, high);
            prop_assert!((2..=4).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks[0] <= low && high <= ticks[ticks.len() - 1], "{ticks:?}");
            let steps: Vec<f64> = ticks.windows(2).map(|w| w[1].to_f64() - w[0].to_f64()).collect();
            prop_assert!(steps.iter().all(|step| *step > 0.0), "{ticks:?}");
        }
    }
}
