//! The map's other layouts, tiles and circles, as the browser fetches them when a reader first wants one.
//!
//! A text of lines ([`Arrangement`] says what is chosen, `dom::morph` reads them):
//!
//! ```text
//! a sentence on each layout       three lines, in the order of Arrangement::ALL
//! markup                          one line to be put into <svg data-map>: patterns, names, values
//! x y x y …                       the square of a tile around the origin, thousandths of half a side
//! x y x y …                       the circle, thousandths of a radius
//! 11 x y half x y radius x y …    a ring of a region: its tile, its circle, its outline on the map;
//!                                 tenths of an SVG unit. 경북 has three: the mainland, 울릉도 and 독도.
//! ```

use std::fmt::Write as _;

use super::label::{self, LETTERINGS, Lettering};
use super::land;
use super::layout::{BETWEEN_THE_ISLANDS, Layout};
use super::pattern;
use crate::arrangement::Arrangement;
use crate::cartogram::{Body, Circle, circle, circles, resample, square};
use crate::geometry::{Boundaries, Frame, Polygon, Px, Rect, label_point, neighbours};
use crate::indicator::Indicator;
use crate::package::{Package, TileLevel};
use crate::painting::Painting;
use crate::region::{REGION_COUNT, REGIONS, Region};
use crate::series;
use crate::state::{Selection, ViewState};
use crate::text::Lang;
use crate::typeset;

/// Where the grid of the 17 begins and how far its tiles are apart; the room to its left is the legend's.
const GRID: Px = Px { x: 78.0, y: 9.0 };
const PITCH: f64 = 112.0;
/// Half a tile's side; what is left is the gap.
const HALF: f64 = 54.0;

/// Where the circles are drawn.
const CIRCLES: Rect = Rect {
    x: 140.0,
    y: 20.0,
    width: 492.0,
    height: 650.0,
};

/// 울릉도 and 독도 have marks of their own size beside 경북, to which they belong: drawn by their population
/// or area they would not be seen.
const ULLEUNG_REACH: f64 = 13.0;
const DOKDO_REACH: f64 = 6.0;

/// A region, or one of the two islands, in both layouts.
#[derive(Clone, Copy, Debug)]
struct Place {
    tile: Circle,
    circle: Circle,
}

/// The fragment; `None` where the package or the outlines lack a region, which the tests hold they do not.
pub fn arranged(
    package: &Package,
    boundaries: &Boundaries,
    layout: &Layout,
    lang: Lang,
) -> Option<String> {
    let (year, population) = population()?;
    let tiles = tiles(package)?;
    let drawn = drawn_circles(boundaries, &layout.country, &population)?;
    let place = |index: usize| Place {
        tile: tiles[index],
        circle: drawn[index],
    };

    let mut out = String::new();
    for arrangement in Arrangement::ALL {
        let _ = writeln!(out, "{}", sentence(arrangement, year, lang));
    }
    let painting = Painting::of(&ViewState::new(Selection::Nation), lang);
    out.push_str(&pattern::patterns());
    let (tile_words, circle_words) = (
        words(&tiles, Arrangement::Tiles, &painting, lang),
        words(&drawn, Arrangement::Circles, &painting, lang),
    );
    let million = (drawn[0].radius * (1_000_000.0 / population[0]).sqrt(), lang);
    let _ = writeln!(
        out,
        "{tile_words}{circle_words}{}</g>",
        scale(million.0, million.1)
    );

    for unit in [square(), circle()] {
        let numbers = unit.iter().flat_map(|at| [at.x, at.y]);
        line(&mut out, numbers.map(|number| number * 1000.0));
    }
    let gyeongbuk = REGIONS.iter().position(|region| region.digits == "47")?;
    for (index, region) in REGIONS.iter().enumerate() {
        let mainland = boundaries.sido[index]
            .polygons
            .iter()
            .max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
        ring(&mut out, region, place(index), mainland, &layout.country);
        if index == gyeongbuk {
            // From where the inset shows them.
            for (island, frame, is_dokdo) in [
                (REGION_COUNT, &layout.ulleung, false),
                (REGION_COUNT + 1, &layout.dokdo, true),
            ] {
                let polygons = boundaries
                    .ulleung_dokdo
                    .iter()
                    .flat_map(|area| &area.polygons);
                let outline = polygons
                    .filter(|polygon| {
                        let west = polygon.bounds().map_or(0.0, |bounds| bounds.west);
                        (west > BETWEEN_THE_ISLANDS) == is_dokdo
                    })
                    .max_by(|a, b| a.area_m2().total_cmp(&b.area_m2()))?;
                ring(&mut out, region, place(island), outline, frame);
            }
        }
    }
    Some(out)
}

