//! Regions ranked by a value, one bar each.

use plotters::element::Rectangle;

use super::canvas::{self, Ink, px};
use super::lettering::{Anchor, coordinate, text};
use super::{Caption, Cell, Chart, Table, WIDTH, frame, widest};
use crate::escape::escape;
use crate::number::Decimal;

/// Height of a row in units; a bar fills it but for the gaps.
const ROW: f64 = 17.0;
const GAP: f64 = 2.5;

/// The baseline of a row's words, from its top.
const BASELINE: f64 = 12.5;

/// Between a label and its bar, and between a bar and its value.
const SPACE: f64 = 6.0;

/// The length of a bar of nothing, and of the smallest bar of something.
const HAIRLINE: f64 = 0.5;
const SHORTEST: f64 = 1.0;

/// Options of the ranking.
#[derive(Clone, Debug)]
pub struct Ranking {
    pub caption: Caption,
    /// The heads of the table twin: the regions, the value with its unit.
    pub columns: [String; 2],
    /// In any order; equal values keep it.
    pub rows: Vec<RankingRow>,
}

/// A region in the ranking.
#[derive(Clone, Debug)]
pub struct RankingRow {
    /// Goes into `data-bar`, for the script that marks the selected region.
    pub key: String,
    pub label: String,
    /// Zero or more, or missing: a missing value stands last and has no bar.
    pub value: Option<Decimal>,
    /// The value as the reader sees it, or the words for "no data".
    pub text: String,
    /// Whether the bar is drawn in the darker tone.
    pub capital: bool,
    /// Whether the row is marked with `data-on`; the browser moves the mark.
    pub selected: bool,
}

impl Ranking {
    /// Draws the bars, largest first, each in a `<g class="row" data-bar="…">` of its own.
    pub fn draw(&self) -> Chart {
        let mut rows: Vec<&RankingRow> = self.rows.iter().collect();
        // Missing last: `None` is less than any value. Decimals have a total order.
        rows.sort_by(|a, b| {
            b.value
                .partial_cmp(&a.value)
                .unwrap_or(core::cmp::Ordering::Equal)
        });

        let scale = Scale::of(&rows);
        let mut content = String::new();
        for (place, row) in rows.iter().enumerate() {
            scale.draw_row(&mut content, place as f64 * ROW, row);
        }
        Chart {
            svg: frame("ranking", rows.len() as f64 * ROW, &self.caption, &content),
            table: Table {
                head: self.columns.to_vec(),
                rows: rows
                    .iter()
                    .map(|row| vec![Cell::name(&row.label), Cell::of(row.value, &row.text)])
                    .collect(),
            },
        }
    }
}

/// Where bars begin and how long the longest is.
struct Scale {
    start: f64,
    room: f64,
    largest: f64,
}

impl Scale {
    fn of(rows: &[&RankingRow]) -> Self {
        let labels = widest(rows.iter().map(|row| row.label.as_str())).ceil();
        let values = rows.iter().filter(|row| row.value.is_some());
        let values_room = widest(values.map(|row| row.text.as_str())).ceil();
        let start = labels + SPACE;
        Scale {
            start,
            room: (WIDTH - start - SPACE - values_room).max(SHORTEST),
            largest: rows
                .iter()
                .filter_map(|row| row.value)
                .map(Decimal::to_f64)
                .fold(0.0, f64::max),
        }
    }

    fn length(&self, value: Decimal) -> f64 {
        if value.units <= 0 {
            return HAIRLINE;
        }
        (value.to_f64() / self.largest * self.room).max(SHORTEST)
    }

    fn draw_row(&self, svg: &mut String, top: f64, row: &RankingRow) {
        svg.push_str(match row.value {
            Some(_) => "<g class=\"row\" data-bar=\"",
            None => "<g class=\"row missing\" data-bar=\"",
        });
        svg.push_str(&escape(&row.key).to_string());
        if row.selected {
            svg.push_str("\" data-on=\"");
        }
        svg.push_str("\" transform=\"translate(0 ");
        coordinate(svg, top);
        svg.push_str(")\">");

        let length = row.value.map(|value| self.length(value));
        let (shapes, ()) = canvas::draw(WIDTH, ROW, |area| {
            area.draw(&Rectangle::new(
                [(0, 0), (px(WIDTH), px(ROW))],
                Ink::Hit.fill(),
            ))?;
            let Some(length) = length else {
                return Ok(());
            };
            let corners = [
                (px(self.start), px(GAP)),
                (px(self.start + length), px(ROW - GAP)),
            ];
            let ink = if row.capital {
                Ink::StrongBar
            } else {
                Ink::Bar
            };
            area.draw(&Rectangle::new(corners, ink.fill()))
        });
        svg.push_str(&shapes);

        let label_end = (self.start - SPACE, BASELINE);
        text(svg, "label", Anchor::End, label_end, &row.label);
        let value_start = (
            self.start + length.map_or(0.0, |length| length + SPACE),
            BASELINE,
        );
        text(svg, "value", Anchor::Start, value_start, &row.text);
        svg.push_str("</g>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, value: Option<i64>) -> RankingRow {
        RankingRow {
            key: key.into(),
            label: key.into(),
            value: value.map(Decimal::whole),
            text: value.map_or("no data".into(), |value| value.to_string()),
            capital: false,
            selected: false,
        }
    }

    fn draw(rows: &[(&str, Option<i64>)]) -> Chart {
        Ranking {
            caption: Caption {
                id: "r".into(),
                title: "t".into(),
                description: "d".into(),
            },
            columns: ["Region".into(), "Firms".into()],
            rows: rows.iter().map(|&(key, value)| row(key, value)).collect(),
        }
        .draw()
    }

    /// The keys in the order drawn, and in the table.
    #[track_caller]
    fn check(rows: &[(&str, Option<i64>)], order: &[&str]) {
        let chart = draw(rows);
        let drawn: Vec<&str> = chart
            .svg
            .split("data-bar=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect();
        let listed: Vec<&str> = chart
            .table
            .rows
            .iter()
            .map(|row| row[0].text.as_str())
            .collect();
        assert_eq!((drawn.as_slice(), listed.as_slice()), (order, order));
    }

    #[test]
    fn the_largest_comes_first_and_the_missing_last() {
        check(
            &[("a", Some(1)), ("b", None), ("c", Some(3)), ("d", Some(0))],
            &["c", "a", "d", "b"],
        );
    }

    #[test]
    fn equal_values_keep_their_order() {
        check(
            &[("a", Some(2)), ("b", Some(2)), ("c", None), ("d", None)],
            &["a", "b", "c", "d"],
        );
    }

    #[test]
    fn zero_is_a_hairline_and_missing_has_no_bar() {
        let bars = |rows: &[(&str, Option<i64>)]| draw(rows).svg.matches("class=\"bar\"").count();
        assert_eq!(bars(&[("a", Some(5)), ("b", Some(0))]), 2);
        assert_eq!(bars(&[("a", Some(5)), ("b", None)]), 1);
        assert!(draw(&[("a", Some(0))]).svg.contains(r#"width="0.5""#));
        assert_eq!(
            draw(&[("b", None)]).table.rows[0][1],
            Cell {
                text: "no data".into(),
                value: None
            }
        );
    }

    #[test]
    fn a_small_value_is_longer_than_nothing() {
        let svg = draw(&[("a", Some(1_000_000)), ("b", Some(1))]).svg;
        assert!(svg.contains(r#"width="1""#), "{svg}");
    }

    #[test]
    fn no_rows_draw_an_empty_frame() {
        assert!(draw(&[]).svg.contains(r#"viewBox="0 0 400 0""#));
    }
}
