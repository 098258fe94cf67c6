//! The head of the panel.

use leptos::prelude::*;

use crate::state::ViewState;
use crate::summary::Summary;
use crate::text::Lang;

/// Who is selected, in a line and up to four figures.
#[component]
pub fn PanelHead(state: RwSignal<ViewState>, lang: Lang, root: String) -> impl IntoView {
    let summary = Memo::new(move |_| Summary::of(&state.get(), lang));
    let figures = move || {
        summary
            .get()
            .figures
            .into_iter()
            .map(|figure| {
                view! {
                    <div>
                        <dd data-value=figure.value>{figure.shown}</dd>
                        <dt>{figure.label}</dt>
                    </div>
                }
            })
            .collect_view()
    };
    let home = root.clone();
    let page = move || format!("{root}{}", summary.get().page.unwrap_or_default());
    let whole = move || summary.get().page.is_none();
    view! {
        <header class="panel-head">
            <h2 tabindex="-1">{move || summary.get().title}</h2>
            <p class="muted">{move || summary.get().line}</p>
            <p class="panel-links" hidden=whole>
                <a href=home data-go="00">{lang.text().back_to_nation}</a>
                " "
                <a href=page>{lang.text().own_page}</a>
            </p>
            <dl class="figures">{figures}</dl>
        </header>
    }
}
