//! What each column of a table is: figures, words, years, codes, or municipalities under a province.

use kbio_atlas::RegionCode;

use super::figure::{self, Figure};
use super::heading::Table;
use super::place_name::{Gazetteer, Place};
use super::rows::Row;

/// The use that is made of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Names the province.
    Place,
    /// Names a 시군구 under it, or says that the row is the province's own: 소계.
    District,
    Figures,
    /// Years or months.
    Period,
    /// Words, which may tell rows of one province apart.
    Category,
    /// Nothing, or codes of the province that its name says already.
    Idle,
}

/// The roles of all columns, judged by the rows about a province.
pub fn roles(table: &Table, of: &[(&Row, RegionCode)], gazetteer: &Gazetteer) -> Vec<Role> {
    let mut has_district = false;
    (0..table.headings.len())
        .map(|at| {
            if at == table.place.at {
                return Role::Place;
            }
            let role = role(table, at, of, gazetteer);
            // There is one at most, and it stands behind the province.
            if role == Role::District && (has_district || at < table.place.at) {
                return Role::Category;
            }
            has_district |= role == Role::District;
            role
        })
        .collect()
}

fn role(table: &Table, at: usize, of: &[(&Row, RegionCode)], gazetteer: &Gazetteer) -> Role {
    let (mut filled, mut numbers, mut years, mut codes, mut parts) = (0, 0, 0, 0, 0);
    for (row, region) in of {
        let cell = row.cell(at);
        let figure = figure::read(cell);
        if matches!(figure, Figure::Missing(_)) {
            continue;
        }
        filled += 1;
        if is_year(cell) {
            years += 1;
        }
        match gazetteer.place(cell, table.place.codes) {
            Place::Region(code) if code == *region => codes += 1,
            Place::Total | Place::District => parts += 1,
            _ => {}
        }
        if matches!(figure, Figure::Number { .. }) {
            numbers += 1;
        }
    }
    // A name or code that repeats the province's, and a column without a cell, say nothing new.
    if filled == 0 || (codes == filled && filled > 1) {
        return Role::Idle;
    }
    let is_period = years == filled && (says_period(&table.headings[at]) || numbers < filled)
        || says_period(&table.headings[at]) && years * 2 > filled
        || years == filled && filled > 2;
    if is_period {
        return Role::Period;
    }
    if numbers * 2 >= filled {
        return Role::Figures;
    }
    if parts * 20 >= filled * 19 {
        return Role::District;
    }
    Role::Category
}

/// `2022`, `2022년`, `2022.03`, `2022-Q1`, `2022 1/4`: a year at the start, and no more digits than a date has.
fn is_year(cell: &str) -> bool {
    let digits = cell.chars().take_while(char::is_ascii_digit).count();
    let year = cell.get(..digits).and_then(|year| year.parse::<u32>().ok());
    let rest = cell.get(digits..).unwrap_or_default();
    digits == 4
        && year.is_some_and(|year| (1900..=2100).contains(&year))
        && rest.len() <= 12
        && !rest.starts_with(',')
        // 2022.5 is a number as any other, 2022.05 a month.
        && !(rest.starts_with('.') && rest.len() == 2)
}

/// The year that a heading speaks of, the latest where there are several.
pub fn year_in(heading: &str) -> Option<u32> {
    heading
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1900..=2100).contains(year))
        .max()
}

fn says_period(heading: &str) -> bool {
    let heading = heading.to_ascii_lowercase();
    [
        "시점",
        "연도",
        "년도",
        "기간",
        "기준년",
        "연월",
        "year",
        "period",
        "date",
    ]
    .iter()
    .any(|word| heading.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_from_numbers() {
        for cell in [
            "2022",
            "1995년",
            "2022.03",
            "2022-Q1",
            "2022 1/4",
            "2022년 3월",
        ] {
            assert!(is_year(cell), "{cell}");
        }
        for cell in [
            "1089", "20221", "2022.5", "2,022", "202", "", "이천", "2022,5", "2101",
        ] {
            assert!(!is_year(cell), "{cell}");
        }
        assert_eq!(year_in("2022 · 사업체수"), Some(2022));
        assert_eq!(year_in("2015–2021년 평균"), Some(2021));
        assert_eq!(year_in("사업체수(12345)"), None);
    }
}
