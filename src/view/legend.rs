//! The legend under the map: classes with bounds, a dot for each region, counts; marker shapes and strokes.

#[cfg(not(target_arch = "wasm32"))]
use leptos::prelude::*;

use crate::classify::Tone;
use crate::cut;
use crate::escape::{escaped, joined};
use crate::headline;
use crate::rank;
use crate::state::ViewState;
use crate::text::Lang;

/// The classes of the indicator on the map. Each is a button that leaves its regions alone on the map, and
/// its dots are a histogram: the one of the region under the pointer lights up.
pub fn tones(state: &ViewState, lang: Lang, _root: &str) -> String {
    let rows = rows(state, lang);
    let mut classes = String::new();
    for row in &rows {
        let tone = row.tone.slug();
        let dots = row
            .units
            .iter()
            .map(|codes| joined(&["<i data-dot=\"", codes, "\"></i>"]));
        classes.push_str(&joined(&[
            "<li data-tone=\"",
            tone,
            "\"><button type=\"button\" data-only=\"",
            tone,
            "\" aria-pressed=\"false\"><i class=\"swatch\"></i><span class=\"bounds\">",
            &row.bounds,
            "</span><span class=\"count\">",
            &row.units.len().to_string(),
            "</span></button><span class=\"dots\">",
            &dots.collect::<String>(),
            "</span></li>",
        ]));
    }
    joined(&[
        "<p class=\"legend-title\">",
        &escaped(&headline::measured(
            state.indicator(),
            state.measure(),
            lang,
        )),
        "</p><p class=\"legend-note\">",
        &note(state, rows.len(), lang),
        "</p><ol class=\"tones\">",
        &classes,
        "</ol>",
    ])
}

/// A class of the legend.
struct Row {
    tone: Tone,
    bounds: String,
    /// Codes of the units in it, of each all its members', smallest value first.
    units: Vec<String>,
}

/// The units of all rows are all units: regions, or groups.
fn rows(state: &ViewState, lang: Lang) -> Vec<Row> {
    let classes = cut::classes(state);
    let order = rank::order(&state.units());
    let count = state.grouping.count();
    let row = |tone: Tone, bounds: String| Row {
        tone,
        bounds,
        units: order
            .iter()
            .rev()
            .filter(|unit| **unit < count && classes.tones[**unit] == tone)
            .map(|unit| state.grouping.codes(*unit))
            .collect(),
    };
    let digits = state.measure().digits();
    let mut rows = Vec::new();
    if classes.zero > 0 {
        rows.push(row(Tone::Zero, lang.text().zero.to_string()));
    }
    for class in &classes.classes {
        let (low, high) = (class.lowest.grouped(digits), class.highest.grouped(digits));
        let bounds = if low == high {
            low
        } else {
            format!("{low}–{high}")
        };
        rows.push(row(class.tone, bounds));
    }
    rows.push(row(Tone::Missing, lang.text().no_data.to_string()));
    rows
}

/// What the classes are: the usual ones by name, others by their number; and for which years.
fn note(state: &ViewState, rows: usize, lang: Lang) -> String {
    let k = cut::k(state);
    let mut out = match (state.cut.scheme, lang) {
        (None, _) if cut::is_two_sided(state) => lang
            .pick("1은 전국 평균", "1 is the national mix")
            .to_string(),
        (None, Lang::Ko) => format!("{k}분위"),
        (None, Lang::En) => format!("{k} quantiles"),
        // The last row is of those without a value.
        (Some(_), Lang::Ko) => format!("{}개 구간", rows - 1),
        (Some(_), Lang::En) => format!("{} classes", rows - 1),
    };
    let years = crate::measure::years(state.indicator(), state.measure());
    let is_of_this_year = cut::is_two_sided(state) || state.grouping.is_grouped();
    if let ([first, .., last], false) = (years.as_slice(), is_of_this_year) {
        out.push_str(" · ");
        out.push_str(&first.to_string());
        out.push('–');
        out.push_str(&last.to_string());
    }
    out
}

/// The marker shapes, and the strokes of the links with their filter.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn Keys(state: ViewState, lang: Lang) -> impl IntoView {
    use crate::cluster::Role;
    use crate::link::Family;

    let roles = [
        Role::Hub,
        Role::NationalComplex,
        Role::HubAndComplex,
        Role::Spoke,
        Role::Other,
    ];
    let markers = roles.map(|role| {
        view! {
            <li>
                <i class=format!("key key-{}", role.slug())></i>
                {role.name(lang)}
            </li>
        }
    });
    let strokes = Family::ALL.map(|family| {
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        name="family"
                        value=family.slug()
                        checked=state.families.contains(family)
                        autocomplete="off"
                    />
                    <i class=format!("stroke stroke-{}", family.slug())></i>
                    <span>{family.name().get(lang)}</span>
                </label>
            </li>
        }
    });
    view! {
        <ul class="markers-key">
            {markers.into_iter().collect_view()}
            <li><i class="key key-hollow"></i>{lang.text().not_yet}</li>
        </ul>
        <ul class="strokes" aria-label=lang.text().families>{strokes.into_iter().collect_view()}</ul>
    }
}
