//! A part of the page that follows the state.

use leptos::prelude::*;

use crate::state::ViewState;
use crate::text::Lang;

/// Writes a part as markup; the last argument is the language's root.
pub type Write = fn(&ViewState, Lang, &str) -> String;

/// Markup that is written anew whenever the state changes.
///
/// One component for every part, and the parts as functions: each further type of view would cost the page
/// more than a kilobyte of WebAssembly.
#[component]
pub fn Part(
    class: &'static str,
    state: RwSignal<ViewState>,
    lang: Lang,
    root: String,
    write: Write,
) -> impl IntoView {
    view! { <div class=class inner_html=move || write(&state.get(), lang, &root)></div> }
}
