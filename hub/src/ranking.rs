//! Candidates in the order of their gains, and all that follows from a bound that is linear in them.

use crate::sites::Sites;

/// The bound `base - Σ gain` over every set of hubs, the open ones among them.
pub(crate) struct Ranking<'a> {
    base: f64,
    gains: &'a [f64],
    sites: &'a [usize],
    open: Sites,
    hubs: usize,
    /// Positions of the candidates: the open ones, then by falling gain, the lower site among equals.
    order: Vec<usize>,
    /// Whether a candidate is among the first `hubs`.
    chosen: Vec<bool>,
    /// Sums of the gains of the first candidates.
    sums: Vec<f64>,
}

impl<'a> Ranking<'a> {
    /// There are at least `hubs` candidates, and all of `open` are among them.
    pub(crate) fn new(
        base: f64,
        gains: &'a [f64],
        sites: &'a [usize],
        open: Sites,
        hubs: usize,
    ) -> Self {
        let mut order: Vec<usize> = (0..sites.len()).collect();
        order.sort_by(|&a, &b| {
            let is_open = |at: usize| open.contains(sites[at]);
            is_open(b)
                .cmp(&is_open(a))
                .then(gains[b].total_cmp(&gains[a]))
                .then(a.cmp(&b))
        });
        let mut chosen = vec![false; sites.len()];
        for &at in &order[..hubs] {
            chosen[at] = true;
        }
        let mut sums = vec![0.0];
        let mut sum = 0.0;
        for &at in &order {
            sum += gains[at];
            sums.push(sum);
        }
        Self {
            base,
            gains,
            sites,
            open,
            hubs,
            order,
            chosen,
            sums,
        }
    }

    /// No allowed set of hubs costs less.
    pub(crate) fn bound(&self) -> f64 {
        self.base - self.sums[self.hubs]
    }

    /// For each candidate whether it is in the set of hubs that has the least bound.
    pub(crate) fn into_chosen(self) -> Vec<bool> {
        self.chosen
    }

    /// The set of hubs that has the least bound.
    pub(crate) fn chosen_sites(&self) -> Sites {
        self.order[..self.hubs]
            .iter()
            .map(|&at| self.sites[at])
            .collect()
    }

    /// The sites that every set of hubs with a bound below `cutoff` has, and those that any of them has.
    pub(crate) fn fixed(&self, cutoff: f64) -> (Sites, Sites) {
        let (chosen, others) = self.order.split_at(self.hubs);
        let (mut open, mut keep) = (self.open, self.open);
        let next = others
            .first()
            .map_or(f64::NEG_INFINITY, |&at| self.gains[at]);
        for &at in &chosen[self.open.len()..] {
            keep = keep.with(self.sites[at]);
            if self.bound() + self.gains[at] - next >= cutoff {
                open = open.with(self.sites[at]);
            }
        }
        // With all hubs open nothing can be swapped in.
        let last = chosen.get(self.open.len()..).and_then(<[usize]>::last);
        if let Some(&last) = last {
            for &at in others {
                if self.bound() + self.gains[last] - self.gains[at] < cutoff {
                    keep = keep.with(self.sites[at]);
                }
            }
        }
        (open, keep)
    }

    /// The chosen candidate of greatest gain that is not in `open`.
    pub(crate) fn divider(&self, open: Sites) -> Option<usize> {
        let sites = self.order[..self.hubs].iter().map(|&at| self.sites[at]);
        sites.into_iter().find(|&site| !open.contains(site))
    }

    /// How many sets of hubs have a bound below `cutoff`, counted up to `limit`.
    pub(crate) fn count(&self, cutoff: f64, limit: usize) -> usize {
        let mut count = 0;
        self.list(cutoff, |_, _| {
            count += 1;
            if count < limit {
                cutoff
            } else {
                f64::NEG_INFINITY
            }
        });
        count
    }

    /// Shows every set of hubs with a bound below the cutoff, as positions of candidates and with that
    /// bound. What `show` returns is the cutoff from there on.
    pub(crate) fn list(&self, cutoff: f64, mut show: impl FnMut(&[usize], f64) -> f64) {
        let open = self.open.len();
        let mut picks = self.order[..open].to_vec();
        let mut cutoff = cutoff;
        self.extend(
            &mut picks,
            open,
            self.base - self.sums[open],
            &mut cutoff,
            &mut show,
        );
    }

    fn extend(
        &self,
        picks: &mut Vec<usize>,
        from: usize,
        bound: f64,
        cutoff: &mut f64,
        show: &mut impl FnMut(&[usize], f64) -> f64,
    ) {
        let more = self.hubs - picks.len();
        if more == 0 {
            if bound < *cutoff {
                *cutoff = show(picks, bound);
            }
            return;
        }
        for at in from..=self.order.len() - more {
            // Gains fall, so those that come next gain most, and later ones gain less.
            if bound - (self.sums[at + more] - self.sums[at]) >= *cutoff {
                break;
            }
            let pick = self.order[at];
            picks.push(pick);
            self.extend(picks, at + 1, bound - self.gains[pick], cutoff, show);
            picks.pop();
        }
    }
}
