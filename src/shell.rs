//! The frame that every page shares: Trunk's `index.html`, with its hashed asset addresses, around a
//! page's own head and body.

use std::fmt;

/// Stand in `index.html` where a page's own parts go, each exactly once and in this order.
const HTML: &str = "<html lang=\"ko\">";
const HEAD: &str = "<!--head-->";
const BODY: &str = "<!--body-->";

/// The links to the map's program, which Trunk writes as Trunk.toml says.
const CLIENT: &str = " id=\"client-";
/// What only the pages of the site load, and what only embeds do.
const SITE_ONLY: &str = " data-pages=\"site\"";
const EMBED_ONLY: &str = " data-pages=\"embed\"";
const SCRIPT_END: &str = "</script>";

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
        self.without(CLIENT)
    }

    /// The frame of the site's own pages.
    pub fn site(&self) -> Shell {
        self.without(EMBED_ONLY)
    }

    /// The frame of embeds.
    ///
    /// Nothing is fetched before somebody looks: the links only hold the addresses. And no checksums: in a
    /// sandboxed frame every file is of another origin, and a browser checks those only where the host allows it.
    pub fn embed(&self) -> Shell {
        let unhurried = |tag: &str| {
            let tag = without_attribute(tag, "integrity");
            if !tag.contains(CLIENT) {
                return tag;
            }
            ["modulepreload", "preload"].iter().fold(tag, |tag, rel| {
                tag.replace(&format!(" rel=\"{rel}\""), " rel=\"client\"")
            })
        };
        self.without(SITE_ONLY).with_tags(unhurried)
    }

    /// Without the tags that hold this text.
    fn without(&self, mark: &str) -> Shell {
        self.with_tags(|tag| {
            if tag.contains(mark) {
                String::new()
            } else {
                tag.to_owned()
            }
        })
    }

    /// With each tag of the head as `edit` wants it; a script's end is of its tag.
    fn with_tags(&self, edit: impl Fn(&str) -> String) -> Shell {
        let edited = |part: &str| {
            let mut out = String::new();
            let mut rest = part;
            while let Some(start) = rest.find('<') {
                let end = rest[start..]
                    .find('>')
                    .map_or(rest.len(), |end| start + end + 1);
                let script = if rest[end..].starts_with(SCRIPT_END) {
                    SCRIPT_END.len()
                } else {
                    0
                };
                let end = end + script;
                out.push_str(&rest[..start]);
                out.push_str(&edit(&rest[start..end]));
                rest = &rest[end..];
            }
            out + rest
        };
        Shell {
            before_head: edited(&self.before_head),
            before_body: edited(&self.before_body),
            ..self.clone()
        }
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

/// A tag without one of its attributes.
fn without_attribute(tag: &str, name: &str) -> String {
    let start = format!(" {name}=\"");
    match tag.split_once(&start) {
        Some((before, rest)) => {
            let after = rest.split_once('"').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => tag.to_owned(),
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
    fn an_embed_fetches_nothing_ahead_and_has_no_checksums() {
        let of_site =
            "<script src=\"/theme.js\" data-pages=\"site\" integrity=\"sha384-x\"></script>";
        let of_embeds = "<link rel=\"stylesheet\" href=\"/embed.css\" data-pages=\"embed\" integrity=\"sha384-x\"/>";
        let client = "<link id=\"client-js\" rel=\"modulepreload\" href=\"/a.js\"><link id=\"client-wasm\" rel=\"preload\" href=\"/a.wasm\">";
        let index = INDEX.replace("</head>", &format!("{of_site}{of_embeds}{client}</head>"));
        let shell = Shell::read(&index).unwrap();
        let head = |shell: &Shell| {
            let page = shell.fill("ko", "", "", "");
            let head = page.split_once("<head>").unwrap().1;
            head.split_once("</head>").unwrap().0.to_owned()
        };
        assert_eq!(head(&shell.site()), format!("{of_site}{client}"));
        assert_eq!(
            head(&shell.embed()),
            "<link rel=\"stylesheet\" href=\"/embed.css\" data-pages=\"embed\"/>\
             <link id=\"client-js\" rel=\"client\" href=\"/a.js\">\
             <link id=\"client-wasm\" rel=\"client\" href=\"/a.wasm\">"
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
