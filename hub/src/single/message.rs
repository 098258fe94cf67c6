//! A lower bound on the cost of allocating nodes to given hubs, raised by passing messages.
//!
//! With the hubs given, what remains is a quadratic semi-assignment: each node pays for its hub and each pair
//! of nodes for the way between their hubs. Costs are shifted between pairs and their nodes so that the sum
//! over any allocation stays the same and no pair is ever below zero; then the sum of each node's least cost
//! is a lower bound. The order of shifts is that of MPLP++ (Tourani, Shekhovtsov, Rother & Savchynskyy 2018),
//! which suits problems where every pair of nodes interacts.

use super::tariff::Tariff;

#[derive(Clone)]
pub(super) struct Messages {
    hubs: usize,
    /// What is certain to be paid.
    fixed: f64,
    /// The nodes that are not yet allocated, each with the hubs (positions) that are still possible.
    open: Vec<Open>,
    /// The position of the hub that a node is allocated to.
    allocation: Vec<Option<usize>>,
    /// Entry `node * hubs + hub`.
    node_costs: Vec<f64>,
    /// Entry `((a * n + b) * hubs + hub of a) * hubs + hub of b` for nodes a < b.
    pair_costs: Vec<f64>,
}

#[derive(Clone)]
struct Open {
    node: usize,
    hubs: Vec<usize>,
}

impl Messages {
    /// All nodes open but the hubs.
    pub(super) fn new(tariff: &Tariff, hubs: &[usize]) -> Self {
        let (n, p) = (tariff.nodes, hubs.len());
        let allocation: Vec<Option<usize>> = (0..n)
            .map(|node| hubs.iter().position(|&hub| hub == node))
            .collect();
        let mut node_costs = Vec::with_capacity(n * p);
        for node in 0..n {
            node_costs.extend(hubs.iter().map(|&hub| tariff.access(node, hub)));
        }
        let mut pair_costs = vec![0.0; n * n * p * p];
        for a in 0..n {
            for b in a + 1..n {
                let cell = &mut pair_costs[(a * n + b) * p * p..][..p * p];
                for (at, cost) in cell.iter_mut().enumerate() {
                    *cost = tariff.between((a, hubs[at / p]), (b, hubs[at % p]));
                }
            }
        }
        let open = (0..n).filter(|&node| allocation[node].is_none());
        let open = open
            .map(|node| Open {
                node,
                hubs: (0..p).collect(),
            })
            .collect();
        let mut messages = Self {
            hubs: p,
            fixed: 0.0,
            open,
            allocation: vec![None; n],
            node_costs,
            pair_costs,
        };
        for (node, hub) in allocation.into_iter().enumerate() {
            if let Some(hub) = hub {
                messages.settle(node, hub);
            }
        }
        messages
    }

    /// No allocation costs less.
    pub(super) fn bound(&self) -> f64 {
        let least = |open: &Open| self.least(open).0;
        self.fixed + self.open.iter().map(least).sum::<f64>()
    }

    /// The least cost of an open node and the hub that has it, the lowest among equals.
    fn least(&self, open: &Open) -> (f64, usize) {
        let mut least = (f64::INFINITY, 0);
        for &hub in &open.hubs {
            let cost = self.node_costs[open.node * self.hubs + hub];
            if cost < least.0 {
                least = (cost, hub);
            }
        }
        least
    }

    /// For each node the position of the hub it is allocated to or now tends to.
    pub(super) fn tendency(&self) -> Vec<usize> {
        let mut tendency: Vec<usize> = self.allocation.iter().map(|hub| hub.unwrap_or(0)).collect();
        for open in &self.open {
            tendency[open.node] = self.least(open).1;
        }
        tendency
    }

    /// Whether every node is allocated.
    pub(super) fn is_settled(&self) -> bool {
        self.open.is_empty()
    }

    /// How many pairs of nodes a pass goes through.
    pub(super) fn pairs(&self) -> usize {
        self.open.len() * self.open.len() / 2
    }

