//! A 시도 from near: the finer outlines of its 시군구 over the map of the 17, and what is said of them.

use std::fmt::Write as _;

use super::district::Districts;
use super::field::Field;
use super::islands::{Islands, ULLEUNG};
use super::land::Land;
use super::parts::{self, Labels, View};
use crate::escape::escape;
use crate::geometry::{Area, Boundaries, Bounds, Projected, Px, Rect, label_point};
use crate::map::Layout;
use crate::markup::{Element, el, written};
use crate::page::Page;
use crate::region::RegionCode;
use crate::search;
use crate::text::Lang;
use crate::typeset;

/// Steps of the grid in a unit of the drawing: a region is drawn up to twelve times as large.
const TIMES: f64 = 20.0;
/// The drawing's width and height.
const DRAWING: (f64, f64) = (640.0, 690.0);
/// The narrowest part of the drawing that is shown, so that a single district still has a surrounding.
const NARROWEST: f64 = 48.0;
/// Room left around the region.
const MARGIN: f64 = 0.06;
/// Class and size of names, in pixels of the drawing as it stands on the page.
const LETTERINGS: [(&str, f64); 2] = [("wide", 12.5), ("narrow", 21.0)];

/// A region's drawing.
#[derive(Debug)]
pub struct Drill {
    /// The part of the drawing that the map zooms to.
    frame: Rect,
    land: Land,
    /// By language: the inset of 울릉도 and 독도, empty elsewhere, and the names.
    over: [(String, String); 2],
}

impl Drill {
    /// `None` where a district has no land.
    pub fn of(
        boundaries: &Boundaries,
        districts: &Districts,
        layout: &Layout,
        region: RegionCode,
    ) -> Option<Drill> {
        let places: Vec<usize> = (0..boundaries.sigungu.len())
            .filter(|place| boundaries.sigungu[*place].region == region)
            .collect();
        let areas: Vec<Area> = places
            .iter()
            .map(|place| boundaries.sigungu[*place].clone())
            .collect();
        let bounds = areas
            .iter()
            .filter(|area| area.code != ULLEUNG)
            .filter_map(Area::bounds)
            .reduce(Bounds::union)?;
        let has_islands = areas.iter().any(|area| area.code == ULLEUNG);
        let frame = frame(bounds, has_islands, layout);
        let islands = Islands::within(boundaries, inset(frame))?;
        let over = Lang::ALL.map(|lang| {
            let inset = match has_islands {
                true => islands.inset(lang),
                false => String::new(),
            };
            (
                inset,
                names(&areas, districts, &places, layout, frame, lang),
            )
        });
        Some(Drill {
            land: Land::of(&areas, places, &layout.country, TIMES, &islands)?,
            frame,
            over,
        })
    }

    /// What goes into the map: `data-frame` says where to zoom.
    pub fn outlines(&self, field: &Field, districts: &Districts, lang: Lang) -> String {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.frame;
        let (inset, names) = &self.over[lang as usize];
        let frame = format!(" data-frame=\"{x:.0} {y:.0} {width:.0} {height:.0}\"");
        let land = self.land.group(field, districts, lang, &frame);
        format!("{inset}{land}{names}")
    }

    /// What goes into the panel.
    pub(crate) fn panel(view: View<'_>, region: RegionCode) -> String {
        let lang = view.cx.lang;
        let root = view.cx.root;
        let home = el("a").with("href", root).with("data-go", "00");
        let whole = el("a")
            .with("href", format!("{root}{}", Page::Region(region).path()))
            .with("data-whole", "");
        let item = |link: Element| el("li").add(link);
        let crumbs = el("nav")
            .class("crumbs")
            .with("aria-label", lang.pick("위치", "Place"))
            .add(
                el("ol")
                    .add(item(home.add(lang.text().nation)))
                    .add(item(whole.add(region.region().name.get(lang))))
                    .add(
                        el("li")
                            .with("data-crumb", "")
                            .with("aria-current", "location"),
                    ),
            );
        let heading = match lang {
            Lang::Ko => format!("{}의 시군구", region.region().short.ko),
            Lang::En => format!("Municipalities of {}", region.region().short.en),
        };
        let all = el("p").add(
            el("a")
                .with(
                    "href",
                    format!("{root}sigungu/#context={}", view.field.context.slug()),
                )
                .add(lang.pick("전국 시군구 250곳 보기", "All 250 municipalities")),
        );
        let close = el("button")
            .with("type", "button")
            .with("data-drill", "")
            .add(lang.pick("시·도 지도로", "Back to the provinces"));
        written([
            crumbs,
            el("h3").add(heading),
            el("div")
                .class("drill-controls")
                .add(parts::select(view.field.context, lang))
                .add(close),
            el("p").class("picked").with("data-chosen", ""),
            el("div")
                .class("legend")
                .add(parts::legend(view, Some(region))),
            el("div").class("list list-districts").add(parts::table(
                view,
                Some(region),
                Labels::Written,
            )),
            parts::notes(view),
            parts::source(view),
            all,
        ])
    }
}

