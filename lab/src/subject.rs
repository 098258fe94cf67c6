//! What can be asked.

/// The first word of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Places by name: the text is what the reader typed.
    Search,
}

impl Subject {
    pub const ALL: [Subject; 1] = [Subject::Search];

    pub fn word(self) -> &'static str {
        match self {
            Subject::Search => "search",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Subject::ALL
            .into_iter()
            .find(|subject| subject.word() == word)
    }
}
