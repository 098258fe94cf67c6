//! The export desk, file by file, and the map in one file on a disk without a network.

use crate::page::Page;
use crate::{Outcome, USUAL, given};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use xtask::dist;

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    [
        given(USUAL, "export: the picture is the view, as attributes and texts", the_picture_is_the_view),
        given(USUAL, "export: dokdo is in the picture of every layout, page and zoom", dokdo_is_everywhere),
        given(USUAL, "export: pictures in pixels and on paper have their size and their words", pixels_and_paper),
        given(USUAL, "export: rows and metadata are those of the view", rows_and_metadata),
        given(USUAL, "export: the words follow the view and can be copied", words_follow),
        given(USUAL, "export: own data leaves as the reader's own", own_data),
        given(USUAL, "single file: the desk gives it out at the view that is shown", single_from_the_desk),
        given(USUAL, "single file: it lives on a disk and asks for nothing", single_on_a_disk),
        given(USUAL, "single file: it lives in a sandboxed frame", single_in_a_sandbox),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Keeps what is given out instead of saving it.
const KEEP: &str = "
  window.saved = [];
  const make = URL.createObjectURL;
  let last;
  URL.createObjectURL = (blob) => { last = blob; return make.call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, type: last.type, blob: last });
  };";

/// Opens the desk of a page that is live.
async fn open_desk(page: &Page) -> Outcome {
    page.run(KEEP, json!([])).await?;
    page.run(
        "document.querySelector('.export > summary').click()",
        json!([]),
    )
    .await?;
    page.wait_for(".export-desk [data-export]").await
}

/// Presses a button of the desk and waits for its file: name, type and bytes as Latin letters.
async fn file(page: &Page, kind: &str) -> Outcome<(String, String, Vec<u8>)> {
    let press = "return (async () => {
        const before = saved.length;
        document.querySelector(`[data-export=\"${arguments[0]}\"]`).click();
        for (let wait = 0; wait < 400 && saved.length === before; wait += 1) {
          await new Promise((done) => setTimeout(done, 50));
        }
        const file = saved[before];
        if (!file) return document.querySelector('.export-status').textContent;
        const bytes = new Uint8Array(await file.blob.arrayBuffer());
        const letters = [];
        for (let at = 0; at < bytes.length; at += 8192) {
          letters.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
        }
        return [file.name, file.type, letters.join('')];
      })()";
    let kept = page.run(press, json!([kind])).await?;
    let (name, media_type, letters): (String, String, String) =
        serde_json::from_value(kept.clone()).map_err(|_| format!("no {kind} came: {kept}"))?;
    Ok((
        name,
        media_type,
        letters.chars().map(|letter| letter as u8).collect(),
    ))
}

async fn text(page: &Page, kind: &str) -> Outcome<(String, String)> {
    let (name, _, bytes) = file(page, kind).await?;
    Ok((name, String::from_utf8(bytes)?))
}

