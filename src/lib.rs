//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.
//!
//! (crate doc: the map of the code; written last)

mod cluster;
mod demo;
#[cfg(target_arch = "wasm32")]
mod hydrate;
mod indicator;
mod link;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod region;
mod series;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
mod text;

#[cfg(not(target_arch = "wasm32"))]
pub use demo::{Page, site};
#[cfg(target_arch = "wasm32")]
pub use hydrate::hydrate;
#[cfg(not(target_arch = "wasm32"))]
pub use shell::{Shell, ShellError};
