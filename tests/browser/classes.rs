//! How values are cut into classes, the legend's answers, and the years one after another.

use crate::Outcome;
use crate::page::{Key, Page};
use serde_json::{Value, json};

/// Tone of each region on the map, dots of the legend by tone, and what the legend counts in all.
const SEEN: &str = "
    const tones = {};
    for (const shape of document.querySelectorAll('[data-map] [data-region]')) {
      (tones[shape.dataset.tone] ??= []).push(shape.dataset.region);
    }
    const dots = {};
    for (const class_ of document.querySelectorAll('.tones > li')) {
      const held = [...class_.querySelectorAll('[data-dot]')].map((dot) => dot.dataset.dot);
      if (held.length) dots[class_.dataset.tone] = held.sort();
    }
    const counts = [...document.querySelectorAll('.tones .count')].map((e) => +e.textContent);
    return { tones, dots, all: counts.reduce((a, b) => a + b, 0) };";

async fn expect_legend_like_the_map(page: &Page) -> Outcome<Value> {
    let seen = page.run(SEEN, json!([])).await?;
    assert_eq!(seen["tones"], seen["dots"], "the legend and the map differ");
    assert_eq!(seen["all"], 17, "the legend counts every region once");
    Ok(seen["tones"].clone())
}

pub async fn cut_by_every_scheme(page: Page) -> Outcome {
    page.open_live("#indicator=pharma-workers").await?;
    page.click("details.cut summary").await?;
    page.expect_text("[data-slot=method]", "GVF").await?;
    let usual = expect_legend_like_the_map(&page).await?;
    let mut maps = vec![usual.clone()];
    for scheme in [
        "equal-interval",
        "fisher-jenks",
        "jenks-caspall",
        "head-tail",
        "std-mean",
        "box-plot",
        "maximum",
        "pretty",
    ] {
        page.choose("[name=scheme]", scheme).await?;
        page.expect(
            &format!(
                "return location.hash.includes('scheme={scheme}')
               && document.querySelector('[name=scheme]').value === '{scheme}';"
            ),
            json!(true),
        )
        .await?;
        maps.push(expect_legend_like_the_map(&page).await?);
    }
    assert!(
        maps.iter().skip(1).any(|map| *map != usual),
        "no scheme changes the map"
    );
    page.choose("[name=scheme]", "fisher-jenks").await?;
    page.choose("[name=classes]", "3").await?;
    page.expect(
        "return document.querySelectorAll('.tones > li').length === 4;",
        json!(true),
    )
    .await?;
    expect_legend_like_the_map(&page).await?;
    page.choose("[name=scheme]", "").await?;
    page.choose("[name=classes]", "").await?;
    page.expect(
        "return !location.hash.includes('scheme') && !location.hash.includes('classes');",
        json!(true),
    )
    .await?;
    assert_eq!(expect_legend_like_the_map(&page).await?, usual);
    page.expect_no_errors("").await
}

pub async fn cut_where_the_reader_says(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("details.cut summary").await?;
    page.click("[name=bounds]").await?;
    page.client
        .active_element()
        .await?
        .send_keys("100, 300")
        .await?;
    page.press([Key::Enter]).await?;
    page.expect(
        "return location.hash.includes('scheme=user-defined:100,300');",
        json!(true),
    )
    .await?;
    let tones = expect_legend_like_the_map(&page).await?;
    // Gyeonggi has 358 firms, Seoul 266.
    // Three classes take the palest, the middle and the darkest shade.
    assert_eq!((&tones["9"], &tones["5"]), (&json!(["41"]), &json!(["11"])));
    page.run(
        "document.querySelector('[name=bounds]').value = '';",
        json!([]),
    )
    .await?;
    page.click("[name=bounds]").await?;
    page.client
        .active_element()
        .await?
        .send_keys("300, 100")
        .await?;
    page.press([Key::Enter]).await?;
    page.expect(
        "return !document.querySelector('[name=bounds]').validity.valid;",
        json!(true),
    )
    .await?;
    assert_eq!(expect_legend_like_the_map(&page).await?, tones);
    page.expect_no_errors("").await
}

pub async fn a_class_stands_alone(page: Page) -> Outcome {
    page.open_live("").await?;
    let faded = "return [...document.querySelectorAll('[data-map] [data-region]')]
        .filter((shape) => !shape.hasAttribute('data-faded')).map((shape) => shape.dataset.region).sort();";
    page.click(".tones [data-only='9']").await?;
    let alone = page.run(faded, json!([])).await?;
    let top = page.run(SEEN, json!([])).await?["dots"]["9"].clone();
    assert_eq!(alone, top);
    page.click(".tones [data-only='9']").await?;
    let all = page.run(faded, json!([])).await?;
    assert_eq!(all.as_array().map(Vec::len), Some(17));
    page.focus(".tones [data-only='1']").await?;
    page.press([Key::Enter]).await?;
    assert_ne!(page.run(faded, json!([])).await?, all);
    page.press([Key::Escape]).await?;
    assert_eq!(page.run(faded, json!([])).await?, all);
    page.focus("[data-map] a:has(> [data-region='43'])").await?;
    page.expect(
        "return document.querySelector('[data-dot=\"43\"]').hasAttribute('data-lit');",
        json!(true),
    )
    .await?;
    page.expect_no_errors("").await
}

pub async fn the_years_play(page: Page) -> Outcome {
    page.open_live("#indicator=pharma-workers&measure=share&year=2020")
        .await?;
    let bounds =
        "return [...document.querySelectorAll('.tones .bounds')].map((e) => e.textContent);";
    let at_first = page.run(bounds, json!([])).await?;
    page.click("[name=play]").await?;
    for year in ["2021", "2022"] {
        page.expect(
            &format!("return document.querySelector('[name=year]').value === '{year}';"),
            json!(true),
        )
        .await?;
        assert_eq!(page.run(bounds, json!([])).await?, at_first, "in {year}");
        expect_legend_like_the_map(&page).await?;
    }
    page.click("[name=play]").await?;
    page.expect_no_errors("").await
}
