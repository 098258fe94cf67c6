//! What the figures say about the nation: two findings, worked out from the data.

use super::Context;
use super::figure::{capital_trend, figure, short, sources_of_all_years};
use crate::chart::{Caption, Profile, ProfileRow};
use crate::headline;
use crate::indicator::Indicator;
use crate::markup::{Element, written};
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::region::REGIONS;
use crate::sentence::Sentence;
use crate::series;
use crate::text::Lang;

pub fn detail(cx: Context<'_>) -> String {
    written(
        firms_against_jobs(cx)
            .into_iter()
            .chain(makers_against_output(cx)),
    )
}

/// Where firms are and where jobs are: two counts of the same year that disagree.
fn firms_against_jobs(cx: Context<'_>) -> Option<Element> {
    let lang = cx.lang;
    let (firms, jobs) = (Indicator::BioFirms, Indicator::PharmaWorkers);
    let year = latest_common_year(&[firms, jobs, Indicator::Population])?;
    let (firm_share, job_share) = (
        headline::capital_share(firms, year)?,
        headline::capital_share(jobs, year)?,
    );
    let title = match lang {
        Lang::Ko => Sentence::from("수도권 비중, 바이오 기업으로 보면 ")
            .percent(firm_share)
            .words(", 의약품 일자리로 보면 ")
            .percent(job_share),
        Lang::En => Sentence::from("The capital region has ")
            .percent(firm_share)
            .words(" of biotech firms, ")
            .percent(job_share)
            .words(" of pharma jobs"),
    };
    let leads = lead(
        &measure::values(jobs, Measure::Share, year)?,
        &measure::values(firms, Measure::Share, year)?,
    );
    let shift = |sentence: Sentence, lead: &Lead| {
        sentence
            .words(REGIONS[lead.place].short.get(lang))
            .words(lang.pick("(", " ("))
            .percent(lead.firms)
            .words(" → ")
            .percent(lead.jobs)
            .words(")")
    };
    let reading = match (lang, leads) {
        (Lang::Ko, Some([most, least])) => {
            let start = Sentence::from(format!(
                "{year}년. 의약품 제조업 종사자 비중이 바이오 기업 비중을 가장 크게 웃도는 곳은 "
            ));
            let middle = shift(start, &most).words(", 가장 크게 밑도는 곳은 ");
            shift(middle, &least).words("이다. 무엇을 세느냐에 따라 지도가 달라진다.")
        }
        (Lang::En, Some([most, least])) => {
            let start = Sentence::from(format!(
                "{year}. The share of pharmaceutical jobs exceeds the share of biotech firms most in "
            ));
            let middle = shift(start, &most).words(" and falls short most in ");
            shift(middle, &least).words(". What is counted decides the map.")
        }
        (Lang::Ko, None) => Sentence::from(format!("{year}년.")),
        (Lang::En, None) => Sentence::from(format!("{year}.")),
    };
    let mut sources: Vec<&str> = Vec::new();
    let mut row = |indicator: Indicator| {
        let year = if series::find(indicator.definition().key, year).is_some() {
            year
        } else {
            series::years(indicator.definition().key).last()?
        };
        let series = series::find(indicator.definition().key, year)?;
        if !sources.contains(&series.source) {
            sources.push(series.source);
        }
        let share = headline::capital_share(indicator, year)?;
        Some(ProfileRow {
            label: format!("{} {year}", short(indicator).get(lang)),
            share: Some(share),
            text: percent(share),
        })
    };
    let rows = Indicator::ALL
        .into_iter()
        .filter(|indicator| *indicator != Indicator::Population)
        .filter_map(&mut row)
        .collect();
    let reference = row(Indicator::Population)?;
    let chart = Profile {
        caption: Caption {
            id: "capital-profile".to_string(),
            title: title.plain(),
            description: reading.plain(),
        },
        columns: [
            lang.text().indicator.to_string(),
            lang.text().capital_share.to_string(),
        ],
        rows,
        reference,
    };
    Some(figure(
        cx,
        title,
        reading.within("p"),
        chart.draw(),
        &sources,
    ))
}

