//! A table as figures of the 17 provinces: one [`Column`] for each column of figures, and for each category
//! where provinces come in several rows.

use std::collections::{BTreeMap, BTreeSet};

use kbio_atlas::{REGION_COUNT, RegionCode, Values};

use super::MAX_COLUMNS;
use super::column::{self, Role};
use super::encoding::Encoding;
use super::fault::Fault;
use super::figure::{self, Figure, Gap};
use super::heading::Table;
use super::place_name::{Gazetteer, Place};
use super::report::{Entry, Gaps, Reason, Report};
use super::rows::Row;

/// Everything that a file says about the provinces.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dataset {
    /// Never empty.
    pub columns: Vec<Column>,
    /// The column that is shown first: of the latest year, unless it is far from full.
    pub usual: usize,
    pub report: Report,
}

/// Figures that can be put on the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    pub name: String,
    pub values: Values,
    /// Cells of provinces without a number, by why.
    pub gaps: Gaps,
    /// Whether the cells bear a percent sign.
    pub is_percent: bool,
    /// How many numbers are marked as provisional or estimated.
    pub provisional: u32,
}

/// Rows left out for which a nearest name is sought; a file with more of them is about something else.
const GUESSED: usize = 1_000;

/// Reads the rows of a table.
///
/// # Errors
///
/// No row about a province, or no figure in one.
pub fn build(table: &Table, gazetteer: &Gazetteer) -> Result<Dataset, Fault> {
    let mut entries = Vec::new();
    let mut found: Vec<(&Row, RegionCode)> = Vec::new();
    let mut above = "";
    for row in &table.rows {
        let own = row.cell(table.place.at);
        // Merged cells are saved once, above blank ones.
        let has_figure = || {
            row.cells
                .iter()
                .any(|cell| matches!(figure::read(cell), Figure::Number { .. }))
        };
        let name = if own.is_empty() && has_figure() {
            above
        } else {
            own
        };
        let is_alone = row.cells.iter().filter(|cell| !cell.is_empty()).count() < 2;
        let reason = match gazetteer.place(name, table.place.codes) {
            Place::Region(code) => {
                found.push((row, code));
                None
            }
            Place::Total => Some(Reason::Total),
            Place::Group => Some(Reason::Group),
            Place::District => Some(Reason::District),
            Place::Unknown if is_alone && table.rows.len() > 1 && !has_figure() => {
                Some(Reason::Note)
            }
            Place::Unknown if name.is_empty() => Some(Reason::Nameless),
            Place::Unknown => Some(Reason::Unknown {
                nearest: (entries.len() < GUESSED)
                    .then(|| gazetteer.nearest(name))
                    .flatten(),
            }),
        };
        if let Some(reason) = reason {
            let cell = if name.is_empty() || reason == Reason::Note {
                row.cells.iter().find(|cell| !cell.is_empty())
            } else {
                None
            };
            entries.push(Entry {
                line: row.line,
                cell: cell.map_or(name, String::as_str).to_owned(),
                reason,
            });
        }
        above = name;
    }

    let roles = column::roles(table, &found, gazetteer);
    let at = |role| roles.iter().position(|other| *other == role);
    if let Some(district) = at(Role::District) {
        found.retain(|(row, _)| {
            let cell = row.cell(district);
            let is_own =
                cell.is_empty() || gazetteer.place(cell, table.place.codes) != Place::District;
            if !is_own {
                entries.push(Entry {
                    line: row.line,
                    cell: cell.to_owned(),
                    reason: Reason::District,
                });
            }
            is_own
        });
    }
    if found.is_empty() {
        let count = entries.len();
        return Err(Fault::OnlyDistricts { count });
    }
    let keys = keys(&roles, &found);
    let figures: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == Role::Figures)
        .collect();
    if figures.is_empty() {
        return Err(Fault::NoNumbers);
    }
    let mut sheet = Sheet::new(table, figures, keys);
    for (row, region) in &found {
        sheet.take(row, *region, &mut entries)?;
    }
    let report = Report {
        unit: table.unit,
        encoding: Encoding::Utf8,
        used: sheet.used,
        entries,
    };
    let columns: Vec<Column> = sheet
        .columns
        .into_iter()
        .filter(|column| column.values.iter().any(Option::is_some))
        .collect();
    if columns.is_empty() {
        return Err(Fault::NoNumbers);
    }
    let usual = usual(&columns);
    Ok(Dataset {
        columns,
        usual,
        report,
    })
}

