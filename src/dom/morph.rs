//! From the map to tiles or circles and back: fetches the shapes when they are first wanted, moves between
//! them, and turns around in the middle where the reader does. The links and paths stay the same elements.

use core::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::event::callback;
use super::fragment::fetch;
use super::intent::Intent;
use super::place::{Place, all, document, first};
use super::{equip, walk};
use crate::arrangement::{Arrangement, FILE};
use crate::state::ViewState;

/// How long a change takes, in milliseconds.
const LASTS: f64 = 200.0;

thread_local! {
    static LAYOUTS: RefCell<Layouts> = const { RefCell::new(Layouts::Unasked) };
}

/// How far the shapes have come.
enum Layouts {
    Unasked,
    Asked,
    Here(Morph),
}

/// Brings layout and patterns after the state.
pub fn follow(intent: Intent) {
    let now = intent.shown();
    let is_wanted = now.arrangement != Arrangement::Map || now.patterns;
    let is_first = LAYOUTS.with_borrow_mut(|layouts| match layouts {
        Layouts::Here(morph) => {
            morph.follow(&now);
            false
        }
        Layouts::Unasked if is_wanted => {
            *layouts = Layouts::Asked;
            true
        }
        _ => false,
    });
    if !is_first {
        return;
    }
    let Place { lang, root, .. } = intent.place;
    let take = move |text: Option<String>| match text.as_deref().and_then(Morph::read) {
        Some(morph) => {
            LAYOUTS.set(Layouts::Here(morph));
            // The words that have just arrived say the first view's values.
            follow(intent);
            intent.show(intent.wanted());
        }
        None => {
            LAYOUTS.set(Layouts::Unasked);
            say(lang.text().layouts_failed);
            intent.change(|next| {
                next.arrangement = Arrangement::Map;
                next.patterns = false;
            });
        }
    };
    fetch(format!("{root}{FILE}"), Box::new(take));
}

/// All shapes, and where they are on their way.
struct Morph {
    /// A sentence on each layout.
    sentences: [String; 3],
    shapes: Vec<Shape>,
    /// The coordinates of all shapes in each layout, x after y, in tenths of an SVG unit.
    targets: [Vec<i32>; 3],
    /// How many coordinates a ring has.
    ring: usize,
    now: Vec<i32>,
    from: Vec<i32>,
    to: Arrangement,
    /// When the first frame of the change was drawn; `None` before.
    since: Option<f64>,
    is_moving: bool,
    tick: Function,
}

/// The path of a region.
struct Shape {
    path: Element,
    /// Its `d` on the map, to the byte.
    on_map: String,
    /// Where its coordinates end.
    end: usize,
}

impl Morph {
    /// Reads what `map::arranged` wrote and puts its markup into the map.
    fn read(text: &str) -> Option<Morph> {
        let mut lines = text.lines();
        let mut sentence = || lines.next().map(str::to_string);
        let sentences = [sentence()?, sentence()?, sentence()?];
        let markup = lines.next()?;
        let (square, circle) = (numbers(lines.next()?), numbers(lines.next()?));
        let mut targets: [Vec<i32>; 3] = Default::default();
        let mut shapes: Vec<(&str, Shape)> = Vec::new();
        for line in lines {
            let (code, rest) = line.split_once(' ')?;
            let rest = numbers(rest);
            let (centres, outline) = rest.split_at_checked(6)?;
            let [on_map, tiles, circles] = &mut targets;
            on_map.extend_from_slice(outline);
            around(tiles, &centres[..3], &square);
            around(circles, &centres[3..], &circle);
            let end = on_map.len();
            match shapes.last_mut().filter(|(last, _)| *last == code) {
                Some((_, shape)) => shape.end = end,
                None => {
                    let path = first(&format!("[data-map] [data-region=\"{code}\"]"))?;
                    let on_map = path.get_attribute("d")?;
                    shapes.push((code, Shape { path, on_map, end }));
                }
            }
        }
        let _ = first("[data-map]")?.insert_adjacent_html("beforeend", markup);
        Some(Morph {
            sentences,
            shapes: shapes.into_iter().map(|(_, shape)| shape).collect(),
            now: targets[0].clone(),
            from: Vec::new(),
            targets,
            ring: square.len(),
            to: Arrangement::Map,
            since: None,
            is_moving: false,
            // A frame's time comes where the other callbacks have their event.
            tick: callback(|time| step(JsValue::from(time).as_f64().unwrap_or_default())),
        })
    }

