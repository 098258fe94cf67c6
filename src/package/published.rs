//! Which of the published figures the map draws: one series an indicator and year.
//!
//! The tables keep every source's figures side by side. A series takes all its values from one source and
//! one table, because sources that disagree must not be mixed within a total. Among those that cover all 17
//! regions the best [`Confidence`] wins, and the earlier table among equals. Equals that differ in a value
//! are an error: someone has to decide. Indicator and year without a complete source are not drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::error::{Error, Errors};
use super::observation::{Confidence, Observation, Place};
use crate::number::Decimal;
use crate::region::{REGION_COUNT, REGIONS};

/// The indicators on the map, and the two that location quotients rest on.
///
/// Each with the digits behind the point that its unit needs: device production is published in thousands of
/// won and shown in hundreds of millions.
pub const KEYS: [(&str, u8); 12] = [
    ("all_industry_establishments", 0),
    ("all_industry_workers", 0),
    ("bio_firms_main_site", 0),
    ("listed_biopharma_C21_plus_M701", 0),
    ("medical_device_makers", 0),
    ("medical_device_production", 5),
    ("medical_device_workers", 0),
    ("pharma_mfg_C21_establishments", 0),
    ("pharma_mfg_C21_workers", 0),
    ("population_resident_registered", 0),
    ("rnd_industry_M70_workers", 0),
    ("total_rnd_share_all_fields", 1),
];

/// The unit in which [`KEYS`] with five digits are published.
const THOUSAND_WON: &str = "1,000 KRW";

/// One indicator in one year from one source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    pub key: &'static str,
    pub year: u16,
    pub decimals: u8,
    /// In the order of [`REGIONS`].
    pub units: [i64; REGION_COUNT],
    pub nation: Option<i64>,
    pub source: String,
    /// The table it was read from.
    pub file: &'static str,
    pub confidence: Confidence,
}

/// Every complete series of a key: one a year, table, source and degree of confidence, the best of a year
/// first.
fn candidates(
    (key, decimals): (&'static str, u8),
    tables: &[(&'static str, &[Observation])],
) -> Vec<Published> {
    let mut found = Vec::new();
    for (file, observations) in tables {
        let mut groups: BTreeMap<_, BTreeMap<Place, i64>> = BTreeMap::new();
        for row in observations.iter().filter(|row| row.indicator == key) {
            let Some(units) = rescaled(row, decimals) else {
                continue;
            };
            let group = (row.year.get(), row.confidence, row.source.clone());
            groups.entry(group).or_default().insert(row.place, units);
        }
        for ((year, confidence, source), values) in groups {
            let mut units = [0; REGION_COUNT];
            let mut missing = 0;
            for (slot, region) in units.iter_mut().zip(&REGIONS) {
                match values.get(&Place::Region(region.code)) {
                    Some(&value) => *slot = value,
                    None => missing += 1,
                }
            }
            if missing == 0 {
                let nation = values.get(&Place::Nation).copied();
                found.push(Published {
                    key,
                    year,
                    decimals,
                    units,
                    nation,
                    source,
                    file,
                    confidence,
                });
            }
        }
    }
    // Stable: within a year and confidence the order of the tables stays.
    found.sort_by_key(|series| (series.year, series.confidence));
    found
}

/// The series of every key, by key and year.
pub fn choose(tables: &[(&'static str, &[Observation])], errors: &Errors) -> Vec<Published> {
    let mut chosen: Vec<Published> = Vec::new();
    for key in KEYS {
        let candidates = candidates(key, tables);
        let years: BTreeSet<u16> = candidates.iter().map(|series| series.year).collect();
        if years.is_empty() {
            let (file, message) = (
                tables_named(tables),
                format!("no year of {:?} is complete", key.0),
            );
            errors.push(Error {
                file,
                line: None,
                column: Some("indicator"),
                message,
            });
        }
        for year in years {
            let mut of_year = candidates.iter().filter(|series| series.year == year);
            let Some(best) = of_year.next() else { continue };
            for other in of_year.filter(|other| other.confidence == best.confidence) {
                if other.units != best.units {
                    let message = format!(
                        "{} of {year}: {} differs from {} in {}, which is as good; keep one",
                        best.key, other.source, best.source, best.file
                    );
                    let (file, column) = (other.file.to_owned(), Some("value"));
                    errors.push(Error {
                        file,
                        line: None,
                        column,
                        message,
                    });
                }
            }
            chosen.push(best.clone());
        }
    }
    chosen
}

/// The value in units of `10^-decimals` of the shown unit; `None` if digits would be lost.
fn rescaled(row: &Observation, decimals: u8) -> Option<i64> {
    let Decimal {
        units,
        decimals: held,
    } = row.value;
    if row.unit == THOUSAND_WON {
        // 1,000 won are 10^-5 of the 100 million that are shown.
        return (held == 0 && decimals == 5).then_some(units);
    }
    let gap = decimals.checked_sub(held)?;
    units.checked_mul(10_i64.pow(u32::from(gap)))
}

fn tables_named(tables: &[(&'static str, &[Observation])]) -> String {
    tables
        .iter()
        .map(|(file, _)| *file)
        .collect::<Vec<_>>()
        .join(", ")
}
