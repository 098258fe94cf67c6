//! The other layouts of the map: the published tile grid, the circles, and what the browser fetches of both.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kbio_atlas::cartogram::{Cell, Circle, POINTS, cells, district_circles, sido_cells};
use kbio_atlas::geometry::{Area, Boundaries, Projected, Px, Rect, label_point, neighbours};
use kbio_atlas::package::Package;
use kbio_atlas::{Indicator, Lang, Measure, REGIONS, SERIES, Selection, Site, ViewState};

const GRID: &str = "tile_grid.csv";
const REMEDY: &str = "to refresh: UPDATE_TILE_GRID=1 cargo test --test layouts, then UPDATE_DATAPACKAGE=1 cargo test --test data";

static BOUNDARIES: LazyLock<Boundaries> = LazyLock::new(|| match Boundaries::read(&folder()) {
    Ok(boundaries) => boundaries,
    Err(error) => panic!("{error}"),
});

static SIDO: LazyLock<Vec<Cell>> = LazyLock::new(|| sido_cells().into_iter().flatten().collect());

static SIGUNGU: LazyLock<Vec<Cell>> =
    LazyLock::new(|| cells(&BOUNDARIES.sigungu).expect("every 시군구 has land"));

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}

/// Both grids by the name of their level.
fn grids() -> [(&'static str, &'static [Area], &'static [Cell]); 2] {
    [
        ("sido", &BOUNDARIES.sido, &SIDO),
        ("sigungu", &BOUNDARIES.sigungu, &SIGUNGU),
    ]
}

#[test]
fn the_published_grid_is_the_one_that_the_program_makes() {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["level", "code", "name_ko", "column", "row"])
        .unwrap();
    for (level, areas, cells) in grids() {
        for (area, cell) in areas.iter().zip(cells) {
            let (column, row) = (cell.column.to_string(), cell.row.to_string());
            writer
                .write_record([level, &area.code, &area.name_ko, &column, &row])
                .unwrap();
        }
    }
    let made = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let file = folder().join(GRID);
    if std::env::var_os("UPDATE_TILE_GRID").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let found = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        found == made,
        "{GRID} is not what src/cartogram/tile.rs makes; {REMEDY}"
    );
}

#[test]
fn every_region_has_a_cell_of_its_own() {
    for (level, areas, cells) in grids() {
        assert_eq!(areas.len(), cells.len(), "{level}");
        let distinct: HashSet<_> = cells.iter().collect();
        assert_eq!(distinct.len(), cells.len(), "{level}: two share a cell");
    }
    assert_eq!((SIDO.len(), SIGUNGU.len()), (REGIONS.len(), 250));
}

/// Percent of the pairs for which `holds`.
fn share(pairs: impl Iterator<Item = (usize, usize)>, holds: impl Fn(usize, usize) -> bool) -> f64 {
    let (mut all, mut held) = (0, 0);
    for (a, b) in pairs {
        all += 1;
        held += i32::from(holds(a, b));
    }
    100.0 * f64::from(held) / f64::from(all.max(1))
}

fn bordering(areas: &[Area]) -> impl Iterator<Item = (usize, usize)> {
    let touching = neighbours(areas).into_iter().enumerate();
    touching.flat_map(|(a, others)| {
        others
            .into_iter()
            .filter(move |&b| b > a)
            .map(move |b| (a, b))
    })
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
}

#[test]
fn neighbours_mostly_stay_near() {
    // Level, percent of true borders whose tiles share an edge, and at least a corner.
    for (level, edge, corner) in [("sido", 50.0, 80.0), ("sigungu", 50.0, 75.0)] {
        let (_, areas, cells) = grids().into_iter().find(|grid| grid.0 == level).unwrap();
        let touch = share(bordering(areas), |a, b| cells[a].touches(cells[b]));
        let meet = share(bordering(areas), |a, b| cells[a].meets(cells[b]));
        println!("{level}: {touch:.1} % of borders at an edge, {meet:.1} % at an edge or corner");
        assert!(
            touch >= edge && meet >= corner,
            "{level}: {touch:.1} %, {meet:.1} %"
        );
    }
}

#[test]
fn north_stays_north_and_east_stays_east() {
    for (level, least) in [("sido", 85.0), ("sigungu", 90.0)] {
        let (_, areas, cells) = grids().into_iter().find(|grid| grid.0 == level).unwrap();
        let points: Vec<Projected> = areas.iter().filter_map(label_point).collect();
        let south = share(pairs(areas.len()), |a, b| {
            let (way, step) = (points[a].y - points[b].y, cells[b].row - cells[a].row);
            way * f64::from(step) >= 0.0
        });
        let east = share(pairs(areas.len()), |a, b| {
            let (way, step) = (points[b].x - points[a].x, cells[b].column - cells[a].column);
            way * f64::from(step) >= 0.0
        });
        println!("{level}: {south:.1} % of pairs keep north and south, {east:.1} % east and west");
        assert!(
            south >= least && east >= least,
            "{level}: {south:.1} %, {east:.1} %"
        );
    }
}

