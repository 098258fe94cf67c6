//! Theil's index: inequality that splits into parts.

/// Theil's T, and how much of it lies between groups and within them: `total = between + within`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Theil {
    /// `Σ s ln(n s)` over the shares `s` of `n` values: 0 where all are equal, `ln n` where one holds all.
    pub total: f64,
    pub between: f64,
    pub within: f64,
}

/// Theil's T of the values that are there, each in the group that `group` gives its place.
///
/// H. Theil (1967), *Economics and Information Theory*; a value of zero adds nothing, the limit of `s ln s`.
/// `None` without values, with a sum of zero, or with a negative value.
pub fn theil(values: &[Option<f64>], group: impl Fn(usize) -> usize) -> Option<Theil> {
    let known: Vec<(usize, f64)> = values
        .iter()
        .enumerate()
        .filter_map(|(place, value)| Some((group(place), (*value)?)))
        .collect();
    let sum: f64 = known.iter().map(|(_, value)| value).sum();
    if sum <= 0.0 || known.iter().any(|(_, value)| *value < 0.0) {
        return None;
    }
    let count = known.len() as f64;
    let term = |share: f64, of: f64| {
        if share > 0.0 {
            share * (share * of).ln()
        } else {
            0.0
        }
    };
    let total = known
        .iter()
        .map(|(_, value)| term(value / sum, count))
        .sum();

    let mut groups: Vec<usize> = known.iter().map(|(group, _)| *group).collect();
    groups.sort_unstable();
    groups.dedup();
    let between = groups
        .into_iter()
        .map(|group| {
            let members = known.iter().filter(|(of, _)| *of == group);
            let held: f64 = members.clone().map(|(_, value)| value).sum();
            term(held / sum, count / members.count() as f64)
        })
        .sum();
    Some(Theil {
        total,
        between,
        within: total - between,
    })
}
