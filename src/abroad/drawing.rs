//! Korea, the coast around Boston, and Japan: three maps side by side, as many kilometres a unit in each.

use std::fmt::Write as _;

use super::coast::{Coasts, Line};
use super::community::{Community, Rank, communities};
use super::plane::Plane;
use crate::cluster::Role;
use crate::escape::escape;
use crate::geometry::{Bounds, DIGITS, Frame, LonLat, Projected, Px, Rect, line_path, project};
use crate::map::{LETTERINGS, Layout, Placement, Wish, marker};
use crate::package::Package;
use crate::text::{Lang, Name};

/// The scale of all three maps; the drawing is 640 units wide.
pub const KILOMETRES_PER_UNIT: f64 = 3.6;
const SCALE: f64 = 1.0 / (1000.0 * KILOMETRES_PER_UNIT);

/// What a scale bar measures.
const BAR_KILOMETRES: f64 = 200.0;

/// Where the maps stand, in SVG units: the places of 38° N 128.2° E, of Boston and of 36° N 137° E.
const KOREA: Px = Px { x: 102.0, y: 86.0 };
const BOSTON: Rect = Rect {
    x: 6.0,
    y: 336.0,
    width: 180.0,
    height: 144.0,
};
const JAPAN: Px = Px { x: 446.0, y: 334.0 };

/// Boston's map is cut here, inside the box of the file and south of Canada.
const BOSTON_MIDDLE: LonLat = LonLat {
    lon: -71.06,
    lat: 42.4,
};
const JAPAN_MIDDLE: LonLat = LonLat {
    lon: 137.0,
    lat: 36.0,
};

/// What stands in the drawing's `viewBox` of 640 × 690. `land` is the id of Korea's outline at the size of the
/// map's own drawing.
pub fn draw(package: &Package, coasts: &Coasts, layout: &Layout, land: &str, lang: Lang) -> String {
    let communities = communities(package);
    let mut out = korea(layout, land, lang);
    out.push_str(&boston(coasts, &communities, lang));
    out.push_str(&japan(coasts, &communities, lang));
    out
}

/// Korea's map made smaller: the same plane of EPSG:5179 at the scale of the others.
struct Smaller {
    times: f64,
    shift: Px,
}

impl Smaller {
    fn of(layout: &Layout) -> Smaller {
        let times = SCALE / layout.country.scale();
        let anchor = project(LonLat {
            lon: 128.2,
            lat: 38.0,
        });
        let from = layout.country.to_px(anchor);
        Smaller {
            times,
            shift: Px {
                x: KOREA.x - times * from.x,
                y: KOREA.y - times * from.y,
            },
        }
    }

    /// From a place in the map's own drawing.
    fn to_px(&self, Px { x, y }: Px) -> Px {
        Px {
            x: self.shift.x + self.times * x,
            y: self.shift.y + self.times * y,
        }
    }
}

fn korea(layout: &Layout, land: &str, lang: Lang) -> String {
    let smaller = Smaller::of(layout);
    let Smaller { times, shift } = &smaller;
    let mut out = format!(
        "<use href=\"#{land}\" class=\"region\" transform=\"translate({:.2} {:.2})scale({times:.5})\"/>",
        shift.x, shift.y,
    );
    // Both are too small to be seen as land at this scale: each is marked.
    let islands = [
        (
            (130.87, 37.5),
            Name {
                ko: "울릉도",
                en: "Ulleungdo",
            },
            -7.0,
        ),
        (
            (131.87, 37.24),
            Name {
                ko: "독도",
                en: "Dokdo",
            },
            17.0,
        ),
    ];
    for ((lon, lat), name, below) in islands {
        let place = layout.country.to_px(project(LonLat { lon, lat }));
        let Px { x, y } = smaller.to_px(place);
        let _ = write!(
            out,
            "<circle class=\"islet\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.6\"/>\
             <text class=\"island-name\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
            y + below,
            name.get(lang)
        );
    }
    out.push_str("<g class=\"markers\">");
    for spot in &layout.clusters {
        let is_hub = matches!(spot.id.cluster().role, Role::Hub | Role::HubAndComplex);
        let here = smaller.to_px(spot.at);
        if is_hub {
            out.push_str(&mark(Rank::Global, here));
        } else {
            let _ = write!(
                out,
                "<g class=\"marker\"><circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"1.6\"/></g>",
                here.x, here.y
            );
        }
    }
    out.push_str("</g>");
    out.push_str(&heading(6.0, 22.0, lang.pick("한국", "Korea")));
    out.push_str(&bar(6.0, 266.0));
    out
}

