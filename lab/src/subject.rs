//! What can be asked.

/// The first word of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Places by name: the text is what the reader typed.
    Search,
    /// How a view's values are cut into classes: the text is a view as the hash of a URL spells it.
    Cut,
    /// Where hubs should be: the text is the hash of the network page. What is found is said part by part.
    Hubs,
}

impl Subject {
    pub const ALL: [Subject; 3] = [Subject::Search, Subject::Cut, Subject::Hubs];

    pub fn word(self) -> &'static str {
        match self {
            Subject::Search => "search",
            Subject::Cut => "cut",
            Subject::Hubs => "hubs",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Subject::ALL
            .into_iter()
            .find(|subject| subject.word() == word)
    }
}
