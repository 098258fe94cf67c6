//! Choosing a cluster or a region, by every way there is.

use crate::page::{Key, Page};
use crate::{CHUNGBUK, Outcome};
use serde_json::json;

const OSONG: &str = "[data-map] [data-cluster=cb-osong]";
const ANDONG: &str = "[data-map] [data-cluster=gb-andong]";

/// A cluster, its title, and words that only its fetched details hold.
const CLUSTERS: [(&str, &str, &str, &[&str]); 2] = [
    (OSONG, "cb-osong", "오송", &["126곳", "2만 m²", "113만 m²"]),
    (ANDONG, "gb-andong", "안동", &["SK바이오사이언스"]),
];

pub async fn clusters_by_mouse(page: Page) -> Outcome {
    page.open_live("").await?;
    for (marker, id, title, words) in CLUSTERS {
        page.click(marker).await?;
        expect_cluster(&page, id, title, words).await?;
    }
    page.expect_no_errors("").await
}

pub async fn clusters_by_keyboard(page: Page) -> Outcome {
    page.open_live("").await?;
    for (marker, id, title, words) in CLUSTERS {
        page.focus(marker).await?;
        page.press([Key::Enter]).await?;
        expect_cluster(&page, id, title, words).await?;
        page.expect_view(json!({ "focus": "a" })).await?;
    }
    page.expect_no_errors("").await
}

async fn expect_cluster(page: &Page, id: &str, title: &str, words: &[&str]) -> Outcome {
    page.expect_view(json!({ "panel": title, "selectedClusters": [id], "selectedRegions": [] }))
        .await?;
    for word in words {
        page.expect_text(".detail", word).await?;
    }
    let ends_here = format!(
        "return [...document.querySelectorAll('[data-link]')]
           .filter((link) => link.dataset.link.split('>').includes('{id}'))
           .map((link) => link.dataset.link).sort();"
    );
    let links = page.run(&ends_here, json!([])).await?;
    assert_ne!(links, json!([]), "{id} has no link on the map");
    page.expect_view(json!({ "selectedLinks": links })).await
}

pub async fn region_by_every_way(page: Page) -> Outcome {
    page.open_live("").await?;
    let link = "[data-map] a:has(> [data-region='43'])";
    for way in [
        "[data-map] [data-region='43']",
        ".list-regions [data-go='43']",
        ".chart.ranking [data-bar='43']",
    ] {
        page.click(way).await?;
        expect_chungbuk(&page).await?;
        page.press([Key::Escape]).await?;
        expect_nation(&page).await?;
    }
    page.focus(link).await?;
    page.press([Key::Enter]).await?;
    expect_chungbuk(&page).await?;
    page.press([Key::Escape]).await?;
    expect_nation(&page).await?;
    page.expect_view(json!({ "focus": "a" })).await?;
    page.expect_no_errors("").await
}

async fn expect_chungbuk(page: &Page) -> Outcome {
    page.expect_view(json!({
        "panel": "충청북도",
        "line": "바이오 기업(곳): 17개 시·도 중 4위, 2022년",
        "figures": CHUNGBUK,
        "selectedRegions": ["43"],
        "selectedBars": ["43"],
        "selectedClusters": [],
        "outlined": true,
    }))
    .await?;
    page.expect_text(".detail", "이 지역의 클러스터 4곳").await
}

async fn expect_nation(page: &Page) -> Outcome {
    page.expect_view(json!({
        "panel": "전국",
        "selectedRegions": [],
        "selectedBars": [],
        "selectedClusters": [],
        "selectedLinks": [],
        "outlined": false,
    }))
    .await
}

/// What has the focus is replaced or hidden with the old selection: the focus goes to the panel's title.
pub async fn focus_stays(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click(OSONG).await?;
    page.expect_text(".detail", "126곳").await?;
    page.focus(".detail [data-go='43']").await?;
    page.press([Key::Enter]).await?;
    page.expect_view(json!({ "panel": "충청북도", "focus": "h2" }))
        .await?;
    page.focus(".panel-links [data-go='00']").await?;
    page.press([Key::Enter]).await?;
    page.expect_view(json!({ "panel": "전국", "focus": "h2" }))
        .await?;
    page.expect_no_errors("").await
}

/// A new tab is the browser's own affair, and the page stays as it is.
pub async fn new_tab(page: Page) -> Outcome {
    const MIDDLE: u64 = 1;
    page.open_live("").await?;
    let link = ".list-regions [data-go='43']";
    page.click_with_key(link, Key::Control).await?;
    expect_tabs(&page, 2).await?;
    page.click_with_button(link, MIDDLE).await?;
    expect_tabs(&page, 3).await?;
    page.expect_view(json!({ "panel": "전국" })).await
}

async fn expect_tabs(page: &Page, expected: usize) -> Outcome {
    let mut count = 0;
    for _ in 0..60 {
        count = page.client.windows().await?.len();
        if count == expected {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("there are {count} tabs, expected {expected}").into())
}

/// "Which region has the highest location quotient in pharma jobs, and what is near it?"
pub async fn the_reader_s_question_takes_three_actions(page: Page) -> Outcome {
    page.open_live("").await?;
    page.choose("[name=indicator]", "pharma-workers").await?;
    page.click("label:has(> [name=measure][value=lq])").await?;
    // The title says which: the first half of the answer.
    page.expect_text("h1", "충북").await?;
    page.expect_text("h1", "4.8배").await?;
    page.click("[data-map] [data-region='43']").await?;
    page.expect_text(".detail", "오송").await?;
    page.expect_text(".detail", "세종").await?;
    page.expect_no_errors("").await
}
