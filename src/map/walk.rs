//! The ways from place to place by keyboard: the compass over real borders, around a region, among clusters.
//!
//! An arrow key leads from a region to one of those that it borders, and from a cluster to another cluster:
//! to the one of least distance ÷ cos(angle off the arrow), within [`SECTOR`] on both sides, so that a near
//! place somewhat aside comes before a far one straight ahead; where there is none it leads nowhere.
//! Directions are those of the plane (north of EPSG:5179), for regions from label point to label point, so
//! that they agree with what is seen. The test on the real outlines holds that arrows alone lead from every
//! region to every other; the angle alone would leave out 세종.
//!
//! What this computes is written into the links of the map ([`Way::attributes`]); the browser only follows it.

use core::f64::consts::PI;

use crate::cluster::ClusterId;
use crate::geometry::{Boundaries, LonLat, Projected, label_point, neighbours, project};
use crate::package::Package;
use crate::region::RegionCode;

/// 67.5°. Wider than half of a quarter turn: a neighbour to the north-east is found to the north and to the
/// east.
const SECTOR: f64 = PI * 67.5 / 180.0;

/// Two clusters nearer than this (metres) have no direction from each other that a reader could see.
const SAME_PLACE: f64 = 50.0;

/// Ways over the sea, by code, for regions that touch no other: the ferries from 제주 to 목포 and 완도.
const FERRIES: [(&str, &str); 1] = [("50", "46")];

/// The ways of all regions, in the order of [`REGIONS`](crate::region::REGIONS), and of all clusters, in that of the data package.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    pub regions: Vec<Way>,
    pub clusters: Vec<Way>,
}

/// Where the keys lead from one place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Way {
    /// North, east, south, west: a region's code or a cluster's id.
    pub near: [Option<&'static str>; 4],
    /// The regions that share a border or a ferry, clockwise from north. Clusters have none.
    pub around: Vec<&'static str>,
}

impl Walk {
    /// `None` where a region has no land or a cluster no place; the tests hold that all have.
    pub fn of(boundaries: &Boundaries, package: &Package) -> Option<Walk> {
        let regions: Vec<Spot> = boundaries
            .sido
            .iter()
            .map(|area| {
                let at = label_point(area)?;
                let name = area.region.as_str();
                Some(Spot { name, at })
            })
            .collect::<Option<_>>()?;
        let mut touching = neighbours(&boundaries.sido);
        for (a, b) in FERRIES {
            let (a, b) = (RegionCode::parse(a)?.index(), RegionCode::parse(b)?.index());
            touching[a].push(b);
            touching[b].push(a);
        }
        let regions = touching
            .iter()
            .zip(&regions)
            .map(|(touching, from)| {
                let touching: Vec<Spot> = touching.iter().map(|&place| regions[place]).collect();
                Way {
                    near: compass(from, &touching),
                    around: clockwise(from, touching),
                }
            })
            .collect();

        let clusters: Vec<Spot> = package
            .profiles
            .iter()
            .map(|profile| {
                let name = ClusterId::parse(&profile.id)?.as_str();
                let at = project(LonLat::parse(profile.lon, profile.lat).ok()?);
                Some(Spot { name, at })
            })
            .collect::<Option<_>>()?;
        let clusters = clusters
            .iter()
            .map(|from| Way {
                near: compass(from, &clusters),
                around: Vec::new(),
            })
            .collect();
        Some(Walk { regions, clusters })
    }
}

impl Way {
    /// ` data-near="51 43 44 28" data-around="51 43 44 28 11"`; a `-` where an arrow leads nowhere.
    pub fn attributes(&self) -> String {
        let near = self.near.map(|to| to.unwrap_or("-")).join(" ");
        let around = self.around.join(" ");
        if around.is_empty() {
            format!(" data-near=\"{near}\"")
        } else {
            format!(" data-near=\"{near}\" data-around=\"{around}\"")
        }
    }
}

