//! The documented network over pale land: points, lines and planes, and nothing else.

use std::fmt::Write as _;

use super::label::{self, LETTERINGS};
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
use crate::typeset;

pub use super::arc::{end_id, end_name};

/// Hatchings of the planes; further hubs begin again, and every plane has its hub in it.
const HATCHINGS: [&str; 4] = [
    "M0 4H8",
    "M4 0V8",
    "M0 8L8 0M-2 2L2-2M6 10L10 6",
    "M3 4a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
];

/// Everything inside the `<svg>`: land, links, clusters, the two insets, and the empty places where the
/// planes and the answers of the lab are put. `facts` are the attributes of a link by which it is filtered.
pub fn network(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
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
        "</defs>{}<path class=\"border\" d=\"{}\"/>{}{PLANES}",
        ground(&layout.outlines),
        layout.borders,
        land::seas(lang)
    );
    out.push_str(&capital(package, boundaries, layout, &facts, lang, root));
    out.push_str(&islands(boundaries, layout, lang));
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

/// Where [`planes`] are put: in the country, in the capital inset and in the islands'.
const PLANES: &str = "<g class=\"planes\"></g>";

fn ground(outlines: &[String]) -> String {
    let paths = outlines.iter().map(|d| format!("<path d=\"{d}\"/>"));
    format!("<g class=\"pale\">{}</g>", paths.collect::<String>())
}

/// The catchments by every rule as three lines of markup: for the country, the capital inset and the islands'.
/// A page of its own weight, fetched when the planes are first wanted; the style sheet shows one rule's.
pub fn planes(
    boundaries: &Boundaries,
    layout: &Layout,
    catchments: &[Catchments],
    lang: Lang,
) -> String {
    let mut out = String::new();
    let mut inset = String::new();
    for catchments in catchments {
        let outlines = Outline::all(catchments, boundaries);
        let shown = outlines
            .iter()
            .map(|outline| outline.within(&layout.capital));
        let names = names(catchments, &outlines, layout, lang);
        let country = areas(catchments, &outlines, &layout.country);
        let capital = areas(catchments, &shown.collect::<Vec<_>>(), &layout.capital);
        let rule = catchments.rule.slug();
        let _ = write!(out, "<g data-rule=\"{rule}\">{country}{names}</g>");
        let _ = write!(inset, "<g data-rule=\"{rule}\">{capital}</g>");
    }
    format!(
        "{out}\n{inset}\n{}",
        islands_planes(boundaries, layout, catchments)
    )
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

    /// The parts that a frame shows: what ends elsewhere would be drawn for nothing.
    fn within(&self, frame: &Frame) -> Outline {
        let is_shown = |ring: &&Vec<Projected>| ring.iter().any(|&point| frame.shows(point));
        Outline(self.0.iter().filter(is_shown).cloned().collect())
    }

    /// The largest part.
    fn largest(&self) -> Option<Area> {
        let parts = self.0.iter().map(|ring| Polygon {
            exterior: ring.clone(),
            holes: Vec::new(),
        });
        let largest = parts.max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
        Some(Area {
            code: String::new(),
            region: crate::region::REGIONS[0].code,
            name_ko: String::new(),
            name_en: None,
            polygons: vec![largest],
        })
    }
}

fn areas(catchments: &Catchments, outlines: &[Outline], frame: &Frame) -> String {
    let mut out = String::new();
    for (place, (catchment, outline)) in catchments.list.iter().zip(outlines).enumerate() {
        let d = ring_path(&outline.0, frame);
        if !d.is_empty() {
            let _ = write!(
                out,
                "<path class=\"plane tint-{}\" data-plane=\"{}\" d=\"{d}\"/>",
                place % HATCHINGS.len(),
                catchment.hub.id.as_str(),
            );
        }
    }
    out
}

