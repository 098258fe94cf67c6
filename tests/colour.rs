//! The palette of `assets/app.css`, light and dark, as readers of every kind of colour vision see it.
//!
//! Colours are compared in OkLab (B. Ottosson, "A perceptual color space for image processing", 2020; the
//! space of CSS Color 4), where 0.02 is a difference that is just noticed (CSS Color 4, gamut mapping). The
//! three kinds of dichromacy are the matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
//! physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), 1291–1298,
//! severity 1.0, on linear RGB; grey is the relative luminance of WCAG 2. A failure is mended in the style
//! sheet, not here.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashMap;

use kbio_atlas::{CLASS_RANGE, Tone};

/// Two shades that follow each other are told apart where they meet: twice the just noticed difference for
/// nine classes, since fields on a map are not side by side as patches are.
const NEIGHBOURS: f64 = 0.04;
/// Up to five classes are also found again in the legend, from memory: four times.
const FEW_CLASSES: f64 = 0.08;
/// The shades on the two sides of a diverging ramp at the same distance from its centre: three times. In grey
/// they cannot differ, since both must be as dark as they are far; there the printed values tell.
const OPPOSITES: f64 = 0.06;
/// What carries meaning from what does not: zero from the page, the palest shade from zero.
const APART: f64 = 0.04;
/// A marker is smaller than a field and lies on it: six times.
const MARKER: f64 = 0.12;
/// Text on a field (WCAG 2.2, success criterion 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;

/// Linear red, green and blue from 0 to 1.
type Linear = [f64; 3];

/// A kind of colour vision as a matrix on linear RGB.
struct Vision {
    name: &'static str,
    matrix: [[f64; 3]; 3],
    /// Whether hues are seen at all.
    hues: bool,
}

const LUMINANCE: [f64; 3] = [0.2126, 0.7152, 0.0722];

