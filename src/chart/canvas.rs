//! The surface that plotters draws on: shapes with a CSS class instead of a colour.
//!
//! plotters' own SVG backend writes colours and font sizes into attributes, which a page with a dark mode
//! and a strict style policy cannot use. This backend takes the same calls, reads from the colour which
//! [`Ink`] was meant, and writes the class. It draws no text: plotters measures a Hangul syllable by its
//! three bytes, so [`super::lettering`] places all words.

use core::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

use super::lettering::{attribute, coordinate};

/// What a shape stands for; its colour, width and dashes are the stylesheet's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ink {
    /// Catches the pointer over a whole row.
    Hit,
    Bar,
    /// The bar of a region of the capital region, or of a share above its reference.
    StrongBar,
    /// Keeps the reference apart from the bars that it crosses.
    Halo,
    /// The line that values are compared with.
    Reference,
    Grid,
    Axis,
    /// A change of definition between two years.
    Break,
    /// Between the Lorenz curve and the line of equality.
    Area,
    Equality,
    Curve,
    /// The one point that a chart points out.
    Mark,
    /// From a point to a label that had to move away from it.
    Leader,
    Series1,
    Series2,
    Series3,
    Series4,
    End1,
    End2,
    End3,
    End4,
}

impl Ink {
    /// In the order of the declaration: an ink's place here is the red of its colour.
    const ALL: [Ink; 21] = [
        Ink::Hit,
        Ink::Bar,
        Ink::StrongBar,
        Ink::Halo,
        Ink::Reference,
        Ink::Grid,
        Ink::Axis,
        Ink::Break,
        Ink::Area,
        Ink::Equality,
        Ink::Curve,
        Ink::Mark,
        Ink::Leader,
        Ink::Series1,
        Ink::Series2,
        Ink::Series3,
        Ink::Series4,
        Ink::End1,
        Ink::End2,
        Ink::End3,
        Ink::End4,
    ];

    /// Lines of a trend, in the order of its series; more than four lines nobody can tell apart.
    pub(super) const SERIES: [Ink; 4] = [Ink::Series1, Ink::Series2, Ink::Series3, Ink::Series4];

    /// The dots of [`Ink::SERIES`].
    pub(super) const ENDS: [Ink; 4] = [Ink::End1, Ink::End2, Ink::End3, Ink::End4];

    fn class(self) -> &'static str {
        match self {
            Ink::Hit => "hit",
            Ink::Bar => "bar",
            Ink::StrongBar => "bar strong",
            Ink::Halo => "halo",
            Ink::Reference => "reference",
            Ink::Grid => "grid",
            Ink::Axis => "axis",
            Ink::Break => "break",
            Ink::Area => "area",
            Ink::Equality => "equality",
            Ink::Curve => "curve",
            Ink::Mark => "mark",
            Ink::Leader => "leader",
            Ink::Series1 => "line series-1",
            Ink::Series2 => "line series-2",
            Ink::Series3 => "line series-3",
            Ink::Series4 => "line series-4",
            Ink::End1 => "dot series-1",
            Ink::End2 => "dot series-2",
            Ink::End3 => "dot series-3",
            Ink::End4 => "dot series-4",
        }
    }

    /// The style to hand to plotters for an outline.
    pub(super) fn stroke(self) -> ShapeStyle {
        Color::stroke_width(&RGBColor(self as u8, 0, 0), 1)
    }

    /// The style to hand to plotters for a filled shape.
    pub(super) fn fill(self) -> ShapeStyle {
        RGBColor(self as u8, 0, 0).filled()
    }

    /// The ink that a colour stands for. Only [`Ink::stroke`] and [`Ink::fill`] make colours here.
    fn of(color: BackendColor) -> Ink {
        Ink::ALL[usize::from(color.rgb.0)]
    }
}

/// plotters counts in whole pixels; two to a unit put hairlines on halves and keep coordinates short.
const PIXELS_PER_UNIT: f64 = 2.0;

/// Units of the `viewBox` as plotters' pixels.
pub(super) fn px(units: f64) -> i32 {
    (units * PIXELS_PER_UNIT).round() as i32
}

/// plotters' pixels as units of the `viewBox`.
pub(super) fn units(px: i32) -> f64 {
    f64::from(px) / PIXELS_PER_UNIT
}

/// What [`draw`] hands to its closure.
pub(super) type Area<'a> = DrawingArea<Canvas<'a>, Shift>;

