//! The list of everything that can be found: one line an entry, written by the prerenderer, fetched as
//! `search.txt` when the reader first turns to the search box.
//!
//! ```text
//! kind TAB target TAB option TAB name|name|~name
//! ```
//!
//! `option` is markup, ready to be shown; names are plain text. A name behind `~` is that of a place the
//! thing lies in.

/// What an entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// One of the 17 시도.
    Region,
    Cluster,
    /// A 시군구, which leads to the map of all of them, or a city of several, which leads to its 시도.
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
    /// What is selected: `43`, `cb-osong`, `00`.
    pub target: &'a str,
    /// Markup: a link with the name that the reader sees, what it is and where.
    pub option: &'a str,
    names: &'a str,
}

impl<'a> Entry<'a> {
    /// `None` where the line is no entry.
    fn read(line: &'a str) -> Option<Self> {
        let mut rest = line;
        let mut field = || next(&mut rest, b'\t').filter(|text| !text.is_empty());
        let letter = field()?;
        Some(Entry {
            kind: Kind::ALL.into_iter().find(|kind| kind.letter() == letter)?,
            target: field()?,
            option: field()?,
            names: field()?,
        })
    }

    /// The names it is found by, and whether each is its own.
    pub fn names(&self) -> impl Iterator<Item = (&'a str, bool)> + use<'a> {
        let mut rest = self.names;
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
        let index = "c\tcb-osong\t<a>오송</a>\t오송|Osong|~청주시 흥덕구\n";
        let found: Vec<_> = entries(index).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].kind, found[0].target),
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
            "c\tcb-osong\t<a>오송</a>",
            "c\t\t<a>오송</a>\tnames",
            "x\tcb-osong\t<a>오송</a>\tnames",
            "<!doctype html>",
            "\t\t\t\t",
        ] {
            assert_eq!(entries(line).count(), 0, "{line:?}");
        }
    }
}
