//! The argument in seven steps, each a state of the same map: an article that can be read without any script.
//!
//! ```text
//! step     the seven, their anchors
//! plane    districts and their nearest hub        ─┐
//! fact     every figure, from the data package     ├─► words ─┐
//! drawing  the map of a step, over one shared land ─┘          ├─► page
//! ```
//!
//! Every figure in the text carries its value in `data-value`; `tests/figures/story.rs` works them out again.

mod drawing;
mod embed;
mod fact;
mod plane;
mod step;
mod words;

use std::path::Path;

pub use step::Step;
pub use words::{deck, short};

use drawing::Canvas;
use fact::Facts;
use plane::Planes;

use crate::abroad::Coasts;
use crate::geometry::Boundaries;
use crate::map::Layout;
use crate::markup::{Element, Node, el};
use crate::package::{Disagreement, Package};
use crate::page::Page;
use crate::panel::{Context, disagreement, entries};
use crate::text::Lang;

/// The source that the story starts from.
const COLUMN: &str = "S001";

/// What the story needs beyond the map: worked out once for both languages.
#[derive(Debug)]
pub struct Story {
    coasts: Coasts,
    planes: Planes,
}

impl Story {
    /// Reads the coasts in `folder`.
    ///
    /// # Errors
    ///
    /// When the coasts are at fault, or the package lacks a figure that the story tells.
    pub fn read(
        folder: &Path,
        package: &Package,
        boundaries: &Boundaries,
    ) -> Result<Story, String> {
        let coasts = Coasts::read(folder).map_err(|error| error.to_string())?;
        let lacking = || "the story lacks one of its figures: see src/story/fact.rs".to_string();
        let planes = Planes::of(package, boundaries).ok_or_else(lacking)?;
        Facts::of(package, boundaries, &planes).ok_or_else(lacking)?;
        Ok(Story { coasts, planes })
    }

    /// What a scene finds.
    pub fn finding(
        &self,
        package: &Package,
        boundaries: &Boundaries,
        step: Step,
        lang: Lang,
    ) -> String {
        // `read` has made sure.
        Facts::of(package, boundaries, &self.planes).map_or_else(String::new, |facts| {
            words::finding(step, &facts, lang).plain()
        })
    }

    /// The map of one scene, with all that it refers to.
    pub fn drawn(
        &self,
        package: &Package,
        boundaries: &Boundaries,
        layout: &Layout,
        step: Step,
        lang: Lang,
    ) -> Option<Drawn> {
        self.on_canvas(package, boundaries, layout, lang, |canvas| Drawn {
            title: words::finding(step, canvas.facts, lang).plain(),
            drawing: canvas.shared() + &canvas.inside(step),
            key: key_words(canvas, step),
            classes: canvas.classes(step),
        })
    }

    /// What stands inside `<main>`.
    pub fn page(
        &self,
        package: &Package,
        boundaries: &Boundaries,
        layout: &Layout,
        lang: Lang,
        root: &str,
    ) -> String {
        let page = |canvas: &Canvas<'_>| {
            let cx = canvas.context(root);
            let steps = Step::ALL.map(|step| section(cx, canvas, step));
            el("article")
                .class("story")
                .add(
                    el("header")
                        .class("headline")
                        .add(el("h1").add(lang.text().story_title))
                        .add(
                            el("p")
                                .class("deck")
                                .add(deck(lang))
                                .add(" ")
                                .add(entries(cx, [COLUMN])),
                        ),
                )
                .add(list(lang))
                .add(Node::Written(canvas.shared()))
                .add(el("div").class("steps").all(steps))
                .to_string()
        };
        self.on_canvas(package, boundaries, layout, lang, page)
            .unwrap_or_default()
    }

    /// What is written or drawn of the scenes; `None` where a fact is lacking, which `read` has made sure of.
    fn on_canvas<T>(
        &self,
        package: &Package,
        boundaries: &Boundaries,
        layout: &Layout,
        lang: Lang,
        write: impl FnOnce(&Canvas<'_>) -> T,
    ) -> Option<T> {
        let facts = Facts::of(package, boundaries, &self.planes)?;
        Some(write(&Canvas {
            story: self,
            layout,
            boundaries,
            package,
            facts: &facts,
            lang,
        }))
    }
}

