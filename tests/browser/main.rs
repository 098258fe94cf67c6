//! The finished site in real browsers. `cargo xtask test` builds the site and then runs this; alone:
//! `cargo test --test browser`, and `cargo test --test browser -- firefox` for a part.
//!
//! Every scenario runs in every browser. A new one is a line in [`scenarios`] and an `async fn` that
//! takes a [`Page`] and fails by `?` or by an assertion.

mod access;
mod driver;
mod page;
mod server;

use driver::{Browser, Driver};
use libtest_mimic::{Arguments, Failed, Trial};
use page::{Key, Page};
use serde_json::json;
use server::{Network, Server, Site};
use std::process::ExitCode;
use std::time::Duration;

/// A scenario succeeds or says what it saw instead.
type Outcome<T = ()> = Result<T, Failed>;

/// The marker of the cluster that the scenarios select.
const OSONG: &str = "[data-map] [data-cluster=cb-osong]";

/// No scenario may hang the run.
const LONGEST: Duration = Duration::from_secs(300);

/// What a scenario runs on.
#[derive(Debug, Clone, Copy)]
struct Setting {
    site: Site,
    network: Network,
    scripts: bool,
}

/// The site as a reader has it.
const USUAL: Setting = Setting {
    site: Site::Root,
    network: Network::Good,
    scripts: true,
};

#[rustfmt::skip]
fn scenarios() -> Vec<[Trial; 2]> {
    let without_scripts = Setting { scripts: false, ..USUAL };
    let in_sub_folder = Setting { site: Site::SubFolder, ..USUAL };
    let on = |network| Setting { network, ..USUAL };
    let slow = Network::Slow(Duration::from_secs(2));
    vec![
        given(USUAL, "every page hydrates without an error and keeps its markup", every_page_hydrates),
        given(USUAL, "a page asks for each of its files once and for nothing else", files_are_asked_for_once),
        given(USUAL, "what goes wrong in a page is seen by these tests", faults_are_seen),
        given(USUAL, "selecting osong by mouse opens its panel", osong_by_mouse),
        given(USUAL, "selecting osong by keyboard opens its panel", osong_by_keyboard),
        given(in_sub_folder, "the site works in a sub-folder of a host", every_page_hydrates),
        given(without_scripts, "without scripts every page shows its text", every_page_reads),
        given(on(slow), "on a slow network the page is readable before it is live", readable_before_live),
        given(on(Network::WasmMistyped), "a host that mistypes the WebAssembly still gets a live page", comes_live),
        given(on(Network::WasmMissing), "without its WebAssembly the page stays readable", stays_static),
        given(on(Network::WasmForbidden), "where the policy forbids WebAssembly the page stays readable", stays_static),
    ]
}

async fn every_page_hydrates(page: Page) -> Outcome {
    let pages = page.server.site.pages()?;
    assert!(!pages.is_empty(), "the site has no page");
    for path in &pages {
        page.open_live(path).await?;
        page.expect_body_as_sent(path).await?;
        page.expect_no_errors(path).await?;
    }
    Ok(())
}

async fn files_are_asked_for_once(page: Page) -> Outcome {
    page.open_live("").await?;
    let mut requests = page.server.requests();
    assert!(
        requests.iter().any(|url| url.ends_with(".wasm")),
        "{requests:?}"
    );
    requests.sort();
    let total = requests.len();
    requests.dedup();
    assert_eq!(
        requests.len(),
        total,
        "a file is asked for twice: {requests:?}"
    );
    Ok(())
}

