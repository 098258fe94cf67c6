//! The export desk: a program of its own, which comes when a reader first opens the desk.
//!
//! It reads the page as it is, has `crate::export` write the files, and hands them to the browser. Nothing of
//! it is sent anywhere.

mod drawing;
mod legend;
mod raster;
mod save;
mod table;
mod view;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};

use self::view::View;
use super::clipboard;
use super::event::{element, listen};
use super::exchange::{Word, hear};
use super::fragment;
use super::place::{Place, all, document, first};
use crate::export::{
    Dossier, FILE, Json, Kind, Leaf, PART, Picture, Subject, annotated, metadata, pdf,
};
use crate::state::{Selection, ViewState};

/// Dots across an A4 sheet at 300 to the inch, and across twice the drawing.
const PRINT: u32 = 2480;
const DOUBLE: u32 = 1440;
/// Points across an A4 sheet.
const A4: u32 = 595;

/// Called as soon as the module is compiled.
pub fn export() {
    let Some(place) = Place::read() else { return };
    let place: &'static Place = Box::leak(Box::new(place));
    dress();
    let open = move |text: Option<String>| {
        let Some(slot) = first("[data-slot=export]") else {
            return;
        };
        match text.as_deref().and_then(|text| text.split_once(PART)) {
            Some((form, dossier)) => {
                slot.set_inner_html(form);
                // As long-lived as the page.
                listen_to_desk(place, Dossier::read(Box::leak(dossier.into())));
            }
            None => slot.set_text_content(Some(place.lang.text().layouts_failed)),
        }
    };
    fragment::fetch(format!("{}{FILE}", place.root), Box::new(open));
}

fn listen_to_desk(place: &'static Place, dossier: Dossier<'static>) {
    let Some(document) = document() else { return };
    let refresh = move || write_words(&View::read(place), dossier);
    refresh();
    if let Some(default) = place.page.state() {
        hear(Word::Shown, default, move |_| refresh());
    }
    // What describes the view may arrive after the view.
    for kind in ["focusin", "pointerdown"] {
        listen(&document, kind, move |event| {
            if within(&event, ".export-desk").is_some() {
                refresh();
            }
        });
    }
    listen(&document, "click", move |event| {
        if let Some(button) = within(&event, "button[data-export]") {
            let kind = button.get_attribute("data-export");
            if let Some(kind) = kind.as_deref().and_then(Kind::parse) {
                let file = button.get_attribute("data-file").unwrap_or_default();
                spawn_local(give(kind, file, place, dossier));
            }
        } else if let Some(button) = within(&event, "[data-copy]") {
            copy(&button);
        }
    });
}

fn within(event: &web_sys::Event, selector: &str) -> Option<Element> {
    element(event)?.closest(selector).ok()?
}

/// Makes a file and says how that went.
async fn give(kind: Kind, file: String, place: &'static Place, dossier: Dossier<'static>) {
    let view = View::read(place);
    let name = kind.name(&view.subject, place.lang);
    let is_saved = match made(kind, &file, &view, dossier).await {
        Some(bytes) => save::save(&bytes, &name, kind.media_type()).is_some(),
        None => false,
    };
    let Some(status) = first(".export-status") else {
        return;
    };
    let said = |attribute: &str| status.get_attribute(attribute).unwrap_or_default();
    let words = if is_saved {
        format!("{} {name}", said("data-saved"))
    } else {
        said("data-failed")
    };
    status.set_text_content(Some(&words));
}

