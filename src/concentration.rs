//! How unevenly a count lies over the regions: shares of the largest, Herfindahl–Hirschman, Gini, Lorenz.
//!
//! Every function takes one value a region (`None` is missing, never zero) and works on the regions that
//! have one. Arithmetic is on integers, so the server and the browser print the same digits; only
//! [`lorenz`], which is drawn and never printed, answers in floating point.
//!
//! An answer is `None` where the figure does not exist: no values, a sum of zero, a negative value (these
//! are measures of how a *quantity* is divided), or products beyond 128 bits.

use crate::number::Decimal;
use crate::region::{REGION_COUNT, REGIONS};

/// Digits kept behind the point of every answer.
const KEPT: u8 = 6;

/// The capital region's percentage of the sum: `100 · (Seoul + Incheon + Gyeonggi) / Σ x`.
///
/// A capital region without a value would understate the share, so all three must be there.
pub fn capital_share(values: &[Option<Decimal>; REGION_COUNT]) -> Option<Decimal> {
    let capital = |place: &usize| REGIONS[*place].capital;
    if (0..REGION_COUNT)
        .filter(capital)
        .any(|place| values[place].is_none())
    {
        return None;
    }
    // Scaled together: values may hold different numbers of digits.
    let all = Division::of(values)?;
    let scaled = |value: Decimal| scaled(value, all.decimals);
    let held: i128 = (0..REGION_COUNT)
        .filter(capital)
        .filter_map(|p| values[p])
        .map(scaled)
        .sum();
    percent(held, all.total)
}

/// The concentration ratio CRₙ: the percentage of the sum that the `n` largest hold.
///
/// CR3 beside [`capital_share`] says whether the capital region *is* the top three. With fewer than `n`
/// values it is 100.
pub fn concentration_ratio(values: &[Option<Decimal>], n: usize) -> Option<Decimal> {
    let division = Division::of(values)?;
    percent(
        division.ascending.iter().rev().take(n).sum(),
        division.total,
    )
}

/// The Herfindahl–Hirschman index on percentage shares: `Σ (100 · xᵢ / Σ x)²`, from `10 000 / n` (all
/// equal) to 10 000 (one holds everything).
///
/// O. C. Herfindahl (1950), *Concentration in the Steel Industry*; A. O. Hirschman (1945), *National Power
/// and the Structure of Foreign Trade*; the 10 000 scale is that of competition authorities.
pub fn herfindahl(values: &[Option<Decimal>]) -> Option<Decimal> {
    let division = Division::of(values)?;
    let mut squares = 0_i128;
    for &value in &division.ascending {
        squares = squares.checked_add(value.checked_mul(value)?)?;
    }
    let total_squared = division.total.checked_mul(division.total)?;
    Decimal::ratio(squares.checked_mul(10_000)?, total_squared, KEPT)
}

/// The Gini coefficient of the regions as a whole population, from 0 (all equal) to `(n − 1) / n` (one
/// holds everything).
///
/// Half the relative mean absolute difference, `G = Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n Σ x)`, computed from the values
/// in ascending order as `G = Σᵢ (2i − n − 1) x₍ᵢ₎ / (n Σ x)`. No small-sample factor `n / (n − 1)`: the
/// regions are all there are, not a sample. C. Gini (1912), *Variabilità e mutabilità*; A. Sen (1973), *On
/// Economic Inequality*, ch. 2.
pub fn gini(values: &[Option<Decimal>]) -> Option<Decimal> {
    let division = Division::of(values)?;
    let n = division.ascending.len() as i128;
    let mut weighted = 0_i128;
    for (rank, value) in (1..).zip(&division.ascending) {
        weighted = weighted.checked_add(value.checked_mul(2 * rank - n - 1)?)?;
    }
    Decimal::ratio(weighted, division.total.checked_mul(n)?, KEPT)
}

/// How many times the smallest value the largest is; `None` when the smallest is zero.
pub fn largest_to_smallest(values: &[Option<Decimal>]) -> Option<Decimal> {
    let division = Division::of(values)?;
    Decimal::ratio(
        *division.ascending.last()?,
        *division.ascending.first()?,
        KEPT,
    )
}

