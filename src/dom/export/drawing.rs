//! The map as it is drawn, every computed style an attribute.

use std::fmt::Write as _;

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, Node};

use super::super::place::{all, first};
use crate::escape::escape;
use crate::export::{Drawing, Paint};

/// The whole drawing: left, top, width, height.
const WHOLE: [f64; 4] = [0.0, 0.0, 640.0, 690.0];

/// What is copied as it is, wherever it stands.
const GEOMETRY: [&str; 26] = [
    "id",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "points",
    "dx",
    "dy",
    "rotate",
    "transform",
    "viewBox",
    "preserveAspectRatio",
    "patternUnits",
    "patternTransform",
    "clipPathUnits",
    "clip-path",
];

/// The map of the page; `None` where there is none to be seen.
pub fn map() -> Option<Drawing> {
    let maps = all("svg.map");
    let svg = maps.iter().find(|svg| is_drawn(svg))?;
    let view = view_box(svg).unwrap_or(WHOLE);
    let mut pen = Copyist {
        out: String::new(),
        root: matrix(svg)?.scale() * view[2] / WHOLE[2],
    };
    pen.children(svg, None);
    let mut markup = pen.out;
    if let Some(islands) = islands(view) {
        markup.push_str(&islands);
    }
    Some(Drawing { markup, view })
}

fn view_box(svg: &Element) -> Option<[f64; 4]> {
    let text = svg.get_attribute("viewBox")?;
    let mut numbers = text
        .split_ascii_whitespace()
        .map(|number| number.parse().ok());
    let mut next = || numbers.next().flatten();
    let view = [next()?, next()?, next()?, next()?];
    (view[2] > 0.0 && view[3] > 0.0).then_some(view)
}

/// 울릉도 and 독도 in their corner where the view from near has left them out: they are part of every picture.
fn islands(view: [f64; 4]) -> Option<String> {
    let sign = first("[data-map] > g[role=img]:has(> .island-name)")?;
    let land = sign.previous_element_sibling()?;
    let is_whole = view == WHOLE;
    if is_whole && is_drawn(&sign) {
        return None;
    }
    let mut pen = Copyist {
        out: String::new(),
        root: matrix(&first("[data-map]")?)?.scale(),
    };
    pen.element(&land, None);
    pen.element(&sign, None);
    // Back from the view to the whole drawing.
    Some(format!(
        "<g transform=\"translate({} {}) scale({})\">{}</g>",
        view[0],
        view[1],
        view[2] / WHOLE[2],
        pen.out
    ))
}

/// A computed style; `None` where it is empty.
pub fn style(element: &Element, name: &str) -> Option<String> {
    let style = computed(element)?;
    let value = style.get_property_value(name).ok()?;
    (!value.trim().is_empty()).then_some(value)
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(element).ok()?
}

/// Whether an element takes room on the page.
pub fn is_drawn(element: &Element) -> bool {
    let room = element.get_bounding_client_rect();
    room.width() + room.height() > 0.0
}

/// Writes elements one after the other.
struct Copyist {
    out: String,
    /// How many pixels of the screen a unit is of the space that is written in.
    root: f64,
}

/// The styles of a text that its parts inherit.
#[derive(Clone, Default, PartialEq)]
struct Lettering {
    fill: String,
    size: String,
    weight: String,
}

impl Copyist {
    fn children(&mut self, parent: &Element, lettering: Option<&Lettering>) {
        let nodes = parent.child_nodes();
        for at in 0..nodes.length() {
            let Some(node) = nodes.item(at) else { continue };
            if let Some(element) = node.dyn_ref::<Element>() {
                if style(element, "display").as_deref() != Some("none") {
                    self.element(element, lettering);
                }
            } else if node.node_type() == Node::TEXT_NODE && lettering.is_some() {
                let text = node.text_content().unwrap_or_default();
                let _ = write!(self.out, "{}", escape(&text));
            }
        }
    }

