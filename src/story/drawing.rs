//! The map of each step. The land is drawn once, out of sight, and every map refers to it: seven maps for
//! little more than one.

use std::fmt::Write as _;

use super::Story;
use super::fact::Facts;
use super::plane::BANDS;
use super::step::Step;
use crate::abroad;
use crate::classify::{Breaks, Class, Scheme};
use crate::cut;
use crate::escape::escape;
use crate::geometry::{Area, Boundaries, Rect, area_path, borders, line_path};
use crate::indicator::Indicator;
use crate::map::{
    LETTERINGS, Layout, Placement, VIEW_BOX, Wish, label_order, marker, seas, strands, values,
};
use crate::measure::Measure;
use crate::number::Decimal;
use crate::painting::Painting;
use crate::panel::Context;
use crate::region::REGIONS;
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// What the maps are drawn from.
pub struct Canvas<'s> {
    pub story: &'s Story,
    pub layout: &'s Layout,
    pub boundaries: &'s Boundaries,
    pub package: &'s crate::package::Package,
    pub facts: &'s Facts<'s>,
    pub lang: Lang,
}

impl<'s> Canvas<'s> {
    /// What the words around a map are written from; `root` is the language's root.
    pub fn context<'c>(&self, root: &'c str) -> Context<'c>
    where
        's: 'c,
    {
        Context {
            package: self.package,
            lang: self.lang,
            root,
        }
    }
}

/// Bounds that steps 1 and 2 have in common, each twice the one before: a shade means the same in both.
const SHARES: [i64; 4] = [2, 4, 8, 16];

/// An indicator as shares of the nation in percent.
fn shares(indicator: Indicator, year: u16) -> ViewState {
    let mut state = ViewState::new(Selection::Nation);
    state.set_indicator(indicator);
    state.set_measure(Measure::Share);
    state.set_year(year);
    state.cut.scheme = Breaks::new(&SHARES.map(Decimal::whole)).map(Scheme::UserDefined);
    state
}

