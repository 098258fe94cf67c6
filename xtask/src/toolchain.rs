//! The tools that the tasks call, each pinned, each installed only where it is missing.
//!
//! A tool that is on `PATH` at its pinned version is used as it is. One that is not is built into the
//! project's own tool folder ([`folder`]), so nothing the user has installed is replaced and every
//! clone on one machine shares it. Trunk runs offline: it takes its tools from `PATH` and never
//! downloads one.

use crate::Result;
use crate::step::{answer, command, run};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Instant;

/// Equal to the `wasm-bindgen` crate to the patch (Cargo.toml, Cargo.lock, Trunk.toml).
pub const WASM_BINDGEN: &str = "0.2.128";
/// 0.22 needs a newer compiler than the project's and brings nothing it uses.
pub const TRUNK: &str = "0.21.14";
/// Binaryen's `wasm-opt`; older ones refuse features that today's compiler emits.
pub const BINARYEN: &str = "132";
/// Looks for faults of accessibility in a page; only the browser tests run it.
pub const AXE: &str = "4.14.1";
/// Drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";
/// What the client is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Which tools a task calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Compile and bundle the site.
    Site,
    /// The same, and draw the pictures of its pages.
    Pictures,
    /// Compile and bundle the site, format, lint and unit tests.
    Tests,
    /// Everything: the same, the pictures, and two browsers with their drivers.
    Browsers,
}

/// One tool: how to see that it is there, and where it comes from.
struct Tool {
    /// Answers with `version` somewhere in its output when the tool is there.
    probe: &'static str,
    version: &'static str,
    source: Source,
}

enum Source {
    /// A crate built by `cargo install`, with the options and the wait on two cores.
    Crate {
        options: &'static str,
        wait: &'static str,
    },
    /// A component of the pinned Rust toolchain.
    Component,
    /// A package of Debian and its derivatives.
    Debian,
}

const SITE: [(&str, Tool); 2] = [
    (
        "trunk",
        Tool {
            probe: "trunk --version",
            version: TRUNK,
            // Trunk is only ever run offline and needs no TLS.
            source: Source::Crate {
                options: "--no-default-features",
                wait: "5 minutes",
            },
        },
    ),
    (
        "wasm-bindgen-cli",
        Tool {
            probe: "wasm-bindgen --version",
            version: WASM_BINDGEN,
            source: Source::Crate {
                options: "",
                wait: "2 minutes",
            },
        },
    ),
];

const TESTS: [(&str, Tool); 2] = [
    (
        "rustfmt",
        Tool {
            probe: "cargo fmt --version",
            version: "rustfmt",
            source: Source::Component,
        },
    ),
    (
        "clippy",
        Tool {
            probe: "cargo clippy --version",
            version: "clippy",
            source: Source::Component,
        },
    ),
];

/// The letters of the pictures and of the tests' pages.
const LETTERS: [(&str, Tool); 1] = [(
    "fonts-noto-cjk",
    Tool {
        probe: "fc-list :lang=ko",
        version: "Noto Sans CJK KR",
        source: Source::Debian,
    },
)];

const BROWSERS: [(&str, Tool); 7] = [
    (
        "chromium",
        Tool {
            probe: "chromium --version",
            version: "Chromium",
            source: Source::Debian,
        },
    ),
    (
        "chromium-driver",
        Tool {
            probe: "chromedriver --version",
            version: "ChromeDriver",
            source: Source::Debian,
        },
    ),
    (
        "firefox-esr",
        Tool {
            probe: "firefox --version",
            version: "Firefox",
            source: Source::Debian,
        },
    ),
    (
        "nginx",
        Tool {
            probe: "ls /usr/sbin/nginx",
            version: "nginx",
            source: Source::Debian,
        },
    ),
    (
        "libnginx-mod-http-brotli-static",
        Tool {
            probe: "ls /usr/lib/nginx/modules",
            version: "brotli_static",
            source: Source::Debian,
        },
    ),
    (
        "caddy",
        Tool {
            probe: "caddy version",
            version: "2.",
            source: Source::Debian,
        },
    ),
    (
        "geckodriver",
        Tool {
            probe: "geckodriver --version",
            version: GECKODRIVER,
            source: Source::Crate {
                options: "",
                wait: "2 minutes",
            },
        },
    ),
];

impl Tool {
    fn is_there(&self) -> bool {
        answer(self.probe).is_some_and(|text| text.contains(self.version))
    }
}

/// Makes every needed tool and crate available; does nothing, in a second, where all are.
pub fn prepare(needs: Needs) -> Result {
    let mut tools: Vec<&(&str, Tool)> = Vec::from_iter(&SITE);
    if matches!(needs, Needs::Tests | Needs::Browsers) {
        tools.extend(&TESTS);
    }
    if matches!(needs, Needs::Pictures | Needs::Browsers) {
        tools.extend(&LETTERS);
    }
    if needs == Needs::Browsers {
        tools.extend(&BROWSERS);
    }
    tools.retain(|(_, tool)| !tool.is_there());

    install_wasm_target()?;
    install_components(&tools)?;
    install_debian_packages(&tools)?;
    install_crates(&tools)?;
    install_wasm_opt()?;
    if needs == Needs::Browsers {
        install_axe()?;
        crate::resizers::install()?;
    }
    // Trunk and the tests build offline, so that a slow registry is met here and nowhere else.
    run(&mut command("cargo fetch --quiet --locked"))
}

