//! Where the site will stand: what `--public-url` says, in two parts.

use std::fmt;

/// `https://example.org/atlas/`, or a path alone where the host is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    /// `https://example.org`, without a slash at its end; empty where it is not known.
    pub origin: String,
    /// `/`, or `/atlas/` for a site in a sub-folder. Pages lie at different depths, so the addresses of their
    /// parts begin here.
    pub base: String,
}

impl PublicUrl {
    /// The root of a host that is not known.
    pub fn root() -> PublicUrl {
        PublicUrl {
            origin: String::new(),
            base: "/".to_owned(),
        }
    }

    /// Reads `https://host/folder/` or `/folder/`. Errors say what is wrong with it.
    pub fn parse(text: &str) -> Result<PublicUrl, String> {
        let mistake = |what: &str| Err(format!("public URL `{text}` {what}"));
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| text.starts_with(scheme));
        let host_at = scheme.map_or(0, str::len);
        let path_at = match (scheme, text[host_at..].find('/')) {
            (_, Some(at)) => host_at + at,
            (Some(_), None) => return mistake("must end with `/`"),
            (None, None) => return mistake(START),
        };
        let (origin, base) = text.split_at(path_at);
        let host = &origin[host_at..];
        if scheme.is_none() && !origin.is_empty() {
            return mistake(START);
        }
        if scheme.is_some() && !is_host(host) {
            return mistake("needs a host name in ASCII (xn--… for others) with at most a port");
        }
        if !base.ends_with('/') {
            return mistake("must end with `/`");
        }
        if let Some(odd) = base.chars().find(|letter| !is_of_path(*letter)) {
            return Err(format!(
                "public URL `{text}` has `{odd}` in its path: letters, digits and `-._~%/` only"
            ));
        }
        let folders = base.get(1..base.len() - 1).unwrap_or_default();
        let is_odd = |part: &str| matches!(part, "" | "." | "..");
        if base != "/" && folders.split('/').any(is_odd) {
            return mistake("has an empty folder, `.` or `..` in its path");
        }
        Ok(PublicUrl {
            origin: origin.to_owned(),
            base: base.to_owned(),
        })
    }
}

const START: &str = "must start with `/` or `https://`";

fn is_of_path(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~%/".contains(letter)
}

/// A name with at most one port.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_name = |part: &str| {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !part.is_empty() && part.bytes().all(is_inside)
    };
    name.split('.').all(is_name) && port.parse::<u16>().is_ok()
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_apart_and_together() {
        #[track_caller]
        fn check(text: &str, origin: &str, base: &str) {
            let url = PublicUrl::parse(text).unwrap();
            assert_eq!((url.origin.as_str(), url.base.as_str()), (origin, base));
            assert_eq!(url.to_string(), text);
        }
        check("/", "", "/");
        check("/atlas/", "", "/atlas/");
        check("/a/b~c/", "", "/a/b~c/");
        check("https://example.org/", "https://example.org", "/");
        check(
            "https://example.org/atlas/",
            "https://example.org",
            "/atlas/",
        );
        check("http://localhost:8080/", "http://localhost:8080", "/");
        check(
            "https://xn--9i1b12ca.example/",
            "https://xn--9i1b12ca.example",
            "/",
        );
    }

    #[test]
    fn a_mistake_is_named() {
        #[track_caller]
        fn check(text: &str, mistake: &str) {
            let error = PublicUrl::parse(text).expect_err(text);
            assert_eq!(error, format!("public URL `{text}` {mistake}"));
        }
        check("", START);
        check("atlas", START);
        check("atlas/", START);
        check("ftp://example.org/", START);
        check("/atlas", "must end with `/`");
        check("https://example.org", "must end with `/`");
        check("https://example.org/atlas", "must end with `/`");
        check(
            "//example.org/",
            "has an empty folder, `.` or `..` in its path",
        );
        check("/a//b/", "has an empty folder, `.` or `..` in its path");
        check("/../", "has an empty folder, `.` or `..` in its path");
        let host = "needs a host name in ASCII (xn--… for others) with at most a port";
        check("https:///atlas/", host);
        check("https://지도.example/", host);
        check("https://me@example.org/", host);
        check("https://example.org:x/", host);
        let odd =
            |letter: &str| format!("has `{letter}` in its path: letters, digits and `-._~%/` only");
        check("/지도/", &odd("지"));
        check("/a b/", &odd(" "));
        check("/atlas/?a=/", &odd("?"));
        check("/atlas/#/", &odd("#"));
        check("/\"><script>/", &odd("\""));
    }
}
