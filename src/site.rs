//! The whole site as files: pages to be put into the shell, fragments that the browser fetches, downloads.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;

use crate::arrangement;
use crate::builder;
use crate::catchment;
use crate::compare::{self, Choice};
use crate::description::describe;
use crate::desk;
use crate::embed::{self, Embed};
use crate::escape::escape;
use crate::export;
use crate::geometry::{self, Boundaries};
use crate::grouping::Grouping;
use crate::head::{About, head, headline, preview};
use crate::hub_places;
use crate::indicator::Indicator;
use crate::map::{self, Layout};
use crate::measure::Measure;
use crate::nearness::Nearness;
use crate::network;
use crate::oembed;
use crate::package::Package;
use crate::page::{self, Page};
use crate::panel;
use crate::picture::{self, Plate, Subject};
use crate::region::{REGIONS, RegionCode};
use crate::search;
use crate::sheet;
use crate::sigungu;
use crate::single;
use crate::sitemap;
use crate::state::{Selection, ViewState, views};
use crate::story::{self, Story};
use crate::structured_data::Catalogue;
use crate::text::Lang;
use crate::view::{
    Controls, ControlsProps, Explore, ExploreProps, Footer, Header, Inert, Keyboard, KeyboardProps,
    Keys, KeysProps, Layouts, LayoutsProps, zoom_buttons,
};

/// Where the site will stand.
#[derive(Clone, Debug)]
pub struct Address {
    /// `https://example.org`, for canonical links; empty where it is not known, and they start with `base`.
    pub origin: String,
    /// The path of the site's folder, with a slash at both ends: `/` or `/sub/folder/`.
    pub base: String,
    /// The address of the instruments' script; empty where there is none, and the page does without.
    pub instruments: String,
    /// The address of the export desk's script, likewise.
    pub export: String,
    /// The address of the lab's script; empty where there is none, and what needs it says so.
    pub lab: String,
    /// The address of the hub lab's script, likewise.
    pub solver: String,
}

impl Address {
    /// The root of a language: `/en/`.
    fn root(&self, lang: Lang) -> String {
        format!("{}{}", self.base, lang.prefix())
    }

    /// The address of a page.
    pub(crate) fn absolute(&self, lang: Lang, page: Page) -> String {
        format!("{}{}{}", self.origin, self.root(lang), page.path())
    }

    /// The address of a file of the site by its path below the base.
    pub(crate) fn whole(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
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
    /// Whether the page is one that the map's program brings to life.
    pub has_map: bool,
    /// Whether it stands in a frame of someone else's page.
    pub is_embed: bool,
}

/// Everything that pages are made from.
#[derive(Debug)]
pub struct Site {
    package: Package,
    boundaries: Boundaries,
    layout: Layout,
    /// The regions that share a border with each, in the order of [`REGIONS`].
    neighbours: Vec<Vec<RegionCode>>,
    story: Story,
    near: Mutex<HashMap<(Indicator, Measure, u16), Option<Nearness>>>,
    /// The files of the data package, as they are offered for download.
    downloads: Vec<(String, Vec<u8>)>,
    /// Version and day of the data package.
    facts: [String; 2],
    /// The 250 시군구.
    sigungu: sigungu::Sheet,
    /// What the data package says of itself.
    catalogue: Catalogue,
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
        let story = Story::read(folder, &package, &boundaries).map_err(|error| vec![error])?;
        let sigungu = sigungu::Sheet::of(&boundaries, &package, &layout)
            .ok_or_else(|| vec!["sigungu.geojson: a district has no land".to_string()])?;
        let facts = export::facts(folder).map_err(|error| vec![error])?;
        let mut downloads = sheet::downloads(folder).map_err(|error| vec![error.to_string()])?;
        let catalogue = downloads
            .iter()
            .find(|(name, _)| name == "datapackage.json");
        let catalogue = catalogue.map_or(&[][..], |(_, bytes)| bytes);
        let catalogue = Catalogue::read(catalogue).map_err(|error| vec![error])?;
        downloads.push((
            catchment::FILE.to_string(),
            catchment::csv(&package, &boundaries).into_bytes(),
        ));
        Ok(Site {
            package,
            boundaries,
            layout,
            neighbours,
            story,
            near: Mutex::default(),
            downloads,
            facts,
            sigungu,
            catalogue,
        })
    }

