//! The worker's program; see the library beside it.

#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

/// There is no worker outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
