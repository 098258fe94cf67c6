//! What is under the pointer or has the focus, in a few words beside it.

use crate::Outcome;
use crate::page::{Key, Page};
use serde_json::json;

const WORDS: &str = "const tip = document.querySelector('#tooltip');
                     return tip.checkVisibility() ? tip.textContent : null;";
const REGION: &str = "충청북도, 바이오 기업 85곳, 17개 중 4위";
const CLUSTER: &str = "오송, 충청북도 · 허브 · 운영 중";

pub async fn follows_the_pointer(page: Page) -> Outcome {
    page.open_live("").await?;
    for (css, words) in [
        ("[data-map] [data-region='43']", json!(REGION)),
        ("[data-map] [data-cluster=cb-osong] .dot", json!(CLUSTER)),
        ("h1", json!(null)),
    ] {
        page.hover(css).await?;
        page.expect(WORDS, words).await?;
    }
    page.expect_no_errors("").await
}

pub async fn follows_the_focus(page: Page) -> Outcome {
    page.open_live("").await?;
    // Chungbuk lies below Gyeonggi: the arrow makes the last step.
    page.focus("[data-map] a:has(> [data-region='41'])").await?;
    page.press([Key::Down]).await?;
    page.expect(WORDS, json!(REGION)).await?;
    page.focus("[data-map] [data-cluster=cb-osong]").await?;
    page.expect(WORDS, json!(CLUSTER)).await?;
    // From a marker, Esc leads to the region around it.
    page.press([Key::Escape]).await?;
    page.expect(WORDS, json!(REGION)).await?;
    page.focus("[name=indicator]").await?;
    page.expect(WORDS, json!(null)).await?;
    page.expect_no_errors("").await
}
