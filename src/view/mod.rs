//! The page as Leptos components: thin, named for what the reader sees, the same on both targets.
//!
//! Components read [`crate::state::ViewState`] and the pure modules; they never touch the browser.
//! Everything that only the server knows (geometry, charts, what is written about a cluster) arrives as
//! [`Inert`] markup, which the browser leaves alone.

mod controls;
mod explore;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
mod legend;
mod panel;
mod tooltip;

pub use explore::{Explore, ExploreProps, Inert};
#[cfg(not(target_arch = "wasm32"))]
pub use frame::{Footer, FooterProps, Header, HeaderProps};
#[cfg(target_arch = "wasm32")]
pub use tooltip::Hover;
