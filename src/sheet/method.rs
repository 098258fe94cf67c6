//! How the figures are made, what they mean, and what is not known.

use super::part;
use crate::indicator::Indicator;
use crate::link::Family;
use crate::markup::{Element, el};
use crate::package::Confidence;
use crate::panel::{Context, entries};
use crate::text::Lang;

pub fn section(cx: Context<'_>) -> Element {
    part("method", cx.pick("방법", "Method"))
        .add(measures(cx))
        .add(concentration(cx))
        .add(geography(cx))
        .add(network(cx))
        .add(unknown(cx))
}

/// A heading and a list of terms, each with a formula where it has one.
fn terms(heading: &str, rows: Vec<(&str, Option<&str>, &str)>) -> Element {
    let rows = rows.into_iter().map(|(term, formula, words)| {
        el("div").add(el("dt").add(term)).add(
            el("dd")
                .all(formula.map(|formula| el("code").class("formula").add(formula)))
                .add(" ")
                .add(words),
        )
    });
    el("section")
        .add(el("h3").add(heading))
        .add(el("dl").class("terms").all(rows))
}

fn measures(cx: Context<'_>) -> Element {
    match cx.lang {
        Lang::Ko => terms(
            "네 가지 보기",
            vec![
                (
                    "수",
                    None,
                    "출처에 실린 값 그대로다. 생산액만 천 원을 억 원으로 바꿨다.",
                ),
                (
                    "전국 비중(%)",
                    Some("100 × 시·도의 수 ÷ 17개 시·도의 합"),
                    "합은 공표된 전국 값과 같다. 상장 기업만 해외 본사 4곳을 빼서 다르다.",
                ),
                (
                    "인구 10만 명당",
                    Some("100,000 × 시·도의 수 ÷ 같은 해 주민등록 인구"),
                    "같은 해 인구가 없는 해는 계산하지 않는다.",
                ),
                (
                    "입지계수(LQ)",
                    Some("(시·도의 수 ÷ 전국의 수) ÷ (시·도의 전산업 ÷ 전국의 전산업)"),
                    "1이면 전국 평균과 같은 짜임이다. 분자와 분모가 같은 조사에 있는 지표(C21, M70)만 계산한다.",
                ),
            ],
        ),
        Lang::En => terms(
            "The four measures",
            vec![
                (
                    "Count",
                    None,
                    "As the source prints it; only production is converted from thousands of won to hundreds of millions.",
                ),
                (
                    "Share of nation (%)",
                    Some("100 × region's count ÷ sum over the 17 regions"),
                    "The sum equals the published national figure, except for listed firms, where four with a head office abroad are left out.",
                ),
                (
                    "Per 100,000 people",
                    Some("100,000 × region's count ÷ registered population of the same year"),
                    "Not worked out for a year without a population.",
                ),
                (
                    "Location quotient (LQ)",
                    Some(
                        "(region's count ÷ nation's count) ÷ (region's all-industry ÷ nation's all-industry)",
                    ),
                    "At 1 the region has the national mix. Only for indicators whose base comes from the same survey (C21, M70).",
                ),
            ],
        ),
    }
}

fn concentration(cx: Context<'_>) -> Element {
    match cx.lang {
        Lang::Ko => terms(
            "쏠림과 등급",
            vec![
                (
                    "수도권",
                    None,
                    "서울·인천·경기(수도권정비계획법). 수도권 비중은 세 곳의 합을 17곳의 합으로 나눈 값이다.",
                ),
                (
                    "지니 계수",
                    Some("G = Σᵢ (2i − n − 1) x₍ᵢ₎ ÷ (n Σ x)"),
                    "작은 값부터 i번째. 모두 같으면 0, 한 곳이 다 가지면 (n − 1)/n이다. 17곳이 전부이므로 표본 보정은 하지 않는다. 시·도를 인구나 넓이로 가중하지 않았다.",
                ),
                (
                    "로렌츠 곡선",
                    None,
                    "값이 작은 시·도부터 더해 갈 때의 누적 비중. 더해서 전체가 되는 값(수, 비중)에만 그린다.",
                ),
                (
                    "지도의 다섯 등급",
                    Some("b[j−1] < v ≤ b[j]"),
                    "5분위. 경계 b는 순서 통계량 사이를 선형으로 이은 백분위수이고, 범례에는 실제로 나타난 가장 작은 값과 큰 값을 적는다. 0과 자료 없음은 등급에서 뺀다.",
                ),
                (
                    "순위",
                    None,
                    "값이 같으면 앞선 순위를 함께 쓴다(1, 2, 2, 4).",
                ),
            ],
        ),
        Lang::En => terms(
            "Concentration and classes",
            vec![
                (
                    "Capital region",
                    None,
                    "Seoul, Incheon and Gyeonggi (as in the Capital Region Readjustment Planning Act). Its share is their sum over the sum of all 17.",
                ),
                (
                    "Gini coefficient",
                    Some("G = Σᵢ (2i − n − 1) x₍ᵢ₎ ÷ (n Σ x)"),
                    "With the i-th smallest value. 0 when all are equal, (n − 1)/n when one has everything. The 17 are all there are, so there is no correction for samples; regions are not weighted by people or land.",
                ),
                (
                    "Lorenz curve",
                    None,
                    "The cumulative share, smallest region first. Drawn only for what adds up to a whole: counts and shares.",
                ),
                (
                    "Five classes on the map",
                    Some("b[j−1] < v ≤ b[j]"),
                    "Quintiles. The breaks b are percentiles with linear interpolation between order statistics; the legend prints the smallest and largest value that occur. Zero and no data stand apart.",
                ),
                (
                    "Rank",
                    None,
                    "Equal values share the better rank (1, 2, 2, 4).",
                ),
            ],
        ),
    }
}

