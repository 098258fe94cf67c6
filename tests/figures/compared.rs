//! The comparison, worked out again from the CSV files: figures, ranks, percentiles, who is alike and why.

use std::collections::{BTreeSet, HashMap};

use kbio_atlas::compare::{Trait, most_in_common};
use kbio_atlas::{ClusterId, Indicator, Lang, Measure, REGIONS, RegionCode};

use crate::markup::Tree;
use crate::recomputed::{check_near, complete, expected};

fn number(tree: &Tree, attribute: &str) -> f64 {
    let text = tree.attribute(attribute).unwrap_or_default();
    text.parse()
        .unwrap_or_else(|_| panic!("{attribute}={text:?} is no number"))
}

fn having<'t>(tree: &'t Tree, attribute: &str, value: &str) -> Vec<&'t Tree> {
    let mut found = tree.every();
    found.retain(|element| element.attribute(attribute) == Some(value));
    found
}

/// The rows of the table of figures with what they are of: indicator, measure, year, source.
fn rows(tree: &Tree) -> Vec<(&Tree, Indicator, Measure, u16, String)> {
    let mut rows = tree.tagged("tr");
    rows.retain(|row| row.attribute("data-measure").is_some());
    let read = |row: &'_ Tree| {
        let slug = |name| row.attribute(name).unwrap_or_default();
        let indicator = Indicator::parse(slug("data-indicator")).expect("an indicator");
        let measure = Measure::parse(slug("data-measure")).expect("a measure");
        let year = slug("data-year").parse().expect("a year");
        let links = row.tagged("a");
        let source = links.first().expect("a source").text();
        (indicator, measure, year, source)
    };
    rows.into_iter()
        .map(|row| {
            let (indicator, measure, year, source) = read(row);
            (row, indicator, measure, year, source)
        })
        .collect()
}

#[test]
fn every_figure_rank_and_percentile_follows_from_the_csv() {
    let mut compared = 0;
    for list in &crate::lists_of_ten()[..2] {
        let tree = crate::comparison(list, Lang::Ko);
        for (row, indicator, measure, year, source) in rows(&tree) {
            let what = format!("{indicator:?} {measure:?} {year}");
            let value = |code: RegionCode| {
                expected(indicator, measure, year, &source, code).expect("a value")
            };
            let all: Vec<f64> = REGIONS.iter().map(|region| value(region.code)).collect();
            for cell in row.tagged("td") {
                let Some(code) = cell.attribute("data-region") else {
                    continue;
                };
                let own = value(RegionCode::parse(code).expect(code));
                check_near(number(cell, "data-value"), own, &what);
                // A hair's breadth is a rounding, not a difference.
                let is_equal = |other: f64| (other - own).abs() <= 1e-9 * own.abs();
                let larger = all.iter().filter(|&&x| x > own && !is_equal(x)).count();
                let equal = all.iter().filter(|&&x| is_equal(x)).count() - 1;
                let smaller = all.len() - 1 - larger - equal;
                let small = cell.tagged("small")[0];
                check_near(number(small, "data-rank"), 1.0 + larger as f64, &what);
                let percentile =
                    100.0 * (smaller as f64 + equal as f64 / 2.0) / (all.len() - 1) as f64;
                check_near(number(small, "data-percentile"), percentile, &what);
                assert_eq!(small.text().contains("공동"), equal > 0, "{what}");
                compared += 1;
            }
        }
    }
    let measures: usize = Indicator::ALL
        .map(|indicator| indicator.definition().measures.len())
        .iter()
        .sum();
    assert_eq!(compared, measures * REGIONS.len());
}

#[test]
fn every_row_is_of_the_latest_year_that_has_it() {
    let tree = crate::comparison("43", Lang::Ko);
    for (_, indicator, measure, year, _) in rows(&tree) {
        let has_base = |year: u16| match measure {
            Measure::Per100k => complete("population_resident_registered", year).is_some(),
            Measure::LocationQuotient => complete("all_industry_workers", year).is_some(),
            Measure::Count | Measure::Share => true,
        };
        let years = crate::series_of(indicator).map(|series| series.year);
        let latest = years.filter(|&year| has_base(year)).max();
        assert_eq!(Some(year), latest, "{indicator:?} {measure:?}");
    }
}

/// Rates per 100,000 as standard scores, by the slug of the indicator and in the order of the regions.
fn standard_scores() -> Vec<(&'static str, Vec<f64>)> {
    let tree = crate::comparison("43", Lang::Ko);
    rows(&tree)
        .into_iter()
        .filter(|(_, _, measure, ..)| *measure == Measure::Per100k)
        .map(|(_, indicator, measure, year, source)| {
            let values: Vec<f64> = REGIONS
                .iter()
                .map(|region| {
                    expected(indicator, measure, year, &source, region.code).expect("a value")
                })
                .collect();
            let count = values.len() as f64;
            let mean = values.iter().sum::<f64>() / count;
            let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
            let scores = values.iter().map(|x| (x - mean) / variance.sqrt());
            (indicator.slug(), scores.collect())
        })
        .collect()
}

