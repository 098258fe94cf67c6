//! Listeners: one of each kind on the document, whatever the number of shapes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

use super::place::all;
use crate::cluster::ClusterId;
use crate::region::RegionCode;
use crate::state::Selection;

/// Listens for as long as the page lives.
pub fn listen(target: &EventTarget, kind: &str, handler: impl Fn(Event) + 'static) {
    let _ = target.add_event_listener_with_callback(kind, &callback(handler));
}

/// A function of the browser's that lives as long as the page. One kind of closure for every purpose: each
/// further kind would cost the page a kilobyte.
pub fn callback(handler: impl Fn(Event) + 'static) -> js_sys::Function {
    Closure::<dyn Fn(Event)>::new(handler)
        .into_js_value()
        .unchecked_into()
}

/// The element that an event is about.
pub fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// What an element stands for: a shape, a marker, a bar or a link to one of them.
pub fn meant(element: &Element) -> Option<Selection> {
    let holder = element
        .closest("[data-region],[data-inset],[data-cluster],[data-copy],[data-bar],[data-go]")
        .ok()
        .flatten()
        .or_else(|| {
            // The focus is on the link around the shape, not on the shape.
            let inside = "[data-region],[data-inset],[data-cluster]";
            let link = element.closest("[data-map] a").ok().flatten()?;
            link.query_selector(inside).ok().flatten()
        })?;
    let attribute = |name: &str| holder.get_attribute(name);
    for name in ["data-region", "data-inset", "data-bar"] {
        if let Some(code) = attribute(name) {
            return RegionCode::parse(&code).map(Selection::Region);
        }
    }
    for name in ["data-cluster", "data-copy"] {
        if let Some(id) = attribute(name) {
            return ClusterId::parse(&id).map(Selection::Cluster);
        }
    }
    match attribute("data-go")?.as_str() {
        "00" => Some(Selection::Nation),
        name => named(name),
    }
}

/// The region or cluster with this code or id.
pub fn named(place: &str) -> Option<Selection> {
    RegionCode::parse(place)
        .map(Selection::Region)
        .or_else(|| ClusterId::parse(place).map(Selection::Cluster))
}

/// The marker within a finger's width of a point; markers are smaller than fingers.
pub fn marker_near(x: f64, y: f64) -> Option<Selection> {
    /// Half of the 44 px that a target should measure.
    const REACH: f64 = 22.0;
    let mut best: Option<(f64, Selection)> = None;
    for marker in all("[data-map] .marker .dot") {
        let bounds = marker.get_bounding_client_rect();
        if bounds.width() == 0.0 {
            continue;
        }
        let (dx, dy) = (
            bounds.x() + bounds.width() / 2.0 - x,
            bounds.y() + bounds.height() / 2.0 - y,
        );
        let distance = dx * dx + dy * dy;
        if distance <= REACH * REACH
            && best.as_ref().is_none_or(|(nearest, _)| distance < *nearest)
            && let Some(selection) = meant(&marker)
        {
            best = Some((distance, selection));
        }
    }
    best.map(|(_, selection)| selection)
}
