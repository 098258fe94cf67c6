//! Counts the work of a search and asks its watch whether to go on.

use crate::solution::{Progress, Watch};

pub(crate) struct Meter<'w, 'f> {
    watch: &'w mut Watch<'f>,
    progress: Progress,
    /// Work since the watch was last asked, in about microseconds.
    work: usize,
    is_stopped: bool,
}

impl<'w, 'f> Meter<'w, 'f> {
    pub(crate) fn new(cost: f64, watch: &'w mut Watch<'f>) -> Self {
        let progress = Progress {
            cost,
            bound: 0.0,
            examined: 0,
        };
        Self {
            watch,
            progress,
            work: 0,
            is_stopped: false,
        }
    }

    /// Whether the watch has ended the search.
    pub(crate) fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// The best cost and the best bound so far.
    pub(crate) fn report(&mut self, cost: f64, bound: f64) {
        self.progress.cost = cost;
        self.progress.bound = bound.min(cost);
    }

    pub(crate) fn examine(&mut self) {
        self.progress.examined += 1;
    }

    /// Asks the watch after every few milliseconds of work; the answer stays.
    pub(crate) fn work(&mut self, microseconds: usize) -> bool {
        self.work += microseconds;
        if self.work >= 2_000 && !self.is_stopped {
            self.work = 0;
            self.is_stopped = (self.watch)(self.progress).is_break();
        }
        self.is_stopped
    }
}
