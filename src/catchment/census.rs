//! What lies in each catchment.

use super::rule::{Hub, Rule, hubs};
use super::unit::{Unit, units};
use crate::geometry::Boundaries;
use crate::great_circle::great_circle_km;
use crate::indicator::Indicator;
use crate::measure::{self, Measure, Values};
use crate::number::Decimal;
use crate::package::Package;
use crate::region::{REGIONS, RegionCode};

/// The year of firms and jobs, and of the population that distances are weighted with.
pub const YEAR: u16 = 2022;

/// The nation dealt out by one rule.
#[derive(Debug)]
pub struct Catchments {
    pub rule: Rule,
    /// Every 시군구, in the order of the crosswalk.
    pub units: Vec<Unit>,
    /// For each unit the place of its catchment in `list`.
    pub of_unit: Vec<usize>,
    /// One a hub, in the order of the data package.
    pub list: Vec<Catchment>,
}

/// A hub with the 시군구 that belong to it.
#[derive(Debug)]
pub struct Catchment {
    pub hub: Hub,
    /// Places in [`Catchments::units`], rising.
    pub members: Vec<usize>,
    /// Residents in 2022.
    pub population: Sum,
    /// Establishments of all industries in 2020.
    pub establishments: Sum,
    /// Kilometres to the hub, weighted by residents; `None` without residents.
    pub mean_km: Option<Decimal>,
    /// The farthest member, and how far it is.
    pub farthest: Option<(usize, Decimal)>,
    /// The 시도 that lie in it as a whole.
    pub whole: Vec<RegionCode>,
    /// Those of which only a part does.
    pub split: Vec<RegionCode>,
    /// Biotech firms of the 시도 in `whole`; those of split ones are known for no part of them.
    pub firms: Sum,
    /// Jobs in pharmaceutical manufacturing, likewise.
    pub jobs: Sum,
}

/// A sum over what is published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sum {
    pub value: Decimal,
    /// How many parts have no published value and are not in the sum.
    pub missing: usize,
}

impl Sum {
    /// Parts of different precision are added exactly.
    fn of(parts: impl IntoIterator<Item = Option<Decimal>>) -> Self {
        let mut sum = Sum {
            value: Decimal::whole(0),
            missing: 0,
        };
        for part in parts {
            let Some(part) = part else {
                sum.missing += 1;
                continue;
            };
            let decimals = part.decimals.max(sum.value.decimals);
            let scaled =
                |value: Decimal| value.units * 10_i64.pow(u32::from(decimals - value.decimals));
            sum.value = Decimal {
                units: scaled(sum.value) + scaled(part),
                decimals,
            };
        }
        sum
    }
}

impl Catchments {
    /// Deals the nation out among the documented hubs.
    pub fn of(package: &Package, boundaries: &Boundaries, rule: Rule) -> Catchments {
        let (units, hubs) = (units(package, boundaries), hubs(package));
        // Without a hub there is no catchment, and every place in it is answered for by no one.
        let of_unit: Vec<usize> = units
            .iter()
            .filter_map(|unit| rule.hub_of(unit.point, &hubs))
            .collect();
        let values = |indicator| measure::values(indicator, Measure::Count, YEAR);
        let (firms, jobs) = (
            values(Indicator::BioFirms),
            values(Indicator::PharmaWorkers),
        );
        let list = hubs
            .iter()
            .enumerate()
            .map(|(place, hub)| {
                Catchment::of(
                    *hub,
                    place,
                    &units,
                    &of_unit,
                    [firms.as_ref(), jobs.as_ref()],
                )
            })
            .collect();
        Catchments {
            rule,
            units,
            of_unit,
            list,
        }
    }
}

impl Catchment {
    fn of(
        hub: Hub,
        place: usize,
        units: &[Unit],
        of_unit: &[usize],
        [firms, jobs]: [Option<&Values>; 2],
    ) -> Self {
        let members: Vec<usize> = (0..of_unit.len())
            .filter(|&unit| of_unit[unit] == place)
            .collect();
        let distance = |&unit: &usize| great_circle_km(units[unit].point, hub.point);
        let people = |unit: &usize| units[*unit].population.map_or(0.0, Decimal::to_f64);
        let residents: f64 = members.iter().map(people).sum();
        let traveled: f64 = members
            .iter()
            .map(|unit| people(unit) * distance(unit))
            .sum();
        let farthest = members
            .iter()
            .max_by(|a, b| distance(a).total_cmp(&distance(b)))
            .map(|unit| (*unit, kilometres(distance(unit))));
        let lies_in = |code: RegionCode| {
            let all = units.iter().filter(|unit| unit.region == code).count();
            let here = members
                .iter()
                .filter(|&&unit| units[unit].region == code)
                .count();
            (here, all)
        };
        let regions = |is_wanted: fn(usize, usize) -> bool| -> Vec<RegionCode> {
            REGIONS
                .iter()
                .map(|region| region.code)
                .filter(|&code| {
                    let (here, all) = lies_in(code);
                    here > 0 && is_wanted(here, all)
                })
                .collect()
        };
        let (whole, split) = (
            regions(|here, all| here == all),
            regions(|here, all| here < all),
        );
        let of_whole = |values: Option<&Values>| {
            Sum::of(
                whole
                    .iter()
                    .map(|code| values.and_then(|values| values[code.index()])),
            )
        };
        Catchment {
            hub,
            population: Sum::of(members.iter().map(|&unit| units[unit].population)),
            establishments: Sum::of(members.iter().map(|&unit| units[unit].establishments)),
            mean_km: (residents > 0.0).then(|| kilometres(traveled / residents)),
            farthest,
            firms: of_whole(firms),
            jobs: of_whole(jobs),
            members,
            whole,
            split,
        }
    }
}

/// To a tenth of a kilometre.
fn kilometres(km: f64) -> Decimal {
    Decimal {
        units: (km * 10.0).round() as i64,
        decimals: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_counts_what_is_missing_and_never_takes_it_for_zero() {
        let half = Decimal {
            units: 5,
            decimals: 1,
        };
        let sum = Sum::of([Some(Decimal::whole(2)), None, Some(half)]);
        assert_eq!((sum.value.full().as_str(), sum.missing), ("2.5", 1));
    }
}
