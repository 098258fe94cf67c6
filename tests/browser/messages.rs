//! What a host and our frame say to each other: commands in, events out, and what nobody should send.

use crate::hosts::Article;
use crate::page::Page;
use crate::{Outcome, USUAL, given};
use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use std::process::Command;
use xtask::resizers;

/// Hostile messages in a run, and what they are drawn from: another seed gives others.
const MESSAGES: u32 = 20_000;
/// They come in so many calls, each within what a driver waits for.
const PARTS: u32 = 8;
const SEED: u32 = 43;

#[rustfmt::skip]
pub fn scenarios() -> Vec<Trial> {
    let mut trials: Vec<Trial> = [
        given(USUAL, "messages: a command that comes early is kept, and the view follows each", commands_are_carried_out),
        given(USUAL, "messages: what cannot be done is told and changes nothing", refusals_are_told),
        given(USUAL, "messages: the pointer's place is told", hovering_is_told),
        given(USUAL, "messages: the story's scenes are turned and told", scenes_are_turned),
        given(USUAL, "messages: a static frame has its height and takes no command", a_static_frame_refuses),
        given(USUAL, "messages: twenty thousand hostile ones change nothing but the view", hostile_messages_do_no_harm),
        given(USUAL, "messages: only the host's own are heard", strangers_are_not_heard),
        given(USUAL, "messages: no attribute leads the frame elsewhere", no_attribute_leads_astray),
        given(USUAL, "messages: the example page shows events and sends commands", the_example_works),
    ]
    .into_iter()
    .flatten()
    .collect();
    trials.push(Trial::test("messages: the types hold a page's use of them", types_hold));
    trials
}

/// The last event of a kind that the page was told, or null.
fn last(kind: &str) -> String {
    format!(
        "return told.map(({{ data }}) => data).filter(({{ source, type }}) => \
         source === 'kbio-atlas' && type === '{kind}').at(-1)?.data ?? null"
    )
}

/// The view in the frame, as the hash spells it.
const SHOWN: &str = "return document.documentElement.dataset.shown ?? ''";

async fn commands_are_carried_out(page: Page) -> Outcome {
    page.client.goto(&page.server.host_url("own")).await?;
    let early = "const map = document.querySelector('kbio-map');
        map.select('11');
        map.select('cb-osong');
        map.addEventListener('kbio-select', ({ detail }) => (window.heard = detail.place));";
    page.run(early, json!([])).await?;
    let article = Article::of(&page).await?;
    let osong = json!({ "kind": "cluster", "place": "cb-osong", "name": "충북 오송 바이오 클러스터(첨단의료복합단지·생명과학단지)" });
    page.expect(&last("select"), osong).await?;
    page.expect("return window.heard", json!("cb-osong"))
        .await?;
    page.expect(
        &last("ready"),
        json!({ "page": "region/43/", "lang": "ko", "static": false }),
    )
    .await?;

    let ask = async |command: &str, kind: &str, shown: &str| -> Outcome {
        page.run(
            &format!("document.querySelector('kbio-map').{command}"),
            json!([]),
        )
        .await?;
        let told = article.expect_inside(SHOWN, json!(shown)).await;
        told.map_err(|seen| {
            Failed::from(format!(
                "{command} ({kind}): {}",
                seen.message().unwrap_or_default()
            ))
        })
    };
    ask(
        "set('measure=share')",
        "set",
        "measure=share&cluster=cb-osong",
    )
    .await?;
    ask("set('#measure=count'.slice(1))", "set", "cluster=cb-osong").await?;
    ask("select('00')", "select", "region=00").await?;
    page.expect(
        &last("select"),
        json!({ "kind": "nation", "place": "00", "name": "전국" }),
    )
    .await?;
    ask("select('43')", "select", "").await?;
    page.expect(
        &last("select"),
        json!({ "kind": "region", "place": "43", "name": "충청북도" }),
    )
    .await?;
    page.expect(&last("error"), Value::Null).await?;
    page.expect_no_errors("hosts/own").await
}

