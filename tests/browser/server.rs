//! The finished site behind a local port, on a network as good or as bad as a scenario asks for.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use xtask::host::{Answer, Host};
use xtask::{dist, http, policy, test};

/// A script that the server puts first into every page: it keeps what goes wrong there.
const PROBE: &str = "probe.js";
/// Scripts that the server adds to the site.
const SCRIPTS: [(&str, &str); 2] = [
    (PROBE, include_str!("probe.js")),
    ("faults.js", include_str!("faults.js")),
];

/// Which build is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// `dist/`, at the root of its host.
    Root,
    /// The second build, under [`test::SUB_FOLDER`].
    SubFolder,
}

/// What happens between this server and the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    Good,
    /// The WebAssembly arrives late.
    Slow(Duration),
    /// The WebAssembly is not there.
    WasmMissing,
    /// The WebAssembly comes as `application/octet-stream`, as from an old host.
    WasmMistyped,
    /// The host's policy lacks `'wasm-unsafe-eval'`.
    WasmForbidden,
    /// The host lets no page of another origin read its files.
    Unshared,
    /// One file, named by the end of its path, is answered with this status.
    Fails(&'static str, u16),
    /// One file arrives late.
    Late(&'static str, Duration),
    /// The page is of an earlier build: the files that it names by their content are gone.
    FilesGone,
    /// The parts that a page fetches are of another build, which knows other parts.
    PartsOfAnotherBuild,
}

/// A running server; it ends with the test process.
#[derive(Debug, Clone)]
pub struct Server {
    pub site: Site,
    origin: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    pub fn folder(self) -> PathBuf {
        match self {
            Site::Root => dist::folder(),
            Site::SubFolder => test::sub_folder(),
        }
    }

    /// The path its pages start with.
    pub fn base(self) -> &'static str {
        match self {
            Site::Root => "/",
            Site::SubFolder => test::SUB_FOLDER,
        }
    }

    /// Every page's path below the base.
    pub fn pages(self) -> xtask::Result<Vec<String>> {
        dist::pages(&self.folder())
    }
}

impl Server {
    /// Serves on a port of the system's choice.
    pub fn start(site: Site, network: Network) -> xtask::Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server = Server {
            site,
            origin: format!("http://{}", listener.local_addr()?),
            requests: Arc::default(),
        };
        let host = Host::new(site.folder(), site.base());
        let requests = Arc::clone(&server.requests);
        let origin = server.origin.clone();
        thread::spawn(move || {
            http::serve(&listener, move |request| {
                let url = &request.url;
                requests.lock().expect("no holder panics").push(url.clone());
                match network {
                    Network::Slow(delay) if is_wasm(url) => thread::sleep(delay),
                    Network::Late(file, delay) if url.ends_with(file) => thread::sleep(delay),
                    _ => {}
                }
                answer(&host, site, network, &origin, url)
            });
        });
        Ok(server)
    }

    /// The address of a page, `path` being relative to the site's base: `region/43/`.
    pub fn url(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        format!("{}{}{path}", self.origin, self.site.base())
    }

    /// The address of somebody else's page that shows our embed: of another origin than the site's.
    pub fn host_url(&self, name: &str) -> String {
        let origin = self.origin.replace("127.0.0.1", "localhost");
        format!("{origin}/hosts/{name}")
    }

    /// Paths asked for so far, in order, without the probe and the browser's own icon request.
    pub fn requests(&self) -> Vec<String> {
        let all = self.requests.lock().expect("no holder panics");
        let is_ours = |url: &&String| !url.ends_with(PROBE) && *url != "/favicon.ico";
        all.iter().filter(is_ours).cloned().collect()
    }
}

fn is_wasm(url: &str) -> bool {
    url.ends_with(".wasm")
}

/// A part as some other build may write it: nothing in it is called as this build calls it.
const ANOTHER_BUILD: &str = "<section data-of=\"0.9\"><h2>…</h2><a href=\"#x=1\" data-goes=\"99\">1\t2;3,</a>\n<svg><path d=\"M0 0Z\"/></svg></section>\n";

/// Whether this is fetched by a page and is not a page.
fn is_part(url: &str) -> bool {
    let name = url.rsplit('/').next().unwrap_or_default();
    [".html", ".svg", ".txt", ".tsv", ".json"]
        .iter()
        .any(|kind| name.ends_with(kind))
        && !policy::is_named_by_content(url)
}

fn answer(host: &Host, site: Site, network: Network, origin: &str, url: &str) -> Answer {
    let name = url.strip_prefix(site.base()).unwrap_or_default();
    let script = SCRIPTS.iter().find(|(script, _)| *script == name);
    let mut answer = match script {
        Some((_, text)) => Answer {
            status: 200,
            headers: vec![("Content-Type", "text/javascript".to_owned())],
            body: text.as_bytes().to_vec(),
        },
        // Plain bytes: the probe is written into them.
        None => crate::hosts::answer(origin, url)
            .or_else(|| crate::embed::answer(origin, url))
            .unwrap_or_else(|| host.answer(url, "")),
    };
    // A sandboxed frame has no origin: to it everything here is a stranger's.
    match network {
        Network::Unshared => {
            let is_shared = |name: &str| name == "Access-Control-Allow-Origin";
            answer.headers.retain(|(name, _)| !is_shared(name));
        }
        _ => set(&mut answer, "Access-Control-Allow-Origin", "*"),
    }
    // A page from the browser's cache would hide what the network does.
    set(&mut answer, "Cache-Control", "no-store");
    match network {
        Network::WasmMissing if is_wasm(url) => {
            answer.status = 404;
            answer.body.clear();
        }
        Network::Fails(file, status) if url.ends_with(file) => {
            answer.status = status;
            answer.body.clear();
        }
        Network::FilesGone if policy::is_named_by_content(url) => {
            answer.status = 404;
            answer.body.clear();
        }
        Network::PartsOfAnotherBuild if is_part(url) => {
            answer.status = 200;
            answer.body = ANOTHER_BUILD.as_bytes().to_vec();
        }
        Network::WasmMistyped if is_wasm(url) => {
            set(&mut answer, "Content-Type", "application/octet-stream");
        }
        Network::WasmForbidden => {
            let strict = policy::CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", "");
            set(&mut answer, "Content-Security-Policy", &strict);
        }
        _ => {}
    }
    let is_html = answer
        .headers
        .iter()
        .any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"));
    if is_html {
        let script = format!("<head><script src=\"{}{PROBE}\"></script>", site.base());
        let html = String::from_utf8_lossy(&answer.body).replacen("<head>", &script, 1);
        answer.body = html.into_bytes();
    }
    answer
}

fn set(answer: &mut Answer, name: &'static str, value: &str) {
    answer.headers.retain(|(key, _)| *key != name);
    answer.headers.push((name, value.to_owned()));
}
