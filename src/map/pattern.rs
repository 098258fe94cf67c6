//! Patterns over the tones, for a reader who does not go by colour: the higher the class, the denser the hatch.
//!
//! A diverging ramp leans to the left below its centre and to the right above; the centre has no hatch.

use std::fmt::Write as _;

/// What is left from stroke to stroke, SVG units, for the nine shades; the first has no hatch.
pub const GAPS: [f64; 8] = [18.0, 14.0, 11.0, 9.0, 7.0, 5.6, 4.4, 3.4];

/// The same from the centre outwards.
pub const DIVERGING_GAPS: [f64; 3] = [14.0, 8.0, 4.4];

/// The `<defs>` that `fill: url("#p3")` refers to.
pub fn patterns() -> String {
    let mut out = String::from("<defs>");
    for (place, gap) in GAPS.into_iter().enumerate() {
        out.push_str(&pattern(&(place + 2).to_string(), gap, 45));
    }
    for (place, gap) in DIVERGING_GAPS.into_iter().enumerate() {
        out.push_str(&pattern(&format!("d{}", 3 - place), gap, -45));
        out.push_str(&pattern(&format!("d{}", 5 + place), gap, 45));
    }
    out.push_str("</defs>");
    out
}

/// A hatch in the ink of the tone on the tone itself.
fn pattern(tone: &str, gap: f64, degrees: i32) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "<pattern id=\"p{tone}\" data-tone=\"{tone}\" width=\"{gap}\" height=\"{gap}\" \
         patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({degrees})\">\
         <path class=\"ground\" d=\"M0 0h{gap}v{gap}H0z\"/><path class=\"grain\" d=\"M0 0v{gap}\"/></pattern>"
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_denser() {
        for gaps in [&GAPS[..], &DIVERGING_GAPS] {
            // A fifth less from stroke to stroke is seen without counting them.
            assert!(
                gaps.windows(2).all(|pair| pair[1] <= pair[0] * 0.83),
                "{gaps:?}"
            );
        }
    }

    #[test]
    fn every_tone_but_the_palest_and_the_centre_has_one() {
        let patterns = patterns();
        let found: Vec<_> = patterns
            .split("id=\"p")
            .skip(1)
            .map(|rest| &rest[..2])
            .collect();
        assert_eq!(
            found.join(" ").replace('"', ""),
            "2 3 4 5 6 7 8 9 d3 d5 d2 d6 d1 d7"
        );
    }
}
