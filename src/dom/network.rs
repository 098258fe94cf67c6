//! The network page: its filters, and one place alone.
//!
//! Every control has a `name`; what is chosen stands in the hash under it, where it is not what the page comes
//! with. Arcs and rows carry the same facts (`network::filters`), so one rule hides both.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use super::event::{element, listen};
use super::place::{Place, all, document, first};
use super::{fragment, hash, hubs};

/// The names of the controls, in the order of the hash: those of the filters, then those of the hub lab.
const NAMES: [&str; 15] = [
    "layers",
    "rule",
    "focus",
    "kind",
    "year",
    "programme",
    "standing",
    "p",
    "alpha",
    "chi",
    "delta",
    "allocation",
    "weight",
    "fix",
    "forbid",
];

/// Where the lab's names begin; the first of them in a hash asks for an experiment.
const LAB: usize = 7;

/// What the page came with, and where it is.
struct Page {
    usual: Vec<String>,
    place: Place,
}

/// Brings the network to life, on its page.
pub fn start(place: &Place) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    if place.page != crate::page::Page::Network {
        return;
    }
    let page: &'static Page = Box::leak(Box::new(Page {
        usual: NAMES.map(value).into(),
        place: place.clone(),
    }));
    page.follow();
    // Back and forward change the hash too.
    listen(&window, "hashchange", |_| page.follow());
    listen(&document, "input", |event| {
        if element(&event).is_some_and(|control| control.has_attribute("min")) {
            echo();
        }
    });
    listen(&document, "change", |event| {
        if element(&event).is_some_and(|control| control.has_attribute("name")) {
            page.changed(false);
        }
    });
    listen(&document, "click", |event| {
        let Some(target) = element(&event) else {
            return;
        };
        if target.has_attribute("data-run") {
            page.changed(true);
        } else if target.has_attribute("data-cancel") {
            hubs::end("data-cancelled");
        } else if let Some(id) = pressed(&event, &target) {
            event.prevent_default();
            match value("press").as_str() {
                "look" => choose("focus", if value("focus") == id { "" } else { &id }),
                name => {
                    if let Some(tick) =
                        first(&("[name=".to_owned() + name + "][value=\"" + &id + "\"]"))
                    {
                        tick.unchecked_into::<HtmlInputElement>().click();
                    }
                }
            }
            page.changed(false);
        }
    });
    for kind in ["pointerover", "focusin"] {
        listen(&document, kind, |event| {
            look(element(&event).and_then(|it| meant(&it)).as_deref());
        });
    }
}

impl Page {
    /// After a change by the reader: what the page shows, and the hash. An experiment that is run stands in the
    /// hash in full, so that its address is the experiment.
    fn changed(&self, run: bool) {
        settle();
        let mut out = String::new();
        for (at, (name, usual)) in NAMES.iter().zip(&self.usual).enumerate() {
            let now = value(name);
            if now != *usual || run && at >= LAB && !now.is_empty() {
                for part in [if out.is_empty() { "" } else { "&" }, name, "=", &now] {
                    out.push_str(part);
                }
            }
        }
        hash::put(&out);
        hash::carry();
        if run {
            hubs::run(&out, &self.place);
        }
    }

    /// The controls as the hash has them; what it does not name, or what does not exist, is as usual. The lab
    /// is asked what the hash says, word for word, and says what is wrong with it.
    fn follow(&self) {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok());
        let hash = hash.unwrap_or_default();
        if !hash::is_state() {
            return;
        }
        let hash = hash.trim_start_matches('#');
        let find = |name: &str| {
            let mut pairs = hash.split('&');
            pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        for (name, usual) in NAMES.iter().zip(&self.usual) {
            let wanted = find(name);
            choose(name, wanted.unwrap_or(usual));
            if value(name).is_empty() && wanted != Some("") {
                choose(name, usual);
            }
        }
        settle();
        if find(NAMES[LAB]).is_some() {
            hubs::run(hash, &self.place);
        }
    }
}

/// Writes beside every slider where it stands, and on the map what is fixed and forbidden.
fn echo() {
    for output in all("[data-echo]") {
        let name = output.get_attribute("data-echo").unwrap_or_default();
        output.set_text_content(Some(&value(&name)));
    }
    for name in ["fix", "forbid"] {
        let chosen = value(name);
        for marker in all("[data-cluster],a[data-copy]") {
            let id = marker
                .get_attribute("data-cluster")
                .or(marker.get_attribute("data-copy"));
            let is = id.is_some_and(|id| chosen.split(',').any(|other| other == id));
            let _ = marker.toggle_attribute_with_force(&("data-".to_owned() + name), is);
        }
    }
}

