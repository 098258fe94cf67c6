//! Parts of the page that are prerendered into files of their own and fetched when they are wanted.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::place::{document, first};
use crate::text::Lang;

/// Puts the markup at `url` into the slot; on failure a sentence and a link to `page`, which holds the
/// same and works without a script. `arrived` is called in both cases: freshly written bars and links do not
/// know yet what is selected.
pub fn load(slot: &'static str, url: String, page: String, lang: Lang, arrived: fn()) {
    // An embed has no room for these two.
    let roomy = ":not([data-embed] .charts,[data-embed] .detail)";
    let Some(element) = first(&format!("[data-slot=\"{slot}\"]{roomy}")) else {
        return;
    };
    // The last request wins: a slower earlier answer finds another address here and is dropped.
    let _ = element.set_attribute("data-url", &url);
    let _ = element.set_attribute("aria-busy", "true");
    let from = url.clone();
    let put = move |markup: Option<String>| {
        if element.get_attribute("data-url").as_deref() != Some(&url) {
            return;
        }
        match markup {
            Some(markup) => element.set_inner_html(&markup),
            None => apologise(&element, &page, lang.text().load_failed),
        }
        let _ = element.remove_attribute("aria-busy");
        arrived();
    };
    fetch(from, Box::new(put));
}

/// Hands on the text at `url`, `None` where it cannot be had. One kind of future for every caller: each
/// further kind would cost the page a kilobyte.
pub fn fetch(url: String, then: Box<dyn FnOnce(Option<String>)>) {
    spawn_local(async move { then(text(&url).await) });
}

async fn text(url: &str) -> Option<String> {
    received(web_sys::window()?.fetch_with_str(url)).await
}

/// The text of what a `fetch` brings, here or in a worker; `None` where the host refuses.
pub async fn received(answer: js_sys::Promise) -> Option<String> {
    let response: web_sys::Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}

fn apologise(element: &web_sys::Element, page: &str, failed: &str) {
    element.set_text_content(None);
    let Some(document) = document() else { return };
    let (Ok(line), Ok(link)) = (document.create_element("p"), document.create_element("a")) else {
        return;
    };
    line.set_text_content(Some(failed));
    let _ = link.set_attribute("href", page);
    link.set_text_content(Some(page));
    let _ = element.append_with_node_2(&line, &link);
}
