//! What a view shows, in a paragraph: for who cannot see the map, for search engines, for alt texts.
//!
//! What is shown, where and when; who has most and least; how concentrated it is; what is missing; and where
//! the reader stands. Every word follows from the figures, so that it is true of every view.

use crate::concentration;
use crate::grouping::Grouping;
use crate::headline;
use crate::indicator::Indicator;
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::particle::Particle;
use crate::rank;
use crate::region::REGION_COUNT;
use crate::sentence::Sentence;
use crate::series;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The paragraph. A selected cluster has no figure of its own: its view is described as the nation's.
pub fn describe(state: &ViewState, lang: Lang) -> Sentence {
    let view = View::of(state, lang);
    let parts = [
        Some(view.subject()),
        view.extremes(),
        view.whole(),
        Some(view.missing()),
        view.selected(),
    ];
    parts
        .into_iter()
        .flatten()
        .reduce(|so_far, next| so_far.words(" ").then(next))
        .unwrap_or_default()
}

/// The most names that are listed where several share a value.
const LISTED: usize = 3;

struct View<'s> {
    state: &'s ViewState,
    lang: Lang,
    units: Values,
    /// Units that have a value, largest first.
    known: Vec<(usize, Decimal)>,
}

impl<'s> View<'s> {
    fn of(state: &'s ViewState, lang: Lang) -> Self {
        let units = state.units();
        let known = rank::order(&units)
            .into_iter()
            .filter_map(|unit| Some((unit, units[unit]?)))
            .collect();
        View {
            state,
            lang,
            units,
            known,
        }
    }