/// The outcome of plotters' drawing calls.
pub(super) type Drawn<T> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// The markup of everything that `paint` draws on an area of `width` by `height` units, and what it
/// answers: the places of words.
pub(super) fn draw<T>(
    width: f64,
    height: f64,
    paint: impl FnOnce(&Area<'_>) -> Drawn<T>,
) -> (String, T) {
    let mut markup = String::new();
    let size = (px(width) as u32, px(height) as u32);
    let drawn = paint(
        &Canvas {
            markup: &mut markup,
            size,
        }
        .into_drawing_area(),
    );
    // Appending to a string has no error (`Infallible`), no text is laid out, and the area is not shared
    // with another drawing call, so none of plotters' kinds of error can come about from data.
    let answer = drawn.expect("drawing shapes into a string cannot fail");
    (markup, answer)
}

/// The part of an area whose first and last pixels lie on the given edges, in units.
///
/// plotters maps the end of an axis to the last pixel *inside* an area, half a unit short of its edge.
pub(super) fn plot<'a>(
    area: &Area<'a>,
    (left, top): (f64, f64),
    (right, bottom): (f64, f64),
) -> Area<'a> {
    let (width, height) = area.dim_in_pixel();
    let (below, beyond) = (height as i32 - px(bottom) - 1, width as i32 - px(right) - 1);
    area.margin(px(top), below, px(left), beyond)
}

/// plotters' backend; see [`draw`].
pub(super) struct Canvas<'a> {
    markup: &'a mut String,
    size: (u32, u32),
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    fn shape(&mut self, tag: &str, color: BackendColor, geometry: &[(&str, i32)]) -> Done {
        if color.alpha > 0.0 {
            self.open(tag, color);
            for &(name, value) in geometry {
                attribute(self.markup, name, units(value));
            }
            self.markup.push_str("/>");
        }
        Ok(())
    }

    fn points(
        &mut self,
        tag: &str,
        color: BackendColor,
        points: impl IntoIterator<Item = BackendCoord>,
    ) -> Done {
        if color.alpha > 0.0 {
            self.open(tag, color);
            self.markup.push_str(" points=\"");
            for (place, (x, y)) in points.into_iter().enumerate() {
                if place > 0 {
                    self.markup.push(' ');
                }
                coordinate(self.markup, units(x));
                self.markup.push(',');
                coordinate(self.markup, units(y));
            }
            self.markup.push_str("\"/>");
        }
        Ok(())
    }

    fn open(&mut self, tag: &str, color: BackendColor) {
        for part in ["<", tag, " class=\"", Ink::of(color).class(), "\""] {
            self.markup.push_str(part);
        }
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.shape(
            "rect",
            color,
            &[("x", x), ("y", y), ("width", 1), ("height", 1)],
        )
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        let ends = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
        self.shape("line", style.color(), &ends)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Done {
        let sides = [
            ("x", left),
            ("y", top),
            ("width", right - left),
            ("height", bottom - top),
        ];
        self.shape("rect", style.color(), &sides)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.points("polyline", style.color(), path)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.points("polygon", style.color(), path)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (cx, cy): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Done {
        self.shape(
            "circle",
            style.color(),
            &[("cx", cx), ("cy", cy), ("r", radius as i32)],
        )
    }
}

#[cfg(test)]
mod tests {
    use plotters::element::{Circle, PathElement, Polygon, Rectangle};

    use super::*;

    #[track_caller]
    fn check(paint: impl FnOnce(&Area<'_>) -> Drawn<()>, markup: &str) {
        assert_eq!(draw(100.0, 50.0, paint).0, markup);
    }

    #[test]
    fn every_ink_is_found_again_by_its_color() {
        for ink in Ink::ALL {
            let color = BackendColor {
                alpha: 1.0,
                rgb: (ink as u8, 0, 0),
            };
            assert_eq!(Ink::of(color), ink);
        }
    }

    #[test]
    fn shapes_carry_a_class_and_no_color() {
        let bar = Rectangle::new([(px(1.0), px(2.5)), (px(11.0), px(4.0))], Ink::Bar.fill());
        check(
            |area| area.draw(&bar),
            r#"<rect class="bar" x="1" y="2.5" width="10" height="1.5"/>"#,
        );
        let path = PathElement::new(vec![(0, 1), (2, 3)], Ink::Series2.stroke());
        check(
            |area| area.draw(&path),
            r#"<polyline class="line series-2" points="0,0.5 1,1.5"/>"#,
        );
        let area = Polygon::new(vec![(0, 0), (2, 0), (2, 2)], Ink::Area.fill());
        check(
            |canvas| canvas.draw(&area),
            r#"<polygon class="area" points="0,0 1,0 1,1"/>"#,
        );
        let dot = Circle::new((4, 4), 5, Ink::Mark.fill());
        check(
            |area| area.draw(&dot),
            r#"<circle class="mark" cx="2" cy="2" r="2.5"/>"#,
        );
    }
}
