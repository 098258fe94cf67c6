//! What can be asked.

/// The first word of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Places by name: the text is what the reader typed.
    Search,
    /// How a view's values are cut into classes: the text is a view as the hash of a URL spells it.
    Cut,
    /// Regions and clusters side by side: the text is the list in the hash, `11,43,cb-osong`.
    Compare,
}

impl Subject {
    pub const ALL: [Subject; 3] = [Subject::Search, Subject::Cut, Subject::Compare];

    pub fn word(self) -> &'static str {
        match self {
            Subject::Search => "search",
            Subject::Compare => "compare",
            Subject::Cut => "cut",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Subject::ALL
            .into_iter()
            .find(|subject| subject.word() == word)
    }
}
