//! Documented links as arcs: the stroke says the family, a chevron the direction where there is one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::layers::on;
use super::layout::Layout;
use super::marker;
use crate::cluster::ClusterId;
use crate::escape::escape;
use crate::geometry::{Area, Boundaries, LonLat, Px, label_point, project};
use crate::link::Family;
use crate::package::{DocumentedLink, End, Package, Standing};
use crate::region::{REGIONS, RegionCode};
use crate::state::Selection;
use crate::text::Lang;

/// All links, each one `<path data-link="from>to">`.
pub fn links(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    selection: Selection,
    lang: Lang,
) -> String {
    let mut out = String::new();
    for (link, path) in drawn(package, boundaries, layout) {
        let (from, to) = (end_id(&link.from), end_id(&link.to));
        let _ = write!(
            out,
            "<path class=\"link{directed}{plan}\" data-link=\"{from}&gt;{to}\"{on} data-family=\"{family}\" \
             d=\"{path}\"><title>{title}</title></path>",
            directed = if link.family.is_directed() {
                " directed"
            } else {
                ""
            },
            plan = if link.status == Standing::Documented {
                ""
            } else {
                " plan"
            },
            from = escape(&from),
            to = escape(&to),
            on = on(touches(link, selection)),
            family = link.family.slug(),
            title = escape(&title(link, package, lang)),
        );
    }
    out
}

/// The links of one family as one line, for a drawing in which none is asked for by itself.
#[derive(Debug)]
pub struct Strand {
    family: Family,
    /// From a national body, which is nowhere on the map.
    from_body: bool,
    path: String,
}

impl Strand {
    /// As the style sheets of page and picture know it.
    pub fn markup(&self) -> String {
        let from_body = if self.from_body {
            " data-link=\"net:\""
        } else {
            ""
        };
        format!(
            "<path class=\"link\" data-family=\"{}\"{from_body} d=\"{}\"/>",
            self.family.slug(),
            self.path
        )
    }
}

/// Every link that the drawing can place, in as many strands as there are families and kinds of ends.
pub fn strands(package: &Package, boundaries: &Boundaries, layout: &Layout) -> Vec<Strand> {
    let mut strands: Vec<Strand> = Vec::new();
    for link in &package.links {
        let from_body = matches!(link.from, End::Body(_));
        let Some(path) = path(link, 0, package, boundaries, layout) else {
            continue;
        };
        let same =
            |strand: &&mut Strand| strand.family == link.family && strand.from_body == from_body;
        match strands.iter_mut().find(same) {
            // Parallel links of a family lie on one another here.
            Some(strand) if strand.path.contains(&path) => {}
            Some(strand) => strand.path.push_str(&path),
            None => strands.push(Strand {
                family: link.family,
                from_body,
                path,
            }),
        }
    }
    strands
}

/// The links that can be drawn, each with its path data, in the order of `links.csv`.
pub fn drawn<'p>(
    package: &'p Package,
    boundaries: &Boundaries,
    layout: &Layout,
) -> Vec<(&'p DocumentedLink, String)> {
    let mut fan = Fan::default();
    let mut out = Vec::new();
    for link in &package.links {
        if let Some(path) = path(link, fan.nth(link), package, boundaries, layout) {
            out.push((link, path));
        }
    }
    out
}

/// Parallel links fan out: how many came before each between the same two ends, in either direction.
#[derive(Default)]
struct Fan(BTreeMap<(String, String), u32>);

impl Fan {
    fn nth(&mut self, link: &DocumentedLink) -> u32 {
        let (from, to) = (end_id(&link.from), end_id(&link.to));
        let pair = if from < to { (from, to) } else { (to, from) };
        let count = self.0.entry(pair).or_default();
        *count += 1;
        *count - 1
    }
}

