//! What is wrong with the data, and where.

use core::cell::RefCell;
use core::fmt;

/// A fault of one file of the data package.
///
/// It prints as one line that an editor can jump to: `clusters.csv:18: lat: 91.2 is outside 32..39.5`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Error {
    /// The file's name within the package.
    pub file: String,
    /// The line, counted from 1; `None` when the file as a whole is meant.
    pub line: Option<u64>,
    /// The column's name, when one cell is meant.
    pub column: Option<&'static str>,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ": {column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Error {}

/// Collects the faults of a whole package, so that one run shows them all.
#[derive(Default, Debug)]
pub struct Errors(RefCell<Vec<Error>>);

impl Errors {
    pub fn push(&self, error: Error) {
        self.0.borrow_mut().push(error);
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The faults in the order of file and line, each once.
    pub fn into_sorted(self) -> Vec<Error> {
        let mut errors = self.0.into_inner();
        errors.sort();
        errors.dedup();
        errors
    }
}
