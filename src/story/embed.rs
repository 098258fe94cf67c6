//! The scenes in a frame of someone else's article: one of them, or all with one shown at a time.
//!
//! Which of all is shown is the style sheet's business: the one that the frame's hash names, as on the page by
//! number or by name, else the first. So the scenes turn without a script.

use super::drawing::Canvas;
use super::step::Step;
use super::{Story, credit, deck, key, words};
use crate::geometry::Boundaries;
use crate::map::Layout;
use crate::markup::{Element, Node, el};
use crate::package::Package;
use crate::panel::Context;
use crate::text::Lang;

impl Story {
    /// One scene: its finding, its map, a line on how to read it.
    pub fn scene(
        &self,
        step: Step,
        package: &Package,
        boundaries: &Boundaries,
        layout: &Layout,
        lang: Lang,
        root: &str,
    ) -> String {
        let alone = |canvas: &Canvas<'_>| {
            el("article")
                .class("story")
                .add(Node::Written(canvas.shared()))
                .add(scene(canvas.context(root), canvas, step, "h1"))
                .to_string()
        };
        self.on_canvas(package, boundaries, layout, lang, alone)
            .unwrap_or_default()
    }

    /// All scenes under the story's title.
    pub fn scenes(
        &self,
        package: &Package,
        boundaries: &Boundaries,
        layout: &Layout,
        lang: Lang,
        root: &str,
    ) -> String {
        let all = |canvas: &Canvas<'_>| {
            let title = el("header")
                .class("headline")
                .add(el("h1").add(lang.text().story_title))
                .add(el("p").class("deck").add(deck(lang)));
            let scenes = Step::ALL.map(|step| {
                scene(canvas.context(root), canvas, step, "h2")
                    .with("id", format!("step={}", step.number()))
                    .with("data-step", step.number().to_string())
                    .add(turns(step, lang))
                    .add(el("span").class("name").with("id", step.slug()))
            });
            el("article")
                .class("story")
                .add(title)
                .add(Node::Written(canvas.shared()))
                .add(el("div").class("steps").all(scenes))
                .to_string()
        };
        self.on_canvas(package, boundaries, layout, lang, all)
            .unwrap_or_default()
    }
}

fn scene(cx: Context<'_>, canvas: &Canvas<'_>, step: Step, heading: &'static str) -> Element {
    let (facts, lang) = (canvas.facts, cx.lang);
    let finding = words::finding(step, facts, lang);
    let label = finding.plain();
    let lead = words::paragraphs(step, facts, lang).into_iter().next();
    el("section")
        .class("step")
        .add(
            el("div")
                .class("headline")
                .add(finding.within(heading))
                .all(lead.map(|words| words.within("p").class("deck"))),
        )
        .add(
            el("figure")
                .add(Node::Written(canvas.map(step, &label)))
                .all(key(canvas, step)),
        )
        .all(credit(cx, facts, step))
        .add(el("p").class("credit").add(lang.text().borders_credit))
}

/// To the scene before and the scene after, within the frame.
fn turns(step: Step, lang: Lang) -> Element {
    let link = |step: Step, words: String| {
        el("a")
            .with("href", format!("#step={}", step.number()))
            .with("target", "_self")
            .add(words)
    };
    let before = step
        .before()
        .map(|step| link(step, format!("← {}", words::short(step, lang))));
    let after = step
        .after()
        .map(|step| link(step, format!("{} →", words::short(step, lang))));
    let place = format!("{} / {}", step.number(), Step::ALL.len());
    el("p")
        .class("turns")
        .all(before)
        .add(el("span").class("muted").add(place))
        .all(after)
}
