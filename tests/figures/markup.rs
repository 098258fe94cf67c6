//! A strict reader of the markup that the panels are made of: stricter than a browser, which mends.

/// An element, or the root of a fragment.
#[derive(Debug, Default)]
pub struct Tree {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

#[derive(Debug)]
pub enum Child {
    Element(Tree),
    Text(String),
}

impl Tree {
    /// Reads a fragment.
    ///
    /// # Errors
    ///
    /// The first fault: a tag that is not closed in order, an attribute without quotes, a character that
    /// should have been escaped.
    pub fn parse(html: &str) -> Result<Tree, String> {
        let mut open = vec![Tree::default()];
        let mut rest = html;
        while !rest.is_empty() {
            let Some(tag) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                push(&mut open, Child::Text(unescape(&rest[..end])?));
                rest = &rest[end..];
                continue;
            };
            let end = end_of_tag(tag).ok_or_else(|| format!("no > after <{:.40}", tag))?;
            let inside = &tag[..end];
            rest = &tag[end + 1..];
            if let Some(name) = inside.strip_prefix('/') {
                let closed = open.pop().filter(|tree| tree.tag == name);
                let closed = closed.ok_or_else(|| format!("</{name}> closes nothing"))?;
                if open.is_empty() {
                    return Err(format!("</{name}> closes nothing"));
                }
                push(&mut open, Child::Element(closed));
                continue;
            }
            let (inside, is_empty) = match inside.strip_suffix('/') {
                Some(inside) => (inside, true),
                None => (inside, false),
            };
            let tree = Tree::opened(inside)?;
            if is_empty {
                push(&mut open, Child::Element(tree));
            } else {
                open.push(tree);
            }
        }
        match open.pop() {
            Some(root) if open.is_empty() => Ok(root),
            tree => Err(format!("<{}> is not closed", tree.unwrap_or_default().tag)),
        }
    }

    fn opened(inside: &str) -> Result<Tree, String> {
        let (tag, mut rest) = match inside.split_once(' ') {
            Some((tag, rest)) => (tag, rest),
            None => (inside, ""),
        };
        let mut attributes: Vec<(String, String)> = Vec::new();
        while !rest.is_empty() {
            let fault = || format!("<{inside}> has an attribute without quotes");
            let (name, after) = rest.split_once("=\"").ok_or_else(fault)?;
            let (value, after) = after.split_once('"').ok_or_else(fault)?;
            if attributes.iter().any(|(other, _)| other == name) {
                return Err(format!("<{inside}> says {name} twice"));
            }
            attributes.push((name.to_string(), unescape(value)?));
            rest = after.trim_start();
        }
        Ok(Tree {
            tag: tag.to_string(),
            attributes,
            children: Vec::new(),
        })
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|other| other == class)
    }

    pub fn elements(&self) -> impl Iterator<Item = &Tree> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(tree) => Some(tree),
            Child::Text(_) => None,
        })
    }

    /// Every element below this one, in the order of the markup.
    pub fn every(&self) -> Vec<&Tree> {
        let mut found = Vec::new();
        for element in self.elements() {
            found.push(element);
            found.extend(element.every());
        }
        found
    }

    pub fn tagged(&self, tag: &str) -> Vec<&Tree> {
        let mut found = self.every();
        found.retain(|element| element.tag == tag);
        found
    }

    /// The words of this element and of all below it.
    pub fn text(&self) -> String {
        let said = |child: &Child| match child {
            Child::Element(tree) => tree.text(),
            Child::Text(text) => text.clone(),
        };
        self.children.iter().map(said).collect()
    }
}

fn push(open: &mut [Tree], child: Child) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(child);
    }
}

/// The place of the `>` that ends a tag; one inside quotes does not.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, c)| {
        if c == '"' {
            quoted = !quoted;
        }
        (c == '>' && !quoted).then_some(at)
    })
}

fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        let entities = [
            ("&amp;", '&'),
            ("&lt;", '<'),
            ("&gt;", '>'),
            ("&quot;", '"'),
        ];
        let Some((entity, c)) = entities
            .into_iter()
            .find(|(entity, _)| rest[at..].starts_with(entity))
        else {
            // A quote needs no escape in text, and cannot be met in an attribute.
            if rest[at..].starts_with('"') {
                out.push('"');
                rest = &rest[at + 1..];
                continue;
            }
            return Err(format!("not escaped: {:.40}", &rest[at..]));
        };
        out.push(c);
        rest = &rest[at + entity.len()..];
    }
    out.push_str(rest);
    Ok(out)
}

#[test]
fn faults_that_a_browser_would_mend_are_found() {
    #[track_caller]
    fn check(html: &str, fault: &str) {
        let found = Tree::parse(html).expect_err(html);
        assert!(found.contains(fault), "{html}: {found}");
    }
    check("<p>", "<p> is not closed");
    check("<p><b></p></b>", "</p> closes nothing");
    check("</p>", "</p> closes nothing");
    check("<p>a & b</p>", "not escaped: & b");
    check("<p class=a></p>", "without quotes");
    check("<p id=\"a\" id=\"b\"></p>", "says id twice");
    assert_eq!(
        Tree::parse("<p a=\"&quot;&gt;\">1<i/>&amp;2</p>").map(|tree| tree.text()),
        Ok("1&2".to_string())
    );
}
