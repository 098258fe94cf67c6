//! `cargo xtask serve`: the site on a local port, while editing or as it will be published.

use crate::step::{command, run, step};
use crate::toolchain::{self, Needs};
use crate::{Result, dist, host::Host};
use tiny_http::{Header, Response, Server, StatusCode};

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
    dist::build("/")?;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| format!("port {port} cannot be opened: {error}"))?;
    println!("\n── http://{}/ (Ctrl-C ends it)", server.server_addr());
    let host = Host::new(dist::folder(), "/");
    for request in server.incoming_requests() {
        let accept = request
            .headers()
            .iter()
            .find(|header| header.field.equiv("Accept-Encoding"))
            .map_or("", |header| header.value.as_str());
        let answer = host.answer(request.url(), accept);
        // A reader who went away before the answer came is no failure of the server's.
        let _ = request.respond(response(answer));
    }
    Ok(())
}

/// An [`Answer`](crate::host::Answer) in the server's own type.
pub fn response(answer: crate::host::Answer) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_data(answer.body).with_status_code(StatusCode(answer.status));
    for (name, value) in answer.headers {
        // `host` writes ASCII only, but a redirect repeats the client's own path.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}
