//! Finding places by name: what a Korean reader expects of a search box.
//!
//! [`jamo`] takes Hangul apart, [`matcher`] says how well a query fits a name, [`index`] is the list of
//! names as the browser fetches it. Native only: `gazetteer` writes that list from the data package, and
//! `romanise` spells Korean names in Latin letters.

#[cfg(not(target_arch = "wasm32"))]
mod gazetteer;
mod index;
mod jamo;
mod matcher;
#[cfg(not(target_arch = "wasm32"))]
mod romanise;
mod spelling;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use gazetteer::district_name;
#[cfg(not(target_arch = "wasm32"))]
pub use gazetteer::write;
pub use index::{Entry, Kind, entries};
pub use jamo::{Sign, keys, signs};
pub use matcher::{Fit, Hit, LONGEST, search};
pub use spelling::OTHER_SPELLINGS;

/// The file of the index, under the language's root.
pub const FILE: &str = "search.txt";
