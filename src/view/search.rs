//! The search box. Prerendered; the style sheet shows it when the browser has brought it to life.

use leptos::prelude::*;

use crate::search::LONGEST;
use crate::text::Lang;

/// A combobox with its list of options, by the ARIA Authoring Practices.
#[component]
pub fn Search(lang: Lang) -> impl IntoView {
    let text = lang.text();
    view! {
        <search class="search" role="search">
            <input
                id="search"
                type="search"
                name="q"
                placeholder=text.search_hint
                role="combobox"
                aria-label=text.search
                aria-autocomplete="list"
                aria-expanded="false"
                aria-controls="found"
                aria-keyshortcuts="/"
                autocomplete="off"
                maxlength=LONGEST.to_string()
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
            />
            <div class="found">
                <p role="status"></p>
                <div id="found" role="listbox" aria-label=text.found hidden></div>
            </div>
        </search>
    }
}
