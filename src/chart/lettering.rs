//! Words and numbers in SVG: escaping, placing, and how much room a word takes.

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
    escape(svg, content);
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

/// Appends text that may stand between tags and in double-quoted attributes.
pub(super) fn escape(svg: &mut String, content: &str) {
    for letter in content.chars() {
        match letter {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            _ => svg.push(letter),
        }
    }
}

/// The room that a line of text takes at [`TEXT_SIZE`], in units; a little more than it needs, for bold and
/// for fonts that run wide.
///
/// No font is at hand when a page is rendered, so this goes by kinds of letters, after the advance widths
/// that system sans fonts agree on.
pub(super) fn width(content: &str) -> f64 {
    content
        .chars()
        .map(|letter| advance(letter) * TEXT_SIZE)
        .sum()
}

/// In em.
fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | 'I' | '·' => 0.3,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' => 0.92,
        'A'..='Z' => 0.7,
        // Latin, digits, and what else has no wide forms.
        '\u{0}'..='\u{10FF}' => 0.6,
        // Hangul, Han, kana, full-width signs.
        _ => 1.0,
    }
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
