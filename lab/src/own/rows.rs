//! Delimited text as rows of cells: commas, tabs, semicolons or bars, or columns set apart by spaces.

use super::fault::Fault;
use super::{MAX_CELL, MAX_COLUMNS, MAX_LINES_IN_CELL, MAX_ROWS};

/// A row that is not blank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Where it begins: the line of the text, or the number of the feature, from one.
    pub line: u32,
    /// Without the spaces around them.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column, empty beyond the last.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// All rows that are not blank.
///
/// # Errors
///
/// More rows, columns or letters in a cell than are read, with the line.
pub fn rows(text: &str) -> Result<Vec<Row>, Fault> {
    // The parser counts lines by their line feeds; old Macs end lines without one.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    let Some(delimiter) = delimiter(&text) else {
        return by_spaces(&text);
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    loop {
        // The parser passes over blank lines without counting them as the record's.
        let at = reader.position().clone();
        let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| **byte == b'\n').count() as u64;
        let line = at.line() + blank;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(rows),
            // The text is UTF-8 and in memory, the rows are of any length: there is nothing to fail.
            Err(_) => return Err(Fault::Unreadable { line }),
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        push(&mut rows, line, record.iter())?;
    }
}

fn push<'t>(
    rows: &mut Vec<Row>,
    line: u32,
    cells: impl Iterator<Item = &'t str>,
) -> Result<(), Fault> {
    let mut row = Vec::new();
    for cell in cells {
        if row.len() == MAX_COLUMNS {
            return Err(Fault::TooManyColumns { line });
        }
        let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let is_long = cell.len() > MAX_CELL && cell.chars().count() > MAX_CELL;
        if is_long || cell.matches('\n').count() > MAX_LINES_IN_CELL {
            return Err(Fault::LongCell { line });
        }
        row.push(cell.to_owned());
    }
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    if row.is_empty() {
        return Ok(());
    }
    if rows.len() == MAX_ROWS {
        return Err(Fault::TooManyRows);
    }
    rows.push(Row { line, cells: row });
    Ok(())
}

/// What separates the cells, judged by the first lines; `None` where spaces do.
fn delimiter(text: &str) -> Option<u8> {
    const LOOKED_AT: usize = 60;
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(LOOKED_AT)
        .collect();
    let having = |delimiter: char| {
        lines
            .iter()
            .filter(|line| outside_quotes(line, delimiter) > 0)
            .count()
    };
    if having('\t') * 2 >= lines.len() {
        return Some(b'\t');
    }
    let is_spaced = lines.iter().filter(|line| spaced(line).is_some()).count();
    if lines.len() > 1 && is_spaced + 1 >= lines.len() {
        return None;
    }
    let mut best = (0, b',');
    for (delimiter, byte) in [(',', b','), (';', b';'), ('|', b'|')] {
        let count = having(delimiter);
        if count > best.0 {
            best = (count, byte);
        }
    }
    Some(best.1)
}

fn outside_quotes(line: &str, delimiter: char) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if letter == delimiter && !is_quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// `충청북도 1,234`: words, spaces, and one number whose commas can only group its digits.
fn spaced(line: &str) -> Option<(&str, &str)> {
    let (name, number) = line.trim().rsplit_once(char::is_whitespace)?;
    let digits = number.trim_start_matches(['-', '−', '+']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%'));
    let is_name = !name.contains([',', ';', '|', '"', '{']);
    (is_number && is_name).then_some((name, number))
}

/// Each line cut before its last word.
fn by_spaces(text: &str) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let line = u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1);
        let text = text.trim();
        let (name, number) = text.rsplit_once(char::is_whitespace).unwrap_or((text, ""));
        push(&mut rows, line, [name, number].into_iter())?;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match rows(text) {
            Ok(rows) => rows
                .iter()
                .map(|row| format!("{}:{}", row.line, row.cells.join("|")))
                .collect::<Vec<_>>()
                .join(" "),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected, "{text:?}");
    }

    #[test]
    fn cells_are_separated_by_what_the_lines_agree_on() {
        check("a,b\n서울,1", "1:a|b 2:서울|1");
        check("a\tb\n서울\t1,234", "1:a|b 2:서울|1,234");
        check("a;b\n서울;1,5\n부산;2,5", "1:a|b 2:서울|1,5 3:부산|2,5");
        check("a|b\n서울|1", "1:a|b 2:서울|1");
        check("서울 1,234\n부산 5", "1:서울|1,234 2:부산|5");
        check(
            "시도 값\n충청 북도  12.5%\n부산 5",
            "1:시도|값 2:충청 북도|12.5% 3:부산|5",
        );
        check("서울 시,1\n부산 시,2", "1:서울 시|1 2:부산 시|2");
        check("하나", "1:하나");
    }

    #[test]
    fn quotes_hold_commas_quotes_and_line_breaks() {
        check("a,b\n\"서울\",\"1,234\"", "1:a|b 2:서울|1,234");
        check("a,b\n\"x \"\"y\"\"\",2", "1:a|b 2:x \"y\"|2");
        check("a,b\n\"x\ny\",2\nz,3", "1:a|b 2:x\ny|2 4:z|3");
    }

    #[test]
    fn blank_lines_count_and_are_left_out() {
        check("\n\na,b\n\n,,\n서울,1\n", "3:a|b 6:서울|1");
        check("a,b\r\n서울,1\r\n", "1:a|b 2:서울|1");
        check("a,b\r서울,1\r", "1:a|b 2:서울|1");
        check(" \n\t\n", "Empty");
        check("", "Empty");
    }

    #[test]
    fn what_is_too_much_is_told_with_its_line() {
        check(
            &format!("a\n{}", ",".repeat(MAX_COLUMNS)),
            "TooManyColumns { line: 2 }",
        );
        check(&"1,2\n".repeat(MAX_ROWS + 1), "TooManyRows");
        check(
            &format!(
                "a,b\n\"서울,1\n{}",
                "부산,2\n".repeat(MAX_LINES_IN_CELL + 1)
            ),
            "LongCell { line: 2 }",
        );
        check(
            &format!("a,{}", "가".repeat(MAX_CELL + 1)),
            "LongCell { line: 1 }",
        );
        assert!(rows(&"1,2\n".repeat(MAX_ROWS)).is_ok());
    }
}
