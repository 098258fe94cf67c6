//! The files that stand beside the data page: the package as it is, and the same as JSON for programs.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::part;
use crate::indicator::Indicator;
use crate::markup::{Element, el};
use crate::measure::{self, Measure};
use crate::number::Decimal;
use crate::package::{GyeonggiHalf, Package, Place, Profile};
use crate::panel::Context;
use crate::region::{REGIONS, Region};
use crate::series;
use crate::text::Name;

/// Every file to publish under `data/`, by its name there: the package in `dir` byte for byte,
/// `observations.json`, `clusters.json`, and `region-NN.json` for each region.
///
/// # Errors
///
/// When a file cannot be read, or the package is not sound.
pub fn downloads(dir: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let package = Package::read(dir).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        io::Error::new(io::ErrorKind::InvalidData, lines.join("\n"))
    })?;
    let mut files = Vec::new();
    for resource in &RESOURCES {
        files.push((
            resource.file.to_string(),
            std::fs::read(dir.join(resource.file))?,
        ));
    }
    files.push((OBSERVATIONS.to_string(), json(&observations(&package))?));
    files.push((CLUSTERS.to_string(), json(&clusters(&package))?));
    for region in &REGIONS {
        files.push((region_file(region), json(&region_figures(region))?));
    }
    Ok(files)
}

const OBSERVATIONS: &str = "observations.json";
const CLUSTERS: &str = "clusters.json";

fn region_file(region: &Region) -> String {
    format!("region-{}.json", region.digits)
}

/// A file of the package and what it holds.
struct Resource {
    file: &'static str,
    holds: Name,
}

const fn resource(file: &'static str, ko: &'static str, en: &'static str) -> Resource {
    Resource {
        file,
        holds: Name { ko, en },
    }
}

/// In the order in which a reader wants them.
static RESOURCES: [Resource; 29] = [
    resource(
        "datapackage.json",
        "자료 묶음의 설명(Frictionless Data Package): 칸, 단위, 출처, 이용 조건",
        "the package described (Frictionless Data Package): fields, units, sources, licences",
    ),
    resource(
        "regional.csv",
        "시·도 수치, 대부분 2022년",
        "figures by region, mostly 2022",
    ),
    resource(
        "timeseries.csv",
        "시·도와 전국의 연도별 수치",
        "figures by region and for the nation, by year",
    ),
    resource(
        "sido_extra.csv",
        "의료기기 2022·2025년을 따로 한 번 더 읽은 값",
        "medical devices 2022 and 2025, read a second time",
    ),
    resource(
        "indicators.csv",
        "지도에 나오는 지표",
        "indicators on the map",
    ),
    resource(
        "regions.csv",
        "17개 시·도의 코드와 이름",
        "codes and names of the 17 regions",
    ),
    resource("clusters.csv", "클러스터 40곳", "40 clusters"),
    resource(
        "links.csv",
        "문서로 확인한 연계 75건",
        "75 documented links",
    ),
    resource(
        "bodies.csv",
        "연계의 한쪽인 전국 기관",
        "national bodies that links start from",
    ),
    resource(
        "macro_regions.csv",
        "시·도를 묶는 권역 구분",
        "schemes that group the regions",
    ),
    resource("comparators.csv", "나라 밖의 견줄 곳", "places abroad"),
    resource(
        "disagreements.csv",
        "자료가 엇갈리는 곳",
        "where sources disagree",
    ),
    resource(
        "sigungu.csv",
        "시·군·구 배경 지표(바이오 아님)",
        "context by district (not biotech)",
    ),
    resource(
        "sigungu_crosswalk.csv",
        "시·군·구 코드 대조표",
        "codes of districts",
    ),
    resource(
        "sido.geojson",
        "17개 시·도 경계",
        "outlines of the 17 regions",
    ),
    resource(
        "sigungu.geojson",
        "시·군·구 경계",
        "outlines of the districts",
    ),
    resource(
        "detail.geojson",
        "확대 그림의 자세한 경계",
        "finer outlines for the insets",
    ),
    resource(
        "abroad.geojson",
        "견줄 곳의 해안선(일본, 보스턴 주변)",
        "coasts of the places abroad (Japan, around Boston)",
    ),
    resource(
        "tile_grid.csv",
        "17개 시·도와 250개 시·군·구의 타일 배치(배치는 이 지도가 정한 것)",
        "a tile for each of the 17 regions and 250 districts (the placement is ours)",
    ),
    resource(
        "clusters_sources.csv",
        "클러스터·연계의 출처",
        "sources of clusters and links",
    ),
    resource(
        "regional_sources.csv",
        "시·도 수치의 출처",
        "sources of figures by region",
    ),
    resource(
        "timeseries_sources.csv",
        "연도별 수치의 출처",
        "sources of figures by year",
    ),
    resource(
        "sigungu_sources.csv",
        "시·군·구 지표의 출처",
        "sources of district figures",
    ),
    resource(
        "notes/clusters.ko.md",
        "클러스터 자료를 읽는 법",
        "notes on clusters and links (Korean)",
    ),
    resource(
        "notes/regional.ko.md",
        "시·도 자료를 읽는 법",
        "notes on figures by region (Korean)",
    ),
    resource(
        "notes/sigungu.ko.md",
        "시·군·구 자료를 읽는 법",
        "notes on district figures (Korean)",
    ),
    resource(
        "notes/clusters.md",
        "클러스터 자료를 읽는 법(영문)",
        "notes on clusters and links",
    ),
    resource(
        "notes/regional.md",
        "시·도 자료를 읽는 법(영문)",
        "notes on figures by region",
    ),
    resource(
        "notes/sigungu.md",
        "시·군·구 자료를 읽는 법(영문)",
        "notes on district figures",
    ),
];