fn geography(cx: Context<'_>) -> Element {
    match cx.lang {
        Lang::Ko => terms(
            "경계",
            vec![
                (
                    "17개 시·도",
                    None,
                    "통계청 SGIS의 2020년 읍·면·동 경계를 합치고 단순화했다. 이름과 코드는 오늘의 것이다. 군위는 2023년 7월에 대구로 옮겨 갔으나 경계는 그 전대로 경북에 두었고, 2022년 통계와 맞는다.",
                ),
                (
                    "클러스터의 점",
                    None,
                    "자료가 밝힌 지점이나 알려진 부지에 찍었다. 오차는 각 클러스터 화면에 적었다. 점은 부지의 넓이를 뜻하지 않는다.",
                ),
            ],
        ),
        Lang::En => terms(
            "Borders",
            vec![
                (
                    "17 regions",
                    None,
                    "Statistics Korea's SGIS outlines of 2020, dissolved from towns and simplified. Names and codes are today's. Gunwi moved to Daegu in July 2023; it is still drawn in Gyeongbuk, as the statistics of 2022 have it.",
                ),
                (
                    "Points of clusters",
                    None,
                    "At the point that the sources name or at the known site; the page of each cluster says how well it is known. A point says nothing of the site's size.",
                ),
            ],
        ),
    }
}

fn network(cx: Context<'_>) -> Element {
    let lang = cx.lang;
    let published = cx
        .package
        .profiles
        .iter()
        .filter(|profile| {
            profile
                .type_basis
                .as_deref()
                .is_some_and(|basis| !basis.starts_with("text:"))
        })
        .count();
    let all = cx.package.profiles.len();
    let roles = match lang {
        Lang::Ko => terms(
            "역할과 연계",
            vec![
                ("허브", None, "문서로 확인한 허브·스포크 연계의 출발점."),
                ("스포크", None, "그런 연계의 끝점."),
                (
                    "국가 특화단지",
                    None,
                    "2024년 6월 27일 바이오 국가첨단전략산업 특화단지로 지정된 곳. 허브나 스포크와 다른 모양으로 그린다.",
                ),
                (
                    "연계",
                    None,
                    "양쪽 이름이 모두 나온 문서가 있는 것만 실었다. 계획과 언론 전망은 따로 표시했고, 연도를 밝히지 않은 자료는 연도 미상으로 남겼다.",
                ),
                (
                    "입주 수",
                    None,
                    "자료마다 세는 범위가 다르다(바이오 기업만, 건물의 모든 입주사, 시 전체). 연도와 범위 없이는 보이지 않으며, 클러스터끼리 순위를 매기지 않는다.",
                ),
            ],
        ),
        Lang::En => terms(
            "Roles and links",
            vec![
                (
                    "Hub",
                    None,
                    "Where at least one documented hub-and-spoke link starts.",
                ),
                ("Spoke", None, "Where such a link ends."),
                (
                    "National complex",
                    None,
                    "Designated on 27 June 2024 as a national strategic bio complex; its shape differs from hub and spoke.",
                ),
                (
                    "Link",
                    None,
                    "Only where a document names both ends. Plans and press outlooks are marked; a year that the source does not show stays unknown.",
                ),
                (
                    "Tenants",
                    None,
                    "Each source counts differently (biotech firms only, all tenants of a building, a whole city). Never shown without year and scope, and never ranked.",
                ),
            ],
        ),
    };
    let families = Family::ALL.map(|family| {
        let count = cx
            .package
            .links
            .iter()
            .filter(|link| link.family == family)
            .count();
        let direction = match family.is_directed() {
            true => cx.pick("방향 있음", "directed"),
            false => cx.pick("방향 없음", "no direction"),
        };
        el("li").add(match lang {
            Lang::Ko => format!("{} {count}건, {direction}", family.name().ko),
            Lang::En => format!("{}: {count}, {direction}", family.name().en),
        })
    });
    let typology = match lang {
        Lang::Ko => format!(
            "누가 만들었나: {all}곳 가운데 {published}곳만 발표된 분류가 있다. 나머지는 기사 내용을 보고 우리가 나누었거나 나누지 않았으며, 발표된 분류로 세지 않는다."
        ),
        Lang::En => format!(
            "Who built it: {published} of {all} have a published class. The others were classed by us from what articles say, or not at all, and are not counted as published."
        ),
    };
    roles
        .add(el("ul").class("families").all(families))
        .add(el("p").add(typology))
}

