//! The inner loop of both relaxations: the cheapest way through two hubs.

/// A way from an origin through the candidates `first` and `last` to a destination.
#[derive(Clone, Copy)]
pub(crate) struct Pairing {
    pub(crate) cost: f64,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// The way of least `before[first] + between(first, last) + after[last]`, or `best` if none is cheaper.
///
/// `row(first, after)` is the least `between(first, last) + after[last]` over `last`. A `first` is skipped when
/// `before[first] + min after` is not below the best, which is most of the time.
pub(crate) fn cheapest(
    before: &[f64],
    after: &[f64],
    mut best: Pairing,
    row: impl Fn(usize, &[f64]) -> f64,
    between: impl Fn(usize, usize) -> f64,
) -> Pairing {
    let nearest = least(after.iter().copied());
    for (first, &start) in before.iter().enumerate() {
        if start + nearest >= best.cost {
            continue;
        }
        let rest = row(first, after);
        if start + rest < best.cost {
            // The very same sum again, so that equality finds it.
            let last = (0..after.len()).find(|&last| between(first, last) + after[last] == rest);
            best = Pairing {
                cost: start + rest,
                first,
                last: last.unwrap_or(best.last),
            };
        }
    }
    best
}

/// The least of `a + b`, entry by entry.
pub(crate) fn least_sum(a: &[f64], b: &[f64]) -> f64 {
    let (heads, tail) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest = heads
        .remainder()
        .iter()
        .zip(tail.remainder())
        .map(|(x, y)| x + y);
    let mut lanes = [f64::INFINITY; 4];
    for (x, y) in heads.zip(tail) {
        for lane in 0..4 {
            let sum = x[lane] + y[lane];
            lanes[lane] = if sum < lanes[lane] { sum } else { lanes[lane] };
        }
    }
    least(lanes.into_iter().chain(rest))
}

/// The least of `s * a + t * b + c`, entry by entry.
pub(crate) fn least_mixed_sum((s, a): (f64, &[f64]), (t, b): (f64, &[f64]), c: &[f64]) -> f64 {
    let (a4, b4, c4) = (a.chunks_exact(4), b.chunks_exact(4), c.chunks_exact(4));
    let rest = a4
        .remainder()
        .iter()
        .zip(b4.remainder())
        .zip(c4.remainder());
    let rest = rest.map(|((x, y), z)| s * x + t * y + z);
    let mut lanes = [f64::INFINITY; 4];
    for ((x, y), z) in a4.zip(b4).zip(c4) {
        for lane in 0..4 {
            let sum = s * x[lane] + t * y[lane] + z[lane];
            lanes[lane] = if sum < lanes[lane] { sum } else { lanes[lane] };
        }
    }
    least(lanes.into_iter().chain(rest))
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(
        f64::INFINITY,
        |least, value| if value < least { value } else { least },
    )
}
