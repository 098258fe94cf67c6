//! One page in one browser, in the words of a scenario: open, wait, click, press, read.

use crate::Outcome;
use crate::driver::Browser;
use crate::server::Server;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions, WheelAction, WheelActions,
};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};

pub use fantoccini::key::Key;

/// How long a page may take to do what a scenario waits for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long an answer to a click may take, on a machine that is busy with other things too.
const SOON: Duration = Duration::from_secs(15);

/// What hydration may write into the body: selector and attribute. Everything else must stay to the byte.
///
/// The map's links are all tab stops until the script can lead from one to the other with the arrow keys;
/// from then on the map is one stop.
const DECLARED: [(&str, &str); 1] = [("[data-map] a", "tabindex")];

/// A browser window on the site.
#[derive(Debug, Clone)]
pub struct Page {
    pub browser: Browser,
    pub server: Server,
    pub client: Client,
}

impl Page {
    /// Goes to a page, `path` being relative to the site's base: `""`, `region/43/`, `#m=share`.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self.client.goto(&self.server.url(path)).await?)
    }

    /// Goes to a page and waits until it is live; an error on the way is a failure.
    pub async fn open_live(&self, path: &str) -> Outcome {
        self.open(path).await?;
        self.wait_for("html[data-ready=true][data-equipped=true], html[data-failed]")
            .await?;
        self.expect_no_errors(path).await
    }

    /// Waits for an element to be in the document.
    pub async fn wait_for(&self, css: &str) -> Outcome {
        let found = self.client.wait().at_most(PATIENCE);
        match found.for_element(Locator::Css(css)).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let errors = self.errors().await.unwrap_or_default().join("\n  ");
                Err(format!("no `{css}` came: {error}\n  {errors}").into())
            }
        }
    }

    /// Whether an element is in the document now.
    pub async fn has(&self, css: &str) -> Outcome<bool> {
        Ok(!self.client.find_all(Locator::Css(css)).await?.is_empty())
    }

    /// Visible text of the first such element.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.client.find(Locator::Css(css)).await?.text().await?)
    }

    /// An attribute of the first such element.
    pub async fn attribute(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        Ok(self
            .client
            .find(Locator::Css(css))
            .await?
            .attr(name)
            .await?)
    }

    /// Waits until an element shows this text. An element that is not there, or is written anew between being found
    /// and being read, does not show it yet.
    pub async fn expect_text(&self, css: &str, expected: &str) -> Outcome {
        let start = Instant::now();
        loop {
            let text = self.text(css).await;
            if text.as_ref().is_ok_and(|text| text.contains(expected)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let seen = match text {
                    Ok(text) => format!("shows `{text}`"),
                    Err(error) => format!("is not read: {}", error.message().unwrap_or_default()),
                };
                return Err(format!("`{css}` {seen}, expected `{expected}`").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks as a hand does: on a point where the element is on top, which may not be its middle.
    pub async fn click(&self, css: &str) -> Outcome {
        let (x, y) = self.point(css).await?;
        self.click_at(x, y).await
    }

    pub async fn click_at(&self, x: f64, y: f64) -> Outcome {
        let click = press_at(x, y, MOUSE_BUTTON_LEFT);
        Ok(self.client.perform_actions(click).await?)
    }

    /// Clicks with a button other than the left, such as the middle one that opens a tab.
    pub async fn click_with_button(&self, css: &str, button: u64) -> Outcome {
        let (x, y) = self.point(css).await?;
        let click = press_at(x, y, button);
        Ok(self.client.perform_actions(click).await?)
    }

    /// Clicks while a key is held down.
    pub async fn click_with_key(&self, css: &str, key: Key) -> Outcome {
        let (x, y) = self.point(css).await?;
        let value = char::from(key);
        let keys = KeyActions::new("keys".to_owned());
        let down = keys.clone().then(KeyAction::Down { value });
        self.client.perform_actions(down).await?;
        let click = press_at(x, y, MOUSE_BUTTON_LEFT);
        self.client.perform_actions(click).await?;
        Ok(self.client.release_actions().await?)
    }

    /// Moves the mouse onto an element.
    pub async fn hover(&self, css: &str) -> Outcome {
        let (x, y) = self.point(css).await?;
        let hover = MouseActions::new("mouse".to_owned()).then(to(x, y));
        Ok(self.client.perform_actions(hover).await?)
    }

    /// Touches a point of the window and lets go.
    pub async fn tap(&self, x: f64, y: f64) -> Outcome {
        let button = MOUSE_BUTTON_LEFT;
        let tap = TouchActions::new("finger".to_owned())
            .then(to(x, y))
            .then(PointerAction::Down { button })
            .pause(Duration::from_millis(40))
            .then(PointerAction::Up { button });
        Ok(self.client.perform_actions(tap).await?)
    }

    /// Touches a point of the window twice, as fast as a double tap. A driver on a busy machine may be slower than
    /// any finger: it tries again until the page has seen two clicks within `DOUBLE` of one another.
    pub async fn tap_twice(&self, x: f64, y: f64) -> Outcome {
        /// Milliseconds.
        const DOUBLE: f64 = 300.0;
        const TRIES: usize = 10;
        let button = MOUSE_BUTTON_LEFT;
        let mut gaps = Vec::new();
        let listen = "window.clicks = []; addEventListener('click', (e) => clicks.push(e.timeStamp), { capture: true });";
        self.run(listen, json!([])).await?;
        while gaps.len() < TRIES {
            self.run("clicks.length = 0", json!([])).await?;
            let mut taps = TouchActions::new("finger".to_owned()).then(to(x, y));
            for _ in 0..2 {
                taps = taps
                    .then(PointerAction::Down { button })
                    .pause(Duration::from_millis(30))
                    .then(PointerAction::Up { button })
                    .pause(Duration::from_millis(30));
            }
            self.client.perform_actions(taps).await?;
            self.expect("return clicks.length", json!(2)).await?;
            let gap = self.run("return clicks[1] - clicks[0]", json!([])).await?;
            let gap = gap.as_f64().unwrap_or(f64::INFINITY);
            if gap < DOUBLE {
                return Ok(());
            }
            gaps.push(gap);
        }
        Err(format!("the driver never tapped twice within {DOUBLE} ms: {gaps:?}").into())
    }

    /// Draws a finger upwards, as one does to see what is further down.
    pub async fn swipe_up(&self, x: f64, y: f64, by: f64) -> Outcome {
        let button = MOUSE_BUTTON_LEFT;
        let mut swipe = TouchActions::new("finger".to_owned())
            .then(to(x, y))
            .then(PointerAction::Down { button });
        for step in 1..=8 {
            swipe = swipe.then(PointerAction::MoveTo {
                duration: Some(Duration::from_millis(20)),
                x,
                y: y - by * f64::from(step) / 8.0,
            });
        }
        let swipe = swipe.then(PointerAction::Up { button });
        Ok(self.client.perform_actions(swipe).await?)
    }

    /// Turns the mouse's wheel over an element.
    pub async fn turn_wheel(&self, css: &str, delta_y: i64) -> Outcome {
        let (x, y) = self.point(css).await?;
        let turn = WheelActions::new("wheel".to_owned()).then(WheelAction::Scroll {
            duration: None,
            x: x as i64,
            y: y as i64,
            delta_x: 0,
            delta_y,
        });
        Ok(self.client.perform_actions(turn).await?)
    }

    /// A point of the window where the element is on top.
    async fn point(&self, css: &str) -> Outcome<(f64, f64)> {
        self.point_by(include_str!("point.js"), json!([css])).await
    }

    /// The point of the window that a script finds, or its words for why there is none.
    pub async fn point_by(&self, script: &str, arguments: Value) -> Outcome<(f64, f64)> {
        let start = Instant::now();
        loop {
            let point = self.run(script, arguments.clone()).await?;
            if let (Some(x), Some(y)) = (point[0].as_f64(), point[1].as_f64()) {
                return Ok((x, y));
            }
            // Something may still be on its way out.
            if start.elapsed() > SOON {
                return Err(format!("{arguments} has no such point: {point}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Gives an element the keyboard's focus.
    pub async fn focus(&self, css: &str) -> Outcome {
        let focus = "const element = document.querySelector(arguments[0]);
                     element?.focus();
                     return document.activeElement === element;";
        match self.run(focus, json!([css])).await? {
            Value::Bool(true) => Ok(()),
            _ => Err(format!("`{css}` does not take the focus").into()),
        }
    }

    /// Presses keys in the element that has the focus.
    pub async fn press(&self, keys: impl IntoIterator<Item = Key>) -> Outcome {
        let keys: String = keys.into_iter().map(char::from).collect();
        Ok(self.client.active_element().await?.send_keys(&keys).await?)
    }

    /// What the page shows now: see `view.js`.
    pub async fn view(&self) -> Outcome<Value> {
        self.run(include_str!("view.js"), json!([])).await
    }

    /// Waits until the page shows this: fields of `view.js`, the others being as they may.
    pub async fn expect_view(&self, expected: Value) -> Outcome {
        let start = Instant::now();
        loop {
            let view = self.view().await?;
            let fields = expected.as_object().into_iter().flatten();
            let wrong: Vec<String> = fields
                .filter(|(field, value)| view[field.as_str()] != **value)
                .map(|(field, value)| {
                    format!("{field} is {}, expected {value}", view[field.as_str()])
                })
                .collect();
            if wrong.is_empty() {
                return Ok(());
            }
            if start.elapsed() > SOON {
                return Err(wrong.join("\n  ").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until a script's answer is this.
    pub async fn expect(&self, script: &str, expected: Value) -> Outcome {
        let start = Instant::now();
        loop {
            // A page that is still arriving may lack what the script looks for.
            let found = self.run(script, json!([])).await;
            if found.as_ref().is_ok_and(|found| *found == expected) {
                return Ok(());
            }
            if start.elapsed() > SOON {
                let found = found?;
                return Err(format!("`{script}` is {found}, expected {expected}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Picks an option of a `<select>` by its value.
    pub async fn choose(&self, css: &str, value: &str) -> Outcome {
        let select = self.client.find(Locator::Css(css)).await?;
        Ok(select.select_by_value(value).await?)
    }

    /// Runs a script in the page; a promise is awaited.
    pub async fn run(&self, script: &str, arguments: Value) -> Outcome<Value> {
        let arguments = match arguments {
            Value::Array(items) => items,
            one => vec![one],
        };
        Ok(self.client.execute(script, arguments).await?)
    }

    /// What went wrong in the page since it was opened: uncaught errors and rejections (a trap of
    /// the WebAssembly is one), refused or missing files, `console.error`; from Chromium also its own log.
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        let kept = self
            .run("return window.pageErrors ?? []", json!([]))
            .await?;
        // Firefox answers null while a page makes way for the next, which has no errors yet.
        let kept: Option<Vec<String>> = serde_json::from_value(kept)?;
        let mut errors = kept.unwrap_or_default();
        if self.browser == Browser::Chromium {
            let log = self.client.issue_cmd(BrowserLog).await?;
            let severe = log.as_array().into_iter().flatten().filter(|entry| {
                let is_icon = entry["message"]
                    .as_str()
                    .is_some_and(|text| text.contains("/favicon.ico"));
                entry["level"] == "SEVERE" && !is_icon
            });
            errors.extend(severe.map(|entry| format!("log: {}", entry["message"])));
        }
        Ok(errors)
    }

    /// Fails on anything that [`Page::errors`] knows of.
    pub async fn expect_no_errors(&self, path: &str) -> Outcome {
        let errors = self.errors().await?;
        if errors.is_empty() {
            Ok(())
        } else {
            Err(format!("/{path} is not free of errors:\n  {}", errors.join("\n  ")).into())
        }
    }

    /// Fails where the body is not what the server sent, but for [`DECLARED`] attributes.
    pub async fn expect_body_as_sent(&self, path: &str) -> Outcome {
        let bodies = self
            .run(include_str!("bodies.js"), json!([DECLARED]))
            .await?;
        let (sent, now): (String, String) = serde_json::from_value(bodies)?;
        match first_difference(&sent, &now) {
            None => Ok(()),
            Some((sent, now)) => Err(format!(
                "the script changed the body of /{path}; declare the attribute or mend the view\n  \
                 sent: …{sent}…\n  now:  …{now}…"
            )
            .into()),
        }
    }

    /// A picture of the window in `target/screenshots/`; answers where.
    pub async fn screenshot(&self, name: &str) -> Outcome<String> {
        let folder = xtask::root().join("target/screenshots");
        fs::create_dir_all(&folder)?;
        let name = format!("{}-{}.png", self.browser, name.replace([' ', '/'], "-"));
        let file = folder.join(name);
        fs::write(&file, self.client.screenshot().await?)?;
        Ok(file.display().to_string())
    }
}

fn to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo {
        duration: None,
        x,
        y,
    }
}

fn press_at(x: f64, y: f64, button: u64) -> MouseActions {
    MouseActions::new("mouse".to_owned())
        .then(to(x, y))
        .then(PointerAction::Down { button })
        .then(PointerAction::Up { button })
}

/// Some characters of both from a little before they part; `None` when they are equal.
fn first_difference<'a>(left: &'a str, right: &'a str) -> Option<(&'a str, &'a str)> {
    if left == right {
        return None;
    }
    let same = left
        .char_indices()
        .zip(right.chars())
        .take_while(|((_, a), b)| a == b)
        .map(|((at, a), _)| at + a.len_utf8())
        .last()
        .unwrap_or(0);
    let start = left.floor_char_boundary(same.saturating_sub(60));
    let cut = |text: &'a str| &text[start..text.floor_char_boundary(same + 100)];
    Some((cut(left), cut(right)))
}

/// ChromeDriver's own command for what the browser has logged since the last call.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "type": "browser" }).to_string();
        (http::Method::POST, Some(body))
    }
}
