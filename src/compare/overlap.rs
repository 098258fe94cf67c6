//! Which clusters have most in common, by what is documented of them.
//!
//! Of each cluster its fields of work and its partners in documented links make a set; the overlap of two
//! is Jaccard's index `|A ∩ B| / |A ∪ B|` (P. Jaccard 1912, *New Phytologist* 11, pp. 37–50).

use std::collections::BTreeSet;

use super::fields;
use crate::cluster::ClusterId;
use crate::number::Decimal;
use crate::package::{End, Package};
use crate::rank::insertion_sort;

/// Something that two clusters can have in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Trait {
    /// A field of work, by its place in [`fields::FIELDS`].
    Field(usize),
    /// The other end of a documented link.
    Partner(End),
}

/// What another cluster has in common with the one it is seen from.
#[derive(Clone, Debug)]
pub struct Overlap {
    pub cluster: ClusterId,
    /// Never empty.
    pub shared: Vec<Trait>,
    /// How many traits either has.
    pub of: usize,
}

impl Overlap {
    /// Jaccard's index, from 0 to 1.
    pub fn index(&self) -> Option<Decimal> {
        Decimal::ratio(self.shared.len() as i128, self.of as i128, 6)
    }
}

/// The clusters that have most in common with one, most first, in the order of the data package among
/// equals; fewer than `count` where fewer have anything.
pub fn most_in_common(package: &Package, with: ClusterId, count: usize) -> Vec<Overlap> {
    let own = traits(package, with);
    let mut found: Vec<Overlap> = ClusterId::all()
        .filter(|&id| id != with)
        .map(|cluster| {
            let other = traits(package, cluster);
            Overlap {
                cluster,
                shared: own.intersection(&other).cloned().collect(),
                of: own.union(&other).count(),
            }
        })
        .filter(|overlap| !overlap.shared.is_empty())
        .collect();
    insertion_sort(&mut found, |a, b| a.index() > b.index());
    found.truncate(count);
    found
}

fn traits(package: &Package, id: ClusterId) -> BTreeSet<Trait> {
    let here = End::Cluster(id.as_str().to_owned());
    let partners = package.links.iter().filter_map(|link| {
        if link.from == here {
            Some(Trait::Partner(link.to.clone()))
        } else if link.to == here {
            Some(Trait::Partner(link.from.clone()))
        } else {
            None
        }
    });
    let profile = package
        .profiles
        .iter()
        .find(|profile| profile.id == id.as_str());
    let fields = profile.into_iter().flat_map(fields::of).map(Trait::Field);
    partners.chain(fields).collect()
}
