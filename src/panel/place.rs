//! Links to places: `data-go` selects on the map, `href` opens the place's own page.

use super::Page;
use crate::cluster::ClusterId;
use crate::markup::{Element, el};
use crate::package::End;
use crate::region::RegionCode;

/// A region by its short name.
pub fn region(page: Page<'_>, code: RegionCode) -> Element {
    go(page, code.as_str(), crate::page::Page::Region(code))
        .add(code.region().short.get(page.lang))
}

/// A region by its full name.
pub fn region_in_full(page: Page<'_>, code: RegionCode) -> Element {
    go(page, code.as_str(), crate::page::Page::Region(code)).add(code.region().name.get(page.lang))
}

/// A cluster by its label.
pub fn cluster(page: Page<'_>, id: ClusterId) -> Element {
    go(page, id.as_str(), crate::page::Page::Cluster(id)).add(id.cluster().label.get(page.lang))
}

/// The end of a link: a place on the map as a link, anything else as its name.
pub fn end(page: Page<'_>, end: &End) -> Element {
    match end {
        End::Cluster(id) => match ClusterId::parse(id) {
            Some(id) => cluster(page, id),
            // Both tables are made from the same file.
            None => el("span").add(id.as_str()),
        },
        End::Region(code) => region(page, *code),
        End::MacroRegion(id) => {
            let member = page.package.members.iter().find(|m| m.region_id == *id);
            let name = member.map_or(id.as_str(), |member| member.region.get(page.lang));
            el("span").add(name)
        }
        End::Body(id) => {
            let body = page.package.bodies.iter().find(|body| body.id == *id);
            let name = body.map_or(id.as_str(), |body| body.name.get(page.lang));
            el("span").add(name)
        }
    }
}

fn go(page: Page<'_>, key: &str, target: crate::page::Page) -> Element {
    el("a")
        .with("href", format!("{}{}", page.root, target.path()))
        .with("data-go", key)
}
