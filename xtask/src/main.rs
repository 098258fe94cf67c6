mod data;

use std::path::Path;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."));
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("data") => data::run(root),
        _ => Err("usage: cargo xtask data".to_string()),
    };
    if let Err(message) = outcome {
        eprintln!("{message}");
        std::process::exit(1);
    }
}
