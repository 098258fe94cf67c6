//! Our embed in other people's pages: each host script, as its makers publish it, must give the frame its height.
//!
//! The scripts come from their packages when the tests are set up ([`xtask::resizers`]); a page of a few lines for
//! each lies in `hosts/`. Datawrapper's two listeners, amp-iframe's and Medium's are in no package that runs without
//! their makers' network: those pages hold what their makers document, in our words.

use crate::page::Page;
use crate::{Outcome, USUAL, given};
use fantoccini::elements::{Element, ElementRef};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};
use xtask::host::Answer;
use xtask::resizers;

/// What is embedded, and the name that the frame is given.
const VIEW: &str = "region/43/";
const ID: &str = "kbio-conformance-43";

/// How long a host may take to follow.
const PATIENCE: Duration = Duration::from_secs(15);

/// How a page of `hosts/` sizes its frame.
#[derive(Debug, Clone, Copy)]
struct Host {
    name: &'static str,
    page: &'static str,
    /// The heights in CSS pixels that it allows.
    least: u64,
    most: u64,
}

macro_rules! host {
    ($name:literal) => {
        host!($name, 0, u64::MAX)
    };
    ($name:literal, $least:expr, $most:expr) => {
        Host {
            name: $name,
            page: include_str!(concat!("hosts/", $name, ".html")),
            least: $least,
            most: $most,
        }
    };
}

const HOSTS: [Host; 16] = [
    host!("pym"),
    host!("frames"),
    host!("frames-late"),
    host!("sidechain"),
    host!("iframe-resizer-4"),
    host!("iframe-resizer-5"),
    host!("iframe-resizer-late"),
    host!("open-iframe-resizer"),
    host!("open-iframe-resizer-legacy"),
    host!("datawrapper"),
    host!("datawrapper-old"),
    host!("wordpress", 200, 1000),
    host!("amp"),
    host!("medium"),
    host!("own"),
    host!("own-div"),
];

/// Pages of nobody's that try our own side.
const OTHERS: [Host; 4] = [
    host!("echo"),
    host!("story"),
    host!("static"),
    host!("astray"),
];

pub fn scenarios() -> Vec<Trial> {
    let conform = HOSTS.iter().flat_map(|host| {
        let name: &'static str = format!("hosts: {} sizes the frame", host.name).leak();
        given(USUAL, name, async |page| conforms(page, host).await)
    });
    let guards = [
        given(
            USUAL,
            "hosts: a host that always gives more does not make the frame grow",
            is_not_chased,
        ),
        given(
            USUAL,
            "hosts: a pixel to and fro is not told",
            does_not_flutter,
        ),
    ];
    conform.chain(guards.into_iter().flatten()).collect()
}

/// What the server answers under `/hosts/`; the host's page is of another origin than the frame in it.
pub fn answer(origin: &str, url: &str) -> Option<Answer> {
    let path = url.strip_prefix("/hosts/")?;
    let (kind, body) = if path == "told.js" {
        (SCRIPT, include_bytes!("hosts/told.js").to_vec())
    } else if let Some(file) = path.strip_prefix("script/") {
        (SCRIPT, fs::read(script(file)).ok()?)
    } else {
        let (name, is_sandboxed) = match path.split_once('?') {
            Some((name, _)) => (name, true),
            None => (path, false),
        };
        let host = HOSTS.iter().chain(&OTHERS).find(|host| host.name == name)?;
        (DOCUMENT, page_of(host, origin, is_sandboxed).into_bytes())
    };
    Some(Answer {
        status: 200,
        headers: vec![("Content-Type", kind.to_owned())],
        body,
    })
}

const SCRIPT: &str = "text/javascript; charset=utf-8";
const DOCUMENT: &str = "text/html; charset=utf-8";

fn script(file: &str) -> std::path::PathBuf {
    let folder = resizers::folder();
    if file.contains('/') {
        folder.join("node_modules").join(file)
    } else {
        folder.join(file)
    }
}

fn page_of(host: &Host, origin: &str, is_sandboxed: bool) -> String {
    let attribute = |name: &str| {
        let text = format!(" {name}=\"allow-scripts\"");
        if is_sandboxed { text } else { String::new() }
    };
    let checks_origin = if is_sandboxed { "false" } else { "true" };
    let page = [
        ("{frame}", format!("{origin}/embed/{VIEW}?id={ID}")),
        ("{origin}", origin.to_owned()),
        ("{view}", VIEW.to_owned()),
        ("{sandbox}", attribute("sandbox")),
        ("{pym-sandbox}", attribute("data-pym-sandbox")),
        ("{frame-sandbox}", attribute("data-frame-attribute-sandbox")),
        ("{data-sandbox}", attribute("data-sandbox")),
        // A frame without an origin of its own has none that could be checked.
        ("{checks-origin}", checks_origin.to_owned()),
    ]
    .iter()
    .fold(host.page.to_owned(), |page, (mark, text)| {
        page.replace(mark, text)
    });
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>\
         <script src=\"/hosts/told.js\"></script></head><body>\n{page}</body></html>",
        host.name
    )
}

