//! The embed builder: what an editor chooses, and the snippets that put it into an article.
//!
//! ```text
//! View     what is shown: a page, or a scene of the story
//! Choice   view, look and size, as the form spells them
//! snippet  the text for each kind of place, from a choice
//! answer   snippets and previews as markup
//! page     the form around it (native)
//! ```
//!
//! Pure: the page is prerendered with its first choice, and the lab answers every other one with the same code.

mod answer;
mod choice;
#[cfg(not(target_arch = "wasm32"))]
mod page;
mod snippet;
mod view;

pub use answer::answer;
pub use choice::{Choice, Dark, Size};
#[cfg(not(target_arch = "wasm32"))]
pub use page::page;
pub use snippet::{Kind, snippet};
pub use view::View;
