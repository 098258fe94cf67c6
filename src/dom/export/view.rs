//! What is on the page right now, in words and rows.

use super::super::exchange::{Word, said};
use super::super::place::{Place, all, document, first};
use super::super::title;
use super::drawing::is_drawn;
use super::table::{self, words};
use crate::export::{Caption, Dossier, Provenance, Rows, Subject};
use crate::page::Page;
use crate::state::Selection;

/// A view that is to leave the page.
pub struct View {
    pub subject: Subject,
    pub caption: Caption,
}

impl View {
    pub fn read(place: &Place) -> View {
        let subject = subject(place);
        let (heading, deck) = match &subject {
            Subject::Own => (".own-head h1", ".own-head .deck"),
            Subject::View(state) if state.near().is_some() => {
                ("[data-slot=near] :is(h2, h3)", "[data-slot=near] .deck")
            }
            _ => (".headline h1", ".headline .deck"),
        };
        let title = [heading, "main h1"].into_iter().find_map(first);
        let description = match &subject {
            Subject::View(state) if state.near().is_none() => {
                first("#map-description").map(|element| words(&element))
            }
            Subject::Page(_) => {
                first("meta[name=description]").and_then(|meta| meta.get_attribute("content"))
            }
            _ => None,
        };
        let caption = Caption {
            lang: place.lang,
            title: title.map(|title| words(&title)).unwrap_or_default(),
            deck: first(deck).map(|deck| words(&deck)).unwrap_or_default(),
            description: description.unwrap_or_default(),
            sources: sources(&subject, place),
            address: address(&subject).unwrap_or_default(),
            day: today(),
        };
        View { subject, caption }
    }

    /// The publication behind the figures, where they are the atlas' own.
    pub fn provenance<'d>(&self, dossier: Dossier<'d>) -> Provenance<'d> {
        match &self.subject {
            Subject::View(state) if state.near().is_none() => dossier.source_of(state),
            _ => Provenance::default(),
        }
    }

    /// The rows on the map; `None` where the page has no table of them.
    pub fn rows(&self) -> Option<Rows> {
        let table = match &self.subject {
            Subject::View(state) if state.near().is_none() => {
                return Some(Rows::of(state, self.caption.lang));
            }
            Subject::View(_) => "[data-slot=near] table",
            Subject::Own => "[data-slot=own-panel] table",
            Subject::Page(Page::Sigungu) => ".list-districts table",
            Subject::Page(Page::Network) => "#links table",
            Subject::Page(_) => "main table",
        };
        // Small tables stand beside the one that the page is about.
        let tables = all(table);
        let rows = tables.iter().filter_map(table::rows);
        rows.max_by_key(|rows| rows.rows.len())
    }
}

fn subject(place: &Place) -> Subject {
    match place.page.state() {
        Some(_) if title::is_lent() => Subject::Own,
        Some(default) => Subject::View(said(Word::Shown, &default)),
        None => Subject::Page(place.page),
    }
}

/// Each part of the source line that can be seen.
fn sources(subject: &Subject, place: &Place) -> Vec<String> {
    let parts = all(match subject {
        Subject::View(state) if state.near().is_some() => "[data-slot=near] .source-line > :not(b)",
        _ => ".map-figure figcaption .source-line > :not(b)",
    });
    let mut sources: Vec<String> = parts
        .iter()
        .filter(|part| is_drawn(part))
        .map(words)
        .collect();
    if *subject == Subject::Own {
        let own = place.lang.pick("독자가 연 자료", "the reader's own data");
        sources.insert(0, own.to_owned());
    }
    if sources.is_empty() {
        sources.push(place.lang.text().borders_credit.to_owned());
    }
    sources
}

/// Where the view is on the site; of the map in one file, where the site is, if it knows.
fn address(subject: &Subject) -> Option<String> {
    let location = web_sys::window()?.location();
    let html = document()?.document_element()?;
    if !html.has_attribute("data-single") {
        return location.href().ok();
    }
    let site = html.get_attribute("data-site")?;
    let hash = match subject {
        Subject::View(state) => state.to_hash(&crate::state::ViewState::new(Selection::Nation)),
        Subject::Own | Subject::Page(_) => String::new(),
    };
    let mark = if hash.is_empty() { "" } else { "#" };
    Some(format!("{site}{mark}{hash}"))
}

/// `2026-11-24`, where the reader is.
fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| format!("{number:02}");
    [
        now.get_full_year().to_string(),
        two(now.get_month() + 1),
        two(now.get_date()),
    ]
    .join("-")
}
