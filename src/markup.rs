//! HTML as a value: every element is closed and every text escaped, by construction.
//!
//! The inert parts of a page are never touched by the browser's code, so they need no component and none
//! of the marks that hydration leaves between texts.

use core::fmt;

use crate::escape::escape;

/// An element or a text.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
    /// Markup that was written, and escaped, elsewhere: a chart's `<svg>`.
    Written(String),
}

/// An element with its attributes and children.
#[derive(Clone, PartialEq, Debug)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// An element without attributes or children.
pub fn el(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl Element {
    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    pub fn class(self, class: &str) -> Self {
        self.with("class", class)
    }

    /// With a last child.
    pub fn add(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With more children; an `Option` adds one or none.
    pub fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// With its language, where that is not the page's: Korean words on an English page and the reverse.
    pub fn speaking(self, text: &str, page: crate::text::Lang) -> Self {
        let is_korean = text.chars().any(|c| ('가'..='힣').contains(&c));
        match (page, is_korean) {
            (crate::text::Lang::En, true) => self.with("lang", "ko"),
            (crate::text::Lang::Ko, false) if text.chars().any(char::is_alphabetic) => {
                self.with("lang", "en")
            }
            _ => self,
        }
    }
}

/// A figure: what the reader sees, and the machine-readable value behind it.
pub fn value(shown: impl Into<String>, value: impl Into<String>) -> Element {
    el("span").with("data-value", value).add(shown.into())
}

/// Nodes one after the other.
pub fn written(nodes: impl IntoIterator<Item = impl Into<Node>>) -> String {
    nodes
        .into_iter()
        .map(|node| node.into().to_string())
        .collect()
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Node::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::Text(text)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Element(element) => element.fmt(f),
            Node::Text(text) => write!(f, "{}", escape(text)),
            Node::Written(markup) => f.write_str(markup),
        }
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.tag)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"{}\"", escape(value))?;
        }
        f.write_str(">")?;
        for child in &self.children {
            child.fmt(f)?;
        }
        write!(f, "</{}>", self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn texts_and_attributes_are_escaped() {
        let element = el("p")
            .with("title", "\"R&D\" <b>")
            .add("<script>")
            .add(el("b").add("a & b"));
        assert_eq!(
            element.to_string(),
            "<p title=\"&quot;R&amp;D&quot; &lt;b&gt;\">&lt;script&gt;<b>a &amp; b</b></p>"
        );
    }

    #[test]
    fn an_option_adds_one_or_none() {
        let list = el("ul").all(Some(el("li"))).all(None::<Element>);
        assert_eq!(list.to_string(), "<ul><li></li></ul>");
    }

    #[test]
    fn words_of_the_other_language_say_so() {
        let said = |text, lang| el("i").speaking(text, lang).to_string();
        assert_eq!(said("매일경제", Lang::En), "<i lang=\"ko\"></i>");
        assert_eq!(said("STEPI", Lang::Ko), "<i lang=\"en\"></i>");
        assert_eq!(said("오송 KBIO", Lang::Ko), "<i></i>");
        assert_eq!(said("2024-03", Lang::Ko), "<i></i>");
    }
}
