//! Classes with round bounds.

use super::power_of_ten;

/// Multiples of a round step that cover the values; the number of classes is about `k`.
///
/// The step is `(most − least) / (k − 1)`, with the range rounded up and the quotient rounded, to 1, 2 or 5
/// times a power of ten, as in mapclassify's `PrettyBreaks` (after R's `pretty`).
pub(super) fn cut(least: f64, most: f64, k: usize) -> Vec<f64> {
    let parts = k.saturating_sub(1).max(1) as f64;
    let range = Round::over(most - least);
    let step = Round::near(range.times(1.0) / parts);
    let first = step.parts_of(least).floor();
    let last = step.parts_of(most).ceil();
    let mut breaks = Vec::new();
    let mut at = first + 1.0;
    while at <= last {
        breaks.push(step.times(at));
        at += 1.0;
    }
    breaks
}

/// 1, 2, 5 or 10 times a power of ten.
struct Round {
    leading: f64,
    /// `10^|exponent|`, to multiply with or, for digits behind the point, to divide by: both are exact or
    /// rounded once, where a power like 0.1 would be off before it is used.
    power: f64,
    divides: bool,
}

impl Round {
    /// The least that is not below `x`.
    fn over(x: f64) -> Self {
        Round::of(x, |f| [1.0, 2.0, 5.0].into_iter().find(|&to| f <= to))
    }

    /// The nearest to `x`, roughly.
    fn near(x: f64) -> Self {
        let bounds = [(1.5, 1.0), (3.0, 2.0), (7.0, 5.0)];
        Round::of(x, |f| {
            let found = bounds.into_iter().find(|&(below, _)| f < below);
            found.map(|(_, to)| to)
        })
    }

    /// `x` is more than zero.
    fn of(x: f64, leading: impl Fn(f64) -> Option<f64>) -> Self {
        let mut exponent = 0;
        while x >= power_of_ten(exponent + 1) && exponent < LARGEST {
            exponent += 1;
        }
        let (power, divides) = if exponent > 0 || x >= 1.0 {
            (power_of_ten(exponent), false)
        } else {
            while x * power_of_ten(exponent) < 1.0 && exponent < LARGEST {
                exponent += 1;
            }
            (power_of_ten(exponent), true)
        };
        let fraction = if divides { x * power } else { x / power };
        Round {
            leading: leading(fraction).unwrap_or(10.0),
            power,
            divides,
        }
    }

    fn times(&self, count: f64) -> f64 {
        if self.divides {
            count * self.leading / self.power
        } else {
            count * self.leading * self.power
        }
    }

    /// How many of it go into `x`.
    fn parts_of(&self, x: f64) -> f64 {
        if self.divides {
            x * self.power / self.leading
        } else {
            x / (self.leading * self.power)
        }
    }
}

/// The largest power of ten that is exact.
const LARGEST: u8 = 22;
