//! A tile for every region: the same size for all, each about where it is on the map.
//!
//! The 17 시도 are placed by hand ([`SIDO`]). The 250 시군구 are placed by computation: equal discs make room
//! for each other ([`disc`]), each takes the cell that keeps the way of all short ([`assignment`]), and pairs
//! then swap cells as long as that brings more true neighbours together. The result is data:
//! `tile_grid.csv` of the data package holds both, and a test makes it anew and compares.

use super::assignment::assign;
use super::disc::{self, Disc};
use crate::geometry::{Area, Px, label_point, neighbours};
use crate::region::{REGION_COUNT, REGIONS};

/// A place in a grid, counted from the west and from the north.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Cell {
    pub column: i32,
    pub row: i32,
}

impl Cell {
    /// Whether the two tiles share an edge.
    pub fn touches(self, other: Cell) -> bool {
        (self.column - other.column).abs() + (self.row - other.row).abs() == 1
    }

    /// Whether they share at least a corner.
    pub fn meets(self, other: Cell) -> bool {
        self != other
            && (self.column - other.column).abs() <= 1
            && (self.row - other.row).abs() <= 1
    }
}

/// The 17, by their short names, as a reader of the map would look for them.
const SIDO: [&str; 6] = [
    "··   서울 ··   ··",
    "인천 경기 강원 ··",
    "충남 세종 충북 경북",
    "전북 대전 대구 울산",
    "광주 전남 경남 부산",
    "··   제주 ··   ··",
];

/// The cells of the 17 시도, in the order of [`REGIONS`]; `None` for a name that [`SIDO`] lacks.
pub fn sido_cells() -> [Option<Cell>; REGION_COUNT] {
    core::array::from_fn(|place| {
        SIDO.iter().zip(0..).find_map(|(line, row)| {
            let mut names = line.split_whitespace().zip(0..);
            let (_, column) = names.find(|(name, _)| *name == REGIONS[place].short.ko)?;
            Some(Cell { column, row })
        })
    })
}

/// Every area's cell, in the order of `areas`; `None` where an area has no land.
///
/// An area that lies in the sea further east than all others (울릉군, with 독도) keeps a column of its own,
/// an empty one before it, so that it stays the easternmost.
pub fn cells(areas: &[Area]) -> Option<Vec<Cell>> {
    let touching = neighbours(areas);
    let points: Vec<_> = areas.iter().map(label_point).collect::<Option<_>>()?;
    let outlier = (0..areas.len())
        .filter(|&place| touching[place].is_empty())
        .max_by(|&a, &b| points[a].x.total_cmp(&points[b].x))
        .filter(|&east| points.iter().all(|point| point.x <= points[east].x));

    // One unit is a tile: discs of this radius cover as much as the tiles.
    let radius = 0.5;
    let metres = tile_metres(areas);
    let discs: Vec<Disc> = points
        .iter()
        .map(|point| Disc {
            home: Px {
                x: point.x / metres,
                y: -point.y / metres,
            },
            radius,
        })
        .collect();
    let wished = disc::settle(&discs, &touching, 0.0);

    let inner: Vec<usize> = (0..areas.len()).filter(|&i| Some(i) != outlier).collect();
    let mut board = Board::around(areas, &touching, &wished, &inner);
    let free = board.all_cells();
    let cost = |row: usize, column: usize| square_distance(wished[inner[row]], free[column]);
    for (&area, column) in inner.iter().zip(assign(inner.len(), free.len(), cost)) {
        board.put(area, free[column]);
    }
    board.anneal(&inner);
    board.improve(&inner, &free);

    let mut cells = board.cells;
    if let Some(east) = outlier {
        let last = inner.iter().map(|&i| cells[i].column).max().unwrap_or(0);
        cells[east] = Cell {
            column: last + 2,
            row: wished[east].y.round() as i32,
        };
    }
    squeeze(&mut cells, |cell| &mut cell.column);
    squeeze(&mut cells, |cell| &mut cell.row);
    Some(cells)
}

/// Counts columns or rows from 0 and leaves one empty line where there are several: sea needs no more.
fn squeeze(cells: &mut [Cell], line: impl Fn(&mut Cell) -> &mut i32) {
    let mut used: Vec<i32> = cells.iter_mut().map(|cell| *line(cell)).collect();
    used.sort_unstable();
    used.dedup();
    let mut to = 0;
    let mut renumbered = Vec::new();
    for (at, &from) in used.iter().enumerate() {
        let is_next = at == 0 || used[at - 1] + 1 == from;
        to += i32::from(at > 0) + i32::from(!is_next);
        renumbered.push(to);
    }
    for cell in cells {
        let line = line(cell);
        if let Ok(at) = used.binary_search(line) {
            *line = renumbered[at];
        }
    }
}

