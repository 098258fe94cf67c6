//! Two insets: the capital region magnified, and 울릉도·독도.

use std::fmt::Write as _;

use super::label::{self, Lettering, Placement, Wish};
use super::land::ValueLabel;
use super::layers::{label_order, on};
use super::layout::{DOKDO_TIMES, Layout};
use super::{arc, land, marker};
use crate::cluster::ClusterId;
use crate::escape::escape;
use crate::geometry::{Area, Boundaries, Frame, Polygon, Px, Rect, area_path, label_point};
use crate::package::Package;
use crate::page::Page;
use crate::painting::Painting;
use crate::state::Selection;
use crate::text::Lang;

/// The capital region.
pub fn capital(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    painting: &Painting,
    selection: Selection,
    lang: Lang,
    root: &str,
) -> String {
    let frame = &layout.capital;
    let window = window(&boundaries.capital, frame);
    let Rect {
        x,
        y,
        width,
        height,
    } = window;
    let mut out = format!(
        "<g class=\"inset\" aria-hidden=\"true\"><clipPath id=\"capital-window\"><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/></clipPath>\
         <rect class=\"inset-sea\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\
         <g clip-path=\"url(#capital-window)\">"
    );
    for (area, outline) in boundaries.capital.iter().zip(&layout.capital_outlines) {
        out.push_str(&shape(area, outline, painting, selection, root));
    }
    let _ = write!(
        out,
        "<path class=\"border\" d=\"{}\"/>",
        layout.capital_borders
    );
    let _ = write!(
        out,
        "<g class=\"links\">{}</g>",
        arc::links_in_capital(package, layout)
    );

    let spots: Vec<_> = layout
        .clusters
        .iter()
        .filter_map(|spot| Some((spot.id, spot.in_capital?)))
        .collect();
    out.push_str("<g class=\"markers\">");
    for (id, at) in &spots {
        let _ = write!(
            out,
            "<a class=\"{classes}\" href=\"{root}{page}\" data-copy=\"{id}\"{on} tabindex=\"-1\">{shape}</a>",
            classes = marker::classes(*id),
            page = Page::Cluster(*id).path(),
            shape = marker::shape(id.cluster().role, *at),
            id = id.as_str(),
            on = on(selection == Selection::Cluster(*id)),
        );
    }
    out.push_str("</g></g>");

    for (lettering, labels) in layout.labels(lang) {
        out.push_str(&land::values(&labels.capital, lettering, painting, lang));
        out.push_str(&names(
            &labels.capital,
            &spots,
            window,
            lettering,
            selection,
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

/// Where the values of the capital's regions stand.
pub fn value_labels(
    boundaries: &Boundaries,
    layout: &Layout,
    lettering: Lettering,
    lang: Lang,
) -> Vec<ValueLabel> {
    let frame = &layout.capital;
    let window = window(&boundaries.capital, frame);
    let dots: Vec<Rect> = layout
        .clusters
        .iter()
        .filter_map(|spot| spot.in_capital)
        .map(land::around)
        .collect();
    boundaries
        .capital
        .iter()
        .filter_map(|area| {
            let region = area.region.region();
            let middle = frame.to_px(label_point(area)?);
            let width = land::value_width(region, lang) * lettering.size;
            land::offsets().find_map(|(dx, dy)| {
                let at = Px {
                    x: middle.x + dx,
                    y: middle.y + dy,
                };
                let room = land::room(at, width, lettering.size);
                let clear = !dots.iter().any(|dot| label::overlap(&room, dot));
                let on_land = area.contains(frame.to_projected(at));
                let inside = room.x >= window.x
                    && room.y >= window.y
                    && room.x + room.width <= window.x + window.width
                    && room.y + room.height <= window.y + window.height;
                (clear && on_land && inside).then_some(ValueLabel {
                    region,
                    at,
                    room,
                    on_land,
                })
            })
        })
        .collect()
}

/// As many names of clusters as fit beside the values.
pub fn names(
    labels: &[ValueLabel],
    spots: &[(ClusterId, Px)],
    window: Rect,
    lettering: Lettering,
    selection: Selection,
    lang: Lang,
) -> String {
    let wishes: Vec<Wish> = spots
        .iter()
        .map(|(id, at)| Wish {
            text: id.cluster().label.get(lang),
            at: *at,
            reach: marker::reach(id.cluster().role),
            order: label_order(id.cluster().role),
        })
        .collect();
    let placement = Placement {
        size: lettering.size,
        inside: window,
        taken: labels.iter().map(|label| label.room).collect(),
        markers: wishes.iter().map(|wish| (wish.at, wish.reach)).collect(),
    };
    let mut out = format!("<g class=\"names {}\">", lettering.class);
    for placed in placement.place(&wishes, lettering.last_order) {
        let id = spots[placed.wish].0;
        let _ = write!(
            out,
            "<text class=\"cluster-name\" data-copy=\"{}\"{} x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
            id.as_str(),
            on(selection == Selection::Cluster(id)),
            placed.at.x,
            placed.at.y,
            placed.anchor,
            escape(wishes[placed.wish].text),
        );
    }
    out.push_str("</g>");
    out
}

/// 울릉도 and 독도.
pub fn islands(
    boundaries: &Boundaries,
    layout: &Layout,
    painting: &Painting,
    selection: Selection,
    lang: Lang,
    root: &str,
) -> String {
    let Rect {
        x,
        y,
        width,
        height,
    } = layout.islands;
    let mut out = format!(
        "<g class=\"inset\" aria-hidden=\"true\"><rect class=\"inset-sea\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    );
    for (area, d) in island_paths(boundaries, layout) {
        out.push_str(&shape(area, &d, painting, selection, root));
    }
    // The copies above are of a region that has its link on the map; that the islands are there is said once.
    out.push_str("</g>");
    let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
    let middle = x + width / 2.0;
    let _ = write!(
        out,
        "<g role=\"img\" aria-label=\"{spoken}\"><text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
         <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo}<tspan class=\"times\"> ×{DOKDO_TIMES}</tspan></text>\
         <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></g>",
        y + height / 2.0 - 4.0,
        y + height - 5.0,
        spoken = lang.pick(
            "경상북도의 울릉도와 독도",
            "Ulleungdo and Dokdo, part of North Gyeongsang"
        ),
    );
    out
}

/// 울릉도 and 독도, each in its half of the inset, as path data.
pub fn island_paths<'b>(boundaries: &'b Boundaries, layout: &Layout) -> Vec<(&'b Area, String)> {
    let mut out = Vec::new();
    for area in &boundaries.ulleung_dokdo {
        let part = |is_dokdo: bool| Area {
            polygons: area
                .polygons
                .iter()
                .filter(|p| is_east(p) == is_dokdo)
                .cloned()
                .collect(),
            ..area.clone()
        };
        for (is_dokdo, frame) in [(false, &layout.ulleung), (true, &layout.dokdo)] {
            out.push((area, area_path(&part(is_dokdo), frame)));
        }
    }
    out
}

/// A copy of a region in an inset, for the mouse alone; the browser paints it with the region.
fn shape(area: &Area, d: &str, painting: &Painting, selection: Selection, root: &str) -> String {
    let painted = &painting.regions[area.region.index()];
    format!(
        "<a href=\"{root}{page}\" tabindex=\"-1\"><path class=\"region\" data-inset=\"{code}\"{on} data-tone=\"{tone}\" d=\"{d}\"/></a>",
        page = Page::Region(area.region).path(),
        code = area.region.as_str(),
        on = on(selection == Selection::Region(area.region)),
        tone = painted.tone.slug(),
    )
}

/// The box that the inset's land fills.
pub fn window(areas: &[Area], frame: &Frame) -> Rect {
    let bounds = areas
        .iter()
        .filter_map(Area::bounds)
        .reduce(crate::geometry::Bounds::union);
    let Some(bounds) = bounds else {
        return frame.rect;
    };
    let a = frame.to_px(crate::geometry::Projected {
        x: bounds.west,
        y: bounds.north,
    });
    let b = frame.to_px(crate::geometry::Projected {
        x: bounds.east,
        y: bounds.south,
    });
    Rect {
        x: a.x,
        y: a.y,
        width: b.x - a.x,
        height: b.y - a.y,
    }
}

pub fn is_east(polygon: &Polygon) -> bool {
    polygon
        .bounds()
        .is_some_and(|bounds| bounds.west > super::layout::BETWEEN_THE_ISLANDS)
}
