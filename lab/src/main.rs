//! The lab's program; see the library beside it.

#[cfg(target_arch = "wasm32")]
mod bench;

#[cfg(target_arch = "wasm32")]
fn main() {
    kbio_atlas_lab::worker::start(bench::answer);
}

/// There is no worker outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
