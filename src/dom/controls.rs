//! The prerendered controls: what they say goes into the state, what the state says comes back to them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::place::{all, first};
use crate::classify::{Breaks, Scheme};
use crate::cut::Cut;
use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::link::Family;
use crate::measure::{self, Measure};
use crate::sigungu::Context;
use crate::state::ViewState;
use crate::text::Lang;

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
        "scheme" => Some(set_scheme(&value, control, state)),
        "classes" => Some(set_k(&value, state)),
        "bounds" => Some(set_bounds(&value, control, state)),
        "clusters" => is_on(control).map(|on| state.clusters = on),
        "links" => is_on(control).map(|on| state.links = on),
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
    for (name, value) in [
        ("group", state.grouping.slug()),
        ("scheme", state.cut.scheme.map_or("", Scheme::slug)),
        (
            "classes",
            &*state.cut.k.map_or(String::new(), |k| k.to_string()),
        ),
    ] {
        for select in all(&format!(".controls select[name={name}]")) {
            choose(&select, value);
        }
    }
    if let Some(bounds) = bounds() {
        if let Some(Scheme::UserDefined(breaks)) = state.cut.scheme {
            bounds.set_value(&breaks.spelling());
        }
        bounds.set_custom_validity("");
    }
    for button in all("[name=play]") {
        let is_only_year = measure::years(state.indicator(), state.measure()).len() < 2;
        let _ = button.toggle_attribute_with_force("hidden", is_only_year);
    }
    for input in
        all("input[name=measure],input[name=clusters],input[name=links],input[name=family]")
    {
        let Ok(input) = input.dyn_into::<HtmlInputElement>() else {
            continue;
        };
        let value = input.value();
        let on = match input.name().as_str() {
            "measure" => value == state.measure().slug(),
            "clusters" => state.clusters,
            "links" => state.links,
            _ => Family::parse(&value).is_some_and(|family| state.families.contains(family)),
        };
        input.set_checked(on);
        if let Some(measure) = Measure::parse(&value) {
            input.set_disabled(!state.indicator().definition().measures.contains(&measure));
        }
    }
}

/// Another scheme; its own bounds are those in the field beside it.
fn set_scheme(slug: &str, control: &Element, state: &mut ViewState) {
    state.cut.lent = None;
    state.cut.scheme = Scheme::parse(slug);
    if state.cut.scheme.is_none()
        && !slug.is_empty()
        && let Some(field) = bounds()
    {
        let _ = field.focus();
        set_bounds(&field.value(), control, state);
    }
}

fn set_k(k: &str, state: &mut ViewState) {
    state.cut.lent = None;
    state.cut.k = Cut::parse_k(k);
}

/// Bounds as they were typed; what is no list of rising numbers stays in the field and is said there.
fn set_bounds(typed: &str, control: &Element, state: &mut ViewState) {
    let breaks = Breaks::parse(&typed.replace(' ', ""));
    if let Some(breaks) = breaks {
        state.cut.lent = None;
        state.cut.scheme = Some(Scheme::UserDefined(breaks));
    }
    if let (Some(field), Some(document)) = (bounds(), control.owner_document()) {
        let lang = document
            .document_element()
            .and_then(|html| Lang::parse(&html.get_attribute("lang")?));
        let words = lang.unwrap_or_default().text().bounds_hint;
        field.set_custom_validity(if breaks.is_some() { "" } else { words });
        field.report_validity();
    }
}

fn bounds() -> Option<HtmlInputElement> {
    first("[name=bounds]")?.dyn_into().ok()
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
