//! How many hubs, and which nodes may be one.

use crate::mistake::Mistake;
use crate::network::check_nodes;
use crate::sites::Sites;

/// How many hubs to place on a network of `nodes` nodes, which of them are fixed and which forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    nodes: usize,
    hubs: usize,
    open: Sites,
    allowed: Sites,
}

impl Choice {
    /// Any `hubs` of the nodes.
    pub fn free(nodes: usize, hubs: usize) -> Result<Self, Mistake> {
        Self::new(nodes, hubs, &[], &[])
    }

    /// Exactly `hubs` nodes, all of `open` among them and none of `closed` (0-based; repeats do no harm).
    pub fn new(
        nodes: usize,
        hubs: usize,
        open: &[usize],
        closed: &[usize],
    ) -> Result<Self, Mistake> {
        check_nodes(nodes)?;
        if hubs == 0 {
            return Err(Mistake::NoHub);
        }
        if hubs > nodes {
            return Err(Mistake::MoreHubsThanNodes { hubs, nodes });
        }
        if let Some(&site) = open.iter().chain(closed).find(|&&site| site >= nodes) {
            return Err(Mistake::UnknownSite { site, nodes });
        }
        let open: Sites = open.iter().copied().collect();
        let closed: Sites = closed.iter().copied().collect();
        if let Some(site) = open.iter().find(|&site| closed.contains(site)) {
            return Err(Mistake::OpenAndClosed { site });
        }
        if open.len() > hubs {
            return Err(Mistake::TooManyOpen {
                open: open.len(),
                hubs,
            });
        }
        let allowed = Sites::first(nodes).minus(closed);
        if allowed.len() < hubs {
            return Err(Mistake::TooFewSites {
                allowed: allowed.len(),
                hubs,
            });
        }
        Ok(Self {
            nodes,
            hubs,
            open,
            allowed,
        })
    }

    /// How many nodes the network has.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// How many hubs are to be placed.
    pub fn hubs(&self) -> usize {
        self.hubs
    }

    /// The nodes that must be hubs.
    pub fn open(&self) -> Sites {
        self.open
    }

    /// The nodes that may be hubs, those that must be included.
    pub fn allowed(&self) -> Sites {
        self.allowed
    }

    /// Refuses a network with another number of nodes.
    pub(crate) fn check_network(&self, network: usize) -> Result<(), Mistake> {
        if self.nodes == network {
            Ok(())
        } else {
            Err(Mistake::OtherNetwork {
                choice: self.nodes,
                network,
            })
        }
    }
}
