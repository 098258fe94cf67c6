//! The picture: headline, map, legend and source line in one SVG that drawing programs open as it is.
//!
//! Every style is an attribute, every text a text; no class, no variable, no foreign object, no address.

use std::fmt::Write as _;

use super::caption::Caption;
use super::colour::Paint;
use super::dossier::Provenance;
use crate::escape::escape;
use crate::typeset::width;

/// Width of the picture, and what is left free on every side.
pub const WIDTH: f64 = 720.0;
const MARGIN: f64 = 40.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// The page's own fonts, then whatever sans there is.
const FONTS: &str = "'Apple SD Gothic Neo', Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif";

/// The colours of the page, light or dark, as it is now.
#[derive(Clone, Debug)]
pub struct Palette {
    pub page: Paint,
    pub ink: Paint,
    pub muted: Paint,
    pub hairline: Paint,
    pub accent: Paint,
}

/// The map itself.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What stands inside its `<svg>`, every style an attribute.
    pub markup: String,
    /// Its `viewBox`: left, top, width, height.
    pub view: [f64; 4],
}

/// The classes of a legend, and what they are of.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    pub title: String,
    pub note: String,
    pub swatches: Vec<Swatch>,
}

#[derive(Clone, Debug)]
pub struct Swatch {
    pub fill: Paint,
    pub bounds: String,
    /// How many units are in the class, as it is printed.
    pub count: String,
}

/// A sign of the map and its meaning.
#[derive(Clone, Debug)]
pub struct Key {
    pub sign: Sign,
    pub words: String,
}

/// What marks a place or a link.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sign {
    Hub,
    Complex,
    HubAndComplex,
    Spoke,
    Other,
    Planned,
    Body,
    Area,
    /// A stroke: its width, and its dashes as they are written.
    Stroke(f64, &'static str),
}

impl Sign {
    /// By the last part of the class in the page's legend: `key-hub`, `stroke-belt`.
    pub fn parse(class: &str) -> Option<Sign> {
        Some(match class {
            "key-hub" => Sign::Hub,
            "key-complex" => Sign::Complex,
            "key-hub-complex" => Sign::HubAndComplex,
            "key-spoke" => Sign::Spoke,
            "key-other" => Sign::Other,
            "key-hollow" => Sign::Planned,
            "key-body" => Sign::Body,
            "key-area" => Sign::Area,
            "stroke-hub-spoke" => Sign::Stroke(2.0, ""),
            "stroke-value-chain" => Sign::Stroke(1.0, ""),
            "stroke-branch" => Sign::Stroke(1.4, "8 2 2 2"),
            "stroke-belt" => Sign::Stroke(1.2, "9 4"),
            "stroke-designation" => Sign::Stroke(1.2, "4 2.5"),
            "stroke-agreement" => Sign::Stroke(1.4, "1.5 3"),
            _ => return None,
        })
    }

    fn width(self) -> f64 {
        match self {
            Sign::Stroke(..) => 26.0,
            _ => 14.0,
        }
    }

    /// Drawn around (x, y), its left middle.
    fn drawn(self, x: f64, y: f64, palette: &Palette) -> String {
        let (fill, stroke) = (
            palette.accent.attributes("fill"),
            palette.accent.attributes("stroke"),
        );
        let ground = palette.page.attributes("fill");
        let middle = x + 7.0;
        let circle =
            |r: f64, paint: &str| format!("<circle cx=\"{middle}\" cy=\"{y}\" r=\"{r}\"{paint}/>");
        let diamond = |r: f64, paint: &str| {
            format!(
                "<path d=\"M{middle} {}l{r} {r}l-{r} {r}l-{r} -{r}Z\"{paint}/>",
                y - r
            )
        };
        let ring = format!("{ground}{stroke} stroke-width=\"1.6\"");
        match self {
            Sign::Hub => circle(6.2, &ring) + &circle(2.6, &fill),
            Sign::Complex => diamond(5.5, &fill),
            Sign::HubAndComplex => diamond(7.0, &ring) + &diamond(4.0, &fill),
            Sign::Spoke => circle(4.0, &fill),
            Sign::Other => circle(2.5, &fill),
            Sign::Planned => circle(4.0, &ring),
            Sign::Body => circle(6.2, &ring) + &circle(3.4, &ring),
            Sign::Area => format!(
                "<rect x=\"{}\" y=\"{}\" width=\"7\" height=\"7\"{ring}/>",
                middle - 3.5,
                y - 3.5
            ),
            Sign::Stroke(width, dashes) => {
                let dashes = match dashes {
                    "" => String::new(),
                    dashes => format!(" stroke-dasharray=\"{dashes}\""),
                };
                format!(
                    "<path d=\"M{x} {y}h26\" fill=\"none\"{stroke} stroke-width=\"{width}\"{dashes}/>"
                )
            }
        }
    }
}

