//! Whether the values on the map lie near their like: one global figure, and the regions that stand out.

use crate::measure::Values;
use crate::spatial::{LocalMoran, Moran, PERMUTATIONS, false_discovery, lisa, moran};

/// The part of the regions said to stand out that may be chance.
const FALSE_DISCOVERIES: f64 = 0.05;

/// Global and local Moran's I of one view of the 17 regions.
#[derive(Clone, Debug)]
pub struct Nearness {
    pub moran: Moran,
    /// The regions whose local figure is hard to put down to chance, at a false discovery rate of 5 %.
    pub standing_out: Vec<LocalMoran>,
}

impl Nearness {
    /// `None` where too few regions have a value, or all have the same.
    ///
    /// `neighbours` are places by place, as [`crate::geometry::neighbours`] has them.
    pub fn of(neighbours: &[Vec<usize>], values: &Values) -> Option<Nearness> {
        let values = values.map(|value| value.map(crate::number::Decimal::to_f64));
        let global = moran(neighbours, &values, PERMUTATIONS)?;
        let local = lisa(neighbours, &values, PERMUTATIONS)?.regions;
        let p: Vec<f64> = local.iter().map(|region| region.p).collect();
        let bound = false_discovery(&p, FALSE_DISCOVERIES);
        Some(Nearness {
            moran: global,
            standing_out: local
                .into_iter()
                .filter(|region| region.p < bound)
                .collect(),
        })
    }

    /// Whether the global figure is hard to put down to chance: below 5 % on one side.
    pub fn is_beyond_chance(&self) -> bool {
        self.moran.p < 0.05
    }
}
