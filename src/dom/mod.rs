//! Everything that touches the browser; nothing else names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Nothing here panics: what the page lacks is skipped, and the static page stays as it is.

mod controls;
mod event;
mod focus;
mod fragment;
mod hash;
mod lab;
mod map;
mod place;
mod search;
mod sort;
mod start;
mod tooltip;
mod walk;

pub use fragment::received;
pub use start::start;
