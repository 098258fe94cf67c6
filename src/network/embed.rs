//! The network in a frame of someone else's article: title, map and legend, and one sentence.

use super::documented::Network;
use super::programme::programmes;
use super::{filters, finding, page};
use crate::geometry::Boundaries;
use crate::map::Layout;
use crate::markup::el;
use crate::package::Package;
use crate::panel::Context;
use crate::text::Lang;

/// The view; `root` is the language's root. The filters are there, out of sight: a frame's hash may set them.
pub fn embed(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    lang: Lang,
    root: &str,
) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    let network = Network::of(package);
    let programmes = programmes(&package.links);
    let first = finding::sentences(package, &network, lang)
        .into_iter()
        .next();
    el("div")
        .class("explore network")
        .with("data-network", "")
        .add(page::headline(&network, lang))
        .add(filters::controls(cx, &network, &programmes).with("hidden", ""))
        .add(page::planes_note(cx))
        .add(
            el("div")
                .class("stage")
                .add(page::figure(cx, boundaries, layout, &network, &programmes))
                .add(
                    el("div")
                        .class("panel")
                        .all(first.map(|words| el("p").add(words))),
                ),
        )
        .to_string()
}
