//! Every scheme against mapclassify's own answers.
//!
//! `tests/fixtures/mapclassify.py` writes the answers and says with which version. Where ours must differ,
//! [`reason`] says why and holds what ours is instead: ties, which mapclassify leaves to chance, refuses or does
//! not come back from, and values that lie on a break but for its rounding.
#![cfg(not(target_arch = "wasm32"))]

use kbio_atlas::{Breaks, Decimal, Scheme, breaks, class_of, fit};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    samples: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    name: String,
    values: Vec<f64>,
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    scheme: String,
    k: Option<usize>,
    own: Option<Vec<f64>>,
    #[serde(default)]
    bins: Vec<f64>,
    #[serde(default)]
    ids: Vec<usize>,
    #[serde(default)]
    counts: Vec<usize>,
    #[serde(default)]
    adcm: f64,
    error: Option<String>,
}

fn samples() -> Vec<Sample> {
    let fixture: Fixture = serde_json::from_str(include_str!("fixtures/mapclassify.json")).unwrap();
    fixture.samples
}

/// One answer beside ours.
struct Case<'a> {
    title: String,
    values: &'a [f64],
    theirs: &'a Answer,
    breaks: Vec<f64>,
    ids: Vec<usize>,
}

impl<'a> Case<'a> {
    fn of(sample: &'a Sample, theirs: &'a Answer) -> Self {
        let scheme = match theirs.scheme.as_str() {
            "Quantiles" => Scheme::Quantiles,
            "EqualInterval" => Scheme::EqualInterval,
            "FisherJenks" => Scheme::FisherJenks,
            "JenksCaspall" => Scheme::JenksCaspall,
            "HeadTailBreaks" => Scheme::HeadTailBreaks,
            "StdMean" => Scheme::StdMean,
            "BoxPlot" => Scheme::BoxPlot,
            "MaximumBreaks" => Scheme::MaximumBreaks,
            "PrettyBreaks" => Scheme::PrettyBreaks,
            "UserDefined" => {
                let own = theirs.own.iter().flatten();
                let own: Vec<_> = own
                    .map(|at| Decimal::parse(&at.to_string()).unwrap())
                    .collect();
                Scheme::UserDefined(Breaks::new(&own).unwrap())
            }
            other => panic!("mapclassify.json has a scheme we do not: {other}"),
        };
        let breaks = breaks(&sample.values, scheme, theirs.k.unwrap_or(0));
        let ids = sample
            .values
            .iter()
            .map(|v| class_of(*v, &breaks))
            .collect();
        let k = theirs.k.map_or(String::new(), |k| format!(" {k}"));
        let own = theirs
            .own
            .as_ref()
            .map_or(String::new(), |own| format!(" {own:?}"));
        Case {
            title: format!("{}: {}{k}{own}", sample.name, theirs.scheme),
            values: &sample.values,
            theirs,
            breaks,
            ids,
        }
    }

    /// Whether bins, classes, counts and ADCM are mapclassify's.
    fn agrees(&self) -> bool {
        let theirs = self.theirs;
        let mut counts = vec![0; self.breaks.len()];
        for id in &self.ids {
            counts[*id] += 1;
        }
        theirs.error.is_none()
            && self.breaks.len() == theirs.bins.len()
            && self
                .breaks
                .iter()
                .zip(&theirs.bins)
                .all(|(a, b)| near(*a, *b))
            && self.ids == theirs.ids
            && counts == theirs.counts
            && near(fit(self.values, &self.ids).adcm, theirs.adcm)
    }

