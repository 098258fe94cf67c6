//! The 17 시도 (provinces and metropolitan cities): the join key of everything on the map.

use core::fmt;

use crate::text::Name;

/// How many 시도 there are today.
pub const REGION_COUNT: usize = 17;

/// A two-digit 행정안전부 code of one of the 17 시도 as they stand today.
///
/// A value of this type is always one of [`REGIONS`]: [`RegionCode::parse`] is the only door. Codes that
/// were withdrawn (42 강원도, 45 전라북도) are refused, so that old data cannot join silently.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(u8);

impl RegionCode {
    /// Reads `"43"`; `None` for anything that is not one of today's 17 codes.
    pub fn parse(code: &str) -> Option<Self> {
        REGIONS
            .iter()
            .find(|region| region.digits == code)
            .map(|region| region.code)
    }

    /// The place of this region in [`REGIONS`] and in every series of 17 values.
    pub fn index(self) -> usize {
        // The linear search cannot miss: a code is only ever made from a row of the table.
        REGIONS
            .iter()
            .position(|region| region.code == self)
            .unwrap_or(0)
    }

    /// The row of [`REGIONS`] with this code.
    pub fn region(self) -> &'static Region {
        &REGIONS[self.index()]
    }

    /// The two digits, as in the data package and in URLs.
    pub fn as_str(self) -> &'static str {
        self.region().digits
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One 시도.
#[derive(Debug)]
pub struct Region {
    pub code: RegionCode,
    /// The code as text: `"51"`.
    pub digits: &'static str,
    /// The official name: 강원특별자치도, Gangwon State.
    pub name: Name,
    /// The name that fits a label: 강원, Gangwon.
    pub short: Name,
    /// The official Korean name before the last renaming, where a reader may still look for it.
    pub former: Option<&'static str>,
    /// 서울, 인천 and 경기 make up the capital region (수도권정비계획법).
    pub capital: bool,
}

/// All 17, in code order.
pub static REGIONS: [Region; REGION_COUNT] = [
    region(
        11,
        "11",
        ("서울특별시", "Seoul"),
        ("서울", "Seoul"),
        None,
        true,
    ),
    region(
        26,
        "26",
        ("부산광역시", "Busan"),
        ("부산", "Busan"),
        None,
        false,
    ),
    region(
        27,
        "27",
        ("대구광역시", "Daegu"),
        ("대구", "Daegu"),
        None,
        false,
    ),
    region(
        28,
        "28",
        ("인천광역시", "Incheon"),
        ("인천", "Incheon"),
        None,
        true,
    ),
    region(
        29,
        "29",
        ("광주광역시", "Gwangju"),
        ("광주", "Gwangju"),
        None,
        false,
    ),
    region(
        30,
        "30",
        ("대전광역시", "Daejeon"),
        ("대전", "Daejeon"),
        None,
        false,
    ),
    region(
        31,
        "31",
        ("울산광역시", "Ulsan"),
        ("울산", "Ulsan"),
        None,
        false,
    ),
    region(
        36,
        "36",
        ("세종특별자치시", "Sejong"),
        ("세종", "Sejong"),
        None,
        false,
    ),
    region(
        41,
        "41",
        ("경기도", "Gyeonggi"),
        ("경기", "Gyeonggi"),
        None,
        true,
    ),
    region(
        43,
        "43",
        ("충청북도", "North Chungcheong"),
        ("충북", "Chungbuk"),
        None,
        false,
    ),
    region(
        44,
        "44",
        ("충청남도", "South Chungcheong"),
        ("충남", "Chungnam"),
        None,
        false,
    ),
    region(
        46,
        "46",
        ("전라남도", "South Jeolla"),
        ("전남", "Jeonnam"),
        None,
        false,
    ),
    region(
        47,
        "47",
        ("경상북도", "North Gyeongsang"),
        ("경북", "Gyeongbuk"),
        None,
        false,
    ),
    region(
        48,
        "48",
        ("경상남도", "South Gyeongsang"),
        ("경남", "Gyeongnam"),
        None,
        false,
    ),
    region(
        50,
        "50",
        ("제주특별자치도", "Jeju"),
        ("제주", "Jeju"),
        Some("제주도"),
        false,
    ),
    region(
        51,
        "51",
        ("강원특별자치도", "Gangwon"),
        ("강원", "Gangwon"),
        Some("강원도"),
        false,
    ),
    region(
        52,
        "52",
        ("전북특별자치도", "Jeonbuk"),
        ("전북", "Jeonbuk"),
        Some("전라북도"),
        false,
    ),
];

const fn region(
    code: u8,
    digits: &'static str,
    name: (&'static str, &'static str),
    short: (&'static str, &'static str),
    former: Option<&'static str>,
    capital: bool,
) -> Region {
    Region {
        code: RegionCode(code),
        digits,
        name: Name {
            ko: name.0,
            en: name.1,
        },
        short: Name {
            ko: short.0,
            en: short.1,
        },
        former,
        capital,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_finds_its_own_row() {
        for (index, region) in REGIONS.iter().enumerate() {
            assert_eq!(RegionCode::parse(region.digits), Some(region.code));
            assert_eq!(region.code.index(), index);
            assert_eq!(format!("{:?}", region.code), region.digits);
        }
    }

    #[test]
    fn withdrawn_and_malformed_codes_are_refused() {
        for code in ["42", "45", "00", "", "1", "111", "서울", "11 "] {
            assert_eq!(RegionCode::parse(code), None, "{code:?}");
        }
    }

    #[test]
    fn the_capital_region_is_seoul_incheon_and_gyeonggi() {
        let capital: Vec<_> = REGIONS
            .iter()
            .filter(|r| r.capital)
            .map(|r| r.digits)
            .collect();
        assert_eq!(capital, ["11", "28", "41"]);
    }
}