    fn name(&self, unit: usize) -> &'static str {
        self.state.grouping.label(unit, self.lang)
    }

    fn worded(&self, value: Decimal) -> String {
        let (indicator, measure) = (self.state.indicator(), self.state.measure());
        headline::worded(value, indicator, measure, self.lang)
    }

    /// "17개 시·도의 2022년 바이오 기업(곳) 지도다."
    fn subject(&self) -> Sentence {
        let (state, lang) = (self.state, self.lang);
        let what = headline::measured(state.indicator(), state.measure(), lang);
        let (year, count) = (state.year(), state.grouping.count());
        let by = state.grouping.name().get(lang);
        Sentence::from(match (lang, state.grouping) {
            (Lang::Ko, Grouping::Sido) => {
                format!("{count}개 시·도의 {year}년 {what} 지도다.")
            }
            (Lang::Ko, _) => {
                let into = Particle::Toward.on(&format!("{count}개 권역({by})"));
                format!("{REGION_COUNT}개 시·도를 {into} 묶은 {year}년 {what} 지도다.")
            }
            (Lang::En, Grouping::Sido) => format!("Map of {count} regions, {year}: {what}."),
            (Lang::En, _) => format!(
                "Map of {REGION_COUNT} regions grouped into {count} by {by}, {year}: {what}."
            ),
        })
    }

    /// Who has most, who follows, who has least.
    fn extremes(&self) -> Option<Sentence> {
        let (&(_, most), &(_, least)) = (self.known.first()?, self.known.last()?);
        if let [one, two] = self.known.as_slice() {
            return Some(self.both(*one, *two));
        }
        let holders = |value: Decimal| -> Vec<usize> {
            let same = self.known.iter().filter(|(_, other)| *other == value);
            same.map(|(unit, _)| *unit).collect()
        };
        let (top, bottom) = (holders(most), holders(least));
        if most == least {
            return Some(self.all_alike(most));
        }
        let runners = if top.len() == 1 { self.runners() } else { &[] };
        Some(match self.lang {
            Lang::Ko => self.extremes_in_korean((&top, most), runners, (&bottom, least)),
            Lang::En => self.extremes_in_english((&top, most), runners, (&bottom, least)),
        })
    }

    /// Up to two that follow the first, as long as each place is one unit's alone.
    fn runners(&self) -> &[(usize, Decimal)] {
        let value = |at: usize| self.known.get(at).map(|(_, value)| *value);
        let is_alone = |at: &usize| value(*at) != value(at + 1) && value(*at) != value(at - 1);
        let count = (1..=2)
            .take_while(is_alone)
            .take_while(|at| *at < self.known.len() - 1)
            .count();
        &self.known[1..=count]
    }

    fn extremes_in_korean(
        &self,
        (top, most): (&[usize], Decimal),
        runners: &[(usize, Decimal)],
        (bottom, least): (&[usize], Decimal),
    ) -> Sentence {
        let (much, little) = match self.state.measure() {
            Measure::LocationQuotient => ("높", "낮"),
            _ => ("많", "적"),
        };
        let mut out = self
            .holders_in_korean(top, most)
            .words(format!(" 가장 {much}"));
        out = if runners.is_empty() {
            out.words("다. ")
        } else {
            out.words("고 ")
                .then(self.listed(runners, ", "))
                .words(" 순이다. ")
        };
        out.then(self.holders_in_korean(bottom, least))
            .words(format!(" 가장 {little}다."))
    }

    /// "세종이 4곳으로", "대구·제주가 각각 32곳으로".
    fn holders_in_korean(&self, units: &[usize], value: Decimal) -> Sentence {
        let each = if units.len() > 1 { " 각각 " } else { " " };
        Sentence::from(self.listing(units))
            .particle(Particle::Subject)
            .words(each)
            .figure(self.worded(value), value)
            .particle(Particle::Toward)
    }

    fn extremes_in_english(
        &self,
        (top, most): (&[usize], Decimal),
        runners: &[(usize, Decimal)],
        (bottom, least): (&[usize], Decimal),
    ) -> Sentence {
        let mut out = Sentence::from("Highest: ").then(self.holders_in_english(top, most));
        if !runners.is_empty() {
            out = out.words("; then ").then(self.listed(runners, " and "));
        }
        out.words(". Lowest: ")
            .then(self.holders_in_english(bottom, least))
            .words(".")
    }

    fn holders_in_english(&self, units: &[usize], value: Decimal) -> Sentence {
        let each = if units.len() > 1 { " each" } else { "" };
        Sentence::from(format!("{}, ", self.listing(units)))
            .figure(self.worded(value), value)
            .words(each)
    }

    /// "대구·제주", or the first with the number of all where they are many.
    fn listing(&self, units: &[usize]) -> String {
        let names: Vec<&str> = units.iter().map(|unit| self.name(*unit)).collect();
        match (self.lang, names.as_slice()) {
            (Lang::Ko, [first, ..]) if names.len() > LISTED => {
                format!("{first} 등 {}곳", names.len())
            }
            (Lang::En, [first, rest @ ..]) if names.len() > LISTED => {
                format!("{first} and {} others", rest.len())
            }
            (Lang::Ko, _) => names.join("·"),
            (Lang::En, [but_the_last @ .., last]) if !but_the_last.is_empty() => {
                format!("{} and {last}", but_the_last.join(", "))
            }
            (Lang::En, _) => names.concat(),
        }
    }

    /// "서울(266곳), 대전(87곳)".
    fn listed(&self, units: &[(usize, Decimal)], between: &str) -> Sentence {
        let open = self.lang.pick("(", " (");
        let one = |(unit, value): &(usize, Decimal)| {
            Sentence::from(format!("{}{open}", self.name(*unit)))
                .figure(self.worded(*value), *value)
                .words(")")
        };
        units
            .iter()
            .map(one)
            .reduce(|so_far, next| so_far.words(between).then(next))
            .unwrap_or_default()
    }

    fn both(&self, one: (usize, Decimal), two: (usize, Decimal)) -> Sentence {
        match self.lang {
            Lang::Ko => {
                let part = |(unit, value): (usize, Decimal)| {
                    Sentence::from(self.name(unit))
                        .particle(Particle::Topic)
                        .words(" ")
                        .figure(self.worded(value), value)
                };
                let copula = |part: Sentence| match Particle::Subject.after(&part.plain()) {
                    "가" => part.words("다."),
                    _ => part.words("이다."),
                };
                part(one).words(", ").then(copula(part(two)))
            }
            Lang::En => self.listed(&[one, two], ", ").words("."),
        }
    }

    fn all_alike(&self, value: Decimal) -> Sentence {
        let sentence = Sentence::from(self.lang.pick("모두 ", "All alike: "));
        let sentence = sentence.figure(self.worded(value), value);
        sentence.words(self.lang.pick(" 값으로 같다.", "."))
    }

    /// What holds of the nation as a whole.
    fn whole(&self) -> Option<Sentence> {
        match self.state.measure() {
            Measure::Count => self.concentration(),
            // The groups' shares have been said.
            Measure::Share if self.state.grouping.is_grouped() => None,
            Measure::Share => self.concentration(),
            Measure::Per100k => self.national_rate(),
            Measure::LocationQuotient => Some(self.above_the_nation()),
        }
    }

    fn concentration(&self) -> Option<Sentence> {
        let (state, lang) = (self.state, self.lang);
        let capital = headline::capital_share(state.indicator(), state.year())?;
        let out = Sentence::from(lang.pick("수도권이 전국의 ", "The capital region holds "))
            .percent(capital);
        if state.grouping.is_grouped() {
            return Some(out.words(lang.pick("를 차지한다.", " of the nation.")));
        }
        let three = concentration::concentration_ratio(&self.units, 3)?;
        let gini = concentration::gini(&self.units)?;
        let (before, after, coefficient) = match lang {
            Lang::Ko => ("를, 상위 세 곳이 ", "를 차지한다. 지니 계수는 ", "이다."),
            Lang::En => (
                " of the nation, the three largest ",
                ". The Gini coefficient is ",
                ".",
            ),
        };
        let out = out.words(before).percent(three).words(after);
        let shown = gini.grouped(2);
        // 0.52다, 0.61이다.
        let copula = match (lang, Particle::Subject.after(&shown)) {
            (Lang::Ko, "가") => "다.",
            _ => coefficient,
        };
        Some(out.figure(shown, gini).words(copula))
    }

    fn national_rate(&self) -> Option<Sentence> {
        let (indicator, year) = (self.state.indicator(), self.state.year());
        let count = measure::national_total(indicator, year)?;
        let people = series::find(Indicator::Population.definition().key, year)?.total();
        let scale = 10_i128.pow(u32::from(count.decimals));
        let cases = i128::from(count.units) * 100_000;
        let rate = Decimal::ratio(cases, i128::from(people) * scale, 8)?;
        let sentence = Sentence::from(self.lang.pick("전국 값은 ", "Nation: "));
        let sentence = sentence.figure(self.worded(rate), rate);
        let ending = match (self.lang, Particle::Subject.after(&sentence.plain())) {
            (Lang::Ko, "가") => "다.",
            (Lang::Ko, _) => "이다.",
            (Lang::En, _) => ".",
        };
        Some(sentence.words(ending))
    }

    fn above_the_nation(&self) -> Sentence {
        let one = Decimal::whole(1);
        let above = self.known.iter().filter(|(_, value)| *value > one).count();
        Sentence::from(match self.lang {
            Lang::Ko => format!("전국 평균 1을 넘는 곳은 {above}곳이다."),
            Lang::En => format!("Above the national mix of 1: {above}."),
        })
    }

    fn missing(&self) -> Sentence {
        let missing: Vec<&str> = (0..self.state.grouping.count())
            .filter(|&unit| self.units[unit].is_none())
            .map(|unit| self.name(unit))
            .collect();
        said_of_missing(&missing, self.lang)
    }

    /// Where the selected region stands, or its group.
    fn selected(&self) -> Option<Sentence> {
        let Selection::Region(code) = self.state.selection else {
            return None;
        };
        let (grouping, lang) = (self.state.grouping, self.lang);
        let unit = grouping.unit_of(code.index());
        let (own, name) = (code.region().short.get(lang), self.name(unit));
        let who = match (grouping.is_grouped(), lang) {
            (false, Lang::Ko) => Particle::Topic.on(name),
            (false, Lang::En) => format!("{name}:"),
            (true, Lang::Ko) => format!(
                "{} 속한 {}",
                Particle::Subject.on(own),
                Particle::Topic.on(name)
            ),
            (true, Lang::En) => format!("{own} is in {name}:"),
        };
        let (Some(value), Some(place)) = (self.units[unit], rank::rank(&self.units, unit)) else {
            return Some(Sentence::from(match lang {
                Lang::Ko => format!("{who} 자료가 없다."),
                Lang::En => format!("{who} no data."),
            }));
        };
        let (at, of, noun) = (place.rank, place.of, grouping.noun(lang));
        let tied = match (place.tied, lang) {
            (false, _) => "",
            (true, Lang::Ko) => "공동 ",
            (true, Lang::En) => "joint ",
        };
        let sentence = Sentence::from(format!("{who} ")).figure(self.worded(value), value);
        Some(match lang {
            Lang::Ko => sentence
                .particle(Particle::Toward)
                .words(format!(" {of}개 {noun} 가운데 {tied}{at}위다.")),
            Lang::En => sentence.words(format!(", {tied}rank {at} of {of}.")),
        })
    }
}

