//! The 시군구: from near over the map of the provinces, and all of them on their own page.

use crate::Outcome;
use crate::page::{Key, Page};
use serde_json::{Value, json};

/// The districts of 충북 in the outlines of 2020: 청주 with four, two cities, eight counties.
const CHUNGBUK: u64 = 14;

const DISTRICTS: &str = "[data-slot=districts] [data-district]";

/// Waits until the map shows so many districts, zoomed in.
async fn expect_near(page: &Page, count: u64) -> Outcome {
    let shown = "return [document.querySelectorAll('[data-slot=districts] [data-district]').length,
                         document.querySelector('[data-map]').hasAttribute('data-zoomed')]";
    page.expect(shown, json!([count, count > 0])).await
}

/// Waits until an element that is fetched anew at any time shows these words: a driver's handle on it may be
/// stale by the time it is read.
async fn expect_words(page: &Page, css: &str, words: &str) -> Outcome {
    let script =
        format!("return !!document.querySelector('{css}')?.textContent.includes('{words}')");
    page.expect(&script, json!(true)).await
}

async fn hash(page: &Page) -> Outcome<Value> {
    page.run("return location.hash", json!([])).await
}

pub async fn by_mouse(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-region='43']").await?;
    page.wait_for("[data-drill='43']").await?;
    page.click("[data-drill='43']").await?;
    expect_near(&page, CHUNGBUK).await?;
    assert_eq!(hash(&page).await?, "#region=43&zoom=43");
    expect_words(&page, "[data-slot=near] .crumbs", "충청북도").await?;

    page.click("[data-slot=districts] [data-district='43750']")
        .await?;
    expect_words(&page, "[data-slot=near] .crumbs", "충북 진천군").await?;
    expect_words(&page, "[data-chosen]", "명/㎢").await?;
    // The select is fetched anew with the rest: a driver's handle on it would be stale.
    let turn = "const select = document.querySelector('[data-slot=near] select[name=context]');
                select.focus();
                select.value = 'health';
                select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(turn, json!([])).await?;
    expect_words(&page, "[data-chosen]", "백만 원").await?;
    page.expect("return document.activeElement.name", json!("context"))
        .await?;
    assert_eq!(hash(&page).await?, "#region=43&zoom=43&context=health");

    // A cluster over its districts is selected, and they stay.
    page.click("[data-map] .markers [data-cluster='cb-osong']")
        .await?;
    page.expect_view(json!({ "panel": "오송" })).await?;
    expect_near(&page, CHUNGBUK).await?;
    page.click("[data-slot=near] [data-go='00']").await?;
    expect_near(&page, 0).await?;
    page.expect_view(json!({ "panel": "전국" })).await?;
    page.expect_no_errors("").await
}

pub async fn by_touch(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("[data-map] [data-region='43']").await?;
    // Away from every marker, so that the finger means the region.
    let (x, y) = page
        .point_by(
            "const marks = [...document.querySelectorAll('[data-map] .dot')].map((dot) => dot.getBoundingClientRect());
             const box = document.querySelector('[data-region=\"47\"]').getBoundingClientRect();
             for (let i = 1; i < 40; i++) for (let j = 1; j < 40; j++) {
               const [x, y] = [box.x + box.width * i / 40, box.y + box.height * j / 40];
               const far = marks.every((m) => Math.hypot(m.x + m.width / 2 - x, m.y + m.height / 2 - y) > 30);
               if (far && y < innerHeight && document.elementFromPoint(x, y)?.dataset?.region === '47') return [x, y];
             }
             return 'only markers';",
            json!([]),
        )
        .await?;
    page.tap_twice(x, y).await?;
    expect_near(&page, 24).await?;
    expect_words(&page, "[data-slot=districts]", "독도").await?;
    page.expect_no_errors("").await
}

pub async fn by_keyboard(page: Page) -> Outcome {
    page.open_live("region/43/").await?;
    page.focus("[data-drill='43']").await?;
    page.press([Key::Enter]).await?;
    expect_near(&page, CHUNGBUK).await?;
    page.wait_for(&format!("{DISTRICTS}[tabindex='0']")).await?;
    let stops = "return document.querySelectorAll('[data-map] a[tabindex=\"0\"]').length";
    page.expect(stops, json!(1)).await?;
    page.focus("[data-slot=districts] [data-district='43750']")
        .await?;
    page.press([Key::Right]).await?;
    page.expect("return document.activeElement.dataset.district !== '43750' && !!document.activeElement.dataset.district", json!(true)).await?;
    page.press([Key::Enter]).await?;
    page.wait_for("[data-slot=near] tr[data-on]").await?;
    page.focus("[data-drill='']").await?;
    page.press([Key::Enter]).await?;
    expect_near(&page, 0).await?;
    page.expect_no_errors("region/43/").await
}

