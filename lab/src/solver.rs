//! The program of the hub lab: one experiment, which its page ends with the worker.

#[cfg(target_arch = "wasm32")]
fn main() {
    use kbio_atlas_lab::worker::{self, Question};

    /// Says what is found as soon as it is found: this thread is busy until the end, the page is not.
    async fn experiment(question: Question) -> (Question, Option<String>) {
        let places = question.fetched(kbio_atlas::hub_places::FILE).await;
        let found = places.and_then(|places| {
            let mut say = |part: &str, text: String| question.say(part, &text);
            kbio_atlas_lab::hubs::run(&places, &question.text(), question.lang, &mut say)
        });
        (question, found.map(|()| String::new()))
    }
    worker::start(experiment);
}

/// There is no worker outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
