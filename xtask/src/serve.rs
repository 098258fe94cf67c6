//! `cargo xtask serve`: the site on a local port, while editing or as it will be published.

use crate::public_url::PublicUrl;
use crate::step::{command, run, step};
use crate::toolchain::{self, Needs};
use crate::{Result, dist, host::Host, http};
use std::net::TcpListener;

/// Builds for development, serves, and rebuilds on every edit until interrupted.
pub fn edit(port: u16) -> Result {
    step("set-up", || toolchain::prepare(Needs::Site))?;
    println!("\n── the first build takes about two minutes; then http://127.0.0.1:{port}/");
    run(command("trunk serve")
        .arg("--port")
        .arg(port.to_string())
        // A folder of its own: `dist/` keeps what `build` finished.
        .arg("--dist")
        .arg(crate::root().join("target/serve"))
        .env_remove("NO_COLOR"))
}

/// Builds the finished site and serves it as a static host would.
pub fn finished(port: u16) -> Result {
    dist::build(&PublicUrl::root())?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|error| format!("port {port} cannot be opened: {error}"))?;
    println!("\n── http://{}/ (Ctrl-C ends it)", listener.local_addr()?);
    let host = Host::new(dist::folder(), "/");
    http::serve(&listener, move |request| {
        host.answer(&request.url, &request.accept_encoding)
    });
    Ok(())
}
