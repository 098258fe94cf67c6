//! Lines over years, named at their ends.

use core::iter::once;
use core::ops::Range;

use plotters::chart::ChartBuilder;
use plotters::element::{Circle, PathElement};
use plotters::series::LineSeries;

use super::canvas::{self, Area, Drawn, Ink, px, units};
use super::lettering::{Anchor, TEXT_SIZE, text, width};
use super::spread::spread;
use super::ticks::ticks;
use super::{Caption, Cell, Chart, Table, WIDTH, frame, widest};
use crate::number::Decimal;

const HEIGHT: f64 = 180.0;

/// The plot's top, and its bottom with the years below.
const TOP: f64 = 10.0;
const TOP_WITH_BREAKS: f64 = 22.0;
const BOTTOM: f64 = HEIGHT - 22.0;

/// Between the plot and the words at its sides.
const SPACE: f64 = 8.0;

/// The radius of the dot at the end of a line.
const DOT: f64 = 3.0;

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

impl Trend {
    /// Draws up to four lines, a light grid, and each series' name and last value at its end.
    pub fn draw(&self) -> Chart {
        let content = match self.layout() {
            Some(layout) => {
                let (mut content, places) =
                    canvas::draw(WIDTH, HEIGHT, |area| self.shapes(&layout, area));
                self.words(&layout, &places, &mut content);
                content
            }
            None => String::new(),
        };
        Chart {
            svg: frame("trend", HEIGHT, &self.caption, &content),
            table: self.table(),
        }
    }

    /// `None` when no series has a value.
    fn layout(&self) -> Option<Layout<'_>> {
        let drawn = &self.series[..self.series.len().min(Ink::SERIES.len())];
        let present = || {
            let points = drawn.iter().flat_map(|series| &series.points);
            points.filter_map(|(year, value, _)| Some((*year, (*value)?)))
        };
        let (first, last) = (present().map(|p| p.0).min()?, present().map(|p| p.0).max()?);
        let ticks = self.ticks(present().map(|(_, value)| value));
        let range = ticks.first()?.to_f64()..ticks.last()?.to_f64();
        let ends: Vec<End> = drawn
            .iter()
            .enumerate()
            .filter_map(|(place, series)| series.end(place))
            .collect();

