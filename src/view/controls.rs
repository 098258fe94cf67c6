//! The row of controls over the map. Prerendered; the browser listens to it and keeps it in step.

use leptos::prelude::*;

use crate::classify::{CLASS_RANGE, Scheme};
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
    let is_only_year = measure::years(state.indicator(), state.measure()).len() < 2;
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
        <div class="choice">
            <label>
                <span>{text.year}</span>
                <select name="year" autocomplete="off">{years.collect_view()}</select>
            </label>
            <button type="button" name="play" aria-pressed="false" hidden=is_only_year>
                {lang.pick("연도 재생", "Play years")}
            </button>
        </div>
        <fieldset class="choice tabs">
            <legend>{text.layers}</legend>
            {overlay("clusters", state.clusters, text.points)}
            {overlay("links", state.links, text.lines)}
        </fieldset>
        <Groupings state lang/>
        <Cuts lang/>
    }
}

/// How the values are cut into classes, and what the lab says about it.
#[component]
fn Cuts(lang: Lang) -> impl IntoView {
    let schemes = Scheme::ALL.map(|scheme| {
        view! { <option value=scheme.slug()>{scheme.name().get(lang)}</option> }
    });
    let numbers = CLASS_RANGE.map(|k| {
        let digits = k.to_string();
        view! { <option value=digits.clone()>{digits.clone()}</option> }
    });
    view! {
        <details class="cut">
            <summary>{lang.pick("구간 나누기", "Classes")}</summary>
            <div class="cut-by">
                <label>
                    <span>{lang.pick("방법", "Scheme")}</span>
                    <select name="scheme" autocomplete="off">
                        <option value="">{lang.pick("기본", "Usual")}</option>
                        {schemes.into_iter().collect_view()}
                        <option value="user-defined">{lang.pick("직접 정한 경계", "Own cuts")}</option>
                    </select>
                </label>
                <label>
                    <span>{lang.pick("구간 수", "How many")}</span>
                    <select name="classes" autocomplete="off">
                        <option value="">{lang.pick("기본", "Usual")}</option>
                        {numbers.collect_view()}
                    </select>
                </label>
                <label>
                    <span>{lang.pick("경계", "Cuts")}</span>
                    <input name="bounds" size="16" inputmode="decimal" autocomplete="off" placeholder="10, 50, 200"/>
                </label>
                <div data-slot="method" class="method" aria-live="polite"></div>
            </div>
        </details>
    }
}
