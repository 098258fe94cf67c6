//! Everything that touches the browser; nothing else names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Nothing here panics: what the page lacks is skipped, and the static page stays as it is.

mod builder;
mod clipboard;
mod compare;
mod controls;
mod cut;
mod district;
mod drill;
mod equip;
mod event;
mod exchange;
mod export;
mod focus;
mod fragment;
mod hash;
mod host;
mod hubs;
mod intent;
mod lab;
mod legend;
mod map;
mod morph;
mod network;
mod own;
mod place;
mod play;
mod search;
mod sigungu;
mod sort;
mod start;
mod story;
mod takeaway;
mod title;
mod tooltip;
mod walk;
mod zoom;

pub use equip::equip;
pub use export::export;
pub use fragment::received;
pub use start::start;
