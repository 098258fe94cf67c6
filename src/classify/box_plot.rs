//! Classes of the box plot.

use super::quantile::quantile;

/// How many distances between the quartiles a fence lies outside of them.
const HINGE: f64 = 1.5;

/// Lower fence, quartiles, upper fence, and the largest value where it lies beyond.
pub(super) fn cut(sorted: &[f64]) -> Vec<f64> {
    let quartiles: Vec<f64> = (1..=3).filter_map(|j| quantile(sorted, j, 4)).collect();
    let &[low, middle, high] = quartiles.as_slice() else {
        return Vec::new();
    };
    let reach = HINGE * (high - low);
    let mut breaks = vec![low - reach, low, middle, high, high + reach];
    if let Some(&most) = sorted.last()
        && most > high + reach
    {
        breaks.push(most);
    }
    breaks
}
