//! The catchments as a file: one row a 시군구 and rule.

use core::fmt::Write as _;

use super::census::Catchments;
use super::rule::Rule;
use crate::geometry::Boundaries;
use crate::great_circle::great_circle_km;
use crate::package::Package;

/// Its name under `data/`.
pub const FILE: &str = "catchments.csv";

/// Rule, code and name of the 시군구, its 시도, its point, the hub's id, kilometres to it, residents of 2022 and
/// establishments of 2020; an empty cell is not published.
pub fn csv(package: &Package, boundaries: &Boundaries) -> String {
    let mut out = String::from(
        "rule,sigungu_code,sigungu_ko,sido_code,lat,lon,hub_id,km,population_2022,establishments_2020\n",
    );
    for rule in Rule::ALL {
        let catchments = Catchments::of(package, boundaries, rule);
        for (unit, &place) in catchments.units.iter().zip(&catchments.of_unit) {
            let hub = &catchments.list[place].hub;
            let shown = |value: Option<crate::number::Decimal>| {
                value.map_or_else(String::new, crate::number::Decimal::full)
            };
            // Names and ids have neither commas nor quotes; a test holds that.
            let _ = writeln!(
                out,
                "{},{},{},{},{:.4},{:.4},{},{:.1},{},{}",
                rule.slug(),
                unit.code,
                unit.name_ko,
                unit.region.as_str(),
                unit.point.0,
                unit.point.1,
                hub.id.as_str(),
                great_circle_km(unit.point, hub.point),
                shown(unit.population),
                shown(unit.establishments),
            );
        }
    }
    out
}
