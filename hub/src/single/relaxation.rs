//! The Lagrangian relaxation of single allocation.
//!
//! In every pair of nodes each end picks a hub; single allocation says that a node picks the same hub in all
//! its pairs. Relaxing that with multipliers φ(i,j,k) of either sign, for each unit of flow, leaves one
//! shortest way for each pair and, for each node, a pick at the price that the multipliers sum to:
//!
//! ```text
//! cost(H) ≥ Σ over pairs of flow · min over k, l of ( c(i,j,k,l) + φ(i,j,k) + φ(j,i,l) ) - Σ over i of max over k in H of net(i,k)
//! net(i,k) = Σ over j of flow · φ(i,j,k) - what i pays for its flow to itself
//! ```
//!
//! where a hub picks itself. Bounding that maximum by the sum of what is positive makes it linear in the hubs:
//! gain(k) = net(k,k) + Σ over i ≠ k of max(0, net(i,k)). This is the dual of the formulation of
//! Skorin-Kapov, Skorin-Kapov & O'Kelly (1996), whose bound is nearly tight.

use super::tariff::Tariff;
use crate::model::Relaxation;
use crate::pairing::{Pairing, cheapest, least_mixed_sum, least_sum};
use crate::sites::Sites;
use crate::table::{keep_columns, keep_rows, table};

#[derive(Clone)]
pub(crate) struct Ties {
    nodes: usize,
    sites: Vec<usize>,
    pairs: Vec<Pair>,
    /// Entry `i * m + k` for `m` candidates: χ·d from node to hub.
    collection: Vec<f64>,
    /// Entry `i * m + k`: δ·d from hub to node.
    distribution: Vec<f64>,
    /// Entry `k * m + l`: α·d from `k` to `l`.
    there: Vec<f64>,
    /// Entry `k * m + l`: α·d from `l` to `k`.
    back: Vec<f64>,
    /// Whether all distances are the same there and back, which saves half of the inner loop.
    is_symmetric: bool,
    /// Entry `i * m + k`: what node `i` pays for its flow to itself.
    own: Vec<f64>,
    /// Entry `(2 * pair + end) * m + k`.
    multipliers: Vec<f64>,
    /// Entry `i * m + k`, as of the last evaluation.
    net: Vec<f64>,
}

/// Two nodes with a flow between them, there, back or both.
#[derive(Clone, Copy)]
struct Pair {
    ends: [usize; 2],
    /// Flow there and back.
    flow: f64,
    /// The part of it that goes from the first to the second.
    there: f64,
    back: f64,
    /// The candidates that the ends pick.
    picks: [usize; 2],
}

impl Ties {
    pub(super) fn new(tariff: &Tariff, sites: &[usize]) -> Self {
        let n = tariff.nodes;
        let nodes: Vec<usize> = (0..n).collect();
        let pair = |(a, b): (usize, usize)| {
            let (there, back) = (tariff.flow[a * n + b], tariff.flow[b * n + a]);
            let flow = there + back;
            let (there, back) = (there / flow, back / flow);
            (flow > 0.0).then_some(Pair {
                ends: [a, b],
                flow,
                there,
                back,
                picks: [0, 0],
            })
        };
        let couples = nodes.iter().flat_map(|&a| (a + 1..n).map(move |b| (a, b)));
        let pairs: Vec<Pair> = couples.filter_map(pair).collect();
        Self {
            nodes: n,
            sites: sites.to_vec(),
            collection: table(&nodes, sites, |node, hub| tariff.collection[node * n + hub]),
            distribution: table(&nodes, sites, |node, hub| {
                tariff.distribution[node * n + hub]
            }),
            there: table(sites, sites, |k, l| tariff.transfer[k * n + l]),
            back: table(sites, sites, |k, l| tariff.transfer[l * n + k]),
            own: table(&nodes, sites, |node, hub| {
                let legs = tariff.collection[node * n + hub] + tariff.distribution[node * n + hub];
                tariff.flow[node * n + node] * (legs + tariff.transfer[hub * n + hub])
            }),
            is_symmetric: (0..n * n)
                .all(|at| tariff.transfer[at] == tariff.transfer[at % n * n + at / n]),
            multipliers: vec![0.0; 2 * pairs.len() * sites.len()],
            net: vec![0.0; n * sites.len()],
            pairs,
        }
    }

    /// For each node the chosen candidates that it picks at its price.
    fn picks(&self, chosen: &[bool]) -> Vec<Vec<usize>> {
        let m = self.sites.len();
        let picks = |node: usize| {
            let is_pick = |&hub: &usize| {
                chosen[hub] && (self.sites[hub] == node || self.net[node * m + hub] > 0.0)
            };
            (0..m).filter(is_pick).collect()
        };
        (0..self.nodes).map(picks).collect()
    }
}

impl Relaxation for Ties {
    const HANDFUL: usize = 20_000;