/// What a picture holds, as the browser's own parser of XML finds it.
async fn inspect(page: &Page, svg: &str) -> Outcome<Value> {
    let inspect = r#"
      const file = new DOMParser().parseFromString(arguments[0], "image/svg+xml");
      const all = [...file.querySelectorAll("*")];
      const paints = all.flatMap((e) => [e.getAttribute("fill"), e.getAttribute("stroke")]).filter(Boolean);
      return {
        fault: file.querySelector("parsererror")?.textContent ?? null,
        title: file.querySelector("svg > title").textContent,
        desc: file.querySelector("svg > desc").textContent,
        identifier: file.getElementsByTagName("dc:identifier")[0]?.textContent,
        source: file.getElementsByTagName("dc:source")[0]?.textContent,
        words: [...file.querySelectorAll("text")].map((e) => e.textContent).join("|"),
        banned: all.filter((e) => ["style", "class", "onload"].some((name) => e.hasAttribute(name))
          || ["foreignObject", "script", "style", "image"].includes(e.localName)).length,
        strange: paints.filter((paint) => !/^(#[0-9a-f]{6}|none|url\(#[\w-]+\))$/.test(paint)),
        dangling: paints.concat(all.map((e) => e.getAttribute("clip-path") ?? "").filter(Boolean))
          .filter((paint) => paint.startsWith("url")).filter((paint) => !file.getElementById(paint.slice(5, -1))),
        shapes: file.querySelectorAll("path").length,
      };"#;
    page.run(inspect, json!([svg])).await
}

/// A picture that any program can open: [`inspect`] finds nothing amiss.
async fn picture(page: &Page) -> Outcome<(String, Value)> {
    let (name, svg) = text(page, "svg").await?;
    let found = inspect(page, &svg).await?;
    assert_eq!(found["fault"], Value::Null, "{name}: {}", found["fault"]);
    assert_eq!(
        found["banned"], 0,
        "{name} needs a style sheet or a browser"
    );
    assert_eq!(
        found["strange"],
        json!([]),
        "{name} has colours that few programs read"
    );
    assert_eq!(
        found["dangling"],
        json!([]),
        "{name} lacks what it refers to"
    );
    assert!(!svg.contains("var(") && !svg.contains("NaN"), "{name}");
    Ok((name, found))
}

async fn the_picture_is_the_view(page: Page) -> Outcome {
    page.open_live("#indicator=pharma-workers&measure=lq&region=43")
        .await?;
    open_desk(&page).await?;
    let (name, found) = picture(&page).await?;
    assert!(
        name.starts_with("kbio-atlas-pharma-workers-lq-20") && name.ends_with("-region-43-ko.svg"),
        "{name}"
    );
    assert_eq!(found["title"], json!(page.text(".headline h1").await?));
    let words = found["words"].as_str().unwrap_or_default();
    for expected in [
        "4.84",
        "오송",
        "의약품 제조업 종사자 입지계수(전국 = 1)",
        "자료:",
        "SGIS",
        "동해",
        "독도",
        "#indicator=pharma-workers&measure=lq&region=43",
    ] {
        assert!(words.contains(expected), "no {expected} in {words}");
    }
    assert!(
        found["desc"]
            .as_str()
            .is_some_and(|desc| desc.chars().count() > 60),
        "{found}"
    );
    assert!(
        found["source"]
            .as_str()
            .is_some_and(|source| source.contains("KOSIS") || source.contains("통계")),
        "{found}"
    );

    // What is switched off is left out.
    page.choose("[name=indicator]", "bio-firms").await?;
    page.click("label:has([name=clusters])").await?;
    page.click("label:has([name=links])").await?;
    page.expect(
        "return document.querySelector('.explore').dataset.hidden.includes('links')",
        json!(true),
    )
    .await?;
    let (_, found) = picture(&page).await?;
    let words = found["words"].as_str().unwrap_or_default();
    assert!(!words.contains("오송") && words.contains("충북"), "{words}");
    page.expect_no_errors("").await
}

async fn dokdo_is_everywhere(page: Page) -> Outcome {
    for (path, word) in [
        ("#layout=tiles", "독도"),
        ("#layout=circles", "독도"),
        ("en/#patterns=on", "Dokdo"),
        ("region/43/#zoom=43", "독도"),
        ("cluster/cb-osong/", "독도"),
        ("sigungu/", "독도"),
        ("network/", "독도"),
    ] {
        page.open_live(path).await?;
        if path.contains("zoom") {
            page.wait_for("[data-map][data-drilled]").await?;
        }
        if path.contains("layout") {
            page.wait_for(".by-layout").await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
        }
        open_desk(&page).await?;
        let (name, found) = picture(&page).await?;
        let words = found["words"].as_str().unwrap_or_default();
        assert!(words.contains(word), "{name} has no {word}: {words}");
        assert!(
            found["shapes"].as_u64().is_some_and(|shapes| shapes > 17),
            "{name}: {found}"
        );
        page.expect_no_errors(path).await?;
    }
    Ok(())
}

async fn pixels_and_paper(page: Page) -> Outcome {
    page.open_live("").await?;
    open_desk(&page).await?;
    for (kind, ending, across, dots_per_metre) in [
        ("png", "-ko-2x.png", 1440, 7559),
        ("print", "-ko-print.png", 2480, 11811),
    ] {
        let (name, media_type, bytes) = file(&page, kind).await?;
        assert!(
            name.ends_with(ending) && media_type == "image/png",
            "{name}: {media_type}"
        );
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{name} is no PNG");
        let number = |at: usize| {
            u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        let (width, height) = (number(16), number(20));
        assert!(
            width == across && height > width && height < 2 * width,
            "{name}: {width} × {height}"
        );
        assert_eq!(
            (&bytes[37..41], number(41)),
            (&b"pHYs"[..], dots_per_metre),
            "{name}"
        );
        // Nobody has drawn on a sheet of one colour.
        assert!(bytes.len() > 60_000, "{name} has {} bytes", bytes.len());
        let is_read = "return createImageBitmap(saved.at(-1).blob).then((image) => image.width)";
        assert_eq!(page.run(is_read, json!([])).await?, json!(across));
    }
    let (name, media_type, bytes) = file(&page, "pdf").await?;
    assert!(
        name.ends_with("-ko.pdf") && media_type == "application/pdf",
        "{name}: {media_type}"
    );
    assert!(
        bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF\n"),
        "{name}"
    );
    let rest = String::from_utf8_lossy(&bytes);
    let start: usize = rest
        .rsplit_once("startxref\n")
        .and_then(|(_, rest)| rest.lines().next()?.parse().ok())
        .unwrap_or_default();
    assert!(
        bytes[start..].starts_with(b"xref\n0 9\n"),
        "{name}: the table is not at {start}"
    );
    let jpeg = bytes.windows(3).position(|three| three == b"\xff\xd8\xff");
    assert!(
        jpeg.is_some() && rest.contains("/Width 2480"),
        "{name} has no picture"
    );
    page.expect_no_errors("").await
}

async fn rows_and_metadata(page: Page) -> Outcome {
    page.open_live("en/").await?;
    open_desk(&page).await?;
    page.choose("[name=indicator]", "device-makers").await?;
    page.choose("[name=year]", "2021").await?;
    page.click(".layouts label:has([value=tiles])").await?;
    page.expect(
        "return location.hash",
        json!("#indicator=device-makers&year=2021&layout=tiles"),
    )
    .await?;
    let (name, csv) = text(&page, "csv").await?;
    assert_eq!(name, "kbio-atlas-device-makers-count-2021-tiles-en.csv");
    let view = page.view().await?;
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    assert_eq!(rows.len(), 17, "{csv}");
    for row in &rows {
        let shown = view["labels"][&row[0]]
            .as_str()
            .unwrap_or_default()
            .replace(',', "");
        assert_eq!(row[5], shown, "{row:?} is not what the map says");
    }
    let (_, json) = text(&page, "json").await?;
    let json: Value = serde_json::from_str(&json)?;
    assert_eq!(json["rows"].as_array().map(Vec::len), Some(17));
    let (name, metadata) = text(&page, "metadata").await?;
    assert_eq!(
        name,
        "kbio-atlas-device-makers-count-2021-tiles-en.metadata.json"
    );
    let metadata: Value = serde_json::from_str(&metadata)?;
    for (at, expected) in [
        ("/indicator/id", json!("device-makers")),
        ("/year", json!(2021)),
        ("/language", json!("en")),
        ("/shown/layout", json!("tiles")),
        ("/source/id", json!("MFDS_DEV")),
        ("/title", json!(page.text(".headline h1").await?)),
        ("/view", page.run("return location.href", json!([])).await?),
    ] {
        assert_eq!(
            metadata.pointer(at),
            Some(&expected),
            "{at} of {metadata:#}"
        );
    }
    assert!(
        metadata["source"]["publisher"]
            .as_str()
            .is_some_and(|name| name.contains("MFDS")),
        "{metadata:#}"
    );
    // Pages with tables of their own give these.
    page.open_live("sigungu/").await?;
    open_desk(&page).await?;
    let (name, csv) = text(&page, "csv").await?;
    assert_eq!(
        (&*name, csv.lines().count()),
        ("kbio-atlas-sigungu-ko.csv", 251)
    );
    page.expect_no_errors("").await
}

async fn words_follow(page: Page) -> Outcome {
    page.open_live("").await?;
    open_desk(&page).await?;
    let words = |name: &str| format!("return document.querySelector('[data-words={name}]').value");
    let before = page.run(&words("citation"), json!([])).await?;
    let before = before.as_str().unwrap_or_default();
    assert!(
        before.starts_with("K-바이오 클러스터 지도, 「") && before.contains("http"),
        "{before}"
    );
    page.choose("[name=indicator]", "population").await?;
    let follows = "return document.querySelector('[data-words=citation]').value.includes(document.querySelector('h1').textContent)";
    page.expect(follows, json!(true)).await?;
    let copied = "return (async () => {
        let text;
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (it) => { text = it; } } });
        document.querySelector('[data-copy=credit]').click();
        await new Promise((done) => setTimeout(done, 300));
        return [text === document.querySelector('[data-words=credit]').value, document.querySelector('.export-status').textContent];
      })()";
    assert_eq!(
        page.run(copied, json!([])).await?,
        json!([true, "복사했습니다"])
    );
    page.expect_no_errors("").await
}

