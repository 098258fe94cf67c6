//! Links between clusters, regions and national bodies, as far as a source names both ends.

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;
use super::year::Year;
use crate::link::Family;
use crate::region::RegionCode;
use crate::text::Name;

/// A row of `links.csv`.
#[derive(Clone, Debug)]
pub struct DocumentedLink {
    /// The hub, the upstream end or the mother institute where the family has a direction; just the end
    /// that the source names first elsewhere.
    pub from: End,
    pub to: End,
    /// The kind as the package spells it: `hub_spoke`.
    pub kind: String,
    pub family: Family,
    pub label: Wording,
    /// `None` where the source shows none.
    pub year: Option<Year>,
    pub source_ids: Vec<String>,
    pub status: Standing,
    pub note: Option<Wording>,
}

/// What a link joins.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum End {
    /// A row of `clusters.csv`, by its id.
    Cluster(String),
    /// `region:sido-46`: a 시도.
    Region(RegionCode),
    /// `region:5p2-honam`: a wide region of `macro_regions.csv`, by its id there.
    MacroRegion(String),
    /// `net:k-biohealth-center`: a row of `bodies.csv`, by its id.
    Body(String),
}

/// How firm a link is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Documented,
    Plan,
    PressOutlook,
}

impl Standing {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "documented" => Standing::Documented,
            "plan" => Standing::Plan,
            "press outlook" => Standing::PressOutlook,
            _ => return None,
        })
    }
}

impl Standing {
    /// The words for a reader.
    pub fn name(self) -> Name {
        match self {
            Standing::Documented => Name {
                ko: "문헌 확인",
                en: "Documented",
            },
            Standing::Plan => Name {
                ko: "계획",
                en: "Plan",
            },
            Standing::PressOutlook => Name {
                ko: "언론 전망",
                en: "Press outlook",
            },
        }
    }
}

/// What a link may end at: the ids that stand in the tables.
pub struct Ends<'t> {
    pub clusters: Vec<&'t str>,
    pub macro_regions: Vec<&'t str>,
    pub bodies: Vec<&'t str>,
}

impl Ends<'_> {
    /// Reads a link's end; `None` for one that the package does not hold.
    pub fn parse(&self, text: &str) -> Option<End> {
        if let Some(code) = text.strip_prefix("region:sido-") {
            return RegionCode::parse(code).map(End::Region);
        }
        if let Some(id) = text.strip_prefix("region:") {
            return self
                .macro_regions
                .contains(&id)
                .then(|| End::MacroRegion(id.to_owned()));
        }
        if self.bodies.contains(&text) {
            return Some(End::Body(text.to_owned()));
        }
        self.clusters
            .contains(&text)
            .then(|| End::Cluster(text.to_owned()))
    }
}

pub static LAYOUT: Layout = Layout {
    file: "links.csv",
    columns: &[
        "from_id",
        "to_id",
        "kind",
        "label_ko",
        "label_en",
        "year",
        "source_ids",
        "status",
        "note",
        "note_ko",
    ],
    key: &["from_id", "to_id", "kind", "label_ko"],
};

/// Reads `links.csv`.
pub fn read(table: &Table<'_>, ends: &Ends<'_>, sources: &Ledger) -> Vec<DocumentedLink> {
    const END: &str = "the id of a cluster, a region or a body of this package";
    table.rows(|row| {
        let from = row.parsed("from_id", |text| ends.parse(text), END);
        let to = row.parsed("to_id", |text| ends.parse(text), END);
        let family = row.parsed("kind", Family::of_kind, "a known kind of link");
        let label = row.wording("label_ko", "label_en");
        let year = row.optional("year", |row, column| row.year(column));
        let source_ids = sources.several(row, "source_ids");
        let status = row.parsed(
            "status",
            Standing::parse,
            "documented, plan or press outlook",
        );
        let note = row.remark_in_both("note_ko", "note");
        let (from, to) = (from?, to?);
        if from == to {
            return row.fail(
                "to_id",
                "is the same as from_id; a link joins two places".to_owned(),
            );
        }
        Some(DocumentedLink {
            from,
            to,
            kind: row.cell("kind").to_owned(),
            family: family?,
            label: label?,
            year: year?,
            source_ids: source_ids?,
            status: status?,
            note: note?,
        })
    })
}
