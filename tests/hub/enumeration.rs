//! Every set of hubs, and for single allocation every allocation, against the solvers.

use crate::check_cost;
use crate::generated::{Problem, Random};
use kbio_atlas::hub::{Choice, Network, Rates, centre, median, multiple, single, unwatched};

/// All allowed sets of hubs.
fn sets(choice: &Choice) -> Vec<Vec<usize>> {
    (0..1_u64 << choice.nodes())
        .map(|bits| {
            (0..choice.nodes())
                .filter(|site| bits >> site & 1 == 1)
                .collect::<Vec<_>>()
        })
        .filter(|hubs| {
            hubs.len() == choice.hubs()
                && choice.open().iter().all(|site| hubs.contains(&site))
                && hubs.iter().all(|&site| choice.allowed().contains(site))
        })
        .collect()
}

/// The cost of a unit of flow from `i` to `j` through `k` and `l`.
fn unit(network: &Network, rates: &Rates, [i, k, l, j]: [usize; 4]) -> f64 {
    rates.collection() * network.distance(i, k)
        + rates.transfer() * network.distance(k, l)
        + rates.distribution() * network.distance(l, j)
}

/// Σ flow · cost, each pair's ways as given.
fn total(network: &Network, cost: impl Fn(usize, usize) -> f64) -> f64 {
    let n = network.nodes();
    let pairs = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
    pairs.map(|(i, j)| network.flow(i, j) * cost(i, j)).sum()
}

fn multiple_cost(network: &Network, rates: &Rates, hubs: &[usize]) -> f64 {
    total(network, |i, j| {
        let ways = hubs
            .iter()
            .flat_map(|&k| hubs.iter().map(move |&l| [i, k, l, j]));
        ways.map(|way| unit(network, rates, way))
            .fold(f64::INFINITY, f64::min)
    })
}

fn single_cost(network: &Network, rates: &Rates, allocation: &[usize]) -> f64 {
    total(network, |i, j| {
        unit(network, rates, [i, allocation[i], allocation[j], j])
    })
}

/// The least cost over all allocations in which a hub is its own.
fn least_single_cost(network: &Network, rates: &Rates, hubs: &[usize]) -> f64 {
    let spokes: Vec<usize> = (0..network.nodes())
        .filter(|node| !hubs.contains(node))
        .collect();
    let mut allocation: Vec<usize> = (0..network.nodes()).collect();
    let mut least = f64::INFINITY;
    for code in 0..hubs.len().pow(spokes.len() as u32) {
        let mut rest = code;
        for &node in &spokes {
            allocation[node] = hubs[rest % hubs.len()];
            rest /= hubs.len();
        }
        least = least.min(single_cost(network, rates, &allocation));
    }
    least
}

fn least(costs: impl Iterator<Item = f64>) -> f64 {
    costs.fold(f64::INFINITY, f64::min)
}

#[test]
fn multiple_allocation_is_the_least_of_all_sets_of_hubs() {
    for seed in 0..400 {
        let problem = Problem::new(seed, 9, 4);
        let Problem { rates, choice, .. } = &problem;
        let network = problem.network();
        let expected = least(
            sets(choice)
                .iter()
                .map(|hubs| multiple_cost(&network, rates, hubs)),
        );
        let found = multiple(&network, rates, choice, &mut unwatched).unwrap();
        let what = format!("seed {seed}");
        check_cost(&what, found.cost, expected);
        check_cost(&what, multiple_cost(&network, rates, &found.hubs), expected);
        assert!(
            found.proven && found.bound == found.cost,
            "{what}: not proven"
        );
        assert!(
            sets(choice).contains(&found.hubs),
            "{what}: {:?} is not allowed",
            found.hubs
        );
        // The hubs that a node is said to use are enough for its flows.
        let listed = total(&network, |i, j| {
            let (first, last) = (&found.allocation[i], &found.allocation[j]);
            let ways = first
                .iter()
                .flat_map(|&k| last.iter().map(move |&l| [i, k, l, j]));
            let way = least(ways.map(|way| unit(&network, rates, way)));
            if network.flow(i, j) > 0.0 { way } else { 0.0 }
        });
        check_cost(&what, listed, expected);
    }
}

