//! What is documented about a cluster.

use super::source::Ledger;
use super::table::{Layout, Table};
use super::wording::Wording;
use super::year::Year;
use super::{LATITUDES, LONGITUDES};
use crate::region::RegionCode;
use crate::text::{Lang, Name};

/// A row of `clusters.csv`.
#[derive(Clone, Debug)]
pub struct Profile {
    pub id: String,
    pub name: Wording,
    /// The name beside a marker.
    pub label: Wording,
    /// WGS 84, degrees.
    pub lat: f64,
    pub lon: f64,
    pub coord_confidence: CoordConfidence,
    pub region: RegionCode,
    pub sigungu: Wording,
    /// The class of the policy literature where `type_basis` names a publication; our reading of the
    /// sources where it begins with `text:`.
    pub kind: Kind,
    /// The start of the place or of its best known programme; `note` says which.
    pub year: Option<Year>,
    /// Counted differently by each source: never to be shown without `tenants_year` and `note`.
    pub tenants: Option<u64>,
    pub tenants_year: Option<Year>,
    pub workforce: Option<u64>,
    pub area_m2: Option<u64>,
    pub specialisation: Wording,
    /// Parted by `; `, like the designations: see [`Wording::items`].
    pub anchors: Wording,
    pub operator: Option<Wording>,
    pub designations: Option<Wording>,
    pub source_ids: Vec<String>,
    pub type_basis: Option<String>,
    pub coord_basis: String,
    pub status: Status,
    pub note: Option<Wording>,
}

impl Profile {
    /// Whether `kind` is a published class rather than our reading of the sources.
    pub fn has_published_kind(&self) -> bool {
        self.type_basis
            .as_deref()
            .is_some_and(|basis| !basis.starts_with("text:"))
    }

    /// Whether it is, or is a part of, one of the national strategic complexes of 2024-06-27.
    pub fn is_national_complex(&self) -> bool {
        let complex = |item: &str| item.contains("특화단지") && item.contains("2024-06-27");
        self.designations
            .as_ref()
            .is_some_and(|all| all.items(Lang::Ko).any(complex))
    }
}

/// How well the place is known: `High` and `Medium` within about a kilometre, `Low` to the town.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CoordConfidence {
    High,
    Medium,
    Low,
}

impl CoordConfidence {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "high" => CoordConfidence::High,
            "medium" => CoordConfidence::Medium,
            "low" => CoordConfidence::Low,
            _ => return None,
        })
    }
}

/// Who built a cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// 중앙정부주도
    CentralGovernment,
    /// 지자체주도
    LocalGovernment,
    /// 자생
    Grown,
    /// 병원주도; not a class of the policy literature.
    Hospital,
    /// 업계조성; not a class of the policy literature.
    Industry,
    /// 미분류
    Unclassified,
}

impl Kind {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "중앙정부주도" => Kind::CentralGovernment,
            "지자체주도" => Kind::LocalGovernment,
            "자생" => Kind::Grown,
            "병원주도" => Kind::Hospital,
            "업계조성" => Kind::Industry,
            "미분류" => Kind::Unclassified,
            _ => return None,
        })
    }
}

impl Kind {
    /// The words for a reader.
    pub fn name(self) -> Name {
        match self {
            Kind::CentralGovernment => Name {
                ko: "중앙정부 주도",
                en: "Led by central government",
            },
            Kind::LocalGovernment => Name {
                ko: "지자체 주도",
                en: "Led by local government",
            },
            Kind::Grown => Name {
                ko: "자생",
                en: "Grown by itself",
            },
            Kind::Hospital => Name {
                ko: "병원 주도",
                en: "Led by a hospital",
            },
            Kind::Industry => Name {
                ko: "업계 조성",
                en: "Built by the industry",
            },
            Kind::Unclassified => Name {
                ko: "미분류",
                en: "Not classified",
            },
        }
    }
}

/// How far a cluster is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Operating,
    Small,
    Developing,
    PartlyPlanned,
    Planned,
}

