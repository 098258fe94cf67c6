//! A published figure of a 시도, of a part of one, or of the nation.

use super::source::Ledger;
use super::table::{Layout, Row, Table};
use super::year::Year;
use crate::number::Decimal;
use crate::region::RegionCode;

/// A figure as its source prints it. Sources that disagree have a row each.
#[derive(Clone, PartialEq, Debug)]
pub struct Observation {
    pub indicator: String,
    pub place: Place,
    pub year: Year,
    pub value: Decimal,
    pub unit: String,
    pub source: String,
    pub confidence: Confidence,
}

/// What a figure is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Place {
    Nation,
    Region(RegionCode),
    /// A half of Gyeonggi that the device statistics give apart; the whole has its own row, so these never
    /// enter a sum.
    Half(GyeonggiHalf),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GyeonggiHalf {
    North,
    South,
}

impl Place {
    /// Reads `"00"`, a region's code, `"41N"` or `"41S"`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "00" => Some(Place::Nation),
            "41N" => Some(Place::Half(GyeonggiHalf::North)),
            "41S" => Some(Place::Half(GyeonggiHalf::South)),
            _ => RegionCode::parse(code).map(Place::Region),
        }
    }

    /// The name that must stand beside the code.
    pub fn name_ko(self) -> &'static str {
        match self {
            Place::Nation => "전국",
            Place::Region(code) => code.region().short.ko,
            Place::Half(GyeonggiHalf::North) => "경기북부",
            Place::Half(GyeonggiHalf::South) => "경기남부",
        }
    }
}

/// How near a figure is to the office that made it; the better comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// The office's own page.
    Primary,
    /// The office's table, read from a public copy.
    PrimaryMirror,
    /// Press reports of the release of that year.
    Secondary,
    /// A release quoted by one outlet.
    SinglePressRelease,
    /// A value for an earlier year in a later release.
    SecondaryRestated,
    SecondaryBlog,
    /// The source contradicts itself.
    SecondaryInconsistent,
    /// Measured or counted by us.
    Computed,
    /// Worked out from other rows by us.
    Derived,
    /// Worked out by the keeper of the public copy.
    DerivedByMirror,
    /// Edited by hand by the keeper of the public copy.
    MirrorEdited,
    /// Recovered from a figure that someone else worked out.
    Indirect,
}

impl Confidence {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "primary" => Confidence::Primary,
            "primary-mirror" => Confidence::PrimaryMirror,
            "single-press-release" => Confidence::SinglePressRelease,
            "secondary" => Confidence::Secondary,
            "secondary-restated" => Confidence::SecondaryRestated,
            "secondary-blog" => Confidence::SecondaryBlog,
            "secondary-inconsistent" => Confidence::SecondaryInconsistent,
            "computed" => Confidence::Computed,
            "derived" => Confidence::Derived,
            "derived-by-mirror" => Confidence::DerivedByMirror,
            "mirror-edited" => Confidence::MirrorEdited,
            "indirect" => Confidence::Indirect,
            _ => return None,
        })
    }
}

const COLUMNS: &[&str] = &[
    "indicator",
    "region_code",
    "region_ko",
    "year",
    "value",
    "unit",
    "source_id",
    "confidence",
];
const KEY: &[&str] = &["indicator", "region_code", "year", "source_id"];

/// Mostly 2022, all 17 regions.
pub static REGIONAL: Layout = Layout {
    file: "regional.csv",
    columns: COLUMNS,
    key: KEY,
};
/// Years, by region and for the nation.
pub static TIMESERIES: Layout = Layout {
    file: "timeseries.csv",
    columns: COLUMNS,
    key: KEY,
};
/// Medical devices in 2022 and 2025, read a second time and independently.
pub static EXTRA: Layout = Layout {
    file: "sido_extra.csv",
    columns: COLUMNS,
    key: KEY,
};

/// Reads one of the three tables.
pub fn read(table: &Table<'_>, sources: &Ledger) -> Vec<Observation> {
    table.rows(|row| {
        let indicator = row.text("indicator");
        let place = place(row);
        let year = row.year("year");
        let value = row.amount("value");
        let unit = row.text("unit");
        let source = sources.one(row, "source_id");
        let confidence = row.parsed(
            "confidence",
            Confidence::parse,
            "a known degree of confidence",
        );
        Some(Observation {
            indicator: indicator?,
            place: place?,
            year: year?,
            value: value?,
            unit: unit?,
            source: source?,
            confidence: confidence?,
        })
    })
}

fn place(row: &Row<'_>) -> Option<Place> {
    let expected = "00, 41N, 41S or the code of one of today's 17 regions";
    let place = row.parsed("region_code", Place::parse, expected)?;
    let (found, name) = (row.cell("region_ko"), place.name_ko());
    if found != name {
        return row.fail(
            "region_ko",
            format!("{found:?} stands beside the code of {name:?}"),
        );
    }
    Some(place)
}
