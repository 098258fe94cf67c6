//! The little of HTTP that a local static server needs: `GET` and `HEAD`, one request a connection,
//! a thread each. So one slow answer never holds up another.

use crate::host::Answer;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// A browser opens connections that it may never use; they are dropped after this time.
const IDLE: Duration = Duration::from_secs(30);
/// Bytes of request line and headers, more than any browser sends to a local page.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` or what else the client wrote.
    pub method: String,
    /// Path and query: `/region/43/?dark=1`.
    pub url: String,
    /// Empty where the client sent none.
    pub accept_encoding: String,
}

/// Answers every connection, for as long as the program runs.
pub fn serve<F>(listener: &TcpListener, answer: F)
where
    F: Fn(&Request) -> Answer + Send + Sync + 'static,
{
    let answer = Arc::new(answer);
    // A connection that breaks is the client's affair: the next one is served all the same.
    for stream in listener.incoming().flatten() {
        let answer = Arc::clone(&answer);
        thread::spawn(move || {
            let _ = converse(stream, |request| answer(request));
        });
    }
}

fn converse(mut stream: TcpStream, answer: impl Fn(&Request) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    let Some(request) = read(&stream)? else {
        return Ok(());
    };
    let answer = match request.method.as_str() {
        "GET" | "HEAD" => answer(&request),
        _ => Answer {
            status: 405,
            headers: vec![("Allow", "GET, HEAD".to_owned())],
            body: Vec::new(),
        },
    };
    let is_head = request.method == "HEAD";
    stream.write_all(head(&answer).as_bytes())?;
    stream.write_all(if is_head { &[] } else { &answer.body })
}

/// Request line and headers; `None` where the client left without asking or did not speak HTTP.
fn read(stream: impl io::Read) -> io::Result<Option<Request>> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    let mut words = first.split(' ');
    let (Some(method), Some(url), Some("HTTP/1.1" | "HTTP/1.0")) =
        (words.next(), words.next(), words.next())
    else {
        return Ok(None);
    };
    let mut request = Request {
        method: method.to_owned(),
        url: url.to_owned(),
        accept_encoding: String::new(),
    };
    for line in lines {
        let line = line?;
        if line.is_empty() {
            return Ok(Some(request));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            request.accept_encoding = value.trim().to_owned();
        }
    }
    Ok(None)
}

fn head(answer: &Answer) -> String {
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nContent-Length: {}\r\nConnection: close\r\n",
        answer.status,
        reason(answer.status),
        answer.body.len()
    );
    for (name, value) in &answer.headers {
        // A redirect repeats the client's own path: it must not be able to add a header.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    head
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[track_caller]
    fn check(text: &str, expected: Option<[&str; 3]>) {
        let expected = expected.map(|[method, url, accept_encoding]| Request {
            method: method.to_owned(),
            url: url.to_owned(),
            accept_encoding: accept_encoding.to_owned(),
        });
        assert_eq!(read(text.as_bytes()).unwrap(), expected, "{text:?}");
    }

    #[test]
    fn a_request_is_its_first_line_and_the_encodings_it_takes() {
        check("GET / HTTP/1.1\r\n\r\n", Some(["GET", "/", ""]));
        check(
            "GET /a?b=c HTTP/1.1\r\nHost: x\r\naccept-encoding: gzip, br\r\n\r\n",
            Some(["GET", "/a?b=c", "gzip, br"]),
        );
    }

    #[test]
    fn what_is_not_a_whole_request_is_no_request() {
        check("", None);
        check("hello\r\n\r\n", None);
        check("GET / HTTP/1.1\r\nHost: x", None);
    }

    /// All that a client of a one-page server reads in answer to `request`.
    fn exchange(request: &str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            serve(&listener, |request| Answer {
                status: 200,
                headers: vec![("Content-Type", "text/plain".to_owned())],
                body: request.url.clone().into_bytes(),
            });
        });
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_server_answers_with_head_and_body() {
        assert_eq!(
            exchange("GET /osong HTTP/1.1\r\n\r\n"),
            "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\
             Content-Type: text/plain\r\n\r\n/osong"
        );
        assert!(exchange("HEAD /osong HTTP/1.1\r\n\r\n").ends_with("text/plain\r\n\r\n"));
        assert!(exchange("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    }
}
