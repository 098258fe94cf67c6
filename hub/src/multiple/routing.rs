//! What the flows cost when each takes its cheapest way through given hubs.

use crate::network::{Network, Rates};

/// Flows, and the three legs of a way, each with its rate.
pub(crate) struct Routing {
    pub(super) nodes: usize,
    /// Flow `i * n + j` from origin to destination.
    pub(super) flow: Vec<f64>,
    /// χ·d, `i * n + k` from origin to hub.
    pub(super) collection: Vec<f64>,
    /// α·d, `k * n + l` from hub to hub.
    pub(super) transfer: Vec<f64>,
    /// δ·d, `l * n + j` from hub to destination.
    pub(super) distribution: Vec<f64>,
}

impl Routing {
    pub(super) fn new(network: &Network, rates: &Rates) -> Self {
        let n = network.nodes();
        let table = |entry: &dyn Fn(usize, usize) -> f64| -> Vec<f64> {
            (0..n * n).map(|at| entry(at / n, at % n)).collect()
        };
        Self {
            nodes: n,
            flow: table(&|from, to| network.flow(from, to)),
            collection: table(&|from, to| rates.collection() * network.distance(from, to)),
            transfer: table(&|from, to| rates.transfer() * network.distance(from, to)),
            distribution: table(&|from, to| rates.distribution() * network.distance(from, to)),
        }
    }

    /// The cost of all flows, or anything from `cutoff` up as soon as that is reached.
    pub(super) fn cost(&self, hubs: &[usize], cutoff: f64) -> f64 {
        let n = self.nodes;
        let mut total = 0.0;
        let mut unit = vec![0.0; n];
        for from in 0..n {
            unit.fill(f64::INFINITY);
            for &last in hubs {
                let start = self.start(from, last, hubs).1;
                for (cost, leg) in unit.iter_mut().zip(&self.distribution[last * n..][..n]) {
                    let through = start + leg;
                    *cost = if through < *cost { through } else { *cost };
                }
            }
            total += dot(&self.flow[from * n..][..n], &unit);
            if total >= cutoff {
                break;
            }
        }
        total
    }

    /// The hub at which the cheapest way from an origin to the hub `last` starts, and its cost.
    fn start(&self, from: usize, last: usize, hubs: &[usize]) -> (usize, f64) {
        let n = self.nodes;
        let mut best = (last, f64::INFINITY);
        for &first in hubs {
            let cost = self.collection[from * n + first] + self.transfer[first * n + last];
            if cost < best.1 {
                best = (first, cost);
            }
        }
        best
    }

    /// The first and the last hub of the cheapest way; the lowest among equals, the first before the last.
    pub(super) fn way(&self, from: usize, to: usize, hubs: &[usize]) -> (usize, usize) {
        let n = self.nodes;
        let mut best = (f64::INFINITY, from, to);
        for &first in hubs {
            for &last in hubs {
                let cost = self.collection[from * n + first]
                    + self.transfer[first * n + last]
                    + self.distribution[last * n + to];
                if cost < best.0 {
                    best = (cost, first, last);
                }
            }
        }
        (best.1, best.2)
    }
}

/// Σ a·b in four lanes, always in the same order.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a4
        .remainder()
        .iter()
        .zip(b4.remainder())
        .map(|(x, y)| x * y)
        .sum();
    let mut lanes = [0.0; 4];
    for (x, y) in a4.zip(b4) {
        for lane in 0..4 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    lanes.into_iter().sum::<f64>() + rest
}
