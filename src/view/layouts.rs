//! The choice of layout and of patterns, in the map's corner. Prerendered; the browser listens to it.

use leptos::prelude::*;

use crate::arrangement::Arrangement;
use crate::state::ViewState;
use crate::text::Lang;

/// Map, tiles or circles; patterns; and a line for what the chosen layout shows, which arrives with it.
#[component]
pub fn Layouts(state: ViewState, lang: Lang) -> impl IntoView {
    let arrangements = Arrangement::ALL.map(|arrangement| {
        view! {
            <label class="tab">
                <input
                    type="radio"
                    name="layout"
                    value=arrangement.slug()
                    checked=arrangement == state.arrangement
                    autocomplete="off"
                />
                <span>{arrangement.name().get(lang)}</span>
            </label>
        }
    });
    view! {
        <div class="layouts">
            <fieldset class="choice">
                <legend class="unseen">{lang.pick("배치", "Layout")}</legend>
                {arrangements.into_iter().collect_view()}
                <label class="tab">
                    <input type="checkbox" name="patterns" checked=state.patterns autocomplete="off"/>
                    <span>{lang.pick("무늬", "Patterns")}</span>
                </label>
            </fieldset>
            <p aria-live="polite"></p>
        </div>
    }
}