    /// Takes every pair once, forwards or backwards, and leaves what it certainly costs with its nodes.
    pub(super) fn pass(&mut self, forwards: bool) {
        let count = self.open.len();
        let (n, p) = (self.allocation.len(), self.hubs);
        for step in 0..count * count {
            let step = if forwards {
                step
            } else {
                count * count - 1 - step
            };
            let (first, second) = (step / count, step % count);
            if first >= second {
                continue;
            }
            let (a, b) = (&self.open[first], &self.open[second]);
            let pair = &mut self.pair_costs[(a.node * n + b.node) * p * p..][..p * p];
            let (head, tail) = self.node_costs.split_at_mut(b.node * p);
            let (costs_a, costs_b) = (&mut head[a.node * p..][..p], &mut tail[..p]);
            share(pair, (costs_a, &a.hubs), (costs_b, &b.hubs));
        }
    }

    /// Rules out hubs that would bring the bound to `cutoff`; nodes with one hub left are settled.
    /// `false` if a node has no hub left.
    pub(super) fn rule_out(&mut self, cutoff: f64) -> bool {
        let bound = self.bound();
        let slack = cutoff - bound;
        let mut settled = Vec::new();
        for at in 0..self.open.len() {
            let least = self.least(&self.open[at]).0;
            let (costs, p) = (&self.node_costs, self.hubs);
            let Open { node, hubs } = &mut self.open[at];
            hubs.retain(|&hub| costs[*node * p + hub] - least < slack);
            match hubs[..] {
                [] => return false,
                [hub] => settled.push((*node, hub)),
                _ => (),
            }
        }
        for (node, hub) in settled {
            self.settle(node, hub);
        }
        true
    }

    /// The open node whose two best hubs are closest, and its hubs from the cheapest to the dearest.
    pub(super) fn undecided(&self) -> Option<(usize, Vec<usize>)> {
        let cost = |node: usize, hub: usize| self.node_costs[node * self.hubs + hub];
        let ranked = self.open.iter().map(|open| {
            let mut hubs = open.hubs.clone();
            hubs.sort_by(|&a, &b| cost(open.node, a).total_cmp(&cost(open.node, b)));
            (open.node, hubs)
        });
        let margin = |(node, hubs): &(usize, Vec<usize>)| match hubs[..] {
            [best, next, ..] => cost(*node, next) - cost(*node, best),
            _ => f64::INFINITY,
        };
        ranked.min_by(|a, b| margin(a).total_cmp(&margin(b)))
    }

    /// Allocates a node; what its pairs then cost goes to the other nodes.
    pub(super) fn settle(&mut self, node: usize, hub: usize) {
        let (n, p) = (self.allocation.len(), self.hubs);
        self.fixed += self.node_costs[node * p + hub];
        self.allocation[node] = Some(hub);
        self.open.retain(|open| open.node != node);
        for other in (0..n).filter(|&other| other != node) {
            let at = |mine: usize, theirs: usize| {
                if node < other {
                    ((node * n + other) * p + mine) * p + theirs
                } else {
                    ((other * n + node) * p + theirs) * p + mine
                }
            };
            // A settled node has paid for its pairs already: their costs at its hub are with this node.
            if self.allocation[other].is_none() {
                for theirs in 0..p {
                    self.node_costs[other * p + theirs] += self.pair_costs[at(hub, theirs)];
                }
            }
        }
    }
}

/// Takes all that two nodes pay into their pair and gives back what is certain: half of it to the first, what
/// is left to the second, and the rest to the first. No cell of the pair is below zero after it.
fn share(pair: &mut [f64], a: (&mut [f64], &[usize]), b: (&mut [f64], &[usize])) {
    let ((costs_a, hubs_a), (costs_b, hubs_b)) = (a, b);
    let p = costs_a.len();
    for &k in hubs_a {
        let row = &mut pair[k * p..][..p];
        let mut least = f64::INFINITY;
        for &l in hubs_b {
            row[l] += costs_a[k] + costs_b[l];
            least = least.min(row[l]);
        }
        costs_a[k] = least / 2.0;
    }
    for &l in hubs_b {
        let rest = |k: usize| pair[k * p + l] - costs_a[k];
        costs_b[l] = hubs_a
            .iter()
            .map(|&k| rest(k))
            .fold(f64::INFINITY, f64::min);
    }
    for &k in hubs_a {
        let row = &mut pair[k * p..][..p];
        let mut least = f64::INFINITY;
        for &l in hubs_b {
            row[l] -= costs_a[k] + costs_b[l];
            least = least.min(row[l]);
        }
        for &l in hubs_b {
            row[l] -= least;
        }
        costs_a[k] += least;
    }
}
