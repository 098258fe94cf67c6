//! Every view in words: no gap is left, every particle agrees, every figure is the recomputed one.

use std::collections::BTreeMap;

use kbio_atlas::{Grouping, Lang, Measure, REGIONS, Selection, ViewState, describe};

use crate::groupings::{expected, groups, views};
use crate::markup::{Child, Tree};
use crate::recomputed::check_near;

/// A description as words and figures: the text of each, and the figure's value.
fn parts(state: &ViewState, lang: Lang) -> Vec<(String, Option<f64>)> {
    let html = describe(state, lang).within("p").to_string();
    let tree = Tree::parse(&html).unwrap_or_else(|fault| panic!("{html}: {fault}"));
    let part = |child: &Child| match child {
        Child::Text(text) => (text.clone(), None),
        Child::Element(figure) => {
            let value = figure.attribute("data-value").expect("only figures");
            (figure.text(), Some(value.parse().expect("a number")))
        }
    };
    tree.elements()
        .next()
        .map_or(Vec::new(), |p| p.children.iter().map(part).collect())
}

fn selections() -> impl Iterator<Item = Selection> {
    let regions = REGIONS.iter().map(|region| Selection::Region(region.code));
    [Selection::Nation].into_iter().chain(regions)
}

fn with(mut state: ViewState, selection: Selection) -> ViewState {
    state.selection = selection;
    state
}

#[test]
fn no_view_leaves_a_gap_in_its_description() {
    let mut texts = std::collections::HashSet::new();
    let mut count = 0;
    for state in views() {
        for selection in selections() {
            for lang in Lang::ALL {
                let text = describe(&with(state, selection), lang).plain();
                for gap in ["{", "}", "  ", "()", "..", " ,", " .", "None", "NaN"] {
                    assert!(!text.contains(gap), "{gap:?} in {text:?}");
                }
                assert!(text.ends_with('.'), "{text:?}");
                assert!(text.contains(&state.year().to_string()), "{text:?}");
                texts.insert(text);
                count += 1;
            }
        }
    }
    assert_eq!(texts.len(), count, "two views are described alike");
}

/// Names with what follows them as subject and as topic.
const PARTICLES: [(&str, &str, &str); 27] = [
    ("서울", "이", "은"),
    ("부산", "이", "은"),
    ("대구", "가", "는"),
    ("인천", "이", "은"),
    ("광주", "가", "는"),
    ("대전", "이", "은"),
    ("울산", "이", "은"),
    ("세종", "이", "은"),
    ("경기", "가", "는"),
    ("충북", "이", "은"),
    ("충남", "이", "은"),
    ("전남", "이", "은"),
    ("경북", "이", "은"),
    ("경남", "이", "은"),
    ("제주", "가", "는"),
    ("강원", "이", "은"),
    ("전북", "이", "은"),
    ("수도권", "이", "은"),
    ("충청권", "이", "은"),
    ("중부권", "이", "은"),
    ("호남권", "이", "은"),
    ("대경권", "이", "은"),
    ("동남권", "이", "은"),
    ("강원권", "이", "은"),
    ("제주권", "이", "은"),
    ("비수도권", "이", "은"),
    ("특별자치도", "가", "는"),
];

#[test]
fn every_particle_agrees_with_the_word_before_it() {
    let mut seen = BTreeMap::new();
    for state in views() {
        for selection in selections() {
            let state = with(state, selection);
            let text = describe(&state, Lang::Ko).plain();
            for (name, subject, topic) in PARTICLES {
                for (at, _) in text.match_indices(name) {
                    let after = &text[at + name.len()..];
                    let follows = ["이 ", "가 ", "은 ", "는 "]
                        .into_iter()
                        .find(|particle| after.starts_with(particle));
                    if let Some(particle) = follows {
                        assert!(
                            [subject, topic].contains(&particle.trim()),
                            "{name}{particle}in {text:?}"
                        );
                        *seen.entry(name).or_insert(0) += 1;
                    }
                }
            }
            for pair in parts(&state, Lang::Ko).windows(2) {
                let [(figure, Some(_)), (after, None)] = pair else {
                    continue;
                };
                // 으로 after a consonant other than ㄹ, as the figure is read aloud.
                let is_closed = figure.ends_with(['곳', '명', '원', '0', '3', '6']);
                if after.starts_with("으로") || after.starts_with("로") {
                    assert_eq!(after.starts_with("으로"), is_closed, "{figure}{after}");
                }
            }
        }
    }
    assert_eq!(
        seen.len(),
        PARTICLES.len(),
        "some names were never followed: {seen:?}"
    );
}

/// The value that each unit of a view should have, by its Korean name, largest first.
fn ranked(state: &ViewState) -> Vec<(String, f64)> {
    let mut units: Vec<(String, f64)> = groups(state.grouping)
        .into_iter()
        .map(|(name, codes)| (name, expected(state, &codes)))
        .collect();
    units.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    units
}

