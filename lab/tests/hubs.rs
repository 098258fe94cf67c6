//! The hub lab on the atlas' own places: answers that hold, references that cost no less, complaints in words.

use std::path::Path;
use std::sync::OnceLock;

use kbio_atlas::hub_places::{self, HubPlace, weights};
use kbio_atlas::{Lang, Site};
use kbio_atlas_hub::{Choice, unwatched};
use kbio_atlas_lab::hubs::{Allocation, Complaint, Model, Question, references, run};

/// The site's file of places, made once.
fn file() -> &'static str {
    static FILE: OnceLock<String> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/data");
        let site = Site::read(Path::new(folder)).expect("the data package is sound");
        site.hub_places()
    })
}

fn places() -> Vec<HubPlace> {
    hub_places::parse(file()).expect("the file of places is sound")
}

/// Everything that is said, part by part.
fn said(file: &str, hash: &str, lang: Lang) -> Vec<(String, String)> {
    let mut said = Vec::new();
    run(file, hash, lang, &mut |part, text| {
        said.push((part.to_string(), text))
    })
    .expect("the places are sound");
    said
}

/// The last that is said for a part of the page.
fn last(said: &[(String, String)], part: &str) -> String {
    let found = said.iter().rev().find(|(of, _)| of == part);
    found.map_or(String::new(), |(_, text)| text.clone())
}

#[test]
fn all_forty_clusters_are_places_of_seven_wide_regions() {
    let places = places();
    assert_eq!(places.len(), 40);
    let mut wide: Vec<&str> = places.iter().map(|place| place.wide.as_str()).collect();
    wide.sort_unstable();
    wide.dedup();
    assert_eq!(wide.len(), 7, "{wide:?}");
    assert!(
        wide.iter().all(|region| region.starts_with("5p2-")),
        "{wide:?}"
    );
}

#[test]
fn weights_add_up_to_the_nation() {
    let places = places();
    for indicator in weights() {
        let model = Model::of(&places, indicator).expect("a model");
        let (_, figures) = hub_places::demand(indicator).expect("a demand");
        let (found, nation) = (
            model.weight.iter().sum::<f64>(),
            figures.iter().sum::<f64>(),
        );
        assert!(
            (found / nation - 1.0).abs() < 1e-12,
            "{indicator:?}: {found} of {nation}"
        );
    }
}

#[test]
fn no_reference_costs_less_than_the_proven_optimum_of_its_size() {
    let places = places();
    for allocation in Allocation::ALL {
        let question = Question::parse(&format!("allocation={}", allocation.slug()), &places)
            .expect("a question");
        let model = Model::of(&places, question.weight).expect("a model");
        for reference in references(&places, &model, &question).expect("three references") {
            let hubs = reference.answer.hubs.len();
            let choice = Choice::free(places.len(), hubs).expect("a choice");
            let best = model
                .solve(&question, &choice, &mut unwatched)
                .expect("a solution");
            assert!(
                best.proven && (best.bound - best.cost).abs() < 1e-9,
                "{allocation:?}"
            );
            let kind = reference.kind;
            assert!(
                reference.answer.cost >= best.cost * (1.0 - 1e-9),
                "{allocation:?}, {kind:?}: {} is below {}",
                reference.answer.cost,
                best.cost
            );
        }
    }
}

#[test]
fn what_is_fixed_is_a_hub_and_what_is_forbidden_is_none() {
    let places = places();
    let text = "#p=3&fix=jj-bio&forbid=cb-osong,gg-siheung&allocation=median&weight=population";
    let question = Question::parse(text, &places).expect("a question");
    let model = Model::of(&places, question.weight).expect("a model");
    let choice = Choice::new(40, question.hubs, &question.fix, &question.forbid).expect("a choice");
    let answer = model
        .solve(&question, &choice, &mut unwatched)
        .expect("a solution");
    assert!(question.fix.iter().all(|hub| answer.hubs.contains(hub)));
    assert!(!question.forbid.iter().any(|hub| answer.hubs.contains(hub)));
    assert_eq!(answer.hubs.len(), 3);
}

#[test]
fn a_median_costs_its_own_mean_distance_and_a_centre_its_worst() {
    let places = places();
    for (slug, is_mean) in [("median", true), ("centre", false)] {
        let question = Question::parse(&format!("allocation={slug}&p=2"), &places).expect("it");
        let model = Model::of(&places, question.weight).expect("a model");
        let choice = Choice::free(40, 2).expect("a choice");
        let answer = model
            .solve(&question, &choice, &mut unwatched)
            .expect("a solution");
        let reach = model.reach(&answer).expect("a reach");
        let expected = if is_mean { reach.mean } else { reach.worst };
        assert!(
            (answer.cost - expected).abs() < 1e-9,
            "{slug}: {} and {expected}",
            answer.cost
        );
        assert!(reach.within[0] <= reach.within[1] && reach.within[1] <= 1.0 + 1e-12);
    }
}

