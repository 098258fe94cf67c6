//! How a column is shown: as it is, as shares of its sum, or per 100,000 people; and cut by which scheme.

use kbio_atlas::{Classes, Decimal, Indicator, SERIES, Scheme, Series, Values};

use super::dataset::{Column, Dataset};

/// What is done with the figures before they are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Manner {
    #[default]
    AsIs,
    /// Percent of the sum over the provinces that have a value.
    Share,
    /// Per 100,000 registered residents of the latest year in the data package.
    Per100k,
}

impl Manner {
    pub const ALL: [Manner; 3] = [Manner::AsIs, Manner::Share, Manner::Per100k];

    /// The value in the form.
    pub fn slug(self) -> &'static str {
        match self {
            Manner::AsIs => "as-is",
            Manner::Share => "share",
            Manner::Per100k => "per100k",
        }
    }

    /// Whether it makes sense: rates and indices have no sum, and nothing below zero is a part of one.
    pub fn suits(self, column: &Column) -> bool {
        let counts = || {
            column.values.iter().flatten().all(|value| value.units >= 0)
                && column.values.iter().flatten().any(|value| value.units > 0)
                && !column.is_percent
                && !names_a_rate(&column.name)
        };
        self == Manner::AsIs || counts()
    }
}

/// Digits kept behind the point of a derived value.
const KEPT: u8 = 8;

fn names_a_rate(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let words = [
        "%", "율", "률", "비중", "비율", "지수", "평균", "당 ", "당)", "순위", "per ", "rate",
        "ratio", "share", "index", "average", "mean", "rank", "percent",
    ];
    words.iter().any(|word| name.contains(word)) || name.ends_with('당')
}

/// What the reader has asked for; always something that the dataset has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reading {
    pub column: usize,
    pub manner: Manner,
    pub scheme: Scheme,
    pub k: usize,
}

impl Reading {
    /// What a file is shown as at first.
    pub fn usual(dataset: &Dataset) -> Self {
        Reading {
            column: dataset.usual,
            manner: Manner::AsIs,
            scheme: Scheme::Quantiles,
            k: kbio_atlas::CLASS_COUNT,
        }
    }

    /// Reads `own-column=2&own-measure=share&own-scheme=quantiles&own-k=5`; whatever else falls to the usual.
    pub fn parse(text: &str, dataset: &Dataset) -> Self {
        let mut reading = Reading::usual(dataset);
        for (key, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "own-column" => {
                    let column = value.parse().ok();
                    let is_there = |at: &usize| *at < dataset.columns.len();
                    reading.column = column.filter(is_there).unwrap_or(reading.column);
                }
                "own-measure" => {
                    let manner = Manner::ALL.into_iter().find(|it| it.slug() == value);
                    reading.manner = manner.unwrap_or(reading.manner);
                }
                "own-scheme" => reading.scheme = Scheme::parse(value).unwrap_or(reading.scheme),
                "own-k" => {
                    let k = value.parse().ok();
                    let is_possible = |k: &usize| kbio_atlas::CLASS_RANGE.contains(k);
                    reading.k = k.filter(is_possible).unwrap_or(reading.k);
                }
                _ => {}
            }
        }
        if !reading.manner.suits(&dataset.columns[reading.column]) {
            reading.manner = Manner::AsIs;
        }
        reading
    }
}

/// A column as it is shown.
#[derive(Debug)]
pub struct Picture<'d> {
    pub column: &'d Column,
    pub reading: Reading,
    pub values: Values,
    pub classes: Classes,
    /// Digits behind the point on screen.
    pub digits: u8,
}

impl<'d> Picture<'d> {
    pub fn of(dataset: &'d Dataset, reading: Reading) -> Self {
        let column = &dataset.columns[reading.column];
        let values = values(column, reading.manner);
        let is_quantity = values.iter().flatten().all(|value| value.units >= 0);
        let classify = match is_quantity {
            true => kbio_atlas::classify,
            // Where figures fall below zero, zero is one of them and not "none".
            false => kbio_atlas::classify_all,
        };
        Picture {
            column,
            reading,
            classes: classify(&values, reading.scheme, reading.k),
            digits: match reading.manner {
                Manner::AsIs => digits(&values),
                Manner::Share | Manner::Per100k => 1,
            },
            values,
        }
    }

    /// A value as it is printed: `1,089`, `12.3%`.
    pub fn printed(&self, value: Decimal) -> String {
        let number = value.grouped(self.digits);
        let is_percent = self.column.is_percent || self.reading.manner == Manner::Share;
        match is_percent {
            true => number + "%",
            false => number,
        }
    }
}

