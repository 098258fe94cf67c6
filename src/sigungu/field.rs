//! A context indicator over the 250: a reading each, and classes.

use std::collections::BTreeMap;

use super::Context;
use super::classes::Classes;
use super::definition::{AREA, Base, RESIDENTS, RESIDENTS_YEAR};
use super::district::{District, Districts};
use crate::number::Decimal;
use crate::rank::insertion_sort;

/// Digits behind the point that rates are worked out to.
const RATE_DECIMALS: u8 = 4;

/// What a context says of a 시군구.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    pub value: Decimal,
    /// The code of the unit that the figure was published for: its own, or that of its city.
    pub unit: String,
    /// What the value is a part of the nation's sum of, for findings.
    pub amount: Decimal,
    /// What it was divided by: residents or square kilometres, and 1 where nothing.
    pub base: Decimal,
}

/// A context over all districts.
#[derive(Debug)]
pub struct Field {
    pub context: Context,
    /// In the order of [`Districts::all`]; `None` where nothing is published.
    pub readings: Vec<Option<Reading>>,
    pub classes: Classes,
    /// The ids of the sources of rows and base.
    pub sources: Vec<String>,
    /// The readings by unit, each published figure once, largest value first.
    published: Vec<Reading>,
}

impl Field {
    pub fn of(context: Context, districts: &Districts) -> Field {
        let mut sources = Vec::new();
        let readings: Vec<Option<Reading>> = districts
            .all
            .iter()
            .map(|district| reading(context, districts, district, &mut sources))
            .collect();
        let by_unit: BTreeMap<&str, &Reading> = readings
            .iter()
            .flatten()
            .map(|reading| (reading.unit.as_str(), reading))
            .collect();
        let mut published: Vec<Reading> = by_unit.into_values().cloned().collect();
        insertion_sort(&mut published, |a, b| a.value > b.value);
        let cut: Vec<Decimal> = published.iter().map(|reading| reading.value).collect();
        let values: Vec<Option<Decimal>> = readings
            .iter()
            .map(|reading| Some(reading.as_ref()?.value))
            .collect();
        Field {
            context,
            classes: Classes::quantiles(&cut, &values),
            readings,
            sources,
            published,
        }
    }

    /// Each published figure once, largest first: 247 or 229 units, fewer where rows are left out.
    pub fn published(&self) -> &[Reading] {
        &self.published
    }

    /// The rank of a reading among [`Field::published`]; equal values share the better one.
    pub fn rank(&self, reading: &Reading) -> usize {
        let above = self
            .published
            .iter()
            .filter(|other| other.value > reading.value);
        1 + above.count()
    }

    /// The value in the middle of [`Field::published`], the upper of two.
    pub fn median(&self) -> Option<Decimal> {
        let middle = self.published.len().checked_sub(1)? / 2;
        self.published.get(middle).map(|reading| reading.value)
    }
}

/// From the district's own rows, or else from its city's: never one row of each.
fn reading(
    context: Context,
    districts: &Districts,
    district: &District,
    sources: &mut Vec<String>,
) -> Option<Reading> {
    let city = district.city.as_ref().map(|(code, _)| code.as_str());
    [Some(district.code.as_str()), city]
        .into_iter()
        .flatten()
        .find_map(|unit| read(context, districts, unit, sources))
}

fn read(
    context: Context,
    districts: &Districts,
    unit: &str,
    sources: &mut Vec<String>,
) -> Option<Reading> {
    let definition = context.definition();
    let rows = districts.row(definition.key, unit, definition.year)?;
    let (base, per) = match definition.base {
        Base::Whole => (None, 1),
        Base::Area => (Some(districts.row(AREA, unit, AREA_YEAR)?), 1),
        Base::Residents(per) => (Some(districts.row(RESIDENTS, unit, RESIDENTS_YEAR)?), per),
    };
    for row in [Some(rows), base].into_iter().flatten() {
        if !sources.contains(&row.source) {
            sources.push(row.source.clone());
        }
    }
    let amount = rows.value;
    let value = match base {
        None => amount,
        Some(base) => divided(amount, definition.times * per, base.value)?,
    };
    Some(Reading {
        value,
        unit: unit.to_owned(),
        amount,
        base: base.map_or(Decimal::whole(1), |base| base.value),
    })
}

/// The year in the rows of the area.
const AREA_YEAR: u16 = 2023;

/// `amount · times / base`, exact but for the last digit.
fn divided(amount: Decimal, times: i64, base: Decimal) -> Option<Decimal> {
    let shift = |digits: u8| 10_i128.pow(u32::from(digits));
    Decimal::ratio(
        i128::from(amount.units) * i128::from(times) * shift(base.decimals),
        i128::from(base.units) * shift(amount.decimals),
        RATE_DECIMALS,
    )
}
