//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.

// The browser uses a part of the pure core; the prerenderer and the tests use the rest.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

mod classify;
mod cluster;
mod concentration;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
pub mod geometry;
mod headline;
mod indicator;
mod link;
mod map;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod page;
mod painting;
mod particle;
mod rank;
mod region;
mod series;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod state;
mod summary;
mod text;
mod view;

#[cfg(not(target_arch = "wasm32"))]
pub use region::{REGIONS, Region, RegionCode};
#[cfg(not(target_arch = "wasm32"))]
pub use shell::{Shell, ShellError};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{Address, Document, Site};
