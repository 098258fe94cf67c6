//! What the steps say, around the figures of [`Facts`].

use super::fact::Facts;
use super::step::Step;
use crate::headline;
use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::particle::Particle;
use crate::region::REGIONS;
use crate::search::district_name;
use crate::sentence::Sentence;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The line under it.
pub fn deck(lang: Lang) -> &'static str {
    lang.pick(
        "한곳에 모을 것인가, 여러 곳에 나눌 것인가. 2024년의 한 칼럼이 던진 물음을 지도와 수치로 따라간다.",
        "Gather it in one place or spread it over many? The question of a column of 2024, followed through maps and figures.",
    )
}

/// The name of a step in the list of steps.
pub fn short(step: Step, lang: Lang) -> &'static str {
    let (ko, en) = match step {
        Step::Concentration => ("쏠림", "Concentration"),
        Step::Measures => ("기업과 일자리", "Firms and jobs"),
        Step::Points => ("점", "Points"),
        Step::Lines => ("선", "Lines"),
        Step::Planes => ("면", "Planes"),
        Step::Abroad => ("보스턴과 일본", "Boston and Japan"),
        Step::Turn => ("고르기", "Your turn"),
    };
    lang.pick(ko, en)
}

/// The finding of a step.
pub fn finding(step: Step, facts: &Facts, lang: Lang) -> Sentence {
    match (step, lang) {
        (Step::Concentration, _) => {
            let mut state = ViewState::new(Selection::Nation);
            state.set_indicator(Indicator::BioFirms);
            state.set_year(facts.firms.year);
            Sentence::from(headline::headline(&state, lang))
        }
        (Step::Measures, Lang::Ko) => Sentence::from("일자리로 세면 다른 지도가 된다"),
        (Step::Measures, Lang::En) => Sentence::from("Count jobs, and the map is another one"),
        (Step::Points, Lang::Ko) => Sentence::from("점: 문서에 나오는 클러스터 ")
            .count(facts.clusters.all)
            .words("곳"),
        (Step::Points, Lang::En) => Sentence::from("Points: ")
            .count(facts.clusters.all)
            .words(" clusters on record"),
        (Step::Lines, Lang::Ko) => Sentence::from("선: 허브로 적힌 클러스터는 ")
            .count(facts.links.hubs.len() as i64)
            .words("곳뿐이다"),
        (Step::Lines, Lang::En) => Sentence::from("Lines: only ")
            .count(facts.links.hubs.len() as i64)
            .words(" clusters are called a hub"),
        (Step::Planes, Lang::Ko) => Sentence::from("면: 시군구 ")
            .count(facts.reach.far)
            .words("곳은 허브에서 ")
            .count(facts.reach.bound)
            .words(" km 밖에 있다"),
        (Step::Planes, Lang::En) => Sentence::from("Planes: ")
            .count(facts.reach.far)
            .words(" districts lie more than ")
            .count(facts.reach.bound)
            .words(" km from a hub"),
        (Step::Abroad, Lang::Ko) => Sentence::from("같은 축척에 놓은 보스턴과 일본"),
        (Step::Abroad, Lang::En) => Sentence::from("Boston and Japan at the same scale"),
        (Step::Turn, Lang::Ko) => Sentence::from("이제 허브를 고를 차례"),
        (Step::Turn, Lang::En) => Sentence::from("Now choose the hubs yourself"),
    }
}

/// The paragraphs of a step.
pub fn paragraphs(step: Step, facts: &Facts, lang: Lang) -> Vec<Sentence> {
    match (step, lang) {
        (Step::Concentration, Lang::Ko) => concentration_ko(facts),
        (Step::Concentration, Lang::En) => concentration_en(facts),
        (Step::Measures, Lang::Ko) => measures_ko(facts),
        (Step::Measures, Lang::En) => measures_en(facts),
        (Step::Points, Lang::Ko) => points_ko(facts),
        (Step::Points, Lang::En) => points_en(facts),
        (Step::Lines, Lang::Ko) => lines_ko(facts),
        (Step::Lines, Lang::En) => lines_en(facts),
        (Step::Planes, Lang::Ko) => planes_ko(facts),
        (Step::Planes, Lang::En) => planes_en(facts),
        (Step::Abroad, Lang::Ko) => abroad_ko(facts),
        (Step::Abroad, Lang::En) => abroad_en(facts),
        (Step::Turn, Lang::Ko) => vec![Sentence::from(
            "별이 될 한 곳을 먼저 키울 것인가, 처음부터 여러 곳에 나눌 것인가. 허브의 수와 자리를 바꿔 보면 나머지 클러스터가 그만큼 멀어지거나 가까워진다. 답은 하나가 아니지만, 무엇을 내주는지는 셀 수 있다.",
        )],
        (Step::Turn, Lang::En) => vec![Sentence::from(
            "Raise one star first, or share it out from the start? Change how many hubs there are and where, and the other clusters come nearer or drift away. There is more than one answer, but what each one costs can be counted.",
        )],
    }
}

