//! Row-major tables of which rows and columns go when candidates do.

/// A table with one row for each of `rows` and one column for each of `columns`.
pub(crate) fn table(
    rows: &[usize],
    columns: &[usize],
    entry: impl Fn(usize, usize) -> f64,
) -> Vec<f64> {
    let mut table = Vec::with_capacity(rows.len() * columns.len());
    for &row in rows {
        table.extend(columns.iter().map(|&column| entry(row, column)));
    }
    table
}

/// Drops the columns that are not to be kept.
pub(crate) fn keep_columns(table: &mut Vec<f64>, keep: &[bool]) {
    let mut column = keep.iter().copied().cycle();
    table.retain(|_| column.next().unwrap_or(true));
}

/// Drops the rows that are not to be kept from a table with `columns` columns.
pub(crate) fn keep_rows(table: &mut Vec<f64>, keep: &[bool], columns: usize) {
    let mut at = 0;
    table.retain(|_| {
        at += 1;
        keep[(at - 1) / columns]
    });
}
