//! The published figures, compiled in: one [`Series`] an indicator and year, 17 values in region order.
//!
//! `build.rs` reads `assets/data/`, refuses bad rows with file, line and column, and writes the table that
//! is included here. Both targets share it, so the browser needs no parser and cannot meet bad data.

use crate::region::REGION_COUNT;

/// One indicator in one year.
#[derive(Debug)]
pub struct Series {
    /// The `indicator` column of the data package.
    pub key: &'static str,
    pub year: u16,
    /// The value is `units / 10^decimals` in the unit of the indicator's definition.
    pub decimals: u8,
    /// In the order of [`crate::region::REGIONS`]; [`MISSING`] where nothing is published.
    pub units: [i64; REGION_COUNT],
    /// The nation as published, where it is.
    pub nation: Option<i64>,
    /// The id of the source in the data package.
    pub source: &'static str,
}

/// Marks a value that is not published. Missing is not zero.
pub const MISSING: i64 = i64::MIN;

impl Series {
    /// The count of one region, by its place in [`crate::region::REGIONS`].
    pub fn value(&self, place: usize) -> Option<i64> {
        self.units
            .get(place)
            .copied()
            .filter(|&units| units != MISSING)
    }

    /// The sum over the regions that have a value: the denominator of shares.
    ///
    /// For every series but the listed firms (four head offices abroad) and the rounded R&D shares it
    /// equals the published national row; a test holds that.
    pub fn total(&self) -> i64 {
        self.units.iter().filter(|&&units| units != MISSING).sum()
    }
}

/// The series of a key in a year.
pub fn find(key: &str, year: u16) -> Option<&'static Series> {
    SERIES
        .iter()
        .find(|series| series.year == year && series.key == key)
}

/// The years of a key, oldest first.
pub fn years(key: &str) -> impl Iterator<Item = u16> {
    SERIES
        .iter()
        .filter(move |series| series.key == key)
        .map(|series| series.year)
}

// static SERIES: &[Series], sorted by key and year.
include!(concat!(env!("OUT_DIR"), "/series.rs"));