    /// An element with what is in it; `lettering` is that of the text around it.
    fn element(&mut self, element: &Element, lettering: Option<&Lettering>) {
        let Some(style) = computed(element) else {
            return;
        };
        let read = |name: &str| style.get_property_value(name).unwrap_or_default();
        if read("visibility") == "hidden" || read("opacity") == "0" {
            return;
        }
        let tag = element.local_name();
        let name = match &*tag {
            // An address would lead out of the picture.
            "a" => "g",
            "g" | "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon"
            | "text" | "tspan" | "use" | "svg" | "defs" | "pattern" | "clipPath" => &tag,
            _ => return,
        };
        let start = self.out.len();
        let _ = write!(self.out, "<{name}");
        for attribute in GEOMETRY {
            if let Some(value) = element.get_attribute(attribute)
                && !value.is_empty()
            {
                let _ = write!(self.out, " {attribute}=\"{}\"", escape(&value));
            }
        }
        if name == "use"
            && let Some(target) = element.get_attribute("href")
        {
            let _ = write!(
                self.out,
                " href=\"{0}\" xlink:href=\"{0}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
                escape(&target)
            );
        }
        self.moved(element, &read("transform"));
        let opacity = read("opacity");
        if opacity != "1" && !opacity.is_empty() {
            let _ = write!(self.out, " opacity=\"{opacity}\"");
        }
        let is_text = matches!(name, "text" | "tspan");
        let mut own = None;
        match name {
            "text" | "tspan" => own = Some(self.letters(&read, lettering)),
            "g" | "svg" | "defs" | "pattern" | "clipPath" => {}
            _ => self.paint(element, &read),
        }
        if name == "text" {
            self.stroke(element, &read);
        }
        self.out.push('>');
        let opened = self.out.len();
        let spoken = (tag == "a")
            .then(|| element.get_attribute("aria-label"))
            .flatten();
        self.children(element, if is_text { own.as_ref() } else { None });
        if self.out.len() == opened && matches!(name, "g" | "text" | "tspan" | "defs") {
            // Nothing of it is to be seen.
            self.out.truncate(start);
            return;
        }
        if let Some(spoken) = spoken {
            self.out
                .insert_str(opened, &format!("<title>{}</title>", escape(&spoken)));
        }
        let _ = write!(self.out, "</{name}>");
    }

    /// A move that only the style sheet knows of.
    fn moved(&mut self, element: &Element, transform: &str) {
        if transform.is_empty() || transform == "none" || element.has_attribute("transform") {
            return;
        }
        let around = element.parent_element().as_ref().and_then(matrix);
        if let (Some(outer), Some(inner)) = (around, matrix(element)) {
            let [a, b, c, d, e, f] = outer.inside(&inner);
            let _ = write!(
                self.out,
                " transform=\"matrix({a:.5} {b:.5} {c:.5} {d:.5} {e:.3} {f:.3})\""
            );
        }
    }

    fn paint(&mut self, element: &Element, read: &dyn Fn(&str) -> String) {
        let fill = Paint::parse(&read("fill")).unwrap_or(Paint::None);
        self.out.push_str(&fill.attributes("fill"));
        let part = read("fill-opacity");
        if part != "1" && !part.is_empty() {
            let _ = write!(self.out, " fill-opacity=\"{part}\"");
        }
        self.stroke(element, read);
    }

