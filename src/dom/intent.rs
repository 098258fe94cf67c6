//! What the reader wants of the instruments, ahead of what is shown: some views have to be worked out by the
//! lab first.

use core::cell::Cell;

use super::exchange::{self, Word};
use super::lab;
use super::place::{Place, first};
use crate::classify::Breaks;
use crate::state::{Selection, ViewState};

thread_local! {
    /// The newest wish until it is shown; an answer to an older one is dropped.
    static WANTED: Cell<Option<ViewState>> = const { Cell::new(None) };
}

/// The instruments' way to change what is shown.
#[derive(Clone, Copy)]
pub struct Intent {
    pub place: &'static Place,
    /// What the page shows at first.
    pub default: ViewState,
}

impl Intent {
    pub fn shown(self) -> ViewState {
        exchange::said(Word::Shown, &self.default)
    }

    /// What the reader looks at, or is about to.
    pub fn wanted(self) -> ViewState {
        WANTED.get().unwrap_or_else(|| self.shown())
    }

    /// Takes note that a state is shown; one that is not yet cut as it says is asked for again with bounds.
    pub fn settle(self, now: ViewState) {
        WANTED.set(None);
        if now.cut.is_open() {
            self.show(now);
        }
    }

    /// Changes one thing about it.
    pub fn change(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.wanted();
        edit(&mut next);
        self.show(next);
    }

    /// Has a state shown as soon as its classes are known; one that is shown already is painted again.
    pub fn show(self, next: ViewState) {
        WANTED.set(Some(next));
        if !next.cut.is_open() {
            return exchange::say(Word::Wanted, &next, &self.default);
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
            exchange::say(Word::Wanted, &next, &self.default);
        };
        self.method(next, lent);
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
