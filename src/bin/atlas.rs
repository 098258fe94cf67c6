//! The page's program in the browser. A binary of its own, so that the lab, which links the same library,
//! does not start the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    kbio_atlas::start();
}

/// The page runs only in a browser; `cargo xtask serve` opens it there.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
