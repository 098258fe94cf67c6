//! What is documented about a cluster.

use std::path::Path;

use super::error::Errors;
use super::source::Sources;
use super::table::{Layout, Table};
use super::year::Year;
use super::{LATITUDES, LONGITUDES};
use crate::region::RegionCode;

/// A row of `clusters.csv`.
#[derive(Clone, Debug)]
pub struct Profile {
    pub id: String,
    pub name_ko: String,
    pub name_en: String,
    /// The name beside a marker.
    pub label_ko: String,
    pub label_en: String,
    /// WGS 84, degrees.
    pub lat: f64,
    pub lon: f64,
    pub coord_confidence: CoordConfidence,
    pub region: RegionCode,
    pub sigungu: String,
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
    pub specialisation_ko: String,
    pub specialisation_en: String,
    pub anchors: String,
    pub operator: Option<String>,
    pub designations: Option<String>,
    pub source_ids: Vec<String>,
    pub type_basis: Option<String>,
    pub coord_basis: String,
    pub status: Status,
    pub note: Option<String>,
}

impl Profile {
    /// Whether it is, or is a part of, one of the national strategic complexes of 2024-06-27.
    pub fn is_national_complex(&self) -> bool {
        let complex = |item: &str| item.contains("특화단지") && item.contains("2024-06-27");
        self.designations
            .as_deref()
            .is_some_and(|all| all.split("; ").any(complex))
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
        "type",
        "year",
        "tenants",
        "tenants_year",
        "workforce",
        "area_m2",
        "specialisation_ko",
        "specialisation_en",
        "anchors",
        "operator",
        "designations",
        "source_ids",
        "type_basis",
        "coord_basis",
        "status",
        "note",
    ],
    key: &["id"],
};

/// Reads `clusters.csv`.
pub fn read(dir: &Path, sources: &Sources, errors: &Errors) -> Vec<Profile> {
    Table::read(dir, &LAYOUT, errors).rows(|row| {
        let id = row.text("id");
        let (name_ko, name_en) = (row.text("name_ko"), row.text("name_en"));
        let (label_ko, label_en) = (row.text("label_ko"), row.text("label_en"));
        let (lat, lon) = (row.within("lat", LATITUDES), row.within("lon", LONGITUDES));
        let coord_confidence = row.parsed(
            "coord_confidence",
            CoordConfidence::parse,
            "high, medium or low",
        );
        let region = row.region("sido_code");
        let sigungu = row.text("sigungu");
        let kind = row.parsed("type", Kind::parse, "a known type of cluster");
        let year = row.optional("year", |row, column| row.year(column));
        let tenants = row.optional("tenants", |row, column| row.count(column));
        let tenants_year = row.optional("tenants_year", |row, column| row.year(column));
        let workforce = row.optional("workforce", |row, column| row.count(column));
        let area_m2 = row.optional("area_m2", |row, column| row.count(column));
        let (specialisation_ko, specialisation_en) =
            (row.text("specialisation_ko"), row.text("specialisation_en"));
        let anchors = row.text("anchors");
        let source_ids = sources.cited_together(row, "source_ids");
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
            name_ko: name_ko?,
            name_en: name_en?,
            label_ko: label_ko?,
            label_en: label_en?,
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
            specialisation_ko: specialisation_ko?,
            specialisation_en: specialisation_en?,
            anchors: anchors?,
            operator: row.remark("operator"),
            designations: row.remark("designations"),
            source_ids: source_ids?,
            type_basis: row.remark("type_basis"),
            coord_basis: coord_basis?,
            status: status?,
            note: row.remark("note"),
        })
    })
}
