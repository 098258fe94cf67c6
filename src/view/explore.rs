//! The map page.

use leptos::prelude::*;

use super::controls::Controls;
use super::legend::Legend;
use super::panel::PanelHead;
use super::tooltip::{Hover, Tooltip};
use crate::headline;
use crate::link::Family;
use crate::series;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// Markup that is written by the prerenderer and only adopted by the browser, which passes the default.
#[derive(Clone, Default, Debug)]
pub struct Inert {
    /// Everything inside `<svg data-map>`.
    pub map: String,
    /// The charts of the indicator on the map.
    pub charts: String,
    /// What is known about the selection.
    pub detail: String,
}

/// The map, its controls and its panel.
#[component]
pub fn Explore(
    /// What the reader is looking at; the browser sets it from the hash and from clicks.
    state: RwSignal<ViewState>,
    /// What the pointer or the focus is on.
    hover: RwSignal<Option<Hover>>,
    lang: Lang,
    /// The language's root: `/`, `/en/`, `/sub/folder/en/`.
    root: String,
    inert: Inert,
) -> impl IntoView {
    let selected = move || match state.get().selection {
        Selection::Nation => "",
        Selection::Region(_) => "region",
        Selection::Cluster(_) => "cluster",
    };
    let hidden = move || {
        let state = state.get();
        let mut out = String::new();
        if !state.clusters {
            out.push_str("clusters ");
        }
        if !state.links {
            out.push_str("links ");
        }
        for family in Family::ALL {
            if !state.families.contains(family) {
                out.push_str(family.slug());
                out.push(' ');
            }
        }
        out
    };
    let data_page = format!("{root}data/");
    view! {
        <div class="explore" data-selected=selected data-hidden=hidden>
            <div class="headline">
                <h1>{move || headline::headline(&state.get(), lang)}</h1>
                <p class="deck">{move || headline::deck(&state.get(), lang)}</p>
            </div>
            <Controls state lang/>
            <div class="stage">
                <figure class="map-figure" aria-label=lang.text().map_label>
                    <svg
                        data-map=""
                        class="map"
                        viewBox=crate::map::VIEW_BOX
                        role="group"
                        aria-label=lang.text().map_label
                        inner_html=inert.map
                    ></svg>
                    <Legend state lang/>
                </figure>
                <section class="panel" aria-label=lang.pick("선택한 곳", "Selection")>
                    <PanelHead state lang root=root.clone()/>
                    <div class="charts" data-slot="charts" inner_html=inert.charts></div>
                    <div class="detail" data-slot="detail" inner_html=inert.detail></div>
                </section>
            </div>
            <div class="source-line">
                <p>
                    <b>{lang.text().source}</b>
                    " "
                    <a href=move || {
                        format!("{data_page}#source-{}", source(&state.get()))
                    }>
                        {move || state.get().indicator().definition().survey.get(lang)}
                    </a>
                    " · "
                    {lang.text().borders_credit}
                </p>
                <p>
                    <b>{lang.text().caution}</b>
                    " "
                    {move || state.get().indicator().definition().caution.get(lang)}
                </p>
            </div>
            <Tooltip state hover lang/>
        </div>
    }
}

/// The id of the source of what is on the map.
fn source(state: &ViewState) -> &'static str {
    series::find(state.indicator().definition().key, state.year())
        .map_or("", |series| series.source)
}
