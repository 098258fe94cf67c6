//! National bodies that links start from and that have no place on the map.

use std::path::Path;

use super::error::Errors;
use super::source::Sources;
use super::table::{Layout, Table};

/// A row of `bodies.csv`.
#[derive(Clone, Debug)]
pub struct Body {
    /// With its prefix: `net:k-biohealth-center`.
    pub id: String,
    pub name_ko: String,
    pub name_en: String,
    pub source_ids: Vec<String>,
    pub note: Option<String>,
}

pub static LAYOUT: Layout = Layout {
    file: "bodies.csv",
    columns: &["id", "name_ko", "name_en", "source_ids", "note"],
    key: &["id"],
};

/// Reads `bodies.csv`.
pub fn read(dir: &Path, sources: &Sources, errors: &Errors) -> Vec<Body> {
    Table::read(dir, &LAYOUT, errors).rows(|row| {
        let is_prefixed = |text: &str| text.starts_with("net:").then(|| text.to_owned());
        let id = row.parsed("id", is_prefixed, "an id that begins with net:");
        let (name_ko, name_en) = (row.text("name_ko"), row.text("name_en"));
        let source_ids = sources.cited_together(row, "source_ids");
        Some(Body {
            id: id?,
            name_ko: name_ko?,
            name_en: name_en?,
            source_ids: source_ids?,
            note: row.remark("note"),
        })
    })
}
