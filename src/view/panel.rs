//! The head of the panel.

use crate::escape::{escaped, joined};
use crate::state::ViewState;
use crate::summary::Summary;
use crate::text::Lang;

/// Who is selected, in a line and up to four figures.
pub fn head(state: &ViewState, lang: Lang, root: &str) -> String {
    let Summary {
        title,
        line,
        figures,
        page,
    } = Summary::of(state, lang);
    let figures = figures.iter().map(|figure| {
        joined(&[
            "<div><dt>",
            &escaped(&figure.label),
            "</dt><dd data-value=\"",
            &escaped(&figure.value),
            "\">",
            &escaped(&figure.shown),
            "</dd></div>",
        ])
    });
    let figures: String = figures.collect();
    joined(&[
        "<h2>",
        &escaped(&title),
        "</h2><p class=\"muted\">",
        &escaped(&line),
        "</p><dl class=\"figures\">",
        &figures,
        "</dl><p class=\"panel-links\"",
        if page.is_none() { " hidden" } else { "" },
        "><a href=\"",
        root,
        "\" data-go=\"00\">",
        lang.text().back_to_nation,
        "</a> <a href=\"",
        root,
        &page.unwrap_or_default(),
        "\">",
        lang.text().own_page,
        "</a>",
        &districts(state, lang, root),
        "</p>",
    ])
}

/// Where the 시군구 of what is selected are: on this map with a script, else on their own page. 세종 has only
/// itself.
fn districts(state: &ViewState, lang: Lang, root: &str) -> String {
    let code = match state.region() {
        Some(code) if code.as_str() != "36" => code.as_str(),
        _ => return String::new(),
    };
    let words = lang.text().show_districts;
    joined(&[
        " <a href=\"",
        root,
        "sigungu/#r",
        code,
        "\" data-drill=\"",
        code,
        "\">",
        words,
        "</a>",
    ])
}
