//! The page in order: what is found, the map with its filters, the links, the places, the planes, the method.

use super::documented::Network;
use super::programme::{Programme, programmes};
use super::{filters, finding, method, planes, tables, workbench};
use crate::catchment::{Catchments, Rule};
use crate::cluster::Role;
use crate::escape::escape;
use crate::geometry::Boundaries;
use crate::map::{self, Layout, VIEW_BOX};
use crate::markup::{Element, Node, el, written};
use crate::package::Package;
use crate::panel::Context;
use crate::text::Lang;

/// The body of the page; `root` is the language's root (`/`, `/en/`).
pub fn page(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    lang: Lang,
    root: &str,
) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    let network = Network::of(package);
    let programmes = programmes(&package.links);
    let catchments: Vec<Catchments> = Rule::ALL
        .map(|rule| Catchments::of(package, boundaries, rule))
        .into();
    let figure = figure(cx, boundaries, layout, &network, &programmes)
        .add(Node::Written(crate::export::opener(lang)));
    let panel = el("section")
        .class("panel")
        .add(el("h2").add(cx.pick("그물이 말하는 것", "What the net says")))
        .all(
            finding::sentences(package, &network, lang)
                .into_iter()
                .map(|sentence| el("p").add(sentence)),
        )
        .add(unserved(cx, &network));
    let body = el("div")
        .class("explore network")
        .with("data-network", "")
        .add(headline(&network, lang))
        .add(filters::controls(cx, &network, &programmes))
        .add(planes_note(cx))
        .add(el("div").class("stage").add(figure).add(panel))
        .add(workbench::section(cx))
        .add(
            part("links", cx.pick("선: 연계", "Lines: links"))
                .add(tables::tally(cx, &network))
                .add(tables::links(cx, &network, &programmes)),
        )
        .add(
            part(
                "places",
                cx.pick("점: 곳마다의 자리", "Points: the place of each"),
            )
            .add(tables::nodes(cx, &network))
            .add(tables::matrix(cx, &network)),
        )
        .add(planes::section(cx, &catchments))
        .add(method::section(cx));
    written([body])
}

/// Title and deck.
pub fn headline(network: &Network<'_>, lang: Lang) -> Element {
    el("div")
        .class("headline")
        .add(el("h1").add(finding::title(network, lang)))
        .add(el("p").class("deck").add(finding::deck(network, lang)))
}

/// Where it is said that the planes could not be had.
pub fn planes_note(cx: Context<'_>) -> Element {
    el("p")
        .class("note")
        .with("data-slot", "planes")
        .with("role", "status")
        .with(
            "data-failed",
            cx.pick(
                "면을 불러오지 못했습니다. 아래 ‘면: 허브권’ 표에서 볼 수 있습니다.",
                "The planes could not be loaded. The table “Planes” below has them.",
            ),
        )
}

/// The map with its legend and its sources.
pub fn figure(
    cx: Context<'_>,
    boundaries: &Boundaries,
    layout: &Layout,
    network: &Network<'_>,
    programmes: &[Programme],
) -> Element {
    let facts = |link: &crate::package::DocumentedLink| -> String {
        filters::facts(link, programmes)
            .into_iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", escape(&value)))
            .collect()
    };
    let drawing = map::network(cx.package, boundaries, layout, facts, cx.lang, cx.root);
    let map = el("svg")
        .class("map")
        .with("viewBox", VIEW_BOX)
        .with("role", "graphics-document")
        .with(
            "aria-label",
            cx.pick(
                "허브·스포크 지도: 클러스터, 연계, 허브권",
                "Map of hubs and spokes: clusters, links, catchments",
            ),
        )
        .add(Node::Written(drawing));
    el("figure")
        .class("map-figure")
        .add(el("div").class("canvas").add(map).add(legend(cx, network)))
        .add(el("figcaption").add(credit(cx)))
}

/// The planes for the map, which the browser fetches when they are first wanted, and the name of their file.
pub fn planes_file(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    lang: Lang,
) -> (&'static str, String) {
    let catchments = Rule::ALL.map(|rule| Catchments::of(package, boundaries, rule));
    let text = map::planes(boundaries, layout, &catchments, lang);
    ("network/planes.html", text)
}

/// `<meta name="description">`.
pub fn description(package: &Package, lang: Lang) -> String {
    let (title, deck) = words(package, lang);
    format!("{title}. {deck}")
}

/// Title and deck.
pub fn words(package: &Package, lang: Lang) -> (String, String) {
    let network = Network::of(package);
    (
        finding::title(&network, lang),
        finding::deck(&network, lang),
    )
}

fn part(id: &str, heading: &str) -> Element {
    el("section")
        .class("sheet-part")
        .with("id", id)
        .add(el("h2").add(heading))
}

/// Marker shapes, strokes with their filter, and what thickness and number mean.
fn legend(cx: Context<'_>, network: &Network<'_>) -> Element {
    let roles = [
        Role::Hub,
        Role::NationalComplex,
        Role::HubAndComplex,
        Role::Spoke,
        Role::Other,
    ];
    let markers = roles.map(|role| {
        el("li")
            .add(el("i").class(&format!("key key-{}", role.slug())))
            .add(role.name(cx.lang))
    });
    let shape = |class: &str, words: &str| el("li").add(el("i").class(class)).add(words);
    el("div").class("legend").add(
        el("div")
            .class("keys")
            .add(
                el("ul")
                    .class("markers-key")
                    .all(markers)
                    .add(shape("key key-hollow", cx.lang.text().not_yet))
                    .add(shape("key key-body", cx.pick("전국 기관", "National body")))
                    .add(shape(
                        "key key-area",
                        cx.pick("시·도, 권역의 경계", "Border of a region"),
                    )),
            )
            .add(filters::kinds(cx, network)),
    )
}

fn credit(cx: Context<'_>) -> Element {
    let reading = el("p").class("reading").add(cx.pick(
        "화살촉은 출처가 밝힌 방향, 굵은 선은 허브·스포크. 호 하나가 연계 하나이므로 호가 많을수록 연계가 많다.",
        "Arrowheads: direction as documented. Thick: hub and spoke. One arc is one link: more arcs, more links.",
    ));
    let line = el("p")
        .class("source-line")
        .add(el("b").add(cx.lang.text().source))
        .add(el("span").add(el("a").with("href", "#links").add(cx.pick(
            "연계마다 출처는 표에",
            "each link's sources are in the table",
        ))))
        .add(el("span").add(cx.lang.text().borders_credit));
    el("div").add(reading).add(line)
}

fn unserved(cx: Context<'_>, network: &Network<'_>) -> Element {
    let alone = network.unserved();
    let mut names = el("p");
    for (place, id) in alone.iter().enumerate() {
        let end = crate::package::End::Cluster(id.as_str().to_string());
        let between = if place > 0 { " · " } else { "" };
        names = names.add(between).add(crate::panel::end(cx, &end));
    }
    el("div")
        .add(el("h3").add(match cx.lang {
            Lang::Ko => format!("허브가 적히지 않은 클러스터 {}곳", alone.len()),
            Lang::En => format!("{} clusters without a documented hub", alone.len()),
        }))
        .add(names)
}
