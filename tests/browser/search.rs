//! The search box, as a reader who knows the keyboard uses it.

use crate::Outcome;
use crate::page::{Key, Page};
use serde_json::json;

const BOX: &str = "#search";
const OPTION: &str = "#found:not([hidden]) [role=option]";

async fn type_into(page: &Page, words: &str) -> Outcome {
    let focused = page.client.active_element().await?;
    Ok(focused.send_keys(words).await?)
}

/// Two initial consonants and Enter.
pub async fn osong_by_initials(page: Page) -> Outcome {
    page.open_live("").await?;
    let is_asked = |page: &Page| {
        page.server
            .requests()
            .iter()
            .any(|url| url.ends_with("search.txt"))
    };
    assert!(!is_asked(&page), "the index is fetched before it is wanted");
    page.click(BOX).await?;
    type_into(&page, "ㅇㅅ").await?;
    page.wait_for(OPTION).await?;
    assert!(is_asked(&page));
    let options = page.text("#found").await?;
    assert!(
        options.contains("오송") && options.contains("안성"),
        "{options}"
    );
    page.press([Key::Enter]).await?;
    page.expect_text(".panel", "오송").await?;
    let hash = page.run("return location.hash", json!([])).await?;
    assert_eq!(hash, "#cluster=cb-osong");
    assert!(
        !page.has(OPTION).await?,
        "the list stays open after a choice"
    );
    page.expect_no_errors("").await
}

/// Slash, words, arrows, Escape twice; what is selected stays until it is asked to go.
pub async fn keyboard_only(page: Page) -> Outcome {
    page.open_live("region/43/").await?;
    type_into(&page, "/").await?;
    page.focus(BOX).await?;
    type_into(&page, "고성").await?;
    page.wait_for(OPTION).await?;
    let expanded = page.attribute(BOX, "aria-expanded").await?;
    assert_eq!(expanded.as_deref(), Some("true"));
    let marked = "#found [aria-selected=true]";
    page.expect_text(marked, "고성군 (강원)").await?;
    page.press([Key::Down]).await?;
    page.expect_text(marked, "고성군 (경남)").await?;
    page.press([Key::Up]).await?;
    page.expect_text(marked, "고성군 (강원)").await?;

    page.press([Key::Escape]).await?;
    assert!(!page.has(OPTION).await?, "Escape leaves the list open");
    page.press([Key::Escape]).await?;
    let left = page
        .run("return document.getElementById('search').value", json!([]))
        .await?;
    assert_eq!(left, "", "a second Escape leaves the words");
    page.expect_text(".panel h2", "충").await?;

    type_into(&page, "samsung").await?;
    page.wait_for(OPTION).await?;
    page.press([Key::Enter]).await?;
    page.expect_text(".panel", "송도").await?;
    page.expect_no_errors("region/43/").await
}

/// Nothing found is said, with what was looked for; a page without a map goes to the place's own page.
pub async fn nothing_and_elsewhere(page: Page) -> Outcome {
    page.open_live("en/data/").await?;
    page.click(BOX).await?;
    type_into(&page, "zzzzzz").await?;
    page.expect_text(".found [role=status]", "Nothing found: zzzzzz")
        .await?;
    assert!(!page.has(OPTION).await?);
    page.press([Key::Escape, Key::Escape]).await?;
    type_into(&page, "osng").await?;
    page.wait_for(OPTION).await?;
    page.click(OPTION).await?;
    page.wait_for("html[data-page='cluster/cb-osong/']").await?;
    Ok(())
}
