//! The keyboard on the map: one tab stop, and keys that lead from place to place.
//!
//! Where they lead is written in the links (`data-near`: north, east, south, west; `data-around`: clockwise).
//! The focus moves, the selection does not: Enter is the link's own click.

use core::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

use super::event::{callback, element, listen, meant, named};
use super::place::{all, document, first};
use crate::cluster::ClusterId;
use crate::nearby::nearby;
use crate::rank;
use crate::region::{REGIONS, RegionCode};
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// In the order of `data-near`.
pub const ARROWS: [&str; 4] = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"];

/// How long (ms) the focus rests before its surroundings are named: the link's own name comes first.
const PAUSE: i32 = 700;

thread_local! {
    /// The region around which `[` and `]` are walking.
    static PIVOT: Cell<Option<RegionCode>> = const { Cell::new(None) };
}

/// Follows the focus: the tab stop, the ring around a region, and after a pause the words.
pub fn start(lang: Lang) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let say = callback(move |event| {
        let focused = super::place::document().and_then(|document| document.active_element());
        let target = element(&event).filter(|target| focused.as_ref() == Some(target));
        if let Some(here) = target.and_then(|target| on_map(&target))
            && let Some(announcer) = first("#announcer")
        {
            let words = nearby(here, &around(here), clusters(here).len(), lang);
            announcer.set_text_content(Some(&words));
        }
    });
    listen(&document, "focusin", move |event| {
        if let Some(here) = element(&event).and_then(|element| on_map(&element)) {
            stop(here);
            ring(here);
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_1(&say, PAUSE, &event);
        }
    });
}

/// Draws the focus around a region.
pub fn ring(here: Selection) {
    let shape = link(here).and_then(|link| link.first_element_child());
    let outline = shape.and_then(|shape| shape.get_attribute("d"));
    for ring in all("[data-map] .focus") {
        let _ = ring.set_attribute("d", outline.as_deref().unwrap_or_default());
    }
}

/// Moves the focus from `here` as the key says; `false` where it is none of ours.
pub fn press(here: Selection, key: &str, state: &ViewState) -> bool {
    let pivot = PIVOT.take();
    let there = match (here, key) {
        (Selection::Region(code), "[" | "]") => {
            let at = pivot.filter(|pivot| around(Selection::Region(*pivot)).contains(&here));
            let centre = at.unwrap_or(code);
            PIVOT.set(Some(centre));
            next(&around(Selection::Region(centre)), here, key == "]")
        }
        (_, "." | ",") if state.shows_clusters() => next(&clusters(here), here, key == "."),
        (_, "Home" | "End") => ranked(state, key == "Home"),
        (Selection::Cluster(id), "Escape") => Some(Selection::Region(id.cluster().region())),
        _ => match ARROWS.iter().position(|arrow| *arrow == key) {
            Some(direction) => near(here, direction),
            None => return false,
        },
    };
    if let Some(link) = there.and_then(link)
        && let Some(link) = link.dyn_ref::<SvgElement>()
    {
        let _ = link.focus();
    }
    true
}

/// Puts the tab stop where the reader was last, which is at first the selection or the first by rank.
pub fn settle(state: &ViewState) {
    let place = match state.selection {
        Selection::Nation => first("[data-near][tabindex=\"0\"]")
            .and_then(|link| meant(&link))
            .or_else(|| ranked(state, true)),
        selection => Some(selection),
    };
    match place {
        // What is not drawn cannot be reached.
        Some(Selection::Cluster(id)) if !state.shows_clusters() => {
            stop(Selection::Region(id.cluster().region()));
        }
        Some(place) => stop(place),
        None => {}
    }
}

/// What an element of the map stands for.
#[inline(never)]
pub fn on_map(element: &Element) -> Option<Selection> {
    element.closest("[data-map]").ok().flatten()?;
    meant(element)
}

/// Makes this the only link of the map that Tab reaches.
fn stop(place: Selection) {
    if let Some(stop) = link(place) {
        for link in all("[data-near]") {
            let _ = link.set_attribute("tabindex", "-1");
        }
        let _ = stop.set_attribute("tabindex", "0");
    }
}

/// The link that takes the focus; copies in the insets never do.
#[inline(never)] // called from everywhere here: once is enough for the page
fn link(place: Selection) -> Option<Element> {
    let (kind, name) = match place {
        Selection::Nation => return None,
        Selection::Region(code) => ("region", code.as_str()),
        Selection::Cluster(id) => ("cluster", id.as_str()),
    };
    let inside = first(&format!("[data-map] [data-{kind}=\"{name}\"]"))?;
    inside.closest("[data-near]").ok().flatten()
}

fn near(here: Selection, direction: usize) -> Option<Selection> {
    let ways = link(here)?.get_attribute("data-near")?;
    named(ways.split(' ').nth(direction)?)
}

/// The regions around a region; none around a cluster.
#[inline(never)]
fn around(here: Selection) -> Vec<Selection> {
    let ways = link(here).and_then(|link| link.get_attribute("data-around"));
    let mut regions = Vec::new();
    for code in ways.as_deref().unwrap_or_default().split(' ') {
        if let Some(region) = named(code) {
            regions.push(region);
        }
    }
    regions
}

/// The clusters of the region in which `here` is, in the order of the data package.
#[inline(never)]
fn clusters(here: Selection) -> Vec<Selection> {
    let region = match here {
        Selection::Nation => return Vec::new(),
        Selection::Region(code) => code,
        Selection::Cluster(id) => id.cluster().region(),
    };
    let mut clusters = Vec::new();
    for id in ClusterId::all() {
        if id.cluster().region() == region {
            clusters.push(Selection::Cluster(id));
        }
    }
    clusters
}

/// The one after `here`, or before it; from outside the list its first or last.
#[inline(never)]
fn next(list: &[Selection], here: Selection, forward: bool) -> Option<Selection> {
    let count = list.len();
    let at = match (list.iter().position(|place| *place == here), forward) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count.checked_sub(1)?,
    };
    list.get(at).copied()
}

/// The region of the largest value, or that of the smallest.
#[inline(never)]
fn ranked(state: &ViewState, largest: bool) -> Option<Selection> {
    let units = state.units();
    let order = rank::order(&units);
    let mut places = order.iter().filter(|unit| units[**unit].is_some());
    let place = if largest {
        places.next()
    } else {
        places.next_back()
    };
    // Of a group its first member.
    let place = state.grouping.members(*place?).next()?;
    Some(Selection::Region(REGIONS[place].code))
}
