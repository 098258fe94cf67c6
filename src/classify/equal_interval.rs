//! Classes of the same width.

/// `least + (most − least) · j / k`, the last of them `most` itself.
///
/// One division only, so that a break that is a whole number comes out as one.
pub(super) fn cut(least: f64, most: f64, k: usize) -> Vec<f64> {
    let steps = k as f64;
    (1..=k)
        .map(|j| match j as f64 {
            j if j == steps => most,
            j => (least * (steps - j) + most * j) / steps,
        })
        .collect()
}
