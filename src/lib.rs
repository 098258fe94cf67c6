//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.
//!
//! The site is prerendered by a native binary and hydrated by WebAssembly; the target decides which of the
//! two this crate is. `ARCHITECTURE.md` has the bird's-eye view and the invariants. To read the code, in
//! this order:
//!
//! 1. [`Indicator`], [`RegionCode`], [`ClusterId`], [`Family`]: what the atlas is about.
//! 2. [`Series`]: the published figures, compiled in by `build.rs`; [`Measure`] reads them as shares, rates
//!    and location quotients on exact [`Decimal`]s.
//! 3. [`ViewState`]: what the reader looks at, and its spelling in the URL hash.
//! 4. [`Painting`]: what the map shows of each region in that state. `headline`, `summary` and `text` put
//!    it into Korean and English words.
//!    [`Scheme`] cuts values into [`Classes`]; [`warning`] and [`count_map_warning`] say what not to believe.
//! 5. `view`: the page as components. `dom`: the page in the browser. [`search`]: places by their names.
//! 6. [`Site`] (native): every page and fragment as a file, from [`package`] (the data), [`geometry`] and
//!    `map` (the drawing), [`chart`], [`panel`] and [`sheet`] (everything to read). [`compare`] is pure: the
//!    lab writes with it what a reader chooses.
//! 7. `embed`, [`export`], [`single`], `picture`: a view for somebody else's page, as files, as one file, as a picture.
//! 8. `story` (native): the argument in seven steps. [`abroad`]: what Korea is measured against, at its scale.
//!
//! ```
//! use kbio_atlas::{Indicator, Measure, Painting, Lang, Selection, ViewState};
//!
//! let mut state = ViewState::new(Selection::Nation);
//! state.set_indicator(Indicator::PharmaWorkers);
//! state.set_measure(Measure::LocationQuotient);
//! let painting = Painting::of(&state, Lang::En);
//! let chungbuk = kbio_atlas::RegionCode::parse("43").unwrap();
//! assert_eq!(painting.regions[chungbuk.index()].label, "4.84");
//! ```

// The browser uses a part of the pure core; the prerenderer and the tests use the rest.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

#[cfg(not(target_arch = "wasm32"))]
pub mod abroad;
mod arrangement;
pub mod builder;
#[cfg(not(target_arch = "wasm32"))]
pub mod cartogram;
#[cfg(not(target_arch = "wasm32"))]
pub mod catchment;
#[cfg(not(target_arch = "wasm32"))]
mod caution;
#[cfg(not(target_arch = "wasm32"))]
pub mod chart;
mod classify;
mod cluster;
pub mod compare;
mod concentration;
mod correlation;
pub mod cut;
#[cfg(not(target_arch = "wasm32"))]
mod description;
pub mod desk;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
mod embed;
mod escape;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod geometry;
mod great_circle;
mod grouping;
#[cfg(not(target_arch = "wasm32"))]
mod head;
mod headline;
pub mod hub_places;
mod indicator;
mod interval;
mod link;
mod map;
mod markup;
mod measure;
#[cfg(any(target_arch = "wasm32", test))]
mod nearby;
#[cfg(not(target_arch = "wasm32"))]
mod nearness;
#[cfg(not(target_arch = "wasm32"))]
pub mod network;
mod number;
#[cfg(not(target_arch = "wasm32"))]
mod oembed;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod page;
mod painting;
#[cfg(not(target_arch = "wasm32"))]
pub mod panel;
mod particle;
#[cfg(not(target_arch = "wasm32"))]
pub mod picture;
mod rank;
mod region;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
mod sentence;
mod series;
#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
pub mod sigungu;
#[cfg(not(target_arch = "wasm32"))]
pub mod single;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod sitemap;
#[cfg(not(target_arch = "wasm32"))]
pub mod spatial;
mod state;
#[cfg(not(target_arch = "wasm32"))]
mod story;
#[cfg(not(target_arch = "wasm32"))]
mod structured_data;
mod summary;
mod text;
mod typeset;
mod view;

pub use arrangement::Arrangement;
#[cfg(not(target_arch = "wasm32"))]
pub use caution::{count_map_warning, denominator_note, warning};
pub use classify::{
    Breaks, CLASS_COUNT, CLASS_RANGE, Class, Classes, DecimalFit, Fit, Pool, Scheme, Tone, breaks,
    class_of, classify, classify_all, classify_pooled, diverging, fit,
};
pub use cluster::{CLUSTERS, Cluster, ClusterId, Role, Stage};
pub use concentration::{
    capital_share, concentration_ratio, gini, herfindahl, largest_to_smallest, lorenz,
    outside_capital_count,
};
pub use correlation::spearman;
#[cfg(not(target_arch = "wasm32"))]
pub use description::describe;
#[cfg(target_arch = "wasm32")]
pub use dom::{equip, export as open_desk, received, start};
#[cfg(not(target_arch = "wasm32"))]
pub use embed::Embed;
pub use escape::{Escaped, escape};
pub use great_circle::great_circle_km;
pub use grouping::Grouping;
pub use indicator::{Definition, Indicator};
pub use interval::{FEW_CASES, Interval, cases, interval, poisson, wilson};
pub use kbio_atlas_hub as hub;
pub use link::Family;
pub use measure::{Measure, Values};
#[cfg(not(target_arch = "wasm32"))]
pub use nearness::Nearness;
pub use number::Decimal;
pub use painting::Painting;
pub use particle::Particle;
pub use rank::{Rank, order, rank};
pub use region::{REGION_COUNT, REGIONS, Region, RegionCode};
#[cfg(not(target_arch = "wasm32"))]
pub use sentence::Sentence;
pub use series::{SERIES, Series};
#[cfg(not(target_arch = "wasm32"))]
pub use shell::{Shell, ShellError};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{Address, Document, Site};
pub use state::{Selection, ViewState};
pub use text::{Lang, Name};
