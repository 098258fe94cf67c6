//! A cell that ought to name a province: by code, full, short, former, English or romanised name.

use std::collections::BTreeMap;

use kbio_atlas::search::{OTHER_SPELLINGS, keys, signs};
use kbio_atlas::{REGIONS, RegionCode};

/// What a cell names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Region(RegionCode),
    /// 전국, 합계, 계: a sum over the regions.
    Total,
    /// 수도권, 충청권: several regions.
    Group,
    /// A 시군구 or smaller.
    District,
    Unknown,
}

/// Whose two-digit codes a file uses; the same digits mean different provinces.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CodeSet {
    /// 행정안전부: 26 is 부산.
    #[default]
    Ministry,
    /// 통계청: 21 is 부산, 26 울산.
    Statistics,
}

/// Every name that a province goes by.
#[derive(Debug)]
pub struct Gazetteer {
    /// By its letters alone, in lower case.
    names: BTreeMap<String, RegionCode>,
    /// The same by the keys that type them.
    typed: Vec<(Vec<u8>, RegionCode)>,
}

impl Default for Gazetteer {
    fn default() -> Self {
        let mut names = BTreeMap::new();
        for region in &REGIONS {
            let own = [
                region.name.ko,
                region.short.ko,
                region.name.en,
                region.short.en,
            ];
            let others = OTHER_SPELLINGS
                .iter()
                .filter(|(digits, _)| *digits == region.digits)
                .flat_map(|(_, names)| names.split('|'));
            for name in own.into_iter().chain(region.former).chain(others) {
                names.insert(letters(name), region.code);
            }
            for (suffix, since) in SUFFIXES {
                // 부산직할시 until 1995, Busan Metropolitan City since.
                if region.name.ko.ends_with("광역시") || since.contains(&region.digits) {
                    names.insert(letters(&[region.short.ko, suffix].concat()), region.code);
                    names.insert(letters(&[region.short.en, suffix].concat()), region.code);
                }
            }
        }
        let typed = names
            .iter()
            .map(|(name, region)| (keys(&signs(name)), *region))
            .collect();
        Gazetteer { names, typed }
    }
}

/// Endings of cities' names, and the provinces beside the 광역시 that take them.
const SUFFIXES: [(&str, &[&str]); 4] = [
    ("직할시", &[]),
    ("metropolitancity", &["11"]),
    ("si", &["11", "36"]),
    ("city", &["11"]),
];

impl Gazetteer {
    /// What a cell names, its code read by `codes`.
    pub fn place(&self, cell: &str, codes: CodeSet) -> Place {
        let cell = unwrapped(cell);
        if let Some(place) = coded(cell, codes) {
            return place;
        }
        let whole = letters(cell);
        // 서울특별시1), 11 서울특별시: footnotes and codes around the name.
        let name = whole.trim_matches(|c: char| c.is_ascii_digit());
        if let Some(region) = self.names.get(name) {
            // 광주시 is a city in 경기도, not 광주광역시.
            return match whole.as_str() {
                "gwangjusi" => Place::District,
                _ => Place::Region(*region),
            };
        }
        match name {
            _ if TOTALS.contains(&name) => Place::Total,
            _ if GROUPS.contains(&name) => Place::Group,
            _ if is_district(name) => Place::District,
            _ => Place::Unknown,
        }
    }

    /// The province whose name is nearest to a word by the keys that type it, if it is near at all.
    pub fn nearest(&self, cell: &str) -> Option<RegionCode> {
        const LONGEST: usize = 24;
        let typed = keys(&signs(unwrapped(cell)));
        if typed.is_empty() || typed.len() > LONGEST * 2 {
            return None;
        }
        let mut best: Option<(usize, RegionCode)> = None;
        for (name, region) in &self.typed {
            // A slip for each three keys of the name.
            let most = name.len() / 3;
            if typed.len().abs_diff(name.len()) > most {
                continue;
            }
            let away = distance(&typed, name);
            if away <= most && best.is_none_or(|(least, _)| away < least) {
                best = Some((away, *region));
            }
        }
        best.map(|(_, region)| region)
    }
}

/// Excel keeps digits as text in `="11"`.
fn unwrapped(cell: &str) -> &str {
    cell.strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(cell)
        .trim()
}

