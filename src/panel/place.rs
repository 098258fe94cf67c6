//! Links to places: `data-go` selects on the map, `href` opens the place's own page.

use super::Context;
use crate::cluster::ClusterId;
use crate::markup::{Element, el};
use crate::package::End;
use crate::region::RegionCode;

/// A region by its short name.
pub fn region(cx: Context<'_>, code: RegionCode) -> Element {
    go(cx, code.as_str(), crate::page::Page::Region(code)).add(code.region().short.get(cx.lang))
}

/// A region by its full name.
pub fn region_in_full(cx: Context<'_>, code: RegionCode) -> Element {
    go(cx, code.as_str(), crate::page::Page::Region(code)).add(code.region().name.get(cx.lang))
}

/// A cluster by its label.
pub fn cluster(cx: Context<'_>, id: ClusterId) -> Element {
    go(cx, id.as_str(), crate::page::Page::Cluster(id)).add(id.cluster().label.get(cx.lang))
}

/// The end of a link: a place on the map as a link, anything else as its name.
pub fn end(cx: Context<'_>, end: &End) -> Element {
    match end {
        End::Cluster(id) => match ClusterId::parse(id) {
            Some(id) => cluster(cx, id),
            // Both tables are made from the same file.
            None => el("span").add(id.as_str()),
        },
        End::Region(code) => region(cx, *code),
        End::MacroRegion(id) => {
            let member = cx.package.members.iter().find(|m| m.region_id == *id);
            let name = member.map_or(id.as_str(), |member| member.region.get(cx.lang));
            el("span").add(name)
        }
        End::Body(id) => {
            let body = cx.package.bodies.iter().find(|body| body.id == *id);
            let name = body.map_or(id.as_str(), |body| body.name.get(cx.lang));
            el("span").add(name)
        }
    }
}

fn go(cx: Context<'_>, key: &str, target: crate::page::Page) -> Element {
    el("a")
        .with("href", format!("{}{}", cx.root, target.path()))
        .with("data-go", key)
}

/// The way to the comparison with a place in it.
pub fn compared(cx: Context<'_>, key: &str) -> String {
    let page = crate::page::Page::Compare.path();
    el("p")
        .class("to-compare")
        .add(
            el("a")
                .with("href", format!("{}{page}#regions={key}", cx.root))
                .add(cx.pick("비교에 담기", "Compare with others")),
        )
        .to_string()
}
