//! The context indicators of the 시군구: nothing is lost, nothing is made up, nothing is biotech.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kbio_atlas::geometry::Boundaries;
use kbio_atlas::package::{Figure, Level, Package};
use kbio_atlas::sigungu::{Base, Context, Districts, Field};
use kbio_atlas::{Address, Decimal, Lang, Site, Tone};

const FOLDER: &str = "assets/data";

struct Given {
    package: Package,
    districts: Districts,
}

fn given() -> Given {
    let package = Package::read(Path::new(FOLDER)).unwrap_or_else(|errors| panic!("{errors:?}"));
    let boundaries = Boundaries::read(Path::new(FOLDER)).expect("the outlines are valid");
    Given {
        districts: Districts::of(&boundaries, &package),
        package,
    }
}

impl Given {
    fn fields(&self) -> impl Iterator<Item = Field> {
        Context::ALL
            .into_iter()
            .map(|context| Field::of(context, &self.districts))
    }

    /// The value of a row of `sigungu.csv`.
    fn row(&self, key: &str, code: &str, year: u16) -> Option<Decimal> {
        let is_it = |it: &&Figure| it.indicator == key && it.code == code && it.year.get() == year;
        self.package.figures.iter().find(is_it).map(|it| it.value)
    }
}

fn site() -> (Site, Address) {
    let site = Site::read(Path::new(FOLDER)).unwrap_or_else(|errors| panic!("{errors:?}"));
    let address = Address {
        export: String::new(),
        instruments: String::new(),
        origin: String::new(),
        base: "/".to_string(),
        lab: String::new(),
        solver: String::new(),
    };
    (site, address)
}

#[test]
fn all_250_are_joined_and_named_in_both_languages() {
    let given = given();
    let all = &given.districts.all;
    assert_eq!(all.len(), 250);
    let codes: BTreeSet<_> = all.iter().map(|district| &district.code).collect();
    assert_eq!(codes.len(), 250);
    for lang in Lang::ALL {
        let names: BTreeSet<_> = all
            .iter()
            .map(|district| district.full_name(lang))
            .collect();
        let hangul = names
            .iter()
            .filter(|name| name.chars().any(|c| ('가'..='힣').contains(&c)));
        assert_eq!(names.len(), 250, "two districts share a name in {lang:?}");
        assert_eq!(hangul.count(), if lang == Lang::Ko { 250 } else { 0 });
    }
    // 32 districts lie in eleven cities: 청주 with four is one of them.
    let cities: BTreeSet<_> = all.iter().filter_map(|it| it.city.clone()).collect();
    let totals = given
        .package
        .units
        .iter()
        .filter(|unit| unit.level == Level::CityTotal);
    assert_eq!(cities.len(), totals.count());
    assert!(
        cities.contains(&("43110".into(), "청주시".into())),
        "{cities:?}"
    );
}

#[test]
fn every_count_is_the_row_of_the_district_or_of_its_city() {
    let given = given();
    for field in given.fields() {
        let definition = field.context.definition();
        if definition.base != Base::Whole {
            continue;
        }
        for (district, reading) in given.districts.all.iter().zip(&field.readings) {
            let own = given.row(definition.key, &district.code, definition.year);
            let city = district.city.as_ref();
            let of_city =
                city.and_then(|(code, _)| given.row(definition.key, code, definition.year));
            let expected = own.or(of_city);
            let found = reading.as_ref().map(|reading| reading.value);
            assert_eq!(found, expected, "{:?} {}", field.context, district.name_ko);
        }
    }
}

#[test]
fn every_rate_is_worked_out_from_two_rows_of_one_unit() {
    let given = given();
    let mut checked = 0;
    for field in given.fields() {
        let definition = field.context.definition();
        let (key, year, per) = match definition.base {
            Base::Whole => continue,
            Base::Area => ("area_km2_polygon", 2023, 1),
            Base::Residents(per) => ("population_resident_mois", 2022, per),
        };
        for reading in field.readings.iter().flatten() {
            let amount = given
                .row(definition.key, &reading.unit, definition.year)
                .unwrap();
            let base = given.row(key, &reading.unit, year).unwrap();
            let rate = amount.to_f64() * (definition.times * per) as f64 / base.to_f64();
            let off = (reading.value.to_f64() - rate).abs();
            assert!(
                off <= 0.000_06,
                "{:?} {}: {rate}",
                field.context,
                reading.unit
            );
            checked += 1;
        }
    }
    assert!(checked > 1_700, "{checked}");
}

