//! What holds for every answer: it is always the same, it does not depend on the order of the nodes, and
//! ending a search early leaves true bounds.

use crate::check_cost;
use crate::generated::{Problem, Random};
use kbio_atlas::hub::{
    Choice, Network, Progress, Rates, Solution, centre, median, multiple, single, unwatched,
};
use std::ops::ControlFlow;

/// Thirty nodes in a plane, with flows that differ in both directions.
fn country() -> (Network, Rates, Choice) {
    let mut random = Random::new(42);
    let nodes = 30;
    let places: Vec<(f64, f64)> = (0..nodes).map(|_| (random.unit(), random.unit())).collect();
    let apart = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
    let distance = places
        .iter()
        .flat_map(|&a| places.iter().map(move |&b| apart(a, b)))
        .collect();
    let flow = (0..nodes * nodes).map(|_| random.unit()).collect();
    let network = Network::new(nodes, flow, distance).unwrap();
    (
        network,
        Rates::new(1.0, 0.6, 1.0).unwrap(),
        Choice::free(nodes, 4).unwrap(),
    )
}

#[test]
fn the_same_problem_has_the_same_answer() {
    let (network, rates, choice) = country();
    let both = || {
        (
            multiple(&network, &rates, &choice, &mut unwatched).unwrap(),
            single(&network, &rates, &choice, &mut unwatched).unwrap(),
        )
    };
    assert_eq!(both(), both());
}

#[test]
fn the_order_of_the_nodes_does_not_change_the_cost() {
    for seed in 4000..4040 {
        let problem = Problem::new(seed, 12, 4);
        let (nodes, choice) = (problem.nodes, &problem.choice);
        let back: Vec<usize> = (0..nodes).rev().collect();
        let turned = |table: &[f64]| -> Vec<f64> {
            let rows = back
                .iter()
                .flat_map(|&row| back.iter().map(move |&column| row * nodes + column));
            rows.map(|at| table[at]).collect()
        };
        let sites =
            |sites: Vec<usize>| sites.into_iter().map(|site| back[site]).collect::<Vec<_>>();
        let closed = (0..nodes)
            .filter(|&site| !choice.allowed().contains(site))
            .collect();
        let other = Choice::new(
            nodes,
            choice.hubs(),
            &sites(choice.open().to_vec()),
            &sites(closed),
        )
        .unwrap();
        let (flow, distance) = (turned(&problem.flow), turned(&problem.distance));

        let what = format!("seed {seed}");
        let (network, rates) = (problem.network(), &problem.rates);
        let mirror = Network::new(nodes, flow.clone(), distance.clone()).unwrap();
        let cost = |network: &Network, choice: &Choice| {
            multiple(network, rates, choice, &mut unwatched)
                .unwrap()
                .cost
        };
        check_cost(&what, cost(&mirror, &other), cost(&network, choice));
        let cost = |network: &Network, choice: &Choice| {
            single(network, rates, choice, &mut unwatched).unwrap().cost
        };
        check_cost(&what, cost(&mirror, &other), cost(&network, choice));
        let weight: Vec<f64> = problem.flow[..nodes].to_vec();
        let weight_turned: Vec<f64> = weight.iter().rev().copied().collect();
        let cost = |weight: &[f64], distance: &[f64], choice: &Choice| {
            median(weight, distance, choice, &mut unwatched)
                .unwrap()
                .cost
        };
        check_cost(
            &what,
            cost(&weight_turned, &distance, &other),
            cost(&weight, &problem.distance, choice),
        );
        let cost = |distance: &[f64], choice: &Choice| {
            centre(distance, choice, &mut unwatched).unwrap().cost
        };
        assert_eq!(
            cost(&distance, &other),
            cost(&problem.distance, choice),
            "{what}"
        );
    }
}

/// Ends a search at every stage and compares with the search that went to the end.
#[track_caller]
fn check_stopped<A>(
    mut solve: impl FnMut(&mut dyn FnMut(Progress) -> ControlFlow<()>) -> Solution<A>,
) {
    let mut calls = 0;
    let best = solve(&mut |progress| {
        assert!(
            progress.bound <= progress.cost,
            "the bound passes the cost: {progress:?}"
        );
        assert!(
            (0.0..=1.0).contains(&progress.gap()),
            "no share: {progress:?}"
        );
        calls += 1;
        ControlFlow::Continue(())
    });
    assert!(best.proven && best.bound == best.cost);
    assert!(calls > 3, "the watch was asked {calls} times only");
    for stop in [1, 2, calls / 2, calls] {
        let mut call = 0;
        let stopped = solve(&mut |_| {
            call += 1;
            if call == stop {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert_eq!(
            call, stop,
            "the watch was asked again after it ended the search"
        );
        assert!(!stopped.proven, "a search ended by its watch is not proven");
        assert!(
            stopped.cost >= best.cost,
            "a search ended early cannot be cheaper"
        );
        assert!(
            stopped.bound <= best.cost * (1.0 + 1e-9),
            "ended at {stop}: the bound {} is above the least cost {}",
            stopped.bound,
            best.cost
        );
        assert_eq!(stopped.hubs.len(), best.hubs.len());
    }
}

#[test]
fn a_search_ended_early_gives_its_best_and_a_true_bound() {
    let (network, rates, choice) = country();
    check_stopped(|watch| multiple(&network, &rates, &choice, watch).unwrap());
    check_stopped(|watch| single(&network, &rates, &choice, watch).unwrap());
    let distance: Vec<f64> = (0..900)
        .map(|at| network.distance(at / 30, at % 30))
        .collect();
    check_stopped(|watch| median(&[1.0; 30], &distance, &choice, watch).unwrap());
    check_stopped(|watch| centre(&distance, &choice, watch).unwrap());
}

#[test]
fn a_network_without_flow_costs_nothing() {
    let network = Network::new(3, vec![0.0; 9], vec![1.0; 9]).unwrap();
    let rates = Rates::new(1.0, 1.0, 1.0).unwrap();
    let choice = Choice::new(3, 2, &[2], &[]).unwrap();
    let found = multiple(&network, &rates, &choice, &mut unwatched).unwrap();
    assert_eq!(
        (found.cost, found.proven, found.hubs),
        (0.0, true, vec![0, 2])
    );
    assert!(
        found.allocation.iter().all(Vec::is_empty),
        "no flow uses a hub"
    );
    let found = single(&network, &rates, &choice, &mut unwatched).unwrap();
    assert_eq!(
        (found.cost, found.proven, found.hubs),
        (0.0, true, vec![0, 2])
    );
}

#[test]
fn fixed_hubs_stay_and_forbidden_ones_stay_away() {
    let (network, rates, free) = country();
    let best = multiple(&network, &rates, &free, &mut unwatched).unwrap();
    let (out, into) = (
        best.hubs[0],
        (0..30).find(|site| !best.hubs.contains(site)).unwrap(),
    );
    let choice = Choice::new(30, 4, &[into], &[out]).unwrap();
    let other = multiple(&network, &rates, &choice, &mut unwatched).unwrap();
    assert!(other.hubs.contains(&into) && !other.hubs.contains(&out));
    assert!(other.proven && other.cost > best.cost);
    let all = Choice::new(30, 4, &best.hubs, &[]).unwrap();
    let same = multiple(&network, &rates, &all, &mut unwatched).unwrap();
    assert_eq!(same, best);
}