fn boston(coasts: &Coasts, communities: &[Community], lang: Lang) -> String {
    let plane = Plane {
        middle: BOSTON_MIDDLE,
    };
    // In the cut's own coordinates, whose edge hides where the file is cut.
    let frame = frame(Px {
        x: BOSTON.width / 2.0,
        y: BOSTON.height / 2.0,
    });
    let Rect {
        x,
        y,
        width,
        height,
    } = BOSTON;
    let mut out = format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"><path class=\"region\" d=\"{}\"/></svg>\
         <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
         <text class=\"sea\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
        path(&coasts.boston, plane, &frame),
        x + width * 0.74,
        y + height * 0.9,
        lang.pick("대서양", "Atlantic"),
    );
    let spots: Vec<(&Community, Px)> = communities
        .iter()
        .filter(|community| !community.is_japanese())
        .map(|community| {
            let Px { x, y } = frame.to_px(plane.project(community.at));
            (
                community,
                Px {
                    x: x + BOSTON.x,
                    y: y + BOSTON.y,
                },
            )
        })
        .collect();
    out.push_str(&named(&spots, BOSTON, lang));
    out.push_str(&heading(
        x,
        y - 10.0,
        lang.pick("미국 보스턴 주변", "USA, around Boston"),
    ));
    out.push_str(&bar(x, y + height + 20.0));
    out
}

fn japan(coasts: &Coasts, communities: &[Community], lang: Lang) -> String {
    let plane = Plane {
        middle: JAPAN_MIDDLE,
    };
    let frame = frame(JAPAN);
    let mut out = format!(
        "<path class=\"region\" d=\"{}\"/>",
        path(&coasts.japan, plane, &frame)
    );
    let sea = frame.to_px(plane.project(LonLat {
        lon: 134.4,
        lat: 39.6,
    }));
    let (first, second) = lang.pick_pair(("동해", "East Sea"), ("East Sea", "동해"));
    let _ = write!(
        out,
        "<text class=\"sea\" x=\"{x:.0}\" y=\"{y:.0}\">{first}</text>\
         <text class=\"sea small\" x=\"{x:.0}\" y=\"{:.0}\">{second}</text>",
        sea.y + 16.0,
        x = sea.x,
        y = sea.y,
    );
    let spots: Vec<(&Community, Px)> = communities
        .iter()
        .filter(|community| community.is_japanese())
        .map(|community| (community, frame.to_px(plane.project(community.at))))
        .collect();
    let room = Rect {
        x: 190.0,
        y: 30.0,
        width: 450.0,
        height: 656.0,
    };
    out.push_str(&named(&spots, room, lang));
    out.push_str(&heading(330.0, 22.0, lang.pick("일본", "Japan")));
    out.push_str(&bar(496.0, 560.0));
    out
}

/// The plane's middle at `at`, at the scale of all maps.
fn frame(at: Px) -> Frame {
    let point = Bounds {
        west: 0.0,
        south: 0.0,
        east: 0.0,
        north: 0.0,
    };
    let rect = Rect {
        x: at.x,
        y: at.y,
        width: 0.0,
        height: 0.0,
    };
    Frame::centred(point, rect, SCALE)
}

fn path(coast: &[Line], plane: Plane, frame: &Frame) -> String {
    let project = |line: &Line| line.iter().map(|&place| plane.project(place)).collect();
    let lines: Vec<Vec<Projected>> = coast.iter().map(project).collect();
    line_path(&lines, frame)
}

/// The marker of a rank, as Korea's hubs and spokes have them, a size smaller.
fn mark(rank: Rank, Px { x, y }: Px) -> String {
    let circle = |class: &str, r: f64| {
        format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>")
    };
    match rank {
        Rank::Global => format!(
            "<g class=\"marker\">{}{}</g>",
            circle("ring", 6.0),
            circle("dot", 2.8)
        ),
        Rank::Regional => format!("<g class=\"marker\">{}</g>", circle("dot", 3.6)),
        Rank::Candidate => format!("<g class=\"marker hollow\">{}</g>", circle("dot", 3.2)),
    }
}

