//! A browser and the program that drives it: one of each for every scenario, with a fresh profile.

use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, Value, json};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use xtask::toolchain;

/// Width and height of the window, in CSS pixels.
pub const WINDOW: (u32, u32) = (1280, 800);
/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(30);

/// The browsers every scenario runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    /// Program, arguments, and the words in its output that the port follows.
    fn driver(self) -> (&'static str, &'static [&'static str], &'static str) {
        match self {
            Browser::Chromium => ("chromedriver", &["--port=0"], "successfully on port "),
            Browser::Firefox => (
                "geckodriver",
                // Port 0 twice: several Firefoxes run at once.
                &["--port=0", "--websocket-port=0"],
                "Listening on 127.0.0.1:",
            ),
        }
    }

    fn capabilities(self, scripts: bool) -> Map<String, Value> {
        let (width, height) = WINDOW;
        let own = match self {
            Browser::Chromium => {
                let mut options = chromium_options();
                if let Some(arguments) = options["args"].as_array_mut() {
                    arguments.push(json!(format!("window-size={width},{height}")));
                }
                if !scripts {
                    let off = "profile.managed_default_content_settings.javascript";
                    options["prefs"] = json!({ off: 2 });
                }
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Browser::Firefox => json!({
                "moz:firefoxOptions": {
                    "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
                    "prefs": {
                        "javascript.enabled": scripts,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
        };
        let mut all = Map::new();
        // The page may be read before its WebAssembly has arrived: some scenarios never let it.
        all.insert("pageLoadStrategy".to_owned(), json!("eager"));
        if let Value::Object(own) = own {
            all.extend(own);
        }
        all
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        })
    }
}

/// The flags that the tests inside the browser use too.
fn chromium_options() -> Value {
    let file: Value = serde_json::from_str(include_str!("../../webdriver.json"))
        .expect("webdriver.json is JSON: the tests inside the browser have read it");
    file["goog:chromeOptions"].clone()
}

/// A running driver. Dropping it ends the program.
pub struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts the browser's driver on a port of the system's choice.
    ///
    /// On a busy machine one now and then ends without having said its port: it is started again, twice at the most.
    pub fn start(browser: Browser) -> xtask::Result<Driver> {
        Driver::attempt(browser)
            .or_else(|_| Driver::attempt(browser))
            .or_else(|_| Driver::attempt(browser))
    }

    fn attempt(browser: Browser) -> xtask::Result<Driver> {
        let (program, arguments, before_port) = browser.driver();
        let mut process = Command::new(program)
            .args(arguments)
            .env("PATH", toolchain::search_path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program}: {error}: `cargo xtask test` installs it"))?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
        let (found, port) = mpsc::channel();
        thread::spawn(move || {
            // Read to the end: a driver whose output is not read stops when the pipe is full.
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some((_, rest)) = line.split_once(before_port) {
                    let digits = rest.split(|c: char| !c.is_ascii_digit()).next();
                    // Nobody waits for a second port.
                    let _ = found.send(digits.unwrap_or_default().to_owned());
                }
            }
        });
        let mut driver = Driver {
            process,
            url: String::new(),
        };
        let port = port
            .recv_timeout(PATIENCE)
            .map_err(|_| format!("{program} did not say on which port it listens"))?;
        driver.url = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// Opens a window with a fresh profile.
    pub async fn open(&self, browser: Browser, scripts: bool) -> xtask::Result<Client> {
        let mut builder =
            ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(browser.capabilities(scripts));
        Ok(builder.connect(&self.url).await?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