async fn own_data(page: Page) -> Outcome {
    page.open_live("").await?;
    page.run(
        "document.querySelector('.own-desk summary').click()",
        json!([]),
    )
    .await?;
    page.wait_for("[name=own-rows]").await?;
    page.run("document.querySelector('[name=own-rows]').value = '시도\\t값\\n서울\\t3\\n부산\\t5\\n충북\\t8'; document.querySelector('[data-own=read]').click()", json!([])).await?;
    page.wait_for("html[data-own]").await?;
    open_desk(&page).await?;
    let (name, found) = picture(&page).await?;
    assert_eq!(name, "kbio-atlas-own-data-ko.svg");
    let words = found["words"].as_str().unwrap_or_default();
    assert!(
        words.contains("독자가 연 자료") && !words.contains("바이오산업 실태조사"),
        "{words}"
    );
    let (_, metadata) = text(&page, "metadata").await?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    assert_eq!(metadata.get("indicator"), None, "{metadata:#}");
    let (_, csv) = text(&page, "csv").await?;
    assert!(csv.contains("43,") && csv.lines().count() > 3, "{csv}");
    page.expect_no_errors("").await
}

fn single(lang: &str) -> PathBuf {
    dist::folder().join(format!("download/kbio-atlas-{lang}.html"))
}

