//! What fits on a screen, and what a finger or a wheel does there.

use crate::Outcome;
use crate::page::Page;
use serde_json::json;

const ANDONG: &str = "[data-map] [data-cluster=gb-andong]";

pub async fn screens(page: Page) -> Outcome {
    let mut pages = Vec::new();
    for lang in ["", "en/"] {
        for path in [
            "",
            "region/43/",
            "cluster/cb-osong/",
            "compare/",
            "network/",
            "sigungu/",
            "data/",
        ] {
            pages.push(page.server.url(&format!("{lang}{path}")));
        }
    }
    page.open_live("404.html").await?;
    let complaints = page
        .run(
            include_str!("frames.js"),
            json!([pages, [320, 390, 768, 1280]]),
        )
        .await?;
    let complaints: Vec<String> = serde_json::from_value(complaints)?;
    assert!(complaints.is_empty(), "{}", complaints.join("\n  "));
    Ok(())
}

/// A finger is wider than a marker; a mouse is not.
pub async fn fingers(page: Page) -> Outcome {
    page.open_live("").await?;
    let beside = include_str!("beside.js");
    let (x, y) = page.point_by(beside, json!([ANDONG, 18])).await?;
    page.click_at(x, y).await?;
    page.expect_view(json!({ "panel": "경상북도" })).await?;
    // Soon after one another on one place they would be the two taps that bring a region's districts.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    page.tap(x, y).await?;
    page.expect_view(json!({ "panel": "안동" })).await?;
    let (x, y) = page.point_by(beside, json!([ANDONG, 26])).await?;
    page.tap(x, y).await?;
    page.expect_view(json!({ "panel": "경상북도" })).await?;
    page.expect_no_errors("").await
}

/// The map takes neither the finger's nor the wheel's way down the page.
pub async fn scrolls_over_the_map(page: Page) -> Outcome {
    let is_scrolled = "return scrollY > 50";
    page.open_live("").await?;
    page.swipe_up(400.0, 600.0, 400.0).await?;
    page.expect(is_scrolled, json!(true)).await?;
    page.open_live("?again").await?;
    page.expect(is_scrolled, json!(false)).await?;
    page.turn_wheel("[data-map] [data-region='43']", 400)
        .await?;
    page.expect(is_scrolled, json!(true)).await?;
    page.expect_view(json!({ "panel": "전국" })).await
}
