//! The p-hub median with single allocation: each node sends and receives through one hub.

mod assignment;
mod message;
mod relaxation;
mod tariff;

use crate::choice::Choice;
use crate::meter::Meter;
use crate::mistake::Mistake;
use crate::model::Model;
use crate::network::{Network, Rates};
use crate::search::search;
use crate::solution::{Solution, Watch};
use relaxation::Ties;
use tariff::Tariff;

/// Solves the uncapacitated single allocation p-hub median problem (USApHMP).
///
/// With a(i) the hub of node i, the cost is Σ flow(i,j) · (χ·d(i,a(i)) + α·d(a(i),a(j)) + δ·d(a(j),j)), i = j
/// included. A hub is its own hub, as in Ernst & Krishnamoorthy (1996): a(k) = k for each hub k, even where
/// distances that break the triangle inequality would make another hub cheaper. `allocation[i]` is a(i).
pub fn single(
    network: &Network,
    rates: &Rates,
    choice: &Choice,
    watch: &mut Watch<'_>,
) -> Result<Solution<Vec<usize>>, Mistake> {
    choice.check_network(network.nodes())?;
    network.check_magnitude(rates)?;
    let tariff = Tariff::new(network, rates);
    let found = search(&tariff, choice, watch);
    let cost = tariff.cost(&found.plan);
    Ok(Solution {
        hubs: found.hubs.to_vec(),
        allocation: found.plan,
        cost,
        bound: if found.proven {
            cost
        } else {
            found.bound.min(cost)
        },
        proven: found.proven,
    })
}

impl Model for Tariff {
    type Plan = Vec<usize>;
    type Relaxation = Ties;

    fn relaxation(&self, sites: &[usize]) -> Ties {
        Ties::new(self, sites)
    }

    fn guess(&self, hubs: &[usize]) -> (f64, Vec<usize>) {
        let mut allocation = self.nearest(hubs);
        self.improve(&mut allocation, hubs);
        (self.cost(&allocation), allocation)
    }

    fn solve(
        &self,
        hubs: &[usize],
        cutoff: f64,
        meter: &mut Meter<'_, '_>,
    ) -> Option<(f64, Vec<usize>)> {
        assignment::solve(self, hubs, cutoff, meter)
    }
}
