//! The comparison: the page as it is sent, and every way to choose.

use crate::page::{Key, Page};
use crate::{Outcome, USUAL, given};
use kbio_atlas::compare::{self, Cells, Choice, MOST};
use kbio_atlas::{Lang, REGIONS};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use std::fs;

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    let without_scripts = crate::Setting { scripts: false, ..USUAL };
    [
        given(without_scripts, "without scripts the comparison shows its first choice", is_complete),
        given(USUAL, "an address is compared as the prerenderer would", by_address),
        given(USUAL, "places are compared by name, by list and by map, and go back in history", by_every_way),
        given(USUAL, "the comparison is used by keyboard only", keyboard_only),
        given(USUAL, "a hostile address is compared without an error", is_not_trusted),
        given(USUAL, "ten are compared, and an eleventh is refused with words", ten_at_most),
        given(USUAL, "a region's and a cluster's panel lead to the comparison", from_the_map),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const CHOSEN: &str = "return document.querySelector('[data-chosen]').dataset.chosen";

async fn expect_chosen(page: &Page, list: &str) -> Outcome {
    page.expect(CHOSEN, json!(list)).await?;
    // Every control says the same, and the list can be copied with the address.
    let marked = "const keys = (css) => [...document.querySelectorAll(css)].map((e) => e.dataset.pick);
        const list = document.querySelector('[data-chosen]').dataset.chosen.split(',').filter(Boolean);
        const same = (a, b) => JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...b].sort());
        return same(keys('.chooser input:checked'), list)
            && same(keys('.picker [data-on]'), list.filter((key) => /^[0-9]+$/.test(key)))
            && same(keys('.chosen button'), list);";
    page.expect(marked, json!(true)).await
}

async fn is_complete(page: Page) -> Outcome {
    let first = Choice::at_first();
    for (path, lang) in [("compare/", Lang::Ko), ("en/compare/", Lang::En)] {
        page.open(path).await?;
        assert!(!page.text("h1").await?.is_empty());
        let shown = page.text("[data-chosen]").await?;
        for place in &first.places {
            assert!(shown.contains(place.name(lang)), "no {}", place.name(lang));
        }
        assert!(page.has("[data-chosen] .compared td[data-value]").await?);
        assert!(page.has("[data-chosen] svg.chart").await?);
        let chooser = page
            .client
            .find(fantoccini::Locator::Css(".chooser"))
            .await?;
        assert!(!chooser.is_displayed().await?, "controls that do nothing");
    }
    Ok(())
}

/// The lab and the prerenderer are one code on two machines: their markup is the same to the byte.
async fn by_address(page: Page) -> Outcome {
    for (path, lang) in [("", Lang::Ko), ("en/", Lang::En)] {
        let list = "43,cb-osong,36,gb-andong";
        page.open_live(&format!("{path}compare/#regions={list}"))
            .await?;
        expect_chosen(&page, list).await?;
        let root = page.server.url(path).replace(&page.server.url(""), "/");
        let file = page.server.site.folder().join(path).join(compare::FILE);
        let cells = fs::read_to_string(file)?;
        let content = compare::content(&Choice::parse(list), &Cells::read(&cells), lang, &root);
        let same = "const expected = document.createElement('div');
                    expected.innerHTML = arguments[0];
                    return document.querySelector('[data-chosen]').innerHTML === expected.innerHTML";
        assert_eq!(
            page.run(same, json!([content])).await?,
            json!(true),
            "{lang:?}"
        );
        page.expect_no_errors("compare/").await?;
    }
    Ok(())
}

