//! The list of pages: path, title, description. The same list in both languages.

use crate::cluster::ClusterId;
use crate::escape::joined;
use crate::grouping::Grouping;
use crate::headline;
use crate::region::{REGIONS, RegionCode};
use crate::state::{Selection, ViewState};
use crate::text::Lang;

/// A page of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    Home,
    Region(RegionCode),
    Cluster(ClusterId),
    /// The documented network, its catchments, and the hub lab.
    Network,
    /// The 250 시군구.
    Sigungu,
    Compare,
    Data,
    Story,
    /// The snippets for articles.
    Builder,
    NotFound,
}

impl Page {
    /// Every page once.
    pub fn all() -> impl Iterator<Item = Page> {
        let regions = REGIONS.iter().map(|region| Page::Region(region.code));
        let clusters = ClusterId::all().map(Page::Cluster);
        [Page::Home]
            .into_iter()
            .chain(regions)
            .chain(clusters)
            .chain([
                Page::Compare,
                Page::Sigungu,
                Page::Network,
                Page::Data,
                Page::Story,
                Page::Builder,
                Page::NotFound,
            ])
    }

    /// The path under the language's root: `""`, `"region/43/"`, `"data/"`; also the value of
    /// `data-page`, by which the browser knows which page it is on.
    pub fn path(self) -> String {
        match self {
            Page::Home => String::new(),
            Page::Region(code) => format!("region/{}/", code.as_str()),
            Page::Cluster(id) => format!("cluster/{}/", id.as_str()),
            Page::Network => "network/".to_string(),
            Page::Sigungu => "sigungu/".to_string(),
            Page::Compare => "compare/".to_string(),
            Page::Data => "data/".to_string(),
            Page::Story => "story/".to_string(),
            Page::Builder => "embed-builder/".to_string(),
            Page::NotFound => "404.html".to_string(),
        }
    }

    /// Reads what [`Page::path`] wrote; `None` for anything else.
    pub fn parse(path: &str) -> Option<Page> {
        match path {
            "" => Some(Page::Home),
            "network/" => Some(Page::Network),
            "sigungu/" => Some(Page::Sigungu),
            "compare/" => Some(Page::Compare),
            "data/" => Some(Page::Data),
            "story/" => Some(Page::Story),
            "embed-builder/" => Some(Page::Builder),
            "404.html" => Some(Page::NotFound),
            _ => {
                let path = path.strip_suffix('/')?;
                match path.split_once('/')? {
                    ("region", code) => RegionCode::parse(code).map(Page::Region),
                    ("cluster", id) => ClusterId::parse(id).map(Page::Cluster),
                    _ => None,
                }
            }
        }
    }

    /// What the map page shows before anything is switched; `None` for pages without a map.
    pub fn state(self) -> Option<ViewState> {
        Some(ViewState::new(match self {
            Page::Home => Selection::Nation,
            Page::Region(code) => Selection::Region(code),
            Page::Cluster(id) => Selection::Cluster(id),
            Page::Compare
            | Page::Sigungu
            | Page::Network
            | Page::Data
            | Page::Story
            | Page::Builder
            | Page::NotFound => {
                return None;
            }
        }))
    }

    /// The page that a selection has of its own.
    pub fn of(selection: Selection) -> Page {
        match selection {
            Selection::Nation => Page::Home,
            Selection::Region(code) => Page::Region(code),
            Selection::Cluster(id) => Page::Cluster(id),
        }
    }

    /// `<title>`.
    pub fn title(self, lang: Lang) -> String {
        let site = lang.text().site;
        match self {
            Page::Home | Page::Region(_) | Page::Cluster(_) => {
                let state = self
                    .state()
                    .unwrap_or_else(|| ViewState::new(Selection::Nation));
                format!("{} · {site}", headline::headline(&state, lang))
            }
            Page::Network => format!(
                "{} · {site}",
                lang.pick(
                    "허브와 스포크, 그리고 허브 실험실",
                    "Hubs and spokes, and the hub lab"
                )
            ),
            Page::Sigungu => format!("{} · {site}", lang.text().sigungu),
            Page::Compare => {
                let what = lang.pick(
                    "시·도와 클러스터 나란히 보기",
                    "Regions and clusters side by side",
                );
                format!("{what} · {site}")
            }
            Page::Data => format!("{} · {site}", lang.text().data),
            Page::Story => format!("{} · {site}", lang.text().story_title),
            Page::Builder => format!(
                "{} · {site}",
                lang.pick("기사에 지도 싣기", "Put the map into an article")
            ),
            Page::NotFound => {
                format!("{} · {site}", lang.pick("없는 페이지", "Page not found"))
            }
        }
    }
}

/// The file of the charts of a view, under the language's root.
pub fn chart_path(state: &ViewState) -> String {
    let (dash, group) = if state.grouping.is_grouped() {
        ("-", state.grouping.slug())
    } else {
        ("", "")
    };
    joined(&[
        "view/",
        state.indicator().slug(),
        "-",
        state.measure().slug(),
        "-",
        &state.year().to_string(),
        dash,
        group,
        ".html",
    ])
}

/// The file of a grouping's borders and labels, under the language's root: a line of path data, then markup.
pub fn group_path(grouping: Grouping) -> String {
    joined(&["group/", grouping.slug(), ".txt"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back_as_pages() {
        for page in Page::all() {
            assert_eq!(Page::parse(&page.path()), Some(page), "{}", page.path());
        }
        for path in ["region/42/", "region/43", "cluster//", "x", "/", "../data/"] {
            assert_eq!(Page::parse(path), None, "{path}");
        }
    }

    #[test]
    fn every_page_has_a_title_of_its_own() {
        let mut titles: Vec<_> = Page::all()
            .flat_map(|page| Lang::ALL.map(|lang| page.title(lang)))
            .collect();
        let pages = Page::all().count();
        assert!(pages > REGIONS.len() + ClusterId::all().count(), "{pages}");
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 2 * pages, "two pages share a title");
    }
}
