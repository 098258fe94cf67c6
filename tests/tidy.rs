//! Promises about the code itself that no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::task::{HELP, Task};
use xtask::toolchain::{BINARYEN, TRUNK, WASM_BINDGEN, WASM_TARGET};

fn text(path: impl AsRef<Path>) -> String {
    let path = xtask::root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Rust files of the project, relative to its root.
fn rust_files() -> Vec<PathBuf> {
    let root = xtask::root();
    let files = [
        "src", "hub", "lab", "press", "tests", "xtask", "benches", "examples",
    ]
    .map(|folder| root.join(folder))
    .into_iter()
    .filter(|folder| folder.is_dir())
    .flat_map(|folder| xtask::compress::files(&folder).unwrap());
    files
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .map(|file| file.strip_prefix(root).unwrap().to_owned())
        .collect()
}

/// Fails on each line of the files that holds one of the words, and says what to do instead.
#[track_caller]
fn check_absent(words: &[String], instead: &str, is_looked_at: impl Fn(&Path) -> bool) {
    let mut found = Vec::new();
    for file in rust_files().iter().filter(|file| is_looked_at(file)) {
        for (index, line) in text(file).lines().enumerate() {
            let code = line.trim_start();
            if !code.starts_with("//") && words.iter().any(|word| code.contains(word.as_str())) {
                found.push(format!("{}:{}: {code}", file.display(), index + 1));
            }
        }
    }
    assert!(found.is_empty(), "{instead}:\n{}", found.join("\n"));
}

#[test]
fn only_the_dom_speaks_to_the_browser() {
    let words = ["web_sys", "js_sys", "wasm_bindgen"].map(str::to_owned);
    check_absent(&words, "move this into src/dom/", |file| {
        file.starts_with("src") && !file.starts_with("src/dom")
    });
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not hold them.
    let words = ["#[ignore", "todo", "unimplemented", "dbg"].map(|word| match word {
        "#[ignore" => "#[".to_owned() + "ignore",
        name => name.to_owned() + "!(",
    });
    check_absent(&words, "finish this", |file| {
        file != Path::new("tests/tidy.rs")
    });
}

#[test]
fn a_file_is_named_by_a_noun_of_the_field() {
    for file in rust_files() {
        let stem = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_drawer = [
            "utils", "util", "helpers", "helper", "models", "common", "misc",
        ];
        assert!(
            !is_drawer.contains(&stem.as_str()),
            "{}: name the idea that the file holds",
            file.display()
        );
    }
}

#[test]
fn the_client_carries_no_heavy_crate() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "kbio-atlas"])
        .args([
            "--target",
            WASM_TARGET,
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(xtask::root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    let names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(
        names.contains(&"leptos"),
        "cargo tree shows no leptos:\n{tree}"
    );
    // Proc-macro crates run while compiling and are not in the WebAssembly, but `cargo tree` lists
    // what they use too; serde_json is leptos' own macro's.
    for heavy in [
        "brotli",
        "csv",
        "fantoccini",
        "flate2",
        "geo",
        "geojson",
        "leptos_meta",
        "leptos_router",
        "leptos-use",
        "plotters",
        "tokio",
        "xtask",
    ] {
        assert!(
            !names.contains(&heavy),
            "{heavy} would reach every reader: keep it native or in the lab"
        );
    }
}

/// The value of `key = "value"` in a TOML text, wherever it stands first.
fn toml_value<'a>(toml: &'a str, key: &str) -> Option<&'a str> {
    let rest = toml.lines().find_map(|line| {
        let rest = line.strip_prefix(key)?.trim_start();
        rest.strip_prefix('=')
    })?;
    rest.split('"').nth(1)
}

#[test]
fn the_tools_are_pinned_to_one_version_everywhere() {
    let (cargo, trunk, lock) = (text("Cargo.toml"), text("Trunk.toml"), text("Cargo.lock"));
    #[track_caller]
    fn check(place: &str, found: Option<&str>, expected: &str) {
        assert_eq!(
            found,
            Some(expected),
            "{place} and xtask/src/toolchain.rs differ"
        );
    }
    check(
        "Cargo.toml",
        toml_value(&cargo, "wasm-bindgen"),
        &format!("={WASM_BINDGEN}"),
    );
    check(
        "Trunk.toml",
        toml_value(&trunk, "wasm_bindgen"),
        WASM_BINDGEN,
    );
    check(
        "Trunk.toml",
        toml_value(&trunk, "wasm_opt"),
        &format!("version_{BINARYEN}"),
    );
    check(
        "Trunk.toml",
        toml_value(&trunk, "trunk-version"),
        &format!("^{TRUNK}"),
    );
    let (_, locked) = lock
        .split_once("name = \"wasm-bindgen\"\n")
        .expect("Cargo.lock has wasm-bindgen");
    check("Cargo.lock", toml_value(locked, "version"), WASM_BINDGEN);
}

#[test]
fn every_command_of_the_readme_exists() {
    let readme = text("README.md");
    let start = "cargo xtask ";
    let mut commands = Vec::new();
    for line in readme.lines() {
        for (at, _) in line.match_indices(start) {
            let end = |c: char| matches!(c, '`' | '#' | '<');
            let command = line[at + start.len()..]
                .split(end)
                .next()
                .unwrap_or_default();
            commands.push(command.trim().to_owned());
        }
    }
    for needed in ["serve", "test"] {
        assert!(
            commands.iter().any(|command| command == needed),
            "README.md shows no `{start}{needed}`"
        );
    }
    for command in commands {
        let words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
        if let Err(mistake) = Task::parse(&words) {
            panic!("README.md: `{start}{command}`: {mistake}");
        }
        let task = words.first().map_or("", String::as_str);
        assert!(
            HELP.contains(&format!("\n  {task} ")),
            "`cargo xtask` does not explain `{task}`"
        );
    }
}

#[test]
fn ci_runs_what_a_developer_runs() {
    assert!(text(".ci/run").contains("cargo xtask test\n"));
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    let output = Command::new("git")
        .args(["grep", "--line-number", "-I", "-E"])
        // Put together here, so that this file does not match.
        .arg(["/", "(work|root|home)/"].concat())
        .args(["--", ".", ":!*.csv", ":!*.json"])
        .current_dir(xtask::root())
        .output()
        .unwrap();
    // git grep: 0 found, 1 not found, anything else an error.
    let found = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        output.status.code(),
        Some(1),
        "write paths from the project's root:\n{found}"
    );
}