/// How many regions lie outside the capital region, when each of them has less than every capital region:
/// then, and only then, one point of the Lorenz curve parts the two.
pub fn outside_capital_count(values: &[Option<Decimal>; REGION_COUNT]) -> Option<usize> {
    let of = |capital: bool| {
        (0..REGION_COUNT)
            .filter(move |&p| REGIONS[p].capital == capital)
            .filter_map(|p| values[p])
    };
    let parted = of(false).all(|outside| of(true).all(|inside| outside < inside));
    let count = of(false).count();
    (parted && count > 0 && of(true).count() > 0).then_some(count)
}

/// The Lorenz curve: `(i / n, x₍₁₎ + … + x₍ᵢ₎ / Σ x)` for the values in ascending order, from (0, 0) to
/// (1, 1); empty where the division does not exist.
///
/// M. O. Lorenz (1905), "Methods of Measuring the Concentration of Wealth", *Publications of the American
/// Statistical Association* 9 (70).
pub fn lorenz(values: &[Option<Decimal>]) -> Vec<(f64, f64)> {
    let Some(division) = Division::of(values) else {
        return Vec::new();
    };
    let (n, total) = (division.ascending.len() as f64, division.total as f64);
    let mut points = vec![(0.0, 0.0)];
    let mut held = 0_i128;
    for (rank, value) in (1..).zip(&division.ascending) {
        held += value;
        points.push((f64::from(rank) / n, held as f64 / total));
    }
    points
}

/// A quantity divided over regions, as integers of one scale.
struct Division {
    /// Not empty, not negative, smallest first.
    ascending: Vec<i128>,
    /// Their sum; more than zero.
    total: i128,
    /// The scale: each integer is the value times `10^decimals`.
    decimals: u8,
}

impl Division {
    fn of(values: &[Option<Decimal>]) -> Option<Self> {
        let decimals = values.iter().flatten().map(|value| value.decimals).max()?;
        let mut ascending: Vec<i128> = values
            .iter()
            .flatten()
            .map(|&value| scaled(value, decimals))
            .collect();
        ascending.sort_unstable();
        let total = ascending.iter().sum();
        let divisible = *ascending.first()? >= 0 && total > 0;
        divisible.then_some(Division {
            ascending,
            total,
            decimals,
        })
    }
}

/// `value · 10^decimals`, exact because no value holds more digits; 64 bits times 10⁹ fits in 128.
fn scaled(value: Decimal, decimals: u8) -> i128 {
    i128::from(value.units) * 10_i128.pow(u32::from(decimals - value.decimals))
}

