//! A picture's sheet: name of the site, title, deck, key, source, and the map as large as they leave it.
//!
//! Wide: the words in a column on the left, the map over the whole height beside it. Tall: the title above the
//! map, the key under it.

use std::fmt::Write as _;

use super::ink;
use super::{Format, Subject};
use crate::cluster::Role;
use crate::escape::escape;
use crate::geometry::{Px, Rect};
use crate::map::{VIEW_BOX, hatch, marker};
use crate::text::Lang;
use crate::typeset;

/// A class of the key.
#[derive(Clone, PartialEq, Debug)]
pub struct Swatch {
    /// `data-tone`.
    pub tone: &'static str,
    /// "3–10".
    pub bounds: String,
}

/// What tones and markers mean.
#[derive(Clone, Default, Debug)]
pub struct Key {
    pub title: String,
    pub classes: Vec<Swatch>,
    /// The shapes of markers that the map has.
    pub roles: Vec<Role>,
}

/// A picture before it is laid out.
#[derive(Clone, Debug)]
pub struct Plate {
    pub subject: Subject,
    pub lang: Lang,
    pub title: String,
    pub deck: String,
    pub key: Key,
    pub source: String,
    /// What stands inside the map's `<svg>`, in its own coordinates.
    pub drawing: String,
}

/// Where the words of a sheet may stand, and how large they may be.
struct Measures {
    /// Left edge and width of the words.
    left: f64,
    width: f64,
    /// Baseline of the site's name.
    top: f64,
    /// The last baseline.
    bottom: f64,
    /// Font sizes, the first that fits is taken, and the most lines.
    title: ([f64; 5], usize),
    deck: ([f64; 3], usize),
    /// Of the site's name and of the key.
    note: f64,
    source: f64,
}

const WIDE: Measures = Measures {
    left: 48.0,
    width: 540.0,
    top: 66.0,
    bottom: 600.0,
    title: ([50.0, 46.0, 42.0, 38.0, 34.0], 3),
    deck: ([22.0, 20.0, 18.0], 4),
    note: 22.0,
    source: 16.0,
};

const TALL: Measures = Measures {
    left: 56.0,
    width: 968.0,
    top: 84.0,
    bottom: 1308.0,
    title: ([66.0, 60.0, 56.0, 52.0, 46.0], 3),
    deck: ([31.0, 29.0, 27.0], 3),
    note: 28.0,
    source: 21.0,
};

/// The parts of a sheet with the room that each takes, for whoever checks that none meets another.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub svg: String,
    pub rooms: Vec<(&'static str, Rect)>,
}

impl Plate {
    /// The picture as SVG that needs nothing else but the font.
    pub fn svg(&self, format: Format) -> String {
        self.sheet(format).svg
    }

