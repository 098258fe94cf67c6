//! Where figures come from and how they are to be read, for the files that leave the page: a table that is
//! fetched with the desk, a line an entry, cells parted by tabs.

use crate::indicator::Indicator;
#[cfg(not(target_arch = "wasm32"))]
use crate::package::Package;
use crate::series;
#[cfg(not(target_arch = "wasm32"))]
use crate::series::SERIES;
use crate::state::ViewState;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::Lang;

/// What a figure rests on, as the list of sources has it. Empty where the list says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Provenance<'t> {
    pub id: &'t str,
    pub title: &'t str,
    pub publisher: &'t str,
    pub date: &'t str,
    pub url: &'t str,
    pub terms: &'t str,
}

/// The table as it was fetched.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dossier<'t>(&'t str);

/// How the lines of definitions and of sources begin, and that of the data package.
const DEFINITION: &str = "definition";
const SOURCE: &str = "source";
const PACKAGE: &str = "package";

/// The version of the data package and the day on which it was put together.
pub const PACKAGE_FACTS: [&str; 2] = ["version", "created"];

impl<'t> Dossier<'t> {
    pub fn read(text: &'t str) -> Self {
        Dossier(text)
    }

    /// The cells of the line of a kind with this key.
    fn line(self, kind: &str, key: &str) -> impl Iterator<Item = &'t str> {
        let found = self.0.lines().find_map(|line| {
            let mut cells = line.split('\t');
            (cells.next() == Some(kind) && cells.next() == Some(key)).then_some(cells)
        });
        found.into_iter().flatten()
    }

    /// What an indicator is and what to mind about it.
    pub fn definition(self, indicator: Indicator) -> &'t str {
        self.line(DEFINITION, indicator.slug())
            .next()
            .unwrap_or_default()
    }

    /// The source of the figures of a view.
    pub fn source_of(self, state: &ViewState) -> Provenance<'t> {
        let key = state.indicator().definition().key;
        let id = series::find(key, state.year()).map_or("", |series| series.source);
        self.source(id)
    }

    /// The source with this id, with nothing but the id where it is not listed.
    pub fn source(self, id: &'static str) -> Provenance<'t> {
        let mut cells = self.line(SOURCE, id);
        let mut next = || cells.next().unwrap_or_default();
        Provenance {
            id,
            title: next(),
            publisher: next(),
            date: next(),
            url: next(),
            terms: next(),
        }
    }

    /// A fact of the data package: see [`PACKAGE_FACTS`].
    pub fn package(self, fact: &str) -> &'t str {
        self.line(PACKAGE, fact).next().unwrap_or_default()
    }
}

/// Version and day of the data package in this folder.
///
/// # Errors
///
/// Where its description cannot be read or does not say both.
#[cfg(not(target_arch = "wasm32"))]
pub fn facts(folder: &std::path::Path) -> Result<[String; 2], String> {
    const FILE: &str = "datapackage.json";
    let text =
        std::fs::read_to_string(folder.join(FILE)).map_err(|error| format!("{FILE}: {error}"))?;
    let described: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{FILE}: {error}"))?;
    let mut facts = [String::new(), String::new()];
    for (fact, name) in facts.iter_mut().zip(PACKAGE_FACTS) {
        let value = described.get(name).and_then(serde_json::Value::as_str);
        let value = value.ok_or_else(|| format!("{FILE}: `{name}` must be a text"))?;
        // Of a moment the day alone.
        *fact = value.split('T').next().unwrap_or_default().to_owned();
    }
    Ok(facts)
}

/// The table. `facts` are the values of [`PACKAGE_FACTS`].
#[cfg(not(target_arch = "wasm32"))]
pub fn write(package: &Package, facts: &[String; 2], lang: Lang) -> String {
    let mut out = String::new();
    let mut line = |cells: &[&str]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
            .collect();
        out.push_str(&cells.join("\t"));
        out.push('\n');
    };
    for (name, value) in PACKAGE_FACTS.into_iter().zip(facts) {
        line(&[PACKAGE, name, value]);
    }
    for indicator in Indicator::ALL {
        let caution = indicator.definition().caution.get(lang);
        line(&[DEFINITION, indicator.slug(), caution]);
    }
    let mut ids: Vec<&str> = SERIES.iter().map(|series| series.source).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        // The same publication where two lists have it.
        let Some(source) = package
            .source_lists()
            .into_iter()
            .find_map(|list| list.get(id))
        else {
            continue;
        };
        let cell = |cell: &'_ Option<String>| cell.clone().unwrap_or_default();
        line(&[
            SOURCE,
            id,
            &source.title,
            &source.publisher,
            &cell(&source.date),
            &cell(&source.url),
            &cell(&source.terms),
        ]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_view_has_a_source_and_a_definition() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let package = Package::read(&folder).unwrap();
        for lang in Lang::ALL {
            let text = write(&package, &facts(&folder).unwrap(), lang);
            let dossier = Dossier::read(&text);
            let is_digit = |c: char| c.is_ascii_digit() || c == '-';
            let created = dossier.package("created");
            assert!(
                created.len() == 10 && created.chars().all(is_digit),
                "{created}"
            );
            for state in crate::state::views() {
                let source = dossier.source_of(&state);
                assert!(
                    !source.title.is_empty() && !source.publisher.is_empty(),
                    "{} has no entry",
                    source.id
                );
                assert!(!dossier.definition(state.indicator()).is_empty());
            }
        }
    }

    #[test]
    fn what_is_not_listed_is_empty() {
        let dossier = Dossier::read("source\tA\ttitle\nsource\tAB\tanother");
        assert_eq!(dossier.source("A").title, "title");
        assert_eq!(dossier.source("A").terms, "");
        assert_eq!(
            dossier.source("B"),
            Provenance {
                id: "B",
                ..Provenance::default()
            }
        );
    }
}
