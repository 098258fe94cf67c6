//! What the reader is looking at, and its spelling in the URL hash.
//!
//! Parsing is total: unknown keys, wrong values and hostile text fall back to the page's own default.

use crate::arrangement::Arrangement;
use crate::classify::{Breaks, Scheme};
use crate::cluster::ClusterId;
use crate::cut::Cut;
use crate::grouping::Grouping;
use crate::indicator::Indicator;
use crate::link::{Families, Family};
use crate::measure::{self, Measure};
use crate::region::RegionCode;
use crate::sigungu::Context;

/// What the panel is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Selection {
    #[default]
    Nation,
    Region(RegionCode),
    Cluster(ClusterId),
}

/// Everything that can be switched.
///
/// The indicator, the measure and the year always name values that exist: [`ViewState::new`] and the
/// setters see to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ViewState {
    indicator: Indicator,
    measure: Measure,
    year: u16,
    pub selection: Selection,
    /// Whether the clusters (points) are drawn.
    pub clusters: bool,
    /// Whether the links (lines) are drawn.
    pub links: bool,
    /// The families of links that are drawn.
    pub families: Families,
    /// Whether the regions are shown each by itself or as members of wider ones.
    pub grouping: Grouping,
    /// The region whose 시군구 are asked for; see [`ViewState::near`].
    pub zoom: Option<RegionCode>,
    /// What the map of the 시군구 shows.
    pub context: Context,
    /// How the regions are laid out.
    pub arrangement: Arrangement,
    /// Whether patterns lie over the tones.
    pub patterns: bool,
    /// How the values are cut into classes.
    pub cut: Cut,
}

impl ViewState {
    /// The first view of a page: survey firms, count, latest year, both overlays.
    pub fn new(selection: Selection) -> Self {
        let mut state = ViewState {
            indicator: Indicator::default(),
            measure: Measure::default(),
            year: 0,
            selection,
            clusters: true,
            links: true,
            families: Families::EVERY,
            grouping: Grouping::default(),
            zoom: None,
            context: Context::default(),
            arrangement: Arrangement::Map,
            patterns: false,
            cut: Cut::default(),
        };
        state.settle();
        state
    }

    /// The region that is selected, or that of the selected cluster.
    pub fn region(&self) -> Option<RegionCode> {
        match self.selection {
            Selection::Nation => None,
            Selection::Region(code) => Some(code),
            Selection::Cluster(id) => Some(id.cluster().region()),
        }
    }

    /// The region that is shown from near with its 시군구: only while it, or a cluster in it, is selected.
    pub fn near(&self) -> Option<RegionCode> {
        self.zoom.filter(|zoom| self.region() == Some(*zoom))
    }

    pub fn indicator(&self) -> Indicator {
        self.indicator
    }

    pub fn measure(&self) -> Measure {
        self.measure
    }

    pub fn year(&self) -> u16 {
        self.year
    }

    /// Another indicator; measure and year stay where the new one has them.
    pub fn set_indicator(&mut self, indicator: Indicator) {
        self.indicator = indicator;
        self.settle();
    }

    /// Another measure; the year stays where the measure has it.
    pub fn set_measure(&mut self, measure: Measure) {
        self.measure = measure;
        self.settle();
    }

    /// Another year; ignored where there are no values.
    pub fn set_year(&mut self, year: u16) {
        if measure::values(self.indicator, self.measure, year).is_some() {
            self.year = year;
        }
    }

    /// Another grouping; everything else stays.
    pub fn set_grouping(&mut self, grouping: Grouping) {
        self.grouping = grouping;
        self.settle();
    }

    /// The values of the units of the grouping, the 17 regions at first. Never `None`: see [`ViewState`].
    pub fn units(&self) -> measure::Values {
        measure::units(self.indicator, self.measure, self.year, self.grouping)
            .unwrap_or([None; crate::region::REGION_COUNT])
    }

    /// The values on the map: for each region its own, or its group's.
    pub fn values(&self) -> measure::Values {
        self.grouping.spread(&self.units())
    }

    /// Whether clusters are on the page: they have no place but on the map itself.
    pub fn shows_clusters(&self) -> bool {
        self.clusters && self.arrangement == Arrangement::Map
    }

    /// The years that have values, from the earliest.
    pub fn years(&self) -> Vec<u16> {
        measure::years(self.indicator, self.measure)
    }

    /// The values of the units in each year that decides about the classes: all of [`ViewState::years`], but
    /// of groups the shown one alone. Two to eight of them would often fall into one shade of all years.
    pub fn units_of_years(&self) -> Vec<measure::Values> {
        if self.grouping.is_grouped() {
            return vec![self.units()];
        }
        let years = self.years();
        let of = |year: &u16| {
            ViewState {
                year: *year,
                ..*self
            }
            .units()
        };
        years.iter().map(of).collect()
    }