    /// The picture with the rooms of its parts.
    pub fn sheet(&self, format: Format) -> Sheet {
        let measures = match format {
            Format::Wide => &WIDE,
            Format::Tall => &TALL,
        };
        let (width, height) = format.size();
        let mut rooms = Vec::new();
        let mut words = String::new();
        let mut block = |name, block: Block| {
            rooms.push((name, block.room));
            words.push_str(&block.markup);
            block.room
        };

        let site = block("site", self.line("site", self.lang.text().site, measures));
        let title = Set {
            class: "strong",
            sizes: &measures.title.0,
            most: measures.title.1,
            leading: 1.2,
        };
        let title = block(
            "title",
            title.below(
                &self.title,
                site.y + site.height + measures.note * 0.7,
                measures,
            ),
        );
        let deck = Set {
            class: "quiet",
            sizes: &measures.deck.0,
            most: measures.deck.1,
            leading: 1.38,
        };
        let deck = block(
            "deck",
            deck.below(
                &self.deck,
                title.y + title.height + measures.note * 0.6,
                measures,
            ),
        );
        let source = block("source", self.source(measures));
        let key = block("key", self.key(source.y - measures.note * 0.9, measures));

        let map = match format {
            Format::Wide => fitted(Rect {
                x: 600.0,
                y: 0.0,
                width: 590.0,
                height: 630.0,
            }),
            Format::Tall => {
                let top = deck.y + deck.height + 18.0;
                fitted(Rect {
                    x: 20.0,
                    y: top,
                    width: 1040.0,
                    height: key.y - 12.0 - top,
                })
            }
        };
        rooms.push(("map", map));
        let Rect { x, y, .. } = map;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{lang}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
             <title>{title}</title><style>{style}</style>{hatch}\
             <rect class=\"sheet\" width=\"{width}\" height=\"{height}\"/>\
             <svg x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" viewBox=\"{VIEW_BOX}\">{}</svg>{words}</svg>",
            map.width,
            map.height,
            self.drawing,
            lang = self.lang.tag(),
            title = escape(&self.title),
            style = ink::style(),
            hatch = hatch(),
        );
        Sheet { svg, rooms }
    }

    fn line(&self, class: &str, words: &str, measures: &Measures) -> Block {
        let size = measures.note;
        let lines = vec![words.to_string()];
        Block::of(class, &lines, size, 1.0, measures.top - size, measures)
    }

    /// At the foot of the sheet.
    fn source(&self, measures: &Measures) -> Block {
        let size = measures.source;
        let lines = wrapped(&self.source, measures.width / size);
        let height = lines.len() as f64 * size * LEADING;
        Block::of(
            "quiet",
            &lines,
            size,
            LEADING,
            measures.bottom - height,
            measures,
        )
    }

    /// Above `bottom`: a title, the classes side by side, the shapes of the markers.
    fn key(&self, bottom: f64, measures: &Measures) -> Block {
        let Measures {
            left, width, note, ..
        } = *measures;
        let mut markup = String::new();
        let mut top = bottom;
        if !self.key.roles.is_empty() {
            top -= note * 1.2;
            markup.push_str(&self.roles(top, measures));
        }
        if !self.key.classes.is_empty() {
            top -= note * 2.5;
            markup.push_str(&self.classes(top, measures));
        }
        if !self.key.title.is_empty() {
            let lines = wrapped(&self.key.title, width / note);
            let height = lines.len() as f64 * note * LEADING;
            top -= height + note * 0.3;
            markup.push_str(&Block::of("strong", &lines, note, LEADING, top, measures).markup);
        }
        let room = Rect {
            x: left,
            y: top,
            width,
            height: bottom - top,
        };
        Block { markup, room }
    }

    fn classes(&self, top: f64, measures: &Measures) -> String {
        let Measures {
            left, width, note, ..
        } = *measures;
        let count = self.key.classes.len() as f64;
        let each = (width / count).min(note * 7.0);
        let widest = self
            .key
            .classes
            .iter()
            .map(|class| typeset::width(&class.bounds))
            .fold(1.0, f64::max);
        let size = (note * 0.86).min((each - 6.0) / widest);
        let mut out = String::new();
        for (place, Swatch { tone, bounds }) in self.key.classes.iter().enumerate() {
            let x = left + each * place as f64;
            let _ = write!(
                out,
                "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"/>\
                 <text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\">{}</text>",
                each - 3.0,
                note * 0.9,
                ink::fill(tone),
                top + note * 2.0,
                escape(bounds),
            );
        }
        out
    }

    fn roles(&self, top: f64, measures: &Measures) -> String {
        let Measures {
            left, width, note, ..
        } = *measures;
        let names = self.key.roles.iter().map(|role| role.name(self.lang));
        // A marker, its name, and a gap for each.
        let ems: f64 = names.clone().map(|name| typeset::width(name) + GLYPH).sum();
        let size = (note * 0.86).min(width / ems);
        let mut x = left;
        let mut out = String::new();
        for (role, name) in self.key.roles.iter().zip(names) {
            let times = size / 15.0;
            let _ = write!(
                out,
                "<g transform=\"translate({:.1} {:.1}) scale({times:.2})\">{}</g>\
                 <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\">{}</text>",
                x + size * 0.6,
                top + note * 0.6,
                marker::shape(*role, Px { x: 0.0, y: 0.0 }),
                x + size * 1.5,
                top + note * 0.6 + size * 0.36,
                escape(name),
            );
            x += (typeset::width(name) + GLYPH) * size;
        }
        out
    }
}

/// The room of a marker in the key and of the gap after its name, in font sizes.
const GLYPH: f64 = 2.2;

/// From line to line, in font sizes, of what is small.
const LEADING: f64 = 1.35;

