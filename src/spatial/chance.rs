//! Chance that comes out the same on every run.

/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood (2014), "Fast splittable pseudorandom number generators",
/// OOPSLA. Ample for shuffling seventeen regions ten thousand times; not for secrets.
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The fixed start of every series of permutations.
    pub(super) fn new() -> Self {
        Chance { state: 2022 }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`, each as likely but for a part in 2⁶⁴ / `bound`.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// Puts a random choice of `count` items, in random order, at the head of the slice (Fisher and Yates).
    pub(super) fn draw<T>(&mut self, items: &mut [T], count: usize) {
        for at in 0..count.min(items.len()) {
            let other = at + self.below(items.len() - at);
            items.swap(at, other);
        }
    }
}

/// The pseudo p value `(r + 1) / (permutations + 1)`, where `r` permuted figures are at least as far out as
/// the observed one *on its side*: one-sided, as `esda`'s. Equal figures are as far out; `esda` loses some of
/// them to rounding.
pub(super) fn pseudo_p(observed: f64, permuted: &[f64]) -> f64 {
    // Sums of the same numbers in another order are the same figure.
    let not_below = |figure: &&f64| **figure >= observed - 1e-12;
    let above = permuted.iter().filter(not_below).count();
    let out = above.min(permuted.len() - above);
    (out as f64 + 1.0) / (permuted.len() as f64 + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The first numbers of the reference implementation for the seed 1234567.
        let mut chance = Chance { state: 1_234_567 };
        let numbers = [chance.next(), chance.next(), chance.next()];
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn every_order_of_three_is_as_likely() {
        let mut chance = Chance::new();
        let mut seen = std::collections::HashMap::new();
        for _ in 0..6_000 {
            let mut items = [0, 1, 2];
            chance.draw(&mut items, 3);
            *seen.entry(items).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 6);
        // Six standard deviations around 1000.
        assert!(
            seen.values().all(|count| (827..1173).contains(count)),
            "{seen:?}"
        );
    }
}