/// A scene by itself, for its picture.
#[derive(Default, Debug)]
pub struct Drawn {
    pub title: String,
    /// What stands inside the map's `<svg>`.
    pub drawing: String,
    /// What shades and markers mean.
    pub key: String,
    /// Tone and bounds.
    pub classes: Vec<(&'static str, String)>,
}

/// The list of steps; arrow keys walk it.
fn list(lang: Lang) -> Element {
    let item = |step: Step| {
        let link = el("a")
            .with("href", format!("#{}", step.slug()))
            .add(format!("{} {}", step.number(), words::short(step, lang)));
        el("li").add(if step == Step::ALL[0] {
            link.with("aria-current", "step")
        } else {
            link
        })
    };
    el("nav")
        .class("step-list")
        .with("aria-label", lang.pick("장면", "Scenes"))
        .add(el("ol").all(Step::ALL.map(item)))
}

fn section(cx: Context<'_>, canvas: &Canvas<'_>, step: Step) -> Element {
    let (facts, lang) = (canvas.facts, cx.lang);
    let finding = words::finding(step, facts, lang);
    let label = finding.plain();
    let heading = format!("{}-heading", step.slug());
    let text = el("div")
        .class("step-text")
        .add(
            el("p")
                .class("muted")
                .add(format!("{} / {}", step.number(), Step::ALL.len())),
        )
        .add(finding.within("h2").with("id", heading.as_str()))
        .all(
            words::paragraphs(step, facts, lang)
                .into_iter()
                .map(|words| words.within("p")),
        )
        .all(dispute(canvas, step).map(|row| {
            el("ul")
                .class("disagreement-list")
                .add(disagreement(cx, row))
        }))
        .all((step == Step::Abroad).then(|| communities(cx)))
        .all(words::caution(step, lang).map(|words| {
            el("p")
                .class("note")
                .add(el("b").add(lang.text().caution))
                .add(words)
        }))
        .all((step == Step::Turn).then(|| lab(cx)))
        .all(credit(cx, facts, step))
        .add(turns(step, lang));
    let section = el("section")
        .class("step")
        .with("id", step.slug())
        .with("data-step", step.number().to_string())
        .with("aria-labelledby", heading);
    let section = if step == Step::ALL[0] {
        section.with("data-on", "")
    } else {
        section
    };
    section
        .add(
            el("div").class("scene").add(
                el("figure")
                    .add(Node::Written(canvas.map(step, &label)))
                    .all(key(canvas, step)),
            ),
        )
        .add(text)
}

/// What the shades and markers of a map mean.
fn key_words(canvas: &Canvas<'_>, step: Step) -> String {
    let lang = canvas.lang;
    let year = canvas.facts.firms.year;
    match step {
        Step::Concentration => match lang {
            Lang::Ko => format!("바이오 기업, 전국 비중(%), {year}년"),
            Lang::En => format!("Biotech firms, share of nation (%), {year}"),
        },
        Step::Measures => match lang {
            Lang::Ko => {
                format!("의약품 제조업 종사자, 전국 비중(%), {year}년. 구간은 앞 장면과 같다")
            }
            Lang::En => {
                format!("Pharmaceutical jobs, share of nation (%), {year}; classes as before")
            }
        },
        Step::Planes => lang
            .pick(
                "가장 가까운 허브까지 거리(km)",
                "Distance to the nearest hub (km)",
            )
            .to_string(),
        Step::Abroad => {
            let scale = crate::abroad::KILOMETRES_PER_UNIT;
            match lang {
                Lang::Ko => format!(
                    "세 지도의 축척은 같다(그림의 1/640 너비가 {scale} km). 해안선: 한국은 통계청 SGIS, 나머지는 Natural Earth"
                ),
                Lang::En => format!(
                    "One scale for all three maps (1/640 of the width is {scale} km). Coasts: Korea from Statistics Korea SGIS, the others from Natural Earth"
                ),
            }
        }
        Step::Lines => lang
            .pick(
                "굵은 선: 클러스터가 허브인 연계. 가는 선: 그 밖의 연계. 바다의 겹고리: 전국 기관",
                "Strong lines: a cluster is the hub. Thin lines: other links. Double rings at sea: national bodies",
            )
            .to_string(),
        Step::Points | Step::Turn => lang
            .pick(
                "고리: 허브. 마름모: 국가 특화단지. 빈 표식: 계획하거나 짓는 중",
                "Rings: hubs. Diamonds: national complexes. Hollow: planned or being built",
            )
            .to_string(),
    }
}

/// The same with the classes, under the map.
fn key(canvas: &Canvas<'_>, step: Step) -> Option<Element> {
    let classes = canvas.classes(step).into_iter().map(|(tone, range)| {
        el("span")
            .class("class")
            .add(el("i").class("swatch").with("data-tone", tone))
            .add(range)
    });
    Some(
        el("figcaption")
            .add(key_words(canvas, step))
            .add(" ")
            .all(classes),
    )
}

/// Where sources disagree on what the step says.
fn dispute<'f>(canvas: &Canvas<'f>, step: Step) -> Option<&'f Disagreement> {
    match step {
        Step::Points => Some(canvas.facts.clusters.dispute),
        Step::Abroad => Some(canvas.facts.japan.dispute),
        _ => None,
    }
}