/// The largest rectangle of the map's proportions in the middle of `room`.
fn fitted(room: Rect) -> Rect {
    let mut sides = VIEW_BOX.split(' ').skip(2).filter_map(|it| it.parse().ok());
    // A constant of four numbers.
    let (across, down): (f64, f64) = (sides.next().unwrap_or(1.0), sides.next().unwrap_or(1.0));
    let times = (room.width / across).min(room.height / down).max(0.0);
    let (width, height) = (across * times, down * times);
    Rect {
        x: room.x + (room.width - width) / 2.0,
        y: room.y + (room.height - height) / 2.0,
        width,
        height,
    }
}

/// Set lines with the room they take.
struct Block {
    markup: String,
    room: Rect,
}

impl Block {
    /// Lines from `top` downwards.
    fn of(
        class: &str,
        lines: &[String],
        size: f64,
        leading: f64,
        top: f64,
        measures: &Measures,
    ) -> Block {
        let mut markup = String::new();
        for (place, line) in lines.iter().enumerate() {
            let _ = write!(
                markup,
                "<text class=\"{class}\" x=\"{}\" y=\"{:.1}\" font-size=\"{size:.1}\">{}</text>",
                measures.left,
                // Letters stand in the upper four fifths of their line.
                top + size * (leading * place as f64 + (leading - 1.0) / 2.0 + 0.86),
                escape(line)
            );
        }
        let widest = lines.iter().map(|line| typeset::width(line) * size);
        Block {
            markup,
            room: Rect {
                x: measures.left,
                y: top,
                width: widest.fold(0.0, f64::max),
                height: lines.len() as f64 * size * leading,
            },
        }
    }
}

/// How a text is set that may take several sizes.
struct Set<'s> {
    class: &'s str,
    sizes: &'s [f64],
    most: usize,
    leading: f64,
}

impl Set<'_> {
    /// In the largest size in which it fits; what does not fit in the smallest ends in "…".
    fn below(&self, text: &str, top: f64, measures: &Measures) -> Block {
        let set = |size: &f64| (*size, wrapped(text, measures.width / size));
        let mut sets = self.sizes.iter().map(set);
        let fits = |(size, lines): &(f64, Vec<String>)| {
            let is_narrow = |line: &String| typeset::width(line) * size <= measures.width;
            lines.len() <= self.most && lines.iter().all(is_narrow)
        };
        let (size, lines) = sets.find(fits).unwrap_or_else(|| {
            let size = self.sizes.last().copied().unwrap_or(measures.note);
            let mut lines = wrapped(text, measures.width / size);
            lines.truncate(self.most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
            (size, lines)
        });
        Block::of(self.class, &lines, size, self.leading, top, measures)
    }
}

/// Lines of at most `most` font sizes, broken at spaces and as even as they can be; a word that is wider has
/// a line of its own.
fn wrapped(text: &str, most: f64) -> Vec<String> {
    let lines = greedy(text, most);
    // As many lines as that, each as short as it can be: no lonely last word.
    let mut even = lines.clone();
    let mut width = most;
    loop {
        width -= 0.5;
        let narrower = greedy(text, width);
        let widest = narrower.iter().map(|line| typeset::width(line));
        if narrower.len() > lines.len() || widest.fold(0.0, f64::max) > width {
            return even;
        }
        even = narrower;
    }
}

fn greedy(text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if typeset::width(line) + 0.3 + typeset::width(word) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_even_and_no_longer_than_they_may_be() {
        #[track_caller]
        fn check(text: &str, most: f64, expected: &[&str]) {
            assert_eq!(wrapped(text, most), expected);
        }
        check("", 9.0, &[]);
        check("오송", 9.0, &["오송"]);
        check(
            "바이오 기업 열에 여섯은 수도권에 있다",
            15.0,
            &["바이오 기업 열에", "여섯은 수도권에 있다"],
        );
        check(
            "Six in ten firms are in the capital region",
            12.0,
            &["Six in ten firms are", "in the capital region"],
        );
        // Wider than a line: it keeps its own.
        check(
            "한국바이오협회연보 2022년",
            4.0,
            &["한국바이오협회연보", "2022년"],
        );
    }

    #[test]
    fn the_map_keeps_its_proportions() {
        let room = Rect {
            x: 10.0,
            y: 20.0,
            width: 640.0,
            height: 6900.0,
        };
        let map = fitted(room);
        assert_eq!((map.width, map.height, map.x), (640.0, 690.0, 10.0));
        assert_eq!(map.y, 20.0 + (6900.0 - 690.0) / 2.0);
    }
}
