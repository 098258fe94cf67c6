//! Small multiples: one drawing an indicator, a panel for each chosen region, one scale for all panels.
//!
//! Rates per 100,000 people where the indicator has them, so that large and small regions can be compared;
//! shares of the nation elsewhere. Indicators of one year are bars, those of several are lines over the
//! years. Lengths are integers, tenths of a unit of a `viewBox` that is 400 wide.

use super::scale::Scale;
use super::{Context, scrolling};
use crate::escape::escape;
use crate::headline;
use crate::indicator::Indicator;
use crate::markup::{Element, Node, el};
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::series;
use crate::text::Lang;

pub fn section(cx: Context<'_>) -> Element {
    let charts = Indicator::ALL
        .into_iter()
        .filter_map(|indicator| Multiple::of(cx, indicator))
        .map(|multiple| multiple.figure(cx));
    el("section")
        .class("compare-part")
        .with("id", "charts")
        .add(el("h2").add(cx.pick("같은 자로 보기", "On the same scale")))
        .add(el("p").add(cx.pick(
            "한 그림 안의 칸은 모두 같은 축을 쓴다. 인구 10만 명당 값이 있는 지표는 그 값, 없는 지표는 전국 비중이다.",
            "All panels of a drawing share their axes. Rates per 100,000 people where the indicator has them, shares of the nation elsewhere.",
        )))
        .add(el("div").class("multiples").all(charts))
}

/// An indicator over its years.
struct Multiple {
    indicator: Indicator,
    measure: Measure,
    /// Oldest first, at least one.
    years: Vec<(u16, Values)>,
    scale: Option<Scale>,
}

impl Multiple {
    /// `None` for an indicator without figures.
    fn of(cx: Context<'_>, indicator: Indicator) -> Option<Multiple> {
        let measures = indicator.definition().measures;
        let measure = match measures.contains(&Measure::Per100k) {
            true => Measure::Per100k,
            false => Measure::Share,
        };
        let years: Vec<(u16, Values)> = measure::years(indicator, measure)
            .into_iter()
            .filter_map(|year| Some((year, measure::values(indicator, measure, year)?)))
            .collect();
        let chosen = || cx.regions.iter().map(|code| code.index());
        let shown = years
            .iter()
            .flat_map(|(_, values)| chosen().filter_map(|place| values[place]));
        let scale = Scale::of(shown);
        (!years.is_empty()).then_some(Multiple {
            indicator,
            measure,
            scale,
            years,
        })
    }

    fn first(&self) -> u16 {
        self.years.first().map_or(0, |(year, _)| *year)
    }

    fn last(&self) -> u16 {
        self.years.last().map_or(0, |(year, _)| *year)
    }

    fn figure(&self, cx: Context<'_>) -> Element {
        let title = headline::measured(self.indicator, self.measure, cx.lang);
        let sources = self.sources();
        el("figure")
            .class("chart-figure")
            .add(
                el("figcaption")
                    .add(el("b").add(title.clone()))
                    .add(el("p").class("reading").add(self.axes(cx))),
            )
            .add(Node::Written(self.drawing(cx, &title)))
            .add(self.twin(cx, &title))
            .add(
                el("p")
                    .class("credit")
                    .add(cx.lang.text().source)
                    .add(" ")
                    .add(cx.sources(&sources)),
            )
    }

    /// The scale in words.
    fn axes(&self, cx: Context<'_>) -> String {
        let Some(scale) = self.scale else {
            return cx.lang.text().no_data.to_string();
        };
        let (end, first, last) = (scale.said(), self.first(), self.last());
        let break_said = match (self.break_before(), cx.lang) {
            (None, _) => String::new(),
            (Some(year), Lang::Ko) => {
                format!(". {year}년에 조사 틀이 바뀐 것으로 보여 선을 끊었다")
            }
            (Some(year), Lang::En) => {
                format!(". The line is broken before {year}, when the frame may have changed")
            }
        };
        match (cx.lang, first == last) {
            (Lang::Ko, true) => format!("막대는 모두 0에서 {end}까지, {last}년"),
            (Lang::En, true) => format!("All bars from 0 to {end}; {last}"),
            (Lang::Ko, false) => {
                format!(
                    "칸마다 세로 0에서 {end}까지, 가로 {first}~{last}년, 수는 {last}년 값{break_said}"
                )
            }
            (Lang::En, false) => format!(
                "Every panel from 0 to {end}, {first} to {last}; the number is of {last}{break_said}"
            ),
        }
    }

    /// The census of establishments seems to have changed its frame then.
    fn break_before(&self) -> Option<u16> {
        (self.indicator == Indicator::PharmaEstablishments).then_some(2023)
    }

