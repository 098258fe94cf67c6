//! The map of a picture: the grammar of the pages' maps with fewer and larger letters.

use std::fmt::Write as _;

use crate::cluster::{ClusterId, Role};
use crate::escape::escape;
use crate::geometry::{Boundaries, Px, Rect, borders, line_path};
use crate::map::{
    DOKDO_TIMES, LETTERINGS, Layout, Lettering, Placed, Placement, ValueLabel, Wish, end_id,
    inset_names, inset_window, island_paths, label_order, links_drawn, links_drawn_in_capital,
    marker, overlap, seas, strands, values,
};
use crate::package::Package;
use crate::painting::Painting;
use crate::region::{REGIONS, RegionCode};
use crate::state::Selection;
use crate::text::Lang;

/// What the regions are painted with.
pub enum Land<'l> {
    /// The tones of a view, with values.
    Painted(&'l Painting),
    /// Pale, so that what lies over it stands out.
    Pale,
    /// Pale but for these, which are named.
    Chosen(&'l [RegionCode]),
}

/// What is drawn over the land.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    Nothing,
    /// Markers; of a selected cluster also its links.
    Points,
    /// Markers and all links.
    Lines,
}

/// What the map is drawn from.
#[derive(Clone, Copy)]
pub struct Country<'c> {
    pub package: &'c Package,
    pub boundaries: &'c Boundaries,
    pub layout: &'c Layout,
    pub lang: Lang,
    pub selection: Selection,
    pub overlay: Overlay,
}

/// Markers are so many times as large as on the pages.
const MARKER_TIMES: f64 = 1.4;
/// The size of the name of what the picture is about.
const CALLOUT: f64 = 28.0;

const EDGES: Rect = Rect {
    x: 4.0,
    y: 4.0,
    width: 632.0,
    height: 682.0,
};

