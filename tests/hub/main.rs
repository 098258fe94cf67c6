//! The hub solvers: against enumeration, against published optima, and on input that makes no sense.
#![cfg(not(target_arch = "wasm32"))]

mod answers;
mod enumeration;
mod generated;
mod mistakes;
mod published;
mod survey;

use kbio_atlas::hub::TOLERANCE;

/// Fails unless two costs are the same to the solvers' tolerance.
#[track_caller]
fn check_cost(what: &str, found: f64, expected: f64) {
    let apart = (found - expected).abs();
    assert!(
        apart <= 2.0 * TOLERANCE * expected.abs() + 1e-12,
        "{what}: the solver says {found}, but the least cost is {expected}"
    );
}