/// Device makers gather in the capital region while its part of what they make shrinks.
fn makers_against_output(cx: Context<'_>) -> Option<Element> {
    let lang = cx.lang;
    let shown = [
        Indicator::DeviceMakers,
        Indicator::DeviceWorkers,
        Indicator::DeviceProduction,
    ];
    let years: Vec<u16> = series::years(shown[0].definition().key).collect();
    let (first, last) = (*years.first()?, *years.last()?);
    let share = |indicator, year| headline::capital_share(indicator, year);
    let (makers, output) = (shown[0], shown[2]);
    let (makers_then, makers_now) = (share(makers, first)?, share(makers, last)?);
    let (output_then, output_now) = (share(output, first)?, share(output, last)?);
    let parted = makers_now > makers_then && output_now < output_then;
    let title = match parted {
        true => cx.pick(
            "의료기기 업체는 수도권에 더 모이고, 생산액 비중은 줄었다",
            "Device makers gather in the capital region, its share of output falls",
        ),
        false => cx.pick(
            "의료기기의 수도권 비중",
            "Medical devices: the capital region's share",
        ),
    };
    let caution = output.definition().caution.get(lang);
    let reading = match lang {
        Lang::Ko => Sentence::from(format!("{first}년에서 {last}년 사이 수도권의 업체 비중은 "))
            .percent(makers_then)
            .words("에서 ")
            .percent(makers_now)
            .words("로, 생산액 비중은 ")
            .percent(output_then)
            .words("에서 ")
            .percent(output_now)
            .words(format!("로 바뀌었다. {caution}")),
        Lang::En => Sentence::from(format!(
            "From {first} to {last} the capital region went from "
        ))
        .percent(makers_then)
        .words(" to ")
        .percent(makers_now)
        .words(" of makers and from ")
        .percent(output_then)
        .words(" to ")
        .percent(output_now)
        .words(format!(" of output. {caution}")),
    };
    let caption = Caption {
        id: "device-trend".to_string(),
        title: title.to_string(),
        description: reading.plain(),
    };
    let chart = capital_trend(cx, caption, &shown);
    let sources = sources_of_all_years(&shown);
    Some(figure(cx, title, reading.within("p"), chart, &sources))
}

/// A region where two shares lie far apart.
struct Lead {
    place: usize,
    firms: Decimal,
    jobs: Decimal,
}

/// The regions where the share of jobs exceeds that of firms most, and least; `None` where no region has
/// both.
fn lead(jobs: &Values, firms: &Values) -> Option<[Lead; 2]> {
    let gap = |place: usize| Some(jobs[place]?.to_f64() - firms[place]?.to_f64());
    let places = || (0..REGIONS.len()).filter_map(|place| Some((place, gap(place)?)));
    let by_gap = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1);
    let lead = |place: usize| {
        Some(Lead {
            place,
            firms: firms[place]?,
            jobs: jobs[place]?,
        })
    };
    let (most, least) = (places().max_by(by_gap)?.0, places().min_by(by_gap)?.0);
    Some([lead(most)?, lead(least)?])
}

fn latest_common_year(indicators: &[Indicator]) -> Option<u16> {
    let has = |year: u16| {
        indicators
            .iter()
            .all(|indicator| series::find(indicator.definition().key, year).is_some())
    };
    series::years(indicators.first()?.definition().key)
        .filter(|&year| has(year))
        .last()
}

fn percent(share: Decimal) -> String {
    format!("{}%", share.grouped(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_gaps_are_found_and_a_missing_value_is_no_gap() {
        let row = |values: &[Option<i64>]| {
            let mut out = [None; REGIONS.len()];
            for (slot, value) in out.iter_mut().zip(values) {
                *slot = value.map(Decimal::whole);
            }
            out
        };
        let jobs = row(&[Some(5), Some(60), None, Some(20)]);
        let firms = row(&[Some(50), Some(10), Some(30), Some(20)]);
        let leads = lead(&jobs, &firms).map(|leads| leads.map(|lead| lead.place));
        assert_eq!(leads, Some([1, 0]));
        assert!(lead(&row(&[]), &firms).is_none());
    }
}
