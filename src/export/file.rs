//! What a file is called, so that it says what it holds wherever it lies.

use crate::arrangement::Arrangement;
use crate::page::Page;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// What a view is of.
#[derive(Clone, Copy, PartialEq, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each press of a button, and a box would not be `Copy`"
)]
pub enum Subject {
    /// The atlas' own figures, in a state.
    View(ViewState),
    /// The reader's own data on the map.
    Own,
    /// A page with a picture and tables of its own.
    Page(Page),
}

/// A file that the desk gives out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Svg,
    /// Twice the size of the drawing.
    Png,
    /// As wide as an A4 sheet at 300 dots to the inch.
    PrintPng,
    Pdf,
    Csv,
    Json,
    Metadata,
    /// The map in one HTML file.
    Html,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Svg,
        Kind::Png,
        Kind::PrintPng,
        Kind::Pdf,
        Kind::Csv,
        Kind::Json,
        Kind::Metadata,
        Kind::Html,
    ];

    /// The value of a button's `data-export`.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Svg => "svg",
            Kind::Png => "png",
            Kind::PrintPng => "print",
            Kind::Pdf => "pdf",
            Kind::Csv => "csv",
            Kind::Json => "json",
            Kind::Metadata => "metadata",
            Kind::Html => "html",
        }
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The end of the name.
    fn ending(self) -> &'static str {
        match self {
            Kind::Svg => ".svg",
            Kind::Png => "-2x.png",
            Kind::PrintPng => "-print.png",
            Kind::Pdf => ".pdf",
            Kind::Csv => ".csv",
            Kind::Json => ".json",
            Kind::Metadata => ".metadata.json",
            Kind::Html => ".html",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Svg => "image/svg+xml",
            Kind::Png | Kind::PrintPng => "image/png",
            Kind::Pdf => "application/pdf",
            Kind::Csv => "text/csv;charset=utf-8",
            Kind::Json | Kind::Metadata => "application/json",
            Kind::Html => "text/html",
        }
    }

    /// `kbio-atlas-bio-firms-share-2022-region-43-ko.svg`.
    pub fn name(self, subject: &Subject, lang: Lang) -> String {
        let mut parts = vec!["kbio-atlas".to_owned()];
        match subject {
            Subject::View(state) => parts.extend(parts_of(state)),
            Subject::Own => parts.push("own-data".to_owned()),
            Subject::Page(page) => {
                let path = page.path();
                let path = path.trim_end_matches('/').trim_end_matches(".html");
                parts.extend((!path.is_empty()).then(|| path.replace('/', "-")));
            }
        }
        parts.push(lang.tag().to_owned());
        parts.join("-") + self.ending()
    }
}

fn parts_of(state: &ViewState) -> Vec<String> {
    let mut parts = match state.near() {
        // From near the map is of the districts, and in no year of the indicator.
        Some(code) => vec![
            "districts".to_owned(),
            state.context.slug().to_owned(),
            code.as_str().to_owned(),
        ],
        None => vec![
            state.indicator().slug().to_owned(),
            state.measure().slug().to_owned(),
            state.year().to_string(),
        ],
    };
    if state.grouping.is_grouped() {
        parts.push(state.grouping.slug().to_owned());
    }
    match state.selection {
        Selection::Region(code) if state.near().is_none() => {
            parts.push(format!("region-{}", code.as_str()));
        }
        Selection::Cluster(id) => parts.push(id.as_str().to_owned()),
        Selection::Nation | Selection::Region(_) => {}
    }
    if state.arrangement != Arrangement::Map {
        parts.push(state.arrangement.slug().to_owned());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hash: &str, kind: Kind, expected: &str) {
        let state = ViewState::parse(hash, &ViewState::new(Selection::Nation));
        assert_eq!(
            kind.name(&Subject::View(state), Lang::Ko),
            expected,
            "#{hash}"
        );
    }

    #[test]
    fn a_name_says_what_the_file_holds() {
        check(
            "measure=share",
            Kind::Svg,
            "kbio-atlas-bio-firms-share-2022-ko.svg",
        );
        check(
            "region=43",
            Kind::Png,
            "kbio-atlas-bio-firms-count-2022-region-43-ko-2x.png",
        );
        check(
            "cluster=cb-osong&layout=tiles",
            Kind::PrintPng,
            "kbio-atlas-bio-firms-count-2022-cb-osong-tiles-ko-print.png",
        );
        check(
            "indicator=pharma-workers&measure=lq&year=2020&group=capital",
            Kind::Csv,
            "kbio-atlas-pharma-workers-lq-2020-capital-ko.csv",
        );
        check(
            "zoom=43",
            Kind::Json,
            "kbio-atlas-districts-density-43-ko.json",
        );
        check(
            "",
            Kind::Metadata,
            "kbio-atlas-bio-firms-count-2022-ko.metadata.json",
        );
    }

    #[test]
    fn pages_and_own_data_have_names_too() {
        assert_eq!(
            Kind::Pdf.name(&Subject::Page(Page::Network), Lang::En),
            "kbio-atlas-network-en.pdf"
        );
        assert_eq!(
            Kind::Csv.name(&Subject::Own, Lang::En),
            "kbio-atlas-own-data-en.csv"
        );
    }

    #[test]
    fn slugs_come_back_and_names_are_safe_in_every_file_system() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.slug()), Some(kind));
            for state in crate::state::views() {
                let name = kind.name(&Subject::View(state), Lang::Ko);
                let is_safe =
                    |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
                assert!(name.len() < 100 && name.chars().all(is_safe), "{name}");
            }
        }
        assert_eq!(Kind::parse("exe"), None);
    }
}
