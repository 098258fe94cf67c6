//! The 시군구 as they are dealt out: where each lies and what is published for it.

use crate::geometry::{Area, Boundaries, label_point, unproject};
use crate::number::Decimal;
use crate::package::{Level, Package};
use crate::region::RegionCode;

/// A 시군구. The four districts of 청주, which have no figures of their own, are one unit with one point.
#[derive(Clone, PartialEq, Debug)]
pub struct Unit {
    /// The code of its figures in `sigungu.csv`.
    pub code: String,
    pub name_ko: String,
    pub region: RegionCode,
    /// Its outlines, by their places in [`Boundaries::sigungu`].
    pub areas: Vec<usize>,
    /// The middle of its largest outline (the point farthest from the edge), as latitude and longitude.
    pub point: (f64, f64),
    /// Residents at the end of 2022; `None` where none are published.
    pub population: Option<Decimal>,
    /// Establishments of all industries in 2020.
    pub establishments: Option<Decimal>,
}

pub const POPULATION: (&str, u16) = ("population_resident_mois", 2022);
pub const ESTABLISHMENTS: (&str, u16) = ("all_industry_establishments", 2020);

/// Every 시군구 once: units and, where only the city has figures, the city. A unit without an outline is left
/// out; the tests hold that there is none.
pub fn units(package: &Package, boundaries: &Boundaries) -> Vec<Unit> {
    let figure = |(indicator, year): (&str, u16), code: &str| {
        let mut rows = package.figures.iter();
        let row = rows
            .find(|row| row.indicator == indicator && row.code == code && row.year.get() == year)?;
        Some(row.value)
    };
    let without_figures: Vec<_> = package
        .units
        .iter()
        .filter(|unit| unit.level == Level::UnitWithoutFigures)
        .collect();
    let mut out = Vec::new();
    for unit in &package.units {
        let codes: Vec<&str> = match unit.level {
            Level::Unit => vec![&unit.code],
            Level::UnitWithoutFigures => continue,
            Level::CityTotal => without_figures
                .iter()
                .filter(|part| {
                    part.sgis_codes
                        .iter()
                        .all(|code| unit.sgis_codes.contains(code))
                })
                .map(|part| part.code.as_str())
                .collect(),
        };
        let areas: Vec<usize> = (0..boundaries.sigungu.len())
            .filter(|&place| codes.contains(&boundaries.sigungu[place].code.as_str()))
            .collect();
        let largest = areas
            .iter()
            .map(|&place| &boundaries.sigungu[place])
            .max_by(|a: &&Area, b: &&Area| a.area_m2().total_cmp(&b.area_m2()));
        let Some(middle) = largest.and_then(label_point) else {
            continue;
        };
        let middle = unproject(middle);
        out.push(Unit {
            code: unit.code.clone(),
            name_ko: unit.name_ko.clone(),
            region: unit.region,
            areas,
            point: (middle.lat, middle.lon),
            population: figure(POPULATION, &unit.code),
            establishments: figure(ESTABLISHMENTS, &unit.code),
        });
    }
    out
}