/// How the figures of a step must be read; `None` where they speak for themselves.
pub fn caution(step: Step, lang: Lang) -> Option<&'static str> {
    let words = |indicator: Indicator| Some(indicator.definition().caution.get(lang));
    match step {
        Step::Concentration => words(Indicator::BioFirms),
        Step::Measures => words(Indicator::PharmaWorkers),
        Step::Lines => Some(lang.pick(
            "허브는 문서가 그렇게 부른 곳이다. 실제로 얼마나 오가는지를 잰 것이 아니다.",
            "A hub is what a document calls one; how much really passes through it is not measured.",
        )),
        Step::Planes => Some(lang.pick(
            "시군구의 가운데에서 허브까지 잰 직선거리다. 실제로 함께 일하는 범위가 아니다.",
            "Straight lines from the middle of each district; not the range of actual work together.",
        )),
        Step::Abroad => Some(lang.pick(
            "나라마다 세는 법이 다르다. 칼럼의 두 도시 인력은 그곳에서 일하는 사람이고, 인구는 사는 사람이다.",
            "Each country counts differently. The column counts people who work in the two cities, the census those who live there.",
        )),
        Step::Points | Step::Turn => None,
    }
}

fn concentration_ko(facts: &Facts) -> Vec<Sentence> {
    let firms = &facts.firms;
    let place = |place: usize| REGIONS[place].short.ko;
    vec![
        Sentence::from(format!("{}년 바이오산업 실태조사에 든 기업은 ", firms.year))
            .count(firms.all)
            .words("곳. 그 가운데 ")
            .count(firms.capital)
            .words("곳(")
            .percent(firms.share)
            .words(")이 서울·인천·경기에 있다. 같은 해 이곳에 사는 사람은 전국의 ")
            .percent(firms.people_share)
            .words("였다."),
        Sentence::from(format!("기업이 가장 많은 {}(", place(firms.most.0)))
            .count(firms.most.1)
            .words(format!(
                "곳){} 가장 적은 {}(",
                Particle::Topic.after(place(firms.most.0)),
                place(firms.fewest.0)
            ))
            .count(firms.fewest.1)
            .words("곳)의 ")
            .figure(firms.times.grouped(1), firms.times)
            .words("배다."),
    ]
}

fn concentration_en(facts: &Facts) -> Vec<Sentence> {
    let firms = &facts.firms;
    let place = |place: usize| REGIONS[place].short.en;
    vec![
        Sentence::from(format!("The bio industry survey of {} counts ", firms.year))
            .count(firms.all)
            .words(" firms. ")
            .count(firms.capital)
            .words(" of them (")
            .percent(firms.share)
            .words(") are in Seoul, Incheon and Gyeonggi, where ")
            .percent(firms.people_share)
            .words(" of the population lived that year."),
        Sentence::from(format!("{}, with the most (", place(firms.most.0)))
            .count(firms.most.1)
            .words("), has ")
            .figure(firms.times.grouped(1), firms.times)
            .words(format!(
                " times as many as {}, with the fewest (",
                place(firms.fewest.0)
            ))
            .count(firms.fewest.1)
            .words(")."),
    ]
}

fn measures_ko(facts: &Facts) -> Vec<Sentence> {
    let (jobs, devices) = (&facts.jobs, &facts.devices);
    let name = |place: usize| Particle::Topic.on(REGIONS[place].short.ko);
    vec![
        Sentence::from("수도권의 몫은 기업으로 ")
            .percent(facts.firms.share)
            .words(", 의약품을 만드는 일자리로는 ")
            .percent(jobs.share)
            .words(format!("다. {} 기업의 ", name(jobs.loss.place)))
            .percent(jobs.loss.firms)
            .words("가 있지만 일자리는 ")
            .percent(jobs.loss.jobs)
            .words(format!("뿐이고, {} 거꾸로 기업 ", name(jobs.gain.place)))
            .percent(jobs.gain.firms)
            .words(", 일자리 ")
            .percent(jobs.gain.jobs)
            .words("다."),
        Sentence::from(format!(
            "의료기기에서는 {}년과 {}년 사이에 수도권의 업체 비중이 ",
            devices.years.0, devices.years.1
        ))
        .percent(devices.makers.0)
        .words("에서 ")
        .percent(devices.makers.1)
        .words("로, 생산액 비중이 ")
        .percent(devices.output.0)
        .words("에서 ")
        .percent(devices.output.1)
        .words("로 바뀌었다. 모이는지 흩어지는지는 무엇을 세느냐에 달렸다."),
    ]
}

