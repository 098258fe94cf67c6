//! The comparison: what is chosen stands in the hash, the lab writes what is shown of it.
//!
//! Whatever carries `data-pick` is a way to choose. Every way only changes the hash, and every change of the
//! hash, by hand and by history too, asks the lab. The list that is shown stands in `data-chosen`.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, MouseEvent};

use super::event::{element, listen};
use super::place::{Place, all, first};
use super::{hash, lab};
use crate::page::Page;

const CHOSEN: &str = "data-chosen";
const PICK: &str = "data-pick";

/// What stands before the list in the hash.
const KEY: &str = "#regions=";

/// Brings the comparison to life, on its page.
pub fn start(place: &Place) {
    if place.page != Page::Compare {
        return;
    }
    let (Some(window), Some(shown)) = (web_sys::window(), first("[data-chosen]")) else {
        return;
    };
    let comparison: &'static Comparison = Box::leak(Box::new(Comparison {
        place: place.clone(),
        at_first: shown.get_attribute(CHOSEN).unwrap_or_default(),
        shown,
    }));
    for kind in ["change", "click"] {
        listen(&window, kind, |event| {
            comparison.pick(&event);
        });
    }
    listen(&window, "hashchange", |_| comparison.follow());
    comparison.follow();
}

/// The page's part that shows the choice.
struct Comparison {
    place: Place,
    shown: Element,
    /// What is shown where there is no hash.
    at_first: String,
}

impl Comparison {
    /// Puts a place in or takes it out, as the event asks; `None` where it asks nothing.
    fn pick(&self, event: &Event) -> Option<()> {
        let holder = element(event)?
            .closest("[data-pick],#found [data-go]")
            .ok()??;
        // A box speaks by its change, which the keyboard makes too.
        if holder.has_type::<HtmlInputElement>() != (event.type_() == "change") {
            return None;
        }
        let picked = holder.get_attribute(PICK);
        let is_found = picked.is_none();
        if is_found {
            let click = event.dyn_ref::<MouseEvent>()?;
            // A new tab or window is the reader's business.
            if click.ctrl_key() || click.meta_key() || click.shift_key() {
                return None;
            }
            event.prevent_default();
        }
        let key = picked.or_else(|| holder.get_attribute("data-go"))?;
        let list = changed(&self.shown.get_attribute(CHOSEN)?, &key, is_found);
        let location = web_sys::window()?.location();
        location.set_hash(&(KEY.to_string() + &list)).ok()
    }

    /// The list that the hash asks for; `None` where it is about something else, such as a part of the page.
    fn asked(&self) -> Option<String> {
        let hash = web_sys::window()?.location().hash().ok()?;
        if hash.is_empty() {
            return Some(self.at_first.clone());
        }
        Some(hash.strip_prefix(KEY)?.to_string())
    }

    fn follow(&'static self) {
        let Some(list) = self.asked() else { return };
        if self.shown.get_attribute(CHOSEN).as_ref() == Some(&list) {
            return;
        }
        let asked = list.clone();
        let take = move |answer: Option<String>| {
            // A later choice has a later answer.
            if self.asked() == Some(list) {
                self.show(answer);
            }
        };
        let subject = match self.shown.has_attribute("data-framed") {
            true => "compare-in-frame",
            false => "compare",
        };
        lab::ask(subject, &asked, &self.place, Box::new(take));
    }

    /// Shows an answer of the lab: the list as it is understood, what to say aloud, the content.
    fn show(&self, answer: Option<String>) {
        let parts = answer.as_deref().and_then(|answer| {
            let (list, rest) = answer.split_once('\n')?;
            Some((list, rest.split_once('\n')?))
        });
        if let Some(failed) = html(".compare-failed") {
            failed.set_hidden(parts.is_some());
        }
        let Some((list, (said, content))) = parts else {
            return;
        };
        let has_focus = first("[data-chosen]:focus-within").is_some();
        let _ = self.shown.set_attribute(CHOSEN, list);
        self.shown.set_inner_html(content);
        if let Some(title) = html(".chosen h2").filter(|_| has_focus) {
            let _ = title.focus();
        }
        for holder in all("input[data-pick],path[data-pick]") {
            let key = holder.get_attribute(PICK).unwrap_or_default();
            let is_in = list.split(',').any(|other| other == key);
            match holder.dyn_ref::<HtmlInputElement>() {
                Some(input) => input.set_checked(is_in),
                None => {
                    let _ = holder.toggle_attribute_with_force("data-on", is_in);
                }
            }
        }
        if let Some(announcer) = first("#announcer") {
            announcer.set_text_content(Some(said));
        }
        hash::carry();
    }
}

fn html(selector: &str) -> Option<HtmlElement> {
    first(selector)?.dyn_into().ok()
}

/// The list with a place put in at its end or, where it is in and may be taken out, without it.
fn changed(list: &str, key: &str, only_adds: bool) -> String {
    let mut out = String::new();
    let mut push = |place: &str| {
        if !out.is_empty() && !place.is_empty() {
            out.push(',');
        }
        out.push_str(place);
    };
    let mut is_in = false;
    for place in list.split(',') {
        is_in |= place == key;
        if place != key || only_adds {
            push(place);
        }
    }
    if !is_in {
        push(key);
    }
    out
}
