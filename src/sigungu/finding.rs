//! The title over a map of the 시군구: what its figures add up to.

use super::definition::{Base, RESIDENTS, RESIDENTS_YEAR};
use super::district::Districts;
use super::field::{Field, Reading};
use crate::correlation::spearman;
use crate::number::Decimal;
use crate::particle::Particle;
use crate::text::{Lang, Name};

/// The finding.
///
/// For what may be added up: in how little of the country half of it is. For real output, which may not:
/// how far the highest is above the middle.
pub fn title(field: &Field, districts: &Districts, lang: Lang) -> String {
    let definition = field.context.definition();
    let found = match definition.key.starts_with("gva_") {
        true => top(field, districts, lang),
        false => half(field, lang),
    };
    found.unwrap_or_else(|| definition.name.get(lang).to_owned())
}

fn half(field: &Field, lang: Lang) -> Option<String> {
    let definition = field.context.definition();
    let Half { part, whole } = Half::of(field)?;
    let share = Decimal::ratio(part * 100, whole, 1)?.grouped(1);
    let Name { ko, en } = definition.thing;
    let is_people = definition.key == RESIDENTS;
    let (lies, live) = match en.ends_with('s') {
        _ if is_people => ("산다", "live"),
        true => ("있다", "are"),
        false => ("있다", "is"),
    };
    Some(match (definition.base, lang) {
        (Base::Area, Lang::Ko) => format!("{ko}의 절반이 넓이의 {share}%에 {lies}"),
        (Base::Area, Lang::En) => format!("Half of {en} {live} on {share}% of the land"),
        (Base::Residents(_), Lang::Ko) => {
            format!("{ko}의 절반이 인구의 {share}%가 사는 시군구에 {lies}")
        }
        (Base::Residents(_), Lang::En) => {
            format!("Half of {en} {live} where {share}% of the people live")
        }
        (Base::Whole, Lang::Ko) => format!("{ko}의 절반이 시군구 {part}곳에 {lies}"),
        (Base::Whole, Lang::En) => {
            format!("Half of {en} {live} in {part} of {whole} municipalities")
        }
    })
}

/// The places with the highest values that together have half of the amount, in the unit of the base.
struct Half {
    part: i128,
    whole: i128,
}

impl Half {
    fn of(field: &Field) -> Option<Half> {
        let total: i128 = field.published().iter().map(|it| scaled(it.amount)).sum();
        let is_count = field.context.definition().base == Base::Whole;
        let base = |it: &Reading| if is_count { 1 } else { scaled(it.base) };
        let whole: i128 = field.published().iter().map(base).sum();
        let (mut reached, mut part) = (0, 0);
        for reading in field.published() {
            reached += scaled(reading.amount);
            part += base(reading);
            if reached * 2 >= total {
                return (total > 0).then_some(Half { part, whole });
            }
        }
        None
    }
}

/// With four digits behind the point, which no row exceeds.
fn scaled(decimal: Decimal) -> i128 {
    let rest = 4_u32.saturating_sub(u32::from(decimal.decimals));
    i128::from(decimal.units) * 10_i128.pow(rest)
}

fn top(field: &Field, districts: &Districts, lang: Lang) -> Option<String> {
    let definition = field.context.definition();
    let highest = field.published().first()?;
    let times = Decimal::ratio(scaled(highest.value), scaled(field.median()?), 1)?.grouped(1);
    let name = unit_name(districts, &highest.unit, lang)?;
    let what = definition.name.get(lang);
    Some(match lang {
        Lang::Ko => format!(
            "{what}: {} 가운데 값의 {times}배",
            Particle::Topic.on(&name)
        ),
        Lang::En => format!("{what}: {name} has {times} times the middle value"),
    })
}

/// The name of a unit of `sigungu.csv`, which is a district or a whole city.
fn unit_name(districts: &Districts, unit: &str, lang: Lang) -> Option<String> {
    if let Some(district) = districts.all.iter().find(|district| district.code == unit) {
        return Some(district.full_name(lang));
    }
    let district = districts.all.iter().find(|district| {
        let city = district.city.as_ref();
        city.is_some_and(|(code, _)| code == unit)
    })?;
    let (_, name) = district.city.as_ref()?;
    let region = district.region.region().short.get(lang);
    let name = crate::search::district_name(name, lang);
    Some(match lang {
        Lang::Ko => format!("{region} {name}"),
        Lang::En => format!("{name}, {region}"),
    })
}

/// What is measured, in what unit and year: 인구밀도(명/㎢), 2022.
pub fn measured(field: &Field, lang: Lang) -> String {
    let definition = field.context.definition();
    let (name, unit) = (definition.name.get(lang), definition.unit.get(lang));
    // A name that says its unit need not say it twice.
    if name.contains(unit) && lang == Lang::En {
        format!("{name}, {}", definition.year)
    } else {
        format!("{name}({unit}), {}", definition.year).replace('(', lang.pick("(", " ("))
    }
}

/// The line under the title.
pub fn deck(field: &Field, lang: Lang) -> String {
    let (measured, published) = (measured(field, lang), field.published().len());
    match lang {
        Lang::Ko => format!(
            "{measured}. 시군구 경계 250곳, 공표 단위 {published}곳. 배경 수치이며 바이오 통계가 아니다."
        ),
        Lang::En => format!(
            "{measured}. 250 municipal outlines, published for {published} units. Context, not biotech statistics."
        ),
    }
}

/// From this rank correlation on a map of counts is said to be one of population.
const MUCH: Decimal = Decimal {
    units: 6,
    decimals: 1,
};

/// That a count is to a large part population, where the ranks say so.
pub fn count_map_warning(field: &Field, districts: &Districts, lang: Lang) -> Option<String> {
    let definition = field.context.definition();
    if definition.base != Base::Whole || definition.key == RESIDENTS {
        return None;
    }
    let pairs = field.published().iter().map(|reading| {
        let people = districts.row(RESIDENTS, &reading.unit, RESIDENTS_YEAR);
        (Some(reading.value), people.map(|row| row.value))
    });
    let (values, people): (Vec<_>, Vec<_>) = pairs.unzip();
    let likeness = spearman(&values, &people).filter(|likeness| *likeness >= MUCH)?;
    let likeness = likeness.grouped(2);
    Some(match lang {
        Lang::Ko => format!(
            "수를 그린 지도는 상당 부분 인구를 그린 지도다. 이 값의 순서는 인구의 순서와 닮았다(스피어만 순위상관 {likeness})."
        ),
        Lang::En => format!(
            "A map of counts is to a large part a map of population: the order of these values is like that of population (Spearman's rank correlation {likeness})."
        ),
    })
}
