//! Places abroad, drawn at Korea's scale in the atlas's own grammar: Boston and Japan's bio communities.
//!
//! ```text
//! comparators.csv ─► community   who is certified, since when, where
//! abroad.geojson  ─► coast       outlines in degrees
//!                    plane       degrees → metres around the middle of each place
//!                    drawing     Korea, Boston and Japan side by side, one scale, a bar each
//! ```
//!
//! Korea itself comes from the official outlines, in EPSG:5179; only the coasts of others are Natural Earth's.

mod coast;
mod community;
mod drawing;
mod plane;

pub use coast::{Coasts, Line};
pub use community::{Community, Rank, communities};
pub use drawing::{KILOMETRES_PER_UNIT, draw};
pub use plane::Plane;
