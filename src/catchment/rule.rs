//! How the 시군구 are dealt out among the hubs.

use crate::cluster::{ClusterId, Role};
use crate::great_circle::great_circle_km;
use crate::package::{End, Package};
use crate::text::{Lang, Name};

/// A rule by which every place belongs to one hub.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// The hub with the least great-circle distance.
    Nearest,
    /// The hub with the largest mass ÷ distance², the mass being its number of documented links: Reilly, *The
    /// law of retail gravitation*, 1931. The boundary between two hubs is then a circle around the lesser one.
    Gravity,
}

impl Rule {
    pub const ALL: [Rule; 2] = [Rule::Nearest, Rule::Gravity];

    /// The name in URLs and in `data-rule`.
    pub fn slug(self) -> &'static str {
        match self {
            Rule::Nearest => "nearest",
            Rule::Gravity => "gravity",
        }
    }

    pub fn name(self, lang: Lang) -> &'static str {
        let name = match self {
            Rule::Nearest => Name {
                ko: "가장 가까운 허브",
                en: "Nearest hub",
            },
            Rule::Gravity => Name {
                ko: "중력(연계 수 ÷ 거리²)",
                en: "Gravity (links ÷ distance²)",
            },
        };
        name.get(lang)
    }

    /// The place in `hubs` of the hub that a point belongs to; the first of equals, `None` without a hub.
    pub fn hub_of(self, point: (f64, f64), hubs: &[Hub]) -> Option<usize> {
        let pull = |hub: &Hub| {
            let distance = great_circle_km(point, hub.point);
            match self {
                Rule::Nearest => -distance,
                // At the hub itself the pull has no bound, which a comparison takes in its stride.
                Rule::Gravity => f64::from(hub.links) / (distance * distance),
            }
        };
        let mut best: Option<(usize, f64)> = None;
        for (place, hub) in hubs.iter().enumerate() {
            let pull = pull(hub);
            if best.is_none_or(|(_, most)| pull > most) {
                best = Some((place, pull));
            }
        }
        best.map(|(place, _)| place)
    }
}

/// A documented hub: the start of at least one hub-and-spoke link, with a place on the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hub {
    pub id: ClusterId,
    /// Latitude and longitude in degrees.
    pub point: (f64, f64),
    /// Rows of `links.csv` that end here, of every kind: how much is documented, not how much flows.
    pub links: u32,
}

/// The documented hubs in the order of the data package. National bodies have no place and are none.
pub fn hubs(package: &Package) -> Vec<Hub> {
    let hub = |profile: &crate::package::Profile| {
        let id = ClusterId::parse(&profile.id)?;
        if !matches!(id.cluster().role, Role::Hub | Role::HubAndComplex) {
            return None;
        }
        let here = End::Cluster(profile.id.clone());
        let links = package
            .links
            .iter()
            .filter(|link| link.from == here || link.to == here);
        Some(Hub {
            id,
            point: (profile.lat, profile.lon),
            links: links.count() as u32,
        })
    };
    package.profiles.iter().filter_map(hub).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hub(id: &str, lat: f64, links: u32) -> Hub {
        Hub {
            id: ClusterId::parse(id).unwrap(),
            point: (lat, 127.0),
            links,
        }
    }

    #[track_caller]
    fn check(rule: Rule, lat: f64, expected: Option<usize>) {
        // Two hubs two degrees apart, the southern with four times the links.
        let hubs = [hub("cb-osong", 36.0, 4), hub("dg-sinseo", 38.0, 1)];
        assert_eq!(
            rule.hub_of((lat, 127.0), &hubs),
            expected,
            "{rule:?} at {lat}"
        );
    }

    #[test]
    fn the_nearest_hub_takes_its_half_and_the_heavier_its_two_thirds() {
        check(Rule::Nearest, 36.9, Some(0));
        check(Rule::Nearest, 37.1, Some(1));
        check(Rule::Gravity, 37.3, Some(0));
        check(Rule::Gravity, 37.4, Some(1));
        // At a hub's own door its pull has no bound.
        check(Rule::Gravity, 38.0, Some(1));
    }

    #[test]
    fn without_hubs_nothing_belongs_anywhere() {
        assert_eq!(Rule::Nearest.hub_of((36.0, 127.0), &[]), None);
    }
}
