//! The desk itself: the opener on every page with a map, and the form that is fetched when it is opened.

#[cfg(not(target_arch = "wasm32"))]
use super::dossier;
#[cfg(not(target_arch = "wasm32"))]
use super::file::Kind;
#[cfg(not(target_arch = "wasm32"))]
use crate::markup::{Element, el};
#[cfg(not(target_arch = "wasm32"))]
use crate::package::Package;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::Lang;

/// The file of the form and the dossier, under the language's root.
pub const FILE: &str = "export.html";
/// Between the two; no markup holds it.
pub const PART: char = '\u{1e}';

/// Where the map in one file lies below the site's folder.
#[cfg(not(target_arch = "wasm32"))]
pub fn single_file(lang: Lang) -> String {
    format!("download/kbio-atlas-{}.html", lang.tag())
}

/// Stands near the map; its summary is all that a page carries.
#[cfg(not(target_arch = "wasm32"))]
pub fn opener(lang: Lang) -> String {
    format!(
        "<details class=\"own-desk export\"><summary>{}</summary><div data-slot=\"export\"></div></details>",
        lang.pick("내보내기", "Export")
    )
}

/// The form, then the dossier. `facts` are version and day of the data package, `base` is
/// the folder of the site.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(package: &Package, facts: &[String; 2], base: &str, lang: Lang) -> String {
    format!(
        "{}{PART}{}",
        form(base, lang),
        dossier::write(package, facts, lang)
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn form(base: &str, lang: Lang) -> String {
    let button = |kind: Kind, name: &str, what: &str| {
        let mut button = el("button")
            .with("type", "button")
            .with("data-export", kind.slug());
        if kind == Kind::Html {
            button = button.with("data-file", format!("{base}{}", single_file(lang)));
        }
        el("li")
            .add(button.add(name))
            .add(el("span").class("muted").add(what))
    };
    let pick = |ko, en| lang.pick(ko, en);
    let files = |heading: &str, buttons: Vec<Element>| {
        el("section")
            .add(el("h3").add(heading))
            .add(el("ul").class("files").all(buttons))
    };
    let picture = vec![
        button(
            Kind::Svg,
            "SVG",
            pick(
                "글자를 고칠 수 있는 벡터 그림",
                "vectors with editable text",
            ),
        ),
        button(
            Kind::Png,
            "PNG 2×",
            pick("화면용, 가로 1,440점", "for screens, 1,440 dots wide"),
        ),
        button(
            Kind::PrintPng,
            pick("PNG 인쇄용", "PNG for print"),
            pick("A4 너비, 300dpi", "A4 width at 300 dpi"),
        ),
        button(
            Kind::Pdf,
            "PDF",
            pick(
                "A4 너비 한 장, 300dpi 그림",
                "one page of A4 width, picture at 300 dpi",
            ),
        ),
    ];
    let figures = vec![
        button(
            Kind::Csv,
            "CSV",
            pick("지도에 있는 행 그대로", "exactly the rows on the map"),
        ),
        button(
            Kind::Json,
            "JSON",
            pick("같은 행, 기계용", "the same rows for machines"),
        ),
        button(
            Kind::Metadata,
            "metadata.json",
            pick(
                "정의, 단위, 출처, 구간",
                "definition, unit, source, classes",
            ),
        ),
    ];
    let text = |name: &'static str, words: &'static str| {
        el("div")
            .class("copied")
            .add(
                el("label").add(el("span").add(words)).add(
                    el("textarea")
                        .with("data-words", name)
                        .with("rows", "2")
                        .with("readonly", ""),
                ),
            )
            .add(
                el("button")
                    .with("type", "button")
                    .with("data-copy", name)
                    .with(
                        "aria-label",
                        format!("{words}: {}", lang.pick("복사", "copy")),
                    )
                    .with("data-done", lang.pick("복사했습니다", "Copied"))
                    .add(lang.pick("복사", "Copy")),
            )
    };
    let words = el("section")
        .add(el("h3").add(pick("글", "Words")))
        .add(text("citation", pick("인용", "Citation")))
        .add(text("credit", pick("출처 표기", "Credit line")))
        .add(text("alt", pick("대체 텍스트", "Alt text")));
    let whole = vec![button(
        Kind::Html,
        "HTML",
        pick(
            "지도 전체를 담은 파일 하나. 인터넷 없이 열리고 지금 화면에서 시작합니다.",
            "the whole map in one file: opens without a network, at this view",
        ),
    )];
    let intro = el("p").class("muted").add(pick(
        "지금 보이는 그대로 내려받습니다: 지표, 연도, 구간, 고른 곳, 배치, 밝기까지. 파일은 이 브라우저가 만듭니다.",
        "What you see is what you get: indicator, year, classes, selection, layout, light or dark. This browser makes the files.",
    ));
    let status = el("p")
        .class("export-status")
        .with("role", "status")
        .with("data-saved", pick("저장했습니다:", "Saved:"))
        .with(
            "data-failed",
            pick(
                "만들지 못했습니다. 다른 형식으로 해 보십시오.",
                "It could not be made. Try another format.",
            ),
        );
    el("div")
        .class("export-desk")
        .add(intro)
        .add(files(pick("그림", "Picture"), picture))
        .add(files(pick("수치", "Figures"), figures))
        .add(files(pick("지도 전체", "The whole map"), whole))
        .add(words)
        .add(status)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Kind;

    #[test]
    fn every_file_and_every_text_has_its_button() {
        for lang in Lang::ALL {
            let form = form("/atlas/", lang);
            for kind in Kind::ALL {
                assert_eq!(
                    form.matches(&format!("data-export=\"{}\"", kind.slug()))
                        .count(),
                    1,
                    "{kind:?}"
                );
            }
            for words in ["citation", "credit", "alt"] {
                assert!(form.contains(&format!("data-words=\"{words}\"")), "{words}");
                assert!(form.contains(&format!("data-copy=\"{words}\"")), "{words}");
            }
            assert!(!form.contains(PART));
        }
    }
}
