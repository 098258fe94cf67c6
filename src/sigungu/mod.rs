//! The 250 시군구 (cities, counties and districts) and what is known of them: context, never biotech.
//!
//! No public source counts biotech firms or jobs by 시군구, so nothing here is such a count; the page says so.
//!
//! ```text
//! Context (what is measured) ─┐
//! Districts (250 outlines)   ─┴→ Field (a reading each, classes) ─┬→ finding   title and deck
//!                                                                 ├→ parts     legend, source, table
//!                                                                 └→ land      the map's shapes
//! page     /sigungu/, all 250          drill    a 시도 from near, over the map of the 17
//! ```
//!
//! The browser knows [`Context`] by its slug alone; everything else is prerendered.

#[cfg(not(target_arch = "wasm32"))]
mod classes;
mod context;
#[cfg(not(target_arch = "wasm32"))]
mod definition;
#[cfg(not(target_arch = "wasm32"))]
mod district;
#[cfg(not(target_arch = "wasm32"))]
mod drill;
#[cfg(not(target_arch = "wasm32"))]
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod finding;
#[cfg(not(target_arch = "wasm32"))]
mod islands;
#[cfg(not(target_arch = "wasm32"))]
mod land;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod parts;

pub use context::Context;
#[cfg(not(target_arch = "wasm32"))]
pub use definition::{Base, Definition};
#[cfg(not(target_arch = "wasm32"))]
pub use district::{District, Districts};
#[cfg(not(target_arch = "wasm32"))]
pub use drill::Drill;
#[cfg(not(target_arch = "wasm32"))]
pub use field::{Field, Reading};
#[cfg(not(target_arch = "wasm32"))]
pub use page::Sheet;
