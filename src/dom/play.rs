//! The years one after another, when the reader asks for it.

use core::cell::Cell;

use web_sys::Element;

use super::event::callback;
use super::intent::Intent;
use super::place::all;
use crate::state::ViewState;

/// How long a year stays, in ms.
const STAY: i32 = 1200;

thread_local! {
    /// The year that was shown last; `None` while nothing plays.
    static AT: Cell<Option<u16>> = const { Cell::new(None) };
}

/// Starts or stops, where the element is the button.
pub fn press(element: &Element, intent: Intent) {
    if !element.matches("[name=play]").unwrap_or_default() {
        return;
    }
    if AT.take().is_none() {
        let years = years(intent);
        let now = intent.wanted().year();
        // From the last year on there is nothing but the beginning.
        let from = years
            .first()
            .copied()
            .filter(|_| years.last() == Some(&now));
        step(from.or_else(|| after(now, &years)), intent);
    }
    mark();
}

/// Hides the button where there is only one year.
pub fn write(state: &ViewState) {
    let is_only_year = state.years().len() < 2;
    for button in all("[name=play]") {
        let _ = button.toggle_attribute_with_force("hidden", is_only_year);
    }
}

fn step(year: Option<u16>, intent: Intent) {
    AT.set(year);
    if let (Some(year), Some(window)) = (year, web_sys::window()) {
        intent.change(|next| next.set_year(year));
        let then = callback(move |_| {
            // The reader may have stopped, or gone elsewhere, in the meantime.
            if AT.get() == Some(year) && intent.wanted().year() == year {
                step(after(year, &years(intent)), intent);
            } else if AT.get() == Some(year) {
                AT.set(None);
            }
            mark();
        });
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&then, STAY);
    }
}

fn years(intent: Intent) -> Vec<u16> {
    intent.wanted().years()
}

fn after(year: u16, years: &[u16]) -> Option<u16> {
    years.iter().copied().find(|later| *later > year)
}

/// Says on the button whether it plays.
fn mark() {
    let plays = if AT.get().is_some() { "true" } else { "false" };
    for button in all("[name=play]") {
        let _ = button.set_attribute("aria-pressed", plays);
    }
}
