//! What is said about clusters, against `clusters.csv`.

use std::collections::HashMap;

use kbio_atlas::{ClusterId, Lang, Selection};

use crate::markup::Tree;

/// The rows of a file as maps from column to cell.
fn rows(file: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(crate::dir().join(file)).expect(file);
    reader.deserialize().map(|row| row.expect(file)).collect()
}

fn detail(row: &HashMap<String, String>, lang: Lang) -> Tree {
    let id = ClusterId::parse(&row["id"]).expect("a cluster of the table");
    crate::detail(Selection::Cluster(id), lang)
}

fn classed<'t>(tree: &'t Tree, class: &str) -> Vec<&'t Tree> {
    let mut found = tree.every();
    found.retain(|element| element.has_class(class));
    found
}

#[test]
fn tenants_stand_only_beside_their_year_and_above_what_was_counted() {
    let rows = rows("clusters.csv");
    assert_eq!(rows.len(), 40);
    for row in &rows {
        for lang in Lang::ALL {
            let tree = detail(row, lang);
            let tenants = classed(&tree, "tenants");
            assert_eq!(
                tenants.len(),
                usize::from(!row["tenants"].is_empty()),
                "{}",
                row["id"]
            );
            for tenants in tenants {
                let inside = tenants.every();
                let attribute = |name| inside.iter().find_map(|element| element.attribute(name));
                assert_eq!(attribute("data-value"), Some(row["tenants"].as_str()));
                assert_eq!(attribute("data-year"), Some(row["tenants_year"].as_str()));
                assert!(
                    tenants.text().contains(&row["tenants_year"]),
                    "{}",
                    tenants.text()
                );
                let note = classed(&tree, "note");
                assert_eq!(note.len(), 1, "{}: no word on what was counted", row["id"]);
                let column = lang.pick("note_ko", "note");
                assert!(note[0].text().contains(&row[column]), "{}", row["id"]);
            }
        }
    }
}

#[test]
fn only_a_published_class_is_called_one() {
    let mut published = 0;
    for row in rows("clusters.csv") {
        let basis = &row["type_basis"];
        let text = detail(&row, Lang::En).text();
        let is_published = !basis.is_empty() && !basis.starts_with("text:");
        assert_eq!(
            text.contains("(published class)"),
            is_published,
            "{}",
            row["id"]
        );
        assert_eq!(
            text.contains("classed by us"),
            basis.starts_with("text:"),
            "{}",
            row["id"]
        );
        published += usize::from(is_published);
    }
    // The eight of the policy literature, as the notes on the package count them.
    assert_eq!(published, 8);
}

#[test]
fn every_link_of_a_cluster_names_its_other_end() {
    let links = rows("links.csv");
    for row in rows("clusters.csv") {
        let id = &row["id"];
        let own = links
            .iter()
            .filter(|link| link["from_id"] == *id || link["to_id"] == *id);
        let tree = detail(&row, Lang::Ko);
        let section = classed(&tree, "links")[0];
        let items = section.tagged("li");
        assert_eq!(items.len(), own.clone().count(), "{id}");
        let text = section.text();
        for link in own {
            assert!(
                text.contains(&link["label_ko"]),
                "{id}: {}",
                link["label_ko"]
            );
            let status = match link["status"].as_str() {
                "plan" => "계획",
                "press outlook" => "언론 전망",
                _ => "",
            };
            assert!(text.contains(status), "{id}: {status}");
            let year = match link["year"].as_str() {
                "" => "연도 미상".to_string(),
                year => format!("{year}년"),
            };
            assert!(text.contains(&year), "{id}: {year}");
        }
    }
}

#[test]
fn disagreements_about_a_cluster_are_shown_with_both_sides() {
    let mut shown = 0;
    let disagreements = rows("disagreements.csv");
    for row in rows("clusters.csv") {
        let own: Vec<_> = disagreements
            .iter()
            .filter(|other| other["cluster_id"] == row["id"])
            .collect();
        let tree = detail(&row, Lang::Ko);
        let text: String = classed(&tree, "disagreements")
            .iter()
            .map(|tree| tree.text())
            .collect();
        for disagreement in own {
            for column in ["value_a_ko", "value_b_ko"] {
                assert!(
                    text.contains(&disagreement[column]),
                    "{}",
                    disagreement["id"]
                );
            }
            shown += 1;
        }
    }
    assert!(shown > 10, "only {shown} disagreements are about a cluster");
}
