//! Embeds in frames of other people's pages: what they cost, how they look, what they do without a permission.

use crate::page::Page;
use crate::server::Network;
use crate::{Outcome, Setting, USUAL, given};
use fantoccini::Locator;
use libtest_mimic::Trial;
use serde_json::json;
use std::time::Duration;
use xtask::host::Answer;

/// CSS pixels that an article may give an embed.
const WIDTHS: [u32; 6] = [280, 320, 400, 600, 800, 1000];
/// What WordPress cuts a frame to, in CSS pixels.
const TALLEST: u32 = 1000;
/// Frames on the page of [`ten_are_cheap`].
const FRAMES: usize = 10;
/// Long enough for a program to start that should not.
const A_WHILE: Duration = Duration::from_millis(1500);

/// One embed of each kind.
const KINDS: [&str; 8] = [
    "embed/",
    "embed/region/43/",
    "embed/cluster/cb-osong/",
    "embed/network/",
    "embed/sigungu/",
    "embed/compare/",
    "embed/story/",
    "embed/story/3/",
];

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    let unshared = Setting { network: Network::Unshared, ..USUAL };
    let without_scripts = Setting { scripts: false, ..USUAL };
    [
        given(USUAL, "embeds: one of each kind comes live when it is seen, and keeps its markup", comes_live),
        given(USUAL, "embeds: what is pressed is read under the map, and back stays the article's", is_read),
        given(USUAL, "embeds: the address holds the view, and the link leads to the same", keeps_the_view),
        given(USUAL, "embeds: a static one never starts", static_stays),
        given(USUAL, "embeds: flags have Datawrapper's names and meaning", flags_are_followed),
        given(USUAL, "embeds: each fits six widths and is never taller than a thousand pixels", fit),
        given(USUAL, "embeds: of ten in an article the seen ones start", ten_are_cheap),
        given(USUAL, "embeds: a sandboxed one comes live where the host shares its files", sandboxed_lives),
        given(unshared, "embeds: a sandboxed one stays the whole static picture where the host does not", sandboxed_stays),
        given(USUAL, "embeds: the builder's snippet shows the chosen view", builder_s_snippet_works),
        given(USUAL, "embeds: the builder says when an address is not the atlas'", builder_says_what_it_does_not_know),
        given(USUAL, "embeds: rows in the address are shown as their author's", own_data_are_embedded),
        given(USUAL, "embeds: a comparison follows its address", comparison_follows_its_address),
        given(without_scripts, "embeds: without scripts the builder shows its first snippets", builder_without_scripts),
        given(without_scripts, "embeds: without scripts scenes turn and links leave the frame", turns_without_scripts),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the server answers under `/articles/`: a page of somebody else's with so many frames, each as tall as the
/// window and a window apart; `/articles/10`, and `/articles/1/sandboxed` with frames that have no origin.
pub fn answer(origin: &str, url: &str) -> Option<Answer> {
    let rest = url.strip_prefix("/articles/")?;
    let (count, sandbox) = match rest.strip_suffix("/sandboxed") {
        Some(count) => (count, " sandbox=\"allow-scripts\""),
        None => (rest, ""),
    };
    let count: usize = count.parse().ok()?;
    let frame = format!(
        "<iframe src=\"{origin}/embed/\" title=\"map\"{sandbox} \
         style=\"display:block;width:100%;height:100vh;margin-bottom:100vh;border:0\"></iframe>"
    );
    let body = format!(
        "<!doctype html><html lang=\"en\"><head><title>article</title></head><body style=\"margin:0\">{}</body></html>",
        frame.repeat(count)
    );
    Some(Answer {
        status: 200,
        headers: vec![("Content-Type", "text/html; charset=utf-8".to_owned())],
        body: body.into_bytes(),
    })
}

/// Opens a page with frames in it, whose host is not ours.
async fn open_article(page: &Page, article: &str) -> Outcome {
    let url = page.server.host_url("").replace("/hosts/", "/articles/");
    Ok(page.client.goto(&format!("{url}{article}")).await?)
}

/// How often the map's program was asked for.
fn starts(page: &Page) -> usize {
    let requests = page.server.requests();
    let is_map = |url: &&String| url.contains("/atlas-") && url.ends_with(".wasm");
    requests.iter().filter(is_map).count()
}

/// Waits for so many starts, and then a while for one too many.
async fn expect_starts(page: &Page, expected: usize) -> Outcome {
    for _ in 0..200 {
        if starts(page) >= expected {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(A_WHILE).await;
    match starts(page) {
        found if found == expected => Ok(()),
        found => {
            Err(format!("the map's program was fetched {found} times, expected {expected}").into())
        }
    }
}

async fn comes_live(page: Page) -> Outcome {
    for lang in ["", "en/"] {
        for kind in KINDS {
            let path = format!("{lang}{kind}");
            page.open_live(&path).await?;
            // The filters of the network and the districts' names are written by their programs.
            if !kind.contains("network") && !kind.contains("sigungu") {
                page.expect_body_as_sent(&path).await?;
            }
            for chrome in ["header.site", "footer.site", "#search", "nav"] {
                assert!(!page.has(chrome).await?, "/{path} has {chrome}");
            }
        }
    }
    Ok(())
}

async fn is_read(page: Page) -> Outcome {
    page.open_live("embed/").await?;
    let steps = page.run("return history.length", json!([])).await?;
    page.click("[data-map] [data-region='43']").await?;
    page.expect_text(".panel-head h2", "충청북도").await?;
    page.expect_text(".panel-head", "4위").await?;
    page.expect(
        "return document.querySelector('.detail').childElementCount",
        json!(0),
    )
    .await?;
    page.expect("return history.length", steps).await?;
    let own_page = page
        .attribute(".panel-links a:nth-child(2)", "href")
        .await?;
    assert_eq!(own_page.as_deref(), Some("/region/43/"));
    page.expect_no_errors("embed/").await
}

async fn keeps_the_view(page: Page) -> Outcome {
    let hash = "#indicator=pharma-workers&measure=lq";
    page.open_live(&format!("embed/{hash}")).await?;
    page.expect_text("h1", "충북").await?;
    page.expect(
        "return document.querySelector('[data-same-view]').href",
        json!(page.server.url(hash)),
    )
    .await
}

async fn static_stays(page: Page) -> Outcome {
    page.open("embed/?static=true#measure=share").await?;
    page.wait_for("html[data-static]").await?;
    tokio::time::sleep(A_WHILE).await;
    assert!(!page.has("html[data-ready]").await?, "it came live");
    assert_eq!(starts(&page), 0);
    assert!(!page.text("h1").await?.is_empty());
    page.expect_no_errors("embed/?static=true").await
}

async fn flags_are_followed(page: Page) -> Outcome {
    let seen =
        "return [...document.querySelectorAll('.headline, .source-line, .embed-credit, .map')]
        .map((one) => one.checkVisibility())";
    let background = "return getComputedStyle(document.body).backgroundColor";
    let (white, black, clear) = ("rgb(255, 255, 255)", "rgb(11, 21, 26)", "rgba(0, 0, 0, 0)");
    page.open("embed/?static").await?;
    page.expect(seen, json!([true, true, true, true])).await?;
    page.expect(background, json!(white)).await?;
    page.open("embed/?static&plain=true").await?;
    page.expect(seen, json!([false, true, false, false]))
        .await?;
    for (query, expected) in [
        ("dark=true", black),
        ("dark=false", white),
        ("transparent=true", clear),
        ("dark=true&transparent=true", clear),
    ] {
        page.open(&format!("embed/?static&{query}")).await?;
        page.expect(background, json!(expected)).await?;
    }
    page.open("embed/?static&dark=auto").await?;
    let theme = "return document.documentElement.hasAttribute('data-theme')";
    page.expect(theme, json!(false)).await
}

async fn fit(page: Page) -> Outcome {
    let mut urls = Vec::new();
    for lang in ["", "en/"] {
        let scenes = (1..=7).map(|step| format!("embed/story/{step}/"));
        let turned = (2..=7).map(|step| format!("embed/story/#step={step}"));
        let kinds = KINDS.map(str::to_owned).into_iter();
        for path in kinds.chain(scenes).chain(turned) {
            let (path, hash) = path.split_once('#').unwrap_or((&path, ""));
            urls.push(page.server.url(&format!("{lang}{path}?static=true#{hash}")));
        }
        // The longest names.
        urls.push(
            page.server
                .url(&format!("{lang}embed/region/51/?static=true")),
        );
        urls.push(page.server.url(&format!("{lang}embed/#select=cb-osong")));
    }
    page.open_live("404.html").await?;
    let complaints = page
        .run(include_str!("embeds.js"), json!([urls, WIDTHS, TALLEST]))
        .await?;
    let complaints: Vec<String> = serde_json::from_value(complaints)?;
    assert!(complaints.is_empty(), "{}", complaints.join("\n  "));
    Ok(())
}

/// Nothing of the program is fetched for a frame that nobody has seen.
async fn ten_are_cheap(page: Page) -> Outcome {
    open_article(&page, &FRAMES.to_string()).await?;
    expect_starts(&page, 1).await?;
    let documents = |url: &&String| url.ends_with("/embed/");
    let requests = page.server.requests();
    assert_eq!(requests.iter().filter(documents).count(), FRAMES);
    page.run(
        "scrollTo({ top: innerHeight * 8, behavior: 'instant' })",
        json!([]),
    )
    .await?;
    expect_starts(&page, 2).await
}

async fn sandboxed_lives(page: Page) -> Outcome {
    open_article(&page, "1/sandboxed").await?;
    page.client.enter_frame(0).await?;
    page.wait_for("html[data-ready=true]").await?;
    page.expect("return origin", json!("null")).await?;
    page.focus("[data-map] [data-near][tabindex='0']").await?;
    page.press([crate::page::Key::Enter]).await?;
    page.wait_for("[data-selected=region]").await
}

/// The look is there, the programs are not.
async fn sandboxed_stays(page: Page) -> Outcome {
    open_article(&page, "1/sandboxed").await?;
    page.client.enter_frame(0).await?;
    page.wait_for("h1").await?;
    tokio::time::sleep(A_WHILE).await;
    assert!(!page.has("html[data-ready]").await?, "it came live");
    assert!(!page.text("h1").await?.is_empty());
    page.expect(
        "return getComputedStyle(document.querySelector('.embed-credit')).display",
        json!("flex"),
    )
    .await
}

async fn turns_without_scripts(page: Page) -> Outcome {
    page.open("embed/story/").await?;
    let first = page.text(".step h2").await?;
    assert!(!first.is_empty());
    let next = page.client.find(Locator::Css(".turns a")).await?;
    next.click().await?;
    let shown = page.client.find_all(Locator::Css(".step")).await?;
    let mut visible = Vec::new();
    for step in shown {
        visible.push(step.is_displayed().await?);
    }
    assert_eq!(visible, [false, true, false, false, false, false, false]);
    page.open("embed/region/43/").await?;
    let base = page.attribute("base", "target").await?;
    assert_eq!(base.as_deref(), Some("_blank"));
    let link = page.attribute("[data-same-view]", "href").await?;
    assert_eq!(link.as_deref(), Some("/region/43/"));
    Ok(())
}

const SNIPPETS: &str = "[data-slot=snippets] pre";

async fn builder_s_snippet_works(page: Page) -> Outcome {
    page.open_live("embed-builder/?view=region/43/#indicator=pharma-workers&measure=lq")
        .await?;
    page.expect_text(SNIPPETS, "/embed/region/43/#indicator")
        .await?;
    page.choose("[name=dark]", "true").await?;
    page.expect_text(SNIPPETS, "/embed/region/43/?dark=true#indicator")
        .await?;
    page.expect(
        "return document.querySelectorAll('.previews iframe').length",
        json!(3),
    )
    .await?;
    page.expect_no_errors("embed-builder/").await?;
    let snippet = page.text(SNIPPETS).await?;
    open_article(&page, "0").await?;
    page.run("document.body.innerHTML = arguments[0]", json!([snippet]))
        .await?;
    page.client.enter_frame(0).await?;
    page.wait_for("html[data-ready=true][data-theme=dark]")
        .await?;
    page.expect_text("h1", "4.84").await
}

/// The values stand in the address, which goes on into the builder and its snippet.
async fn own_data_are_embedded(page: Page) -> Outcome {
    const ROWS: &str = "#rows=code,Firms%0A11,1234%0A43,56";
    page.open_live(&format!("en/embed/{ROWS}")).await?;
    let title = "Seoul highest at 1,234, Chungbuk lowest at 56: values for 2 of 17";
    page.expect_text(".own-head h1", title).await?;
    page.expect_text(".own-banner", "Not checked by this atlas")
        .await?;
    let link = page.attribute("[data-same-view]", "href").await?;
    let link = link.unwrap_or_default();
    assert!(link.ends_with(&format!("/en/{ROWS}")), "{link}");
    page.expect_no_errors("en/embed/").await?;

    page.open_live(&format!("en/{ROWS}")).await?;
    page.expect_text(".own-head h1", title).await?;
    page.wait_for(".own-downloads a[href^='#']").await?;
    let link = page
        .attribute(".own-downloads a[href^='#']", "href")
        .await?;
    assert_eq!(
        link.as_deref(),
        Some("#rows=code,Firms%0D%0A11,1234%0D%0A43,56%0D%0A")
    );
    page.open_live(&format!("en/embed-builder/{ROWS}")).await?;
    page.expect_text(SNIPPETS, &format!("/en/embed/{ROWS}"))
        .await?;
    page.expect_no_errors("en/embed-builder/").await?;

    for broken in ["%", "%0A%00", "x".repeat(5000).as_str(), "<script>"] {
        page.open_live(&format!("en/?{}#rows={broken}", broken.len()))
            .await?;
        page.expect_view(json!({ "panel": "Korea" })).await?;
        page.expect_no_errors(broken).await?;
    }
    Ok(())
}

async fn comparison_follows_its_address(page: Page) -> Outcome {
    page.open_live("en/embed/compare/#regions=43,11,cb-osong")
        .await?;
    page.expect_text("h1", "regions 2, clusters 1").await?;
    page.expect_text("table", "Seoul").await?;
    page.expect_text(".documented", "Osong").await?;
    page.expect_no_errors("en/embed/compare/").await
}

async fn builder_says_what_it_does_not_know(page: Page) -> Outcome {
    page.open_live("embed-builder/").await?;
    let paste = "const box = document.querySelector('[name=address]');
        box.value = arguments[0];
        box.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(paste, json!(["https://example.org/news/4711/"]))
        .await?;
    page.wait_for("[data-slot=snippets] [role=alert]").await?;
    page.run(paste, json!(["https://example.org/en/cluster/cb-osong/"]))
        .await?;
    page.expect_text(SNIPPETS, "/en/embed/cluster/cb-osong/")
        .await
}

async fn builder_without_scripts(page: Page) -> Outcome {
    page.open("embed-builder/").await?;
    let snippets = page.client.find_all(Locator::Css(SNIPPETS)).await?;
    assert_eq!(snippets.len(), 6);
    assert!(page.text(SNIPPETS).await?.contains("<iframe src="));
    Ok(())
}
