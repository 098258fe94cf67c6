//! The page around what is compared: its head, and the three ways to choose. Prerendered only.
//!
//! The lists are the whole of it for a keyboard or a screen reader; the map beside them is the same for a
//! pointer. Whatever carries `data-pick` puts its place in, or takes it out again.

use leptos::prelude::*;

use super::{Cells, Choice, Place, content};
use crate::cluster::ClusterId;
use crate::markup::{Element, Node, el, written};
use crate::region::REGIONS;
use crate::text::Lang;
use crate::view::{Search, SearchProps};

/// The body of the page with its first choice; `map` is what stands inside the `<svg>` of the small map.
pub fn page(map: String, lang: Lang, root: &str) -> String {
    let choice = Choice::at_first();
    let search = Owner::new().with(|| Search(SearchProps { lang }).to_html());
    let result = el("div")
        .with("data-chosen", choice.spelling())
        .add(Node::Written(content(
            &choice,
            &Cells::default(),
            lang,
            root,
        )));
    let failed = el("p")
        .class("compare-failed")
        .with("role", "alert")
        .with("hidden", "")
        .add(lang.pick(
            "고른 곳을 불러오지 못했습니다. 아래는 그 전에 고른 것입니다. 다시 고르면 한 번 더 시도합니다.",
            "What you chose could not be loaded; below is what was chosen before. Choose again to try once more.",
        ));
    written([
        head(lang),
        chooser(map, search, &choice, lang),
        failed,
        result,
    ])
}

fn head(lang: Lang) -> Element {
    el("header")
        .class("sheet-head")
        .add(el("h1").add(lang.pick(
            "시·도와 클러스터 나란히 보기",
            "Regions and clusters side by side",
        )))
        .add(el("p").class("deck").add(lang.pick(
            "열 곳까지 골라 같은 지표, 같은 축으로 견줍니다. 처음에는 바이오 기업이 가장 많은 다섯 시·도입니다. 주소에 고른 곳이 담기므로 그대로 보내거나 저장할 수 있습니다.",
            "Choose up to ten and compare them by the same indicators on the same axes. At first these are the five regions with most biotech firms. The address holds what is chosen: send it or keep it.",
        )))
        .add(el("p").class("deck scriptless").add(lang.pick(
            "다른 곳을 고르려면 스크립트를 켜야 합니다.",
            "To choose others, scripts must be on.",
        )))
}

fn chooser(map: String, search: String, choice: &Choice, lang: Lang) -> Element {
    let pick = |place: Place, name: Vec<Node>| {
        let mut input = el("input")
            .with("type", "checkbox")
            .with("data-pick", place.key())
            .with("autocomplete", "off");
        if choice.places.contains(&place) {
            input = input.with("checked", "");
        }
        el("label").add(input).all(name)
    };
    let regions = REGIONS.iter().map(|region| {
        pick(
            Place::Region(region.code),
            vec![region.short.get(lang).into()],
        )
    });
    let clusters = ClusterId::all().map(|id| {
        let region = id.cluster().region().region().short.get(lang);
        let name = id.cluster().label.get(lang);
        let region = el("span").class("muted").add(format!(" {region}"));
        pick(Place::Cluster(id), vec![name.into(), region.into()])
    });
    let count = ClusterId::all().count();
    let folded = match lang {
        Lang::Ko => format!("클러스터 {count}곳"),
        Lang::En => format!("{count} clusters"),
    };
    el("section")
        .class("chooser")
        .with(
            "aria-label",
            lang.pick("견줄 곳 고르기", "Choose what to compare"),
        )
        .add(
            el("div")
                .add(el("p").class("muted").add(lang.pick(
                    "이름을 찾아 고르거나, 아래 목록이나 지도에서 고르십시오.",
                    "Find a place by name, or choose from the lists or on the map.",
                )))
                .add(Node::Written(search))
                .add(
                    el("fieldset")
                        .add(el("legend").add(lang.pick("시·도", "Regions")))
                        .all(regions),
                )
                .add(
                    el("details").add(el("summary").add(folded.clone())).add(
                        el("fieldset")
                            .add(el("legend").class("unseen").add(folded))
                            .all(clusters),
                    ),
                ),
        )
        .add(
            el("svg")
                .class("map picker")
                .with("viewBox", crate::map::VIEW_BOX)
                .with("aria-hidden", "true")
                .add(Node::Written(map)),
        )
}
