//! How long the exact hub solvers take, in seconds, on networks made from a seed.
//!
//! `cargo run --release --example bench_hubs`. Nodes lie around six towns on a square, and flows follow a
//! gravity law with noise in both directions. It prints one line for each network, rates and allocation.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), kbio_atlas::hub::Mistake> {
    use kbio_atlas::hub::{Choice, Rates, multiple, single, unwatched};
    use std::time::Instant;

    println!("nodes hubs  χ    α    δ    allocation  seconds  examined  cost          hubs");
    for (nodes, hubs) in [(40, 5), (50, 5), (50, 6)] {
        for seed in 1..=3 {
            let network = network::gravity(nodes, seed)?;
            for (collection, transfer, distribution) in
                [(3.0, 0.75, 2.0), (1.0, 0.2, 1.0), (1.0, 1.0, 1.0)]
            {
                let rates = Rates::new(collection, transfer, distribution)?;
                let choice = Choice::free(nodes, hubs)?;
                let line = |name: &str, seconds: f64, examined: u64, cost: f64, hubs: &[usize]| {
                    println!(
                        "{nodes:<5} {:<4} {collection:<4} {transfer:<4} {distribution:<4} {name:<11} {seconds:<8.3} {examined:<9} {cost:<13.6} {hubs:?}",
                        choice.hubs()
                    );
                };
                let mut examined = 0;
                let mut watch = |progress: kbio_atlas::hub::Progress| {
                    examined = progress.examined;
                    unwatched(progress)
                };
                let start = Instant::now();
                let solution = multiple(&network, &rates, &choice, &mut watch)?;
                line(
                    "multiple",
                    start.elapsed().as_secs_f64(),
                    examined,
                    solution.cost,
                    &solution.hubs,
                );
                let mut watch = |progress: kbio_atlas::hub::Progress| {
                    examined = progress.examined;
                    unwatched(progress)
                };
                let start = Instant::now();
                let solution = single(&network, &rates, &choice, &mut watch)?;
                line(
                    "single",
                    start.elapsed().as_secs_f64(),
                    examined,
                    solution.cost,
                    &solution.hubs,
                );
            }
        }
    }
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
pub mod network {
    use kbio_atlas::hub::{Mistake, Network};

    /// Nodes around six towns, flows by a gravity law.
    pub fn gravity(nodes: usize, seed: u64) -> Result<Network, Mistake> {
        let mut random = Random(seed);
        for _ in 0..10 {
            random.next();
        }
        let towns: Vec<(f64, f64)> = (0..6)
            .map(|_| (50.0 * random.next(), 50.0 * random.next()))
            .collect();
        let places: Vec<(f64, f64)> = (0..nodes)
            .map(|node| {
                let (x, y) = towns[node % towns.len()];
                (
                    x + 20.0 * random.next() - 10.0,
                    y + 20.0 * random.next() - 10.0,
                )
            })
            .collect();
        let masses: Vec<f64> = (0..nodes)
            .map(|_| 0.2 + 5.0 * random.next() * random.next())
            .collect();
        let (mut flow, mut distance) = (Vec::new(), Vec::new());
        for (from, a) in places.iter().enumerate() {
            for (to, b) in places.iter().enumerate() {
                let apart = (a.0 - b.0).hypot(a.1 - b.1);
                distance.push(apart);
                flow.push(masses[from] * masses[to] / (5.0 + apart) * (0.5 + random.next()));
            }
        }
        Network::new(nodes, flow, distance)
    }

    /// Xorshift of 64 bits (Marsaglia 2003), as numbers from 0 to 1.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> f64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 11) as f64 / (1u64 << 53) as f64
        }
    }
}
