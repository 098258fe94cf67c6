//! The title that says the finding, and the line under it that says what is measured.

use leptos::prelude::*;

use crate::headline;
use crate::state::ViewState;
use crate::text::Lang;

/// Title and deck.
#[component]
pub fn Headline(state: RwSignal<ViewState>, lang: Lang) -> impl IntoView {
    move || {
        let state = state.get();
        view! {
            <div class="headline">
                <h1>{headline::headline(&state, lang)}</h1>
                <p class="deck">{headline::deck(&state, lang)}</p>
            </div>
        }
    }
}
