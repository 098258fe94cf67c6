//! Every indicator under every measure, driven through the real controls and compared with the figures
//! that the native code reads from the data package; `tests/figures` ties those to the CSV files.

use crate::Outcome;
use crate::driver::Browser;
use crate::page::Page;
use kbio_atlas::{Indicator, Lang, Painting, REGIONS, SERIES, Selection, ViewState};
use serde_json::{Map, Value, json};

pub async fn every_view(page: Page) -> Outcome {
    for lang in Lang::ALL {
        // One browser in both languages, the other in one: the words are the same code in both.
        if (page.browser, lang) == (Browser::Firefox, Lang::En) {
            continue;
        }
        page.open_live(lang.pick("", "en/")).await?;
        for state in views() {
            drive(&page, &state).await?;
            page.expect_view(expected(&state, lang)).await?;
            check_labels(&page.view().await?["labels"], &state, lang);
        }
        page.expect_no_errors(lang.pick("", "en/")).await?;
    }
    Ok(())
}

/// Every indicator under each of its measures, in the latest year and in the first.
fn views() -> Vec<ViewState> {
    let mut views = Vec::new();
    for indicator in Indicator::ALL {
        for &measure in indicator.definition().measures {
            let of_year = |year| {
                let mut state = ViewState::new(Selection::Nation);
                state.set_indicator(indicator);
                state.set_measure(measure);
                state.set_year(year);
                (state.year() == year).then_some(state)
            };
            let series = SERIES
                .iter()
                .filter(|series| series.key == indicator.definition().key);
            let years: Vec<ViewState> = series.filter_map(|series| of_year(series.year)).collect();
            let first = years.iter().min_by_key(|state| state.year());
            let last = years.iter().max_by_key(|state| state.year());
            views.extend(last);
            views.extend(first.filter(|first| Some(*first) != last));
        }
    }
    assert!(views.len() > 40, "only {} views", views.len());
    views
}

/// Sets the controls as a hand does.
async fn drive(page: &Page, state: &ViewState) -> Outcome {
    let [indicator, measure] = [state.indicator().slug(), state.measure().slug()];
    page.choose("[name=indicator]", indicator).await?;
    page.click(&format!("[name=measure][value={measure}]"))
        .await?;
    page.choose("[name=year]", &state.year().to_string()).await
}

/// Not every region has room for its label.
#[track_caller]
fn check_labels(labels: &Value, state: &ViewState, lang: Lang) {
    let shapes = Painting::of(state, lang).regions;
    let labels = labels.as_object().expect("labels by region");
    assert!(labels.len() > 8, "only {} labels", labels.len());
    for (region, shape) in REGIONS.iter().zip(&shapes) {
        if let Some(label) = labels.get(region.digits) {
            assert_eq!(*label, json!(shape.label), "{} in {state:?}", region.digits);
        }
    }
}

fn expected(state: &ViewState, lang: Lang) -> Value {
    let painting = Painting::of(state, lang);
    let shapes = REGIONS.iter().zip(&painting.regions);
    let regions: Map<String, Value> = shapes
        .clone()
        .map(|(region, shape)| {
            let seen = json!([shape.tone.slug(), shape.value, shape.spoken]);
            (region.digits.to_owned(), seen)
        })
        .collect();
    let mut ranking: Vec<_> = shapes
        .map(|(region, shape)| (region.short.get(lang), &shape.value))
        .collect();
    let number = |value: &str| value.parse().unwrap_or(f64::NEG_INFINITY);
    // Stable, like the ranking: what ties stays in the order of the codes.
    ranking.sort_by(|(_, a), (_, b)| number(b).total_cmp(&number(a)));
    json!({
        "indicator": state.indicator().slug(),
        "measure": state.measure().slug(),
        "year": state.year().to_string(),
        "regions": regions,
        "ranking": ranking,
    })
}
