//! The Lorenz curve of a quantity over regions, with the figures that sum it up.

use core::iter::once;

use plotters::chart::ChartBuilder;
use plotters::element::{Circle, PathElement, Polygon};
use plotters::series::LineSeries;

use super::canvas::{self, Ink, px, units};
use super::lettering::{Anchor, coordinate, text};
use super::{Caption, Cell, Chart, Table, WIDTH, frame};
use crate::concentration;
use crate::number::Decimal;

const HEIGHT: f64 = 180.0;

/// The square that the curve is drawn in, in units.
const LEFT: f64 = 34.0;
const TOP: f64 = 8.0;
const SIDE: f64 = 136.0;
const RIGHT: f64 = LEFT + SIDE;
const BOTTOM: f64 = TOP + SIDE;

/// Where the figures stand: beside the square, or beyond the words of the marked point.
const FIGURES: f64 = RIGHT + 44.0;
const FIGURES_BESIDE_MARK: f64 = RIGHT + 118.0;

/// From the top of one figure to the top of the next.
const FIGURE: f64 = 52.0;

/// Options of the Lorenz curve.
#[derive(Clone, Debug)]
pub struct Lorenz {
    pub caption: Caption,
    /// The heads of the table twin: the regions, the value with its unit, the cumulative share.
    pub columns: [String; 3],
    /// In any order.
    pub holders: Vec<Holder>,
    /// Under the horizontal axis: what is counted there, and from which end.
    pub x_title: String,
    /// Above the vertical axis.
    pub y_title: String,
    /// Along the diagonal: a dozen letters or seven syllables fit.
    pub equality: String,
    /// At most three: the Gini coefficient, the capital region's share.
    pub figures: Vec<Figure>,
    /// A point of the curve to point out.
    pub mark: Option<LorenzMark>,
}

/// A region and what it has of the quantity.
#[derive(Clone, Debug)]
pub struct Holder {
    pub label: String,
    /// Zero or more; a region without a value is not on the curve.
    pub value: Option<Decimal>,
    /// The value as the reader sees it, or the words for "no data".
    pub text: String,
}

/// A number that stands large beside the curve.
#[derive(Clone, Debug)]
pub struct Figure {
    pub value: String,
    pub name: String,
}

/// The point after the `count` smallest regions.
#[derive(Clone, Debug)]
pub struct LorenzMark {
    pub count: usize,
    /// Two short lines: whose share, how much.
    pub lines: [String; 2],
}

impl Lorenz {
    /// Draws the curve at the left and the figures at its right.
    pub fn draw(&self) -> Chart {
        let values: Vec<Option<Decimal>> = self.holders.iter().map(|holder| holder.value).collect();
        let curve = concentration::lorenz(&values);
        let mark = self
            .mark
            .as_ref()
            .and_then(|mark| Some((mark, *curve.get(mark.count)?)));

        let (mut content, mark_height) = canvas::draw(WIDTH, HEIGHT, |area| {
            let square = canvas::plot(area, (LEFT, TOP), (RIGHT, BOTTOM));
            let mut plot = ChartBuilder::on(&square).build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
            // The curve, and back along the diagonal: the area that the Gini coefficient measures.
            plot.draw_series(once(Polygon::new(curve.clone(), Ink::Area.fill())))?;
            for half in [0.5, 1.0] {
                let lines = [[(0.0, half), (1.0, half)], [(half, 0.0), (half, 1.0)]];
                plot.draw_series(lines.map(|line| PathElement::new(line, Ink::Grid.stroke())))?;
            }
            let axes = [(0.0, 1.0), (0.0, 0.0), (1.0, 0.0)];
            plot.draw_series(once(PathElement::new(axes, Ink::Axis.stroke())))?;
            let diagonal = [(0.0, 0.0), (1.0, 1.0)];
            plot.draw_series(once(PathElement::new(diagonal, Ink::Equality.stroke())))?;
            plot.draw_series(LineSeries::new(curve.iter().copied(), Ink::Curve.stroke()))?;
            let Some((_, point)) = mark else {
                return Ok(None);
            };
            let (x, y) = plot.backend_coord(&point);
            let leader = [(x, y), (px(RIGHT + 6.0), y)];
            area.draw(&PathElement::new(leader, Ink::Leader.stroke()))?;
            area.draw(&Circle::new((x, y), px(3.0), Ink::Mark.fill()))?;
            Ok(Some(units(y)))
        });

        for (share, words) in [(0.0, "0"), (0.5, "50"), (1.0, "100%")] {
            let (x, y) = (LEFT + share * SIDE, BOTTOM - share * SIDE + 4.0);
            text(
                &mut content,
                "tick",
                Anchor::Middle,
                (x, BOTTOM + 14.0),
                words,
            );
            text(&mut content, "tick", Anchor::End, (LEFT - 4.0, y), words);
        }
        let middle = LEFT + SIDE / 2.0;
        text(
            &mut content,
            "note",
            Anchor::Middle,
            (middle, HEIGHT - 5.0),
            &self.x_title,
        );
        text(
            &mut content,
            "note",
            Anchor::Start,
            (LEFT + 5.0, TOP + 12.0),
            &self.y_title,
        );
        along_diagonal(&mut content, &self.equality);

        if let (Some((mark, _)), Some(y)) = (mark, mark_height) {
            let [whose, how_much] = &mark.lines;
            text(
                &mut content,
                "label",
                Anchor::Start,
                (RIGHT + 10.0, y + 4.0),
                whose,
            );
            text(
                &mut content,
                "label",
                Anchor::Start,
                (RIGHT + 10.0, y + 19.0),
                how_much,
            );
        }
        let x = if mark.is_some() {
            FIGURES_BESIDE_MARK
        } else {
            FIGURES
        };
        for (place, figure) in self.figures.iter().enumerate() {
            let top = TOP + place as f64 * FIGURE;
            text(
                &mut content,
                "figure",
                Anchor::Start,
                (x, top + 18.0),
                &figure.value,
            );
            text(
                &mut content,
                "note",
                Anchor::Start,
                (x, top + 34.0),
                &figure.name,
            );
        }

        Chart {
            svg: frame("lorenz", HEIGHT, &self.caption, &content),
            table: self.table(&curve),
        }
    }

