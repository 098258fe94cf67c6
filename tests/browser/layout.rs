//! Other layouts, patterns, and light or dark by choice.

use crate::Outcome;
use crate::page::Page;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The path data of all regions, in document order.
const OUTLINES: &str = "return [...document.querySelectorAll('[data-map] [data-region]')].map((path) => path.getAttribute('d'))";
/// The layout that is drawn, once its shapes have come to rest: they are as they were for longer than a change
/// lasts. (From one frame to the next they may stand still before the last one, which is slow.)
const AT_REST: &str = "return (async () => {
  const read = () => [...document.querySelectorAll('[data-map] [data-region]')].map((path) => path.getAttribute('d')).join();
  for (let before = read(), since = performance.now(), frame = 0; frame < 600; frame += 1) {
    await new Promise(requestAnimationFrame);
    const now = read();
    if (now !== before) since = performance.now();
    else if (performance.now() - since > 250) return document.querySelector('.explore').dataset.layout ?? 'map';
    before = now;
  }
  return 'restless';
})()";

/// What a page fetches when a layout is first wanted.
pub const FILE: &str = "/layout/sido.txt";

/// Chooses a layout and waits until its shapes lie still.
async fn choose(page: &Page, layout: &str) -> Outcome {
    page.click(&format!(".layouts label:has([value={layout}])"))
        .await?;
    page.expect(AT_REST, json!(layout)).await
}

pub async fn there_and_back(page: Page) -> Outcome {
    page.open_live("").await?;
    let before = page.run(OUTLINES, json!([])).await?;
    for layout in ["tiles", "circles", "tiles"] {
        choose(&page, layout).await?;
        assert_ne!(page.run(OUTLINES, json!([])).await?, before, "{layout}");
        page.expect("return location.hash", json!(format!("#layout={layout}")))
            .await?;
        let visible = "return ['.markers', '.links', '.inset', '.sea', '.border'].filter((css) =>
            document.querySelector('[data-map] ' + css).getClientRects().length)";
        page.expect(visible, json!([])).await?;
        let names = "return [...document.querySelectorAll('.by-layout .values')].filter((names) => names.getClientRects().length)
            .map((names) => names.querySelectorAll('.region-name').length)";
        page.expect(names, json!([17])).await?;
        assert!(
            !page.text(".layouts p").await?.is_empty(),
            "{layout} is not explained"
        );
    }
    choose(&page, "map").await?;
    assert_eq!(page.run(OUTLINES, json!([])).await?, before);
    page.expect("return location.hash", json!("")).await?;
    page.expect_no_errors("").await
}

pub async fn turns_around_midway(page: Page) -> Outcome {
    page.open_live("").await?;
    let before = page.run(OUTLINES, json!([])).await?;
    choose(&page, "tiles").await?;
    let hurry = "return (async () => {
      const pick = (layout) => document.querySelector(`[name=layout][value=${layout}]`).click();
      for (const layout of ['circles', 'tiles', 'circles', 'map']) {
        pick(layout);
        await new Promise((done) => setTimeout(done, 40));
      }
    })()";
    page.run(hurry, json!([])).await?;
    page.expect(AT_REST, json!("map")).await?;
    assert_eq!(page.run(OUTLINES, json!([])).await?, before);
    page.expect_no_errors("").await
}

/// Selection, colours, keys and the tooltip go with the shapes, since these stay the same elements.
pub async fn the_selection_goes_along(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-region='43']").await?;
    page.run(
        "window.shape = document.querySelector(\"[data-region='43']\")",
        json!([]),
    )
    .await?;
    choose(&page, "tiles").await?;
    page.expect(
        "return window.shape === document.querySelector(\"[data-region='43']\")",
        json!(true),
    )
    .await?;
    page.expect_view(json!({ "panel": "충청북도", "selectedRegions": ["43"], "outlined": true }))
        .await?;
    let outline = "return document.querySelector('.outline').getAttribute('d') === window.shape.getAttribute('d')";
    page.expect(outline, json!(true)).await?;
    page.focus("[data-map] a:has([data-region='43'])").await?;
    page.press([Key::Up]).await?;
    let focused = "return document.activeElement.firstElementChild.dataset.region";
    page.expect(focused, json!("41")).await?;
    let ring = "return document.querySelector('.focus').getAttribute('d') === document.activeElement.firstElementChild.getAttribute('d')";
    page.expect(ring, json!(true)).await?;
    page.press([Key::Enter]).await?;
    page.expect_view(json!({ "panel": "경기도", "selectedRegions": ["41"] }))
        .await?;
    page.click("[data-map] [data-region='47']").await?;
    page.expect_view(json!({ "panel": "경상북도" })).await?;
    // The words of the layout follow the indicator as those of the map do.
    page.choose("[name=indicator]", "pharma-workers").await?;
    let view = page.view().await?;
    let label = "return document.querySelector(\".by-layout.tiles [data-label='43']\").textContent";
    page.expect(label, view["labels"]["43"].clone()).await?;
    page.expect_no_errors("").await
}