impl Country<'_> {
    /// What stands inside the map's `<svg>`.
    pub fn draw(&self, land: &Land<'_>) -> String {
        let layout = self.layout;
        let mut out = String::new();
        for (region, d) in REGIONS.iter().zip(&layout.outlines) {
            let _ = write!(out, "<path{} d=\"{d}\"/>", look(land, region.code));
        }
        let _ = write!(
            out,
            "<path class=\"border\" d=\"{}\"/><path class=\"{}\" d=\"{}\"/>{}",
            layout.borders,
            if self.selection == Selection::Nation {
                "capital"
            } else {
                "outline"
            },
            self.outline(land),
            seas(self.lang)
        );
        let callout = self.callout();
        out.push_str(&self.islands(land));
        out.push_str(&self.capital(land, &callout));
        out.push_str(&self.links());
        out.push_str(&self.labels(land, &callout));
        out.push_str(&self.markers());
        out.push_str(&self.names(&callout));
        if let Some(Callout { text, placed, .. }) = &callout {
            let _ = write!(
                out,
                "<text class=\"cluster-name\" data-on=\"\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
                placed.at.x,
                placed.at.y,
                placed.anchor,
                escape(text)
            );
        }
        out
    }

    /// The line around what the title speaks of: a region, or the capital region.
    fn outline(&self, land: &Land<'_>) -> String {
        match (self.selection, land) {
            (Selection::Region(code), _) => self.layout.outlines[code.index()].clone(),
            (Selection::Nation, Land::Painted(_)) => {
                let is_in = |place: usize| REGIONS[place].capital;
                let border = borders(&self.boundaries.sido, |a, b| is_in(a) != is_in(b));
                line_path(&border, &self.layout.country)
            }
            _ => String::new(),
        }
    }

    /// The capital region magnified.
    fn capital(&self, land: &Land<'_>, callout: &Option<Callout>) -> String {
        let (layout, lang) = (self.layout, self.lang);
        let window = inset_window(&self.boundaries.capital, &layout.capital);
        let Rect {
            x,
            y,
            width,
            height,
        } = window;
        let frame =
            format!("x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"");
        let mut out = format!(
            "<clipPath id=\"capital-window\"><rect {frame}/></clipPath>\
             <rect class=\"inset-sea\" {frame}/><g clip-path=\"url(#capital-window)\">"
        );
        for (area, d) in self.boundaries.capital.iter().zip(&layout.capital_outlines) {
            let _ = write!(out, "<path{} d=\"{d}\"/>", look(land, area.region));
        }
        let _ = write!(
            out,
            "<path class=\"border\" d=\"{}\"/>",
            layout.capital_borders
        );
        if let Selection::Region(code) = self.selection {
            let shown = self.boundaries.capital.iter().zip(&layout.capital_outlines);
            for (_, d) in shown.filter(|(area, _)| area.region == code) {
                let _ = write!(out, "<path class=\"outline\" d=\"{d}\"/>");
            }
        }
        let spots: Vec<(ClusterId, Px)> = layout
            .clusters
            .iter()
            .filter(|spot| self.shows(spot.id))
            .filter_map(|spot| Some((spot.id, spot.in_capital?)))
            .collect();
        if self.overlay != Overlay::Nothing {
            for (link, d) in links_drawn_in_capital(self.package, layout) {
                let on = self.is_on(&end_id(&link.from), &end_id(&link.to));
                if on || self.overlay == Overlay::Lines {
                    out.push_str(&stroke(link.family.slug(), on, &d));
                }
            }
            for (id, at) in &spots {
                out.push_str(&self.marker(*id, *at));
            }
        }
        out.push_str("</g>");
        if let (Land::Painted(painting), Some((lettering, labels))) = (land, self.large()) {
            let clear = clear_of(&labels.capital, callout);
            out.push_str(&values(&clear, lettering, painting, lang));
        }
        if self.overlay != Overlay::Nothing
            && !matches!(self.selection, Selection::Cluster(_))
            && let Some((lettering, labels)) = self.large()
        {
            let taken = match land {
                Land::Painted(_) => labels.capital.as_slice(),
                Land::Pale | Land::Chosen(_) => &[],
            };
            out.push_str(&inset_names(
                taken,
                &spots,
                window,
                lettering,
                Selection::Nation,
                lang,
            ));
        }
        let times = layout.capital.scale() / layout.country.scale();
        let _ = write!(
            out,
            "<rect class=\"inset-edge\" {frame}/><text class=\"inset-name\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
            y - 6.0,
            match lang {
                Lang::Ko => format!("수도권 확대({times:.1}배)"),
                Lang::En => format!("Capital region, ×{times:.1}"),
            }
        );
        out
    }

    /// 울릉도 and 독도.
    fn islands(&self, land: &Land<'_>) -> String {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.layout.islands;
        let frame = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        let mut out = format!("<rect class=\"inset-sea\" {frame}/>");
        for (area, d) in island_paths(self.boundaries, self.layout) {
            let _ = write!(out, "<path{} d=\"{d}\"/>", look(land, area.region));
        }
        let middle = x + width / 2.0;
        let (ulleung, dokdo) = self
            .lang
            .pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
        let _ = write!(
            out,
            "<text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
             <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo} ×{DOKDO_TIMES}</text>\
             <rect class=\"inset-edge\" {frame}/>",
            y + height / 2.0 - 4.0,
            y + height - 5.0,
        );
        out
    }

    fn links(&self) -> String {
        let mut out = String::new();
        match self.overlay {
            Overlay::Nothing => {}
            Overlay::Points => {
                let drawn = links_drawn(self.package, self.boundaries, self.layout);
                let on = drawn
                    .into_iter()
                    .filter(|(link, _)| self.is_on(&end_id(&link.from), &end_id(&link.to)));
                for (link, d) in on {
                    out.push_str(&stroke(link.family.slug(), true, &d));
                }
            }
            Overlay::Lines => {
                for strand in strands(self.package, self.boundaries, self.layout) {
                    out.push_str(&strand.markup());
                }
            }
        }
        if self.overlay == Overlay::Lines || out.contains("data-on") && self.touches_body() {
            out.push_str(&marker::bodies(&self.package.bodies, self.lang));
        }
        out
    }

    /// Whether a national body is at the other end of one of the selected cluster's links.
    fn touches_body(&self) -> bool {
        let bodies = &self.package.bodies;
        self.package.links.iter().any(|link| {
            let (from, to) = (end_id(&link.from), end_id(&link.to));
            let is_body = |id: &str| bodies.iter().any(|body| body.id == id);
            self.is_on(&from, &to) && (is_body(&from) || is_body(&to))
        })
    }

    fn is_on(&self, from: &str, to: &str) -> bool {
        match self.selection {
            Selection::Cluster(id) => [from, to].contains(&id.as_str()),
            Selection::Nation | Selection::Region(_) => false,
        }
    }

    /// The values of the regions, or the names of those that are chosen.
    fn labels(&self, land: &Land<'_>, callout: &Option<Callout>) -> String {
        let Some((lettering, labels)) = self.large() else {
            return String::new();
        };
        match land {
            Land::Pale => String::new(),
            Land::Painted(painting) => {
                let clear = clear_of(&labels.country, callout);
                values(&clear, lettering, painting, self.lang)
            }
            Land::Chosen(chosen) => {
                let mut out = String::new();
                let named = labels
                    .country
                    .iter()
                    .filter(|label| chosen.contains(&label.region.code));
                for label in named {
                    let _ = write!(
                        out,
                        "<text class=\"map-name\" text-anchor=\"middle\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                        label.at.x,
                        label.at.y + 8.0,
                        label.region.short.get(self.lang)
                    );
                }
                out
            }
        }
    }

    fn markers(&self) -> String {
        let spots = self.layout.clusters.iter();
        match self.overlay {
            Overlay::Nothing => String::new(),
            Overlay::Points | Overlay::Lines => {
                let shown = spots.filter(|spot| self.shows(spot.id));
                shown.map(|spot| self.marker(spot.id, spot.at)).collect()
            }
        }
    }

    fn marker(&self, id: ClusterId, at: Px) -> String {
        let role = id.cluster().role;
        let here = if self.selection == Selection::Cluster(id) {
            format!(
                "<circle class=\"here\" r=\"{}\"/>",
                marker::reach(role) + 7.0
            )
        } else {
            String::new()
        };
        format!(
            "<g class=\"{}\" transform=\"translate({:.1} {:.1}) scale({MARKER_TIMES})\">{}{here}</g>",
            marker::classes(id),
            at.x,
            at.y,
            marker::shape(role, Px { x: 0.0, y: 0.0 }),
        )
    }

    /// The names of hubs and complexes, as many as fit beside the values.
    fn names(&self, callout: &Option<Callout>) -> String {
        let Some((lettering, labels)) = self.large() else {
            return String::new();
        };
        if self.overlay == Overlay::Nothing || matches!(self.selection, Selection::Cluster(_)) {
            return String::new();
        }
        let outside = || {
            let spots = self.layout.clusters.iter();
            spots.filter(|spot| spot.in_capital.is_none() && self.shows(spot.id))
        };
        let wishes: Vec<Wish> = outside().map(|spot| self.wish(spot.id, spot.at)).collect();
        let mut taken = vec![self.layout.capital.rect, self.layout.islands];
        taken.extend(callout.iter().map(|callout| callout.room));
        taken.extend(labels.country.iter().map(|label| label.room));
        let placement = Placement {
            size: lettering.size,
            inside: EDGES,
            taken,
            markers: self.obstacles(),
        };
        let mut out = String::new();
        for placed in placement.place(&wishes, lettering.last_order) {
            let _ = write!(
                out,
                "<text class=\"cluster-name\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
                placed.at.x,
                placed.at.y,
                placed.anchor,
                escape(wishes[placed.wish].text)
            );
        }
        out
    }

    /// The name of the selected cluster where it is shown largest; whatever is in its way gives way.
    fn callout(&self) -> Option<Callout> {
        let Selection::Cluster(id) = self.selection else {
            return None;
        };
        let spot = self.layout.spot(id)?;
        let (at, inside) = match spot.in_capital {
            Some(at) => (
                at,
                inset_window(&self.boundaries.capital, &self.layout.capital),
            ),
            None => (spot.at, EDGES),
        };
        let mut wish = self.wish(id, at);
        wish.reach = (marker::reach(id.cluster().role) + 9.0) * MARKER_TIMES;
        let taken = match spot.in_capital {
            Some(_) => Vec::new(),
            None => vec![self.layout.capital.rect, self.layout.islands],
        };
        let placement = Placement {
            size: CALLOUT,
            inside,
            taken,
            markers: vec![(wish.at, wish.reach)],
        };
        let text = wish.text;
        let placed = placement.place(&[wish], u8::MAX).pop()?;
        let room = placed.room(text, CALLOUT);
        Some(Callout { text, placed, room })
    }

    fn wish(&self, id: ClusterId, at: Px) -> Wish<'static> {
        let cluster = id.cluster();
        Wish {
            text: cluster.label.get(self.lang),
            at,
            reach: marker::reach(cluster.role) * MARKER_TIMES,
            order: label_order(cluster.role),
        }
    }

    fn obstacles(&self) -> Vec<(Px, f64)> {
        marker::obstacles(self.layout)
            .into_iter()
            .map(|(at, reach)| (at, reach * MARKER_TIMES))
            .collect()
    }

    /// The larger of the two letterings.
    fn large(&self) -> Option<(Lettering, &crate::map::Labels)> {
        let (mut lettering, labels) = self.layout.labels(self.lang).nth(LETTERINGS.len() - 1)?;
        if let Selection::Region(_) = self.selection {
            // There are few: each may have its name.
            lettering.last_order = u8::MAX;
        }
        Some((lettering, labels))
    }

    /// Whether a cluster belongs to what the picture is about: of a region its own; beside a cluster the hubs
    /// and complexes, of which the values keep clear, and what it has links with.
    fn shows(&self, id: ClusterId) -> bool {
        match self.selection {
            Selection::Nation => true,
            Selection::Region(code) => id.cluster().region() == code,
            Selection::Cluster(_) => {
                let is_linked = |(from, to): (String, String)| {
                    self.is_on(&from, &to) && [from.as_str(), &to].contains(&id.as_str())
                };
                let links = self.package.links.iter();
                label_order(id.cluster().role) <= 1
                    || self.selection == Selection::Cluster(id)
                    || links
                        .map(|link| (end_id(&link.from), end_id(&link.to)))
                        .any(is_linked)
            }
        }
    }

    /// The shapes that the map has, in the order of the pages' keys.
    pub fn roles(&self) -> Vec<Role> {
        let is_drawn = |role: &Role| {
            let spots = self.layout.clusters.iter();
            spots
                .filter(|spot| self.shows(spot.id))
                .any(|spot| spot.id.cluster().role == *role)
        };
        match self.overlay {
            Overlay::Nothing => Vec::new(),
            Overlay::Points | Overlay::Lines => ROLES.into_iter().filter(is_drawn).collect(),
        }
    }
}

