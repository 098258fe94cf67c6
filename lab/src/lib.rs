//! The lab: what the atlas works out in the browser when a reader asks for more than a first look.
//!
//! It runs in a web worker that the page starts on demand (`src/dom/lab.rs` there, `worker.rs` here), so
//! that nothing of it is in the first load and nothing of it can hold the page up. A question is a
//! [`Subject`] and a text, an answer is a text; [`Lab`] knows no browser and is tested natively.
//!
//! Two programs come of it: `main.rs`, the lab, and `solver.rs`, which runs one experiment of [`hubs`] in a
//! worker of its own, so that stopping it is ending it.

pub mod hubs;
mod method;
mod own;
mod places;
mod subject;
#[cfg(target_arch = "wasm32")]
pub mod worker;

pub use own::{Cp949, Own};
pub use places::Places;
pub use subject::Subject;

use kbio_atlas::{Lang, Selection, ViewState, builder, compare};

/// What the worker keeps between questions.
#[derive(Default, Debug)]
pub struct Lab {
    pub places: Places,
    /// What is written about clusters, as the site publishes it.
    pub clusters: String,
    pub own: Own,
}

impl Lab {
    /// Answers a question; `None` where it makes no sense, which the page tells its reader. Links in the
    /// answer start from `root`, the language's root.
    pub fn answer(
        &mut self,
        subject: Subject,
        lang: Lang,
        root: &str,
        text: &str,
    ) -> Option<String> {
        match subject {
            Subject::Search => Some(self.places.found(text)),
            Subject::Compare => Some(compare::answer(text, &self.clusters, lang, root)),
            Subject::CompareInFrame => {
                Some(compare::answer_in_frame(text, &self.clusters, lang, root))
            }
            Subject::Embed => Some(builder::answer(text, lang)),
            Subject::Open => Some(self.own.paste(text, lang)),
            Subject::Linked => Some(self.own.linked(text, lang)),
            Subject::Own => self.own.view(text, lang),
            Subject::Cut => {
                let default = ViewState::new(Selection::Nation);
                Some(method::answer(&ViewState::parse(text, &default), lang))
            }
        }
    }
}
