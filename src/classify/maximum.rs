//! Classes parted by the widest gaps.

use crate::rank::insertion_sort;

/// The middles of the `k − 1` widest gaps between neighbouring values, and the largest value.
///
/// Of gaps of the same width the upper one comes first; mapclassify leaves that choice to its sort. There is
/// no gap between equal values, so there may be fewer classes.
pub(super) fn cut(sorted: &[f64], k: usize) -> Vec<f64> {
    let mut gaps: Vec<&[f64]> = sorted
        .windows(2)
        .rev()
        .filter(|pair| pair[0] < pair[1])
        .collect();
    insertion_sort(&mut gaps, |a, b| a[1] - a[0] > b[1] - b[0]);
    let mut breaks: Vec<f64> = gaps
        .iter()
        .take(k.saturating_sub(1))
        .map(|pair| (pair[0] + pair[1]) / 2.0)
        .chain(sorted.last().copied())
        .collect();
    insertion_sort(&mut breaks, |a, b| a < b);
    breaks
}