#[test]
fn ulleung_with_dokdo_is_the_easternmost_tile() {
    let place = BOUNDARIES
        .sigungu
        .iter()
        .position(|area| area.code == "47940");
    let ulleung = SIGUNGU[place.expect("울릉군 has an outline")];
    let others = SIGUNGU.iter().filter(|cell| **cell != ulleung);
    assert!(
        others.into_iter().all(|cell| cell.column < ulleung.column),
        "{ulleung:?}"
    );
    // The sea between: no tile beside it.
    assert!(SIGUNGU.iter().all(|cell| !cell.meets(ulleung)));
}

#[test]
fn the_tiles_of_a_province_hold_together() {
    let (mut broken, mut parts) = (Vec::new(), 0);
    for region in &REGIONS {
        let mut left: Vec<Cell> = BOUNDARIES
            .sigungu
            .iter()
            .zip(SIGUNGU.iter())
            .filter(|(area, _)| area.region == region.code && area.code != "47940")
            .map(|(_, cell)| *cell)
            .collect();
        let mut count = 0;
        while let Some(start) = left.pop() {
            count += 1;
            let mut part = vec![start];
            while let Some(cell) = part.pop() {
                let (near, far) = left.iter().partition(|other| other.touches(cell));
                part.extend::<Vec<Cell>>(near);
                left = far;
            }
        }
        parts += count;
        if count > 1 {
            broken.push(format!("{} {count}", region.short.ko));
        }
    }
    println!("{parts} parts for 17 provinces: {broken:?}");
    assert!(parts <= 23, "{broken:?}");
}

// Circles -------------------------------------------------------------------------------------------------

/// Pairs of circles that overlap by more than `slack`.
fn overlaps(circles: &[Circle], slack: f64) -> Vec<(usize, usize)> {
    pairs(circles.len())
        .filter(|&(a, b)| {
            let (a, b) = (circles[a], circles[b]);
            a.at.distance(b.at) < a.radius + b.radius - slack
        })
        .collect()
}

#[test]
fn the_circles_of_the_districts_follow_their_population_and_do_not_overlap() {
    let package = Package::read(&folder()).expect("the data package is valid");
    let rect = Rect {
        x: 0.0,
        y: 0.0,
        width: 640.0,
        height: 690.0,
    };
    let drawn = district_circles(&package, &BOUNDARIES.sigungu, 2022, rect).expect("all have land");
    // 250 outlines, of which four are the districts of 청주, which has one figure.
    assert_eq!(drawn.len(), 247);
    let circles: Vec<Circle> = drawn.iter().map(|(_, circle)| *circle).collect();
    assert_eq!(overlaps(&circles, 0.0), []);
    let people = |code: &str| {
        let figure = package.figures.iter().find(|figure| {
            figure.indicator == "population_resident_mois"
                && figure.year.get() == 2022
                && figure.code == code
        });
        figure
            .expect("only a unit with a figure has a circle")
            .value
            .to_f64()
    };
    let area = |circle: &Circle| circle.radius * circle.radius;
    let (first, one) = &drawn[0];
    for (code, circle) in &drawn {
        let expected = people(code) / people(first);
        let found = area(circle) / area(one);
        assert!(
            (found / expected - 1.0).abs() < 1e-9,
            "{code}: {found}, not {expected}"
        );
        let Circle {
            at: Px { x, y },
            radius,
        } = *circle;
        let is_inside = x - radius > -1e-6
            && x + radius < 640.0 + 1e-6
            && y - radius > -1e-6
            && y + radius < 690.0 + 1e-6;
        assert!(is_inside, "{code}: {circle:?}");
    }
    let east = drawn
        .iter()
        .max_by(|a, b| a.1.at.x.total_cmp(&b.1.at.x))
        .unwrap();
    assert_eq!(
        east.0, "47940",
        "울릉군, to which 독도 belongs, is the easternmost"
    );
}

// What the browser fetches --------------------------------------------------------------------------------

static SITE: LazyLock<Site> = LazyLock::new(|| match Site::read(&folder()) {
    Ok(site) => site,
    Err(errors) => panic!("{}", errors.join("\n")),
});

/// A ring of the fragment: code, tile, circle, and the coordinates of its outline.
struct Ring {
    code: String,
    tile: Circle,
    circle: Circle,
    outline: Vec<f64>,
}