/// A named point of the plane.
#[derive(Clone, Copy, Debug)]
struct Spot {
    name: &'static str,
    at: Projected,
}

/// The best candidate to the north, the east, the south and the west.
fn compass(from: &Spot, candidates: &[Spot]) -> [Option<&'static str>; 4] {
    [0.0, 0.5, 1.0, 1.5].map(|quarter| {
        candidates
            .iter()
            .filter_map(|to| {
                let metres = from.at.distance(to.at);
                let turn = turn(bearing(from, to), quarter * PI);
                (metres > SAME_PLACE && turn <= SECTOR).then(|| (to.name, metres / turn.cos()))
            })
            .min_by(|(_, a), (_, b)| a.total_cmp(b))
            .map(|(name, _)| name)
    })
}

/// By bearing, from north.
fn clockwise(from: &Spot, mut spots: Vec<Spot>) -> Vec<&'static str> {
    spots.sort_by(|a, b| bearing(from, a).total_cmp(&bearing(from, b)));
    spots.into_iter().map(|spot| spot.name).collect()
}

/// Clockwise from north, in [0, 2π).
fn bearing(from: &Spot, to: &Spot) -> f64 {
    let (east, north) = (to.at.x - from.at.x, to.at.y - from.at.y);
    east.atan2(north).rem_euclid(2.0 * PI)
}

