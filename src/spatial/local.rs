//! Local Moran: which regions are like their neighbours, and which are not.

use super::chance::{Chance, pseudo_p};
use super::weights::Weights;

/// Local indicators of spatial association.
#[derive(Clone, PartialEq, Debug)]
pub struct Lisa {
    /// The regions with a value and a neighbour, in the order of their places.
    pub regions: Vec<LocalMoran>,
    /// The places of regions that have a value but no neighbour with one; they are left out.
    pub islands: Vec<usize>,
}

/// Local Moran's I of one region.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LocalMoran {
    /// The place in the list that was given.
    pub place: usize,
    /// `(n − 1) zᵢ Σⱼ wᵢⱼ zⱼ / Σ z²`: positive where the region is like its neighbours.
    pub i: f64,
    pub quadrant: Quadrant,
    /// The one-sided pseudo p value of random neighbours, the region itself held fast. As many such tests are
    /// made as there are regions: compare it with [`false_discovery`].
    pub p: f64,
}

/// A region and the mean of its neighbours, each above (high) or not above (low) the mean of all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Quadrant {
    HighAmongHigh,
    LowAmongHigh,
    LowAmongLow,
    HighAmongLow,
}

impl Quadrant {
    /// The two letters of the literature: the region, then its neighbours.
    pub fn letters(self) -> &'static str {
        match self {
            Quadrant::HighAmongHigh => "HH",
            Quadrant::LowAmongHigh => "LH",
            Quadrant::LowAmongLow => "LL",
            Quadrant::HighAmongLow => "HL",
        }
    }
}

/// Local Moran's I of one value a place over the neighbours of each.
///
/// L. Anselin (1995), "Local indicators of spatial association — LISA", *Geographical Analysis* 27. Left out
/// and `None` as in [`super::moran`].
pub fn lisa(
    neighbours: &[Vec<usize>],
    values: &[Option<f64>],
    permutations: usize,
) -> Option<Lisa> {
    let weights = Weights::of(neighbours, values)?;
    let z = &weights.deviations;
    let scale = (weights.count() as f64 - 1.0) / weights.squares;
    let mut chance = Chance::new();
    let regions = (0..weights.count()).map(|own| {
        let lag = weights.lag(own, z);
        let i = scale * z[own] * lag;
        let near = weights.neighbours[own].len();
        let mut others: Vec<f64> = z.clone();
        others.remove(own);
        let permuted: Vec<f64> = (0..permutations)
            .map(|_| {
                chance.draw(&mut others, near);
                scale * z[own] * others[..near].iter().sum::<f64>() / near as f64
            })
            .collect();
        LocalMoran {
            place: weights.places[own],
            i,
            quadrant: match (z[own] > 0.0, lag > 0.0) {
                (true, true) => Quadrant::HighAmongHigh,
                (false, true) => Quadrant::LowAmongHigh,
                (false, false) => Quadrant::LowAmongLow,
                (true, false) => Quadrant::HighAmongLow,
            },
            p: pseudo_p(i, &permuted),
        }
    });
    Some(Lisa {
        regions: regions.collect(),
        islands: weights.islands,
    })
}

/// The p value below which tests made at once may be called significant, so that of those that are a part
/// `alpha` at most is expected to be chance.
///
/// Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate", *Journal of the Royal
/// Statistical Society* B 57. Where none passes it is `alpha / n`, which no p value passes either.
pub fn false_discovery(p: &[f64], alpha: f64) -> f64 {
    let mut rising = p.to_vec();
    rising.sort_by(f64::total_cmp);
    let count = rising.len().max(1) as f64;
    rising
        .iter()
        .enumerate()
        .rev()
        .map(|(below, p)| (alpha * (below as f64 + 1.0) / count, p))
        .find(|(bound, p)| *p < bound)
        .map_or(alpha / count, |(bound, _)| bound)
}
