//! The cheapest allocation to given hubs, by branch and bound.

use super::message::Messages;
use super::tariff::Tariff;
use crate::meter::Meter;
use crate::solution::TOLERANCE;

/// Passes over all pairs before a node is branched on.
const PASSES: usize = 40;
/// A pass that closes less than this share of the gap is the last one.
const WORTH: f64 = 0.005;

/// The cheapest allocation, if it costs less than `cutoff`; `None` too if the meter has stopped.
pub(super) fn solve(
    tariff: &Tariff,
    hubs: &[usize],
    cutoff: f64,
    meter: &mut Meter<'_, '_>,
) -> Option<(f64, Vec<usize>)> {
    let mut search = Search {
        tariff,
        hubs,
        cutoff,
        best: None,
    };
    search.explore(Messages::new(tariff, hubs), meter);
    search.best
}

struct Search<'a> {
    tariff: &'a Tariff,
    hubs: &'a [usize],
    /// Costs from here on are of no interest.
    cutoff: f64,
    best: Option<(f64, Vec<usize>)>,
}

impl Search<'_> {
    fn offer(&mut self, mut allocation: Vec<usize>) {
        self.tariff.improve(&mut allocation, self.hubs);
        let cost = self.tariff.cost(&allocation);
        if cost < self.cutoff {
            self.cutoff = cost * (1.0 - TOLERANCE);
            self.best = Some((cost, allocation));
        }
    }

    fn explore(&mut self, mut messages: Messages, meter: &mut Meter<'_, '_>) {
        let mut bound = messages.bound();
        for pass in 0..PASSES {
            if bound >= self.cutoff || meter.work(messages.pairs() / 8) {
                return;
            }
            if messages.is_settled() {
                break;
            }
            messages.pass(pass % 2 == 0);
            let (before, gap) = (bound, self.cutoff - bound);
            bound = messages.bound();
            if bound >= self.cutoff {
                return;
            }
            if pass % 4 == 3 && !messages.rule_out(self.cutoff) {
                return;
            }
            if bound - before < WORTH * gap {
                break;
            }
        }
        let hubs =
            |allocation: Vec<usize>| allocation.into_iter().map(|at| self.hubs[at]).collect();
        let tendency: Vec<usize> = hubs(messages.tendency());
        self.offer(tendency);
        if bound >= self.cutoff || !messages.rule_out(self.cutoff) {
            return;
        }
        let Some((node, choices)) = messages.undecided() else {
            let settled = messages
                .tendency()
                .into_iter()
                .map(|at| self.hubs[at])
                .collect();
            return self.offer(settled);
        };
        for hub in choices {
            let mut settled = messages.clone();
            settled.settle(node, hub);
            self.explore(settled, meter);
        }
    }
}