/// The side of a tile in metres at which all tiles together are as large as the land.
fn tile_metres(areas: &[Area]) -> f64 {
    let land: f64 = areas.iter().map(Area::area_m2).sum();
    (land / areas.len().max(1) as f64).sqrt()
}

fn square_distance(point: Px, cell: Cell) -> f64 {
    let (x, y) = (
        f64::from(cell.column) - point.x,
        f64::from(cell.row) - point.y,
    );
    x * x + y * y
}

/// What a pair of tiles is worth that share an edge: neighbours on the map; else of one 시도.
const NEIGHBOURS: f64 = 4.0;
const SAME_REGION: f64 = 3.0;
/// What neighbours are worth that share only a corner.
const AT_CORNER: f64 = 1.0;
/// What the square of a tile's way from its wished place costs, and how long a way (squared) is too long.
const WAY: f64 = 0.2;
const LONGEST: f64 = 36.0;

/// Swaps that are drawn by lot, and the loss that the first of them may bring.
const DRAWS: u32 = 4_000_000;
const FIRST_LOSS: f64 = 6.0;

/// Tiles on their cells while they are being moved.
struct Board<'a> {
    areas: &'a [Area],
    touching: &'a [Vec<usize>],
    /// Where each tile would be if it were alone, in tiles.
    wished: &'a [Px],
    cells: Vec<Cell>,
    /// The north-western cell, and how many there are to the east and to the south.
    first: Cell,
    columns: i32,
    rows: i32,
    /// Who is where, row by row.
    holders: Vec<Option<usize>>,
}

