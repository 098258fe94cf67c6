//! The documented network over pale land: points, lines and planes, and nothing else.

use std::fmt::Write as _;

use super::label::{LETTERINGS, Lettering};
use super::layout::{DOKDO_TIMES, Layout, MAINLAND_EAST};
use super::{arc, inset, land, layers, marker};
use crate::catchment::{Catchment, Catchments};
use crate::escape::escape;
use crate::geometry::{
    Area, Boundaries, Frame, Polygon, Projected, Px, Rect, area_path, dissolve, label_point,
    ring_path,
};
use crate::package::{DocumentedLink, Package};
use crate::state::Selection;
use crate::text::Lang;

pub use super::arc::{end_id, end_name};

/// Hatchings of the planes; further hubs begin again, and every plane has its hub's name on it.
const HATCHINGS: [&str; 4] = [
    "M0 4H8",
    "M4 0V8",
    "M0 8L8 0M-2 2L2-2M6 10L10 6",
    "M3 4a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
];

/// Everything inside the `<svg>`: land, planes by each rule, links, clusters, the two insets, and the empty
/// places where the lab draws. `facts` are the attributes of a link by which it is filtered.
pub fn network(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    planes: &[Catchments],
    facts: impl Fn(&DocumentedLink) -> String,
    lang: Lang,
    root: &str,
) -> String {
    let mut out = String::from("<defs>");
    for (place, hatching) in HATCHINGS.iter().enumerate() {
        let _ = write!(
            out,
            "<pattern id=\"plane-{place}\" class=\"plane-hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"{hatching}\"/></pattern>"
        );
    }
    let _ = write!(
        out,
        "</defs><path class=\"ground\" d=\"{}\"/><path class=\"border\" d=\"{}\"/>{}",
        layout.outlines.concat(),
        layout.borders,
        land::seas(lang)
    );
    let outlines: Vec<Vec<Outline>> = planes
        .iter()
        .map(|catchments| Outline::all(catchments, boundaries))
        .collect();
    out.push_str(&areas(planes, &outlines, &layout.country, true, lang));
    out.push_str(&capital(package, boundaries, layout, planes, &outlines, &facts, lang, root));
    out.push_str(&islands(boundaries, layout, planes, lang));
    out.push_str("<g class=\"links\">");
    for (link, path) in arc::drawn(package, boundaries, layout) {
        let _ = write!(
            out,
            "<path class=\"link\"{} d=\"{path}\"><title>{}</title></path>",
            facts(link),
            escape(&arc::title(link, package, lang)),
        );
    }
    out.push_str(&marker::bodies(&package.bodies, lang));
    out.push_str("</g><g data-slot=\"solution\"></g>");
    out.push_str(&layers::clusters(layout, Selection::Nation, lang, root));
    out
}

/// A catchment's outline in the plane of the projection.
struct Outline(Vec<Vec<Projected>>);

impl Outline {
    fn all(catchments: &Catchments, boundaries: &Boundaries) -> Vec<Outline> {
        let of = |catchment: &Catchment| {
            let members = catchment.members.iter();
            let areas = members.flat_map(|&unit| &catchments.units[unit].areas);
            Outline(dissolve(areas.map(|&place| &boundaries.sigungu[place])))
        };
        catchments.list.iter().map(of).collect()
    }

    /// The place inside that is farthest from the edge of the largest part.
    fn middle(&self) -> Option<Projected> {
        let parts = self.0.iter().map(|ring| Polygon {
            exterior: ring.clone(),
            holes: Vec::new(),
        });
        let largest = parts.max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
        label_point(&Area {
            code: String::new(),
            region: crate::region::REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: vec![largest],
        })
    }
}

/// The planes of all rules; the style sheet shows one rule's.
fn areas(
    planes: &[Catchments],
    outlines: &[Vec<Outline>],
    frame: &Frame,
    named: bool,
    lang: Lang,
) -> String {
    let mut out = String::from("<g class=\"planes\">");
    for (catchments, outlines) in planes.iter().zip(outlines) {
        let _ = write!(out, "<g data-rule=\"{}\">", catchments.rule.slug());
        for (place, (catchment, outline)) in catchments.list.iter().zip(outlines).enumerate() {
            let hatching = place % HATCHINGS.len();
            let d = ring_path(&outline.0, frame);
            if d.is_empty() {
                continue;
            }
            let label = catchment.hub.id.cluster().label.get(lang);
            let _ = write!(
                out,
                "<path class=\"plane tint-{hatching}\" data-plane=\"{}\" d=\"{d}\"/>",
                catchment.hub.id.as_str(),
            );
            if let (true, Some(middle)) = (named, outline.middle()) {
                let Px { x, y } = frame.to_px(middle);
                let name = match lang {
                    Lang::Ko => format!("{label}권"),
                    Lang::En => format!("{label} area"),
                };
                let _ = write!(
                    out,
                    "<text class=\"plane-name\" x=\"{x:.0}\" y=\"{y:.0}\">{}</text>",
                    escape(&name)
                );
            }
        }
        out.push_str("</g>");
    }
    out.push_str("</g>");
    out
}