fn measures_en(facts: &Facts) -> Vec<Sentence> {
    let (jobs, devices) = (&facts.jobs, &facts.devices);
    let name = |place: usize| REGIONS[place].short.en;
    vec![
        Sentence::from("The capital region has ")
            .percent(facts.firms.share)
            .words(" of the firms but ")
            .percent(jobs.share)
            .words(format!(
                " of the jobs in making medicines. {} has ",
                name(jobs.loss.place)
            ))
            .percent(jobs.loss.firms)
            .words(" of the firms and ")
            .percent(jobs.loss.jobs)
            .words(format!(
                " of those jobs; {} is the reverse, with ",
                name(jobs.gain.place)
            ))
            .percent(jobs.gain.firms)
            .words(" and ")
            .percent(jobs.gain.jobs)
            .words("."),
        Sentence::from(format!(
            "In medical devices the capital region's share of makers went from {} to {} from ",
            devices.years.0, devices.years.1
        ))
        .percent(devices.makers.0)
        .words(" to ")
        .percent(devices.makers.1)
        .words(", its share of output from ")
        .percent(devices.output.0)
        .words(" to ")
        .percent(devices.output.1)
        .words(". Whether biotech gathers or scatters depends on what is counted."),
    ]
}

fn points_ko(facts: &Facts) -> Vec<Sentence> {
    let clusters = &facts.clusters;
    vec![
        Sentence::from("이 지도는 문서에 이름이 나오는 클러스터를 ")
            .count(clusters.regions)
            .words("개 시·도에 찍었다. ")
            .count(clusters.unfinished)
            .words("곳은 아직 계획하거나 짓는 중이고(빈 표식), ")
            .count(clusters.in_complexes)
            .words("곳은 국가 바이오 특화단지에 들어 있다(마름모)."),
        Sentence::from("나라 안에 모두 몇 곳인지는 세는 이마다 다르다."),
    ]
}

fn points_en(facts: &Facts) -> Vec<Sentence> {
    let clusters = &facts.clusters;
    vec![
        Sentence::from("The atlas marks the clusters that documents name, in ")
            .count(clusters.regions)
            .words(" provinces. ")
            .count(clusters.unfinished)
            .words(" are still planned or being built (hollow); ")
            .count(clusters.in_complexes)
            .words(" belong to a national strategic complex (diamonds)."),
        Sentence::from("How many there are in the country depends on who counts."),
    ]
}

fn lines_ko(facts: &Facts) -> Vec<Sentence> {
    let links = &facts.links;
    vec![
        Sentence::from("양 끝을 문서로 확인한 연계는 ")
            .count(links.all)
            .words("건이다. 그 가운데 클러스터가 허브인 것은 ")
            .count(links.hub_and_spoke)
            .words(format!("건이다(허브는 {}).", hubs(facts, Lang::Ko))),
        Sentence::from(
            "나머지는 전국 기관에서 뻗었거나 협약, 공동 지정, 가치사슬처럼 허브를 두지 않는다. ",
        )
        .count(links.undated)
        .words("건은 언제 맺었는지도 적혀 있지 않다."),
    ]
}

fn lines_en(facts: &Facts) -> Vec<Sentence> {
    let links = &facts.links;
    vec![
        Sentence::from("Documents name both ends of ")
            .count(links.all)
            .words(" links. In ")
            .count(links.hub_and_spoke)
            .words(format!(
                " of them a cluster is the hub: {}.",
                hubs(facts, Lang::En)
            )),
        Sentence::from(
            "The others start from a national body or have no hub at all: agreements, joint designations, value chains. ",
        )
        .count(links.undated)
        .words(" do not even say when they were made."),
    ]
}

