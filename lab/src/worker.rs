//! The edge to the browser: takes questions as messages, fetches what they need, posts answers.
//!
//! A question is `[number, language root, subject, text]`, an answer `[number, text]`, its text `null` where
//! there is none. Whatever else arrives is left alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use kbio_atlas_lab::{Lab, Places, Subject};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A question, understood.
struct Question {
    number: JsValue,
    /// The language's root, from which files are fetched: `/en/`.
    root: String,
    subject: Subject,
    text: String,
}

impl Question {
    fn read(data: JsValue) -> Option<Question> {
        let parts: Array = data.dyn_into().ok()?;
        Some(Question {
            number: parts.get(0),
            root: parts.get(1).as_string()?,
            subject: Subject::parse(&parts.get(2).as_string()?)?,
            text: parts.get(3).as_string()?,
        })
    }
}

/// Listens for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let lab = Rc::new(RefCell::new(Lab::default()));
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(question) = Question::read(event.data()) {
                spawn_local(answer(scope.clone(), Rc::clone(&lab), question));
            }
        })
    };
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    // Messages that came before this line were not seen: the page waits for this word.
    let _ = scope.post_message(&Array::new());
}

async fn answer(scope: DedicatedWorkerGlobalScope, lab: Rc<RefCell<Lab>>, question: Question) {
    let text = answered(&scope, &lab, &question).await;
    let reply = Array::of2(
        &question.number,
        &text.map_or(JsValue::NULL, |text| JsValue::from_str(&text)),
    );
    let _ = scope.post_message(&reply);
}

/// Fetches what the question needs and is not there yet, and answers it.
async fn answered(
    scope: &DedicatedWorkerGlobalScope,
    lab: &RefCell<Lab>,
    question: &Question,
) -> Option<String> {
    if question.subject == Subject::Search && lab.borrow().places.is_empty() {
        let url = format!("{}{}", question.root, kbio_atlas::search::FILE);
        let index = kbio_atlas::received(scope.fetch_with_str(&url)).await;
        // A list without a name cannot be the site's.
        let index = index.filter(|index| !index.is_empty())?;
        lab.borrow_mut().places = Places::new(index);
    }
    lab.borrow_mut().answer(question.subject, &question.text)
}
