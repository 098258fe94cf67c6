//! What the search needs of a hub location problem.

use crate::meter::Meter;
use crate::sites::Sites;

/// A hub location problem: what a set of hubs costs.
pub(crate) trait Model {
    /// How the nodes use the hubs, as found on the way.
    type Plan: Clone;

    /// The Lagrangian relaxation whose bound is linear in the hubs.
    type Relaxation: Relaxation;

    /// The relaxation with all of `sites` as candidates.
    fn relaxation(&self, sites: &[usize]) -> Self::Relaxation;

    /// A cost that can be reached with the hubs, found quickly, and how.
    fn guess(&self, hubs: &[usize]) -> (f64, Self::Plan);

    /// The least cost of the hubs and how to reach it, if that is below `cutoff`. `None` too if the meter
    /// has stopped.
    fn solve(
        &self,
        hubs: &[usize],
        cutoff: f64,
        meter: &mut Meter<'_, '_>,
    ) -> Option<(f64, Self::Plan)>;
}

/// A lower bound `base - Σ gain[k]` over the hubs `k`, valid for every set of hubs among the candidates,
/// with multipliers that can be moved to raise it.
pub(crate) trait Relaxation: Clone {
    /// So many sets of hubs take about as long to examine as some ten rounds of [`Self::evaluate`].
    const HANDFUL: usize;

    /// The candidate sites, ascending.
    fn sites(&self) -> &[usize];

    /// Keeps the candidates of `keep` only.
    fn restrict(&mut self, keep: Sites);

    /// The base of the bound; writes the gain of each candidate, in the order of [`Self::sites`].
    fn evaluate(&mut self, gains: &mut Vec<f64>) -> f64;

    /// Moves the multipliers along the subgradient at the chosen candidates (positions in
    /// [`Self::sites`]), as far as would raise the bound by `rise` if it were linear.
    fn step(&mut self, chosen: &[bool], rise: f64);

    /// A bound for one set of hubs (positions in [`Self::sites`]), at least as good as the linear one.
    fn bound(&self, hubs: &[usize], linear: f64) -> f64;
}