    /// Sets out for the layout of the state, from wherever the shapes are.
    fn follow(&mut self, state: &ViewState) {
        let Some(explore) = first(".explore") else {
            return;
        };
        let _ = explore.toggle_attribute_with_force("data-patterns", state.patterns);
        if self.to == state.arrangement {
            return;
        }
        self.to = state.arrangement;
        say(&self.sentences[self.to as usize]);
        if self.to != Arrangement::Map {
            let _ = explore.set_attribute("data-layout", self.to.slug());
        }
        for line in all("[data-map] .outline,[data-map] .focus") {
            let _ = line.set_attribute("d", "");
        }
        self.from.clone_from(&self.now);
        self.since = None;
        let Some(window) = web_sys::window() else {
            return;
        };
        let is_still = window
            .match_media("(prefers-reduced-motion: reduce)")
            .is_ok_and(|query| query.is_some_and(|query| query.matches()));
        if is_still {
            self.since = Some(-LASTS);
            self.draw(0.0);
        } else if !self.is_moving {
            self.is_moving = window.request_animation_frame(&self.tick).is_ok();
        }
    }

    /// Draws the shapes as they are at a time; `false` once they have arrived.
    fn draw(&mut self, time: f64) -> bool {
        let part = (time - *self.since.get_or_insert(time)) / LASTS;
        let is_there = part >= 1.0;
        // Slow at both ends; whole numbers from here on.
        let eased = (part * part * (3.0 - 2.0 * part) * 1024.0) as i32;
        let target = &self.targets[self.to as usize];
        for ((now, from), to) in self.now.iter_mut().zip(&self.from).zip(target) {
            *now = if is_there {
                *to
            } else {
                from + (to - from) * eased / 1024
            };
        }
        let is_home = is_there && self.to == Arrangement::Map;
        let mut begin = 0;
        for Shape { path, on_map, end } in &self.shapes {
            let _ = if is_home {
                path.set_attribute("d", on_map)
            } else {
                path.set_attribute("d", &outline(&self.now[begin..*end], self.ring))
            };
            begin = *end;
        }
        if is_home && let Some(explore) = first(".explore") {
            let _ = explore.remove_attribute("data-layout");
        }
        if is_there {
            equip::refresh_marks();
            let focused = document().and_then(|document| document.active_element());
            if let Some(here) = focused.and_then(|element| walk::on_map(&element)) {
                walk::ring(here);
            }
        }
        !is_there
    }
}

/// Called for each frame.
fn step(time: f64) {
    LAYOUTS.with_borrow_mut(|layouts| {
        if let Layouts::Here(morph) = layouts {
            morph.is_moving = morph.draw(time)
                && web_sys::window()
                    .is_some_and(|window| window.request_animation_frame(&morph.tick).is_ok());
        }
    });
}

/// Adds a unit shape (thousandths) around a middle, as large as the third number says.
fn around(out: &mut Vec<i32>, place: &[i32], unit: &[i32]) {
    let mut at = 0;
    for number in unit {
        out.push(place[at] + place[2] * number / 1000);
        at = 1 - at;
    }
}

/// Path data of rings of tenths.
fn outline(coordinates: &[i32], ring: usize) -> String {
    let mut d = String::new();
    for ring in coordinates.chunks(ring) {
        let mut before = 'M';
        for number in ring {
            d.push(before);
            d.push_str(&number.to_string());
            d.push_str("e-1");
            before = ' ';
        }
        d.push('Z');
    }
    d
}

/// Whole numbers parted by spaces; what is none is 0.
fn numbers(line: &str) -> Vec<i32> {
    let mut out = Vec::new();
    for number in line.split(' ') {
        out.push(number.parse().unwrap_or_default());
    }
    out
}

/// The line under the choice of layout.
fn say(words: &str) {
    if let Some(line) = first(".layouts p") {
        line.set_text_content(Some(words));
    }
}
