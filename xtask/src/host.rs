//! A static host: what a CDN would answer for a path of the finished site.
//!
//! `serve --release` and the browser tests share it, so the tests see the headers that a reader gets.

use crate::policy;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder, published under a path.
#[derive(Debug, Clone)]
pub struct Host {
    folder: PathBuf,
    /// `/`, or `/atlas/` for a site in a sub-folder.
    base: String,
}

/// A response before it goes on the wire.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Host {
    /// Publishes `folder` under `base`, which starts and ends with a slash.
    pub fn new(folder: impl Into<PathBuf>, base: impl Into<String>) -> Host {
        Host {
            folder: folder.into(),
            base: base.into(),
        }
    }

    /// The answer to `GET url` (path and query) from a client that sent this `Accept-Encoding`.
    pub fn answer(&self, url: &str, accept_encoding: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let Some(file) = self.file(path) else {
            return self.not_found(accept_encoding);
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                return redirect(&format!("{path}/"));
            }
            let index = file.join("index.html");
            return self.respond(200, &index, accept_encoding);
        }
        self.respond(200, &file, accept_encoding)
    }

    /// The file or folder behind a path; `None` for one outside the site.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let relative = percent_decoded(path.strip_prefix(&self.base)?)?;
        let is_inside = !relative
            .split(['/', '\\'])
            .any(|part| part == ".." || part.contains('\0'));
        let file = self.folder.join(relative);
        (is_inside && file.starts_with(&self.folder) && file.exists()).then_some(file)
    }

    fn respond(&self, status: u16, file: &Path, accept_encoding: &str) -> Answer {
        let mut headers = vec![
            ("Content-Type", content_type(file).to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        let path = file.strip_prefix(&self.folder).unwrap_or(file);
        headers.extend(policy::headers(&path.to_string_lossy()));
        for (encoding, suffix) in [("br", "br"), ("gzip", "gz")] {
            if accepts(accept_encoding, encoding)
                && let Ok(body) = fs::read(crate::compress::with_suffix(file, suffix))
            {
                headers.push(("Content-Encoding", encoding.to_owned()));
                return Answer {
                    status,
                    headers,
                    body,
                };
            }
        }
        match fs::read(file) {
            Ok(body) => Answer {
                status,
                headers,
                body,
            },
            Err(_) if status == 200 => self.not_found(accept_encoding),
            Err(_) => Answer {
                status,
                headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
                body: b"404: no such page".to_vec(),
            },
        }
    }

    fn not_found(&self, accept_encoding: &str) -> Answer {
        self.respond(404, &self.folder.join("404.html"), accept_encoding)
    }
}

fn redirect(to: &str) -> Answer {
    Answer {
        status: 301,
        headers: vec![("Location", to.to_owned())],
        body: Vec::new(),
    }
}

/// `br;q=0` is a refusal; any other mention is consent.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let is_named = parts.next() == Some(encoding);
        is_named && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json") => "application/json",
        Some("geojson") => "application/geo+json",
        Some("webmanifest") => "application/manifest+json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("xml") => "application/xml",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// `%EC%98%A4` → `오`; `None` where the escapes are not UTF-8.
fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = (first == b'%')
            .then(|| std::str::from_utf8(tail.get(..2)?).ok())
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of a few files in a folder that no other test uses.
    fn site(name: &str, base: &str) -> Host {
        let folder = std::env::temp_dir().join(format!("kbio-host-{}-{name}", std::process::id()));
        for (file, text) in [
            ("index.html", "home"),
            ("404.html", "lost"),
            ("region/43/index.html", "충북"),
            ("app-0123456789abcdef.css", "plain"),
            ("app-0123456789abcdef.css.br", "small"),
            ("data/오송.csv", "a,b"),
        ] {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Host::new(folder, base)
    }

    #[track_caller]
    fn check(host: &Host, url: &str, accept: &str, status: u16, body: &str) -> Answer {
        let answer = host.answer(url, accept);
        let text = String::from_utf8_lossy(&answer.body);
        assert_eq!((answer.status, text.as_ref()), (status, body), "{url}");
        answer
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let (_, value) = answer.headers.iter().find(|(key, _)| *key == name)?;
        Some(value)
    }

    #[test]
    fn a_path_gives_its_file_or_its_folders_index() {
        let host = site("paths", "/");
        check(&host, "/", "", 200, "home");
        check(&host, "/?dark=1", "", 200, "home");
        check(&host, "/region/43/", "", 200, "충북");
        check(&host, "/data/%EC%98%A4%EC%86%A1.csv", "", 200, "a,b");
        let moved = check(&host, "/region/43", "", 301, "");
        assert_eq!(header(&moved, "Location"), Some("/region/43/"));
    }

    #[test]
    fn what_is_not_in_the_site_is_the_404_page() {
        let host = site("missing", "/");
        for url in [
            "/nowhere",
            "/region/",
            "/../secret",
            "/%2e%2e/secret",
            "/%FF",
        ] {
            check(&host, url, "", 404, "lost");
        }
    }

    #[test]
    fn a_site_in_a_sub_folder_answers_only_there() {
        let host = site("base", "/atlas/");
        check(&host, "/atlas/", "", 200, "home");
        check(&host, "/", "", 404, "lost");
        check(&host, "/region/43/", "", 404, "lost");
    }

    #[test]
    fn a_compressed_copy_goes_to_clients_that_take_it() {
        let host = site("encoding", "/");
        let css = "/app-0123456789abcdef.css";
        let answer = check(&host, css, "gzip, deflate, br", 200, "small");
        assert_eq!(header(&answer, "Content-Encoding"), Some("br"));
        assert_eq!(
            header(&answer, "Content-Type"),
            Some("text/css; charset=utf-8")
        );
        check(&host, css, "gzip", 200, "plain");
        check(&host, css, "br;q=0", 200, "plain");
        check(&host, "/", "br", 200, "home");
    }

    #[test]
    fn every_answer_carries_the_policy() {
        let host = site("policy", "/");
        for url in ["/", "/nowhere"] {
            let answer = host.answer(url, "");
            let sent = header(&answer, "Content-Security-Policy").unwrap_or_default();
            assert!(sent.starts_with(policy::CONTENT_SECURITY_POLICY), "{url}");
        }
    }
}
