//! Where a figure comes from.

use core::cell::RefCell;
use std::collections::BTreeSet;

use super::error::{Error, Errors};
use super::table::{Layout, Row, Table};

/// A publication that rows of the package rest on.
#[derive(Clone, Debug)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// As printed, or with a remark in brackets; `None` where the source shows none.
    pub date: Option<String>,
    /// `None` for code indexes and our own measurements.
    pub url: Option<String>,
    /// The licence or terms of use, as far as known.
    pub terms: Option<String>,
    pub note: Option<String>,
}

/// One of the four lists of sources; ids are unique within a list, not across lists.
#[derive(Debug)]
pub struct Sources {
    pub file: &'static str,
    pub rows: Vec<Source>,
}

const COLUMNS: &[&str] = &[
    "source_id",
    "title",
    "publisher",
    "date",
    "url",
    "license_or_terms_if_known",
    "note",
];

/// Sources of clusters, links, wide regions, comparators and bodies.
pub static CLUSTERS: Layout = Layout {
    file: "clusters_sources.csv",
    columns: &["source_id", "title", "publisher", "date", "url", "note"],
    key: &["source_id"],
};

/// Sources of `regional.csv`.
pub static REGIONAL: Layout = Layout {
    file: "regional_sources.csv",
    columns: COLUMNS,
    key: &["source_id"],
};

/// Sources of `timeseries.csv`.
pub static TIMESERIES: Layout = Layout {
    file: "timeseries_sources.csv",
    columns: COLUMNS,
    key: &["source_id"],
};

/// Sources of `sigungu.csv` and `sido_extra.csv`.
pub static SIGUNGU: Layout = Layout {
    file: "sigungu_sources.csv",
    columns: COLUMNS,
    key: &["source_id"],
};

impl Sources {
    /// Reads one of the four lists.
    pub fn read(table: &Table<'_>) -> Self {
        let rows = table.rows(|row| {
            let (id, title, publisher) = (
                row.text("source_id"),
                row.text("title"),
                row.text("publisher"),
            );
            Some(Source {
                id: id?,
                title: title?,
                publisher: publisher?,
                date: row.remark("date"),
                url: row.remark("url"),
                terms: row.remark("license_or_terms_if_known"),
                note: row.remark("note"),
            })
        });
        Sources {
            file: table.file(),
            rows,
        }
    }

    /// The source with this id.
    pub fn get(&self, id: &str) -> Option<&Source> {
        self.rows.iter().find(|source| source.id == id)
    }
}

/// Keeps book of which ids of a list the rows of other tables name.
pub struct Ledger {
    pub file: &'static str,
    /// Every id in the file with its line, also of rows that have a fault elsewhere.
    lines: Vec<(String, u64)>,
    named: RefCell<BTreeSet<String>>,
}

impl Ledger {
    pub fn of(table: &Table<'_>) -> Self {
        let lines = table.rows(|row| Some((row.cell("source_id").to_owned(), row.line())));
        Ledger {
            file: table.file(),
            lines,
            named: RefCell::default(),
        }
    }

    /// A cell with one id of this list.
    pub fn one(&self, row: &Row<'_>, column: &'static str) -> Option<String> {
        let id = row.text(column)?;
        self.enter(row, column, &id).then_some(id)
    }

    /// A cell with ids of this list, parted by semicolons.
    pub fn several(&self, row: &Row<'_>, column: &'static str) -> Option<Vec<String>> {
        let ids = row.ids(column)?;
        // Not `all`: every unknown id is to be reported, not only the first.
        let unknown = ids.iter().filter(|id| !self.enter(row, column, id)).count();
        (unknown == 0).then_some(ids)
    }

    fn enter(&self, row: &Row<'_>, column: &'static str, id: &str) -> bool {
        if self.lines.iter().any(|(known, _)| known == id) {
            self.named.borrow_mut().insert(id.to_owned());
            return true;
        }
        row.fail::<()>(
            column,
            format!("{id:?} is not a source_id of {}", self.file),
        );
        false
    }

    /// Reports the sources that no row names and no note explains.
    pub fn refuse_unused(&self, notes: &str, errors: &Errors) {
        let words: BTreeSet<&str> = notes
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .collect();
        let named = self.named.borrow();
        for (id, line) in &self.lines {
            if !named.contains(id) && !words.contains(id.as_str()) {
                errors.push(Error {
                    file: self.file.to_owned(),
                    line: Some(*line),
                    column: Some("source_id"),
                    message: format!("{id:?} is named by no row and by no file in notes/"),
                });
            }
        }
    }
}
