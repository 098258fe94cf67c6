//! Names that do not collide: a greedy placement, most important first, the same on every run.

use crate::geometry::{Px, Rect};
use crate::typeset;

/// A size of lettering. The drawing scales with the page, so a phone needs letters twice as large in it,
/// and has room for fewer: both are drawn, the style sheet shows one.
#[derive(Clone, Copy, Debug)]
pub struct Lettering {
    /// The class of what is set in it.
    pub class: &'static str,
    /// Font size in SVG units.
    pub size: f64,
    /// Clusters of this order and before it are named; values keep clear of their markers only.
    pub last_order: u8,
}

/// From about 600 px of page width.
const WIDE: Lettering = Lettering {
    class: "wide",
    size: 14.5,
    last_order: u8::MAX,
};
/// Below.
const NARROW: Lettering = Lettering {
    class: "narrow",
    size: 23.0,
    last_order: 1,
};

/// Both.
pub const LETTERINGS: [Lettering; 2] = [WIDE, NARROW];

/// Breaks a name into lines of at most `most` characters, at spaces.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// A name that wants a place beside a point.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    pub text: &'a str,
    pub at: Px,
    /// How far the marker reaches.
    pub reach: f64,
    /// Smaller is placed first.
    pub order: u8,
}

/// A name that has found one.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    /// The wish, by its place in the list.
    pub wish: usize,
    /// The baseline's anchor.
    pub at: Px,
    /// The SVG `text-anchor`.
    pub anchor: &'static str,
}

impl Placed {
    /// The room that `text` takes here at a font size.
    pub fn room(&self, text: &str, size: f64) -> Rect {
        let width = typeset::width(text) * size;
        let left = match self.anchor {
            "start" => self.at.x,
            "end" => self.at.x - width,
            _ => self.at.x - width / 2.0,
        };
        Rect {
            x: left - 1.0,
            y: self.at.y - size * 0.85,
            width: width + 2.0,
            height: size * 1.1,
        }
    }
}

/// Where names may go and how large they are.
#[derive(Debug)]
pub struct Placement {
    /// Font size in SVG units.
    pub size: f64,
    /// The drawing's edges.
    pub inside: Rect,
    /// Boxes that are taken already: value labels, insets.
    pub taken: Vec<Rect>,
    /// Markers, with how far they reach.
    pub markers: Vec<(Px, f64)>,
}

impl Placement {
    /// Places what fits without touching anything else; the rest stays without a name at rest.
    pub fn place(mut self, wishes: &[Wish], last_order: u8) -> Vec<Placed> {
        let mut order: Vec<usize> = (0..wishes.len())
            .filter(|&wish| wishes[wish].order <= last_order)
            .collect();
        order.sort_by_key(|&wish| (wishes[wish].order, wish));
        let mut placed = Vec::new();
        for wish in order {
            if let Some((name, rect)) = self.spot(wish, &wishes[wish]) {
                self.taken.push(rect);
                placed.push(name);
            }
        }
        placed.sort_by_key(|placed| placed.wish);
        placed
    }

    fn spot(&self, number: usize, wish: &Wish) -> Option<(Placed, Rect)> {
        let h = self.size;
        let gap = wish.reach + 3.0;
        let Px { x, y } = wish.at;
        // Right first, as one reads; then left, above, below and the corners.
        let candidates = [
            (x + gap, y + h * 0.36, "start"),
            (x - gap, y + h * 0.36, "end"),
            (x, y - gap - 1.0, "middle"),
            (x, y + gap + h * 0.8, "middle"),
            (x + gap * 0.7, y - gap * 0.7, "start"),
            (x + gap * 0.7, y + gap * 0.7 + h * 0.7, "start"),
            (x - gap * 0.7, y - gap * 0.7, "end"),
            (x - gap * 0.7, y + gap * 0.7 + h * 0.7, "end"),
        ];
        candidates.into_iter().find_map(|(ax, ay, anchor)| {
            let placed = Placed {
                wish: number,
                at: Px { x: ax, y: ay },
                anchor,
            };
            let rect = placed.room(wish.text, self.size);
            self.is_free(&rect, wish).then_some((placed, rect))
        })
    }

    fn is_free(&self, rect: &Rect, wish: &Wish) -> bool {
        let page = &self.inside;
        rect.x >= page.x
            && rect.y >= page.y
            && rect.x + rect.width <= page.x + page.width
            && rect.y + rect.height <= page.y + page.height
            && !self.taken.iter().any(|other| overlap(rect, other))
            && !self
                .markers
                .iter()
                .any(|(at, reach)| *at != wish.at && near(rect, *at) < reach + 1.0)
    }
}

/// Whether two boxes share area.
pub fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// How far a point is from a box.
fn near(rect: &Rect, at: Px) -> f64 {
    let dx = (rect.x - at.x).max(at.x - rect.x - rect.width).max(0.0);
    let dy = (rect.y - at.y).max(at.y - rect.y - rect.height).max(0.0);
    dx.hypot(dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(markers: &[(f64, f64)]) -> Placement {
        Placement {
            size: 10.0,
            inside: Rect {
                x: 0.0,
                y: 0.0,
                width: 100.0,
                height: 100.0,
            },
            taken: Vec::new(),
            markers: markers.iter().map(|&(x, y)| (Px { x, y }, 3.0)).collect(),
        }
    }

    fn wish(text: &str, x: f64, y: f64, order: u8) -> Wish<'_> {
        Wish {
            text,
            at: Px { x, y },
            reach: 3.0,
            order,
        }
    }

    #[test]
    fn a_name_stands_to_the_right_where_it_can() {
        let placed = page(&[(50.0, 50.0)]).place(&[wish("오송", 50.0, 50.0, 0)], 9);
        assert_eq!(placed[0].anchor, "start");
    }

    #[test]
    fn at_the_edge_it_stands_to_the_left() {
        let placed = page(&[(98.0, 50.0)]).place(&[wish("오송", 98.0, 50.0, 0)], 9);
        assert_eq!(placed[0].anchor, "end");
    }

    #[test]
    fn the_more_important_name_wins_and_the_other_moves_or_goes() {
        let wishes = [
            wish("가나다라", 50.0, 50.0, 1),
            wish("마바사아", 50.0, 50.5, 0),
        ];
        let placed = page(&[]).place(&wishes, 9);
        assert_eq!(placed.iter().find(|p| p.wish == 1).unwrap().anchor, "start");
        assert_ne!(
            placed.iter().find(|p| p.wish == 0).map(|p| p.anchor),
            Some("start")
        );

        let crowd: Vec<_> = (0..20)
            .map(|_| wish("가나다라마바사", 50.0, 50.0, 0))
            .collect();
        assert!(page(&[]).place(&crowd, 9).len() < crowd.len());
    }

    #[test]
    fn names_break_at_spaces() {
        assert_eq!(
            wrap("Council of bio clusters", 11),
            ["Council of", "bio", "clusters"]
        );
        assert_eq!(wrap("", 11), Vec::<String>::new());
    }
}