async fn single_from_the_desk(page: Page) -> Outcome {
    page.open_live("#measure=share&region=43").await?;
    open_desk(&page).await?;
    let (name, media_type, bytes) = file(&page, "html").await?;
    assert_eq!(
        (&*name, &*media_type),
        (
            "kbio-atlas-bio-firms-share-2022-region-43-ko.html",
            "text/html"
        )
    );
    let text = String::from_utf8(bytes)?;
    let expected = format!(
        "data-hash=\"measure=share&amp;region=43\" data-site=\"{}\"",
        page.server.url("")
    );
    assert!(text.contains(&expected), "{}", &text[..200]);
    let saved = xtask::root().join(format!("target/single-{}.html", page.browser));
    fs::write(&saved, text)?;
    page.client
        .goto(&format!("file://{}", saved.display()))
        .await?;
    page.wait_for("html[data-equipped]").await?;
    page.expect_view(json!({ "panel": "충청북도" })).await?;
    let link = "return document.querySelector('header nav a').href";
    page.expect(link, json!(page.server.url("story/"))).await
}

/// What the map in one file must do wherever it lives.
async fn is_alive(page: &Page) -> Outcome {
    page.wait_for("html[data-ready][data-equipped], html[data-failed]")
        .await?;
    let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    page.expect(asked, json!([])).await?;
    let before = page.view().await?;
    page.choose("[name=indicator]", "pharma-workers").await?;
    page.expect(
        "return document.querySelector('h1').textContent.length > 0",
        json!(true),
    )
    .await?;
    let after = page.view().await?;
    assert_ne!(
        before["regions"], after["regions"],
        "the map keeps its colours"
    );
    page.click("[data-map] [data-region='43']").await?;
    page.expect_view(json!({ "panel": "충청북도", "selectedRegions": ["43"] }))
        .await?;
    page.expect_text(".detail", "이 지역의 클러스터 4곳")
        .await?;
    page.click(".layouts label:has([value=tiles])").await?;
    page.wait_for(".explore[data-layout=tiles] .by-layout")
        .await?;
    // Nothing that the file does not hold can be pressed.
    let broken =
        "return [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
        .filter((href) => !/^(#|https?:)/.test(href))";
    page.expect(broken, json!([])).await?;
    let hidden = "return ['.search', '.cut', '.own-desk', '[data-drill]'].filter((css) =>
        [...document.querySelectorAll(css)].some((e) => e.getClientRects().length))";
    page.expect(hidden, json!([])).await?;
    page.expect(asked, json!([])).await
}

async fn single_on_a_disk(page: Page) -> Outcome {
    page.client
        .goto(&format!("file://{}", single("ko").display()))
        .await?;
    is_alive(&page).await?;
    page.expect(
        "return location.hash",
        json!("#indicator=pharma-workers&region=43&layout=tiles"),
    )
    .await?;
    page.expect_no_errors("the single file").await?;
    page.client
        .goto(&format!("file://{}", single("en").display()))
        .await?;
    page.wait_for("html[data-equipped]").await?;
    // In the middle of the region, whatever marker is there.
    page.run("document.querySelector(\"[data-map] [data-region='43']\").dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", json!([])).await?;
    page.expect_view(json!({ "panel": "North Chungcheong" }))
        .await?;
    page.expect_no_errors("the single file").await
}

async fn single_in_a_sandbox(page: Page) -> Outcome {
    let text = fs::read_to_string(single("ko"))?;
    let srcdoc = text.replace('&', "&amp;").replace('"', "&quot;");
    let host = format!(
        "<!doctype html><meta charset=\"utf-8\"><iframe width=\"1200\" height=\"760\" sandbox=\"allow-scripts\" srcdoc=\"{srcdoc}\"></iframe>"
    );
    let file = xtask::root().join(format!("target/sandbox-{}.html", page.browser));
    fs::write(&file, host)?;
    page.client
        .goto(&format!("file://{}", file.display()))
        .await?;
    page.wait_for("iframe").await?;
    page.client.enter_frame(0).await?;
    is_alive(&page).await
}
