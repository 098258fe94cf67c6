//! Schemes that group the 17 시도 into wide regions (권역).

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;
use super::year::Year;
use crate::region::{REGIONS, RegionCode};

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

/// The schemes that are partitions of the 17 시도, in the order of the grouping switch.
pub const PARTITIONS: [&str; 2] = ["5+2 광역경제권", "5극 3특"];

/// A wide region with its members.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: Wording,
    pub sido: Vec<RegionCode>,
}

/// The groups of a scheme in the order of the file.
///
/// # Errors
///
/// Where a 시도 is in none of them; that none is in two the key of the file sees to.
pub fn groups(members: &[Member], scheme: &str) -> Result<Vec<Group>, String> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    let of_scheme = || members.iter().filter(|member| member.scheme == scheme);
    for member in of_scheme() {
        match groups.iter_mut().find(|(id, _)| *id == member.region_id) {
            Some((_, group)) => group.sido.push(member.sido),
            None => {
                let group = Group {
                    name: member.region.clone(),
                    sido: vec![member.sido],
                };
                groups.push((&member.region_id, group));
            }
        }
    }
    let is_in = |code: RegionCode| of_scheme().any(|member| member.sido == code);
    match REGIONS.iter().find(|region| !is_in(region.code)) {
        Some(out) => Err(format!(
            "{}: no region of `{scheme}` holds {}; expected every 시도 in one",
            LAYOUT.file, out.digits
        )),
        None => Ok(groups.into_iter().map(|(_, group)| group).collect()),
    }
}

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