/// The planes' names, each inside its own and clear of markers and of the clusters' names.
fn names(catchments: &Catchments, outlines: &[Outline], layout: &Layout, lang: Lang) -> String {
    let size = LETTERINGS[0].size;
    let mut taken: Vec<Rect> = layout
        .clusters
        .iter()
        .map(|spot| land::around(spot.at))
        .collect();
    taken.push(layout.capital.rect);
    if let Some(named) = layers::names(layout, lang).first() {
        taken.extend(named.rooms(layout, lang));
    }
    let mut out = String::new();
    for (catchment, outline) in catchments.list.iter().zip(outlines) {
        let label = catchment.hub.id.cluster().label.get(lang);
        let name = match lang {
            Lang::Ko => format!("{label}권"),
            Lang::En => format!("{label} area"),
        };
        let Some((area, middle)) = outline
            .largest()
            .and_then(|area| label_point(&area).map(|middle| (area, middle)))
        else {
            continue;
        };
        let middle = layout.country.to_px(middle);
        let width = typeset::width(&name) * size;
        let room = |at: Px| Rect {
            x: at.x - width / 2.0 - 2.0,
            y: at.y - size,
            width: width + 4.0,
            height: size * 1.3,
        };
        let is_in = |corner: Px| area.contains(layout.country.to_projected(corner));
        let is_inside = |at: &Px| {
            let room = room(*at);
            let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| Px {
                x: room.x + x * room.width,
                y: room.y + y * room.height,
            });
            corners.into_iter().all(is_in)
        };
        let clear = || {
            land::offsets()
                .map(|(dx, dy)| Px {
                    x: middle.x + 2.0 * dx,
                    y: middle.y + 2.0 * dy,
                })
                .filter(|at| taken.iter().all(|other| !label::overlap(&room(*at), other)))
        };
        // Where it cannot be inside as a whole, its middle is; where nothing is free, the hub's own name in the
        // plane has to do.
        let Some(at) = clear()
            .find(is_inside)
            .or_else(|| clear().find(|at| is_in(*at)))
        else {
            continue;
        };
        taken.push(room(at));
        let _ = write!(
            out,
            "<text class=\"plane-name\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
            at.x,
            at.y,
            escape(&name)
        );
    }
    out
}

fn capital(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    facts: &impl Fn(&DocumentedLink) -> String,
    lang: Lang,
    root: &str,
) -> String {
    let frame = &layout.capital;
    let window = inset::window(&boundaries.capital, frame);
    let Rect {
        x,
        y,
        width,
        height,
    } = window;
    let mut out = format!(
        "<g class=\"inset\" aria-hidden=\"true\"><clipPath id=\"capital-window\"><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/></clipPath>\
         <rect class=\"inset-sea\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\
         <g clip-path=\"url(#capital-window)\">{}<path class=\"border\" d=\"{}\"/>{PLANES}",
        ground(&layout.capital_outlines),
        layout.capital_borders
    );
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
        out.push_str(&inset::names(
            &[],
            &spots,
            window,
            lettering,
            Selection::Nation,
            lang,
        ));
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
fn islands(boundaries: &Boundaries, layout: &Layout, lang: Lang) -> String {
    let Rect {
        x,
        y,
        width,
        height,
    } = layout.islands;
    let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
    let middle = x + width / 2.0;
    format!(
        "<g class=\"inset\"><rect class=\"inset-sea\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
         {}{PLANES}<text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
         <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo}<tspan class=\"times\"> ×{DOKDO_TIMES}</tspan></text>\
         <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></g>",
        ground(&island_paths(boundaries, layout)),
        y + height / 2.0 - 4.0,
        y + height - 5.0,
    )
}

/// The two islands, each in its own frame.
fn island_paths(boundaries: &Boundaries, layout: &Layout) -> Vec<String> {
    let frames = [(false, &layout.ulleung), (true, &layout.dokdo)];
    let part = |area: &Area, is_dokdo: bool| Area {
        polygons: area
            .polygons
            .iter()
            .filter(|polygon| inset::is_east(polygon) == is_dokdo)
            .cloned()
            .collect(),
        ..area.clone()
    };
    boundaries
        .ulleung_dokdo
        .iter()
        .flat_map(|area| frames.map(|(is_dokdo, frame)| area_path(&part(area, is_dokdo), frame)))
        .collect()
}

/// 울릉군 in the plane it belongs to.
fn islands_planes(boundaries: &Boundaries, layout: &Layout, planes: &[Catchments]) -> String {
    let lies_east = |place: &usize| {
        let bounds = boundaries.sigungu[*place].bounds();
        bounds.is_some_and(|bounds| bounds.west > MAINLAND_EAST)
    };
    let mut out = String::new();
    for catchments in planes {
        let unit = catchments
            .units
            .iter()
            .position(|unit| unit.areas.iter().all(lies_east));
        if let Some(&plane) = unit.and_then(|unit| catchments.of_unit.get(unit)) {
            let _ = write!(out, "<g data-rule=\"{}\">", catchments.rule.slug());
            for d in island_paths(boundaries, layout) {
                let _ = write!(
                    out,
                    "<path class=\"plane tint-{}\" d=\"{d}\"/>",
                    plane % HATCHINGS.len()
                );
            }
            out.push_str("</g>");
        }
    }
    out
}