    /// Moves to the nearest view that exists.
    fn settle(&mut self) {
        // Lent for other values.
        self.cut.lent = None;
        let measures = self.indicator.definition().measures;
        if !measures.contains(&self.measure) {
            self.measure = measures[0];
        }
        let years = measure::years(self.indicator, self.measure);
        if !years.contains(&self.year) {
            self.year = years.last().copied().unwrap_or(0);
        }
    }

    /// Reads a hash, with or without its `#`, on top of the page's default.
    pub fn parse(hash: &str, default: &ViewState) -> ViewState {
        let mut state = *default;
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let pairs = || hash.split('&').filter_map(|pair| pair.split_once('='));
        // The indicator first, then the measure, whatever their order in the hash: a year or a measure
        // means something only within them.
        for (key, value) in pairs() {
            if let ("indicator", Some(indicator)) = (key, Indicator::parse(value)) {
                state.set_indicator(indicator);
            }
        }
        for (key, value) in pairs() {
            if let ("measure", Some(measure)) = (key, Measure::parse(value)) {
                state.set_measure(measure);
            }
        }
        for (key, value) in pairs() {
            match key {
                "year" => {
                    if let Ok(year) = value.parse() {
                        state.set_year(year);
                    }
                }
                "region" if value == NATION => state.selection = Selection::Nation,
                "region" => {
                    if let Some(code) = RegionCode::parse(value) {
                        state.selection = Selection::Region(code);
                    }
                }
                "cluster" => {
                    if let Some(id) = ClusterId::parse(value) {
                        state.selection = Selection::Cluster(id);
                    }
                }
                "group" => state.grouping = Grouping::parse(value).unwrap_or(state.grouping),
                "zoom" => state.zoom = RegionCode::parse(value),
                "context" => state.context = Context::parse(value).unwrap_or_default(),
                "scheme" => state.cut.scheme = Scheme::parse(value).or(state.cut.scheme),
                "lent" => state.cut.lent = Breaks::parse(value),
                "classes" => state.cut.k = Cut::parse_k(value).or(state.cut.k),
                "clusters" => set_switch(&mut state.clusters, value),
                "links" => set_switch(&mut state.links, value),
                "layout" => {
                    if let Some(arrangement) = Arrangement::parse(value) {
                        state.arrangement = arrangement;
                    }
                }
                "patterns" => set_switch(&mut state.patterns, value),
                "hide" => {
                    state.families = Families::EVERY;
                    for family in value.split(',').filter_map(Family::parse) {
                        if state.families.contains(family) {
                            state.families = state.families.toggled(family);
                        }
                    }
                }
                _ => {}
            }
        }
        if let (Some(code), None) = (state.zoom, state.near()) {
            state.selection = Selection::Region(code);
        }
        state
    }

    /// [`ViewState::to_hash`] with the bounds that the state was lent, for those who draw it.
    pub fn to_message(&self, default: &ViewState) -> String {
        let mut out = self.to_hash(default);
        if let Some(lent) = self.cut.lent {
            out.push_str("&lent=");
            out.push_str(&lent.spelling());
        }
        out
    }

    /// Whether the same values are on the map, whoever is selected and however they are drawn.
    pub fn shows_the_same_figures(&self, other: &ViewState) -> bool {
        (self.indicator, self.measure, self.year, self.grouping)
            == (other.indicator, other.measure, other.year, other.grouping)
    }

    /// The hash that [`ViewState::parse`] reads back, without `#`: only what differs from the default.
    pub fn to_hash(&self, default: &ViewState) -> String {
        let mut out = String::new();
        let mut push = |key: &str, value: &str| {
            if !out.is_empty() {
                out.push('&');
            }
            out.push_str(key);
            out.push('=');
            out.push_str(value);
        };
        if self.indicator != default.indicator {
            push("indicator", self.indicator.slug());
        }
        // Compared with what the reader of the hash will have settled on by then.
        let mut settled = *default;
        settled.set_indicator(self.indicator);
        if self.measure != settled.measure {
            push("measure", self.measure.slug());
        }
        settled.set_measure(self.measure);
        if self.year != settled.year {
            push("year", &self.year.to_string());
        }
        if self.selection != default.selection {
            match self.selection {
                Selection::Nation => push("region", NATION),
                Selection::Region(code) => push("region", code.as_str()),
                Selection::Cluster(id) => push("cluster", id.as_str()),
            }
        }
        if self.grouping != default.grouping {
            push("group", self.grouping.slug());
        }
        if let Some(code) = self.near() {
            push("zoom", code.as_str());
            if self.context != default.context {
                push("context", self.context.slug());
            }
        }
        if let Some(scheme) = self.cut.scheme {
            push("scheme", &scheme.spelling());
        }
        if let Some(k) = self.cut.k {
            push("classes", &k.to_string());
        }
        if self.clusters != default.clusters {
            push("clusters", switch(self.clusters));
        }
        if self.links != default.links {
            push("links", switch(self.links));
        }
        if self.arrangement != default.arrangement {
            push("layout", self.arrangement.slug());
        }
        if self.patterns != default.patterns {
            push("patterns", switch(self.patterns));
        }
        if self.families != default.families {
            let hidden: Vec<_> = Family::ALL
                .into_iter()
                .filter(|family| !self.families.contains(*family))
                .map(Family::slug)
                .collect();
            push("hide", &hidden.join(","));
        }
        out
    }
}

