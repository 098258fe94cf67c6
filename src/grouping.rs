//! The ways to see the 17 시도 together: alone, or as members of wider regions (권역).
//!
//! Who belongs where is compiled in by `build.rs` from `macro_regions.csv`, which names the source of every
//! membership; the capital region is that of [`crate::region`]. A scheme is a partition: `build.rs` refuses
//! one that leaves a 시도 out or has it twice, so 2002's industry belts are none.
//!
//! What is shown of the map in one scheme is shown of its *units*, numbered from 0: the 시도 themselves, or
//! the groups in the order of the data package.

use crate::escape::joined;
use crate::region::{REGION_COUNT, REGIONS, Region};
use crate::series::Series;
use crate::text::{Lang, Name};

/// A way to group the 시도.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Grouping {
    /// Each by itself.
    #[default]
    Sido,
    /// The 5+2 wide economic regions of 2008.
    FivePlusTwo,
    /// Five poles and three special self-governing provinces, 2025.
    FivePolesThreeSpecial,
    /// The capital region and everything else.
    Capital,
}

/// The groups of one scheme.
struct Partition {
    names: &'static [Name],
    /// For each 시도, in the order of [`REGIONS`], its group.
    group_of: [u8; REGION_COUNT],
}

// static PARTITIONS: [Partition; 3], in the order of Grouping's variants but the first.
include!(concat!(env!("OUT_DIR"), "/groupings.rs"));

/// Up to so many members are named one by one.
const NAMED: usize = 4;

impl Grouping {
    pub const ALL: [Grouping; 4] = [
        Grouping::Sido,
        Grouping::FivePlusTwo,
        Grouping::FivePolesThreeSpecial,
        Grouping::Capital,
    ];

    /// The short name in URLs.
    pub fn slug(self) -> &'static str {
        match self {
            Grouping::Sido => "sido",
            Grouping::FivePlusTwo => "5p2",
            Grouping::FivePolesThreeSpecial => "5k3t",
            Grouping::Capital => "capital",
        }
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Self> {
        Grouping::ALL
            .into_iter()
            .find(|grouping| grouping.slug() == slug)
    }

    /// What the values are "by": 시·도(별), by province.
    pub fn name(self) -> Name {
        match self {
            Grouping::Sido => Name {
                ko: "시·도",
                en: "province",
            },
            Grouping::FivePlusTwo => Name {
                ko: "5+2 광역경제권",
                en: "5+2 economic region",
            },
            Grouping::FivePolesThreeSpecial => Name {
                ko: "5극 3특 권역",
                en: "5-pole, 3-special region",
            },
            Grouping::Capital => Name {
                ko: "수도권·비수도권",
                en: "capital region or not",
            },
        }
    }

