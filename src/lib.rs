//! K-Bio Cluster Atlas: an interactive, embeddable map of Korean biotech.
//!
//! (crate doc: the map of the code; written last)

mod cluster;
mod concentration;
mod indicator;
mod link;
mod measure;
mod number;
mod region;
mod series;
mod text;