/// Whether a cell can only be a code: digits and nothing else.
pub fn is_code(cell: &str) -> bool {
    let cell = unwrapped(cell);
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn letters(name: &str) -> String {
    signs(name).into_iter().map(|sign| sign.letter).collect()
}

/// 5 digits and more are codes of districts, unless only zeros follow the province.
fn coded(cell: &str, codes: CodeSet) -> Option<Place> {
    if let Some(code) = cell.strip_prefix("KR-").or(cell.strip_prefix("kr-")) {
        let code = ISO
            .iter()
            .find(|(iso, _)| *iso == code)
            .map_or(code, |(_, ours)| ours);
        return Some(of_ministry(code).map_or(Place::Unknown, Place::Region));
    }
    if cell.len() < 2 || !cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (code, rest) = cell.split_at(2);
    let is_province = rest.bytes().all(|byte| byte == b'0');
    Some(match (rest.len(), is_province) {
        (0 | 3 | 8, true) if code == "00" => Place::Total,
        (0 | 3 | 8, true) => match codes {
            CodeSet::Ministry => of_ministry(code),
            CodeSet::Statistics => of_statistics(code),
        }
        .map_or(Place::Unknown, Place::Region),
        (3 | 5 | 6 | 8, false) => Place::District,
        _ => Place::Unknown,
    })
}

/// Today's codes, and those of 강원도 until 2023 and 전라북도 until 2024.
fn of_ministry(code: &str) -> Option<RegionCode> {
    RegionCode::parse(match code {
        "42" => "51",
        "45" => "52",
        code => code,
    })
}

fn of_statistics(code: &str) -> Option<RegionCode> {
    let place = STATISTICS.iter().position(|ours| *ours == code)?;
    REGIONS.get(place).map(|region| region.code)
}

/// 통계청's codes in the order of [`REGIONS`].
const STATISTICS: [&str; 17] = [
    "11", "21", "22", "23", "24", "25", "26", "29", "31", "33", "34", "36", "37", "38", "39", "32",
    "35",
];

/// Where ISO 3166-2:KR differs from today's codes: Jeju and Sejong. Its 42 and 45 are read as the
/// ministry's former ones.
const ISO: [(&str, &str); 2] = [("49", "50"), ("50", "36")];

impl CodeSet {
    /// The one in which more of the codes are codes; the ministry's where both fit.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>) -> CodeSet {
        let (mut ministry, mut statistics) = (0, 0);
        for cell in cells {
            let is_region = |codes| matches!(coded(unwrapped(cell), codes), Some(Place::Region(_)));
            ministry += usize::from(is_region(CodeSet::Ministry));
            statistics += usize::from(is_region(CodeSet::Statistics));
        }
        match statistics > ministry {
            true => CodeSet::Statistics,
            false => CodeSet::Ministry,
        }
    }
}

const TOTALS: [&str; 27] = [
    "전국",
    "합계",
    "총계",
    "계",
    "소계",
    "총합계",
    "전체",
    "전국계",
    "전국합계",
    "전국평균",
    "평균",
    "총합",
    "총",
    "합",
    "대한민국",
    "한국",
    "total",
    "subtotal",
    "grandtotal",
    "sum",
    "korea",
    "southkorea",
    "republicofkorea",
    "nation",
    "national",
    "nationwide",
    "wholecountry",
];

const GROUPS: [&str; 22] = [
    "수도권",
    "비수도권",
    "지방",
    "충청권",
    "충청",
    "호남권",
    "호남",
    "영남권",
    "영남",
    "동남권",
    "대경권",
    "강원권",
    "제주권",
    "중부권",
    "남부권",
    "특광역시",
    "광역시",
    "경기남부",
    "경기북부",
    "capitalregion",
    "capitalarea",
    "noncapitalregion",
];

