//! An answer on the map: a line from each node to the hubs that it uses, lines between hubs, a ring at each hub.

use std::fmt::Write as _;

use kbio_atlas::hub_places::HubPlace;

use super::model::Answer;

/// The markup for the country and for the capital inset, in the drawing's own units.
pub fn solution(places: &[HubPlace], answer: &Answer) -> (String, String) {
    let country = drawn(answer, |node| Some(places[node].at));
    // A line that leaves the inset ends at its edge only if both ends are known there.
    let inset = drawn(answer, |node| places[node].in_capital);
    (country, inset)
}

fn drawn(answer: &Answer, at: impl Fn(usize) -> Option<(f64, f64)>) -> String {
    let mut spokes = String::new();
    let mut between = String::new();
    let line = |out: &mut String, a: usize, b: usize| {
        if let (Some((x, y)), Some((to_x, to_y))) = (at(a), at(b)) {
            let _ = write!(out, "M{x:.0} {y:.0}L{to_x:.0} {to_y:.0}");
        }
    };
    for (node, used) in answer.used.iter().enumerate() {
        for &hub in used.iter().filter(|&&hub| hub != node) {
            line(&mut spokes, node, hub);
        }
    }
    for (place, &hub) in answer.hubs.iter().enumerate() {
        for &other in &answer.hubs[place + 1..] {
            line(&mut between, hub, other);
        }
    }
    let mut out = format!(
        "<path class=\"between\" d=\"{between}\"/><path class=\"allocated\" d=\"{spokes}\"/>"
    );
    for (x, y) in answer.hubs.iter().filter_map(|&hub| at(hub)) {
        let _ = write!(
            out,
            "<circle class=\"chosen\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"13\"/>"
        );
    }
    out
}
