//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.

// The browser uses a part of the pure core; the prerenderer and the tests use the rest.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

#[cfg(not(target_arch = "wasm32"))]
pub mod chart;
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
#[cfg(not(target_arch = "wasm32"))]
mod markup;
mod measure;
mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod page;
mod painting;
#[cfg(not(target_arch = "wasm32"))]
pub mod panel;
mod particle;
mod rank;
mod region;
mod series;
#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod state;
mod summary;
mod text;
mod view;

pub use cluster::{CLUSTERS, Cluster, ClusterId, Role, Stage};
#[cfg(target_arch = "wasm32")]
pub use dom::start;
pub use indicator::{Definition, Indicator};
pub use link::Family;
pub use measure::Measure;
pub use number::Decimal;
pub use painting::Painting;
pub use region::{REGION_COUNT, REGIONS, Region, RegionCode};
pub use series::{SERIES, Series};
#[cfg(not(target_arch = "wasm32"))]
pub use shell::{Shell, ShellError};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{Address, Document, Site};
pub use state::{Selection, ViewState};
pub use text::{Lang, Name};
