//! The documented network as a network: `/network/`.
//!
//! ```text
//! links.csv → Network (nodes, degrees, hubs, components, betweenness) ─┬→ finding   the title and what follows from it
//! Graph       who reaches whom, who lies between                       ├→ filters   kinds, years, programmes, layers
//! Programme   links documented together                                ├→ tables    links, nodes, the matrix
//! Catchments  (crate::catchment) planes around the hubs                ├→ planes    what lies in each
//!                                                                      ├→ workbench the form of the hub lab
//!                                                                      └→ method    model, formulas, limits
//! page        all of it in order
//! embed       its map alone, for a frame
//! ```
//!
//! The map itself is `crate::map::network`. Native only; what the browser does with the page is in `dom::network`.

mod documented;
mod embed;
mod filters;
mod finding;
mod graph;
mod method;
mod page;
mod planes;
mod programme;
mod tables;
mod workbench;

pub use documented::{Network, Node};
pub use embed::embed;
pub use graph::Graph;
pub use page::{description, page, planes_file, words};
pub use programme::{Programme, programmes};
