//! The entry: adopts the prerendered page and brings it to life.

use core::cell::Cell;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::place::{Place, document, first};
use super::{controls, event, focus, fragment, hash, map, search, sort, tooltip, walk};
use crate::headline;
use crate::page::{self, Page};
use crate::state::{Selection, ViewState};
use crate::text::Lang;
use crate::view::{Explore, ExploreProps, Inert};

thread_local! {
    /// What is marked as selected, for parts of the page that arrive later.
    static MARKED: Cell<Selection> = const { Cell::new(Selection::Nation) };
}

/// Called as soon as the module is compiled.
pub fn start() {
    sort::start();
    let place = Place::read();
    if let Some(place) = &place {
        search::start(place);
    }
    if let Some(place) = place
        && let Some(default) = place.page.state()
        && let Some(root) = first("#atlas").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    {
        hydrate_from(root, move || {
            let state = RwSignal::new(default);
            follow(state, default, &place);
            listen(state, default, place.lang);
            walk::start(place.lang);
            Explore(ExploreProps {
                state,
                lang: place.lang,
                root: place.root,
                inert: Inert::default(),
            })
        })
        .forget();
    }
    if let Some(html) = document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("data-ready", "true");
    }
}

/// Marks what is selected in markup that has just arrived.
pub fn refresh_marks() {
    map::mark(MARKED.get());
}

/// Brings the inert parts of the page after the state.
fn follow(state: RwSignal<ViewState>, default: ViewState, place: &Place) {
    let (lang, root) = (place.lang, place.root.clone());
    MARKED.set(default.selection);
    Effect::new(move |shown: Option<ViewState>| {
        let now = state.get();
        // The first run is after hydration: only now may the URL be read.
        let Some(shown) = shown else {
            let asked = hash::read(&default);
            if asked != default {
                state.set(asked);
            }
            // Until now every link was a stop of its own, as without a script.
            walk::settle(&default);
            return default;
        };
        if shown == now {
            return now;
        }
        controls::write(&now);
        map::overlay(&now);
        walk::settle(&now);
        if view_of(&shown) != view_of(&now) {
            map::paint(&now, lang);
            let url = page::chart_path(now.indicator(), now.measure(), now.year());
            fragment::load(
                "charts",
                format!("{root}{url}"),
                format!("{root}data/"),
                lang,
            );
        }
        if shown.selection != now.selection {
            MARKED.set(now.selection);
            refresh_marks();
            focus::keep();
            let page = format!("{root}{}", Page::of(now.selection).path());
            fragment::load("detail", format!("{page}detail.html"), page, lang);
        }
        hash::write(&now, &default);
        announce(&now, lang);
        now
    });
}

fn listen(state: RwSignal<ViewState>, default: ViewState, lang: Lang) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let change = move |next: ViewState| {
        if next != state.get_untracked() {
            state.set(next);
        }
    };
    let select = move |selection: Selection| {
        let mut next = state.get_untracked();
        next.selection = selection;
        change(next);
    };

    for kind in ["popstate", "hashchange"] {
        event::listen(&window, kind, move |_| {
            if hash::is_state() {
                change(hash::read(&default));
            }
        });
    }

    event::listen(&document, "change", move |event| {
        let mut next = state.get_untracked();
        if event::element(&event).is_some_and(|control| controls::read(&control, &mut next)) {
            change(next);
        }
    });

    event::listen(&document, "click", move |event| {
        let Some(click) = event.dyn_ref::<web_sys::MouseEvent>() else {
            return;
        };
        // A new tab or window is the reader's business.
        if click.button() != 0
            || click.ctrl_key()
            || click.meta_key()
            || click.shift_key()
            || click.alt_key()
        {
            return;
        }
        let Some(element) = event::element(&event) else {
            return;
        };
        let Some(mut selection) = event::meant(&element) else {
            return;
        };
        let by_touch = event
            .dyn_ref::<web_sys::PointerEvent>()
            .is_some_and(|pointer| pointer.pointer_type() == "touch");
        if by_touch
            && walk::on_map(&element).is_some()
            && matches!(selection, Selection::Region(_))
            && state.get_untracked().clusters
            && let Some(marker) =
                event::marker_near(f64::from(click.client_x()), f64::from(click.client_y()))
        {
            selection = marker;
        }
        event.prevent_default();
        tooltip::hide();
        select(selection);
    });

    event::listen(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
            return;
        };
        // Alt+Left and the like are the browser's own.
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let key = key.key();
        match event::element(&event).and_then(|e| walk::on_map(&e)) {
            Some(here) if walk::press(here, &key, &state.get_untracked()) => {
                event.prevent_default()
            }
            Some(here) if key == " " => {
                event.prevent_default();
                select(here);
            }
            _ if key == "Escape" => {
                tooltip::hide();
                select(Selection::Nation);
            }
            _ => {}
        }
    });

    event::listen(&document, "pointermove", move |event| {
        let Some(pointer) = event.dyn_ref::<web_sys::PointerEvent>() else {
            return;
        };
        if pointer.pointer_type() == "touch" {
            return;
        }
        match event::element(&event).and_then(|e| walk::on_map(&e)) {
            Some(target) => tooltip::show(
                target,
                pointer.client_x(),
                pointer.client_y(),
                &state.get_untracked(),
                lang,
            ),
            None => tooltip::hide(),
        }
    });

    event::listen(&document, "focusin", move |event| {
        let focused = event::element(&event);
        match focused.and_then(|e| Some((walk::on_map(&e)?, e.get_bounding_client_rect()))) {
            Some((target, bounds)) => tooltip::show(
                target,
                (bounds.x() + bounds.width() / 2.0) as i32,
                (bounds.y() + bounds.height() / 2.0) as i32,
                &state.get_untracked(),
                lang,
            ),
            None => tooltip::hide(),
        }
    });
}

/// The title of the tab, the language switch, and a sentence for screen readers.
fn announce(state: &ViewState, lang: Lang) {
    let Some(document) = document() else { return };
    let headline = headline::headline(state, lang);
    document.set_title(&format!("{headline} · {}", lang.text().site));
    if let Some(announcer) = first("#announcer") {
        announcer.set_text_content(Some(&headline));
    }
    if let Some(link) = first("[data-other-language]")
        && let Some(href) = link.get_attribute("href")
    {
        let page = href.split('#').next().unwrap_or_default();
        let hash = web_sys::window().and_then(|window| window.location().hash().ok());
        let _ = link.set_attribute("href", &format!("{page}{}", hash.unwrap_or_default()));
    }
}

/// The part of the state that decides about colours and charts.
fn view_of(state: &ViewState) -> (usize, usize, u16) {
    (
        state.indicator() as usize,
        state.measure() as usize,
        state.year(),
    )
}
