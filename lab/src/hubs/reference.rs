//! What an answer is held against: today's documented hubs, an even spread, one star hub.

use kbio_atlas::hub_places::HubPlace;
use kbio_atlas::{Lang, Role};
use kbio_atlas_hub::{Choice, unwatched};

use super::model::{Answer, Model};
use super::question::Question;

/// A choice of hubs that somebody could argue for.
#[derive(Clone, PartialEq, Debug)]
pub struct Reference {
    pub kind: Kind,
    pub answer: Answer,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The clusters that sources name as hubs with spokes.
    Today,
    /// In each wide region of the 5+2 scheme the cluster with the least mean distance to the region's weight.
    Even,
    /// The best single hub.
    Star,
}

impl Kind {
    pub fn name(self, hubs: usize, lang: Lang) -> String {
        match (self, lang) {
            (Kind::Today, Lang::Ko) => format!("오늘 문서에 적힌 허브 {hubs}곳"),
            (Kind::Today, Lang::En) => format!("Today's {hubs} documented hubs"),
            (Kind::Even, Lang::Ko) => format!("고르게: 5+2 광역경제권마다 하나, {hubs}곳"),
            (Kind::Even, Lang::En) => format!("Even: one in each of the 5+2 regions, {hubs}"),
            (Kind::Star, Lang::Ko) => "스타 허브 한 곳".to_string(),
            (Kind::Star, Lang::En) => "One star hub".to_string(),
        }
    }
}

/// All three, under the question's aim and rates but without what it fixes or forbids; `None` where the places
/// lack what they need.
pub fn references(
    places: &[HubPlace],
    model: &Model,
    question: &Question,
) -> Option<Vec<Reference>> {
    let today: Vec<usize> = (0..places.len())
        .filter(|&at| {
            let role = places[at].id.cluster().role;
            matches!(role, Role::Hub | Role::HubAndComplex)
        })
        .collect();
    let fixed = |kind: Kind, hubs: &[usize]| -> Option<Reference> {
        let choice = Choice::new(places.len(), hubs.len(), hubs, &[]).ok()?;
        let answer = model.solve(question, &choice, &mut unwatched).ok()?;
        Some(Reference { kind, answer })
    };
    let star = Choice::free(places.len(), 1).ok()?;
    Some(vec![
        fixed(Kind::Today, &today)?,
        fixed(Kind::Even, &even(places, model))?,
        Reference {
            kind: Kind::Star,
            answer: model.solve(question, &star, &mut unwatched).ok()?,
        },
    ])
}

/// One place in each wide region, in the order of the places.
fn even(places: &[HubPlace], model: &Model) -> Vec<usize> {
    let mut regions: Vec<&str> = places.iter().map(|place| place.wide.as_str()).collect();
    regions.sort_unstable();
    regions.dedup();
    let mut hubs: Vec<usize> = regions
        .into_iter()
        .filter(|region| !region.is_empty())
        .filter_map(|region| {
            let members: Vec<usize> = (0..places.len())
                .filter(|&at| places[at].wide == region)
                .collect();
            let cost = |hub: usize| -> f64 {
                let legs = members
                    .iter()
                    .map(|&node| model.weight[node] * model.distance(node, hub));
                legs.sum()
            };
            members
                .iter()
                .copied()
                .min_by(|&a, &b| cost(a).total_cmp(&cost(b)))
        })
        .collect();
    hubs.sort_unstable();
    hubs
}