        let tick_words: Vec<String> = ticks
            .iter()
            .map(|tick| tick.grouped(tick.decimals) + &self.unit)
            .collect();
        let names = widest(ends.iter().map(|end| end.words.as_str())).ceil();
        // One year alone stands in the middle.
        let margin = if first == last { 1.0 } else { 0.0 };
        Some(Layout {
            drawn,
            years: (first, last),
            span: f64::from(first) - margin..f64::from(last) + margin,
            breaks: self
                .breaks
                .iter()
                .filter(|b| first < b.year && b.year <= last)
                .collect(),
            left: widest(tick_words.iter().map(String::as_str)).ceil() + SPACE,
            right: WIDTH - names - SPACE - DOT,
            top: if self.breaks.is_empty() {
                TOP
            } else {
                TOP_WITH_BREAKS
            },
            ticks,
            tick_words,
            range,
            ends,
        })
    }

    fn shapes(&self, layout: &Layout<'_>, area: &Area<'_>) -> Drawn<Places> {
        let inner = canvas::plot(area, (layout.left, layout.top), (layout.right, BOTTOM));
        let (span, range) = (layout.span.clone(), layout.range.clone());
        let mut plot = ChartBuilder::on(&inner).build_cartesian_2d(span.clone(), range.clone())?;
        let mut places = Places::default();

        for tick in &layout.ticks {
            // Only zero is a floor that lines stand on.
            let ink = if tick.units == 0 {
                Ink::Axis
            } else {
                Ink::Grid
            };
            let line = [(span.start, tick.to_f64()), (span.end, tick.to_f64())];
            plot.draw_series(once(PathElement::new(line, ink.stroke())))?;
            places.ticks.push(units(plot.backend_coord(&line[0]).1));
        }
        for change in &layout.breaks {
            let x = f64::from(change.year) - 0.5;
            let line = [(x, range.start), (x, range.end)];
            plot.draw_series(once(PathElement::new(line, Ink::Break.stroke())))?;
            places.breaks.push(units(plot.backend_coord(&line[0]).0));
        }
        for year in layout.shown_years() {
            let x = plot.backend_coord(&(f64::from(year), range.start)).0;
            places.years.push((year, units(x)));
        }
        let inks = Ink::SERIES.into_iter().zip(Ink::ENDS);
        for (series, (line, dot)) in layout.drawn.iter().zip(inks) {
            for run in self.runs(series) {
                if let [alone] = run[..] {
                    area.draw(&Circle::new(
                        plot.backend_coord(&alone),
                        px(2.0),
                        dot.fill(),
                    ))?;
                }
                plot.draw_series(LineSeries::new(run, line.stroke()))?;
            }
        }

        let ends: Vec<(i32, i32)> = layout
            .ends
            .iter()
            .map(|end| plot.backend_coord(&end.point))
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|&(_, y)| units(y)).collect();
        places.names = spread(&wanted, LINE, layout.top, BOTTOM);
        for ((end, &(x, y)), &name) in layout.ends.iter().zip(&ends).zip(&places.names) {
            if (units(y) - name).abs() > NEAR {
                let leader = [(x, y), (px(layout.right + SPACE), px(name))];
                area.draw(&PathElement::new(leader, Ink::Leader.stroke()))?;
            }
            area.draw(&Circle::new((x, y), px(DOT), Ink::ENDS[end.series].fill()))?;
        }
        Ok(places)
    }

    fn words(&self, layout: &Layout<'_>, places: &Places, content: &mut String) {
        // The middle of digits lies about a third of their size above the baseline.
        let drop = TEXT_SIZE / 3.0;
        for (words, y) in layout.tick_words.iter().zip(&places.ticks) {
            text(
                content,
                "tick",
                Anchor::End,
                (layout.left - SPACE, y + drop),
                words,
            );
        }
        for &(year, x) in &places.years {
            text(
                content,
                "tick",
                Anchor::Middle,
                (x, HEIGHT - 6.0),
                &year.to_string(),
            );
        }
        for (change, &x) in layout.breaks.iter().zip(&places.breaks) {
            let half = width(&change.label) / 2.0;
            let x = x.clamp(half, (WIDTH - half).max(half));
            text(
                content,
                "note",
                Anchor::Middle,
                (x, TEXT_SIZE),
                &change.label,
            );
        }
        for (end, y) in layout.ends.iter().zip(&places.names) {
            let class = [
                "name series-1",
                "name series-2",
                "name series-3",
                "name series-4",
            ];
            let place = (layout.right + SPACE + DOT, y + drop);
            text(content, class[end.series], Anchor::Start, place, &end.words);
        }
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
    fn runs(&self, series: &TrendSeries) -> Vec<Vec<(f64, f64)>> {
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
                run.push((f64::from(year), value.to_f64()));
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
    /// The last value there is; `place` is that of the series.
    fn end(&self, place: usize) -> Option<End> {
        let (year, value, text) = self.points.iter().rev().find(|point| point.1.is_some())?;
        Some(End {
            series: place,
            point: (f64::from(*year), (*value)?.to_f64()),
            words: format!("{} {text}", self.name),
        })
    }
}

/// What is drawn and where the plot lies, in units.
struct Layout<'a> {
    drawn: &'a [TrendSeries],
    /// The first and the last year with a value.
    years: (u16, u16),
    /// The axis of years.
    span: Range<f64>,
    /// The value axis, from the first tick to the last.
    range: Range<f64>,
    ticks: Vec<Decimal>,
    tick_words: Vec<String>,
    /// Those within the years.
    breaks: Vec<&'a TrendBreak>,
    ends: Vec<End>,
    left: f64,
    right: f64,
    top: f64,
}

impl Layout<'_> {
    fn shown_years(&self) -> impl Iterator<Item = u16> {
        shown_years(self.years.0, self.years.1, self.right - self.left)
    }
}

/// The end of a line, which carries its name.
struct End {
    /// The place of the series among those drawn.
    series: usize,
    /// The last year with a value, and the value.
    point: (f64, f64),
    words: String,
}

/// Where the words belong, in units: each in the order of its list in [`Layout`].
#[derive(Default)]
struct Places {
    ticks: Vec<f64>,
    breaks: Vec<f64>,
    years: Vec<(u16, f64)>,
    names: Vec<f64>,
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