/// The angle between two bearings, in [0, π].
fn turn(a: f64, b: f64) -> f64 {
    let turn = (a - b).rem_euclid(2.0 * PI);
    turn.min(2.0 * PI - turn)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::cluster::CLUSTERS;
    use crate::region::{REGION_COUNT, REGIONS};

    fn walk() -> Walk {
        let folder = Path::new("assets/data");
        let boundaries = Boundaries::read(folder).expect("the outlines are valid");
        let package = Package::read(folder).expect("the data package is valid");
        Walk::of(&boundaries, &package).expect("every region and cluster has a place")
    }

    fn place(code: &str) -> Option<usize> {
        RegionCode::parse(code).map(RegionCode::index)
    }

    fn spot(name: &'static str, x: f64, y: f64) -> Spot {
        let at = Projected { x, y };
        Spot { name, at }
    }

    /// North, east, south, west from the origin to one candidate at these metres east and north.
    #[track_caller]
    fn check((x, y): (f64, f64), expected: [bool; 4]) {
        let found = compass(&spot("here", 0.0, 0.0), &[spot("there", x, y)]);
        assert_eq!(found.map(|name| name.is_some()), expected, "{x}, {y}");
    }

    #[test]
    fn a_direction_reaches_67_degrees_and_a_half_to_both_sides() {
        check((0.0, 100.0), [true, false, false, false]);
        check((100.0, 0.0), [false, true, false, false]);
        check((0.0, -100.0), [false, false, true, false]);
        check((-100.0, 0.0), [false, false, false, true]);
        check((100.0, 100.0), [true, true, false, false]);
        check((-100.0, 100.0), [true, false, false, true]);
        // 67° and 68° off north.
        check((92.1, 39.1), [true, true, false, false]);
        check((92.7, 37.5), [false, true, false, false]);
        // Too near to have a direction.
        check((0.0, 0.0), [false; 4]);
        check((0.0, 49.0), [false; 4]);
    }

    #[test]
    fn near_and_somewhat_aside_comes_before_far_and_straight() {
        let here = spot("here", 0.0, 0.0);
        let straight = spot("straight", 0.0, 300.0);
        // 45° off: 141 m count as 200; 63° off: 224 m count as 500.
        let aside = [spot("aside", 100.0, 100.0), straight];
        assert_eq!(compass(&here, &aside)[0], Some("aside"));
        let far_aside = [spot("far aside", 200.0, 100.0), straight];
        assert_eq!(compass(&here, &far_aside)[0], Some("straight"));
    }

    #[test]
    fn around_goes_clockwise_from_north() {
        let here = spot("here", 0.0, 0.0);
        let four = [
            spot("west", -9.0, 0.0),
            spot("south", 0.0, -9.0),
            spot("north", 0.0, 9.0),
            spot("east", 9.0, 0.0),
        ];
        assert_eq!(
            clockwise(&here, four.to_vec()),
            ["north", "east", "south", "west"]
        );
    }

    #[test]
    fn the_attributes_name_four_directions_and_the_neighbours() {
        let mut way = Way {
            near: [Some("51"), None, None, Some("28")],
            around: vec!["51", "28"],
        };
        assert_eq!(
            way.attributes(),
            " data-near=\"51 - - 28\" data-around=\"51 28\""
        );
        way.around.clear();
        assert_eq!(way.attributes(), " data-near=\"51 - - 28\"");
    }

    /// Every place that `steps` lead to from `start`, in the order found.
    fn reached<'w>(start: &'static str, steps: impl Fn(&str) -> Vec<&'w str>) -> Vec<&'w str> {
        let mut found: Vec<&str> = vec![start];
        let mut at = 0;
        while at < found.len() {
            for next in steps(found[at]) {
                if !found.contains(&next) {
                    found.push(next);
                }
            }
            at += 1;
        }
        found
    }

    #[test]
    fn arrows_alone_lead_from_every_region_to_every_other() {
        let walk = walk();
        assert_eq!(walk.regions.len(), REGION_COUNT);
        for region in &REGIONS {
            let found = reached(region.digits, |code| {
                let place = place(code).expect("arrows lead to codes of the table");
                walk.regions[place].near.into_iter().flatten().collect()
            });
            let lacks: Vec<_> = REGIONS
                .iter()
                .filter(|region| !found.contains(&region.digits))
                .map(|region| region.short.en)
                .collect();
            assert!(
                lacks.is_empty(),
                "from {}: {lacks:?}; declare a way in FERRIES or change the cost",
                region.short.en
            );
        }
    }

    #[test]
    fn arrows_alone_lead_from_every_cluster_to_every_other() {
        let walk = walk();
        assert_eq!(walk.clusters.len(), CLUSTERS.len());
        let place = |id: &str| CLUSTERS.iter().position(|cluster| cluster.id == id);
        for cluster in &CLUSTERS {
            let found = reached(cluster.id, |id| {
                let place = place(id).expect("arrows lead to clusters of the package");
                walk.clusters[place].near.into_iter().flatten().collect()
            });
            assert_eq!(
                found.len(),
                CLUSTERS.len(),
                "from {}: {found:?}",
                cluster.id
            );
        }
    }

    #[test]
    fn whoever_is_around_a_region_has_the_region_around_it() {
        let walk = walk();
        for (region, way) in REGIONS.iter().zip(&walk.regions) {
            assert!(!way.around.is_empty(), "{} is cut off", region.short.en);
            for other in &way.around {
                let back = &walk.regions[place(other).expect("a code of the table")].around;
                assert!(back.contains(&region.digits), "{other} → {}", region.digits);
            }
        }
    }

    #[test]
    fn known_ways_are_as_on_the_map() {
        let walk = walk();
        let near = |code: &str, direction: usize| {
            walk.regions[place(code).expect("a code of the table")].near[direction]
        };
        let [north, east, south, west] = [0, 1, 2, 3];
        // 경기 → 강원, 경북 → 강원, 전남 → 제주 and back, 충남 → 세종, 세종 → 대전, 서울 → 인천.
        assert_eq!(near("41", east), Some("51"));
        assert_eq!(near("47", north), Some("51"));
        assert_eq!(near("46", south), Some("50"));
        assert_eq!(near("50", north), Some("46"));
        assert_eq!(near("44", east), Some("36"));
        assert_eq!(near("36", south), Some("30"));
        assert_eq!(near("11", west), Some("28"));
        // Only the sea is there.
        assert_eq!(near("47", east), None);
        assert_eq!(near("50", south), None);
    }
}
