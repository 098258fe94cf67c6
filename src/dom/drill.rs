//! A 시도 from near on the map of the 17: its 시군구 are fetched, and the map zooms to them.

use core::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::equip::refresh_marks;
use super::event::{element, listen, meant};
use super::intent::Intent;
use super::place::{document, first};
use super::{district, fragment, walk, zoom};
use crate::page::Page;
use crate::region::RegionCode;
use crate::sigungu::Context;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// Two clicks on a region within so many milliseconds are one double click.
const DOUBLE: f64 = 400.0;

thread_local! {
    /// What is near, and in which context.
    static SHOWN: Cell<Option<(RegionCode, Context)>> = const { Cell::new(None) };
    /// The region of the last click, and when it was.
    static CLICKED: Cell<(Option<RegionCode>, f64)> = const { Cell::new((None, 0.0)) };
    /// Whether the reader has just turned the select of contexts, which is fetched anew.
    static TURNING: Cell<bool> = const { Cell::new(false) };
}

/// Listens for the button, for double clicks on a region, and for the way back.
pub fn start(intent: Intent) {
    let Some(document) = document() else { return };
    zoom::start();
    district::start(district::choose);
    let near = move |code: Option<RegionCode>| {
        intent.change(|next| {
            next.zoom = code;
            if let (Some(code), None) = (code, next.near()) {
                next.selection = Selection::Region(code);
            }
        });
    };
    listen(&document, "click", move |event| {
        let Some(target) = element(&event) else {
            return;
        };
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        if click.ctrl_key() || click.meta_key() || click.shift_key() {
            return;
        }
        if let Ok(Some(button)) = target.closest("[data-drill]") {
            event.prevent_default();
            let code = button.get_attribute("data-drill").unwrap_or_default();
            near(RegionCode::parse(&code));
        } else if target
            .closest("[data-whole]")
            .is_ok_and(|link| link.is_some())
        {
            event.prevent_default();
            district::choose("");
        } else if walk::on_map(&target).is_some()
            && let Some(Selection::Region(code)) = meant(&target)
        {
            let (last, at) = CLICKED.replace((Some(code), event.time_stamp()));
            if last == Some(code) && event.time_stamp() - at < DOUBLE {
                near(Some(code));
            }
        }
    });
    listen(&document, "change", |event| {
        let is_context =
            element(&event).is_some_and(|e| e.get_attribute("name").as_deref() == Some("context"));
        TURNING.set(is_context);
    });
}

/// Fetches what the state asks for; without a region near the map goes back to the whole.
pub fn follow(now: &ViewState, lang: Lang, root: &str) {
    let wanted = now.near().map(|code| (code, now.context));
    let shown = SHOWN.replace(wanted);
    if shown == wanted {
        return;
    }
    let was_near = shown.map(|(code, _)| code);
    let (Some(map), Some(slot), Some(panel)) = (
        first("[data-map]"),
        first("[data-slot=districts]"),
        first("[data-slot=near]"),
    ) else {
        return;
    };
    let Some((code, context)) = wanted else {
        // Answers on their way find another address and are dropped.
        for slot in [slot, panel] {
            slot.set_inner_html("");
            let _ = slot.remove_attribute("data-url");
        }
        let _ = map.remove_attribute("data-drilled");
        district::choose("");
        return zoom::whole();
    };
    let page = format!("{root}{}", Page::Region(code).path());
    if was_near != Some(code) {
        district::choose("");
        let _ = map.set_attribute("data-drilled", code.as_str());
        fragment::load(
            "districts",
            format!("{page}districts.svg"),
            page.clone(),
            lang,
            refresh_marks,
        );
    }
    fragment::load(
        "near",
        format!("{page}{}.html", context.slug()),
        page,
        lang,
        refresh_marks,
    );
}

/// After a fragment has arrived: zooms to new outlines and paints them.
pub fn settle() {
    if SHOWN.get().is_none() {
        return;
    }
    if let Some(group) = first("[data-frame]")
        && let Some(frame) = group.get_attribute("data-frame")
    {
        let _ = group.remove_attribute("data-frame");
        zoom::to(&frame);
    }
    district::paint();
    if TURNING.get()
        && let Some(select) = first("[data-slot=near] select")
        && let Ok(select) = select.dyn_into::<HtmlElement>()
    {
        TURNING.set(false);
        let _ = select.focus();
    }
}
