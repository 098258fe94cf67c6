//! The finished site as files: sizes within their budgets, pages with their own heads, links that
//! lead somewhere. `cargo xtask test` builds the site and then runs this.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::test::{ORIGIN, SUB_FOLDER, sub_folder};
use xtask::{compress, dist};

/// Bytes of the client's WebAssembly as brotli.
const WASM_BUDGET: usize = 90_000;
/// Bytes as brotli of everything until `/` is interactive.
const FIRST_LOAD_BUDGET: usize = 130_000;
/// Bytes of each worker's program, which is fetched only when it is asked something, as brotli.
const LAB_BUDGET: usize = 150_000;
/// Bytes of the export desk's program, which is fetched when the desk is first opened, as brotli.
const DESK_BUDGET: usize = 110_000;
/// Bytes of the map in one file, as it lies on a disk.
const SINGLE_BUDGET: usize = 600_000;

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
fn an_embed_is_lighter_than_its_page_and_fetches_no_program_before_it_is_seen() {
    let sum = |files: &[(String, Vec<u8>)]| -> usize {
        files.iter().map(|(_, it)| compress::brotli(it).len()).sum()
    };
    for page in ["", "region/43/", "cluster/cb-osong/", "en/"] {
        let (lang, view) = match page.strip_prefix("en/") {
            Some(view) => ("en/", view),
            None => ("", page),
        };
        let embed = format!("{lang}embed/{view}index.html");
        let files = load_of(&embed);
        let is_program = |(name, _): &(String, Vec<u8>)| name.ends_with(".wasm");
        assert!(
            !files.iter().any(is_program),
            "{embed} fetches its program at once"
        );
        let html = text(&dist::folder().join(&embed));
        let later: Vec<(String, Vec<u8>)> = tags(&html, "link")
            .filter(|tag| tag.contains("rel=\"client\""))
            .flat_map(|tag| attributes(tag, "href"))
            .filter_map(|address| target("", &address))
            .map(|name| {
                let bytes = fs::read(dist::folder().join(&name));
                let bytes = bytes.unwrap_or_else(|error| panic!("{name}: {error}"));
                (name, bytes)
            })
            .collect();
        assert!(later.iter().any(is_program), "{embed} knows no program");
        let (seen, live) = (sum(&files), sum(&files) + sum(&later));
        let of_page = sum(&load_of(&format!("{page}index.html")));
        println!("{seen:>9} {live:>9}  before and after it is seen, page {of_page}: {embed}");
        assert!(
            live < of_page && live <= FIRST_LOAD_BUDGET,
            "{embed} loads {live} bytes as brotli, its page {of_page}"
        );
    }
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
fn the_export_desk_is_within_its_budget_and_no_part_of_the_first_load() {
    let html = text(&dist::folder().join("index.html"));
    let script = attributes(&html, "data-export").next().unwrap_or_default();
    let script = target("", &script).expect("<html data-export> names the script of the desk");
    let files = [script.clone(), script.replace(".js", "_bg.wasm")];
    let size = |name: &String| {
        let bytes = fs::read(dist::folder().join(name));
        compress::brotli(&bytes.unwrap_or_else(|error| panic!("{name}: {error}"))).len()
    };
    let total: usize = files.iter().map(size).sum();
    println!("{total:>19}  of {DESK_BUDGET}: {files:?}");
    assert!(
        total <= DESK_BUDGET,
        "the export desk is {total} bytes as brotli, over {DESK_BUDGET}"
    );
    assert!(
        first_load().iter().all(|(name, _)| *name != script),
        "the export desk is fetched before anybody opens it"
    );
}

#[test]
fn the_map_in_one_file_is_within_its_budget_and_asks_for_nothing() {
    for lang in ["ko", "en"] {
        let name = format!("download/kbio-atlas-{lang}.html");
        let html = text(&dist::folder().join(&name));
        println!("{:>19}  of {SINGLE_BUDGET}: {name}", html.len());
        assert!(
            html.len() <= SINGLE_BUDGET,
            "{name} is {} bytes, over {SINGLE_BUDGET}: leave fragments out in src/single/",
            html.len()
        );
        let policy = value_of(&html, "meta", "Content-Security-Policy", "content");
        let policy = policy.unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-")
                && !policy.contains("unsafe-inline")
                && !policy.contains("connect-src"),
            "{name} lets requests through: {policy}"
        );
        // What is before the pack is all markup.
        let page = html.split("id=\"pack\"").next().unwrap_or_default();
        let asking = tags(page, "link").filter(|tag| !tag.contains("href=\"data:,\""));
        assert_eq!(asking.count(), 0, "{name} has a <link> to a file");
        assert_eq!(attributes(page, "src").next(), None, "{name} loads a file");
        let lost = attributes(page, "href").find(|href| {
            !["#", "https://", "http://", "data:,"]
                .iter()
                .any(|it| href.starts_with(it))
        });
        assert_eq!(lost, None, "{name} has a link that leads nowhere");
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

/// The tag of structured data, without its angle brackets.
const DATA_BLOCK: &str = "script type=\"application/ld+json\"";

fn data_blocks(html: &str) -> impl Iterator<Item = &str> {
    let start = format!("<{DATA_BLOCK}>");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts
        .into_iter()
        .filter_map(|part| part.split("</script>").next())
}

/// The pages that are announced: all but embeds and the page for what is not there.
fn announced() -> impl Iterator<Item = Page> {
    let is_announced = |page: &Page| !page.path.ends_with("404.html");
    pages()
        .into_iter()
        .filter(move |page| is_announced(page) && !is_embed(&page.path))
}

fn is_embed(path: &str) -> bool {
    path.trim_start_matches("en/").starts_with("embed/")
}

/// Width and height in the header of a PNG file; `None` for anything else.
fn png_size(file: &Path) -> Option<(u32, u32)> {
    let bytes = fs::read(file).ok()?;
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| {
        let four = header.get(at..at + 4)?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    };
    Some((number(0)?, number(4)?))
}

/// A file of the built site behind one of its addresses, with or without the origin.
fn file_of(address: &str) -> PathBuf {
    let path = address.strip_prefix(ORIGIN).unwrap_or(address);
    let path = path.strip_prefix(SUB_FOLDER).unwrap_or(path);
    dist::page_file(&dist::folder(), path.trim_start_matches('/'))
}

#[test]
fn every_page_has_both_its_pictures() {
    let mut faults = Vec::new();
    for Page { path, html } in announced() {
        let Some(wide) = value_of(&html, "meta", "property=\"og:image\"", "content") else {
            faults.push(format!("/{path} has no og:image"));
            continue;
        };
        let tall = wide.replace(".png", "-tall.png");
        for (address, expected) in [(wide, (1200, 630)), (tall, (1080, 1350))] {
            let found = png_size(&file_of(&address));
            if found != Some(expected) {
                faults.push(format!("/{path}: {address} is {found:?}, not {expected:?}"));
            }
        }
        for property in [
            "og:title",
            "og:description",
            "og:image:alt",
            "og:locale",
            "og:url",
        ] {
            let having = format!("property=\"{property}\"");
            if value_of(&html, "meta", &having, "content").is_none() {
                faults.push(format!("/{path} has no {property}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_names_itself_and_its_twins_and_they_name_it() {
    let mut named: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for Page { path, html } in announced() {
        let own = format!("/{path}");
        let canonical = value_of(&html, "link", "rel=\"canonical\"", "href");
        assert_eq!(
            canonical,
            Some(own.clone()),
            "the canonical address of {own}"
        );
        let twins = tags(&html, "link").filter(|tag| tag.contains(" hreflang=\""));
        let twins = twins.filter_map(|tag| {
            let lang = attributes(tag, "hreflang").next()?;
            Some((lang, attributes(tag, "href").next()?))
        });
        named.insert(own, twins.collect());
    }
    assert!(named.len() > 100, "only {} pages", named.len());
    for (page, twins) in &named {
        let langs: Vec<&str> = twins.keys().map(String::as_str).collect();
        assert_eq!(langs, ["en", "ko", "x-default"], "{page}");
        assert!(
            twins.values().any(|twin| twin == page),
            "{page} is not among its twins"
        );
        for twin in twins.values() {
            assert_eq!(
                named.get(twin),
                Some(twins),
                "{page} and {twin} name different twins"
            );
        }
    }
}

/// Of the second build, which knows its origin, and of the first.
#[test]
fn every_page_can_be_embedded_by_its_address() {
    for (folder, base) in [
        (dist::folder(), "/".to_owned()),
        (sub_folder(), format!("{ORIGIN}{SUB_FOLDER}")),
    ] {
        let mut seen = 0;
        for file in compress::files(&folder).expect("the site is built") {
            let in_oembed = file.parent().is_some_and(|it| it.ends_with("oembed"));
            if !in_oembed || file.extension().is_none_or(|it| it != "json") {
                continue;
            }
            seen += 1;
            let place = file.display();
            let answer: Value = serde_json::from_str(&text(&file))
                .unwrap_or_else(|error| panic!("{place}: {error}"));
            let word = |field: &str| {
                let found = answer[field].as_str().filter(|word| !word.is_empty());
                found.unwrap_or_else(|| panic!("{place} has no {field}"))
            };
            assert_eq!((word("type"), word("version")), ("rich", "1.0"), "{place}");
            for field in ["title", "provider_name", "provider_url"] {
                word(field);
            }
            for field in ["width", "height", "cache_age"] {
                assert!(
                    answer[field].as_u64().is_some_and(|it| it > 0),
                    "{place}: {field}"
                );
            }
            let own = |address: &str| {
                let path = address.strip_prefix(&base);
                let path = path.unwrap_or_else(|| panic!("{place}: {address} is not under {base}"));
                dist::page_file(&folder, path)
            };
            let size = (
                answer["thumbnail_width"].as_u64(),
                answer["thumbnail_height"].as_u64(),
            );
            let thumbnail = png_size(&own(word("thumbnail_url")));
            let thumbnail = thumbnail.map(|(width, height)| (width.into(), height.into()));
            assert_eq!(size.0.zip(size.1), thumbnail, "{place}: the picture's size");
            let html = word("html");
            assert_eq!(tags(html, "iframe").count(), 1, "{place}: {html}");
            let embed = attributes(html, "src").next().unwrap_or_default();
            assert!(
                own(&embed).is_file(),
                "{place}: {embed} is no page of the site"
            );
            for (name, expected) in [("loading", "lazy"), ("width", "100%")] {
                let found = attributes(html, name).next();
                assert_eq!(found.as_deref(), Some(expected), "{place}: {name}");
            }
            let title = attributes(html, "title").next();
            assert!(
                title.is_some_and(|title| !title.is_empty()),
                "{place}: no title"
            );
        }
        assert!(
            seen > 130,
            "only {seen} oEmbed answers in {}",
            folder.display()
        );
    }
    for Page { path, html } in announced() {
        let link = value_of(&html, "link", "application/json+oembed", "href");
        let file = link.as_deref().map(file_of);
        assert!(
            file.is_some_and(|file| file.is_file()),
            "/{path} announces no oEmbed answer"
        );
    }
}

#[test]
fn a_site_that_knows_its_origin_says_so_everywhere() {
    let folder = sub_folder();
    let root = format!("{ORIGIN}{SUB_FOLDER}");
    let robots = text(&folder.join("robots.txt"));
    assert!(
        robots.contains(&format!("Sitemap: {root}sitemap.xml\n")),
        "{robots}"
    );
    let list = text(&folder.join("sitemap.xml"));
    let listed: Vec<&str> = list
        .split("<loc>")
        .skip(1)
        .filter_map(|part| part.split("</loc>").next())
        .collect();
    assert_eq!(listed.len(), announced().count(), "pages in sitemap.xml");
    for address in &listed {
        let path = address.strip_prefix(&root);
        let path = path.unwrap_or_else(|| panic!("{address} is not under {root}"));
        let html = text(&dist::page_file(&folder, path));
        for (tag, having, attribute) in [
            ("link", "rel=\"canonical\"", "href"),
            ("meta", "property=\"og:url\"", "content"),
        ] {
            let found = value_of(&html, tag, having, attribute);
            assert_eq!(found.as_deref(), Some(*address), "{having} of /{path}");
        }
    }
    // A sitemap holds whole addresses or is none.
    assert!(!dist::folder().join("sitemap.xml").exists());
}

#[test]
fn every_page_carries_the_policy_before_its_first_script() {
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        xtask::policy::CONTENT_SECURITY_POLICY
    );
    for Page { path, html } in pages() {
        let first = html.find("<script").unwrap_or(html.len());
        let place = html.find(&policy);
        assert!(place.is_some_and(|place| place < first), "/{path}");
    }
}

#[test]
fn no_page_has_an_inline_script_or_style() {
    for Page { path, html } in pages() {
        for tag in tags(&html, "script") {
            // A block of this one type is data: no browser runs it.
            assert!(
                tag == DATA_BLOCK || tag.contains(" src="),
                "/{path}: <{tag}> is inline"
            );
        }
        for block in data_blocks(&html) {
            let data: Result<Value, _> = serde_json::from_str(block);
            let data = data.unwrap_or_else(|error| panic!("/{path}: {error} in {block}"));
            assert_eq!(data["@context"], "https://schema.org", "/{path}");
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
