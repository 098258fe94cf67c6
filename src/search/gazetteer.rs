//! Everything that can be found, with every name it goes by: written for the browser as [`super::index`].

use super::index::Kind;
use super::romanise;
use super::spelling::OTHER_SPELLINGS;
use crate::cluster::ClusterId;
use crate::escape::escape;
use crate::package::{Level, Package, Unit};
use crate::page::Page;
use crate::region::{REGIONS, RegionCode};
use crate::state::Selection;
use crate::text::Lang;

/// The index in a language, whose root (`/en/`) its links start from. The order is that of ties: provinces, clusters, districts, anchors, bodies,
/// each in the order of the data package.
pub fn write(package: &Package, lang: Lang, root: &str) -> String {
    let mut lines: Vec<Line> = REGIONS
        .iter()
        .map(|region| self::region(region.code, lang))
        .collect();
    lines.extend(ClusterId::all().filter_map(|id| cluster(package, id, lang)));
    lines.extend(
        package
            .units
            .iter()
            .filter_map(|unit| district(package, unit, lang)),
    );
    lines.extend(
        FORMER
            .iter()
            .filter_map(|former| former_district(package, former, lang)),
    );
    lines.extend(ClusterId::all().flat_map(|id| anchors(package, id, lang)));
    lines.extend(package.bodies.iter().map(|body| Line {
        kind: Kind::Body,
        target: Selection::Nation,
        district: None,
        shown: body.name.get(lang).to_owned(),
        note: lang.pick("전국 기구", "National body").to_owned(),
        names: vec![body.name.ko.clone(), body.name.en.clone()],
    }));
    lines.into_iter().map(|line| line.into_text(root)).collect()
}

/// An entry in the making, in plain text.
struct Line {
    kind: Kind,
    target: Selection,
    /// The 시군구 on the map of all of them, for those that are there.
    district: Option<String>,
    shown: String,
    note: String,
    names: Vec<String>,
}

impl Line {
    fn into_text(self, root: &str) -> String {
        let mut names: Vec<String> = Vec::new();
        for name in self.names {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        let target = match self.target {
            Selection::Nation => "00",
            Selection::Region(code) => code.as_str(),
            Selection::Cluster(id) => id.as_str(),
        };
        let link = match &self.district {
            Some(code) => format!("href=\"{root}{}#sigungu={code}\"", Page::Sigungu.path()),
            None => {
                let path = Page::of(self.target).path();
                format!("data-go=\"{target}\" href=\"{root}{path}\"")
            }
        };
        format!(
            "{kind}\t{target}\t\
             <a role=\"option\" tabindex=\"-1\" {link}>\
             <b>{shown}</b> <span>{note}</span></a>\t{names}\n",
            kind = self.kind.letter(),
            shown = escape(&self.shown),
            note = escape(&self.note),
            names = names.join("|")
        )
    }
}

fn region(code: RegionCode, lang: Lang) -> Line {
    let region = code.region();
    let mut names = [
        region.short.ko,
        region.name.ko,
        region.short.en,
        region.name.en,
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend(region.former.map(str::to_owned));
    let others = OTHER_SPELLINGS
        .iter()
        .filter(|(digits, _)| *digits == region.digits);
    names.extend(
        others
            .flat_map(|(_, names)| names.split('|'))
            .map(str::to_owned),
    );
    Line {
        kind: Kind::Region,
        target: Selection::Region(code),
        district: None,
        shown: region.name.get(lang).to_owned(),
        note: lang.pick("시·도", "Province or metropolis").to_owned(),
        names,
    }
}

fn cluster(package: &Package, id: ClusterId, lang: Lang) -> Option<Line> {
    let profile = package.profile(id.as_str())?;
    let region = profile.region.region();
    let mut names = vec![
        profile.label.ko.clone(),
        profile.label.en.clone(),
        profile.name.ko.clone(),
        profile.name.en.clone(),
    ];
    let aliases = ALIASES.iter().filter(|(of, _)| *of == profile.id);
    names.extend(
        aliases
            .flat_map(|(_, names)| names.split('|'))
            .map(str::to_owned),
    );
    let districts = profile
        .sigungu
        .ko
        .split('·')
        .chain([profile.sigungu.en.as_str()]);
    let provinces = [region.short.ko, region.short.en, region.name.ko];
    names.extend(districts.chain(provinces).map(|place| format!("~{place}")));
    Some(Line {
        kind: Kind::Cluster,
        target: Selection::Cluster(id),
        district: None,
        shown: profile.label.get(lang).to_owned(),
        note: format!(
            "{} · {}",
            lang.pick("클러스터", "Cluster"),
            region.short.get(lang)
        ),
        names,
    })
}

fn district(package: &Package, unit: &Unit, lang: Lang) -> Option<Line> {
    // 세종 is a 시도 and its own only district.
    if unit.name_ko == unit.region.region().name.ko {
        return None;
    }
    let ko = unit.name_ko.as_str();
    let mut shown = district_name(ko, lang);
    if is_ambiguous(package, unit) {
        shown = format!("{shown} ({})", unit.region.region().short.get(lang));
    }
    Some(Line {
        kind: Kind::District,
        target: Selection::Region(unit.region),
        district: on_the_map(unit),
        shown,
        note: lies_in_region(unit, lang),
        names: district_names(ko),
    })
}

/// The code of a unit that has an outline; a city of several has none, and leads to its 시도.
fn on_the_map(unit: &Unit) -> Option<String> {
    (unit.level != Level::CityTotal).then(|| unit.code.clone())
}

/// Every way to say a district: 수원시 장안구, 장안구, 장안, Suwon-si Jangan-gu, Jangan-gu, Suwon.
fn district_names(ko: &str) -> Vec<String> {
    let mut names = vec![ko.to_owned()];
    let last = ko.rsplit(' ').next().unwrap_or(ko);
    names.push(last.to_owned());
    // One syllable alone is no name: 중 for 중구.
    names.extend(
        stem(last)
            .filter(|stem| stem.chars().count() > 1)
            .map(str::to_owned),
    );
    names.push(romanise::district(ko));
    names.push(district_name(ko, Lang::En));
    names
}

/// As a reader of the language expects it: 수원시 장안구; Jangan-gu, Suwon.
pub(crate) fn district_name(ko: &str, lang: Lang) -> String {
    match (lang, ko.split_once(' ')) {
        (Lang::Ko, _) => ko.to_owned(),
        (Lang::En, None) => romanise::district(ko),
        (Lang::En, Some((city, part))) => {
            let city = romanise::district(city);
            let city = city.strip_suffix("-si").unwrap_or(&city);
            format!("{}, {city}", romanise::district(part))
        }
    }
}

fn stem(name: &str) -> Option<&str> {
    ["시", "군", "구"]
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))
}