/// The region with some room around it, and at its right for islands; in the shape of the drawing and inside it.
fn frame(bounds: Bounds, has_islands: bool, layout: &Layout) -> Rect {
    let corner = |x: f64, y: f64| layout.country.to_px(Projected { x, y });
    let (a, b) = (
        corner(bounds.west, bounds.north),
        corner(bounds.east, bounds.south),
    );
    let sea = if has_islands { 0.16 * (b.x - a.x) } else { 0.0 };
    let (across, down) = (b.x + sea - a.x, b.y - a.y);
    let room = 1.0 + 2.0 * MARGIN;
    let width = (across * room)
        .max(down * room * DRAWING.0 / DRAWING.1)
        .clamp(NARROWEST, DRAWING.0)
        .ceil();
    let height = (width * DRAWING.1 / DRAWING.0).round();
    let within =
        |middle: f64, size: f64, whole: f64| (middle - size / 2.0).clamp(0.0, whole - size).round();
    Rect {
        x: within((a.x + b.x + sea) / 2.0, width, DRAWING.0),
        y: within((a.y + b.y) / 2.0, height, DRAWING.1),
        width,
        height,
    }
}

/// The upper right corner of a frame: sea, for the only region that has islands there.
fn inset(frame: Rect) -> Rect {
    let (width, height) = (frame.width * 0.17, frame.height * 0.19);
    Rect {
        x: frame.x + frame.width - width - frame.width * 0.01,
        y: frame.y + frame.height * 0.02,
        width,
        height,
    }
}

/// The names that fit on their land, large districts first.
fn names(
    areas: &[Area],
    districts: &Districts,
    places: &[usize],
    layout: &Layout,
    frame: Rect,
    lang: Lang,
) -> String {
    let shrink = frame.width / DRAWING.0;
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|a, b| areas[*b].area_m2().total_cmp(&areas[*a].area_m2()));
    let mut out = String::from("<g class=\"district-names\" aria-hidden=\"true\">");
    for (class, size) in LETTERINGS {
        let size = size * shrink;
        // Clear of the markers, which keep their size on the screen.
        let reach = 8.0 * shrink;
        let around = |at: Px| Rect {
            x: at.x - reach,
            y: at.y - reach,
            width: 2.0 * reach,
            height: 2.0 * reach,
        };
        let mut taken: Vec<Rect> = layout.clusters.iter().map(|spot| around(spot.at)).collect();
        for &at in &order {
            let name = short_name(&districts.all[places[at]].name_ko, lang);
            let (width, middle) = (typeset::width(&name) * size, label_point(&areas[at]));
            let Some(Px { x, y }) = middle.map(|middle| layout.country.to_px(middle)) else {
                continue;
            };
            let room = Rect {
                x: x - width / 2.0,
                y: y - size * 0.6,
                width,
                height: size * 1.2,
            };
            let ends = [room.x, room.x + width].map(|x| layout.country.to_projected(Px { x, y }));
            let fits = ends.into_iter().all(|end| areas[at].contains(end));
            let collides = taken.iter().any(|other| crate::map::overlap(&room, other));
            if fits && !collides && areas[at].code != ULLEUNG {
                taken.push(room);
                let _ = write!(
                    out,
                    "<text class=\"{class}\" data-name=\"{code}\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
                    y + size * 0.35,
                    escape(&name),
                    code = areas[at].code,
                );
            }
        }
    }
    out.push_str("</g>");
    out
}

/// 상당구 of 청주시 상당구.
fn short_name(ko: &str, lang: Lang) -> String {
    let last = ko.rsplit(' ').next().unwrap_or(ko);
    search::district_name(last, lang)
}
