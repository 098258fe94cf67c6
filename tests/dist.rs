//! The finished site as files: sizes within their budgets, pages with their own heads, links that
//! lead somewhere. `cargo xtask test` builds the site and then runs this.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use xtask::{compress, dist};

/// Bytes of the client's WebAssembly as brotli.
const WASM_BUDGET: usize = 90_000;
/// Bytes as brotli of everything until `/` is interactive.
const FIRST_LOAD_BUDGET: usize = 130_000;
/// Bytes of each worker's program, which is fetched only when it is asked something, as brotli.
const LAB_BUDGET: usize = 150_000;

/// A page of the site: its path below the base, and its HTML.
struct Page {
    path: String,
    html: String,
}

fn pages() -> Vec<Page> {
    let paths = dist::pages(&dist::folder()).expect("run `cargo xtask build` first");
    assert!(
        !paths.is_empty(),
        "dist/ has no page: run `cargo xtask build`"
    );
    let page = |path: String| Page {
        html: text(&dist::page_file(&dist::folder(), &path)),
        path,
    };
    paths.into_iter().map(page).collect()
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Values of an attribute, in document order, `&amp;` undone.
fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = String> + use<'a> {
    let start = format!(" {name}=\"");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts
        .into_iter()
        .filter_map(|part| part.split('"').next())
        .map(|value| value.replace("&amp;", "&"))
}

/// The tags of one name, without their angle brackets.
fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    html.split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
        .filter(move |tag| tag.split([' ', '\n']).next() == Some(name))
}

/// `content` of `<meta name="description">` and the like; `None` where the tag is missing or empty.
fn value_of(html: &str, tag: &str, having: &str, attribute: &str) -> Option<String> {
    let tag = tags(html, tag).find(|tag| tag.contains(having))?;
    attributes(tag, attribute)
        .next()
        .filter(|value| !value.is_empty())
}

fn title(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("<title>")?;
    let (title, _) = rest.split_once("</title>")?;
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

/// The file behind an address on a page, or `None` for an address that leaves the site.
fn target(page: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let is_elsewhere = path.contains(':') || path.starts_with("//");
    if path.is_empty() || is_elsewhere {
        return None;
    }
    let joined = match path.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => {
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{path}")
        }
    };
    let mut parts = Vec::new();
    for part in joined.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let path = parts.join("/");
    Some(path.trim_start_matches('/').to_owned())
}

/// What `/` makes a browser download before it is interactive: name and bytes.
fn first_load() -> Vec<(String, Vec<u8>)> {
    load_of("index.html")
}

