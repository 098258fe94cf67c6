//! The row of controls over the map. Prerendered; the browser listens to it and keeps it in step.

use leptos::prelude::*;

use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::measure::{self, Measure};
use crate::state::ViewState;
use crate::text::Lang;

/// Whether the regions stand by themselves or as members of wider ones.
#[component]
fn Groupings(state: ViewState, lang: Lang) -> impl IntoView {
    let groupings = Grouping::ALL.map(|grouping| {
        view! {
            <option value=grouping.slug() selected=grouping == state.grouping>
                {grouping.name().get(lang)}
            </option>
        }
    });
    view! {
        <label class="choice">
            <span>{lang.pick("단위", "By")}</span>
            <select name="group" autocomplete="off">{groupings.into_iter().collect_view()}</select>
        </label>
    }
}

/// Indicator, measure, year, overlays, grouping.
#[component]
pub fn Controls(state: ViewState, lang: Lang) -> impl IntoView {
    let text = lang.text();
    let indicators = Indicator::ALL.map(|indicator| {
        view! {
            <option value=indicator.slug() selected=indicator == state.indicator()>
                {indicator.definition().name.get(lang)}
            </option>
        }
    });
    let measures = Measure::ALL.map(|measure| {
        view! {
            <label class="tab">
                <input
                    type="radio"
                    name="measure"
                    value=measure.slug()
                    checked=measure == state.measure()
                    disabled=!state.indicator().definition().measures.contains(&measure)
                    autocomplete="off"
                />
                <span>{measure.name().get(lang)}</span>
            </label>
        }
    });
    let years = measure::years(state.indicator(), state.measure())
        .into_iter()
        .rev()
        .map(|year| {
            let digits = year.to_string();
            view! { <option value=digits.clone() selected=year == state.year()>{digits.clone()}</option> }
        });
    let overlay = |name: &'static str, on: bool, words: &'static str| {
        view! {
            <label class="tab">
                <input type="checkbox" name=name checked=on autocomplete="off"/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <label class="choice">
            <span>{text.indicator}</span>
            <select name="indicator" autocomplete="off">{indicators.into_iter().collect_view()}</select>
        </label>
        <fieldset class="choice tabs">
            <legend>{text.measure}</legend>
            {measures.into_iter().collect_view()}
        </fieldset>
        <label class="choice">
            <span>{text.year}</span>
            <select name="year" autocomplete="off">{years.collect_view()}</select>
        </label>
        <fieldset class="choice tabs">
            <legend>{text.layers}</legend>
            {overlay("clusters", state.clusters, text.points)}
            {overlay("links", state.links, text.lines)}
        </fieldset>
        <Groupings state lang/>
    }
}
