//! The edge to the browser: takes questions as messages, fetches what they need, posts answers.
//!
//! A question is `[number, language, its root, subject, text or File]`, an answer `[number, text]`, its text
//! `null` where there is none. Before the answer, parts of it may come as `[number, text, part of the page]`.
//! Whatever else arrives is left alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use kbio_atlas::desk::MAX_BYTES;
use kbio_atlas::{Lang, compare};
use kbio_atlas_lab::{Lab, Own, Places, Subject, hubs};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DedicatedWorkerGlobalScope, File, MessageEvent, Response, TextDecoder, TextDecoderOptions,
};

/// A question, understood.
struct Question {
    number: JsValue,
    lang: Lang,
    /// The language's root, from which files are fetched: `/en/`.
    root: String,
    subject: Subject,
    text: String,
    /// What the reader has opened, in place of a text.
    file: Option<File>,
}

impl Question {
    fn read(data: JsValue) -> Option<Question> {
        let parts: Array = data.dyn_into().ok()?;
        Some(Question {
            number: parts.get(0),
            lang: Lang::parse(&parts.get(1).as_string()?)?,
            root: parts.get(2).as_string()?,
            subject: Subject::parse(&parts.get(3).as_string()?)?,
            text: parts.get(4).as_string().unwrap_or_default(),
            file: parts.get(4).dyn_into().ok(),
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
    if question.subject == Subject::Search && lab.borrow().places.is_empty() {
        let url = format!("{}{}", question.root, kbio_atlas::search::FILE);
        if let Some(index) = fetched(&scope, &url).await {
            lab.borrow_mut().places = Places::new(index);
        }
    }
    let needs_clusters = question.subject == Subject::Compare
        && !compare::Choice::parse(&question.text).clusters().is_empty();
    if needs_clusters && lab.borrow().clusters.is_empty() {
        let url = format!("{}{}", question.root, compare::FILE);
        if let Some(clusters) = fetched(&scope, &url).await {
            lab.borrow_mut().clusters = clusters;
        }
    }
    let text = match (question.subject, &question.file) {
        (Subject::Hubs, _) => experiment(&scope, &question).await,
        (Subject::Search, _) if lab.borrow().places.is_empty() => None,
        (Subject::Compare, _) if needs_clusters && lab.borrow().clusters.is_empty() => None,
        (Subject::Open, Some(file)) => open(&lab, file, question.lang).await,
        (subject, _) => {
            lab.borrow_mut()
                .answer(subject, question.lang, &question.root, &question.text)
        }
    };
    let reply = Array::of2(
        &question.number,
        &text.map_or(JsValue::NULL, |text| JsValue::from_str(&text)),
    );
    let _ = scope.post_message(&reply);
}

/// Says what is found as soon as it is found: this thread is busy until the end, the page is not.
async fn experiment(scope: &DedicatedWorkerGlobalScope, question: &Question) -> Option<String> {
    let url = format!("{}{}", question.root, kbio_atlas::hub_places::FILE);
    let places = fetched(scope, &url).await?;
    let mut say = |part: &str, text: String| {
        let part = Array::of3(&question.number, &text.into(), &part.into());
        let _ = scope.post_message(&part);
    };
    hubs::run(&places, &question.text, question.lang, &mut say)?;
    Some(String::new())
}

async fn fetched(scope: &DedicatedWorkerGlobalScope, url: &str) -> Option<String> {
    let response: Response = JsFuture::from(scope.fetch_with_str(url))
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}

/// Reads a file of the reader's, which goes no further than here.
async fn open(lab: &RefCell<Lab>, file: &File, lang: Lang) -> Option<String> {
    let size = file.size() as u64;
    if size > MAX_BYTES as u64 {
        return Some(Own::too_large(size, lang));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let own = &mut lab.borrow_mut().own;
    Some(own.open(&file.name(), &bytes, &cp949, lang))
}

/// What the Encoding Standard calls EUC-KR is CP949, its superset.
fn cp949(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("euc-kr", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