    fn stroke(&mut self, element: &Element, read: &dyn Fn(&str) -> String) {
        let Some(stroke @ (Paint::Solid { .. } | Paint::Pattern(_))) =
            Paint::parse(&read("stroke"))
        else {
            return;
        };
        // Strokes that keep their width on the screen have it at the size of the whole drawing.
        let times = if read("vector-effect") == "non-scaling-stroke" {
            matrix(element).map_or(1.0, |matrix| self.root / matrix.scale())
        } else {
            1.0
        };
        let lengths = |text: &str| {
            let numbers = text.replace("px", " ").replace(',', " ");
            let scaled = numbers
                .split_ascii_whitespace()
                .filter_map(|number| Some(short(number.parse::<f64>().ok()? * times)));
            scaled.collect::<Vec<_>>().join(" ")
        };
        let width = lengths(&read("stroke-width"));
        if width == "0" {
            return;
        }
        self.out.push_str(&stroke.attributes("stroke"));
        let _ = write!(self.out, " stroke-width=\"{width}\"");
        let dashes = lengths(&read("stroke-dasharray"));
        if !dashes.is_empty() {
            let _ = write!(self.out, " stroke-dasharray=\"{dashes}\"");
        }
        for (name, usual) in [
            ("stroke-linejoin", "miter"),
            ("stroke-linecap", "butt"),
            ("stroke-opacity", "1"),
            ("paint-order", "normal"),
        ] {
            let value = read(name);
            if value != usual && !value.is_empty() {
                let _ = write!(self.out, " {name}=\"{value}\"");
            }
        }
    }

    /// What of the letters differs from the text around them.
    fn letters(&mut self, read: &dyn Fn(&str) -> String, around: Option<&Lettering>) -> Lettering {
        let own = Lettering {
            fill: read("fill"),
            size: read("font-size"),
            weight: read("font-weight"),
        };
        let usual = Lettering {
            weight: "400".to_owned(),
            ..Lettering::default()
        };
        let around = around.unwrap_or(&usual);
        if own.fill != around.fill {
            let fill = Paint::parse(&own.fill).unwrap_or(Paint::None);
            self.out.push_str(&fill.attributes("fill"));
        }
        if own.size != around.size {
            let size = own.size.trim_end_matches("px");
            let _ = write!(self.out, " font-size=\"{size}\"");
        }
        if own.weight != around.weight {
            let _ = write!(self.out, " font-weight=\"{}\"", own.weight);
        }
        if *around == usual {
            for (name, usual) in [
                ("text-anchor", "start"),
                ("font-style", "normal"),
                ("dominant-baseline", "auto"),
                ("letter-spacing", "normal"),
            ] {
                let value = read(name);
                if value != usual && !value.is_empty() {
                    let value = value.trim_end_matches("px");
                    let _ = write!(self.out, " {name}=\"{value}\"");
                }
            }
        }
        own
    }
}

/// At most three digits behind the point.
fn short(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Where an element's own units are on the screen.
struct Matrix([f64; 6]);

fn matrix(element: &Element) -> Option<Matrix> {
    let screen = element.unchecked_ref::<Graphics>().screen().ok()??;
    let matrix = [
        screen.a(),
        screen.b(),
        screen.c(),
        screen.d(),
        screen.e(),
        screen.f(),
    ];
    let is_flat = matrix[0] * matrix[3] == matrix[1] * matrix[2];
    (!is_flat).then_some(Matrix(matrix))
}

impl Matrix {
    /// How much longer lengths are on the screen.
    fn scale(&self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }

    /// Another matrix seen from within this one.
    fn inside(&self, other: &Matrix) -> [f64; 6] {
        let [a, b, c, d, e, f] = self.0;
        let [p, q, r, s, t, u] = other.0;
        let whole = a * d - b * c;
        let (t, u) = (t - e, u - f);
        [
            (d * p - c * q) / whole,
            (a * q - b * p) / whole,
            (d * r - c * s) / whole,
            (a * s - b * r) / whole,
            (d * t - c * u) / whole,
            (a * u - b * t) / whole,
        ]
    }
}

#[wasm_bindgen]
extern "C" {
    /// An element that is drawn.
    type Graphics;
    #[wasm_bindgen(method, js_name = getScreenCTM, catch)]
    fn screen(this: &Graphics) -> Result<Option<Screen>, JsValue>;

    type Screen;
    #[wasm_bindgen(method, getter)]
    fn a(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter)]
    fn b(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter)]
    fn c(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter)]
    fn d(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter)]
    fn e(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter)]
    fn f(this: &Screen) -> f64;
}