/// Whether another district, or another province in short, has the same name: 고성군, 중구, 광주시.
fn is_ambiguous(package: &Package, unit: &Unit) -> bool {
    let shares_name = |other: &Unit| other.code != unit.code && other.name_ko == unit.name_ko;
    let is_provinces = |stem: &str| {
        REGIONS
            .iter()
            .any(|region| region.short.ko == stem && region.code != unit.region)
    };
    package.units.iter().any(shares_name) || stem(&unit.name_ko).is_some_and(is_provinces)
}

/// Where a district lies, with a word where it has moved since the outlines of the map: 군위군.
fn lies_in_region(unit: &Unit, lang: Lang) -> String {
    let there = unit.region.region().short.get(lang);
    let kind = lang.pick("시군구", "Municipality");
    let today = unit.code_2024.get(..2).and_then(RegionCode::parse);
    match today.filter(|today| *today != unit.region) {
        None => format!("{kind} · {there}"),
        Some(today) => {
            let today = today.region().short.get(lang);
            match lang {
                Lang::Ko => format!("{kind} · {there} (지도의 경계 기준, 지금은 {today})"),
                Lang::En => format!("{kind} · {there} (as on the map; now in {today})"),
            }
        }
    }
}

fn former_district(package: &Package, former: &(&str, &str), lang: Lang) -> Option<Line> {
    let (name, code) = former;
    let unit = package.units.iter().find(|unit| unit.code == *code)?;
    let region = unit.region.region();
    let today = match unit.name_ko == region.name.ko {
        true => region.name.get(lang).to_owned(),
        false => district_name(&unit.name_ko, lang),
    };
    let shown = match lang {
        Lang::Ko => format!("{today} (옛 {name})"),
        Lang::En => format!("{today} (formerly {})", district_name(name, lang)),
    };
    Some(Line {
        kind: Kind::District,
        target: Selection::Region(unit.region),
        district: on_the_map(unit),
        shown,
        note: lies_in_region(unit, lang),
        names: district_names(name),
    })
}

