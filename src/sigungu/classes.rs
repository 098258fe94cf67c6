//! Five classes over any number of places.

use crate::classify::{self, CLASS_COUNT, Class, Scheme, Tone};
use crate::number::Decimal;

/// The places sorted into quantiles.
#[derive(Clone, PartialEq, Debug)]
pub struct Classes {
    /// From the lowest; never empty ones.
    pub classes: Vec<Class>,
    /// By place.
    pub tones: Vec<Tone>,
    pub zero: usize,
    pub missing: usize,
}

impl Classes {
    /// `cut` are the values that decide where classes end (each published figure once), `values` those of
    /// the places, which are drawn and counted.
    pub fn quantiles(cut: &[Decimal], values: &[Option<Decimal>]) -> Classes {
        let known: Vec<f64> = cut
            .iter()
            .filter(|value| value.units != 0)
            .map(|value| value.to_f64())
            .collect();
        let breaks = classify::breaks(&known, Scheme::Quantiles, CLASS_COUNT);
        let place = |value: Decimal| classify::class_of(value.to_f64(), &breaks);
        let held = |class: usize| {
            let known = values.iter().flatten().filter(|value| value.units != 0);
            known.copied().filter(move |value| place(*value) == class)
        };
        let filled = (0..breaks.len()).filter_map(|class| {
            let (lowest, highest) = (held(class).min()?, held(class).max()?);
            Some((class, lowest, highest, held(class).count()))
        });
        let filled: Vec<_> = filled.collect();
        let of = filled.len();
        let classes: Vec<Class> = filled
            .into_iter()
            .enumerate()
            .map(|(tone, (place, lowest, highest, count))| Class {
                lowest,
                highest,
                count,
                tone: Tone::of_class(tone, of),
                place,
            })
            .collect();
        let tone = |value: &Option<Decimal>| match value {
            None => Tone::Missing,
            Some(value) if value.units == 0 => Tone::Zero,
            Some(value) => {
                let class = classes.iter().find(|class| class.place == place(*value));
                class.map_or(Tone::Missing, |class| class.tone)
            }
        };
        let tones: Vec<Tone> = values.iter().map(tone).collect();
        let count = |tone: Tone| tones.iter().filter(|other| **other == tone).count();
        Classes {
            zero: count(Tone::Zero),
            missing: count(Tone::Missing),
            tones,
            classes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[Option<i64>], expected: &str) {
        let values: Vec<_> = values.iter().map(|v| v.map(Decimal::whole)).collect();
        let cut: Vec<_> = values.iter().copied().flatten().collect();
        let found = Classes::quantiles(&cut, &values);
        let shown: Vec<_> = found
            .classes
            .iter()
            .map(|c| format!("{}..{}:{}", c.lowest.full(), c.highest.full(), c.count))
            .collect();
        let shown = format!(
            "{} zero:{} missing:{}",
            shown.join(" "),
            found.zero,
            found.missing
        );
        assert_eq!(shown, expected);
    }

    #[test]
    fn every_place_is_in_one_class_or_zero_or_missing() {
        check(&[], " zero:0 missing:0");
        check(&[None, Some(0)], " zero:1 missing:1");
        let ten: Vec<_> = (1..=10).map(Some).collect();
        check(&ten, "1..2:2 3..4:2 5..6:2 7..8:2 9..10:2 zero:0 missing:0");
        check(&[Some(7), Some(7), None], "7..7:2 zero:0 missing:1");
    }
}
