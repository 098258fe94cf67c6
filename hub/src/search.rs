//! Branch and bound over sets of hubs.
//!
//! At each node of the tree the relaxation's multipliers are improved by a subgradient method. The bound is
//! linear in the hubs, so it closes sites and opens others by itself, and the few sets of hubs that it
//! leaves can be listed and solved one by one. Only if they stay many is a site branched on.
//!
//! Nothing here is random and ties go to the lower index: the same input gives the same answer.

use crate::choice::Choice;
use crate::meter::Meter;
use crate::model::{Model, Relaxation};
use crate::ranking::Ranking;
use crate::sites::Sites;
use crate::solution::{TOLERANCE, Watch};
use std::collections::BTreeSet;

// The figures below were tuned on networks of 40 and 50 nodes; they change the time, never the answer's cost.

/// The first step aims for this share of the gap; each stall shortens the steps by [`SHORTER`].
const FIRST_STEP: f64 = 1.0;
const SHORTER: f64 = 0.7;
/// Steps without a better bound that make a stall, and the share of the gap that counts as better.
const PATIENCE: usize = 20;
const BETTER: f64 = 1e-3;
/// Steps shorter than this share of the gap are given up for a listing, if it is no longer than so many
/// times [`Relaxation::HANDFUL`], or else for a division.
const SHORTEST_STEP: f64 = 0.3;
const LAST_LISTING: usize = 10;
/// So many steps are taken between two looks whether a handful of sets of hubs is left.
const LOOK: usize = 10;
/// A set of hubs this close to the best is worth a local search.
const PROMISING: f64 = 1.01;

/// The best set of hubs that a search found.
pub(crate) struct Found<P> {
    pub(crate) hubs: Sites,
    pub(crate) plan: P,
    pub(crate) bound: f64,
    pub(crate) proven: bool,
}

/// Searches for the cheapest hubs.
pub(crate) fn search<M: Model>(
    model: &M,
    choice: &Choice,
    watch: &mut Watch<'_>,
) -> Found<M::Plan> {
    let hubs = greedy(model, choice);
    let (cost, plan) = model.guess(&hubs.to_vec());
    let mut search = Search {
        model,
        choice,
        best: (cost, hubs, plan),
        seen: BTreeSet::new(),
        meter: Meter::new(cost, watch),
    };
    search.improve(hubs);
    let bound = search.branch_and_bound();
    let proven = !search.meter.is_stopped();
    let (_, hubs, plan) = search.best;
    Found {
        hubs,
        plan,
        bound,
        proven,
    }
}

/// The open sites, and one after the other the site that then saves most.
fn greedy<M: Model>(model: &M, choice: &Choice) -> Sites {
    let mut hubs = choice.open();
    while hubs.len() < choice.hubs() {
        let mut best: Option<(f64, Sites)> = None;
        for site in choice.allowed().minus(hubs).iter() {
            let (cost, _) = model.guess(&hubs.with(site).to_vec());
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, hubs.with(site)));
            }
        }
        let Some((_, more)) = best else { break }; // `Choice` has made sure that there are sites enough
        hubs = more;
    }
    hubs
}

struct Search<'a, 'w, 'f, M: Model> {
    model: &'a M,
    choice: &'a Choice,
    /// The cheapest hubs so far.
    best: (f64, Sites, M::Plan),
    /// Sets of hubs whose cost was guessed already.
    seen: BTreeSet<Sites>,
    meter: Meter<'w, 'f>,
}

/// A part of the tree: sets of hubs that hold all of `open` and otherwise candidates of the relaxation.
#[derive(Clone)]
struct Branch<R> {
    relaxation: R,
    open: Sites,
    /// Nothing in this part costs less.
    bound: f64,
    step: f64,
}

/// What became of a branch.
enum Outcome {
    /// Nothing in it is cheaper than the best.
    Done,
    /// This candidate divides it best.
    Divide(usize),
}