/// Japan's communities with the days of their certification.
fn communities(cx: Context<'_>) -> Element {
    let lang = cx.lang;
    let communities = crate::abroad::communities(cx.package);
    let rows = communities
        .into_iter()
        .filter_map(|community| {
            let since = community.since?;
            let rank = match community.rank {
                crate::abroad::Rank::Global => lang.pick("글로벌", "global"),
                crate::abroad::Rank::Regional => lang.pick("지역", "regional"),
                crate::abroad::Rank::Candidate => lang.pick("등록", "registered"),
            };
            Some(
                el("tr")
                    .add(el("th").with("scope", "row").add(community.label.get(lang)))
                    .add(el("td").add(rank))
                    .add(el("td").add(since))
                    .add(
                        el("td").add(entries(cx, community.source_ids.iter().map(String::as_str))),
                    ),
            )
        })
        .collect::<Vec<_>>();
    el("details")
        .add(el("summary").add(lang.pick("커뮤니티와 인증일", "Communities and their dates")))
        .add(el("table").add(el("tbody").all(rows)))
}

/// The way to the hub lab; to the map as long as the site has no such page.
fn lab(cx: Context<'_>) -> Element {
    let has_lab = Page::all().any(|page| page.path() == "network/");
    let lab = if has_lab { "network/#lab" } else { "" };
    el("p").add(
        el("a")
            .class("go")
            .with("href", format!("{}{lab}", cx.root))
            .add(cx.pick("허브 골라 보기", "Choose the hubs")),
    )
}

/// The sources of a step.
fn credit(cx: Context<'_>, facts: &Facts<'_>, step: Step) -> Option<Element> {
    let ids: Vec<&str> = match step {
        Step::Concentration => facts.firms.sources.to_vec(),
        Step::Measures => vec![
            facts.firms.sources[0],
            facts.jobs.source,
            facts.devices.source,
        ],
        Step::Abroad => {
            let of_korea = facts.korea.sources.iter();
            facts
                .boston
                .sources
                .iter()
                .chain(of_korea)
                .copied()
                .collect()
        }
        Step::Points | Step::Lines | Step::Planes => {
            // Every cluster and link has its own: they are on the data page and beside each cluster.
            return Some(
                el("p").class("credit").add(
                    el("a")
                        .with("href", format!("{}data/#sources", cx.root))
                        .add(cx.pick("클러스터와 연계의 출처", "Sources of clusters and links")),
                ),
            );
        }
        Step::Turn => return None,
    };
    Some(
        el("p")
            .class("credit")
            .add(cx.lang.text().source)
            .add(" ")
            .add(entries(cx, ids)),
    )
}

/// To the step before and the step after.
fn turns(step: Step, lang: Lang) -> Element {
    let link =
        |step: Step, words: String| el("a").with("href", format!("#{}", step.slug())).add(words);
    let before = step.before().map(|step| {
        let name = words::short(step, lang);
        link(step, format!("← {name}"))
    });
    let after = step.after().map(|step| {
        let name = words::short(step, lang);
        link(step, format!("{name} →"))
    });
    el("p").class("turns").all(before).all(after)
}
