//! A reader's own data: opened from a file, pasted, spoiled, and put away again.

use crate::Outcome;
use crate::page::Page;
use fantoccini::Locator;
use serde_json::json;

/// Figures made up in the shape in which KOSIS saves them: CP949, two rows of headings, totals, a name that
/// is markup.
const FILE: &str = "tests/fixtures/kosis-cp949.csv";

async fn open_desk(page: &Page) -> Outcome {
    page.click(".own-desk summary").await?;
    page.wait_for("[name=own-file]").await
}

async fn choose_file(page: &Page, path: &str) -> Outcome {
    let file = xtask::root().join(path);
    let input = page.client.find(Locator::Css("[name=own-file]")).await?;
    Ok(input.send_keys(&file.display().to_string()).await?)
}

async fn paste(page: &Page, rows: &str) -> Outcome {
    let fill = "document.querySelector('[name=own-rows]').value = arguments[0]";
    page.run(fill, json!([rows])).await?;
    page.click("[data-own=read]").await
}

async fn expect_title(page: &Page, title: &str) -> Outcome {
    page.wait_for(".own-head h1").await?;
    page.expect_text(".own-head h1", title).await
}

const CHUNGBUK: &str = "const shape = document.querySelector('[data-map] [data-region=\"43\"]');
    return [shape.dataset.value, shape.parentNode.getAttribute('aria-label')]";

/// A file in CP949, another column of it, and back to the atlas.
pub async fn a_file_is_shown(page: Page) -> Outcome {
    page.open_live("").await?;
    let asked = page.server.requests().len();
    let first = page.run(CHUNGBUK, json!([])).await?;
    open_desk(&page).await?;
    choose_file(&page, FILE).await?;
    expect_title(
        &page,
        "최고 경기 1,210, 최저 경남 20 — 17개 중 16개 시·도에 값",
    )
    .await?;
    page.expect(
        CHUNGBUK,
        json!(["150", "충청북도, 2023 · 사업체수 (개) 150, 16개 중 3위"]),
    )
    .await?;
    page.expect_text(".own-report", "CP949").await?;
    page.expect_text(".own-report", "<b>없는 도</b>").await?;
    assert!(
        !page.has(".own-report td b").await?,
        "markup of the file is markup of the page"
    );

    page.choose("[name=own-column]", "3").await?;
    expect_title(
        &page,
        "최고 경기 2,100, 최저 제주 60 — 17개 중 16개 시·도에 값",
    )
    .await?;
    let focused = page
        .run("return document.activeElement.name", json!([]))
        .await?;
    assert_eq!(focused, "own-column", "the select has lost the focus");
    page.choose("[name=own-measure]", "share").await?;
    page.expect_text(".own-head .deck", "비중(%)").await?;

    page.hover("[data-map] [data-region='43']").await?;
    page.expect_text("#tooltip", "2023 · 종사자수 (명)").await?;
    // A row is a way to its region, as a bar of the atlas' charts is.
    page.click("tr[data-bar='43'] th").await?;
    page.wait_for("[data-map] [data-region='43'][data-on]")
        .await?;

    page.click("[data-own=back]").await?;
    page.expect(CHUNGBUK, first).await?;
    assert!(!page.has("html[data-own]").await?);
    assert!(
        page.text("h1").await?.contains("충청북도"),
        "the atlas' own title is back"
    );

    let requests = page.server.requests();
    let after: Vec<&String> = requests[asked..].iter().collect();
    assert!(
        after.iter().all(|url| ["own.html", "lab-", "detail.html"]
            .iter()
            .any(|name| url.contains(name))),
        "a file must not leave the browser: {after:?}"
    );
    page.expect_no_errors("").await
}

/// Rows from a spreadsheet, in English.
pub async fn rows_are_pasted(page: Page) -> Outcome {
    page.open_live("en/region/43/").await?;
    open_desk(&page).await?;
    paste(
        &page,
        "Province\tFirms\nSeoul\t1,234\nNorth Chungcheong\t56\nTotal\t1,290\n",
    )
    .await?;
    expect_title(
        &page,
        "Seoul highest at 1,234, Chungbuk lowest at 56: values for 2 of 17",
    )
    .await?;
    page.expect(
        CHUNGBUK,
        json!(["56", "North Chungcheong, Firms 56, rank 2 of 2"]),
    )
    .await?;
    let title = page.run("return document.title", json!([])).await?;
    assert!(
        title
            .as_str()
            .is_some_and(|title| title.contains("Seoul highest")),
        "{title}"
    );
    page.expect_no_errors("en/region/43/").await
}

/// Whatever is wrong with a file, the page goes on.
pub async fn a_hostile_file_is_told(page: Page) -> Outcome {
    page.open_live("").await?;
    open_desk(&page).await?;
    let first = page.run(CHUNGBUK, json!([])).await?;
    for (rows, expected) in [
        ("[".repeat(1_000), "128겹보다 깊이"),
        ("[{\"a\":NaN}]".to_owned(), "NaN과 Infinity는"),
        ("a,b\n\0,1".to_owned(), "2번째 줄에 글자가 아닌 NUL"),
        (
            "<img src=x onerror=alert(1)>,1\n,2".to_owned(),
            "<img src=x",
        ),
        ("9".repeat(100_000), "5,000자"),
    ] {
        paste(&page, &rows).await?;
        page.expect_text(".own-fault", expected).await?;
        page.expect(CHUNGBUK, first.clone()).await?;
    }
    // Ten million characters in one line, dropped on the map.
    let drop = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(10000000).fill(57)], '<b>big.csv'));
        document.querySelector('[data-map]').dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    page.run(drop, json!([])).await?;
    page.expect_text(".own-fault", "10.0MB").await?;
    paste(&page, "충북 7\n서울 8").await?;
    page.expect(CHUNGBUK, json!(["7", "충청북도, 2번째 열 7, 2개 중 2위"]))
        .await?;
    page.expect_no_errors("").await
}
