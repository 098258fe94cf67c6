//! The hub lab: its form, and the empty places that the lab's answers are put in.
//!
//! Everything here has a `name` and stands in the URL's hash; the lab reads the same hash
//! (`kbio_atlas_lab::hubs`). Without a script the form is not shown and the text says what it would do.

use super::filters::{chooser, group, option, ticked};
use crate::cluster::ClusterId;
use crate::hub_places::{MOST_HUBS, demand, weights};
use crate::markup::{Element, el};
use crate::panel::Context;
use crate::text::Lang;

pub fn section(cx: Context<'_>) -> Element {
    let slot = |name: &str| el("div").with("data-slot", name);
    el("section")
        .class("sheet-part workbench")
        .with("id", "lab")
        .with(
            "data-failed",
            cx.pick(
                "계산 부분을 불러오지 못했습니다. 다시 누르면 한 번 더 불러옵니다.",
                "The lab could not be loaded. Press again to try once more.",
            ),
        )
        .with("data-cancelled", cx.pick("멈췄습니다.", "Stopped."))
        .add(el("h2").add(cx.pick("허브 실험실", "The hub lab")))
        .add(el("p").add(cx.pick(
            "허브를 몇 곳 두고 어디에 둘지 직접 정하거나, 가장 싼 자리를 정확한 해법에 맡긴다. 답은 오늘의 허브, 고르게 나눈 허브, 스타 허브 하나와 견준다. 계산은 이 기기에서만 이루어진다.",
            "Choose how many hubs there are and where, or let an exact solver find the cheapest places. The answer stands beside today's hubs, an even spread and one star hub. Everything is worked out on this device.",
        )))
        .add(leaves_out(cx))
        .add(form(cx))
        .add(
            el("p")
                .class("running")
                .with("data-slot", "progress")
                .with("role", "status"),
        )
        .add(slot("answer"))
        .add(slot("references"))
        .add(slot("curve"))
}

fn leaves_out(cx: Context<'_>) -> Element {
    el("p").class("caution").add(cx.pick(
        "모형이 빼놓은 것: 사람과 지식의 질, 병원과 대학, 땅값과 건설비, 허브의 용량, 도로·철도·바닷길과 걸리는 시간. 클러스터마다의 통계가 없으므로 시·도의 값을 그 안의 클러스터 수로 똑같이 나누었다. 정책의 답이 아니라 가정을 비교하는 자다.",
        "What the model leaves out: people and the quality of knowledge, hospitals and universities, land and building costs, capacity, roads, rails, sea routes and travel times. Clusters have no statistics of their own, so a province's figure is split evenly among its clusters. It compares assumptions; it does not settle policy.",
    ))
}

fn form(cx: Context<'_>) -> Element {
    let allocations = [
        (
            "single",
            cx.pick(
                "한 허브만 쓴다(단일 배정)",
                "One hub each (single allocation)",
            ),
        ),
        (
            "multiple",
            cx.pick(
                "여러 허브를 쓴다(복수 배정)",
                "Several hubs each (multiple allocation)",
            ),
        ),
        (
            "median",
            cx.pick("평균 거리 최소(p-중앙값)", "Least mean distance (p-median)"),
        ),
        (
            "centre",
            cx.pick(
                "가장 먼 거리 최소(p-센터)",
                "Least worst distance (p-centre)",
            ),
        ),
    ];
    let indicators = weights().filter_map(|indicator| {
        let (year, _) = demand(indicator)?;
        let name = indicator.definition().name.get(cx.lang);
        Some(option(indicator.slug(), format!("{name} {year}")))
    });
    let most = MOST_HUBS.to_string();
    let presses = [
        ("look", cx.pick("연계 보기", "see its links"), true),
        ("fix", cx.pick("허브로 고정", "make it a hub"), false),
        ("forbid", cx.pick("허브 금지", "forbid it"), false),
    ];
    el("div")
        .class("controls")
        .with("role", "group")
        .with(
            "aria-label",
            cx.pick("실험의 조건", "Conditions of the experiment"),
        )
        .add(chooser(
            cx.pick("목표", "Aim"),
            "allocation",
            allocations.map(|(value, words)| option(value, words)),
        ))
        .add(chooser(cx.pick("무게", "Weights"), "weight", indicators))
        .add(slider(
            cx.pick("허브 수 p", "Hubs p"),
            "p",
            ["1", &most, "1", "4"],
        ))
        .add(slider(
            cx.pick("허브 사이 α", "Between hubs α"),
            "alpha",
            ["0", "1", "0.05", "0.75"],
        ))
        .add(slider(
            cx.pick("모으기 χ", "Collection χ"),
            "chi",
            ["0", "3", "0.1", "1"],
        ))
        .add(slider(
            cx.pick("나누기 δ", "Distribution δ"),
            "delta",
            ["0", "3", "0.1", "1"],
        ))
        .add(
            group(cx.pick("지도에서 누르면", "A press on the map"))
                .all(presses.map(|(value, words, on)| ticked("radio", "press", value, words, on))),
        )
        .add(places(cx))
        .add(
            el("div")
                .class("choice")
                .add(button("data-run", cx.pick("계산하기", "Work it out")))
                .add(button("data-cancel", cx.pick("멈추기", "Stop"))),
        )
}

/// Every cluster with two boxes, for hands that have no mouse.
fn places(cx: Context<'_>) -> Element {
    let tick = |name: &'static str, id: &'static str, words: String| {
        el("td").add(
            el("input")
                .with("type", "checkbox")
                .with("name", name)
                .with("value", id)
                .with("autocomplete", "off")
                .with("aria-label", words),
        )
    };
    let (fix, forbid) = (cx.pick("고정", "Fixed"), cx.pick("금지", "Forbidden"));
    let rows = ClusterId::all().map(|id| {
        let label = id.cluster().label.get(cx.lang);
        el("tr")
            .add(el("th").with("scope", "row").add(label))
            .add(tick("fix", id.as_str(), format!("{label} {fix}")))
            .add(tick("forbid", id.as_str(), format!("{label} {forbid}")))
    });
    let head = [cx.pick("클러스터", "Cluster"), fix, forbid];
    el("details")
        .class("fixing")
        .add(el("summary").add(match cx.lang {
            Lang::Ko => "고정하거나 금지할 곳 고르기",
            Lang::En => "Fix or forbid places",
        }))
        .add(
            el("table")
                .add(
                    el("thead").add(
                        el("tr").all(head.map(|words| el("th").with("scope", "col").add(words))),
                    ),
                )
                .add(el("tbody").all(rows)),
        )
}

fn slider(words: &str, name: &'static str, [least, most, step, usual]: [&str; 4]) -> Element {
    el("div").class("choice").add(
        el("label")
            .add(el("span").add(words))
            .add(" ")
            .add(
                el("input")
                    .with("type", "range")
                    .with("name", name)
                    .with("min", least)
                    .with("max", most)
                    .with("step", step)
                    .with("value", usual)
                    .with("autocomplete", "off"),
            )
            .add(" ")
            .add(el("output").with("data-echo", name).add(usual)),
    )
}

fn button(mark: &'static str, words: &str) -> Element {
    el("button")
        .with("type", "button")
        .with(mark, "")
        .add(words)
}