    /// What one unit is called where units are counted: 17개 시·도, 7 wide regions.
    pub fn noun(self, lang: Lang) -> &'static str {
        match self {
            Grouping::Sido => lang.pick("시·도", "regions"),
            _ => lang.pick("권역", "wide regions"),
        }
    }

    pub fn is_grouped(self) -> bool {
        self != Grouping::Sido
    }

    fn partition(self) -> Option<&'static Partition> {
        PARTITIONS.get((self as usize).checked_sub(1)?)
    }

    /// How many units there are.
    #[inline(never)]
    pub fn count(self) -> usize {
        self.partition()
            .map_or(REGION_COUNT, |partition| partition.names.len())
    }

    /// The unit of the 시도 at `place` in [`REGIONS`].
    #[inline(never)]
    pub fn unit_of(self, place: usize) -> usize {
        self.partition()
            .map_or(place, |partition| usize::from(partition.group_of[place]))
    }

    /// The places of the 시도 that make up a unit, in the order of [`REGIONS`].
    pub fn members(self, unit: usize) -> impl Iterator<Item = usize> {
        (0..REGION_COUNT).filter(move |&place| self.unit_of(place) == unit)
    }

    /// The name that fits a label: 충북, 충청권.
    #[inline(never)]
    pub fn label(self, unit: usize, lang: Lang) -> &'static str {
        match self.partition() {
            Some(partition) => partition.names[unit].get(lang),
            None => REGIONS[unit].short.get(lang),
        }
    }

    /// The name in full: 충청북도, 충청권(대전·세종·충북·충남).
    pub fn full_name(self, unit: usize, lang: Lang) -> String {
        if !self.is_grouped() {
            return REGIONS[unit].name.get(lang).to_string();
        }
        let label = self.label(unit, lang);
        let count = self.members(unit).count();
        // One member says nothing that the name does not, and fourteen say too much.
        if count == 1 || count > NAMED {
            return label.to_string();
        }
        let members = self.members_named(unit, lang);
        joined(&[label, lang.pick("(", " ("), &members, ")"])
    }

    /// 대전·세종·충북·충남; "Daejeon, Sejong, Chungbuk, Chungnam".
    pub fn members_named(self, unit: usize, lang: Lang) -> String {
        self.listed(unit, lang.pick("·", ", "), &|region| {
            region.short.get(lang)
        })
    }

    /// The codes of a unit's members, parted by spaces: what finds the unit by any of them.
    pub fn codes(self, unit: usize) -> String {
        self.listed(unit, " ", &|region| region.digits)
    }

    #[inline(never)] // twice would cost the page two hundred bytes
    fn listed(self, unit: usize, between: &str, of: &dyn Fn(&Region) -> &'static str) -> String {
        let mut out = String::new();
        for place in self.members(unit) {
            if !out.is_empty() {
                out.push_str(between);
            }
            out.push_str(of(&REGIONS[place]));
        }
        out
    }

    /// Whether a unit lies in the capital region, with all its members.
    pub fn is_capital(self, unit: usize) -> bool {
        self.members(unit).all(|place| REGIONS[place].capital)
    }

    /// A unit's count: the sum over its members, `None` as soon as one of them is not published.
    ///
    /// A sum of the rest would be read as the whole group's, and be too small by an unknown amount: missing
    /// is not zero.
    #[inline(never)]
    pub fn sum(self, unit: usize, series: &Series) -> Option<i64> {
        self.members(unit).map(|place| series.value(place)).sum()
    }

    /// What holds of a unit, for each of its members: from units to places.
    pub fn spread<T: Copy>(self, units: &[T; REGION_COUNT]) -> [T; REGION_COUNT] {
        core::array::from_fn(|place| units[self.unit_of(place)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::MISSING;

    #[track_caller]
    fn check(grouping: Grouping, names: &[&str]) {
        let found: Vec<_> = (0..grouping.count())
            .map(|unit| grouping.full_name(unit, Lang::Ko))
            .collect();
        assert_eq!(found, names);
    }

    #[test]
    fn groups_have_the_members_of_the_data_package() {
        check(
            Grouping::FivePlusTwo,
            &[
                "수도권(서울·인천·경기)",
                "충청권(대전·세종·충북·충남)",
                "호남권(광주·전남·전북)",
                "대경권(대구·경북)",
                "동남권(부산·울산·경남)",
                "강원권",
                "제주권",
            ],
        );
        check(
            Grouping::FivePolesThreeSpecial,
            &[
                "수도권(서울·인천·경기)",
                "동남권(부산·울산·경남)",
                "대경권(대구·경북)",
                "중부권(대전·세종·충북·충남)",
                "호남권(광주·전남)",
                "제주특별자치도",
                "강원특별자치도",
                "전북특별자치도",
            ],
        );
        check(Grouping::Capital, &["수도권(서울·인천·경기)", "비수도권"]);
    }

    #[test]
    fn every_region_is_in_one_unit_of_every_scheme() {
        for grouping in Grouping::ALL {
            let mut members: Vec<usize> = (0..grouping.count())
                .flat_map(|unit| grouping.members(unit))
                .collect();
            members.sort_unstable();
            assert_eq!(
                members,
                (0..REGION_COUNT).collect::<Vec<_>>(),
                "{grouping:?}"
            );
            assert!((0..grouping.count()).all(|unit| grouping.members(unit).next().is_some()));
            assert_eq!(Grouping::parse(grouping.slug()), Some(grouping));
        }
    }

    #[test]
    fn a_group_with_a_missing_member_has_no_sum() {
        let mut series = Series {
            key: "",
            year: 2022,
            decimals: 0,
            units: [1; REGION_COUNT],
            nation: None,
            source: "",
        };
        let of = |series: &Series| [0, 1].map(|unit| Grouping::Capital.sum(unit, series));
        assert_eq!(of(&series), [Some(3), Some(14)]);
        series.units[0] = 0;
        assert_eq!(of(&series), [Some(2), Some(14)]);
        series.units[0] = MISSING;
        assert_eq!(of(&series), [None, Some(14)]);
    }
}
