//! The page of all 250, and everything about the 시군구 that the browser fetches later.

use super::district::Districts;
use super::drill::Drill;
use super::field::Field;
use super::islands::Islands;
use super::land::Land;
use super::parts::{self, Labels, View};
use super::{Context, finding};
use crate::geometry::{Boundaries, Projected, Rect, simplify};
use crate::map::{Layout, VIEW_BOX, hatch, seas};
use crate::markup::{Element, Node, el, written};
use crate::package::Package;
use crate::panel;
use crate::picture::{self, Key, Plate, Subject};
use crate::region::REGIONS;
use crate::text::Lang;
use crate::view::zoom_buttons;

/// Outlines of the nation lose triangles of less than so many square metres: a square kilometre is a unit
/// of the drawing.
const SMALLEST_TRIANGLE: f64 = 900_000.0;
/// Steps of the grid in a unit of the drawing.
const TIMES: f64 = 2.5;
/// Where the two insets stand, as on the map of the 시도.
const CAPITAL: Rect = Rect {
    x: 2.0,
    y: 180.0,
    width: 226.0,
    height: 186.0,
};
const ISLANDS: Rect = Rect {
    x: 540.0,
    y: 40.0,
    width: 96.0,
    height: 112.0,
};

/// The 250 with all contexts, ready to be written.
#[derive(Debug)]
pub struct Sheet {
    districts: Districts,
    /// In the order of [`Context::ALL`].
    fields: Vec<Field>,
    land: Land,
    /// By language: the inset with its names.
    islands: [String; 2],
    /// What the inset of the capital region shows of the drawing.
    capital: Rect,
    /// In the order of [`REGIONS`].
    drills: Vec<Drill>,
}

impl Sheet {
    /// `None` where the outlines lack what the drawings need; the tests hold that they do not.
    pub fn of(boundaries: &Boundaries, package: &Package, layout: &Layout) -> Option<Sheet> {
        let districts = Districts::of(boundaries, package);
        let islands = Islands::within(boundaries, ISLANDS)?;
        let thin = simplify(&boundaries.sigungu, SMALLEST_TRIANGLE);
        let places = (0..thin.len()).collect();
        let drills = REGIONS
            .iter()
            .map(|region| Drill::of(boundaries, &districts, layout, region.code))
            .collect::<Option<_>>()?;
        Some(Sheet {
            fields: Context::ALL
                .iter()
                .map(|context| Field::of(*context, &districts))
                .collect(),
            land: Land::of(&thin, places, &layout.country, TIMES, &islands)?,
            islands: Lang::ALL.map(|lang| islands.inset(lang)),
            capital: capital_in_drawing(boundaries, layout)?,
            drills,
            districts,
        })
    }

    /// The districts, in the order of the outlines.
    pub fn districts(&self) -> &Districts {
        &self.districts
    }

    /// A context over all districts.
    pub fn field(&self, context: Context) -> &Field {
        // One field for each context, in their order.
        &self.fields[context as usize]
    }

