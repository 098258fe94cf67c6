//! Spatial statistics against PySAL's own answers; `tests/fixtures/spatial.py` writes them.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use kbio_atlas::geometry::{Boundaries, neighbours};
use kbio_atlas::spatial::{PERMUTATIONS, false_discovery, lisa, moran, theil};
use kbio_atlas::{REGIONS, RegionCode};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    samples: Vec<Sample>,
    theil: Vec<Division>,
}

#[derive(Deserialize)]
struct Sample {
    name: String,
    neighbours: Vec<Vec<usize>>,
    values: Vec<f64>,
    islands: Vec<usize>,
    moran: f64,
    expected: f64,
    p: f64,
    local: Vec<f64>,
    quadrants: Vec<String>,
    local_p: Vec<f64>,
    /// Over every set of neighbours, ties counted as not below the figure and as below it.
    exact_p: Vec<(f64, f64)>,
    fdr: f64,
}

#[derive(Deserialize)]
struct Division {
    name: String,
    values: Vec<f64>,
    capital: Vec<bool>,
    total: f64,
    between: f64,
    within: f64,
}

fn fixture() -> Fixture {
    serde_json::from_str(include_str!("fixtures/spatial.json")).unwrap()
}

fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

#[track_caller]
fn check(what: &str, ours: f64, theirs: f64, within: f64) {
    let error = (ours - theirs).abs();
    assert!(error <= within, "{what}: ours {ours}, PySAL's {theirs}");
}

/// Four standard errors of a p value of a half from our permutations; theirs are ten times as many.
const CHANCE: f64 = 0.02;

#[test]
fn the_neighbours_are_those_that_libpysal_finds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    let boundaries = Boundaries::read(&folder).unwrap();
    let ours = neighbours(&boundaries.sido);
    let over_regions = fixture()
        .samples
        .into_iter()
        .filter(|sample| sample.name != "lattice");
    let mut seen = 0;
    for sample in over_regions {
        assert_eq!(ours, sample.neighbours, "{}", sample.name);
        seen += 1;
    }
    assert_eq!(seen, 5);
}

#[test]
fn the_island_is_left_out_and_said_to_be() {
    let jeju = RegionCode::parse("50").unwrap().index();
    for sample in fixture().samples {
        let expected: &[usize] = if sample.name == "lattice" {
            &[]
        } else {
            &[jeju]
        };
        let found = moran(&sample.neighbours, &known(&sample.values), 9).unwrap();
        assert_eq!(found.islands, expected);
        assert_eq!(found.islands, sample.islands);
        assert_eq!(found.count + found.islands.len(), sample.values.len());
        let local = lisa(&sample.neighbours, &known(&sample.values), 9).unwrap();
        assert_eq!(local.islands, expected);
        assert!(
            local
                .regions
                .iter()
                .all(|region| !expected.contains(&region.place))
        );
    }
}

#[test]
fn global_morans_i_is_esdas() {
    for sample in fixture().samples {
        let name = &sample.name;
        let found = moran(&sample.neighbours, &known(&sample.values), PERMUTATIONS).unwrap();
        check(&format!("{name}: I"), found.i, sample.moran, 1e-9);
        check(
            &format!("{name}: E(I)"),
            found.expected,
            sample.expected,
            1e-12,
        );
        check(&format!("{name}: p"), found.p, sample.p, CHANCE);
    }
}

#[test]
fn local_morans_i_is_esdas() {
    for sample in fixture().samples {
        let name = &sample.name;
        let found = lisa(&sample.neighbours, &known(&sample.values), PERMUTATIONS).unwrap();
        assert_eq!(found.regions.len(), sample.local.len(), "{name}");
        for (at, region) in found.regions.iter().enumerate() {
            let place = region.place;
            check(
                &format!("{name}: I of {place}"),
                region.i,
                sample.local[at],
                1e-9,
            );
            let (exact, without_ties) = sample.exact_p[at];
            check(&format!("{name}: p of {place}"), region.p, exact, CHANCE);
            // Rounding makes esda lose ties, so its p lies between the two.
            let theirs = sample.local_p[at];
            let between = theirs.clamp(exact.min(without_ties), exact.max(without_ties));
            check(
                &format!("{name}: esda's p of {place}"),
                between,
                theirs,
                CHANCE,
            );
            assert_eq!(
                region.quadrant.letters(),
                sample.quadrants[at],
                "{name}: {place}"
            );
        }
        let fdr = false_discovery(&sample.local_p, 0.05);
        check(&format!("{name}: false discovery"), fdr, sample.fdr, 1e-12);
    }
}

#[test]
fn global_i_is_the_mean_of_the_local_ones() {
    for sample in fixture().samples {
        let values = known(&sample.values);
        let world = moran(&sample.neighbours, &values, 9).unwrap();
        let local = lisa(&sample.neighbours, &values, 9).unwrap().regions;
        let sum: f64 = local.iter().map(|region| region.i).sum();
        check(
            &sample.name,
            sum / (local.len() as f64 - 1.0),
            world.i,
            1e-9,
        );
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let sample = &fixture().samples[1];
    let values = known(&sample.values);
    let ask = || {
        (
            moran(&sample.neighbours, &values, 99),
            lisa(&sample.neighbours, &values, 99),
        )
    };
    assert_eq!(ask(), ask());
}

#[test]
fn a_region_without_a_value_is_no_neighbour() {
    // A row of four whose end loses its only neighbour.
    let row = [vec![1], vec![0, 2], vec![1, 3], vec![2, 4], vec![3]];
    let values = [Some(1.0), None, Some(2.0), Some(5.0), Some(4.0)];
    let found = moran(&row, &values, 9).unwrap();
    assert_eq!((found.count, found.islands), (3, vec![0]));
    assert_eq!(moran(&row, &[Some(2.0); 5], 9), None);
    assert_eq!(moran(&row, &[None; 5], 9), None);
}

#[test]
fn theils_index_and_its_parts_are_pysals() {
    for division in fixture().theil {
        let name = &division.name;
        assert!(
            division
                .capital
                .iter()
                .zip(&REGIONS)
                .all(|(is, region)| *is == region.capital)
        );
        let found = theil(&known(&division.values), |p| {
            usize::from(division.capital[p])
        })
        .unwrap();
        check(&format!("{name}: total"), found.total, division.total, 1e-9);
        check(
            &format!("{name}: between"),
            found.between,
            division.between,
            1e-9,
        );
        check(
            &format!("{name}: within"),
            found.within,
            division.within,
            1e-9,
        );
    }
}

#[test]
fn theils_index_runs_from_nought_to_the_logarithm_of_n() {
    let total = |values: &[f64]| theil(&known(values), |_| 0).map(|found| found.total);
    check("all equal", total(&[3.0, 3.0]).unwrap(), 0.0, 1e-12);
    check(
        "one has all",
        total(&[0.0, 0.0, 7.0]).unwrap(),
        3_f64.ln(),
        1e-12,
    );
    assert_eq!(
        (total(&[]), total(&[0.0]), total(&[-1.0, 3.0])),
        (None, None, None)
    );
}
