//! The documented network and its catchments, worked out a second time from the files themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kbio_atlas::catchment::{self, Catchments, Rule};
use kbio_atlas::geometry::{Boundaries, Projected, dissolve};
use kbio_atlas::network::{Network, programmes};
use kbio_atlas::package::{End, Package};
use kbio_atlas::{Decimal, Indicator, great_circle_km};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data");

fn package() -> Package {
    Package::read(Path::new(FOLDER)).expect("the data package is sound")
}

fn boundaries() -> Boundaries {
    Boundaries::read(Path::new(FOLDER)).expect("the outlines are sound")
}

/// The rows of a file, each by the names of its columns.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(Path::new(FOLDER).join(file))
        .and_then(|mut reader| reader.deserialize().collect())
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// From, to, kind and status of every link, as the file has them.
fn links() -> Vec<[String; 4]> {
    let pick = |row: &BTreeMap<String, String>| {
        ["from_id", "to_id", "kind", "status"].map(|column| row[column].clone())
    };
    rows("links.csv").iter().map(pick).collect()
}

/// The id of a node as `links.csv` writes it.
fn id(end: &End) -> String {
    match end {
        End::Cluster(id) | End::Body(id) => id.clone(),
        End::Region(code) => format!("region:sido-{}", code.as_str()),
        End::MacroRegion(id) => format!("region:{id}"),
    }
}

#[test]
fn links_and_neighbours_of_every_place_are_those_of_the_file() {
    let (package, links) = (package(), links());
    let network = Network::of(&package);
    for node in &network.nodes {
        let here = id(&node.end);
        let ending = links
            .iter()
            .filter(|[from, to, ..]| *from == here || *to == here);
        let others: BTreeSet<&String> = ending
            .clone()
            .map(|[from, to, ..]| if *from == here { to } else { from })
            .collect();
        assert_eq!(node.links, ending.count(), "links of {here}");
        assert_eq!(node.neighbours.len(), others.len(), "neighbours of {here}");
    }
    let named: BTreeSet<&String> = links.iter().flat_map(|[from, to, ..]| [from, to]).collect();
    let known: BTreeSet<String> = network.nodes.iter().map(|node| id(&node.end)).collect();
    assert!(
        named.into_iter().all(|id| known.contains(id)),
        "an end has no node"
    );
    assert_eq!(known.len(), network.nodes.len(), "a node is there twice");
}

#[test]
fn hubs_spokes_and_the_unserved_are_those_of_the_file() {
    let (package, links) = (package(), links());
    let network = Network::of(&package);
    let of_kind = || links.iter().filter(|[_, _, kind, _]| kind == "hub_spoke");
    let starts: BTreeSet<String> = of_kind().map(|[from, ..]| from.clone()).collect();
    let found: BTreeSet<String> = network.hubs().map(|(_, node)| id(&node.end)).collect();
    assert_eq!(found, starts);

    let served: BTreeSet<&String> = of_kind()
        .filter(|[_, _, _, status]| status == "documented")
        .map(|[_, to, ..]| to)
        .collect();
    let alone: Vec<String> = rows("clusters.csv")
        .iter()
        .map(|row| row["id"].clone())
        .filter(|id| !starts.contains(id) && !served.contains(id))
        .collect();
    let unserved: Vec<&str> = network.unserved().iter().map(|id| id.as_str()).collect();
    assert_eq!(unserved, alone);
    assert!(
        !alone.is_empty() && alone.len() < 40,
        "{} of 40",
        alone.len()
    );
}

/// Steps between all pairs, by Floyd and Warshall.
fn steps(network: &Network<'_>) -> Vec<Vec<Option<u32>>> {
    let count = network.nodes.len();
    let mut steps = vec![vec![None; count]; count];
    for (here, node) in network.nodes.iter().enumerate() {
        steps[here][here] = Some(0);
        for &next in &node.neighbours {
            steps[here][next] = Some(1);
        }
    }
    for over in 0..count {
        for a in 0..count {
            for b in 0..count {
                if let (Some(x), Some(y)) = (steps[a][over], steps[over][b])
                    && steps[a][b].is_none_or(|known| x + y < known)
                {
                    steps[a][b] = Some(x + y);
                }
            }
        }
    }
    steps
}

