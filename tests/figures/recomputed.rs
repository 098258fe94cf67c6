//! The figures on the pages, worked out again from the CSV files in plain floating point.

use std::collections::HashMap;
use std::sync::LazyLock;

use kbio_atlas::{Indicator, Lang, Measure, Painting, REGIONS, RegionCode, Selection};

/// The values of a key in a year from one source, by the region's code.
pub type Column = HashMap<String, f64>;

/// Every figure of the three tables, by key, year and source.
pub static COLUMNS: LazyLock<HashMap<(String, u16, String), Column>> = LazyLock::new(|| {
    let mut columns: HashMap<(String, u16, String), Column> = HashMap::new();
    for file in ["regional.csv", "timeseries.csv", "sido_extra.csv"] {
        let mut reader = csv::Reader::from_path(crate::dir().join(file)).expect(file);
        let heads = reader.headers().expect(file).clone();
        let at = |name: &str| heads.iter().position(|head| head == name).expect(name);
        let [key, code, year, value, unit, source] = [
            "indicator",
            "region_code",
            "year",
            "value",
            "unit",
            "source_id",
        ]
        .map(at);
        for row in reader.records() {
            let row = row.expect(file);
            let mut number: f64 = row[value].parse().expect("a number");
            // Production is printed in thousands of won and shown in hundreds of millions.
            if &row[unit] == "1,000 KRW" {
                number /= 1e5;
            }
            let year = row[year].parse().expect("a year");
            let column = (row[key].to_string(), year, row[source].to_string());
            let old = columns
                .entry(column)
                .or_default()
                .insert(row[code].to_string(), number);
            assert!(
                old.is_none_or(|old| old == number),
                "{row:?} contradicts another table"
            );
        }
    }
    columns
});

/// The one complete column of a key in a year, whatever its source.
pub fn complete(key: &str, year: u16) -> Option<&'static Column> {
    let mut found = COLUMNS
        .iter()
        .filter(|((other, of, _), column)| other == key && *of == year && sum(column).is_some())
        .map(|(_, column)| column);
    let first = found.next()?;
    for other in found {
        for region in &REGIONS {
            assert_eq!(first[region.digits], other[region.digits], "{key} {year}");
        }
    }
    Some(first)
}

/// The sum over the 17 regions; `None` where one is missing.
pub fn sum(column: &Column) -> Option<f64> {
    REGIONS.iter().map(|region| column.get(region.digits)).sum()
}

/// What a cell should hold; `None` where the figure does not exist.
pub fn expected(
    indicator: Indicator,
    measure: Measure,
    year: u16,
    source: &str,
    code: RegionCode,
) -> Option<f64> {
    let definition = indicator.definition();
    if !definition.measures.contains(&measure) {
        return None;
    }
    let column = &COLUMNS[&(definition.key.to_string(), year, source.to_string())];
    let value = column[code.as_str()];
    let total = sum(column).expect("17 values");
    match measure {
        Measure::Count => Some(value),
        Measure::Share if definition.key.contains("share") => Some(value),
        Measure::Share => Some(100.0 * value / total),
        Measure::Per100k => {
            let people = complete("population_resident_registered", year)?;
            Some(100_000.0 * value / people[code.as_str()])
        }
        Measure::LocationQuotient => {
            let counted = definition.key.rsplit('_').next().expect("a last word");
            let base = complete(&format!("all_industry_{counted}"), year)?;
            let share_here = value / base[code.as_str()];
            Some(share_here / (total / sum(base).expect("17 values")))
        }
    }
}

#[track_caller]
pub fn check_near(found: f64, expected: f64, what: &str) {
    let slack = 1e-6 * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= slack,
        "{what}: {found} on the page, {expected} by the CSV"
    );
}

#[test]
fn every_figure_of_every_region_follows_from_the_csv() {
    let mut compared = 0;
    for region in &REGIONS {
        let page = crate::detail(Selection::Region(region.code), Lang::Ko);
        let mut rows = page.tagged("tr");
        rows.retain(|row| row.attribute("data-indicator").is_some());
        let published: usize = Indicator::ALL
            .map(|i| crate::series_of(i).count())
            .iter()
            .sum();
        assert_eq!(rows.len(), published, "one row an indicator and year");
        for row in rows {
            let slug = row.attribute("data-indicator").expect("just seen");
            let indicator = Indicator::parse(slug).expect(slug);
            let year: u16 = row
                .attribute("data-year")
                .expect("a year")
                .parse()
                .expect("a year");
            let links = row.tagged("a");
            let source = links.last().expect("a source").text();
            for measure in Measure::ALL {
                let cells = row.tagged("td");
                let cell = cells
                    .iter()
                    .find(|cell| cell.attribute("data-measure") == Some(measure.slug()));
                let what = format!("{} {slug} {measure:?} {year}", region.digits);
                let should = expected(indicator, measure, year, &source, region.code);
                assert_eq!(cell.is_some(), should.is_some(), "{what}");
                let (Some(cell), Some(should)) = (cell, should) else {
                    continue;
                };
                let found = cell.attribute("data-value").expect("a value");
                check_near(found.parse().expect("a number"), should, &what);
                compared += 1;
            }
        }
    }
    assert_eq!(
        compared,
        17 * crate::views().len(),
        "every view has its figure on every region's page"
    );
}