impl Status {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "operating" => Status::Operating,
            "small" => Status::Small,
            "developing" => Status::Developing,
            "partly planned" => Status::PartlyPlanned,
            "planned" => Status::Planned,
            _ => return None,
        })
    }
}

impl Status {
    /// The words for a reader.
    pub fn name(self) -> Name {
        match self {
            Status::Operating => Name {
                ko: "운영 중",
                en: "Operating",
            },
            Status::Small => Name {
                ko: "운영 중(소규모)",
                en: "Operating (small)",
            },
            Status::Developing => Name {
                ko: "조성 중",
                en: "Under development",
            },
            Status::PartlyPlanned => Name {
                ko: "일부 계획",
                en: "Partly planned",
            },
            Status::Planned => Name {
                ko: "계획",
                en: "Planned",
            },
        }
    }
}

pub static LAYOUT: Layout = Layout {
    file: "clusters.csv",
    columns: &[
        "id",
        "name_ko",
        "name_en",
        "label_ko",
        "label_en",
        "lat",
        "lon",
        "coord_confidence",
        "sido_code",
        "sigungu",
        "sigungu_en",
        "type",
        "year",
        "tenants",
        "tenants_year",
        "workforce",
        "area_m2",
        "specialisation_ko",
        "specialisation_en",
        "anchors",
        "anchors_en",
        "operator",
        "operator_en",
        "designations",
        "designations_en",
        "source_ids",
        "type_basis",
        "coord_basis",
        "status",
        "note",
        "note_ko",
    ],
    key: &["id"],
};

/// Reads `clusters.csv`.
pub fn read(table: &Table<'_>, sources: &Ledger) -> Vec<Profile> {
    table.rows(|row| {
        let id = row.text("id");
        let name = row.wording("name_ko", "name_en");
        let label = row.wording("label_ko", "label_en");
        let (lat, lon) = (row.within("lat", LATITUDES), row.within("lon", LONGITUDES));
        let coord_confidence = row.parsed(
            "coord_confidence",
            CoordConfidence::parse,
            "high, medium or low",
        );
        let region = row.region("sido_code");
        let sigungu = row.wording("sigungu", "sigungu_en");
        let kind = row.parsed("type", Kind::parse, "a known type of cluster");
        let year = row.optional("year", |row, column| row.year(column));
        let tenants = row.optional("tenants", |row, column| row.count(column));
        let tenants_year = row.optional("tenants_year", |row, column| row.year(column));
        let workforce = row.optional("workforce", |row, column| row.count(column));
        let area_m2 = row.optional("area_m2", |row, column| row.count(column));
        let specialisation = row.wording("specialisation_ko", "specialisation_en");
        let anchors = row.wording("anchors", "anchors_en");
        let operator = row.remark_in_both("operator", "operator_en");
        let designations = row.remark_in_both("designations", "designations_en");
        let note = row.remark_in_both("note_ko", "note");
        let source_ids = sources.several(row, "source_ids");
        let coord_basis = row.text("coord_basis");
        let expected = "operating, small, developing, partly planned or planned";
        let status = row.parsed("status", Status::parse, expected);
        if !row.cell("tenants").is_empty() && row.cell("tenants_year").is_empty() {
            return row.fail(
                "tenants_year",
                "is empty beside a number of tenants".to_owned(),
            );
        }
        Some(Profile {
            id: id?,
            name: name?,
            label: label?,
            lat: lat?,
            lon: lon?,
            coord_confidence: coord_confidence?,
            region: region?,
            sigungu: sigungu?,
            kind: kind?,
            year: year?,
            tenants: tenants?,
            tenants_year: tenants_year?,
            workforce: workforce?,
            area_m2: area_m2?,
            specialisation: specialisation?,
            anchors: anchors?,
            operator: operator?,
            designations: designations?,
            source_ids: source_ids?,
            type_basis: row.remark("type_basis"),
            coord_basis: coord_basis?,
            status: status?,
            note: note?,
        })
    })
}
