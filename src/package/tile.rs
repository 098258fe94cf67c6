//! The tile grid: a cell for every region.

use super::table::{Layout, Table};

/// A row of `tile_grid.csv`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tile {
    pub level: TileLevel,
    /// Two digits of a 시도; of a 시군구 five, as in the outlines.
    pub code: String,
    pub name_ko: String,
    /// From the west, from 0.
    pub column: u8,
    /// From the north, from 0.
    pub row: u8,
}

/// Which of the two grids a tile is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TileLevel {
    Sido,
    Sigungu,
}

impl TileLevel {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "sido" => TileLevel::Sido,
            "sigungu" => TileLevel::Sigungu,
            _ => return None,
        })
    }
}

pub static LAYOUT: Layout = Layout {
    file: "tile_grid.csv",
    columns: &["level", "code", "name_ko", "column", "row"],
    key: &["level", "code"],
};

/// Reads `tile_grid.csv`.
pub fn read(table: &Table<'_>) -> Vec<Tile> {
    table.rows(|row| {
        let line = |text: &str| text.parse().ok();
        let level = row.parsed("level", TileLevel::parse, "sido or sigungu");
        let code = row.text("code");
        let name_ko = row.text("name_ko");
        let column = row.parsed("column", line, "a whole number from 0 to 255");
        let at = row.parsed("row", line, "a whole number from 0 to 255");
        Some(Tile {
            level: level?,
            code: code?,
            name_ko: name_ko?,
            column: column?,
            row: at?,
        })
    })
}
