//! How alike two orders of the same places are.

use crate::number::Decimal;

/// Spearman's rank correlation over the places that have both values, from −1 to 1, to four digits.
///
/// Equal values share the mean of their ranks, and ρ is Pearson's correlation of those (C. Spearman 1904;
/// M. G. Kendall 1948, *Rank Correlation Methods*, for ties). `None` with fewer than three places, or where
/// one side is of one value.
pub fn spearman(a: &[Option<Decimal>], b: &[Option<Decimal>]) -> Option<Decimal> {
    let pairs: Vec<(Decimal, Decimal)> = a
        .iter()
        .zip(b)
        .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
        .collect();
    let n = pairs.len() as i64;
    if n < 3 {
        return None;
    }
    // Twice a mean rank, less its mean: a whole number.
    let centred = |own: Decimal, of: fn(&(Decimal, Decimal)) -> Decimal| {
        let below = pairs.iter().filter(|pair| of(pair) < own).count() as i64;
        let same = pairs.iter().filter(|pair| of(pair) == own).count() as i64;
        2 * below + same + 1 - (n + 1)
    };
    let (mut product, mut squares_a, mut squares_b) = (0, 0, 0);
    for &(a, b) in &pairs {
        let (a, b) = (centred(a, |pair| pair.0), centred(b, |pair| pair.1));
        product += a * b;
        squares_a += a * a;
        squares_b += b * b;
    }
    if squares_a == 0 || squares_b == 0 {
        return None;
    }
    let scaled = product as f64 / (squares_a as f64 * squares_b as f64).sqrt() * 10_000.0;
    Some(Decimal {
        units: (scaled + 0.5).floor() as i64,
        decimals: 4,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Values;
    use crate::region::REGION_COUNT;

    fn row(values: &[i64]) -> Values {
        let mut out = [None; REGION_COUNT];
        for (slot, value) in out.iter_mut().zip(values) {
            *slot = Some(Decimal::whole(*value));
        }
        out
    }

    #[track_caller]
    fn check(a: &[i64], b: &[i64], expected: Option<&str>) {
        let found = spearman(&row(a), &row(b)).map(Decimal::full);
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn orders_agree_or_oppose() {
        check(&[1, 2, 3, 4], &[10, 20, 35, 900], Some("1"));
        check(&[1, 2, 3, 4], &[9, 8, 7, 1], Some("-1"));
    }

    #[test]
    fn hand_computed_orders() {
        // No ties: 1 − 6 Σ d² / (n (n² − 1)) with d = 1, −1, 1, −1, 0.
        check(&[1, 2, 3, 4, 5], &[2, 1, 4, 3, 5], Some("0.8"));
        // IQ and hours of television of ten people, the example of Wikipedia's article: −29/165.
        check(
            &[106, 86, 100, 101, 99, 103, 97, 113, 112, 110],
            &[7, 0, 27, 50, 28, 29, 20, 12, 6, 17],
            Some("-0.1758"),
        );
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
        check(&[1, 5, 5, 9], &[1, 2, 3, 4], Some("0.9487"));
    }

    #[test]
    fn some_orders_cannot_be_compared() {
        check(&[1, 2], &[1, 2], None);
        check(&[3, 3, 3], &[1, 2, 3], None);
        check(&[1, 2, 3, 4], &[1, 2], None);
    }
}
