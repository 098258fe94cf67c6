//! The 40 documented clusters, as much of them as the page needs at once: id, label, place, role.
//!
//! What is written about a cluster (anchors, designations, tenants, sources) stays in the data package and
//! reaches the reader as a prerendered panel.

use crate::region::RegionCode;
use crate::text::Name;

/// A row of `clusters.csv`, by its place in [`CLUSTERS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClusterId(u8);

impl ClusterId {
    /// Reads `"cb-osong"`; `None` for anything that is not in the data package.
    pub fn parse(id: &str) -> Option<Self> {
        CLUSTERS
            .iter()
            .position(|cluster| cluster.id == id)
            .map(|place| ClusterId(place as u8))
    }

    /// All of them, in the order of the data package.
    pub fn all() -> impl Iterator<Item = ClusterId> {
        (0..CLUSTERS.len() as u8).map(ClusterId)
    }

    pub fn cluster(self) -> &'static Cluster {
        &CLUSTERS[usize::from(self.0)]
    }

    pub fn as_str(self) -> &'static str {
        self.cluster().id
    }
}

/// A cluster.
#[derive(Debug)]
pub struct Cluster {
    pub id: &'static str,
    /// The full name.
    pub name: Name,
    /// The name that fits beside a marker: 오송.
    pub label: Name,
    /// The place in [`crate::region::REGIONS`] of the region it lies in.
    pub region_place: u8,
    pub role: Role,
    pub stage: Stage,
}

impl Cluster {
    pub fn region(&self) -> RegionCode {
        crate::region::REGIONS[usize::from(self.region_place)].code
    }
}

/// What a cluster is in the documented network; drawn as the marker's shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The source of at least one documented hub-and-spoke link.
    Hub,
    /// One of the national strategic complexes of 2024-06-27 (바이오 특화단지), and not a hub.
    NationalComplex,
    /// A hub that is a national complex too.
    HubAndComplex,
    /// The end of a documented hub-and-spoke link.
    Spoke,
    /// None of these.
    Other,
}

/// How far a cluster is; those not yet at work are drawn hollow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    Operating,
    Developing,
    Planned,
}

// static CLUSTERS: [Cluster; 40], in the order of clusters.csv.
include!(concat!(env!("OUT_DIR"), "/clusters.rs"));
