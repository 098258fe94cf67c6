//! Parts that are fetched: refused, broken, or overtaken by a later one.

use crate::Outcome;
use crate::page::Page;
use serde_json::json;

/// The part that the bad network of these scenarios is about.
pub const OSONG: &str = "/cluster/cb-osong/detail.html";

pub async fn refused(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-cluster=cb-osong]").await?;
    page.expect_text(".detail", "불러오지 못했습니다").await?;
    let link = page.attribute(".detail a", "href").await?;
    assert_eq!(link.as_deref(), Some("/cluster/cb-osong/"));
    page.expect_view(json!({ "panel": "오송" })).await?;

    page.click("[data-map] [data-cluster=gb-andong]").await?;
    page.expect_text(".detail", "SK바이오사이언스").await?;
    // Chromium reports the answer by itself; nothing else may be said.
    let own =
        |error: &&String| !(error.contains("Failed to load resource") && error.contains(OSONG));
    let errors = page.errors().await?;
    let others: Vec<_> = errors.iter().filter(own).collect();
    assert!(others.is_empty(), "{others:?}");
    Ok(())
}

/// The slow answer for Osong comes after that for Andong and must not replace it.
pub async fn overtaken(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-cluster=cb-osong]").await?;
    page.expect(
        "return document.querySelector('.panel-head h2').textContent",
        json!("오송"),
    )
    .await?;
    page.click("[data-map] [data-cluster=gb-andong]").await?;
    page.expect_text(".detail", "SK바이오사이언스").await?;
    let was_asked = || {
        page.server
            .requests()
            .iter()
            .any(|url| url.ends_with(OSONG))
    };
    assert!(was_asked(), "nothing was overtaken");
    let arrived = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
                     name.includes('cb-osong/detail.html') && responseEnd > 0);";
    page.expect(arrived, json!(true)).await?;
    page.expect_text(".detail", "SK바이오사이언스").await?;
    page.expect_view(json!({ "panel": "안동" })).await?;
    page.expect_no_errors("").await
}
