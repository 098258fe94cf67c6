//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.
//!
//! (crate doc: the map of the code; written last)

#[cfg(not(target_arch = "wasm32"))]
pub mod chart;
mod cluster;
mod concentration;
mod indicator;
mod link;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod region;
mod series;
mod text;

pub use number::Decimal;