async fn conforms(page: Page, host: &Host) -> Outcome {
    for sandbox in ["", "?sandboxed"] {
        let article = Article::open(&page, &format!("{}{sandbox}", host.name)).await?;
        let fit = async |least: u64, most: u64| {
            let fits = |content: u64, given: u64| {
                (least..=most).contains(&content) && given == content.clamp(host.least, host.most)
            };
            let told = article.expect_heights(fits).await;
            told.map_err(|seen| {
                format!(
                    "{}{sandbox}: {}",
                    host.name,
                    seen.message().unwrap_or_default()
                )
            })
        };
        let first = fit(100, u64::MAX).await?;
        article.inside(GROW, json!([300])).await?;
        let grown = fit(first + 300, u64::MAX).await?;
        article.inside(GROW, json!([0])).await?;
        fit(0, grown - 300).await?;

        let before = article.told().await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let after = article.told().await?;
        assert_eq!(
            after, before,
            "{}{sandbox}: the frame goes on telling its height",
            host.name
        );
        page.expect_no_errors(&format!("hosts/{}{sandbox}", host.name))
            .await?;
    }
    Ok(())
}

/// A host that adds a hundred pixels to what it is told, and a frame whose content is taller than its window.
async fn is_not_chased(page: Page) -> Outcome {
    let article = Article::open(&page, "echo").await?;
    article
        .expect_heights(|content, given| given == content + 100)
        .await?;
    let before = article.told().await?;
    let chase = "document.body.style.minHeight = 'calc(100vh + 20px)'";
    article.inside(chase, json!([])).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let still = article.told().await?;
    // The change, three that may be echoes, and all again where the host's scroll bar took some width: each in the
    // four dialects that need no greeting.
    assert!(still - before <= 32, "{} messages", still - before);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(
        article.told().await?,
        still,
        "frame and host chase each other"
    );
    // It still hears of what is no echo.
    article
        .inside("document.body.style.minHeight = ''", json!([]))
        .await?;
    article.inside(GROW, json!([450])).await?;
    article
        .expect_heights(|content, given| given == content + 100)
        .await?;
    page.expect_no_errors("hosts/echo").await
}

async fn does_not_flutter(page: Page) -> Outcome {
    let article = Article::open(&page, "datawrapper").await?;
    let fits = |content: u64, given: u64| given == content || given == content + 1;
    article.inside(GROW, json!([100])).await?;
    article.expect_heights(fits).await?;
    article.inside(GROW, json!([101])).await?;
    article.expect_heights(fits).await?;
    let before = article.told().await?;
    for height in [100, 101, 100, 101, 100, 101] {
        article.inside(GROW, json!([height])).await?;
        tokio::time::sleep(Duration::from_millis(120)).await;
    }
    assert_eq!(article.told().await?, before, "a pixel less was told");
    article.expect_heights(fits).await?;
    page.expect_no_errors("hosts/datawrapper").await
}

/// Makes the frame's content taller by so many pixels than it is by itself.
const GROW: &str = "let box = document.querySelector('#grown');
    if (!box) document.body.append(Object.assign(box = document.createElement('div'), { id: 'grown' }));
    box.style.height = `${arguments[0]}px`;";

/// Somebody's article with our frame in it.
pub struct Article<'a> {
    page: &'a Page,
}

impl<'a> Article<'a> {
    /// Opens a page of `hosts/` and waits until its frame's programs run.
    pub async fn open(page: &'a Page, name: &str) -> Outcome<Article<'a>> {
        page.client.goto(&page.server.host_url(name)).await?;
        Article::of(page).await
    }

    /// The article that is open, once its frame's programs run.
    pub async fn of(page: &'a Page) -> Outcome<Article<'a>> {
        let article = Article { page };
        let is_live = "return document.readyState === 'complete' && 'equipped' in document.documentElement.dataset";
        article.expect_inside(is_live, json!(true)).await?;
        Ok(article)
    }

    /// Waits until a script's answer in the frame's document is this.
    pub async fn expect_inside(&self, script: &str, expected: Value) -> Outcome {
        let start = Instant::now();
        loop {
            let found = self.inside(script, json!([])).await?;
            if found == expected {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let errors = self.page.errors().await?.join("\n  ");
                return Err(format!(
                    "`{script}` is {found} in the frame, expected {expected}\n  {errors}"
                )
                .into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Runs a script in the frame's document; null where there is no frame yet.
    pub async fn inside(&self, script: &str, arguments: Value) -> Outcome<Value> {
        let found = self
            .page
            .run("return embedded(document) ?? null", json!([]))
            .await?;
        let Some(id) = found
            .as_object()
            .and_then(|found| found.values().next()?.as_str())
        else {
            return Ok(Value::Null);
        };
        let client = &self.page.client;
        let frame = Element::from_element_id(client.clone(), ElementRef::from(id.to_owned()));
        frame.enter_frame().await?;
        let answer = self.page.run(script, arguments).await;
        client.clone().enter_parent_frame().await?;
        answer
    }

    /// Waits until the height of the frame's content and the one that its host gives it are right; answers the
    /// content's.
    async fn expect_heights(&self, is_right: impl Fn(u64, u64) -> bool) -> Outcome<u64> {
        let start = Instant::now();
        loop {
            let measure =
                "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
            let content = self.inside(measure, json!([])).await?.as_u64().unwrap_or(0);
            let given = "return embedded(document).clientHeight";
            let given = self.page.run(given, json!([])).await?.as_u64().unwrap_or(0);
            if is_right(content, given) {
                return Ok(content);
            }
            if start.elapsed() > PATIENCE {
                let told = "return JSON.stringify([told.slice(-8), embedded(document).outerHTML])";
                let told = self.page.run(told, json!([])).await?;
                return Err(format!(
                    "the content is {content} px tall, its frame {given} px; told: {told}"
                )
                .into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// How many messages the page has had.
    pub async fn told(&self) -> Outcome<usize> {
        let told = self.page.run("return told.length", json!([])).await?;
        Ok(told.as_u64().unwrap_or_default() as usize)
    }
}
