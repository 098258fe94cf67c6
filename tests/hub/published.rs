//! Published optima of the Australia Post data set.
//!
//! From the solution files that Ernst & Krishnamoorthy distribute with the data: multiple allocation (1998)
//! and single allocation (1996). They are in thousandths of flow × coordinate distance, to two decimals.

use kbio_atlas::hub::{Choice, Survey, multiple, single, unwatched};
use std::path::Path;

fn survey(nodes: usize) -> Survey {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join(format!("tests/fixtures/australia-post/{nodes}.txt"));
    Survey::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Hubs are counted from 1, as published.
#[track_caller]
fn check(nodes: usize, published: f64, published_hubs: &[usize], found: (f64, Vec<usize>, bool)) {
    let (cost, hubs, proven) = found;
    let hubs: Vec<usize> = hubs.into_iter().map(|hub| hub + 1).collect();
    assert_eq!(
        hubs, published_hubs,
        "{nodes} nodes: other hubs than published"
    );
    let apart = (cost / 1000.0 - published).abs();
    assert!(
        apart < 0.00501,
        "{nodes} nodes: cost {} instead of {published}",
        cost / 1000.0
    );
    assert!(proven, "{nodes} nodes: not proven");
}

#[track_caller]
fn check_multiple(nodes: usize, published: f64, hubs: &[usize]) {
    let Survey { network, rates, .. } = survey(nodes);
    let choice = Choice::free(nodes, hubs.len()).unwrap();
    let found = multiple(&network, &rates, &choice, &mut unwatched).unwrap();
    check(
        nodes,
        published,
        hubs,
        (found.cost, found.hubs, found.proven),
    );
}

#[track_caller]
fn check_single(nodes: usize, published: f64, allocation: &[usize]) {
    let mut hubs = allocation.to_vec();
    hubs.sort_unstable();
    hubs.dedup();
    let Survey { network, rates, .. } = survey(nodes);
    let choice = Choice::free(nodes, hubs.len()).unwrap();
    let found = single(&network, &rates, &choice, &mut unwatched).unwrap();
    let from_one: Vec<usize> = found.allocation.iter().map(|hub| hub + 1).collect();
    assert_eq!(
        from_one, allocation,
        "{nodes} nodes: another allocation than published"
    );
    check(
        nodes,
        published,
        &hubs,
        (found.cost, found.hubs, found.proven),
    );
}

#[test]
fn multiple_allocation_reaches_the_published_optima() {
    check_multiple(10, 163603.94, &[3, 7]);
    check_multiple(10, 131581.79, &[3, 7, 8]);
    check_multiple(10, 107354.73, &[2, 3, 7, 8]);
    check_multiple(10, 86028.88, &[1, 2, 3, 7, 8]);
    check_multiple(20, 168599.79, &[6, 14]);
    check_multiple(20, 148048.30, &[6, 12, 14]);
    check_multiple(20, 131665.43, &[2, 6, 12, 14]);
    check_multiple(20, 118934.97, &[2, 6, 12, 13, 14]);
}

#[rustfmt::skip] // an allocation a line
#[test]
fn single_allocation_reaches_the_published_optima() {
    check_single(10, 167493.06, &[3, 3, 3, 3, 7, 7, 7, 7, 7, 7]);
    check_single(10, 136008.13, &[3, 4, 3, 4, 7, 4, 7, 7, 7, 7]);
    check_single(10, 112396.07, &[3, 4, 3, 4, 7, 8, 7, 8, 7, 8]);
    check_single(10, 91105.37, &[1, 4, 3, 4, 7, 8, 7, 8, 7, 8]);
    check_single(20, 172816.69, &[6, 6, 6, 6, 6, 6, 6, 6, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14]);
    check_single(20, 151533.08, &[6, 6, 6, 12, 6, 6, 6, 12, 14, 14, 12, 12, 14, 14, 14, 12, 14, 14, 14, 14]);
    check_single(20, 135624.88, &[2, 2, 6, 12, 6, 6, 6, 12, 14, 14, 12, 12, 14, 14, 14, 12, 14, 14, 14, 14]);
    check_single(20, 123130.09, &[2, 2, 6, 12, 6, 6, 6, 12, 13, 14, 12, 12, 13, 14, 14, 12, 13, 14, 14, 14]);
}

#[test]
fn the_file_says_how_many_hubs_and_at_what_rates() {
    let survey = survey(20);
    assert_eq!(survey.hubs, Some(3));
    let rates = (
        survey.rates.collection(),
        survey.rates.transfer(),
        survey.rates.distribution(),
    );
    assert_eq!(rates, (3.0, 0.75, 2.0));
}
