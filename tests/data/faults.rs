//! A bad row is refused with its file, line, column and what was expected.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use kbio_atlas::package::Package;

use crate::dir;

/// Copies the package to a folder of its own and lets `spoil` change one file.
fn spoiled(file: &str, spoil: impl FnOnce(Vec<u8>) -> Vec<u8>) -> PathBuf {
    static COPIES: AtomicU32 = AtomicU32::new(0);
    let name = COPIES.fetch_add(1, Ordering::Relaxed).to_string();
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("data-faults")
        .join(name);
    // Left behind by an earlier run, or not there.
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(copy.join("notes")).unwrap();
    for folder in ["", "notes"] {
        for entry in std::fs::read_dir(dir().join(folder))
            .unwrap()
            .map(Result::unwrap)
        {
            let is_read = [".csv", ".md"].iter().any(|end| {
                entry
                    .file_name()
                    .to_str()
                    .is_some_and(|name| name.ends_with(end))
            });
            if is_read {
                std::fs::copy(entry.path(), copy.join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
    let path = copy.join(file);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, spoil(bytes)).unwrap();
    copy
}

/// Replaces `from` by `to` in the given line of a file, and expects exactly these faults.
#[track_caller]
fn check(file: &str, line: usize, from: &str, to: &str, expected: &[&str]) {
    let copy = spoiled(file, |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let old = &lines[line - 1];
        assert!(old.contains(from), "{file}:{line} has changed: {old}");
        lines[line - 1] = old.replacen(from, to, 1);
        (lines.join("\n") + "\n").into_bytes()
    });
    check_faults(&copy, expected);
}

#[track_caller]
fn check_faults(copy: &Path, expected: &[&str]) {
    let found: Vec<String> = match Package::read(copy) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    };
    std::fs::remove_dir_all(copy).unwrap();
    assert_eq!(found, expected);
}

#[test]
fn the_package_as_it_is_has_no_faults() {
    check_faults(&spoiled("clusters.csv", |bytes| bytes), &[]);
}

#[test]
fn unknown_codes_are_refused() {
    check(
        "regional.csv",
        3,
        ",26,부산,",
        ",42,강원,",
        &[
            "regional.csv:3: region_code: \"42\" is not 00, 41N, 41S or the code of one of today's 17 regions",
        ],
    );
    check(
        "clusters.csv",
        15,
        ",43,청주시",
        ",45,청주시",
        &["clusters.csv:15: sido_code: \"45\" is not the code of one of today's 17 regions"],
    );
    check(
        "sigungu.csv",
        2,
        ",11110,",
        ",11111,",
        &["sigungu.csv:2: sigungu_code: \"11111\" is not a code_used of sigungu_crosswalk.csv"],
    );
}

#[test]
fn a_name_that_belongs_to_another_code_is_refused() {
    check(
        "regional.csv",
        3,
        ",26,부산,",
        ",26,대구,",
        &["regional.csv:3: region_ko: \"대구\" stands beside the code of \"부산\""],
    );
    check(
        "sigungu.csv",
        2,
        "종로구",
        "중구",
        &["sigungu.csv:2: sigungu_name: \"중구\" stands beside the code of \"종로구\""],
    );
}

#[test]
fn places_outside_their_range_are_refused() {
    check(
        "clusters.csv",
        15,
        ",36.638,",
        ",91.2,",
        &["clusters.csv:15: lat: 91.2 is outside 32..39.5"],
    );
    check(
        "clusters.csv",
        15,
        ",127.322,",
        ",36.638,",
        &["clusters.csv:15: lon: 36.638 is outside 124..132.5"],
    );
    check(
        "clusters.csv",
        15,
        ",36.638,",
        ",NaN,",
        &["clusters.csv:15: lat: NaN is outside 32..39.5"],
    );
    check(
        "comparators.csv",
        2,
        ",42.363,",
        ",91,",
        &["comparators.csv:2: lat: 91 is outside -90..90"],
    );
    check(
        "comparators.csv",
        2,
        ",42.363,",
        ",,",
        &["comparators.csv:2: lat: stands without lon, or lon without it"],
    );
}

#[test]
fn sources_that_are_not_listed_are_refused() {
    check(
        "regional.csv",
        2,
        ",KB22,",
        ",KB23,",
        &["regional.csv:2: source_id: \"KB23\" is not a source_id of regional_sources.csv"],
    );
    check(
        "links.csv",
        2,
        "S011;S012",
        "S911;S912",
        &[
            "links.csv:2: source_ids: \"S911\" is not a source_id of clusters_sources.csv",
            "links.csv:2: source_ids: \"S912\" is not a source_id of clusters_sources.csv",
        ],
    );
    check(
        "links.csv",
        2,
        "S011;S012",
        "S011; S012",
        &["links.csv:2: source_ids: \"S011; S012\" is not a list of ids parted by \";\""],
    );
    check(
        "regional.csv",
        2,
        ",KB22,",
        ",,",
        &["regional.csv:2: source_id: is empty; a value is required"],
    );
}

#[test]
fn sources_that_nothing_names_are_refused() {
    check(
        "sigungu_sources.csv",
        16,
        "YAKUP23,",
        "YAKUP24,",
        &[
            "sido_extra.csv:182: source_id: \"YAKUP23\" is not a source_id of sigungu_sources.csv",
            "sido_extra.csv:183: source_id: \"YAKUP23\" is not a source_id of sigungu_sources.csv",
            "sido_extra.csv:184: source_id: \"YAKUP23\" is not a source_id of sigungu_sources.csv",
            "sido_extra.csv:185: source_id: \"YAKUP23\" is not a source_id of sigungu_sources.csv",
        ],
    );
    check(
        "clusters_sources.csv",
        2,
        "S001,",
        "S999,t,p,,,\nS001,",
        &[
            "clusters_sources.csv:2: source_id: \"S999\" is named by no row and by no file in notes/",
        ],
    );
}

#[test]
fn rows_that_cannot_be_told_apart_are_refused() {
    check(
        "clusters.csv",
        3,
        "seoul-magok,",
        "seoul-hongneung,",
        &["clusters.csv:3: id: \"seoul-hongneung\" is already on line 2"],
    );
    check(
        "regional.csv",
        3,
        ",26,부산,",
        ",11,서울,",
        &[
            "regional.csv:3: indicator: \"bio_firms_main_site, 11, 2022, KB22\" is already on line 2",
        ],
    );
}

#[test]
fn links_of_unknown_kind_or_without_an_end_are_refused() {
    check(
        "links.csv",
        2,
        ",joint_designation,",
        ",friendship,",
        &["links.csv:2: kind: \"friendship\" is not a known kind of link"],
    );
    let end = "the id of a cluster, a region or a body of this package";
    for (line, from, to) in [
        (2, "gg-siheung", "gg-sihung"),
        (62, "region:yeongnam", "region:yongnam"),
        (63, "region:sido-52", "region:sido-45"),
    ] {
        check(
            "links.csv",
            line,
            from,
            to,
            &[&format!("links.csv:{line}: to_id: {to:?} is not {end}")],
        );
    }
    let wrong = format!("links.csv:75: from_id: \"net:k-centre\" is not {end}");
    check(
        "links.csv",
        75,
        "net:k-biohealth-center",
        "net:k-centre",
        &[&wrong],
    );
    check(
        "links.csv",
        2,
        ",gg-siheung,",
        ",incheon-songdo,",
        &["links.csv:2: to_id: is the same as from_id; a link joins two places"],
    );
}

#[test]
fn numbers_and_years_that_are_none_are_refused() {
    let year = "is not a year from 1900 to 2050";
    for wrong in ["20222", "1022", "+202", "２０２２"] {
        let message = format!("regional.csv:2: year: {wrong:?} {year}");
        check(
            "regional.csv",
            2,
            ",2022,",
            &format!(",{wrong},"),
            &[&message],
        );
    }
    let amount = "is not a decimal number of at least 0";
    for wrong in ["-266", "1e3", "2.", ".5", "26 6", "NaN"] {
        let message = format!("regional.csv:2: value: {wrong:?} {amount}");
        check(
            "regional.csv",
            2,
            ",266,",
            &format!(",{wrong},"),
            &[&message],
        );
    }
    check(
        "clusters.csv",
        2,
        ",67,2019,",
        ",-67,2019,",
        &["clusters.csv:2: tenants: \"-67\" is not a whole number of at least 0"],
    );
    check(
        "clusters.csv",
        2,
        ",67,2019,",
        ",67,,",
        &["clusters.csv:2: tenants_year: is empty beside a number of tenants"],
    );
    check(
        "comparators.csv",
        17,
        ",2022-04-22,",
        ",2022-13-22,",
        &["comparators.csv:17: value: \"2022-13-22\" is not a date such as 2022-04-22"],
    );
}

#[test]
fn empty_cells_that_must_be_filled_are_refused() {
    check(
        "clusters.csv",
        15,
        ",오송,Osong,",
        ",오송,,",
        &["clusters.csv:15: label_en: is empty; a value is required"],
    );
    check(
        "bodies.csv",
        3,
        ",K-바이오헬스 전략센터,",
        ",,",
        &["bodies.csv:3: name_ko: is empty; a value is required"],
    );
}

#[test]
fn several_faults_are_reported_at_once_in_order() {
    check(
        "clusters.csv",
        15,
        ",오송,Osong,36.638,127.322,",
        ",오송,,36.638,127.322°,",
        &[
            "clusters.csv:15: label_en: is empty; a value is required",
            "clusters.csv:15: lon: \"127.322°\" is not a number",
        ],
    );
}

#[test]
fn rows_and_headers_of_another_shape_are_refused() {
    check(
        "regional.csv",
        2,
        ",266,",
        ",2,66,",
        &["regional.csv:2: the row has 9 cells where the header has 8"],
    );
    check(
        "bodies.csv",
        1,
        "name_ko",
        "name",
        &[
            "bodies.csv:1: the header is \"id,name,name_en,source_ids,note,note_ko\", \
           not \"id,name_ko,name_en,source_ids,note,note_ko\"",
        ],
    );
    check_faults(
        &spoiled("bodies.csv", |_| Vec::new()),
        &["bodies.csv:1: the file is empty; a header is expected"],
    );
}

#[test]
fn files_in_another_encoding_are_refused() {
    // 서울 in CP949, as a Korean spreadsheet saves it.
    let copy = spoiled("regional.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let (before, after) = text.split_once("서울").unwrap();
        [
            before.as_bytes(),
            &[0xBC, 0xAD, 0xBF, 0xEF],
            after.as_bytes(),
        ]
        .concat()
    });
    let expected = ["regional.csv:2: byte 24 of the line is not UTF-8; save the file as UTF-8"];
    check_faults(&copy, &expected);
}

