//! The site by keyboard, by screen reader, on narrow windows: what the promises of accessibility come to.

use crate::driver::Browser;
use crate::page::{Key, Page};
use crate::{Outcome, USUAL, given};
use fantoccini::wd::WebDriverCompatibleCommand;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use std::fs;
use xtask::toolchain;

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    let mut trials: Vec<Trial> = [
        given(USUAL, "the map is one tab stop", one_tab_stop),
        given(USUAL, "arrows lead over borders and do not scroll or select", arrows_lead),
        given(USUAL, "brackets walk around a region, points and commas through its clusters", around_and_inside),
        given(USUAL, "home and end go by rank, space selects, escape goes back", by_rank_and_back),
        given(USUAL, "the neighbours are said when the focus rests", neighbours_are_said),
        given(USUAL, "the skip link leads past the map", skip_link_leads),
    ]
    .into_iter()
    .flatten()
    .collect();
    // axe-core finds the same everywhere, and only ChromeDriver can be told what the reader prefers.
    let in_chromium = [
        given(USUAL, "axe finds nothing on any kind of page, light and dark", axe_finds_nothing),
        given(USUAL, "no page scrolls sideways at 320 pixels, which is 1280 at 400 %", narrow_pages_fit),
        given(USUAL, "nothing moves for a reader who prefers so", nothing_moves),
        given(USUAL, "the story jumps for a reader who prefers so", crate::story::jumps_where_motion_is_not_wanted),
    ];
    trials.extend(in_chromium.into_iter().filter_map(|both| {
        both.into_iter().zip(Browser::ALL).find(|(_, browser)| *browser == Browser::Chromium)
    }).map(|(trial, _)| trial));
    trials
}

/// One page of each kind, in Korean; the English one is under `en/`.
const KINDS: [&str; 8] = [
    "",
    "region/43/",
    "cluster/cb-osong/",
    "compare/",
    "story/",
    "network/",
    "data/",
    "404.html",
];

fn kinds() -> impl Iterator<Item = String> {
    ["", "en/"]
        .into_iter()
        .flat_map(|prefix| KINDS.map(|path| format!("{prefix}{path}")))
}

/// Starts with the focus on a region.
async fn at(page: &Page, code: &str) -> Outcome {
    page.open_live("").await?;
    page.wait_for("[data-near][tabindex=\"0\"]").await?;
    page.run(
        "document.querySelector(`[data-map] [data-region=\"${arguments[0]}\"]`).parentNode.focus()",
        json!([code]),
    )
    .await?;
    expect_focus(page, code).await
}

