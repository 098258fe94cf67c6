//! The legend under the map: classes with bounds and counts, marker shapes, and the kinds of link, which
//! double as their filter.

use leptos::prelude::*;

use crate::cluster::Role;
use crate::headline;
use crate::link::Family;
use crate::painting::Painting;
use crate::state::ViewState;
use crate::text::Lang;

/// Tones, marker shapes and strokes.
#[component]
pub fn Legend(state: RwSignal<ViewState>, lang: Lang) -> impl IntoView {
    let text = lang.text();
    let tones = move || {
        let state = state.get();
        let painting = Painting::of(&state, lang);
        let digits = state.measure().digits();
        let mut rows: Vec<(&'static str, String, usize)> = Vec::new();
        if painting.classes.zero > 0 {
            rows.push(("zero", text.zero.to_string(), painting.classes.zero));
        }
        for (j, class) in painting.classes.classes.iter().enumerate() {
            let (low, high) = (class.lowest.grouped(digits), class.highest.grouped(digits));
            let bounds = if low == high {
                low
            } else {
                format!("{low}–{high}")
            };
            rows.push((
                crate::classify::Tone::Class(j as u8).slug(),
                bounds,
                class.count,
            ));
        }
        rows.push((
            "missing",
            text.no_data.to_string(),
            painting.classes.missing,
        ));
        rows.into_iter()
            .map(|(tone, bounds, count)| {
                view! {
                    <li data-tone=tone>
                        <i class="swatch" aria-hidden="true"></i>
                        <span class="bounds">{bounds}</span>
                        <span class="count">{count}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let markers = [
        Role::Hub,
        Role::NationalComplex,
        Role::HubAndComplex,
        Role::Spoke,
        Role::Other,
    ]
    .map(|role| {
        view! {
            <li>
                <i class=format!("key key-{}", role.slug()) aria-hidden="true"></i>
                {role.name(lang)}
            </li>
        }
    });
    let families = Family::ALL.map(|family| {
        let shown = move || state.get().families.contains(family);
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        name="family"
                        value=family.slug()
                        checked=shown
                        prop:checked=shown
                        autocomplete="off"
                        on:change=move |_| {
                            state.update(|state| state.families = state.families.toggled(family));
                        }
                    />
                    <i class=format!("stroke stroke-{}", family.slug()) aria-hidden="true"></i>
                    {family.name().get(lang)}
                </label>
            </li>
        }
    });
    view! {
        <figcaption class="legend">
            <p class="legend-title">
                {move || {
                    let state = state.get();
                    headline::measured(state.indicator(), state.measure(), lang)
                }}
                <span class="muted">{lang.pick(" · 5분위, 오른쪽은 시·도 수", " · quintiles, with the number of regions")}</span>
            </p>
            <ol class="tones">{tones}</ol>
            <ul class="markers">{markers.into_iter().collect_view()}</ul>
            <ul class="strokes" aria-label=text.families>{families.into_iter().collect_view()}</ul>
        </figcaption>
    }
}
