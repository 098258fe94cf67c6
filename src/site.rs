//! The whole site as files: pages to be put into the shell, fragments that the browser fetches, downloads.

use std::path::Path;

use leptos::prelude::*;

use crate::escape::escape;
use crate::geometry::{self, Boundaries};
use crate::headline;
use crate::indicator::Indicator;
use crate::map::{self, Layout};
use crate::measure;
use crate::package::Package;
use crate::page::{self, Page};
use crate::panel;
use crate::region::{REGIONS, RegionCode};
use crate::search;
use crate::sheet;
use crate::state::{Selection, ViewState};
use crate::text::Lang;
use crate::view::{
    Controls, ControlsProps, Explore, ExploreProps, Footer, Header, Inert, Keyboard, KeyboardProps,
    Keys, KeysProps,
};

/// Where the site will stand.
#[derive(Clone, Debug)]
pub struct Address {
    /// `https://example.org`, for canonical links; empty where it is not known, and they start with `base`.
    pub origin: String,
    /// The path of the site's folder, with a slash at both ends: `/` or `/sub/folder/`.
    pub base: String,
    /// The address of the lab's script; empty where there is none, and what needs it says so.
    pub lab: String,
}

impl Address {
    /// The root of a language: `/en/`.
    fn root(&self, lang: Lang) -> String {
        format!("{}{}", self.base, lang.prefix())
    }

    fn absolute(&self, lang: Lang, page: Page) -> String {
        format!("{}{}{}", self.origin, self.root(lang), page.path())
    }
}

/// A page, to be put into the shell.
#[derive(Clone, Debug)]
pub struct Document {
    /// A folder such as `en/region/43/`, the root as ``, or a file such as `404.html`.
    pub path: String,
    pub lang: &'static str,
    pub head: String,
    pub body: String,
    pub html_attributes: String,
}

/// Everything that pages are made from.
#[derive(Debug)]
pub struct Site {
    package: Package,
    boundaries: Boundaries,
    layout: Layout,
    /// The regions that share a border with each, in the order of [`REGIONS`].
    neighbours: Vec<Vec<RegionCode>>,
    /// The files of the data package, as they are offered for download.
    downloads: Vec<(String, Vec<u8>)>,
}

