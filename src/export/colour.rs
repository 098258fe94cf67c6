//! Colours as browsers compute them, as every drawing program reads them: `#rrggbb` and an opacity.

use std::borrow::Cow;

/// What fills a shape or draws its edge.
#[derive(Clone, PartialEq, Debug)]
pub enum Paint {
    None,
    /// `#rrggbb`, and how much of it covers, from 0 to 1, as it is written; `1` covers all.
    Solid {
        hex: String,
        opacity: Cow<'static, str>,
    },
    /// The pattern with this id.
    Pattern(String),
}

impl Paint {
    /// Reads a computed colour: `rgb()`, `rgba()`, `color(srgb …)`, `oklab()`, `oklch()`, `#rgb`, `#rrggbb`,
    /// `url(#id)`. `None` for what is no colour.
    pub fn parse(css: &str) -> Option<Paint> {
        let css = css.trim();
        match css {
            "none" | "transparent" => return Some(Paint::None),
            _ if css.starts_with('#') => return hexadecimal(css),
            _ => {}
        }
        let (function, rest) = css.split_once('(')?;
        let inside = rest.split(')').next()?;
        if function == "url" {
            let id = inside.trim_matches(['"', '\'']).rsplit_once('#')?.1;
            return Some(Paint::Pattern(id.to_owned()));
        }
        let inside = inside.replace([',', '/'], " ");
        let mut parts = inside.split_ascii_whitespace();
        let is_named = function == "color" && parts.next()? == "srgb";
        let mut next = |whole: f64| number(parts.next()?, whole);
        let rgb = match function {
            "rgb" | "rgba" => [next(255.0)?, next(255.0)?, next(255.0)?].map(|part| part / 255.0),
            "color" if is_named => [next(1.0)?, next(1.0)?, next(1.0)?],
            "oklab" => srgb([next(1.0)?, next(0.4)?, next(0.4)?]),
            "oklch" => {
                let (lightness, chroma) = (next(1.0)?, next(0.4)?);
                let hue = next(360.0)?.to_radians();
                srgb([lightness, chroma * hue.cos(), chroma * hue.sin()])
            }
            _ => return None,
        };
        let opacity = match parts.next() {
            Some(part) => number(part, 1.0)?.clamp(0.0, 1.0),
            None => 1.0,
        };
        Some(solid(rgb, opacity))
    }

    /// The attributes of a shape: `fill` and `fill-opacity`, `stroke` and `stroke-opacity`.
    pub fn attributes(&self, name: &str) -> String {
        match self {
            Paint::None => format!(" {name}=\"none\""),
            Paint::Pattern(id) => format!(" {name}=\"url(#{id})\""),
            Paint::Solid { hex, opacity } if opacity == "1" => format!(" {name}=\"{hex}\""),
            Paint::Solid { hex, opacity } => {
                format!(" {name}=\"{hex}\" {name}-opacity=\"{opacity}\"")
            }
        }
    }
}

/// A number, or a part of a whole in percent; `none` is 0.
fn number(text: &str, whole: f64) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => percent.parse().ok().map(|part: f64| part / 100.0 * whole),
        None if text == "none" => Some(0.0),
        None => text.trim_end_matches("deg").parse().ok(),
    }
}

fn hexadecimal(css: &str) -> Option<Paint> {
    let digits: Vec<u32> = css.chars().skip(1).map_while(|c| c.to_digit(16)).collect();
    let bytes = match *digits.as_slice() {
        [r, g, b] => [r * 17, g * 17, b * 17],
        [a, b, c, d, e, f] => [a * 16 + b, c * 16 + d, e * 16 + f],
        _ => return None,
    };
    Some(solid(bytes.map(|byte| f64::from(byte) / 255.0), 1.0))
}

fn solid(rgb: [f64; 3], opacity: f64) -> Paint {
    if opacity == 0.0 {
        return Paint::None;
    }
    let mut hex = String::from("#");
    for part in rgb {
        // Clamped to a byte.
        let byte = (part.clamp(0.0, 1.0) * 255.0).round() as u32;
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(digit, 16).unwrap_or('0'));
        }
    }
    let thousandths = (opacity * 1000.0).round() as u32;
    let opacity = if thousandths >= 1000 {
        Cow::Borrowed("1")
    } else {
        Cow::Owned(
            format!("0.{thousandths:03}")
                .trim_end_matches('0')
                .to_owned(),
        )
    };
    Paint::Solid { hex, opacity }
}

/// OKLab to sRGB, by Ottosson's matrices (<https://bottosson.github.io/posts/oklab/>).
fn srgb([l, a, b]: [f64; 3]) -> [f64; 3] {
    let cube = |x: f64| x * x * x;
    let (l, m, s) = (
        cube(l + 0.396_337_777_4 * a + 0.215_803_757_3 * b),
        cube(l - 0.105_561_345_8 * a - 0.063_854_172_8 * b),
        cube(l - 0.089_484_177_5 * a - 1.291_485_548 * b),
    );
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
    .map(|linear| {
        if linear <= 0.003_130_8 {
            12.92 * linear
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, attributes: Option<&str>) {
        let written = Paint::parse(css).map(|paint| paint.attributes("fill"));
        assert_eq!(written.as_deref(), attributes, "{css}");
    }

    #[test]
    fn computed_colours_are_written_as_six_digits() {
        check("rgb(14, 79, 102)", Some(" fill=\"#0e4f66\""));
        check(
            "rgb(14 79 102 / 50%)",
            Some(" fill=\"#0e4f66\" fill-opacity=\"0.5\""),
        );
        check(
            "rgba(255, 255, 255, 0.12)",
            Some(" fill=\"#ffffff\" fill-opacity=\"0.12\""),
        );
        check("rgba(0, 0, 0, 0)", Some(" fill=\"none\""));
        check("color(srgb 1 0.5 0)", Some(" fill=\"#ff8000\""));
        check(
            "color(srgb 1 0.5 0 / 0.25)",
            Some(" fill=\"#ff8000\" fill-opacity=\"0.25\""),
        );
        check("#0b57d0", Some(" fill=\"#0b57d0\""));
        check("#fa0", Some(" fill=\"#ffaa00\""));
        check("none", Some(" fill=\"none\""));
        check("transparent", Some(" fill=\"none\""));
        check("url(\"#hatch\")", Some(" fill=\"url(#hatch)\""));
        check(
            "url(\"https://host/page#p2\") rgb(0, 0, 0)",
            Some(" fill=\"url(#p2)\""),
        );
    }

    /// The three corners of sRGB as CSS Color 4 gives them in OKLCH.
    #[test]
    fn colours_that_drawing_programs_cannot_read_are_converted() {
        check("oklch(0.62796 0.25768 29.234)", Some(" fill=\"#ff0000\""));
        check(
            "oklch(86.644% 0.29483 142.495deg)",
            Some(" fill=\"#00ff00\""),
        );
        check(
            "oklab(0.45201 -0.03246 -0.31153)",
            Some(" fill=\"#0000ff\""),
        );
        check("oklch(1 0 none)", Some(" fill=\"#ffffff\""));
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for css in [
            "",
            "rgb(1, 2)",
            "rgb(a, b, c)",
            "#12",
            "#12345g",
            "color(display-p3 1 0 0)",
            "lab(1 2 3)",
            "url(x)",
        ] {
            check(css, None);
        }
    }
}
