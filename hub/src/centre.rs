//! The p-centre: the farthest node as near as possible.

use crate::choice::Choice;
use crate::mistake::{Mistake, Table};
use crate::network::{check_nodes, check_table};
use crate::sites::Sites;
use crate::solution::{Progress, Solution, Watch};
use std::ops::ControlFlow;

/// Places the hubs so that the largest distance from a node to its nearest hub is least.
///
/// `distance` is a row-major `n × n` table, entry `i * n + k` from node `i` to hub `k`. The answer's cost is
/// that largest distance; `allocation[i]` is the nearest hub of node `i`, the lowest index among equals.
///
/// The cost is one of the n² distances. A binary search over them asks each time whether the hubs can
/// cover all nodes within that distance (Minieka 1970), and answers by branching on the node with the
/// fewest sites in reach. The answer is exact, without any tolerance.
pub fn centre(
    distance: &[f64],
    choice: &Choice,
    watch: &mut Watch<'_>,
) -> Result<Solution<Vec<usize>>, Mistake> {
    let n = choice.nodes();
    check_nodes(n)?;
    check_table(Table::Distance, distance, n)?;

    let mut radii = distance.to_vec();
    radii.sort_by(f64::total_cmp);
    radii.dedup();
    // Within the largest distance any choice covers all, so `high` always has a cover.
    let (mut low, mut high) = (0, radii.len() - 1);
    let mut hubs = filled(choice, choice.open());
    let mut meter = Meter {
        watch,
        progress: Progress {
            cost: radii[high],
            bound: radii[0],
            examined: 0,
        },
        stopped: false,
    };
    while low < high {
        let middle = low + (high - low) / 2;
        let cover = Cover::within(radii[middle], distance, choice);
        meter.say(radii[high], radii[low]);
        match cover.search(choice, &mut meter) {
            Some(found) => (hubs, high) = (filled(choice, found), middle),
            None if meter.stopped => break,
            None => low = middle + 1,
        }
    }

    let nearest = |node: usize| {
        let reach = |hub: &usize| distance[node * n + hub];
        hubs.iter()
            .min_by(|a, b| reach(a).total_cmp(&reach(b)))
            .unwrap_or(node)
    };
    let allocation: Vec<usize> = (0..n).map(nearest).collect();
    let farthest = |(node, &hub): (usize, &usize)| distance[node * n + hub];
    let cost = allocation
        .iter()
        .enumerate()
        .map(farthest)
        .fold(0.0, f64::max);
    let proven = low == high;
    Ok(Solution {
        hubs: hubs.to_vec(),
        allocation,
        cost,
        bound: if proven { cost } else { radii[low].min(cost) },
        proven,
    })
}

/// The hubs with as many more as are asked for, the lowest allowed ones.
fn filled(choice: &Choice, hubs: Sites) -> Sites {
    let more = choice.hubs() - hubs.len();
    choice
        .allowed()
        .minus(hubs)
        .iter()
        .take(more)
        .fold(hubs, Sites::with)
}

/// Which site covers which node.
struct Cover {
    /// For each node the sites within the radius.
    sites: Vec<Sites>,
    /// For each site the nodes it is within the radius of; none for a site that is not allowed.
    nodes: Vec<Sites>,
}

impl Cover {
    fn within(radius: f64, distance: &[f64], choice: &Choice) -> Self {
        let n = choice.nodes();
        let is_near = |node: usize, site: usize| {
            choice.allowed().contains(site) && distance[node * n + site] <= radius
        };
        let sites = |node| (0..n).filter(|&site| is_near(node, site)).collect();
        let nodes = |site| (0..n).filter(|&node| is_near(node, site)).collect();
        Self {
            sites: (0..n).map(sites).collect(),
            nodes: (0..n).map(nodes).collect(),
        }
    }

    /// At most as many hubs as are chosen, the open ones among them, that cover every node.
    fn search(&self, choice: &Choice, meter: &mut Meter<'_, '_>) -> Option<Sites> {
        let open = choice.open();
        let covered = open
            .iter()
            .fold(Sites::default(), |all, site| all.union(self.nodes[site]));
        self.extend(
            Sites::first(choice.nodes()).minus(covered),
            open,
            choice.hubs() - open.len(),
            meter,
        )
    }

    /// The hubs with at most `spare` more, so that the nodes of `rest` are covered too.
    fn extend(
        &self,
        rest: Sites,
        hubs: Sites,
        spare: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Option<Sites> {
        if rest.is_empty() {
            return Some(hubs);
        }
        let left = |site: usize| rest.minus(self.nodes[site]);
        let most = (0..self.nodes.len())
            .map(|site| rest.len() - left(site).len())
            .max()?;
        if most * spare < rest.len() || meter.count().is_break() {
            return None;
        }
        let scarce = rest.iter().min_by_key(|&node| self.sites[node].len())?;
        let mut sites = self.sites[scarce].to_vec();
        // What covers most comes first; the sort is stable, so the lowest index among equals.
        sites.sort_by_key(|&site| left(site).len());
        sites
            .into_iter()
            .find_map(|site| self.extend(left(site), hubs.with(site), spare - 1, meter))
    }
}

/// Counts the branches and asks the watch now and then.
struct Meter<'w, 'f> {
    watch: &'w mut Watch<'f>,
    progress: Progress,
    stopped: bool,
}

impl Meter<'_, '_> {
    /// Tells the watch the radius that is known to do and the least that may do.
    fn say(&mut self, cost: f64, bound: f64) {
        (self.progress.cost, self.progress.bound) = (cost, bound);
        self.stopped = self.stopped || (self.watch)(self.progress).is_break();
    }

    fn count(&mut self) -> ControlFlow<()> {
        self.progress.examined += 1;
        if self.progress.examined.is_multiple_of(1024) {
            self.say(self.progress.cost, self.progress.bound);
        }
        if self.stopped {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
