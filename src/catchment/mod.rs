//! Planes: which 시군구 lie nearest to which documented hub, and what lies in each such catchment.
//!
//! A catchment is arithmetic, not a finding: nothing documents which city uses which hub. [`Rule`] says how the
//! 시군구 are dealt out, [`Catchments`] deals them out and sums what is published for them. Every 시군구 is in
//! exactly one catchment under either rule.
//!
//! ```text
//! Boundaries, Package → units (시군구 with a point and figures) ─┬→ Catchments (members, sums, distances)
//! links.csv → hubs (documented, with their number of links)     ─┘        └→ table   the download
//! ```

mod census;
mod rule;
mod table;
mod unit;

pub use census::{Catchment, Catchments, Sum};
pub use rule::{Hub, Rule, hubs};
pub use table::{FILE, csv};
pub use unit::{Unit, units};
