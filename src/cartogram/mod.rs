//! Other layouts of the same regions: tiles of one size, and circles as large as the population.
//!
//! ```text
//! disc ──┬→ assignment → tile    a cell for every region, published as tile_grid.csv
//!        └→ circle               Dorling's cartogram
//! ```

mod assignment;
mod disc;
mod tile;

pub use tile::{Cell, cells, sido_cells};
