//! Clusters as a network: distances, weights, flows, and what a choice of hubs costs on it.

use kbio_atlas::hub_places::{HubPlace, demand};
use kbio_atlas::{ClusterId, Indicator, great_circle_km};
use kbio_atlas_hub::{Choice, Mistake, Network, Watch, centre, median, multiple, single};

use super::question::Question;

/// What is to be least.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Allocation {
    Single,
    Multiple,
    Median,
    Centre,
}

impl Allocation {
    pub const ALL: [Allocation; 4] = [
        Allocation::Single,
        Allocation::Multiple,
        Allocation::Median,
        Allocation::Centre,
    ];

    /// The name in the hash.
    pub fn slug(self) -> &'static str {
        match self {
            Allocation::Single => "single",
            Allocation::Multiple => "multiple",
            Allocation::Median => "median",
            Allocation::Centre => "centre",
        }
    }

    pub fn parse(slug: &str) -> Option<Self> {
        Allocation::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// The clusters with their distances, weights and flows, in the order of the file of places.
#[derive(Debug)]
pub struct Model {
    network: Network,
    /// Kilometres, row-major.
    distance: Vec<f64>,
    /// o(i): the region's figure, split evenly among its clusters.
    pub weight: Vec<f64>,
    /// The year of the figures.
    pub year: u16,
}

/// A choice of hubs with what is known of it. Costs are in kilometres: for a unit of flow (single, multiple),
/// for a unit of weight (p-median), or as they are (p-centre).
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// Places of the hubs, rising.
    pub hubs: Vec<usize>,
    /// The hubs that each node uses, rising.
    pub used: Vec<Vec<usize>>,
    pub cost: f64,
    /// No allowed choice costs less.
    pub bound: f64,
    pub proven: bool,
}

/// How far the weight has to go.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reach {
    /// Kilometres to the nearest hub in use, weighted.
    pub mean: f64,
    /// Kilometres of the farthest node.
    pub worst: f64,
    /// The node that is farthest.
    pub farthest: usize,
    /// Parts of the weight within 50 and within 100 kilometres, from 0 to 1.
    pub within: [f64; 2],
}

impl Model {
    /// `None` without places or figures.
    pub fn of(places: &[HubPlace], indicator: Indicator) -> Option<Model> {
        let (year, figures) = demand(indicator)?;
        let clusters_in = |id: ClusterId| {
            let same = places
                .iter()
                .filter(|it| it.id.cluster().region() == id.cluster().region());
            same.count() as f64
        };
        let weight: Vec<f64> = places
            .iter()
            .map(|place| figures[place.id.cluster().region().index()] / clusters_in(place.id))
            .collect();
        let total: f64 = weight.iter().sum();
        let n = places.len();
        let pairs = || (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
        let distance: Vec<f64> = pairs()
            .map(|(i, j)| great_circle_km(places[i].point, places[j].point))
            .collect();
        let flow = pairs()
            .map(|(i, j)| {
                if i == j {
                    0.0
                } else {
                    weight[i] * weight[j] / total
                }
            })
            .collect();
        Some(Model {
            network: Network::new(n, flow, distance.clone()).ok()?,
            distance,
            weight,
            year,
        })
    }

    pub fn nodes(&self) -> usize {
        self.weight.len()
    }

    pub fn distance(&self, from: usize, to: usize) -> f64 {
        self.distance[from * self.nodes() + to]
    }

    /// The best allowed choice of hubs.
    pub fn solve(
        &self,
        question: &Question,
        choice: &Choice,
        watch: &mut Watch<'_>,
    ) -> Result<Answer, Mistake> {
        let one = |hub: Vec<usize>| hub.into_iter().map(|hub| vec![hub]).collect();
        let (network, rates) = (&self.network, &question.rates);
        let (hubs, used, cost, bound, proven) = match question.allocation {
            Allocation::Single => {
                let found = single(network, rates, choice, watch)?;
                (
                    found.hubs,
                    one(found.allocation),
                    found.cost,
                    found.bound,
                    found.proven,
                )
            }
            Allocation::Multiple => {
                let found = multiple(network, rates, choice, watch)?;
                (
                    found.hubs,
                    found.allocation,
                    found.cost,
                    found.bound,
                    found.proven,
                )
            }
            Allocation::Median => {
                let found = median(&self.weight, &self.distance, choice, watch)?;
                (
                    found.hubs,
                    one(found.allocation),
                    found.cost,
                    found.bound,
                    found.proven,
                )
            }
            Allocation::Centre => {
                let found = centre(&self.distance, choice, watch)?;
                (
                    found.hubs,
                    one(found.allocation),
                    found.cost,
                    found.bound,
                    found.proven,
                )
            }
        };
        let unit = self.unit(question.allocation);
        Ok(Answer {
            hubs,
            used,
            cost: cost / unit,
            bound: bound / unit,
            proven,
        })
    }

    /// What a cost is divided by to be kilometres.
    fn unit(&self, allocation: Allocation) -> f64 {
        let n = self.nodes();
        let total: f64 = match allocation {
            Allocation::Single | Allocation::Multiple => {
                (0..n).map(|node| self.network.outflow(node)).sum()
            }
            Allocation::Median => self.weight.iter().sum(),
            Allocation::Centre => 1.0,
        };
        // A network without any flow costs nothing, however it is divided.
        if total > 0.0 { total } else { 1.0 }
    }

    /// How far the weight has to go with an answer's hubs; `None` without a node.
    pub fn reach(&self, answer: &Answer) -> Option<Reach> {
        let far = |node: usize| {
            let used = &answer.used[node];
            let hubs = if used.is_empty() { &answer.hubs } else { used };
            let distances = hubs.iter().map(|&hub| self.distance(node, hub));
            distances.fold(f64::INFINITY, f64::min)
        };
        let total: f64 = self.weight.iter().sum();
        let farthest = (0..self.nodes()).max_by(|&a, &b| far(a).total_cmp(&far(b)))?;
        let share = |is_in: &dyn Fn(f64) -> bool| -> f64 {
            let inside = (0..self.nodes()).filter(|&node| is_in(far(node)));
            inside.map(|node| self.weight[node]).sum::<f64>() / total
        };
        let traveled: f64 = (0..self.nodes())
            .map(|node| self.weight[node] * far(node))
            .sum();
        Some(Reach {
            mean: traveled / total,
            worst: far(farthest),
            farthest,
            within: [share(&|km| km <= 50.0), share(&|km| km <= 100.0)],
        })
    }
}