/// Whether one end is the selected cluster.
fn touches(link: &DocumentedLink, selection: Selection) -> bool {
    let is_selected = |end: &End| match (end, selection) {
        (End::Cluster(end), Selection::Cluster(id)) => end == id.as_str(),
        _ => false,
    };
    is_selected(&link.from) || is_selected(&link.to)
}

/// The links that touch the window of an inset, drawn in its scale; copies without identity.
pub fn links_in_capital(package: &Package, layout: &Layout) -> String {
    let mut out = String::new();
    for (link, path) in drawn_in_capital(package, layout) {
        let _ = write!(
            out,
            "<path class=\"link\" data-family=\"{}\" d=\"{path}\"/>",
            link.family.slug(),
        );
    }
    out
}

/// The links that touch the window of the capital's inset, each with its path data there.
pub fn drawn_in_capital<'p>(
    package: &'p Package,
    layout: &Layout,
) -> Vec<(&'p DocumentedLink, String)> {
    let place = |end: &End| {
        let End::Cluster(id) = end else { return None };
        let profile = package.profile(id)?;
        let place = project(LonLat::parse(profile.lon, profile.lat).ok()?);
        Some((layout.capital.to_px(place), layout.capital.shows(place)))
    };
    let mut fan = Fan::default();
    package
        .links
        .iter()
        .filter_map(|link| {
            let nth = fan.nth(link);
            let ((a, shown_a), (b, shown_b)) = (place(&link.from)?, place(&link.to)?);
            (shown_a || shown_b).then(|| {
                let directed = link.family.is_directed() && shown_b;
                (link, arc(a, b, bend(nth), directed, 6.0))
            })
        })
        .collect()
}

/// The id of an end as in `links.csv`, for `data-link`.
pub fn end_id(end: &End) -> String {
    match end {
        End::Cluster(id) | End::Body(id) => id.clone(),
        End::Region(code) => format!("region:sido-{}", code.as_str()),
        End::MacroRegion(id) => format!("region:{id}"),
    }
}

/// The name of an end.
pub fn end_name(end: &End, package: &Package, lang: Lang) -> String {
    match end {
        End::Cluster(id) => ClusterId::parse(id)
            .map_or_else(|| id.clone(), |id| id.cluster().label.get(lang).to_string()),
        End::Region(code) => code.region().name.get(lang).to_string(),
        End::MacroRegion(id) => package
            .members
            .iter()
            .find(|member| member.region_id == *id)
            .map_or_else(|| id.clone(), |m| m.region.get(lang).to_string()),
        End::Body(id) => package
            .bodies
            .iter()
            .find(|body| body.id == *id)
            .map_or_else(|| id.clone(), |b| b.name.get(lang).to_string()),
    }
}

pub fn title(link: &DocumentedLink, package: &Package, lang: Lang) -> String {
    let arrow = if link.family.is_directed() {
        "→"
    } else {
        "–"
    };
    let mut out = format!(
        "{} {arrow} {}: {}",
        end_name(&link.from, package, lang),
        end_name(&link.to, package, lang),
        link.label.get(lang),
    );
    if let Some(year) = link.year {
        let _ = write!(out, " ({year})");
    }
    out
}

/// `None` only for an end that the drawing does not know.
fn path(
    link: &DocumentedLink,
    nth: u32,
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
) -> Option<String> {
    let (a, reach_a) = fixed(&link.from, package, layout).or_else(|| {
        Some((
            area_end(&link.from, package, boundaries, layout, None)?,
            0.0,
        ))
    })?;
    let (b, reach_b) = fixed(&link.to, package, layout).or_else(|| {
        Some((
            area_end(&link.to, package, boundaries, layout, Some(a))?,
            0.0,
        ))
    })?;
    let mut data = arc(
        shortened(a, b, reach_a),
        shortened(b, a, reach_b),
        bend(nth),
        link.family.is_directed(),
        5.0,
    );
    // The end at an area is a small square on its border, not a point inside.
    if matches!(link.to, End::Region(_) | End::MacroRegion(_)) {
        let _ = write!(data, "M{:.1} {:.1}h5v5h-5z", b.x - 2.5, b.y - 2.5);
    }
    Some(data)
}

