//! Exact hub location on small networks: which nodes should be hubs, and which node should use which.
//!
//! # Model
//!
//! A [`Network`] has `n` nodes, a flow from each to each (in any unit) and a distance from each to each (in any
//! unit). Flow from i to j goes through one or two hubs, i → k → l → j, and one unit of it costs
//!
//! ```text
//! c(i,j,k,l) = χ·d(i,k) + α·d(k,l) + δ·d(l,j)
//! ```
//!
//! with the [`Rates`] χ (collection), α (transfer; economies of scale between hubs make it less than 1) and δ
//! (distribution). Costs are in units of flow × distance. Hubs have no capacity and no fixed cost; every pair of
//! hubs is linked; there is no direct way around the hubs. A node's flow to itself counts too.
//!
//! | solver | what is least | source |
//! |---|---|---|
//! | [`multiple`] | Σ flow(i,j) · min over hubs k, l of c(i,j,k,l): UMApHMP | Campbell 1994; Ernst & Krishnamoorthy 1998 |
//! | [`single`] | Σ flow(i,j) · c(i,j,a(i),a(j)), one hub a(i) for each node: USApHMP | O'Kelly 1987; Ernst & Krishnamoorthy 1996 |
//! | [`median`] | Σ weight(i) · min over hubs k of d(i,k) | Hakimi 1964 |
//! | [`centre`] | max over i of min over hubs k of d(i,k) | Hakimi 1964; Minieka 1970 |
//!
//! A [`Choice`] says how many hubs there are, which nodes must be one and which must not.
//!
//! # What the answer means
//!
//! A [`Solution`] has the hubs, the allocation, the cost, and a bound below which no choice of hubs can come. It
//! is `proven` if the search went through to its end: then no choice costs less than `cost · (1 - `[`TOLERANCE`]`)`,
//! and `bound` is `cost`. A [`Watch`] is told of the [`Progress`] every few milliseconds and can end the search;
//! then `proven` is false and `bound` is what was proven so far. There is no time limit but the watch.
//!
//! The same input gives the same answer everywhere: nothing is random, no clock is read, and sums have a fixed
//! order. Where several sets of hubs cost the same, the answer is the one that the search meets first, which goes
//! by lower indices; where several hubs serve a node equally well, the answer is the lowest.
//!
//! # How it is found
//!
//! A greedy choice and swaps give a first solution. A Lagrangian relaxation, its multipliers improved by a
//! subgradient method (Held, Wolfe & Crowder 1974), gives a bound that is linear in the hubs; it rules most nodes
//! out as hubs, and leaves some hundred to some ten thousand sets of hubs that are solved one by one. If more are
//! left, a node is branched on. With the hubs given, multiple allocation is a matter of shortest ways; single
//! allocation is a quadratic semi-assignment, solved by branch and bound over a bound by message passing.
//!
//! Up to [`NODE_LIMIT`] nodes are accepted. Forty nodes and five hubs take some tenths of a second; time grows as
//! the rates approach each other (α = χ = δ is hardest) and with the number of hubs.
//!
//! # Sources
//!
//! - J. F. Campbell, *Integer programming formulations of discrete hub location problems*, EJOR 72 (1994) 387–405
//! - A. T. Ernst, M. Krishnamoorthy, *Efficient algorithms for the uncapacitated single allocation p-hub median
//!   problem*, Location Science 4 (1996) 139–154
//! - A. T. Ernst, M. Krishnamoorthy, *Exact and heuristic algorithms for the uncapacitated multiple allocation
//!   p-hub median problem*, EJOR 104 (1998) 100–112
//! - S. L. Hakimi, *Optimum locations of switching centers and the absolute centers and medians of a graph*,
//!   Operations Research 12 (1964) 450–459
//! - M. Held, P. Wolfe, H. P. Crowder, *Validation of subgradient optimization*, Mathematical Programming 6 (1974) 62–88
//! - E. Minieka, *The m-center problem*, SIAM Review 12 (1970) 138–139
//! - M. E. O'Kelly, *A quadratic integer program for the location of interacting hub facilities*, EJOR 32 (1987) 393–404
//! - D. Skorin-Kapov, J. Skorin-Kapov, M. E. O'Kelly, *Tight linear programming relaxations of uncapacitated p-hub
//!   median problems*, EJOR 94 (1996) 582–593
//! - S. Tourani, A. Shekhovtsov, C. Rother, B. Savchynskyy, *MPLP++: fast, parallel dual block-coordinate ascent for
//!   dense graphical models*, ECCV 2018
//!
//! ```
//! use kbio_atlas_hub::{Choice, Network, Rates, single, unwatched};
//!
//! // Four nodes on a line, at 0, 1, 9 and 10; each sends one unit to each.
//! let at = [0.0, 1.0, 9.0, 10.0_f64];
//! let distance = at.iter().flat_map(|a| at.iter().map(move |b| (a - b).abs())).collect();
//! let network = Network::new(4, vec![1.0; 16], distance)?;
//! let solution = single(&network, &Rates::new(1.0, 0.5, 1.0)?, &Choice::free(4, 2)?, &mut unwatched)?;
//! assert_eq!(solution.hubs, [1, 2]);
//! assert_eq!(solution.allocation, [1, 1, 2, 2]);
//! assert!(solution.proven);
//! # Ok::<(), kbio_atlas_hub::Mistake>(())
//! ```

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
mod survey;
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
pub use survey::{CUSTOMARY, Survey, SurveyError};