/// The project's tool folder: `$XDG_CACHE_HOME/kbio-atlas`, else `~/.cache/kbio-atlas`.
pub fn folder() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .unwrap_or_else(|| crate::root().join("target"));
    cache.join("kbio-atlas")
}

/// `PATH` with the project's tools first.
pub fn search_path() -> OsString {
    let folder = folder();
    let own = [
        folder.join("bin"),
        folder.join(format!("binaryen-{BINARYEN}/node_modules/.bin")),
    ];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(env::split_paths(&inherited));
    // A home folder with a colon in its name cannot be searched; the inherited path still can.
    env::join_paths(all).unwrap_or(inherited)
}

fn install_wasm_target() -> Result {
    let sysroot = answer("rustc --print sysroot").ok_or("rustc is not on PATH: install rustup")?;
    let library = PathBuf::from(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if library.exists() {
        return Ok(());
    }
    announce(WASM_TARGET, "rustup target add", "a minute", || {
        run(&mut command(&format!("rustup target add {WASM_TARGET}")))
    })
}

fn install_components(missing: &[&(&str, Tool)]) -> Result {
    for (name, tool) in missing {
        if matches!(tool.source, Source::Component) {
            announce(name, "rustup component add", "a minute", || {
                run(&mut command(&format!("rustup component add {name}")))
            })?;
        }
    }
    Ok(())
}

fn install_debian_packages(missing: &[&(&str, Tool)]) -> Result {
    let names: Vec<&str> = missing
        .iter()
        .filter(|(_, tool)| matches!(tool.source, Source::Debian))
        .map(|(name, _)| *name)
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    let names = names.join(" ");
    let is_root = answer("id -u").is_some_and(|user| user.trim() == "0");
    if !is_root || answer("apt-get --version").is_none() {
        return Err(format!(
            "{names} must be installed first (Debian: `sudo apt-get install {names}`); \
             `cargo xtask serve` and `cargo xtask test --quick` do without"
        )
        .into());
    }
    announce(&names, "apt-get install", "2 minutes", || {
        let apt = |line: &str| run(command(line).env("DEBIAN_FRONTEND", "noninteractive"));
        apt("apt-get update -qq")?;
        // fontconfig brings fc-list, by which the fonts are found.
        apt(&format!(
            "apt-get install -qq --no-install-recommends fontconfig {names}"
        ))
    })
}

fn install_crates(missing: &[&(&str, Tool)]) -> Result {
    let folder = folder();
    let build = folder.join("build");
    for (name, tool) in missing {
        let Source::Crate { options, wait } = tool.source else {
            continue;
        };
        let name_and_version = format!("{name} {}", tool.version);
        announce(&name_and_version, "cargo install", wait, || {
            let line = format!(
                "cargo install --quiet --locked {options} {name}@{}",
                tool.version
            );
            run(command(&line)
                .arg("--root")
                .arg(&folder)
                // One build folder for all of them: they share many crates.
                .arg("--target-dir")
                .arg(&build)
                // They run for seconds: not worth the minutes that full optimisation takes.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "false")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
        })?;
    }
    if build.exists() {
        std::fs::remove_dir_all(&build)?;
    }
    Ok(())
}

fn install_wasm_opt() -> Result {
    let is_there = answer("wasm-opt --version")
        .is_some_and(|text| text.contains(&format!("version {BINARYEN} ")));
    if is_there {
        return Ok(());
    }
    announce(
        &format!("wasm-opt {BINARYEN}"),
        "npm install binaryen",
        "half a minute",
        || {
            let prefix = folder().join(format!("binaryen-{BINARYEN}"));
            npm_install(&format!("binaryen@{BINARYEN}.0.0"), prefix)
        },
    )
}

/// axe-core as one script. It is never part of the site.
pub fn axe() -> PathBuf {
    folder().join(format!("axe-core-{AXE}/node_modules/axe-core/axe.min.js"))
}

fn install_axe() -> Result {
    if axe().exists() {
        return Ok(());
    }
    let wait = "half a minute";
    announce(
        &format!("axe-core {AXE}"),
        "npm install axe-core",
        wait,
        || {
            let prefix = folder().join(format!("axe-core-{AXE}"));
            npm_install(&format!("axe-core@{AXE}"), prefix)
        },
    )
}

fn npm_install(package: &str, prefix: PathBuf) -> Result {
    std::fs::create_dir_all(&prefix)?;
    let line = format!("npm install --silent --no-audit --no-fund {package}");
    run(command(&line).arg("--prefix").arg(&prefix))
}

pub(crate) fn announce(
    name: &str,
    how: &str,
    wait: &str,
    install: impl FnOnce() -> Result,
) -> Result {
    println!("   {name} is missing: {how}, about {wait}");
    let start = Instant::now();
    install().map_err(|error| format!("{name} could not be installed: {error}"))?;
    println!("   {name}: done in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