async fn refusals_are_told(page: Page) -> Outcome {
    let article = Article::open(&page, "own").await?;
    for (command, why) in [
        (
            "select('nowhere')",
            "no region has this code, no cluster this id",
        ),
        ("select('<b>')", "not a command of this version"),
        ("set('a b')", "not a command of this version"),
        ("step(3)", "this page has no such thing"),
        ("step('three')", "not a command of this version"),
    ] {
        page.run("told.length = 0", json!([])).await?;
        page.run(
            &format!("document.querySelector('kbio-map').{command}"),
            json!([]),
        )
        .await?;
        let error = json!({ "code": "command", "message": why });
        page.expect(&last("error"), error).await?;
    }
    article.expect_inside(SHOWN, json!("")).await?;
    page.expect_no_errors("hosts/own").await
}

async fn hovering_is_told(page: Page) -> Outcome {
    let article = Article::open(&page, "own").await?;
    let over = "document.querySelector(arguments[0])
        .dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }))";
    article
        .inside(over, json!(["[data-map] [data-region='11']"]))
        .await?;
    page.expect(
        &last("hover"),
        json!({ "kind": "region", "place": "11", "name": "서울특별시" }),
    )
    .await?;
    article.inside(over, json!(["main"])).await?;
    page.expect(
        &last("hover"),
        json!({ "kind": "nation", "place": "00", "name": "전국" }),
    )
    .await?;
    page.expect_no_errors("hosts/own").await
}

async fn scenes_are_turned(page: Page) -> Outcome {
    let article = Article::open(&page, "story").await?;
    let shown = "return [...document.querySelectorAll('.step')].filter((step) => step.offsetHeight)
        .map((step) => step.dataset.step).join()";
    article.expect_inside(shown, json!("1")).await?;
    for step in [3, 7, 1] {
        let turn = format!("document.querySelector('[data-kbio-embed]').step({step})");
        page.run(&turn, json!([])).await?;
        article
            .expect_inside(shown, json!(step.to_string()))
            .await?;
        page.expect(&last("step"), json!({ "step": step })).await?;
    }
    page.run(
        "document.querySelector('[data-kbio-embed]').step(8)",
        json!([]),
    )
    .await?;
    let error = json!({ "code": "command", "message": "this page has no such thing" });
    page.expect(&last("error"), error).await?;
    article.expect_inside(shown, json!("1")).await?;
    page.expect_no_errors("hosts/story").await
}

async fn a_static_frame_refuses(page: Page) -> Outcome {
    page.client.goto(&page.server.host_url("static")).await?;
    let error = json!({ "code": "static", "message": "a static frame takes no command" });
    page.expect(&last("error"), error).await?;
    page.expect(
        &last("ready"),
        json!({ "page": "region/43/", "lang": "ko", "static": true }),
    )
    .await?;
    let fits =
        "const frame = document.querySelector('kbio-map').shadowRoot.querySelector('iframe');
        const height = told.findLast(({ data }) => data.type === 'size')?.data.data.height;
        return frame.clientHeight === height";
    page.expect(fits, json!(true)).await?;
    page.expect_no_errors("hosts/static").await
}

