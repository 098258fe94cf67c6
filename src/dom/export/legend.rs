//! The legend and the colours of the page, as they are now.

use web_sys::Element;

use super::super::place::{all, children, document};
use super::drawing::{is_drawn, style};
use super::table::words;
use crate::export::{Key, Legend, Paint, Palette, Sign, Swatch};

/// The page's colours, by their names in the style sheet.
pub fn palette() -> Palette {
    let root = document().and_then(|document| document.document_element());
    let paint = |name: &str| {
        let value = root.as_ref().and_then(|root| style(root, name));
        value
            .as_deref()
            .and_then(Paint::parse)
            .unwrap_or(Paint::None)
    };
    Palette {
        page: paint("--page"),
        ink: paint("--ink"),
        muted: paint("--muted"),
        hairline: paint("--hairline"),
        accent: paint("--accent"),
    }
}

/// The classes that can be seen, with what they are of.
pub fn legends() -> Vec<Legend> {
    let blocks = all(".tones-of, .sigungu .map-figure .legend, [data-slot=near] .legend");
    let mut out: Vec<Legend> = Vec::new();
    for block in blocks.iter().filter(|block| is_drawn(block)) {
        let line = |selector: &str| {
            children(block, selector)
                .iter()
                .map(words)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let legend = Legend {
            title: line(".legend-title"),
            note: line(".legend-note"),
            swatches: children(block, ".tones > li").iter().map(swatch).collect(),
        };
        // A block may stand within another.
        let is_said = out.iter().any(|said| said.title == legend.title);
        if !legend.swatches.is_empty() && !is_said {
            out.push(legend);
        }
    }
    out
}

fn swatch(line: &Element) -> Swatch {
    let text = |selector: &str| {
        children(line, selector)
            .first()
            .map(words)
            .unwrap_or_default()
    };
    let is_missing = line.get_attribute("data-tone").as_deref() == Some("missing");
    let fill = if is_missing {
        Some(Paint::Pattern("hatch".to_owned()))
    } else {
        let pattern = line
            .closest("[data-patterns]")
            .is_ok_and(|patterned| patterned.is_some())
            .then(|| style(line, "--pattern"))
            .flatten();
        let tone = || {
            children(line, ".swatch")
                .first()
                .and_then(|swatch| style(swatch, "background-color"))
        };
        pattern
            .as_deref()
            .and_then(Paint::parse)
            .or_else(|| tone().as_deref().and_then(Paint::parse))
    };
    Swatch {
        fill: fill.unwrap_or(Paint::None),
        bounds: text(".bounds"),
        count: text(".count"),
    }
}

/// The signs of what is drawn over the land: none of what is switched off.
pub fn keys() -> Vec<Key> {
    let has = |selector: &str| all(selector).iter().any(is_drawn);
    let (points, lines) = (has("svg.map .markers .dot"), has("svg.map .links .link"));
    let mut out = Vec::new();
    for (list, is_shown) in [(".markers-key > li", points), (".strokes li", lines)] {
        for line in all(list).iter().filter(|line| is_shown && is_drawn(line)) {
            let is_off = line
                .query_selector("input:not(:checked)")
                .is_ok_and(|box_| box_.is_some());
            let sign = children(line, "i")
                .first()
                .and_then(|sign| sign.class_name().split(' ').find_map(Sign::parse));
            if let (Some(sign), false) = (sign, is_off) {
                out.push(Key {
                    sign,
                    words: words(line),
                });
            }
        }
    }
    out
}
