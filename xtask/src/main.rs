//! `cargo xtask <task>`: see [`xtask::task::HELP`].

use std::process::ExitCode;
use xtask::task::Task;

/// Exit codes: 0 done, 1 the task failed, 2 the command line was not understood.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let task = match Task::parse(&arguments) {
        Ok(task) => task,
        Err(mistake) => {
            eprintln!("error: {mistake}\n\n{}", xtask::task::HELP);
            return ExitCode::from(2);
        }
    };
    match task.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