pub fn section(cx: Context<'_>) -> Element {
    // Published once, beside the Korean page; its English twin lies two folders deeper.
    let folder = cx.pick("", "../../data/");
    let link = |file: &str| {
        el("a")
            .with("href", format!("{folder}{file}"))
            .with("download", "")
            .add(file)
    };
    let item = |file: &str, holds: &str| el("li").add(link(file)).add(format!(" — {holds}"));
    let verbatim = RESOURCES
        .iter()
        .map(|resource| item(resource.file, resource.holds.get(cx.lang)));
    let mut regions = el("li");
    for (at, region) in REGIONS.iter().enumerate() {
        if at > 0 {
            regions = regions.add(", ");
        }
        regions = regions.add(
            el("a")
                .with("href", format!("{folder}{}", region_file(region)))
                .with("download", "")
                .add(format!("{} JSON", region.short.get(cx.lang))),
        );
    }
    part("downloads", cx.pick("내려받기", "Downloads"))
        .add(el("p").add(cx.pick(
            "CSV는 UTF-8이며 빈칸은 ‘공표되지 않음’이다. JSON은 같은 내용을 프로그램에서 쓰기 좋게 옮긴 것이다.",
            "CSV files are UTF-8; an empty cell means “not published”. The JSON files hold the same for programs.",
        )))
        .add(
            el("ul")
                .class("downloads")
                .all(verbatim)
                .add(item(
                    OBSERVATIONS,
                    cx.pick("시·도와 전국의 모든 관측값", "every observation by region and for the nation"),
                ))
                .add(item(CLUSTERS, cx.pick("클러스터와 좌표", "clusters with coordinates")))
                .add(item(
                    crate::catchment::FILE,
                    cx.pick("시군구마다 허브와 거리(계산)", "hub and distance by 시군구 (worked out)"),
                ))
                .add(regions),
        )
}

fn json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A row of one of the three tables of figures.
#[derive(Serialize)]
struct ObservationOut<'p> {
    table: &'static str,
    indicator: &'p str,
    /// `00` is the nation, `41N` and `41S` the halves of Gyeonggi.
    region: &'static str,
    year: u16,
    value: Number,
    unit: &'p str,
    source: &'p str,
}

/// A decimal without a detour over binary fractions: whole numbers stay whole.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Decimal(f64),
}

impl Number {
    fn of(value: Decimal) -> Self {
        match value.decimals {
            0 => Number::Whole(value.units),
            // The nearest double prints as the digits that it was read from: at most 17 are held.
            _ => Number::Decimal(value.full().parse().unwrap_or(value.to_f64())),
        }
    }
}

fn observations(package: &Package) -> Vec<ObservationOut<'_>> {
    let rows = package
        .observation_tables()
        .into_iter()
        .flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
    rows.map(|(table, row)| ObservationOut {
        table,
        indicator: &row.indicator,
        region: match row.place {
            Place::Nation => "00",
            Place::Region(code) => code.as_str(),
            Place::Half(GyeonggiHalf::North) => "41N",
            Place::Half(GyeonggiHalf::South) => "41S",
        },
        year: row.year.get(),
        value: Number::of(row.value),
        unit: &row.unit,
        source: &row.source,
    })
    .collect()
}

