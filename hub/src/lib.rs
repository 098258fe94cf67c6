//! Hubs.
mod centre;
mod choice;
mod median;
mod meter;
mod mistake;
mod model;
mod multiple;
mod network;
mod pairing;
mod ranking;
mod search;
mod single;
mod sites;
mod solution;
mod table;

pub use centre::centre;
pub use choice::Choice;
pub use median::median;
pub use mistake::{Mistake, Rate, Table};
pub use multiple::multiple;
pub use network::{NODE_LIMIT, Network, Rates};
pub use single::single;
pub use sites::Sites;
pub use solution::{Progress, Solution, TOLERANCE, Watch, unwatched};
