//! Where sources disagree, and what is done about it.

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;

/// A row of `disagreements.csv`.
#[derive(Clone, Debug)]
pub struct Disagreement {
    pub id: String,
    pub topic: Wording,
    pub one: Claim,
    pub other: Claim,
    /// The list that the ids of both claims are in.
    pub sources_file: String,
    pub treatment: Wording,
}

/// What one side says.
#[derive(Clone, Debug)]
pub struct Claim {
    pub value: Wording,
    /// Empty for a value that was seen on a page which is not kept as a source.
    pub source_ids: Vec<String>,
}

pub static LAYOUT: Layout = Layout {
    file: "disagreements.csv",
    columns: &[
        "id",
        "topic_ko",
        "topic_en",
        "value_a_ko",
        "value_a_en",
        "source_ids_a",
        "value_b_ko",
        "value_b_en",
        "source_ids_b",
        "sources_file",
        "treatment_ko",
        "treatment_en",
    ],
    key: &["id"],
};

/// Reads `disagreements.csv`; each row says which of the `lists` its ids are in.
pub fn read(table: &Table<'_>, lists: &[Ledger]) -> Vec<Disagreement> {
    table.rows(|row| {
        let id = row.text("id");
        let topic = row.wording("topic_ko", "topic_en");
        let (one, other) = (
            row.wording("value_a_ko", "value_a_en"),
            row.wording("value_b_ko", "value_b_en"),
        );
        let treatment = row.wording("treatment_ko", "treatment_en");
        let list_named = |file: &str| lists.iter().find(|list| list.file == file);
        let list = row.parsed("sources_file", list_named, "the file of a list of sources")?;
        let ids = |column| list.several(row, column);
        let one_ids = ids("source_ids_a");
        let other_ids = row.optional("source_ids_b", |_, column| ids(column));
        Some(Disagreement {
            id: id?,
            topic: topic?,
            one: Claim {
                value: one?,
                source_ids: one_ids?,
            },
            other: Claim {
                value: other?,
                source_ids: other_ids?.unwrap_or_default(),
            },
            sources_file: list.file.to_owned(),
            treatment: treatment?,
        })
    })
}
