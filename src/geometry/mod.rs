//! Outlines and the way they become SVG: read, project, fit, write.
//!
//! Three spaces, and no operation mixes them: [`LonLat`] (degrees, as in the files), [`Projected`] (metres of
//! EPSG:5179; everything is measured here) and [`Px`] (SVG units of a picture). [`project`] leads from the first
//! to the second, a [`Frame`] from the second to the third.
//!
//! ```text
//! assets/data/*.geojson → Boundaries → Area ─┬→ area_path     the d of a filled <path>
//!                                            ├→ borders → line_path     … of a stroked one
//!                                            ├→ dissolve → ring_path    … of several areas filled as one
//!                                            └→ label_point
//! ```
//!
//! Native only: what the browser gets is the finished path data.

mod border;
mod boundary;
mod dissolve;
mod frame;
mod label;
mod lon_lat;
mod path;
mod polygon;
mod projection;
mod simplify;

pub use border::{borders, neighbours};
pub use boundary::{Area, Boundaries};
pub use dissolve::dissolve;
pub use frame::{Bounds, Frame, Px, Rect};
pub use label::label_point;
pub use lon_lat::LonLat;
pub use path::{DIGITS, Grid, area_path, area_path_on, line_path, line_path_on, ring_path};
pub use polygon::{Polygon, Ring};
pub use projection::{Projected, project, unproject};
pub use simplify::simplify;