fn percent(part: i128, whole: i128) -> Option<Decimal> {
    Decimal::ratio(part.checked_mul(100)?, whole, KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 바이오 기업 2022 by main site, in region order: the survey of the Korea Biotechnology Industry
    /// Organization.
    const FIRMS: [i64; REGION_COUNT] = [
        266, 13, 32, 15, 8, 87, 9, 4, 358, 85, 41, 34, 25, 28, 7, 45, 32,
    ];

    fn wholes(values: &[i64]) -> Vec<Option<Decimal>> {
        values
            .iter()
            .map(|&value| Some(Decimal::whole(value)))
            .collect()
    }

    fn firms() -> [Option<Decimal>; REGION_COUNT] {
        FIRMS.map(|count| Some(Decimal::whole(count)))
    }

    /// The four summary figures, each rounded to four digits; a dash where it does not exist.
    #[track_caller]
    fn check(values: &[Option<Decimal>], cr3: &str, hhi: &str, gini: &str, ratio: &str) {
        let show = |figure: Option<Decimal>| figure.map_or("–".into(), |f| f.rounded(4).full());
        let figures = [
            concentration_ratio(values, 3),
            herfindahl(values),
            super::gini(values),
            largest_to_smallest(values),
        ];
        assert_eq!(
            figures.map(show),
            [cr3, hhi, gini, ratio],
            "CR3, HHI, Gini, max/min"
        );
    }

    #[test]
    fn an_even_division_has_no_concentration() {
        check(&wholes(&[5, 5, 5, 5]), "75", "2500", "0", "1");
        check(&wholes(&[1]), "100", "10000", "0", "1");
    }

    #[test]
    fn one_that_holds_everything_reaches_the_upper_bound() {
        // (n − 1) / n for n = 5.
        check(&wholes(&[0, 0, 0, 0, 9]), "100", "10000", "0.8", "–");
    }

    #[test]
    fn hand_computed_divisions() {
        // Mean difference of 1, 2, 3, 4: Σ|xᵢ−xⱼ| = 20, so G = 20 / (2 · 4 · 10).
        check(&wholes(&[3, 1, 4, 2]), "90", "3000", "0.25", "4");
        // 1 and 3: shares 25 and 75, 625 + 5625; Σ|xᵢ−xⱼ| = 4, so G = 4 / (2 · 2 · 4).
        check(&wholes(&[1, 3]), "100", "6250", "0.25", "3");
    }

    #[test]
    fn figures_that_do_not_exist_are_none() {
        check(&[], "–", "–", "–", "–");
        check(&[None, None], "–", "–", "–", "–");
        check(&wholes(&[0, 0]), "–", "–", "–", "–");
        check(&wholes(&[-1, 3]), "–", "–", "–", "–");
    }

    #[test]
    fn missing_is_not_zero() {
        let mut values = wholes(&[1, 3]);
        values.push(None);
        check(&values, "100", "6250", "0.25", "3");
    }

    #[test]
    fn values_of_different_scale_are_one_quantity() {
        let values = [
            Some(Decimal {
                units: 10,
                decimals: 1,
            }),
            Some(Decimal::whole(3)),
        ];
        check(&values, "100", "6250", "0.25", "3");
    }

    #[test]
    fn the_gini_coefficient_equals_its_definition_by_differences() {
        let n = FIRMS.len() as i128;
        let mut differences = 0_i128;
        for a in FIRMS {
            for b in FIRMS {
                differences += i128::from((a - b).abs());
            }
        }
        let total: i64 = FIRMS.iter().sum();
        let definition = Decimal::ratio(differences, 2 * n * i128::from(total), KEPT);
        assert_eq!(gini(&firms()), definition);
    }

    #[test]
    fn the_capital_region_is_three_of_the_seventeen() {
        // (266 + 15 + 358) / 1089
        assert_eq!(
            capital_share(&firms()).map(|s| s.grouped(2)),
            Some("58.68".into())
        );
        // (358 + 266 + 87) / 1089: Daejeon, not Incheon, is third.
        assert_eq!(
            concentration_ratio(&firms(), 3).map(|s| s.grouped(2)),
            Some("65.29".into())
        );
    }

    #[test]
    fn a_capital_share_needs_all_three_capital_regions() {
        let mut values = firms();
        values[1] = None;
        assert!(capital_share(&values).is_some());
        values[3] = None;
        assert_eq!(capital_share(&values), None);
    }

    #[test]
    fn the_curve_is_parted_only_where_the_capital_leads_everywhere() {
        assert_eq!(
            outside_capital_count(&firms()),
            None,
            "Incheon has fewer than Daejeon"
        );
        let mut values = firms();
        values[3] = Some(Decimal::whole(88));
        assert_eq!(outside_capital_count(&values), Some(14));
        values[1] = None;
        assert_eq!(outside_capital_count(&values), Some(13));
        assert_eq!(outside_capital_count(&[None; REGION_COUNT]), None);
    }

    #[test]
    fn the_lorenz_curve_runs_from_nothing_to_everything() {
        assert_eq!(
            lorenz(&wholes(&[3, 1])),
            [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]
        );
        assert_eq!(
            lorenz(&wholes(&[0, 2])),
            [(0.0, 0.0), (0.5, 0.0), (1.0, 1.0)]
        );
        assert_eq!(lorenz(&[]), []);
        assert_eq!(lorenz(&wholes(&[0])), []);
    }

    #[test]
    fn twice_the_area_above_the_lorenz_curve_is_the_gini_coefficient() {
        let curve = lorenz(&firms());
        let under: f64 = curve
            .windows(2)
            .map(|w| (w[1].0 - w[0].0) * (w[0].1 + w[1].1) / 2.0)
            .sum();
        let gini = gini(&firms()).map(Decimal::to_f64).unwrap_or_default();
        assert!(
            (1.0 - 2.0 * under - gini).abs() < 1e-6,
            "{under} against {gini}"
        );
    }
}
