//! Previews and snippets of a choice, as markup.

use super::choice::Choice;
use super::snippet::{Kind, snippet};
use crate::markup::{Element, el, written};
use crate::text::Lang;

/// CSS pixels: a phone, a column, a wide article.
const PREVIEWS: [u32; 3] = [320, 600, 900];

/// Everything that depends on the choice; `text` is the form's, `lang` the language of the page.
pub fn answer(text: &str, lang: Lang) -> String {
    of(&Choice::parse(text, lang), lang)
}

/// The same of a choice.
pub(super) fn of(choice: &Choice, lang: Lang) -> String {
    let snippets = Kind::ALL.map(|kind| block(kind, choice, lang));
    let lost = choice.is_lost.then(|| lost(lang));
    let parts = [
        previews(choice, lang),
        section_of_snippets(lang).all(snippets),
        advice(choice, lang),
    ];
    written(lost.into_iter().chain(parts))
}

/// What is said of a pasted address that is none of the map's; what was chosen before it stays.
fn lost(lang: Lang) -> Element {
    el("p")
        .class("sheet-part notice")
        .with("role", "alert")
        .add(lang.pick(
            "붙인 주소는 이 지도의 화면이 아닙니다. 아래는 목록에서 고른 화면입니다.",
            "The pasted address is not a view of this map. Below is the view chosen from the list.",
        ))
}

fn previews(choice: &Choice, lang: Lang) -> Element {
    let frames = PREVIEWS.map(|width| {
        el("figure")
            .add(
                el("iframe")
                    .with("src", choice.frame())
                    .with("title", format!("{}, {width} px", choice.title()))
                    .with("width", width.to_string())
                    .with("height", choice.size.height().to_string())
                    .with("loading", "lazy"),
            )
            .add(el("figcaption").add(format!("{width} px")))
    });
    el("section")
        .class("sheet-part previews")
        .add(el("h2").add(lang.pick("미리 보기", "Preview")))
        .add(el("div").class("scroll").with("tabindex", "0").all(frames))
}

fn section_of_snippets(lang: Lang) -> Element {
    el("section")
        .class("sheet-part snippets")
        .add(el("h2").add(lang.pick("붙일 코드", "What to paste")))
}

fn block(kind: Kind, choice: &Choice, lang: Lang) -> Element {
    let copy = el("button")
        .with("type", "button")
        .with("data-copy-snippet", "")
        .with(
            "aria-label",
            match lang {
                Lang::Ko => format!("복사: {}", kind.name(lang)),
                Lang::En => format!("Copy: {}", kind.name(lang)),
            },
        )
        .with("data-done", lang.pick("복사했습니다", "Copied"))
        .add(lang.pick("복사", "Copy"));
    el("section")
        .add(el("h3").add(kind.name(lang)).add(" ").add(copy))
        .add(el("p").class("muted").add(kind.note(lang)))
        .add(el("pre").with("tabindex", "0").add(snippet(kind, choice)))
}

/// What a host with a policy or a sandbox must allow.
fn advice(choice: &Choice, lang: Lang) -> Element {
    let origin = match choice.origin() {
        "" => lang.pick("https://이-지도의-주소", "https://address-of-this-map"),
        origin => origin,
    };
    let item = |code: String, words: &str| {
        el("li")
            .add(el("code").add(code))
            .add(" ")
            .add(words.to_string())
    };
    el("section")
        .class("sheet-part")
        .add(el("h2").add(lang.pick("기사 쪽 설정", "On the article's side")))
        .add(
            el("ul")
                .add(item(
                    format!("frame-src {origin}"),
                    lang.pick(
                        "콘텐츠 보안 정책(CSP)이 있다면 이것만 허락하면 됩니다.",
                        "is all that a Content-Security-Policy has to allow.",
                    ),
                ))
                .add(item(
                    format!("script-src {origin}; img-src {origin}"),
                    lang.pick(
                        "높이를 스스로 맞추는 코드에는 이것도 필요합니다. 지도의 프로그램은 프레임 안에서만 돌므로 'wasm-unsafe-eval'은 필요 없습니다.",
                        "too for the code whose height follows. The map's program runs inside the frame: no 'wasm-unsafe-eval' is needed.",
                    ),
                ))
                .add(item(
                    "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"".to_string(),
                    lang.pick(
                        "샌드박스로 가두어도 됩니다. allow-popups가 없으면 링크가 열리지 않고, allow-scripts가 없으면 움직이지 않는 지도가 됩니다.",
                        "will do for a sandbox. Without allow-popups links do not open; without allow-scripts the map stands still.",
                    ),
                ))
                .add(item(
                    "checkOrigin: false".to_string(),
                    lang.pick(
                        "샌드박스 안의 프레임은 출처가 없습니다. iframe-resizer로 높이를 맞추는 글이라면 이 설정도 있어야 합니다.",
                        "is needed too where iframe-resizer sizes a sandboxed frame, which has no origin.",
                    ),
                )),
        )
}
