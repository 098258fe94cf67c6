//! The search box: fetches the index when the reader first turns to it, lists what fits, goes there.
//!
//! An option is a link with `data-go`, so that choosing one is a click like any other: on a page with a
//! map it selects in place, elsewhere and in a new tab it opens the place's own page.

use core::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::event::{element, listen, place};
use super::fragment::fetch;
use super::place::{Place, document, first};
use crate::page::Page;
use crate::search::{FILE, Hit, search};
use crate::text::Lang;

/// Options in the list; more of them are counted, not listed.
const MOST: usize = 20;

thread_local! {
    static INDEX: RefCell<Index> = const { RefCell::new(Index::Unasked) };
}

/// How far the index has come.
enum Index {
    Unasked,
    Asked,
    Here(String),
}

/// Brings the search box to life, where the page has one.
pub fn start() {
    let (Some(place), Some(document), Some(form)) = (Place::read(), document(), first(".search"))
    else {
        return;
    };
    let Some(input) = first("#search").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(found) = Found::on_page() else {
        return;
    };
    let boxed = Box::leak(Box::new(SearchBox {
        lang: place.lang,
        root: place.root,
        input,
        found,
    }));
    let boxed: &'static SearchBox = boxed;

    listen(&form, "focusin", |_| boxed.ask());
    listen(&form, "input", |_| boxed.show());
    listen(&form, "keydown", |event| boxed.press(&event));
    // There is nothing to send.
    listen(&form, "submit", |event| event.prevent_default());
    // The focus stays in the box while the list is used with mouse or finger: a box without focus closes.
    listen(&boxed.found.list, "mousedown", |event| {
        event.prevent_default()
    });
    listen(&boxed.found.list, "click", |_| boxed.leave());
    listen(&form, "focusout", |event| {
        let next = event
            .dyn_ref::<FocusEvent>()
            .and_then(FocusEvent::related_target)
            .and_then(|next| next.dyn_into::<Element>().ok());
        if next.is_none_or(|next| next.closest(".search").ok().flatten().is_none()) {
            boxed.close();
        }
    });
    listen(&document, "keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_alone = !key.ctrl_key() && !key.meta_key() && !key.alt_key();
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
    lang: Lang,
    /// The language's root.
    root: String,
    input: HtmlInputElement,
    found: Found,
}

impl SearchBox {
    /// Fetches the index once; after a failure, once more for each time it is asked.
    fn ask(&'static self) {
        let is_asked = INDEX.with_borrow(|index| !matches!(index, Index::Unasked));
        if is_asked {
            return;
        }
        INDEX.set(Index::Asked);
        spawn_local(async {
            match fetch(&(self.root.clone() + FILE)).await {
                Some(text) => {
                    INDEX.set(Index::Here(text));
                    self.show();
                }
                None => {
                    INDEX.set(Index::Unasked);
                    self.found.close();
                    self.found.say(self.lang.text().search_failed);
                }
            }
        });
    }

    /// Lists what fits the words in the box.
    fn show(&'static self) {
        self.ask();
        let text = self.lang.text();
        let query = self.input.value();
        let query = query.trim();
        if query.is_empty() {
            return self.close();
        }
        INDEX.with_borrow(|index| match index {
            Index::Here(index) => {
                let hits = search(index, query);
                self.found.list(&hits, &self.root);
                if hits.is_empty() {
                    self.found.say(&format!("{}: {query}", text.nothing_found));
                } else {
                    self.found.say(&format!("{} {}", text.found, hits.len()));
                }
            }
            Index::Unasked | Index::Asked => self.found.say(text.loading),
        });
        self.activate(0);
    }

    /// Marks the option that Enter will choose; the first follows the last, and the other way round.
    fn activate(&self, at: i32) {
        let options = self.found.list.children();
        let length = options.length() as i32;
        let is_open = length > 0 && !self.found.list.hidden();
        let _ = self
            .input
            .set_attribute("aria-expanded", if is_open { "true" } else { "false" });
        if let Some(old) = self.active() {
            let _ = old.set_attribute("aria-selected", "false");
        }
        let next = is_open
            .then(|| options.item(at.rem_euclid(length) as u32))
            .flatten();
        match next {
            Some(option) => {
                let _ = option.set_attribute("aria-selected", "true");
                let _ = self
                    .input
                    .set_attribute("aria-activedescendant", &option.id());
                self.found.bring_into_view(&option);
            }
            None => {
                let _ = self.input.remove_attribute("aria-activedescendant");
            }
        }
    }

    fn active(&self) -> Option<Element> {
        self.found
            .list
            .query_selector("[aria-selected=true]")
            .ok()?
    }

    /// The place of the marked option in the list.
    fn active_place(&self) -> i32 {
        let mut place = 0;
        let mut before = self
            .active()
            .and_then(|option| option.previous_element_sibling());
        while let Some(option) = before {
            place += 1;
            before = option.previous_element_sibling();
        }
        place
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
            "ArrowDown" if is_open => self.activate(self.active_place() + 1),
            "ArrowUp" if is_open => self.activate(self.active_place() - 1),
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
        self.activate(0);
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

    fn list(&self, hits: &[Hit<'_>], root: &str) {
        let mut options = String::new();
        for (at, hit) in hits.iter().take(MOST).enumerate() {
            // A place of another release is no place here.
            let Some(selection) = place(hit.entry.target()) else {
                continue;
            };
            for part in [
                "<a role=\"option\" tabindex=\"-1\" aria-selected=\"false\" id=\"found-",
                &at.to_string(),
                "\" data-go=\"",
                hit.entry.target(),
                "\" href=\"",
                root,
                &Page::of(selection).path(),
                "\"><b>",
                hit.entry.shown(),
                "</b> <span>",
                hit.entry.note(),
                "</span></a>",
            ] {
                options.push_str(part);
            }
        }
        self.list.set_hidden(options.is_empty());
        self.list.set_inner_html(&options);
        self.list.set_scroll_top(0);
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
