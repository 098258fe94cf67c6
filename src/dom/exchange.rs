//! What the two programs of a map page tell each other: the first shows a state, the instruments ask for others.
//!
//! A state is spelled as in the hash, with the bounds it was lent. It stands in an attribute of `<html>`, where
//! whoever comes later finds it, and an event on the document says that it is new.

use super::event::listen;
use super::place::document;
use crate::state::ViewState;

/// One of the two directions: the attribute, which is the name of the event too.
#[derive(Clone, Copy)]
pub enum Word {
    /// What is on the page, from the first program.
    Shown,
    /// What should be, from the instruments.
    Wanted,
}

impl Word {
    fn name(self) -> &'static str {
        match self {
            Word::Shown => "data-shown",
            Word::Wanted => "data-wanted",
        }
    }
}

/// Says a state; `default` is that of the page.
pub fn say(word: Word, state: &ViewState, default: &ViewState) {
    let Some(document) = document() else { return };
    if let Some(html) = document.document_element() {
        let _ = html.set_attribute(word.name(), &state.to_message(default));
    }
    if let Ok(event) = web_sys::Event::new(word.name()) {
        let _ = document.dispatch_event(&event);
    }
}

/// The state that was said last; the page's own where none was.
pub fn said(word: Word, default: &ViewState) -> ViewState {
    let html = document().and_then(|document| document.document_element());
    let message = html.and_then(|html| html.get_attribute(word.name()));
    ViewState::parse(&message.unwrap_or_default(), default)
}

/// Hears every state that is said.
pub fn hear(word: Word, default: ViewState, then: impl Fn(ViewState) + 'static) {
    if let Some(document) = document() {
        listen(&document, word.name(), move |_| then(said(word, &default)));
    }
}
