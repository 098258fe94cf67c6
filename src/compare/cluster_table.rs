//! What is documented about the chosen clusters, side by side.

use super::cells::{Cells, FACTS};
use super::{Context, scrolling};
use crate::cluster::ClusterId;
use crate::markup::{Element, Node, el};
use crate::page::Page;

pub fn section(cx: Context<'_>, clusters: &[ClusterId], cells: &Cells<'_>) -> Element {
    let label = cx.pick("클러스터 나란히", "Clusters side by side");
    let column = || el("th").with("scope", "col");
    let names = clusters.iter().map(|&id| {
        let href = format!("{}{}", cx.root, Page::Cluster(id).path());
        let link = el("a")
            .with("href", href)
            .add(id.cluster().label.get(cx.lang));
        column().add(link)
    });
    let head = el("tr")
        .add(column().add(cx.pick("항목", "Fact")))
        .all(names);
    let rows = FACTS.iter().enumerate().map(|(fact, name)| {
        let cells = clusters.iter().map(|&id| {
            let cell = el("td").with("data-cluster-fact", id.as_str());
            match cells.get(id, fact).filter(|markup| !markup.is_empty()) {
                Some(markup) => cell.add(Node::Written(markup.to_owned())),
                None => cell.class("none").add(cx.lang.text().no_data),
            }
        });
        el("tr")
            .add(el("th").with("scope", "row").add(name.get(cx.lang)))
            .all(cells)
    });
    let table = el("table")
        .class("compared documented")
        .add(el("thead").add(head))
        .add(el("tbody").all(rows));
    el("section")
        .class("compare-part")
        .with("id", "clusters")
        .add(el("h2").add(label))
        .add(el("p").add(cx.pick(
            "입주 수는 출처마다 세는 범위와 연도가 달라 순위를 매기지 않는다.",
            "Tenants are counted differently by each source and year, so they are not ranked.",
        )))
        .add(
            el("details")
                .add(el("summary").add(cx.pick("겹침을 재는 방법", "How the overlap is measured")))
                .add(el("p").add(cx.pick(
            "클러스터에는 같은 방법으로 잰 수치가 적어 닮은 정도를 문서에 나온 것으로 본다. 특화 분야(설명에 나온 낱말을 이 지도가 묶은 것)와 연계 상대를 모아, 두 클러스터가 함께 가진 것의 수를 둘 가운데 하나라도 가진 것의 수로 나눈다(자카드 지수).",
            "Clusters have too few figures measured alike; what they have in common is taken from the documents. Of each, the fields of work (words of the description, grouped by us) and the partners in documented links are collected; the overlap of two clusters is what both have, divided by what either has (Jaccard index).",
                )))
                .add(el("code").class("formula").add(cx.pick(
                    "겹침 = |A ∩ B| ÷ |A ∪ B|",
                    "overlap = |A ∩ B| ÷ |A ∪ B|",
                ))),
        )
        .add(scrolling(label, table))
}
