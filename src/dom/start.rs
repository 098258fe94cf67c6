//! The entry: adopts the prerendered page and brings it to life.

use core::cell::Cell;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use super::place::{Place, document, first};
use super::{event, fragment, hash, map, sort, tooltip};
use crate::headline;
use crate::page::Page;
use crate::state::{Selection, ViewState};
use crate::text::Lang;
use crate::view::{Explore, ExploreProps, Hover, Inert};

thread_local! {
    /// What is marked as selected, for parts of the page that arrive later.
    static MARKED: Cell<Selection> = const { Cell::new(Selection::Nation) };
}

/// Called by the glue as soon as the module is compiled.
#[wasm_bindgen(start)]
pub fn start() {
    sort::start();
    if let Some(place) = Place::read()
        && let Some(default) = place.page.state()
        && let Some(root) = first("#atlas").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    {
        hydrate_from(root, move || {
            let state = RwSignal::new(default);
            let hover = RwSignal::new(None);
            follow(state, hover, default, &place);
            listen(state, hover, default);
            Explore(ExploreProps {
                state,
                hover,
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
fn follow(
    state: RwSignal<ViewState>,
    hover: RwSignal<Option<Hover>>,
    default: ViewState,
    place: &Place,
) {
    let (lang, root) = (place.lang, place.root.clone());
    // The hash is read only now, so that the first render equals the server's.
    let asked = hash::read(&default);
    if asked != default {
        queue(move || state.set(asked));
    }
    MARKED.set(default.selection);
    Effect::new(move |shown: Option<ViewState>| {
        let shown = shown.unwrap_or(default);
        let now = state.get();
        if view_of(&shown) != view_of(&now) {
            map::paint(&now, lang);
            let url = format!("{root}{}", chart_path(&now));
            fragment::load(
                "charts",
                url,
                format!("{root}data/"),
                lang.text().load_failed,
            );
        }
        if shown.selection != now.selection {
            MARKED.set(now.selection);
            map::mark(now.selection);
            let page = format!("{root}{}", Page::of(now.selection).path());
            fragment::load(
                "detail",
                format!("{page}detail.html"),
                page,
                lang.text().load_failed,
            );
        }
        if shown != now {
            hash::write(&now, &default);
            announce(&now, lang);
        }
        now
    });
    Effect::new(move |_| {
        if let Some(hover) = hover.get() {
            tooltip::place(&hover);
        }
    });
}

/// Runs after the current task: signals set during hydration would be seen by some views and not by others.
fn queue(work: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move { work() });
}

fn listen(state: RwSignal<ViewState>, hover: RwSignal<Option<Hover>>, default: ViewState) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };

    let back = move |_: web_sys::Event| {
        let asked = hash::read(&default);
        if asked != state.get_untracked() {
            state.set(asked);
        }
    };
    event::listen(&window, "popstate", back);
    event::listen(&window, "hashchange", back);

    event::listen::<web_sys::MouseEvent>(&document, "click", move |click| {
        // A new tab or window is the reader's business.
        if click.button() != 0
            || click.ctrl_key()
            || click.meta_key()
            || click.shift_key()
            || click.alt_key()
        {
            return;
        }
        let Some(mut selection) = event::meant(click.target()) else {
            return;
        };
        let by_touch = click
            .dyn_ref::<web_sys::PointerEvent>()
            .is_some_and(|pointer| pointer.pointer_type() == "touch");
        if by_touch
            && matches!(selection, Selection::Region(_))
            && state.get_untracked().clusters
            && let Some(marker) =
                event::marker_near(f64::from(click.client_x()), f64::from(click.client_y()))
        {
            selection = marker;
        }
        click.prevent_default();
        hover.set(None);
        state.update(|state| state.selection = selection);
    });

    event::listen::<web_sys::KeyboardEvent>(&document, "keydown", move |key| {
        if key.key() != "Escape" {
            return;
        }
        if hover.get_untracked().is_some() {
            hover.set(None);
        }
        if state.get_untracked().selection != Selection::Nation {
            state.update(|state| state.selection = Selection::Nation);
        }
    });

    event::listen::<web_sys::PointerEvent>(&document, "pointermove", move |pointer| {
        if pointer.pointer_type() == "touch" {
            return;
        }
        let on_map = pointer
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| element.closest("[data-map]").is_ok_and(|map| map.is_some()));
        let target = if on_map {
            event::meant(pointer.target())
        } else {
            None
        };
        let next = target.map(|target| Hover {
            target,
            x: pointer.client_x(),
            y: pointer.client_y(),
        });
        if hover.get_untracked() != next {
            hover.set(next);
        }
    });

    event::listen::<web_sys::FocusEvent>(&document, "focusin", move |focus| {
        let Some(element) = focus
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        if !element.closest("[data-map]").is_ok_and(|map| map.is_some()) {
            hover.set(None);
            return;
        }
        let bounds = element.get_bounding_client_rect();
        hover.set(event::meant(focus.target()).map(|target| Hover {
            target,
            x: (bounds.x() + bounds.width() / 2.0) as i32,
            y: (bounds.y() + bounds.height() / 2.0) as i32,
        }));
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
}

/// The part of the state that decides about colours and charts.
fn view_of(state: &ViewState) -> (usize, usize, u16) {
    (
        state.indicator() as usize,
        state.measure() as usize,
        state.year(),
    )
}

/// Where the prerenderer puts the charts of a view.
fn chart_path(state: &ViewState) -> String {
    crate::page::chart_path(state.indicator(), state.measure(), state.year())
}
