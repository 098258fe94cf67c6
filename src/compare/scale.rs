//! A scale from zero that charts share, in integers.

use crate::number::Decimal;

/// From zero to a round number that no value exceeds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    pub end: Decimal,
}

impl Scale {
    /// The shortest scale that holds the values; `None` where none of them is above zero.
    pub fn of(values: impl Iterator<Item = Decimal>) -> Option<Scale> {
        /// Tenths of a power of ten that are easy to read.
        const STEPS: [i64; 8] = [10, 15, 20, 30, 40, 50, 60, 80];
        let largest = values.max().filter(|largest| largest.units > 0)?;
        let mut power = Decimal {
            units: 1,
            decimals: crate::number::MAX_DECIMALS,
        };
        loop {
            for step in STEPS {
                let end = Decimal {
                    units: power.units.checked_mul(step)?,
                    ..power
                };
                if end >= largest {
                    return Some(Scale { end });
                }
            }
            power = match power.decimals.checked_sub(1) {
                Some(decimals) => Decimal { decimals, ..power },
                None => Decimal {
                    units: power.units.checked_mul(10)?,
                    ..power
                },
            };
        }
    }

    /// How far along `length` a value lies, both in tenths of a unit; never outside.
    pub fn along(self, value: Decimal, length: i64) -> i64 {
        let scaled = |number: Decimal| {
            let shift = u32::from(crate::number::MAX_DECIMALS - number.decimals);
            i128::from(number.units) * 10_i128.pow(shift)
        };
        let share = Decimal::ratio(i128::from(length) * scaled(value), scaled(self.end), 0);
        share.map_or(0, |share| share.units.clamp(0, length))
    }

    /// The end as it is said: with as many digits as it needs.
    pub fn said(self) -> String {
        let full = self.end.full();
        let digits = full
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        self.end.grouped(digits as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[&str], end: &str) {
        let values = values.iter().map(|text| Decimal::parse(text).unwrap());
        let said = Scale::of(values).map_or("none".to_string(), Scale::said);
        assert_eq!(said, end);
    }

    #[test]
    fn a_scale_ends_at_the_next_round_number() {
        check(&["5.3", "0.4"], "6");
        check(&["636.9"], "800");
        check(&["0.033"], "0.04");
        check(&["1"], "1");
        check(&["25217123"], "30,000,000");
        check(&["9"], "10");
        check(&["0", "0"], "none");
        check(&[], "none");
    }

    #[test]
    fn lengths_are_proportional_and_stay_inside() {
        let scale = Scale {
            end: Decimal::whole(8),
        };
        let along = |text| scale.along(Decimal::parse(text).unwrap(), 400);
        assert_eq!(
            ["0", "2", "4.01", "8", "9", "-1"].map(along),
            [0, 100, 201, 400, 400, 0]
        );
    }
}
