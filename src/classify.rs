//! Class breaks: which shade each region gets.

use crate::measure::Values;
use crate::number::Decimal;
use crate::region::REGION_COUNT;

/// How many classes the map starts with.
pub const CLASS_COUNT: usize = 5;

/// The shade of one region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Nothing published: a hatch.
    Missing,
    /// Published as zero: the palest swatch, apart from the classes.
    Zero,
    /// Class `j`, counted from the lowest.
    Class(u8),
}

impl Tone {
    /// The value of `data-tone`, which the style sheet colours.
    pub fn slug(self) -> &'static str {
        match self {
            Tone::Missing => "missing",
            Tone::Zero => "zero",
            Tone::Class(0) => "1",
            Tone::Class(1) => "2",
            Tone::Class(2) => "3",
            Tone::Class(3) => "4",
            Tone::Class(_) => "5",
        }
    }
}

/// One class: the values `lower < v <= upper`, the first class holding its lower bound too.
///
/// The bounds are observed values, so that what the legend prints is true of every region.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Class {
    pub lowest: Decimal,
    pub highest: Decimal,
    pub count: usize,
}

/// The regions sorted into classes.
#[derive(Clone, PartialEq, Debug)]
pub struct Classes {
    /// From the lowest; never empty classes, so fewer than asked for where values tie.
    pub classes: Vec<Class>,
    pub tones: [Tone; REGION_COUNT],
    pub zero: usize,
    pub missing: usize,
}

/// Quantile classes over the values that are neither missing nor zero.
///
/// The breaks are the percentiles `100·j/k` with linear interpolation between order statistics, as
/// mapclassify's `Quantiles` has them, and equal breaks are merged: class `j` holds
/// `b[j-1] < v <= b[j]`.
pub fn quantiles(values: &Values, k: usize) -> Classes {
    let mut sorted: Vec<f64> = values
        .iter()
        .flatten()
        .map(|v| v.to_f64())
        .filter(|v| *v != 0.0)
        .collect();
    sorted.sort_by(f64::total_cmp);
    let mut breaks: Vec<f64> = (1..=k).filter_map(|j| percentile(&sorted, j, k)).collect();
    breaks.dedup();

    let class_of = |value: f64| breaks.iter().position(|upper| value <= *upper);
    let mut classes: Vec<Option<Class>> = vec![None; breaks.len()];
    let (mut zero, mut missing) = (0, 0);
    let mut places = [None; REGION_COUNT];
    for (place, value) in values.iter().enumerate() {
        match value {
            None => missing += 1,
            Some(value) if value.units == 0 => zero += 1,
            Some(value) => {
                let j = class_of(value.to_f64()).unwrap_or(0);
                places[place] = Some(j);
                if let Some(slot) = classes.get_mut(j) {
                    let class = slot.get_or_insert(Class {
                        lowest: *value,
                        highest: *value,
                        count: 0,
                    });
                    class.count += 1;
                    if *value < class.lowest {
                        class.lowest = *value;
                    }
                    if *value > class.highest {
                        class.highest = *value;
                    }
                }
            }
        }
    }

    // Close up over classes that interpolation left empty.
    let mut renumbered = vec![0_u8; classes.len()];
    let mut next = 0;
    for (j, class) in classes.iter().enumerate() {
        renumbered[j] = next;
        next += u8::from(class.is_some());
    }
    let mut tones = [Tone::Missing; REGION_COUNT];
    for (place, tone) in tones.iter_mut().enumerate() {
        *tone = match (values[place], places[place]) {
            (None, _) => Tone::Missing,
            (Some(_), Some(j)) => Tone::Class(renumbered[j]),
            (Some(_), None) => Tone::Zero,
        };
    }
    Classes {
        classes: classes.into_iter().flatten().collect(),
        tones,
        zero,
        missing,
    }
}

/// The `j/k` quantile of sorted values by linear interpolation; `None` where there are no values.
fn percentile(sorted: &[f64], j: usize, k: usize) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    // Whole steps and the rest apart, so that j = k lands on the last value exactly.
    let (step, rest) = (last * j / k, (last * j) % k);
    let low = sorted.get(step)?;
    match sorted.get(step + 1) {
        Some(high) if rest > 0 => Some(low + (high - low) * rest as f64 / k as f64),
        _ => Some(*low),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[i64]) -> Values {
        let mut out = [None; REGION_COUNT];
        for (slot, value) in out.iter_mut().zip(values) {
            *slot = Some(Decimal::whole(*value));
        }
        out
    }

    #[track_caller]
    fn check(values: &[i64], k: usize, expected: &str) {
        let classes = quantiles(&row(values), k);
        let shown: Vec<String> = classes
            .classes
            .iter()
            .map(|c| format!("{}..{}:{}", c.lowest.full(), c.highest.full(), c.count))
            .collect();
        let shown = format!(
            "{} zero:{} missing:{}",
            shown.join(" "),
            classes.zero,
            classes.missing
        );
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_values_make_no_classes() {
        check(&[], 5, " zero:0 missing:17");
        check(&[0, 0], 5, " zero:2 missing:15");
    }

    #[test]
    fn equal_values_share_one_class() {
        check(&[7, 7, 7], 5, "7..7:3 zero:0 missing:14");
    }

    #[test]
    fn a_value_on_a_break_belongs_to_the_lower_class() {
        check(&[1, 2, 3], 2, "1..2:2 3..3:1 zero:0 missing:14");
    }

    #[test]
    fn zero_is_neither_missing_nor_a_class() {
        check(&[0, 1, 2], 2, "1..1:1 2..2:1 zero:1 missing:14");
    }

    #[test]
    fn the_survey_of_2022_falls_into_five() {
        // numpy.percentile(firms, [20, 40, 60, 80, 100]) = 9.8, 26.2, 33.2, 77.0, 358 (linear).
        let firms = [
            266, 13, 32, 15, 8, 87, 9, 4, 358, 85, 41, 34, 25, 28, 7, 45, 32,
        ];
        check(
            &firms,
            5,
            "4..9:4 13..25:3 28..32:3 34..45:3 85..358:4 zero:0 missing:0",
        );
    }

    #[test]
    fn classes_are_in_order_and_hold_every_region_once() {
        let firms = row(&[5, 5, 1, 9, 2, 2, 2, 8, 100, 3, 0, 7]);
        let classes = quantiles(&firms, 5);
        let held: usize = classes.classes.iter().map(|c| c.count).sum();
        assert_eq!(held + classes.zero + classes.missing, REGION_COUNT);
        for pair in classes.classes.windows(2) {
            assert!(pair[0].highest < pair[1].lowest);
        }
    }
}
