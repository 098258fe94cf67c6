//! The Lagrangian relaxation of multiple allocation.
//!
//! A flow from i to j may use hub k only if k is open. Relaxing that with multipliers v(i,j,k) ≥ 0, for each
//! unit of flow, leaves one shortest way for each pair and a choice of hubs by their gains:
//!
//! ```text
//! cost(H) ≥ Σ flow(i,j) · min over k, l of ( c(i,j,k,l) + v(i,j,k) + [k ≠ l] v(i,j,l) ) - Σ over k in H of gain(k)
//! gain(k) = Σ flow(i,j) · v(i,j,k)
//! ```
//!
//! This is the dual of the strong (path) formulation of Campbell (1994), whose bound is nearly tight.

use super::routing::Routing;
use crate::model::Relaxation;
use crate::pairing::{Pairing, cheapest, least_sum};
use crate::sites::Sites;
use crate::table::{keep_columns, keep_rows, table};

#[derive(Clone)]
pub(crate) struct Routes {
    sites: Vec<usize>,
    pairs: Vec<Pair>,
    /// Entry `i * m + k` for `m` candidates: from origin to hub.
    collection: Vec<f64>,
    /// Entry `k * m + l`: from hub to hub.
    transfer: Vec<f64>,
    /// Entry `j * m + l`: from hub to destination.
    distribution: Vec<f64>,
    /// Entry `pair * m + k`.
    multipliers: Vec<f64>,
}

/// An origin and a destination with a flow.
#[derive(Clone, Copy)]
struct Pair {
    from: usize,
    to: usize,
    flow: f64,
    /// The candidates on its shortest way.
    way: (usize, usize),
}

impl Routes {
    pub(super) fn new(routing: &Routing, sites: &[usize]) -> Self {
        let n = routing.nodes;
        let nodes: Vec<usize> = (0..n).collect();
        let pair = |at: usize| {
            let flow = routing.flow[at];
            (flow > 0.0).then_some(Pair {
                from: at / n,
                to: at % n,
                flow,
                way: (0, 0),
            })
        };
        let pairs: Vec<Pair> = (0..n * n).filter_map(pair).collect();
        Self {
            sites: sites.to_vec(),
            collection: table(&nodes, sites, |from, hub| {
                routing.collection[from * n + hub]
            }),
            transfer: table(sites, sites, |first, last| {
                routing.transfer[first * n + last]
            }),
            distribution: table(&nodes, sites, |to, hub| routing.distribution[hub * n + to]),
            multipliers: vec![0.0; pairs.len() * sites.len()],
            pairs,
        }
    }
}

impl Relaxation for Routes {
    const HANDFUL: usize = 2_000;

    fn sites(&self) -> &[usize] {
        &self.sites
    }

    fn restrict(&mut self, keep: Sites) {
        let kept = |site: &usize| keep.contains(*site);
        let columns: Vec<bool> = self.sites.iter().map(kept).collect();
        keep_columns(&mut self.collection, &columns);
        keep_columns(&mut self.distribution, &columns);
        keep_columns(&mut self.multipliers, &columns);
        keep_rows(&mut self.transfer, &columns, columns.len());
        keep_columns(&mut self.transfer, &columns);
        self.sites.retain(kept);
    }

    fn evaluate(&mut self, gains: &mut Vec<f64>) -> f64 {
        let m = self.sites.len();
        gains.clear();
        gains.resize(m, 0.0);
        let (mut before, mut after) = (vec![0.0; m], vec![0.0; m]);
        let transfer = &self.transfer;
        let mut base = 0.0;
        for (pair, multipliers) in self.pairs.iter_mut().zip(self.multipliers.chunks_exact(m)) {
            let collection = &self.collection[pair.from * m..][..m];
            let distribution = &self.distribution[pair.to * m..][..m];
            let mut best = Pairing {
                cost: f64::INFINITY,
                first: 0,
                last: 0,
            };
            for hub in 0..m {
                before[hub] = collection[hub] + multipliers[hub];
                after[hub] = distribution[hub] + multipliers[hub];
                gains[hub] += pair.flow * multipliers[hub];
                // Through one hub: its multiplier counts once.
                let cost = before[hub] + transfer[hub * m + hub] + distribution[hub];
                if cost < best.cost {
                    best = Pairing {
                        cost,
                        first: hub,
                        last: hub,
                    };
                }
            }
            let row = |first: usize, after: &[f64]| least_sum(&transfer[first * m..][..m], after);
            let between = |first: usize, last: usize| transfer[first * m + last];
            best = cheapest(&before, &after, best, row, between);
            pair.way = (best.first, best.last);
            base += pair.flow * best.cost;
        }
        base
    }

    fn step(&mut self, chosen: &[bool], rise: f64) {
        let m = self.sites.len();
        let hubs: Vec<usize> = (0..m).filter(|&hub| chosen[hub]).collect();
        // The subgradient is +1 where a way uses a hub that is not chosen, -1 where it leaves a chosen one
        // unused, unless the multiplier is 0 already. Each pair moves by the same length for a unit of flow.
        let mut square = 0.0;
        for (pair, multipliers) in self.pairs.iter().zip(self.multipliers.chunks_exact(m)) {
            let (first, last) = pair.way;
            let is_unused = |&&hub: &&usize| hub != first && hub != last && multipliers[hub] > 0.0;
            let mut moves = hubs.iter().filter(is_unused).count();
            moves += usize::from(!chosen[first]) + usize::from(first != last && !chosen[last]);
            square += pair.flow * moves as f64;
        }
        if square <= 0.0 {
            return;
        }
        let length = rise / square;
        for (pair, multipliers) in self.pairs.iter().zip(self.multipliers.chunks_exact_mut(m)) {
            let (first, last) = pair.way;
            for &hub in &hubs {
                if hub != first && hub != last {
                    multipliers[hub] = (multipliers[hub] - length).max(0.0);
                }
            }
            if !chosen[first] {
                multipliers[first] += length;
            }
            if first != last && !chosen[last] {
                multipliers[last] += length;
            }
        }
    }

    fn bound(&self, _: &[usize], linear: f64) -> f64 {
        linear
    }
}
