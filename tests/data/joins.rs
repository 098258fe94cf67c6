//! Names, codes and roles: everything that refers to something else.

use std::collections::{BTreeMap, BTreeSet};

use kbio_atlas::package::{End, KEYS, Level, Place};
use kbio_atlas::{CLUSTERS, Family, Indicator, REGIONS, RegionCode, Role, SERIES, Stage};

use crate::sheet::Sheet;
use crate::{PACKAGE, dir};

#[test]
fn the_seventeen_regions_bear_todays_names() {
    let names: Vec<String> = REGIONS
        .iter()
        .map(|it| format!("{} {}", it.digits, it.name.ko))
        .collect();
    let expected = "11 서울특별시,26 부산광역시,27 대구광역시,28 인천광역시,29 광주광역시,30 대전광역시,31 울산광역시,\
                    36 세종특별자치시,41 경기도,43 충청북도,44 충청남도,46 전라남도,47 경상북도,48 경상남도,\
                    50 제주특별자치도,51 강원특별자치도,52 전북특별자치도";
    assert_eq!(names.join(","), expected);
}

#[test]
fn no_table_uses_the_withdrawn_codes_of_gangwon_and_jeonbuk() {
    let columns = [
        ("regions.csv", "code"),
        ("clusters.csv", "sido_code"),
        ("macro_regions.csv", "sido_code"),
        ("regional.csv", "region_code"),
        ("timeseries.csv", "region_code"),
        ("sido_extra.csv", "region_code"),
        ("links.csv", "from_id"),
        ("links.csv", "to_id"),
        ("sigungu_crosswalk.csv", "code_2024"),
    ];
    for (file, column) in columns {
        for (row, cell) in Sheet::read(&dir().join(file))
            .columns(&[column])
            .iter()
            .enumerate()
        {
            let code = cell[0].strip_prefix("region:sido-").unwrap_or(cell[0]);
            let is_withdrawn = code.starts_with("42") || code.starts_with("45");
            assert!(!is_withdrawn, "{file}, row {}: {column} is {code}", row + 1);
        }
    }
}

#[test]
fn todays_code_of_a_city_county_or_district_begins_with_that_of_its_region() {
    for unit in &PACKAGE.units {
        let today = RegionCode::parse(&unit.code_2024[..2]);
        // 군위군 left 경북 for 대구 in July 2023.
        let expected = if unit.code == "47720" {
            RegionCode::parse("27")
        } else {
            Some(unit.region)
        };
        assert_eq!(today, expected, "{} {}", unit.code, unit.name_ko);
    }
    let count = |level| {
        PACKAGE
            .units
            .iter()
            .filter(|unit| unit.level == level)
            .count()
    };
    let levels = [Level::Unit, Level::UnitWithoutFigures, Level::CityTotal].map(count);
    assert_eq!(levels, [246, 4, 11]);
    let codes: BTreeSet<_> = PACKAGE.units.iter().map(|unit| &unit.code_2024).collect();
    assert_eq!(
        codes.len(),
        PACKAGE.units.len(),
        "today's codes are not unique"
    );
    let outlines: BTreeSet<_> = (PACKAGE.units.iter())
        .filter(|unit| unit.level != Level::CityTotal)
        .flat_map(|unit| &unit.sgis_codes)
        .collect();
    assert_eq!(outlines.len(), 250, "outlines of 2020");
}

#[test]
fn the_tables_hold_what_the_notes_say() {
    let it = &*PACKAGE;
    assert_eq!(
        (it.profiles.len(), it.links.len(), it.bodies.len()),
        (40, 75, 2)
    );
    assert_eq!((it.members.len(), it.comparators.len()), (49, 40));
    assert_eq!(
        it.source_lists().map(|list| list.rows.len()),
        [228, 34, 41, 15]
    );
    let known = |has: fn(&kbio_atlas::package::Profile) -> bool| {
        it.profiles.iter().filter(|profile| has(profile)).count()
    };
    assert_eq!(known(|profile| profile.tenants.is_some()), 27);
    assert_eq!(known(|profile| profile.workforce.is_some()), 6);
    assert_eq!(known(|profile| profile.area_m2.is_some()), 25);
    assert_eq!(
        it.links.iter().filter(|link| link.year.is_none()).count(),
        10
    );
    let is_cluster = |end: &End| matches!(end, End::Cluster(_));
    let mut kinds = [0; 3];
    for link in &it.links {
        let kind = match (&link.from, &link.to) {
            (End::Body(_), _) => 1,
            (from, to) if is_cluster(from) && is_cluster(to) => 0,
            _ => 2,
        };
        kinds[kind] += 1;
    }
    assert_eq!(
        kinds,
        [57, 12, 6],
        "cluster to cluster, from a national body, to a region"
    );
}

#[test]
fn every_indicator_of_the_map_has_its_series_and_its_base() {
    for indicator in Indicator::ALL {
        let it = indicator.definition();
        for key in std::iter::once(it.key).chain(it.lq_base) {
            assert!(
                KEYS.iter().any(|(known, _)| *known == key),
                "{key} is not compiled in"
            );
        }
        for series in SERIES.iter().filter(|series| series.key == it.key) {
            let has_base = |key| SERIES.iter().any(|s| s.key == key && s.year == series.year);
            assert!(
                it.lq_base.is_none_or(has_base),
                "{} {} lacks its base",
                it.key,
                series.year
            );
        }
    }
}

