//! What allocations cost.

use crate::network::{Network, Rates};

/// The cost of single allocation, split into what each node pays for its own hub and what each pair of nodes
/// pays for the way between their hubs.
pub(crate) struct Tariff {
    pub(super) nodes: usize,
    /// Flow `i * n + j`.
    pub(super) flow: Vec<f64>,
    /// α·d, `k * n + l` from hub to hub.
    pub(super) transfer: Vec<f64>,
    /// χ·d, `i * n + k` from node to hub.
    pub(super) collection: Vec<f64>,
    /// δ·d, `i * n + k` from hub `k` to node `i`.
    pub(super) distribution: Vec<f64>,
    /// What node `i` pays for hub `k` whatever the others do, `i * n + k`.
    access: Vec<f64>,
}

impl Tariff {
    pub(super) fn new(network: &Network, rates: &Rates) -> Self {
        let n = network.nodes();
        let table = |entry: &dyn Fn(usize, usize) -> f64| -> Vec<f64> {
            (0..n * n).map(|at| entry(at / n, at % n)).collect()
        };
        let flow = table(&|from, to| network.flow(from, to));
        let transfer = table(&|from, to| rates.transfer() * network.distance(from, to));
        let collection = table(&|node, hub| rates.collection() * network.distance(node, hub));
        let distribution = table(&|node, hub| rates.distribution() * network.distance(hub, node));
        let outflow: Vec<f64> = (0..n).map(|node| network.outflow(node)).collect();
        let inflow: Vec<f64> = (0..n).map(|node| network.inflow(node)).collect();
        let access = table(&|node, hub| {
            let at = node * n + hub;
            outflow[node] * collection[at]
                + inflow[node] * distribution[at]
                + flow[node * n + node] * transfer[hub * n + hub]
        });
        Self {
            nodes: n,
            flow,
            transfer,
            collection,
            distribution,
            access,
        }
    }

    /// What `node` pays for `hub` whatever the others do.
    pub(super) fn access(&self, node: usize, hub: usize) -> f64 {
        self.access[node * self.nodes + hub]
    }

    /// What two nodes pay for the way between their hubs, there and back.
    pub(super) fn between(&self, (a, hub_a): (usize, usize), (b, hub_b): (usize, usize)) -> f64 {
        let n = self.nodes;
        self.flow[a * n + b] * self.transfer[hub_a * n + hub_b]
            + self.flow[b * n + a] * self.transfer[hub_b * n + hub_a]
    }

    /// The cost of an allocation.
    pub(super) fn cost(&self, allocation: &[usize]) -> f64 {
        let n = self.nodes;
        let mut total = 0.0;
        for (from, &first) in allocation.iter().enumerate() {
            total += self.access(from, first);
            for (to, &last) in allocation.iter().enumerate() {
                if to != from {
                    total += self.flow[from * n + to] * self.transfer[first * n + last];
                }
            }
        }
        total
    }

    /// Each node at the hub with the cheapest access, each hub at itself.
    pub(super) fn nearest(&self, hubs: &[usize]) -> Vec<usize> {
        let nearest = |node: usize| {
            let access = |hub: &&usize| self.access(node, **hub);
            let least = hubs.iter().min_by(|a, b| access(a).total_cmp(&access(b)));
            if hubs.contains(&node) {
                node
            } else {
                least.copied().unwrap_or(node)
            }
        };
        (0..self.nodes).map(nearest).collect()
    }

    /// Moves one node after the other to the hub that is best for it, as long as that saves anything.
    pub(super) fn improve(&self, allocation: &mut [usize], hubs: &[usize]) {
        let n = self.nodes;
        // Each move saves something, so this ends; the limit only guards against rounding.
        for _ in 0..4 * n {
            let mut is_better = false;
            for node in (0..n).filter(|node| !hubs.contains(node)) {
                let here = self.share(node, allocation[node], allocation);
                let mut best = (here - here.abs() * 1e-12, allocation[node]);
                for &hub in hubs {
                    let cost = self.share(node, hub, allocation);
                    if cost < best.0 {
                        best = (cost, hub);
                    }
                }
                is_better |= allocation[node] != best.1;
                allocation[node] = best.1;
            }
            if !is_better {
                break;
            }
        }
    }

    /// All of the cost that depends on the hub of `node`, were it `hub`.
    fn share(&self, node: usize, hub: usize, allocation: &[usize]) -> f64 {
        let others = allocation
            .iter()
            .enumerate()
            .filter(|&(other, _)| other != node);
        let between = others.map(|other| self.between((node, hub), (other.0, *other.1)));
        self.access(node, hub) + between.sum::<f64>()
    }
}
