//! The configurations in `deploy/`, in the real servers of Debian: what nginx and Caddy answer is what
//! [`Host`] answers, which the browser tests run on. `cargo xtask test` builds the site and then runs this.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use xtask::host::Host;
use xtask::{compress, dist, policy, root};

/// Headers that a host decides. `Vary` and `ETag` are each server's own.
const DECIDED: [&str; 11] = [
    "content-type",
    "content-encoding",
    "location",
    "cache-control",
    "content-security-policy",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "access-control-allow-origin",
    "cross-origin-resource-policy",
];

/// A server under test; it ends with this value.
struct Server {
    process: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What came back.
#[derive(PartialEq, Debug)]
struct Reply {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Server {
    /// Starts `command` and waits until it answers.
    fn start(mut command: Command, port: u16) -> Server {
        command.stdout(Stdio::null()).stderr(Stdio::inherit());
        let process = command.spawn().unwrap_or_else(|error| {
            panic!("{command:?}: {error}: `cargo xtask test` installs nginx and Caddy")
        });
        let server = Server { process, port };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "{command:?} does not answer"
            );
            thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// `GET url`, with an `Accept-Encoding`.
    fn get(&self, url: &str, accept_encoding: &str) -> Reply {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request = format!(
            "GET {url} HTTP/1.1\r\nHost: atlas.test\r\nConnection: close\r\nAccept-Encoding: {accept_encoding}\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("an answer has a head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
        let headers = head.lines().skip(1).filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        });
        let headers: Vec<_> = headers.collect();
        let body = &bytes[end + 4..];
        let is_chunked = headers
            .iter()
            .any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        Reply {
            status: status.expect("an answer has a status"),
            headers: decided(headers.into_iter()),
            body: if is_chunked {
                joined(body)
            } else {
                body.to_vec()
            },
        }
    }
}

fn decided(headers: impl Iterator<Item = (String, String)>) -> BTreeMap<String, String> {
    headers
        .filter(|(name, _)| DECIDED.contains(&name.as_str()))
        .collect()
}

/// The content of a body in chunks, each behind a line with its length.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let length = std::str::from_utf8(&chunks[..end]).ok();
        let length = length.and_then(|digits| usize::from_str_radix(digits, 16).ok());
        let length = length.expect("a chunk has a length");
        if length == 0 {
            break;
        }
        out.extend(&chunks[end + 2..end + 2 + length]);
        chunks = &chunks[end + 2 + length + 2..];
    }
    out
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A part of the finished site with its compressed copies: compressing all of it takes a minute.
fn site(name: &str) -> PathBuf {
    let folder = root().join("target/deploy").join(name);
    let _ = fs::remove_dir_all(&folder);
    let dist = dist::folder();
    let hashed = |path: &Path| policy_of(path).is_some_and(|value| value.contains("immutable"));
    let wanted = |path: &Path| {
        let name = path.to_string_lossy();
        [
            "index.html",
            "404.html",
            "detail.html",
            "embed/index.html",
            "en/embed/index.html",
            "region/43/index.html",
            "data/regional.csv",
            "data/sido.geojson",
            "data/datapackage.json",
            "embed.v1.js",
            "kbio-map.d.ts",
            "picture/home.png",
            "sitemap.xml",
            "robots.txt",
        ]
        .contains(&name.as_ref())
            || (path.components().count() == 1 && hashed(path))
    };
    for file in compress::files(&dist).expect("run `cargo xtask build` first") {
        let path = file.strip_prefix(&dist).unwrap();
        if wanted(path) {
            let to = folder.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(&file, to).unwrap();
        }
    }
    compress::beside(&folder).unwrap();
    folder
}

fn policy_of(path: &Path) -> Option<String> {
    let headers = policy::headers(&path.to_string_lossy());
    headers
        .into_iter()
        .find(|(name, _)| *name == "Cache-Control")
        .map(|(_, value)| value)
}

/// A configuration of `deploy/` with this port and folder in place of its own.
fn configuration(file: &str, port: u16, folder: &Path) -> String {
    let path = root().join("deploy").join(file);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for own in ["8080", "/srv/kbio-atlas"] {
        assert!(text.contains(own), "{}: expected `{own}`", path.display());
    }
    text.replace("8080", &port.to_string())
        .replace("/srv/kbio-atlas", folder.to_str().unwrap())
}

