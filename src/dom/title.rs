//! The title of the tab, which is also said to screen readers.

use super::place::{document, first};
use crate::text::Lang;

/// On `<html>` while the map shows data of the reader's, and the title is theirs.
pub const LENT: &str = "data-own";

/// Whether the title is that of the reader's own data.
pub fn is_lent() -> bool {
    let html = document().and_then(|document| document.document_element());
    html.is_some_and(|html| html.has_attribute(LENT))
}

/// A headline to the tab and to screen readers.
pub fn write(headline: &str, lang: Lang) {
    if let Some(document) = document() {
        document.set_title(&format!("{headline} · {}", lang.text().site));
    }
    if let Some(announcer) = first("#announcer") {
        announcer.set_text_content(Some(headline));
    }
}
