//! The list of everything that can be found: one line an entry, written by the prerenderer, fetched as
//! `search.txt` when the reader first turns to the search box.
//!
//! ```text
//! kind TAB target TAB shown TAB note TAB name|name|~name
//! ```
//!
//! `shown` and `note` are markup, ready to be shown; names are plain text. A name behind `~` is that of a
//! place the thing lies in.

/// What an entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// One of the 17 시도.
    Region,
    Cluster,
    /// A 시군구, which leads to its 시도.
    District,
    /// A company or institute, which leads to its cluster.
    Anchor,
    /// A national body without a place, which leads to the nation.
    Body,
}

impl Kind {
    pub const ALL: [Kind; 5] = [
        Kind::Region,
        Kind::Cluster,
        Kind::District,
        Kind::Anchor,
        Kind::Body,
    ];

    pub const fn letter(self) -> &'static str {
        match self {
            Kind::Region => "r",
            Kind::Cluster => "c",
            Kind::District => "d",
            Kind::Anchor => "a",
            Kind::Body => "b",
        }
    }
}

/// A line of the index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry<'a> {
    pub kind: Kind,
    line: &'a str,
}

impl<'a> Entry<'a> {
    /// `None` where the line is no entry.
    fn read(line: &'a str) -> Option<Self> {
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.letter() == part(line, b'\t', 0))?;
        let is_whole = (1..5).all(|place| !part(line, b'\t', place).is_empty());
        is_whole.then_some(Entry { kind, line })
    }

    /// What is selected: `43`, `cb-osong`, `00`.
    pub fn target(&self) -> &'a str {
        part(self.line, b'\t', 1)
    }

    /// Markup: the name that the reader sees.
    pub fn shown(&self) -> &'a str {
        part(self.line, b'\t', 2)
    }

    /// Markup: what it is and where.
    pub fn note(&self) -> &'a str {
        part(self.line, b'\t', 3)
    }

    /// The names it is found by, and whether each is its own.
    pub fn names(&self) -> impl Iterator<Item = (&'a str, bool)> + use<'a> {
        let mut rest = part(self.line, b'\t', 4);
        core::iter::from_fn(move || {
            let name = next(&mut rest, b'|')?;
            Some(match name.strip_prefix('~') {
                Some(place) => (place, false),
                None => (name, true),
            })
        })
    }
}

/// The entries of an index; lines that are none are skipped.
pub fn entries(index: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = index;
    let lines = core::iter::from_fn(move || next(&mut rest, b'\n'));
    lines.filter_map(Entry::read)
}

/// One of the parts between ASCII marks; empty where there are fewer.
fn part(text: &str, mark: u8, place: usize) -> &str {
    let mut rest = text;
    let mut found = None;
    for _ in 0..=place {
        found = next(&mut rest, mark);
    }
    found.unwrap_or_default()
}

/// Takes the text before an ASCII mark off `rest`; `None` where nothing is left.
///
/// One plain loop for lines, fields and names: the standard splitter would cost the page a kilobyte.
#[inline(never)]
fn next<'a>(rest: &mut &'a str, mark: u8) -> Option<&'a str> {
    if rest.is_empty() {
        return None;
    }
    let end = rest.bytes().position(|byte| byte == mark);
    let (taken, left) = match end {
        Some(end) => (rest.get(..end), rest.get(end + 1..)),
        None => (Some(*rest), None),
    };
    *rest = left.unwrap_or_default();
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_entry() {
        let index = "c\tcb-osong\t오송\t클러스터 · 충북\t오송|Osong|~청주시 흥덕구\n";
        let found: Vec<_> = entries(index).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].kind, found[0].target()),
            (Kind::Cluster, "cb-osong")
        );
        let names: Vec<_> = found[0].names().collect();
        assert_eq!(
            names,
            [("오송", true), ("Osong", true), ("청주시 흥덕구", false)]
        );
    }

    #[test]
    fn lines_that_are_no_entries_are_skipped() {
        for line in [
            "",
            "\n\n",
            "c",
            "c\tcb-osong\t오송\tnote",
            "c\t\t오송\tnote\tnames",
            "x\tcb-osong\t오송\tnote\tnames",
            "<!doctype html>",
            "\t\t\t\t",
        ] {
            assert_eq!(entries(line).count(), 0, "{line:?}");
        }
    }
}