    fn sites(&self) -> &[usize] {
        &self.sites
    }

    fn restrict(&mut self, keep: Sites) {
        let kept = |site: &usize| keep.contains(*site);
        let columns: Vec<bool> = self.sites.iter().map(kept).collect();
        for square in [&mut self.there, &mut self.back] {
            keep_rows(square, &columns, columns.len());
            keep_columns(square, &columns);
        }
        keep_columns(&mut self.collection, &columns);
        keep_columns(&mut self.distribution, &columns);
        keep_columns(&mut self.own, &columns);
        keep_columns(&mut self.multipliers, &columns);
        keep_columns(&mut self.net, &columns);
        self.sites.retain(kept);
    }

    fn evaluate(&mut self, gains: &mut Vec<f64>) -> f64 {
        let m = self.sites.len();
        let (mut before, mut after) = (vec![0.0; m], vec![0.0; m]);
        for (net, own) in self.net.iter_mut().zip(&self.own) {
            *net = -own;
        }
        let mut base = 0.0;
        for (pair, multipliers) in self
            .pairs
            .iter_mut()
            .zip(self.multipliers.chunks_exact(2 * m))
        {
            let (first, second) = multipliers.split_at(m);
            let Pair {
                ends: [a, b],
                flow,
                there,
                back,
                ..
            } = *pair;
            for (node, cost, multipliers, sends, receives) in [
                (a, &mut before, first, there, back),
                (b, &mut after, second, back, there),
            ] {
                let collection = &self.collection[node * m..][..m];
                let distribution = &self.distribution[node * m..][..m];
                let net = &mut self.net[node * m..][..m];
                for hub in 0..m {
                    let legs = sends * collection[hub] + receives * distribution[hub];
                    cost[hub] = legs + multipliers[hub];
                    net[hub] += flow * multipliers[hub];
                }
            }
            let (out, home) = (&self.there, &self.back);
            let is_symmetric = self.is_symmetric;
            let between = |k: usize, l: usize| {
                if is_symmetric {
                    out[k * m + l]
                } else {
                    there * out[k * m + l] + back * home[k * m + l]
                }
            };
            let row = |k: usize, after: &[f64]| {
                let out = &out[k * m..][..m];
                if is_symmetric {
                    least_sum(out, after)
                } else {
                    least_mixed_sum((there, out), (back, &home[k * m..][..m]), after)
                }
            };
            let mut best = Pairing {
                cost: f64::INFINITY,
                first: 0,
                last: 0,
            };
            for hub in 0..m {
                let cost = before[hub] + (between(hub, hub) + after[hub]);
                if cost < best.cost {
                    best = Pairing {
                        cost,
                        first: hub,
                        last: hub,
                    };
                }
            }
            best = cheapest(&before, &after, best, row, between);
            pair.picks = [best.first, best.last];
            base += flow * best.cost;
        }
        gains.clear();
        gains.resize(m, 0.0);
        for (node, net) in self.net.chunks_exact(m).enumerate() {
            for hub in 0..m {
                gains[hub] += if self.sites[hub] == node {
                    net[hub]
                } else {
                    net[hub].max(0.0)
                };
            }
        }
        base
    }

    fn step(&mut self, chosen: &[bool], rise: f64) {
        let m = self.sites.len();
        let picks = self.picks(chosen);
        // The subgradient is +1 where the end of a pair picks a hub and its node does not, and -1 the other way.
        let mut square = 0.0;
        for pair in &self.pairs {
            for (&node, pick) in pair.ends.iter().zip(&pair.picks) {
                let agrees = picks[node].contains(pick);
                let moves = picks[node].len() + 1 - 2 * usize::from(agrees);
                square += pair.flow * moves as f64;
            }
        }
        if square <= 0.0 {
            return;
        }
        let length = rise / square;
        for (pair, multipliers) in self
            .pairs
            .iter()
            .zip(self.multipliers.chunks_exact_mut(2 * m))
        {
            for (end, multipliers) in multipliers.chunks_exact_mut(m).enumerate() {
                let pick = pair.picks[end];
                multipliers[pick] += length;
                for &hub in &picks[pair.ends[end]] {
                    multipliers[hub] -= length;
                }
            }
        }
    }

    fn bound(&self, hubs: &[usize], linear: f64) -> f64 {
        // The linear bound took the positive part of every price; a node picks one hub, a hub itself.
        let m = self.sites.len();
        let mut bound = linear;
        for (node, net) in self.net.chunks_exact(m).enumerate() {
            let (mut taken, mut best, mut itself) = (0.0, f64::NEG_INFINITY, None);
            for &hub in hubs {
                if self.sites[hub] == node {
                    itself = Some(net[hub]);
                    taken += net[hub];
                } else {
                    taken += net[hub].max(0.0);
                }
                best = best.max(net[hub]);
            }
            bound += taken - itself.unwrap_or(best);
        }
        bound
    }
}
