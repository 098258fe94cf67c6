//! The text format of the Australia Post data set.

use crate::mistake::Mistake;
use crate::network::{NODE_LIMIT, Network, Rates};
use std::error::Error;
use std::fmt;

/// What a file of the Australia Post format holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Coordinates of each node.
    pub places: Vec<(f64, f64)>,
    /// The flows, and Euclidean distances in the unit of the coordinates.
    pub network: Network,
    /// How many hubs the file asks for, if it says so.
    pub hubs: Option<usize>,
    /// The rates of the file, or [`CUSTOMARY`] if it has none.
    pub rates: Rates,
}

/// χ, α and δ of the Australia Post data set, for a file that ends before them.
pub const CUSTOMARY: (f64, f64, f64) = (3.0, 0.75, 2.0);

/// Why a text is not a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyError {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What should have stood there.
    pub expected: String,
    /// What stood there; `None` at the end of the text.
    pub found: Option<String>,
}

impl fmt::Display for SurveyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            expected,
            found,
        } = self;
        write!(
            f,
            "line {line}, column {column}: expected {expected}, found "
        )?;
        match found {
            Some(word) => write!(f, "`{word}`"),
            None => f.write_str("the end of the file"),
        }
    }
}

impl Error for SurveyError {}

impl Survey {
    /// Reads numbers separated by white space: n, n times `x y`, n × n flows by rows, and then p, χ, α, δ.
    ///
    /// The last four, or the last three of them, may be missing. Line breaks mean nothing. Any text is
    /// either read or refused at its first word that does not fit.
    pub fn parse(text: &str) -> Result<Self, SurveyError> {
        let mut words = Words::new(text);
        let nodes = words.count(
            &format!("the number of nodes, 1 to {NODE_LIMIT}"),
            NODE_LIMIT,
        )?;
        let mut places = Vec::with_capacity(nodes);
        for node in 1..=nodes {
            let x = words.coordinate(&format!("the x coordinate of node {node}"))?;
            let y = words.coordinate(&format!("the y coordinate of node {node}"))?;
            places.push((x, y));
        }
        let mut flow = Vec::with_capacity(nodes * nodes);
        for (from, to) in (0..nodes * nodes).map(|at| (at / nodes + 1, at % nodes + 1)) {
            flow.push(words.amount(&format!("the flow from node {from} to node {to}"))?);
        }
        let hubs = if words.is_at_end() {
            None
        } else {
            Some(words.count(&format!("the number of hubs, 1 to {nodes}"), nodes)?)
        };
        let rates = if words.is_at_end() {
            CUSTOMARY
        } else {
            (
                words.amount("the collection rate")?,
                words.amount("the transfer rate")?,
                words.amount("the distribution rate")?,
            )
        };
        words.end()?;

        let apart = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        let distance = places
            .iter()
            .flat_map(|&a| places.iter().map(move |&b| apart(a, b)));
        // Each number was checked where it stands; only distances can still leave the range of numbers.
        let mistake = |mistake: Mistake| SurveyError {
            line: 1,
            column: 1,
            expected: "coordinates whose distances are numbers".to_owned(),
            found: Some(mistake.to_string()),
        };
        let network = Network::new(nodes, flow, distance.collect()).map_err(mistake)?;
        let rates = Rates::new(rates.0, rates.1, rates.2).map_err(mistake)?;
        Ok(Self {
            places,
            network,
            hubs,
            rates,
        })
    }
}

/// The words of a text, each with its place.
struct Words<'a> {
    words: Vec<(usize, usize, &'a str)>,
    next: usize,
    end: (usize, usize),
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut end = (1, 1);
        for (index, line) in text.split('\n').enumerate() {
            end = (index + 1, line.chars().count() + 1);
            for word in line.split_whitespace() {
                // A word is a part of its line, so the difference of their addresses is its place in it.
                let byte = word.as_ptr() as usize - line.as_ptr() as usize;
                words.push((index + 1, line[..byte].chars().count() + 1, word));
            }
        }
        Self {
            words,
            next: 0,
            end,
        }
    }

    fn is_at_end(&self) -> bool {
        self.next == self.words.len()
    }

    /// The next word as `read` takes it.
    fn take<T>(
        &mut self,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, SurveyError> {
        let refuse = |(line, column): (usize, usize), found: Option<&str>| SurveyError {
            line,
            column,
            expected: expected.to_owned(),
            found: found.map(|word| word.chars().take(40).collect()),
        };
        let Some(&(line, column, word)) = self.words.get(self.next) else {
            return Err(refuse(self.end, None));
        };
        self.next += 1;
        read(word).ok_or_else(|| refuse((line, column), Some(word)))
    }

    /// A whole number from 1 to `most`.
    fn count(&mut self, expected: &str, most: usize) -> Result<usize, SurveyError> {
        self.take(expected, |word| {
            word.parse().ok().filter(|count| (1..=most).contains(count))
        })
    }

    fn coordinate(&mut self, expected: &str) -> Result<f64, SurveyError> {
        let expected = format!("{expected}, a finite number");
        self.take(&expected, |word| {
            word.parse().ok().filter(|value: &f64| value.is_finite())
        })
    }

    fn amount(&mut self, expected: &str) -> Result<f64, SurveyError> {
        let expected = format!("{expected}, a finite number, zero or more");
        let is_amount = |value: &f64| value.is_finite() && *value >= 0.0;
        self.take(&expected, |word| word.parse().ok().filter(is_amount))
    }

    fn end(&mut self) -> Result<(), SurveyError> {
        if self.is_at_end() {
            Ok(())
        } else {
            self.take("the end of the file", |_| None)
        }
    }
}