impl<M: Model> Search<'_, '_, '_, M> {
    /// Costs from here on are of no interest.
    fn cutoff(&self) -> f64 {
        self.best.0 * (1.0 - TOLERANCE)
    }

    fn offer(&mut self, cost: f64, hubs: Sites, plan: M::Plan) {
        if cost < self.best.0 {
            self.best = (cost, hubs, plan);
        }
    }

    /// Swaps a hub for another site as long as that saves anything, always the swap that saves most.
    fn improve(&mut self, mut hubs: Sites) {
        let (mut cost, mut plan) = self.model.guess(&hubs.to_vec());
        loop {
            let mut best: Option<(f64, Sites, M::Plan)> = None;
            for old in hubs.minus(self.choice.open()).iter() {
                for new in self.choice.allowed().minus(hubs).iter() {
                    let swapped = hubs.without(old).with(new);
                    let (other, how) = self.model.guess(&swapped.to_vec());
                    if other < best.as_ref().map_or(cost, |best| best.0) {
                        best = Some((other, swapped, how));
                    }
                }
                if self.meter.work(1_000) {
                    break;
                }
            }
            match best {
                Some(better) if better.0 < cost * (1.0 - TOLERANCE) => (cost, hubs, plan) = better,
                _ => break,
            }
        }
        self.offer(cost, hubs, plan);
    }

    /// Goes through the tree depth first; returns the bound for everything.
    fn branch_and_bound(&mut self) -> f64 {
        let sites = self.choice.allowed().to_vec();
        let mut branches = vec![Branch {
            relaxation: self.model.relaxation(&sites),
            open: self.choice.open(),
            bound: 0.0,
            step: FIRST_STEP,
        }];
        while let Some(mut branch) = branches.pop() {
            let others = branches
                .iter()
                .map(|branch| branch.bound)
                .fold(f64::INFINITY, f64::min);
            let outcome = self.explore(&mut branch, others);
            if self.meter.is_stopped() {
                return branch.bound.min(others).min(self.best.0);
            }
            if let Outcome::Divide(site) = outcome {
                branch.step = FIRST_STEP / 2.0;
                let mut without = branch.clone();
                let keep: Sites = branch.relaxation.sites().iter().copied().collect();
                without.relaxation.restrict(keep.without(site));
                branch.open = branch.open.with(site);
                branches.extend([without, branch]);
            }
        }
        self.best.0
    }

    /// Raises the bound of a branch until it is done or has to be divided.
    fn explore(&mut self, branch: &mut Branch<M::Relaxation>, others: f64) -> Outcome {
        let hubs = self.choice.hubs();
        let mut gains = Vec::new();
        let mut stall = 0;
        let mut look = 0;
        loop {
            let is_empty = branch.relaxation.sites().len() < hubs;
            if is_empty || branch.bound >= self.cutoff() || self.meter.work(500) {
                return Outcome::Done;
            }
            let base = branch.relaxation.evaluate(&mut gains);
            let ranking = Ranking::new(base, &gains, branch.relaxation.sites(), branch.open, hubs);
            let goal = BETTER * (self.best.0 - branch.bound);
            stall = if ranking.bound() > branch.bound + goal {
                0
            } else {
                stall + 1
            };
            branch.bound = branch.bound.max(ranking.bound());
            self.meter.report(self.best.0, branch.bound.min(others));
            self.try_chosen(&ranking);
            if branch.bound >= self.cutoff() {
                return Outcome::Done;
            }

            let (open, keep) = ranking.fixed(self.cutoff());
            branch.open = open;
            look += 1;
            let is_last = branch.step < SHORTEST_STEP;
            if look % LOOK == 0 || is_last || open.len() == hubs {
                let limit = M::Relaxation::HANDFUL * if is_last { LAST_LISTING } else { 1 };
                if ranking.count(self.cutoff(), limit) < limit || open.len() == hubs {
                    self.examine(branch, &ranking);
                    return Outcome::Done;
                }
            }
            if is_last {
                // A candidate that must be opened does not divide; `fixed` leaves another.
                if let Some(site) = ranking.divider(open) {
                    return Outcome::Divide(site);
                }
            }
            if stall >= PATIENCE {
                stall = 0;
                branch.step *= SHORTER;
            }
            let rise = branch.step * (self.best.0 - ranking.bound());
            branch.relaxation.step(&ranking.into_chosen(), rise);
            if keep.len() < branch.relaxation.sites().len() {
                branch.relaxation.restrict(keep);
            }
        }
    }

    /// A set of hubs that solves the relaxation is often good.
    fn try_chosen(&mut self, ranking: &Ranking<'_>) {
        let hubs = ranking.chosen_sites();
        if self.seen.insert(hubs) {
            let (cost, plan) = self.model.guess(&hubs.to_vec());
            let is_promising = cost < self.best.0 * PROMISING;
            self.offer(cost, hubs, plan);
            if is_promising {
                self.improve(hubs);
            }
        }
    }

    /// Solves one by one the sets of hubs that the bound leaves.
    fn examine(&mut self, branch: &Branch<M::Relaxation>, ranking: &Ranking<'_>) {
        ranking.list(self.cutoff(), |hubs, linear| {
            let bound = branch.relaxation.bound(hubs, linear);
            if !self.meter.work(1) && bound < self.cutoff() {
                let sites: Sites = hubs
                    .iter()
                    .map(|&at| branch.relaxation.sites()[at])
                    .collect();
                self.meter.examine();
                let solved = self
                    .model
                    .solve(&sites.to_vec(), self.cutoff(), &mut self.meter);
                if let Some((cost, plan)) = solved {
                    self.offer(cost, sites, plan);
                    self.meter.report(self.best.0, branch.bound);
                }
            }
            if self.meter.is_stopped() {
                f64::NEG_INFINITY
            } else {
                self.cutoff()
            }
        });
    }
}
