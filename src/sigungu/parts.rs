//! What changes with the context indicator: title, legend, source, table. The browser fetches these as a
//! file and puts each `data-part` in the place of the one on the page.

use super::district::Districts;
use super::field::{Field, Reading};
use super::{Context, finding};
use crate::classify::Tone;
use crate::markup::{Element, el};
use crate::number::Decimal;
use crate::panel;
use crate::picture::Swatch;
use crate::region::RegionCode;
use crate::text::Lang;

/// What all parts are made from.
#[derive(Clone, Copy)]
pub(crate) struct View<'v> {
    pub cx: panel::Context<'v>,
    pub field: &'v Field,
    pub districts: &'v Districts,
}

impl View<'_> {
    fn lang(&self) -> Lang {
        self.cx.lang
    }
}

/// `<option>`s of all contexts.
pub(crate) fn select(chosen: Context, lang: Lang) -> Element {
    let options = Context::ALL.map(|context| {
        let name = context.definition().name.get(lang);
        let option = el("option").with("value", context.slug());
        let option = if context == chosen {
            option.with("selected", "")
        } else {
            option
        };
        option.add(name)
    });
    el("label")
        .class("choice")
        .add(el("span").add(lang.pick("배경 지표", "Context")))
        .add(
            el("select")
                .with("name", "context")
                .with("autocomplete", "off")
                .all(options),
        )
}

/// Title and deck.
pub(crate) fn headline(view: View<'_>) -> Element {
    let View {
        field, districts, ..
    } = view;
    el("div")
        .class("headline")
        .with("data-part", "headline")
        .add(el("h1").add(finding::title(field, districts, view.lang())))
        .add(el("p").class("deck").add(finding::deck(field, view.lang())))
}

/// Classes with bounds and numbers of outlines, which sum to `among` or to all 250.
pub(crate) fn legend(view: View<'_>, among: Option<RegionCode>) -> Element {
    let (field, lang) = (view.field, view.lang());
    let count = |tone: Tone| {
        let places = field.classes.tones.iter().zip(&view.districts.all);
        let here = places.filter(|(_, it)| among.is_none_or(|code| it.region == code));
        here.filter(|(other, _)| **other == tone).count()
    };
    let rows = classes(field, lang).into_iter().map(|(tone, bounds)| {
        el("li")
            .with("data-tone", tone.slug())
            .add(el("i").class("swatch"))
            .add(el("span").class("bounds").add(bounds))
            .add(el("span").class("count").add(count(tone).to_string()))
    });
    el("div")
        .class("tones-of")
        .with("data-part", "legend")
        .add(
            el("p")
                .class("legend-title")
                .add(finding::measured(field, lang)),
        )
        .add(el("p").class("legend-note").add(lang.pick(
            "전국 5분위 · 오른쪽은 시군구 수",
            "quintiles of the nation · municipalities",
        )))
        .add(el("ol").class("tones plain").all(rows))
}

/// The classes with their bounds, and what has no data.
fn classes(field: &Field, lang: Lang) -> Vec<(Tone, String)> {
    let digits = field.context.definition().digits;
    let mut rows = Vec::new();
    if field.classes.zero > 0 {
        rows.push((Tone::Zero, lang.text().zero.to_owned()));
    }
    for class in &field.classes.classes {
        let (low, high) = (class.lowest.grouped(digits), class.highest.grouped(digits));
        let bounds = match low == high {
            true => low,
            false => format!("{low}–{high}"),
        };
        rows.push((class.tone, bounds));
    }
    rows.push((Tone::Missing, lang.text().no_data.to_owned()));
    rows
}

/// The same for the page's picture: no data is said only where there is none.
pub(crate) fn swatches(field: &Field, lang: Lang) -> Vec<Swatch> {
    let is_there = |tone: &Tone| *tone != Tone::Missing || field.classes.tones.contains(tone);
    classes(field, lang)
        .into_iter()
        .filter(|(tone, _)| is_there(tone))
        .map(|(tone, bounds)| Swatch {
            tone: tone.slug(),
            bounds,
        })
        .collect()
}

/// Who counted, with links, and whose borders these are.
pub(crate) fn source(view: View<'_>) -> Element {
    let lang = view.lang();
    let ids = view.field.sources.iter().map(String::as_str);
    el("p")
        .class("source-line")
        .with("data-part", "source")
        .add(el("b").add(lang.text().source))
        .add(" ")
        .add(panel::entries(view.cx, ids))
        .add(" ")
        .add(el("span").add(lang.text().borders_credit))
}

