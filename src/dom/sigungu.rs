//! The page of all 시군구: the context indicator and the chosen district, in the hash and on the page.

use super::event::{element, listen};
use super::fragment::fetch;
use super::place::{Place, all, document, first};
use super::{controls, district, hash, zoom};
use crate::sigungu::Context;

/// Brings the page to life.
pub fn start(place: &Place) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    zoom::start();
    district::start(|code| {
        write("sigungu", code);
        district::choose(code);
    });
    district::paint();
    let place: &'static Place = Box::leak(Box::new(place.clone()));
    listen(&document, "change", move |event| {
        let control =
            element(&event).filter(|it| it.get_attribute("name").as_deref() == Some("context"));
        if let Some(control) = control {
            write("context", &controls::value(&control));
            show(place);
        }
    });
    for kind in ["hashchange", "popstate"] {
        listen(&window, kind, move |_| show(place));
    }
    show(place);
}

/// Shows what the hash asks for.
fn show(place: &'static Place) {
    district::choose(&read("sigungu"));
    let context = Context::parse(&read("context")).unwrap_or_default();
    let Some(select) = first("select[name=context]") else {
        return;
    };
    let Some(page) = first(".sigungu") else {
        return;
    };
    controls::choose(&select, context.slug());
    let shown = page.get_attribute("data-context").unwrap_or_default();
    if Context::parse(&shown).unwrap_or_default() == context {
        return;
    }
    let _ = page.set_attribute("data-context", context.slug());
    let url = format!("{}sigungu/{}.html", place.root, context.slug());
    let put = move |markup: Option<String>| {
        // The last choice wins.
        if page.get_attribute("data-context").as_deref() != Some(context.slug()) {
            return;
        }
        match markup {
            Some(markup) => put_parts(&markup),
            None => {
                // What is on the page is still that of before.
                let _ = page.remove_attribute("data-context");
                say(place.lang.text().load_failed);
            }
        }
    };
    fetch(url, Box::new(put));
}

/// Puts each part of the file in the place of the one on the page.
fn put_parts(markup: &str) {
    let Some(file) = document().and_then(|document| document.create_element("div").ok()) else {
        return;
    };
    file.set_inner_html(markup);
    for part in all("[data-part]") {
        let name = part.get_attribute("data-part").unwrap_or_default();
        let new = file.query_selector(&format!("[data-part=\"{name}\"]"));
        if let Ok(Some(new)) = new {
            part.set_inner_html(&new.inner_html());
        }
    }
    district::paint();
    if let Some(title) = first("h1").and_then(|title| title.text_content()) {
        say(&title);
    }
}

fn say(words: &str) {
    if let Some(announcer) = first("#announcer") {
        announcer.set_text_content(Some(words));
    }
}

/// The value of a key in the hash; empty where there is none.
fn read(key: &str) -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    let pairs = hash.trim_start_matches('#').split('&');
    let value = pairs
        .filter_map(|pair| pair.split_once('='))
        .find(|pair| pair.0 == key);
    value.map_or(String::new(), |pair| pair.1.to_string())
}

/// Makes the hash say the value of a key beside that of the other.
fn write(key: &str, value: &str) {
    let mut hash = String::from("#");
    for name in ["sigungu", "context"] {
        let value = if name == key {
            value.to_string()
        } else {
            read(name)
        };
        let is_known = match name {
            "context" => {
                Context::parse(&value).is_some_and(|context| context != Context::default())
            }
            _ => !value.is_empty(),
        };
        if is_known {
            if hash.len() > 1 {
                hash.push('&');
            }
            hash.push_str(name);
            hash.push('=');
            hash.push_str(&value);
        }
    }
    hash::go(&hash);
}
