//! National bodies that links start from and that have no place on the map.

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;

/// A row of `bodies.csv`.
#[derive(Clone, Debug)]
pub struct Body {
    /// With its prefix: `net:k-biohealth-center`.
    pub id: String,
    pub name: Wording,
    pub source_ids: Vec<String>,
    pub note: Option<Wording>,
}

pub static LAYOUT: Layout = Layout {
    file: "bodies.csv",
    columns: &["id", "name_ko", "name_en", "source_ids", "note", "note_ko"],
    key: &["id"],
};

/// Reads `bodies.csv`.
pub fn read(table: &Table<'_>, sources: &Ledger) -> Vec<Body> {
    table.rows(|row| {
        let is_prefixed = |text: &str| text.starts_with("net:").then(|| text.to_owned());
        let id = row.parsed("id", is_prefixed, "an id that begins with net:");
        let name = row.wording("name_ko", "name_en");
        let source_ids = sources.several(row, "source_ids");
        let note = row.remark_in_both("note_ko", "note");
        Some(Body {
            id: id?,
            name: name?,
            source_ids: source_ids?,
            note: note?,
        })
    })
}
