//! Words and numbers in SVG: escaping, placing, and how much room a word takes.

use crate::escape::escape;

/// The size of a chart's words, in units of the `viewBox`; the stylesheet sets the same.
pub(super) const TEXT_SIZE: f64 = 12.0;

/// Which end of a word lies on its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Appends `content` to an SVG, escaped, with its baseline at (`x`, `y`).
pub(super) fn text(
    svg: &mut String,
    class: &str,
    anchor: Anchor,
    (x, y): (f64, f64),
    content: &str,
) {
    svg.push_str("<text class=\"");
    svg.push_str(class);
    svg.push('"');
    attribute(svg, "x", x);
    attribute(svg, "y", y);
    svg.push_str(match anchor {
        Anchor::Start => ">",
        Anchor::Middle => " text-anchor=\"middle\">",
        Anchor::End => " text-anchor=\"end\">",
    });
    svg.push_str(&escape(content).to_string());
    svg.push_str("</text>");
}

/// Appends ` name="value"`.
pub(super) fn attribute(svg: &mut String, name: &str, value: f64) {
    svg.push(' ');
    svg.push_str(name);
    svg.push_str("=\"");
    coordinate(svg, value);
    svg.push('"');
}

/// Appends a length in units, rounded to halves: `12` or `12.5`.
pub(super) fn coordinate(svg: &mut String, value: f64) {
    let halves = (value * 2.0).round() as i64;
    if halves < 0 {
        svg.push('-');
    }
    svg.push_str(&(halves.abs() / 2).to_string());
    if halves % 2 != 0 {
        svg.push_str(".5");
    }
}

/// The room that a line of text takes at [`TEXT_SIZE`], in units.
pub(super) fn width(content: &str) -> f64 {
    crate::typeset::width(content) * TEXT_SIZE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_integers_or_halves() {
        for (value, printed) in [
            (0.0, "0"),
            (-0.2, "0"),
            (12.0, "12"),
            (12.3, "12.5"),
            (12.2, "12"),
            (-0.5, "-0.5"),
        ] {
            let mut svg = String::new();
            coordinate(&mut svg, value);
            assert_eq!(svg, printed, "{value}");
        }
    }

    #[test]
    fn text_is_escaped_and_anchored() {
        let mut svg = String::new();
        text(&mut svg, "label", Anchor::End, (4.0, 5.5), "R&D <\"연구\">");
        assert_eq!(
            svg,
            r#"<text class="label" x="4" y="5.5" text-anchor="end">R&amp;D &lt;&quot;연구&quot;&gt;</text>"#
        );
    }

    #[test]
    fn a_hangul_syllable_is_one_em_however_many_bytes_it_has() {
        assert_eq!(width("경기"), 2.0 * TEXT_SIZE);
        assert!(width("358") < width("경기"));
        assert_eq!(width(""), 0.0);
    }
}
