//! Schemes that group the 17 시도 into wide regions (권역).

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;
use super::year::Year;
use crate::region::RegionCode;

/// A row of `macro_regions.csv`: one 시도 as a member of one wide region of one scheme.
#[derive(Clone, Debug)]
pub struct Member {
    /// The scheme, such as `5극 3특`.
    pub scheme: String,
    pub region_id: String,
    pub region: Wording,
    pub sido: RegionCode,
    /// When the scheme was announced; `None` for regions that only a link names.
    pub year: Option<Year>,
    pub source_ids: Vec<String>,
    pub note: Option<String>,
}

pub static LAYOUT: Layout = Layout {
    file: "macro_regions.csv",
    columns: &[
        "scheme",
        "region_id",
        "region_ko",
        "region_en",
        "sido_code",
        "year",
        "source_ids",
        "note",
    ],
    key: &["scheme", "sido_code"],
};

/// Reads `macro_regions.csv`.
pub fn read(table: &Table<'_>, sources: &Ledger) -> Vec<Member> {
    table.rows(|row| {
        let (scheme, region_id) = (row.text("scheme"), row.text("region_id"));
        let region = row.wording("region_ko", "region_en");
        let sido = row.region("sido_code");
        let year = row.optional("year", |row, column| row.year(column));
        let source_ids = sources.several(row, "source_ids");
        Some(Member {
            scheme: scheme?,
            region_id: region_id?,
            region: region?,
            sido: sido?,
            year: year?,
            source_ids: source_ids?,
            note: row.remark("note"),
        })
    })
}
