//! The map as SVG markup: inert layers that the browser adopts without looking at them.
//!
//! ```text
//! Layout (frames, once)  ─┬→ land     regions, borders, values, sea names
//!                         ├→ arc      links
//!                         ├→ marker   clusters and national bodies
//!                         ├→ group    borders and values of wide regions
//!                         ├→ label    which names fit where
//!                         └→ inset    capital region, 울릉도·독도
//! network                             points, lines and planes over pale land, for a page of their own
//! arranged                            the other layouts: tiles and circles
//! pattern                             hatches over the tones
//! walk                                where the keys lead from each region and cluster
//! picker                              the small map of the comparison, to choose regions on
//! ```

/// The drawing's own coordinates; CSS scales it to any width.
pub const VIEW_BOX: &str = "0 0 640 690";

#[cfg(not(target_arch = "wasm32"))]
mod arc;
#[cfg(not(target_arch = "wasm32"))]
mod arranged;
#[cfg(not(target_arch = "wasm32"))]
mod group;
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
pub(crate) mod marker;
#[cfg(not(target_arch = "wasm32"))]
mod network;
#[cfg(not(target_arch = "wasm32"))]
mod pattern;
#[cfg(not(target_arch = "wasm32"))]
mod picker;
#[cfg(not(target_arch = "wasm32"))]
mod walk;

#[cfg(not(target_arch = "wasm32"))]
pub use arranged::arranged;
#[cfg(not(target_arch = "wasm32"))]
pub use group::{labels as group_labels, mesh as group_mesh};
#[cfg(not(target_arch = "wasm32"))]
pub use label::overlap;
#[cfg(not(target_arch = "wasm32"))]
pub use land::seas;
#[cfg(not(target_arch = "wasm32"))]
pub use layers::{hatch, layers};
#[cfg(not(target_arch = "wasm32"))]
pub use layout::{BETWEEN_THE_ISLANDS, DOKDO_TIMES, Layout};
#[cfg(not(target_arch = "wasm32"))]
pub use network::{end_id, end_name, network, planes};
#[cfg(not(target_arch = "wasm32"))]
pub use picker::picker;
#[cfg(not(target_arch = "wasm32"))]
pub use walk::{Way, over_borders};

// The story and the pictures of the pages draw leaner maps in the same grammar.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use {
    arc::{drawn as links_drawn, drawn_in_capital as links_drawn_in_capital, strands},
    inset::{island_paths, names as inset_names, window as inset_window},
    label::{LETTERINGS, Lettering, Placed, Placement, Wish},
    land::{ValueLabel, values},
    layers::label_order,
    layout::Labels,
};