/// The instruments themselves: a run without errors means little if they cannot see one.
async fn faults_are_seen(page: Page) -> Outcome {
    page.open_live("").await?;
    let load = "const script = document.createElement('script');
                script.src = arguments[0];
                document.head.append(script);";
    page.run(load, json!([page.server.url("faults.js")]))
        .await?;
    let faults = ["an uncaught fault", "a rejected fault", "unreachable"];
    let mut seen = String::new();
    let all_seen = |seen: &str| faults.iter().all(|fault| seen.contains(fault));
    for _ in 0..100 {
        seen = page.errors().await?.join("\n");
        if all_seen(&seen) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(all_seen(&seen), "expected {faults:?}, saw:\n{seen}");
    assert!(page.expect_no_errors("").await.is_err());

    page.run("document.querySelector('h1').append('!')", json!([]))
        .await?;
    assert!(page.expect_body_as_sent("").await.is_err());
    Ok(())
}

async fn osong_by_mouse(page: Page) -> Outcome {
    page.open_live("").await?;
    page.click(OSONG).await?;
    page.expect_text(".panel", "오송").await?;
    page.expect_no_errors("").await
}

async fn osong_by_keyboard(page: Page) -> Outcome {
    page.open_live("").await?;
    page.focus(OSONG).await?;
    page.press([Key::Enter]).await?;
    page.expect_text(".panel", "오송").await?;
    page.expect_no_errors("").await
}

async fn every_page_reads(page: Page) -> Outcome {
    for path in page.server.site.pages()? {
        page.open(&path).await?;
        assert!(page.has("h1").await?, "/{path} has no heading");
        assert!(
            !page.text("h1").await?.is_empty(),
            "/{path} shows no heading"
        );
        assert!(
            !page.has("html[data-ready], html[data-failed]").await?,
            "a script ran on /{path}"
        );
    }
    Ok(())
}

async fn readable_before_live(page: Page) -> Outcome {
    page.open("").await?;
    assert!(!page.text("h1").await?.is_empty());
    assert!(
        !page.has("html[data-ready]").await?,
        "the network is not slow"
    );
    page.wait_for("html[data-ready=true]").await?;
    page.expect_no_errors("").await
}

async fn comes_live(page: Page) -> Outcome {
    page.open_live("").await
}

async fn stays_static(page: Page) -> Outcome {
    page.open("").await?;
    page.wait_for("html[data-failed]").await?;
    assert!(!page.has("html[data-ready]").await?);
    assert!(!page.text("h1").await?.is_empty());
    page.expect_body_as_sent("").await
}

/// One trial in each browser.
fn given<F>(setting: Setting, name: &'static str, scenario: F) -> [Trial; 2]
where
    F: AsyncFn(Page) -> Outcome + Copy + Send + 'static,
{
    Browser::ALL.map(|browser| {
        Trial::test(format!("{browser}: {name}"), move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            tokio::task::LocalSet::new().block_on(&runtime, run(browser, setting, name, scenario))
        })
    })
}

async fn run<F>(browser: Browser, setting: Setting, name: &str, scenario: F) -> Outcome
where
    F: AsyncFn(Page) -> Outcome + 'static,
{
    let server = Server::start(setting.site, setting.network)?;
    let driver = Driver::start(browser)?;
    let client = driver.open(browser, setting.scripts).await?;
    let page = Page {
        browser,
        server,
        client: client.clone(),
    };
    // A task of its own, so that a failed assertion still leads to the picture and to a closed browser.
    let here = page.clone();
    let task = tokio::task::spawn_local(async move { scenario(here).await });
    let outcome = match tokio::time::timeout(LONGEST, task).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(panic_message(panic).into()),
        Err(_) => Err(format!("not done after {LONGEST:?}").into()),
    };
    let outcome = match outcome {
        Ok(()) => Ok(()),
        Err(failed) => {
            let picture = page.screenshot(name).await;
            let seen = failed.message().unwrap_or_default();
            let picture = picture.unwrap_or_else(|_| "no picture".to_owned());
            Err(format!("{seen}\n  {picture}").into())
        }
    };
    client.close().await?;
    outcome
}

fn panic_message(error: tokio::task::JoinError) -> String {
    let Ok(panic) = error.try_into_panic() else {
        return "the scenario was cancelled".to_owned();
    };
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("an assertion failed")
        .to_owned()
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser keeps a core busy; more of them at once only makes each one slower.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    arguments.test_threads.get_or_insert(cores);
    let trials = scenarios().into_iter().flatten();
    let trials = trials.chain(access::scenarios()).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
