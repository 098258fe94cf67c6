//! The row of controls over the map.

use leptos::prelude::*;

use crate::indicator::Indicator;
use crate::measure::{self, Measure};
use crate::state::ViewState;
use crate::text::Lang;

/// Indicator, measure, year, overlays.
#[component]
pub fn Controls(state: RwSignal<ViewState>, lang: Lang) -> impl IntoView {
    let text = lang.text();
    let indicators = Indicator::ALL.map(|indicator| {
        let chosen = move || state.get().indicator() == indicator;
        view! {
            <option value=indicator.slug() selected=chosen prop:selected=chosen>
                {indicator.definition().name.get(lang)}
            </option>
        }
    });
    let measures = Measure::ALL.map(|measure| {
        let chosen = move || state.get().measure() == measure;
        let missing = move || {
            !state
                .get()
                .indicator()
                .definition()
                .measures
                .contains(&measure)
        };
        view! {
            <label class="tab">
                <input
                    type="radio"
                    name="measure"
                    value=measure.slug()
                    checked=chosen
                    prop:checked=chosen
                    disabled=missing
                    autocomplete="off"
                    on:change=move |_| state.update(|state| state.set_measure(measure))
                />
                <span>{measure.name().get(lang)}</span>
            </label>
        }
    });
    let years = move || {
        let now = state.get();
        measure::years(now.indicator(), now.measure())
            .into_iter()
            .rev()
            .map(|year| {
                let chosen = year == now.year();
                let digits = year.to_string();
                view! {
                    <option value=digits.clone() selected=chosen prop:selected=chosen>{digits.clone()}</option>
                }
            })
            .collect_view()
    };
    view! {
        <div class="controls" role="group" aria-label=lang.pick("지도 설정", "Map settings")>
            <label class="choice">
                <span>{text.indicator}</span>
                <select
                    name="indicator"
                    autocomplete="off"
                    on:change=move |event| {
                        if let Some(indicator) = Indicator::parse(&event_target_value(&event)) {
                            state.update(|state| state.set_indicator(indicator));
                        }
                    }
                >
                    {indicators}
                </select>
            </label>
            <fieldset class="choice tabs">
                <legend>{text.measure}</legend>
                {measures}
            </fieldset>
            <label class="choice">
                <span>{text.year}</span>
                <select
                    name="year"
                    autocomplete="off"
                    on:change=move |event| {
                        if let Ok(year) = event_target_value(&event).parse() {
                            state.update(|state| state.set_year(year));
                        }
                    }
                >
                    {years}
                </select>
            </label>
            <fieldset class="choice tabs">
                <legend>{text.layers}</legend>
                <label class="tab">
                    <input
                        type="checkbox"
                        name="clusters"
                        checked=move || state.get().clusters
                        prop:checked=move || state.get().clusters
                        autocomplete="off"
                        on:change=move |_| state.update(|state| state.clusters = !state.clusters)
                    />
                    <span>{text.points}</span>
                </label>
                <label class="tab">
                    <input
                        type="checkbox"
                        name="links"
                        checked=move || state.get().links
                        prop:checked=move || state.get().links
                        autocomplete="off"
                        on:change=move |_| state.update(|state| state.links = !state.links)
                    />
                    <span>{text.lines}</span>
                </label>
            </fieldset>
        </div>
    }
}
