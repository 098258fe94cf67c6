//! What the picture of each page shows and says.

use super::country::{Country, Land, Overlay};
use super::{Key, Plate, Subject, Swatch};
use crate::classify::Tone;
use crate::cluster::ClusterId;
use crate::compare::Choice;
use crate::cut;
use crate::geometry::Boundaries;
use crate::head;
use crate::headline;
use crate::map::Layout;
use crate::network;
use crate::package::Package;
use crate::page::Page;
use crate::painting::Painting;
use crate::sigungu;
use crate::state::{Selection, ViewState};
use crate::story::{Step, Story};
use crate::text::Lang;

/// What pictures are drawn from.
#[derive(Clone, Copy)]
pub struct Desk<'d> {
    pub package: &'d Package,
    pub boundaries: &'d Boundaries,
    pub layout: &'d Layout,
    pub story: &'d Story,
    pub sigungu: &'d sigungu::Sheet,
}

/// The plate of a subject; `description` is that of its page.
pub fn plate(desk: Desk<'_>, subject: Subject, description: &str, lang: Lang) -> Plate {
    let country = Country {
        package: desk.package,
        boundaries: desk.boundaries,
        layout: desk.layout,
        lang,
        selection: Selection::Nation,
        overlay: Overlay::Nothing,
    };
    match subject {
        Subject::Scene(step) => scene(desk, subject, step, lang),
        Subject::Page(Page::Story) => {
            let mut plate = scene(desk, subject, Step::Planes, lang);
            plate.title = lang.text().story_title.to_string();
            plate.deck = description.to_string();
            plate
        }
        Subject::Page(Page::Network) => {
            let (title, deck) = network::words(desk.package, lang);
            let country = Country {
                overlay: Overlay::Lines,
                ..country
            };
            Plate {
                subject,
                lang,
                title,
                deck,
                key: Key {
                    roles: country.roles(),
                    ..Key::default()
                },
                source: sources(&[], lang),
                drawing: country.draw(&Land::Pale),
            }
        }
        Subject::Page(Page::Sigungu) => desk.sigungu.plate(desk.package, subject, lang),
        Subject::Page(Page::Compare) => {
            let chosen = Choice::at_first().regions();
            Plate {
                subject,
                lang,
                title: head::headline(Page::Compare, lang),
                deck: description.to_string(),
                key: Key::default(),
                source: sources(&[], lang),
                drawing: country.draw(&Land::Chosen(&chosen)),
            }
        }
        Subject::Page(page) => view(country, subject, page, description, lang),
    }
}

/// A view of the map, or the nation's for a page that has none.
fn view(
    country: Country<'_>,
    subject: Subject,
    page: Page,
    description: &str,
    lang: Lang,
) -> Plate {
    let own = page.state();
    let state = own.unwrap_or_else(|| ViewState::new(Selection::Nation));
    let (title, deck) = match state.selection {
        _ if own.is_none() => (head::headline(page, lang), description.to_string()),
        Selection::Cluster(id) => about(country, id, lang),
        Selection::Nation | Selection::Region(_) => (
            headline::headline(&state, lang),
            headline::deck(&state, lang),
        ),
    };
    let overlay = match (own, state.selection) {
        (Some(_), Selection::Region(_) | Selection::Cluster(_)) => Overlay::Points,
        _ => Overlay::Nothing,
    };
    let country = Country {
        selection: state.selection,
        overlay,
        ..country
    };
    let painting = Painting::of(&state, lang);
    let definition = state.indicator().definition();
    Plate {
        subject,
        lang,
        title,
        deck,
        key: Key {
            title: headline::measured(state.indicator(), state.measure(), lang),
            classes: classes(&state, lang),
            roles: country.roles(),
        },
        source: sources(&[definition.survey.get(lang)], lang),
        drawing: country.draw(&Land::Painted(&painting)),
    }
}

/// A cluster's name, and under it what stands in brackets there, its field, its region, its part in the
/// network.
fn about(country: Country<'_>, id: ClusterId, lang: Lang) -> (String, String) {
    let cluster = id.cluster();
    let name = cluster.name.get(lang);
    let (title, others) = name.split_once('(').unwrap_or((name, ""));
    let profile = country.package.profile(id.as_str());
    let what = profile.map_or("", |profile| profile.specialisation.get(lang));
    let region = cluster.region().region().name.get(lang);
    let others = others.trim_end().trim_end_matches(')');
    let parts = [others, what, region, cluster.role.name(lang)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let deck = parts.collect::<Vec<_>>().join(" · ");
    (title.trim_end().to_string(), deck)
}

fn scene(desk: Desk<'_>, subject: Subject, step: Step, lang: Lang) -> Plate {
    let scene = desk
        .story
        .drawn(desk.package, desk.boundaries, desk.layout, step, lang);
    // `Story::read` has made sure that there is one.
    let scene = scene.unwrap_or_default();
    let swatch = |(tone, bounds)| Swatch { tone, bounds };
    Plate {
        subject,
        lang,
        title: scene.title,
        deck: lang.text().story_title.to_string(),
        key: Key {
            title: scene.key,
            classes: scene.classes.into_iter().map(swatch).collect(),
            roles: Vec::new(),
        },
        source: sources(&[], lang),
        drawing: scene.drawing,
    }
}

/// The classes of a view, with what has no data only where something has none.
fn classes(state: &ViewState, lang: Lang) -> Vec<Swatch> {
    let classes = cut::classes(state);
    let digits = state.measure().digits();
    let mut out = Vec::new();
    if classes.zero > 0 {
        out.push(Swatch {
            tone: Tone::Zero.slug(),
            bounds: lang.text().zero.to_string(),
        });
    }
    for class in &classes.classes {
        let (low, high) = (class.lowest.grouped(digits), class.highest.grouped(digits));
        out.push(Swatch {
            tone: class.tone.slug(),
            bounds: if low == high {
                low
            } else {
                format!("{low}–{high}")
            },
        });
    }
    let units = &classes.tones[..state.grouping.count()];
    if units.contains(&Tone::Missing) {
        out.push(Swatch {
            tone: Tone::Missing.slug(),
            bounds: lang.text().no_data.to_string(),
        });
    }
    out
}

/// Who counted, and whose borders these are.
pub fn sources(who: &[&str], lang: Lang) -> String {
    let text = lang.text();
    let who = if who.is_empty() {
        lang.pick("수치마다 출처는 사이트에", "on the site, for every figure")
            .to_string()
    } else {
        who.join(", ")
    };
    format!("{}: {who}. {}", text.source, text.borders_credit)
}
