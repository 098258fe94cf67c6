//! How well classes describe the values in them.

use super::{Classes, Scale, Tone, power_of_ten};
use crate::measure::Values;
use crate::number::Decimal;
use crate::rank::insertion_sort;

/// Goodness of fit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fit {
    /// Goodness of variance fit, `1 − Σ (v − class mean)² / Σ (v − mean)²`: 1 where every class is of one
    /// value. `None` where all values are equal: there is no variance to fit.
    pub gvf: Option<f64>,
    /// Absolute deviations around the class medians, summed; in the unit of the values, 0 at best.
    pub adcm: f64,
}

/// The fit of numbers with the class of each.
pub fn fit(values: &[f64], classes: &[usize]) -> Fit {
    let (mut within, mut adcm) = (0.0, 0.0);
    let count = classes.iter().max().map_or(0, |most| most + 1);
    for class in 0..count {
        let members = values.iter().zip(classes);
        let mut members: Vec<f64> = members
            .filter(|(_, of)| **of == class)
            .map(|(value, _)| *value)
            .collect();
        insertion_sort(&mut members, |a, b| a < b);
        if let Some(median) = super::quantile::quantile(&members, 1, 2) {
            adcm += members.iter().map(|v| (v - median).abs()).sum::<f64>();
        }
        within += squares(&members);
    }
    let all = squares(values);
    Fit {
        gvf: (all > 0.0).then(|| 1.0 - within / all),
        adcm,
    }
}

/// Σ (v − mean)².
fn squares(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|v| (v - mean) * (v - mean)).sum()
}

/// [`Fit`] for printing.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct DecimalFit {
    /// To four digits.
    pub gvf: Option<Decimal>,
    /// Exact; `None` beyond the range of [`Decimal`].
    pub adcm: Option<Decimal>,
}

impl Classes {
    /// The fit of these classes to the values they were made of; missing values, and zeros that stand apart,
    /// are in no class.
    pub fn fit(&self, values: &Values) -> DecimalFit {
        let scale = Scale::of(values.iter().flatten().copied());
        let (mut numbers, mut classes) = (Vec::new(), Vec::new());
        for (value, tone) in values.iter().zip(self.tones) {
            if let (Some(value), Tone::Shade(j) | Tone::Diverging(j)) = (value, tone) {
                numbers.push(scale.up(*value));
                classes.push(usize::from(j));
            }
        }
        let fit = fit(&numbers, &classes);
        // A median may lie between two values, so deviations are whole numbers of halves.
        let halves = (fit.adcm * 2.0) as i128;
        let whole = 2 * power_of_ten(scale.decimals) as i128;
        DecimalFit {
            gvf: fit.gvf.map(|gvf| Decimal {
                units: (gvf * 10_000.0 + 0.5) as i64,
                decimals: 4,
            }),
            adcm: Decimal::ratio(
                halves,
                whole,
                (scale.decimals + 1).min(crate::number::MAX_DECIMALS),
            ),
        }
    }
}