impl Site {
    /// Reads the data package and the outlines in `folder`.
    ///
    /// # Errors
    ///
    /// Every fault of the package, or the first of the outlines, with file and place.
    pub fn read(folder: &Path) -> Result<Site, Vec<String>> {
        let shown = |errors: Vec<crate::package::Error>| {
            errors.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let package = Package::read(folder).map_err(shown)?;
        let boundaries = Boundaries::read(folder).map_err(|error| vec![error.to_string()])?;
        let layout = Layout::of(&boundaries, &package)
            .ok_or_else(|| vec!["detail.geojson: an inset has no land".to_string()])?;
        let neighbours = geometry::neighbours(&boundaries.sido)
            .into_iter()
            .map(|places| {
                places
                    .into_iter()
                    .map(|place| REGIONS[place].code)
                    .collect()
            })
            .collect();
        let downloads = sheet::downloads(folder).map_err(|error| vec![error.to_string()])?;
        Ok(Site {
            package,
            boundaries,
            layout,
            neighbours,
            downloads,
        })
    }

    /// Every page in both languages.
    pub fn documents(&self, address: &Address) -> impl Iterator<Item = Document> {
        Lang::ALL
            .into_iter()
            .flat_map(move |lang| Page::all().map(move |page| self.document(page, lang, address)))
    }

    /// The parts that the browser fetches when they are wanted, the search index among them: path and text.
    pub fn fragments(&self, address: &Address) -> impl Iterator<Item = (String, String)> {
        Lang::ALL.into_iter().flat_map(move |lang| {
            let root = address.root(lang);
            let details = Page::all().filter_map(Page::state).map({
                let root = root.clone();
                move |state| {
                    let page = Page::of(state.selection).path();
                    (
                        format!("{}{page}detail.html", lang.prefix()),
                        self.detail(state.selection, lang, &root),
                    )
                }
            });
            let index = (
                format!("{}{}", lang.prefix(), search::FILE),
                search::write(&self.package, lang, &root),
            );
            let charts = views().map(move |state| {
                let path = page::chart_path(state.indicator(), state.measure(), state.year());
                (
                    format!("{}{path}", lang.prefix()),
                    self.charts(&state, lang, &root),
                )
            });
            details.chain(charts).chain([index])
        })
    }

    /// The files that the data page offers, by their path in the site.
    pub fn downloads(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.downloads
            .iter()
            .map(|(name, bytes)| (format!("data/{name}"), bytes.as_slice()))
    }

    /// The map in a state: what stands inside `<svg data-map>`.
    pub fn map(&self, state: &ViewState, lang: Lang, root: &str) -> String {
        map::layers(
            &self.package,
            &self.boundaries,
            &self.layout,
            state,
            lang,
            root,
        )
    }

    fn document(&self, page: Page, lang: Lang, address: &Address) -> Document {
        let root = address.root(lang);
        let content = match page.state() {
            Some(state) => {
                self.explore(state, lang, &root) + &panel::lists(&self.package, &state, lang, &root)
            }
            None if page == Page::Data => sheet::data_page(&self.package, lang, &root),
            None => not_found(lang, &root),
        };
        let frame = Owner::new();
        let (header, footer) = frame.with(|| {
            (
                Header(crate::view::HeaderProps {
                    page,
                    lang,
                    base: address.base.clone(),
                })
                .to_html(),
                Footer(crate::view::FooterProps {
                    lang,
                    root: root.clone(),
                })
                .to_html(),
            )
        });
        Document {
            path: format!("{}{}", lang.prefix(), page.path()),
            lang: lang.tag(),
            head: self.head(page, lang, address),
            body: format!(
                "{header}<main id=\"main\">{content}</main>\
                 <p id=\"announcer\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>\
                 <p id=\"tooltip\" aria-hidden=\"true\" hidden></p>{footer}"
            ),
            html_attributes: format!(
                "data-page=\"{}\" data-root=\"{root}\" data-lab=\"{}\"",
                page.path(),
                escape(&address.lab)
            ),
        }
    }

    /// The hydrated part of a map page. Written to the byte: the browser walks the same tree.
    fn explore(&self, state: ViewState, lang: Lang, root: &str) -> String {
        let html = Owner::new().with(|| {
            Explore(ExploreProps {
                state: RwSignal::new(state),
                lang,
                root: root.to_string(),
                inert: Inert {
                    controls: Controls(ControlsProps { state, lang }).to_html(),
                    keys: Keys(KeysProps { state, lang }).to_html(),
                    keyboard: Keyboard(KeyboardProps { lang }).to_html(),
                    map: self.map(&state, lang, root),
                    charts: self.charts(&state, lang, root),
                    detail: self.detail(state.selection, lang, root),
                },
            })
            .to_html()
        });
        format!("<div id=\"atlas\">{html}</div>")
    }

    fn head(&self, page: Page, lang: Lang, address: &Address) -> String {
        let mut head = format!(
            "<title>{}</title><meta name=\"description\" content=\"{}\">\
             <link rel=\"canonical\" href=\"{}\">",
            escape(&page.title(lang)),
            escape(&self.description(page, lang)),
            escape(&address.absolute(lang, page)),
        );
        if page == Page::NotFound {
            head.push_str("<meta name=\"robots\" content=\"noindex\">");
        } else {
            for other in Lang::ALL {
                head.push_str(&format!(
                    "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                    other.tag(),
                    escape(&address.absolute(other, page))
                ));
            }
        }
        head
    }

    /// `<meta name="description">`: the finding and what it rests on.
    fn description(&self, page: Page, lang: Lang) -> String {
        match page {
            Page::Home | Page::Region(_) => {
                let state = page.state().unwrap_or_else(|| ViewState::new(Selection::Nation));
                format!("{}. {}.", headline::headline(&state, lang), headline::deck(&state, lang))
            }
            Page::Cluster(id) => {
                let cluster = id.cluster();
                let what = self.package.profile(id.as_str());
                let what = what.map_or("", |profile| profile.specialisation.get(lang));
                format!(
                    "{}: {what}. {}, {}.",
                    cluster.name.get(lang),
                    cluster.region().region().name.get(lang),
                    cluster.role.name(lang)
                )
            }
            Page::Data => lang
                .pick(
                    "17개 시·도의 지표, 클러스터 40곳과 문서로 확인된 연계의 표, 내려받기, 출처, 방법, 서로 다른 수치.",
                    "Tables, downloads, sources, method and disagreements behind the indicators of 17 regions, 40 clusters and their documented links.",
                )
                .to_string(),
            Page::NotFound => lang.pick("이 주소에는 아무것도 없습니다.", "There is nothing at this address.").to_string(),
        }
    }

    fn charts(&self, state: &ViewState, lang: Lang, root: &str) -> String {
        panel::charts(&self.package, state, lang, root)
    }

    fn detail(&self, selection: Selection, lang: Lang, root: &str) -> String {
        let neighbours = match selection {
            Selection::Region(code) => self.neighbours[code.index()].as_slice(),
            Selection::Nation | Selection::Cluster(_) => &[],
        };
        panel::detail(&self.package, selection, lang, root, neighbours)
    }
}

/// Every indicator under every measure in every year that exists.
fn views() -> impl Iterator<Item = ViewState> {
    Indicator::ALL.into_iter().flat_map(|indicator| {
        indicator
            .definition()
            .measures
            .iter()
            .flat_map(move |&measure| {
                measure::years(indicator, measure)
                    .into_iter()
                    .map(move |year| {
                        let mut state = ViewState::new(Selection::Nation);
                        state.set_indicator(indicator);
                        state.set_measure(measure);
                        state.set_year(year);
                        state
                    })
            })
    })
}

fn not_found(lang: Lang, root: &str) -> String {
    format!(
        "<h1>{}</h1><p><a href=\"{root}\">{}</a></p>",
        lang.pick(
            "이 주소에는 아무것도 없습니다",
            "There is nothing at this address"
        ),
        lang.pick("지도로 가기", "Go to the map"),
    )
}
