//! What a reader can switch: layers, kinds of link, years, programmes, one place alone.
//!
//! Every control has a `name` and stands in the URL's hash under it. Arcs on the map and rows of the table
//! carry the same facts, and one rule in the browser (`dom::network`) hides both: a link is shown if its kind
//! is ticked, its year is not later than the chosen one, its programme and standing are the chosen ones, and
//! it ends at the chosen place. A link without a year is later than every year.

use super::documented::{Network, Node};
use super::programme::Programme;
use crate::catchment::Rule;
use crate::link::Family;
use crate::map::{end_id, end_name};
use crate::markup::{Element, el};
use crate::package::{DocumentedLink, Standing};
use crate::panel::Context;
use crate::text::Lang;

/// Stands for the year of a link that has none, and for the choice of all years: above every digit.
const NO_YEAR: &str = "x";

/// The attributes by which a link is filtered.
pub fn facts(link: &DocumentedLink, programmes: &[Programme]) -> Vec<(&'static str, String)> {
    let programme = programmes
        .iter()
        .position(|programme| programme.en == link.label.en);
    vec![
        (
            "data-link",
            format!("{}>{}", end_id(&link.from), end_id(&link.to)),
        ),
        ("data-family", link.family.slug().to_string()),
        (
            "data-year",
            link.year
                .map_or(NO_YEAR.to_string(), |year| year.to_string()),
        ),
        (
            "data-programme",
            programme.map_or(String::new(), |place| place.to_string()),
        ),
        ("data-standing", standing(link.status).to_string()),
    ]
}

/// `documented` or `plan`; the one press outlook is no more than a plan.
fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Documented => "documented",
        Standing::Plan | Standing::PressOutlook => "plan",
    }
}

/// The layers, the filters and the place that is looked at alone.
pub fn controls(cx: Context<'_>, network: &Network<'_>, programmes: &[Programme]) -> Element {
    el("div")
        .class("controls")
        .with("role", "group")
        .with(
            "aria-label",
            cx.pick("지도와 목록 거르기", "Filter the map and the list"),
        )
        .add(layers(cx))
        .add(rules(cx))
        .add(focus(cx, network))
        .add(years(cx, network))
        .add(programme(cx, programmes))
        .add(firmness(cx))
}

fn layers(cx: Context<'_>) -> Element {
    let boxes = [
        ("points", cx.pick("점 클러스터", "Points: clusters"), true),
        ("lines", cx.pick("선 연계", "Lines: links"), true),
        ("planes", cx.pick("면 허브권", "Planes: catchments"), false),
    ];
    group(cx.pick("겹", "Layers"))
        .all(boxes.map(|(value, words, on)| ticked("checkbox", "layers", value, words, on)))
}

fn rules(cx: Context<'_>) -> Element {
    group(cx.pick("면 나누기", "Planes by")).all(Rule::ALL.map(|rule| {
        let is_first = rule == Rule::Nearest;
        ticked("radio", "rule", rule.slug(), rule.name(cx.lang), is_first)
    }))
}

fn focus(cx: Context<'_>, network: &Network<'_>) -> Element {
    let of_node = |node: &Node| option(end_id(&node.end), end_name(&node.end, cx.package, cx.lang));
    let hubs = network.hubs().map(|(_, node)| of_node(node));
    let others = network
        .nodes
        .iter()
        .filter(|node| !node.is_hub() && node.links > 0)
        .map(of_node);
    let list = |label: &str| el("optgroup").with("label", label);
    chooser(
        cx.pick("한 곳만", "One place"),
        "focus",
        [
            option("", cx.pick("모두", "All")),
            list(cx.pick("허브", "Hubs")).all(hubs),
            list(cx.pick("그 밖", "Others")).all(others),
        ],
    )
}

fn years(cx: Context<'_>, network: &Network<'_>) -> Element {
    let mut years: Vec<u16> = network
        .links
        .iter()
        .filter_map(|link| Some(link.year?.get()))
        .collect();
    years.sort_unstable();
    years.dedup();
    let all = option(NO_YEAR, cx.pick("모두(연도 미상 포함)", "All, undated too"));
    let up_to = years.into_iter().rev().map(|year| {
        let is_by_then = |link: &&DocumentedLink| link.year.is_some_and(|it| it.get() <= year);
        let links = network.links.iter().filter(is_by_then).count();
        let words = match cx.lang {
            Lang::Ko => format!("{year}년까지 ({links})"),
            Lang::En => format!("up to {year} ({links})"),
        };
        option(year.to_string(), words)
    });
    chooser(
        cx.pick("연도", "Year"),
        "year",
        [all].into_iter().chain(up_to),
    )
}

fn programme(cx: Context<'_>, programmes: &[Programme]) -> Element {
    let named = programmes.iter().enumerate().map(|(place, programme)| {
        let words = format!("{} ({})", programme.name(cx.lang), programme.links.len());
        option(place.to_string(), words)
    });
    let all = option("", cx.pick("모두", "All"));
    chooser(
        cx.pick("사업·협약", "Programme"),
        "programme",
        [all].into_iter().chain(named),
    )
}

fn firmness(cx: Context<'_>) -> Element {
    let options = [
        ("", cx.pick("모두", "All")),
        ("documented", cx.pick("문헌 확인", "Documented")),
        ("plan", cx.pick("계획·전망", "Plan or outlook")),
    ];
    chooser(
        cx.pick("근거", "Standing"),
        "standing",
        options.map(|(value, words)| option(value, words)),
    )
}

/// The kinds of link with their strokes and how many there are: legend and filter in one.
pub fn kinds(cx: Context<'_>, network: &Network<'_>) -> Element {
    let items = Family::ALL.map(|family| {
        let count = network
            .links
            .iter()
            .filter(|link| link.family == family)
            .count();
        let arrow = family.is_directed().then_some(" →");
        el("li").add(
            el("label")
                .add(input("checkbox", "kind", family.slug(), true))
                .add(el("i").class(&format!("stroke stroke-{}", family.slug())))
                .add(
                    el("span")
                        .add(family.name().get(cx.lang))
                        .all(arrow)
                        .add(" ")
                        .add(el("span").class("count").add(count.to_string())),
                ),
        )
    });
    el("ul")
        .class("strokes")
        .with("aria-label", cx.lang.text().families)
        .all(items)
}

/// A `<select>` with its label.
pub fn chooser(
    words: &str,
    name: &'static str,
    options: impl IntoIterator<Item = Element>,
) -> Element {
    let select = el("select").with("name", name).with("autocomplete", "off");
    let label = el("label").add(el("span").add(words)).add(" ");
    el("div")
        .class("choice")
        .add(label.add(select.all(options)))
}

pub fn option(value: impl Into<String>, words: impl Into<String>) -> Element {
    el("option").with("value", value).add(words.into())
}

pub fn group(legend: &str) -> Element {
    el("fieldset").class("choice").add(el("legend").add(legend))
}

pub fn ticked(
    kind: &'static str,
    name: &'static str,
    value: &'static str,
    words: &str,
    on: bool,
) -> Element {
    el("label")
        .class("tab")
        .add(input(kind, name, value, on))
        .add(el("span").add(words))
}

fn input(kind: &'static str, name: &'static str, value: &'static str, on: bool) -> Element {
    let input = el("input")
        .with("type", kind)
        .with("name", name)
        .with("value", value)
        .with("autocomplete", "off");
    if on { input.with("checked", "") } else { input }
}
