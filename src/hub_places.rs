//! Where the hub lab may put hubs, and how much each place weighs: what the page and the lab both know.

use crate::cluster::ClusterId;
use crate::indicator::Indicator;
use crate::measure::{self, Measure};
use crate::region::REGION_COUNT;

/// The file of the places, under a language's root.
pub const FILE: &str = "network/places.tsv";

/// The most hubs that a reader may ask for.
pub const MOST_HUBS: usize = 6;

/// A cluster as a node of the lab's network.
#[derive(Clone, PartialEq, Debug)]
pub struct HubPlace {
    pub id: ClusterId,
    /// Latitude and longitude in degrees.
    pub point: (f64, f64),
    /// Where it is on the map, in units of the drawing.
    pub at: (f64, f64),
    /// Where it is in the capital inset, if it is in there.
    pub in_capital: Option<(f64, f64)>,
    /// The wide region of the 5+2 scheme that it lies in.
    pub wide: String,
}

/// Reads what [`write`] wrote; `None` for anything else.
pub fn parse(text: &str) -> Option<Vec<HubPlace>> {
    let place = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, lat, lon, x, y, inset_x, inset_y, wide] = cells.as_slice() else {
            return None;
        };
        let number = |text: &str| text.parse::<f64>().ok().filter(|value| value.is_finite());
        let pair = |a: &str, b: &str| Some((number(a)?, number(b)?));
        Some(HubPlace {
            id: ClusterId::parse(id)?,
            point: pair(lat, lon)?,
            at: pair(x, y)?,
            in_capital: match (*inset_x, *inset_y) {
                ("", "") => None,
                (x, y) => Some(pair(x, y)?),
            },
            wide: (*wide).to_string(),
        })
    };
    text.lines().map(place).collect()
}

/// One line a cluster: id, latitude, longitude, place on the map, place in the inset, wide region.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(package: &crate::package::Package, layout: &crate::map::Layout) -> String {
    use core::fmt::Write as _;

    let mut out = String::new();
    for profile in &package.profiles {
        let Some(spot) = ClusterId::parse(&profile.id).and_then(|id| layout.spot(id)) else {
            continue;
        };
        let wide = package
            .members
            .iter()
            .find(|member| member.scheme == EVEN_SCHEME && member.sido == profile.region);
        let inset = spot
            .in_capital
            .map_or("\t".to_string(), |at| format!("{:.1}\t{:.1}", at.x, at.y));
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{:.1}\t{:.1}\t{inset}\t{}",
            profile.id,
            profile.lat,
            profile.lon,
            spot.at.x,
            spot.at.y,
            wide.map_or("", |member| &member.region_id),
        );
    }
    out
}

/// The scheme of `macro_regions.csv` whose regions get a hub each in the even spread.
#[cfg(not(target_arch = "wasm32"))]
const EVEN_SCHEME: &str = "5+2 광역경제권";

/// The indicators that can weigh places: counts in which no region is missing.
pub fn weights() -> impl Iterator<Item = Indicator> {
    Indicator::ALL
        .into_iter()
        .filter(|indicator| demand(*indicator).is_some())
}

/// The latest count of each region and its year; `None` where one is missing, which is not zero.
pub fn demand(indicator: Indicator) -> Option<(u16, [f64; REGION_COUNT])> {
    let year = *measure::years(indicator, Measure::Count).last()?;
    let values = measure::values(indicator, Measure::Count, year)?;
    let mut out = [0.0; REGION_COUNT];
    for (slot, value) in out.iter_mut().zip(values) {
        *slot = value?.to_f64();
    }
    Some((year, out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_and_a_broken_one_refused() {
        let good = "cb-osong\t36.6\t127.3\t1\t2\t\t\t5p2-chungcheong\n";
        let places = parse(good).expect("a place");
        assert_eq!((places.len(), places[0].in_capital), (1, None));
        assert_eq!(parse(&good.replace("36.6", "NaN")), None);
        assert_eq!(parse(&good.replace("cb-osong", "atlantis")), None);
        assert_eq!(parse("<!doctype html>"), None);
    }

    #[test]
    fn population_weighs_and_a_published_share_does_not() {
        let offered: Vec<Indicator> = weights().collect();
        assert!(offered.contains(&Indicator::Population) && offered.contains(&Indicator::BioFirms));
        assert!(!offered.contains(&Indicator::RndShare));
    }
}
