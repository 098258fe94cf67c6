//! Which page this is, read from the markup that the prerenderer wrote.

use crate::page::Page;
use crate::text::Lang;

/// The page's place in the site.
#[derive(Clone, Debug)]
pub struct Place {
    pub lang: Lang,
    pub page: Page,
    /// The language's root: `/`, `/en/`, `/sub/folder/en/`.
    pub root: String,
}

impl Place {
    /// `None` on a page that is not ours or from another release.
    pub fn read() -> Option<Place> {
        let document = document()?;
        let html = document.document_element()?;
        Some(Place {
            lang: Lang::parse(&html.get_attribute("lang")?)?,
            page: Page::parse(&html.get_attribute("data-page")?)?,
            root: html.get_attribute("data-root")?,
        })
    }
}

pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Every element that matches; none where the selector is wrong.
pub fn all(selector: &str) -> Vec<web_sys::Element> {
    use wasm_bindgen::JsCast;
    let Some(list) = document().and_then(|document| document.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}

/// Every element within another that matches; none where the selector is wrong.
pub fn children(parent: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    use wasm_bindgen::JsCast;
    let Ok(list) = parent.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}

/// The first element that matches.
pub fn first(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok()?
}
