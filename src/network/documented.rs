//! The documented network: what `links.csv` joins, as nodes and edges, and the part each node plays in it.

use super::graph::Graph;
use crate::cluster::ClusterId;
use crate::link::Family;
use crate::package::{DocumentedLink, End, Package, Standing};

/// All that is documented, with what follows from it.
#[derive(Debug)]
pub struct Network<'p> {
    /// The 40 clusters in the order of the data package, then regions and national bodies as links name them.
    pub nodes: Vec<Node>,
    /// The rows of `links.csv`.
    pub links: &'p [DocumentedLink],
    /// The connected parts, the largest first, by places in `nodes`.
    pub components: Vec<Vec<usize>>,
}

/// A cluster, region or national body in the network.
#[derive(Debug)]
pub struct Node {
    pub end: End,
    /// Rows of `links.csv` that end here.
    pub links: usize,
    /// Others that at least one link leads to, by their places.
    pub neighbours: Vec<usize>,
    /// Where its hub-and-spoke links lead, by their places; plans included.
    pub spokes: Vec<usize>,
    /// Whose spoke it is by a link that is documented and no mere plan.
    pub hubs: Vec<usize>,
    /// Pairs of others whose shortest ways lead over it.
    pub betweenness: f64,
}

impl Node {
    pub fn is_hub(&self) -> bool {
        !self.spokes.is_empty()
    }

    pub fn cluster(&self) -> Option<ClusterId> {
        match &self.end {
            End::Cluster(id) => ClusterId::parse(id),
            End::Region(_) | End::MacroRegion(_) | End::Body(_) => None,
        }
    }
}

impl<'p> Network<'p> {
    pub fn of(package: &'p Package) -> Self {
        let links = package.links.as_slice();
        let mut ends: Vec<End> = package
            .profiles
            .iter()
            .map(|profile| End::Cluster(profile.id.clone()))
            .collect();
        let named = |is_body: bool| {
            let both = links.iter().flat_map(|link| [&link.from, &link.to]);
            both.filter(move |end| matches!(end, End::Body(_)) == is_body)
        };
        for end in named(false).chain(named(true)) {
            if !ends.contains(end) {
                ends.push(end.clone());
            }
        }
        let place = |end: &End| ends.iter().position(|other| other == end);
        let edges: Vec<(usize, usize, &DocumentedLink)> = links
            .iter()
            .filter_map(|link| Some((place(&link.from)?, place(&link.to)?, link)))
            .collect();
        let graph = Graph::new(ends.len(), edges.iter().map(|(from, to, _)| (*from, *to)));
        let betweenness = graph.betweenness();
        let is_spoke = |link: &DocumentedLink| link.family == Family::HubSpoke;
        let once = |mut places: Vec<usize>| {
            places.sort_unstable();
            places.dedup();
            places
        };
        let nodes = ends
            .iter()
            .enumerate()
            .map(|(here, end)| Node {
                end: end.clone(),
                links: edges
                    .iter()
                    .filter(|(a, b, _)| *a == here || *b == here)
                    .count(),
                neighbours: graph.neighbours(here).to_vec(),
                spokes: once(
                    edges
                        .iter()
                        .filter(|(from, _, link)| *from == here && is_spoke(link))
                        .map(|(_, to, _)| *to)
                        .collect(),
                ),
                hubs: once(
                    edges
                        .iter()
                        .filter(|(_, to, link)| {
                            *to == here && is_spoke(link) && link.status == Standing::Documented
                        })
                        .map(|(from, ..)| *from)
                        .collect(),
                ),
                betweenness: betweenness[here],
            })
            .collect();
        Network {
            nodes,
            links,
            components: graph.components(),
        }
    }

    /// The nodes that at least one hub-and-spoke link starts from: clusters first, then national bodies.
    pub fn hubs(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.is_hub())
    }

    /// The clusters that are no hub and, as far as is documented, no hub's spoke.
    pub fn unserved(&self) -> Vec<ClusterId> {
        let alone = self
            .nodes
            .iter()
            .filter(|node| !node.is_hub() && node.hubs.is_empty());
        alone.filter_map(Node::cluster).collect()
    }

    /// The clusters that no link of any kind leads to.
    pub fn isolated(&self) -> Vec<ClusterId> {
        let alone = self.nodes.iter().filter(|node| node.links == 0);
        alone.filter_map(Node::cluster).collect()
    }

    /// The most links between the same two places, and which.
    pub fn busiest_pair(&self) -> Option<(&End, &End, usize)> {
        let mut best: Option<(&End, &End, usize)> = None;
        for link in self.links {
            let (a, b) = (&link.from, &link.to);
            let same = |other: &&DocumentedLink| {
                (&other.from, &other.to) == (a, b) || (&other.from, &other.to) == (b, a)
            };
            let count = self.links.iter().filter(same).count();
            if best.is_none_or(|(_, _, most)| count > most) {
                best = Some((a, b, count));
            }
        }
        best
    }
}
