//! The title that says the finding, and the line under it that says what is measured.

use crate::escape::{escaped, joined};
use crate::headline;
use crate::state::ViewState;
use crate::text::Lang;

/// Title and deck.
pub fn words(state: &ViewState, lang: Lang, _root: &str) -> String {
    joined(&[
        "<h1>",
        &escaped(&headline::headline(state, lang)),
        "</h1><p class=\"deck\">",
        &escaped(&headline::deck(state, lang)),
        "</p>",
    ])
}