async fn hostile_messages_do_no_harm(page: Page) -> Outcome {
    let article = Article::open(&page, "datawrapper").await?;
    // What a message could have put there, and where it could have led.
    let traces =
        "return [location.pathname + location.search, document.title, window.hacked ?? null,
        document.querySelectorAll('script, iframe, img, object, embed, [onerror], [onload]').length,
        document.querySelectorAll('main').length]";
    let before = article.inside(traces, json!([])).await?;
    let address = page.client.current_url().await?;
    page.run(include_str!("hosts/hostile.js"), json!([]))
        .await?;
    for part in 0..PARTS {
        let throw = "return throwAt(embedded(document).contentWindow, arguments[0], arguments[1])";
        let sent = page
            .run(throw, json!([MESSAGES / PARTS, SEED + part]))
            .await?;
        assert_eq!(sent, json!(MESSAGES / PARTS));
    }

    // Whatever came before, a command is understood and the view is a view.
    let ask = async |kind: &str, data: Value| {
        let message = json!({ "target": "kbio-atlas", "v": 1, "type": kind, "data": data });
        let post = "embedded(document).contentWindow.postMessage(arguments[0], '*')";
        page.run(post, json!([message])).await
    };
    ask("select", json!({ "place": "47" })).await?;
    let view = "indicator=bio-firms&measure=count&group=sido&layout=map";
    ask("set", json!({ "view": view })).await?;
    ask("select", json!({ "place": "43" })).await?;
    // Twenty thousand messages take their time to read.
    let chungbuk = json!({ "kind": "region", "place": "43", "name": "충청북도" });
    let mut understood = page.expect(&last("select"), chungbuk.clone()).await;
    for _ in 0..10 {
        if understood.is_ok() {
            break;
        }
        understood = page.expect(&last("select"), chungbuk.clone()).await;
    }
    understood?;
    article.expect_inside(traces, before).await?;
    assert_eq!(page.client.current_url().await?, address);
    let errors = article
        .inside("return window.pageErrors", json!([]))
        .await?;
    assert_eq!(errors, json!([]));
    page.expect_no_errors("hosts/datawrapper").await
}

async fn strangers_are_not_heard(page: Page) -> Outcome {
    let article = Article::open(&page, "own").await?;
    page.run("told.length = 0", json!([])).await?;
    let whisper = "const message = { target: 'kbio-atlas', v: 1, type: 'select', data: { place: '11' } };
        window.postMessage(message, '*');
        const stranger = document.createElement('iframe');
        document.body.append(stranger);
        stranger.contentWindow.parent.postMessage.call(window, message, '*');
        window.dispatchEvent(new MessageEvent('message', { data: message, source: stranger.contentWindow }));";
    article.inside(whisper, json!([])).await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    page.expect(&last("select"), Value::Null).await?;
    article.expect_inside(SHOWN, json!("")).await?;
    page.expect_no_errors("hosts/own").await
}

async fn no_attribute_leads_astray(page: Page) -> Outcome {
    page.client.goto(&page.server.host_url("astray")).await?;
    page.wait_for("#last").await?;
    let home = page.server.url("embed/");
    let frames = "return [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('iframe'))
        .filter(Boolean).map((frame) => frame.src.split('?')[0])";
    page.expect(frames, json!([home, home, home, home, home, home]))
        .await?;
    page.expect_no_errors("hosts/astray").await
}

async fn the_example_works(page: Page) -> Outcome {
    for (path, osong, name) in [
        ("host/ko.html", "충북 오송 바이오 클러스터", "ko"),
        ("host/en.html", "Osong", "en"),
    ] {
        page.open(path).await?;
        page.click("[data-select='cb-osong']").await?;
        page.expect_text("#told", &format!("\"name\":\"{osong}"))
            .await?;
        page.expect_text("#told", &format!("\"lang\":\"{name}\""))
            .await?;
        page.click("[data-step='3']").await?;
        page.expect_text("#told", "#story kbio-step {\"step\":3}")
            .await?;
        page.expect_no_errors(path).await?;
    }
    Ok(())
}

/// The compiler reads a page's use of the element, with lines in it that must not pass.
fn types_hold() -> Outcome {
    let compiler = resizers::folder().join("node_modules/typescript/bin/tsc");
    let output = Command::new("node")
        .arg(compiler)
        .args("--noEmit --strict --lib es2020,dom --target es2020 --module esnext".split(' '))
        .args([
            "--moduleResolution",
            "bundler",
            "tests/browser/hosts/use.ts",
        ])
        .current_dir(xtask::root())
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "assets/kbio-map.d.ts:\n{said}");
    Ok(())
}
