//! Charts of the prerendered pages: each is drawn by plotters into inline SVG, with a table that says the
//! same.
//!
//! A chart is an options struct of plain, already localised data with one method, `draw`. It knows neither
//! the data package nor the language. Shapes carry CSS classes and never a colour, so a page's stylesheet
//! decides light and dark; all lengths are integers or halves of a unit of a fixed `viewBox`, so the same
//! options give the same bytes.
//!
//! - [`Ranking`]: one bar a region, largest first.
//! - [`Lorenz`]: how unevenly a quantity is divided.
//! - [`Profile`]: one region's share of the nation, indicator by indicator, against its share of people.
//! - [`Trend`]: lines over years.

mod canvas;
mod lettering;
mod lorenz;
mod profile;
mod ranking;
mod spread;
mod ticks;
mod trend;

pub use lorenz::{Figure, Holder, Lorenz, LorenzMark};
pub use profile::{Profile, ProfileRow};
pub use ranking::{Ranking, RankingRow};
pub use trend::{Trend, TrendBreak, TrendSeries};

use crate::escape::escape;
use crate::number::Decimal;

/// The width of every chart, in units of its `viewBox`.
const WIDTH: f64 = 400.0;

/// A drawn chart.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// One `<svg>` element, to be put into a page as it is.
    pub svg: String,
    /// The same content for readers who do not see the drawing, and for copying.
    pub table: Table,
}

/// The table twin of a chart.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub head: Vec<String>,
    /// Each as long as the head; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a [`Table`].
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// What the reader sees; not yet escaped.
    pub text: String,
    /// The machine-readable value behind it, as for `<data value>`.
    pub value: Option<String>,
}

impl Cell {
    fn name(text: &str) -> Self {
        Cell {
            text: text.to_string(),
            value: None,
        }
    }

    /// A value with the caller's text for it, or the caller's words for a missing one.
    fn of(value: Option<Decimal>, text: &str) -> Self {
        Cell {
            text: text.to_string(),
            value: value.map(Decimal::full),
        }
    }
}

/// What a chart says about itself to a reader who does not see it.
#[derive(Clone, PartialEq, Debug)]
pub struct Caption {
    /// Unique in the page, without spaces; the ids of the title and the description begin with it.
    pub id: String,
    pub title: String,
    pub description: String,
}

/// The `<svg>` around `content`, `height` units high; `class` names the kind of chart.
fn frame(class: &str, height: f64, caption: &Caption, content: &str) -> String {
    let mut id = String::new();
    id.push_str(&escape(&caption.id).to_string());
    let mut svg =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {class}\" viewBox=\"0 0 ");
    lettering::coordinate(&mut svg, WIDTH);
    svg.push(' ');
    lettering::coordinate(&mut svg, height);
    svg.push_str(&format!(
        "\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">"
    ));
    svg.push_str(&format!("<title id=\"{id}-title\">"));
    svg.push_str(&escape(&caption.title).to_string());
    svg.push_str(&format!("</title><desc id=\"{id}-desc\">"));
    svg.push_str(&escape(&caption.description).to_string());
    svg.push_str("</desc>");
    svg.push_str(content);
    svg.push_str("</svg>");
    svg
}

/// The widest of some texts, in units.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    texts.map(lettering::width).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_callers_write_is_escaped() {
        let caption = Caption {
            id: "a\"b".into(),
            title: "R&D <share>".into(),
            description: "\"x\"".into(),
        };
        assert_eq!(
            frame("trend", 180.0, &caption, "<g/>"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart trend\" viewBox=\"0 0 400 180\" \
             role=\"img\" aria-labelledby=\"a&quot;b-title a&quot;b-desc\">\
             <title id=\"a&quot;b-title\">R&amp;D &lt;share&gt;</title>\
             <desc id=\"a&quot;b-desc\">&quot;x&quot;</desc><g/></svg>"
        );
    }
}