    /// Every page in both languages, then every embed.
    pub fn documents(&self, address: &Address) -> impl Iterator<Item = Document> {
        let pages = Lang::ALL
            .into_iter()
            .flat_map(move |lang| Page::all().map(move |page| self.document(page, lang, address)));
        let embeds = Lang::ALL.into_iter().flat_map(move |lang| {
            Embed::all().map(move |embed| self.embed_document(embed, lang, address))
        });
        pages.chain(embeds)
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
            let districts: Vec<_> = self
                .sigungu
                .fragments(&self.package, lang, &root)
                .map(|(path, text)| (format!("{}{path}", lang.prefix()), text))
                .collect();
            let clusters = (
                format!("{}{}", lang.prefix(), compare::FILE),
                compare::write_cells(&self.package, lang, &root),
            );
            let form = (format!("{}{}", lang.prefix(), desk::FILE), desk::form(lang));
            let export = (
                format!("{}{}", lang.prefix(), export::FILE),
                export::written(&self.package, &self.facts, &address.base, lang),
            );
            let charts = views().flat_map(every_grouping).map(move |state| {
                let path = page::chart_path(&state);
                (
                    format!("{}{path}", lang.prefix()),
                    self.charts(&state, lang, &root),
                )
            });
            let (planes, text) =
                network::planes_file(&self.package, &self.boundaries, &self.layout, lang);
            let planes = (format!("{}{planes}", lang.prefix()), text);
            let places = (
                format!("{}{}", lang.prefix(), hub_places::FILE),
                self.hub_places(),
            );
            let groups = Grouping::ALL
                .into_iter()
                .filter(|grouping| grouping.is_grouped())
                .map(move |grouping| {
                    let path = page::group_path(grouping);
                    (
                        format!("{}{path}", lang.prefix()),
                        self.groups(grouping, lang),
                    )
                });
            let layouts = (
                format!("{}{}", lang.prefix(), arrangement::FILE),
                self.layouts(lang),
            );
            details
                .chain(charts)
                .chain(groups)
                .chain([index, clusters, form, export, layouts, planes, places])
                .chain(districts)
        })
    }

    /// What other programs read of the site, by path: sitemap, robots.txt, an oEmbed answer for every page and
    /// every scene.
    pub fn announcements(&self, address: &Address) -> Vec<(String, String)> {
        let mut out = vec![("robots.txt".to_string(), sitemap::robots(address))];
        out.extend(sitemap::sitemap(address).map(|list| (sitemap::FILE.to_string(), list)));
        for lang in Lang::ALL {
            out.extend(Subject::all().map(|subject| {
                let title = self.picture_title(subject, lang);
                (
                    oembed::path(subject, lang),
                    oembed::answer(subject, lang, &title, address),
                )
            }));
        }
        out
    }

    /// The title over a picture, without drawing it.
    fn picture_title(&self, subject: Subject, lang: Lang) -> String {
        match subject {
            Subject::Page(page) => headline(page, lang),
            Subject::Scene(step) => self
                .story
                .finding(&self.package, &self.boundaries, step, lang),
        }
    }

    /// The files that the data page offers, by their path in the site.
    pub fn downloads(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.downloads
            .iter()
            .map(|(name, bytes)| (format!("data/{name}"), bytes.as_slice()))
    }

    /// The map in one file: the page of the nation with what it fetches, for a site at `home`, which is empty
    /// where that is not known.
    ///
    /// # Errors
    ///
    /// Where a part cannot stand inside a page.
    pub fn single(&self, parts: &single::Parts, lang: Lang, home: &str) -> Result<String, String> {
        let address = Address {
            origin: String::new(),
            base: single::BASE.to_owned(),
            instruments: String::new(),
            export: String::new(),
            lab: String::new(),
            solver: String::new(),
        };
        let root = address.root(lang);
        let page = self.document(Page::Home, lang, &address);
        let details = Page::all().filter_map(Page::state).map(|state| {
            let path = Page::of(state.selection).path();
            (
                format!("{path}detail.html"),
                self.detail(state.selection, lang, &root),
            )
        });
        let is_latest = |state: &ViewState| state.years().last() == Some(&state.year());
        let charts = views()
            .filter(is_latest)
            .map(|state| (page::chart_path(&state), self.charts(&state, lang, &root)));
        let groups = Grouping::ALL
            .into_iter()
            .map(|grouping| (page::group_path(grouping), self.groups(grouping, lang)));
        let layouts = (arrangement::FILE.to_owned(), self.layouts(lang));
        let leaf = single::Leaf {
            lang,
            title: &Page::Home.title(lang),
            // Without the programs that only the site has.
            attributes: &format!("data-page=\"\" data-root=\"{root}\""),
            body: &page.body,
            site: home,
            fragments: details
                .chain(charts)
                .chain(groups)
                .chain([layouts])
                .collect(),
        };
        single::write(&leaf, parts)
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

    /// The story: what stands inside its `<main>`.
    pub fn story(&self, lang: Lang, root: &str) -> String {
        self.story
            .page(&self.package, &self.boundaries, &self.layout, lang, root)
    }

    /// The places that the hub lab reads.
    pub fn hub_places(&self) -> String {
        hub_places::write(&self.package, &self.layout)
    }

    /// The other layouts of the map, for the browser to fetch.
    pub fn layouts(&self, lang: Lang) -> String {
        map::arranged(&self.package, &self.boundaries, &self.layout, lang).unwrap_or_default()
    }

    /// The picture of a page or of a scene of the story.
    pub fn picture(&self, subject: Subject, lang: Lang) -> Plate {
        let desk = picture::Desk {
            package: &self.package,
            boundaries: &self.boundaries,
            layout: &self.layout,
            story: &self.story,
            sigungu: &self.sigungu,
        };
        picture::plate(desk, subject, &self.description(subject.page(), lang), lang)
    }

    fn document(&self, page: Page, lang: Lang, address: &Address) -> Document {
        let root = address.root(lang);
        let content = match page.state() {
            Some(state) => {
                self.explore(state, lang, &root) + &panel::lists(&self.package, &state, lang, &root)
            }
            None if page == Page::Story => self.story(lang, &root),
            None if page == Page::Builder => {
                builder::page(lang, &format!("{}{}", address.origin, address.base))
            }
            None if page == Page::Network => {
                network::page(&self.package, &self.boundaries, &self.layout, lang, &root)
            }
            None if page == Page::Sigungu => self.sigungu.page(&self.package, lang, &root),
            None if page == Page::Data => sheet::data_page(&self.package, lang, &root),
            None if page == Page::Compare => {
                compare::page(self.picker(lang), lang, &root) + &export::opener(lang)
            }
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
                    page,
                    lang,
                    root: root.clone(),
                })
                .to_html(),
            )
        });
        Document {
            path: format!("{}{}", lang.prefix(), page.path()),
            lang: lang.tag(),
            head: head(
                &About {
                    page,
                    lang,
                    description: self.description(page, lang),
                },
                address,
                &self.catalogue,
            ),
            body: format!(
                "{header}<main id=\"main\">{content}</main>\
                 <p id=\"announcer\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>\
                 <p id=\"tooltip\" aria-hidden=\"true\" hidden></p>{footer}"
            ),
            has_map: page.state().is_some(),
            is_embed: false,
            html_attributes: html_attributes(page, &root, address),
        }
    }

    /// A view for a frame: light unless its address says otherwise, as articles are.
    fn embed_document(&self, embed: Embed, lang: Lang, address: &Address) -> Document {
        let root = address.root(lang);
        let page = embed.page();
        let (package, boundaries, layout) = (&self.package, &self.boundaries, &self.layout);
        let view = match (embed, page.state()) {
            (Embed::Scene(step), _) => self
                .story
                .scene(step, package, boundaries, layout, lang, &root),
            (_, Some(state)) => self.embedded_map(state, lang, &root),
            (Embed::Of(Page::Story), _) => {
                self.story.scenes(package, boundaries, layout, lang, &root)
            }
            (Embed::Of(Page::Network), _) => {
                network::embed(package, boundaries, layout, lang, &root)
            }
            (Embed::Of(Page::Sigungu), _) => self.sigungu.embed(package, lang, &root),
            (Embed::Of(_), _) => compare::embed(lang, &root),
        };
        Document {
            path: format!("{}{}", lang.prefix(), embed.path()),
            lang: lang.tag(),
            head: self.embed_head(embed, lang, address),
            body: embed::around(embed, &view, lang, &root),
            has_map: page.state().is_some(),
            is_embed: true,
            html_attributes: format!(
                "{} data-embed=\"\" data-theme=\"light\"",
                html_attributes(page, &root, address)
            ),
        }
    }

    /// A link to an embed previews as the view that it is of.
    fn embed_head(&self, embed: Embed, lang: Lang, address: &Address) -> String {
        let page = embed.page();
        let subject = match embed {
            Embed::Of(page) => Subject::Page(page),
            Embed::Scene(step) => Subject::Scene(step),
        };
        let description = self.description(page, lang);
        let title = self.picture_title(subject, lang);
        let of_view = embed::head(embed, lang, &description, &address.absolute(lang, page));
        of_view + &preview(subject, lang, &title, &description, address)
    }

    /// The map in a frame: no controls, and of what is known about a selection only the head.
    fn embedded_map(&self, state: ViewState, lang: Lang, root: &str) -> String {
        let html = Owner::new().with(|| {
            Explore(ExploreProps {
                state: RwSignal::new(state),
                lang,
                root: root.to_string(),
                inert: Inert {
                    map: self.map(&state, lang, root),
                    keys: Keys(KeysProps { state, lang }).to_html(),
                    ..Inert::default()
                },
            })
            .to_html()
        });
        format!("{}<div id=\"atlas\">{html}</div>", desk::slots(lang))
    }

    /// The hydrated part of a map page. Written to the byte: the browser walks the same tree.
    fn explore(&self, state: ViewState, lang: Lang, root: &str) -> String {
        let html = Owner::new().with(|| {
            Explore(ExploreProps {
                state: RwSignal::new(state),
                lang,
                root: root.to_string(),
                inert: Inert {
                    controls: Controls(ControlsProps { state, lang }).to_html()
                        + &desk::opener(lang)
                        + &export::opener(lang),
                    keys: Keys(KeysProps { state, lang }).to_html(),
                    keyboard: Layouts(LayoutsProps { state, lang }).to_html()
                        + &Keyboard(KeyboardProps { lang }).to_html()
                        + &zoom_buttons(lang),
                    map: self.map(&state, lang, root),
                    charts: self.charts(&state, lang, root),
                    detail: self.detail(state.selection, lang, root),
                },
            })
            .to_html()
        });
        format!("{}<div id=\"atlas\">{html}</div>", desk::slots(lang))
    }

    /// `<meta name="description">`: the finding and what it rests on.
    fn description(&self, page: Page, lang: Lang) -> String {
        match page {
            Page::Home | Page::Region(_) => {
                let state = page.state().unwrap_or_else(|| ViewState::new(Selection::Nation));
                describe(&state, lang).plain()
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
            Page::Story => story::deck(lang).to_string(),
            Page::Builder => lang
                .pick(
                    "지도의 화면을 골라 기사, 블로그, AMP, 워드프레스, React에 붙일 코드를 만듭니다.",
                    "Choose a view of the map and get the code for articles, blogs, AMP, WordPress or React.",
                )
                .to_string(),
            Page::Network => network::description(&self.package, lang),
            Page::Sigungu => self.sigungu.description(lang),
            Page::Compare => lang
                .pick(
                    "시·도와 클러스터를 열 곳까지 골라 지표마다 값, 순위, 백분위, 여러 해의 변화, 가장 닮은 곳을 나란히 봅니다.",
                    "Up to ten regions and clusters side by side: values, ranks, percentiles, years and who is most alike, by every indicator.",
                )
                .to_string(),
            Page::NotFound => lang.pick("이 주소에는 아무것도 없습니다.", "There is nothing at this address.").to_string(),
        }
    }

    /// The small map of the comparison, with its first choice.
    fn picker(&self, lang: Lang) -> String {
        let regions = Choice::at_first().regions();
        map::picker(&self.boundaries, &self.layout, &regions, lang)
    }

    fn charts(&self, state: &ViewState, lang: Lang, root: &str) -> String {
        let nearness = self.nearness(state);
        panel::charts(&self.package, state, lang, root, nearness.as_ref())
    }

    /// Whether neighbours are alike, where each region stands by itself. Ten thousand permutations for a
    /// view are worth remembering: many pages start with the same one.
    fn nearness(&self, state: &ViewState) -> Option<Nearness> {
        if state.grouping.is_grouped() {
            return None;
        }
        let view = (state.indicator(), state.measure(), state.year());
        // A panic elsewhere leaves a memory of whole answers all the same.
        let mut known = self.near.lock().unwrap_or_else(PoisonError::into_inner);
        known
            .entry(view)
            .or_insert_with(|| Nearness::of(&places(&self.neighbours), &state.units()))
            .clone()
    }

    /// A grouping's borders, then its labels on a line of their own.
    fn groups(&self, grouping: Grouping, lang: Lang) -> String {
        let mut state = ViewState::new(Selection::Nation);
        state.grouping = grouping;
        format!(
            "{}\n{}",
            map::group_mesh(&self.boundaries, &self.layout, grouping),
            map::group_labels(&self.boundaries, &self.layout, &state, lang)
        )
    }

    fn detail(&self, selection: Selection, lang: Lang, root: &str) -> String {
        let neighbours = match selection {
            Selection::Region(code) => self.neighbours[code.index()].as_slice(),
            Selection::Nation | Selection::Cluster(_) => &[],
        };
        panel::detail(&self.package, selection, lang, root, neighbours)
    }
}

/// A view in each of the groupings.
fn every_grouping(state: ViewState) -> impl Iterator<Item = ViewState> {
    Grouping::ALL.into_iter().map(move |grouping| {
        let mut state = state;
        state.grouping = grouping;
        state
    })
}

/// Neighbours by place instead of by code.
fn places(neighbours: &[Vec<RegionCode>]) -> Vec<Vec<usize>> {
    let place = |codes: &Vec<RegionCode>| codes.iter().map(|code| code.index()).collect();
    neighbours.iter().map(place).collect()
}

/// What the browser's programs read on `<html>`.
fn html_attributes(page: Page, root: &str, address: &Address) -> String {
    format!(
        "data-page=\"{}\" data-root=\"{root}\" data-instruments=\"{}\" data-export=\"{}\" data-lab=\"{}\" data-solver=\"{}\"",
        page.path(),
        escape(&address.instruments),
        escape(&address.export),
        escape(&address.lab),
        escape(&address.solver)
    )
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
