//! `.metadata.json`: everything about a view but its figures, for machines and for archives.

use super::caption::Caption;
use super::dossier::Dossier;
use super::file::{Kind, Subject};
use super::json::Json;
use super::rows::unit_of;
use crate::cut;
use crate::headline;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The terms of the borders, as their source gives them.
const BORDERS: [(&str, &str); 3] = [
    (
        "name",
        "Statistics Korea SGIS, administrative areas of 2020",
    ),
    ("publisher", "Statistics Korea (통계청 SGIS)"),
    ("license", "KOGL Type 1 (공공누리 제1유형)"),
];

/// The terms of the map itself.
const LICENSE: &str =
    "CC BY 4.0 for the drawing and words; figures under the terms of their source";

/// The whole of it. Views of the atlas' own figures say what they measure and how it is cut; others are words.
pub fn metadata(subject: &Subject, caption: &Caption, dossier: Dossier<'_>) -> Json {
    let lang = caption.lang;
    let mut members: Vec<(String, Json)> = Vec::new();
    let mut add = |name: &str, value: Json| members.push((name.to_owned(), value));
    add("title", Json::text(&caption.title));
    add("subtitle", Json::some(&caption.deck));
    add("description", Json::some(&caption.description));
    add("alt", Json::text(caption.alt()));
    add("language", Json::text(lang.tag()));
    let provenance = match subject {
        Subject::View(state) if state.near().is_none() => {
            for (name, value) in of_view(state, lang, dossier) {
                add(name, value);
            }
            dossier.source_of(state)
        }
        _ => super::dossier::Provenance::default(),
    };
    let listed = Json::object([
        ("id", Json::some(provenance.id)),
        ("title", Json::some(provenance.title)),
        ("publisher", Json::some(provenance.publisher)),
        ("date", Json::some(provenance.date)),
        ("url", Json::some(provenance.url)),
        ("license", Json::some(provenance.terms)),
        ("retrieved", Json::some(dossier.package("created"))),
        ("as_printed", Json::text(caption.sources.join(" · "))),
    ]);
    add("source", listed);
    add(
        "borders",
        Json::object(BORDERS.map(|(name, value)| (name, Json::text(value)))),
    );
    add("credit", Json::text(caption.credit()));
    add("citation", Json::text(caption.citation(&provenance)));
    add("license", Json::text(LICENSE));
    let package = Json::object([
        ("name", Json::text("kbio-atlas")),
        ("version", Json::some(dossier.package("version"))),
        ("created", Json::some(dossier.package("created"))),
    ]);
    add("data_package", package);
    add("view", Json::text(&caption.address));
    add("exported", Json::text(&caption.day));
    let files = Kind::ALL.map(|kind| (kind.slug(), Json::text(kind.name(subject, lang))));
    add("files", Json::object(files));
    Json::Object(members)
}

