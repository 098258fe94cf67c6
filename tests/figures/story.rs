//! The figures of the story, worked out again from the CSV files, and its words in both languages.

use std::collections::{BTreeSet, HashMap};

use kbio_atlas::geometry::{Boundaries, label_point, unproject};
use kbio_atlas::{Lang, REGIONS};

use crate::markup::{Child, Tree};
use crate::recomputed::{complete, sum};

const STEPS: [&str; 7] = [
    "concentration",
    "measures",
    "points",
    "lines",
    "planes",
    "abroad",
    "turn",
];

/// The figures of a step in the order in which they are read, map and sources aside.
fn figures(story: &Tree, step: &str) -> Vec<f64> {
    let section = section(story, step);
    let text = section.every();
    let text = text.iter().find(|element| element.has_class("step-text"));
    let values = text.expect("a text").every();
    let values = values
        .iter()
        .filter_map(|element| element.attribute("data-value"));
    values
        .map(|value| value.parse().expect("a number"))
        .collect()
}

fn section<'t>(story: &'t Tree, step: &str) -> &'t Tree {
    let sections = story.tagged("section");
    let found = sections
        .into_iter()
        .find(|it| it.attribute("id") == Some(step));
    found.unwrap_or_else(|| panic!("the story has no section #{step}"))
}

/// In Korean, and in English as a set: its sentences have another order.
#[track_caller]
fn check(step: &str, expected: &[f64]) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-5 * b.abs().max(1.0);
    let found = figures(&crate::story(Lang::Ko), step);
    let same =
        found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| near(*a, *b));
    assert!(
        same,
        "{step}: {found:?} on the page, {expected:?} by the CSV"
    );
    let english = figures(&crate::story(Lang::En), step);
    let all = |some: &[f64], of: &[f64]| some.iter().all(|a| of.iter().any(|b| near(*a, *b)));
    assert!(
        all(&english, expected) && all(expected, &english),
        "{step}: {english:?} on the English page, {expected:?} by the CSV"
    );
}

type Row = HashMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let reader = csv::Reader::from_path(crate::dir().join(file)).expect(file);
    let rows = reader.into_deserialize::<Row>();
    rows.map(|row| row.expect(file)).collect()
}

/// Percent of the nation in Seoul, Incheon and Gyeonggi.
fn capital(key: &str, year: u16) -> f64 {
    let column = complete(key, year).expect(key);
    let capital: f64 = ["11", "28", "41"].map(|code| column[code]).iter().sum();
    100.0 * capital / sum(column).expect("17 values")
}

const FIRMS: &str = "bio_firms_main_site";
const JOBS: &str = "pharma_mfg_C21_workers";

#[test]
fn where_the_firms_are_follows_from_the_csv() {
    let column = complete(FIRMS, 2022).expect(FIRMS);
    let all = sum(column).expect("17 values");
    let here: f64 = ["11", "28", "41"].map(|code| column[code]).iter().sum();
    let counts: Vec<f64> = REGIONS.iter().map(|region| column[region.digits]).collect();
    let most = counts.iter().copied().fold(f64::MIN, f64::max);
    let fewest = counts.iter().copied().fold(f64::MAX, f64::min);
    let people = capital("population_resident_registered", 2022);
    let share = 100.0 * here / all;
    check(
        "concentration",
        &[all, here, share, people, most, fewest, most / fewest],
    );
}

#[test]
fn where_the_jobs_are_follows_from_the_csv() {
    let share = |key: &str, code: &str| {
        let column = complete(key, 2022).expect(key);
        100.0 * column[code] / sum(column).expect("17 values")
    };
    let gap = |code: &str| share(JOBS, code) - share(FIRMS, code);
    let mut codes: Vec<&str> = REGIONS.iter().map(|region| region.digits).collect();
    codes.sort_by(|a, b| gap(a).total_cmp(&gap(b)));
    let (loss, gain) = (codes[0], codes[16]);
    check(
        "measures",
        &[
            capital(FIRMS, 2022),
            capital(JOBS, 2022),
            share(FIRMS, loss),
            share(JOBS, loss),
            share(FIRMS, gain),
            share(JOBS, gain),
            capital("medical_device_makers", 2015),
            capital("medical_device_makers", 2025),
            capital("medical_device_production", 2015),
            capital("medical_device_production", 2025),
        ],
    );
}

