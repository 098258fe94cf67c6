//! The source line: always in view, under the map.

use leptos::prelude::*;

use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// Who counted, with a link to the entry in the list of sources, and whose borders these are.
#[component]
pub fn SourceLine(state: RwSignal<ViewState>, lang: Lang, root: String) -> impl IntoView {
    move || {
        let state = state.get();
        let definition = state.indicator().definition();
        let source = series::find(definition.key, state.year()).map_or("", |series| series.source);
        view! {
            <p class="source-line">
                <b>{lang.text().source}</b>
                <a href=format!("{root}data/#source-{source}")>{definition.survey.get(lang)}</a>
                <span>{lang.text().borders_credit}</span>
            </p>
        }
    }
}
