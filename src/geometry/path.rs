//! SVG path data, as short as it gets.
//!
//! Points are rounded to a grid *before* they are subtracted, so that errors do not add up along a line and a
//! vertex that two areas share stays one vertex. All steps are relative; after `m` no further letter is needed
//! (SVG 2, 9.3.3), and a sign or a second decimal point parts numbers as well as a space does.

use std::fmt::Write as _;

use super::polygon::signed_area;
use super::{Area, Frame, Polygon, Projected};

/// Digits behind the decimal point: a tenth of an SVG unit.
pub const DIGITS: u32 = 1;

/// Grid steps in an SVG unit.
const STEPS: i64 = 10_i64.pow(DIGITS);

/// How fine path data is, in the smallest steps that [`Pen`] can write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grid(i64);

impl Grid {
    /// A fifth of a unit, a third of what simplifying leaves: saves a tenth of the bytes of a tenth.
    pub const FIFTH: Grid = Grid(2);
    /// Whole units, the shortest to write, for drawings that are scaled down into the picture.
    pub const WHOLE: Grid = Grid(STEPS);
}

/// Rings smaller than this many square SVG units are left out: they would be a speck of antialiasing.
const SMALLEST_RING: f64 = 0.5;

/// Metres of EPSG:5179: what lies further to the east is 독도, which is never left out.
const DOKDO_WEST: f64 = 1_380_000.0;

/// The `d` of an area's outline; its holes need no `fill-rule`, they run the other way round.
///
/// Never empty for an area with a ring: when all are too small, the largest stays. 독도 stays always, if
/// need be as the smallest square of the grid.
pub fn area_path(area: &Area, frame: &Frame) -> String {
    area_path_on(area, frame, Grid::FIFTH)
}

/// [`area_path`] on another grid; what is too small is measured in its steps.
pub fn area_path_on(area: &Area, frame: &Frame, grid: Grid) -> String {
    let smallest = SMALLEST_RING * (grid.0 as f64 / Grid::FIFTH.0 as f64).powi(2);
    let large = |ring: &[Projected]| signed_area(ring).abs() * frame.scale().powi(2) >= smallest;
    let dokdo = |ring: &[Projected]| ring.iter().all(|point| point.x > DOKDO_WEST);
    let rings = || {
        area.polygons
            .iter()
            .flat_map(Polygon::rings)
            .filter(|ring| !ring.is_empty())
    };

    let mut pen = Pen::on(grid);
    for ring in rings().filter(|ring| large(ring) || dokdo(ring)) {
        pen.ring(ring, frame, dokdo(ring));
    }
    if pen.data.is_empty() {
        let largest = rings().max_by(|a, b| signed_area(a).total_cmp(&signed_area(b)));
        largest
            .into_iter()
            .for_each(|ring| pen.ring(ring, frame, true));
    }
    pen.data
}

/// The `d` of rings filled as one shape, such as [`super::dissolve`] gives. Specks are left out, 독도 is not.
pub fn ring_path(rings: &[Vec<Projected>], frame: &Frame) -> String {
    let mut pen = Pen::on(Grid::FIFTH);
    for ring in rings.iter().filter(|ring| !ring.is_empty()) {
        let is_dokdo = ring.iter().all(|point| point.x > DOKDO_WEST);
        if is_dokdo || signed_area(ring).abs() * frame.scale().powi(2) >= SMALLEST_RING {
            pen.ring(ring, frame, is_dokdo);
        }
    }
    pen.data
}

/// The `d` of open or closed lines. A line that rounding shrinks to a point is left out.
pub fn line_path(lines: &[Vec<Projected>], frame: &Frame) -> String {
    line_path_on(lines, frame, Grid::FIFTH)
}

/// [`line_path`] on another grid.
pub fn line_path_on(lines: &[Vec<Projected>], frame: &Frame, grid: Grid) -> String {
    let mut pen = Pen::on(grid);
    for line in lines {
        let mut points = on_grid(line, frame, grid);
        let closed = points.len() > 3 && points.first() == points.last();
        if closed {
            points.pop();
        }
        pen.draw(&points, closed);
    }
    pen.data
}

