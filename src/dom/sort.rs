//! Tables that sort by a click on a column's head.

use web_sys::Element;

use super::event::{element, listen};
use super::place::document;
use crate::rank::insertion_sort;

/// Makes every `<table data-sortable>` sort by its `<th><button>`.
pub fn start() {
    let Some(document) = document() else { return };
    listen(&document, "click", |event| {
        let target = element(&event);
        let button =
            target.and_then(|e| e.closest("table[data-sortable] th button").ok().flatten());
        if let Some(head) = button.and_then(|button| button.closest("th").ok().flatten()) {
            sort(&head);
        }
    });
}

/// Sorts by the column of `head`: numbers from the largest, words from the first, then the other way
/// round, and so on. Missing stays last.
fn sort(head: &Element) -> Option<()> {
    let table = head.closest("table").ok()??;
    let heads = children(&head.parent_element()?);
    let column = heads.iter().position(|other| other == head)?;
    let body = table.query_selector("tbody").ok()??;
    let mut rows: Vec<(Key, Element)> = children(&body)
        .into_iter()
        .map(|row| (Key::of(children(&row).get(column)), row))
        .collect();

    let downward = match head.get_attribute("aria-sort").as_deref() {
        Some("descending") => false,
        Some(_) => true,
        None => !rows.iter().any(|(key, _)| matches!(key, Key::Words(_))),
    };
    for other in &heads {
        let _ = other.remove_attribute("aria-sort");
    }
    let _ = head.set_attribute(
        "aria-sort",
        if downward { "descending" } else { "ascending" },
    );
    insertion_sort(&mut rows, |(a, _), (b, _)| a.compare(b, downward).is_lt());
    for (_, row) in rows {
        let _ = body.append_child(&row);
    }
    Some(())
}

/// What a cell is sorted by.
enum Key {
    Number(f64),
    Words(String),
    Missing,
}

impl Key {
    fn of(cell: Option<&Element>) -> Key {
        let Some(cell) = cell else {
            return Key::Missing;
        };
        match cell.get_attribute("data-value") {
            Some(value) if value.is_empty() => Key::Missing,
            // The browser's own parser: Rust's would cost the page kilobytes.
            Some(value) => Key::Number(js_sys::Number::parse_float(&value)),
            None => Key::Words(cell.text_content().unwrap_or_default()),
        }
    }

    fn compare(&self, other: &Key, downward: bool) -> core::cmp::Ordering {
        use core::cmp::Ordering::{Greater, Less};
        let upward = match (self, other) {
            (Key::Missing, Key::Missing) => return core::cmp::Ordering::Equal,
            (Key::Missing, _) => return Greater,
            (_, Key::Missing) => return Less,
            (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
            (Key::Words(a), Key::Words(b)) => a.cmp(b),
            (Key::Number(_), Key::Words(_)) => Less,
            (Key::Words(_), Key::Number(_)) => Greater,
        };
        if downward { upward.reverse() } else { upward }
    }
}

fn children(element: &Element) -> Vec<Element> {
    let list = element.children();
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}