#[track_caller]
fn complains(hash: &str, ko: &str, en: &str) {
    let file = file();
    for (lang, expected) in [(Lang::Ko, ko), (Lang::En, en)] {
        let said = said(file, hash, lang);
        assert_eq!(last(&said, "progress"), expected, "{hash}");
        assert_eq!(last(&said, "answer"), "", "{hash}");
    }
}

#[test]
fn bad_questions_are_answered_with_a_sentence() {
    let hubs = (
        "허브 수 p는 1부터 6까지의 정수여야 합니다.",
        "The number of hubs p must be a whole number from 1 to 6.",
    );
    for text in ["p=0", "p=41", "p=2.5", "p=four", "p="] {
        complains(text, hubs.0, hubs.1);
    }
    let rates = (
        "요율 α, χ, δ는 0 이상의 유한한 수여야 합니다.",
        "The rates α, χ and δ must be finite numbers of 0 or more.",
    );
    for text in ["alpha=-1", "chi=NaN", "delta=inf", "alpha=<b>"] {
        complains(text, rates.0, rates.1);
    }
    complains(
        "p=1&fix=cb-osong&forbid=cb-osong",
        "오송: 고정하면서 금지할 수는 없습니다.",
        "Osong: it cannot be fixed and forbidden at once.",
    );
    complains(
        "p=1&fix=cb-osong,jj-bio",
        "2곳을 고정했는데 허브는 1곳뿐입니다. p를 늘리거나 고정을 푸십시오.",
        "2 places are fixed but only 1 can be hubs. Raise p or free some.",
    );
    complains(
        "fix=atlantis",
        "고정하거나 금지한 곳 가운데 이 지도에 없는 클러스터가 있습니다.",
        "One of the places fixed or forbidden is no cluster of this atlas.",
    );
    let all: Vec<&str> = places().iter().map(|place| place.id.as_str()).collect();
    complains(
        &format!("p=2&forbid={}", all.join(",")),
        "허브 2곳이 필요한데 남은 곳은 0곳입니다. 금지를 푸십시오.",
        "2 hubs are asked for but 0 places are allowed. Forbid fewer.",
    );
}

#[test]
fn every_complaint_is_words_in_both_languages() {
    for complaint in [
        Complaint::Allocation,
        Complaint::Weight,
        Complaint::Place,
        Complaint::Hubs,
    ] {
        let [ko, en] = Lang::ALL.map(|lang| complaint.words(&[], lang));
        assert!(
            ko != en && ko.ends_with('.') && en.ends_with('.'),
            "{ko} {en}"
        );
    }
}

#[test]
fn an_experiment_says_its_parts_in_order_and_the_end_last() {
    let said = said(file(), "p=2&allocation=median", Lang::En);
    let parts: Vec<&str> = said
        .iter()
        .map(|(part, _)| part.as_str())
        .filter(|part| *part != "progress")
        .collect();
    let curves = ["curve"; 6];
    let begin = ["solution", "solution-inset", "answer", "references"];
    assert_eq!(parts, [&begin[..], &curves[..], &["references"]].concat());
    assert!(last(&said, "progress").starts_with("Done."));
    assert!(last(&said, "answer").contains("Proven optimal"));
    let table = last(&said, "references");
    assert_eq!(table.matches("<tr>").count(), 6, "{table}");
}

/// The answers that readers see, to be looked at when they change.
#[test]
fn answers_are_as_they_were() {
    let file = file();
    for (lang, hash, name) in [
        (Lang::Ko, "p=4&alpha=0.75&allocation=single", "single-ko"),
        (
            Lang::En,
            "p=3&allocation=median&weight=population",
            "median-en",
        ),
    ] {
        let said = said(file, hash, lang);
        let text: String = ["progress", "answer", "references", "curve", "solution"]
            .map(|part| format!("<!-- {part} -->\n{}\n", last(&said, part)))
            .concat()
            .replace("><", ">\n<");
        let path = format!(
            "{}/tests/golden/hubs-{name}.html",
            env!("CARGO_MANIFEST_DIR")
        );
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).expect("the golden file can be written");
        }
        let known = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            known == text,
            "the answer to #{hash} is not {path} any more: if it should not be, run \
             `UPDATE=1 cargo test -p kbio-atlas-lab --test hubs` and look at the difference"
        );
    }
}
