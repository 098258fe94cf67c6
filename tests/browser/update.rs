//! A reader across an update: an old page whose files are gone, and a page whose parts are of another build.

use crate::Outcome;
use crate::page::{Key, Page};
use serde_json::json;

/// What a reader has before him: the whole text, and a map.
const IS_WHOLE: &str = "return document.querySelector('h1').textContent.length > 5
    && document.querySelectorAll('[data-map] path').length > 17
    && document.body.getBoundingClientRect().height > 300";

/// Neither style nor program: the page is its text, its map and its links.
pub async fn files_are_gone(page: Page) -> Outcome {
    for path in ["", "en/region/43/", "cluster/cb-osong/", "embed/region/43/"] {
        page.open(path).await?;
        // The program is not asked for on a page whose starter is gone.
        assert!(!page.has("html[data-ready]").await?, "/{path} came live");
        page.expect(IS_WHOLE, json!(true)).await?;
        page.expect_body_as_sent(path).await?;
        let links = "return document.querySelectorAll('[data-map] a[href], .credit a[href], a[href]').length > 2";
        page.expect(links, json!(true)).await?;
    }
    Ok(())
}

/// The program is left alone with parts that it does not know: it goes on, and says what it can.
pub async fn parts_are_of_another_build(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-cluster=cb-osong]").await?;
    page.expect_view(json!({ "panel": "오송" })).await?;
    page.click("[data-map] [data-region='43']").await?;
    page.expect_view(json!({ "panel": "충청북도" })).await?;
    page.focus("[data-drill='43']").await?;
    page.press([Key::Enter]).await?;
    page.choose("[name=indicator]", "pharma-workers").await?;
    page.choose("[name=group]", "5p2").await?;
    for layout in ["tiles", "circles", "map"] {
        let choose = "document.querySelector(`[name=layout][value=${arguments[0]}]`).click()";
        page.run(choose, json!([layout])).await?;
    }
    page.client
        .find(fantoccini::Locator::Css("#search input, [role=combobox]"))
        .await?
        .send_keys("오송")
        .await?;
    page.open_live("compare/#regions=43,47").await?;
    page.open_live("network/").await?;
    page.open_live("sigungu/#context=health").await?;
    page.open_live("story/").await?;
    page.open_live("#zoom=43&group=5k3t&layout=tiles&indicator=pharma-workers")
        .await?;
    page.expect(IS_WHOLE, json!(true)).await?;
    page.expect_no_errors("").await
}