pub async fn by_address(page: Page) -> Outcome {
    page.open_live("en/#zoom=43&context=specialists").await?;
    expect_near(&page, CHUNGBUK).await?;
    expect_words(&page, "[data-slot=near] .legend-title", "Specialists").await?;
    let label = "return document.querySelector('[data-district=\"43750\"]').getAttribute('aria-label').includes('per 100,000 people')";
    page.expect(label, json!(true)).await?;
    page.expect_no_errors("en/").await
}

pub async fn zooms(page: Page) -> Outcome {
    let width = "return document.querySelector('[data-map]').viewBox.baseVal.width";
    page.open_live("").await?;
    page.expect(width, json!(640)).await?;
    page.turn_wheel("[data-map] [data-region='43']", 200)
        .await?;
    page.expect("return scrollY > 50", json!(true)).await?;
    page.expect(width, json!(640)).await?;
    page.run("scrollTo(0, 0)", json!([])).await?;
    page.click("[data-zoom-by='1']").await?;
    page.expect(width, json!(400)).await?;
    page.click("[data-zoom-by='-1']").await?;
    page.expect(width, json!(640)).await?;
    page.focus("[data-map] [data-near][tabindex='0']").await?;
    let focused = page.client.active_element().await?;
    focused.send_keys("+").await?;
    page.expect(width, json!(400)).await?;
    // Markers keep their size.
    let dot = "const size = (map) => document.querySelector('.markers [data-cluster=cb-osong] .dot').getBoundingClientRect().width;
               return Math.round(size())";
    let near = page.run(dot, json!([])).await?;
    page.click("[data-zoom-by='0']").await?;
    page.expect(width, json!(640)).await?;
    assert_eq!(page.run(dot, json!([])).await?, near);
    page.expect_no_errors("").await
}

pub async fn all_of_them(page: Page) -> Outcome {
    for lang in ["", "en/"] {
        page.open_live(&format!("{lang}sigungu/")).await?;
        let rows = "return document.querySelectorAll('[data-part=table] tbody tr').length";
        page.expect(rows, json!(250)).await?;
        page.choose("select[name=context]", "grdp").await?;
        page.expect("return location.hash", json!("#context=grdp"))
            .await?;
        let missing = "return document.querySelectorAll('[data-map] [data-district][data-tone=missing]').length";
        page.expect(missing, json!(6)).await?;
        page.click("[data-map] [data-district='47170']").await?;
        page.expect("return location.hash", json!("#sigungu=47170&context=grdp"))
            .await?;
        page.wait_for("tr#u47170[data-on]").await?;
        page.open_live(&format!("{lang}sigungu/?again#sigungu=47170&context=grdp"))
            .await?;
        page.expect(missing, json!(6)).await?;
        page.expect(
            "return !!document.querySelector('[data-chosen]')?.textContent",
            json!(true),
        )
        .await?;
        page.expect_no_errors("sigungu/").await?;
        for hostile in ["#sigungu=%22]&context=x", "#sigungu=99999", "#&&=="] {
            page.run("location.hash = arguments[0]", json!([hostile]))
                .await?;
            page.expect(missing, json!(0)).await?;
        }
        page.expect_no_errors("sigungu/").await?;
    }
    Ok(())
}

pub async fn found(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click("#search").await?;
    page.client
        .active_element()
        .await?
        .send_keys("울릉")
        .await?;
    page.wait_for("#found [aria-selected=true]").await?;
    page.expect_text("#found [aria-selected=true]", "울릉군")
        .await?;
    page.press([Key::Enter]).await?;
    page.wait_for("html[data-page='sigungu/'][data-ready]")
        .await?;
    expect_words(&page, "[data-chosen]", "울릉군").await?;
    page.expect_no_errors("sigungu/").await
}

pub async fn without_scripts(page: Page) -> Outcome {
    for lang in ["", "en/"] {
        page.open(&format!("{lang}sigungu/")).await?;
        let source = page.client.source().await?;
        assert_eq!(source.matches("data-district=").count(), 250);
        assert!(!page.text("tr#u47940").await?.is_empty());
        assert!(!page.text("h1").await?.is_empty());
    }
    Ok(())
}