    /// Σ (v − class mean)² of a partition.
    fn within(&self, ids: &[usize]) -> f64 {
        let groups = (0..=ids.iter().copied().max().unwrap_or(0)).map(|j| {
            let members = self.values.iter().zip(ids).filter(move |(_, id)| **id == j);
            members.map(|(value, _)| *value).collect::<Vec<_>>()
        });
        groups
            .map(|group| {
                let mean = group.iter().sum::<f64>() / group.len() as f64;
                group.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
            })
            .filter(|sum| !sum.is_nan())
            .sum()
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Why ours is not mapclassify's, where there is a reason and ours is what it should be instead.
fn reason(case: &Case) -> Option<&'static str> {
    let theirs = case.theirs;
    let k = theirs.k.unwrap_or(0);
    let mut distinct = case.values.to_vec();
    distinct.sort_by(f64::total_cmp);
    let sorted = distinct.clone();
    distinct.dedup();
    if distinct.len() == 1 {
        return (case.breaks == distinct).then_some("equal values are one class");
    }
    match theirs.scheme.as_str() {
        "FisherJenks" if distinct.len() < k => (case.breaks == distinct)
            .then_some("fewer values than classes: each is one; mapclassify refuses"),
        "FisherJenks" => near(case.within(&case.ids), case.within(&theirs.ids))
            .then_some("two partitions fit equally well"),
        "JenksCaspall" if theirs.error.as_deref() == Some("does not end") => {
            is_settled(case).then_some("a class is left empty; mapclassify goes on for ever")
        }
        "MaximumBreaks" => {
            let mut gaps: Vec<f64> = sorted.windows(2).map(|pair| pair[1] - pair[0]).collect();
            gaps.sort_by(|a, b| b.total_cmp(a));
            let gaps: Vec<f64> = gaps.into_iter().filter(|gap| *gap > 0.0).collect();
            let is_tied = k > gaps.len() || near(gaps[k - 2], gaps[k - 1]);
            let cuts = (k - 1).min(gaps.len());
            let cut: f64 = case.breaks[..cuts]
                .iter()
                .map(|at| {
                    let above = sorted.iter().position(|value| value > at).unwrap();
                    sorted[above] - sorted[above - 1]
                })
                .sum();
            let is_widest = near(cut, gaps[..cuts].iter().sum()) && case.breaks.len() == cuts + 1;
            (is_tied && is_widest).then_some("gaps of the same width, or none between equal values")
        }
        _ => {
            let are_the_same = case.breaks.len() == theirs.bins.len()
                && case
                    .breaks
                    .iter()
                    .zip(&theirs.bins)
                    .all(|(a, b)| near(*a, *b));
            let is_rounding =
                case.ids
                    .iter()
                    .zip(&theirs.ids)
                    .zip(case.values)
                    .all(|((ours, theirs), value)| {
                        ours == theirs || case.breaks.iter().any(|at| near(*at, *value))
                    });
            (are_the_same && is_rounding).then_some("a value lies on a break, but for rounding")
        }
    }
}

/// Whether every value lies nearest to the median of its own class.
fn is_settled(case: &Case) -> bool {
    let medians: Vec<f64> = (0..case.breaks.len())
        .map(|class| {
            let members = case.values.iter().zip(&case.ids);
            let mut members: Vec<f64> = members
                .filter(|(_, id)| **id == class)
                .map(|(value, _)| *value)
                .collect();
            members.sort_by(f64::total_cmp);
            let half = members.len() / 2;
            (members[half] + members[(members.len() - 1) / 2]) / 2.0
        })
        .collect();
    case.values.iter().zip(&case.ids).all(|(value, id)| {
        let own = (value - medians[*id]).abs();
        medians.iter().all(|other| own <= (value - other).abs())
    })
}

#[test]
fn every_scheme_gives_mapclassifys_classes_or_has_a_reason() {
    for sample in samples() {
        for theirs in &sample.answers {
            let case = Case::of(&sample, theirs);
            assert!(
                case.agrees() || reason(&case).is_some(),
                "{}: ours {:?} {:?}, mapclassify's {:?} {:?}",
                case.title,
                case.breaks,
                case.ids,
                theirs.bins,
                theirs.ids
            );
        }
    }
}

#[test]
fn on_real_series_only_two_answers_part() {
    let real = ["calemp", "bio firms", "pharma workers"];
    let (mut alike, mut parted) = (0, Vec::new());
    for sample in samples() {
        if !real.iter().any(|name| sample.name.starts_with(name)) {
            continue;
        }
        for theirs in &sample.answers {
            let case = Case::of(&sample, theirs);
            if case.agrees() {
                alike += 1;
            } else {
                parted.push((case.title.clone(), reason(&case)));
            }
        }
    }
    // Six schemes with eight numbers of classes, three without, four sets of own breaks; four series.
    assert_eq!(alike + parted.len(), (6 * 8 + 3 + 4) * 4);
    let expected = [
        (
            "calemp: Quantiles 9".to_string(),
            Some("a value lies on a break, but for rounding"),
        ),
        (
            "pharma workers 2022: JenksCaspall 9".to_string(),
            Some("a class is left empty; mapclassify goes on for ever"),
        ),
    ];
    assert_eq!(parted, expected);
}

#[test]
fn a_value_on_a_break_is_in_the_lower_class() {
    for sample in samples() {
        for theirs in &sample.answers {
            let case = Case::of(&sample, theirs);
            for (value, id) in case.values.iter().zip(&case.ids) {
                assert!(*value <= case.breaks[*id], "{}", case.title);
                assert!(*id == 0 || *value > case.breaks[id - 1], "{}", case.title);
            }
        }
    }
}

#[test]
fn no_partition_fits_better_than_fisher_jenks() {
    for sample in samples() {
        for k in 2..10 {
            let at_k = || sample.answers.iter().filter(|answer| answer.k == Some(k));
            let best = at_k()
                .find(|answer| answer.scheme == "FisherJenks")
                .unwrap();
            let best = Case::of(&sample, best);
            for other in at_k().filter(|answer| answer.scheme != "PrettyBreaks") {
                let other = Case::of(&sample, other);
                let (least, sum) = (best.within(&best.ids), other.within(&other.ids));
                assert!(
                    least <= sum + 1e-9 * sum,
                    "{}: {sum} < {least}",
                    other.title
                );
            }
        }
    }
}
