//! What can be asked.

/// The first word of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Places by name: the text is what the reader typed.
    Search,
    /// The reader's own data: the text is what was pasted; a file comes as itself.
    Open,
    /// The same of rows that came in the address, which may be anybody's.
    Linked,
    /// Another view of what was opened: the text says which column and how.
    Own,
    /// How a view's values are cut into classes: the text is a view as the hash of a URL spells it.
    Cut,
    /// Regions and clusters side by side: the text is the list in the hash, `11,43,cb-osong`.
    Compare,
    /// The same for a frame in an article.
    CompareInFrame,
    /// Snippets for articles: the text is the form of the builder, a line of `name=value` each.
    Embed,
}

impl Subject {
    pub const ALL: [Subject; 8] = [
        Subject::Search,
        Subject::Open,
        Subject::Linked,
        Subject::Own,
        Subject::Cut,
        Subject::Compare,
        Subject::CompareInFrame,
        Subject::Embed,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Subject::Search => "search",
            Subject::Compare => "compare",
            Subject::CompareInFrame => "compare-in-frame",
            Subject::Embed => "embed",
            Subject::Open => "open",
            Subject::Linked => "linked",
            Subject::Own => "own",
            Subject::Cut => "cut",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Subject::ALL
            .into_iter()
            .find(|subject| subject.word() == word)
    }
}
