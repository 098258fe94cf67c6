//! The lab: what the atlas works out in the browser when a reader asks for more than a first look.
//!
//! It runs in a web worker that the page starts on demand (`src/dom/lab.rs` there, `worker.rs` here), so
//! that nothing of it is in the first load and nothing of it can hold the page up. A question is a
//! [`Subject`] and a text, an answer is a text; [`Lab`] knows no browser and is tested natively.

mod places;
mod subject;

pub use places::Places;
pub use subject::Subject;

/// What the worker keeps between questions.
#[derive(Default, Debug)]
pub struct Lab {
    pub places: Places,
}

impl Lab {
    /// Answers a question; `None` where it makes no sense, which the page tells its reader.
    pub fn answer(&mut self, subject: Subject, text: &str) -> Option<String> {
        match subject {
            Subject::Search => Some(self.places.found(text)),
        }
    }
}