/// Every indicator under every measure in every year that exists.
#[cfg(not(target_arch = "wasm32"))]
pub fn views() -> impl Iterator<Item = ViewState> {
    Indicator::ALL.into_iter().flat_map(|indicator| {
        indicator
            .definition()
            .measures
            .iter()
            .flat_map(move |&measure| {
                measure::years(indicator, measure)
                    .into_iter()
                    .map(move |year| {
                        let mut state = ViewState::new(Selection::Nation);
                        state.set_indicator(indicator);
                        state.set_measure(measure);
                        state.set_year(year);
                        state
                    })
            })
    })
}

/// The nation's code in the data package.
pub const NATION: &str = "00";

fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

fn set_switch(slot: &mut bool, value: &str) {
    match value {
        "on" => *slot = true,
        "off" => *slot = false,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hash: &str, expected: &str) {
        let default = ViewState::new(Selection::Nation);
        assert_eq!(
            ViewState::parse(hash, &default).to_hash(&default),
            expected,
            "from {hash:?}"
        );
    }

    #[test]
    fn what_is_said_comes_back() {
        check("#indicator=pharma-workers", "indicator=pharma-workers");
        check("#measure=share", "measure=share");
        check(
            "indicator=pharma-workers&measure=lq&year=2020",
            "indicator=pharma-workers&measure=lq&year=2020",
        );
        check("#region=43", "region=43");
        check("#cluster=cb-osong&links=off", "cluster=cb-osong&links=off");
        check("#hide=belt,agreement", "hide=belt,agreement");
        check("#group=5k3t", "group=5k3t");
        check(
            "#group=capital&measure=share",
            "measure=share&group=capital",
        );
        check("#patterns=on&layout=tiles", "layout=tiles&patterns=on");
        check("#layout=circles", "layout=circles");
        check(
            "#scheme=fisher-jenks&classes=7",
            "scheme=fisher-jenks&classes=7",
        );
        check(
            "#scheme=user-defined:10,50.5,200",
            "scheme=user-defined:10,50.5,200",
        );
        check(
            "#hide=hub-spoke&clusters=off",
            "clusters=off&hide=hub-spoke",
        );
    }

    #[test]
    fn a_region_is_near_only_while_it_is_selected() {
        check("#zoom=43", "region=43&zoom=43");
        check("#region=43&zoom=43", "region=43&zoom=43");
        check("#cluster=cb-osong&zoom=43", "cluster=cb-osong&zoom=43");
        check(
            "#zoom=43&context=health",
            "region=43&zoom=43&context=health",
        );
        check("#zoom=43&context=biotech", "region=43&zoom=43");
        check("#zoom=42&context=health", "");
        let mut state = ViewState::parse("#zoom=43", &ViewState::new(Selection::Nation));
        state.selection = Selection::Nation;
        assert_eq!(state.near(), None);
    }

    #[test]
    fn the_default_says_nothing() {
        check("", "");
        check("#", "");
        check(
            "#indicator=bio-firms&measure=count&year=2022&region=00&links=on&group=sido",
            "",
        );
    }

    #[test]
    fn order_does_not_matter() {
        check(
            "#year=2020&measure=lq&indicator=pharma-workers",
            "indicator=pharma-workers&measure=lq&year=2020",
        );
    }

    #[test]
    fn unknown_and_hostile_text_falls_to_the_default() {
        for hash in [
            "#region=42",
            "#region=99",
            "#region=",
            "#cluster=nowhere",
            "#year=1600",
            "#year=99999999999",
            "#measure=lq",
            "#indicator=<script>alert(1)</script>",
            "#%00%ff",
            "#&&&===",
            "#constructor=1",
            "#year=2022&year=-1",
            "#hide=",
            "#group=",
            "#group=5극 3특",
            "#group=yeongnam",
            "#clusters=maybe",
            "#layout=globe",
            "#layout=map&patterns=off",
            "#충북",
            "#region=43%20",
            "#__proto__=x",
            "#scheme=jenks",
            "#scheme=user-defined:9,1",
            "#classes=1",
            "#classes=10",
        ] {
            check(hash, "");
        }
        check(&"#region=43&".repeat(20_000), "region=43");
    }

    #[test]
    fn a_year_without_its_denominator_is_not_reached() {
        // There is no population of 2025 in the data package.
        check(
            "#indicator=device-makers&measure=per100k&year=2025",
            "indicator=device-makers&measure=per100k",
        );
    }

    #[test]
    fn a_region_page_can_go_back_to_the_nation() {
        let default = ViewState::new(Selection::Region(RegionCode::parse("43").unwrap()));
        let state = ViewState::parse("#region=00", &default);
        assert_eq!(state.selection, Selection::Nation);
        assert_eq!(state.to_hash(&default), "region=00");
        assert_eq!(ViewState::parse("", &default).to_hash(&default), "");
    }
}