/// A place in grid steps.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Step {
    x: i64,
    y: i64,
}

/// The points in grid steps, without one that equals the one before.
fn on_grid(points: &[Projected], frame: &Frame, grid: Grid) -> Vec<Step> {
    let snap = |value: f64| (value * STEPS as f64 / grid.0 as f64).round() as i64 * grid.0;
    let mut steps: Vec<Step> = points
        .iter()
        .map(|&point| frame.to_px(point))
        .map(|px| Step {
            x: snap(px.x),
            y: snap(px.y),
        })
        .collect();
    steps.dedup();
    steps
}

/// Writes path data and knows where it stands.
struct Pen {
    data: String,
    here: Step,
    grid: Grid,
}

impl Pen {
    fn on(grid: Grid) -> Self {
        Pen {
            data: String::new(),
            here: Step::default(),
            grid,
        }
    }

    /// A closed ring. One that rounding has flattened is left out, or a square when it `must` show.
    fn ring(&mut self, ring: &[Projected], frame: &Frame, must: bool) {
        let mut points = on_grid(ring, frame, self.grid);
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() >= 3 {
            self.draw(&points, true);
        } else if let (true, Some(&Step { x, y })) = (must, points.first()) {
            // A half of the usual grid, a whole step of a coarse one.
            let side = if self.grid == Grid::FIFTH {
                1
            } else {
                self.grid.0
            };
            let square = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)];
            self.draw(&square.map(|(x, y)| Step { x, y }), true);
        }
    }

    fn draw(&mut self, points: &[Step], closed: bool) {
        let [start, rest @ ..] = points else { return };
        if rest.is_empty() {
            return;
        }
        // `m` is relative to where the last ring began; the first one to the origin.
        self.data.push('m');
        self.step_to(*start);
        rest.iter().for_each(|&point| self.step_to(point));
        if closed {
            self.data.push('z');
            self.here = *start;
        }
    }

    fn step_to(&mut self, to: Step) {
        self.number(to.x - self.here.x);
        self.number(to.y - self.here.y);
        self.here = to;
    }

    /// A number of grid steps in SVG units: `12.3`, `-4`, `.5`.
    fn number(&mut self, steps: i64) {
        let start = self.data.len();
        let (whole, fraction) = (steps.abs() / STEPS, steps.abs() % STEPS);
        if steps < 0 {
            self.data.push('-');
        }
        // Writing to a string cannot fail.
        if whole > 0 || fraction == 0 {
            let _ = write!(self.data, "{whole}");
        }
        if fraction > 0 {
            let _ = write!(self.data, ".{fraction:0digits$}", digits = DIGITS as usize);
            self.data.truncate(self.data.trim_end_matches('0').len());
        }
        if self.needs_space(start) {
            self.data.insert(start, ' ');
        }
    }

    /// Whether the number that begins at `start` would be read as more digits of the one before it.
    fn needs_space(&self, start: usize) -> bool {
        let (before, number) = self.data.split_at(start);
        let last = before
            .rfind(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(0, |place| place + 1);
        let last = &before[last..];
        if last.is_empty() || number.starts_with('-') {
            return false;
        }
        !(number.starts_with('.') && last.contains('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::polygon::tests::polygon;
    use crate::geometry::{Bounds, Rect};
    use crate::region::REGIONS;

    /// One SVG unit a metre, y down from 100; `x` metres to the east of the picture's left edge.
    fn frame_at(x: f64) -> Frame {
        let bounds = Bounds {
            west: x,
            south: 0.0,
            east: x + 100.0,
            north: 100.0,
        };
        Frame::fit(
            bounds,
            Rect {
                x: 0.0,
                y: 0.0,
                width: 100.0,
                height: 100.0,
            },
        )
    }

    type Corners<'a> = &'a [(f64, f64)];

    #[track_caller]
    fn check_area(x: f64, polygons: &[(Corners, &[Corners])], expected: &str) {
        let area = Area {
            code: String::new(),
            region: REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: polygons
                .iter()
                .map(|(exterior, holes)| polygon(exterior, holes))
                .collect(),
        };
        assert_eq!(area_path(&area, &frame_at(x)), expected);
    }

    #[track_caller]
    fn check_line(lines: &[Corners], expected: &str) {
        let points = |line: &Corners| line.iter().map(|&(x, y)| Projected { x, y }).collect();
        let lines: Vec<Vec<_>> = lines.iter().map(points).collect();
        assert_eq!(line_path(&lines, &frame_at(0.0)), expected);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        check_area(0.0, &[], "");
        check_area(0.0, &[(&[], &[])], "");
        check_line(&[], "");
        check_line(&[&[]], "");
        check_line(&[&[(1.0, 1.0)]], "");
        check_line(&[&[(1.0, 1.0), (1.01, 1.01)]], "");
    }

    #[test]
    fn numbers_take_the_shortest_form() {
        check_line(
            &[&[(0.0, 100.0), (0.4, 99.6), (10.0, 100.0)]],
            "m0 0 .4.4 9.6-.4",
        );
        check_line(
            &[&[(10.0, 90.0), (10.0, 80.0), (9.8, 80.0)]],
            "m10 10 0 10-.2 0",
        );
        check_line(&[&[(10.2, 90.0), (10.2, 89.8)]], "m10.2 10 0 .2");
        check_line(
            &[&[(1.25, 90.0), (1.4, 89.6), (1.6, 89.4)]],
            "m1.2 10 .2.4.2.2",
        );
    }

    #[test]
    fn rings_are_closed_and_the_next_starts_from_where_the_last_began() {
        let square = |x: f64, y: f64| [(x, y), (x + 10.0, y), (x + 10.0, y + 10.0), (x, y + 10.0)];
        check_area(
            0.0,
            &[(&square(10.0, 10.0), &[]), (&square(30.0, 10.0), &[])],
            "m10 90 10 0 0-10-10 0zm20 0 10 0 0-10-10 0z",
        );
    }

    #[test]
    fn a_closed_line_ends_with_z() {
        check_line(
            &[&[(0.0, 100.0), (5.0, 100.0), (5.0, 95.0), (0.0, 100.0)]],
            "m0 0 5 0 0 5z",
        );
    }

    #[test]
    fn rounding_does_not_drift() {
        // 99 steps of 0.14 are 13.8 on the grid, not 99 × 0.2.
        let line: Vec<_> = (0..=99).map(|n| (f64::from(n) * 0.14, 100.0)).collect();
        let points: Vec<_> = line.iter().map(|&(x, y)| Projected { x, y }).collect();
        assert_eq!(
            on_grid(&points, &frame_at(0.0), Grid::FIFTH)
                .last()
                .map(|step| step.x),
            Some(138)
        );
    }

    #[test]
    fn a_speck_is_dropped_but_not_the_last_of_an_area() {
        let speck: Corners = &[(50.0, 50.0), (50.4, 50.0), (50.4, 50.4)];
        let land: Corners = &[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)];
        check_area(0.0, &[(land, &[]), (speck, &[])], "m0 100 9 0 0-9z");
        check_area(
            0.0,
            &[(land, &[&[(6.0, 1.0), (6.0, 1.2), (6.2, 1.2)]])],
            "m0 100 9 0 0-9z",
        );
        check_area(0.0, &[(speck, &[])], "m50 50 .4 0 0-.4z");
        check_area(
            0.0,
            &[(&[(50.0, 50.0), (50.01, 50.0), (50.01, 50.01)], &[])],
            "m50 50 .1 0 0 .1-.1 0z",
        );
    }

    #[test]
    fn dokdo_is_never_dropped() {
        let west = DOKDO_WEST;
        let islet: Corners = &[
            (west + 50.0, 50.0),
            (west + 50.01, 50.0),
            (west + 50.01, 50.01),
        ];
        let land: Corners = &[(west, 0.0), (west + 9.0, 0.0), (west + 9.0, 9.0)];
        check_area(
            west,
            &[(land, &[]), (islet, &[])],
            "m0 100 9 0 0-9zm50-50 .1 0 0 .1-.1 0z",
        );
    }
}