fn code_list(codes: &[&str]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

#[test]
fn every_figure_of_a_description_follows_from_the_csv() {
    for state in views() {
        let units = ranked(&state);
        let parts = parts(&state, Lang::Ko);
        let text: String = parts.iter().map(|(text, _)| text.as_str()).collect();
        let mut figures = parts
            .windows(2)
            .filter_map(|pair| Some((pair[0].0.as_str(), pair[1].1?)));

        // Names with their own values, in the order of the ranks.
        let (_, first) = figures.next().expect("the largest");
        check_near(first, units[0].1, &text);
        assert!(text.contains(&units[0].0), "{text}");
        let mut last = first;
        for (before, figure) in figures.by_ref() {
            if before.contains("수도권이 전국의") || before.contains("전국 값은") {
                last_is_least(last, &units, &text);
                whole(&state, before, figure, &text);
                last = f64::NAN;
                break;
            }
            let name = before.trim_end_matches(" 각각 ");
            let named = units
                .iter()
                .any(|(unit, value)| name.contains(unit.as_str()) && near(*value, figure));
            assert!(named || name.contains(" 등 "), "{before}{figure} in {text}");
            last = figure;
        }
        if !last.is_nan() {
            last_is_least(last, &units, &text);
        }
        for (before, figure) in figures {
            whole(&state, before, figure, &text);
        }
        if state.measure() == Measure::LocationQuotient {
            let above = units.iter().filter(|(_, value)| *value > 1.0).count();
            assert!(
                text.contains(&format!("전국 평균 1을 넘는 곳은 {above}곳")),
                "{text}"
            );
        }
        // Both languages say the same figures.
        let korean: Vec<f64> = parts.iter().filter_map(|(_, value)| *value).collect();
        let english = self::parts(&state, Lang::En);
        let english: Vec<f64> = english.iter().filter_map(|(_, value)| *value).collect();
        assert_eq!(korean, english, "{text}");
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * one.abs().max(1.0)
}

#[track_caller]
fn last_is_least(last: f64, units: &[(String, f64)], text: &str) {
    check_near(last, units[units.len() - 1].1, text);
}

/// A figure of the nation: capital share, CR3, Gini, national rate.
#[track_caller]
fn whole(state: &ViewState, before: &str, figure: f64, text: &str) {
    let mut parts = *state;
    // A published share is its own quantity.
    if state
        .indicator()
        .definition()
        .measures
        .contains(&Measure::Count)
    {
        parts.set_measure(Measure::Count);
    }
    parts.grouping = Grouping::Sido;
    let units = ranked(&parts);
    let total: f64 = units.iter().map(|(_, value)| value).sum();
    let should = if before.contains("수도권이 전국의") {
        100.0 * expected(&parts, &code_list(&["11", "28", "41"])) / total
    } else if before.contains("상위 세 곳이") {
        100.0 * units[..3].iter().map(|(_, value)| value).sum::<f64>() / total
    } else if before.contains("지니 계수는") {
        let mut differences = 0.0;
        for (_, a) in &units {
            for (_, b) in &units {
                differences += (a - b).abs();
            }
        }
        differences / (2.0 * 17.0 * total)
    } else if before.contains("전국 값은") {
        expected(
            state,
            &code_list(&REGIONS.each_ref().map(|region| region.digits)),
        )
    } else {
        panic!("{before}{figure} is not known here: {text}")
    };
    check_near(figure, should, text);
}

#[test]
fn a_selected_region_is_described_with_its_units_value_and_rank() {
    for state in views() {
        let units = ranked(&state);
        let of_code = groups(state.grouping);
        for region in &REGIONS {
            let state = with(state, Selection::Region(region.code));
            let (unit, codes) = of_code
                .iter()
                .find(|(_, codes)| codes.iter().any(|code| code == region.digits))
                .expect("every region is in a unit");
            let parts = parts(&state, Lang::Ko);
            let (words, _) = parts.last().expect("words");
            let (_, figure) = parts[parts.len() - 2].clone();
            let should = expected(&state, codes);
            check_near(figure.expect("a figure"), should, words);
            let rank = 1 + units
                .iter()
                .filter(|(_, value)| *value > should && !near(*value, should))
                .count();
            let end = format!("{rank}위다.");
            assert!(words.ends_with(&end), "{words}, expected {end}");
            assert!(words.contains(&format!(" {}개 ", units.len())), "{words}");
            let said: String = parts.iter().map(|(text, _)| text.as_str()).collect();
            let sentence = said.rsplit(". ").next().expect("a last sentence");
            assert!(sentence.contains(unit.as_str()), "{sentence}");
        }
    }
}
