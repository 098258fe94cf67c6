//! Links lead somewhere, and sources can be looked up.

use std::collections::HashSet;

use kbio_atlas::compare::Place;
use kbio_atlas::{ClusterId, Lang, RegionCode, sheet};

use crate::markup::Tree;

fn ids(tree: &Tree) -> HashSet<String> {
    tree.every()
        .iter()
        .filter_map(|element| element.attribute("id").map(str::to_string))
        .collect()
}

#[test]
fn every_link_leads_to_a_page_an_anchor_or_another_site() {
    for lang in Lang::ALL {
        let root = crate::root(lang);
        let anchors = ids(&crate::data_page(lang));
        let files: HashSet<String> = sheet::downloads(&crate::dir())
            .expect("the committed package is sound")
            .into_iter()
            .map(|(file, _)| file)
            .chain([kbio_atlas::catchment::FILE.to_string()])
            .collect();
        let leads = |on_data_page: bool, href: &str| {
            if let Some(path) = href.strip_prefix(root) {
                return if let Some(anchor) = path.strip_prefix("data/#") {
                    anchors.contains(anchor)
                } else if let Some(place) = path.strip_prefix("compare/#regions=") {
                    Place::parse(place).is_some()
                } else if let Some(code) = path.strip_prefix("region/") {
                    code.strip_suffix('/').and_then(RegionCode::parse).is_some()
                } else {
                    let id = path.strip_prefix("cluster/");
                    let id = id.and_then(|id| id.strip_suffix('/'));
                    id.and_then(ClusterId::parse).is_some()
                };
            }
            if href.starts_with("https://") || href.starts_with("http://") {
                return true;
            }
            let file = href.strip_prefix(lang.pick("", "../../data/"));
            on_data_page
                && (href
                    .strip_prefix('#')
                    .is_some_and(|id| anchors.contains(id))
                    || file.is_some_and(|file| files.contains(file)))
        };
        for (name, tree) in crate::every_tree(lang) {
            for link in tree.tagged("a") {
                let href = link.attribute("href").unwrap_or_default();
                assert!(
                    leads(name == "data page", href),
                    "{name}: {href:?} leads nowhere"
                );
                let is_outside = href.contains("://");
                assert_eq!(
                    link.attribute("rel")
                        .is_some_and(|rel| rel.contains("noopener")),
                    is_outside,
                    "{name}: {href:?}: only a link that leaves the site has rel=noopener"
                );
                assert!(!link.text().is_empty(), "{name}: {href:?} has no words");
            }
        }
    }
}

#[test]
fn what_selects_on_the_map_has_the_page_of_the_same_place() {
    for lang in Lang::ALL {
        for (name, tree) in crate::every_tree(lang) {
            for element in tree.every() {
                let Some(place) = element.attribute("data-go") else {
                    continue;
                };
                let kind = if RegionCode::parse(place).is_some() {
                    "region"
                } else {
                    "cluster"
                };
                let page = format!("{}{kind}/{place}/", crate::root(lang));
                assert_eq!(element.attribute("href"), Some(page.as_str()), "{name}");
            }
        }
    }
}

#[test]
fn every_source_of_the_package_has_an_entry() {
    let page = crate::data_page(Lang::Ko);
    let anchors = ids(&page);
    for list in crate::PACKAGE.source_lists() {
        for source in &list.rows {
            assert!(
                anchors.contains(&format!("source-{}", source.id)),
                "{}",
                source.id
            );
        }
        // One row an entry and list: ids that two lists share must not swallow a row.
        let rows = page.tagged("code");
        let rows = rows
            .iter()
            .filter(|code| code.has_class("list-file") && code.text() == list.file);
        assert_eq!(rows.count(), list.rows.len(), "{}", list.file);
    }
}

#[test]
fn every_cluster_and_every_link_is_in_the_lists() {
    let state = kbio_atlas::ViewState::new(kbio_atlas::Selection::Nation);
    for lang in Lang::ALL {
        let lists = crate::lists(&state, lang);
        let section = |class: &str| {
            let found = lists
                .every()
                .into_iter()
                .find(|element| element.has_class(class));
            found.unwrap_or_else(|| panic!("a section .{class}"))
        };
        let clusters: HashSet<&str> = section("list-clusters")
            .every()
            .into_iter()
            .filter_map(|element| element.attribute("data-go"))
            .filter(|place| RegionCode::parse(place).is_none())
            .collect();
        assert_eq!(clusters.len(), crate::CLUSTERS.len());
        let links = section("list-links").tagged("li");
        assert_eq!(links.len(), crate::PACKAGE.links.len());
        for (item, family) in links.iter().zip(families_in_order()) {
            assert_eq!(item.attribute("data-family"), Some(family));
        }
        assert_eq!(
            section("list-regions").tagged("tbody")[0]
                .elements()
                .count(),
            17
        );
    }
}

/// The family of every link, family by family.
fn families_in_order() -> Vec<&'static str> {
    let mut families: Vec<_> = crate::PACKAGE
        .links
        .iter()
        .map(|link| link.family)
        .collect();
    families.sort();
    families.into_iter().map(|family| family.slug()).collect()
}