/// Markers and as many of their names as fit into `room`.
fn named(spots: &[(&Community, Px)], room: Rect, lang: Lang) -> String {
    let mut out = String::from("<g class=\"markers\">");
    for (community, at) in spots {
        out.push_str(&mark(community.rank, *at));
    }
    out.push_str("</g>");
    let wishes: Vec<Wish> = spots
        .iter()
        .map(|(community, at)| Wish {
            text: community.label.get(lang),
            at: *at,
            reach: marker::reach(Role::Spoke).max(6.0),
            order: community.rank as u8,
        })
        .collect();
    for lettering in LETTERINGS {
        let placement = Placement {
            size: lettering.size,
            inside: room,
            taken: Vec::new(),
            markers: wishes.iter().map(|wish| (wish.at, wish.reach)).collect(),
        };
        for placed in placement.place(&wishes, u8::MAX) {
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

fn heading(x: f64, y: f64, words: &str) -> String {
    format!("<text class=\"map-name\" x=\"{x}\" y=\"{y}\">{words}</text>")
}

/// A line of [`BAR_KILOMETRES`], said in words too.
fn bar(x: f64, y: f64) -> String {
    let length = BAR_KILOMETRES / KILOMETRES_PER_UNIT;
    let digits = DIGITS as usize;
    format!(
        "<path class=\"scale-bar\" d=\"M{x} {}v4h{length:.digits$}v-4\"/><text class=\"scale-name\" x=\"{:.1}\" y=\"{}\">{BAR_KILOMETRES} km</text>",
        y - 4.0,
        x + length + 5.0,
        y + 3.0,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Boundaries;
    use std::path::Path;

    fn layout() -> Layout {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let package = Package::read(&dir).expect("the committed package is sound");
        let boundaries = Boundaries::read(&dir).expect("the committed outlines are sound");
        Layout::of(&boundaries, &package).expect("the committed outlines suffice")
    }

    /// Along the great circle, by the law of cosines.
    fn kilometres(a: LonLat, b: LonLat) -> f64 {
        let (north_a, north_b) = (a.lat.to_radians(), b.lat.to_radians());
        let east = (a.lon - b.lon).to_radians().cos();
        let cos = north_a.sin() * north_b.sin() + north_a.cos() * north_b.cos() * east;
        6371.0088 * cos.acos()
    }

    #[test]
    fn a_unit_is_as_many_kilometres_in_all_three_maps() {
        let layout = layout();
        let smaller = Smaller::of(&layout);
        let in_korea = |place| smaller.to_px(layout.country.to_px(project(place)));
        let abroad = |middle| move |place| frame(JAPAN).to_px(Plane { middle }.project(place));
        let (seoul, busan) = ((126.978, 37.566), (129.075, 35.180));
        check("Seoul to Busan", in_korea, seoul, busan);
        check("Mokpo to Dokdo", in_korea, (126.39, 34.81), (131.87, 37.24));
        let (tokyo, osaka) = ((139.767, 35.681), (135.502, 34.694));
        check("Tokyo to Osaka", abroad(JAPAN_MIDDLE), tokyo, osaka);
        let (sapporo, naha) = ((141.347, 43.064), (127.681, 26.212));
        check("Sapporo to Naha", abroad(JAPAN_MIDDLE), sapporo, naha);
        let (boston, new_york) = ((-71.06, 42.36), (-74.0, 40.71));
        check(
            "Boston to New York",
            abroad(BOSTON_MIDDLE),
            boston,
            new_york,
        );
    }

    #[track_caller]
    fn check(name: &str, to_px: impl Fn(LonLat) -> Px, a: (f64, f64), b: (f64, f64)) {
        let place = |(lon, lat)| LonLat { lon, lat };
        let (a, b) = (place(a), place(b));
        let (from, to) = (to_px(a), to_px(b));
        let units = (to.x - from.x).hypot(to.y - from.y);
        let scale = kilometres(a, b) / units;
        let off = (scale / KILOMETRES_PER_UNIT - 1.0).abs();
        assert!(off < 0.01, "{name}: {scale:.3} km a unit");
    }

    #[test]
    fn the_cut_around_boston_lies_inside_the_file_and_south_of_canada() {
        let plane = Plane {
            middle: BOSTON_MIDDLE,
        };
        // The box of the file in xtask/src/data.rs; the border runs along 45° N and 67° W.
        let (west, east, south, north) = (-75.4, -66.8, 39.4, 45.0);
        for (lon, lat, name) in [
            (west, 42.4, "west"),
            (east, 42.4, "east"),
            (BOSTON_MIDDLE.lon, south, "south"),
            (BOSTON_MIDDLE.lon, north, "north"),
        ] {
            let place = plane.project(LonLat { lon, lat });
            let (x, y) = (place.x.abs() * SCALE, place.y.abs() * SCALE);
            let is_outside = x > BOSTON.width / 2.0 || y > BOSTON.height / 2.0;
            assert!(
                is_outside,
                "the {name} of the cut shows the edge of the file"
            );
        }
    }
}
