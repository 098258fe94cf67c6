//! The map in one file: page, styles, programs and what the page fetches, for a disk without a network.
//!
//! ```text
//! body, style, opening script      as they are: readable without a script
//! pack                             gzip, in letters (`letters`): programs, their glue, fragments by name
//! assets/single.js                 opens the pack, answers `fetch` from it, mends links, starts the programs
//! ```
//!
//! The file carries a policy of its own that lets nothing in or out: scripts and the style sheet by their
//! hashes, no request at all (`default-src 'none'`). What is not inside is hidden, and links that leave the map
//! lead to the site, where the file knows of one.

mod letters;
mod link;

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::escape::escape;
use crate::text::Lang;

pub use link::led;

/// Stands for the site's folder in addresses inside the file; nothing can be fetched from it.
pub const BASE: &str = "kbio:/";

/// Hides what the file does not hold.
const HIDDEN: &str = "\n.search,.cut,.own-desk,[data-drill],[name=play]{display:none!important}\
                      header nav a:not([href]){display:none}a:not([href]){text-decoration:none;cursor:default}";

/// What opens the pack and starts the programs.
const OPENER: &str = include_str!("../../assets/single.js");

/// A program as wasm-bindgen left it.
#[derive(Debug)]
pub struct Program {
    /// `atlas`: its files in the pack are `atlas.js` and `atlas.wasm`.
    pub name: &'static str,
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// The files that Trunk made for all pages.
#[derive(Debug)]
pub struct Parts {
    pub style: String,
    /// Light or dark before anything is painted.
    pub theme: String,
    /// In the order in which they start.
    pub programs: Vec<Program>,
}

/// A page that is to be one file.
#[derive(Debug)]
pub struct Leaf<'l> {
    pub lang: Lang,
    pub title: &'l str,
    /// The attributes of `<html>`.
    pub attributes: &'l str,
    /// What stands in `<body>`.
    pub body: &'l str,
    /// Where the site stands, `https://example.org/atlas/`; empty where that is not known.
    pub site: &'l str,
    /// What the page fetches: path below the language's root, and text.
    pub fragments: Vec<(String, String)>,
}

/// The file.
///
/// # Errors
///
/// Where a part cannot stand inside a page.
pub fn write(leaf: &Leaf<'_>, parts: &Parts) -> Result<String, String> {
    let style = format!("{}{HIDDEN}", parts.style);
    let mut pack = Pack::default();
    let mut scripts = vec![parts.theme.clone(), OPENER.to_owned()];
    for program in &parts.programs {
        let glue = started(program);
        pack.add(&format!("{}.js", program.name), glue.as_bytes());
        pack.add(&format!("{}.wasm", program.name), &program.wasm);
        scripts.push(glue);
    }
    for (path, text) in &leaf.fragments {
        pack.add(&format!("{}{path}", leaf.lang.prefix()), text.as_bytes());
    }
    let end = |text: &String| text.contains("</script") || text.contains("<!--");
    if scripts[..2].iter().any(end) || style.contains("</style") {
        return Err("a script or style of the single file would end too early".to_owned());
    }
    let hashes = scripts
        .iter()
        .map(|script| hash(script))
        .collect::<Vec<_>>();
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hashes.join(" "),
        hash(&style)
    );
    let site = match leaf.site {
        "" => String::new(),
        site => format!(" data-site=\"{}\"", escape(site)),
    };
    let names: Vec<&str> = parts.programs.iter().map(|program| program.name).collect();
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\" data-single=\"{names}\"{site} {attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n<script>{theme}</script>\n</head>\n\
         <body>\n{body}\n<script type=\"text/plain\" id=\"pack\">{pack}</script>\n<script>{OPENER}</script>\n</body>\n</html>\n",
        lang = leaf.lang.tag(),
        names = names.join(" "),
        attributes = leaf.attributes,
        policy = policy,
        title = escape(leaf.title),
        theme = parts.theme,
        body = led(&without_lists(leaf.body), leaf.lang, leaf.site),
        pack = letters::write(&pack.closed()?),
    ))
}

/// The page without its lists of clusters and links, a quarter of it, which the panels say too.
fn without_lists(body: &str) -> String {
    let lists = body.find("<section class=\"list list-clusters\"");
    match (lists, body.find("</main>")) {
        (Some(start), Some(end)) if start < end => body[..start].to_owned() + &body[end..],
        _ => body.to_owned(),
    }
}

/// A program's glue that starts it, with the name of what starts.
fn started(program: &Program) -> String {
    let name = program.name;
    format!(
        "{}\nawait __wbg_init({{ module_or_path: kbio.bytes(\"{name}.wasm\") }});\nkbio.started();\n",
        program.glue
    )
}

/// `'sha256-…'`, as a policy names a script or a style sheet.
fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        letters::base64(&Sha256::digest(text.as_bytes()))
    )
}

/// Files one after the other, with a list of them in front: name, a tab, length; a line each, then an empty one.
#[derive(Default)]
struct Pack {
    list: String,
    bytes: Vec<u8>,
}

impl Pack {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        self.list.push_str(&format!("{name}\t{}\n", bytes.len()));
        self.bytes.extend_from_slice(bytes);
    }

    fn closed(self) -> Result<Vec<u8>, String> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let written = gzip
            .write_all(self.list.as_bytes())
            .and_then(|()| gzip.write_all(b"\n"))
            .and_then(|()| gzip.write_all(&self.bytes));
        written
            .and_then(|()| gzip.finish())
            .map_err(|error| format!("the pack of the single file: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(site: &str) -> String {
        let parts = Parts {
            style: "body{margin:0}".into(),
            theme: "{}".into(),
            programs: vec![Program {
                name: "atlas",
                glue: "let wasm;".into(),
                wasm: vec![0, 97, 115, 109],
            }],
        };
        let leaf = Leaf {
            lang: Lang::En,
            title: "A & B",
            attributes: "data-page=\"\" data-root=\"kbio:/en/\"",
            body: "<a href=\"kbio:/en/region/43/\">x</a><a href=\"kbio:/en/data/\">y</a>",
            site,
            fragments: vec![("detail.html".into(), "<p>오송</p>".into())],
        };
        write(&leaf, &parts).unwrap()
    }

    #[test]
    fn the_policy_lets_nothing_through_and_names_each_script() {
        let html = written("");
        let policy = html
            .split("content=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("http"),
            "{policy}"
        );
        let theme = html
            .split("<script>")
            .nth(1)
            .unwrap()
            .split("</script>")
            .next()
            .unwrap();
        assert!(policy.contains(&hash(theme)), "{policy}");
        let style = html
            .split("<style>")
            .nth(1)
            .unwrap()
            .split("</style>")
            .next()
            .unwrap();
        assert!(policy.contains(&hash(style)), "{policy}");
        // The empty text has a well-known hash.
        assert_eq!(
            hash(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn nothing_inside_asks_for_a_file() {
        let html = written("https://example.org/");
        for asking in [
            " src=",
            "url(h",
            "@import",
            "rel=\"stylesheet\"",
            "rel=\"preload\"",
        ] {
            assert!(!html.contains(asking), "{asking}");
        }
    }

    #[test]
    fn the_file_knows_its_site_or_leads_nowhere() {
        assert!(written("https://example.org/").contains("href=\"https://example.org/en/data/\""));
        let alone = written("");
        assert!(
            alone.contains("<a href=\"#region=43\">x</a><a data-to=\"en/data/\">y</a>"),
            "{alone}"
        );
    }
}
