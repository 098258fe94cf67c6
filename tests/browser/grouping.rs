//! The regions as members of wider ones: switched by mouse and keyboard, restored from the address, and
//! undone without a trace.

use crate::Outcome;
use crate::page::{Key, Page};
use kbio_atlas::{Grouping, Lang, Painting, REGIONS, Selection, ViewState};
use serde_json::{Value, json};

/// What the map, its legend and the charts show of the groups.
const SEEN: &str = "
    const all = (css) => [...document.querySelectorAll(css)];
    const shapes = all('[data-map] [data-region]');
    return {
      values: Object.fromEntries(shapes.map((s) => [s.dataset.region, s.dataset.value])),
      spoken: Object.fromEntries(
        shapes.map((s) => [s.dataset.region, s.parentElement.getAttribute('aria-label')])),
      tones: Object.fromEntries(shapes.map((s) => [s.dataset.region, s.dataset.tone])),
      counted: all('.tones .count').reduce((sum, count) => sum + Number(count.textContent), 0),
      bars: all('.charts [data-bar]').length,
      labels: all('[data-slot=group] .wide .region-value').map((label) => label.textContent).sort(),
      regionLabels: all('.values:not(.groups) text').filter((e) => e.getClientRects().length).length,
      mesh: Boolean(document.querySelector('[data-map] .mesh').getAttribute('d')),
      grouping: document.querySelector('[name=group]').value,
      described: document.querySelector('#map-description')?.textContent.length > 80,
    };";

/// What the native code reads from the data package; `tests/figures` ties that to the CSV files.
fn expected(grouping: Grouping, lang: Lang) -> Value {
    let mut state = ViewState::new(Selection::Nation);
    state.grouping = grouping;
    let painting = Painting::of(&state, lang);
    let by_code = |of: &dyn Fn(usize) -> String| -> Value {
        let pairs = REGIONS.iter().enumerate();
        pairs
            .map(|(place, region)| (region.digits.to_string(), json!(of(place))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let mut labels: Vec<String> = (0..grouping.count())
        .filter_map(|unit| grouping.members(unit).next())
        .map(|first| painting.regions[first].label.clone())
        .collect();
    labels.sort();
    json!({
        "values": by_code(&|place| painting.regions[place].value.clone()),
        "spoken": by_code(&|place| painting.regions[place].spoken.clone()),
        "tones": by_code(&|place| painting.regions[place].tone.slug().to_string()),
        "counted": grouping.count(),
        "bars": grouping.count(),
        "labels": if grouping.is_grouped() { json!(labels) } else { json!([]) },
        "regionLabels": 0,
        "mesh": grouping.is_grouped(),
        "grouping": grouping.slug(),
        "described": true,
    })
}

async fn expect_groups(page: &Page, grouping: Grouping, lang: Lang) -> Outcome {
    page.expect(SEEN, expected(grouping, lang)).await
}

pub async fn switches_and_restores(page: Page) -> Outcome {
    for lang in Lang::ALL {
        page.open_live(lang.pick("", "en/")).await?;
        let before = page.view().await?;
        for grouping in Grouping::ALL.into_iter().filter(|g| g.is_grouped()) {
            page.choose("[name=group]", grouping.slug()).await?;
            expect_groups(&page, grouping, lang).await?;
            let hash = format!("#group={}", grouping.slug());
            page.expect("return location.hash", json!(hash)).await?;
            page.client.refresh().await?;
            page.wait_for("html[data-ready=true]").await?;
            expect_groups(&page, grouping, lang).await?;
        }
        page.choose("[name=group]", "sido").await?;
        page.expect("return location.hash", json!("")).await?;
        page.expect_view(json!({
            "title": before["title"],
            "regions": before["regions"],
            "labels": before["labels"],
            "ranking": before["ranking"],
        }))
        .await?;
        page.expect(
            "return document.querySelector('[data-slot=group]').innerHTML",
            json!(""),
        )
        .await?;
        page.expect_no_errors("#group").await?;
    }
    Ok(())
}

pub async fn by_keyboard(page: Page) -> Outcome {
    page.open_live("#measure=share").await?;
    page.focus("[name=group]").await?;
    page.press([Key::Down]).await?;
    page.expect("return location.hash", json!("#measure=share&group=5p2"))
        .await?;
    page.expect_text("h1", "수도권").await?;
    page.expect_text(".deck", "5+2 광역경제권별").await?;
    page.press([Key::Up]).await?;
    page.expect("return location.hash", json!("#measure=share"))
        .await?;
    page.expect_no_errors("#measure=share").await
}

pub async fn a_member_stands_for_its_group(page: Page) -> Outcome {
    page.open_live("#group=5p2&region=43").await?;
    page.expect_text("h1", "충청권(대전·세종·충북·충남), 바이오 기업 217곳")
        .await?;
    page.expect_text(".panel-head h2", "충청북도").await?;
    page.expect(
        "return [...document.querySelectorAll('.charts [data-on]')].map((bar) => bar.dataset.bar)",
        json!(["30 36 43 44"]),
    )
    .await?;
    page.expect_no_errors("#group=5p2&region=43").await
}
