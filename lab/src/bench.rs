//! The lab at work: what a question needs is fetched once and kept.

use std::cell::RefCell;

use kbio_atlas::desk::MAX_BYTES;
use kbio_atlas::{Lang, compare};
use kbio_atlas_lab::worker::Question;
use kbio_atlas_lab::{Lab, Own, Places, Subject};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

thread_local! {
    static LAB: RefCell<Lab> = RefCell::default();
}

/// The question again, and its answer.
pub async fn answer(question: Question) -> (Question, Option<String>) {
    let text = match Subject::parse(&question.subject) {
        Some(subject) => answered(subject, &question).await,
        None => None,
    };
    (question, text)
}

async fn answered(subject: Subject, question: &Question) -> Option<String> {
    let text = question.text();
    if subject == Subject::Search && LAB.with_borrow(|lab| lab.places.is_empty()) {
        let index = question.fetched(kbio_atlas::search::FILE).await?;
        LAB.with_borrow_mut(|lab| lab.places = Places::new(index));
    }
    let compares = matches!(subject, Subject::Compare | Subject::CompareInFrame);
    let needs_clusters = compares && !compare::Choice::parse(&text).clusters().is_empty();
    if needs_clusters && LAB.with_borrow(|lab| lab.clusters.is_empty()) {
        let clusters = question.fetched(compare::FILE).await?;
        LAB.with_borrow_mut(|lab| lab.clusters = clusters);
    }
    if subject == Subject::Open
        && let Some(file) = question.body.dyn_ref::<File>()
    {
        return open(file, question.lang).await;
    }
    LAB.with_borrow_mut(|lab| lab.answer(subject, question.lang, &question.root, &text))
}

/// Reads a file of the reader's, which goes no further than here.
async fn open(file: &File, lang: Lang) -> Option<String> {
    let size = file.size() as u64;
    if size > MAX_BYTES as u64 {
        return Some(Own::too_large(size, lang));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    Some(LAB.with_borrow_mut(|lab| lab.own.open(&file.name(), &bytes, &cp949, lang)))
}

/// What the Encoding Standard calls EUC-KR is CP949, its superset.
fn cp949(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("euc-kr", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