fn controls(name: &str) -> Vec<Element> {
    all(&format!("[data-network] [name=\"{name}\"]"))
}

/// What is chosen under a name: the ticked values with commas between.
fn value(name: &str) -> String {
    let mut out = String::new();
    for control in controls(name) {
        let value = match control.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.checked() || is_slider(input) => input.value(),
            Some(_) => continue,
            None => match control.dyn_ref::<HtmlSelectElement>() {
                Some(select) => select.value(),
                None => continue,
            },
        };
        if !out.is_empty() {
            out.push(',');
        }
        out.push_str(&value);
    }
    out
}

fn is_slider(input: &HtmlInputElement) -> bool {
    input.has_attribute("min")
}

fn choose(name: &str, wanted: &str) {
    for control in controls(name) {
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            if is_slider(input) {
                input.set_value(wanted);
            }
            input.set_checked(wanted.split(',').any(|value| value == input.value()));
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            select.set_value(wanted);
        }
    }
}

/// Fetches the planes when they are first wanted.
fn draw_planes() {
    let Some(note) = first("p[data-slot=planes]") else {
        return;
    };
    let is_wanted = value("layers").ends_with("planes");
    if !is_wanted || note.has_attribute("aria-busy") {
        return;
    }
    let _ = note.set_attribute("aria-busy", "true");
    let put = move |text: Option<String>| {
        if text.is_none() {
            // Asked for again, they may come.
            let _ = note.remove_attribute("aria-busy");
            note.set_text_content(note.get_attribute("data-failed").as_deref());
        }
        for (slot, markup) in all(".planes")
            .iter()
            .zip(text.unwrap_or_default().split('\n'))
        {
            slot.set_inner_html(markup);
        }
    };
    let root = Place::read().map_or(String::new(), |place| place.root);
    fragment::fetch(root + "network/planes.html", Box::new(put));
}

/// Hides what the filters leave out, on the map and in the table, and says how many links are left.
fn settle() {
    draw_planes();
    echo();
    let [focus, kinds, year, programme, standing] =
        ["focus", "kind", "year", "programme", "standing"].map(value);
    let mut count = 0;
    for link in all("[data-link]") {
        let fact = |name: &str| link.get_attribute(name).unwrap_or_default();
        let is = |name: &str, wanted: &str| wanted.is_empty() || fact(name) == wanted;
        let shown = kinds.split(',').any(|kind| kind == fact("data-family"))
            && fact("data-year") <= year
            && is("data-programme", &programme)
            && is("data-standing", &standing)
            && touches(&fact("data-link"), &focus);
        let _ = link.toggle_attribute_with_force("hidden", !shown);
        count += u32::from(shown && link.local_name() == "tr");
    }
    if let Some(tally) = first("[data-count]") {
        let count = count.to_string();
        let _ = tally.set_attribute("data-value", &count);
        tally.set_text_content(Some(&count));
    }
}

/// Whether a link `a>b` is the one looked for or ends there; every link does where nothing is looked for.
fn touches(link: &str, wanted: &str) -> bool {
    wanted.is_empty() || link == wanted || link.split('>').any(|end| end == wanted)
}

/// Lights the links of a place up, or the link of a row; without one all are lit.
fn look(wanted: Option<&str>) {
    if let Some(network) = first("[data-network]") {
        let kind = if wanted.is_some() {
            "cluster"
        } else {
            "nation"
        };
        let _ = network.set_attribute("data-selected", kind);
    }
    for link in all("path[data-link]") {
        let fact = link.get_attribute("data-link").unwrap_or_default();
        let on = wanted.is_some_and(|wanted| touches(&fact, wanted));
        let _ = link.toggle_attribute_with_force("data-on", on);
    }
}

/// The place or link that an element stands for.
fn meant(element: &Element) -> Option<String> {
    let holder = element
        .closest("[data-cluster],[data-copy],[data-body],tr[data-link]")
        .ok()??;
    ["data-cluster", "data-copy", "data-body", "data-link"]
        .iter()
        .find_map(|name| holder.get_attribute(name))
}

/// The place on the map that a click is for; clicks for a new tab are the browser's own.
fn pressed(event: &Event, target: &Element) -> Option<String> {
    let click = event.dyn_ref::<web_sys::MouseEvent>()?;
    let is_plain = !(click.ctrl_key() || click.meta_key() || click.shift_key());
    let is_on_map = target.closest("[data-network] .map").ok()?.is_some();
    (is_plain && is_on_map).then(|| meant(target))?
}
