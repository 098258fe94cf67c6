//! The cells of the clusters, from the data package.

use super::cells::FACTS;
use super::fields::FIELDS;
use super::overlap::{self, Overlap, Trait};
use crate::cluster::ClusterId;
use crate::link::Family;
use crate::markup::{Element, Node, el, value, written};
use crate::number::Decimal;
use crate::package::{End, Package, Profile};
use crate::panel::{Context, end, entries, larger_unit, region_in_full, remark};
use crate::text::Lang;

/// Clusters that are shown for what they have in common with one.
const SHOWN: usize = 3;

/// The text that [`super::Cells`] reads, in a language whose root is `root`.
pub fn cells(package: &Package, lang: Lang, root: &str) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    let mut out = String::new();
    for id in ClusterId::all() {
        let profile = package.profiles.iter().find(|p| p.id == id.as_str());
        out.push_str(id.as_str());
        for cell in profile
            .map(|profile| of_cluster(cx, id, profile))
            .into_iter()
            .flatten()
        {
            out.push('\t');
            // The marks between cells and lines are no part of a cell.
            out.push_str(&cell.replace(['\t', '\n'], " "));
        }
        out.push('\n');
    }
    out
}

/// A cell for each of [`FACTS`]; empty where the sources say nothing.
fn of_cluster(cx: Context<'_>, id: ClusterId, profile: &Profile) -> [String; FACTS.len()] {
    let cluster = id.cluster();
    let text = |words: &str| written([Node::from(words)]);
    let place = el("span")
        .add(profile.sigungu.get(cx.lang))
        .add(", ")
        .add(region_in_full(cx, profile.region));
    let sources = entries(cx, profile.source_ids.iter().map(String::as_str));
    [
        text(profile.specialisation.get(cx.lang)),
        kind(cx, profile),
        text(cluster.role.name(cx.lang)),
        text(profile.status.name().get(cx.lang)),
        profile.year.map_or(String::new(), |year| year.to_string()),
        place.to_string(),
        profile
            .operator
            .as_ref()
            .map_or(String::new(), |operator| text(operator.get(cx.lang))),
        area(cx, profile),
        tenants(cx, profile),
        links(cx, profile),
        alike(cx, id),
        el("p").add(sources).to_string(),
    ]
}

/// The class, and whose it is.
fn kind(cx: Context<'_>, profile: &Profile) -> String {
    let whose = match profile.has_published_kind() {
        true => cx.pick("발표된 분류", "published class"),
        false => cx.pick("이 지도가 나눔", "classed by us"),
    };
    let is_classed = profile.kind != crate::package::Kind::Unclassified;
    let whose = is_classed.then(|| small(whose));
    let name = Node::from(profile.kind.name().get(cx.lang));
    written([name].into_iter().chain(whose.map(Node::from)))
}

fn small(words: impl Into<Node>) -> Element {
    el("small").add(words)
}

fn grouped(count: u64) -> String {
    i64::try_from(count).map_or_else(
        |_| count.to_string(),
        |count| Decimal::whole(count).grouped(0),
    )
}

fn area(cx: Context<'_>, profile: &Profile) -> String {
    let Some(area) = profile.area_m2 else {
        return String::new();
    };
    let shown = value(format!("{} m²", grouped(area)), area.to_string());
    let larger = larger_unit(area, cx.lang).map(small);
    written([shown].into_iter().chain(larger))
}

/// The number with its year and with what was counted.
fn tenants(cx: Context<'_>, profile: &Profile) -> String {
    let (Some(tenants), Some(year)) = (profile.tenants, profile.tenants_year) else {
        return String::new();
    };
    let number = grouped(tenants);
    let (shown, when) = match cx.lang {
        Lang::Ko => (format!("{number}곳"), format!("{year}년")),
        Lang::En => (number, year.to_string()),
    };
    let counted = match &profile.note {
        Some(note) => remark(cx, &cx.package.cluster_sources, note.get(cx.lang)),
        None => el("span").add(cx.pick(
            "센 범위를 밝힌 설명이 자료에 없다.",
            "The sources do not say what exactly was counted.",
        )),
    };
    let year = el("span")
        .class("year")
        .with("data-year", year.to_string())
        .add(format!(" {when}"));
    let note = el("p").class("note").add(counted);
    written([value(shown, tenants.to_string()), year, note])
}

/// How many links of each family, and who is at their other ends.
fn links(cx: Context<'_>, profile: &Profile) -> String {
    let here = End::Cluster(profile.id.clone());
    let of_family = |family: Family| {
        let ends: Vec<&End> = cx
            .package
            .links
            .iter()
            .filter(|link| link.family == family)
            .filter_map(|link| match (link.from == here, link.to == here) {
                (true, _) => Some(&link.to),
                (_, true) => Some(&link.from),
                _ => None,
            })
            .collect();
        let item = el("li")
            .with("data-family", family.slug())
            .add(el("b").add(family.name().get(cx.lang)))
            .add(format!(" {}: ", ends.len()));
        let is_any = !ends.is_empty();
        is_any.then(|| parted(item, ends.into_iter().map(|other| end(cx, other))))
    };
    let items: Vec<Element> = Family::ALL.into_iter().filter_map(of_family).collect();
    if items.is_empty() {
        return String::new();
    }
    el("ul").all(items).to_string()
}

/// What has most in common with the cluster, and what that is.
fn alike(cx: Context<'_>, id: ClusterId) -> String {
    let found = overlap::most_in_common(cx.package, id, SHOWN);
    if found.is_empty() {
        return String::new();
    }
    let items = found.iter().map(|overlap| item(cx, overlap));
    el("ol").all(items).to_string()
}

fn item(cx: Context<'_>, overlap: &Overlap) -> Element {
    let other = End::Cluster(overlap.cluster.as_str().to_owned());
    let index = overlap.index().map(|index| {
        let share = format!(
            "{} ({}/{})",
            index.grouped(2),
            overlap.shared.len(),
            overlap.of
        );
        value(share, index.full())
    });
    let shared = overlap.shared.iter().map(|shared| match shared {
        Trait::Field(field) => el("span").add(FIELDS[*field].name.get(cx.lang)),
        Trait::Partner(partner) => el("span")
            .add(cx.pick("연계 상대 ", "link to "))
            .add(end(cx, partner)),
    });
    let both = el("p").class("muted").add(cx.pick("함께: ", "Both: "));
    el("li")
        .add(el("b").add(end(cx, &other)))
        .add(" ")
        .all(index)
        .add(parted(both, shared))
}

/// Items parted by commas.
fn parted(mut within: Element, items: impl Iterator<Item = Element>) -> Element {
    for (at, item) in items.enumerate() {
        if at > 0 {
            within = within.add(", ");
        }
        within = within.add(item);
    }
    within
}