    /// The ids of the sources of all years, each once, the people's after the indicator's own.
    fn sources(&self) -> Vec<&'static str> {
        let own = self.indicator.definition().key;
        let people = Indicator::Population.definition().key;
        let is_rate = self.measure == Measure::Per100k;
        let mut ids = Vec::new();
        for key in [Some(own), is_rate.then_some(people)].into_iter().flatten() {
            for (year, _) in &self.years {
                let id = series::find(key, *year).map(|series| series.source);
                if let Some(id) = id.filter(|id| !ids.contains(id)) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    fn drawing(&self, cx: Context<'_>, title: &str) -> String {
        let (height, content) = match self.years.len() {
            1 => self.bars(cx),
            _ => self.lines(cx),
        };
        let names: Vec<&str> = cx
            .regions
            .iter()
            .map(|code| code.region().short.get(cx.lang))
            .collect();
        let label = format!("{title}: {}. {}", names.join(", "), self.axes(cx));
        format!(
            "<svg class=\"chart\" viewBox=\"0 0 400 {height}\" role=\"img\" aria-label=\"{}\">{content}</svg>",
            escape(&label)
        )
    }

    fn shown(&self, value: Option<Decimal>, lang: Lang) -> String {
        value.map_or(lang.text().no_data.to_string(), |value| {
            value.grouped(self.measure.digits())
        })
    }

    fn bars(&self, cx: Context<'_>) -> (i64, String) {
        /// Units: a row, the bar in it, where bars begin and how long the longest is.
        const ROW: i64 = 20;
        const BAR: i64 = 10;
        const START: i64 = 76;
        const LENGTH: i64 = 264;
        let mut out = String::new();
        for (at, code) in cx.regions.iter().enumerate() {
            let top = at as i64 * ROW;
            let value = self.years[0].1[code.index()];
            let long = value.zip(self.scale);
            let long = long.map_or(0, |(value, scale)| scale.along(value, LENGTH * 10));
            out.push_str(&format!(
                "<text x=\"{}\" y=\"{base}\" text-anchor=\"end\">{}</text>\
                 <path class=\"bar strong\" d=\"M{START} {}h{}v{BAR}H{START}z\"/>\
                 <text x=\"{}\" y=\"{base}\">{}</text>",
                START - 8,
                escape(code.region().short.get(cx.lang)),
                top + (ROW - BAR) / 2,
                tenths(long),
                tenths(long + (START + 6) * 10),
                self.shown(value, cx.lang),
                base = top + 14,
            ));
        }
        let height = cx.regions.len() as i64 * ROW;
        out.push_str(&format!("<path class=\"rule\" d=\"M{START} 0V{height}\"/>"));
        (height, out)
    }

    fn lines(&self, cx: Context<'_>) -> (i64, String) {
        /// Units: panels in a row, a panel's size, and where its axes are inside of it.
        const ACROSS: i64 = 5;
        const WIDTH: i64 = 80;
        const HEIGHT: i64 = 92;
        const LEFT: i64 = 2;
        const LENGTH: i64 = 70;
        const TOP: i64 = 34;
        const TALL: i64 = 48;
        let span = i64::from(self.last() - self.first()).max(1);
        let mut out = String::new();
        for (at, code) in cx.regions.iter().enumerate() {
            let (left, top) = (
                at as i64 % ACROSS * WIDTH + LEFT,
                at as i64 / ACROSS * HEIGHT,
            );
            let point = |year: u16, value: Decimal| {
                let along = i64::from(year - self.first()) * LENGTH * 10 / span;
                let up = self.scale.map_or(0, |scale| scale.along(value, TALL * 10));
                (left * 10 + along, (top + TOP + TALL) * 10 - up)
            };
            // A line for each run of years that can be joined.
            let mut path = String::new();
            let mut is_open = false;
            let mut end = None;
            for (year, values) in &self.years {
                let Some(value) = values[code.index()] else {
                    is_open = false;
                    continue;
                };
                let (x, y) = point(*year, value);
                let is_joined = is_open && self.break_before() != Some(*year);
                path.push(if is_joined { 'L' } else { 'M' });
                path.push_str(&format!("{} {}", tenths(x), tenths(y)));
                // A run of one year is a dot: a line of no length with round ends.
                if !is_joined {
                    path.push_str("h0");
                }
                is_open = true;
                end = Some((x, y));
            }
            let latest = self
                .years
                .last()
                .and_then(|(_, values)| values[code.index()]);
            out.push_str(&format!(
                "<text class=\"name\" x=\"{left}\" y=\"{}\">{}</text><text x=\"{left}\" y=\"{}\">{}</text>\
                 <path class=\"rule\" d=\"M{left} {}h{LENGTH}\"/><path class=\"grid\" d=\"M{left} {}h{LENGTH}\"/>\
                 <path class=\"line\" d=\"{path}\"/>",
                top + 12,
                escape(code.region().short.get(cx.lang)),
                top + 27,
                self.shown(latest, cx.lang),
                top + TOP + TALL,
                top + TOP,
            ));
            if let Some((x, y)) = end {
                out.push_str(&format!(
                    "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"3\"/>",
                    tenths(x),
                    tenths(y)
                ));
            }
        }
        let rows = (cx.regions.len() as i64 + ACROSS - 1) / ACROSS;
        (
            rows * HEIGHT - 6,
            format!("<g class=\"series-1\">{out}</g>"),
        )
    }

    /// The table that says the same: years down, regions across.
    fn twin(&self, cx: Context<'_>, title: &str) -> Element {
        let column = |words: &str| el("th").with("scope", "col").add(words);
        let head = el("tr").add(column(cx.lang.text().year)).all(
            cx.regions
                .iter()
                .map(|code| column(code.region().short.get(cx.lang))),
        );
        let rows = self.years.iter().rev().map(|(year, values)| {
            let cells = cx.regions.iter().map(|code| {
                let value = values[code.index()];
                el("td")
                    .with("data-value", value.map_or(String::new(), Decimal::full))
                    .add(self.shown(value, cx.lang))
            });
            let year = year.to_string();
            el("tr")
                .add(el("th").with("scope", "row").add(year))
                .all(cells)
        });
        let table = el("table")
            .add(el("thead").add(head))
            .add(el("tbody").all(rows));
        el("details")
            .class("twin")
            .add(el("summary").add(cx.pick("표로 보기", "As a table")))
            .add(scrolling(title, table))
    }
}

/// Tenths of a unit as units: 125 as `12.5`.
fn tenths(tenths: i64) -> String {
    Decimal {
        units: tenths,
        decimals: 1,
    }
    .full()
}
