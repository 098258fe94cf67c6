//! The layers in the order in which they are drawn.

use std::fmt::Write as _;

use super::label::{Lettering, Placed, Placement, Wish};
use super::layout::Layout;
use super::{arc, group, inset, land, marker};
use crate::cluster::Role;
use crate::escape::escape;
use crate::geometry::{Boundaries, Rect};
use crate::package::Package;
use crate::page::Page;
use crate::painting::Painting;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// Everything inside `<svg data-map>`.
pub fn layers(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    state: &ViewState,
    lang: Lang,
    root: &str,
) -> String {
    let painting = Painting::of(state, lang);
    let mut out = String::from(hatch());
    let _ = write!(
        out,
        "<g class=\"land\">{}</g><path class=\"border\" d=\"{}\"/><path class=\"mesh\" d=\"{}\"/><path class=\"outline\" d=\"{}\"/>\
         <path class=\"focus halo\"/><path class=\"focus\"/>",
        land::regions(layout, &painting, state.selection, root),
        layout.borders,
        group::mesh(boundaries, layout, state.grouping),
        outline(layout, state),
    );
    // Over the land: on a phone the letters are larger than the sea beside it.
    out.push_str(&land::seas(lang));
    out.push_str(&inset::capital(
        package,
        boundaries,
        layout,
        &painting,
        state.selection,
        lang,
        root,
    ));
    out.push_str(&inset::islands(
        boundaries,
        layout,
        &painting,
        state.selection,
        lang,
        root,
    ));
    let _ = write!(
        out,
        "<g class=\"links\">{}{}</g>",
        arc::links(package, boundaries, layout, state.selection, lang),
        marker::bodies(&package.bodies, lang)
    );
    // Wide values lie under the markers that they keep clear of; on phones they lie over the small ones.
    let values = |class: &str| -> String {
        layout
            .labels(lang)
            .filter(|(lettering, _)| lettering.class == class)
            .map(|(lettering, labels)| land::values(&labels.country, lettering, &painting, lang))
            .collect()
    };
    // A region's 시군구 come here when they are asked for.
    out.push_str("<g data-slot=\"districts\"></g>");
    out.push_str(&values("wide"));
    let _ = write!(
        out,
        "<g data-slot=\"group\" aria-hidden=\"true\">{}</g>",
        group::labels(boundaries, layout, state, lang)
    );
    out.push_str(&clusters(layout, state.selection, lang, root));
    out.push_str(&values("narrow"));
    out
}

/// The pattern of what has no data.
pub fn hatch() -> &'static str {
    "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
     <path class=\"hatch\" d=\"M0 6L6 0M-1 1L1-1M5 7L7 5\"/></pattern></defs>"
}

/// The names of clusters that fit beside their markers in one lettering; those in the capital inset have
/// theirs there.
pub struct NamedClusters {
    pub lettering: Lettering,
    /// Each with its wish's place among `Layout::clusters`.
    placed: Vec<Placed>,
}

impl NamedClusters {
    /// The room that the names take.
    pub fn rooms(&self, layout: &Layout, lang: Lang) -> Vec<Rect> {
        let room = |placed: &Placed| {
            let cluster = layout.clusters[placed.wish].id.cluster();
            placed.room(cluster.label.get(lang), self.lettering.size)
        };
        self.placed.iter().map(room).collect()
    }
}

/// Which names stand where, lettering by lettering.
pub fn names(layout: &Layout, lang: Lang) -> Vec<NamedClusters> {
    let wishes: Vec<Wish> = layout
        .clusters
        .iter()
        .map(|spot| {
            let cluster = spot.id.cluster();
            Wish {
                text: cluster.label.get(lang),
                at: spot.at,
                reach: marker::reach(cluster.role),
                order: label_order(cluster.role),
            }
        })
        .collect();
    let outside: Vec<usize> = (0..wishes.len())
        .filter(|&place| layout.clusters[place].in_capital.is_none())
        .collect();
    let wanted: Vec<Wish> = outside.iter().map(|&place| wishes[place].clone()).collect();
    let named = layout.labels(lang).map(|(lettering, labels)| {
        let mut taken: Vec<Rect> = labels.country.iter().map(|label| label.room).collect();
        taken.extend([layout.capital.rect, layout.islands]);
        let placement = Placement {
            size: lettering.size,
            inside: Rect {
                x: 0.0,
                y: 0.0,
                width: 640.0,
                height: 690.0,
            },
            taken,
            markers: marker::obstacles(layout),
        };
        let mut placed = placement.place(&wanted, lettering.last_order);
        for name in &mut placed {
            name.wish = outside[name.wish];
        }
        NamedClusters { lettering, placed }
    });
    named.collect()
}

/// The markers with their names, each a link to its page.
pub fn clusters(layout: &Layout, selection: Selection, lang: Lang, root: &str) -> String {
    let named = names(layout, lang);
    let mut out = String::from("<g class=\"markers\">");
    for (place, spot) in layout.clusters.iter().enumerate() {
        let cluster = spot.id.cluster();
        let mut name = String::new();
        for NamedClusters { lettering, placed } in &named {
            if let Some(placed) = placed.iter().find(|placed| placed.wish == place) {
                let _ = write!(
                    name,
                    "<text class=\"cluster-name {}\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
                    lettering.class,
                    placed.at.x,
                    placed.at.y,
                    placed.anchor,
                    escape(cluster.label.get(lang))
                );
            }
        }
        // A name begins with what is written beside the marker: who speaks to the browser says that.
        let (label, full) = (cluster.label.get(lang), cluster.name.get(lang));
        let before = if full.starts_with(label) {
            String::new()
        } else {
            format!("{label}, ")
        };
        let spoken = format!(
            "{before}{full}, {}, {}",
            cluster.role.name(lang),
            cluster.stage.name(lang)
        );
        let _ = write!(
            out,
            "<a class=\"{classes}\" href=\"{root}{page}\" data-cluster=\"{id}\"{on} aria-label=\"{spoken}\"{ways}>{shape}{name}</a>",
            classes = marker::classes(spot.id),
            page = Page::Cluster(spot.id).path(),
            id = spot.id.as_str(),
            on = on(selection == Selection::Cluster(spot.id)),
            spoken = escape(&spoken),
            ways = layout.walk.clusters[place].attributes(),
            shape = marker::shape(cluster.role, spot.at),
        );
    }
    out.push_str("</g>");
    out
}

/// The order in which names are placed: hubs first.
pub fn label_order(role: Role) -> u8 {
    match role {
        Role::HubAndComplex | Role::Hub => 0,
        Role::NationalComplex => 1,
        Role::Spoke => 2,
        Role::Other => 3,
    }
}

fn outline<'l>(layout: &'l Layout, state: &ViewState) -> &'l str {
    match state.selection {
        Selection::Region(code) => &layout.outlines[code.index()],
        Selection::Nation | Selection::Cluster(_) => "",
    }
}

/// The mark of what is selected; the browser moves it.
pub fn on(is_selected: bool) -> &'static str {
    if is_selected { " data-on=\"\"" } else { "" }
}
