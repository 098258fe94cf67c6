//! What the reader must know before believing the picture.

use super::Context;
use crate::caution::{count_map_warning, denominator_note, warning};
use crate::indicator::Indicator;
use crate::interval::FEW_CASES;
use crate::markup::{Element, el};
use crate::measure::{self, Measure};
use crate::region::RegionCode;
use crate::sentence::Sentence;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The caution of the indicator, then those that its figures in this view ask for.
pub fn reading(cx: Context<'_>, state: &ViewState) -> Vec<Element> {
    let first = el("p")
        .class("caution")
        .add(el("b").add(cx.lang.text().caution))
        .add(" ")
        .add(state.indicator().definition().caution.get(cx.lang));
    let notes = [
        count_map_warning(state, cx.lang),
        denominator_note(state, cx.lang),
    ];
    let notes = notes.into_iter().flatten();
    [first]
        .into_iter()
        .chain(notes.map(|note| note.within("p").class("caution")))
        .chain(few(cx, state))
        .collect()
}

/// The units whose figure rests on few cases, folded.
fn few(cx: Context<'_>, state: &ViewState) -> Option<Element> {
    let warnings: Vec<Sentence> = (0..state.grouping.count())
        .filter_map(|unit| warning(state, unit, cx.lang))
        .collect();
    let count = warnings.len();
    let unit = state.indicator().definition().unit.get(cx.lang);
    let summary = match cx.lang {
        Lang::Ko => format!("{FEW_CASES}{unit} 미만에서 나온 값 {count}개"),
        Lang::En => format!("{count} figures that rest on fewer than {FEW_CASES} {unit}"),
    };
    (count > 0).then(|| {
        el("details")
            .class("few")
            .add(el("summary").add(summary))
            .add(el("ul").all(warnings.into_iter().map(|warning| warning.within("li"))))
    })
}

/// The figures of a region that rest on few cases, in the latest year of each indicator.
pub fn few_of_region(cx: Context<'_>, code: RegionCode) -> Option<Element> {
    let rows: Vec<Element> = Indicator::ALL
        .into_iter()
        .filter_map(|indicator| {
            // The rate, which chance moves most for the eye; a share where there is none.
            let measures = [Measure::Per100k, Measure::Share];
            let has = |measure: &Measure| indicator.definition().measures.contains(measure);
            let measure = measures.into_iter().find(has)?;
            let year = *measure::years(indicator, measure).last()?;
            let mut state = ViewState::new(Selection::Region(code));
            state.set_indicator(indicator);
            state.set_measure(measure);
            state.set_year(year);
            let warning = warning(&state, code.index(), cx.lang)?;
            let what = crate::headline::measured(indicator, measure, cx.lang);
            let lead = match cx.lang {
                Lang::Ko => format!("{what}, {year}년. "),
                Lang::En => format!("{what}, {year}. "),
            };
            Some(Sentence::from(lead).then(warning).within("li"))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("section")
            .class("few")
            .add(el("h3").add(cx.lang.text().caution))
            .add(el("ul").all(rows))
    })
}