/// The companies and institutes of a cluster, a line each.
fn anchors(package: &Package, id: ClusterId, lang: Lang) -> Vec<Line> {
    let Some(profile) = package.profile(id.as_str()) else {
        return Vec::new();
    };
    let pairs = profile
        .anchors
        .items(Lang::Ko)
        .zip(profile.anchors.items(Lang::En));
    pairs
        .map(|(ko, en)| Line {
            kind: Kind::Anchor,
            target: Selection::Cluster(id),
            district: None,
            shown: lang.pick(ko, en).to_owned(),
            note: format!(
                "{} → {}",
                lang.pick("앵커 기업·기관", "Anchor"),
                profile.label.get(lang)
            ),
            names: [ko, en].into_iter().flat_map(anchor_names).collect(),
        })
        .collect()
}

/// As it is written; without its bracket, 종근당 of 종근당(예정); in short, KBIO of …재단(KBIO) and 식약처.
fn anchor_names(name: &str) -> Vec<String> {
    let mut names = vec![name];
    let mut parts = name.split(['(', ')']);
    let whole = parts.next().unwrap_or_default().trim();
    names.push(whole);
    let is_short = |text: &&str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    names.extend(parts.next().filter(is_short));
    let shorts = SHORTS.iter().filter(|(of, _)| *of == whole);
    names.extend(shorts.flat_map(|(_, names)| names.split('|')));
    names.into_iter().map(str::to_owned).collect()
}

/// Names of clusters in common use that are not part of their full names.
static ALIASES: [(&str, &str); 6] = [
    ("seoul-gvalley", "지밸리|구로디지털단지"),
    ("incheon-songdo", "송도국제도시"),
    ("daejeon-daedeok", "대덕연구단지|대덕특구"),
    ("cb-osong", "오송생명과학단지|오송첨복단지"),
    ("dg-sinseo", "대구첨복단지|대경첨복"),
    ("jn-hwasun", "화순백신특구"),
];

/// Institutes that are better known in short.
static SHORTS: [(&str, &str); 6] = [
    ("식품의약품안전처", "식약처|MFDS"),
    ("질병관리청", "질병청|KDCA"),
    ("한국보건산업진흥원", "보산진|KHIDI"),
    ("한국생명공학연구원", "생명연"),
    ("국립암센터", "NCC"),
    ("한국바이오협회", "KoreaBIO"),
];

/// Cities, counties and districts that were renamed or merged, by the code of what they are today.
static FORMER: [(&str, &str); 22] = [
    ("남구", "28170"),   // 인천 남구, 미추홀구 since 2018
    ("청원군", "43110"), // merged into 청주시 in 2014
    ("연기군", "36110"), // 세종 since 2012
    ("마산시", "48120"), // merged into 창원시 in 2010
    ("진해시", "48120"),
    ("북제주군", "50110"), // merged in 2006
    ("남제주군", "50130"),
    ("여천시", "46130"), // merged into 여수시 in 1998
    ("여천군", "46130"),
    ("송탄시", "41220"), // merged into their neighbours in 1995, as all below
    ("미금시", "41360"),
    ("중원군", "43130"),
    ("온양시", "44200"),
    ("대천시", "44180"),
    ("이리시", "45140"),
    ("정주시", "45180"),
    ("점촌시", "47280"),
    ("영일군", "47110"),
    ("삼천포시", "48240"),
    ("충무시", "48220"),
    ("장승포시", "48310"),
    ("동광양시", "46230"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_tables_here_speak_of_what_the_package_has() {
        let package = Package::read(Path::new("assets/data")).unwrap();
        for (name, code) in &FORMER {
            let unit = package.units.iter().find(|unit| unit.code == *code);
            assert!(unit.is_some(), "{name}: no district has the code {code}");
        }
        for (id, _) in &ALIASES {
            assert!(ClusterId::parse(id).is_some(), "no cluster is called {id}");
        }
        for (name, _) in &SHORTS {
            let mut anchors = package
                .profiles
                .iter()
                .flat_map(|it| it.anchors.items(Lang::Ko));
            assert!(
                anchors.any(|it| it.starts_with(name)),
                "no anchor is {name}"
            );
        }
        for (digits, _) in &OTHER_SPELLINGS {
            assert!(RegionCode::parse(digits).is_some(), "no region is {digits}");
        }
        for profile in &package.profiles {
            assert_eq!(
                profile.anchors.items(Lang::Ko).count(),
                profile.anchors.items(Lang::En).count(),
                "the anchors of {} are not the same in both languages",
                profile.id
            );
        }
    }
}