/// Everything on the sheet.
#[derive(Clone, Debug)]
pub struct Picture<'p> {
    pub caption: &'p Caption,
    pub provenance: Provenance<'p>,
    pub palette: Palette,
    pub map: Drawing,
    pub legends: Vec<Legend>,
    pub keys: Vec<Key>,
}

impl Picture<'_> {
    /// The file, and its height; the width is [`WIDTH`].
    pub fn svg(&self) -> (String, f64) {
        let Picture {
            caption, palette, ..
        } = self;
        let mut sheet = Sheet {
            out: String::new(),
            y: 30.0,
            palette,
        };
        sheet.paragraph(
            &caption.title,
            26.0,
            1.25,
            &palette.ink,
            " font-weight=\"700\"",
        );
        sheet.y += 4.0;
        sheet.paragraph(&caption.deck, 14.0, 1.45, &palette.muted, "");
        sheet.y += 8.0;
        sheet.rule(&palette.ink);
        sheet.y += 12.0;
        self.place_map(&mut sheet);
        sheet.y += 8.0;
        for legend in &self.legends {
            sheet.legend(legend);
        }
        sheet.keys(&self.keys);
        sheet.rule(&palette.hairline);
        sheet.y += 6.0;
        sheet.paragraph(&caption.source_line(), 12.0, 1.5, &palette.muted, "");
        let made = format!(
            "{} · {} · {}",
            caption.lang.text().site,
            caption.address,
            caption.day
        );
        sheet.paragraph(&made, 12.0, 1.5, &palette.muted, "");
        let height = (sheet.y + 24.0).ceil();
        let body = sheet.out;
        let svg = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
             xml:lang=\"{lang}\" lang=\"{lang}\" role=\"img\" font-family=\"{FONTS}\">\n\
             <title>{title}</title>\n<desc>{desc}</desc>\n{metadata}\n\
             <rect width=\"{WIDTH}\" height=\"{height}\"{ground}/>\n{body}</svg>\n",
            lang = caption.lang.tag(),
            title = escape(&caption.title),
            desc = escape(&caption.alt()),
            metadata = self.metadata(),
            ground = palette.page.attributes("fill"),
        );
        (svg, height)
    }

    /// As drawing programs show it under the document's properties: Dublin Core in RDF.
    fn metadata(&self) -> String {
        let Picture {
            caption,
            provenance,
            ..
        } = self;
        let whose = match (provenance.publisher, provenance.title) {
            ("", _) => caption.sources.join(" · "),
            (publisher, title) => format!("{publisher}, {title}. {}", provenance.url),
        };
        let entries = [
            ("title", caption.title.as_str()),
            ("description", &caption.description),
            ("source", whose.trim_end()),
            ("rights", provenance.terms),
            ("date", &caption.day),
            ("identifier", &caption.address),
            ("publisher", caption.lang.text().site),
            ("language", caption.lang.tag()),
        ];
        let mut out = String::from(
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
             xmlns:cc=\"http://creativecommons.org/ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
             <cc:Work rdf:about=\"\"><dc:format>image/svg+xml</dc:format>",
        );
        for (name, value) in entries.into_iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(out, "<dc:{name}>{}</dc:{name}>", escape(value));
        }
        out + "</cc:Work></rdf:RDF></metadata>"
    }

    /// The map as wide as the sheet, cut off at its edges.
    fn place_map(&self, sheet: &mut Sheet<'_>) {
        let [left, top, width, height] = self.map.view;
        let times = INNER / width;
        let down = height * times;
        let _ = write!(
            sheet.out,
            "<clipPath id=\"sheet\"><rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/></clipPath>\n\
             <g transform=\"translate({MARGIN} {y:.2}) scale({times:.5}) translate({} {})\" clip-path=\"url(#sheet)\">{}</g>\n",
            -left,
            -top,
            self.map.markup,
            y = sheet.y,
        );
        sheet.y += down;
    }
}

