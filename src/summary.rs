//! The head of the panel: who is selected and the four figures that say the most.

use crate::cluster::{ClusterId, Role, Stage};
use crate::concentration;
use crate::headline;
use crate::measure::{self, Measure};
use crate::page::Page;
use crate::rank;
use crate::region::RegionCode;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// The panel's head.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    pub title: String,
    pub line: String,
    pub figures: Vec<Figure>,
    /// The path of the selection's own page under the language's root; `None` for the nation.
    pub page: Option<String>,
}

/// One figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    pub label: String,
    pub shown: String,
    /// `data-value`; empty for words.
    pub value: String,
}

impl Summary {
    pub fn of(state: &ViewState, lang: Lang) -> Self {
        match state.selection {
            Selection::Nation => nation(state, lang),
            Selection::Region(code) => region(state, code, lang),
            Selection::Cluster(id) => cluster(id, lang),
        }
    }
}

fn nation(state: &ViewState, lang: Lang) -> Summary {
    let text = lang.text();
    let (indicator, year) = (state.indicator(), state.year());
    let values = state.units();
    let mut figures = Vec::new();
    if let Some(total) = measure::national_total(indicator, year) {
        figures.push(Figure {
            label: format!("{} ({})", text.total, indicator.definition().unit.get(lang)),
            shown: total.grouped(0),
            value: total.full(),
        });
    }
    if let Some(share) = headline::capital_share(indicator, year) {
        figures.push(Figure {
            label: text.capital_share.to_string(),
            shown: format!("{}%", share.grouped(1)),
            value: share.full(),
        });
    }
    let first = rank::order(&values)[0];
    if let Some(value) = values[first] {
        figures.push(Figure {
            label: format!("{}: {}", text.largest, state.grouping.label(first, lang)),
            shown: value.grouped(state.measure().digits()),
            value: value.full(),
        });
    }
    // Of the counts: a Gini coefficient of rates or quotients would mean nothing. Of the regions under every
    // grouping: of two groups it would say little.
    let counts = measure::values(indicator, indicator.definition().measures[0], year);
    if let Some(gini) = counts
        .as_ref()
        .and_then(|counts| concentration::gini(counts))
    {
        figures.push(Figure {
            label: lang.pick("지니 계수", "Gini coefficient").to_string(),
            shown: gini.grouped(2),
            value: gini.full(),
        });
    }
    Summary {
        title: text.nation.to_string(),
        line: lang
            .pick(
                "지도나 목록에서 시·도와 클러스터를 고르면 여기에 나옵니다.",
                "Choose a region or a cluster on the map or in the lists to read about it here.",
            )
            .to_string(),
        figures,
        page: None,
    }
}

fn region(state: &ViewState, code: RegionCode, lang: Lang) -> Summary {
    let place = code.index();
    let (indicator, year) = (state.indicator(), state.year());
    let unit = indicator.definition().unit.get(lang);
    let figures = indicator
        .definition()
        .measures
        .iter()
        .filter_map(|&measure| {
            let value = measure::values(indicator, measure, year)?[place]?;
            let label = match measure {
                Measure::Count => {
                    format!("{} ({unit})", indicator.definition().name.get(lang))
                }
                _ => measure.name().get(lang).to_string(),
            };
            let mark = if measure == Measure::Share { "%" } else { "" };
            Some(Figure {
                label,
                shown: format!("{}{mark}", value.grouped(measure.digits())),
                value: value.full(),
            })
        })
        .collect();
    // The panel is about the region itself, whatever group it is shown in.
    let values = measure::values(indicator, state.measure(), year);
    let line = match values.and_then(|values| rank::rank(&values, place)) {
        Some(rank) => {
            let measured = headline::measured(indicator, state.measure(), lang);
            let (at, of) = (rank.rank, rank.of);
            match (lang, rank.tied) {
                (Lang::Ko, false) => format!("{measured}: {of}개 시·도 중 {at}위, {year}년"),
                (Lang::Ko, true) => format!("{measured}: {of}개 시·도 중 공동 {at}위, {year}년"),
                (Lang::En, false) => format!("{measured}: rank {at} of {of} regions, {year}"),
                (Lang::En, true) => format!("{measured}: joint rank {at} of {of} regions, {year}"),
            }
        }
        None => lang.text().no_data.to_string(),
    };
    Summary {
        title: code.region().name.get(lang).to_string(),
        line,
        figures,
        page: Some(Page::Region(code).path()),
    }
}

fn cluster(id: ClusterId, lang: Lang) -> Summary {
    let cluster = id.cluster();
    Summary {
        title: cluster.label.get(lang).to_string(),
        line: format!(
            "{} · {} · {}",
            cluster.region().region().name.get(lang),
            cluster.role.name(lang),
            cluster.stage.name(lang)
        ),
        figures: Vec::new(),
        page: Some(Page::Cluster(id).path()),
    }
}

impl Role {
    pub fn name(self, lang: Lang) -> &'static str {
        let text = lang.text();
        match self {
            Role::Hub => text.hub,
            Role::NationalComplex => text.complex,
            Role::HubAndComplex => text.hub_and_complex,
            Role::Spoke => text.spoke,
            Role::Other => text.other_cluster,
        }
    }

    /// The class of the marker.
    pub fn slug(self) -> &'static str {
        match self {
            Role::Hub => "hub",
            Role::NationalComplex => "complex",
            Role::HubAndComplex => "hub-complex",
            Role::Spoke => "spoke",
            Role::Other => "other",
        }
    }
}

impl Stage {
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Stage::Operating => lang.pick("운영 중", "operating"),
            Stage::Developing => lang.pick("조성 중", "being built"),
            Stage::Planned => lang.pick("계획", "planned"),
        }
    }

    /// The class of the marker.
    pub fn slug(self) -> &'static str {
        match self {
            Stage::Operating => "operating",
            Stage::Developing => "developing",
            Stage::Planned => "planned",
        }
    }
}
