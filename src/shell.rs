//! The frame that every page shares: Trunk's `index.html`, with its hashed asset addresses, around a
//! page's own head and body.

use std::fmt;

/// Stand in `index.html` where a page's own parts go, each exactly once and in this order.
const HTML: &str = "<html lang=\"ko\">";
const HEAD: &str = "<!--head-->";
const BODY: &str = "<!--body-->";

/// How the links to the map's program begin, which Trunk writes as Trunk.toml says.
const CLIENT: &str = "<link id=\"client-";

/// `index.html` as Trunk wrote it, cut at its three markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    before_html: String,
    before_head: String,
    before_body: String,
    after_body: String,
}

/// `index.html` is not a frame that pages fit into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShellError {
    /// A marker must stand exactly once.
    Count { marker: &'static str, found: usize },
    /// The markers stand in another order than html, head, body.
    Order,
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShellError::Count { marker, found } => {
                write!(
                    f,
                    "index.html: `{marker}` must stand exactly once, found {found}"
                )
            }
            ShellError::Order => write!(
                f,
                "index.html: `{HTML}`, `{HEAD}` and `{BODY}` must stand in this order"
            ),
        }
    }
}

impl std::error::Error for ShellError {}

impl Shell {
    /// Cuts the frame at its markers.
    pub fn read(index_html: &str) -> Result<Shell, ShellError> {
        for marker in [HTML, HEAD, BODY] {
            let found = index_html.matches(marker).count();
            if found != 1 {
                return Err(ShellError::Count { marker, found });
            }
        }
        let cut = || {
            let (before_html, rest) = index_html.split_once(HTML)?;
            let (before_head, rest) = rest.split_once(HEAD)?;
            let (before_body, after_body) = rest.split_once(BODY)?;
            Some(Shell {
                before_html: before_html.to_owned(),
                before_head: before_head.to_owned(),
                before_body: before_body.to_owned(),
                after_body: after_body.to_owned(),
            })
        };
        cut().ok_or(ShellError::Order)
    }

    /// The frame of pages without a map, which do not need the map's program.
    pub fn without_client(&self) -> Shell {
        let mut shell = self.clone();
        for part in [&mut shell.before_head, &mut shell.before_body] {
            while let Some(start) = part.find(CLIENT) {
                let end = part[start..]
                    .find('>')
                    .map_or(part.len(), |end| start + end + 1);
                part.replace_range(start..end, "");
            }
        }
        shell
    }

    /// A whole page. `head` and `body` are markup, inserted to the byte: hydration trusts every node.
    /// `html_attributes` is empty or like `data-theme="dark"`.
    pub fn fill(&self, lang: &str, head: &str, body: &str, html_attributes: &str) -> String {
        let space = if html_attributes.is_empty() { "" } else { " " };
        let Shell {
            before_html,
            before_head,
            before_body,
            after_body,
        } = self;
        format!(
            "{before_html}<html lang=\"{lang}\"{space}{html_attributes}>\
             {before_head}{head}{before_body}{body}{after_body}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html>\n<html lang=\"ko\">\n<head><!--head--></head>\n\
                         <body><!--body--></body>\n</html>";

    #[test]
    fn a_page_is_its_parts_inside_the_frame_to_the_byte() {
        let page = Shell::read(INDEX).unwrap().fill(
            "en",
            "<title>Osong</title>",
            "<div id=\"atlas\"><p>1,089</p></div>",
            "data-theme=\"dark\"",
        );
        assert_eq!(
            page,
            "<!doctype html>\n<html lang=\"en\" data-theme=\"dark\">\n\
             <head><title>Osong</title></head>\n\
             <body><div id=\"atlas\"><p>1,089</p></div></body>\n</html>"
        );
    }

    #[test]
    fn a_page_without_a_map_does_without_its_program() {
        let links =
            "<link id=\"client-js\" href=\"/a.js\"><link id=\"client-wasm\" href=\"/a.wasm\">";
        let index = INDEX.replace("</head>", &format!("{links}<link rel=\"icon\"></head>"));
        let shell = Shell::read(&index).unwrap();
        let page = |shell: &Shell| shell.fill("ko", "", "", "");
        assert!(page(&shell).contains(links));
        let without = page(&shell.without_client());
        assert!(!without.contains("client-") && without.contains("<link rel=\"icon\">"));
    }

    #[test]
    fn a_page_that_quotes_a_marker_is_not_cut_there() {
        let page = Shell::read(INDEX).unwrap().fill("ko", HEAD, BODY, "");
        assert_eq!(page, INDEX);
    }

    #[track_caller]
    fn check(index: &str, expected: ShellError) {
        assert_eq!(Shell::read(index), Err(expected));
    }

    #[test]
    fn a_frame_without_its_markers_is_refused() {
        let count = |marker, found| ShellError::Count { marker, found };
        check(&INDEX.replace(BODY, ""), count(BODY, 0));
        check(
            &INDEX.replace(HEAD, "<!--head--><!--head-->"),
            count(HEAD, 2),
        );
        check(&INDEX.replace("ko", "en"), count(HTML, 0));
        check(
            "<html lang=\"ko\"><!--body--><!--head-->",
            ShellError::Order,
        );
    }

    #[test]
    fn the_projects_own_index_is_a_frame() {
        assert!(Shell::read(include_str!("../index.html")).is_ok());
    }
}
