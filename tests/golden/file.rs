//! Comparing text with a committed file.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Compares `content` with the committed `tests/golden/{name}`.
///
/// Both are put into [`normal_form`] first. A file that is not there is written, but under `CI=true` it
/// fails: a test must not approve itself. On a difference the new content lies in
/// `target/golden/NAME.changed.EXT`, and the message says how to accept it.
#[track_caller]
pub fn check(name: &str, content: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/golden").join(name);
    let content = normal_form(content);
    let flag =
        |variable: &str| env::var(variable).is_ok_and(|value| value == "1" || value == "true");

    let committed = match fs::read_to_string(&path) {
        Ok(committed) => committed,
        Err(_) if flag("CI") => panic!(
            "tests/golden/{name} is missing. Write it with\n    \
             UPDATE_GOLDEN=1 cargo test --test golden\nlook at it, and commit it."
        ),
        Err(_) => return write(&path, &content),
    };
    if normal_form(&committed) == content {
        return;
    }
    if flag("UPDATE_GOLDEN") {
        return write(&path, &content);
    }
    let changed = changed_path(name);
    write(&changed, &content);
    let (line, before, after) = first_difference(&committed, &content);
    panic!(
        "tests/golden/{name}:{line} changed\n    from {before}\n    to   {after}\n\
         The whole is in {}. Accept it with\n    UPDATE_GOLDEN=1 cargo test --test golden",
        changed.display()
    );
}

/// `target/golden/{stem}.changed.{extension}`, wherever the target directory is.
fn changed_path(name: &str) -> PathBuf {
    let name = Path::new(name);
    let extension = name.extension().unwrap_or_default().to_string_lossy();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
    target.join(name.with_extension(format!("changed.{extension}")))
}

#[track_caller]
fn write(path: &Path, content: &str) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    }
    fs::write(path, content).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

/// One element a line, numbers with at most two digits behind the point, one line feed at the end: what
/// is compared, and what a diff can show.
pub fn normal_form(markup: &str) -> String {
    let lines = markup.trim_end().replace("><", ">\n<");
    let mut out = String::with_capacity(lines.len() + 1);
    let mut rest = lines.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        match rounded(word) {
            Some(number) => out.push_str(&number),
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    out.push('\n');
    out
}

/// `12.3456` as `12.35`; `None` for what is no decimal or has two digits or fewer.
fn rounded(word: &str) -> Option<String> {
    let (whole, fraction) = word.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() <= 2 {
        return None;
    }
    let text = format!("{:.2}", word.parse::<f64>().ok()?);
    Some(text.trim_end_matches('0').trim_end_matches('.').to_string())
}

/// The first line that differs, counted from 1, in both.
fn first_difference<'a>(before: &'a str, after: &'a str) -> (usize, &'a str, &'a str) {
    let (mut old, mut new) = (before.lines(), after.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (Some(a), Some(b)) if a == b => {}
            (a, b) => return (line, a.unwrap_or("(nothing)"), b.unwrap_or("(nothing)")),
        }
    }
    unreachable!("two texts without a difference end")
}

#[test]
fn the_normal_form_rounds_numbers_and_breaks_lines() {
    #[track_caller]
    fn check(markup: &str, normal: &str) {
        assert_eq!(normal_form(markup), normal);
    }
    check(
        r#"<g><path d="M1.23456,-0.5L2.999 3"/></g>"#,
        "<g>\n<path d=\"M1.23,-0.5L3 3\"/>\n</g>\n",
    );
    check("<g/>\n\n", "<g/>\n");
    check("0.999 2.50001 12", "1 2.5 12\n");
    check("version 1.2.345 of 2023-02", "version 1.2.345 of 2023-02\n");
    check("경기 358.1234%", "경기 358.12%\n");
}

#[test]
fn a_changed_file_keeps_its_extension_and_folder() {
    let path = changed_path("page/map.svg");
    assert!(
        path.ends_with("golden/page/map.changed.svg"),
        "{}",
        path.display()
    );
}