impl<'a> Board<'a> {
    /// An empty board with a margin of one cell around where the `inner` tiles wish to be.
    fn around(
        areas: &'a [Area],
        touching: &'a [Vec<usize>],
        wished: &'a [Px],
        inner: &[usize],
    ) -> Self {
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for Px { x, y } in inner.iter().map(|&area| wished[area]) {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        let first = Cell {
            column: low.0.floor() as i32 - 1,
            row: low.1.floor() as i32 - 1,
        };
        let columns = high.0.ceil() as i32 + 2 - first.column;
        let rows = high.1.ceil() as i32 + 2 - first.row;
        Board {
            areas,
            touching,
            wished,
            cells: vec![first; areas.len()],
            first,
            columns,
            rows,
            holders: vec![None; (columns * rows).max(0) as usize],
        }
    }

    fn all_cells(&self) -> Vec<Cell> {
        let cell = |row, column| Cell {
            column: self.first.column + column,
            row: self.first.row + row,
        };
        (0..self.rows)
            .flat_map(|row| (0..self.columns).map(move |column| cell(row, column)))
            .collect()
    }

    /// The place of a cell in `holders`; `None` off the board.
    fn index(&self, cell: Cell) -> Option<usize> {
        let (column, row) = (cell.column - self.first.column, cell.row - self.first.row);
        let is_on = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        is_on.then_some((row * self.columns + column) as usize)
    }

    fn holder(&self, cell: Cell) -> Option<usize> {
        self.holders[self.index(cell)?]
    }

    fn put(&mut self, area: usize, cell: Cell) {
        self.cells[area] = cell;
        if let Some(at) = self.index(cell) {
            self.holders[at] = Some(area);
        }
    }

    /// Swaps drawn by lot that may make the board worth less, by less and less: threshold accepting
    /// (G. Dueck and T. Scheuer, Journal of Computational Physics 90 (1990), 161–175), which takes the board
    /// out of the first dead end that it finds.
    fn anneal(&mut self, inner: &[usize]) {
        let mut lot = Lot(2);
        for draw in 0..DRAWS {
            let left = 1.0 - f64::from(draw) / f64::from(DRAWS);
            let area = inner[lot.below(inner.len())];
            let here = self.cells[area];
            let mut step = || lot.below(7) as i32 - 3;
            let cell = Cell {
                column: here.column + step(),
                row: here.row + step(),
            };
            if self.gain(area, cell) < -FIRST_LOSS * left * left {
                self.swap(area, here);
            }
        }
    }

    /// Swaps two tiles, or a tile and an empty cell, as long as one swap makes the board worth more.
    fn improve(&mut self, inner: &[usize], cells: &[Cell]) {
        let mut is_better = true;
        while is_better {
            is_better = false;
            for &area in inner {
                for &cell in cells {
                    let here = self.cells[area];
                    // More than rounding can bring, or two swaps might follow each other for ever.
                    if self.gain(area, cell) > 1e-9 {
                        is_better = true;
                    } else {
                        self.swap(area, here);
                    }
                }
            }
        }
    }

    /// Swaps, and how much more the board is worth then; nothing where the way is too long.
    fn gain(&mut self, area: usize, cell: Cell) -> f64 {
        let is_near = square_distance(self.wished[area], cell) <= LONGEST;
        if !is_near || self.index(cell).is_none() || self.cells[area] == cell {
            return 0.0;
        }
        let other = self.holder(cell);
        let worth =
            |board: &Self| board.worth(area) + other.map_or(0.0, |other| board.worth(other));
        let before = worth(self);
        self.swap(area, cell);
        worth(self) - before
    }

    /// Moves a tile to a cell, and whoever is there to where it was.
    fn swap(&mut self, area: usize, to: Cell) {
        let from = self.cells[area];
        if from == to {
            return;
        }
        let other = self.holder(to);
        if let Some(at) = self.index(from) {
            self.holders[at] = None;
        }
        if let Some(other) = other {
            self.put(other, from);
        }
        self.put(area, to);
    }

    /// What a tile's place is worth.
    fn worth(&self, area: usize) -> f64 {
        let cell = self.cells[area];
        let mut worth = -WAY * square_distance(self.wished[area], cell);
        for row in cell.row - 1..=cell.row + 1 {
            for column in cell.column - 1..=cell.column + 1 {
                let beside = Cell { column, row };
                let Some(other) = self.holder(beside).filter(|&other| other != area) else {
                    continue;
                };
                let is_same = self.areas[area].region == self.areas[other].region;
                worth += match (cell.touches(beside), self.touching[area].contains(&other)) {
                    (true, true) => NEIGHBOURS,
                    (true, false) if is_same => SAME_REGION,
                    (false, true) => AT_CORNER,
                    _ => 0.0,
                };
            }
        }
        worth
    }
}

/// Numbers that look drawn by lot and are the same on every run: D. Knuth's 64-bit linear congruential
/// generator (MMIX), of which the upper bits are used.
struct Lot(u64);

impl Lot {
    /// From 0 to below `end`.
    fn below(&mut self, end: usize) -> usize {
        const TIMES: u64 = 6_364_136_223_846_793_005;
        const PLUS: u64 = 1_442_695_040_888_963_407;
        self.0 = self.0.wrapping_mul(TIMES).wrapping_add(PLUS);
        (self.0 >> 33) as usize % end.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sido_stands_once_in_the_drawing() {
        let mut cells: Vec<Cell> = sido_cells()
            .iter()
            .zip(&REGIONS)
            .map(|(cell, region)| {
                cell.unwrap_or_else(|| panic!("write {} into SIDO", region.short.ko))
            })
            .collect();
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), REGION_COUNT);
        let names = SIDO.iter().flat_map(|line| line.split_whitespace());
        assert_eq!(names.filter(|name| *name != "··").count(), REGION_COUNT);
    }

    #[test]
    fn several_empty_lines_become_one() {
        let mut cells = [-3, 4, 5, 7, -3, 20].map(|column| Cell { column, row: 0 });
        squeeze(&mut cells, |cell| &mut cell.column);
        assert_eq!(cells.map(|cell| cell.column), [0, 2, 3, 5, 0, 7]);
        squeeze(&mut [], |cell| &mut cell.column);
    }

    #[test]
    fn touching_is_an_edge_and_meeting_a_corner_too() {
        let cell = |column, row| Cell { column, row };
        let check = |other: Cell, touches: bool, meets: bool| {
            let here = cell(2, 2);
            assert_eq!(
                (here.touches(other), here.meets(other)),
                (touches, meets),
                "{other:?}"
            );
        };
        check(cell(2, 2), false, false);
        check(cell(3, 2), true, true);
        check(cell(2, 1), true, true);
        check(cell(3, 3), false, true);
        check(cell(4, 2), false, false);
    }
}
