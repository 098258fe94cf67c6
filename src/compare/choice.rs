//! What is compared, and its spelling in the hash.

use crate::cluster::ClusterId;
use crate::indicator::Indicator;
use crate::measure::{self, Measure};
use crate::rank;
use crate::region::{REGIONS, RegionCode};
use crate::text::Lang;

/// How many fit side by side.
pub const MOST: usize = 10;

/// How many regions stand there before anything is chosen.
const AT_FIRST: usize = 5;

/// A region or a cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Region(RegionCode),
    Cluster(ClusterId),
}

impl Place {
    /// Reads `43` or `cb-osong`; `None` for anything else.
    pub fn parse(key: &str) -> Option<Self> {
        RegionCode::parse(key)
            .map(Place::Region)
            .or_else(|| ClusterId::parse(key).map(Place::Cluster))
    }

    /// What [`Place::parse`] reads.
    pub fn key(self) -> &'static str {
        match self {
            Place::Region(code) => code.as_str(),
            Place::Cluster(id) => id.as_str(),
        }
    }

    /// The short name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Place::Region(code) => code.region().short.get(lang),
            Place::Cluster(id) => id.cluster().label.get(lang),
        }
    }
}

/// Up to [`MOST`] places, each once, in the order in which they were chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    pub places: Vec<Place>,
    /// The first that was asked for and found no room.
    pub left_out: Option<Place>,
}

impl Choice {
    /// The regions with most bio firms, most first.
    pub fn at_first() -> Self {
        let indicator = Indicator::BioFirms;
        let year = measure::years(indicator, Measure::Count).last().copied();
        let values = year.and_then(|year| measure::values(indicator, Measure::Count, year));
        let order = rank::order(&values.unwrap_or_default());
        Choice {
            places: order
                .into_iter()
                .take(AT_FIRST)
                .map(|place| Place::Region(REGIONS[place].code))
                .collect(),
            left_out: None,
        }
    }

    /// Reads `11,43,cb-osong`. What is no place or comes twice is passed over; an empty list is an empty
    /// choice, and a list without any place the first one, since it cannot have been meant.
    pub fn parse(list: &str) -> Self {
        let mut choice = Choice {
            places: Vec::new(),
            left_out: None,
        };
        // Some programs write a comma so, or hang something of their own onto an address.
        let list = list.split('&').next().unwrap_or_default();
        let list = list.replace("%2C", ",");
        for place in list.split(',').filter_map(Place::parse) {
            if choice.places.contains(&place) {
                continue;
            }
            if choice.places.len() == MOST {
                choice.left_out = Some(place);
                break;
            }
            choice.places.push(place);
        }
        if choice.places.is_empty() && !list.is_empty() {
            return Choice::at_first();
        }
        choice
    }

    /// What [`Choice::parse`] reads.
    pub fn spelling(&self) -> String {
        let mut out = String::new();
        for place in &self.places {
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(place.key());
        }
        out
    }

    pub fn regions(&self) -> Vec<RegionCode> {
        let region = |place: &Place| match place {
            Place::Region(code) => Some(*code),
            Place::Cluster(_) => None,
        };
        self.places.iter().filter_map(region).collect()
    }

    pub fn clusters(&self) -> Vec<ClusterId> {
        let cluster = |place: &Place| match place {
            Place::Cluster(id) => Some(*id),
            Place::Region(_) => None,
        };
        self.places.iter().filter_map(cluster).collect()
    }

    /// "고른 곳 5 / 10".
    pub fn counted(&self, lang: Lang) -> String {
        let count = self.places.len();
        match lang {
            Lang::Ko => format!("고른 곳 {count} / {MOST}"),
            Lang::En => format!("Chosen: {count} of {MOST}"),
        }
    }

    /// The choice in a sentence, to be said aloud.
    pub fn said(&self, lang: Lang) -> String {
        let mut said = self.counted(lang);
        for (at, place) in self.places.iter().enumerate() {
            said.push_str(if at == 0 { ": " } else { ", " });
            said.push_str(place.name(lang));
        }
        said.push('.');
        if let Some(words) = self.left_out_said(lang) {
            said.push(' ');
            said.push_str(&words);
        }
        said
    }

    /// That there was no room, and for whom.
    pub fn left_out_said(&self, lang: Lang) -> Option<String> {
        let name = self.left_out?.name(lang);
        Some(match lang {
            Lang::Ko => format!("{MOST}곳까지 담을 수 있어 {name} 자리는 없습니다."),
            Lang::En => format!("There is no room for {name}: {MOST} is the most."),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &str, expected: &str) {
        assert_eq!(Choice::parse(list).spelling(), expected, "{list:?}");
    }

    #[test]
    fn a_list_is_read_in_its_order_each_place_once() {
        check("11,43,cb-osong", "11,43,cb-osong");
        check("cb-osong,11,cb-osong,11", "cb-osong,11");
        check("", "");
        check("42,11,nowhere,,43", "11,43");
        check("11%2C43", "11,43");
        check("11,43&from=mail", "11,43");
    }

    #[test]
    fn a_list_without_a_place_is_the_first_choice() {
        let first = Choice::at_first().spelling();
        for hostile in ["00", "<script>", "42,45", ",,,", "%00", "१１"] {
            check(hostile, &first);
        }
        assert_eq!(Choice::at_first().places.len(), AT_FIRST);
    }

    #[test]
    fn ten_is_the_most_and_the_next_is_named() {
        let every: Vec<&str> = REGIONS.iter().map(|region| region.digits).collect();
        let choice = Choice::parse(&every.join(","));
        assert_eq!(choice.places.len(), MOST);
        assert_eq!(choice.left_out.map(Place::key), Some(every[MOST]));
        let ko = choice.said(Lang::Ko);
        assert!(ko.contains("10곳까지") && ko.contains("충남 자리"), "{ko}");
        let en = choice.said(Lang::En);
        assert!(en.contains("no room for Chungnam"), "{en}");
    }
}