fn fixed(end: &End, package: &Package, layout: &Layout) -> Option<(Px, f64)> {
    match end {
        End::Cluster(id) => {
            let spot = layout.spot(ClusterId::parse(id)?)?;
            Some((spot.at, marker::reach(spot.id.cluster().role)))
        }
        End::Body(id) => marker::rings(&package.bodies)
            .find(|(body, _)| body.id == *id)
            .map(|(_, ring)| (ring.at, 8.0)),
        End::Region(_) | End::MacroRegion(_) => None,
    }
}

/// Where a link meets an area: the point of its border on the way from outside to its middle.
fn area_end(
    end: &End,
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    from: Option<Px>,
) -> Option<Px> {
    let members: Vec<RegionCode> = match end {
        End::Region(code) => vec![*code],
        End::MacroRegion(id) => package
            .members
            .iter()
            .filter(|member| member.region_id == *id)
            .map(|member| member.sido)
            .collect(),
        End::Cluster(_) | End::Body(_) => return None,
    };
    let areas: Vec<&Area> = REGIONS
        .iter()
        .zip(&boundaries.sido)
        .filter(|(region, _)| members.contains(&region.code))
        .map(|(_, area)| area)
        .collect();
    let largest = areas
        .iter()
        .max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
    let middle = layout.country.to_px(label_point(largest)?);
    let Some(from) = from else {
        return Some(middle);
    };
    let inside = |at: Px| {
        let place = layout.country.to_projected(at);
        areas.iter().any(|area| area.contains(place))
    };
    Some(entry(from, middle, inside))
}

/// The first point on the way from `a` to `b` that is inside, to a tenth of a unit.
fn entry(a: Px, b: Px, inside: impl Fn(Px) -> bool) -> Px {
    const STEPS: u32 = 400;
    let at = |step: u32| {
        let t = f64::from(step) / f64::from(STEPS);
        Px {
            x: a.x + (b.x - a.x) * t,
            y: a.y + (b.y - a.y) * t,
        }
    };
    (0..=STEPS)
        .map(at)
        .find(|place| inside(*place))
        .unwrap_or(b)
}

/// How far the nth parallel link swings out, as a part of its length.
fn bend(nth: u32) -> f64 {
    0.16 + 0.13 * f64::from(nth)
}

/// The point `by` units on the way from `a` to `b`, so that strokes end at a marker's edge.
fn shortened(a: Px, b: Px, by: f64) -> Px {
    let length = (b.x - a.x).hypot(b.y - a.y);
    if length <= 2.0 * by {
        return a;
    }
    Px {
        x: a.x + (b.x - a.x) * by / length,
        y: a.y + (b.y - a.y) * by / length,
    }
}

/// A quadratic arc that swings to the left of its way, with a chevron at its end where it has a direction.
fn arc(a: Px, b: Px, bend: f64, directed: bool, chevron: f64) -> String {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let control = Px {
        x: (a.x + b.x) / 2.0 + dy * bend,
        y: (a.y + b.y) / 2.0 - dx * bend,
    };
    let mut data = format!(
        "M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}",
        a.x, a.y, control.x, control.y, b.x, b.y
    );
    let (tx, ty) = (b.x - control.x, b.y - control.y);
    let length = tx.hypot(ty);
    if directed && length > 0.0 {
        let (ux, uy) = (tx / length * chevron, ty / length * chevron);
        // Both barbs lean back 30° from the way the arc arrives.
        let (c, s) = (0.866, 0.5);
        let _ = write!(
            data,
            "M{:.0} {:.0}L{:.0} {:.0} {:.0} {:.0}",
            b.x - ux * c + uy * s,
            b.y - uy * c - ux * s,
            b.x,
            b.y,
            b.x - ux * c - uy * s,
            b.y - uy * c + ux * s
        );
    }
    data
}