fn unknown(cx: Context<'_>) -> Element {
    let points = match cx.lang {
        Lang::Ko => [
            "시·군·구별 바이오 기업이나 종사자 수는 공개된 것이 없다. 그래서 이 지도는 시·군·구 바이오 밀집도를 그리지 않는다.",
            "바이오산업 실태조사의 17개 시·도 값은 2022년 기업 수만 찾았다. 인력·생산·투자의 시·도 값은 찾지 못했다.",
            "인천의 바이오 기업 15곳은 출처가 하나이며 다른 자료로 확인하지 못했다. 두 시·도의 값이 바뀌었어도 합계로는 드러나지 않는다.",
            "국내 클러스터가 모두 몇 곳인지 합의된 수가 없다. 여기에는 문헌으로 확인한 곳만 있다.",
            "공식 표 가운데 일부는 공개 사본으로 읽었다. 기사에 쓰기 전에 원자료를 다시 확인할 것.",
        ],
        Lang::En => [
            "There is no public count of biotech firms or jobs by city, county or district, so this atlas does not draw one.",
            "Of the bio-industry survey only the firms of 2022 were found for all 17 regions; workforce, production and investment were not.",
            "Incheon's 15 biotech firms have a single source and could not be checked. A swap between two regions would not show in the sum.",
            "There is no agreed number of Korean clusters. Only places documented in sources are listed.",
            "Some official tables were read from public copies. Check the originals before you publish.",
        ],
    };
    el("section")
        .add(el("h3").add(cx.pick("모르는 것", "What is not known")))
        .add(el("ul").all(points.map(|point| el("li").add(point))))
}

/// What to know about each indicator before using it.
pub fn cautions(cx: Context<'_>) -> Element {
    let lang = cx.lang;
    let rows = Indicator::ALL.map(|indicator| {
        let definition = indicator.definition();
        let mut series: Vec<_> = cx
            .package
            .published
            .iter()
            .filter(|series| series.key == definition.key)
            .collect();
        series.sort_by_key(|series| series.year);
        let years = match (series.first(), series.last()) {
            (Some(first), Some(last)) if first.year == last.year => first.year.to_string(),
            (Some(first), Some(last)) => format!("{}–{}", first.year, last.year),
            _ => String::new(),
        };
        let mut ids: Vec<&str> = series.iter().map(|series| series.source.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        // The weakest of the years decides.
        let nearness = series.iter().map(|series| series.confidence).max();
        let nearness = nearness.map(|confidence| format!(" · {}", origin(confidence, lang)));
        el("div").add(el("dt").add(definition.name.get(lang))).add(
            el("dd").add(definition.caution.get(lang)).add(
                el("p")
                    .class("muted")
                    .add(definition.survey.get(lang))
                    .add(format!(" · {years}"))
                    .all(nearness)
                    .add(" · ")
                    .add(entries(cx, ids)),
            ),
        )
    });
    part(
        "cautions",
        cx.pick("지표별 주의", "Cautions for each indicator"),
    )
    .add(el("dl").class("terms").all(rows))
}

/// How near a figure is to the office that made it, in words.
fn origin(confidence: Confidence, lang: Lang) -> &'static str {
    match confidence {
        Confidence::Primary => lang.pick("작성 기관의 공개 자료", "the office's own publication"),
        Confidence::PrimaryMirror => lang.pick(
            "공식 표의 공개 사본",
            "official table, read from a public copy",
        ),
        Confidence::SinglePressRelease => {
            lang.pick("보도자료를 옮긴 한 매체", "a release quoted by one outlet")
        }
        Confidence::Secondary | Confidence::SecondaryRestated => {
            lang.pick("언론 보도", "press reports")
        }
        _ => lang.pick("간접 자료", "indirect"),
    }
}