#[test]
fn the_map_the_lists_and_the_ranking_hold_the_figures_of_the_regions() {
    let pages: Vec<_> = REGIONS
        .iter()
        .map(|region| crate::detail(Selection::Region(region.code), Lang::En))
        .collect();
    for state in crate::views() {
        let what = format!(
            "{:?} {:?} {}",
            state.indicator(),
            state.measure(),
            state.year()
        );
        let painting = Painting::of(&state, Lang::En);
        let (year, slug) = (state.year().to_string(), state.indicator().slug());
        for (page, shape) in pages.iter().zip(&painting.regions) {
            let rows = page.tagged("tr");
            let row = rows.iter().find(|row| {
                row.attribute("data-indicator") == Some(slug)
                    && row.attribute("data-year") == Some(&year)
            });
            let cells = row.expect("a row").tagged("td");
            let cell = cells
                .iter()
                .find(|cell| cell.attribute("data-measure") == Some(state.measure().slug()));
            let found = cell.and_then(|cell| cell.attribute("data-value"));
            assert_eq!(found, Some(shape.value.as_str()), "{what}");
        }

        let by_name = |name: &str| {
            let place = REGIONS
                .iter()
                .position(|region| [region.short.en, region.name.en].contains(&name));
            painting.regions[place.expect(name)].value.clone()
        };
        let lists = crate::lists(&state, Lang::En);
        let charts = crate::charts(&state, Lang::En);
        for (tree, table) in [("list", &lists), ("ranking", &charts)] {
            let body = table.tagged("tbody")[0];
            assert_eq!(body.elements().count(), REGIONS.len(), "{tree} of {what}");
            for row in body.elements() {
                let cells: Vec<_> = row.elements().collect();
                let found = cells[1].attribute("data-value").expect("a value");
                assert_eq!(found, by_name(&cells[0].text()), "{tree} of {what}");
            }
        }
    }
}

#[test]
fn the_findings_on_the_nation_follow_from_the_csv() {
    let share = |key: &str, year: u16| {
        let column = complete(key, year).expect(key);
        let capital: f64 = ["11", "28", "41"].map(|code| column[code]).iter().sum();
        100.0 * capital / sum(column).expect("17 values")
    };
    let page = crate::detail(Selection::Nation, Lang::Ko);
    let figures = page.tagged("figure");
    let values = |place: usize| -> Vec<f64> {
        let caption = figures[place].tagged("figcaption")[0];
        let values = caption.every();
        let values = values
            .iter()
            .filter_map(|element| element.attribute("data-value"));
        values
            .map(|value| value.parse().expect("a number"))
            .collect()
    };
    let should = [
        share("bio_firms_main_site", 2022),
        share("pharma_mfg_C21_workers", 2022),
    ];
    for (found, should) in values(0).iter().zip(should) {
        check_near(*found, should, "firms and jobs");
    }
    let should = [
        share("medical_device_makers", 2015),
        share("medical_device_makers", 2025),
        share("medical_device_production", 2015),
        share("medical_device_production", 2025),
    ];
    assert_eq!(values(1).len(), should.len());
    for (found, should) in values(1).iter().zip(should) {
        check_near(*found, should, "makers and output");
    }
    // The trend's table: a row a year, a column a series.
    let keys = [
        "medical_device_makers",
        "medical_device_workers",
        "medical_device_production",
    ];
    let rows: Vec<_> = figures[1].tagged("tbody")[0].elements().collect();
    assert_eq!(rows.len(), 11);
    for row in rows {
        let cells: Vec<_> = row.elements().collect();
        let year = cells[0].text().parse().expect("a year");
        for (cell, key) in cells[1..].iter().zip(keys) {
            let found = cell
                .attribute("data-value")
                .expect("a value")
                .parse()
                .expect("a number");
            check_near(found, share(key, year), key);
        }
    }
}

#[test]
fn the_table_of_the_data_page_holds_the_latest_year_of_each_indicator() {
    let page = crate::data_page(Lang::Ko);
    let table = page.tagged("table")[0];
    let sources: Vec<String> = table.tagged("tfoot")[0]
        .tagged("a")
        .iter()
        .map(|link| link.text())
        .collect();
    assert_eq!(sources.len(), Indicator::ALL.len());
    for (row, region) in table.tagged("tbody")[0].elements().zip(&REGIONS) {
        let cells: Vec<_> = row.elements().skip(1).collect();
        assert_eq!(cells.len(), Indicator::ALL.len());
        for ((cell, indicator), source) in cells.iter().zip(Indicator::ALL).zip(&sources) {
            let year = crate::series_of(indicator)
                .map(|series| series.year)
                .max()
                .expect("a year");
            let measure = indicator.definition().measures[0];
            let should = expected(indicator, measure, year, source, region.code).expect("a value");
            let found = cell
                .attribute("data-value")
                .expect("a value")
                .parse()
                .expect("a number");
            check_near(found, should, indicator.slug());
        }
    }
}
