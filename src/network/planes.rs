//! The catchments in rows.

use super::tables::scroll;
use crate::catchment::{Catchments, FILE, Sum};
use crate::markup::{Element, el};
use crate::number::Decimal;
use crate::package::End;
use crate::panel::{Context, end as end_of, sortable_head};
use crate::text::Lang;

/// What the planes are, a table for each rule, and the download.
pub fn section(cx: Context<'_>, planes: &[Catchments]) -> Element {
    let folder = cx.pick("../data/", "../../data/");
    let download = el("p")
        .add(el("a").with("href", format!("{folder}{FILE}")).with("download", "").add(FILE))
        .add(cx.pick(
            " — 시군구마다 두 규칙의 허브와 거리, 인구, 사업체 수",
            " — the hub of every 시군구 under both rules, with distance, residents and establishments",
        ));
    let mut out = el("section")
        .class("sheet-part")
        .with("id", "planes")
        .add(el("h2").add(cx.pick("면: 허브권", "Planes: catchments")))
        .add(el("p").add(introduction(cx)));
    for catchments in planes {
        out = out
            .add(el("h3").add(catchments.rule.name(cx.lang)))
            .add(table(cx, catchments));
    }
    out.add(el("p").class("muted").add(notes(cx))).add(download)
}

fn introduction(cx: Context<'_>) -> &str {
    cx.pick(
        "시군구 250곳을 문서로 확인한 허브에 하나씩 나누어 붙인 계산이다. 어느 시군구가 어느 허브를 쓰는지 적은 문서는 없으므로, 사실이 아니라 자로 잰 것이다. 거리는 시군구 안쪽 점(가장자리에서 가장 먼 점)에서 허브까지의 대권 거리이고, 도로와 바닷길은 넣지 않았다. 중력은 허브에 적힌 연계 수를 거리의 제곱으로 나눈 값(Reilly 1931)이며, 연계 수는 문서의 수이지 오가는 양이 아니다.",
        "A calculation that deals the 250 시군구 out among the documented hubs. No document says which district uses which hub: this is a ruler, not a finding. Distances are great circles from a point inside each district, the one farthest from its edge, to the hub; roads and sea routes are left out. Gravity divides a hub's number of documented links by the square of the distance (Reilly 1931); that number counts documents, not traffic.",
    )
}

fn notes(cx: Context<'_>) -> &str {
    cx.pick(
        "인구는 2022년 말 거주자(행정안전부), 사업체는 2020년 전산업(통계청)이다. 청주시는 네 구의 인구가 시 단위로만 공표되어 한 단위로 붙였다. 바이오 기업과 의약품 제조업 종사자(2022년)는 시·도까지만 공표되므로 통째로 들어간 시·도의 합이다. 갈라진 시·도의 몫은 알 수 없어 어느 쪽에도 넣지 않았고, 그래서 전국 합보다 작다. 평균 거리는 인구로 가중했다.",
        "Residents are of the end of 2022 (Ministry of the Interior), establishments of all industries of 2020 (Statistics Korea). Cheongju goes as one unit, since its four districts have no published population of their own. Biotech firms and pharmaceutical jobs (2022) are published by province only, so they are summed over provinces that lie in a catchment as a whole; the parts of a split province are unknown and counted nowhere, which is why the sums stay below the nation's. Mean distances are weighted by residents.",
    )
}

fn table(cx: Context<'_>, catchments: &Catchments) -> Element {
    let digits = |value: Decimal, digits: u8| {
        el("td")
            .with("data-value", value.full())
            .add(value.grouped(digits))
    };
    let sum = |sum: Sum| {
        let cell = digits(sum.value, 0);
        match sum.missing {
            0 => cell,
            missing => cell.add(match cx.lang {
                Lang::Ko => format!(" (자료 없음 {missing}곳)"),
                Lang::En => format!(" ({missing} without data)"),
            }),
        }
    };
    let none = || el("td").with("data-value", "").add("–");
    let rows = catchments.list.iter().map(|catchment| {
        let names = |codes: &[crate::region::RegionCode]| {
            let names: Vec<&str> = codes
                .iter()
                .map(|code| code.region().short.get(cx.lang))
                .collect();
            match names.is_empty() {
                true => "–".to_string(),
                false => names.join(", "),
            }
        };
        let hub = End::Cluster(catchment.hub.id.as_str().to_string());
        let is_empty = catchment.whole.is_empty();
        el("tr")
            .with("data-plane", catchment.hub.id.as_str())
            .add(el("th").with("scope", "row").add(end_of(cx, &hub)))
            .add(digits(Decimal::whole(catchment.members.len() as i64), 0))
            .add(sum(catchment.population))
            .add(sum(catchment.establishments))
            .add(catchment.mean_km.map_or_else(none, |km| digits(km, 1)))
            .add(match &catchment.farthest {
                Some((unit, km)) => {
                    let unit = &catchments.units[*unit];
                    let region = unit.region.region().short.get(cx.lang);
                    digits(*km, 1)
                        .add(" (")
                        .add(match cx.lang {
                            Lang::Ko => el("span").add(format!("{region} {}", unit.name_ko)),
                            Lang::En => el("span")
                                .add(format!("{region} "))
                                .add(el("span").with("lang", "ko").add(unit.name_ko.as_str())),
                        })
                        .add(")")
                }
                None => none(),
            })
            .add(if is_empty {
                none()
            } else {
                sum(catchment.firms)
            })
            .add(if is_empty {
                none()
            } else {
                sum(catchment.jobs)
            })
            .add(el("td").add(names(&catchment.whole)))
            .add(el("td").add(names(&catchment.split)))
    });
    let heads = [
        cx.pick("허브", "Hub"),
        cx.pick("시군구", "시군구"),
        cx.pick("인구 2022", "Residents 2022"),
        cx.pick("사업체 2020", "Establishments 2020"),
        cx.pick("평균 거리(km)", "Mean distance (km)"),
        cx.pick("가장 먼 곳(km)", "Farthest (km)"),
        cx.pick(
            "바이오 기업(통째 시·도만)",
            "Biotech firms (whole provinces only)",
        ),
        cx.pick(
            "의약품 제조업 종사자(통째 시·도만)",
            "Pharma jobs (whole provinces only)",
        ),
        cx.pick("통째로 든 시·도", "Whole provinces"),
        cx.pick("갈라진 시·도", "Split provinces"),
    ];
    scroll(
        catchments.rule.name(cx.lang),
        el("table")
            .with("data-sortable", "")
            .add(el("thead").add(sortable_head(heads.map(str::to_string).to_vec())))
            .add(el("tbody").all(rows)),
    )
}