#[test]
fn series_are_sorted_whole_and_sourced() {
    let order: Vec<_> = SERIES
        .iter()
        .map(|series| (series.key, series.year))
        .collect();
    assert!(order.is_sorted() && order.len() == 66, "{order:?}");
    for (series, published) in SERIES.iter().zip(&PACKAGE.published) {
        let source = PACKAGE.source_of(published).expect("a source");
        assert_eq!(source.id, series.source);
        assert!(
            (0..REGIONS.len()).all(|place| series.value(place).is_some()),
            "{series:?}"
        );
    }
}

#[test]
fn a_series_is_the_column_of_its_table_in_region_order() {
    for published in &PACKAGE.published {
        let tables = PACKAGE.observation_tables();
        let (_, rows) = tables
            .iter()
            .find(|(file, _)| *file == published.file)
            .unwrap();
        for (region, units) in REGIONS.iter().zip(published.units) {
            let row = rows.iter().find(|row| {
                row.indicator == published.key
                    && row.place == Place::Region(region.code)
                    && row.year.get() == published.year
                    && row.source == published.source
            });
            let value = row.map(|row| row.value.to_f64()).unwrap();
            let scale = if row.unwrap().unit == "1,000 KRW" {
                1e5
            } else {
                1.0
            };
            let shown = units as f64 / 10_f64.powi(published.decimals.into());
            assert!(
                (shown - value / scale).abs() < 1e-9,
                "{} {}",
                published.key,
                region.digits
            );
        }
    }
}

#[track_caller]
fn check_role(role: Role, ids: &str) {
    let found: Vec<&str> = CLUSTERS
        .iter()
        .filter(|cluster| cluster.role == role)
        .map(|cluster| cluster.id)
        .collect();
    assert_eq!(found.join(" "), ids, "{role:?}");
}

#[test]
fn hubs_complexes_and_spokes_follow_from_the_links_and_designations() {
    check_role(Role::Hub, "cb-osong dg-sinseo");
    check_role(Role::HubAndComplex, "gg-siheung daejeon-daedeok");
    check_role(
        Role::NationalComplex,
        "incheon-songdo gw-chuncheon gw-hongcheon gb-andong gb-pohang jn-hwasun",
    );
    check_role(
        Role::Spoke,
        "gg-pangyo gg-gwanggyo gg-hyangnam gg-bundang-hip gg-goyang-ilsan sejong cb-jecheon \
         cb-okcheon cn-cheonan-asan gw-wonju gb-gyeongsan gn-gimhae",
    );
    let planned: Vec<&str> = CLUSTERS
        .iter()
        .filter(|it| it.stage == Stage::Planned)
        .map(|it| it.id)
        .collect();
    assert_eq!(
        planned,
        ["cb-chungju", "gb-gyeongsan", "jb-jeonju", "jn-naju"]
    );
}

#[test]
fn labels_are_unique_in_each_language() {
    for label in [
        |at: usize| CLUSTERS[at].label.ko,
        |at: usize| CLUSTERS[at].label.en,
    ] {
        let labels: BTreeSet<&str> = (0..CLUSTERS.len()).map(label).collect();
        assert_eq!(labels.len(), CLUSTERS.len(), "{labels:?}");
    }
}

#[test]
fn lists_have_as_many_items_in_both_languages() {
    use kbio_atlas::Lang::{En, Ko};
    for profile in &PACKAGE.profiles {
        let lists = std::iter::once(&profile.anchors).chain(&profile.designations);
        for list in lists {
            let (ko, en) = (list.items(Ko).count(), list.items(En).count());
            assert_eq!(ko, en, "{}: {list:?}", profile.id);
        }
    }
}

#[test]
fn directed_links_are_of_the_four_kinds_that_have_a_direction() {
    for link in &PACKAGE.links {
        let has_direction = [
            "hub_spoke",
            "value_chain",
            "branch_institute",
            "campus_extension",
        ]
        .contains(&link.kind.as_str());
        assert_eq!(link.family.is_directed(), has_direction, "{}", link.kind);
    }
    let families: BTreeSet<Family> = PACKAGE.links.iter().map(|link| link.family).collect();
    assert_eq!(
        families.len(),
        Family::ALL.len(),
        "a family of links is empty"
    );
}

#[test]
fn schemes_of_wide_regions_have_as_many_parts_as_the_notes_say() {
    let mut schemes: BTreeMap<&str, (BTreeSet<&str>, usize)> = BTreeMap::new();
    for member in &PACKAGE.members {
        let (parts, members) = schemes.entry(&member.scheme).or_default();
        parts.insert(&member.region_id);
        *members += 1;
    }
    let counts: Vec<_> = schemes
        .iter()
        .map(|(id, (parts, n))| (*id, parts.len(), *n))
        .collect();
    let expected = [
        ("2002 바이오 산업벨트", 3, 10),
        ("5+2 광역경제권", 7, 17),
        ("5극 3특", 8, 17),
        ("link helper", 1, 5),
    ];
    assert_eq!(counts, expected);
}