/// What the figures are not, and why some repeat.
pub(crate) fn notes(view: View<'_>) -> Element {
    let View {
        cx,
        field,
        districts,
    } = view;
    let warning = finding::count_map_warning(field, districts, cx.lang);
    let is_of_city = |(place, reading): (usize, &Option<Reading>)| {
        let own = &districts.all[place].code;
        reading.as_ref().is_some_and(|reading| reading.unit != *own)
    };
    let repeated = field.readings.iter().enumerate().any(is_of_city).then(|| {
        cx.pick(
            "‘시 전체’는 구별로 공표되지 않은 시의 값이다. 구마다 같은 값이 되풀이되므로 더하지 말 것.",
            "“Whole city” is the value of a city that is not published by district: it repeats for each district, so do not add it up.",
        )
        .to_owned()
    });
    el("div")
        .class("caution")
        .with("data-part", "notes")
        .add(
            el("p")
                .add(el("b").add(cx.pick(
                    "시군구별 바이오 기업·종사자 통계는 공개된 것이 없다.",
                    "No public source counts biotech firms or jobs by municipality.",
                )))
                .add(cx.pick(
                    " 이 지도는 클러스터가 어떤 곳에 있는지 살피는 배경이다.",
                    " This map is background: what kind of place a cluster stands in.",
                )),
        )
        .add(el("p").add(field.context.definition().note.get(cx.lang)))
        .all(warning.map(|words| el("p").add(words)))
        .all(repeated.map(|words| el("p").add(words)))
}

/// The rows of a region, or of all, in the order of the outlines. `labels` are for the map, which the
/// browser paints from this table.
pub(crate) fn table(view: View<'_>, among: Option<RegionCode>, labels: Labels) -> Element {
    let View {
        cx,
        field,
        districts,
    } = view;
    let lang = cx.lang;
    let mut head = vec![
        cx.pick("시군구", "Municipality").to_owned(),
        finding::measured(field, lang),
        cx.pick("순위", "Rank").to_owned(),
    ];
    if among.is_none() {
        head.insert(0, cx.pick("시·도", "Region").to_owned());
    }
    let mut last = None;
    let rows = districts
        .all
        .iter()
        .enumerate()
        .filter(|(_, it)| among.is_none_or(|code| it.region == code))
        .map(|(place, district)| {
            let mut row = el("tr")
                .with("id", format!("u{}", district.code))
                .with("data-tone", field.classes.tones[place].slug());
            if labels == Labels::Written {
                row = row.with("data-label", label(field, districts, place, lang));
            }
            if among.is_none() {
                let is_first = last.replace(district.region) != Some(district.region);
                let cell = el("td").add(district.region.region().short.get(lang));
                row = row.add(match is_first {
                    true => cell.with("id", format!("r{}", district.region.as_str())),
                    false => cell,
                });
            }
            let (value, rank) = cells(view, place);
            row.add(el("th").with("scope", "row").add(district.name(lang)))
                .add(value)
                .add(rank)
        });
    el("table")
        .with("data-part", "table")
        .with("data-sortable", "")
        .add(el("thead").add(panel::sortable_head(head)))
        .add(el("tbody").all(rows))
}

/// Whether rows carry what the map says of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Labels {
    Written,
    /// The map beside the table has them already.
    OnTheMap,
}

fn cells(view: View<'_>, place: usize) -> (Element, Element) {
    let lang = view.lang();
    let Some(reading) = &view.field.readings[place] else {
        let missing = el("td").with("data-value", "").add(lang.text().no_data);
        return (missing, el("td").with("data-value", "").add("–"));
    };
    let digits = view.field.context.definition().digits;
    let is_of_city = reading.unit != view.districts.all[place].code;
    let whole_city = is_of_city.then(|| {
        let words = lang.pick("시 전체 ", "whole city ");
        el("span").class("muted").add(words)
    });
    let rank = view.field.rank(reading).to_string();
    (
        el("td")
            .with("data-value", reading.value.rounded(digits).full())
            .all(whole_city)
            .add(reading.value.grouped(digits)),
        el("td").with("data-value", rank.clone()).add(rank),
    )
}

/// What a shape is called: 충북 청주시 상당구: 906명/㎢(시 전체), 247곳 가운데 112위.
pub fn label(field: &Field, districts: &Districts, place: usize, lang: Lang) -> String {
    let district = &districts.all[place];
    let name = district.full_name(lang);
    let Some(reading) = &field.readings[place] else {
        return format!("{name}: {}", lang.text().no_data);
    };
    let definition = field.context.definition();
    let value = with_unit(
        reading.value,
        definition.digits,
        definition.unit.get(lang),
        lang,
    );
    let whole = match (reading.unit != district.code, lang) {
        (false, _) => "",
        (true, Lang::Ko) => "(시 전체)",
        (true, Lang::En) => " (whole city)",
    };
    let (rank, of) = (field.rank(reading), field.published().len());
    match lang {
        Lang::Ko => format!("{name}: {value}{whole}, {of}곳 중 {rank}위"),
        Lang::En => format!("{name}: {value}{whole}, rank {rank} of {of}"),
    }
}

fn with_unit(value: Decimal, digits: u8, unit: &str, lang: Lang) -> String {
    let value = value.grouped(digits);
    match lang {
        Lang::Ko => format!("{value}{unit}"),
        Lang::En => format!("{value} {unit}"),
    }
}