#[test]
fn points_and_lines_are_counted_in_the_csv() {
    let clusters = rows("clusters.csv");
    let regions: BTreeSet<&str> = clusters
        .iter()
        .map(|row| row["sido_code"].as_str())
        .collect();
    let unfinished = clusters
        .iter()
        .filter(|row| !["operating", "small"].contains(&row["status"].as_str()));
    let in_complexes = clusters
        .iter()
        .filter(|row| row["designations"].contains("특화단지(2024-06-27"));
    check(
        "points",
        &[
            clusters.len() as f64,
            regions.len() as f64,
            unfinished.count() as f64,
            in_complexes.count() as f64,
        ],
    );

    let links = rows("links.csv");
    let spokes = links
        .iter()
        .filter(|row| row["kind"] == "hub_spoke" && !row["from_id"].contains(':'));
    let undated = links.iter().filter(|row| row["year"].is_empty()).count();
    check(
        "lines",
        &[
            hubs().len() as f64,
            links.len() as f64,
            spokes.count() as f64,
            undated as f64,
        ],
    );
}

/// Longitude and latitude of the clusters that a hub-and-spoke link starts from.
fn hubs() -> Vec<(f64, f64)> {
    let links = rows("links.csv");
    let is_hub = |id: &str| {
        links
            .iter()
            .any(|link| link["kind"] == "hub_spoke" && link["from_id"] == id)
    };
    let number = |row: &Row, column: &str| row[column].parse::<f64>().expect("degrees");
    rows("clusters.csv")
        .iter()
        .filter(|row| is_hub(&row["id"]))
        .map(|row| (number(row, "lon"), number(row, "lat")))
        .collect()
}

/// By the law of cosines, where the program goes by the haversine.
fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (north_a, north_b) = (a.1.to_radians(), b.1.to_radians());
    let east = (a.0 - b.0).to_radians().cos();
    let cos = north_a.sin() * north_b.sin() + north_a.cos() * north_b.cos() * east;
    6371.0088 * cos.acos()
}

#[test]
fn the_reach_of_the_hubs_is_measured_again() {
    let boundaries = Boundaries::read(&crate::dir()).expect("sound outlines");
    let hubs = hubs();
    let distances: Vec<f64> = boundaries
        .sigungu
        .iter()
        .map(|area| {
            let middle = unproject(label_point(area).expect("a middle"));
            let to = |hub: &(f64, f64)| kilometres((middle.lon, middle.lat), *hub);
            hubs.iter().map(to).fold(f64::INFINITY, f64::min)
        })
        .collect();
    let far = distances
        .iter()
        .filter(|distance| **distance > 100.0)
        .count() as f64;
    let all = distances.len() as f64;
    let farthest = distances.iter().copied().fold(0.0, f64::max).round();
    check(
        "planes",
        &[far, 100.0, all, far, 100.0 * far / all, 100.0, farthest],
    );
}

