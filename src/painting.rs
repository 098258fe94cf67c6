//! What the map shows of each region in a given state: tone, value, label and spoken name.
//!
//! The prerenderer writes a [`Painting`] into the markup; the browser writes the next one over it.

use crate::classify::{Classes, Tone};
use crate::cut;
use crate::headline;
use crate::rank;
use crate::region::{REGION_COUNT, REGIONS};
use crate::state::ViewState;
use crate::text::Lang;

/// The map's regions in one state.
#[derive(Debug)]
pub struct Painting {
    /// Of units: regions, or groups.
    pub classes: Classes,
    pub regions: [Shape; REGION_COUNT],
}

/// One region as it is drawn.
#[derive(Clone, Debug)]
pub struct Shape {
    pub tone: Tone,
    /// `data-value`: every digit held; empty where nothing is published.
    pub value: String,
    /// The value label on the map.
    pub label: String,
    /// The name for screen readers and the tooltip: name, value, rank.
    pub spoken: String,
}

impl Painting {
    pub fn of(state: &ViewState, lang: Lang) -> Self {
        let units = state.units();
        let classes = cut::classes(state);
        let regions = core::array::from_fn(|place| {
            let unit = state.grouping.unit_of(place);
            let value = units[unit];
            Shape {
                tone: classes.tones[unit],
                value: value.map_or_else(String::new, |value| value.full()),
                label: value
                    .map_or_else(String::new, |value| value.grouped(state.measure().digits())),
                spoken: spoken(state, place, lang),
            }
        });
        Painting { classes, regions }
    }
}

/// "충청북도, 바이오 기업 85곳, 17개 중 4위"; of a member "충청권(대전·세종·충북·충남), …, 7개 중 2위 · 충북".
pub fn spoken(state: &ViewState, place: usize, lang: Lang) -> String {
    let mut spoken = spoken_of_unit(state, state.grouping.unit_of(place), lang);
    if state.grouping.is_grouped() {
        // Four links of one group would else have one name.
        spoken.push_str(" · ");
        spoken.push_str(REGIONS[place].short.get(lang));
    }
    spoken
}

fn spoken_of_unit(state: &ViewState, unit: usize, lang: Lang) -> String {
    let values = state.units();
    let name = state.grouping.full_name(unit, lang);
    let subject = state.indicator().definition().subject.get(lang);
    match (values[unit], rank::rank(&values, unit)) {
        (Some(value), Some(rank)) => {
            let said = headline::statement(value, state.indicator(), state.measure(), lang);
            let (at, of) = (rank.rank, rank.of);
            match (lang, rank.tied) {
                (Lang::Ko, false) => format!("{name}, {said}, {of}개 중 {at}위"),
                (Lang::Ko, true) => format!("{name}, {said}, {of}개 중 공동 {at}위"),
                (Lang::En, false) => format!("{name}, {said}, rank {at} of {of}"),
                (Lang::En, true) => format!("{name}, {said}, joint rank {at} of {of}"),
            }
        }
        _ => format!("{name}, {subject}: {}", lang.text().no_data),
    }
}