#[test]
fn single_allocation_is_the_least_of_all_allocations() {
    for seed in 1000..1400 {
        let problem = Problem::new(seed, 8, 4);
        let Problem { rates, choice, .. } = &problem;
        let network = problem.network();
        let expected = least(
            sets(choice)
                .iter()
                .map(|hubs| least_single_cost(&network, rates, hubs)),
        );
        let found = single(&network, rates, choice, &mut unwatched).unwrap();
        let what = format!("seed {seed}");
        check_cost(&what, found.cost, expected);
        check_cost(
            &what,
            single_cost(&network, rates, &found.allocation),
            expected,
        );
        assert!(
            found.proven && found.bound == found.cost,
            "{what}: not proven"
        );
        assert!(
            sets(choice).contains(&found.hubs),
            "{what}: {:?} is not allowed",
            found.hubs
        );
        for &hub in &found.hubs {
            assert_eq!(found.allocation[hub], hub, "{what}: a hub is its own hub");
        }
        assert!(
            found.allocation.iter().all(|hub| found.hubs.contains(hub)),
            "{what}"
        );
    }
}

#[test]
fn the_median_is_the_least_of_all_sets_of_hubs() {
    for seed in 2000..2300 {
        let Problem {
            nodes,
            flow,
            distance,
            choice,
            ..
        } = Problem::new(seed, 9, 4);
        let weight = &flow[..nodes];
        let near = |node: usize, hubs: &[usize]| {
            least(hubs.iter().map(|&hub| distance[node * nodes + hub]))
        };
        let cost = |hubs: &Vec<usize>| {
            (0..nodes)
                .map(|node| weight[node] * near(node, hubs))
                .sum::<f64>()
        };
        let found = median(weight, &distance, &choice, &mut unwatched).unwrap();
        let what = format!("seed {seed}");
        check_cost(&what, found.cost, least(sets(&choice).iter().map(cost)));
        check_cost(&what, cost(&found.hubs), found.cost);
        assert!(
            found.proven && sets(&choice).contains(&found.hubs),
            "{what}"
        );
        for (node, &hub) in found.allocation.iter().enumerate() {
            assert_eq!(
                distance[node * nodes + hub],
                near(node, &found.hubs),
                "{what}"
            );
        }
    }
}

#[test]
fn the_centre_is_the_least_of_all_sets_of_hubs() {
    for seed in 3000..3300 {
        let Problem {
            nodes,
            distance,
            choice,
            ..
        } = Problem::new(seed, 9, 4);
        let near = |node: usize, hubs: &[usize]| {
            least(hubs.iter().map(|&hub| distance[node * nodes + hub]))
        };
        let cost = |hubs: &Vec<usize>| (0..nodes).map(|node| near(node, hubs)).fold(0.0, f64::max);
        let found = centre(&distance, &choice, &mut unwatched).unwrap();
        let what = format!("seed {seed}");
        assert_eq!(found.cost, least(sets(&choice).iter().map(cost)), "{what}");
        assert_eq!(cost(&found.hubs), found.cost, "{what}");
        assert!(
            found.proven && sets(&choice).contains(&found.hubs),
            "{what}"
        );
    }
}

#[test]
fn a_network_too_large_to_list_at_once_is_divided_and_still_exact() {
    // Without structure the bound is weak, so that branching is needed.
    let mut random = Random::new(7);
    let nodes = 16;
    let flow: Vec<f64> = (0..nodes * nodes).map(|_| random.unit()).collect();
    let distance: Vec<f64> = (0..nodes * nodes).map(|_| random.unit()).collect();
    let network = Network::new(nodes, flow, distance).unwrap();
    let rates = Rates::new(1.0, 1.0, 1.0).unwrap();
    let choice = Choice::free(nodes, 6).unwrap();
    let expected = least(
        sets(&choice)
            .iter()
            .map(|hubs| multiple_cost(&network, &rates, hubs)),
    );
    let found = multiple(&network, &rates, &choice, &mut unwatched).unwrap();
    check_cost("16 nodes, 6 hubs", found.cost, expected);
    assert!(found.proven);
}
