//! The form, and under it what its first choice comes to. Prerendered only.

use super::answer;
use super::choice::{Choice, HEIGHT, WIDTH};
use super::view::{SCENES, View};
use crate::cluster::ClusterId;
use crate::markup::{Element, Node, el, written};
use crate::page::Page;
use crate::region::REGIONS;
use crate::text::Lang;

/// The body of the page; `site` is where the site stands, as far as that is known.
pub fn page(lang: Lang, site: &str) -> String {
    let first = answer::of(&Choice::at_first(site, lang), lang);
    let result = el("div")
        .with("data-slot", "snippets")
        .add(Node::Written(first));
    written([head(lang), form(lang), result])
}

fn head(lang: Lang) -> Element {
    el("header")
        .class("sheet-head")
        .add(el("h1").add(lang.pick("기사에 지도 싣기", "Put the map into an article")))
        .add(el("p").class("deck").add(lang.pick(
            "화면을 고르면 미리 보기와 붙일 코드가 나옵니다. 지도는 280 px부터 1000 px까지 어떤 너비에도 맞고, 출처와 원래 페이지 링크가 함께 실립니다.",
            "Choose a view: previews and the code to paste follow. The map fits any width from 280 to 1000 px and carries its source and a link to the full page.",
        )))
        .add(el("p").class("deck scriptless").add(lang.pick(
            "스크립트가 꺼져 있어 고를 수는 없습니다. 아래는 첫 화면을 싣는 코드입니다.",
            "Scripts are off, so nothing can be chosen. Below is the code for the first view.",
        )))
}

fn form(lang: Lang) -> Element {
    let group = |legend: &str| {
        el("fieldset")
            .class("choice tabs")
            .add(el("legend").add(legend))
    };
    let tick = |name: &'static str, words: &str| {
        let input = el("input")
            .with("type", "checkbox")
            .with("name", name)
            .with("autocomplete", "off");
        el("label")
            .class("tab")
            .add(input)
            .add(el("span").add(words))
    };
    let number = |name: &'static str, words: &str, value: u32| {
        el("label").add(el("span").add(words)).add(
            el("input")
                .with("type", "number")
                .with("name", name)
                .with("value", value.to_string())
                .with("min", "200")
                .with("max", "2000")
                .with("step", "10")
                .with("autocomplete", "off"),
        )
    };
    let address = el("label")
        .class("choice address")
        .add(el("span").add(lang.pick("또는 이 지도의 주소", "Or an address of this map")))
        .add(
            el("input")
                .with("type", "text")
                .with("name", "address")
                .with("inputmode", "url")
                .with("autocomplete", "off")
                .with("spellcheck", "false")
                .with("placeholder", "…/region/43/#measure=share"),
        );
    let dark = [
        ("false", lang.pick("밝게", "Light")),
        ("true", lang.pick("어둡게", "Dark")),
        ("auto", lang.pick("독자 기기대로", "As the reader's device")),
    ];
    let size = [
        ("responsive", lang.pick("너비에 맞춤", "Follows the width")),
        ("fixed", lang.pick("고정", "Fixed")),
    ];
    let languages = Lang::ALL.map(|other| {
        let words = match other {
            Lang::Ko => "한국어",
            Lang::En => "English",
        };
        (other.tag(), words)
    });
    el("form")
        .class("builder controls")
        .with("data-builder", "")
        .add(views(lang))
        .add(address)
        .add(select(
            "lang",
            lang.pick("언어", "Language"),
            &languages,
            lang.tag(),
        ))
        .add(select(
            "dark",
            lang.pick("바탕", "Background"),
            &dark,
            "false",
        ))
        .add(
            group(lang.pick("모양", "Look"))
                .add(tick("plain", lang.pick("지도만", "Map alone")))
                .add(tick("static", lang.pick("멈춤", "Still")))
                .add(tick("transparent", lang.pick("투명", "See-through"))),
        )
        .add(select(
            "size",
            lang.pick("크기", "Size"),
            &size,
            "responsive",
        ))
        .add(
            el("div")
                .class("choice")
                .add(number("width", lang.pick("너비", "Width"), WIDTH))
                .add(number("height", lang.pick("높이", "Height"), HEIGHT)),
        )
}

fn select(name: &'static str, words: &str, options: &[(&str, &str)], chosen: &str) -> Element {
    let options = options
        .iter()
        .map(|(value, words)| option(value, words, *value == chosen));
    el("label").class("choice").add(el("span").add(words)).add(
        el("select")
            .with("name", name)
            .with("autocomplete", "off")
            .all(options),
    )
}

fn option(value: &str, words: &str, is_chosen: bool) -> Element {
    let option = el("option").with("value", value);
    let option = if is_chosen {
        option.with("selected", "")
    } else {
        option
    };
    option.add(words)
}

/// Every view, by kind.
fn views(lang: Lang) -> Element {
    let of_page = |page: Page, words: &str| option(&page.path(), words, page == Page::Home);
    let list = |label: &str| el("optgroup").with("label", label);
    let regions = REGIONS
        .iter()
        .map(|region| of_page(Page::Region(region.code), region.name.get(lang)));
    let clusters =
        ClusterId::all().map(|id| of_page(Page::Cluster(id), id.cluster().label.get(lang)));
    let scenes = (1..=SCENES).map(|scene| {
        let view = View::Scene(scene);
        option(&view.path(), &view.title("", lang), false)
    });
    let text = lang.text();
    el("label")
        .class("choice")
        .add(el("span").add(lang.pick("화면", "View")))
        .add(
            el("select")
                .with("name", "view")
                .with("autocomplete", "off")
                .add(of_page(Page::Home, text.nation))
                .add(of_page(Page::Network, lang.pick("네트워크", "Network")))
                .add(of_page(Page::Sigungu, text.sigungu))
                .add(of_page(Page::Compare, lang.pick("비교", "Compare")))
                .add(of_page(Page::Story, text.story))
                .add(list(lang.pick("이야기의 장면", "Scenes of the story")).all(scenes))
                .add(list(lang.pick("시·도", "Regions")).all(regions))
                .add(list(lang.pick("클러스터", "Clusters")).all(clusters)),
        )
}