/// What has been written of the sheet, from the top.
struct Sheet<'s> {
    out: String,
    /// Where the next thing begins.
    y: f64,
    palette: &'s Palette,
}

impl Sheet<'_> {
    fn text(&mut self, x: f64, y: f64, size: f64, paint: &Paint, more: &str, text: &str) {
        let _ = writeln!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\"{}{more}>{}</text>",
            paint.attributes("fill"),
            escape(text)
        );
    }

    fn paragraph(&mut self, text: &str, size: f64, leading: f64, paint: &Paint, more: &str) {
        for line in lines(text, INNER / size) {
            self.y += size * leading;
            // The base line, about a quarter of the size above the foot of the line.
            self.text(
                MARGIN,
                self.y - size * (leading - 1.0) / 2.0 - size * 0.22,
                size,
                paint,
                more,
                &line,
            );
        }
    }

    fn rule(&mut self, paint: &Paint) {
        let _ = writeln!(
            self.out,
            "<path d=\"M{MARGIN} {:.1}h{INNER}\"{} fill=\"none\"/>",
            self.y,
            paint.attributes("stroke")
        );
    }

    fn legend(&mut self, legend: &Legend) {
        const SIZE: f64 = 12.0;
        let palette = self.palette;
        self.paragraph(
            &legend.title,
            SIZE,
            1.4,
            &palette.ink,
            " font-weight=\"700\"",
        );
        self.paragraph(&legend.note, SIZE, 1.4, &palette.muted, "");
        self.y += 4.0;
        let mut x = MARGIN;
        for swatch in &legend.swatches {
            let needed = (width(&swatch.bounds).max(width(&swatch.count)) * SIZE).max(56.0);
            if x > MARGIN && x + needed > MARGIN + INNER {
                x = MARGIN;
                self.y += 44.0;
            }
            let _ = writeln!(
                self.out,
                "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{needed:.1}\" height=\"10\"{}{}/>",
                self.y,
                swatch.fill.attributes("fill"),
                palette.hairline.attributes("stroke"),
            );
            self.text(x, self.y + 24.0, SIZE, &palette.ink, "", &swatch.bounds);
            self.text(x, self.y + 39.0, SIZE, &palette.muted, "", &swatch.count);
            x += needed + 4.0;
        }
        if !legend.swatches.is_empty() {
            self.y += 50.0;
        }
    }

    fn keys(&mut self, keys: &[Key]) {
        const SIZE: f64 = 12.0;
        if keys.is_empty() {
            return;
        }
        let palette = self.palette;
        let mut x = MARGIN;
        self.y += 8.0;
        for (at, key) in keys.iter().enumerate() {
            let room = key.sign.width() + 6.0;
            let needed = room + width(&key.words) * SIZE;
            let is_stroke = |key: &Key| matches!(key.sign, Sign::Stroke(..));
            let begins_strokes = at > 0 && is_stroke(key) && !is_stroke(&keys[at - 1]);
            if x > MARGIN && (begins_strokes || x + needed > MARGIN + INNER) {
                x = MARGIN;
                self.y += 20.0;
            }
            self.out.push_str(&key.sign.drawn(x, self.y, palette));
            self.text(x + room, self.y + 4.0, SIZE, &palette.ink, "", &key.words);
            x += needed + 14.0;
        }
        self.y += 18.0;
    }
}