/// The name of what the picture is about.
struct Callout {
    text: &'static str,
    placed: Placed,
    room: Rect,
}

fn clear_of(labels: &[ValueLabel], callout: &Option<Callout>) -> Vec<ValueLabel> {
    let is_clear = |label: &&ValueLabel| {
        let rooms = callout.iter().map(|callout| &callout.room);
        rooms.into_iter().all(|room| !overlap(&label.room, room))
    };
    labels.iter().filter(is_clear).cloned().collect()
}

fn look(land: &Land<'_>, code: RegionCode) -> String {
    match land {
        Land::Painted(painting) => {
            let tone = painting.regions[code.index()].tone.slug();
            format!(" class=\"region\" data-tone=\"{tone}\"")
        }
        Land::Chosen(chosen) if chosen.contains(&code) => " class=\"chosen\"".to_string(),
        Land::Pale | Land::Chosen(_) => " class=\"pale\"".to_string(),
    }
}

fn stroke(family: &str, on: bool, d: &str) -> String {
    let on = if on { " data-on=\"\"" } else { "" };
    format!("<path class=\"link\" data-family=\"{family}\"{on} d=\"{d}\"/>")
}

/// The shapes in the order of the pages' keys; the least goes without saying.
const ROLES: [Role; 4] = [
    Role::Hub,
    Role::NationalComplex,
    Role::HubAndComplex,
    Role::Spoke,
];
