//! Answers in words, tables and a curve.

use std::fmt::Write as _;

use kbio_atlas::Lang;
use kbio_atlas::hub_places::HubPlace;
use kbio_atlas_hub::Progress;

use super::model::{Allocation, Answer, Model, Reach};
use super::question::Question;
use super::reference::Reference;

/// What is being searched for, and how far the search is.
pub fn searching(hubs: usize, progress: Option<Progress>, lang: Lang) -> String {
    let gap = progress.map(|progress| progress.gap() * 100.0);
    match (gap, lang) {
        (None, Lang::Ko) => format!("허브 {hubs}곳의 자리를 찾는 중"),
        (None, Lang::En) => format!("Searching for {hubs} hubs"),
        (Some(gap), Lang::Ko) => {
            format!("허브 {hubs}곳의 자리를 찾는 중: 더 줄일 수 있는 몫은 많아야 {gap:.1}%")
        }
        (Some(gap), Lang::En) => {
            format!("Searching for {hubs} hubs: at most {gap:.1}% could still be saved")
        }
    }
}

/// The end, in one sentence.
pub fn done(answer: &Answer, places: &[HubPlace], lang: Lang) -> String {
    let hubs = names(&answer.hubs, places, lang);
    match lang {
        Lang::Ko => format!("계산을 마쳤습니다. 허브: {hubs}."),
        Lang::En => format!("Done. Hubs: {hubs}."),
    }
}

/// The answer to the question itself.
pub fn answer(
    places: &[HubPlace],
    model: &Model,
    question: &Question,
    answer: &Answer,
    lang: Lang,
) -> String {
    let hubs = names(&answer.hubs, places, lang);
    let unit = unit(question.allocation, lang);
    let weights = question.weight.definition().name.get(lang);
    let year = model.year;
    let proof = match (answer.proven, lang) {
        (true, Lang::Ko) => "최적 증명: 허용된 어떤 자리도 이보다 싸지 않다.".to_string(),
        (true, Lang::En) => "Proven optimal: no allowed choice costs less.".to_string(),
        (false, Lang::Ko) => format!("증명되지 않음. 하한 {} km.", km(answer.bound)),
        (false, Lang::En) => format!("Not proven. Lower bound {} km.", km(answer.bound)),
    };
    let mut out = format!("<h3>{hubs}</h3><dl class=\"figures\">");
    let mut figure = |name: &str, value: f64, shown: String| {
        let _ = write!(
            out,
            "<div><dt>{name}</dt><dd data-value=\"{value:.4}\">{shown}</dd></div>"
        );
    };
    figure(unit, answer.cost, km(answer.cost));
    figure(
        lang.pick("하한(km)", "Lower bound (km)"),
        answer.bound,
        km(answer.bound),
    );
    if let Some(reach) = model.reach(answer) {
        // What is least is said already.
        if question.allocation != Allocation::Median {
            let name = lang.pick("평균 거리(km)", "Mean distance (km)");
            figure(name, reach.mean, km(reach.mean));
        }
        if question.allocation != Allocation::Centre {
            let name = lang.pick("가장 먼 곳(km)", "Farthest (km)");
            figure(name, reach.worst, km(reach.worst));
        }
    }
    out.push_str("</dl>");
    let _ = match lang {
        Lang::Ko => write!(
            out,
            "<p>{proof} 무게는 {weights} {year}년, 허브 {}곳.</p>",
            answer.hubs.len()
        ),
        Lang::En => write!(
            out,
            "<p>{proof} Weights: {weights}, {year}; {} hubs.</p>",
            answer.hubs.len()
        ),
    };
    out.push_str(&allocation(places, answer, lang));
    out
}

/// Which cluster uses which hubs, folded.
fn allocation(places: &[HubPlace], answer: &Answer, lang: Lang) -> String {
    let summary = lang.pick("누가 어느 허브를 쓰는가", "Who uses which hub");
    let mut out = format!("<details><summary>{summary}</summary><ul>");
    for &hub in &answer.hubs {
        let nodes: Vec<usize> = (0..places.len())
            .filter(|&node| node != hub && answer.used[node].contains(&hub))
            .collect();
        let _ = write!(
            out,
            "<li><b>{}</b> ({}): {}</li>",
            label(hub, places, lang),
            nodes.len(),
            names(&nodes, places, lang)
        );
    }
    out.push_str("</ul></details>");
    out
}

