//! The edge to the browser that both programs share: takes questions as messages, posts answers.
//!
//! A question is `[number, language, its root, subject, text or File]`, an answer `[number, text]`, its text
//! `null` where there is none. Before the answer, parts of it may come as `[number, text, part of the page]`.
//! Whatever else arrives is left alone.

use std::future::Future;

use js_sys::Array;
use kbio_atlas::Lang;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A question, understood but for its subject.
#[derive(Debug)]
pub struct Question {
    scope: DedicatedWorkerGlobalScope,
    number: JsValue,
    pub lang: Lang,
    /// The language's root, from which files are fetched: `/en/`.
    pub root: String,
    pub subject: String,
    /// A text, or what the reader has opened.
    pub body: JsValue,
}

impl Question {
    fn read(scope: DedicatedWorkerGlobalScope, data: JsValue) -> Option<Question> {
        let parts: Array = data.dyn_into().ok()?;
        Some(Question {
            scope,
            number: parts.get(0),
            lang: Lang::parse(&parts.get(1).as_string()?)?,
            root: parts.get(2).as_string()?,
            subject: parts.get(3).as_string()?,
            body: parts.get(4),
        })
    }

    /// The text; empty for a file.
    pub fn text(&self) -> String {
        self.body.as_string().unwrap_or_default()
    }

    /// Says a part of the answer as soon as it is found.
    pub fn say(&self, part: &str, text: &str) {
        let part = Array::of3(&self.number, &text.into(), &part.into());
        let _ = self.scope.post_message(&part);
    }

    /// The text of a file of the site, by its path under the language's root.
    pub async fn fetched(&self, path: &str) -> Option<String> {
        let url = format!("{}{path}", self.root);
        kbio_atlas::received(self.scope.fetch_with_str(&url)).await
    }

    fn reply(&self, text: Option<String>) {
        let text = text.map_or(JsValue::NULL, |text| JsValue::from_str(&text));
        let _ = self.scope.post_message(&Array::of2(&self.number, &text));
    }
}

/// Listens for as long as the worker lives.
pub fn start<A>(answer: impl Fn(Question) -> A + Copy + 'static)
where
    A: Future<Output = (Question, Option<String>)> + 'static,
{
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(question) = Question::read(scope.clone(), event.data()) {
                spawn_local(async move {
                    let (question, text) = answer(question).await;
                    question.reply(text);
                });
            }
        })
    };
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    // Messages that came before this line were not seen: the page waits for this word.
    let _ = scope.post_message(&Array::new());
}