/// The code or id of what has the focus on the map.
async fn focused(page: &Page) -> Outcome<String> {
    let script = "const link = document.activeElement.closest('[data-near]');
                  return link?.dataset.cluster
                      ?? link?.querySelector('[data-region]')?.dataset.region ?? 'not on the map'";
    let name = page.run(script, json!([])).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

async fn expect_focus(page: &Page, expected: &str) -> Outcome {
    let found = focused(page).await?;
    if found == expected {
        Ok(())
    } else {
        Err(format!("the focus is on `{found}`, expected `{expected}`").into())
    }
}

/// Presses a key and expects the focus there.
async fn step(page: &Page, key: &str, expected: &str) -> Outcome {
    page.client.active_element().await?.send_keys(key).await?;
    let after = format!("after {}: ", key.escape_unicode());
    let found = focused(page).await?;
    assert_eq!(found, expected, "{after}the focus is elsewhere");
    Ok(())
}

fn key(key: Key) -> String {
    char::from(key).to_string()
}

async fn one_tab_stop(page: Page) -> Outcome {
    for path in ["", "region/43/", "cluster/cb-osong/"] {
        page.open_live(path).await?;
        page.wait_for("[data-near][tabindex=\"0\"]").await?;
        let stops = "return [...document.querySelectorAll('[data-map] a')]
                         .filter((link) => link.tabIndex >= 0).length";
        assert_eq!(page.run(stops, json!([])).await?, json!(1), "/{path}");
    }
    // The stop is what is selected, and goes where the reader goes.
    let stop = "[data-near][tabindex=\"0\"]";
    assert_eq!(
        page.attribute(stop, "data-cluster").await?.as_deref(),
        Some("cb-osong")
    );
    at(&page, "51").await?;
    page.run(
        "document.querySelector('.controls input[name=clusters]').click()",
        json!([]),
    )
    .await?;
    assert!(page.has(&format!("{stop} [data-region=\"51\"]")).await?);
    Ok(())
}

async fn arrows_lead(page: Page) -> Outcome {
    at(&page, "41").await?;
    let place = "return [scrollX, scrollY, location.href]";
    let before = page.run(place, json!([])).await?;
    step(&page, &key(Key::Right), "51").await?;
    // Nothing but the sea.
    step(&page, &key(Key::Right), "51").await?;
    step(&page, &key(Key::Left), "41").await?;
    step(&page, &key(Key::Down), "43").await?;
    step(&page, &key(Key::Right), "47").await?;
    step(&page, &key(Key::Down), "27").await?;
    step(&page, &key(Key::Up), "47").await?;
    assert_eq!(
        page.run(place, json!([])).await?,
        before,
        "it scrolled or selected"
    );
    // By ferry.
    at(&page, "46").await?;
    step(&page, &key(Key::Down), "50").await?;
    step(&page, &key(Key::Up), "46").await?;
    page.expect_no_errors("").await
}

async fn around_and_inside(page: Page) -> Outcome {
    at(&page, "36").await?;
    // 세종: 충북, 대전, 충남, clockwise from north, and around again.
    for code in ["43", "30", "44", "43"] {
        step(&page, "]", code).await?;
    }
    step(&page, "[", "44").await?;
    // From here on around 충남, or rather: an arrow starts anew.
    step(&page, &key(Key::Right), "36").await?;
    step(&page, "[", "44").await?;

    at(&page, "43").await?;
    let ids = [
        "cb-osong",
        "cb-jecheon",
        "cb-okcheon",
        "cb-chungju",
        "cb-osong",
    ];
    for id in ids {
        step(&page, ".", id).await?;
    }
    step(&page, ",", "cb-chungju").await?;
    step(&page, &key(Key::Escape), "43").await?;
    page.expect_no_errors("").await
}

async fn by_rank_and_back(page: Page) -> Outcome {
    at(&page, "43").await?;
    let ranked = |code: &str| format!("[data-map] a:has([data-region=\"{code}\"])");
    page.press([Key::Home]).await?;
    let first = focused(&page).await?;
    let name = page
        .attribute(&ranked(&first), "aria-label")
        .await?
        .unwrap_or_default();
    assert!(name.ends_with("17개 중 1위"), "{name}");
    page.press([Key::End]).await?;
    let last = focused(&page).await?;
    assert_ne!(first, last);

    at(&page, "43").await?;
    page.press([Key::Space]).await?;
    page.expect_text(".panel h2", "충청북도").await?;
    expect_focus(&page, "43").await?;
    page.press([Key::Escape]).await?;
    page.expect_text(".panel h2", "전국").await?;
    page.expect_no_errors("").await
}

async fn neighbours_are_said(page: Page) -> Outcome {
    at(&page, "36").await?;
    let said = "return document.querySelector('#announcer').textContent";
    for _ in 0..60 {
        let words = page.run(said, json!([])).await?;
        if words == "이웃: 충북, 대전, 충남. 클러스터 1곳." {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("the announcer says {}", page.run(said, json!([])).await?).into())
}

async fn skip_link_leads(page: Page) -> Outcome {
    for path in kinds() {
        page.open_live(&path).await?;
        let target = page.attribute(".skip", "href").await?.unwrap_or_default();
        assert!(page.has(&target).await?, "/{path} has no {target}");
        let first = "document.body.focus();
                     return document.querySelector('a, button, input, select, [tabindex]').className";
        assert_eq!(page.run(first, json!([])).await?, json!("skip"), "/{path}");
    }
    Ok(())
}

async fn axe_finds_nothing(page: Page) -> Outcome {
    let axe = toolchain::axe();
    let script = fs::read_to_string(&axe)
        .map_err(|error| format!("{}: {error}: `cargo xtask test` installs it", axe.display()))?;
    let mut found = Vec::new();
    for path in kinds() {
        for scheme in ["light", "dark"] {
            prefer(
                &page,
                &[
                    ("prefers-color-scheme", scheme),
                    ("prefers-reduced-motion", "reduce"),
                ],
            )
            .await?;
            page.open_live(&path).await?;
            let (passed, faults): (usize, Vec<String>) =
                serde_json::from_value(page.run(include_str!("axe.js"), json!([script])).await?)?;
            assert!(passed > 10, "axe passed only {passed} rules on /{path}");
            found.extend(
                faults
                    .iter()
                    .map(|fault| format!("/{path} {scheme}: {fault}")),
            );
        }
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(found.join("\n  ").into())
    }
}

async fn narrow_pages_fit(page: Page) -> Outcome {
    let size = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
    devtools(&page, "Emulation.setDeviceMetricsOverride", size).await?;
    for path in kinds() {
        page.open_live(&path).await?;
        let width = page
            .run("return document.documentElement.scrollWidth - document.documentElement.clientWidth", json!([]))
            .await?;
        assert_eq!(
            width,
            json!(0),
            "/{path} is wider than the window by so many pixels"
        );
    }
    Ok(())
}

async fn nothing_moves(page: Page) -> Outcome {
    let moving = "return [...document.querySelectorAll('*')].filter((element) =>
        getComputedStyle(element).transitionDuration !== '0s'
            || getComputedStyle(element).animationName !== 'none').length";
    page.open_live("").await?;
    assert_ne!(
        page.run(moving, json!([])).await?,
        json!(0),
        "nothing moves for anyone"
    );
    prefer(&page, &[("prefers-reduced-motion", "reduce")]).await?;
    assert_eq!(page.run(moving, json!([])).await?, json!(0));
    Ok(())
}

/// Lets the browser say this of its reader.
pub async fn prefer(page: &Page, features: &[(&str, &str)]) -> Outcome {
    let features: Vec<Value> = features
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    devtools(
        page,
        "Emulation.setEmulatedMedia",
        json!({ "features": features }),
    )
    .await
}

async fn devtools(page: &Page, cmd: &'static str, params: Value) -> Outcome {
    page.client.issue_cmd(DevTools { cmd, params }).await?;
    Ok(())
}

/// ChromeDriver's own command that passes one on to the browser's developer tools.
#[derive(Debug)]
struct DevTools {
    cmd: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.cmd, "params": self.params }).to_string();
        (http::Method::POST, Some(body))
    }
}