#[test]
fn the_nearest_peers_and_what_keeps_them_apart_follow_from_the_csv() {
    let scores = standard_scores();
    assert_eq!(scores.len(), 7, "indicators with a rate");
    for list in &crate::lists_of_ten()[..2] {
        let tree = crate::comparison(list, Lang::Ko);
        for code in list
            .split(',')
            .filter(|key| RegionCode::parse(key).is_some())
        {
            let own = RegionCode::parse(code).expect(code).index();
            let mut others: Vec<(f64, usize)> = (0..REGIONS.len())
                .filter(|&other| other != own)
                .map(|other| {
                    let squares = scores.iter().map(|(_, z)| (z[own] - z[other]).powi(2));
                    ((squares.sum::<f64>() / scores.len() as f64).sqrt(), other)
                })
                .collect();
            others.sort_by(|a, b| a.partial_cmp(b).expect("distances are numbers"));

            let block = having(&tree, "data-peers-of", code)[0];
            let items = block.tagged("li");
            assert_eq!(items.len(), 3);
            for (item, (distance, other)) in items.iter().zip(others) {
                let region = &REGIONS[other];
                let what = format!("{} seen from {code}", region.short.en);
                assert_eq!(item.attribute("data-region"), Some(region.digits), "{what}");
                let shown = item.tagged("span");
                check_near(number(shown[0], "data-value"), distance, &what);

                let total: f64 = scores
                    .iter()
                    .map(|(_, z)| (z[own] - z[other]).powi(2))
                    .sum();
                let mut causes: Vec<(f64, &str, bool)> = scores
                    .iter()
                    .map(|(slug, z)| {
                        let by = z[other] - z[own];
                        (100.0 * by * by / total, *slug, by > 0.0)
                    })
                    .collect();
                causes.sort_by(|a, b| b.partial_cmp(a).expect("parts are numbers"));
                let text = item.text();
                let mut at = 0;
                for (shown, (part, slug, is_more)) in shown[1..].iter().zip(&causes[..2]) {
                    check_near(number(shown, "data-value"), *part, &what);
                    let name = Indicator::parse(slug).expect(slug).definition().name.ko;
                    let found = text[at..].find(name);
                    at += found.unwrap_or_else(|| panic!("{what}: no {name} in {text}"));
                    let side = &text[at..at + text[at..].find(')').expect("a bracket")];
                    assert!(
                        side.contains(region.short.ko)
                            && side.ends_with(if *is_more { "더 많음" } else { "더 적음" }),
                        "{what}: {side}"
                    );
                }
                assert_eq!(shown.len(), 3, "a distance and two causes: {text}");
            }
        }
    }
}

#[test]
fn what_two_clusters_have_in_common_is_in_the_csv() {
    let mut reader = csv::Reader::from_path(crate::dir().join("links.csv")).expect("links.csv");
    let mut partners: HashMap<String, BTreeSet<String>> = HashMap::new();
    for row in reader.deserialize() {
        let row: HashMap<String, String> = row.expect("links.csv");
        for (here, there) in [("from_id", "to_id"), ("to_id", "from_id")] {
            let own = partners.entry(row[here].clone()).or_default();
            own.insert(row[there].clone());
        }
    }
    let every = ClusterId::all().count();
    let mut by_partner = 0;
    for id in ClusterId::all() {
        let overlaps = most_in_common(&crate::PACKAGE, id, every);
        for other in ClusterId::all().filter(|&other| other != id) {
            let none = BTreeSet::new();
            let of = |id: ClusterId| partners.get(id.as_str()).unwrap_or(&none);
            let shared = of(id).intersection(of(other)).count();
            let overlap = overlaps.iter().find(|overlap| overlap.cluster == other);
            let found = overlap.map_or(0, |overlap| {
                let is_partner = |one: &&Trait| matches!(one, Trait::Partner(_));
                overlap.shared.iter().filter(is_partner).count()
            });
            assert_eq!(found, shared, "{} and {}", id.as_str(), other.as_str());
            by_partner += shared;
            let Some(overlap) = overlap else { continue };
            let back = most_in_common(&crate::PACKAGE, other, every);
            let back = back.iter().find(|back| back.cluster == id);
            assert_eq!(back.map(|back| back.of), Some(overlap.of), "not mutual");
        }
        let indices: Vec<_> = overlaps.iter().map(|overlap| overlap.index()).collect();
        assert!(indices.is_sorted_by(|a, b| a >= b), "{}", id.as_str());
    }
    assert!(by_partner > 0, "no two clusters share a partner");
}

#[test]
fn tenants_stand_only_beside_their_year_and_what_was_counted() {
    let mut reader = csv::Reader::from_path(crate::dir().join("clusters.csv")).expect("a file");
    let mut seen = 0;
    for row in reader.deserialize() {
        let row: HashMap<String, String> = row.expect("clusters.csv");
        for lang in Lang::ALL {
            let tree = crate::comparison(&row["id"], lang);
            let heads = tree.tagged("tr");
            let line = heads
                .iter()
                .find(|line| {
                    line.elements().next().map(Tree::text).as_deref()
                        == Some(lang.pick("입주", "Tenants"))
                })
                .expect("a row of tenants");
            let cell = line.tagged("td")[0];
            let years = having(cell, "data-year", &row["tenants_year"]);
            let is_counted = !row["tenants"].is_empty();
            assert_eq!(cell.has_class("none"), !is_counted, "{}", row["id"]);
            if is_counted {
                assert_eq!(years.len(), 1, "{}", row["id"]);
                assert_eq!(having(cell, "data-value", &row["tenants"]).len(), 1);
                let note = &row[lang.pick("note_ko", "note")];
                assert!(cell.text().contains(note), "{}: {}", row["id"], cell.text());
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} clusters have tenants");
}
