//! The state in the address: restored, written, walked back, and never trusted.

use crate::Outcome;
use crate::page::Page;
use serde_json::{Value, json};

/// A view with everything in it.
const PHARMA: &str = "#indicator=pharma-workers&measure=lq&region=43";

fn pharma() -> Value {
    json!({
        "title": "충청북도, 의약품 제조업 종사자 입지계수 4.84 — 17개 시·도 가운데 1위 · K-바이오 클러스터 지도",
        "headline": "충청북도, 의약품 제조업 종사자 입지계수 4.84 — 17개 시·도 가운데 1위",
        "panel": "충청북도",
        "line": "의약품 제조업 종사자 입지계수(전국 = 1): 17개 시·도 중 1위, 2022년",
        "indicator": "pharma-workers",
        "measure": "lq",
        "year": "2022",
        "selectedRegions": ["43"],
        "selectedBars": ["43"],
    })
}

async fn expect_pharma(page: &Page) -> Outcome {
    page.expect_view(pharma()).await?;
    let view = page.view().await?;
    let value = view["regions"]["43"][1].as_str().unwrap_or_default();
    assert!(value.starts_with("4.83"), "충북: {value}");
    assert_eq!(view["ranking"][0], json!(["충북", value]));
    Ok(())
}

pub async fn restores(page: Page) -> Outcome {
    page.open_live(PHARMA).await?;
    expect_pharma(&page).await?;
    page.expect_no_errors(PHARMA).await
}

pub async fn goes_back_and_forward(page: Page) -> Outcome {
    page.open_live("").await?;
    let mut views = vec![page.view().await?];
    page.choose("[name=indicator]", "pharma-workers").await?;
    page.expect_view(json!({ "indicator": "pharma-workers" }))
        .await?;
    views.push(page.view().await?);
    page.click("[name=measure][value=lq]").await?;
    page.expect_view(json!({ "measure": "lq" })).await?;
    views.push(page.view().await?);
    page.click("[data-map] [data-region='43']").await?;
    expect_pharma(&page).await?;
    for before in views.iter().rev() {
        page.client.back().await?;
        page.expect_view(without_focus(before)).await?;
    }
    for after in &views[1..] {
        page.client.forward().await?;
        page.expect_view(without_focus(after)).await?;
    }
    page.client.forward().await?;
    expect_pharma(&page).await?;
    page.expect_no_errors("").await
}

fn without_focus(view: &Value) -> Value {
    let mut view = view.clone();
    view.as_object_mut().expect("an object").remove("focus");
    view
}

pub async fn follows_the_hand(page: Page) -> Outcome {
    page.open_live("").await?;
    write_hash(&page, PHARMA).await?;
    expect_pharma(&page).await?;
    write_hash(&page, "#cluster=gb-andong").await?;
    let first = json!({ "panel": "안동", "indicator": "bio-firms", "measure": "count" });
    page.expect_view(first).await?;
    // A link to a place on the page, such as the one past the map, leaves the view alone.
    write_hash(&page, "#regions").await?;
    page.expect("return location.hash", json!("#regions"))
        .await?;
    page.expect_view(json!({ "panel": "안동" })).await?;
    page.expect_no_errors("").await
}

async fn write_hash(page: &Page, hash: &str) -> Outcome {
    page.run("location.hash = arguments[0]", json!([hash]))
        .await?;
    Ok(())
}

pub async fn is_not_trusted(page: Page) -> Outcome {
    let long = format!("#region={}", "4".repeat(50_000));
    let hostile = [
        "#%00",
        "#region=%00",
        "#indicator=%",
        "#region=42",
        "#region=45",
        "#region=99",
        "#region=43%20",
        "#cluster=cb-nowhere",
        "#year=99999999999999999999",
        "#measure=lq",
        "#__proto__=x&constructor=y",
        "#indicator=<script>document.title='taken'</script>",
        "#region=\"><img src=x onerror=alert(1)>",
        "#&&&===&=&",
        "#지역=충북",
        &long,
    ];
    page.open_live("").await?;
    let default = page.view().await?;
    for (place, hash) in hostile.into_iter().enumerate() {
        let shown: String = hash.chars().take(60).collect();
        // Another query, so that the page is loaded and not only its hash changed.
        page.open_live(&format!("?{place}{hash}")).await?;
        assert_eq!(page.view().await?, default, "{shown}");
    }
    for hash in hostile {
        let shown: String = hash.chars().take(60).collect();
        write_hash(&page, hash).await?;
        assert_eq!(page.view().await?, default, "{shown}");
    }
    page.expect_no_errors("").await
}

pub async fn crosses_to_the_other_language(page: Page) -> Outcome {
    page.open_live(PHARMA).await?;
    expect_pharma(&page).await?;
    page.click("[data-other-language]").await?;
    page.wait_for("html[lang=en][data-ready=true]").await?;
    page.expect(
        "return location.pathname + location.hash",
        json!(format!("/en/{PHARMA}")),
    )
    .await?;
    page.expect_view(
        json!({ "panel": "North Chungcheong", "measure": "lq", "selectedRegions": ["43"] }),
    )
    .await?;
    page.expect_no_errors(PHARMA).await
}
