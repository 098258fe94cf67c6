//! Input that makes no sense is refused with what a caller needs to explain it.

use kbio_atlas::hub::{
    Choice, Mistake, NODE_LIMIT, Network, Rate, Rates, Table, centre, median, multiple, single,
    unwatched,
};

#[track_caller]
fn check<T: std::fmt::Debug>(result: Result<T, Mistake>, expected: Mistake, sentence: &str) {
    let mistake = result.expect_err("this input must be refused");
    assert_eq!(mistake, expected);
    assert_eq!(mistake.to_string(), sentence);
}

#[rustfmt::skip] // a case a line
#[test]
fn a_choice_that_nobody_can_make_is_refused() {
    check(Choice::free(0, 1), Mistake::NoNode, "The network has no node.");
    check(Choice::free(51, 1), Mistake::TooManyNodes { nodes: 51, limit: NODE_LIMIT }, "The network has 51 nodes; at most 50 can be solved exactly.");
    check(Choice::free(5, 0), Mistake::NoHub, "At least one hub is needed.");
    check(Choice::free(5, 6), Mistake::MoreHubsThanNodes { hubs: 6, nodes: 5 }, "6 hubs cannot be placed on 5 nodes.");
    check(Choice::new(5, 2, &[5], &[]), Mistake::UnknownSite { site: 5, nodes: 5 }, "Node 6 does not exist; the network has 5 nodes.");
    check(Choice::new(5, 2, &[], &[usize::MAX - 1]), Mistake::UnknownSite { site: usize::MAX - 1, nodes: 5 }, "Node 18446744073709551615 does not exist; the network has 5 nodes.");
    check(Choice::new(5, 2, &[1], &[0, 1]), Mistake::OpenAndClosed { site: 1 }, "Node 2 is both fixed as a hub and forbidden as one.");
    check(Choice::new(5, 2, &[0, 1, 2], &[]), Mistake::TooManyOpen { open: 3, hubs: 2 }, "3 nodes are fixed as hubs, but only 2 hubs are to be placed.");
    check(Choice::new(5, 2, &[], &[0, 1, 2, 3, 4]), Mistake::TooFewSites { allowed: 0, hubs: 2 }, "2 hubs are to be placed, but only 0 nodes are allowed to be one.");
    assert!(Choice::new(5, 2, &[1, 1], &[0, 0, 2]).is_ok(), "repeats do no harm");
}

#[rustfmt::skip] // a case a line
#[test]
fn a_table_that_is_none_is_refused() {
    let network = |flow: Vec<f64>, distance: Vec<f64>| Network::new(2, flow, distance);
    check(Network::new(0, vec![], vec![]), Mistake::NoNode, "The network has no node.");
    check(Network::new(usize::MAX, vec![], vec![]), Mistake::TooManyNodes { nodes: usize::MAX, limit: NODE_LIMIT }, "The network has 18446744073709551615 nodes; at most 50 can be solved exactly.");
    check(network(vec![1.0; 3], vec![1.0; 4]), Mistake::Length { table: Table::Flow, found: 3, expected: 4 }, "The flow table has 3 entries where 4 are needed.");
    check(network(vec![1.0; 4], vec![1.0; 5]), Mistake::Length { table: Table::Distance, found: 5, expected: 4 }, "The distance table has 5 entries where 4 are needed.");
    check(network(vec![1.0, -1.0, 1.0, 1.0], vec![1.0; 4]), Mistake::Entry { table: Table::Flow, from: 0, to: Some(1), value: -1.0 }, "The flow from node 1 to node 2 is -1; it must be a finite number, zero or more.");
    check(network(vec![1.0; 4], vec![1.0, 1.0, f64::INFINITY, 1.0]), Mistake::Entry { table: Table::Distance, from: 1, to: Some(0), value: f64::INFINITY }, "The distance from node 2 to node 1 is inf; it must be a finite number, zero or more.");
    assert!(network(vec![1.0, f64::NAN, 1.0, 1.0], vec![1.0; 4]).is_err(), "NaN is no flow");
}

#[rustfmt::skip] // a case a line
#[test]
fn a_rate_below_zero_is_refused() {
    check(Rates::new(-1.0, 1.0, 1.0), Mistake::Rate { rate: Rate::Collection, value: -1.0 }, "The collection rate is -1; it must be a finite number, zero or more.");
    check(Rates::new(1.0, -0.5, 1.0), Mistake::Rate { rate: Rate::Transfer, value: -0.5 }, "The transfer rate is -0.5; it must be a finite number, zero or more.");
    check(Rates::new(1.0, 1.0, f64::INFINITY), Mistake::Rate { rate: Rate::Distribution, value: f64::INFINITY }, "The distribution rate is inf; it must be a finite number, zero or more.");
    assert!(Rates::new(1.0, f64::NAN, 1.0).is_err(), "NaN is no rate");
    assert!(Rates::new(0.0, 0.0, 0.0).is_ok());
}

#[rustfmt::skip] // a case a line
#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let network = Network::new(2, vec![1.0; 4], vec![1.0; 4]).unwrap();
    let rates = Rates::new(1.0, 1.0, 1.0).unwrap();
    let three = Choice::free(3, 1).unwrap();
    let other = Mistake::OtherNetwork { choice: 3, network: 2 };
    let sentence = "The choice of hubs is for 3 nodes, but the network has 2.";
    check(multiple(&network, &rates, &three, &mut unwatched), other, sentence);
    check(single(&network, &rates, &three, &mut unwatched), other, sentence);
    check(median(&[1.0; 2], &[1.0; 9], &three, &mut unwatched), Mistake::Length { table: Table::Weight, found: 2, expected: 3 }, "The weight table has 2 entries where 3 are needed.");
    check(median(&[1.0, 1.0, -2.0], &[1.0; 9], &three, &mut unwatched), Mistake::Entry { table: Table::Weight, from: 2, to: None, value: -2.0 }, "The weight of node 3 is -2; it must be a finite number, zero or more.");
    check(median(&[1.0; 3], &[1.0; 8], &three, &mut unwatched), Mistake::Length { table: Table::Distance, found: 8, expected: 9 }, "The distance table has 8 entries where 9 are needed.");
    check(centre(&[1.0; 4], &three, &mut unwatched), Mistake::Length { table: Table::Distance, found: 4, expected: 9 }, "The distance table has 4 entries where 9 are needed.");
    let huge = Network::new(2, vec![1e200; 4], vec![1e200; 4]).unwrap();
    let two = Choice::free(2, 1).unwrap();
    let sentence = "The flows, distances and rates are so large that their product is no number.";
    check(multiple(&huge, &rates, &two, &mut unwatched), Mistake::TooLarge, sentence);
    check(single(&huge, &rates, &two, &mut unwatched), Mistake::TooLarge, sentence);
}
