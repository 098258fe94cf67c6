//! The title that says the finding, and the line under it that says what is measured.

use leptos::prelude::*;

use crate::escape::{escaped, joined};
use crate::headline;
use crate::state::ViewState;
use crate::text::Lang;

/// Title and deck.
#[component]
pub fn Headline(state: RwSignal<ViewState>, lang: Lang) -> impl IntoView {
    view! { <div class="headline" inner_html=move || words(&state.get(), lang)></div> }
}

fn words(state: &ViewState, lang: Lang) -> String {
    joined(&[
        "<h1>",
        &escaped(&headline::headline(state, lang)),
        "</h1><p class=\"deck\">",
        &escaped(&headline::deck(state, lang)),
        "</p>",
    ])
}
