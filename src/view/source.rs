//! The source line: always in view, under the map.

use leptos::prelude::*;

use crate::escape::{escaped, joined};
use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// Who counted, with a link to the entry in the list of sources, and whose borders these are.
#[component]
pub fn SourceLine(state: RwSignal<ViewState>, lang: Lang, root: String) -> impl IntoView {
    view! { <p class="source-line" inner_html=move || line(&state.get(), lang, &root)></p> }
}

fn line(state: &ViewState, lang: Lang, root: &str) -> String {
    let definition = state.indicator().definition();
    let source = series::find(definition.key, state.year()).map_or("", |series| series.source);
    joined(&[
        "<b>",
        lang.text().source,
        "</b><a href=\"",
        root,
        "data/#source-",
        source,
        "\">",
        &escaped(definition.survey.get(lang)),
        "</a><span>",
        lang.text().borders_credit,
        "</span>",
    ])
}
