//! What the panel and the lists below the map show: prerendered once for each selection or view, inert,
//! and readable without any script.
//!
//! - [`detail`]: what is known about the nation, a region or a cluster.
//! - [`charts`]: ranking, Lorenz curve and trend of what is on the map.
//! - [`lists`]: every region, cluster and link in words.
//!
//! A link that selects something carries `data-go` for the browser and a real `href` for everyone else.

mod charts;
mod cluster;
mod evenness;
mod figure;
mod lists;
mod members;
mod nation;
mod near;
mod network;
mod place;
mod reading;
mod region;
mod source;

// The data page speaks of the same things in the same words.
pub(crate) use cluster::{disagreement, larger_unit};
pub(crate) use lists::sortable_head;
pub(crate) use network::kind as kind_of_link;
pub(crate) use place::{end, region_in_full};
pub(crate) use source::{anchor, cited, entries, entry, external, remark};

pub use charts::charts;
pub use lists::lists;

use crate::package::Package;
use crate::region::RegionCode;
use crate::state::Selection;
use crate::text::Lang;

/// What is known about what is selected; goes below the panel's head.
///
/// `root` is the language's root (`/`, `/en/`), `neighbours` the regions that share a border with a
/// selected region.
pub fn detail(
    package: &Package,
    selection: Selection,
    lang: Lang,
    root: &str,
    neighbours: &[RegionCode],
) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    match selection {
        Selection::Nation => nation::detail(cx),
        Selection::Region(code) => {
            region::detail(cx, code, neighbours) + &place::compared(cx, code.as_str())
        }
        Selection::Cluster(id) => cluster::detail(cx, id) + &place::compared(cx, id.as_str()),
    }
}

/// What every part of a page needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Context<'p> {
    pub(crate) package: &'p Package,
    pub(crate) lang: Lang,
    /// The language's root: `/`, `/en/`.
    pub(crate) root: &'p str,
}

impl<'p> Context<'p> {
    pub(crate) fn pick(self, ko: &'p str, en: &'p str) -> &'p str {
        self.lang.pick(ko, en)
    }
}
