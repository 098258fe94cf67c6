//! The tooltip: name, value, rank of what is under the pointer or has the focus.

use leptos::prelude::*;

use crate::painting::Painting;
use crate::state::{Selection, ViewState};
use crate::summary::Summary;
use crate::text::Lang;

/// What is pointed at, and where in the window, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hover {
    pub target: Selection,
    pub x: i32,
    pub y: i32,
}

/// The tooltip; hidden from assistive technology, which hears the same from the shape's own name.
#[component]
pub fn Tooltip(
    state: RwSignal<ViewState>,
    hover: RwSignal<Option<Hover>>,
    lang: Lang,
) -> impl IntoView {
    let target = Memo::new(move |_| hover.get().map(|hover| hover.target));
    let words = Memo::new(move |_| match target.get() {
        Some(Selection::Region(code)) => Painting::of(&state.get(), lang).regions[code.index()]
            .spoken
            .clone(),
        Some(selection @ Selection::Cluster(_)) => {
            let mut of = state.get();
            of.selection = selection;
            let summary = Summary::of(&of, lang);
            format!("{}, {}", summary.title, summary.line)
        }
        Some(Selection::Nation) | None => String::new(),
    });
    view! {
        <p class="tooltip" aria-hidden="true" hidden=move || words.get().is_empty()>
            {move || words.get()}
        </p>
    }
}
