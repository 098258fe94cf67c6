//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.

// The browser uses a part of the pure core; the prerenderer and the tests use the rest.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

mod classify;
mod cluster;
mod concentration;
#[cfg(target_arch = "wasm32")]
mod dom;
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
mod state;
mod summary;
mod text;
mod view;
