//! What can be wrong with the input.

use std::error::Error;
use std::fmt;

/// A table of the input, named in a [`Mistake`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Flow from node to node, `n × n`.
    Flow,
    /// Distance from node to node, `n × n`.
    Distance,
    /// Weight of each node, `n`.
    Weight,
}

/// A rate of the input, named in a [`Mistake`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// χ, from the origin to its hub.
    Collection,
    /// α, from hub to hub.
    Transfer,
    /// δ, from a hub to the destination.
    Distribution,
}

/// Input that has no solution or no meaning. The fields are what a caller needs to say it in its own words;
/// `Display` is one English sentence, with nodes counted from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mistake {
    /// There is no node at all.
    NoNode,
    /// More nodes than [`NODE_LIMIT`](crate::NODE_LIMIT).
    TooManyNodes { nodes: usize, limit: usize },
    /// A table does not have one entry for each node or pair of nodes.
    Length {
        table: Table,
        found: usize,
        expected: usize,
    },
    /// An entry is negative, infinite or not a number; `to` is `None` in a table with one entry a node.
    Entry {
        table: Table,
        from: usize,
        to: Option<usize>,
        value: f64,
    },
    /// A rate is negative, infinite or not a number.
    Rate { rate: Rate, value: f64 },
    /// Flows times distances are beyond the range of numbers.
    TooLarge,
    /// No hub is asked for.
    NoHub,
    /// More hubs than nodes.
    MoreHubsThanNodes { hubs: usize, nodes: usize },
    /// A site that is to be open or closed is not a node.
    UnknownSite { site: usize, nodes: usize },
    /// A site is both to be open and to be closed.
    OpenAndClosed { site: usize },
    /// More sites must be open than there are hubs.
    TooManyOpen { open: usize, hubs: usize },
    /// Fewer sites are allowed than there are hubs.
    TooFewSites { allowed: usize, hubs: usize },
    /// The choice of hubs was made for another number of nodes than the network has.
    OtherNetwork { choice: usize, network: usize },
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flow => "flow",
            Self::Distance => "distance",
            Self::Weight => "weight",
        })
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Collection => "collection",
            Self::Transfer => "transfer",
            Self::Distribution => "distribution",
        })
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoNode => write!(f, "The network has no node."),
            Self::TooManyNodes { nodes, limit } => {
                write!(
                    f,
                    "The network has {nodes} nodes; at most {limit} can be solved exactly."
                )
            }
            Self::Length {
                table,
                found,
                expected,
            } => {
                write!(
                    f,
                    "The {table} table has {found} entries where {expected} are needed."
                )
            }
            Self::Entry {
                table,
                from,
                to: Some(to),
                value,
            } => write!(
                f,
                "The {table} from node {} to node {} is {value}; it must be a finite number, zero or more.",
                from + 1,
                to + 1
            ),
            Self::Entry {
                table,
                from,
                to: None,
                value,
            } => write!(
                f,
                "The {table} of node {} is {value}; it must be a finite number, zero or more.",
                from + 1
            ),
            Self::Rate { rate, value } => {
                write!(
                    f,
                    "The {rate} rate is {value}; it must be a finite number, zero or more."
                )
            }
            Self::TooLarge => {
                write!(
                    f,
                    "The flows, distances and rates are so large that their product is no number."
                )
            }
            Self::NoHub => write!(f, "At least one hub is needed."),
            Self::MoreHubsThanNodes { hubs, nodes } => {
                write!(f, "{hubs} hubs cannot be placed on {nodes} nodes.")
            }
            Self::UnknownSite { site, nodes } => {
                write!(
                    f,
                    "Node {} does not exist; the network has {nodes} nodes.",
                    site + 1
                )
            }
            Self::OpenAndClosed { site } => {
                write!(
                    f,
                    "Node {} is both fixed as a hub and forbidden as one.",
                    site + 1
                )
            }
            Self::TooManyOpen { open, hubs } => {
                write!(
                    f,
                    "{open} nodes are fixed as hubs, but only {hubs} hubs are to be placed."
                )
            }
            Self::TooFewSites { allowed, hubs } => {
                write!(
                    f,
                    "{hubs} hubs are to be placed, but only {allowed} nodes are allowed to be one."
                )
            }
            Self::OtherNetwork { choice, network } => {
                write!(
                    f,
                    "The choice of hubs is for {choice} nodes, but the network has {network}."
                )
            }
        }
    }
}

impl Error for Mistake {}
