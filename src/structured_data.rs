//! JSON-LD after schema.org: the data as a `Dataset`, the picture as an `ImageObject`, the way to a page as a
//! `BreadcrumbList`.
//!
//! It stands in a data block, which no browser runs: the strict policy has nothing to say about it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::head::About;
use crate::indicator::Indicator;
use crate::page::Page;
use crate::picture::{Format, Subject, picture_path};
use crate::series::SERIES;
use crate::site::Address;
use crate::text::Lang;

/// What `datapackage.json` says of the data as a whole.
#[derive(Clone, Default, Debug, Deserialize)]
pub struct Catalogue {
    version: String,
    keywords: Vec<String>,
    licenses: Vec<Licence>,
    sources: Vec<Cited>,
    resources: Vec<Resource>,
}

#[derive(Clone, Debug, Deserialize)]
struct Licence {
    path: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Cited {
    title: String,
    path: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Resource {
    path: String,
    title: String,
    mediatype: String,
    bytes: u64,
}

impl Catalogue {
    /// Reads `datapackage.json`.
    ///
    /// # Errors
    ///
    /// What is missing or of another kind, with line and column.
    pub fn read(text: &[u8]) -> Result<Catalogue, String> {
        serde_json::from_slice(text).map_err(|error| format!("datapackage.json: {error}"))
    }

    fn licence(&self) -> Option<&str> {
        self.licenses.first().map(|licence| licence.path.as_str())
    }
}

/// The data block of a page.
pub fn script(about: &About, address: &Address, catalogue: &Catalogue) -> String {
    let mut graph = Vec::new();
    match about.page {
        Page::Home => graph.push(dataset(about.lang, address, catalogue)),
        Page::Data => graph.push(whole_dataset(about.lang, address, catalogue)),
        Page::Region(_) | Page::Cluster(_) => graph.push(breadcrumbs(about, address)),
        _ => {}
    }
    graph.push(picture(about, address, catalogue));
    let block = json!({"@context": "https://schema.org", "@graph": graph});
    format!(
        "<script type=\"application/ld+json\">{}</script>",
        inside_script(&block)
    )
}

/// JSON in which nothing can end the element or begin a comment: in strings, the only place where these can
/// stand, an escape says the same.
fn inside_script(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// The data in a few words, with the way to the rest.
fn dataset(lang: Lang, address: &Address, catalogue: &Catalogue) -> Value {
    let page = address.absolute(lang, Page::Data);
    json!({
        "@type": "Dataset",
        "@id": format!("{page}#dataset"),
        "name": lang.pick(
            "K-바이오 클러스터 지도 자료: 시·도별 바이오 수치, 클러스터, 연계",
            "K-Bio Cluster Atlas data: Korean biotech by region, clusters and links",
        ),
        "description": lang.pick(
            "17개 시·도의 공표 수치, 문서에 나오는 바이오 클러스터와 그 사이의 연계를 출처와 함께 모았다. 출처마다 다른 수치는 나란히 두었고, 없는 값은 0이 아니라 빈칸이다.",
            "Published figures for Korea’s 17 regions, documented bio clusters and the links between them, each with its source. Disagreements are kept side by side; missing values are empty, never zero.",
        ),
        "url": page,
        "license": catalogue.licence(),
        "creator": creator(lang, address),
    })
}

/// Everything that is known of the data.
fn whole_dataset(lang: Lang, address: &Address, catalogue: &Catalogue) -> Value {
    let mut out = dataset(lang, address, catalogue);
    let file = |name: &str| address.whole(&format!("data/{name}"));
    let download = |resource: &Resource| {
        json!({
            "@type": "DataDownload",
            "name": resource.title,
            "contentUrl": file(&resource.path),
            "encodingFormat": resource.mediatype,
            "contentSize": format!("{} B", resource.bytes),
        })
    };
    let cited =
        |source: &Cited| json!({"@type": "CreativeWork", "name": source.title, "url": source.path});
    let years = || SERIES.iter().map(|series| series.year);
    let more = json!({
        "version": catalogue.version,
        "inLanguage": Lang::ALL.map(Lang::tag),
        "keywords": catalogue.keywords,
        "isAccessibleForFree": true,
        "temporalCoverage": years().min().zip(years().max()).map(|(a, b)| format!("{a}/{b}")),
        "spatialCoverage": {
            "@type": "Country",
            "name": lang.pick("대한민국", "Republic of Korea"),
            "identifier": "KR",
        },
        "variableMeasured": Indicator::ALL.map(|it| it.definition().name.get(lang)),
        "citation": catalogue.sources.iter().map(cited).collect::<Vec<_>>(),
        "distribution": catalogue.resources.iter().map(download).collect::<Vec<_>>(),
    });
    if let (Value::Object(out), Value::Object(more)) = (&mut out, more) {
        out.extend(more);
    }
    out
}

fn creator(lang: Lang, address: &Address) -> Value {
    json!({
        "@type": "Organization",
        "name": lang.text().site,
        "url": address.absolute(lang, Page::Home),
    })
}

fn picture(about: &About, address: &Address, catalogue: &Catalogue) -> Value {
    let (width, height) = Format::Wide.size();
    let path = picture_path(Subject::Page(about.page), about.lang, Format::Wide);
    json!({
        "@type": "ImageObject",
        "contentUrl": address.whole(&path),
        "width": width,
        "height": height,
        "caption": about.headline(),
        "representativeOfPage": true,
        "license": catalogue.licence(),
        "creditText": about.lang.text().site,
    })
}

/// From the map to a region, or over its region to a cluster.
fn breadcrumbs(about: &About, address: &Address) -> Value {
    let lang = about.lang;
    let mut way = vec![(Page::Home, lang.text().site)];
    match about.page {
        Page::Region(code) => way.push((about.page, code.region().name.get(lang))),
        Page::Cluster(id) => {
            let cluster = id.cluster();
            let region = cluster.region();
            way.push((Page::Region(region), region.region().name.get(lang)));
            way.push((about.page, cluster.name.get(lang)));
        }
        _ => {}
    }
    let items = way.into_iter().enumerate().map(|(place, (page, name))| {
        json!({
            "@type": "ListItem",
            "position": place + 1,
            "name": name,
            "item": address.absolute(lang, page),
        })
    });
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn address() -> Address {
        Address {
            origin: "https://example.org".to_owned(),
            base: "/".to_owned(),
            instruments: String::new(),
            export: String::new(),
            lab: String::new(),
            solver: String::new(),
        }
    }

    fn graph(path: &str) -> Vec<Value> {
        let about = About {
            page: Page::parse(path).expect("a page"),
            lang: Lang::En,
            description: String::new(),
        };
        let text = include_bytes!("../assets/data/datapackage.json");
        let catalogue = Catalogue::read(text).unwrap_or_else(|error| panic!("{error}"));
        let block = script(&about, &address(), &catalogue);
        let (_, rest) = block.split_once('>').expect("an element");
        let (json, _) = rest.split_once("</script>").expect("its end");
        let block: Value = serde_json::from_str(json).expect("JSON");
        block["@graph"].as_array().expect("a graph").clone()
    }

    #[test]
    fn the_data_page_describes_the_data_in_full() {
        let graph = graph("data/");
        let data = &graph[0];
        assert_eq!(data["@type"], "Dataset");
        let years = data["temporalCoverage"].as_str().expect("years");
        let (from, to) = years.split_once('/').expect("an interval");
        assert!(from.parse::<u16>().expect("a year") < to.parse().expect("a year"));
        assert_eq!(data["spatialCoverage"]["identifier"], "KR");
        assert_eq!(
            data["license"],
            "https://creativecommons.org/licenses/by/4.0/"
        );
        let files = data["distribution"].as_array().expect("downloads");
        let file = |name: &str| {
            let url = format!("https://example.org/data/{name}");
            files.iter().any(|file| file["contentUrl"] == url.as_str())
        };
        assert!(file("regional.csv") && file("clusters.csv") && file("links.csv"));
        assert!(!data["citation"].as_array().expect("sources").is_empty());
        let description = data["description"].as_str().expect("words").chars().count();
        assert!((50..=5000).contains(&description), "{description} letters");
    }

    #[test]
    fn a_cluster_is_reached_over_its_region() {
        let graph = graph("cluster/cb-osong/");
        let way = graph[0]["itemListElement"].as_array().expect("a way");
        let items: Vec<_> = way
            .iter()
            .filter_map(|step| step["item"].as_str())
            .collect();
        assert_eq!(
            items,
            [
                "https://example.org/en/",
                "https://example.org/en/region/43/",
                "https://example.org/en/cluster/cb-osong/",
            ]
        );
    }

    #[test]
    fn every_page_has_its_picture() {
        for page in Page::all().filter(|page| *page != Page::NotFound) {
            let graph = graph(&page.path());
            let picture = graph.last().expect("a picture");
            assert_eq!(picture["@type"], "ImageObject");
            assert_eq!(
                (&picture["width"], &picture["height"]),
                (&json!(1200), &json!(630))
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_can_leave_its_block(text in "(</?script>|<!--|-->|]]>|&lt;|[<>&\"\\\\a가\u{2028}]){0,12}") {
            let value = json!({"name": text});
            let written = inside_script(&value);
            prop_assert!(!written.contains(['<', '>', '&']), "{}", written);
            let back: Value = serde_json::from_str(&written).expect("JSON");
            prop_assert_eq!(back, value);
        }
    }
}
