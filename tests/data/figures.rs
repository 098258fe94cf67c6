//! What the figures add up to, against the totals that were published with them and against the notes.

use std::collections::BTreeMap;

use kbio_atlas::package::{GyeonggiHalf, Observation, Place};
use kbio_atlas::{Decimal, REGIONS, SERIES, Series};

use crate::PACKAGE;

#[track_caller]
fn series(key: &str, year: u16) -> &'static Series {
    SERIES
        .iter()
        .find(|series| series.key == key && series.year == year)
        .unwrap_or_else(|| panic!("{key} of {year} is not compiled in"))
}

#[track_caller]
fn check_total(key: &str, year: u16, total: i64) {
    let series = series(key, year);
    assert_eq!(series.total(), total, "sum of {key} {year}");
    assert_eq!(series.nation, Some(total), "nation of {key} {year}");
}

#[test]
fn regions_add_up_to_the_published_totals() {
    check_total("bio_firms_main_site", 2022, 1_089);
    check_total("pharma_mfg_C21_establishments", 2020, 1_504);
    check_total("pharma_mfg_C21_establishments", 2021, 1_587);
    check_total("pharma_mfg_C21_establishments", 2022, 1_690);
    check_total("pharma_mfg_C21_establishments", 2023, 1_547);
    check_total("pharma_mfg_C21_workers", 2020, 54_886);
    check_total("pharma_mfg_C21_workers", 2021, 59_596);
    check_total("pharma_mfg_C21_workers", 2022, 63_179);
    check_total("pharma_mfg_C21_workers", 2023, 63_092);
    check_total("all_industry_workers", 2022, 25_217_123);
    check_total("all_industry_establishments", 2022, 6_139_899);
    check_total("population_resident_registered", 2022, 51_439_038);
    check_total("medical_device_makers", 2015, 2_992);
    check_total("medical_device_makers", 2021, 4_085);
    check_total("medical_device_makers", 2025, 4_317);
    check_total("medical_device_workers", 2021, 84_915);
}

#[test]
fn every_series_equals_its_national_row_but_for_head_offices_abroad() {
    for series in SERIES.iter() {
        let abroad = if series.key == "listed_biopharma_C21_plus_M701" {
            4
        } else {
            0
        };
        if let Some(nation) = series.nation {
            assert_eq!(
                series.total() + abroad,
                nation,
                "{} {}",
                series.key,
                series.year
            );
        } else {
            assert_eq!(
                series.key, "total_rnd_share_all_fields",
                "{} lacks a nation",
                series.key
            );
        }
    }
}

#[test]
fn research_shares_add_up_to_one_hundred_percent() {
    let series = series("total_rnd_share_all_fields", 2022);
    assert_eq!(
        Decimal {
            units: series.total(),
            decimals: series.decimals
        }
        .full(),
        "100"
    );
}

/// How many years of some indicators have all 17 regions, and how many of those equal the nation.
#[track_caller]
fn check_national_rows(rows: &[Observation], indicators: &[&str], expected: usize) {
    let mut sums: BTreeMap<_, (i64, usize, Option<i64>)> = BTreeMap::new();
    for row in rows
        .iter()
        .filter(|row| indicators.contains(&row.indicator.as_str()))
    {
        assert_eq!(row.value.decimals, 0, "{row:?}");
        let (sum, regions, nation) = sums.entry((&row.indicator, row.year)).or_default();
        match row.place {
            Place::Region(_) => (*sum, *regions) = (*sum + row.value.units, *regions + 1),
            Place::Nation => *nation = Some(row.value.units),
            Place::Half(_) => {}
        }
    }
    for (which, (sum, _, nation)) in &sums {
        assert_eq!(Some(*sum), *nation, "{which:?}");
    }
    assert_eq!(sums.len(), expected, "national rows of {indicators:?}");
}