/// The columns that together tell the rows of each province apart: years first, then words from the left,
/// and no more than it takes.
fn keys(roles: &[Role], found: &[(&Row, RegionCode)]) -> Vec<usize> {
    let mut keys: Vec<usize> = Vec::new();
    let kinds = |keys: &[usize]| {
        let seen: BTreeSet<(RegionCode, Vec<&str>)> = found
            .iter()
            .map(|(row, region)| (*region, keys.iter().map(|at| row.cell(*at)).collect()))
            .collect();
        seen.len()
    };
    let mut told_apart = kinds(&keys);
    for role in [Role::Period, Role::Category] {
        for at in (0..roles.len()).filter(|at| roles[*at] == role) {
            if told_apart == found.len() {
                return keys;
            }
            keys.push(at);
            match kinds(&keys) {
                more if more > told_apart => told_apart = more,
                _ => {
                    keys.pop();
                }
            }
        }
    }
    keys
}

/// Columns in the making.
struct Sheet<'t> {
    table: &'t Table,
    /// Columns of the table that hold figures.
    figures: Vec<usize>,
    /// Columns of the table that tell rows apart.
    keys: Vec<usize>,
    /// The place of each key's first column in `columns`.
    places: BTreeMap<Vec<&'t str>, usize>,
    /// The line of the row that is used, by the place of its first column and the province.
    lines: BTreeMap<(usize, RegionCode), u32>,
    columns: Vec<Column>,
    used: usize,
}

impl<'t> Sheet<'t> {
    fn new(table: &'t Table, figures: Vec<usize>, keys: Vec<usize>) -> Self {
        Sheet {
            table,
            figures,
            keys,
            places: BTreeMap::new(),
            lines: BTreeMap::new(),
            columns: Vec::new(),
            used: 0,
        }
    }

    fn take(
        &mut self,
        row: &'t Row,
        region: RegionCode,
        entries: &mut Vec<Entry>,
    ) -> Result<(), Fault> {
        let key: Vec<&str> = self.keys.iter().map(|at| row.cell(*at)).collect();
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None => self.open(key, row.line)?,
        };
        if let Some(first) = self.lines.get(&(place, region)) {
            entries.push(Entry {
                line: row.line,
                cell: row.cell(self.table.place.at).to_owned(),
                reason: Reason::Duplicate { first: *first },
            });
            return Ok(());
        }
        self.lines.insert((place, region), row.line);
        self.used += 1;
        for (column, at) in self.columns[place..].iter_mut().zip(&self.figures) {
            let cell = row.cell(*at);
            match figure::read(cell) {
                Figure::Number {
                    value,
                    is_percent,
                    is_provisional,
                } => {
                    column.values[region.index()] = Some(value);
                    column.is_percent |= is_percent;
                    column.provisional += u32::from(is_provisional);
                }
                Figure::Missing(gap) => column.gaps[gap as usize] += 1,
                Figure::Other(reason) => entries.push(Entry {
                    line: row.line,
                    cell: cell.to_owned(),
                    reason: Reason::NotNumber {
                        column: self.table.headings[*at].clone(),
                        reason,
                    },
                }),
            }
        }
        Ok(())
    }

    /// New columns for a key, one for each column of figures.
    fn open(&mut self, key: Vec<&'t str>, line: u32) -> Result<usize, Fault> {
        let place = self.columns.len();
        if place + self.figures.len() > MAX_COLUMNS {
            return Err(Fault::TooManyColumns { line });
        }
        for at in &self.figures {
            let heading = self.table.headings[*at].as_str();
            let words: Vec<&str> = key
                .iter()
                .copied()
                .filter(|word| !word.is_empty())
                .chain([heading])
                .collect();
            self.columns.push(Column {
                name: words.join(" · "),
                values: [None; REGION_COUNT],
                gaps: [0; Gap::ALL.len()],
                is_percent: false,
                provisional: 0,
            });
        }
        self.places.insert(key, place);
        Ok(place)
    }
}

/// The first of the latest year among the columns that are at least four fifths as full as the fullest.
fn usual(columns: &[Column]) -> usize {
    let count = |column: &Column| column.values.iter().flatten().count();
    let fullest = columns.iter().map(count).max().unwrap_or(0);
    let year =
        |column: &Column| (count(column) * 5 >= fullest * 4).then(|| column::year_in(&column.name));
    let latest = columns.iter().filter_map(year).max();
    columns
        .iter()
        .position(|column| year(column) == latest)
        .unwrap_or(0)
}
