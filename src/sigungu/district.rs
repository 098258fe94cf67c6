//! The 250 outlines: what each is called, where it lies, and in which rows its figures are.

use std::collections::HashMap;

use crate::geometry::Boundaries;
use crate::number::Decimal;
use crate::package::{Figure, Level, Package, Unit};
use crate::region::RegionCode;
use crate::search;
use crate::text::Lang;

/// One of the 250.
#[derive(Clone, Debug)]
pub struct District {
    /// Five digits, as in `sigungu.csv` and in `#sigungu=`.
    pub code: String,
    /// As of 2022: 군위군 is in 경북.
    pub region: RegionCode,
    pub name_ko: String,
    /// The code and Korean name of the city that it is a part of, for figures that only the city has.
    pub city: Option<(String, String)>,
}

impl District {
    /// 수원시 장안구; Jangan-gu, Suwon.
    pub fn name(&self, lang: Lang) -> String {
        search::district_name(&self.name_ko, lang)
    }

    /// With its 시도 before or after it, as the language has it.
    pub fn full_name(&self, lang: Lang) -> String {
        let (region, name) = (self.region.region(), self.name(lang));
        match lang {
            // 세종 is a 시도 and its own only district.
            _ if self.name_ko == region.name.ko => region.name.get(lang).to_owned(),
            Lang::Ko => format!("{} {name}", region.short.ko),
            Lang::En => format!("{name}, {}", region.short.en),
        }
    }
}

/// All of them, with the rows of `sigungu.csv` at hand.
#[derive(Debug)]
pub struct Districts {
    /// In the order of [`Boundaries::sigungu`], which is that of the codes.
    pub all: Vec<District>,
    figures: HashMap<(String, String, u16), Row>,
}

/// A figure with its source.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub value: Decimal,
    pub source: String,
}

impl Districts {
    /// Joins outlines and crosswalk; an outline without a row there keeps its own name and has no figures.
    pub fn of(boundaries: &Boundaries, package: &Package) -> Districts {
        let all = boundaries.sigungu.iter().map(|area| {
            let unit = package.units.iter().find(|unit| unit.code == area.code);
            District {
                code: area.code.clone(),
                region: area.region,
                name_ko: unit.map_or(&area.name_ko, |unit| &unit.name_ko).clone(),
                city: unit
                    .and_then(|unit| city_of(package, unit))
                    .map(|city| (city.code.clone(), city.name_ko.clone())),
            }
        });
        // Two sources for one figure: the nationwide one is the one with the rows of all others.
        let mut figures: HashMap<_, Row> = HashMap::new();
        for Figure {
            indicator,
            code,
            year,
            value,
            source,
            ..
        } in &package.figures
        {
            let row = Row {
                value: *value,
                source: source.clone(),
            };
            figures
                .entry((indicator.clone(), code.clone(), year.get()))
                .or_insert(row);
        }
        Districts {
            all: all.collect(),
            figures,
        }
    }

    /// The row of an indicator, a unit and a year.
    pub fn row(&self, key: &str, code: &str, year: u16) -> Option<&Row> {
        self.figures.get(&(key.to_owned(), code.to_owned(), year))
    }
}

/// The city whose outlines include the unit's.
fn city_of<'p>(package: &'p Package, unit: &Unit) -> Option<&'p Unit> {
    package.units.iter().find(|city| {
        city.level == Level::CityTotal
            && unit
                .sgis_codes
                .iter()
                .all(|code| city.sgis_codes.contains(code))
    })
}
