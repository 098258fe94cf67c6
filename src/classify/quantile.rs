//! Classes of about the same number of values.

/// The quantiles `j/k` by linear interpolation between order statistics, equal ones merged.
pub(super) fn cut(sorted: &[f64], k: usize) -> Vec<f64> {
    let mut breaks: Vec<f64> = (1..=k).filter_map(|j| quantile(sorted, j, k)).collect();
    breaks.dedup();
    breaks
}

/// The `j/k` quantile of sorted values by linear interpolation (R's type 7, NumPy's default); `None` where
/// there are no values.
pub(super) fn quantile(sorted: &[f64], j: usize, k: usize) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    // Whole steps and the rest apart, so that j = k lands on the last value exactly.
    let (step, rest) = (last * j / k, (last * j) % k);
    let low = sorted.get(step)?;
    match sorted.get(step + 1) {
        Some(high) if rest > 0 => Some(low + (high - low) * rest as f64 / k as f64),
        _ => Some(*low),
    }
}
