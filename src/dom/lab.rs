//! The lab: a second WebAssembly in a web worker, started when something first asks for it.
//!
//! What is exchanged is said in `lab/src/worker.rs`. A lab that cannot be had answers `None`, each caller
//! says so in its own place, and the next question tries again.

use core::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::event::callback;
use super::place::{Place, document};

/// What is done with an answer.
type Then = Box<dyn FnOnce(Option<String>)>;

thread_local! {
    static LAB: RefCell<Lab> = const { RefCell::new(Lab { worker: None, is_awake: false, asked: 0, open: Vec::new() }) };
}

struct Lab {
    worker: Option<Worker>,
    /// Whether the worker listens; until it says so, messages would be lost.
    is_awake: bool,
    /// How many questions there were.
    asked: u32,
    /// Questions without an answer.
    open: Vec<Question>,
}

struct Question {
    number: u32,
    message: Array,
    then: Then,
}

/// Asks the lab; `then` is called once, with the answer or without one.
pub fn ask(subject: &str, text: &str, place: &Place, then: Then) {
    let refused = LAB.with_borrow_mut(|lab| {
        if lab.worker.is_none() {
            lab.worker = open();
        }
        let Some(worker) = &lab.worker else {
            return Some(then);
        };
        lab.asked += 1;
        let message = Array::of4(
            &lab.asked.into(),
            &(&*place.root).into(),
            &subject.into(),
            &text.into(),
        );
        if lab.is_awake {
            let _ = worker.post_message(&message);
        }
        lab.open.push(Question {
            number: lab.asked,
            message,
            then,
        });
        None
    });
    if let Some(then) = refused {
        then(None);
    }
}

fn open() -> Option<Worker> {
    // Its address carries a hash of its content, as every other file's does.
    let url = document()?.document_element()?.get_attribute("data-lab")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&url, &options).ok()?;
    worker.set_onmessage(Some(&callback(|event| {
        if let Some(message) = event.dyn_ref::<MessageEvent>() {
            hear(message.data());
        }
    })));
    worker.set_onerror(Some(&callback(|_| close())));
    Some(worker)
}

fn hear(data: JsValue) {
    let Ok(answer) = data.dyn_into::<Array>() else {
        return;
    };
    let then = LAB.with_borrow_mut(|lab| {
        let Some(number) = answer.get(0).as_f64() else {
            // The first word of a worker is that it listens.
            lab.is_awake = true;
            if let Some(worker) = &lab.worker {
                for question in &lab.open {
                    let _ = worker.post_message(&question.message);
                }
            }
            return None;
        };
        let at = lab
            .open
            .iter()
            .position(|question| f64::from(question.number) == number)?;
        Some(lab.open.swap_remove(at).then)
    });
    if let Some(then) = then {
        then(answer.get(1).as_string());
    }
}

/// Gives up a worker that could not be loaded or has failed.
fn close() {
    let open = LAB.with_borrow_mut(|lab| {
        if let Some(worker) = lab.worker.take() {
            worker.terminate();
        }
        lab.is_awake = false;
        core::mem::take(&mut lab.open)
    });
    for question in open {
        (question.then)(None);
    }
}
