//! The instruments: what a reader reaches for after the first look. They come once the page is live, and are
//! all that a page without a map needs.

use core::cell::Cell;

use wasm_bindgen::JsCast;

use super::exchange::{Word, hear};
use super::intent::Intent;
use super::place::{Place, document};
use super::{
    builder, compare, cut, drill, event, host, legend, map, morph, network, own, play, search,
    sigungu, sort, story, walk,
};
use crate::page::Page;
use crate::state::{Selection, ViewState};

thread_local! {
    /// What is marked as selected, for parts of the page that arrive later.
    static MARKED: Cell<Selection> = const { Cell::new(Selection::Nation) };
}

/// Called as soon as the module is compiled.
pub fn equip() {
    let Some(html) = document().and_then(|document| document.document_element()) else {
        return;
    };
    sort::start();
    story::start();
    if let Some(place) = Place::read() {
        let place: &'static Place = Box::leak(Box::new(place));
        search::start(place);
        compare::start(place);
        builder::start(place);
        network::start(place);
        if place.page == Page::Sigungu {
            sigungu::start(place);
        }
        match place.page.state() {
            Some(default) => {
                let intent = Intent { place, default };
                on_map(intent);
                host::start(Some(intent));
            }
            // Nobody else brings a page without a map to life.
            None => {
                host::start(None);
                let _ = html.set_attribute("data-ready", "true");
            }
        }
    }
    let _ = html.set_attribute("data-equipped", "true");
}

/// Marks what is selected in markup that has just arrived.
pub fn refresh_marks() {
    map::mark(MARKED.get());
    drill::settle();
}

fn on_map(intent: Intent) {
    own::start(intent);
    drill::start(intent);
    cut::start(intent);
    listen(intent);
    let before = Cell::new(intent.default);
    let follow = move |now| follow(&before.replace(now), now, intent);
    follow(intent.shown());
    hear(Word::Shown, intent.default, follow);
}

/// Brings the instruments after what is shown.
fn follow(before: &ViewState, now: ViewState, intent: Intent) {
    MARKED.set(now.selection);
    intent.settle(now);
    if !now.shows_the_same_figures(before) || now.cut != before.cut {
        legend::leave(None);
        cut::write(&now, intent);
        play::write(&now);
        if own::is_shown() {
            own::leave();
            // The title is still that of the reader's data.
            intent.show(now);
        }
    }
    morph::follow(intent);
    drill::follow(&now, intent.place.lang, &intent.place.root);
}

fn listen(intent: Intent) {
    let Some(document) = document() else { return };
    event::listen(&document, "click", move |event| {
        if let Some(element) = event::element(&event)
            && !legend::isolate(&element)
        {
            play::press(&element, intent);
        }
    });
    event::listen(&document, "keydown", |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>();
        if key.is_some_and(|key| key.key() == "Escape") {
            legend::leave(None);
        }
    });
    for kind in ["pointermove", "focusin"] {
        event::listen(&document, kind, |event| {
            legend::light(event::element(&event).and_then(|e| walk::on_map(&e)));
        });
    }
}
