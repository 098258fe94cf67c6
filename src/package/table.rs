//! One CSV file of the package: its layout is checked first, then its cells are read by type.

use core::ops::RangeInclusive;
use core::str::FromStr;
use std::collections::HashMap;
use std::path::Path;

use super::error::{Error, Errors};
use super::wording::Wording;
use super::year::Year;
use crate::number::{Decimal, MAX_DECIMALS};
use crate::region::RegionCode;

/// What a file must look like before its cells are read.
#[derive(Debug)]
pub struct Layout {
    /// The file's name within the package.
    pub file: &'static str,
    /// The header, in order.
    pub columns: &'static [&'static str],
    /// The columns that together name a row once.
    pub key: &'static [&'static str],
}

/// A file whose header, encoding, row lengths and keys are as its [`Layout`] says.
pub struct Table<'e> {
    layout: &'static Layout,
    records: Vec<Record>,
    errors: &'e Errors,
}

struct Record {
    line: u64,
    cells: Vec<String>,
}

impl<'e> Table<'e> {
    /// Reads a file. Faults go to `errors`; a row that cannot be told apart from its neighbours, or has
    /// the wrong number of cells, is left out so that it is reported once.
    pub fn read(dir: &Path, layout: &'static Layout, errors: &'e Errors) -> Self {
        let mut table = Table {
            layout,
            records: Vec::new(),
            errors,
        };
        let text = match std::fs::read(dir.join(layout.file)) {
            Ok(bytes) => table.decode(bytes),
            Err(error) => {
                table.fail(None, None, format!("cannot be read: {error}"));
                None
            }
        };
        if let Some(text) = text {
            table.fill(&text);
        }
        table
    }

    /// The file's name within the package.
    pub fn file(&self) -> &'static str {
        self.layout.file
    }

    /// The cells of one column as they stand, also of rows that have a fault elsewhere: what other tables may
    /// refer to.
    pub fn column(&self, column: &str) -> Vec<&str> {
        let place = self.layout.columns.iter().position(|&name| name == column);
        let records = self.records.iter();
        records
            .filter_map(|record| record.cells.get(place?).map(String::as_str))
            .collect()
    }

    /// Every row that could be read, turned into a typed one.
    pub fn rows<T>(&self, read: impl Fn(&Row<'_>) -> Option<T>) -> Vec<T> {
        self.records
            .iter()
            .filter_map(|record| {
                read(&Row {
                    table: self,
                    record,
                })
            })
            .collect()
    }

    fn decode(&self, bytes: Vec<u8>) -> Option<String> {
        String::from_utf8(bytes)
            .map_err(|error| {
                let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = 1 + sound.iter().filter(|&&byte| byte == b'\n').count() as u64;
                let byte = sound.len()
                    - sound
                        .iter()
                        .rposition(|&b| b == b'\n')
                        .map_or(0, |at| at + 1);
                let message = format!(
                    "byte {} of the line is not UTF-8; save the file as UTF-8",
                    byte + 1
                );
                self.fail(Some(line), None, message);
            })
            .ok()
    }

    fn fill(&mut self, text: &str) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut header_is_sound = false;
        let mut seen: HashMap<Vec<String>, u64> = HashMap::new();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => return self.fail(None, None, format!("is not CSV: {error}")),
            };
            let line = record.position().map_or(0, csv::Position::line);
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if !header_is_sound {
                if cells != self.layout.columns {
                    let (found, expected) = (cells.join(","), self.layout.columns.join(","));
                    return self.fail(
                        Some(line),
                        None,
                        format!("the header is {found:?}, not {expected:?}"),
                    );
                }
                header_is_sound = true;
                continue;
            }
            let (found, expected) = (cells.len(), self.layout.columns.len());
            if found != expected {
                self.fail(
                    Some(line),
                    None,
                    format!("the row has {found} cells where the header has {expected}"),
                );
                continue;
            }
            let record = Record { line, cells };
            let row = Row {
                table: self,
                record: &record,
            };
            let key: Vec<String> = self
                .layout
                .key
                .iter()
                .map(|column| row.cell(column).to_owned())
                .collect();
            if let Some(first) = seen.get(&key) {
                let message = format!("{:?} is already on line {first}", key.join(", "));
                self.fail(Some(line), self.layout.key.first().copied(), message);
                continue;
            }
            seen.insert(key, line);
            self.records.push(record);
        }
        if !header_is_sound {
            self.fail(
                Some(1),
                None,
                "the file is empty; a header is expected".to_owned(),
            );
        }
    }

    fn fail(&self, line: Option<u64>, column: Option<&'static str>, message: String) {
        self.errors.push(Error {
            file: self.layout.file.to_owned(),
            line,
            column,
            message,
        });
    }
}

