//! The page as Leptos components: thin, named for what the reader sees. What follows the state is a function
//! from a state to markup, put on the page by one component, `Part`.
//!
//! They read [`crate::state::ViewState`] and the pure modules; they never touch the browser. What
//! follows the state is reactive and the same on both targets. What never changes by itself, and what only
//! the server knows (geometry, charts, what is written about a cluster), is prerendered and reaches
//! [`Explore`] as [`Inert`] markup, which the browser leaves alone.

#[cfg(not(target_arch = "wasm32"))]
mod controls;
mod explore;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
mod headline;
#[cfg(not(target_arch = "wasm32"))]
mod help;
#[cfg(not(target_arch = "wasm32"))]
mod layouts;
mod legend;
mod panel;
mod part;
#[cfg(not(target_arch = "wasm32"))]
mod search;
mod source;
#[cfg(not(target_arch = "wasm32"))]
mod zoom;

#[cfg(not(target_arch = "wasm32"))]
pub use controls::{Controls, ControlsProps};
pub use explore::{Explore, ExploreProps, Inert};
#[cfg(target_arch = "wasm32")]
pub use explore::{hidden, selected};
#[cfg(not(target_arch = "wasm32"))]
pub use frame::{Footer, FooterProps, Header, HeaderProps};
#[cfg(not(target_arch = "wasm32"))]
pub use help::{Keyboard, KeyboardProps};
#[cfg(not(target_arch = "wasm32"))]
pub use layouts::{Layouts, LayoutsProps};
#[cfg(not(target_arch = "wasm32"))]
pub use legend::{Keys, KeysProps};
#[cfg(not(target_arch = "wasm32"))]
pub use search::{Search, SearchProps};
#[cfg(not(target_arch = "wasm32"))]
pub use zoom::zoom_buttons;
