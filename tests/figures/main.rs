//! Every figure, link and source of the inert parts, against the CSV files themselves.

// The panels are made natively; the browser has none of this code.
#![cfg(not(target_arch = "wasm32"))]

mod compared;
mod descriptions;
mod groupings;
mod links;
mod markup;
mod recomputed;
mod story;
mod tenants;
mod words;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};

use kbio_atlas::compare::{self, Cells, Choice};
use kbio_atlas::geometry::{Boundaries, neighbours};
use kbio_atlas::package::Package;
use kbio_atlas::{
    CLUSTERS, ClusterId, Grouping, Indicator, Lang, Nearness, REGIONS, SERIES, Selection, Series,
    Site, ViewState, panel, sheet,
};

use markup::Tree;

fn dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| {
    Package::read(&dir()).unwrap_or_else(|errors| panic!("the package has faults: {errors:?}"))
});

fn root(lang: Lang) -> &'static str {
    lang.pick("/", "/en/")
}

/// The details of a selection; a region is given two neighbours, so that links to them are there to test.
fn detail(selection: Selection, lang: Lang) -> Tree {
    let neighbours = [REGIONS[0].code, REGIONS[16].code];
    let html = panel::detail(&PACKAGE, selection, lang, root(lang), &neighbours);
    Tree::parse(&html).unwrap_or_else(|fault| panic!("detail of {selection:?}: {fault}"))
}

fn charts(state: &ViewState, lang: Lang) -> Tree {
    let html = panel::charts(&PACKAGE, state, lang, root(lang), nearness(state).as_ref());
    Tree::parse(&html).unwrap_or_else(|fault| panic!("charts of {state:?}: {fault}"))
}

/// What the charts say of neighbours, worked out once a view.
fn nearness(state: &ViewState) -> Option<Nearness> {
    static NEIGHBOURS: LazyLock<Vec<Vec<usize>>> = LazyLock::new(|| {
        let boundaries = Boundaries::read(&dir()).expect("the outlines");
        neighbours(&boundaries.sido)
    });
    static KNOWN: Mutex<BTreeMap<String, Option<Nearness>>> = Mutex::new(BTreeMap::new());
    if state.grouping.is_grouped() {
        return None;
    }
    let view = format!(
        "{:?} {:?} {}",
        state.indicator(),
        state.measure(),
        state.year()
    );
    let mut known = KNOWN.lock().expect("no test panics while it looks");
    known
        .entry(view)
        .or_insert_with(|| Nearness::of(&NEIGHBOURS, &state.units()))
        .clone()
}

fn lists(state: &ViewState, lang: Lang) -> Tree {
    let html = panel::lists(&PACKAGE, state, lang, root(lang));
    Tree::parse(&html).unwrap_or_else(|fault| panic!("lists of {state:?}: {fault}"))
}

fn data_page(lang: Lang) -> Tree {
    let html = sheet::data_page(&PACKAGE, lang, root(lang));
    Tree::parse(&html).unwrap_or_else(|fault| panic!("data page: {fault}"))
}

static SITE: LazyLock<Site> =
    LazyLock::new(|| Site::read(&dir()).unwrap_or_else(|errors| panic!("{}", errors.join("\n"))));

fn story(lang: Lang) -> Tree {
    let html = SITE.story(lang, root(lang));
    Tree::parse(&html).unwrap_or_else(|fault| panic!("story: {fault}"))
}

/// What is written about clusters, by [`Lang`].
static CELLS: LazyLock<[String; 2]> =
    LazyLock::new(|| Lang::ALL.map(|lang| compare::write_cells(&PACKAGE, lang, root(lang))));

/// What the comparison shows of a list.
fn comparison(list: &str, lang: Lang) -> Tree {
    let cells = Cells::read(&CELLS[lang as usize]);
    let html = compare::content(&Choice::parse(list), &cells, lang, root(lang));
    Tree::parse(&html).unwrap_or_else(|fault| panic!("comparison of {list}: {fault}"))
}

/// Whatever can be compared, ten at a time, as the hash spells it.
fn lists_of_ten() -> Vec<String> {
    let regions = REGIONS.iter().map(|region| region.digits);
    let clusters = CLUSTERS.iter().map(|cluster| cluster.id);
    let keys: Vec<&str> = regions.chain(clusters).collect();
    keys.chunks(compare::MOST)
        .map(|keys| keys.join(","))
        .collect()
}

/// Whatever can be selected.
fn selections() -> Vec<Selection> {
    let regions = REGIONS.iter().map(|region| Selection::Region(region.code));
    let clusters = CLUSTERS.iter().map(|cluster| {
        Selection::Cluster(ClusterId::parse(cluster.id).expect("a cluster of the table"))
    });
    [Selection::Nation]
        .into_iter()
        .chain(regions)
        .chain(clusters)
        .collect()
}

/// Every indicator under every measure in every year that the state accepts.
fn views() -> Vec<ViewState> {
    let mut views = Vec::new();
    for indicator in Indicator::ALL {
        for &measure in indicator.definition().measures {
            for series in series_of(indicator) {
                let mut state = ViewState::new(Selection::Nation);
                state.set_indicator(indicator);
                state.set_measure(measure);
                state.set_year(series.year);
                if state.year() == series.year {
                    views.push(state);
                }
            }
        }
    }
    views
}

fn series_of(indicator: Indicator) -> impl Iterator<Item = &'static Series> {
    let key = indicator.definition().key;
    SERIES.iter().filter(move |series| series.key == key)
}

/// Every inert tree of a language, with a name for messages.
fn every_tree(lang: Lang) -> Vec<(String, Tree)> {
    let mut trees: Vec<_> = selections()
        .into_iter()
        .map(|selection| (format!("detail of {selection:?}"), detail(selection, lang)))
        .collect();
    for state in views() {
        let view = format!(
            "{:?} {:?} {}",
            state.indicator(),
            state.measure(),
            state.year()
        );
        for grouping in Grouping::ALL {
            let mut state = state;
            state.grouping = grouping;
            let view = format!("charts of {view} {grouping:?}");
            trees.push((view, charts(&state, lang)));
        }
    }
    let first = ViewState::new(Selection::Nation);
    trees.push(("lists".to_string(), lists(&first, lang)));
    trees.push(("data page".to_string(), data_page(lang)));
    trees.push(("story".to_string(), story(lang)));
    for list in lists_of_ten() {
        trees.push((format!("comparison of {list}"), comparison(&list, lang)));
    }
    trees
}