/// One row, read cell by cell. A method that answers `None` has reported why.
pub struct Row<'t> {
    table: &'t Table<'t>,
    record: &'t Record,
}

impl Row<'_> {
    /// Reports a fault of one cell.
    pub fn fail<T>(&self, column: &'static str, message: String) -> Option<T> {
        self.table.fail(Some(self.line()), Some(column), message);
        None
    }

    /// The line in the file, counted from 1.
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// The cell as it stands; a column that the layout lacks reads as empty.
    pub fn cell(&self, column: &str) -> &str {
        let place = self
            .table
            .layout
            .columns
            .iter()
            .position(|&name| name == column);
        place
            .and_then(|place| self.record.cells.get(place))
            .map_or("", String::as_str)
    }

    /// A text that must be there.
    pub fn text(&self, column: &'static str) -> Option<String> {
        match self.cell(column) {
            "" => self.fail(column, "is empty; a value is required".to_owned()),
            text => Some(text.to_owned()),
        }
    }

    /// A text that may be missing.
    pub fn remark(&self, column: &'static str) -> Option<String> {
        Some(self.cell(column))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// A text that must be there in both languages.
    pub fn wording(&self, ko: &'static str, en: &'static str) -> Option<Wording> {
        let (ko, en) = (self.text(ko), self.text(en));
        Some(Wording { ko: ko?, en: en? })
    }

    /// A text that is there in both languages or in neither.
    pub fn remark_in_both(&self, ko: &'static str, en: &'static str) -> Option<Option<Wording>> {
        if self.cell(ko).is_empty() && self.cell(en).is_empty() {
            return Some(None);
        }
        self.wording(ko, en).map(Some)
    }

    /// A cell that may be missing: the inner `None` is a published gap, the outer one a fault.
    pub fn optional<T>(
        &self,
        column: &'static str,
        read: impl Fn(&Self, &'static str) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.cell(column).is_empty() {
            Some(None)
        } else {
            read(self, column).map(Some)
        }
    }

    /// A cell whose meaning `parse` knows; `expected` says what it takes.
    pub fn parsed<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
    ) -> Option<T> {
        let text = self.text(column)?;
        match parse(&text) {
            Some(value) => Some(value),
            None => self.fail(column, format!("{text:?} is not {expected}")),
        }
    }

    /// A year of four digits.
    pub fn year(&self, column: &'static str) -> Option<Year> {
        self.parsed(
            column,
            Year::parse,
            &format!("a year from {} to {}", Year::FIRST, Year::LAST),
        )
    }

    /// The code of one of the 17 시도.
    pub fn region(&self, column: &'static str) -> Option<RegionCode> {
        self.parsed(
            column,
            RegionCode::parse,
            "the code of one of today's 17 regions",
        )
    }

    /// A whole number that is not negative.
    pub fn count(&self, column: &'static str) -> Option<u64> {
        self.parsed(
            column,
            |text| u64::from_str(text).ok(),
            "a whole number of at least 0",
        )
    }

    /// A decimal number that is not negative, digit for digit.
    pub fn amount(&self, column: &'static str) -> Option<Decimal> {
        self.parsed(column, parse_amount, "a decimal number of at least 0")
    }

    /// Degrees or another measured number within a range.
    pub fn within(&self, column: &'static str, range: RangeInclusive<f64>) -> Option<f64> {
        let number = self.parsed(column, |text| f64::from_str(text).ok(), "a number")?;
        if !range.contains(&number) {
            let (low, high) = (range.start(), range.end());
            let text = self.cell(column);
            return self.fail(column, format!("{text} is outside {low}..{high}"));
        }
        Some(number)
    }

    /// Ids parted by semicolons, at least one.
    pub fn ids(&self, column: &'static str) -> Option<Vec<String>> {
        let text = self.text(column)?;
        let ids: Vec<String> = text.split(';').map(str::to_owned).collect();
        if ids.iter().any(|id| id.is_empty() || id.trim() != id) {
            return self.fail(
                column,
                format!("{text:?} is not a list of ids parted by \";\""),
            );
        }
        Some(ids)
    }
}

/// Reads `"14.7"` as 147 tenths: the digits of the file, never a rounded binary fraction.
fn parse_amount(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_sound = !whole.is_empty() && digits_only(whole) && digits_only(fraction);
    let point_is_sound = text.contains('.') != fraction.is_empty();
    let decimals = u8::try_from(fraction.len())
        .ok()
        .filter(|&digits| digits <= MAX_DECIMALS)?;
    if !(is_sound && point_is_sound) {
        return None;
    }
    let units = format!("{whole}{fraction}").parse().ok()?;
    Some(Decimal { units, decimals })
}