#[test]
fn boston_korea_and_japan_follow_from_the_csv() {
    let comparators = rows("comparators.csv");
    let value = |metric: &str, year: &str| -> f64 {
        let is_it = |row: &&Row| row["metric"] == metric && row["year"] == year;
        let row = comparators.iter().find(is_it).expect(metric);
        row["value"].parse().expect("a number")
    };
    let (research, management) = (
        value("rd_workforce_seed", ""),
        value("management_workforce_seed", ""),
    );
    let residents = value("population_cambridge", "2020") + value("population_boston", "2020");
    let workers: f64 = rows("regional.csv")
        .iter()
        .find(|row| {
            row["indicator"] == "bio_workforce"
                && row["region_code"] == "00"
                && row["year"] == "2022"
                && row["confidence"] == "primary"
        })
        .expect("the workforce of the nation")["value"]
        .parse()
        .expect("a number");
    let people = sum(complete("population_resident_registered", 2022).expect("people"));
    let people = people.expect("17 values");
    let communities = |group: &str| {
        let rows = comparators.iter().filter(|row| row["group"] == group);
        rows.map(|row| row["id"].as_str())
            .collect::<BTreeSet<_>>()
            .len() as f64
    };
    check(
        "abroad",
        &[
            research,
            management,
            residents,
            100.0 * (research + management) / residents,
            workers,
            people,
            100.0 * workers / people,
            value("biopharma_employment", "2022"),
            communities("japan_global"),
            communities("japan_regional"),
        ],
    );
    check("turn", &[]);
}

#[test]
fn both_sides_of_the_count_of_communities_stand_with_their_dates() {
    for (lang, sides) in [
        (
            Lang::Ko,
            ["지역 8곳(2024년 3월 글)", "지역 6곳(2023년 2월)"],
        ),
        (
            Lang::En,
            [
                "8 regional (a text of March 2024)",
                "6 regional (February 2023)",
            ],
        ),
    ] {
        let text = section(&crate::story(lang), "abroad").text();
        for side in sides {
            assert!(text.contains(side), "no {side:?} in {text}");
        }
        let dated = rows("comparators.csv");
        for row in dated.iter().filter(|row| row["unit"] == "date") {
            assert!(text.contains(&row["value"]), "{} has no date", row["id"]);
        }
    }
}

#[test]
fn the_story_is_complete_in_both_languages() {
    for lang in Lang::ALL {
        let story = crate::story(lang);
        let ids: Vec<_> = story
            .tagged("section")
            .iter()
            .filter_map(|section| section.attribute("id"))
            .collect();
        assert_eq!(ids, STEPS);
        for step in STEPS {
            let section = section(&story, step);
            assert_eq!(section.tagged("h2").len(), 1, "#{step}");
            assert!(!section.tagged("p").is_empty(), "#{step}");
            let map = section.tagged("svg")[0];
            assert!(
                map.attribute("aria-label")
                    .is_some_and(|it| it.chars().count() > 5)
            );
            let words = map.text();
            for name in ["동해", "East Sea"] {
                assert!(words.contains(name), "no {name} in the map of #{step}");
            }
            let islands = [("독도", "Dokdo"), ("울릉도", "Ulleungdo")];
            for name in islands.map(|(ko, en)| lang.pick(ko, en)) {
                assert!(words.contains(name), "no {name} in the map of #{step}");
            }
        }
    }
}

#[test]
fn the_english_story_has_korean_only_where_it_says_so() {
    fn hangul(tree: &Tree, found: &mut Vec<String>) {
        // The seas have both names on every map.
        if tree.attribute("lang") == Some("ko") || tree.has_class("sea") {
            return;
        }
        for child in &tree.children {
            match child {
                Child::Element(element) => hangul(element, found),
                Child::Text(text) if text.chars().any(|c| ('가'..='힣').contains(&c)) => {
                    found.push(text.clone());
                }
                Child::Text(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    hangul(&crate::story(Lang::En), &mut found);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn korean_particles_agree_with_the_names_before_them() {
    let text = crate::story(Lang::Ko).text();
    for region in &REGIONS {
        let name = region.short.ko;
        // The last letter of the name decides, brackets aside.
        let last = name.chars().last().expect("a name") as u32;
        let has_final = (last - '가' as u32) % 28 != 0;
        let wrong = if has_final { "는 " } else { "은 " };
        for (at, _) in text.match_indices(name) {
            let mut after = &text[at + name.len()..];
            if let Some(rest) = after.strip_prefix('(')
                && let Some((_, rest)) = rest.split_once(')')
            {
                after = rest;
            }
            assert!(
                !after.starts_with(wrong),
                "{name}{wrong}: {:.60}",
                &text[at..]
            );
        }
    }
}
