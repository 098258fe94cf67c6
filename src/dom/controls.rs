//! The prerendered controls: what they say goes into the state, what the state says comes back to them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::place::all;
use crate::arrangement::Arrangement;
use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::link::Family;
use crate::measure::{self, Measure};
use crate::sigungu::Context;
use crate::state::ViewState;

/// Takes over what the reader has set; `false` where the control is none of ours.
pub fn read(control: &Element, state: &mut ViewState) -> bool {
    let name = control.get_attribute("name").unwrap_or_default();
    let value = value(control);
    match name.as_str() {
        "indicator" => Indicator::parse(&value).map(|indicator| state.set_indicator(indicator)),
        "measure" => Measure::parse(&value).map(|measure| state.set_measure(measure)),
        "year" => value.parse().ok().map(|year| state.set_year(year)),
        "group" => Grouping::parse(&value).map(|grouping| state.set_grouping(grouping)),
        "context" => Context::parse(&value).map(|context| state.context = context),
        "clusters" => is_on(control).map(|on| state.clusters = on),
        "links" => is_on(control).map(|on| state.links = on),
        "layout" => Arrangement::parse(&value).map(|arrangement| state.arrangement = arrangement),
        "patterns" => is_on(control).map(|on| state.patterns = on),
        "family" => Family::parse(&value).map(|family| {
            if is_on(control) != Some(state.families.contains(family)) {
                state.families = state.families.toggled(family);
            }
        }),
        _ => None,
    }
    .is_some()
}

/// Makes every control say what the state says.
pub fn write(state: &ViewState) {
    for select in all(".controls select[name=year]") {
        let mut options = String::new();
        for year in measure::years(state.indicator(), state.measure())
            .iter()
            .rev()
        {
            let year = year.to_string();
            options.push_str("<option value=\"");
            options.push_str(&year);
            options.push_str("\">");
            options.push_str(&year);
            options.push_str("</option>");
        }
        select.set_inner_html(&options);
        choose(&select, &state.year().to_string());
    }
    for select in all(".controls select[name=indicator]") {
        choose(&select, state.indicator().slug());
    }
    for select in all(".controls select[name=group]") {
        choose(&select, state.grouping.slug());
    }
    for input in all(
        "input[name=measure],input[name=clusters],input[name=links],input[name=family],.layouts input",
    ) {
        let Ok(input) = input.dyn_into::<HtmlInputElement>() else {
            continue;
        };
        let value = input.value();
        let on = match input.name().as_str() {
            "measure" => value == state.measure().slug(),
            "clusters" => state.clusters,
            "links" => state.links,
            "layout" => value == state.arrangement.slug(),
            "patterns" => state.patterns,
            _ => Family::parse(&value).is_some_and(|family| state.families.contains(family)),
        };
        input.set_checked(on);
        if let Some(measure) = Measure::parse(&value) {
            input.set_disabled(!state.indicator().definition().measures.contains(&measure));
        }
    }
}

pub fn choose(select: &Element, value: &str) {
    if let Some(select) = select.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    }
}

pub fn value(control: &Element) -> String {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    control
        .dyn_ref::<HtmlSelectElement>()
        .map(HtmlSelectElement::value)
        .unwrap_or_default()
}

fn is_on(control: &Element) -> Option<bool> {
    control
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::checked)
}