/// The same of any page, by its file.
fn load_of(page: &str) -> Vec<(String, Vec<u8>)> {
    let html = text(&dist::folder().join(page));
    let head = html.split("</head>").next().unwrap_or_default();
    let is_loaded = |tag: &&str| {
        ["stylesheet", "modulepreload", "preload"]
            .iter()
            .any(|rel| tag.contains(&format!("rel=\"{rel}\"")))
    };
    let links = tags(head, "link")
        .filter(is_loaded)
        .flat_map(|tag| attributes(tag, "href"));
    let scripts = tags(head, "script").flat_map(|tag| attributes(tag, "src"));
    let mut files = vec![(page.to_owned(), html.clone().into_bytes())];
    for address in links.chain(scripts) {
        let name = target("", &address).expect("the site loads nothing from elsewhere");
        let bytes =
            fs::read(dist::folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        files.push((name, bytes));
    }
    files
}

#[test]
fn the_first_load_is_within_its_budget() {
    let mut total = 0;
    let mut wasm = None;
    println!("{:>9} {:>9}  file", "bytes", "brotli");
    for (name, bytes) in first_load() {
        let small = compress::brotli(&bytes).len();
        println!("{:>9} {small:>9}  {name}", bytes.len());
        total += small;
        if name.ends_with(".wasm") {
            wasm = Some(small);
        }
    }
    println!("{:>9} {total:>9}  of {FIRST_LOAD_BUDGET}", "");
    let wasm = wasm.expect("the page preloads its WebAssembly");
    assert!(
        wasm <= WASM_BUDGET,
        "the WebAssembly is {wasm} bytes as brotli, over {WASM_BUDGET}: see what `cargo tree --target \
         wasm32-unknown-unknown -e normal` and `twiggy top` show"
    );
    assert!(
        total <= FIRST_LOAD_BUDGET,
        "the first load is {total} bytes as brotli, over {FIRST_LOAD_BUDGET}"
    );
}

#[test]
fn the_story_is_within_the_budget_of_a_first_load() {
    for page in ["story/index.html", "en/story/index.html"] {
        let files = load_of(page);
        let total: usize = files.iter().map(|(_, it)| compress::brotli(it).len()).sum();
        println!("{total:>19}  of {FIRST_LOAD_BUDGET}: {page}");
        assert!(
            total <= FIRST_LOAD_BUDGET,
            "{page} loads {total} bytes as brotli, over {FIRST_LOAD_BUDGET}"
        );
    }
}

#[test]
fn the_lab_is_within_its_budget_and_no_part_of_the_first_load() {
    let html = text(&dist::folder().join("index.html"));
    let at_once = first_load();
    for (program, prefix) in [("data-lab", "lab"), ("data-solver", "solver")] {
        let script = attributes(&html, program).next().unwrap_or_default();
        let script = target("", &script)
            .unwrap_or_else(|| panic!("<html {program}> names the script of the {prefix}"));
        let wasm = script.replace(".js", "_bg.wasm");
        let size = |name: &str| {
            let file = dist::folder().join(name);
            let bytes =
                fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            compress::brotli(&bytes).len()
        };
        let total = size(&script) + size(&wasm);
        println!("{total:>19}  of {LAB_BUDGET}: {script}, {wasm}");
        assert!(
            total <= LAB_BUDGET,
            "{program} is {total} bytes as brotli, over {LAB_BUDGET}"
        );
        assert!(
            at_once.iter().all(|(name, _)| !name.starts_with(prefix)),
            "the {prefix} is fetched before anybody asks"
        );
    }
}

#[test]
fn every_link_inside_the_site_leads_to_a_file() {
    let mut lost = Vec::new();
    for page in pages() {
        let addresses = attributes(&page.html, "href").chain(attributes(&page.html, "src"));
        for address in addresses {
            let Some(path) = target(&page.path, &address) else {
                continue;
            };
            if !dist::page_file(&dist::folder(), &path).is_file() {
                lost.push(format!("/{}: {address}", page.path));
            }
        }
    }
    assert!(
        lost.is_empty(),
        "links that lead nowhere:\n{}",
        lost.join("\n")
    );
}

#[test]
fn every_page_has_its_own_title_description_and_address() {
    let mut seen: BTreeMap<(&str, String), String> = BTreeMap::new();
    let mut faults = Vec::new();
    for Page { path, html } in pages() {
        // The page for what is not there has no address, and an embed is another page's picture.
        let must_be_unique = path != "404.html" && !path.contains("embed/");
        let facts = [
            ("title", title(&html)),
            (
                "description",
                value_of(&html, "meta", "name=\"description\"", "content"),
            ),
            (
                "canonical address",
                value_of(&html, "link", "rel=\"canonical\"", "href"),
            ),
        ];
        for (fact, value) in facts {
            match value {
                None if fact == "canonical address" && path == "404.html" => {}
                None => faults.push(format!("/{path} has no {fact}")),
                Some(value) if must_be_unique => {
                    if let Some(other) = seen.insert((fact, value), path.clone()) {
                        faults.push(format!("/{path} has the {fact} of /{other}"));
                    }
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_page_has_an_inline_script_or_style() {
    for Page { path, html } in pages() {
        for tag in tags(&html, "script") {
            let is_data = tag.contains("application/ld+json");
            assert!(
                is_data || tag.contains(" src="),
                "/{path}: <{tag}> is inline"
            );
        }
        assert_eq!(tags(&html, "style").next(), None, "/{path} has a <style>");
        let style = attributes(&html, "style").next();
        assert_eq!(
            style, None,
            "/{path} has a style attribute, which the policy ignores"
        );
    }
}

#[test]
fn an_address_is_resolved_as_a_browser_would() {
    #[track_caller]
    fn check(page: &str, address: &str, expected: Option<&str>) {
        assert_eq!(
            target(page, address).as_deref(),
            expected,
            "{address} on /{page}"
        );
    }
    check(
        "region/43/",
        "/cluster/cb-osong/",
        Some("cluster/cb-osong/"),
    );
    check("region/43/", "../41/#m=share", Some("region/41/"));
    check("region/43/", "../../", Some(""));
    check("404.html", "/?dark=1", Some(""));
    check("", "data/regional.csv", Some("data/regional.csv"));
    check("", "#map", None);
    check("", "https://example.org/", None);
    check("", "mailto:desk@example.org", None);
    check("", "data:image/svg+xml,x", None);
}
