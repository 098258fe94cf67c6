//! Which regions are alike, and what keeps two of them apart.
//!
//! A region's profile is its rate per 100,000 people of every indicator that has one, each in its latest
//! year. Rates of different things are made comparable as standard scores, `z = (x − mean) / σ` over the
//! regions with a value (σ of all of them, not of a sample). The distance of two regions is the root of the
//! mean square of their differences,
//!
//! ```text
//! d(a, b) = √( Σ (z_a − z_b)² / m )      over the m indicators that both have
//! ```
//!
//! so that 1 reads "as a rule one standard deviation apart". The part of an indicator in it is
//! `(z_a − z_b)² / Σ (z_a − z_b)²`. There is nothing but the four operations and the square root in it, which
//! every machine rounds alike.

use super::figures::Figures;
use crate::indicator::Indicator;
use crate::measure::Measure;
use crate::number::Decimal;
use crate::rank::insertion_sort;
use crate::region::{REGION_COUNT, REGIONS, RegionCode};

/// A region as seen from another.
#[derive(Clone, PartialEq, Debug)]
pub struct Peer {
    pub region: RegionCode,
    /// In standard deviations.
    pub distance: Decimal,
    /// How many indicators both have.
    pub indicators: usize,
    /// What keeps the two apart, the greatest part first.
    pub causes: Vec<Cause>,
}

/// One indicator's part in a distance.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cause {
    pub indicator: Indicator,
    /// Of the squared distance, in percent.
    pub part: Decimal,
    /// Whether the peer has more of it than the region it is seen from.
    pub is_more: bool,
}

/// The standard scores of an indicator, in the order of [`REGIONS`].
struct Scores {
    indicator: Indicator,
    of: [Option<f64>; REGION_COUNT],
}

/// The figures that make up a profile.
pub fn profile() -> impl Iterator<Item = Figures> {
    Indicator::ALL
        .into_iter()
        .filter_map(|indicator| Figures::latest(indicator, Measure::Per100k))
}

fn scores() -> Vec<Scores> {
    profile()
        .map(|figures| Scores {
            indicator: figures.indicator,
            of: standardised(figures.values.map(|value| value.map(Decimal::to_f64))),
        })
        .collect()
}

/// Standard scores; `None` for what has no value, and for all where all are equal.
fn standardised(values: [Option<f64>; REGION_COUNT]) -> [Option<f64>; REGION_COUNT] {
    let known = || values.iter().flatten();
    let count = known().count() as f64;
    let mean = known().sum::<f64>() / count;
    let deviation = (known().map(|x| (x - mean) * (x - mean)).sum::<f64>() / count).sqrt();
    values.map(|value| {
        value
            .filter(|_| deviation > 0.0)
            .map(|x| (x - mean) / deviation)
    })
}

/// The regions that come nearest to one, the nearest first; code order among equals.
pub fn nearest(to: RegionCode, count: usize) -> Vec<Peer> {
    let scores = scores();
    let mut peers: Vec<Peer> = REGIONS
        .iter()
        .filter(|region| region.code != to)
        .filter_map(|region| peer(&scores, to, region.code))
        .collect();
    insertion_sort(&mut peers, |a, b| a.distance < b.distance);
    peers.truncate(count);
    peers
}

/// `None` where the two have no indicator in common.
fn peer(scores: &[Scores], from: RegionCode, region: RegionCode) -> Option<Peer> {
    let differences: Vec<(Indicator, f64)> = scores
        .iter()
        .filter_map(|scores| {
            let (own, other) = (scores.of[from.index()]?, scores.of[region.index()]?);
            Some((scores.indicator, other - own))
        })
        .collect();
    let indicators = differences.len();
    let sum: f64 = differences.iter().map(|(_, by)| by * by).sum();
    let mut causes: Vec<Cause> = differences
        .iter()
        .filter(|_| sum > 0.0)
        .map(|&(indicator, by)| Cause {
            indicator,
            part: decimal(100.0 * by * by / sum),
            is_more: by > 0.0,
        })
        .collect();
    insertion_sort(&mut causes, |a, b| a.part > b.part);
    (indicators > 0).then(|| Peer {
        region,
        distance: decimal((sum / indicators as f64).sqrt()),
        indicators,
        causes,
    })
}

/// Not negative, to six digits.
fn decimal(value: f64) -> Decimal {
    Decimal {
        units: (value * 1_000_000.0 + 0.5) as i64,
        decimals: 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_mutual_and_its_causes_make_up_the_whole() {
        let others = REGION_COUNT - 1;
        for region in &REGIONS {
            let peers = nearest(region.code, others);
            assert_eq!(peers.len(), others);
            for peer in peers {
                let back = nearest(peer.region, others);
                let back = back.iter().find(|back| back.region == region.code).unwrap();
                assert_eq!(back.distance, peer.distance);
                let sum: f64 = peer.causes.iter().map(|cause| cause.part.to_f64()).sum();
                assert!((sum - 100.0).abs() < 0.001, "{peer:?}");
                for (there, here) in back.causes.iter().zip(&peer.causes) {
                    assert_eq!(there.indicator, here.indicator);
                    assert_ne!(there.is_more, here.is_more, "{peer:?}");
                }
            }
        }
    }

    #[test]
    fn standard_scores_have_the_mean_nought_and_the_deviation_one() {
        for scores in scores() {
            let known: Vec<f64> = scores.of.into_iter().flatten().collect();
            let mean = known.iter().sum::<f64>() / known.len() as f64;
            let square = known.iter().map(|z| z * z).sum::<f64>() / known.len() as f64;
            assert!(mean.abs() < 1e-9 && (square - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_missing_value_stays_missing_and_equal_values_say_nothing() {
        let mut values = [Some(2.0); REGION_COUNT];
        assert_eq!(standardised(values), [None; REGION_COUNT]);
        values[0] = None;
        values[1] = Some(5.0);
        let scores = standardised(values);
        assert_eq!(scores[0], None);
        assert!(scores[1] > scores[2]);
    }
}