async fn by_every_way(page: Page) -> Outcome {
    page.open_live("compare/#regions=43").await?;
    expect_chosen(&page, "43").await?;

    page.click("#search").await?;
    page.client
        .active_element()
        .await?
        .send_keys("ㅇㅅ")
        .await?;
    page.wait_for("#found:not([hidden]) [role=option]").await?;
    page.press([Key::Enter]).await?;
    expect_chosen(&page, "43,cb-osong").await?;
    page.expect_text("[data-chosen]", "오송").await?;

    page.click(".picker path[data-pick='47']").await?;
    expect_chosen(&page, "43,cb-osong,47").await?;
    page.click(".chooser input[data-pick='11']").await?;
    expect_chosen(&page, "43,cb-osong,47,11").await?;

    page.click(".picker path[data-pick='47']").await?;
    expect_chosen(&page, "43,cb-osong,11").await?;
    page.click(".chosen button[data-pick='43']").await?;
    expect_chosen(&page, "cb-osong,11").await?;
    let hash = page.run("return location.hash", json!([])).await?;
    assert_eq!(hash, "#regions=cb-osong,11");
    let other = page.attribute("[data-other-language]", "href").await?;
    let other = other.unwrap_or_default();
    assert!(
        other.ends_with("en/compare/#regions=cb-osong,11"),
        "{other}"
    );

    page.client.back().await?;
    expect_chosen(&page, "43,cb-osong,11").await?;
    page.client.refresh().await?;
    page.wait_for("html[data-ready=true]").await?;
    expect_chosen(&page, "43,cb-osong,11").await?;
    page.expect_no_errors("compare/").await
}

async fn keyboard_only(page: Page) -> Outcome {
    page.open_live("compare/").await?;
    let first = Choice::at_first().spelling();
    expect_chosen(&page, &first).await?;
    let free = REGIONS
        .iter()
        .find(|region| !first.split(',').any(|key| key == region.digits))
        .ok_or("every region is chosen")?;
    let input = format!(".chooser input[data-pick='{}']", free.digits);
    page.focus(&input).await?;
    page.press([Key::Space]).await?;
    expect_chosen(&page, &format!("{first},{}", free.digits)).await?;
    // The box keeps the focus for the next key.
    let focused = "return document.activeElement.dataset.pick";
    assert_eq!(page.run(focused, json!([])).await?, json!(free.digits));

    page.focus(&format!(".chosen button[data-pick='{}']", free.digits))
        .await?;
    page.press([Key::Enter]).await?;
    expect_chosen(&page, &first).await?;
    let tag = "return document.activeElement.tagName";
    page.expect(tag, json!("H2")).await?;
    let said = "return document.getElementById('announcer').textContent";
    page.expect(said, json!(Choice::at_first().said(Lang::Ko)))
        .await?;
    page.expect_no_errors("compare/").await
}

async fn is_not_trusted(page: Page) -> Outcome {
    let first = Choice::at_first().spelling();
    for (hash, list) in [
        ("regions=<img src=x onerror=fail()>", first.as_str()),
        ("regions=00,42,%00,%zz", first.as_str()),
        ("regions=43,%3Cscript%3E,43,../../,11", "43,11"),
        ("regions=43%2C11", "43,11"),
        ("regions=", ""),
        ("figures", first.as_str()),
    ] {
        page.open("404.html").await?;
        page.open_live(&format!("compare/#{hash}")).await?;
        expect_chosen(&page, list).await?;
        assert!(!page.has("main img, main script").await?, "{hash}");
        page.expect_no_errors(hash).await?;
    }
    Ok(())
}

async fn ten_at_most(page: Page) -> Outcome {
    let keys: Vec<&str> = REGIONS.iter().map(|region| region.digits).collect();
    let ten = keys[..MOST].join(",");
    page.open_live(&format!("compare/#regions={ten}")).await?;
    expect_chosen(&page, &ten).await?;
    page.click(&format!(".chooser input[data-pick='{}']", keys[MOST]))
        .await?;
    page.wait_for(".chosen .caution").await?;
    expect_chosen(&page, &ten).await?;
    let words = page.text(".chosen .caution").await?;
    assert!(words.contains(REGIONS[MOST].short.ko), "{words}");
    let columns = "return document.querySelectorAll('.compared thead th').length";
    assert_eq!(page.run(columns, json!([])).await?, json!(MOST + 3));
    page.expect_no_errors("compare/").await
}

async fn from_the_map(page: Page) -> Outcome {
    for (path, key) in [("region/43/", "43"), ("en/cluster/cb-osong/", "cb-osong")] {
        page.open_live(path).await?;
        page.run(
            "document.querySelector('.to-compare a').click()",
            Value::Array(Vec::new()),
        )
        .await?;
        page.wait_for("[data-chosen]").await?;
        expect_chosen(&page, key).await?;
    }
    Ok(())
}
