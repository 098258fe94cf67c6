//! What the documented network comes to, in a title, a deck and a few sentences.

use super::documented::Network;
use crate::map::end_name;
use crate::package::{End, Package};
use crate::text::Lang;

/// The page's heading: how many clusters no document ties to a hub.
pub fn title(network: &Network<'_>, lang: Lang) -> String {
    let (alone, all) = (network.unserved().len(), clusters(network));
    match lang {
        Lang::Ko => format!("클러스터 {all}곳 가운데 {alone}곳, 허브로 이어진다는 문서가 없다"),
        Lang::En => format!("{alone} of {all} clusters have no documented hub"),
    }
}

/// What is counted, and what a gap means.
pub fn deck(network: &Network<'_>, lang: Lang) -> String {
    let (of_place, bodies) = hubs(network);
    let links = network.links.len();
    match lang {
        Lang::Ko => format!(
            "문서로 확인한 연계 {links}건의 그물. 허브·스포크로 적힌 허브는 {of_place}곳과 전국 기관 {bodies}곳이다. 문서가 없다는 것이 연계가 없다는 뜻은 아니다."
        ),
        Lang::En => format!(
            "The net of {links} documented links. Sources name {of_place} hubs and {bodies} national body as hubs with spokes. No document does not mean no link."
        ),
    }
}

/// How the net hangs together, each sentence with its figures.
pub fn sentences(package: &Package, network: &Network<'_>, lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    let name = |end: &End| end_name(end, package, lang);
    let mut by_links: Vec<&super::Node> = network.nodes.iter().collect();
    by_links.sort_by_key(|node| core::cmp::Reverse(node.links));
    if let [first, second, ..] = by_links.as_slice() {
        let (a, b) = (name(&first.end), name(&second.end));
        out.push(match lang {
            Lang::Ko => format!(
                "연계가 가장 많이 적힌 곳은 {a}({}건), 다음은 {b}({}건)다.",
                first.links, second.links
            ),
            Lang::En => format!(
                "{a} has most documented links ({}), then {b} ({}).",
                first.links, second.links
            ),
        });
    }
    if let Some((a, b, count)) = network.busiest_pair() {
        let (a, b) = (name(a), name(b));
        out.push(match lang {
            Lang::Ko => format!(
                "같은 두 곳을 잇는 연계는 {a}–{b} 사이가 {count}건으로 가장 많다. 호 하나가 연계 하나다."
            ),
            Lang::En => format!(
                "The pair with most links is {a}–{b} ({count}). One arc is one link."
            ),
        });
    }
    let largest = network.components.first().map_or(0, Vec::len);
    let parts = network
        .components
        .iter()
        .filter(|part| part.len() > 1)
        .count();
    let isolated: Vec<&str> = network
        .isolated()
        .iter()
        .map(|id| id.cluster().label.get(lang))
        .collect();
    out.push(match (lang, parts) {
        (Lang::Ko, 1) => format!("연계가 적힌 {largest}곳은 모두 한 덩어리로 이어진다."),
        (Lang::En, 1) => format!("The {largest} places with a link all hang together."),
        (Lang::Ko, _) => {
            format!("이어진 덩어리는 {parts}개이고 가장 큰 것에 {largest}곳이 들어 있다.")
        }
        (Lang::En, _) => {
            format!("There are {parts} connected parts; the largest holds {largest} places.")
        }
    });
    if !isolated.is_empty() {
        let (count, names) = (isolated.len(), isolated.join(", "));
        out.push(match lang {
            Lang::Ko => format!("어떤 연계도 적히지 않은 클러스터는 {count}곳: {names}."),
            Lang::En => {
                format!("Clusters without a documented link of any kind: {count} ({names}).")
            }
        });
    }
    let between = network
        .nodes
        .iter()
        .max_by(|a, b| a.betweenness.total_cmp(&b.betweenness));
    if let Some(node) = between {
        let a = name(&node.end);
        let count = node.betweenness.round() as i64;
        out.push(match lang {
            Lang::Ko => {
                format!("다른 두 곳을 잇는 가장 짧은 길이 가장 자주 지나는 곳은 {a}: {count}쌍.")
            }
            Lang::En => format!(
                "The shortest ways between other places lead most often over {a}: {count} pairs."
            ),
        });
    }
    out
}

fn clusters(network: &Network<'_>) -> usize {
    network
        .nodes
        .iter()
        .filter(|node| node.cluster().is_some())
        .count()
}

/// How many hubs have a place, and how many are national bodies.
pub fn hubs(network: &Network<'_>) -> (usize, usize) {
    let is_body = |node: &super::Node| matches!(node.end, End::Body(_));
    let bodies = network.hubs().filter(|(_, node)| is_body(node)).count();
    (network.hubs().count() - bodies, bodies)
}