/// The names of the hubs.
fn hubs(facts: &Facts, lang: Lang) -> String {
    let names: Vec<&str> = facts
        .links
        .hubs
        .iter()
        .map(|hub| hub.cluster().label.get(lang))
        .collect();
    names.join(", ")
}

fn planes_ko(facts: &Facts) -> Vec<Sentence> {
    let reach = &facts.reach;
    let (region, name, kilometres) = reach.farthest;
    vec![
        Sentence::from("시군구 ")
            .count(reach.districts)
            .words("곳을 저마다 가장 가까운 허브에 이어 보았다. ")
            .count(reach.far)
            .words("곳(")
            .percent(reach.far_share)
            .words(")은 ")
            .count(reach.bound)
            .words(" km 안에 허브가 없다."),
        Sentence::from(format!(
            "가장 먼 곳은 {} {}, ",
            REGIONS[region].short.ko, name
        ))
        .count(kilometres)
        .words(" km 떨어져 있다. 주황 선은 가까운 허브가 바뀌는 곳이다."),
    ]
}

fn planes_en(facts: &Facts) -> Vec<Sentence> {
    let reach = &facts.reach;
    let (region, name, kilometres) = reach.farthest;
    vec![
        Sentence::from("Each of the ")
            .count(reach.districts)
            .words(" districts is joined to its nearest hub. For ")
            .count(reach.far)
            .words(" of them (")
            .percent(reach.far_share)
            .words(") there is none within ")
            .count(reach.bound)
            .words(" km."),
        Sentence::from(format!(
            "The farthest is {}, {}, at ",
            district_name(name, Lang::En),
            REGIONS[region].short.en
        ))
        .count(kilometres)
        .words(" km. An orange line parts the districts of two hubs."),
    ]
}

fn abroad_ko(facts: &Facts) -> Vec<Sentence> {
    let (boston, korea, japan) = (&facts.boston, &facts.korea, &facts.japan);
    vec![
        Sentence::from("칼럼은 보스턴과 케임브리지에서 연구개발 ")
            .count(boston.research)
            .words("명, 투자·경영 ")
            .count(boston.management)
            .words(format!(
                "명이 바이오 일을 한다고 적었다. {}년 두 도시의 인구 ",
                boston.people_year
            ))
            .count(boston.people)
            .words("명에 견주면 ")
            .percent(boston.share)
            .words(format!("다. 한국은 {}년 전국에서 ", korea.year))
            .count(korea.workers)
            .words("명, 인구 ")
            .count(korea.people)
            .words("명의 ")
            .figure(two_digits(korea.share), korea.share)
            .words("였다. 주 전체로 넓힌 미국 통계로는 같은 해 매사추세츠에서 ")
            .count(boston.state)
            .words("명이 바이오제약에 고용되어 있었다."),
        Sentence::from("일본은 커뮤니티를 인증한다. 확인한 것은 글로벌 ")
            .count(japan.global)
            .words("곳(큰 표식)과 지역 ")
            .count(japan.regional)
            .words("곳(작은 표식)이며, 도카이는 등록만 되었다(빈 표식)."),
    ]
}

fn abroad_en(facts: &Facts) -> Vec<Sentence> {
    let (boston, korea, japan) = (&facts.boston, &facts.korea, &facts.japan);
    vec![
        Sentence::from("The column says that ")
            .count(boston.research)
            .words(" people in Boston and Cambridge work in biotech research and ")
            .count(boston.management)
            .words(format!(
                " in its funding and management. Set against the {} residents of the two cities, ",
                boston.people_year
            ))
            .count(boston.people)
            .words(", that is ")
            .percent(boston.share)
            .words(". In all of Korea it was ")
            .count(korea.workers)
            .words(format!(" people in {}, or ", korea.year))
            .figure(two_digits(korea.share), korea.share)
            .words(" of ")
            .count(korea.people)
            .words(" residents. American statistics of that year, for the whole state of Massachusetts, have ")
            .count(boston.state)
            .words(" biopharma jobs."),
        Sentence::from("Japan certifies its communities. Found on record are ")
            .count(japan.global)
            .words(" global ones (large markers) and ")
            .count(japan.regional)
            .words(" regional ones (small); Tokai was only registered (hollow)."),
    ]
}

/// A percentage too small for one digit.
fn two_digits(share: Decimal) -> String {
    format!("{}%", share.grouped(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let mut names: Vec<_> = Step::ALL.map(|step| short(step, lang)).to_vec();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Step::ALL.len());
        }
    }
}
