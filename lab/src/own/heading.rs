//! Where a table begins: its rows of headings, and the column that names provinces.

use kbio_atlas::REGION_COUNT;

use super::MAX_COLUMNS;
use super::fault::Fault;
use super::figure::{self, Figure};
use super::place_name::{CodeSet, Gazetteer, Place, is_code};
use super::rows::Row;

/// A table whose headings are known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    pub headings: Vec<String>,
    /// Below the headings.
    pub rows: Vec<Row>,
    pub unit: Unit,
    pub place: PlaceColumn,
}

/// What a row of the table was in the file, and [`Row::line`] counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Line,
    /// The file has its provinces side by side.
    Column,
    Feature,
}

/// The column that names provinces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlaceColumn {
    pub at: usize,
    pub codes: CodeSet,
}

/// At most this many rows of headings, the last ones above the figures.
const MOST_HEADINGS: usize = 3;
/// Rows that are looked at to find the places.
const LOOKED_AT: usize = 600;

/// Finds the headings of rows as a spreadsheet saves them: titles above, headings in one to three rows, and
/// provinces in a column or, side by side, in a row.
///
/// # Errors
///
/// No province is named anywhere.
pub fn table(rows: Vec<Row>, gazetteer: &Gazetteer) -> Result<Table, Fault> {
    let down = places_down(&rows, gazetteer);
    let across = rows
        .iter()
        .take(LOOKED_AT.min(60))
        .map(|row| places_across(row, gazetteer))
        .max()
        .unwrap_or(0);
    let is_across = across >= 3 && across > down.map_or(0, |(_, count)| count);
    if is_across && rows.len() <= MAX_COLUMNS {
        let turned = turned(&rows);
        if let Some((place, _)) = places_down(&turned, gazetteer) {
            return Ok(split(turned, Unit::Column, place, gazetteer));
        }
    }
    match down {
        Some((place, _)) => Ok(split(rows, Unit::Line, place, gazetteer)),
        None => Err(nowhere(&rows, gazetteer)),
    }
}

/// The column with the most provinces, and how many.
pub fn places_down(rows: &[Row], gazetteer: &Gazetteer) -> Option<(PlaceColumn, u32)> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut best: Option<(PlaceColumn, u32)> = None;
    // Names first: of two columns with as many provinces, names win over codes, and left over right.
    for by_name in [true, false] {
        for at in 0..width {
            let cells = || {
                rows.iter()
                    .step_by(rows.len().div_ceil(LOOKED_AT).max(1))
                    .map(|row| row.cell(at))
                    .filter(|cell| !cell.is_empty())
            };
            let codes = match by_name {
                true => CodeSet::default(),
                false => {
                    // A column of codes holds little else, but for its headings.
                    let (all, coded) = (cells().count(), cells().filter(|c| is_code(c)).count());
                    if coded < 2 || coded + MOST_HEADINGS < all {
                        continue;
                    }
                    CodeSet::of(cells())
                }
            };
            let count = distinct(cells().filter(|c| is_code(c) != by_name), gazetteer, codes);
            let least = if by_name { 1 } else { 2 };
            if count >= least && best.is_none_or(|(_, most)| count > most) {
                best = Some((PlaceColumn { at, codes }, count));
            }
        }
    }
    best
}

fn places_across(row: &Row, gazetteer: &Gazetteer) -> u32 {
    let cells = row.cells.iter().map(String::as_str);
    distinct(
        cells.filter(|cell| !is_code(cell)),
        gazetteer,
        CodeSet::default(),
    )
}

fn distinct<'c>(
    cells: impl Iterator<Item = &'c str>,
    gazetteer: &Gazetteer,
    codes: CodeSet,
) -> u32 {
    const { assert!(REGION_COUNT <= 32) };
    let mut seen = 0_u32;
    for cell in cells {
        if let Place::Region(code) = gazetteer.place(cell, codes) {
            seen |= 1 << code.index();
        }
    }
    seen.count_ones()
}

/// Columns as rows, blank ones left out.
fn turned(rows: &[Row]) -> Vec<Row> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    (0..width)
        .map(|at| Row {
            line: u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1),
            cells: rows.iter().map(|row| row.cell(at).to_owned()).collect(),
        })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// Rows into headings and what is below them.
fn split(mut rows: Vec<Row>, unit: Unit, place: PlaceColumn, gazetteer: &Gazetteer) -> Table {
    let is_data = |row: &Row| {
        gazetteer.place(row.cell(place.at), place.codes) != Place::Unknown
            && row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
    };
    let start = rows.iter().position(is_data).unwrap_or(0);
    let below = rows.split_off(start);
    // A cell alone in its row is a title or a note.
    rows.retain(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1);
    let above = &rows[rows.len().saturating_sub(MOST_HEADINGS)..];
    let width = below
        .iter()
        .chain(above)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    Table {
        headings: headings(above, width),
        rows: below,
        unit,
        place,
    }
}