#[test]
fn national_rows_equal_the_sums_of_all_years() {
    let rows = &PACKAGE.timeseries;
    let devices = [
        "medical_device_makers",
        "medical_device_workers",
        "medical_device_production",
    ];
    check_national_rows(rows, &devices, 33);
    let ivd = [
        "ivd_device_makers",
        "ivd_device_workers",
        "ivd_device_production",
    ];
    check_national_rows(rows, &ivd, 18);
    let census = [
        "pharma_mfg_C21_establishments",
        "pharma_mfg_C21_workers",
        "medical_precision_optical_mfg_C27_establishments",
        "medical_precision_optical_mfg_C27_workers",
        "rnd_industry_M70_establishments",
        "rnd_industry_M70_workers",
        "all_industry_establishments",
        "all_industry_workers",
    ];
    check_national_rows(rows, &census, 32);
    check_national_rows(rows, &["population_resident_registered"], 10);
    check_national_rows(&PACKAGE.extra, &devices, 6);
}

#[track_caller]
fn check_listed(indicator: &str, nation: i64, abroad: i64) {
    let rows = PACKAGE
        .regional
        .iter()
        .filter(|row| row.indicator == indicator);
    let (mut sum, mut whole) = (0, None);
    for row in rows {
        match row.place {
            Place::Nation => whole = Some(row.value.units),
            _ => sum += row.value.units,
        }
    }
    assert_eq!((whole, sum), (Some(nation), nation - abroad), "{indicator}");
}

#[test]
fn listed_companies_add_up_with_their_head_offices_abroad() {
    check_listed("listed_pharma_C21", 188, 2);
    check_listed("listed_natural_science_rnd_M701", 79, 2);
    check_listed("listed_medical_device_C271", 72, 0);
    check_listed("listed_biopharma_C21_plus_M701", 267, 4);
}

#[test]
fn shares_of_government_research_stay_as_rounded_by_the_source() {
    let rows = PACKAGE.regional.iter();
    let shares = rows.filter(|row| row.indicator == "government_rnd_share_all_fields");
    let tenths: i64 = shares
        .map(|row| {
            if row.value.decimals == 0 {
                row.value.units * 10
            } else {
                row.value.units
            }
        })
        .sum();
    assert_eq!(tenths, 998);
}

/// The share of Seoul, Incheon and Gyeonggi in percent, to two digits.
fn capital_share(key: &str, year: u16) -> String {
    let series = series(key, year);
    let capital = REGIONS
        .iter()
        .zip(series.units)
        .filter(|(region, _)| region.capital);
    let sum: i64 = capital.map(|(_, units)| units).sum();
    Decimal::ratio(i128::from(sum) * 100, i128::from(series.total()), 2)
        .unwrap()
        .grouped(2)
}

#[test]
fn capital_shares_of_medical_devices_are_those_of_the_notes() {
    let notes = "
        2015 65.91 57.45 52.23
        2016 65.34 58.20 50.71
        2017 66.04 58.31 50.46
        2018 66.22 61.52 51.90
        2019 66.22 59.43 49.05
        2020 66.61 58.21 55.32
        2021 67.74 60.69 49.50
        2022 67.53 60.35 43.74
        2023 67.89 60.59 44.66
        2024 68.48 60.23 43.74
        2025 68.77 59.35 44.70";
    for line in notes.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let year = words[0].parse().unwrap();
        let keys = [
            "medical_device_makers",
            "medical_device_workers",
            "medical_device_production",
        ];
        assert_eq!(
            keys.map(|key| capital_share(key, year)),
            words[1..],
            "{year}"
        );
    }
}

#[test]
fn capital_shares_of_the_census_are_those_of_the_notes() {
    let notes = "
        2020 49.28 52.25 54.19 54.08 70.79 50.24
        2021 48.98 52.10 53.75 53.74 70.93 50.39
        2022 49.06 52.14 52.96 53.38 71.81 50.52
        2023 49.01 52.06 52.62 53.75 70.91 50.69";
    for line in notes.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let year = words[0].parse().unwrap();
        let keys = [
            "all_industry_establishments",
            "all_industry_workers",
            "pharma_mfg_C21_establishments",
            "pharma_mfg_C21_workers",
            "rnd_industry_M70_workers",
            "population_resident_registered",
        ];
        assert_eq!(
            keys.map(|key| capital_share(key, year)),
            words[1..],
            "{year}"
        );
    }
}