#[test]
fn betweenness_adds_up_to_the_places_between_all_pairs() {
    let package = package();
    let network = Network::of(&package);
    let steps = steps(&network);
    let mut between = 0;
    for (a, row) in steps.iter().enumerate() {
        for far in row.iter().skip(a + 1).flatten() {
            between += far - 1;
        }
    }
    let found: f64 = network.nodes.iter().map(|node| node.betweenness).sum();
    assert!(
        (found - f64::from(between)).abs() < 1e-6,
        "{found} is not {between}"
    );
}

#[test]
fn a_component_is_what_can_be_reached() {
    let package = package();
    let network = Network::of(&package);
    let steps = steps(&network);
    let all: usize = network.components.iter().map(Vec::len).sum();
    assert_eq!(all, network.nodes.len());
    for part in &network.components {
        for (here, row) in steps.iter().enumerate() {
            let reaches = row[part[0]].is_some();
            assert_eq!(reaches, part.contains(&here), "{here} and {}", part[0]);
        }
    }
}

#[test]
fn a_programme_is_links_of_one_name_and_no_link_is_in_two() {
    let package = package();
    let mut seen = BTreeSet::new();
    let programmes = programmes(&package.links);
    assert!(programmes.len() > 5, "{}", programmes.len());
    for programme in &programmes {
        assert!(
            !programme.ko.is_empty() && programme.links.len() > 1,
            "{programme:?}"
        );
        for &link in &programme.links {
            assert!(seen.insert(link), "link {link} is in two programmes");
            assert!(package.links[link].label.ko.starts_with(&programme.ko));
        }
    }
}

/// The sum of an indicator over the 246 units with figures and 청주, from the file.
fn total(indicator: &str, year: &str) -> u64 {
    let levels: BTreeMap<String, String> = rows("sigungu_crosswalk.csv")
        .into_iter()
        .map(|row| (row["code_used"].clone(), row["level"].clone()))
        .collect();
    rows("sigungu.csv")
        .iter()
        .filter(|row| row["indicator"] == indicator && row["year"] == year)
        .filter(|row| levels[&row["sigungu_code"]] == "unit" || row["sigungu_code"] == "43110")
        .map(|row| row["value"].parse::<u64>().expect("a count"))
        .sum()
}

#[test]
fn every_sigungu_is_in_exactly_one_catchment_and_people_sum_to_the_nation() {
    let (package, boundaries) = (package(), boundaries());
    let people = total("population_resident_mois", "2022");
    assert_eq!(people, 51_200_910, "the notes' own sum");
    let establishments = total("all_industry_establishments", "2020");
    for rule in Rule::ALL {
        let catchments = Catchments::of(&package, &boundaries, rule);
        let mut areas: Vec<usize> = catchments
            .list
            .iter()
            .flat_map(|catchment| &catchment.members)
            .flat_map(|&unit| catchments.units[unit].areas.clone())
            .collect();
        areas.sort_unstable();
        assert_eq!(
            areas,
            Vec::from_iter(0..boundaries.sigungu.len()),
            "{rule:?}"
        );
        let sum = |of: fn(&catchment::Catchment) -> catchment::Sum| {
            let sums = catchments.list.iter().map(of);
            sums.map(|sum| {
                assert_eq!((sum.missing, sum.value.decimals), (0, 0), "{rule:?}");
                sum.value.units as u64
            })
            .sum::<u64>()
        };
        assert_eq!(sum(|catchment| catchment.population), people, "{rule:?}");
        assert_eq!(
            sum(|catchment| catchment.establishments),
            establishments,
            "{rule:?}"
        );
    }
}

#[test]
fn a_plane_has_the_area_of_its_members() {
    let (package, boundaries) = (package(), boundaries());
    let shoelace = |ring: &Vec<Projected>| -> f64 {
        let next = ring.iter().skip(1).chain(ring.first());
        ring.iter()
            .zip(next)
            .map(|(a, b)| (a.x * b.y - b.x * a.y) / 2.0)
            .sum()
    };
    let catchments = Catchments::of(&package, &boundaries, Rule::Gravity);
    for catchment in &catchments.list {
        let units = catchment
            .members
            .iter()
            .map(|&unit| &catchments.units[unit]);
        let areas: Vec<_> = units
            .flat_map(|unit| &unit.areas)
            .map(|&place| &boundaries.sigungu[place])
            .collect();
        let parts: f64 = areas.iter().map(|area| area.area_m2()).sum();
        let joined: f64 = dissolve(areas.iter().copied()).iter().map(shoelace).sum();
        assert!(
            (joined / parts - 1.0).abs() < 1e-9,
            "{joined} is not {parts}"
        );
    }
}

