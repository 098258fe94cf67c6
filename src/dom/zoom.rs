//! The map from nearer: by buttons, two fingers, a double tap, keys, and the wheel with Ctrl.
//!
//! Only the `viewBox` changes. Letters and markers keep their size on the screen: the style sheet shrinks
//! them by `--zoom` about the points that [`pin`] gives them. A map that is whole leaves every gesture of one
//! finger to the page.

use core::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, SvgElement};

use super::event::{element, listen};
use super::place::{all, document, first};

/// The drawing, as in [`crate::map::VIEW_BOX`].
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 690.0;
/// The narrowest part that is shown.
const NARROWEST: f64 = 40.0;
/// What a press of a button changes.
const STEP: f64 = 1.6;
/// Movement (CSS px) that makes a press a drag.
const SLACK: f64 = 8.0;
/// Milliseconds between the two taps of a double tap.
const DOUBLE: f64 = 350.0;

thread_local! {
    static VIEW: Cell<View> = const { Cell::new(View { x: 0.0, y: 0.0, width: WIDTH }) };
    static HAND: Cell<Hand> = const { Cell::new(Hand { fingers: [None; 2], moved: 0.0, tapped: 0.0 }) };
}

/// The part of the drawing that is shown; the height follows.
#[derive(Clone, Copy, PartialEq)]
struct View {
    x: f64,
    y: f64,
    width: f64,
}

/// Fingers or the mouse on the map.
#[derive(Clone, Copy)]
struct Hand {
    /// Id and place (CSS px) of each.
    fingers: [Option<(i32, f64, f64)>; 2],
    /// How far (CSS px) it has moved since it was put down.
    moved: f64,
    /// When the last tap was.
    tapped: f64,
}

/// Listens, where the page has a map.
pub fn start() {
    let (Some(document), Some(map)) = (document(), first("[data-map]")) else {
        return;
    };
    listen(&document, "click", |event| {
        let button = element(&event).and_then(|e| e.closest("[data-zoom-by]").ok().flatten());
        match button
            .and_then(|button| button.get_attribute("data-zoom-by"))
            .as_deref()
        {
            Some("1") => by(STEP, None),
            Some("-1") => by(1.0 / STEP, None),
            Some(_) => whole(),
            None => {}
        }
    });
    listen(&document, "keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let takes_text = element(&event).is_none_or(|e| {
            e.closest("input:not([type=radio],[type=checkbox]),select,textarea")
                .is_ok_and(|field| field.is_some())
        });
        if takes_text || key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        match key.key().as_str() {
            "+" | "=" => by(STEP, None),
            "-" => by(1.0 / STEP, None),
            "0" => whole(),
            _ => {}
        }
    });
    // Listeners of the map itself may keep the browser from scrolling, those of the document may not.
    listen(&map, "wheel", |event| {
        if let Some(wheel) = event.dyn_ref::<MouseEvent>()
            && wheel.ctrl_key()
        {
            event.prevent_default();
            let away = js_sys::Reflect::get(&event, &"deltaY".into());
            let is_away = away.ok().and_then(|y| y.as_f64()).unwrap_or_default() > 0.0;
            let times = if is_away { 1.0 / 1.2 } else { 1.2 };
            by(
                times,
                Some((wheel.client_x().into(), wheel.client_y().into())),
            );
        }
    });
    listen(&map, "touchmove", |event| {
        if HAND.get().fingers[1].is_some() {
            event.prevent_default();
        }
    });
    listen(&map, "dragstart", |event| event.prevent_default());
    listen(&map, "pointerdown", |event| {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
            let mut hand = HAND.get();
            let free = usize::from(hand.fingers[0].is_some());
            if free == 0 {
                hand.moved = 0.0;
            }
            hand.fingers[free] = Some(finger(pointer));
            HAND.set(hand);
        }
    });
    listen(&document, "pointermove", |event| {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
            follow(finger(pointer));
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        listen(&document, kind, |_| {
            let mut hand = HAND.get();
            hand.fingers = [None; 2];
            HAND.set(hand);
        });
    }
    listen(&map, "click", |event| {
        let mut hand = HAND.get();
        // The end of a drag chooses nothing.
        if hand.moved > SLACK {
            hand.moved = 0.0;
            HAND.set(hand);
            event.stop_propagation();
            event.prevent_default();
            return;
        }
        let is_double = event.time_stamp() - hand.tapped < DOUBLE;
        hand.tapped = if is_double { 0.0 } else { event.time_stamp() };
        HAND.set(hand);
        // A region of the whole map is gone into; see `drill`.
        let region =
            element(&event).and_then(|e| e.closest("[data-region],[data-inset]").ok().flatten());
        if is_double
            && region.is_none()
            && let Some(click) = event.dyn_ref::<MouseEvent>()
        {
            by(
                2.0,
                Some((click.client_x().into(), click.client_y().into())),
            );
        }
    });
}

/// Shows the whole drawing.
pub fn whole() {
    show(View {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
    });
}

/// Shows a part of the drawing: left, top, width, height.
pub fn to(frame: &str) {
    let mut numbers = frame.split(' ').map(|number| number.parse::<i32>());
    if let (Some(Ok(x)), Some(Ok(y)), Some(Ok(width))) =
        (numbers.next(), numbers.next(), numbers.next())
    {
        show(View {
            x: x.into(),
            y: y.into(),
            width: width.into(),
        });
    }
}

