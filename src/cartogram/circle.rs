//! Dorling's cartogram: a circle for every region, its area in proportion to a figure, near where it lies.

use std::collections::HashMap;

use super::disc::{self, Disc};
use crate::geometry::{Area, Bounds, Frame, Px, Rect, label_point, neighbours};
use crate::package::{Level, Package};

/// A circle in a picture, in SVG units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Circle {
    pub at: Px,
    pub radius: f64,
}

/// A body that wants a circle.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Body {
    pub home: Px,
    /// What the area is in proportion to; more than zero.
    pub weight: f64,
}

/// The part of the picture that the circles cover, before they are drawn as large as fits.
const COVER: f64 = 0.4;
/// What is left between two circles, SVG units.
const GAP: f64 = 1.5;

/// Circles inside `rect`, as large as fits, in the order of the bodies. None overlaps another.
///
/// `touching[i]` are the bodies that share a border with `i`. Homes are in the picture's own coordinates.
pub fn circles(bodies: &[Body], touching: &[Vec<usize>], rect: Rect) -> Vec<Circle> {
    let total: f64 = bodies.iter().map(|body| body.weight).sum();
    let room = COVER * rect.width * rect.height;
    let radius = |body: &Body| (room * body.weight / total / core::f64::consts::PI).sqrt();
    let discs: Vec<Disc> = bodies
        .iter()
        .map(|body| Disc {
            home: body.home,
            radius: radius(body),
        })
        .collect();
    let at = disc::settle(&discs, touching, GAP);

    let (mut west, mut north, mut east, mut south) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    for (Disc { radius, .. }, Px { x, y }) in discs.iter().zip(&at) {
        (west, east) = (west.min(x - radius), east.max(x + radius));
        (north, south) = (north.min(y - radius), south.max(y + radius));
    }
    let scale = (rect.width / (east - west)).min(rect.height / (south - north));
    let left = rect.x + (rect.width - scale * (east - west)) / 2.0;
    let top = rect.y + (rect.height - scale * (south - north)) / 2.0;
    let place = |(disc, at): (&Disc, &Px)| Circle {
        at: Px {
            x: left + (at.x - west) * scale,
            y: top + (at.y - north) * scale,
        },
        radius: disc.radius * scale,
    };
    discs.iter().zip(&at).map(place).collect()
}

/// The circles of the 시군구 by the registered population of `year`, with the codes of `sigungu.csv`.
///
/// 청주 has a figure only as a whole and so one circle; a unit without a figure has none. `None` where an area
/// has no land.
pub fn district_circles(
    package: &Package,
    areas: &[Area],
    year: u16,
    rect: Rect,
) -> Option<Vec<(String, Circle)>> {
    let population: HashMap<&str, f64> = package
        .figures
        .iter()
        .filter(|figure| {
            figure.indicator == "population_resident_mois" && figure.year.get() == year
        })
        .map(|figure| (figure.code.as_str(), figure.value.to_f64()))
        .collect();
    // Each outline goes to the unit that has its figure: itself, or the city that it is a district of.
    let unit_of = |area: &Area| -> Option<&str> {
        if let Some((code, _)) = population.get_key_value(area.code.as_str()) {
            return Some(*code);
        }
        let unit = package.units.iter().find(|unit| unit.code == area.code)?;
        let city = package.units.iter().find(|city| {
            let holds = |code| city.sgis_codes.contains(code);
            city.level == Level::CityTotal && unit.sgis_codes.iter().all(holds)
        })?;
        population
            .get_key_value(city.code.as_str())
            .map(|(code, _)| *code)
    };

    let bounds = areas
        .iter()
        .filter_map(Area::bounds)
        .reduce(Bounds::union)?;
    let frame = Frame::fit(bounds, rect);
    let mut codes: Vec<&str> = Vec::new();
    let mut bodies: Vec<Body> = Vec::new();
    let mut body_of: Vec<Option<usize>> = Vec::new();
    for area in areas {
        let Some(code) = unit_of(area) else {
            body_of.push(None);
            continue;
        };
        let at = codes.iter().position(|known| *known == code);
        body_of.push(Some(at.unwrap_or(codes.len())));
        if at.is_none() {
            codes.push(code);
            bodies.push(Body {
                home: frame.to_px(label_point(area)?),
                weight: population[code],
            });
        }
    }
    let mut touching = vec![Vec::new(); bodies.len()];
    for (place, others) in neighbours(areas).into_iter().enumerate() {
        for other in others {
            if let (Some(a), Some(b)) = (body_of[place], body_of[other])
                && a != b
                && !touching[a].contains(&b)
            {
                touching[a].push(b);
            }
        }
    }
    let circles = circles(&bodies, &touching, rect);
    Some(codes.into_iter().map(str::to_owned).zip(circles).collect())
}
