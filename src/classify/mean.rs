//! Classes around the mean: head/tail breaks, and standard deviations.

/// The mean, the mean of the values above it, and so on up to the largest value.
///
/// B. Jiang (2013), "Head/tail breaks: a new classification scheme for data with a heavy-tailed
/// distribution", *The Professional Geographer* 65 (3). Like mapclassify, without Jiang's condition that the
/// head be the smaller part.
pub(super) fn head_tail(sorted: &[f64]) -> Vec<f64> {
    let mut breaks = Vec::new();
    let mut head = sorted;
    while let [least, .., most] = head
        && least < most
    {
        let mean = mean(head);
        breaks.push(mean);
        let above = head.iter().position(|value| *value > mean);
        head = &head[above.unwrap_or(head.len() - 1)..];
    }
    breaks.extend(head.last());
    breaks
}

/// Mean − 2 s, − s, + s, + 2 s with the sample's standard deviation `s`, and the largest value where it lies
/// beyond.
pub(super) fn deviations(sorted: &[f64]) -> Vec<f64> {
    let mean = mean(sorted);
    let squares: f64 = sorted.iter().map(|v| (v - mean) * (v - mean)).sum();
    let deviation = (squares / (sorted.len() as f64 - 1.0)).sqrt();
    let mut breaks: Vec<f64> = [-2.0, -1.0, 1.0, 2.0]
        .map(|times| mean + deviation * times)
        .into();
    if let Some(&most) = sorted.last()
        && most > mean + deviation * 2.0
    {
        breaks.push(most);
    }
    breaks
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
