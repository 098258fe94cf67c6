//! The map page: the parts that follow the state are reactive, everything else is inert.

use leptos::prelude::*;

use super::part::{Part, PartProps, Write};
use super::{headline, legend, panel, source};
use crate::link::Family;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// Markup that is written by the prerenderer and only adopted by the browser, which passes the default.
#[derive(Clone, Default, Debug)]
pub struct Inert {
    /// The row of controls.
    pub controls: String,
    /// The keys of the map.
    pub keyboard: String,
    /// Everything inside `<svg data-map>`.
    pub map: String,
    /// Marker shapes and strokes, the second half of the legend.
    pub keys: String,
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
    lang: Lang,
    /// The language's root: `/`, `/en/`, `/sub/folder/en/`.
    root: String,
    inert: Inert,
) -> impl IntoView {
    let first = state.get_untracked();
    let part = |class: &'static str, write: Write| {
        Part(PartProps {
            class,
            state,
            lang,
            root: root.clone(),
            write,
        })
    };
    view! {
        <div class="explore" data-selected=selected(&first) data-hidden=hidden(&first)>
            {part("headline", headline::words)}
            <div class="controls" role="group" inner_html=inert.controls></div>
            <div class="stage">
                <figure class="map-figure">
                    <div class="canvas">
                        <div inner_html=inert.keyboard></div>
                        <svg
                            data-map=""
                            class="map"
                            viewBox=crate::map::VIEW_BOX
                            role="graphics-document"
                            aria-label=lang.text().map_label
                            aria-describedby="map-description"
                            inner_html=inert.map
                        ></svg>
                        <div class="legend">
                            <div class="tones-of" data-slot="own-legend"></div>
                            {part("tones-of", legend::tones)}
                            <div class="keys" inner_html=inert.keys></div>
                        </div>
                    </div>
                    <figcaption>
                        {part("source-line", source::line)}
                    </figcaption>
                </figure>
                <section class="panel">
                    <div data-slot="own-panel"></div>
                    {part("panel-head", panel::head)}
                    <div data-slot="near"></div>
                    <div class="charts" data-slot="charts" inner_html=inert.charts></div>
                    <div class="detail" data-slot="detail" inner_html=inert.detail></div>
                </section>
            </div>
        </div>
    }
}

/// `data-selected`: what kind of thing is selected.
pub fn selected(state: &ViewState) -> &'static str {
    match state.selection {
        Selection::Nation => "nation",
        Selection::Region(_) => "region",
        Selection::Cluster(_) => "cluster",
    }
}

/// `data-hidden`: the overlays and families that are switched off, and the regions' own labels under a grouping, for the style sheet.
pub fn hidden(state: &ViewState) -> String {
    let mut out = String::new();
    let mut push = |slug: &str| {
        out.push_str(slug);
        out.push(' ');
    };
    if state.grouping.is_grouped() {
        push("sido");
    }
    if !state.clusters {
        push("clusters");
    }
    if !state.links {
        push("links");
    }
    for family in Family::ALL {
        if !state.families.contains(family) {
            push(family.slug());
        }
    }
    out
}