#[test]
fn gyeonggi_is_the_sum_of_its_halves() {
    let mut wholes: BTreeMap<_, (i64, i64)> = BTreeMap::new();
    for row in PACKAGE.timeseries.iter().chain(&PACKAGE.extra) {
        let key = (row.indicator.as_str(), row.year, row.unit.as_str());
        let (whole, halves) = match row.place {
            Place::Region(code) if code.as_str() == "41" => (row.value.units, 0),
            Place::Half(GyeonggiHalf::North | GyeonggiHalf::South) => (0, row.value.units),
            _ => continue,
        };
        let entry = wholes.entry(key).or_default();
        *entry = (entry.0 + whole, entry.1 + halves);
    }
    wholes.retain(|_, (_, halves)| *halves > 0);
    assert_eq!(wholes.len(), 33 + 18, "indicators and years with halves");
    for (which, (whole, halves)) in wholes {
        assert_eq!(whole, halves, "{which:?}");
    }
}

/// Where two tables hold the same indicator, place, year and source, they hold the same value.
#[track_caller]
fn check_overlap(one: &[Observation], other: &[Observation], cells: usize) {
    let key = |row: &Observation| {
        (
            row.indicator.clone(),
            row.place,
            row.year,
            row.source.clone(),
        )
    };
    let known: BTreeMap<_, _> = one.iter().map(|row| (key(row), row)).collect();
    let mut shared = 0;
    for row in other {
        if let Some(twin) = known.get(&key(row)) {
            assert_eq!((row.value, &row.unit), (twin.value, &twin.unit), "{row:?}");
            shared += 1;
        }
    }
    assert_eq!(shared, cells, "cells in both tables");
}

#[test]
fn tables_that_overlap_hold_equal_values() {
    // In 2022 eight census series and the population, at 18 places each; 15 cells of other years and series.
    check_overlap(&PACKAGE.regional, &PACKAGE.timeseries, 9 * 18 + 15);
    // Makers, workers and production of two kinds of device in 2022, of one in 2025, at 20 places each.
    check_overlap(&PACKAGE.timeseries, &PACKAGE.extra, 9 * 20);
}

#[track_caller]
fn check_sigungu(indicator: &str, year: &str, total: i64) {
    let rows = PACKAGE
        .figures
        .iter()
        .filter(|row| row.indicator == indicator);
    let rows = rows.filter(|row| row.year.to_string() == year);
    let mut sum = 0;
    for row in rows {
        let unit = PACKAGE
            .units
            .iter()
            .find(|unit| unit.code == row.code)
            .unwrap();
        if unit.level == kbio_atlas::package::Level::Unit || unit.code == "43110" {
            sum += row.value.units;
        }
    }
    assert_eq!(sum, total, "{indicator} {year} over units and 43110");
}

#[test]
fn cities_counties_and_districts_add_up_without_counting_twice() {
    check_sigungu("population_resident_mois", "2022", 51_200_910);
    check_sigungu("population_resident_mois", "2023", 51_090_859);
    check_sigungu("all_industry_establishments", "2020", 6_032_022);
    check_sigungu("medical_specialist_doctors", "2020", 88_877);
}

#[test]
fn tax_registrations_add_up_at_the_level_of_cities() {
    for (indicator, total) in [
        ("active_businesses_nts", 9_677_375),
        ("active_corporations_nts", 1_252_033),
    ] {
        let rows: Vec<_> = PACKAGE
            .figures
            .iter()
            .filter(|row| row.indicator == indicator)
            .collect();
        assert_eq!(rows.len(), 229, "{indicator}");
        assert_eq!(
            rows.iter().map(|row| row.value.units).sum::<i64>(),
            total,
            "{indicator}"
        );
    }
}
