//! How a count is read: as it is, as a share of the nation, per 100,000 people, or as a location quotient.
//!
//! All four are integer arithmetic on the published counts, so the server and the browser cannot disagree.

use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::region::REGION_COUNT;
use crate::series::{self, Series};
use crate::text::Name;

/// A way of reading an indicator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Measure {
    /// The published count.
    #[default]
    Count,
    /// Percent of the sum over the 17 regions.
    Share,
    /// Per 100,000 registered residents of the same year.
    Per100k,
    /// `(region's count / nation's count) / (region's base / nation's base)`; 1 is the national mix.
    LocationQuotient,
}

impl Measure {
    pub const ALL: [Measure; 4] = [
        Measure::Count,
        Measure::Share,
        Measure::Per100k,
        Measure::LocationQuotient,
    ];

    /// The short name in URLs.
    pub fn slug(self) -> &'static str {
        match self {
            Measure::Count => "count",
            Measure::Share => "share",
            Measure::Per100k => "per100k",
            Measure::LocationQuotient => "lq",
        }
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Self> {
        Measure::ALL
            .into_iter()
            .find(|measure| measure.slug() == slug)
    }

    /// The control's words.
    pub fn name(self) -> Name {
        match self {
            Measure::Count => Name {
                ko: "수",
                en: "Count",
            },
            Measure::Share => Name {
                ko: "전국 비중",
                en: "Share",
            },
            Measure::Per100k => Name {
                ko: "인구 10만 명당",
                en: "Per 100,000",
            },
            Measure::LocationQuotient => Name {
                ko: "입지계수",
                en: "Location quotient",
            },
        }
    }

    /// Digits behind the point on screen.
    pub fn digits(self) -> u8 {
        match self {
            Measure::Count => 0,
            Measure::Share | Measure::Per100k => 1,
            Measure::LocationQuotient => 2,
        }
    }
}

/// Digits kept behind the point of a derived value; what `data-value` carries.
const KEPT: u8 = 8;

/// One value a region, in the order of [`crate::region::REGIONS`]; `None` is missing, never zero.
pub type Values = [Option<Decimal>; REGION_COUNT];

/// The values of an indicator in a year under a measure.
///
/// `None` where the combination does not exist (a measure the indicator does not have, a year without
/// data, or a year without its denominator).
pub fn values(indicator: Indicator, measure: Measure, year: u16) -> Option<Values> {
    units(indicator, measure, year, Grouping::Sido)
}

/// The values of the units of a grouping; `None` behind the last unit and for units that are not published
/// in full.
///
/// Counts are summed over the members first, and so are people and the bases of quotients: a group's rate is
/// its count over its people, never a mean of rates. The nation stays the sum over the 17 regions.
pub fn units(
    indicator: Indicator,
    measure: Measure,
    year: u16,
    grouping: Grouping,
) -> Option<Values> {
    let definition = indicator.definition();
    if !definition.measures.contains(&measure) {
        return None;
    }
    let series = series::find(definition.key, year)?;
    let base = match measure {
        Measure::Count => None,
        // Published as a share already: nothing to divide by.
        Measure::Share if indicator == Indicator::RndShare => None,
        Measure::Share => None,
        Measure::Per100k => Some(series::find(Indicator::Population.definition().key, year)?),
        Measure::LocationQuotient => Some(series::find(definition.lq_base?, year)?),
    };
    let total = series.total();
    let mut out = [None; REGION_COUNT];
    for (unit, slot) in out.iter_mut().enumerate().take(grouping.count()) {
        *slot = grouping.sum(unit, series).and_then(|count| {
            let (count, total) = (i128::from(count), i128::from(total));
            match (measure, base) {
                (Measure::Count, _) => Some(series.decimal(count as i64)),
                (Measure::Share, _) if indicator == Indicator::RndShare => {
                    Some(series.decimal(count as i64))
                }
                (Measure::Share, _) => Decimal::ratio(count * 100, total, KEPT),
                (Measure::Per100k, Some(people)) => {
                    let people = i128::from(grouping.sum(unit, people)?);
                    Decimal::ratio(count * 100_000, people * series.scale(), KEPT)
                }
                (Measure::LocationQuotient, Some(base)) => Decimal::ratio(
                    count * i128::from(base.total()),
                    total * i128::from(grouping.sum(unit, base)?),
                    KEPT,
                ),
                _ => None,
            }
        });
    }
    Some(out)
}

/// The years for which [`values`] answers, oldest first.
pub fn years(indicator: Indicator, measure: Measure) -> Vec<u16> {
    series::years(indicator.definition().key)
        .filter(|&year| values(indicator, measure, year).is_some())
        .collect()
}

impl Series {
    fn decimal(&self, units: i64) -> Decimal {
        Decimal {
            units,
            decimals: self.decimals,
        }
    }

    fn scale(&self) -> i128 {
        10_i128.pow(u32::from(self.decimals))
    }
}

/// The sum over the regions in the indicator's unit; `None` for published shares, which have no sum of
/// their own.
pub fn national_total(indicator: Indicator, year: u16) -> Option<Decimal> {
    if !indicator.definition().measures.contains(&Measure::Count) {
        return None;
    }
    let series = series::find(indicator.definition().key, year)?;
    Some(series.decimal(series.total()))
}
