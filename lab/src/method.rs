//! The note on how a view's values are cut into classes, with the bounds for the map.

use std::fmt::Write;

use kbio_atlas::{Class, Classes, Lang, Scheme, ViewState, cut};

/// The bounds as [`kbio_atlas::Breaks`] spells them, a line break, and the note as markup.
pub fn answer(state: &ViewState, lang: Lang) -> String {
    let bounds = cut::lend(state).map_or(String::new(), |breaks| breaks.spelling());
    format!("{bounds}\n{}", note(state, lang))
}

fn note(state: &ViewState, lang: Lang) -> String {
    let classes = cut::worked_out(state);
    let meaning = if cut::is_two_sided(state) {
        lang.pick(
            "1, 곧 전국 평균의 몇 배이고 몇 분의 1인지에 따라 양쪽으로 나눈다. 경계는 ¼, ½, ⅘과 그 역수로 고정되어 해가 달라도 비교할 수 있다.",
            "Shades lie on two sides of 1, the national mix. The bounds are fixed at ¼, ½ and ⅘ and their inverses, so that years can be compared.",
        )
        .to_string()
    } else {
        state
            .cut
            .scheme
            .unwrap_or(Scheme::Quantiles)
            .note(&classes, lang)
    };
    let mut out = format!("<p>{meaning}</p>");
    if let Some(years) = years(state, lang) {
        let _ = write!(out, "<p>{years}</p>");
    }
    let fit = classes.fit(&state.units());
    let row = |name: &str, what: &str, value: String, shown: String| {
        format!(
            "<div><dt title=\"{what}\">{name}</dt><dd data-value=\"{value}\">{shown}</dd></div>"
        )
    };
    out.push_str("<dl class=\"fit\">");
    if let Some(gvf) = fit.gvf {
        let what = lang.pick(
            "1이면 구간 안의 값이 모두 같고, 0이면 나눈 보람이 없다",
            "1 where every class is of one value, 0 where the classes explain nothing",
        );
        out.push_str(&row("GVF", what, gvf.full(), gvf.grouped(3)));
    }
    if let Some(adcm) = fit.adcm {
        let what = lang.pick(
            "구간 중앙값에서 벗어난 거리의 합. 작을수록 잘 나눈 것",
            "Distances from the class medians, summed: the smaller the better",
        );
        out.push_str(&row(
            "ADCM",
            what,
            adcm.full(),
            adcm.grouped(state.measure().digits()),
        ));
    }
    let _ = write!(
        out,
        "</dl><p class=\"muted\">{}</p>",
        lang.pick(
            "GVF: 구간이 설명하는 변동의 몫(1이 최고). ADCM: 구간 중앙값과의 거리 합(작을수록 좋음).",
            "GVF: share of the variance that the classes explain (1 at best). ADCM: summed distances from the class medians (the smaller the better).",
        )
    );
    out.push_str(&intervals(&classes, state));
    out
}

/// "The bounds are the same in every year from … to …": where there are several.
fn years(state: &ViewState, lang: Lang) -> Option<String> {
    let years = state.years();
    let (first, last) = (years.first()?, years.last()?);
    if first == last || cut::is_two_sided(state) || state.grouping.is_grouped() {
        return None;
    }
    Some(match lang {
        Lang::Ko => format!(
            "경계는 {first}–{last}년의 값을 한데 모아 정해 해가 바뀌어도 그대로다. 적합도는 지금 보는 해의 것이다."
        ),
        Lang::En => format!(
            "The bounds are cut from all values of {first}–{last} together and stay the same in every year. The fit is that of the year shown."
        ),
    })
}

/// The classes as intervals, as mapclassify writes them: open below, closed above.
fn intervals(classes: &Classes, state: &ViewState) -> String {
    let digits = state.measure().digits() + 1;
    let mut out = String::from("<ol class=\"intervals\">");
    let mut below: Option<&Class> = None;
    for class in &classes.classes {
        let upper = classes.breaks.get(class.place).copied();
        let upper = upper.unwrap_or(class.highest).grouped(digits);
        let interval = match below.and_then(|_| classes.breaks.get(class.place.checked_sub(1)?)) {
            Some(lower) => format!("({}, {upper}]", lower.grouped(digits)),
            None => format!("[{}, {upper}]", class.lowest.grouped(digits)),
        };
        let _ = write!(
            out,
            "<li data-tone=\"{}\"><i class=\"swatch\"></i>{interval} <span class=\"count\">{}</span></li>",
            class.tone.slug(),
            class.count
        );
        below = Some(class);
    }
    out.push_str("</ol>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use kbio_atlas::{Breaks, Selection};

    fn asked(hash: &str, lang: Lang) -> (String, String) {
        let state = ViewState::parse(hash, &ViewState::new(Selection::Nation));
        let answer = answer(&state, lang);
        let (bounds, note) = answer.split_once('\n').expect("two parts");
        (bounds.to_string(), note.to_string())
    }

    #[test]
    fn every_scheme_has_bounds_and_a_note_in_both_languages() {
        for scheme in Scheme::ALL {
            for lang in Lang::ALL {
                let (bounds, note) = asked(&format!("scheme={}", scheme.slug()), lang);
                assert!(Breaks::parse(&bounds).is_some(), "{scheme:?}: {bounds:?}");
                assert!(
                    note.contains("GVF") && note.contains("ADCM") && note.contains("<li"),
                    "{scheme:?}: {note}"
                );
            }
        }
    }

    #[test]
    fn the_bounds_of_own_cuts_are_values() {
        // 266 is the largest below 300, 87 the largest below 100.
        let (bounds, note) = asked("scheme=user-defined:100,300", Lang::En);
        assert_eq!(bounds, "87,266");
        assert!(note.contains("(100.0, 300.0]"), "{note}");
    }

    #[test]
    fn a_view_that_makes_no_sense_is_the_first_view() {
        let (bounds, note) = asked("scheme=%00&indicator=<script>", Lang::Ko);
        assert_eq!((bounds, note), asked("", Lang::Ko));
    }
}