#[test]
fn only_the_six_shifted_rows_of_incheon_are_missing() {
    let given = given();
    for field in given.fields() {
        let missing: Vec<&str> = given
            .districts
            .all
            .iter()
            .zip(&field.readings)
            .filter(|(_, reading)| reading.is_none())
            .map(|(district, _)| district.code.as_str())
            .collect();
        let expected: &[&str] = match field.context {
            Context::Grdp => &["28170", "28185", "28200", "28237", "28245", "28260"],
            _ => &[],
        };
        assert_eq!(missing, expected, "{:?}", field.context);
    }
}

#[test]
fn the_classes_hold_all_250_in_order() {
    for field in given().fields() {
        let held: usize = field.classes.classes.iter().map(|class| class.count).sum();
        let context = field.context;
        assert_eq!(
            held + field.classes.zero + field.classes.missing,
            250,
            "{context:?}"
        );
        assert_eq!(field.classes.classes.len(), 5, "{context:?}");
        for pair in field.classes.classes.windows(2) {
            assert!(pair[0].highest < pair[1].lowest, "{context:?}");
        }
        for (reading, tone) in field.readings.iter().zip(&field.classes.tones) {
            assert_eq!(reading.is_none(), *tone == Tone::Missing, "{context:?}");
        }
    }
}

#[test]
fn nothing_is_called_biotech() {
    for context in Context::ALL {
        let key = context.definition().key;
        for word in ["bio", "C21", "C27", "M70", "pharma", "tertiary"] {
            assert!(!key.contains(word), "{key} is not for a map of the 시군구");
        }
    }
}

/// The attribute values of a name, in order.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let parts = html.split(start.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn the_page_draws_and_lists_all_250_and_says_what_it_is_not() {
    let (site, address) = site();
    let pages = site
        .documents(&address)
        .filter(|it| it.path.ends_with("sigungu/") && !it.is_embed);
    let mut seen = 0;
    for page in pages {
        let shapes = attributes(&page.body, "data-district");
        assert_eq!(shapes.len(), 250, "{}", page.path);
        for code in &shapes {
            let row = format!("<tr id=\"u{code}\"");
            assert!(page.body.contains(&row), "{}: no row of {code}", page.path);
        }
        let says = match page.lang {
            "ko" => "시군구별 바이오 기업·종사자 통계는 공개된 것이 없다.",
            _ => "No public source counts biotech firms or jobs by municipality.",
        };
        assert!(
            page.body.contains(says),
            "{} does not say {says:?}",
            page.path
        );
        for island in ["독도", "울릉도", "Dokdo", "Ulleungdo"] {
            let is_its_own = (page.lang == "ko") == island.chars().any(|c| c > 'z');
            assert!(
                !is_its_own || page.body.contains(island),
                "{}: {island}",
                page.path
            );
        }
        assert!(page.body.contains("동해") && page.body.contains("East Sea"));
        seen += 1;
    }
    assert_eq!(seen, 2);
}

#[test]
fn every_context_has_its_files_and_every_region_its_districts() {
    let (site, address) = site();
    let files: BTreeMap<String, String> = site.fragments(&address).collect();
    let districts = given().districts;
    for lang in ["", "en/"] {
        for context in Context::ALL {
            let slug = context.slug();
            let nation = &files[&format!("{lang}sigungu/{slug}.html")];
            assert_eq!(attributes(nation, "data-label").len(), 250, "{lang}{slug}");
            let parts = attributes(nation, "data-part");
            assert_eq!(parts, ["headline", "legend", "source", "notes", "table"]);
        }
        for region in &kbio_atlas::REGIONS {
            let folder = format!("{lang}region/{}", region.digits);
            let outlines = &files[&format!("{folder}/districts.svg")];
            let here: Vec<&str> = districts
                .all
                .iter()
                .filter(|district| district.region == region.code)
                .map(|district| district.code.as_str())
                .collect();
            assert_eq!(attributes(outlines, "data-district"), here, "{folder}");
            for context in Context::ALL {
                let panel = &files[&format!("{folder}/{}.html", context.slug())];
                assert_eq!(
                    attributes(panel, "data-label").len(),
                    here.len(),
                    "{folder}"
                );
                let counts = panel.split("class=\"count\">").skip(1);
                let counts =
                    counts.filter_map(|part| part.split('<').next()?.parse::<usize>().ok());
                assert_eq!(
                    counts.sum::<usize>(),
                    here.len(),
                    "{folder}: the legend's counts"
                );
            }
        }
    }
    let gyeongbuk = &files["region/47/districts.svg"];
    assert!(gyeongbuk.contains("독도") && gyeongbuk.contains("울릉도"));
}
