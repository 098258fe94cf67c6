//! What was read, to take away: the provinces' values, and the report, as CSV in `data:` addresses.
//!
//! The files are UTF-8 with a byte order mark, by which Excel knows them. No cell begins a formula.

use std::fmt::Write as _;

use kbio_atlas::desk::{ADDRESS, MAX_ADDRESS};
use kbio_atlas::{Lang, REGIONS};

use super::dataset::Dataset;
use super::reading::{Manner, Picture};
use super::report_markup;

/// Rows of the report in its download.
const LISTED: usize = 5_000;

/// The values as a file, what was not used as another, and an address that holds the values.
pub fn links(dataset: &Dataset, picture: &Picture<'_>, lang: Lang) -> String {
    let mut out = format!(
        "<p class=\"own-downloads\">{}",
        link(
            "my-data-by-province.csv",
            lang.pick("시·도별 값 CSV", "Values by province, CSV"),
            &values(dataset, picture, lang)
        )
    );
    if !dataset.report.entries.is_empty() {
        out.push(' ');
        out.push_str(&link(
            "my-data-report.csv",
            lang.pick("쓰지 않은 행 CSV", "What was not used, CSV"),
            &report(dataset, lang),
        ));
    }
    if let Some(address) = address(picture) {
        let words = lang.pick("값이 담긴 주소", "Address with the values");
        let _ = write!(out, " <a href=\"#{address}\">{words}</a>");
    }
    out + "</p>"
}

/// The hash of an address that holds the shown column; `None` where that is too long for one.
fn address(picture: &Picture<'_>) -> Option<String> {
    let mut rows = String::new();
    line(&mut rows, ["code", &picture.column.name].into_iter());
    for (place, region) in REGIONS.iter().enumerate() {
        if let Some(value) = picture.column.values[place] {
            line(&mut rows, [region.digits, &value.full()].into_iter());
        }
    }
    let address = format!("{ADDRESS}{}", percent(&rows));
    (address.len() <= MAX_ADDRESS).then_some(address)
}

fn link(name: &str, words: &str, csv: &str) -> String {
    format!(
        "<a download=\"{name}\" href=\"data:text/csv;charset=utf-8,{}\">{words}</a>",
        percent(csv)
    )
}

/// A row for each province: code, names, every column, and last what is on the map where it is derived.
pub fn values(dataset: &Dataset, picture: &Picture<'_>, lang: Lang) -> String {
    let mut csv = String::from("\u{feff}");
    let names = dataset.columns.iter().map(|column| column.name.as_str());
    let derived = match picture.reading.manner {
        Manner::AsIs => None,
        Manner::Share => Some(lang.pick("비중(%)", "share (%)")),
        Manner::Per100k => Some(lang.pick("인구 10만 명당", "per 100,000")),
    };
    let derived = derived.map(|words| format!("{} · {words}", picture.column.name));
    line(
        &mut csv,
        ["code", "name_ko", "name_en"]
            .into_iter()
            .chain(names)
            .chain(derived.as_deref()),
    );
    for (place, region) in REGIONS.iter().enumerate() {
        let full =
            |value: Option<kbio_atlas::Decimal>| value.map_or_else(String::new, |v| v.full());
        let mut cells: Vec<String> = dataset
            .columns
            .iter()
            .map(|column| full(column.values[place]))
            .collect();
        if derived.is_some() {
            cells.push(full(picture.values[place]));
        }
        let known = [region.digits, region.name.ko, region.name.en];
        line(
            &mut csv,
            known.into_iter().chain(cells.iter().map(String::as_str)),
        );
    }
    csv
}

/// A row for each entry, at most [`LISTED`].
pub fn report(dataset: &Dataset, lang: Lang) -> String {
    let report = &dataset.report;
    let mut csv = String::from("\u{feff}");
    line(
        &mut csv,
        [
            report_markup::unit(report.unit, lang),
            lang.pick("내용", "Content"),
            lang.pick("이유", "Reason"),
        ]
        .into_iter(),
    );
    for entry in report_markup::ordered(report).take(LISTED) {
        let number = entry.line.to_string();
        let why = report_markup::why(entry, report.unit, lang);
        line(&mut csv, [number.as_str(), &entry.cell, &why].into_iter());
    }
    let rest = report.entries.len().saturating_sub(LISTED);
    if rest > 0 {
        let words = match lang {
            Lang::Ko => format!("그 밖에 {rest}개"),
            Lang::En => format!("{rest} more"),
        };
        line(&mut csv, ["", "", &words].into_iter());
    }
    csv
}

fn line<'c>(csv: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        csv.push_str(&quoted(cell));
    }
    csv.push_str("\r\n");
}

/// A cell that a spreadsheet takes as text: an apostrophe before what would start a formula, and quotes
/// where it needs them. Our own numbers may begin with a minus.
fn quoted(cell: &str) -> String {
    let cell: String = cell.chars().filter(|c| !c.is_control()).collect();
    let is_number = kbio_atlas::Decimal::parse(&cell).is_some();
    let starts_formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let cell = match starts_formula && !is_number {
        true => format!("'{cell}"),
        false => cell,
    };
    match cell.contains([',', '"', ';', '\t']) || cell != cell.trim() {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

/// For a `data:` address inside a quoted attribute.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b',' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        #[track_caller]
        fn check(cell: &str, expected: &str) {
            assert_eq!(quoted(cell), expected, "{cell:?}");
        }
        check("서울", "서울");
        check("-12.5", "-12.5");
        check("a,b \"c\"", "\"a,b \"\"c\"\"\"");
        check("=1+1", "'=1+1");
        check(
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"",
        );
        check("@SUM(A1)", "'@SUM(A1)");
        check("+1-1", "'+1-1");
        check("-1-1", "'-1-1");
        check(" =1", "' =1");
        check("\t=1", "'=1");
        check("\r\n=1", "'=1");
        check("＝1", "'＝1");
    }

    #[test]
    fn an_address_holds_no_quote_and_no_markup() {
        assert_eq!(percent("a\"<b>,\r\n가"), "a%22%3Cb%3E,%0D%0A%EA%B0%80");
    }
}
