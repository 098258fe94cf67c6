//! The finished site in real browsers. `cargo xtask test` builds the site and then runs this; alone:
//! `cargo test --test browser`, and `cargo test --test browser -- firefox` for a part.
//!
//! Every scenario runs in every browser. A new one is a line in [`scenarios`] and an `async fn` that
//! takes a [`Page`] and fails by `?` or by an assertion.

mod access;
mod address;
mod classes;
mod compare;
mod district;
mod driver;
mod embed;
mod export;
mod fit;
mod fragment;
mod grouping;
mod hosts;
mod layout;
mod messages;
mod network;
mod overlay;
mod own;
mod page;
mod scriptless;
mod search;
mod select;
mod server;
mod story;
mod table;
mod tooltip;
mod update;
mod walk;

use driver::{Browser, Driver};
use libtest_mimic::{Arguments, Failed, Trial};
use page::Page;
use serde_json::json;
use server::{Network, Server, Site};
use std::process::ExitCode;
use std::time::Duration;

/// A scenario succeeds or says what it saw instead.
type Outcome<T = ()> = Result<T, Failed>;

/// The figures of 충북 in the first view: firms, their share, firms per 100,000 residents.
const CHUNGBUK: [&str; 3] = ["85", "7.8%", "5.3"];

/// No scenario may hang the run. The longest opens every page, two minutes on two idle cores.
const LONGEST: Duration = Duration::from_secs(600);

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
fn scenarios() -> Vec<Trial> {
    let without_scripts = Setting { scripts: false, ..USUAL };
    let in_sub_folder = Setting { site: Site::SubFolder, ..USUAL };
    let on = |network| Setting { network, ..USUAL };
    let slow = Network::Slow(Duration::from_secs(2));
    let late = Network::Late(fragment::OSONG, Duration::from_secs(2));
    let mut all = [
        given(USUAL, "every page hydrates without an error and keeps its markup", every_page_hydrates),
        given(USUAL, "every view of the controls shows the figures of the data package", walk::every_view),
        given(USUAL, "a page asks for each of its files once and for nothing else", files_are_asked_for_once),
        given(USUAL, "what goes wrong in a page is seen by these tests", faults_are_seen),
        given(USUAL, "every scheme cuts the map and its legend alike", classes::cut_by_every_scheme),
        given(USUAL, "values are cut where the reader says", classes::cut_where_the_reader_says),
        given(USUAL, "a class of the legend stands alone on the map", classes::a_class_stands_alone),
        given(USUAL, "the years play with the same bounds", classes::the_years_play),
        given(USUAL, "the highest quotient and its neighbours are three actions away", select::the_reader_s_question_takes_three_actions),
        given(USUAL, "selecting osong and andong by mouse opens their panels", select::clusters_by_mouse),
        given(USUAL, "selecting osong and andong by keyboard opens their panels", select::clusters_by_keyboard),
        given(USUAL, "selecting chungbuk by shape, list, bar or key opens its panel and Esc closes it", select::region_by_every_way),
        given(USUAL, "the keyboard keeps its place when the panel changes", select::focus_stays),
        given(USUAL, "a click for a new tab is left to the browser", select::new_tab),
        given(USUAL, "an address restores the view it was copied from", address::restores),
        given(USUAL, "back and forward walk through the views", address::goes_back_and_forward),
        given(USUAL, "an address edited by hand is followed", address::follows_the_hand),
        given(USUAL, "a hostile address gives the first view and no error", address::is_not_trusted),
        given(USUAL, "the other language shows the same view", address::crosses_to_the_other_language),
        given(USUAL, "regions are shown as members of wider ones, in both languages, and by themselves again", grouping::switches_and_restores),
        given(USUAL, "the keyboard switches the grouping", grouping::by_keyboard),
        given(USUAL, "a selected region stands for its group", grouping::a_member_stands_for_its_group),
        given(USUAL, "points and lines can be switched off and stay off after a reload", overlay::switches_off),
        given(USUAL, "a family of links is filtered from the map and the lists", overlay::filters_a_family),
        given(USUAL, "the tooltip follows the pointer", tooltip::follows_the_pointer),
        given(USUAL, "the tooltip follows the focus", tooltip::follows_the_focus),
        given(USUAL, "tables sort both ways with missing values last", table::tables_sort),
        given(USUAL, "a region's districts come by mouse, and the crumbs lead back", district::by_mouse),
        given(USUAL, "a region's districts come by keyboard and are walked with the arrows", district::by_keyboard),
        given(USUAL, "an address with a zoom and a context restores the districts", district::by_address),
        given(USUAL, "the map comes nearer by button and key and not by the wheel", district::zooms),
        given(USUAL, "the page of all districts shows each context and keeps it in the address", district::all_of_them),
        given(USUAL, "a district that is searched for is shown on the page of all", district::found),
        given(without_scripts, "without scripts the page of all districts has its map and its table", district::without_scripts),
        given(USUAL, "every download answers with its type", table::downloads_answer),
        given(USUAL, "no page scrolls sideways and the map fits on the first screen", fit::screens),
        given(in_sub_folder, "the site works in a sub-folder of a host", some_pages_hydrate),
        given(without_scripts, "without scripts a page of each kind shows its text", pages_read),
        given(without_scripts, "without scripts every region and cluster is linked", scriptless::everything_is_linked),
        given(without_scripts, "without scripts a region's page shows every indicator", scriptless::a_region_is_read),
        given(without_scripts, "without scripts the sources of a link are reached", scriptless::a_source_is_reached),
        given(without_scripts, "a reader at an unknown address gets home", scriptless::a_lost_reader_gets_home),
        given(USUAL, "two initial consonants and enter select osong", search::osong_by_initials),
        given(USUAL, "the story is walked by links and keys", story::is_walked_by_links_and_keys),
        given(USUAL, "the story follows the scroll with one map at a time", story::follows_the_scroll),
        given(USUAL, "a scene of the story has an address", story::is_addressed),
        given(without_scripts, "without scripts the story is read", story::is_read_without_scripts),
        given(USUAL, "the search box is used by keyboard only", search::keyboard_only),
        given(USUAL, "nothing found is said, and a page without a map leads to a place's own page", search::nothing_and_elsewhere),
        given(USUAL, "own data: a file is shown and never sent", own::a_file_is_shown),
        given(USUAL, "own data: pasted rows are shown", own::rows_are_pasted),
        given(USUAL, "own data: a hostile file is told and the page goes on", own::a_hostile_file_is_told),
        given(USUAL, "the map becomes tiles and circles and comes back to the byte", layout::there_and_back),
        given(USUAL, "a layout that is left midway comes back to the byte", layout::turns_around_midway),
        given(USUAL, "selection, keys and values go along into another layout", layout::the_selection_goes_along),
        given(USUAL, "an address restores a layout and patterns", layout::an_address_restores_a_layout),
        given(USUAL, "a layout without motion jumps", layout::without_motion_it_jumps),
        given(USUAL, "patterns lie over the tones while they are wanted", layout::patterns_lie_over_the_tones),
        given(USUAL, "a theme is remembered on every page", layout::a_theme_is_remembered),
        given(on(Network::Fails(layout::FILE, 404)), "a layout that is missing is told and the map stays", layout::refused),
        given(on(Network::FilesGone), "an old page whose files are gone stays a whole page", update::files_are_gone),
        given(on(Network::PartsOfAnotherBuild), "parts of another build leave the page working", update::parts_are_of_another_build),
        given(on(slow), "on a slow network the page is readable before it is live", readable_before_live),
        given(on(late), "a slow answer does not replace a later one", fragment::overtaken),
        given(on(Network::Fails(fragment::OSONG, 404)), "details that are missing are told with a link", fragment::refused),
        given(on(Network::Fails(fragment::OSONG, 500)), "details that a host cannot give are told with a link", fragment::refused),
        given(on(Network::WasmMistyped), "a host that mistypes the WebAssembly still gets a live page", comes_live),
        given(on(Network::WasmMissing), "without its WebAssembly the page stays readable", stays_static),
        given(on(Network::WasmForbidden), "where the policy forbids WebAssembly the page stays readable", stays_static),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>();
    // A finger in one browser only; whether Firefox's driver makes the same events has not been tried.
    all.push(in_browser(Browser::Chromium, USUAL, "a finger beside a marker selects its cluster", fit::fingers));
    all.push(in_browser(Browser::Chromium, USUAL, "two taps on a region bring its districts", district::by_touch));
    all.push(in_browser(Browser::Chromium, USUAL, "the page scrolls under a finger and a wheel on the map", fit::scrolls_over_the_map));
    all
}

async fn every_page_hydrates(page: Page) -> Outcome {
    let mut pages = page.server.site.pages()?;
    // Embeds have scenarios of their own, and the builder writes where the site stands into its snippets.
    pages.retain(|path| !path.contains("embed"));
    assert!(!pages.is_empty(), "the site has no page");
    hydrate(&page, &pages).await
}

/// One page of each kind in each language, for what is the same code on all pages of a kind.
fn kinds() -> Vec<String> {
    let kinds = [
        "",
        "region/43/",
        "cluster/cb-osong/",
        "sigungu/",
        "compare/",
        "story/",
        "network/",
        "data/",
        "404.html",
    ];
    ["", "en/"]
        .into_iter()
        .flat_map(|lang| kinds.map(|kind| format!("{lang}{kind}")))
        .collect()
}

async fn some_pages_hydrate(page: Page) -> Outcome {
    hydrate(&page, &kinds()).await?;
    page.open_live("").await?;
    page.click("[data-map] [data-region='43']").await?;
    page.expect_text(".detail", "이 지역의 클러스터 4곳").await
}

async fn hydrate(page: &Page, pages: &[String]) -> Outcome {
    for path in pages {
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
    let faults = [
        "an uncaught fault",
        "a rejected fault",
        "unreachable",
        "policy: style-src",
    ];
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

async fn pages_read(page: Page) -> Outcome {
    for path in kinds() {
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
    Browser::ALL.map(|browser| in_browser(browser, setting, name, scenario))
}

fn in_browser<F>(browser: Browser, setting: Setting, name: &'static str, scenario: F) -> Trial
where
    F: AsyncFn(Page) -> Outcome + Copy + Send + 'static,
{
    Trial::test(format!("{browser}: {name}"), move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let attempt = || {
            tokio::task::LocalSet::new().block_on(&runtime, run(browser, setting, name, scenario))
        };
        attempt().or_else(|first| {
            // Hundreds of browsers are started in a run, and on a busy machine one of them now and then stumbles.
            // What is wrong is wrong twice; what was wrong once is said.
            let seen = first.message().unwrap_or_default();
            eprintln!("once more: {browser}: {name}: {seen}");
            attempt()
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
    let trials = scenarios()
        .into_iter()
        .chain(access::scenarios())
        .chain(compare::scenarios())
        .chain(export::scenarios())
        .chain(network::scenarios())
        .chain(embed::scenarios())
        .chain(hosts::scenarios())
        .chain(messages::scenarios())
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