pub async fn an_address_restores_a_layout(page: Page) -> Outcome {
    page.open_live("#layout=circles&patterns=on").await?;
    page.wait_for(".explore[data-layout=circles][data-patterns]")
        .await?;
    page.expect(AT_REST, json!("circles")).await?;
    let controls = "return [document.querySelector('[name=layout]:checked').value, document.querySelector('[name=patterns]').checked]";
    page.expect(controls, json!(["circles", true])).await?;
    page.expect_no_errors("").await
}

/// Who wants no motion sees none: the first thing that changes is the last.
pub async fn without_motion_it_jumps(page: Page) -> Outcome {
    page.open_live("").await?;
    choose(&page, "tiles").await?;
    let tiles = page.run(OUTLINES, json!([])).await?;
    let jump = "return (async () => {
      window.matchMedia = () => ({ matches: true });
      const path = document.querySelector(\"[data-region='43']\");
      const seen = [];
      new MutationObserver((changes) => seen.push(...changes.map(() => path.getAttribute('d'))))
        .observe(path, { attributeFilter: ['d'] });
      for (const layout of ['map', 'tiles']) {
        document.querySelector(`[name=layout][value=${layout}]`).click();
        await new Promise((done) => setTimeout(done, 300));
      }
      return seen.length;
    })()";
    assert_eq!(page.run(jump, json!([])).await?, json!(2));
    assert_eq!(page.run(OUTLINES, json!([])).await?, tiles);
    page.expect_no_errors("").await
}

pub async fn patterns_lie_over_the_tones(page: Page) -> Outcome {
    page.open_live("").await?;
    let fill = "return getComputedStyle(document.querySelector(\"[data-region='41']\")).fill";
    let plain = page.run(fill, json!([])).await?;
    page.click(".layouts label:has([name=patterns])").await?;
    page.expect("return location.hash", json!("#patterns=on"))
        .await?;
    page.wait_for(".explore[data-patterns]").await?;
    let is_hatched = "return getComputedStyle(document.querySelector(\"[data-region='41']\")).fill.includes('#p9')";
    page.expect(is_hatched, json!(true)).await?;
    // What a fill refers to is there, for every tone that is on the map.
    let lost = "return [...document.querySelectorAll('[data-map] [data-region]')]
      .map((path) => getComputedStyle(path).fill.match(/#(p\\w+)/)?.[1])
      .filter((id) => id && !document.getElementById(id))";
    page.expect(lost, json!([])).await?;
    page.click(".layouts label:has([name=patterns])").await?;
    page.expect(
        "return document.querySelector('.explore').hasAttribute('data-patterns')",
        json!(false),
    )
    .await?;
    page.expect(fill, plain).await?;
    page.expect_no_errors("").await
}

/// The choice holds on every kind of page and after a reload, from before the first paint.
pub async fn a_theme_is_remembered(page: Page) -> Outcome {
    let page_colour = "return getComputedStyle(document.body).backgroundColor";
    page.open("data/").await?;
    let by_system: Value = page.run(page_colour, json!([])).await?;
    for (theme, colour) in [("dark", "rgb(11, 21, 26)"), ("light", "rgb(255, 255, 255)")] {
        page.choose("#theme", theme).await?;
        page.expect(page_colour, json!(colour)).await?;
        for path in ["", "en/region/43/", "404.html"] {
            page.open(path).await?;
            page.expect(
                "return document.documentElement.dataset.theme",
                json!(theme),
            )
            .await?;
            page.expect(page_colour, json!(colour)).await?;
            page.expect(
                "return document.getElementById('theme').value",
                json!(theme),
            )
            .await?;
        }
    }
    page.choose("#theme", "").await?;
    page.client.refresh().await?;
    page.expect(page_colour, by_system).await?;
    page.expect(
        "return 'theme' in document.documentElement.dataset",
        json!(false),
    )
    .await?;
    page.expect_no_errors("").await
}

/// Without the shapes the map stays what it is, says so, and asks again.
pub async fn refused(page: Page) -> Outcome {
    page.open_live("").await?;
    let before = page.run(OUTLINES, json!([])).await?;
    page.click(".layouts label:has([value=tiles])").await?;
    page.expect_text(".layouts p", "불러오지 못했습니다")
        .await?;
    page.expect(
        "return document.querySelector('[name=layout]:checked').value",
        json!("map"),
    )
    .await?;
    page.expect("return location.hash", json!("")).await?;
    assert_eq!(page.run(OUTLINES, json!([])).await?, before);
    Ok(())
}
