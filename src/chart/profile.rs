//! One region against the nation: its share of each indicator beside its share of the people.

use plotters::element::{PathElement, Rectangle};

use super::canvas::{self, Ink, px};
use super::lettering::{Anchor, text, width};
use super::{Caption, Cell, Chart, Table, WIDTH, frame, widest};
use crate::number::Decimal;

/// Height of a row in units, and of the bar in its middle.
const ROW: f64 = 20.0;
const BAR: f64 = 9.0;

/// The baseline of a row's words, from its top.
const BASELINE: f64 = 14.0;

/// The band above the rows that names the reference line.
const HEADER: f64 = 18.0;

/// Between columns.
const SPACE: f64 = 8.0;

/// Options of the profile.
#[derive(Clone, Debug)]
pub struct Profile {
    pub caption: Caption,
    /// The heads of the table twin: the indicators, the share of the nation.
    pub columns: [String; 2],
    pub rows: Vec<ProfileRow>,
    /// What each share is compared with: the region's share of the people. A bar that passes it is drawn
    /// in the stronger tone.
    pub reference: ProfileRow,
}

/// A share of the nation.
#[derive(Clone, Debug)]
pub struct ProfileRow {
    pub label: String,
    /// In percent, zero or more, or missing.
    pub share: Option<Decimal>,
    /// The share as the reader sees it, or the words for "no data".
    pub text: String,
}

impl Profile {
    /// Draws a bar for each share, in the order given, and the reference as a line through all of them.
    pub fn draw(&self) -> Chart {
        let all = || self.rows.iter().chain([&self.reference]);
        let start = widest(self.rows.iter().map(|row| row.label.as_str())).ceil() + SPACE;
        let end = WIDTH - widest(self.rows.iter().map(|row| row.text.as_str())).ceil() - SPACE;
        let largest = all()
            .filter_map(|row| row.share)
            .map(Decimal::to_f64)
            .fold(0.0, f64::max);
        let at = |share: Decimal| match largest > 0.0 {
            true => start + share.to_f64().max(0.0) / largest * (end - start),
            false => start,
        };
        let height = HEADER + self.rows.len() as f64 * ROW;

        let (mut content, ()) = canvas::draw(WIDTH, height, |area| {
            for (place, row) in self.rows.iter().enumerate() {
                let Some(share) = row.share else { continue };
                let top = HEADER + place as f64 * ROW + (ROW - BAR) / 2.0;
                let corners = [(px(start), px(top)), (px(at(share)), px(top + BAR))];
                let above = self
                    .reference
                    .share
                    .is_some_and(|reference| share > reference);
                let ink = if above { Ink::StrongBar } else { Ink::Bar };
                area.draw(&Rectangle::new(corners, ink.fill()))?;
            }
            let axis = [(px(start), px(HEADER)), (px(start), px(height))];
            area.draw(&PathElement::new(axis, Ink::Axis.stroke()))?;
            if let Some(share) = self.reference.share {
                let line = [
                    (px(at(share)), px(HEADER - 3.0)),
                    (px(at(share)), px(height)),
                ];
                area.draw(&PathElement::new(line, Ink::Halo.stroke()))?;
                area.draw(&PathElement::new(line, Ink::Reference.stroke()))?;
            }
            Ok(())
        });

        for (place, row) in self.rows.iter().enumerate() {
            let baseline = HEADER + place as f64 * ROW + BASELINE;
            text(
                &mut content,
                "label",
                Anchor::End,
                (start - SPACE, baseline),
                &row.label,
            );
            let class = if row.share.is_some() {
                "value"
            } else {
                "value missing"
            };
            text(
                &mut content,
                class,
                Anchor::End,
                (WIDTH, baseline),
                &row.text,
            );
        }
        if let Some(share) = self.reference.share {
            let words = format!("{} {}", self.reference.label, self.reference.text);
            let half = width(&words) / 2.0;
            let middle = at(share).clamp(half, (WIDTH - half).max(half));
            text(
                &mut content,
                "note",
                Anchor::Middle,
                (middle, HEADER - 7.0),
                &words,
            );
        }

        Chart {
            svg: frame("profile", height, &self.caption, &content),
            table: Table {
                head: self.columns.to_vec(),
                rows: all()
                    .map(|row| vec![Cell::name(&row.label), Cell::of(row.share, &row.text)])
                    .collect(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, share: Option<i64>) -> ProfileRow {
        let text = share.map_or("no data".into(), |share| format!("{share}%"));
        ProfileRow {
            label: label.into(),
            share: share.map(Decimal::whole),
            text,
        }
    }

    /// How many bars are plain and how many strong, and how many reference lines there are.
    #[track_caller]
    fn check(shares: &[Option<i64>], reference: Option<i64>, counts: [usize; 3]) {
        let chart = Profile {
            caption: Caption {
                id: "p".into(),
                title: "t".into(),
                description: "d".into(),
            },
            columns: ["Indicator".into(), "Share".into()],
            rows: shares.iter().map(|&share| row("a", share)).collect(),
            reference: row("people", reference),
        }
        .draw();
        let drawn = [
            "class=\"bar\"",
            "class=\"bar strong\"",
            "class=\"reference\"",
        ]
        .map(|class| chart.svg.matches(class).count());
        assert_eq!(drawn, counts, "plain, strong, reference in {}", chart.svg);
        assert_eq!(chart.table.rows.len(), shares.len() + 1);
    }

    #[test]
    fn a_bar_is_strong_only_above_the_reference() {
        check(&[Some(2), Some(3), Some(4)], Some(3), [2, 1, 1]);
    }

    #[test]
    fn a_missing_share_has_no_bar() {
        check(&[Some(2), None], Some(3), [1, 0, 1]);
        check(&[], Some(3), [0, 0, 1]);
    }

    #[test]
    fn without_a_reference_nothing_is_above_it() {
        check(&[Some(2)], None, [1, 0, 0]);
        check(&[Some(0)], Some(0), [1, 0, 1]);
    }
}
