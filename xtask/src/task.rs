//! The tasks and their arguments. A new task is a variant, a line of help and an arm in `parse` and `run`.

use crate::public_url::PublicUrl;
use crate::{Result, data, dist, serve, test};

/// What `cargo xtask` alone prints. `tests/tidy.rs` holds the README's commands against it.
pub const HELP: &str = "\
usage: cargo xtask <task>

  serve [--port N] [--release]     build the site, serve it, rebuild on every edit;
                                   --release serves the finished, compressed site instead
  build [--public-url URL]         write the finished site to dist/, ready for any static host; URL is
                                   https://host/folder/, or /folder/ where the host is not known yet
  test [--quick]                   run every test; --quick leaves out those that need a browser
  data                             make the outlines in assets/data/*.geojson anew (python3, node)

Each task first installs the tools it lacks and says so.";

/// The port of `serve` where none is given.
const PORT: u16 = 8080;

/// One command line, understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Serve { port: u16, release: bool },
    Build { public_url: PublicUrl },
    Test { quick: bool },
    Data,
}

impl Task {
    /// Reads the words after `cargo xtask`. Errors name the word that was not understood.
    pub fn parse(words: &[String]) -> std::result::Result<Task, String> {
        let Some((name, options)) = words.split_first() else {
            return Ok(Task::Help);
        };
        let mut options = options.iter();
        let mut task = match name.as_str() {
            "help" | "--help" | "-h" => Task::Help,
            "serve" => Task::Serve {
                port: PORT,
                release: false,
            },
            "build" => Task::Build {
                public_url: PublicUrl::root(),
            },
            "test" => Task::Test { quick: false },
            "data" => Task::Data,
            _ => return Err(format!("no task is called `{name}`")),
        };
        while let Some(option) = options.next() {
            let mut value = || {
                options
                    .next()
                    .ok_or_else(|| format!("`{option}` needs a value"))
            };
            match (&mut task, option.as_str()) {
                (Task::Serve { port, .. }, "--port") => {
                    let text = value()?;
                    *port = text
                        .parse()
                        .map_err(|_| format!("`{text}` is not a port, 0 to 65535"))?;
                }
                (Task::Serve { release, .. }, "--release") => *release = true,
                (Task::Build { public_url }, "--public-url") => {
                    *public_url = PublicUrl::parse(value()?)?;
                }
                (Task::Test { quick }, "--quick") => *quick = true,
                _ => return Err(format!("`cargo xtask {name}` does not take `{option}`")),
            }
        }
        Ok(task)
    }

    /// Does it.
    pub fn run(self) -> Result {
        match self {
            Task::Help => {
                println!("{HELP}");
                Ok(())
            }
            Task::Serve {
                port,
                release: false,
            } => serve::edit(port),
            Task::Serve {
                port,
                release: true,
            } => serve::finished(port),
            Task::Build { public_url } => dist::build(&public_url),
            Task::Test { quick } => test::all(quick),
            Task::Data => data::run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: std::result::Result<Task, &str>) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(Task::parse(&words), expected.map_err(str::to_owned));
    }

    #[test]
    fn every_documented_command_line_is_understood() {
        let serve = |port, release| Ok(Task::Serve { port, release });
        check("", Ok(Task::Help));
        check("help", Ok(Task::Help));
        check("serve", serve(8080, false));
        check("serve --port 9000", serve(9000, false));
        check("serve --release --port 0", serve(0, true));
        check("test", Ok(Task::Test { quick: false }));
        check("test --quick", Ok(Task::Test { quick: true }));
        check("data", Ok(Task::Data));
        for url in ["/", "/atlas/", "https://example.org/atlas/"] {
            let public_url = PublicUrl::parse(url).unwrap();
            check(
                &format!("build --public-url {url}"),
                Ok(Task::Build { public_url }),
            );
        }
    }

    #[test]
    fn a_mistake_is_named() {
        check("deploy", Err("no task is called `deploy`"));
        check(
            "test --fast",
            Err("`cargo xtask test` does not take `--fast`"),
        );
        check(
            "build --release",
            Err("`cargo xtask build` does not take `--release`"),
        );
        check("serve --port", Err("`--port` needs a value"));
        check(
            "serve --port 70000",
            Err("`70000` is not a port, 0 to 65535"),
        );
        check(
            "build --public-url atlas",
            Err("public URL `atlas` must start with `/` or `https://`"),
        );
    }
}
