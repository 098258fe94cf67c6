//! The p-hub median with multiple allocation: each flow takes its own cheapest way.

mod relaxation;
mod routing;

use crate::choice::Choice;
use crate::meter::Meter;
use crate::mistake::Mistake;
use crate::model::Model;
use crate::network::{Network, Rates};
use crate::search::search;
use crate::sites::Sites;
use crate::solution::{Solution, Watch};
use relaxation::Routes;
use routing::Routing;

/// Solves the uncapacitated multiple allocation p-hub median problem (UMApHMP).
///
/// The cost is Σ flow(i,j) · min over hubs k, l of χ·d(i,k) + α·d(k,l) + δ·d(l,j), with k = l allowed and
/// i = j included. `allocation[i]` lists the hubs, ascending, at which flow of node `i` enters or leaves the
/// hubs; it is empty for a node without flow. Among equally cheap ways a flow takes the one with the lowest
/// k, then the lowest l.
pub fn multiple(
    network: &Network,
    rates: &Rates,
    choice: &Choice,
    watch: &mut Watch<'_>,
) -> Result<Solution<Vec<Vec<usize>>>, Mistake> {
    choice.check_network(network.nodes())?;
    network.check_magnitude(rates)?;
    let routing = Routing::new(network, rates);
    let found = search(&routing, choice, watch);
    let hubs = found.hubs.to_vec();
    let cost = routing.cost(&hubs, f64::INFINITY);
    Ok(Solution {
        allocation: allocation(&routing, network, &hubs),
        hubs,
        cost,
        bound: if found.proven {
            cost
        } else {
            found.bound.min(cost)
        },
        proven: found.proven,
    })
}

/// For each node the hubs that its flows use.
fn allocation(routing: &Routing, network: &Network, hubs: &[usize]) -> Vec<Vec<usize>> {
    let mut used = vec![Sites::default(); network.nodes()];
    for from in 0..network.nodes() {
        for to in 0..network.nodes() {
            if network.flow(from, to) > 0.0 {
                let (first, last) = routing.way(from, to, hubs);
                used[from] = used[from].with(first);
                used[to] = used[to].with(last);
            }
        }
    }
    used.into_iter().map(Sites::to_vec).collect()
}

impl Model for Routing {
    type Plan = ();
    type Relaxation = Routes;

    fn relaxation(&self, sites: &[usize]) -> Routes {
        Routes::new(self, sites)
    }

    fn guess(&self, hubs: &[usize]) -> (f64, ()) {
        (self.cost(hubs, f64::INFINITY), ())
    }

    fn solve(&self, hubs: &[usize], cutoff: f64, meter: &mut Meter<'_, '_>) -> Option<(f64, ())> {
        meter.work(5);
        let cost = self.cost(hubs, cutoff);
        (cost < cutoff).then_some((cost, ()))
    }
}
