//! The hub lab: which clusters should be hubs, what that costs, and what else could have been.
//!
//! ```text
//! hash of the URL → Question ─┐
//! places.tsv      → Model     ├→ Answer (hubs, allocation, cost, bound) ─┬→ report   text and tables
//! compiled-in counts ─────────┘        └→ reference  today, even, star   └→ drawing  what goes on the map
//! ```
//!
//! [`run`] says what it finds as soon as it finds it: a part of the page, and what to put there. The solver
//! is `kbio_atlas_hub`; the flows and their limits are told on the page (`network::method`).

mod drawing;
mod model;
mod question;
mod reference;
mod report;

pub use model::{Allocation, Answer, Model};
pub use question::{Complaint, Question};
pub use reference::{Reference, references};

use std::ops::ControlFlow;

use kbio_atlas::Lang;
use kbio_atlas::hub_places::{self, MOST_HUBS};
use kbio_atlas_hub::{Choice, Progress};

/// Says what goes into a part of the page.
pub type Say<'s> = dyn FnMut(&str, String) + 's;

/// The parts of the page.
const PROGRESS: &str = "progress";
const ANSWER: &str = "answer";
const REFERENCES: &str = "references";
const CURVE: &str = "curve";

/// Calls of the watch between two words about the progress.
const PATIENCE: u64 = 64;

/// Answers the question in a hash; `places` is the site's file. `None` where that makes no sense; what a
/// reader did wrong is answered in words.
pub fn run(places: &str, hash: &str, lang: Lang, say: &mut Say<'_>) -> Option<()> {
    let places = hub_places::parse(places)?;
    let complain = |say: &mut Say<'_>, complaint: Complaint| {
        for part in [ANSWER, REFERENCES, CURVE, "solution", "solution-inset"] {
            say(part, String::new());
        }
        say(PROGRESS, complaint.words(&places, lang));
    };
    let question = match Question::parse(hash, &places) {
        Ok(question) => question,
        Err(complaint) => {
            complain(say, complaint);
            return Some(());
        }
    };
    let model = Model::of(&places, question.weight)?;
    let choice = Choice::new(places.len(), question.hubs, &question.fix, &question.forbid);
    let found = choice.and_then(|choice| {
        say(PROGRESS, report::searching(question.hubs, None, lang));
        model.solve(&question, &choice, &mut told(say, question.hubs, lang))
    });
    let answer = match found {
        Ok(answer) => answer,
        Err(mistake) => {
            complain(say, Complaint::Mistake(mistake));
            return Some(());
        }
    };
    let (map, inset) = drawing::solution(&places, &answer);
    say("solution", map);
    say("solution-inset", inset);
    say(
        ANSWER,
        report::answer(&places, &model, &question, &answer, lang),
    );
    say(REFERENCES, String::new());

    // The best of every number of hubs, without what the reader fixed or forbade.
    let mut best: Vec<Answer> = Vec::new();
    for hubs in 1..=MOST_HUBS {
        best.push(best_of(&model, &question, hubs, say, lang)?);
        say(CURVE, report::curve(&places, &model, &answer, &best, lang));
    }
    let references = references(&places, &model, &question)?;
    let most = references
        .iter()
        .map(|reference| reference.answer.hubs.len())
        .max()?;
    for hubs in MOST_HUBS + 1..=most {
        best.push(best_of(&model, &question, hubs, say, lang)?);
    }
    say(
        REFERENCES,
        report::references(&places, &model, &answer, &references, &best, lang),
    );
    say(PROGRESS, report::done(&answer, &places, lang));
    Some(())
}

/// The best `hubs` places of all.
fn best_of(
    model: &Model,
    question: &Question,
    hubs: usize,
    say: &mut Say<'_>,
    lang: Lang,
) -> Option<Answer> {
    say(PROGRESS, report::searching(hubs, None, lang));
    let choice = Choice::free(model.nodes(), hubs).ok()?;
    model
        .solve(question, &choice, &mut told(say, hubs, lang))
        .ok()
}

/// A watch that tells now and then how far the search is.
fn told<'s>(
    say: &'s mut Say<'_>,
    hubs: usize,
    lang: Lang,
) -> impl FnMut(Progress) -> ControlFlow<()> + 's {
    let mut calls = 0;
    move |progress| {
        calls += 1;
        if calls % PATIENCE == 0 {
            say(PROGRESS, report::searching(hubs, Some(progress), lang));
        }
        ControlFlow::Continue(())
    }
}