#[test]
fn files_that_are_missing_are_named() {
    let copy = spoiled("bodies.csv", |bytes| bytes);
    std::fs::remove_file(copy.join("bodies.csv")).unwrap();
    let errors = Package::read(&copy).unwrap_err();
    std::fs::remove_dir_all(&copy).unwrap();
    assert_eq!(errors.len(), 1);
    assert!(
        errors[0]
            .to_string()
            .starts_with("bodies.csv: cannot be read: "),
        "{}",
        errors[0]
    );
}

#[test]
fn sources_of_equal_standing_that_differ_stop_the_build() {
    // A second primary-mirror source for device makers of 2022, one company apart from the first.
    let copy = spoiled("sido_extra.csv", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        text.replacen(
            "medical_device_makers,11,서울,2022,923",
            "medical_device_makers,11,서울,2022,924",
            1,
        )
        .into_bytes()
    });
    check_faults(
        &copy,
        &[
            "sido_extra.csv: value: medical_device_makers of 2022: MFDS_DEV differs from MFDS_DEV in \
           timeseries.csv, which is as good; keep one",
        ],
    );
}

#[test]
fn an_indicator_without_a_whole_year_is_refused() {
    check(
        "regional.csv",
        2,
        "bio_firms_main_site,",
        "bio_firms_other,",
        &["regional.csv, timeseries.csv, sido_extra.csv: indicator: \
           no year of \"bio_firms_main_site\" is complete"],
    );
}