const VISIONS: [Vision; 5] = [
    Vision {
        name: "full colour vision",
        matrix: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        hues: true,
    },
    Vision {
        name: "protanopia",
        matrix: [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        hues: true,
    },
    Vision {
        name: "deuteranopia",
        matrix: [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        hues: true,
    },
    Vision {
        name: "tritanopia",
        matrix: [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
        hues: true,
    },
    Vision {
        name: "grey",
        matrix: [LUMINANCE, LUMINANCE, LUMINANCE],
        hues: false,
    },
];

impl Vision {
    /// OkLab lightness, a and b of a colour as it is seen.
    fn lab(&self, colour: Linear) -> [f64; 3] {
        let seen = self.matrix.map(|row| dot(row, colour).clamp(0.0, 1.0));
        let cones = [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
        .map(|row| dot(row, seen).cbrt());
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
        .map(|row| dot(row, cones))
    }

    fn lightness(&self, colour: Linear) -> f64 {
        self.lab(colour)[0]
    }

    /// The distance in OkLab.
    fn distance(&self, a: Linear, b: Linear) -> f64 {
        let (a, b) = (self.lab(a), self.lab(b));
        let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f64>().sqrt()
    }
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// WCAG 2's contrast of two colours.
fn contrast(a: Linear, b: Linear) -> f64 {
    let (a, b) = (dot(LUMINANCE, a) + 0.05, dot(LUMINANCE, b) + 0.05);
    a.max(b) / a.min(b)
}

/// The custom properties of one theme and what they are called in messages.
struct Theme {
    name: &'static str,
    properties: HashMap<String, String>,
    css: &'static str,
}

const CSS: &str = include_str!("../assets/app.css");

/// What stands between the braces after `selector`.
#[track_caller]
fn block(selector: &str) -> &'static str {
    let start = CSS
        .find(selector)
        .unwrap_or_else(|| panic!("app.css lacks {selector}"));
    let body = &CSS[start + selector.len()..];
    &body[..body.find('}').expect("a block ends")]
}

fn properties(block: &str) -> HashMap<String, String> {
    let declarations = block.split(';').filter_map(|line| line.split_once(':'));
    declarations
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .filter(|(name, _)| name.starts_with("--"))
        .collect()
}

fn themes() -> [Theme; 2] {
    [
        ("light", ":root {"),
        ("dark", ":root[data-theme=\"dark\"] {"),
    ]
    .map(|(name, selector)| Theme {
        name,
        properties: properties(block(selector)),
        css: CSS,
    })
}

impl Theme {
    /// The colour of a custom property.
    #[track_caller]
    fn colour(&self, name: &str) -> Linear {
        let value = self.properties.get(name).map_or("", String::as_str);
        let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6);
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let number =
            number.unwrap_or_else(|| panic!("{name} of {} is {value:?}, not #rrggbb", self.name));
        [16, 8, 0].map(|shift| {
            let part = f64::from((number >> shift) & 0xff) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// What a rule for a tone sets a property to, the last rule first, and the colour behind its `var()`.
    #[track_caller]
    fn of_tone(&self, property: &str, tone: &str) -> Linear {
        let selector = format!("[data-tone=\"{tone}\"]");
        let set = |line: &str| {
            let (_, rest) = line.split_once(&format!("{property}: var("))?;
            Some(rest.split(')').next()?.to_owned())
        };
        let rules = self.css.lines().filter(|line| {
            line.split('{')
                .next()
                .is_some_and(|head| head.contains(&selector) || head == "[data-tone] ")
        });
        let name = rules.rev().find_map(set);
        self.colour(&name.unwrap_or_else(|| panic!("app.css sets no {property} for {selector}")))
    }

    fn tone(&self, tone: &str) -> Linear {
        self.of_tone("--tone", tone)
    }
}

const DIVERGING: [&str; 7] = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"];

/// The slugs of `k` classes.
fn sequential(k: usize) -> Vec<&'static str> {
    (0..k).map(|j| Tone::of_class(j, k).slug()).collect()
}

fn every_tone() -> Vec<&'static str> {
    let mut tones = sequential(9);
    tones.extend(DIVERGING);
    tones
}

/// Collects what is too near, so that one run shows everything.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check(&mut self, theme: &Theme, vision: &Vision, what: &str, found: f64, least: f64) {
        if found < least {
            let (theme, vision) = (theme.name, vision.name);
            self.0.push(format!(
                "{theme}, {vision}: {what}: {found:.3}, at least {least}"
            ));
        }
    }

    #[track_caller]
    fn report(self) {
        assert!(
            self.0.is_empty(),
            "mend the colours in assets/app.css:\n{}",
            self.0.join("\n")
        );
    }
}

/// Every theme as every reader sees it.
fn each(check: impl Fn(&Theme, &Vision, &mut Faults)) {
    let mut faults = Faults::default();
    for theme in themes() {
        for vision in &VISIONS {
            check(&theme, vision, &mut faults);
        }
    }
    faults.report();
}

#[test]
fn the_dark_palette_is_the_same_by_choice_and_by_system() {
    let by_system = properties(block(":root:not([data-theme=\"light\"]) {"));
    let by_choice = properties(block(":root[data-theme=\"dark\"] {"));
    assert_eq!(by_system, by_choice);
    let light = properties(block(":root {"));
    let mut missing: Vec<_> = light
        .keys()
        .filter(|name| !by_choice.contains_key(*name))
        .collect();
    missing.sort();
    assert!(missing.is_empty(), "the dark palette lacks {missing:?}");
}

#[test]
fn classes_that_follow_each_other_are_told_apart() {
    each(|theme, vision, faults| {
        for k in CLASS_RANGE {
            let least = if k <= 5 { FEW_CLASSES } else { NEIGHBOURS };
            for pair in sequential(k).windows(2) {
                let found = vision.distance(theme.tone(pair[0]), theme.tone(pair[1]));
                faults.check(
                    theme,
                    vision,
                    &format!("{k} classes, {pair:?}"),
                    found,
                    least,
                );
            }
        }
        for pair in DIVERGING.windows(2) {
            let found = vision.distance(theme.tone(pair[0]), theme.tone(pair[1]));
            faults.check(
                theme,
                vision,
                &format!("diverging, {pair:?}"),
                found,
                FEW_CLASSES,
            );
        }
    });
}

#[test]
fn more_is_further_from_the_page_in_lightness_all_along() {
    each(|theme, vision, faults| {
        let away = |from: Linear, tone: &str| {
            let way = vision.lightness(theme.tone(tone)) - vision.lightness(from);
            if theme.name == "light" { -way } else { way }
        };
        let page = theme.colour("--page");
        let halves = [
            sequential(9),
            vec!["d4", "d5", "d6", "d7"],
            vec!["d4", "d3", "d2", "d1"],
        ];
        for ramp in halves {
            for pair in ramp.windows(2) {
                let step = away(page, pair[1]) - away(page, pair[0]);
                faults.check(
                    theme,
                    vision,
                    &format!("lightness of {pair:?}"),
                    step,
                    NEIGHBOURS,
                );
            }
        }
    });
}

#[test]
fn the_two_sides_of_a_diverging_ramp_are_told_apart() {
    each(|theme, vision, faults| {
        for (below, above) in DIVERGING.iter().zip(DIVERGING.iter().rev()).take(3) {
            let found = vision.distance(theme.tone(below), theme.tone(above));
            if vision.hues {
                faults.check(
                    theme,
                    vision,
                    &format!("{below} and {above}"),
                    found,
                    OPPOSITES,
                );
            }
        }
    });
}

#[test]
fn the_centre_of_a_diverging_ramp_has_no_hue() {
    for theme in themes() {
        let [_, a, b] = VISIONS[0].lab(theme.tone("d4"));
        // A just noticed difference from grey, halved.
        assert!(
            a.hypot(b) < 0.01,
            "{}: chroma {:.3}",
            theme.name,
            a.hypot(b)
        );
    }
}

#[test]
fn zero_is_neither_the_page_nor_a_class() {
    each(|theme, vision, faults| {
        let (page, zero) = (theme.colour("--page"), theme.tone("zero"));
        let mut check = |what: &str, found| faults.check(theme, vision, what, found, APART);
        check("page and zero", vision.distance(page, zero));
        check("zero and 1", vision.distance(zero, theme.tone("1")));
        check("zero and d4", vision.distance(zero, theme.tone("d4")));
        check("page and 1", vision.distance(page, theme.tone("1")));
    });
}

#[test]
fn no_data_is_told_by_its_hatch() {
    // It has no tone of its own: the strokes of the hatch stand on the page.
    each(|theme, vision, faults| {
        let found = vision.distance(theme.colour("--page"), theme.colour("--hatch"));
        faults.check(theme, vision, "page and hatch", found, MARKER);
    });
}

#[test]
fn markers_stand_out_from_every_land_tone() {
    each(|theme, vision, faults| {
        let (accent, halo) = (theme.colour("--accent"), theme.colour("--halo"));
        let by_halo = |tone| {
            vision
                .distance(halo, tone)
                .min(vision.distance(halo, accent))
        };
        for slug in every_tone().into_iter().chain(["zero"]) {
            let tone = theme.tone(slug);
            let by_accent = vision.distance(accent, tone);
            // Without hues a ramp from light to dark passes every colour; there the marker's halo parts them.
            let found = if vision.hues {
                by_accent
            } else {
                by_accent.max(by_halo(tone))
            };
            faults.check(
                theme,
                vision,
                &format!("the accent on {slug}"),
                found,
                MARKER,
            );
        }
    });
}

#[test]
fn text_is_read_on_every_tone() {
    let mut faults = Vec::new();
    for theme in themes() {
        for slug in every_tone().into_iter().chain(["zero"]) {
            let found = contrast(theme.tone(slug), theme.of_tone("--on", slug));
            if found < TEXT_CONTRAST {
                faults.push(format!("{}, {slug}: {found:.2}", theme.name));
            }
        }
    }
    assert!(faults.is_empty(), "below {TEXT_CONTRAST}: {faults:?}");
}

/// The instruments themselves, against values that others have published.
#[test]
fn the_space_and_the_contrast_are_the_published_ones() {
    let full = &VISIONS[0];
    // OkLab of sRGB red in CSS Color 4: 62.796 % 0.22486 0.12585.
    let red = full.lab([1.0, 0.0, 0.0]);
    for (found, expected) in red.iter().zip([0.62796, 0.22486, 0.12585]) {
        assert!((found - expected).abs() < 1e-4, "{red:?}");
    }
    assert_eq!(contrast([0.0; 3], [1.0; 3]), 21.0);
    // A matrix of dichromacy leaves white as it is.
    for vision in &VISIONS {
        let white = vision.distance([1.0; 3], full.matrix.map(|row| row.iter().sum()));
        assert!(white < 1e-3, "{}: {white}", vision.name);
        assert!(
            (vision.lightness([1.0; 3]) - 1.0).abs() < 1e-3,
            "{}",
            vision.name
        );
    }
}
