//! A CSV file as text, for checks that do not trust the typed reader.

use std::collections::HashMap;
use std::path::Path;

pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    #[track_caller]
    pub fn read(path: &Path) -> Self {
        let mut reader =
            csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = cells(reader.headers().unwrap());
        let rows = reader
            .records()
            .map(|record| cells(&record.unwrap()))
            .collect();
        Sheet { header, rows }
    }

    /// The cells of some columns, row by row.
    #[track_caller]
    pub fn columns(&self, names: &[&str]) -> Vec<Vec<&str>> {
        let place: HashMap<&str, usize> = self
            .header
            .iter()
            .enumerate()
            .map(|(place, name)| (name.as_str(), place))
            .collect();
        let places: Vec<usize> = names.iter().map(|name| place[name]).collect();
        self.rows
            .iter()
            .map(|row| places.iter().map(|&at| row[at].as_str()).collect())
            .collect()
    }
}
