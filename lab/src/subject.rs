//! What can be asked.

/// The first word of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Places by name: the text is what the reader typed.
    Search,
    /// Regions and clusters side by side: the text is the list in the hash, `11,43,cb-osong`.
    Compare,
}

impl Subject {
    pub const ALL: [Subject; 2] = [Subject::Search, Subject::Compare];

    pub fn word(self) -> &'static str {
        match self {
            Subject::Search => "search",
            Subject::Compare => "compare",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Subject::ALL
            .into_iter()
            .find(|subject| subject.word() == word)
    }
}
