//! A table of the page as rows.

use web_sys::Element;

use super::super::place::children;
use crate::export::{Cell, Rows};
use crate::number::Decimal;

/// What a table says, to the last digit where its cells hold one; `None` where it has no rows.
pub fn rows(table: &Element) -> Option<Rows> {
    let head = children(table, "thead tr:last-child > *");
    let mut columns: Vec<String> = head.iter().map(words).collect();
    let lines = children(table, "tbody > tr");
    let code = |line: &Element| line.get_attribute("data-bar");
    let has_codes = lines.iter().any(|line| code(line).is_some());
    if has_codes {
        columns.insert(0, "code".to_owned());
    }
    let mut rows = Vec::new();
    for line in &lines {
        let mut cells = Vec::new();
        if has_codes {
            cells.push(code(line).map_or(Cell::Missing, Cell::Text));
        }
        cells.extend(children(line, ":scope > *").iter().map(cell));
        // A heading between rows is no row.
        if cells.len() == columns.len() {
            rows.push(cells);
        }
    }
    (!rows.is_empty()).then_some(Rows { columns, rows })
}

fn cell(element: &Element) -> Cell {
    let held = match element.get_attribute("data-value") {
        Some(value) => Some(value),
        None => element
            .query_selector("[data-value]")
            .ok()
            .flatten()
            .and_then(|inner| inner.get_attribute("data-value")),
    };
    match held {
        Some(value) if value.is_empty() => Cell::Missing,
        Some(value) if Decimal::parse(&value).is_some() => Cell::Number(value),
        _ => match words(element) {
            words if words.is_empty() => Cell::Missing,
            words => Cell::Text(words),
        },
    }
}

/// The text of an element with single spaces.
pub fn words(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