impl Canvas<'_> {
    /// What all maps refer to; stands before them, out of sight.
    pub fn shared(&self) -> String {
        let mut out = String::from(
            "<svg class=\"unseen\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><g id=\"land\">",
        );
        for (region, outline) in REGIONS.iter().zip(&self.layout.outlines) {
            let _ = write!(out, "<path id=\"r{}\" d=\"{outline}\"/>", region.digits);
        }
        let _ = write!(
            out,
            "</g><path id=\"mesh\" d=\"{}\"/><path id=\"capital\" d=\"{}\"/><g id=\"isles\">{}</g>\
             <g id=\"markers\">{}</g></defs></svg>",
            self.layout.borders,
            self.capital(),
            self.isles(),
            self.points(),
        );
        out
    }

    /// The map of a step. `label` says in words what it shows.
    pub fn map(&self, step: Step, label: &str) -> String {
        format!(
            "<svg class=\"map\" viewBox=\"{VIEW_BOX}\" role=\"img\" aria-label=\"{}\">{}</svg>",
            escape(label),
            self.inside(step)
        )
    }

    /// What stands inside the map of a step; it refers to [`Canvas::shared`].
    pub fn inside(&self, step: Step) -> String {
        match step {
            Step::Concentration => self.choropleth(Indicator::BioFirms),
            Step::Measures => self.choropleth(Indicator::PharmaWorkers),
            Step::Points => self.plain() + "<use href=\"#markers\"/>" + &self.names(u8::MAX),
            Step::Lines => self.lines(),
            Step::Planes => self.planes(),
            Step::Abroad => abroad::draw(
                self.package,
                &self.story.coasts,
                self.layout,
                "land",
                self.lang,
            ),
            Step::Turn => self.plain() + "<use href=\"#markers\"/>",
        }
    }

    /// The classes of the choropleths: tone, and the bounds in percent.
    pub fn classes(&self, step: Step) -> Vec<(&'static str, String)> {
        let indicator = match step {
            Step::Concentration => Indicator::BioFirms,
            Step::Measures => Indicator::PharmaWorkers,
            Step::Planes => return self.bands(),
            _ => return Vec::new(),
        };
        let state = shares(indicator, self.facts.firms.year);
        let classes = cut::classes(&state).classes;
        let bounds = |class: Class| {
            let (low, high) = (class.lowest.grouped(1), class.highest.grouped(1));
            let range = if low == high {
                low
            } else {
                format!("{low}–{high}")
            };
            (class.tone.slug(), range)
        };
        classes.into_iter().map(bounds).collect()
    }

    fn bands(&self) -> Vec<(&'static str, String)> {
        let mut low = 0.0;
        let mut out = Vec::new();
        for (band, high) in BANDS.into_iter().enumerate() {
            out.push((tone(band), format!("{low}–{high}")));
            low = high;
        }
        out.push((tone(BANDS.len()), format!("{low}–")));
        out
    }

    /// The border of the capital region, without its coast.
    fn capital(&self) -> String {
        let is_in = |place: usize| REGIONS[place].capital;
        let border = borders(&self.boundaries.sido, |a, b| is_in(a) != is_in(b));
        line_path(&border, &self.layout.country)
    }

    /// 울릉도 and 독도, the latter closer and larger than it is, as in every map of the atlas.
    fn isles(&self) -> String {
        let mut out = String::new();
        for area in &self.boundaries.ulleung_dokdo {
            let frames = [(false, &self.layout.ulleung), (true, &self.layout.dokdo)];
            for (is_dokdo, frame) in frames {
                let polygons = area.polygons.iter().filter(|polygon| {
                    let east = crate::map::BETWEEN_THE_ISLANDS;
                    polygon.bounds().is_some_and(|it| it.west > east) == is_dokdo
                });
                let part = Area {
                    polygons: polygons.cloned().collect(),
                    ..area.clone()
                };
                let _ = write!(out, "<path d=\"{}\"/>", area_path(&part, frame));
            }
        }
        out
    }

    fn points(&self) -> String {
        let spots = self.layout.clusters.iter();
        spots
            .map(|spot| {
                format!(
                    "<g class=\"{}\">{}</g>",
                    marker::classes(spot.id),
                    marker::shape(spot.id.cluster().role, spot.at)
                )
            })
            .collect()
    }

    /// Land of one tone.
    fn plain(&self) -> String {
        self.ground("<use href=\"#land\" class=\"region\"/>", "1")
    }

    /// Land that is given, with borders, seas and the two islands in their window.
    fn ground(&self, land: &str, tone_of_isles: &str) -> String {
        let lang = self.lang;
        let Rect {
            x,
            y,
            width,
            height,
        } = self.layout.islands;
        let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
        let middle = x + width / 2.0;
        format!(
            "{land}<use href=\"#mesh\" class=\"border\"/>{seas}\
             <rect class=\"inset-sea\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
             <use href=\"#isles\" class=\"region\" data-tone=\"{tone_of_isles}\"/>\
             <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
             <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
             <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo}<tspan class=\"times\"> ×{times}</tspan></text>",
            y + height / 2.0 - 4.0,
            y + height - 5.0,
            seas = seas(lang),
            times = crate::map::DOKDO_TIMES,
        )
    }

    fn choropleth(&self, indicator: Indicator) -> String {
        let state = shares(indicator, self.facts.firms.year);
        let painting = Painting::of(&state, self.lang);
        let mut land = String::new();
        for (region, shape) in REGIONS.iter().zip(&painting.regions) {
            let _ = write!(
                land,
                "<use href=\"#r{}\" class=\"region\" data-tone=\"{}\"/>",
                region.digits,
                shape.tone.slug()
            );
        }
        // 경북, to which the islands belong.
        let gyeongbuk = self.boundaries.ulleung_dokdo.first();
        let isles = gyeongbuk.map_or("1", |area| {
            painting.regions[area.region.index()].tone.slug()
        });
        let share = match indicator {
            Indicator::BioFirms => self.facts.firms.share,
            _ => self.facts.jobs.share,
        };
        let mut out = self.ground(&land, isles);
        for (lettering, labels) in self.layout.labels(self.lang) {
            out.push_str(&values(&labels.country, lettering, &painting, self.lang));
        }
        let _ = write!(
            out,
            "<use href=\"#capital\" class=\"outline\"/>\
             <text class=\"callout\" x=\"6\" y=\"236\">{}<tspan class=\"big\" x=\"6\" dy=\"1.1em\">{}%</tspan></text>",
            self.lang.text().capital_region,
            share.grouped(1)
        );
        out
    }

    fn lines(&self) -> String {
        let mut out = self.plain() + "<g class=\"links\">";
        for strand in strands(self.package, self.boundaries, self.layout) {
            out.push_str(&strand.markup());
        }
        out.push_str(&marker::bodies(&self.package.bodies, self.lang));
        out.push_str("</g><use href=\"#markers\"/>");
        out + &self.names(0)
    }

    fn planes(&self) -> String {
        let planes = &self.story.planes;
        let frame = &self.layout.country;
        let mut land = format!(
            "<use href=\"#land\" class=\"region\" data-tone=\"{}\"/>",
            tone(BANDS.len())
        );
        // From the outermost to the innermost, each over the one before.
        for (band, bound) in BANDS.into_iter().enumerate().rev() {
            let _ = write!(
                land,
                "<path class=\"region\" data-tone=\"{}\" fill-rule=\"evenodd\" d=\"{}\"/>",
                tone(band),
                planes.within(bound, self.boundaries, frame)
            );
        }
        let ulleung = self.boundaries.ulleung_dokdo.first();
        let band = self.boundaries.sigungu.iter().position(|area| {
            // The district that holds the islands is the one east of everything else.
            ulleung.is_some_and(|isles| area.region == isles.region)
                && area
                    .bounds()
                    .is_some_and(|it| it.east > crate::map::BETWEEN_THE_ISLANDS)
        });
        let isles = band.map_or(tone(BANDS.len()), |district| tone(planes.band(district)));
        let mut out = self.ground(&land, isles);
        let _ = write!(
            out,
            "<path class=\"seam\" d=\"{}\"/><g class=\"markers\">",
            planes.seams(self.boundaries, frame)
        );
        for spot in &self.layout.clusters {
            if planes.hubs.contains(&spot.id) {
                let _ = write!(
                    out,
                    "<g class=\"{}\">{}</g>",
                    marker::classes(spot.id),
                    marker::shape(spot.id.cluster().role, spot.at)
                );
            }
        }
        out.push_str("</g>");
        out + &self.names(0)
    }

    /// The names of clusters up to this order, as many as fit.
    fn names(&self, last_order: u8) -> String {
        let wishes: Vec<Wish> = self
            .layout
            .clusters
            .iter()
            .map(|spot| {
                let cluster = spot.id.cluster();
                Wish {
                    text: cluster.label.get(self.lang),
                    at: spot.at,
                    reach: marker::reach(cluster.role),
                    order: label_order(cluster.role),
                }
            })
            .collect();
        let mut out = String::new();
        for lettering in LETTERINGS {
            let placement = Placement {
                size: lettering.size,
                inside: Rect {
                    x: 0.0,
                    y: 0.0,
                    width: 640.0,
                    height: 690.0,
                },
                taken: vec![self.layout.islands],
                markers: marker::obstacles(self.layout),
            };
            for placed in placement.place(&wishes, last_order.min(lettering.last_order)) {
                let _ = write!(
                    out,
                    "<text class=\"cluster-name {}\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
                    lettering.class,
                    placed.at.x,
                    placed.at.y,
                    placed.anchor,
                    escape(wishes[placed.wish].text)
                );
            }
        }
        out
    }
}

/// The shade of a band: the nearer, the stronger.
fn tone(band: usize) -> &'static str {
    ["4", "3", "2", "1"].get(band).copied().unwrap_or("1")
}
