//! What the reader wants, ahead of what is shown: some views have to be worked out by the lab first.

use core::cell::Cell;

use leptos::prelude::*;

use super::lab;
use super::place::{Place, first};
use crate::classify::Breaks;
use crate::state::{Selection, ViewState};

thread_local! {
    /// The newest wish; an answer to an older one is dropped.
    static WANTED: Cell<Option<ViewState>> = const { Cell::new(None) };
}

/// The way to change what is shown.
#[derive(Clone, Copy)]
pub struct Intent {
    pub shown: RwSignal<ViewState>,
    pub place: &'static Place,
}

impl Intent {
    /// What the reader looks at, or is about to.
    pub fn wanted(self) -> ViewState {
        WANTED.get().unwrap_or_else(|| self.shown.get_untracked())
    }

    /// Changes one thing about it.
    pub fn change(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.wanted();
        edit(&mut next);
        self.show(next);
    }

    pub fn select(self, selection: Selection) {
        self.change(|next| next.selection = selection);
    }

    /// Shows a state as soon as its classes are known.
    pub fn show(self, next: ViewState) {
        if next == self.wanted() {
            return;
        }
        WANTED.set(Some(next));
        if !next.cut.is_open() {
            return self.settle(next);
        }
        let lent = move |breaks: Option<Breaks>| {
            if WANTED.get() != Some(next) {
                return;
            }
            let mut next = next;
            next.cut.lent = breaks;
            if next.cut.is_open() {
                // Nothing to cut, or no lab: the measure's own classes are always there.
                next.cut.scheme = None;
            }
            self.settle(next);
        };
        self.method(next, lent);
    }

    fn settle(self, next: ViewState) {
        WANTED.set(None);
        if next != self.shown.get_untracked() {
            self.shown.set(next);
        }
    }

    /// Has the note on the method say how the view is cut.
    pub fn explain(self) {
        self.method(self.wanted(), |_| ());
    }

    /// Asks the lab how a state's values are cut, writes what it says about that, and hands on the bounds.
    fn method(self, state: ViewState, then: impl FnOnce(Option<Breaks>) + 'static) {
        let question = state.to_hash(&ViewState::new(Selection::Nation));
        let lang = self.place.lang;
        let take = move |answer: Option<String>| {
            let (breaks, note) = answer
                .as_deref()
                .and_then(|answer| answer.split_once('\n'))
                .unwrap_or(("", lang.text().lab_failed));
            if let Some(slot) = first("[data-slot=\"method\"]") {
                slot.set_inner_html(note);
            }
            then(Breaks::parse(breaks));
        };
        lab::ask("cut", &question, self.place, Box::new(take));
    }
}
