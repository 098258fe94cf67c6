//! Natural breaks: classes whose values are near to each other.

use super::quantile;

/// The partition into `k` classes with the least sum of squared deviations from the class means.
///
/// Exact, by dynamic programming over the distinct values: W. D. Fisher (1958), "On grouping for maximum
/// homogeneity", *Journal of the American Statistical Association* 53; G. F. Jenks (1977), *Optimal Data
/// Classification for Choropleth Maps*. With fewer distinct values than `k` each is a class. Of partitions
/// that fit equally well the one whose upper classes reach further down wins, as in mapclassify.
pub(super) fn fisher(sorted: &[f64], k: usize) -> Vec<f64> {
    let runs = Runs::of(sorted);
    let n = runs.values.len();
    let k = k.min(n);
    // least[j][end]: the sum for the first `end` values in j + 1 classes; start[j][end]: where the last of
    // those classes starts.
    let mut least = vec![vec![f64::INFINITY; n + 1]; k];
    let mut start = vec![vec![0; n + 1]; k];
    for end in 1..=n {
        least[0][end] = runs.squares(0, end);
        for j in 1..k.min(end) {
            for from in (j..end).rev() {
                let sum = least[j - 1][from] + runs.squares(from, end);
                if sum <= least[j][end] {
                    least[j][end] = sum;
                    start[j][end] = from;
                }
            }
        }
    }
    let mut breaks = vec![0.0; k];
    let mut end = n;
    for (j, upper) in breaks.iter_mut().enumerate().rev() {
        *upper = runs.values[end - 1];
        end = start[j][end];
    }
    breaks
}

/// Distinct values, and running sums over all values up to each.
struct Runs {
    values: Vec<f64>,
    /// Number, sum and sum of squares of what lies before each value, and last of all.
    before: Vec<[f64; 3]>,
}

impl Runs {
    fn of(sorted: &[f64]) -> Self {
        // Measured from the middle value: squares of large numbers would swallow small differences.
        let origin = sorted[sorted.len() / 2];
        let mut runs = Runs {
            values: Vec::new(),
            before: vec![[0.0; 3]],
        };
        let mut sums = [0.0; 3];
        for (at, &value) in sorted.iter().enumerate() {
            let distance = value - origin;
            sums = [
                sums[0] + 1.0,
                sums[1] + distance,
                sums[2] + distance * distance,
            ];
            if sorted.get(at + 1).is_none_or(|next| *next > value) {
                runs.values.push(value);
                runs.before.push(sums);
            }
        }
        runs
    }

    /// Σ (v − mean)² over the distinct values `from..end`.
    fn squares(&self, from: usize, end: usize) -> f64 {
        let ([n0, s0, q0], [n1, s1, q1]) = (self.before[from], self.before[end]);
        let sum = s1 - s0;
        q1 - q0 - sum * sum / (n1 - n0)
    }
}

/// Classes that start as quantiles and are moved until every value lies nearest to the median of its class.
///
/// G. F. Jenks and F. C. Caspall (1971), "Error on choroplethic maps: definition, measurement, reduction",
/// *Annals of the Association of American Geographers* 61, as mapclassify has it; there is no chance in it. A
/// value as near to two medians goes to the lower class. A class that is left empty is dropped; mapclassify
/// carries it on as "not a number".
pub(super) fn caspall(sorted: &[f64], k: usize) -> Vec<f64> {
    let mut breaks = quantile::cut(sorted, k);
    // Each round lowers the sum of deviations, so it ends by itself; the bound is for rounding.
    for _ in 0..ROUNDS {
        let medians = medians(sorted, &breaks);
        let mut moved = Vec::new();
        let mut own = 0;
        for (at, &value) in sorted.iter().enumerate() {
            let nearer = |class: usize| {
                medians
                    .get(class + 1)
                    .is_some_and(|next: &f64| (next - value).abs() < (medians[class] - value).abs())
            };
            if nearer(own) {
                // A median is itself a value or lies between two, so no class is passed over twice.
                if at > 0 {
                    moved.push(sorted[at - 1]);
                }
                while nearer(own) {
                    own += 1;
                }
            }
        }
        moved.extend(sorted.last());
        if moved == breaks {
            break;
        }
        breaks = moved;
    }
    breaks
}

const ROUNDS: usize = 100;

/// The median of each class that is not empty.
fn medians(sorted: &[f64], breaks: &[f64]) -> Vec<f64> {
    let mut rest = sorted;
    let mut medians = Vec::new();
    for upper in breaks {
        let end = rest.iter().position(|value| value > upper);
        let (class, above) = rest.split_at(end.unwrap_or(rest.len()));
        rest = above;
        medians.extend(quantile::quantile(class, 1, 2));
    }
    medians
}
