//! The map as SVG markup: inert layers that the browser adopts without looking at them.
//!
//! ```text
//! Layout (frames, once)  ─┬→ land     regions, borders, values, sea names
//!                         ├→ arc      links
//!                         ├→ marker   clusters and national bodies
//!                         ├→ label    which names fit where
//!                         └→ inset    capital region, 울릉도·독도
//! network                             points, lines and planes over pale land, for a page of their own
//! walk                                where the keys lead from each region and cluster
//! ```

/// The drawing's own coordinates; CSS scales it to any width.
pub const VIEW_BOX: &str = "0 0 640 690";

#[cfg(not(target_arch = "wasm32"))]
mod arc;
#[cfg(not(target_arch = "wasm32"))]
mod inset;
#[cfg(not(target_arch = "wasm32"))]
mod label;
#[cfg(not(target_arch = "wasm32"))]
mod land;
#[cfg(not(target_arch = "wasm32"))]
mod layers;
#[cfg(not(target_arch = "wasm32"))]
mod layout;
#[cfg(not(target_arch = "wasm32"))]
mod marker;
#[cfg(not(target_arch = "wasm32"))]
mod network;
#[cfg(not(target_arch = "wasm32"))]
mod walk;

#[cfg(not(target_arch = "wasm32"))]
pub use layers::layers;
#[cfg(not(target_arch = "wasm32"))]
pub use layout::Layout;
#[cfg(not(target_arch = "wasm32"))]
pub use network::{end_id, end_name, network, planes};
