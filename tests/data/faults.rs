//! A bad row is refused with its file, line, column and what was expected.

use std::path::{Path, PathBuf};

use kbio_atlas::package::Package;

use crate::dir;

/// Copies the package to a folder of its own and lets `spoil` change one file.
fn spoiled(name: &str, file: &str, spoil: impl FnOnce(Vec<u8>) -> Vec<u8>) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("data-faults")
        .join(name);
    // Left behind by an earlier run, or not there.
    let _ = std::fs::remove_dir_all(&copy);
    std::fs::create_dir_all(copy.join("notes")).unwrap();
    for folder in ["", "notes"] {
        for entry in std::fs::read_dir(dir().join(folder))
            .unwrap()
            .map(Result::unwrap)
        {
            let is_read = [".csv", ".md"].iter().any(|end| {
                entry
                    .file_name()
                    .to_str()
                    .is_some_and(|name| name.ends_with(end))
            });
            if is_read {
                std::fs::copy(entry.path(), copy.join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
    let path = copy.join(file);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, spoil(bytes)).unwrap();
    copy
}

/// Replaces `from` by `to` in the given line of a file, and expects exactly these faults.
#[track_caller]
fn check(file: &str, line: usize, from: &str, to: &str, expected: &[&str]) {
    let name = format!("{file}-{line}-{:x}", to.len() * 1000 + from.len());
    let copy = spoiled(&name, file, |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let old = &lines[line - 1];
        assert!(old.contains(from), "{file}:{line} has changed: {old}");
        lines[line - 1] = old.replacen(from, to, 1);
        (lines.join("\n") + "\n").into_bytes()
    });
    check_faults(&copy, expected);
}

#[track_caller]
fn check_faults(copy: &Path, expected: &[&str]) {
    let found: Vec<String> = match Package::read(copy) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    };
    std::fs::remove_dir_all(copy).unwrap();
    assert_eq!(found, expected);
}
