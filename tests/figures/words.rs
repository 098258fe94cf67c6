//! The shape of the markup.

use std::collections::HashSet;

use kbio_atlas::Lang;

use crate::markup::{Child, Tree};

#[test]
fn nothing_inert_carries_style_script_or_a_handler() {
    for lang in Lang::ALL {
        for (name, tree) in crate::every_tree(lang) {
            for element in tree.every() {
                assert!(
                    !["script", "style", "iframe", "link"].contains(&element.tag.as_str()),
                    "{name}: <{}>",
                    element.tag
                );
                for (attribute, value) in &element.attributes {
                    let is_handler = attribute.starts_with("on");
                    assert!(
                        !is_handler && attribute != "style" && !value.starts_with("javascript:"),
                        "{name}: <{} {attribute}={value:?}>",
                        element.tag
                    );
                }
            }
        }
    }
}

#[test]
fn elements_stand_only_where_html_lets_them() {
    const BLOCKS: [&str; 9] = [
        "p", "ul", "ol", "dl", "div", "table", "section", "figure", "details",
    ];
    for lang in Lang::ALL {
        for (name, tree) in crate::every_tree(lang) {
            let mut ids = HashSet::new();
            for element in tree.every() {
                let inside: Vec<&str> = element.every().iter().map(|e| e.tag.as_str()).collect();
                let children: Vec<&str> = element.elements().map(|e| e.tag.as_str()).collect();
                let only = |allowed: &[&str]| children.iter().all(|tag| allowed.contains(tag));
                let is_sound = match element.tag.as_str() {
                    "p" | "b" | "span" | "h2" | "h3" | "dt" => {
                        !inside.iter().any(|tag| BLOCKS.contains(tag))
                    }
                    "a" | "button" => !inside.contains(&"a"),
                    "ul" => only(&["li"]),
                    "dl" => only(&["div"]),
                    "table" => {
                        only(&["caption", "thead", "tbody", "tfoot"]) && children.contains(&"tbody")
                    }
                    "thead" | "tbody" | "tfoot" => only(&["tr"]) && !children.is_empty(),
                    "tr" => only(&["th", "td"]) && !children.is_empty(),
                    _ => true,
                };
                assert!(is_sound, "{name}: <{}> around {children:?}", element.tag);
                if let Some(id) = element.attribute("id") {
                    assert!(ids.insert(id.to_string()), "{name}: two elements are #{id}");
                }
            }
        }
    }
}

#[test]
fn every_percentage_in_words_carries_its_value() {
    for lang in Lang::ALL {
        for (name, tree) in crate::every_tree(lang) {
            // The data page quotes its sources, whose figures are theirs.
            if name != "data page" {
                percentages(&name, &tree);
            }
        }
    }
}

/// Fails on a text such as `58.7%` that no `data-value` stands around.
fn percentages(name: &str, tree: &Tree) {
    // Drawings have a table twin with the values; the words and addresses of sources are quoted.
    let is_quoted = ["note", "disagreements", "sources"]
        .iter()
        .any(|class| tree.has_class(class));
    if tree.tag == "svg" || is_quoted || tree.attribute("data-value").is_some() {
        return;
    }
    for child in &tree.children {
        match child {
            Child::Element(element) => percentages(name, element),
            Child::Text(text) => {
                let is_figure = text
                    .match_indices('%')
                    .any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()));
                assert!(!is_figure, "{name}: no data-value around {text:?}");
            }
        }
    }
}
