//! The search box: the lab finds what fits; here it is listed and gone to.
//!
//! An option is a link with `data-go`, so that choosing one is a click like any other: on a page with a
//! map it selects in place, elsewhere and in a new tab it opens the place's own page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::event::{element, listen};
use super::lab;
use super::place::{Place, document, first};

/// The id of the marked option, to which the box's `aria-activedescendant` points while there is one.
const ACTIVE: &str = "found-active";
const ACTIVE_OPTION: &str = "#found-active";
const POINTER: &str = "aria-activedescendant";

/// Brings the search box to life, where the page has one.
pub fn start(place: &Place) {
    let (Some(document), Some(landmark)) = (document(), first(".search")) else {
        return;
    };
    let Some(input) = first("#search").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(found) = Found::on_page() else {
        return;
    };
    let boxed = Box::leak(Box::new(SearchBox {
        place: place.clone(),
        input,
        found,
    }));
    let boxed: &'static SearchBox = boxed;

    listen(&landmark, "focusin", |_| boxed.wake());
    listen(&landmark, "input", |_| boxed.show());
    listen(&landmark, "keydown", |event| boxed.press(&event));
    // The focus stays in the box while the list is used with mouse or finger: a box without focus closes.
    listen(&boxed.found.list, "mousedown", |event| {
        event.prevent_default()
    });
    listen(&boxed.found.list, "click", |_| boxed.leave());
    listen(&landmark, "focusout", |_| boxed.close());
    listen(&document, "keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_alone = !key.ctrl_key() && !key.meta_key();
        if key.key() == "/" && is_alone && !element(&event).is_some_and(|e| takes_text(&e)) {
            event.prevent_default();
            let _ = boxed.input.focus();
            boxed.input.select();
        }
    });
}

fn takes_text(element: &Element) -> bool {
    element
        .closest("input:not([type=radio],[type=checkbox]),select,textarea,[contenteditable]")
        .is_ok_and(|field| field.is_some())
}

/// The box on this page.
struct SearchBox {
    place: Place,
    input: HtmlInputElement,
    found: Found,
}

impl SearchBox {
    /// Wakes the lab while the reader is still on the way to the first letter.
    fn wake(&self) {
        lab::ask("search", "", &self.place, Box::new(|_| ()));
    }

    /// Lists what fits the words in the box.
    fn show(&'static self) {
        let query = self.input.value();
        let query = query.trim().to_string();
        if query.is_empty() {
            return self.close();
        }
        if self.found.list.hidden() {
            self.found.say(self.place.lang.text().loading);
        }
        let asked = query.clone();
        let take = move |answer: Option<String>| {
            // A later letter has a later answer.
            if self.input.value().trim() == asked {
                self.list(&asked, answer);
            }
        };
        lab::ask("search", &query, &self.place, Box::new(take));
    }

    fn list(&self, query: &str, answer: Option<String>) {
        let text = self.place.lang.text();
        let Some((count, options)) = answer.as_deref().and_then(|answer| answer.split_once('\n'))
        else {
            self.close();
            return self.found.say(text.search_failed);
        };
        self.found.list(options);
        if options.is_empty() {
            self.found.say(&format!("{}: {query}", text.nothing_found));
        } else {
            self.found.say(&format!("{} {count}", text.found));
        }
        self.activate(self.found.list.first_element_child());
    }

    /// Marks the option that Enter will choose.
    fn activate(&self, option: Option<Element>) {
        if let Some(old) = self.active() {
            let _ = old.remove_attribute("aria-selected");
            old.set_id("");
        }
        let _ = self.input.remove_attribute(POINTER);
        let is_open = if self.found.list.hidden() {
            "false"
        } else {
            "true"
        };
        let _ = self.input.set_attribute("aria-expanded", is_open);
        if let Some(option) = option.filter(|_| !self.found.list.hidden()) {
            let _ = option.set_attribute("aria-selected", "true");
            option.set_id(ACTIVE);
            let _ = self.input.set_attribute(POINTER, ACTIVE);
            self.found.bring_into_view(&option);
        }
    }

    fn active(&self) -> Option<Element> {
        first(ACTIVE_OPTION)
    }

    fn press(&'static self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // While a syllable is being composed, Enter and the arrows are the input method's.
        if key.is_composing() {
            return;
        }
        let is_open = !self.found.list.hidden();
        match key.key().as_str() {
            // The first follows the last, and the other way round.
            "ArrowDown" if is_open => self.activate(
                self.active()
                    .and_then(|option| option.next_element_sibling())
                    .or_else(|| self.found.list.first_element_child()),
            ),
            "ArrowUp" if is_open => self.activate(
                self.active()
                    .and_then(|option| option.previous_element_sibling())
                    .or_else(|| self.found.list.last_element_child()),
            ),
            "ArrowDown" => self.show(),
            "Enter" => {
                let option = self.active().filter(|_| is_open);
                if let Some(option) = option.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    option.click();
                }
            }
            "Escape" if self.input.value().is_empty() && !is_open => return,
            "Escape" => {
                if !is_open {
                    self.input.set_value("");
                }
                self.close();
                // What is selected on the map stays.
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// After a choice: the map is what the reader wants to see now, without a keyboard over it.
    fn leave(&self) {
        self.input.set_value("");
        self.close();
        let _ = self.input.blur();
    }

    fn close(&self) {
        self.found.close();
        self.activate(None);
    }
}

/// The list under the box, and the line over it that says how many there are.
struct Found {
    list: HtmlElement,
    line: Element,
}

impl Found {
    fn on_page() -> Option<Found> {
        Some(Found {
            list: first("#found")?.dyn_into().ok()?,
            line: first(".found p")?,
        })
    }

    fn say(&self, words: &str) {
        self.line.set_text_content(Some(words));
    }

    fn list(&self, options: &str) {
        self.list.set_hidden(options.is_empty());
        self.list.set_inner_html(options);
    }

    /// Scrolls the list, and never the page.
    fn bring_into_view(&self, option: &Element) {
        let (list, option) = (
            self.list.get_bounding_client_rect(),
            option.get_bounding_client_rect(),
        );
        let above = (option.y() - list.y()).min(0.0);
        let below = (option.y() + option.height() - list.y() - list.height()).max(0.0);
        let by = self.list.scroll_top() + (below + above) as i32;
        self.list.set_scroll_top(by);
    }

    /// The options stay where they are: the click that closes the list is still about one of them.
    fn close(&self) {
        self.list.set_hidden(true);
        self.say("");
    }
}