/// The bytes of a file; `None` where the browser cannot make it.
async fn made(kind: Kind, file: &str, view: &View, dossier: Dossier<'static>) -> Option<Vec<u8>> {
    let caption = &view.caption;
    let provenance = view.provenance(dossier);
    let text = match kind {
        Kind::Csv => view.rows()?.csv(),
        Kind::Json => {
            let object = Json::object([
                ("title", Json::text(&caption.title)),
                ("subtitle", Json::some(&caption.deck)),
                ("source", Json::text(caption.source_line())),
                ("view", Json::text(&caption.address)),
                ("rows", view.rows()?.json()),
            ]);
            format!("{object}\n")
        }
        Kind::Metadata => format!("{}\n", metadata(&view.subject, caption, dossier)),
        Kind::Html => return single(file, view).await,
        Kind::Svg | Kind::Png | Kind::PrintPng | Kind::Pdf => {
            let (svg, height) = Picture {
                caption,
                provenance,
                palette: legend::palette(),
                map: drawing::map()?,
                legends: legend::legends(),
                keys: legend::keys(),
            }
            .svg();
            match kind {
                Kind::Svg => svg,
                Kind::Pdf => {
                    let (jpeg, dots) = raster::draw(&svg, height, PRINT, "image/jpeg").await?;
                    return Some(pdf(&Leaf {
                        jpeg: &jpeg,
                        dots,
                        width: A4,
                        title: &caption.title,
                        subject: &caption.source_line(),
                        author: caption.lang.text().site,
                        alt: &caption.alt(),
                        lang: caption.lang.tag(),
                        day: &caption.day,
                    }));
                }
                _ => {
                    let (across, dots_per_inch) = match kind {
                        Kind::Png => (DOUBLE, 192),
                        _ => (PRINT, 300),
                    };
                    let (png, _) = raster::draw(&svg, height, across, "image/png").await?;
                    let texts = [
                        ("Title", caption.title.as_str()),
                        ("Description", &caption.alt()),
                        ("Source", &caption.source_line()),
                        ("Author", caption.lang.text().site),
                    ];
                    return annotated(&png, dots_per_inch, &texts);
                }
            }
        }
    };
    Some(text.into_bytes())
}

/// The map in one file, which starts at this view and knows where the site stands.
async fn single(file: &str, view: &View) -> Option<Vec<u8>> {
    let page = fragment::received(web_sys::window()?.fetch_with_str(file)).await?;
    let hash = match &view.subject {
        Subject::View(state) => state.to_hash(&ViewState::new(Selection::Nation)),
        Subject::Own | Subject::Page(_) => String::new(),
    };
    let origin = web_sys::window()?.location().origin().ok()?;
    let base = file.split("download/").next().unwrap_or("/");
    let root = format!(
        "<html data-hash=\"{}\" data-site=\"{}\" ",
        crate::escape::escape(&hash),
        crate::escape::escape(&format!("{origin}{base}"))
    );
    Some(page.replacen("<html ", &root, 1).into_bytes())
}

fn write_words(view: &View, dossier: Dossier<'_>) {
    let caption = &view.caption;
    for area in all("[data-words]") {
        let words = match area.get_attribute("data-words").as_deref() {
            Some("citation") => caption.citation(&view.provenance(dossier)),
            Some("credit") => caption.credit(),
            _ => caption.alt(),
        };
        if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>()
            && area.value() != words
        {
            area.set_value(&words);
        }
    }
}

/// Puts a text where the reader can paste it; where that is refused it is at least marked.
fn copy(button: &Element) {
    let name = button.get_attribute("data-copy").unwrap_or_default();
    let Some(area) = first(&format!("[data-words=\"{name}\"]")) else {
        return;
    };
    let Some(area) = area.dyn_ref::<HtmlTextAreaElement>() else {
        return;
    };
    area.select();
    let done = button.get_attribute("data-done");
    clipboard::copy(&area.value(), move || {
        if let Some(status) = first(".export-status") {
            status.set_text_content(done.as_deref());
        }
    });
}

/// The desk's own style sheet: with it the first load would carry what few readers open.
fn dress() {
    const SHEETS: &str = "adoptedStyleSheets";
    let (Some(document), Ok(sheet)) = (document(), Sheet::new()) else {
        return;
    };
    if sheet
        .replace_sync(include_str!("../../../assets/export.css"))
        .is_err()
    {
        return;
    }
    let worn = js_sys::Reflect::get(&document, &SHEETS.into()).unwrap_or_default();
    let sheets = js_sys::Array::from(&worn);
    sheets.push(&sheet);
    let _ = js_sys::Reflect::set(&document, &SHEETS.into(), &sheets);
}

// What few programs need is declared here: as features of web-sys all programs would be compiled with it.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet", catch)]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, js_name = replaceSync, catch)]
    fn replace_sync(this: &Sheet, text: &str) -> Result<(), JsValue>;
}
