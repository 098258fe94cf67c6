//! Other layouts of the same regions: tiles of one size, and circles as large as the population.
//!
//! ```text
//! disc ──┬→ assignment → tile    a cell for every region, published as tile_grid.csv
//!        └→ circle               Dorling's cartogram
//! outline                        outlines of equally many points, to become one another
//! ```

mod assignment;
mod circle;
mod disc;
mod outline;
mod tile;

pub use circle::{Body, Circle, circles, district_circles};
pub use outline::{POINTS, circle, resample, square};
pub use tile::{Cell, cells, sido_cells};
