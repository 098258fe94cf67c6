//! The entry: adopts the prerendered page and brings it to life.

use core::cell::Cell;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::exchange::{Word, hear, say};
use super::place::{Place, document, first};
use super::{controls, event, focus, fragment, hash, map, title, tooltip, walk};
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
    if let Some(place) = Place::read()
        && let Some(default) = place.page.state()
        && let Some(root) = first("#atlas").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let place: &'static Place = Box::leak(Box::new(place));
        hydrate_from(root, move || {
            let state = RwSignal::new(default);
            follow(state, default, place);
            listen(state, default, place.lang);
            walk::start(place.lang);
            Explore(ExploreProps {
                state,
                lang: place.lang,
                root: place.root.clone(),
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
fn refresh_marks() {
    map::mark(MARKED.get());
}

/// Brings the inert parts of the page after the state.
fn follow(state: RwSignal<ViewState>, default: ViewState, place: &'static Place) {
    let Place { lang, root, .. } = place;
    let lang = *lang;
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
        let is_other_view = !now.shows_the_same_figures(&shown);
        if is_other_view || shown.cut != now.cut {
            map::paint(&now, lang);
        }
        if is_other_view {
            let url = page::chart_path(&now);
            fragment::load(
                "charts",
                format!("{root}{url}"),
                format!("{root}data/"),
                lang,
                refresh_marks,
            );
        }
        if shown.grouping != now.grouping {
            regroup(state, root, lang);
        }
        if shown.selection != now.selection {
            MARKED.set(now.selection);
            refresh_marks();
            let page = format!("{root}{}", Page::of(now.selection).path());
            fragment::load(
                "detail",
                format!("{page}detail.html"),
                page,
                lang,
                refresh_marks,
            );
        }
        hash::write(&now, &default);
        announce(&now, lang);
        say(Word::Shown, &now, &default);
        now
    });
    hear(Word::Wanted, default, move |next| {
        if next != state.get_untracked() {
            return go(state, next);
        }
        map::paint(&next, lang);
        announce(&next, lang);
        say(Word::Shown, &next, &default);
    });
}

/// From one state to another. Where the keyboard is must be seen before the panel is written anew.
fn go(state: RwSignal<ViewState>, next: ViewState) {
    if next.selection != state.get_untracked().selection {
        focus::keep();
    }
    state.set(next);
}

/// The borders and labels of the groups: none where each region stands by itself, else fetched.
fn regroup(state: RwSignal<ViewState>, root: &str, lang: Lang) {
    map::regroup("", "");
    let grouping = state.get_untracked().grouping;
    if !grouping.is_grouped() {
        return;
    }
    let put = move |text: Option<String>| {
        let now = state.get_untracked();
        // The reader may have gone on meanwhile. Without the file, or with one of another build, the colours still
        // say it all.
        if now.grouping == grouping
            && let Some((borders, labels)) = text.as_deref().and_then(|text| text.split_once('\n'))
            && borders.starts_with(['M', 'm'])
        {
            map::regroup(borders, labels);
            map::paint(&now, lang);
        }
    };
    fragment::fetch(
        format!("{root}{}", page::group_path(grouping)),
        Box::new(put),
    );
}

fn listen(state: RwSignal<ViewState>, default: ViewState, lang: Lang) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let change = move |next: ViewState| {
        if next != state.get_untracked() {
            go(state, next);
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
        let is_on_map = walk::on_map(&element).is_some();
        if by_touch
            && is_on_map
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
        let target = event::element(&event).and_then(|e| walk::on_map(&e));
        match target {
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
    if !title::is_lent() {
        title::write(&headline::headline(state, lang), lang);
    }
    hash::carry();
}
