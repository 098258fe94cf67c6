//! The head of the panel.

use leptos::prelude::*;

use crate::state::ViewState;
use crate::summary::Summary;
use crate::text::Lang;

/// Who is selected, in a line and up to four figures.
#[component]
pub fn PanelHead(state: RwSignal<ViewState>, lang: Lang, root: String) -> impl IntoView {
    move || {
        let Summary {
            title,
            line,
            figures,
            page,
        } = Summary::of(&state.get(), lang);
        let whole = page.is_none();
        let page = format!("{root}{}", page.unwrap_or_default());
        view! {
            <header class="panel-head">
                <h2>{title}</h2>
                <p class="muted">{line}</p>
                <dl class="figures">
                    {figures
                        .into_iter()
                        .map(|figure| {
                            view! {
                                <div>
                                    <dt>{figure.label}</dt>
                                    <dd data-value=figure.value>{figure.shown}</dd>
                                </div>
                            }
                        })
                        .collect_view()}
                </dl>
                <p class="panel-links" hidden=whole>
                    <a href=root.clone() data-go="00">{lang.text().back_to_nation}</a>
                    <a href=page>{lang.text().own_page}</a>
                </p>
            </header>
        }
    }
}
