//! Every figure of every group of every scheme, worked out again from the CSV files.

use std::collections::{BTreeMap, HashSet};

use kbio_atlas::{Grouping, Indicator, Lang, Measure, Painting, REGIONS, SERIES, ViewState};

use crate::recomputed::{COLUMNS, Column, check_near, complete, sum};

/// The groups of a scheme by their Korean name, with the codes of their members.
pub fn groups(grouping: Grouping) -> BTreeMap<String, Vec<String>> {
    let all = || REGIONS.iter().map(|region| region.digits.to_string());
    let scheme = match grouping {
        Grouping::Sido => {
            return REGIONS
                .iter()
                .map(|region| (region.short.ko.to_string(), vec![region.digits.to_string()]))
                .collect();
        }
        Grouping::Capital => {
            let (inside, outside) = all().partition(|code| ["11", "28", "41"].contains(&&**code));
            return BTreeMap::from([
                ("수도권".to_string(), inside),
                ("비수도권".to_string(), outside),
            ]);
        }
        Grouping::FivePlusTwo => "5+2 광역경제권",
        Grouping::FivePolesThreeSpecial => "5극 3특",
    };
    let mut reader =
        csv::Reader::from_path(crate::dir().join("macro_regions.csv")).expect("a table");
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        if &row[0] == scheme {
            let members = groups.entry(row[2].to_string()).or_default();
            members.push(row[4].to_string());
        }
    }
    groups
}

/// The sum of a column over some regions.
fn over(column: &Column, codes: &[String]) -> f64 {
    codes.iter().map(|code| column[code.as_str()]).sum()
}

/// What a view shows of some regions together.
pub fn expected(state: &ViewState, codes: &[String]) -> f64 {
    let (key, year) = (state.indicator().definition().key, state.year());
    let series = SERIES
        .iter()
        .find(|series| series.key == key && series.year == year)
        .expect("a view has a series");
    let column = &COLUMNS[&(key.to_string(), year, series.source.to_string())];
    let (count, total) = (over(column, codes), sum(column).expect("17 values"));
    match state.measure() {
        Measure::Count => count,
        Measure::Share if state.indicator() == Indicator::RndShare => count,
        Measure::Share => 100.0 * count / total,
        Measure::Per100k => {
            let people = complete("population_resident_registered", year).expect("people");
            100_000.0 * count / over(people, codes)
        }
        Measure::LocationQuotient => {
            let counted = key.rsplit('_').next().expect("a last word");
            let base = complete(&format!("all_industry_{counted}"), year).expect("a base");
            (count / total) / (over(base, codes) / sum(base).expect("17 values"))
        }
    }
}

/// Every view in every grouping.
pub fn views() -> impl Iterator<Item = ViewState> {
    crate::views().into_iter().flat_map(|state| {
        Grouping::ALL.map(|grouping| {
            let mut state = state;
            state.grouping = grouping;
            state
        })
    })
}

fn said(state: &ViewState) -> String {
    format!(
        "{:?} {:?} {} {:?}",
        state.indicator(),
        state.measure(),
        state.year(),
        state.grouping
    )
}

#[test]
fn every_member_shows_the_figure_of_its_group() {
    let mut compared = 0;
    for state in views() {
        let painting = Painting::of(&state, Lang::Ko);
        for (name, codes) in groups(state.grouping) {
            let should = expected(&state, &codes);
            for code in &codes {
                let place = REGIONS.iter().position(|region| region.digits == code);
                let shape = &painting.regions[place.expect("a region")];
                let found = shape.value.parse().expect("a number");
                check_near(found, should, &format!("{name} {code} in {}", said(&state)));
                if state.grouping.is_grouped() {
                    assert!(shape.spoken.starts_with(&name), "{}", shape.spoken);
                }
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 17 * 4 * crate::views().len());
}

#[test]
fn the_legend_counts_every_unit_once() {
    for state in views() {
        let classes = Painting::of(&state, Lang::Ko).classes;
        let counted: usize = classes.classes.iter().map(|class| class.count).sum();
        let units = groups(state.grouping).len();
        assert_eq!(
            counted + classes.zero + classes.missing,
            units,
            "{}",
            said(&state)
        );
        // As many tones as there are different groups, up to five; a quotient's bounds are fixed.
        let is_two_sided = state.measure() == Measure::LocationQuotient;
        if state.grouping.is_grouped() && classes.zero == 0 && !is_two_sided {
            let shapes = Painting::of(&state, Lang::Ko).regions;
            let values: HashSet<&str> = shapes.iter().map(|shape| shape.value.as_str()).collect();
            let tones = classes.classes.len();
            assert_eq!(tones, values.len().min(5), "tones in {}", said(&state));
        }
    }
}

#[test]
fn the_ranking_and_its_table_hold_the_groups() {
    for state in views().filter(|state| state.grouping.is_grouped()) {
        let charts = crate::charts(&state, Lang::Ko);
        let groups = groups(state.grouping);
        let rows: Vec<_> = charts.tagged("tbody")[0].elements().collect();
        assert_eq!(rows.len(), groups.len(), "{}", said(&state));
        for row in rows {
            let cells: Vec<_> = row.elements().collect();
            let codes = &groups[&cells[0].text()];
            let found = cells[1].attribute("data-value").expect("a value");
            let found = found.parse().expect("a number");
            check_near(found, expected(&state, codes), &said(&state));
        }
        let bars = charts.every();
        let bars: Vec<_> = bars
            .iter()
            .filter_map(|bar| bar.attribute("data-bar"))
            .collect();
        let mut marked: Vec<&str> = bars.iter().flat_map(|codes| codes.split(' ')).collect();
        marked.sort_unstable();
        assert_eq!(marked, REGIONS.each_ref().map(|region| region.digits));
    }
}