fn values(column: &Column, manner: Manner) -> Values {
    let people = match manner {
        Manner::AsIs => return column.values,
        Manner::Share => None,
        Manner::Per100k => population(),
    };
    let sum: i128 = column.values.iter().flatten().map(|v| scaled(*v)).sum();
    core::array::from_fn(|place| {
        let value = scaled(column.values[place]?);
        match people {
            None => Decimal::ratio(value * 100, sum, KEPT),
            Some(people) => {
                let people = i128::from(people.value(place)?);
                Decimal::ratio(value * 100_000, people * scaled(Decimal::whole(1)), KEPT)
            }
        }
    })
}

/// In billionths, which every [`Decimal`] is a whole number of.
fn scaled(value: Decimal) -> i128 {
    i128::from(value.units) * 10_i128.pow(u32::from(9_u8.saturating_sub(value.decimals)))
}

/// The latest registered population in the data package.
pub fn population() -> Option<&'static Series> {
    let key = Indicator::Population.definition().key;
    SERIES
        .iter()
        .filter(|series| series.key == key)
        .max_by_key(|series| series.year)
}

/// As many as the figures have, but no more than it takes for the smallest to show two of its own.
fn digits(values: &Values) -> u8 {
    let held = |value: &Decimal| {
        let text = value.full();
        text.split_once('.')
            .map_or(0, |(_, fraction)| fraction.len())
    };
    let needed = |value: &Decimal| {
        let text = value.full();
        match text.split_once('.') {
            Some(("0" | "-0", fraction)) => {
                let zeros = fraction.bytes().take_while(|byte| *byte == b'0').count();
                zeros + 2
            }
            Some(_) => 2,
            None => 0,
        }
    };
    let values = || values.iter().flatten();
    let held = values().map(held).max().unwrap_or(0);
    let needed = values().map(needed).max().unwrap_or(0);
    u8::try_from(held.min(needed)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kbio_atlas::{REGION_COUNT, REGIONS};

    fn column(name: &str, cells: &[&str]) -> Column {
        let mut values = [None; REGION_COUNT];
        for (slot, cell) in values.iter_mut().zip(cells) {
            *slot = Decimal::parse(cell);
        }
        Column {
            name: name.to_owned(),
            values,
            gaps: [0; 5],
            is_percent: false,
            provisional: 0,
        }
    }

    #[test]
    fn shares_are_of_the_sum_of_what_is_known() {
        let shares = values(&column("n", &["1", "2.5", "", "0.5"]), Manner::Share);
        let shown: Vec<_> = shares.iter().flatten().map(|v| v.full()).collect();
        assert_eq!(shown, ["25", "62.5", "12.5"]);
        assert_eq!(shares[2], None);
    }

    #[test]
    fn rates_are_over_the_latest_population() {
        let people = population().unwrap();
        let years = SERIES
            .iter()
            .filter(|s| s.key == people.key)
            .map(|s| s.year);
        assert_eq!(Some(people.year), years.max());
        // As many of them as people: each province has 100,000 per 100,000.
        let cells: Vec<String> = (0..REGIONS.len())
            .map(|place| people.value(place).unwrap().to_string())
            .collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        for value in values(&column("n", &cells), Manner::Per100k) {
            assert_eq!(value, Some(Decimal::whole(100_000)));
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let most = i64::MAX.to_string();
        let column = column("n", &[most.as_str(); REGION_COUNT]);
        let shares = values(&column, Manner::Share);
        assert!(
            shares
                .iter()
                .all(|value| value.unwrap().grouped(1) == "5.9")
        );
        // 100,000 times as much per head does not fit, and is then unknown, not wrong.
        for value in values(&column, Manner::Per100k) {
            assert_eq!(value, None);
        }
    }

    #[test]
    fn rates_have_no_share() {
        #[track_caller]
        fn check(name: &str, cells: &[&str], expected: bool) {
            let column = column(name, cells);
            assert_eq!(Manner::Share.suits(&column), expected, "{name} {cells:?}");
            assert!(Manner::AsIs.suits(&column));
        }
        check("사업체수", &["1", "2"], true);
        check("2022 · 종사자수(명)", &["1", "2"], true);
        check("실업률(%)", &["1", "2"], false);
        check("고용률", &["1", "2"], false);
        check("1인당", &["1", "2"], false);
        check("증감", &["1", "-2"], false);
        check("n", &["0", "0"], false);
    }

    #[test]
    fn figures_show_the_digits_they_need() {
        #[track_caller]
        fn check(cells: &[&str], expected: u8) {
            assert_eq!(digits(&column("n", cells).values), expected, "{cells:?}");
        }
        check(&["1", "2"], 0);
        check(&["1.5", "200"], 1);
        check(&["1.23456", "200"], 2);
        check(&["0.0123", "0.5"], 3);
        check(&["1.50", "2.00"], 1);
        check(&[], 0);
    }
}