/// Each column's headings from above to below; a blank beside a heading over several columns belongs to it.
fn headings(above: &[Row], width: usize) -> Vec<String> {
    let mut parts: Vec<Vec<String>> = vec![Vec::new(); width];
    for (depth, row) in above.iter().enumerate() {
        let mut last = "";
        for (at, parts) in parts.iter_mut().enumerate() {
            let cell = row.cell(at);
            let is_lowest = depth + 1 == above.len();
            if !cell.is_empty() || is_lowest {
                last = cell;
            }
            let part = last.split_whitespace().collect::<Vec<_>>().join(" ");
            if !part.is_empty() && parts.last() != Some(&part) {
                parts.push(part);
            }
        }
    }
    named_apart(parts.into_iter().map(|parts| parts.join(" · ")).collect())
}

/// Columns without a heading, or with that of another, take their number to it.
pub fn named_apart(mut names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    for (at, name) in names.iter_mut().enumerate() {
        if name.is_empty() {
            *name = format!("#{}", at + 1);
        } else if seen.contains(name) {
            *name = format!("{name} #{}", at + 1);
        }
        seen.insert(name.clone());
    }
    names
}

/// What to say where no province is named.
pub fn nowhere(rows: &[Row], gazetteer: &Gazetteer) -> Fault {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut fullest: (usize, usize) = (0, 0);
    let mut districts = 0;
    for at in 0..width {
        let words = (rows.iter().map(|row| row.cell(at)).take(LOOKED_AT))
            .filter(|cell| !is_code(cell) && matches!(figure::read(cell), Figure::Other(_)))
            .count();
        if words > fullest.1 {
            fullest = (at, words);
        }
    }
    for row in rows {
        let is_district =
            |cell: &String| gazetteer.place(cell, CodeSet::default()) == Place::District;
        districts += usize::from(row.cells.iter().take(4).any(is_district));
    }
    if districts * 2 >= rows.len() && districts > 0 {
        return Fault::OnlyDistricts { count: districts };
    }
    let seen = rows
        .iter()
        .map(|row| row.cell(fullest.0))
        .filter(|cell| !cell.is_empty())
        .take(3)
        .map(|cell| cell.chars().take(30).collect())
        .collect();
    Fault::NoPlaces { seen }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::own::rows::rows;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let table = table(rows(text).unwrap(), &Gazetteer::default());
        let shown = match &table {
            Ok(table) => format!(
                "{:?} {} [{}] {}",
                table.unit,
                table.place.at,
                table.headings.join(", "),
                table
                    .rows
                    .iter()
                    .map(|row| row.line.to_string())
                    .collect::<Vec<_>>()
                    .join(" ")
            ),
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn headings_are_the_rows_above_the_first_province() {
        check("시도,값\n서울,1\n부산,2", "Line 0 [시도, 값] 2 3");
        check("서울,1\n부산,2", "Line 0 [#1, #2] 1 2");
        check(
            "표 1. 시도별\n\n단위: 명\n번호,시도,값\n1,서울,5\n2,부산,6",
            "Line 1 [번호, 시도, 값] 5 6",
        );
        check(
            "행정구역별(1),2022,,2023,\n행정구역별(1),사업체수,종사자수,사업체수,종사자수\n전국,1,2,3,4\n서울특별시,1,2,3,4",
            "Line 0 [행정구역별(1), 2022 · 사업체수, 2022 · 종사자수, 2023 · 사업체수, 2023 · 종사자수] 3 4",
        );
        check("시도,값,값,\n서울,1,2,3", "Line 0 [시도, 값, 값 #3, #4] 2");
        check("code,n\n11,5\n21,6\n22,7", "Line 0 [code, n] 2 3 4");
        check(
            "code,name,n\n11,서울,5\n26,부산,6",
            "Line 1 [code, name, n] 2 3",
        );
    }

    #[test]
    fn provinces_side_by_side_are_turned() {
        check(
            "항목,전국,서울,부산,대구\n사업체수,9,1,2,3\n종사자수,99,10,20,30",
            "Column 0 [항목, 사업체수, 종사자수] 2 3 4 5",
        );
    }

    #[test]
    fn a_table_without_provinces_says_what_it_has() {
        check("a,b\nx,1\ny,2", "NoPlaces { seen: [\"a\", \"x\", \"y\"] }");
        check("1,2\n3,4", "NoPlaces { seen: [\"1\", \"3\"] }");
        check("시군구,값\n종로구,1\n중구,2", "OnlyDistricts { count: 2 }");
    }
}