#[expect(clippy::too_many_arguments, reason = "the whole map again, in one corner")]
fn capital(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    planes: &[Catchments],
    outlines: &[Vec<Outline>],
    facts: &impl Fn(&DocumentedLink) -> String,
    lang: Lang,
    root: &str,
) -> String {
    let frame = &layout.capital;
    let window = inset::window(&boundaries.capital, frame);
    let Rect { x, y, width, height } = window;
    let mut out = format!(
        "<g class=\"inset\" aria-hidden=\"true\"><clipPath id=\"capital-window\"><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/></clipPath>\
         <rect class=\"inset-sea\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\
         <g clip-path=\"url(#capital-window)\"><path class=\"ground\" d=\"{}\"/><path class=\"border\" d=\"{}\"/>",
        layout.capital_outlines.concat(),
        layout.capital_borders
    );
    // Only what the window shows: a plane that ends elsewhere would be drawn for nothing.
    let shown = |rings: &Outline| {
        let parts = rings.0.iter().filter(|ring| {
            ring.iter().any(|&point| frame.shows(point))
        });
        Outline(parts.cloned().collect())
    };
    let shown: Vec<Vec<Outline>> = outlines
        .iter()
        .map(|outlines| outlines.iter().map(shown).collect())
        .collect();
    out.push_str(&areas(planes, &shown, frame, false, lang));
    out.push_str("<g class=\"links\">");
    for (link, path) in arc::drawn_in_capital(package, layout) {
        let _ = write!(out, "<path class=\"link\"{} d=\"{path}\"/>", facts(link));
    }
    out.push_str("</g><g data-slot=\"solution-inset\"></g><g class=\"markers\">");
    let spots: Vec<_> = layout
        .clusters
        .iter()
        .filter_map(|spot| Some((spot.id, spot.in_capital?)))
        .collect();
    for (id, at) in &spots {
        let _ = write!(
            out,
            "<a class=\"{}\" href=\"{root}{}\" data-copy=\"{}\" tabindex=\"-1\">{}</a>",
            marker::classes(*id),
            crate::page::Page::Cluster(*id).path(),
            id.as_str(),
            marker::shape(id.cluster().role, *at),
        );
    }
    out.push_str("</g></g>");
    for lettering in LETTERINGS {
        let lettering: Lettering = lettering;
        out.push_str(&inset::names(&[], &spots, window, lettering, Selection::Nation, lang));
    }
    let times = frame.scale() / layout.country.scale();
    let _ = write!(
        out,
        "<rect class=\"inset-edge\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\
         <text class=\"inset-name\" x=\"{x:.1}\" y=\"{:.1}\">{}</text></g>",
        y - 5.0,
        match lang {
            Lang::Ko => format!("수도권 확대({times:.1}배)"),
            Lang::En => format!("Capital region, {times:.1} times larger"),
        }
    );
    out
}

/// 울릉도 and 독도 as the land they are.
fn islands(
    boundaries: &Boundaries,
    layout: &Layout,
    planes: &[Catchments],
    lang: Lang,
) -> String {
    let Rect { x, y, width, height } = layout.islands;
    let mut out = format!(
        "<g class=\"inset\"><rect class=\"inset-sea\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    );
    let mut d = String::new();
    for area in &boundaries.ulleung_dokdo {
        for (is_dokdo, frame) in [(false, &layout.ulleung), (true, &layout.dokdo)] {
            let polygons = area.polygons.iter();
            let part = Area {
                polygons: polygons.filter(|p| inset::is_east(p) == is_dokdo).cloned().collect(),
                ..area.clone()
            };
            d.push_str(&area_path(&part, frame));
        }
    }
    let _ = write!(out, "<path class=\"ground\" d=\"{d}\"/><g class=\"planes\">");
    for catchments in planes {
        let tint = catchments
            .units
            .iter()
            .position(|unit| unit.areas.iter().all(|&place| lies_east(&boundaries.sigungu[place])))
            .and_then(|unit| catchments.of_unit.get(unit));
        if let Some(tint) = tint {
            let _ = write!(
                out,
                "<g data-rule=\"{}\"><path class=\"plane tint-{}\" d=\"{d}\"/></g>",
                catchments.rule.slug(),
                tint % HATCHINGS.len(),
            );
        }
    }
    out.push_str("</g>");
    let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
    let middle = x + width / 2.0;
    let _ = write!(
        out,
        "<text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
         <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo}<tspan class=\"times\"> ×{DOKDO_TIMES}</tspan></text>\
         <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></g>",
        y + height / 2.0 - 4.0,
        y + height - 5.0,
    );
    out
}

/// Whether an area is 울릉군, which the country's frame leaves to the inset.
fn lies_east(area: &Area) -> bool {
    area.bounds().is_some_and(|bounds| bounds.west > MAINLAND_EAST)
}