/// What a layout shows and what it gives up for that.
fn sentence(arrangement: Arrangement, year: u16, lang: Lang) -> String {
    match (arrangement, lang) {
        (Arrangement::Map, Lang::Ko) => {
            "지도: 땅의 모양 그대로여서, 넓은 시·도가 더 크게 보입니다.".to_string()
        }
        (Arrangement::Map, Lang::En) => {
            "Map: the land as it lies, so that wide regions look larger.".to_string()
        }
        (Arrangement::Tiles, Lang::Ko) => {
            "타일: 열일곱 시·도를 같은 크기로 견줍니다. 자리는 대강의 방향만 지킵니다.".to_string()
        }
        (Arrangement::Tiles, Lang::En) => {
            "Tiles: all 17 regions at one size; only their rough directions are kept.".to_string()
        }
        (Arrangement::Circles, Lang::Ko) => format!(
            "원: 넓이가 {year}년 말 주민등록 인구에 비례합니다. 울릉도와 독도는 비례가 아닌 표시입니다."
        ),
        (Arrangement::Circles, Lang::En) => format!(
            "Circles: areas follow the registered population of {year}; Ulleungdo and Dokdo are marks, not to scale."
        ),
    }
}

/// The newest registered population of each region.
fn population() -> Option<(u16, [f64; REGION_COUNT])> {
    let key = Indicator::Population.definition().key;
    let year = series::years(key).last()?;
    let series = series::find(key, year)?;
    let mut people = [0.0; REGION_COUNT];
    for (index, slot) in people.iter_mut().enumerate() {
        *slot = series.value(index)? as f64;
    }
    Some((year, people))
}

/// The tiles of the 17, then 울릉도 and 독도, each by its middle and half its side.
fn tiles(package: &Package) -> Option<Vec<Circle>> {
    let mut tiles = Vec::new();
    for region in &REGIONS {
        let is_here = |tile: &&crate::package::Tile| {
            tile.level == TileLevel::Sido && tile.code == region.digits
        };
        let tile = package.tiles.iter().find(is_here)?;
        tiles.push(Circle {
            at: Px {
                x: GRID.x + PITCH * (f64::from(tile.column) + 0.5),
                y: GRID.y + PITCH * (f64::from(tile.row) + 0.5),
            },
            radius: HALF,
        });
    }
    let home = tiles[REGIONS.iter().position(|region| region.digits == "47")?].at;
    tiles.extend(islands(Px {
        x: home.x + HALF + 40.0,
        y: home.y,
    }));
    Some(tiles)
}

/// The circles of the 17, then 울릉도 and 독도.
fn drawn_circles(
    boundaries: &Boundaries,
    frame: &Frame,
    population: &[f64; REGION_COUNT],
) -> Option<Vec<Circle>> {
    let mut bodies = Vec::new();
    for (area, weight) in boundaries.sido.iter().zip(population) {
        bodies.push(Body {
            home: frame.to_px(label_point(area)?),
            weight: *weight,
        });
    }
    let mut touching = neighbours(&boundaries.sido);
    // The islands take part as a body as large as both marks with their names, beside 경북.
    let gyeongbuk = REGIONS.iter().position(|region| region.digits == "47")?;
    let home = bodies[gyeongbuk].home;
    bodies.push(Body {
        home: Px {
            x: home.x + 110.0,
            y: home.y - 20.0,
        },
        weight: 1_000_000.0,
    });
    touching[gyeongbuk].push(REGION_COUNT);
    touching.push(vec![gyeongbuk]);
    let mut drawn = circles(&bodies, &touching, CIRCLES);
    let islands_at = drawn.pop()?.at;
    drawn.extend(islands(islands_at));
    Some(drawn)
}

/// The marks of the two islands around a point, 독도 in the east.
fn islands(at: Px) -> [Circle; 2] {
    let mark = |dx: f64, radius| Circle {
        at: Px {
            x: at.x + dx,
            y: at.y - 6.0,
        },
        radius,
    };
    [mark(-10.0, ULLEUNG_REACH), mark(16.0, DOKDO_REACH)]
}