fn is_district(name: &str) -> bool {
    let is_korean = ["시", "군", "구", "읍", "면", "동"].iter().any(|suffix| {
        name.strip_suffix(suffix)
            .is_some_and(|stem| !stem.is_empty())
    });
    let is_latin = ["si", "gun", "gu"]
        .iter()
        .any(|suffix| name.strip_suffix(suffix).is_some_and(|stem| stem.len() > 2));
    let starts_latin = name.starts_with(|c: char| c.is_ascii_alphabetic());
    // 특별시, 광역시 and 자치시 end the names of provinces: what bears one and is none is misspelled.
    let is_misspelled = ["특별시", "광역시", "자치시", "직할시"]
        .iter()
        .any(|suffix| name.ends_with(suffix));
    let is_heading = ["시군구", "자치구", "행정구", "행정동", "읍면동", "법정동"].contains(&name);
    (is_korean && !is_misspelled && !is_heading) || (is_latin && starts_latin)
}

/// How many keys must be struck out, added or changed.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut corner = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        for (j, to) in b.iter().enumerate() {
            let change = corner + usize::from(from != to);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let shown = match Gazetteer::default().place(cell, CodeSet::Ministry) {
            Place::Region(code) => code.as_str().to_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(shown, expected, "{cell:?}");
    }

    #[test]
    fn a_province_is_known_by_all_its_names() {
        for region in &REGIONS {
            for name in [
                region.name.ko,
                region.short.ko,
                region.name.en,
                region.short.en,
                region.digits,
            ] {
                check(name, region.digits);
            }
        }
        check("강원도", "51");
        check("전라북도", "52");
        check("제주도", "50");
        check("전 라 북 도", "52");
        check("부산직할시", "26");
        check("서울시", "11");
        check("세종시", "36");
        check("Seoul-si", "11");
        check("BUSAN METROPOLITAN CITY", "26");
        check("Chungcheongbuk-do", "43");
        check("chungcheongbuk do", "43");
        check("Jeollabuk-do", "52");
        check("Pusan", "26");
        check("Gangwon State", "51");
        check("\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}", "11");
    }

    #[test]
    fn codes_are_read_with_what_excel_does_to_them() {
        check("=\"11\"", "11");
        check("1100000000", "11");
        check("43000", "43");
        check("42", "51");
        check("45", "52");
        check("KR-49", "50");
        check("KR-50", "36");
        check("KR-11", "11");
        check("11 서울특별시", "11");
        check("서울특별시(11)", "11");
        check("세종1)", "36");
        check("00", "Total");
        check("11110", "District");
        check("1111010100", "District");
        check("99", "Unknown");
        check("1", "Unknown");
        check("123", "Unknown");
    }

    #[test]
    fn codes_of_statistics_korea_are_told_by_the_column() {
        for (region, code) in REGIONS.iter().zip(STATISTICS) {
            let place = Gazetteer::default().place(code, CodeSet::Statistics);
            assert_eq!(place, Place::Region(region.code), "{code}");
        }
        let of = |codes: &[&'static str]| CodeSet::of(codes.iter().copied());
        assert_eq!(of(&["11", "21", "22", "23", "24"]), CodeSet::Statistics);
        assert_eq!(of(&["11", "26", "27", "28"]), CodeSet::Ministry);
        assert_eq!(of(&["11", "26"]), CodeSet::Ministry);
    }

    #[test]
    fn sums_groups_and_districts_are_no_provinces() {
        for total in [
            "전국", "합계", "계", "소계", "총 계", "Total", "TOTAL", "Korea",
        ] {
            check(total, "Total");
        }
        check("수도권", "Group");
        check("경기남부", "Group");
        check("종로구", "District");
        check("경기도 광주시", "District");
        check("광주시", "District");
        check("Gwangju-si", "District");
        check("Suwon-si", "District");
        check("고성군", "District");
        for unknown in [
            "",
            "?",
            "서월특별시",
            "평양",
            "Soul",
            "a<b>",
            "=1+1",
            "도",
            "시군구",
        ] {
            check(unknown, "Unknown");
        }
    }

    #[test]
    fn a_misspelled_name_has_a_nearest_one() {
        #[track_caller]
        fn check(cell: &str, expected: Option<&str>) {
            let nearest = Gazetteer::default().nearest(cell);
            assert_eq!(nearest.map(RegionCode::as_str), expected, "{cell:?}");
        }
        check("서월특별시", Some("11"));
        check("충정북도", Some("43"));
        check("Chungchongbukdo", Some("43"));
        check("Soul", Some("11"));
        check("Daejon", Some("30"));
        check("평양", None);
        check("", None);
        check(&"서울".repeat(100), None);
    }
}