#[test]
fn whole_provinces_are_counted_once_and_split_ones_never() {
    let (package, boundaries) = (package(), boundaries());
    let nation = |indicator| {
        kbio_atlas::SERIES
            .iter()
            .find(|series| {
                series.key == Indicator::definition(indicator).key && series.year == 2022
            })
            .map(|series| series.total())
            .expect("2022 is published")
    };
    for rule in Rule::ALL {
        let catchments = Catchments::of(&package, &boundaries, rule);
        let whole: Vec<_> = catchments
            .list
            .iter()
            .flat_map(|it| it.whole.clone())
            .collect();
        let split: BTreeSet<_> = catchments
            .list
            .iter()
            .flat_map(|it| it.split.clone())
            .collect();
        assert_eq!(BTreeSet::from_iter(&whole).len(), whole.len(), "{rule:?}");
        assert!(whole.iter().all(|code| !split.contains(code)), "{rule:?}");
        assert_eq!(whole.len() + split.len(), 17, "{rule:?}");
        let firms: i64 = catchments.list.iter().map(|it| it.firms.value.units).sum();
        assert!(
            firms < nation(Indicator::BioFirms),
            "{firms} firms, though provinces are split"
        );
        assert!(firms > 0);
    }
}

#[test]
fn the_file_of_catchments_holds_the_nearest_hub_by_another_formula() {
    let (package, boundaries) = (package(), boundaries());
    let text = catchment::csv(&package, &boundaries);
    assert!(!text.contains('"'), "a name needs quotes");
    let hubs = catchment::hubs(&package);
    assert!(hubs.len() > 1);
    // The spherical law of cosines, good for what is not very near.
    let cosines = |a: (f64, f64), b: (f64, f64)| {
        let [p, q] = [a.0, b.0].map(f64::to_radians);
        let turn = (b.1 - a.1).to_radians().cos();
        6371.0088 * (p.sin() * q.sin() + p.cos() * q.cos() * turn).acos()
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut counts = BTreeMap::new();
    for row in reader.deserialize() {
        let row: BTreeMap<String, String> = row.expect("a sound row");
        *counts.entry(row["rule"].clone()).or_insert(0) += 1;
        let number = |column: &str| row[column].parse::<f64>().expect("a number");
        let point = (number("lat"), number("lon"));
        let hub = hubs
            .iter()
            .find(|hub| hub.id.as_str() == row["hub_id"])
            .expect("a hub");
        assert!(
            (cosines(point, hub.point) - number("km")).abs() < 0.1,
            "{row:?}"
        );
        if row["rule"] == "nearest" {
            let least = hubs.iter().map(|hub| cosines(point, hub.point));
            let least = least.fold(f64::INFINITY, f64::min);
            assert!(number("km") - least < 0.1, "{row:?}: {least} km is nearer");
        }
    }
    assert_eq!(
        counts,
        BTreeMap::from([("gravity".into(), 247), ("nearest".into(), 247)])
    );
}

#[test]
fn mean_and_farthest_distances_lie_where_they_must() {
    let (package, boundaries) = (package(), boundaries());
    let catchments = Catchments::of(&package, &boundaries, Rule::Nearest);
    for catchment in &catchments.list {
        let distances = catchment
            .members
            .iter()
            .map(|&unit| great_circle_km(catchments.units[unit].point, catchment.hub.point));
        let far = distances.fold(0.0, f64::max);
        let (_, farthest) = catchment.farthest.expect("every catchment has members");
        let mean = catchment.mean_km.map_or(f64::NAN, Decimal::to_f64);
        assert!((farthest.to_f64() - far).abs() < 0.06);
        assert!(mean > 0.0 && mean < far, "{mean} of {far}");
    }
}