/// Names and values of one layout in both letterings; the browser shows the group and repaints it.
fn words(places: &[Circle], arrangement: Arrangement, painting: &Painting, lang: Lang) -> String {
    let mut out = format!("<g class=\"by-layout {}\">", arrangement.slug());
    for lettering in LETTERINGS {
        let lettering = Lettering {
            size: lettering.size * enlargement(arrangement),
            ..lettering
        };
        let labels = labels(places, arrangement, lettering, lang);
        out.push_str(&land::values(&labels, lettering, painting, lang));
    }
    let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
    if let [.., west, east] = places {
        let middle = (west.at.x - west.radius + east.at.x + east.radius) / 2.0;
        let _ = write!(
            out,
            "<text class=\"island-name\" y=\"{y:.0}\"><tspan x=\"{middle:.0}\" dy=\"1.1em\">{ulleung}</tspan>\
             <tspan x=\"{middle:.0}\" dy=\"1.1em\">{dokdo}</tspan></text>",
            y = west.at.y + west.radius,
        );
    }
    if arrangement == Arrangement::Tiles {
        out.push_str("</g>");
    }
    out
}

/// How much larger letters are than on the map: a tile has room. The style sheet says the same.
fn enlargement(arrangement: Arrangement) -> f64 {
    match arrangement {
        Arrangement::Tiles => 1.25,
        Arrangement::Map | Arrangement::Circles => 1.0,
    }
}

/// The circle that a million people have, for the eye to measure by.
fn scale(radius: f64, lang: Lang) -> String {
    let (x, y) = (600.0 - radius, 668.0);
    format!(
        "<circle class=\"scale\" cx=\"{x:.0}\" cy=\"{:.1}\" r=\"{radius:.1}\"/>\
         <text class=\"scale-name\" x=\"{x:.0}\" y=\"{:.1}\">{}</text>",
        y - radius,
        y - radius + 5.0,
        lang.pick("100만 명", "1 million"),
    )
}

/// Where the words of the 17 stand: inside, or beside a circle that is too small for them.
fn labels(
    places: &[Circle],
    arrangement: Arrangement,
    lettering: Lettering,
    lang: Lang,
) -> Vec<land::ValueLabel> {
    let size = lettering.size;
    let mut taken: Vec<Rect> = Vec::new();
    let mut labels = Vec::new();
    for (region, place) in REGIONS.iter().zip(places) {
        let width = (typeset::width("1,234").max(typeset::width(region.short.get(lang)))) * size;
        let inside = match arrangement {
            Arrangement::Circles => place.radius > (width / 2.0).hypot(size) * 0.94,
            Arrangement::Map | Arrangement::Tiles => true,
        };
        let free = |at: &Px| {
            let room = land::room(*at, width, size);
            let is_clear = |other: &Circle| {
                let x = other.at.x.clamp(room.x, room.x + room.width);
                let y = other.at.y.clamp(room.y, room.y + room.height);
                other.at.distance(Px { x, y }) > other.radius
            };
            let is_in = room.x > 2.0 && room.x + room.width < 638.0 && room.y > 2.0;
            is_in
                && places.iter().all(is_clear)
                && !taken.iter().any(|other| label::overlap(&room, other))
        };
        let beside = || {
            let (dx, dy) = (place.radius + width / 2.0 + 3.0, place.radius + size + 2.0);
            let ways = [
                (dx, 0.0),
                (-dx, 0.0),
                (0.0, -dy),
                (0.0, dy),
                (dx, dy / 2.0),
                (dx, -dy / 2.0),
                (-dx, dy / 2.0),
                (-dx, -dy / 2.0),
            ];
            let candidates = ways.map(|(x, y)| Px {
                x: place.at.x + x,
                y: place.at.y + y,
            });
            candidates.into_iter().find(free)
        };
        let (at, on_land) = match (inside, inside.then_some(place.at).or_else(beside)) {
            (true, _) | (_, None) => (place.at, true),
            (false, Some(at)) => (at, false),
        };
        let room = land::room(at, width, size);
        taken.push(room);
        labels.push(land::ValueLabel {
            region,
            at,
            room,
            on_land,
        });
    }
    labels
}

/// A line of the fragment: a ring's places, then its outline on the map.
fn ring(out: &mut String, region: &Region, place: Place, outline: &Polygon, frame: &Frame) {
    let _ = write!(out, "{} ", region.digits);
    let points: Vec<Px> = outline.exterior.iter().map(|&at| frame.to_px(at)).collect();
    let centred = [place.tile, place.circle].into_iter();
    let numbers = centred
        .flat_map(|Circle { at, radius }| [at.x, at.y, radius])
        .chain(resample(&points).into_iter().flat_map(|at| [at.x, at.y]));
    line(out, numbers.map(|number| number * 10.0));
}

/// Whole numbers, parted by spaces.
fn line(out: &mut String, numbers: impl Iterator<Item = f64>) {
    let numbers: Vec<String> = numbers.map(|number| format!("{number:.0}")).collect();
    out.push_str(&numbers.join(" "));
    out.push('\n');
}
