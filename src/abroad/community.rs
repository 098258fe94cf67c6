//! Japan's bio communities and Boston, from the rows of `comparators.csv`.

use crate::geometry::LonLat;
use crate::package::{Comparator, Package};
use crate::text::Name;

/// What a place abroad is in its own network; drawn with the marker of the same part in Korea's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// A global community, or the star cluster: drawn as a hub.
    Global,
    /// Drawn as a spoke.
    Regional,
    /// Registered, not certified: drawn hollow.
    Candidate,
}

/// A place abroad on the map.
#[derive(Clone, Debug)]
pub struct Community<'p> {
    pub id: &'p str,
    /// Beside the marker.
    pub label: Name,
    pub at: LonLat,
    pub rank: Rank,
    /// The day it was certified or registered, as in `2022-04-22`; `None` where there is nothing to certify.
    pub since: Option<&'p str>,
    pub source_ids: &'p [String],
}

impl Community<'_> {
    /// Whether it is one of Japan's.
    pub fn is_japanese(&self) -> bool {
        self.id.starts_with("jp-")
    }
}

/// Boston, then Japan's in the order of the file, each once.
pub fn communities(package: &Package) -> Vec<Community<'_>> {
    let mut found: Vec<Community> = Vec::new();
    for row in &package.comparators {
        let known = found.iter().any(|community| community.id == row.id);
        if let (false, Some(community)) = (known, community(row)) {
            found.push(community);
        }
    }
    found
}

fn community(row: &Comparator) -> Option<Community<'_>> {
    let rank = match row.group.as_str() {
        "boston" | "japan_global" => Rank::Global,
        "japan_regional" => Rank::Regional,
        "japan_candidate" => Rank::Candidate,
        _ => return None,
    };
    let (lat, lon) = row.lat_lon?;
    Some(Community {
        id: &row.id,
        label: label(&row.id)?,
        at: LonLat::parse(lon, lat).ok()?,
        rank,
        since: (row.unit == "date").then_some(row.value.as_str()),
        source_ids: &row.source_ids,
    })
}

/// The names that fit beside a marker; the package has the full ones.
fn label(id: &str) -> Option<Name> {
    let (ko, en) = match id {
        "us-boston" => ("보스턴·케임브리지", "Boston–Cambridge"),
        "jp-gtb" => ("도쿄권", "Greater Tokyo"),
        "jp-biock" => ("간사이", "Kansai"),
        "jp-hokkaido" => ("홋카이도", "Hokkaido"),
        "jp-tsuruoka" => ("쓰루오카", "Tsuruoka"),
        "jp-nagaoka" => ("나가오카", "Nagaoka"),
        "jp-fukuoka" => ("후쿠오카", "Fukuoka"),
        "jp-hiroshima" => ("히로시마", "Hiroshima"),
        "jp-okinawa" => ("오키나와", "Okinawa"),
        "jp-tokai" => ("도카이", "Tokai"),
        _ => return None,
    };
    Some(Name { ko, en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_place_of_the_package_that_can_be_drawn_has_a_label() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let package = Package::read(&dir).expect("the committed package is sound");
        for row in &package.comparators {
            let is_drawn = row.group == "boston" || row.group.starts_with("japan_");
            if is_drawn && row.lat_lon.is_some() {
                assert!(label(&row.id).is_some(), "name {} in {}", row.id, file!());
            }
        }
        let communities = communities(&package);
        let of = |rank: Rank| {
            let japanese = communities.iter().filter(|c| c.is_japanese());
            japanese.filter(|c| c.rank == rank).count()
        };
        // As certified by February 2023; a new row of the package is a reason to look again.
        assert_eq!(
            [Rank::Global, Rank::Regional, Rank::Candidate].map(of),
            [2, 6, 1]
        );
        let is_dated = |c: &Community| c.since.is_some() == c.is_japanese();
        assert!(communities.iter().all(is_dated));
    }
}
