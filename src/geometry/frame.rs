//! From the plane to a picture: one scale, one shift, north up.

use super::Projected;

/// A place in a picture, in SVG units: to the right and down.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Px {
    pub x: f64,
    pub y: f64,
}

impl Px {
    /// SVG units from one to the other.
    pub fn distance(self, other: Px) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle in a picture, in SVG units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A box in the plane, in metres.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Bounds {
    /// The smallest box that holds all points; `None` without any.
    pub fn around(points: impl IntoIterator<Item = Projected>) -> Option<Self> {
        points.into_iter().map(Bounds::of).reduce(Bounds::union)
    }

    /// The smallest box that holds both.
    pub fn union(self, other: Bounds) -> Bounds {
        Bounds {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// Whether the point is inside or on the edge.
    pub fn contains(&self, point: Projected) -> bool {
        (self.west..=self.east).contains(&point.x) && (self.south..=self.north).contains(&point.y)
    }

    fn of(point: Projected) -> Bounds {
        Bounds {
            west: point.x,
            south: point.y,
            east: point.x,
            north: point.y,
        }
    }
}

/// Where in a picture the plane is drawn, and how large.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// What of the picture is used.
    pub rect: Rect,
    /// SVG units for a metre.
    scale: f64,
    /// The place of the plane's origin in the picture.
    shift: Px,
}

impl Frame {
    /// The largest scale at which `bounds` fits into `rect`, and its middle in the middle.
    ///
    /// Bounds without width and height (a single point) are drawn at one unit a kilometre.
    pub fn fit(bounds: Bounds, rect: Rect) -> Self {
        let across = rect.width / (bounds.east - bounds.west);
        let down = rect.height / (bounds.north - bounds.south);
        let scale = across.min(down);
        Frame::centred(bounds, rect, if scale.is_finite() { scale } else { 0.001 })
    }

    /// The middle of `bounds` in the middle of `rect` at a scale of SVG units for a metre.
    pub fn centred(bounds: Bounds, rect: Rect, scale: f64) -> Self {
        let shift = Px {
            x: rect.x + (rect.width - scale * (bounds.west + bounds.east)) / 2.0,
            y: rect.y + (rect.height + scale * (bounds.south + bounds.north)) / 2.0,
        };
        Frame { rect, scale, shift }
    }

    /// The same picture with so many units for one: for drawings that are scaled down into it.
    pub fn enlarged(&self, times: f64) -> Frame {
        Frame {
            rect: Rect {
                x: self.rect.x * times,
                y: self.rect.y * times,
                width: self.rect.width * times,
                height: self.rect.height * times,
            },
            scale: self.scale * times,
            shift: Px {
                x: self.shift.x * times,
                y: self.shift.y * times,
            },
        }
    }

    pub fn to_px(&self, place: Projected) -> Px {
        Px {
            x: self.shift.x + self.scale * place.x,
            y: self.shift.y - self.scale * place.y,
        }
    }

    /// The inverse of [`Frame::to_px`].
    pub fn to_projected(&self, place: Px) -> Projected {
        Projected {
            x: (place.x - self.shift.x) / self.scale,
            y: (self.shift.y - place.y) / self.scale,
        }
    }

    /// SVG units for a metre.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Whether the place is drawn inside the frame's rectangle, or on its edge.
    pub fn shows(&self, place: Projected) -> bool {
        let Px { x, y } = self.to_px(place);
        let Rect {
            x: left,
            y: top,
            width,
            height,
        } = self.rect;
        (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: Rect = Rect {
        x: 10.0,
        y: 20.0,
        width: 200.0,
        height: 100.0,
    };

    #[test]
    fn there_are_no_bounds_without_points() {
        assert_eq!(Bounds::around([]), None);
    }

    #[test]
    fn an_enlarged_picture_has_the_same_places() {
        let bounds = Bounds {
            west: 0.0,
            south: 0.0,
            east: 10.0,
            north: 10.0,
        };
        let frame = Frame::fit(bounds, RECT);
        let place = Projected { x: 3.0, y: 7.0 };
        let (px, large) = (frame.to_px(place), frame.enlarged(4.0).to_px(place));
        assert_eq!((large.x, large.y), (px.x * 4.0, px.y * 4.0));
    }

    #[test]
    fn the_larger_side_decides_and_the_other_is_centred() {
        // West, south, east, north; then a place and where it must be drawn.
        check([5.0, 5.0, 5.0, 5.0], (5.0, 5.0), (110.0, 70.0));
        check([5.0, 0.0, 5.0, 10.0], (5.0, 10.0), (110.0, 20.0));
        check([0.0, 5.0, 10.0, 5.0], (0.0, 5.0), (10.0, 70.0));
        check([0.0, 0.0, 10.0, 10.0], (0.0, 0.0), (60.0, 120.0));
        check([0.0, 0.0, 10.0, 10.0], (10.0, 10.0), (160.0, 20.0));
        check([100.0, 100.0, 140.0, 110.0], (100.0, 110.0), (10.0, 45.0));
        check([100.0, 100.0, 140.0, 110.0], (140.0, 100.0), (210.0, 95.0));
    }

    #[track_caller]
    fn check([west, south, east, north]: [f64; 4], place: (f64, f64), expected: (f64, f64)) {
        let frame = Frame::fit(
            Bounds {
                west,
                south,
                east,
                north,
            },
            RECT,
        );
        let place = Projected {
            x: place.0,
            y: place.1,
        };
        let found = frame.to_px(place);
        assert!(
            (found.x - expected.0).hypot(found.y - expected.1) < 1e-9,
            "{found:?}, not {expected:?}"
        );
        assert!(frame.to_projected(found).distance(place) < 1e-9);
        assert!(frame.shows(frame.to_projected(Px { x: 110.0, y: 70.0 })));
        assert!(!frame.shows(frame.to_projected(Px { x: 211.0, y: 70.0 })));
        assert!(!frame.shows(frame.to_projected(Px { x: 110.0, y: 19.0 })));
    }
}
