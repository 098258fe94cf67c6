//! The hub lab's worker: one of its own for each experiment, so that stopping it is ending it.
//!
//! What it says are parts of the page as `[1, markup, part]`; a message without a part is the end.

use core::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use super::lab;
use super::place::{Place, first};

thread_local! {
    /// The experiment under way, and its question.
    static RUN: RefCell<Option<(Worker, Array)>> = const { RefCell::new(None) };
}

/// Begins an experiment in place of the one under way.
pub fn run(hash: &str, place: &Place) {
    end("");
    let Some(worker) = lab::open("data-solver", hear, fail) else {
        return fail();
    };
    let question = Array::of5(
        &1.into(),
        &place.lang.tag().into(),
        &(&*place.root).into(),
        &"hubs".into(),
        &hash.into(),
    );
    RUN.set(Some((worker, question)));
    busy(true);
}

/// Ends the experiment, if there is one, and says so in the words of an attribute.
pub fn end(words: &str) {
    let Some((worker, _)) = RUN.take() else {
        return;
    };
    worker.terminate();
    busy(false);
    if !words.is_empty() {
        tell(words);
    }
}

fn fail() {
    end("");
    tell("data-failed");
}

fn hear(data: JsValue) {
    let Ok(said) = data.dyn_into::<Array>() else {
        return;
    };
    if said.length() == 0 {
        // The first word of a worker is that it listens.
        RUN.with_borrow(|run| {
            if let Some((worker, question)) = run {
                let _ = worker.post_message(question);
            }
        });
    } else if let Some(part) = said.get(2).as_string() {
        let text = said.get(1).as_string().unwrap_or_default();
        if let Some(slot) = first(&("[data-slot=".to_owned() + &part + "]")) {
            slot.set_inner_html(&text);
        }
    } else if said.get(1).is_string() {
        end("");
    } else {
        fail();
    }
}

fn busy(is: bool) {
    if let Some(bench) = first(".workbench") {
        let _ = bench.toggle_attribute_with_force("aria-busy", is);
    }
}

fn tell(words: &str) {
    let words = first(".workbench").and_then(|bench| bench.get_attribute(words));
    if let Some(slot) = first("[data-slot=progress]") {
        slot.set_text_content(words.as_deref());
    }
}