fn nginx(folder: &Path) -> Server {
    let port = free_port();
    let place = folder.with_extension("nginx");
    fs::create_dir_all(&place).unwrap();
    fs::write(
        place.join("site.conf"),
        configuration("nginx.conf", port, folder),
    )
    .unwrap();
    let main = format!(
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n\
         daemon off;\npid {0}/nginx.pid;\nerror_log {0}/error.log;\n\
         events {{}}\nhttp {{\n  access_log off;\n  client_body_temp_path {0}/body;\n  include {0}/site.conf;\n}}\n",
        place.display()
    );
    let file = place.join("nginx.conf");
    fs::write(&file, main).unwrap();
    let mut command = Command::new("/usr/sbin/nginx");
    // Workers of a server that is started by root give root up and must still reach the folder.
    command
        .arg("-c")
        .arg(&file)
        .arg("-p")
        .arg(&place)
        .arg("-g")
        .arg("user root;");
    Server::start(command, port)
}

fn caddy(folder: &Path) -> Server {
    let port = free_port();
    let file = folder.with_extension("Caddyfile");
    let text = configuration("Caddyfile", port, folder);
    fs::write(&file, format!("{{\n\tadmin off\n}}\n{text}")).unwrap();
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file);
    Server::start(command, port)
}

/// Every address below is answered as [`Host`] answers it.
fn check(server: &Server, folder: &Path) {
    let host = Host::new(folder, "/");
    let mut addresses: Vec<String> = [
        "/",
        "/?dark=true",
        "/region/43",
        "/region/43/",
        "/nowhere",
        "/embed/",
        "/en/embed/",
        "/missing-0123456789abcdef.js",
    ]
    .map(str::to_owned)
    .to_vec();
    let files = compress::files(folder).unwrap();
    let plain = files.iter().filter(|file| {
        !matches!(
            file.extension().and_then(|end| end.to_str()),
            Some("br" | "gz")
        )
    });
    addresses
        .extend(plain.map(|file| format!("/{}", file.strip_prefix(folder).unwrap().display())));
    for url in addresses {
        // A folder's own index by its name is a redirect in some servers and not in others; nothing links to it.
        if url.ends_with("index.html") {
            continue;
        }
        for accept in ["", "gzip", "gzip, deflate, br, zstd"] {
            let expected = host.answer(&url, accept);
            let found = server.get(&url, accept);
            let headers = expected
                .headers
                .iter()
                .map(|(name, value)| (name.to_ascii_lowercase(), value.clone()));
            if expected.status == 301 {
                // For good: by which of the two numbers is the server's own affair.
                assert!(matches!(found.status, 301 | 308), "{url}: {}", found.status);
                assert_eq!(
                    found.headers.get("location"),
                    decided(headers).get("location"),
                    "{url}"
                );
                continue;
            }
            assert_eq!(found.status, expected.status, "{url} ({accept})");
            assert_eq!(found.headers, decided(headers), "{url} ({accept})");
            assert!(
                found.body == expected.body,
                "{url} ({accept}): another body of {} bytes",
                found.body.len()
            );
        }
    }
    // Out of the folder leads nothing; some servers call the question itself wrong.
    let outside = server.get("/%2e%2e/secret", "").status;
    assert!(matches!(outside, 400 | 404), "/%2e%2e/secret: {outside}");
    // The copies are for the server.
    assert_eq!(server.get("/index.html.br", "").status, 404);
}

#[test]
fn nginx_answers_as_the_tests_host_does() {
    let folder = site("nginx");
    check(&nginx(&folder), &folder);
}

#[test]
fn caddy_answers_as_the_tests_host_does() {
    let folder = site("caddy");
    check(&caddy(&folder), &folder);
}

#[test]
fn every_configuration_says_the_policy_word_for_word() {
    let policy = policy::CONTENT_SECURITY_POLICY;
    for file in ["nginx.conf", "Caddyfile", "_headers"] {
        let text = fs::read_to_string(root().join("deploy").join(file)).unwrap();
        let ours = text.matches(policy).count();
        let all = text.matches("default-src").count();
        assert!(
            ours == all && ours > 0,
            "deploy/{file}: {ours} of {all} policies are the one of content-security-policy.txt"
        );
    }
}
