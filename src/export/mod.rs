//! What a reader takes away from a view: the picture, the figures and the words about them, as files.
//!
//! ```text
//! caption ─┬→ picture   SVG: title, map, legend, source, with what it is inside
//! colour ──┘     │
//! rows ───┬→ CSV, JSON  └→ png, pdf   the picture in pixels, with its title, source and size
//! dossier ┴→ metadata, caption        where the figures come from, fetched with the form
//! file                                what each is called
//! ```
//!
//! All of it is pure and runs on both targets. `dom::export` reads the page, has these write, and hands the
//! files to the browser: a program of its own, which comes when the desk is first opened. A page carries no
//! more than the opener.

mod caption;
mod colour;
mod dossier;
mod file;
mod form;
mod json;
mod metadata;
mod pdf;
mod picture;
mod png;
mod rows;

pub use caption::Caption;
pub use colour::Paint;
#[cfg(not(target_arch = "wasm32"))]
pub use dossier::facts;
pub use dossier::{Dossier, Provenance};
pub use file::{Kind, Subject};
pub use form::{FILE, PART};
#[cfg(not(target_arch = "wasm32"))]
pub use form::{opener, single_file, written};
pub use json::Json;
pub use metadata::metadata;
pub use pdf::{Leaf, pdf};
pub use picture::{Drawing, Key, Legend, Palette, Picture, Sign, Swatch, WIDTH};
pub use png::annotated;
pub use rows::{Cell, Rows};
