//! The p-median: the mean distance as short as possible.

use crate::choice::Choice;
use crate::mistake::{Mistake, Table};
use crate::multiple::multiple;
use crate::network::{Network, Rates, check_table, check_weights};
use crate::solution::{Solution, Watch};

/// Places the hubs so that Σ weight(i) · d(i, nearest hub) is least (Hakimi 1964).
///
/// `distance` is a row-major `n × n` table, entry `i * n + k` from node `i` to hub `k`. `allocation[i]` is the
/// nearest hub of node `i`, the lowest index among equals, also for a node without weight.
///
/// A node that sends its weight to itself, at a rate for collection only, pays just for the way to its nearest
/// hub: the p-median is the multiple allocation p-hub median of that network, and is solved as one.
pub fn median(
    weight: &[f64],
    distance: &[f64],
    choice: &Choice,
    watch: &mut Watch<'_>,
) -> Result<Solution<Vec<usize>>, Mistake> {
    let n = choice.nodes();
    check_weights(weight, n)?;
    check_table(Table::Distance, distance, n)?;
    let mut flow = vec![0.0; n * n];
    for (node, &weight) in weight.iter().enumerate() {
        flow[node * n + node] = weight;
    }
    let network = Network::new(n, flow, distance.to_vec())?;
    let solution = multiple(&network, &Rates::new(1.0, 0.0, 0.0)?, choice, watch)?;

    let nearest = |node: usize| {
        let reach = |hub: &&usize| distance[node * n + **hub];
        let least = solution
            .hubs
            .iter()
            .min_by(|a, b| reach(a).total_cmp(&reach(b)));
        least.copied().unwrap_or(node)
    };
    Ok(Solution {
        allocation: (0..n).map(nearest).collect(),
        hubs: solution.hubs,
        cost: solution.cost,
        bound: solution.bound,
        proven: solution.proven,
    })
}
