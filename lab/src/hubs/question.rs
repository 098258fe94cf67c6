//! What a reader asks, read from the hash of a URL, and what can be wrong with it.

use kbio_atlas::hub_places::{HubPlace, MOST_HUBS, weights};
use kbio_atlas::{ClusterId, Indicator, Lang};
use kbio_atlas_hub::{Mistake, Rates};

use super::model::Allocation;

/// An experiment.
#[derive(Clone, PartialEq, Debug)]
pub struct Question {
    pub allocation: Allocation,
    pub weight: Indicator,
    /// p.
    pub hubs: usize,
    pub rates: Rates,
    /// Places that must be hubs, and places that must not.
    pub fix: Vec<usize>,
    pub forbid: Vec<usize>,
}

/// What is wrong with a question.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Complaint {
    Allocation,
    Weight,
    /// p is not a whole number from 1 to [`MOST_HUBS`].
    Hubs,
    /// A rate that is no number at all.
    Rate,
    /// A place that is no cluster.
    Place,
    Mistake(Mistake),
}

impl Question {
    /// What the hash does not name is as usual; what it names wrongly is complained of, never guessed.
    pub fn parse(hash: &str, places: &[HubPlace]) -> Result<Question, Complaint> {
        let find = |name: &str| {
            let mut pairs = hash.trim_start_matches('#').split('&');
            pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        let rate = |name: &str, usual: f64| match find(name) {
            None => Ok(usual),
            Some(text) => text.parse::<f64>().map_err(|_| Complaint::Rate),
        };
        let list = |name: &str| -> Result<Vec<usize>, Complaint> {
            let ids = find(name)
                .unwrap_or_default()
                .split(',')
                .filter(|id| !id.is_empty());
            ids.map(|id| {
                let id = ClusterId::parse(id);
                let place = places.iter().position(|place| Some(place.id) == id);
                place.ok_or(Complaint::Place)
            })
            .collect()
        };
        let allocation = match find("allocation") {
            None => Allocation::Single,
            Some(slug) => Allocation::parse(slug).ok_or(Complaint::Allocation)?,
        };
        let weight = match find("weight") {
            None => weights().next().ok_or(Complaint::Weight)?,
            Some(slug) => weights()
                .find(|indicator| indicator.slug() == slug)
                .ok_or(Complaint::Weight)?,
        };
        let hubs = match find("p") {
            None => 4,
            Some(text) => text
                .parse()
                .ok()
                .filter(|hubs| (1..=MOST_HUBS).contains(hubs))
                .ok_or(Complaint::Hubs)?,
        };
        let rates = Rates::new(rate("chi", 1.0)?, rate("alpha", 0.75)?, rate("delta", 1.0)?)
            .map_err(Complaint::Mistake)?;
        Ok(Question {
            allocation,
            weight,
            hubs,
            rates,
            fix: list("fix")?,
            forbid: list("forbid")?,
        })
    }
}

impl Complaint {
    /// One sentence for a reader.
    pub fn words(self, places: &[HubPlace], lang: Lang) -> String {
        let name = |site: usize| {
            places
                .get(site)
                .map_or("", |place| place.id.cluster().label.get(lang))
        };
        match (self, lang) {
            (Complaint::Allocation, Lang::Ko) => "그런 목표는 없습니다.".to_string(),
            (Complaint::Allocation, Lang::En) => "There is no such aim.".to_string(),
            (Complaint::Weight, Lang::Ko) => {
                "이 지표로는 무게를 줄 수 없습니다. 수로 공표되고 17개 시·도가 모두 있는 지표만 쓸 수 있습니다.".to_string()
            }
            (Complaint::Weight, Lang::En) => {
                "This indicator cannot weigh places: it must be a count that no province lacks.".to_string()
            }
            (Complaint::Hubs, Lang::Ko) => {
                format!("허브 수 p는 1부터 {MOST_HUBS}까지의 정수여야 합니다.")
            }
            (Complaint::Hubs, Lang::En) => {
                format!("The number of hubs p must be a whole number from 1 to {MOST_HUBS}.")
            }
            (Complaint::Rate | Complaint::Mistake(Mistake::Rate { .. }), Lang::Ko) => {
                "요율 α, χ, δ는 0 이상의 유한한 수여야 합니다.".to_string()
            }
            (Complaint::Rate | Complaint::Mistake(Mistake::Rate { .. }), Lang::En) => {
                "The rates α, χ and δ must be finite numbers of 0 or more.".to_string()
            }
            (Complaint::Place, Lang::Ko) => {
                "고정하거나 금지한 곳 가운데 이 지도에 없는 클러스터가 있습니다.".to_string()
            }
            (Complaint::Place, Lang::En) => {
                "One of the places fixed or forbidden is no cluster of this atlas.".to_string()
            }
            (Complaint::Mistake(Mistake::OpenAndClosed { site }), Lang::Ko) => {
                format!("{}: 고정하면서 금지할 수는 없습니다.", name(site))
            }
            (Complaint::Mistake(Mistake::OpenAndClosed { site }), Lang::En) => {
                format!("{}: it cannot be fixed and forbidden at once.", name(site))
            }
            (Complaint::Mistake(Mistake::TooManyOpen { open, hubs }), Lang::Ko) => {
                format!("{open}곳을 고정했는데 허브는 {hubs}곳뿐입니다. p를 늘리거나 고정을 푸십시오.")
            }
            (Complaint::Mistake(Mistake::TooManyOpen { open, hubs }), Lang::En) => {
                format!("{open} places are fixed but only {hubs} can be hubs. Raise p or free some.")
            }
            (Complaint::Mistake(Mistake::TooFewSites { allowed, hubs }), Lang::Ko) => {
                format!("허브 {hubs}곳이 필요한데 남은 곳은 {allowed}곳입니다. 금지를 푸십시오.")
            }
            (Complaint::Mistake(Mistake::TooFewSites { allowed, hubs }), Lang::En) => {
                format!("{hubs} hubs are asked for but {allowed} places are allowed. Forbid fewer.")
            }
            // What only the file of places could bring about.
            (Complaint::Mistake(_), Lang::Ko) => "이 조건으로는 계산할 수 없습니다.".to_string(),
            (Complaint::Mistake(_), Lang::En) => "These conditions cannot be worked out.".to_string(),
        }
    }
}
