//! The page's second program in the browser: what a reader reaches for after the first look.

#[cfg(target_arch = "wasm32")]
fn main() {
    kbio_atlas::equip();
}

/// It runs only in a browser; `cargo xtask serve` opens it there.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