/// The answer beside the best with as many hubs and the three references.
pub fn references(
    places: &[HubPlace],
    model: &Model,
    answer: &Answer,
    references: &[Reference],
    best: &[Answer],
    lang: Lang,
) -> String {
    let heads = [
        lang.pick("자리", "Choice"),
        lang.pick("비용(km)", "Cost (km)"),
        lang.pick("후회", "Regret"),
        lang.pick("평균 거리(km)", "Mean distance (km)"),
        lang.pick("가장 먼 곳(km)", "Farthest (km)"),
        lang.pick("50 km 안", "Within 50 km"),
        lang.pick("100 km 안", "Within 100 km"),
        lang.pick("허브", "Hubs"),
    ];
    let title = lang.pick("견주어 보기", "Held against");
    let mut out = format!(
        "<h3>{title}</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><table><thead><tr>"
    );
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead><tbody>");
    let hubs = answer.hubs.len();
    let mine = match lang {
        Lang::Ko => format!("이 실험, {hubs}곳"),
        Lang::En => format!("This experiment, {hubs}"),
    };
    let optimum = match lang {
        Lang::Ko => format!("고정·금지 없는 최선, {hubs}곳"),
        Lang::En => format!("Best without fixing, {hubs}"),
    };
    let mut row = |name: &str, answer: &Answer| {
        let (Some(reach), Some(least)) = (model.reach(answer), best.get(answer.hubs.len() - 1))
        else {
            return;
        };
        let Reach {
            mean,
            worst,
            farthest,
            within,
        } = reach;
        let regret = regret(answer, least);
        let percent =
            |share: f64| format!("<td data-value=\"{share:.4}\">{:.1}%</td>", share * 100.0);
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{name}</th><td data-value=\"{cost:.4}\">{}</td>{}<td data-value=\"{mean:.4}\">{}</td>\
             <td data-value=\"{worst:.4}\">{} ({})</td>{}{}<td class=\"ends\">{}</td></tr>",
            km(answer.cost),
            percent(regret),
            km(mean),
            km(worst),
            label(farthest, places, lang),
            percent(within[0]),
            percent(within[1]),
            names(&answer.hubs, places, lang),
            cost = answer.cost,
        );
    };
    row(&mine, answer);
    if let Some(least) = best.get(hubs - 1) {
        row(&optimum, least);
    }
    for reference in references {
        row(
            &reference.kind.name(reference.answer.hubs.len(), lang),
            &reference.answer,
        );
    }
    out.push_str("</tbody></table></div><p class=\"muted\">");
    out.push_str(lang.pick(
        "후회는 같은 수의 허브로 가능한 최소 비용보다 몇 % 더 드는가다. 허브 수가 다른 줄끼리는 비용이 아니라 후회를 견줄 것. 몫은 무게의 비율이다.",
        "Regret is how much more a choice costs than the best with as many hubs. Between rows of different numbers of hubs compare regrets, not costs. Shares are of the weight.",
    ));
    out.push_str("</p>");
    out
}

/// What a choice costs beyond the least, as a part of it; rounding aside never below 0.
fn regret(answer: &Answer, least: &Answer) -> f64 {
    if least.cost > 0.0 {
        (answer.cost / least.cost - 1.0).max(0.0)
    } else {
        0.0
    }
}

/// The least cost by the number of hubs, as far as it is known, with the experiment as a mark of its own.
pub fn curve(
    places: &[HubPlace],
    model: &Model,
    answer: &Answer,
    best: &[Answer],
    lang: Lang,
) -> String {
    const WIDTH: f64 = 460.0;
    const HEIGHT: f64 = 200.0;
    const BOTTOM: f64 = 170.0;
    const TOP: f64 = 26.0;
    const LEFT: f64 = 30.0;
    let most = best.iter().map(|it| it.cost).fold(answer.cost, f64::max);
    let at = |hubs: usize, cost: f64| {
        let x = LEFT + 76.0 * (hubs as f64 - 1.0) + 16.0;
        let part = if most > 0.0 { cost / most } else { 0.0 };
        (x, BOTTOM - (BOTTOM - TOP) * part)
    };
    let title = lang.pick(
        "허브 수에 따른 최소 비용(km)",
        "Least cost by number of hubs (km)",
    );
    let mut out = format!(
        "<h3>{title}</h3><svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{title}\">\
         <line class=\"axis\" x1=\"{LEFT}\" y1=\"{BOTTOM}\" x2=\"{WIDTH}\" y2=\"{BOTTOM}\"/>"
    );
    let mut points = String::new();
    let mut dots = String::new();
    for (place, it) in best.iter().enumerate() {
        let (x, y) = at(place + 1, it.cost);
        let _ = write!(points, "{x:.0},{y:.0} ");
        let _ = write!(
            dots,
            "<circle class=\"dot series-1\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"4\"/>\
             <text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>\
             <text class=\"tick\" x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
            y - 9.0,
            km(it.cost),
            BOTTOM + 18.0,
            place + 1,
        );
    }
    let (x, y) = at(answer.hubs.len(), answer.cost);
    let _ = write!(
        out,
        "<polyline class=\"line series-1\" points=\"{points}\"/>{dots}\
         <circle class=\"mark\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"5\"/></svg>"
    );
    let heads = [
        lang.pick("허브 수", "Hubs"),
        lang.pick("최소 비용(km)", "Least cost (km)"),
        lang.pick("평균 거리(km)", "Mean distance (km)"),
        lang.pick("자리", "Where"),
    ];
    out.push_str("<table><thead><tr>");
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for (place, it) in best.iter().enumerate() {
        let mean = model.reach(it).map_or(f64::NAN, |reach| reach.mean);
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{}</th><td data-value=\"{:.4}\">{}</td><td data-value=\"{mean:.4}\">{}</td><td>{}</td></tr>",
            place + 1,
            it.cost,
            km(it.cost),
            km(mean),
            names(&it.hubs, places, lang),
        );
    }
    out.push_str("</tbody></table>");
    out
}

/// What a cost is a cost of.
fn unit(allocation: Allocation, lang: Lang) -> &'static str {
    match allocation {
        Allocation::Single | Allocation::Multiple => {
            lang.pick("흐름 하나의 비용(km)", "Cost of a unit of flow (km)")
        }
        Allocation::Median => lang.pick("평균 거리(km)", "Mean distance (km)"),
        Allocation::Centre => lang.pick("가장 먼 거리(km)", "Worst distance (km)"),
    }
}

/// To a tenth.
fn km(value: f64) -> String {
    format!("{value:.1}")
}

fn label(place: usize, places: &[HubPlace], lang: Lang) -> &'static str {
    places[place].id.cluster().label.get(lang)
}

fn names(of: &[usize], places: &[HubPlace], lang: Lang) -> String {
    let names: Vec<&str> = of.iter().map(|&place| label(place, places, lang)).collect();
    names.join(", ")
}
