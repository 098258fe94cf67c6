//! The other layouts of the map: the published tile grid.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kbio_atlas::REGIONS;
use kbio_atlas::cartogram::{Cell, cells, sido_cells};
use kbio_atlas::geometry::{Area, Boundaries, Projected, label_point, neighbours};

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
