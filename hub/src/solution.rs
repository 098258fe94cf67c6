//! What a solver answers, and what it says on the way.

use std::ops::ControlFlow;

/// How close to the best a proven solution is: no choice of hubs costs less than
/// `cost * (1 - TOLERANCE)`. It covers the rounding of sums of some ten thousand products.
pub const TOLERANCE: f64 = 1e-9;

/// A choice of hubs, with what is known about how good it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution<A> {
    /// The hubs, 0-based and ascending.
    pub hubs: Vec<usize>,
    /// How the nodes use the hubs.
    pub allocation: A,
    /// The cost, in units of flow × distance (p-centre: of distance).
    pub cost: f64,
    /// No allowed choice costs less than this; equal to `cost` if `proven`.
    pub bound: f64,
    /// Whether the search ended by proving that nothing is cheaper, to [`TOLERANCE`].
    pub proven: bool,
}

/// Where a search stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Cost of the best solution so far.
    pub cost: f64,
    /// No allowed choice costs less than this.
    pub bound: f64,
    /// Sets of hubs examined one by one; all others were ruled out by bounds.
    pub examined: u64,
}

impl Progress {
    /// How much could still be saved, as a share of the cost: 0 at the end.
    pub fn gap(&self) -> f64 {
        if self.cost > 0.0 {
            (self.cost - self.bound) / self.cost
        } else {
            0.0
        }
    }
}

/// Called every few milliseconds; `Break` ends the search with the best solution so far.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// A watch that never ends the search.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
