//! Small problems made from a seed.

use kbio_atlas::hub::{Choice, Network, Rates};

/// Xorshift of 64 bits (Marsaglia 2003).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..20 {
            random.unit();
        }
        random
    }

    /// A number from 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number from 0 to below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }

    fn rate(&mut self, common: f64) -> f64 {
        match self.below(4) {
            0 => 0.0,
            1 => common,
            2 => 1.0,
            _ => 2.0 * self.unit(),
        }
    }
}

/// A hub location problem.
#[derive(Debug)]
pub struct Problem {
    pub nodes: usize,
    pub flow: Vec<f64>,
    pub distance: Vec<f64>,
    pub rates: Rates,
    pub choice: Choice,
}

impl Problem {
    pub fn network(&self) -> Network {
        Network::new(self.nodes, self.flow.clone(), self.distance.clone()).unwrap()
    }

    /// Flows in both directions differ and some are missing; distances are of a plane, or any numbers, also
    /// from a node to itself; rates may be 0 or above 1; some nodes are fixed and some forbidden.
    pub fn new(seed: u64, most_nodes: usize, most_hubs: usize) -> Self {
        let mut random = Random::new(seed);
        let nodes = 1 + random.below(most_nodes);
        let hubs = 1 + random.below(nodes.min(most_hubs));
        let is_plane = random.below(2) == 0;
        let is_coarse = random.below(3) == 0; // whole numbers make ties
        let number = |value: f64| {
            if is_coarse {
                (4.0 * value).round()
            } else {
                value
            }
        };
        let places: Vec<(f64, f64)> = (0..nodes)
            .map(|_| (number(random.unit()), number(random.unit())))
            .collect();
        let (mut flow, mut distance) = (Vec::new(), Vec::new());
        for a in &places {
            for b in &places {
                let is_missing = random.below(4) == 0;
                flow.push(if is_missing {
                    0.0
                } else {
                    number(10.0 * random.unit())
                });
                let apart = (a.0 - b.0).hypot(a.1 - b.1);
                distance.push(if is_plane {
                    apart
                } else {
                    number(random.unit())
                });
            }
        }
        let rates = Rates::new(random.rate(3.0), random.rate(0.75), random.rate(2.0)).unwrap();
        let mut kinds: Vec<usize> = (0..nodes).map(|_| random.below(6)).collect();
        if random.below(2) == 0 {
            kinds.fill(5);
        }
        let sites = |kind: usize| {
            (0..nodes)
                .filter(|&node| kinds[node] == kind)
                .collect::<Vec<_>>()
        };
        let choice = Choice::new(nodes, hubs, &sites(0), &sites(1))
            .unwrap_or_else(|_| Choice::free(nodes, hubs).unwrap());
        Self {
            nodes,
            flow,
            distance,
            rates,
            choice,
        }
    }
}
