//! The buttons that bring the map nearer. Prerendered; they need the script, and show when it is there.

use crate::markup::el;
use crate::text::Lang;

/// Nearer, further, whole.
pub fn zoom_buttons(lang: Lang) -> String {
    let button = |by: &str, sign: &str, ko, en| {
        el("button")
            .with("type", "button")
            .with("data-zoom-by", by)
            .with("aria-label", lang.pick(ko, en))
            .add(sign)
    };
    el("div")
        .class("zoom")
        .add(button("1", "+", "지도 확대", "Zoom in"))
        .add(button("-1", "−", "지도 축소", "Zoom out"))
        .add(button("0", "↺", "지도 처음 크기로", "Reset the zoom"))
        .to_string()
}
