//! The network page: filters, one place alone, layers, and the hub lab with its bad questions.

use crate::page::{Key, Page};
use crate::{Outcome, Setting, USUAL, given};
use libtest_mimic::Trial;
use serde_json::json;

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    let without_scripts = Setting { scripts: false, ..USUAL };
    [
        given(without_scripts, "without scripts the network is read in tables", is_complete),
        given(USUAL, "the network's filters hide arcs and rows alike, and the address keeps them", filters),
        given(USUAL, "a hub stands alone with its spokes by mouse and by keyboard", stands_alone),
        given(USUAL, "points, lines and planes are switched each for itself", layers),
        given(USUAL, "an address is an experiment, and its answer is proven", experiment_in_korean),
        given(USUAL, "an address is an experiment in english too", experiment_in_english),
        given(USUAL, "an experiment is stopped and another one run", stops),
        given(USUAL, "places are fixed by keyboard and on the map", fixes),
        given(USUAL, "a bad experiment is answered with a sentence", is_not_trusted),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const ROWS: &str = "#links tbody tr";
/// How many elements are neither switched off themselves nor in something that is. (`checkVisibility` takes
/// shapes in a group that is not displayed for visible, in Chromium.)
const SHOWN: &str =
    "const shown = (e) => !e || getComputedStyle(e).display !== 'none' && shown(e.parentElement);
    return [...document.querySelectorAll(arguments[0])].filter(shown).length";

async fn visible(page: &Page, css: &str) -> Outcome<u64> {
    let count = page.run(SHOWN, json!([css])).await?;
    Ok(count.as_u64().unwrap_or(u64::MAX))
}

async fn is_complete(page: Page) -> Outcome {
    for path in ["network/", "en/network/"] {
        page.open(path).await?;
        assert!(!page.text("h1").await?.is_empty());
        assert_eq!(visible(&page, ROWS).await?, 75, "{path}");
        assert_eq!(visible(&page, "#planes tbody tr").await?, 8, "{path}");
        assert_eq!(
            visible(&page, ".network .controls").await?,
            0,
            "controls that do nothing"
        );
    }
    Ok(())
}

async fn filters(page: Page) -> Outcome {
    page.open_live("network/").await?;
    assert_eq!(visible(&page, ROWS).await?, 75);
    page.click(".network [name=kind][value=agreement]").await?;
    let rows = format!("{ROWS}[data-family=agreement]");
    assert_eq!(visible(&page, &rows).await?, 0);
    assert_eq!(visible(&page, "path[data-family=agreement]").await?, 0);
    page.choose(".network [name=year]", "2012").await?;
    let late = "return [...document.querySelectorAll('#links tbody tr:not([hidden])')]
        .every((row) => row.dataset.year <= '2012')";
    page.expect(late, json!(true)).await?;
    let told = page.text("[data-count]").await?;
    assert_eq!(told, visible(&page, ROWS).await?.to_string());
    assert_ne!(told, "0");

    let address = "return location.hash";
    let hash = page.run(address, json!([])).await?;
    let hash = hash.as_str().unwrap_or_default().to_owned();
    page.open_live("data/").await?;
    page.open_live(&format!("network/{hash}")).await?;
    page.expect_text("[data-count]", &told).await?;
    page.expect_no_errors("network/").await
}

async fn stands_alone(page: Page) -> Outcome {
    page.open_live("network/").await?;
    let alone = "return [...document.querySelectorAll('[data-link]:not([hidden])')]
        .every((e) => e.dataset.link.split('>').includes('gg-siheung'))";
    page.focus("[data-cluster=gg-siheung]").await?;
    page.expect(
        "return document.querySelectorAll('path[data-link][data-on]').length > 4",
        json!(true),
    )
    .await?;
    page.press([Key::Enter]).await?;
    page.expect(alone, json!(true)).await?;
    assert_eq!(page.text("[data-count]").await?, "7");
    // The same again lets all the others come back.
    page.press([Key::Enter]).await?;
    page.expect_text("[data-count]", "75").await?;
    page.click("[data-cluster=cb-osong]").await?;
    page.expect_text("[data-count]", "21").await?;
    page.expect("return location.hash", json!("#focus=cb-osong"))
        .await
}

async fn layers(page: Page) -> Outcome {
    page.open_live("network/").await?;
    assert_eq!(visible(&page, ".plane").await?, 0);
    page.click(".network [value=planes]").await?;
    page.wait_for("[data-rule=nearest] .plane").await?;
    let nearest = visible(&page, ".map > .planes [data-rule=nearest] .plane").await?;
    assert_eq!(nearest, 4);
    assert_eq!(visible(&page, "[data-rule=gravity] .plane").await?, 0);
    page.click(".network [value=gravity]").await?;
    assert_eq!(visible(&page, "[data-rule=nearest] .plane").await?, 0);
    assert!(visible(&page, "[data-rule=gravity] .plane").await? > 0);
    page.click(".network [value=lines]").await?;
    assert_eq!(visible(&page, ".map .link").await?, 0);
    assert!(visible(&page, ".map .marker").await? > 0);
    page.click(".network [value=points]").await?;
    assert_eq!(visible(&page, ".map .marker").await?, 0);
    page.expect_no_errors("network/").await
}

async fn experiment_in_korean(page: Page) -> Outcome {
    experiment(&page, "", "최적 증명").await
}

async fn experiment_in_english(page: Page) -> Outcome {
    experiment(&page, "en/", "Proven optimal").await
}

async fn experiment(page: &Page, path: &str, proof: &str) -> Outcome {
    page.open_live(&format!("{path}network/#p=2&alpha=0.5&allocation=single"))
        .await?;
    page.wait_for("[data-slot=references] table").await?;
    assert!(page.text("[data-slot=answer]").await?.contains(proof));
    let hubs = "return document.querySelectorAll('[data-slot=solution] .chosen').length";
    page.expect(hubs, json!(2)).await?;
    page.wait_for(".workbench:not([aria-busy])").await?;
    let alpha = "return document.querySelector('[name=alpha]').value";
    page.expect(alpha, json!("0.5")).await?;
    page.expect_text("[data-echo=alpha]", "0.5").await?;
    page.expect_no_errors("network/").await
}

async fn stops(page: Page) -> Outcome {
    page.open_live("network/").await?;
    let run_and_stop = "for (const mark of ['run', 'cancel'])
        document.querySelector(`[data-${mark}]`).click();";
    page.run(run_and_stop, json!([])).await?;
    page.expect_text("[data-slot=progress]", "멈췄습니다.")
        .await?;
    assert!(!page.has(".workbench[aria-busy]").await?);
    page.choose("[name=allocation]", "centre").await?;
    page.click("[data-run]").await?;
    page.wait_for("[data-slot=references] table").await?;
    let hash = page.run("return location.hash", json!([])).await?;
    assert!(
        hash.as_str()
            .is_some_and(|hash| hash.contains("p=4") && hash.contains("allocation=centre"))
    );
    page.expect_no_errors("network/").await
}

async fn fixes(page: Page) -> Outcome {
    page.open_live("network/").await?;
    page.focus(".fixing summary").await?;
    page.press([Key::Enter]).await?;
    page.focus("[name=fix][value=jj-bio]").await?;
    page.press([Key::Space]).await?;
    page.wait_for("[data-cluster=jj-bio][data-fix]").await?;
    page.click("[name=press][value=forbid]").await?;
    page.click("[data-cluster=cb-osong]").await?;
    page.wait_for("[data-cluster=cb-osong][data-forbid]")
        .await?;
    page.expect("return location.hash", json!("#fix=jj-bio&forbid=cb-osong"))
        .await?;
    page.choose("[name=allocation]", "median").await?;
    page.click("[data-run]").await?;
    page.wait_for("[data-slot=answer] h3").await?;
    let hubs = page.text("[data-slot=answer] h3").await?;
    assert!(hubs.contains("제주") && !hubs.contains("오송"), "{hubs}");
    Ok(())
}

async fn is_not_trusted(page: Page) -> Outcome {
    for (hash, said) in [
        ("p=99", "정수여야"),
        ("p=2&alpha=-1", "0 이상의"),
        ("p=2&chi=NaN", "유한한"),
        ("p=1&fix=cb-osong,jj-bio", "2곳을 고정했는데"),
        ("p=2&fix=%3Cscript%3E", "없는 클러스터"),
    ] {
        page.open_live("data/").await?;
        page.open_live(&format!("network/#{hash}")).await?;
        let told = "return document.querySelector('[data-slot=progress]').textContent.includes(arguments[0])";
        let told = told.replace("arguments[0]", &format!("{said:?}"));
        page.expect(&told, json!(true)).await?;
        page.expect_no_errors(hash).await?;
    }
    page.open_live("network/#kind=nonsense&year=later&layers=%00&focus=atlantis")
        .await?;
    page.expect_no_errors("network/").await
}
