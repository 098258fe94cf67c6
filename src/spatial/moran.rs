//! Moran's I: whether near regions are alike.

use super::chance::{Chance, pseudo_p};
use super::weights::Weights;

/// Global Moran's I.
#[derive(Clone, PartialEq, Debug)]
pub struct Moran {
    /// `Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ / Σᵢ zᵢ²` with weights that sum to one in every row: about −1 where neighbours are
    /// unlike, 1 where they are alike.
    pub i: f64,
    /// What it is on average where nothing but chance is at work, `−1 / (n − 1)`.
    pub expected: f64,
    /// The one-sided pseudo p value of `permutations` random orders of the values.
    pub p: f64,
    /// How many regions it is of.
    pub count: usize,
    /// The places of regions that have a value but no neighbour with one; they are left out.
    pub islands: Vec<usize>,
}

/// Global Moran's I of one value a place over the neighbours of each, as [`crate::geometry::neighbours`] has
/// them.
///
/// P. A. P. Moran (1950), "Notes on continuous stochastic phenomena", *Biometrika* 37; A. D. Cliff and
/// J. K. Ord (1981), *Spatial Processes*. Places without a value and islands are left out. `None` with fewer
/// than three places left, or where all of them have the same value.
pub fn moran(
    neighbours: &[Vec<usize>],
    values: &[Option<f64>],
    permutations: usize,
) -> Option<Moran> {
    let weights = Weights::of(neighbours, values)?;
    let count = weights.count();
    let figure = |values: &[f64]| {
        let products = values.iter().enumerate();
        products
            .map(|(at, z)| z * weights.lag(at, values))
            .sum::<f64>()
            / weights.squares
    };
    let i = figure(&weights.deviations);
    let mut chance = Chance::new();
    let mut shuffled = weights.deviations.clone();
    let permuted: Vec<f64> = (0..permutations)
        .map(|_| {
            chance.draw(&mut shuffled, count);
            figure(&shuffled)
        })
        .collect();
    Some(Moran {
        i,
        expected: -1.0 / (count as f64 - 1.0),
        p: pseudo_p(i, &permuted),
        count,
        islands: weights.islands,
    })
}