/// Shows so many times as large what stays at a point of the window, or else in the middle.
fn by(times: f64, at: Option<(f64, f64)>) {
    let view = VIEW.get();
    let Some(bounds) = bounds() else { return };
    let (across, down) = at.map_or((0.5, 0.5), |(x, y)| {
        ((x - bounds.0) / bounds.2, (y - bounds.1) / bounds.3)
    });
    let width = within(view.width / times, NARROWEST, WIDTH);
    let less = view.width - width;
    show(View {
        x: view.x + less * across,
        y: view.y + less * down * HEIGHT / WIDTH,
        width,
    });
}

/// Moves the map with a finger or the mouse that is down.
fn follow(now: (i32, f64, f64)) {
    let mut hand = HAND.get();
    let Some(which) = hand
        .fingers
        .iter()
        .position(|it| it.is_some_and(|it| it.0 == now.0))
    else {
        return;
    };
    let before = hand.fingers;
    hand.fingers[which] = Some(now);
    let (Some(from), Some(bounds)) = (before[which], bounds()) else {
        return;
    };
    let (dx, dy) = (now.1 - from.1, now.2 - from.2);
    hand.moved += dx.abs() + dy.abs();
    HAND.set(hand);
    let view = VIEW.get();
    let fingers = hand.fingers[1].is_some();
    if !fingers && view.width >= WIDTH {
        return;
    }
    // Two fingers move the map by half of what each moves.
    let per_px = view.width / bounds.2 / if fingers { 2.0 } else { 1.0 };
    show(View {
        x: view.x - dx * per_px,
        y: view.y - dy * per_px,
        ..view
    });
    if let ([Some(a), Some(b)], [Some(was_a), Some(was_b)]) = (hand.fingers, before) {
        let apart = |a: (i32, f64, f64), b: (i32, f64, f64)| {
            let (x, y) = (a.1 - b.1, a.2 - b.2);
            (x * x + y * y).sqrt().max(1.0)
        };
        let middle = ((a.1 + b.1) / 2.0, (a.2 + b.2) / 2.0);
        by(apart(a, b) / apart(was_a, was_b), Some(middle));
    }
}

fn show(view: View) {
    let Some(map) = first("[data-map]").and_then(|map| map.dyn_into::<SvgElement>().ok()) else {
        return;
    };
    let width = within(view.width, NARROWEST, WIDTH);
    let height = width * HEIGHT / WIDTH;
    let view = View {
        x: within(view.x, 0.0, WIDTH - width),
        y: within(view.y, 0.0, HEIGHT - height),
        width,
    };
    let is_whole = width >= WIDTH;
    if !is_whole && VIEW.get().width >= WIDTH {
        pin();
    }
    VIEW.set(view);
    let [x, y, w, h, zoom] = [view.x, view.y, width, height, WIDTH / width].map(hundredths);
    let _ = map.set_attribute("viewBox", &format!("{x} {y} {w} {h}"));
    let _ = map.style().set_property("--zoom", &zoom);
    let _ = if is_whole {
        map.remove_attribute("data-zoomed")
    } else {
        map.set_attribute("data-zoomed", "")
    };
}

/// Tells letters and markers the point that they shrink about. Only while the map is whole: then they have
/// their own size.
fn pin() {
    let Some((left, top, width, _)) = bounds() else {
        return;
    };
    for mark in all("[data-map] .markers > a, [data-map] .body") {
        let dot = mark.query_selector(".dot,.ring").ok().flatten();
        let Some(dot) = dot else { continue };
        let dot = dot.get_bounding_client_rect();
        let x = (dot.x() + dot.width() / 2.0 - left) * WIDTH / width;
        let y = (dot.y() + dot.height() / 2.0 - top) * WIDTH / width;
        shrink_about(&mark, &hundredths(x), &hundredths(y));
    }
    let mut at = (String::new(), String::new());
    for text in all("[data-map] .values text, [data-map] .sea") {
        // A value shrinks with the name above it.
        if !text.has_attribute("data-label") {
            let number = |name| text.get_attribute(name).unwrap_or_default();
            at = (number("x"), number("y"));
        }
        shrink_about(&text, &at.0, &at.1);
    }
}

fn shrink_about(element: &Element, x: &str, y: &str) {
    if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element
            .style()
            .set_property("transform-origin", &format!("{x}px {y}px"));
    }
}

/// Left, top, width and height of the map on the screen.
fn bounds() -> Option<(f64, f64, f64, f64)> {
    let bounds = first("[data-map]")?.get_bounding_client_rect();
    (bounds.width() > 0.0).then(|| (bounds.x(), bounds.y(), bounds.width(), bounds.height()))
}

fn finger(pointer: &PointerEvent) -> (i32, f64, f64) {
    (
        pointer.pointer_id(),
        pointer.client_x().into(),
        pointer.client_y().into(),
    )
}

/// As `clamp`, which would print its bounds where they are wrong, and cost the page 8 KB for that.
fn within(number: f64, least: f64, most: f64) -> f64 {
    number.min(most).max(least)
}

/// With two digits behind the point: printing a float would cost the page 8 KB.
fn hundredths(number: f64) -> String {
    let hundredths = (number * 100.0 + 0.5) as i32;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    format!("{whole}.{zero}{rest}")
}