fn said_of_missing(names: &[&str], lang: Lang) -> Sentence {
    Sentence::from(match (lang, names) {
        (Lang::Ko, []) => "빠진 값은 없다.".to_string(),
        (Lang::En, []) => "No value is missing.".to_string(),
        (Lang::Ko, _) => format!("자료가 없는 곳: {}.", names.join(", ")),
        (Lang::En, _) => format!("No data: {}.", names.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hash: &str, ko: &str, en: &str) {
        let state = ViewState::parse(hash, &ViewState::new(Selection::Nation));
        assert_eq!(describe(&state, Lang::Ko).plain(), ko);
        assert_eq!(describe(&state, Lang::En).plain(), en);
    }

    #[test]
    fn a_view_of_the_nation_is_described() {
        check(
            "",
            "17개 시·도의 2022년 바이오 기업(곳) 지도다. 경기가 358곳으로 가장 많고 서울(266곳), 대전(87곳) 순이다. 세종이 4곳으로 가장 적다. 수도권이 전국의 58.7%를, 상위 세 곳이 65.3%를 차지한다. 지니 계수는 0.62다. 빠진 값은 없다.",
            "Map of 17 regions, 2022: Biotech firms. Highest: Gyeonggi, 358 firms; then Seoul (266 firms) and Daejeon (87 firms). Lowest: Sejong, 4 firms. The capital region holds 58.7% of the nation, the three largest 65.3%. The Gini coefficient is 0.62. No value is missing.",
        );
    }

    #[test]
    fn a_selected_region_and_its_group_are_described() {
        check(
            "indicator=pharma-workers&measure=lq&region=43&group=5k3t",
            "17개 시·도를 8개 권역(5극 3특 권역)으로 묶은 2022년 의약품 제조업 종사자 입지계수(전국 = 1) 지도다. 중부권이 입지계수 2.78로 가장 높고 강원특별자치도(입지계수 1.63), 수도권(입지계수 1.02) 순이다. 동남권이 입지계수 0.17로 가장 낮다. 전국 평균 1을 넘는 곳은 3곳이다. 빠진 값은 없다. 충북이 속한 중부권은 입지계수 2.78로 8개 권역 가운데 1위다.",
            "Map of 17 regions grouped into 8 by 5-pole, 3-special region, 2022: Pharmaceutical manufacturing jobs, location quotient (nation = 1). Highest: Central (Chungcheong), LQ 2.78; then Gangwon (LQ 1.63) and Capital area (LQ 1.02). Lowest: Southeast, LQ 0.17. Above the national mix of 1: 3. No value is missing. Chungbuk is in Central (Chungcheong): LQ 2.78, rank 1 of 8.",
        );
        check(
            "group=capital",
            "17개 시·도를 2개 권역(수도권·비수도권)으로 묶은 2022년 바이오 기업(곳) 지도다. 수도권은 639곳, 비수도권은 450곳이다. 수도권이 전국의 58.7%를 차지한다. 빠진 값은 없다.",
            "Map of 17 regions grouped into 2 by capital region or not, 2022: Biotech firms. Capital region (639 firms), Rest of the country (450 firms). The capital region holds 58.7% of the nation. No value is missing.",
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(
            said_of_missing(&["세종", "제주"], Lang::Ko).plain(),
            "자료가 없는 곳: 세종, 제주."
        );
        assert_eq!(
            said_of_missing(&["Sejong"], Lang::En).plain(),
            "No data: Sejong."
        );
    }
}
