//! Lines over years, named at their ends.

use core::iter::once;

use plotters::chart::ChartBuilder;
use plotters::element::{Circle, PathElement};
use plotters::series::LineSeries;

use super::canvas::{self, Ink, px, units};
use super::lettering::{Anchor, TEXT_SIZE, text, width};
use super::spread::spread;
use super::ticks::ticks;
use super::{Caption, Cell, Chart, Table, WIDTH, frame, widest};
use crate::number::Decimal;

const HEIGHT: f64 = 180.0;

/// Above the plot, and below it for the years.
const TOP: f64 = 10.0;
const TOP_WITH_BREAKS: f64 = 22.0;
const FOOT: f64 = 22.0;

/// Between the plot and the words at its sides.
const SPACE: f64 = 8.0;

/// From baseline to baseline of the names at the ends.
const LINE: f64 = 15.0;

/// The least room a year takes on the axis: four digits and air.
const YEAR: f64 = 44.0;

/// A name that had to move farther than this gets a leader.
const NEAR: f64 = 4.0;

/// Options of the trend.
#[derive(Clone, Debug)]
pub struct Trend {
    pub caption: Caption,
    /// The head of the table twin's first column.
    pub year_column: String,
    /// One to four; further series are in the table and not drawn.
    pub series: Vec<TrendSeries>,
    /// What follows each number on the value axis: `%`.
    pub unit: String,
    /// Whether the value axis must begin at zero.
    pub from_zero: bool,
    /// Changes of definition; no line is drawn across one.
    pub breaks: Vec<TrendBreak>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct TrendSeries {
    /// A word or two: it stands at the end of the line.
    pub name: String,
    /// A year, its value or missing, and the value as the reader sees it; oldest first.
    pub points: Vec<(u16, Option<Decimal>, String)>,
}

/// A change of definition that makes `year` incomparable with the years before it.
#[derive(Clone, Debug)]
pub struct TrendBreak {
    pub year: u16,
    pub label: String,
}

/// The last value of a series, which carries its name.
struct End {
    series: usize,
    words: String,
    year: u16,
    value: Decimal,
}

impl Trend {
    /// Draws up to four lines, a light grid, and each series' name and last value at its end.
    pub fn draw(&self) -> Chart {
        Chart {
            svg: frame("trend", HEIGHT, &self.caption, &self.content()),
            table: self.table(),
        }
    }

    fn content(&self) -> String {
        let drawn = &self.series[..self.series.len().min(Ink::SERIES.len())];
        let present = || {
            let points = drawn.iter().flat_map(|series| &series.points);
            points.filter_map(|(year, value, _)| Some((*year, (*value)?)))
        };
        let years = present().map(|(year, _)| year);
        let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
            return String::new();
        };
        let ticks = self.ticks(present().map(|(_, value)| value));
        let (Some(bottom), Some(top)) = (ticks.first(), ticks.last()) else {
            return String::new();
        };
        let tick_words: Vec<String> = ticks
            .iter()
            .map(|tick| tick.grouped(tick.decimals) + &self.unit)
            .collect();
        let ends: Vec<End> = drawn
            .iter()
            .enumerate()
            .filter_map(|(place, series)| series.end(place))
            .collect();

        let plot_left = widest(tick_words.iter().map(String::as_str)).ceil() + SPACE;
        let names = widest(ends.iter().map(|end| end.words.as_str())).ceil();
        let plot_right = WIDTH - names - SPACE - 2.0;
        let plot_top = if self.breaks.is_empty() {
            TOP
        } else {
            TOP_WITH_BREAKS
        };

