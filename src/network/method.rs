//! How the network is read: definitions, formulas with their sources, limits.

use crate::markup::{Element, el};
use crate::panel::Context;

/// A term, its formula if it has one, and what it means.
type Row<'t> = (&'t str, Option<&'t str>, &'t str);

/// The method note.
pub fn section(cx: Context<'_>) -> Element {
    let terms = |rows: Vec<Row<'_>>| {
        el("dl")
            .class("terms")
            .all(rows.into_iter().map(|(term, formula, words)| {
                el("div").add(el("dt").add(term)).add(
                    el("dd")
                        .all(formula.map(|formula| el("code").class("formula").add(formula)))
                        .add(" ")
                        .add(words),
                )
            }))
    };
    el("section")
        .class("sheet-part")
        .with("id", "method")
        .add(el("h2").add(cx.pick("방법", "Method")))
        .add(terms(documented(cx)))
        .add(el("h3").add(cx.pick("허브 실험실의 모형", "The model of the hub lab")))
        .add(terms(model(cx)))
}

fn documented(cx: Context<'_>) -> Vec<Row<'_>> {
    vec![
        (
            cx.pick("그물", "The net"),
            None,
            cx.pick(
                "점은 클러스터 40곳, 연계가 이름을 드는 시·도와 권역, 전국 기관이고 선은 links.csv의 한 줄이다. 방향은 출처가 밝힌 허브·스포크, 가치사슬, 분원·캠퍼스에만 있다. 협의체는 기관 하나에 이어진 여섯 줄이지 열다섯 쌍이 아니다.",
                "Nodes are the 40 clusters, the regions that links name, and national bodies; a line is a row of links.csv. Only hub and spoke, value chain and branch have a direction in their sources. The council is six lines to one body, not fifteen pairs.",
            ),
        ),
        (
            cx.pick("허브와 스포크", "Hub and spoke"),
            None,
            cx.pick(
                "허브는 허브·스포크 연계가 한 건이라도 시작되는 곳이다. ‘허브 없음’은 허브도 아니고 문헌으로 확인된(계획이 아닌) 허브·스포크 연계의 끝도 아닌 클러스터다. 오송-STAR처럼 출처가 권역만 드는 계획은 그 안의 클러스터를 이은 것으로 세지 않는다.",
                "A hub is where at least one hub-and-spoke link starts. A cluster has no hub if it is none itself and ends no hub-and-spoke link that is documented rather than planned. Plans that name wide regions only, such as Osong-STAR, tie no cluster in them.",
            ),
        ),
        (
            cx.pick("매개 중심성", "Betweenness"),
            Some("b(v) = Σ σ(s,t|v) ÷ σ(s,t)"),
            cx.pick(
                "두 곳을 잇는 가장 짧은 길 σ(s,t) 가운데 v를 지나는 몫을 모든 쌍에 걸쳐 더한다. 방향과 겹친 연계는 보지 않는다. Freeman 1977의 정의를 Brandes 2001의 방법으로 셌다. 문서의 그물에서 잰 값이므로 조사가 더 된 곳이 높게 나온다.",
                "Of the shortest ways σ(s,t) between two places, the part that leads over v, summed over all pairs; directions and parallel links are left aside. Freeman's measure (1977), counted as Brandes (2001) does. It is measured on documents, so places that are written about more come out higher.",
            ),
        ),
        (
            cx.pick("허브권", "Catchments"),
            Some("argmin d(i,k),  argmax m(k) ÷ d(i,k)²"),
            cx.pick(
                "시군구 i마다 거리 d가 가장 짧은 허브, 또는 연계 수 m을 거리의 제곱으로 나눈 값이 가장 큰 허브다(Reilly 1931). 거리는 반지름 6,371.0088 km인 구의 대권이다.",
                "For each district i the hub at the least distance d, or with the largest number of links m over the square of the distance (Reilly 1931). Distances are great circles on a sphere of radius 6,371.0088 km.",
            ),
        ),
    ]
}

fn model(cx: Context<'_>) -> Vec<Row<'_>> {
    vec![
        (
            cx.pick("점과 무게", "Nodes and weights"),
            Some("o(i) = y(r) ÷ n(r)"),
            cx.pick(
                "점은 클러스터 40곳이고 허브도 그 가운데서 고른다. 무게 o는 클러스터가 있는 시·도 r의 지표 값 y를 그 시·도의 클러스터 수 n으로 나눈 것이다. 클러스터별 통계가 없어 둔 가정이며, 무게의 합은 17개 시·도의 합과 같다.",
                "Nodes are the 40 clusters; hubs are chosen among them. The weight o is the figure y of the province r, split evenly among its n clusters, for want of figures by cluster. Weights add up to the 17 provinces' sum.",
            ),
        ),
        (
            cx.pick("흐름", "Flows"),
            Some("w(i,j) = o(i) · o(j) ÷ Σ o,  i ≠ j"),
            cx.pick(
                "두 곳의 무게의 곱에 비례하고 거리와는 상관없다. 관측한 흐름이 아니라 무게에서 지어낸 것이다.",
                "In proportion to the product of the two weights, whatever the distance. They are made from the weights, not observed.",
            ),
        ),
        (
            cx.pick("단일 배정 p-허브 중앙값", "Single-allocation p-hub median"),
            Some("min Σ w(i,j) · [χ d(i,a(i)) + α d(a(i),a(j)) + δ d(a(j),j)]"),
            cx.pick(
                "곳마다 허브 하나 a(i)에 붙는다. O'Kelly 1987, Ernst와 Krishnamoorthy 1996.",
                "Each node uses one hub a(i). O'Kelly 1987; Ernst & Krishnamoorthy 1996.",
            ),
        ),
        (
            cx.pick("복수 배정 p-허브 중앙값", "Multiple-allocation p-hub median"),
            Some("min Σ w(i,j) · min over k,l [χ d(i,k) + α d(k,l) + δ d(l,j)]"),
            cx.pick(
                "흐름마다 가장 싼 두 허브 k, l을 거친다. Campbell 1994, Ernst와 Krishnamoorthy 1998.",
                "Each flow takes the cheapest two hubs k and l. Campbell 1994; Ernst & Krishnamoorthy 1998.",
            ),
        ),
        (
            cx.pick("p-중앙값과 p-센터", "p-median and p-centre"),
            Some("min Σ o(i) · d(i,H),  min max d(i,H)"),
            cx.pick(
                "H는 가장 가까운 허브까지의 거리다. Hakimi 1964. 요율 α, χ, δ는 쓰이지 않고, p-센터는 무게도 쓰지 않는다.",
                "d(i,H) is the distance to the nearest hub. Hakimi 1964. The rates α, χ, δ play no part, nor do weights in the p-centre.",
            ),
        ),
        (
            cx.pick("증명", "Proof"),
            None,
            cx.pick(
                "가지치기 탐색이 끝까지 가면 ‘최적 증명’이라 적고, 그때 하한은 비용과 같다(상대 오차 10⁻⁹). 그 전에 멈추면 그때까지의 하한만 적는다.",
                "Where branch and bound ends, the answer says ‘proven optimal’ and the lower bound equals the cost (to 10⁻⁹). Before that only the bound reached is given.",
            ),
        ),
        (
            cx.pick("후회", "Regret"),
            Some("비용 ÷ 같은 수의 허브로 가능한 최소 비용 − 1")
                .map(|ko| cx.pick(ko, "cost ÷ least cost with as many hubs − 1")),
            cx.pick(
                "허브 수가 다르면 비용을 바로 견줄 수 없다. 허브가 많을수록 모형 속의 비용은 늘 준다.",
                "Costs of different numbers of hubs cannot be compared as they are: in the model more hubs never cost more.",
            ),
        ),
    ]
}