    fn view<'v>(
        &'v self,
        package: &'v Package,
        context: Context,
        lang: Lang,
        root: &'v str,
    ) -> View<'v> {
        View {
            cx: panel::Context {
                package,
                lang,
                root,
            },
            field: self.field(context),
            districts: &self.districts,
        }
    }

    /// The body of `/sigungu/`.
    pub fn page(&self, package: &Package, lang: Lang, root: &str) -> String {
        let context = Context::default();
        let view = self.view(package, context, lang, root);
        let figure = self
            .figure(view)
            .add(Node::Written(crate::export::opener(lang)));
        let panel = el("section")
            .class("panel")
            .add(el("p").class("picked").with("data-chosen", ""))
            .add(parts::notes(view))
            .add(
                el("div")
                    .with("id", "table") // where the link past the map leads
                    .class("list list-districts")
                    .add(parts::table(view, None, Labels::OnTheMap)),
            )
            .add(
                el("p")
                    .class("muted")
                    .add(lang.pick(
                        "다른 지표와 원자료는 ",
                        "Other indicators and the raw rows: ",
                    ))
                    .add(
                        el("a")
                            .with("href", format!("{root}data/#downloads"))
                            .add("sigungu.csv"),
                    ),
            );
        el("div")
            .class("explore sigungu")
            .add(parts::headline(view))
            .add(
                el("div")
                    .class("controls")
                    .with("role", "group")
                    .add(parts::select(context, lang)),
            )
            .add(el("div").class("stage").add(figure).add(panel))
            .to_string()
    }

    /// The map in a frame of someone else's article.
    pub fn embed(&self, package: &Package, lang: Lang, root: &str) -> String {
        let view = self.view(package, Context::default(), lang, root);
        el("div")
            .class("explore sigungu")
            .add(parts::headline(view))
            .add(
                el("div")
                    .class("stage")
                    .add(self.figure(view))
                    .add(el("p").class("picked").with("data-chosen", "")),
            )
            .to_string()
    }

    /// The map with its legend and its sources.
    fn figure(&self, view: View<'_>) -> Element {
        let lang = view.cx.lang;
        el("figure")
            .class("map-figure")
            .add(
                el("div")
                    .class("canvas")
                    .add(Node::Written(zoom_buttons(lang)))
                    .add(
                        el("svg")
                            .with("data-map", "")
                            .class("map")
                            .with("viewBox", VIEW_BOX)
                            .with("role", "graphics-document")
                            .with(
                                "aria-label",
                                lang.pick("시군구별 지도", "Map by municipality"),
                            )
                            .add(Node::Written(self.drawing(view))),
                    )
                    .add(el("div").class("legend").add(parts::legend(view, None))),
            )
            .add(el("figcaption").add(parts::source(view)))
    }

    fn drawing(&self, view: View<'_>) -> String {
        let lang = view.cx.lang;
        let Rect {
            x,
            y,
            width,
            height,
        } = CAPITAL;
        let land = self.land.group(view.field, &self.districts, lang, "");
        // The inset shows the same shapes once more, magnified: a copy would double the page.
        let inset = format!(
            "<g class=\"inset\" aria-hidden=\"true\"><rect class=\"inset-sea\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
             <svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\" preserveAspectRatio=\"xMidYMid slice\">\
             <use href=\"#districts\"/></svg>\
             <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
             <text class=\"inset-name\" x=\"{x}\" y=\"{:.0}\">{}</text></g>",
            self.capital.x,
            self.capital.y,
            self.capital.width,
            self.capital.height,
            y - 5.0,
            lang.pick("수도권 확대", "Capital region, larger"),
        );
        format!(
            "{}{}{land}{}{inset}",
            hatch(),
            self.islands[lang as usize],
            seas(lang)
        )
    }

    /// The files that the browser fetches, below the language's root, without its prefix: path and text.
    pub fn fragments<'s>(
        &'s self,
        package: &'s Package,
        lang: Lang,
        root: &'s str,
    ) -> impl Iterator<Item = (String, String)> + use<'s> {
        let views = Context::ALL
            .into_iter()
            .map(move |context| self.view(package, context, lang, root));
        let nation = views.clone().map(|view| {
            let path = format!("sigungu/{}.html", view.field.context.slug());
            let parts = [
                parts::headline(view),
                parts::legend(view, None),
                parts::source(view),
                parts::notes(view),
                parts::table(view, None, Labels::Written),
            ];
            (path, written(parts))
        });
        let regions = REGIONS.iter().zip(&self.drills);
        let near = regions.flat_map(move |(region, drill)| {
            let folder = format!("region/{}", region.digits);
            let outlines = (
                format!("{folder}/districts.svg"),
                drill.outlines(&self.fields[0], &self.districts, lang),
            );
            let panels = views.clone().map({
                let folder = folder.clone();
                move |view| {
                    let path = format!("{folder}/{}.html", view.field.context.slug());
                    (path, Drill::panel(view, region.code))
                }
            });
            panels.chain([outlines])
        });
        nation.chain(near)
    }

    /// The page's picture.
    pub(crate) fn plate(&self, package: &Package, subject: Subject, lang: Lang) -> Plate {
        let context = Context::default();
        let view = self.view(package, context, lang, "");
        // The first is of the rows, others of what they are divided by.
        let counted = view.field.sources.first();
        let counted = counted.and_then(|id| package.sigungu_sources.get(id));
        let publishers: Vec<&str> = counted
            .iter()
            .map(|source| source.publisher.as_str())
            .collect();
        Plate {
            subject,
            lang,
            title: finding::title(view.field, &self.districts, lang),
            deck: finding::deck(view.field, lang),
            key: Key {
                title: finding::measured(view.field, lang),
                classes: parts::swatches(view.field, lang),
                roles: Vec::new(),
            },
            source: picture::sources(&publishers, lang),
            drawing: self.drawing(view),
        }
    }

    /// `<meta name="description">`.
    pub fn description(&self, lang: Lang) -> String {
        let field = self.field(Context::default());
        format!(
            "{}. {}",
            finding::title(field, &self.districts, lang),
            finding::deck(field, lang)
        )
    }
}

/// The box of the drawing that the detailed outlines of the capital region cover.
fn capital_in_drawing(boundaries: &Boundaries, layout: &Layout) -> Option<Rect> {
    let bounds = boundaries
        .capital
        .iter()
        .filter_map(|area| area.bounds())
        .reduce(crate::geometry::Bounds::union)?;
    let corner = |x: f64, y: f64| layout.country.to_px(Projected { x, y });
    let (a, b) = (
        corner(bounds.west, bounds.north),
        corner(bounds.east, bounds.south),
    );
    Some(Rect {
        x: a.x,
        y: a.y,
        width: b.x - a.x,
        height: b.y - a.y,
    })
}
