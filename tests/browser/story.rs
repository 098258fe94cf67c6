//! The story: scene by scene, by link, by key, by address, and with scripts off.

use crate::Outcome;
use crate::page::{Key, Page};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::time::Duration;

const STORY: &str = "story/";

/// The scene that is marked everywhere: in the text, in the list, in the hash.
const MARKED: &str = "const on = [...document.querySelectorAll('.step[data-on]')].map((e) => e.dataset.step);
    const links = [...document.querySelectorAll('.step-list a')];
    const current = links.flatMap((link, place) => link.ariaCurrent === 'step' ? [String(place + 1)] : []);
    return [on.join(), current.join(), location.hash]";

async fn expect_step(page: &Page, step: usize) -> Outcome {
    let step = step.to_string();
    page.expect(MARKED, json!([step, step, format!("#step={step}")]))
        .await
}

pub async fn is_read_without_scripts(page: Page) -> Outcome {
    page.open(STORY).await?;
    let headings = page.client.find_all(Locator::Css(".step h2")).await?;
    assert_eq!(headings.len(), 7);
    for heading in headings {
        assert!(
            !heading.text().await?.is_empty(),
            "a heading is not visible"
        );
    }
    for map in page.client.find_all(Locator::Css(".step .map")).await? {
        assert!(map.is_displayed().await?, "a map is not visible");
    }
    // Links lead by themselves.
    let link = page.client.find(Locator::Css("#concentration .turns a"));
    link.await?.click().await?;
    let url = page.client.current_url().await?;
    assert_eq!(url.fragment(), Some("measures"));
    Ok(())
}

pub async fn is_walked_by_links_and_keys(page: Page) -> Outcome {
    page.open_live(STORY).await?;
    let still: Value = json!(["1", "1", ""]);
    page.expect(MARKED, still).await?;
    page.click("#concentration .turns a").await?;
    expect_step(&page, 2).await?;
    page.click(".step-list li:nth-child(4) a").await?;
    expect_step(&page, 4).await?;

    page.focus(".step-list li:nth-child(4) a").await?;
    page.press([Key::Right]).await?;
    expect_step(&page, 5).await?;
    page.client.active_element().await?.send_keys("j").await?;
    expect_step(&page, 6).await?;
    page.client.active_element().await?.send_keys("k").await?;
    expect_step(&page, 5).await?;
    page.press([Key::Up]).await?;
    expect_step(&page, 4).await?;

    // Elsewhere the letters mean nothing.
    page.focus("#lines .turns a").await?;
    page.client.active_element().await?.send_keys("j").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    expect_step(&page, 4).await?;
    page.expect_no_errors(STORY).await
}

pub async fn follows_the_scroll(page: Page) -> Outcome {
    page.open_live(STORY).await?;
    let scroll = "document.querySelector('#planes').scrollIntoView({ behavior: 'instant' })";
    page.run(scroll, json!([])).await?;
    expect_step(&page, 5).await?;
    let shown = "return [...document.querySelectorAll('.scene')]
        .filter((scene) => getComputedStyle(scene).opacity === '1').length";
    // Beside the text on a wide window there is one map at a time.
    page.expect(shown, json!(1)).await?;
    page.expect_no_errors(STORY).await
}

pub async fn is_addressed(page: Page) -> Outcome {
    for (place, (hash, step)) in [("#step=3", 3), ("#abroad", 6), ("#step=7", 7)]
        .into_iter()
        .enumerate()
    {
        let path = format!("{STORY}?{place}{hash}");
        page.open_live(&path).await?;
        expect_step(&page, step).await?;
    }
    for (place, hash) in ["#step=0", "#step=8", "#step=", "#step=%00", "#step=\"]"]
        .into_iter()
        .enumerate()
    {
        page.open_live(&format!("en/{STORY}?{place}{hash}")).await?;
        let on = "return document.querySelector('.step[data-on]').dataset.step";
        page.expect(on, json!("1")).await?;
    }
    page.expect_no_errors(STORY).await
}

pub async fn jumps_where_motion_is_not_wanted(page: Page) -> Outcome {
    let moving = "return [getComputedStyle(document.documentElement).scrollBehavior,
        getComputedStyle(document.querySelector('.scene')).transitionDuration]";
    page.open_live(STORY).await?;
    page.expect(moving, json!(["smooth", "0.2s"])).await?;
    crate::access::prefer(&page, &[("prefers-reduced-motion", "reduce")]).await?;
    page.expect(moving, json!(["auto", "0s"])).await
}