        // One year alone stands in the middle.
        let margin = if first == last { 1.0 } else { 0.0 };
        let span = f64::from(first) - margin..f64::from(last) + margin;
        let mut tick_places = Vec::new();
        let mut end_places = Vec::new();
        let mut year_places = Vec::new();
        let mut break_places = Vec::new();
        let mut names_at = Vec::new();
        let mut content = canvas::draw(WIDTH, HEIGHT, |area| {
            let inner = area.margin(
                px(plot_top),
                px(FOOT),
                px(plot_left),
                px(WIDTH - plot_right),
            );
            let mut plot = ChartBuilder::on(&inner)
                .build_cartesian_2d(span.clone(), bottom.to_f64()..top.to_f64())?;
            let at = |year: f64, value: Decimal| (year, value.to_f64());

            for (place, tick) in ticks.iter().enumerate() {
                let ink = if place == 0 { Ink::Axis } else { Ink::Grid };
                let line = [at(span.start, *tick), at(span.end, *tick)];
                plot.draw_series(once(PathElement::new(line, ink.stroke())))?;
                tick_places.push(units(plot.backend_coord(&line[0]).1));
            }
            for change in self
                .breaks
                .iter()
                .filter(|b| b.year > first && b.year <= last)
            {
                let year = f64::from(change.year) - 0.5;
                let line = [at(year, *bottom), at(year, *top)];
                plot.draw_series(once(PathElement::new(line, Ink::Break.stroke())))?;
                break_places.push((units(plot.backend_coord(&line[0]).0), change));
            }
            for (series, (line, dot)) in drawn.iter().zip(Ink::SERIES.into_iter().zip(Ink::ENDS)) {
                for run in self.runs(series) {
                    let points = run.iter().map(|&(year, value)| at(f64::from(year), value));
                    if let [alone] = points.clone().collect::<Vec<_>>()[..] {
                        let place = plot.backend_coord(&alone);
                        area.draw(&Circle::new(place, px(2.0), dot.fill()))?;
                    }
                    plot.draw_series(LineSeries::new(points, line.stroke()))?;
                }
            }
            for year in shown_years(first, last, plot_right - plot_left) {
                let x = plot.backend_coord(&at(f64::from(year), *bottom)).0;
                year_places.push((units(x), year));
            }

            for end in &ends {
                let place = plot.backend_coord(&at(f64::from(end.year), end.value));
                area.draw(&Circle::new(place, px(3.0), Ink::ENDS[end.series].fill()))?;
                end_places.push((units(place.0), units(place.1)));
            }
            let wanted: Vec<f64> = end_places.iter().map(|place| place.1).collect();
            names_at = spread(&wanted, LINE, plot_top, HEIGHT - FOOT);
            for (&(x, y), &name_y) in end_places.iter().zip(&names_at) {
                if (y - name_y).abs() > NEAR {
                    let leader = [(px(x), px(y)), (px(plot_right + SPACE), px(name_y))];
                    area.draw(&PathElement::new(leader, Ink::Leader.stroke()))?;
                }
            }
            Ok(())
        });

        // The middle of digits lies about a third of their size above the baseline.
        let drop = TEXT_SIZE / 3.0;
        for (words, y) in tick_words.iter().zip(tick_places) {
            text(
                &mut content,
                "tick",
                Anchor::End,
                (plot_left - SPACE, y + drop),
                words,
            );
        }
        for (x, year) in year_places {
            let baseline = HEIGHT - 6.0;
            text(
                &mut content,
                "tick",
                Anchor::Middle,
                (x, baseline),
                &year.to_string(),
            );
        }
        for (x, change) in break_places {
            let half = width(&change.label) / 2.0;
            let x = x.clamp(half, (WIDTH - half).max(half));
            text(
                &mut content,
                "note",
                Anchor::Middle,
                (x, TEXT_SIZE),
                &change.label,
            );
        }
        for (end, y) in ends.iter().zip(names_at) {
            let class = [
                "name series-1",
                "name series-2",
                "name series-3",
                "name series-4",
            ];
            let place = (plot_right + SPACE + 2.0, y + drop);
            text(
                &mut content,
                class[end.series],
                Anchor::Start,
                place,
                &end.words,
            );
        }
        content
    }

    fn ticks(&self, values: impl Iterator<Item = Decimal>) -> Vec<Decimal> {
        let zero = self.from_zero.then_some(Decimal::whole(0));
        let values: Vec<Decimal> = values.chain(zero).collect();
        let by =
            |a: &&Decimal, b: &&Decimal| a.partial_cmp(b).unwrap_or(core::cmp::Ordering::Equal);
        match (values.iter().min_by(by), values.iter().max_by(by)) {
            (Some(low), Some(high)) => ticks(*low, *high),
            _ => Vec::new(),
        }
    }

