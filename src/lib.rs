//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.
//!
//! (crate doc: the map of the code; written last)

mod cluster;
mod indicator;
mod link;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod region;
mod series;
mod text;

pub use cluster::{CLUSTERS, Cluster, ClusterId, Role, Stage};
pub use indicator::{Definition, Indicator};
pub use link::Family;
pub use measure::Measure;
pub use number::Decimal;
pub use region::{REGION_COUNT, REGIONS, Region, RegionCode};
pub use series::{SERIES, Series};
pub use text::{Lang, Name};