    /// Smallest first, as on the curve; regions without a value at the end.
    fn table(&self, curve: &[(f64, f64)]) -> Table {
        let mut holders: Vec<&Holder> = self.holders.iter().collect();
        holders.sort_by(|a, b| {
            let order = a
                .value
                .partial_cmp(&b.value)
                .unwrap_or(core::cmp::Ordering::Equal);
            a.value.is_none().cmp(&b.value.is_none()).then(order)
        });
        let values: Vec<Option<Decimal>> = holders.iter().map(|holder| holder.value).collect();
        let rows = holders.iter().enumerate().map(|(place, holder)| {
            // No curve, no shares: the sum is zero.
            let known = holder.value.is_some() && !curve.is_empty();
            let share = known.then(|| smallest_share(&values, place + 1)).flatten();
            let share_text = share.map_or(String::new(), |share| format!("{}%", share.grouped(1)));
            vec![
                Cell::name(&holder.label),
                Cell::of(holder.value, &holder.text),
                Cell::of(share.map(|share| share.rounded(1)), &share_text),
            ]
        });
        Table {
            head: self.columns.to_vec(),
            rows: rows.collect(),
        }
    }
}

/// Writes along the lower half of the diagonal, a little above it, where no grid line crosses the words.
fn along_diagonal(svg: &mut String, words: &str) {
    const PART: f64 = 0.3;
    svg.push_str("<g transform=\"translate(");
    coordinate(svg, LEFT + SIDE * PART);
    svg.push(' ');
    coordinate(svg, BOTTOM - SIDE * PART);
    svg.push_str(") rotate(-45)\">");
    text(svg, "note", Anchor::Middle, (0.0, -5.0), words);
    svg.push_str("</g>");
}

/// What the `count` smallest hold, in percent.
fn smallest_share(values: &[Option<Decimal>], count: usize) -> Option<Decimal> {
    let present = values.iter().flatten().count();
    let largest = concentration::concentration_ratio(values, present.saturating_sub(count))?;
    let whole = 100 * 10_i64.pow(u32::from(largest.decimals));
    Some(Decimal {
        units: whole - largest.units,
        ..largest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lorenz(values: &[Option<i64>], mark: Option<usize>) -> Chart {
        Lorenz {
            caption: Caption {
                id: "l".into(),
                title: "t".into(),
                description: "d".into(),
            },
            columns: ["Region".into(), "Firms".into(), "Cumulative".into()],
            holders: values
                .iter()
                .map(|value| Holder {
                    label: value.map_or("none".into(), |value| format!("r{value}")),
                    value: value.map(Decimal::whole),
                    text: value.map_or("no data".into(), |value| value.to_string()),
                })
                .collect(),
            x_title: "regions".into(),
            y_title: "firms".into(),
            equality: "even".into(),
            figures: vec![Figure {
                value: "0.5".into(),
                name: "Gini".into(),
            }],
            mark: mark.map(|count| LorenzMark {
                count,
                lines: ["rest".into(), "20%".into()],
            }),
        }
        .draw()
    }

    /// The table as `label share`, one row a line.
    #[track_caller]
    fn check(values: &[Option<i64>], rows: &[&str]) {
        let chart = lorenz(values, None);
        let table: Vec<String> = chart
            .table
            .rows
            .iter()
            .map(|row| {
                format!("{} {}", row[0].text, row[2].text)
                    .trim_end()
                    .to_string()
            })
            .collect();
        assert_eq!(table, rows);
    }

    #[test]
    fn the_table_adds_up_from_the_smallest() {
        check(
            &[Some(6), Some(1), None, Some(3)],
            &["r1 10.0%", "r3 40.0%", "r6 100.0%", "none"],
        );
    }

    #[test]
    fn a_division_that_does_not_exist_has_no_shares() {
        check(&[Some(0), None], &["r0", "none"]);
        check(&[], &[]);
        assert!(lorenz(&[None], Some(1)).svg.contains("class=\"equality\""));
    }

    #[test]
    fn a_mark_lies_on_the_curve_or_is_not_drawn() {
        // After one of two regions, at 20 %: 0.8 of the side below the top.
        let svg = lorenz(&[Some(8), Some(2)], Some(1)).svg;
        assert!(
            svg.contains(r#"<circle class="mark" cx="102" cy="117" r="3"/>"#),
            "{svg}"
        );
        assert!(!lorenz(&[Some(8), Some(2)], Some(3)).svg.contains("mark"));
    }
}