fn rings(fragment: &str) -> Vec<Ring> {
    let ring = |line: &str| {
        let (code, rest) = line.split_once(' ').unwrap();
        let numbers: Vec<f64> = rest
            .split(' ')
            .map(|number| number.parse::<i32>().unwrap())
            .map(f64::from)
            .collect();
        let circle = |at: usize| Circle {
            at: Px {
                x: numbers[at],
                y: numbers[at + 1],
            },
            radius: numbers[at + 2],
        };
        Ring {
            code: code.to_owned(),
            tile: circle(0),
            circle: circle(3),
            outline: numbers[6..].to_vec(),
        }
    };
    fragment.lines().skip(6).map(ring).collect()
}

#[test]
fn the_fragment_has_every_region_once_and_both_islands() {
    for lang in Lang::ALL {
        let fragment = SITE.layouts(lang);
        println!("{} bytes in {lang:?}", fragment.len());
        let lines: Vec<&str> = fragment.lines().collect();
        for sentence in &lines[..3] {
            assert!(
                sentence.ends_with('.') && sentence.chars().count() > 25,
                "{sentence:?}"
            );
        }
        for name in [lang.pick("울릉도", "Ulleungdo"), lang.pick("독도", "Dokdo")] {
            assert_eq!(
                lines[3].matches(name).count(),
                2,
                "{name} in tiles and in circles"
            );
        }
        for region in &REGIONS {
            let name = format!(">{}</text>", region.short.get(lang));
            assert_eq!(
                lines[3].matches(&name).count(),
                4,
                "{name}: two layouts, two letterings"
            );
        }
        let rings = rings(&fragment);
        let codes: Vec<&str> = rings.iter().map(|ring| ring.code.as_str()).collect();
        let expected: Vec<&str> = REGIONS
            .iter()
            .flat_map(|region| vec![region.digits; if region.digits == "47" { 3 } else { 1 }])
            .collect();
        assert_eq!(codes, expected);
        assert!(rings.iter().all(|ring| ring.outline.len() == 2 * POINTS));
    }
}

#[test]
fn the_circles_that_are_fetched_follow_the_population_and_do_not_overlap() {
    let rings = rings(&SITE.layouts(Lang::Ko));
    let circles: Vec<Circle> = rings.iter().map(|ring| ring.circle).collect();
    // Tenths of a unit are rounded.
    assert_eq!(overlaps(&circles, 1.0), []);
    let tiles: Vec<Circle> = rings.iter().map(|ring| ring.tile).collect();
    for (a, b) in pairs(tiles.len()) {
        let (a, b) = (tiles[a], tiles[b]);
        let apart = (a.at.x - b.at.x).abs().max((a.at.y - b.at.y).abs());
        assert!(apart > a.radius + b.radius, "{a:?} and {b:?}");
    }
    let mut state = ViewState::new(Selection::Nation);
    state.set_indicator(Indicator::Population);
    state.set_measure(Measure::Count);
    let years = SERIES
        .iter()
        .filter(|series| series.key == Indicator::Population.definition().key);
    state.set_year(years.map(|series| series.year).max().unwrap());
    let mainland = |code: &str| {
        rings
            .iter()
            .find(|ring| ring.code == code)
            .unwrap()
            .circle
            .radius
    };
    let people = |place: usize| state.values()[place].unwrap().to_f64();
    let seoul = mainland("11").powi(2) / people(0);
    for (place, region) in REGIONS.iter().enumerate() {
        let found = mainland(region.digits).powi(2) / people(place) / seoul;
        // A tenth of a unit of the smallest radius, which is 세종's.
        assert!((found - 1.0).abs() < 0.01, "{}: {found}", region.short.ko);
    }
}

#[test]
fn the_islands_are_the_easternmost_of_every_layout() {
    let rings = rings(&SITE.layouts(Lang::Ko));
    let is_island =
        |place: usize| rings[place].code == "47" && place > 0 && rings[place - 1].code == "47";
    let reach = |of: fn(&Ring) -> Circle, islands: bool| {
        let places = (0..rings.len()).filter(|&place| is_island(place) == islands);
        let east = places
            .map(|place| of(&rings[place]))
            .map(|it| (it.at.x, it.at.x + it.radius));
        east.fold((f64::MIN, f64::MIN), |most, it| {
            (most.0.max(it.0), most.1.max(it.1))
        })
    };
    for of in [|ring: &Ring| ring.tile, |ring: &Ring| ring.circle] {
        // 독도's middle is east of every other region's eastern end.
        assert!(reach(of, true).0 > reach(of, false).1);
    }
}