/// A cluster; `None` becomes `null`, never zero.
#[derive(Serialize)]
struct ClusterOut<'p> {
    id: &'p str,
    name_ko: &'p str,
    name_en: &'p str,
    region: &'static str,
    /// WGS 84, degrees.
    lat: f64,
    lon: f64,
    specialisation_ko: &'p str,
    specialisation_en: &'p str,
    since: Option<u16>,
    tenants: Option<u64>,
    tenants_year: Option<u16>,
    workforce: Option<u64>,
    area_m2: Option<u64>,
    note_ko: Option<&'p str>,
    note_en: Option<&'p str>,
    sources: &'p [String],
}

fn clusters(package: &Package) -> Vec<ClusterOut<'_>> {
    package.profiles.iter().map(ClusterOut::of).collect()
}

impl<'p> ClusterOut<'p> {
    fn of(profile: &'p Profile) -> Self {
        let note = profile.note.as_ref();
        ClusterOut {
            id: &profile.id,
            name_ko: &profile.name.ko,
            name_en: &profile.name.en,
            region: profile.region.as_str(),
            lat: profile.lat,
            lon: profile.lon,
            specialisation_ko: &profile.specialisation.ko,
            specialisation_en: &profile.specialisation.en,
            since: profile.year.map(|year| year.get()),
            tenants: profile.tenants,
            tenants_year: profile.tenants_year.map(|year| year.get()),
            workforce: profile.workforce,
            area_m2: profile.area_m2,
            note_ko: note.map(|note| note.ko.as_str()),
            note_en: note.map(|note| note.en.as_str()),
            sources: &profile.source_ids,
        }
    }
}

/// Everything on the map about a region.
#[derive(Serialize)]
struct RegionOut {
    code: &'static str,
    name_ko: &'static str,
    name_en: &'static str,
    figures: Vec<FigureOut>,
}

#[derive(Serialize)]
struct FigureOut {
    indicator: &'static str,
    measure: &'static str,
    year: u16,
    /// `null` where nothing is published.
    value: Option<Number>,
    /// The unit of a count; the other measures are percent, the unit per 100,000 people, and a ratio.
    unit: &'static str,
    source: &'static str,
}

fn region_figures(region: &Region) -> RegionOut {
    let mut figures = Vec::new();
    for indicator in Indicator::ALL {
        for measure in Measure::ALL {
            for year in measure::years(indicator, measure) {
                let values = measure::values(indicator, measure, year);
                let series = series::find(indicator.definition().key, year);
                let (Some(values), Some(series)) = (values, series) else {
                    continue;
                };
                figures.push(FigureOut {
                    indicator: indicator.slug(),
                    measure: measure.slug(),
                    year,
                    value: values[region.code.index()].map(Number::of),
                    unit: indicator.definition().unit.en,
                    source: series.source,
                });
            }
        }
    }
    RegionOut {
        code: region.digits,
        name_ko: region.name.ko,
        name_en: region.name.en,
        figures,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn dir() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data")
    }

    #[test]
    fn every_file_of_the_package_is_offered() {
        let mut found = BTreeSet::new();
        for folder in ["", "notes/"] {
            for entry in std::fs::read_dir(dir().join(folder)).expect("a folder of the package") {
                let entry = entry.expect("an entry of the folder");
                if entry.path().is_file() {
                    found.insert(format!("{folder}{}", entry.file_name().to_string_lossy()));
                }
            }
        }
        let offered = RESOURCES
            .iter()
            .map(|resource| resource.file.to_string())
            .collect();
        assert_eq!(
            found, offered,
            "name every file of assets/data (left) in RESOURCES (right)"
        );
    }

    #[test]
    fn files_are_the_package_byte_for_byte_and_json_that_parses() {
        let files = downloads(&dir()).expect("the committed package is sound");
        assert_eq!(files.len(), RESOURCES.len() + 2 + REGIONS.len());
        for (name, bytes) in &files {
            if RESOURCES.iter().any(|resource| resource.file == name) {
                assert_eq!(
                    *bytes,
                    std::fs::read(dir().join(name)).expect("just read"),
                    "{name}"
                );
            } else {
                let parsed: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
                assert!(parsed.is_ok(), "{name}: {parsed:?}");
            }
        }
    }

    #[test]
    fn numbers_in_json_have_the_digits_of_the_file() {
        let said = |units, decimals| {
            serde_json::to_string(&Number::of(Decimal { units, decimals })).expect("a number")
        };
        assert_eq!(
            [said(1_811_735_918, 0), said(147, 1)],
            ["1811735918", "14.7"]
        );
    }
}
