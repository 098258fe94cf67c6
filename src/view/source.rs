//! The source line: always in view, under the map.

use crate::escape::{escaped, joined};
use crate::series;
use crate::state::ViewState;
use crate::text::Lang;

/// Who counted, with a link to the entry in the list of sources, and whose borders these are.
pub fn line(state: &ViewState, lang: Lang, root: &str) -> String {
    let definition = state.indicator().definition();
    let source = series::find(definition.key, state.year()).map_or("", |series| series.source);
    joined(&[
        "<b>",
        lang.text().source,
        "</b><a href=\"",
        root,
        "data/#source-",
        source,
        "\">",
        &escaped(definition.survey.get(lang)),
        "</a><span>",
        lang.text().borders_credit,
        "</span>",
    ])
}