fn of_view(state: &ViewState, lang: Lang, dossier: Dossier<'_>) -> Vec<(&'static str, Json)> {
    let indicator = state.indicator();
    let definition = indicator.definition();
    let measure = state.measure();
    let classes = cut::classes(state);
    let (units, count) = (state.units(), state.grouping.count());
    let held = units[..count].iter().flatten().count();
    let bounds = classes.classes.iter().map(|class| {
        Json::object([
            ("lowest", Json::number(class.lowest.full())),
            ("highest", Json::number(class.highest.full())),
            ("units", Json::number(class.count)),
        ])
    });
    let scheme = match state.cut.scheme {
        Some(scheme) => scheme.spelling(),
        None if cut::is_two_sided(state) => "two-sided around 1".to_owned(),
        None => "quantiles".to_owned(),
    };
    let years = state.years().into_iter().map(Json::number).collect();
    vec![
        (
            "indicator",
            Json::object([
                ("id", Json::text(indicator.slug())),
                ("key", Json::text(definition.key)),
                ("name", Json::text(definition.name.get(lang))),
                ("survey", Json::text(definition.survey.get(lang))),
                ("definition", Json::some(dossier.definition(indicator))),
            ]),
        ),
        (
            "measure",
            Json::object([
                ("id", Json::text(measure.slug())),
                ("name", Json::text(measure.name().get(lang))),
                (
                    "in_words",
                    Json::text(headline::measured(indicator, measure, lang)),
                ),
            ]),
        ),
        ("unit", Json::text(unit_of(state, lang))),
        ("year", Json::number(state.year())),
        (
            "units",
            Json::object([
                ("grouping", Json::text(state.grouping.slug())),
                ("name", Json::text(state.grouping.name().get(lang))),
                ("count", Json::number(count)),
                ("with_value", Json::number(held)),
                ("zero", Json::number(classes.zero)),
                ("missing", Json::number(count - held)),
            ]),
        ),
        (
            "classification",
            Json::object([
                ("scheme", Json::text(scheme)),
                ("asked", Json::number(cut::k(state))),
                ("years", Json::List(years)),
                ("classes", Json::List(bounds.collect())),
            ]),
        ),
        (
            "shown",
            Json::object([
                ("layout", Json::text(state.arrangement.slug())),
                (
                    "selected",
                    match state.selection {
                        Selection::Nation => Json::Null,
                        Selection::Region(code) => Json::text(code.as_str()),
                        Selection::Cluster(id) => Json::text(id.as_str()),
                    },
                ),
                ("clusters", Json::Flag(state.shows_clusters())),
                ("links", Json::Flag(state.links)),
                ("patterns", Json::Flag(state.patterns)),
            ]),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn written(hash: &str) -> Value {
        let state = ViewState::parse(hash, &ViewState::new(Selection::Nation));
        let caption = Caption {
            lang: Lang::En,
            title: headline::headline(&state, Lang::En),
            deck: headline::deck(&state, Lang::En),
            description: String::new(),
            sources: vec!["KB".into()],
            address: format!("https://example.org/en/#{hash}"),
            day: "2026-11-24".into(),
        };
        let dossier = Dossier::read(
            "package\tcreated\t2026-11-20\nsource\tKB22\tOverview\tKoreaBIO\t2022\thttps://koreabio.org\tunknown\ndefinition\tbio-firms\tOne main site each.",
        );
        let json = metadata(&Subject::View(state), &caption, dossier).to_string();
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn a_view_says_what_it_measures_how_it_is_cut_and_where_it_is_from() {
        let json = written("measure=share&classes=4&region=43&layout=tiles");
        #[track_caller]
        fn check(json: &Value, at: &str, expected: Value) {
            assert_eq!(json.pointer(at), Some(&expected), "{at} of {json:#}");
        }
        check(&json, "/indicator/id", json!("bio-firms"));
        check(&json, "/indicator/definition", json!("One main site each."));
        check(&json, "/measure/id", json!("share"));
        check(&json, "/unit", json!("%"));
        check(&json, "/year", json!(2022));
        check(&json, "/units/count", json!(17));
        check(&json, "/source/publisher", json!("KoreaBIO"));
        check(&json, "/source/license", json!("unknown"));
        check(&json, "/source/retrieved", json!("2026-11-20"));
        check(&json, "/classification/scheme", json!("quantiles"));
        check(&json, "/classification/asked", json!(4));
        check(&json, "/shown/layout", json!("tiles"));
        check(&json, "/shown/selected", json!("43"));
        check(
            &json,
            "/view",
            json!("https://example.org/en/#measure=share&classes=4&region=43&layout=tiles"),
        );
        check(
            &json,
            "/files/csv",
            json!("kbio-atlas-bio-firms-share-2022-region-43-tiles-en.csv"),
        );
    }

    #[test]
    fn every_unit_is_counted_once() {
        for hash in [
            "",
            "indicator=pharma-workers&measure=lq",
            "group=5k3t",
            "indicator=listed-firms",
        ] {
            let json = written(hash);
            let number = |at: &str| json.pointer(at).and_then(Value::as_u64).unwrap();
            let classes = json
                .pointer("/classification/classes")
                .unwrap()
                .as_array()
                .unwrap();
            let sorted: u64 = classes
                .iter()
                .map(|class| class["units"].as_u64().unwrap())
                .sum();
            assert_eq!(
                sorted + number("/units/zero") + number("/units/missing"),
                number("/units/count"),
                "#{hash}: {json:#}"
            );
        }
    }

    #[test]
    fn a_page_without_an_indicator_claims_none() {
        let caption = Caption {
            lang: Lang::Ko,
            title: "내 자료".into(),
            deck: String::new(),
            description: String::new(),
            sources: vec!["독자".into()],
            address: String::new(),
            day: "2026-11-24".into(),
        };
        let json: Value = serde_json::from_str(
            &metadata(&Subject::Own, &caption, Dossier::default()).to_string(),
        )
        .unwrap();
        assert_eq!(json.get("indicator"), None);
        assert_eq!(json["source"]["publisher"], Value::Null);
        assert_eq!(json["source"]["as_printed"], json!("독자"));
    }
}
