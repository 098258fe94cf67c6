//! A named step of a task: announced when it starts, timed when it ends.

use crate::{Result, root, toolchain};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs `work` under a heading and prints how long it took.
pub fn step(name: &str, work: impl FnOnce() -> Result) -> Result {
    heading(name);
    let start = Instant::now();
    work().map_err(|error| format!("{name}: {error}"))?;
    println!("── {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Announces what comes next.
pub fn heading(name: &str) {
    println!("\n── {name}");
}

/// A command in the repository's root that finds the project's own tools first.
pub fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().expect("a command line names a program"));
    command
        .args(words)
        .current_dir(root())
        .env("PATH", toolchain::search_path())
        // Nothing here ever asks a question: a script without a terminal must not hang.
        .stdin(Stdio::null());
    command
}

/// Runs a command to its end; a non-zero exit is an error that repeats the command.
pub fn run(command: &mut Command) -> Result {
    let status = command
        .status()
        .map_err(|error| format!("{} cannot be started: {error}", words(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", words(command)).into())
    }
}

/// Standard output of a command that succeeds, else `None`. Its complaints are not shown.
pub fn answer(line: &str) -> Option<String> {
    let output = command(line).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

fn words(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}
