//! The program of the export desk in the browser: it comes when a reader opens the desk.

#[cfg(target_arch = "wasm32")]
fn main() {
    kbio_atlas::open_desk();
}

/// It runs only in a browser; `cargo xtask serve` opens it there.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
