//! Whether near regions are alike, and how much of a division lies between groups of regions.
//!
//! [`moran`] answers for the whole map, [`lisa`] for each region; both judge chance by permutation. [`theil`]
//! knows no map, but splits inequality into parts that add up. With 17 regions, 16 of them with a neighbour,
//! all of these say little: a reader must see the number of regions and the p value with every one.
//!
//! Native only. `tests/spatial.rs` holds every figure against PySAL's `esda` and `inequality`.

mod chance;
mod local;
mod moran;
mod theil;
mod weights;

pub use local::{Lisa, LocalMoran, Quadrant, false_discovery, lisa};
pub use moran::{Moran, moran};
pub use theil::{Theil, theil};

/// How many permutations make a p value of three digits.
pub const PERMUTATIONS: usize = 9_999;