/// A text in lines of at most so many times its size: broken between words, and within one that is longer.
fn lines(text: &str, room: f64) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = out.last_mut()
            && width(line) + width(" ") + width(word) <= room
        {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        let mut line = String::new();
        for letter in word.chars() {
            if !line.is_empty() && width(&line) + width(letter.encode_utf8(&mut [0; 4])) > room {
                out.push(core::mem::take(&mut line));
            }
            line.push(letter);
        }
        out.push(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn solid(css: &str) -> Paint {
        Paint::parse(css).unwrap()
    }

    fn caption() -> Caption {
        Caption {
            lang: Lang::Ko,
            title: "바이오 기업 <열에> 여섯은 수도권에".into(),
            deck: "시·도별 바이오 기업(곳) & 2022년".into(),
            description: "서울이 가장 많다.".into(),
            sources: vec!["실태조사".into(), "SGIS".into()],
            address: "https://example.org/?a&b#measure=share".into(),
            day: "2026-11-24".into(),
        }
    }

    fn picture(caption: &Caption) -> Picture<'_> {
        Picture {
            caption,
            provenance: Provenance {
                publisher: "KoreaBIO",
                title: "Overview",
                terms: "unknown",
                ..Provenance::default()
            },
            palette: Palette {
                page: solid("#fff"),
                ink: solid("#0f1f29"),
                muted: solid("#556873"),
                hairline: solid("#d3dce1"),
                accent: solid("#c23c06"),
            },
            map: Drawing {
                markup: "<path d=\"M0 0\"/>".into(),
                view: [100.0, 50.0, 320.0, 345.0],
            },
            legends: vec![Legend {
                title: "바이오 기업(곳)".into(),
                note: "5분위".into(),
                swatches: (0..14)
                    .map(|at| Swatch {
                        fill: solid("#0e4f66"),
                        bounds: format!("{at}–100,000"),
                        count: "4".into(),
                    })
                    .collect(),
            }],
            keys: [
                "key-hub",
                "key-complex",
                "key-hub-complex",
                "key-hollow",
                "stroke-belt",
            ]
            .map(|class| Key {
                sign: Sign::parse(class).unwrap(),
                words: class.into(),
            })
            .into(),
        }
    }

    /// Every attribute that holds a place, with the furthest that may be.
    fn places<'s>(svg: &'s str, name: &'s str) -> impl Iterator<Item = f64> + 's {
        svg.split(name)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
    }

    #[test]
    fn the_file_is_well_formed_and_says_what_it_shows() {
        let caption = caption();
        let (svg, _) = picture(&caption).svg();
        assert!(
            svg.contains("<title>바이오 기업 &lt;열에&gt; 여섯은 수도권에</title>"),
            "{svg}"
        );
        assert!(svg.contains("<desc>서울이 가장 많다.</desc>"));
        assert!(
            svg.contains(
                "<dc:source>KoreaBIO, Overview.</dc:source><dc:rights>unknown</dc:rights>"
            )
        );
        assert!(
            svg.contains(
                "<dc:identifier>https://example.org/?a&amp;b#measure=share</dc:identifier>"
            )
        );
        for banned in [
            "class=",
            "style=",
            "var(",
            "oklch(",
            "color-mix(",
            "foreignObject",
            "href=",
        ] {
            assert!(!svg.contains(banned), "{banned}");
        }
        let opened = svg.matches('<').count();
        assert_eq!(opened, svg.matches('>').count());
    }

    #[test]
    fn nothing_stands_outside_the_sheet() {
        let caption = caption();
        let (svg, height) = picture(&caption).svg();
        let (_, body) = svg.split_once("<rect width").unwrap();
        assert!(places(body, " x=\"").all(|x| (0.0..WIDTH).contains(&x) || x == 100.0));
        assert!(places(body, "<text x=\"").count() > 30);
        assert!(places(body, " y=\"").all(|y| y < height - 10.0), "{height}");
    }

    #[test]
    fn a_map_from_near_fills_the_sheet_as_a_whole_one_does() {
        let caption = caption();
        let mut picture = picture(&caption);
        let (near, height) = picture.svg();
        assert!(
            near.contains("scale(2.00000) translate(-100 -50)"),
            "{near}"
        );
        picture.map.view = [0.0, 0.0, 640.0, 690.0];
        assert_eq!(picture.svg().1, height);
    }

    #[test]
    fn lines_break_between_words_and_within_endless_ones() {
        assert_eq!(lines("오송 안동 송도", 5.0), ["오송 안동", "송도"]);
        assert_eq!(lines("가나다라마", 2.0), ["가나", "다라", "마"]);
        assert_eq!(lines("  ", 2.0), Vec::<String>::new());
        for line in lines("https://example.org/very/long/address/without/a/space", 9.0) {
            assert!(width(&line) <= 9.0, "{line}");
        }
    }

    #[test]
    fn every_sign_of_the_page_s_legend_is_known() {
        use crate::{cluster::Role, link::Family};
        for role in [
            Role::Hub,
            Role::NationalComplex,
            Role::HubAndComplex,
            Role::Spoke,
            Role::Other,
        ] {
            assert!(
                Sign::parse(&format!("key-{}", role.slug())).is_some(),
                "{}",
                role.slug()
            );
        }
        for family in Family::ALL {
            assert!(
                Sign::parse(&format!("stroke-{}", family.slug())).is_some(),
                "{}",
                family.slug()
            );
        }
    }
}
