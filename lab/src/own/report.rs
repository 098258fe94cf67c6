//! What was read but not used, row by row, and why.

use kbio_atlas::RegionCode;

use super::encoding::Encoding;
use super::figure::{self, Gap};
use super::heading::Unit;
use super::ring::Flaw;

/// The account of a reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    pub unit: Unit,
    pub encoding: Encoding,
    /// Rows whose figures are on the map under one of the columns.
    pub used: usize,
    /// In the order of the file once sorted.
    pub entries: Vec<Entry>,
}

/// One row or cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// [`super::rows::Row::line`].
    pub line: u32,
    /// What stands in the column of places, or in the cell.
    pub cell: String,
    pub reason: Reason,
}

/// Why it is not on the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// No province is called so; perhaps the nearest was meant.
    Unknown { nearest: Option<RegionCode> },
    /// A sum over regions; shares are of the regions' own sum.
    Total,
    /// Several regions in one.
    Group,
    /// A 시군구: never added up unasked.
    District,
    /// The province, and the same category, stood in an earlier row, which is used.
    Duplicate { first: u32 },
    /// Figures without a name beside them.
    Nameless,
    /// A line of words: source, unit, footnote.
    Note,
    /// A cell that is neither a number nor a mark for a missing one.
    NotNumber {
        column: String,
        reason: figure::Reason,
    },
    /// An outline that crosses itself or has coordinates that cannot be; the figures are used all the same.
    Outline(Flaw),
}

impl Report {
    /// Brings the entries into the order of the file, those of one line as they came.
    pub fn sort(&mut self) {
        let mut entries: Vec<Option<Entry>> = self.entries.drain(..).map(Some).collect();
        let places = order(entries.iter().flatten().map(|entry| u64::from(entry.line)));
        let sorted = places.into_iter().filter_map(|at| entries[at].take());
        self.entries.extend(sorted);
    }

    /// How many entries have such a reason.
    pub fn count(&self, is: impl Fn(&Reason) -> bool) -> usize {
        self.entries
            .iter()
            .filter(|entry| is(&entry.reason))
            .count()
    }
}

/// Missing figures of a column by why they are missing, in the order of [`Gap::ALL`].
pub type Gaps = [u32; Gap::ALL.len()];

/// The places of keys in rising order, equal ones as they came. One sort for every purpose: each further
/// kind of it would cost the lab three kilobytes.
pub fn order(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let mut pairs: Vec<(u64, usize)> = keys.enumerate().map(|(at, key)| (key, at)).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, at)| at).collect()
}