    /// The stretches of a series that one line may join: ended by a missing value or a break.
    fn runs(&self, series: &TrendSeries) -> Vec<Vec<(u16, Decimal)>> {
        let mut runs = vec![Vec::new()];
        let mut before = None;
        for &(year, value, _) in &series.points {
            let broken = before.is_some_and(|before| {
                self.breaks
                    .iter()
                    .any(|change| before < change.year && change.year <= year)
            });
            if broken || value.is_none() {
                runs.push(Vec::new());
            }
            if let (Some(value), Some(run)) = (value, runs.last_mut()) {
                run.push((year, value));
            }
            before = Some(year);
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// A row a year, a column a series.
    fn table(&self) -> Table {
        let mut years: Vec<u16> = self
            .series
            .iter()
            .flat_map(|series| series.points.iter().map(|p| p.0))
            .collect();
        years.sort_unstable();
        years.dedup();
        let rows = years.into_iter().map(|year| {
            let cells = self.series.iter().map(|series| {
                let point = series.points.iter().find(|point| point.0 == year);
                point.map_or(Cell::name(""), |(_, value, text)| Cell::of(*value, text))
            });
            once(Cell::name(&year.to_string())).chain(cells).collect()
        });
        let names = self.series.iter().map(|series| series.name.clone());
        Table {
            head: once(self.year_column.clone()).chain(names).collect(),
            rows: rows.collect(),
        }
    }
}

impl TrendSeries {
    fn end(&self, place: usize) -> Option<End> {
        let present = |(year, value, text): &'_ (u16, Option<Decimal>, String)| {
            Some((*year, (*value)?, text.clone()))
        };
        let (year, value, text) = self.points.iter().rev().find_map(present)?;
        Some(End {
            series: place,
            words: format!("{} {text}", self.name),
            year,
            value,
        })
    }
}

/// The years that are written on an axis of `room` units: the last, and back in steps of 1, 2, 5, 10, …
fn shown_years(first: u16, last: u16, room: f64) -> impl Iterator<Item = u16> {
    let count = f64::from(last - first).max(1.0);
    let fits = |step: &u16| f64::from(*step) * room / count >= YEAR;
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(fits).unwrap_or(100);
    (first..=last).rev().step_by(usize::from(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(series: &[&[Option<i64>]], breaks: &[u16]) -> Chart {
        Trend {
            caption: Caption {
                id: "t".into(),
                title: "t".into(),
                description: "d".into(),
            },
            year_column: "Year".into(),
            series: series
                .iter()
                .map(|values| TrendSeries {
                    name: "s".into(),
                    points: (2015..)
                        .zip(values.iter())
                        .map(|(year, value)| {
                            let text = value.map_or("–".into(), |value| value.to_string());
                            (year, value.map(Decimal::whole), text)
                        })
                        .collect(),
                })
                .collect(),
            unit: "%".into(),
            from_zero: false,
            breaks: breaks
                .iter()
                .map(|&year| TrendBreak {
                    year,
                    label: "new".into(),
                })
                .collect(),
        }
        .draw()
    }

    /// How many lines, dots and break markers are drawn.
    #[track_caller]
    fn check(series: &[&[Option<i64>]], breaks: &[u16], counts: [usize; 3]) {
        let svg = trend(series, breaks).svg;
        let drawn = ["class=\"line", "class=\"dot", "class=\"break\""]
            .map(|class| svg.matches(class).count());
        assert_eq!(drawn, counts, "lines, dots, breaks in {svg}");
    }

    #[test]
    fn a_line_for_each_series_with_a_dot_at_its_end() {
        check(&[&[Some(1), Some(2)]], &[], [1, 1, 0]);
        check(&[&[Some(1), Some(2)], &[Some(3), Some(2)]], &[], [2, 2, 0]);
        let line: &[Option<i64>] = &[Some(1), Some(2)];
        check(&[line; 6], &[], [4, 4, 0]);
    }

    #[test]
    fn a_missing_value_breaks_the_line() {
        check(
            &[&[Some(1), Some(2), None, Some(3), Some(4)]],
            &[],
            [2, 1, 0],
        );
    }

    #[test]
    fn no_line_crosses_a_change_of_definition() {
        check(&[&[Some(1), Some(2), Some(3), Some(4)]], &[2017], [2, 1, 1]);
        check(&[&[Some(1), Some(2)]], &[2015], [1, 1, 0]);
    }

    #[test]
    fn nothing_to_draw_is_an_empty_frame_with_a_full_table() {
        check(&[], &[], [0, 0, 0]);
        check(&[&[None, None]], &[], [0, 0, 0]);
        assert_eq!(trend(&[&[None, Some(1)]], &[]).table.rows.len(), 2);
    }

    #[test]
    fn years_are_written_from_the_last_one_back() {
        let years = |first, last, room| shown_years(first, last, room).collect::<Vec<_>>();
        assert_eq!(years(2020, 2023, 300.0), [2023, 2022, 2021, 2020]);
        assert_eq!(
            years(2015, 2025, 250.0),
            [2025, 2023, 2021, 2019, 2017, 2015]
        );
        assert_eq!(years(2010, 2024, 250.0), [2024, 2019, 2014]);
        assert_eq!(years(2020, 2020, 250.0), [2020]);
    }
}
