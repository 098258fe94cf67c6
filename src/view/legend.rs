//! The legend under the map: classes with bounds and counts; marker shapes and strokes.

use leptos::prelude::*;

use crate::classify::Tone;
use crate::headline;
use crate::painting;
use crate::state::ViewState;
use crate::text::Lang;

/// The classes of the indicator on the map.
#[component]
pub fn Tones(state: RwSignal<ViewState>, lang: Lang) -> impl IntoView {
    move || {
        let state = state.get();
        let rows = rows(&state, lang);
        view! {
            <div class="tones-of">
                <p class="legend-title">{headline::measured(state.indicator(), state.measure(), lang)}</p>
                <p class="legend-note">{legend_note(&state, lang)}</p>
                <ol class="tones">
                    {rows
                        .into_iter()
                        .map(|(tone, bounds, count)| {
                            view! {
                                <li data-tone=tone.slug()>
                                    <i class="swatch"></i>
                                    <span class="bounds">{bounds}</span>
                                    <span class="count">{count.to_string()}</span>
                                </li>
                            }
                        })
                        .collect_view()}
                </ol>
            </div>
        }
    }
}

/// How the classes are cut and what the numbers beside them count.
fn legend_note(state: &ViewState, lang: Lang) -> &'static str {
    if state.grouping.is_grouped() {
        lang.pick("오른쪽은 권역 수", "wide regions")
    } else {
        lang.text().legend_note
    }
}

/// Tone, bounds and number of units; the counts sum to all regions, or all groups.
fn rows(state: &ViewState, lang: Lang) -> Vec<(Tone, String, usize)> {
    let classes = painting::classes(state);
    let digits = state.measure().digits();
    let mut rows = Vec::new();
    if classes.zero > 0 {
        rows.push((Tone::Zero, lang.text().zero.to_string(), classes.zero));
    }
    for class in &classes.classes {
        let (low, high) = (class.lowest.grouped(digits), class.highest.grouped(digits));
        let bounds = if low == high {
            low
        } else {
            format!("{low}–{high}")
        };
        rows.push((class.tone, bounds, class.count));
    }
    rows.push((
        Tone::Missing,
        lang.text().no_data.to_string(),
        classes.missing,
    ));
    rows
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
