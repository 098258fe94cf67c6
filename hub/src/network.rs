//! What is given: nodes, flows, distances and rates.

use crate::mistake::{Mistake, Rate, Table};

/// The most nodes that are accepted. The search is exponential in the worst case; up to here it is
/// quick on networks that lie in a plane.
pub const NODE_LIMIT: usize = 50;

/// The largest cost that any allocation may have, far from where sums of costs overflow.
const COST_LIMIT: f64 = 1e290;

/// Flows and distances between `n` nodes, as row-major `n × n` tables: entry `i * n + j` leads from `i` to `j`.
///
/// Every entry is finite and not negative. Nothing else is assumed: tables may be asymmetric, a node may
/// send to itself, its distance to itself need not be 0, and the triangle inequality need not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    nodes: usize,
    flow: Vec<f64>,
    distance: Vec<f64>,
}

impl Network {
    /// Checks the two tables of a network with `nodes` nodes.
    pub fn new(nodes: usize, flow: Vec<f64>, distance: Vec<f64>) -> Result<Self, Mistake> {
        check_nodes(nodes)?;
        check_table(Table::Flow, &flow, nodes)?;
        check_table(Table::Distance, &distance, nodes)?;
        Ok(Self {
            nodes,
            flow,
            distance,
        })
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// Flow from node `from` to node `to`.
    pub fn flow(&self, from: usize, to: usize) -> f64 {
        self.flow[from * self.nodes + to]
    }

    /// Distance from node `from` to node `to`.
    pub fn distance(&self, from: usize, to: usize) -> f64 {
        self.distance[from * self.nodes + to]
    }

    /// Everything that leaves node `from`, what it sends to itself included.
    pub fn outflow(&self, from: usize) -> f64 {
        (0..self.nodes).map(|to| self.flow(from, to)).sum()
    }

    /// Everything that reaches node `to`, what it sends to itself included.
    pub fn inflow(&self, to: usize) -> f64 {
        (0..self.nodes).map(|from| self.flow(from, to)).sum()
    }

    /// Refuses flows whose dearest route has no finite cost.
    pub(crate) fn check_magnitude(&self, rates: &Rates) -> Result<(), Mistake> {
        let flow: f64 = self.flow.iter().sum();
        let farthest = self.distance.iter().copied().fold(0.0, f64::max);
        let rate = rates.collection + rates.transfer + rates.distribution;
        if flow * farthest * rate < COST_LIMIT {
            Ok(())
        } else {
            Err(Mistake::TooLarge)
        }
    }
}

/// Cost of moving one unit of flow over one unit of distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    collection: f64,
    transfer: f64,
    distribution: f64,
}

impl Rates {
    /// χ (origin to hub), α (hub to hub) and δ (hub to destination), each finite and not negative.
    /// Usually α < 1 ≤ χ, δ; nothing here depends on it.
    pub fn new(collection: f64, transfer: f64, distribution: f64) -> Result<Self, Mistake> {
        let rates = [
            (Rate::Collection, collection),
            (Rate::Transfer, transfer),
            (Rate::Distribution, distribution),
        ];
        match rates.into_iter().find(|&(_, value)| !is_amount(value)) {
            Some((rate, value)) => Err(Mistake::Rate { rate, value }),
            None => Ok(Self {
                collection,
                transfer,
                distribution,
            }),
        }
    }

    /// χ, from the origin to its hub.
    pub fn collection(&self) -> f64 {
        self.collection
    }

    /// α, from hub to hub.
    pub fn transfer(&self) -> f64 {
        self.transfer
    }

    /// δ, from a hub to the destination.
    pub fn distribution(&self) -> f64 {
        self.distribution
    }
}

pub(crate) fn check_nodes(nodes: usize) -> Result<(), Mistake> {
    match nodes {
        0 => Err(Mistake::NoNode),
        1..=NODE_LIMIT => Ok(()),
        _ => Err(Mistake::TooManyNodes {
            nodes,
            limit: NODE_LIMIT,
        }),
    }
}

/// Checks one entry for each ordered pair of nodes.
pub(crate) fn check_table(table: Table, entries: &[f64], nodes: usize) -> Result<(), Mistake> {
    let expected = nodes * nodes;
    if entries.len() != expected {
        return Err(Mistake::Length {
            table,
            found: entries.len(),
            expected,
        });
    }
    match entries.iter().position(|&value| !is_amount(value)) {
        Some(at) => Err(Mistake::Entry {
            table,
            from: at / nodes,
            to: Some(at % nodes),
            value: entries[at],
        }),
        None => Ok(()),
    }
}

/// Checks one entry for each node.
pub(crate) fn check_weights(entries: &[f64], nodes: usize) -> Result<(), Mistake> {
    let table = Table::Weight;
    if entries.len() != nodes {
        return Err(Mistake::Length {
            table,
            found: entries.len(),
            expected: nodes,
        });
    }
    match entries.iter().position(|&value| !is_amount(value)) {
        Some(from) => Err(Mistake::Entry {
            table,
            from,
            to: None,
            value: entries[from],
        }),
        None => Ok(()),
    }
}

fn is_amount(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}
