//! Compiles the data package into the crate: the figures as `series.rs`, the clusters as `clusters.rs`,
//! the wide regions as `groupings.rs`.
//!
//! A bad row stops the build with file, line and column. The browser therefore carries no parser.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

// The same modules as the library's; what only the library calls is unused here.
#[allow(dead_code)]
#[path = "src/link.rs"]
mod link;
#[allow(dead_code)]
#[path = "src/number.rs"]
mod number;
#[allow(dead_code, unused_imports)]
#[path = "src/package/mod.rs"]
mod package;
#[allow(dead_code)]
#[path = "src/region.rs"]
mod region;
#[allow(dead_code)]
#[path = "src/text.rs"]
mod text;

use link::Family;
use package::{End, Group, Package, Profile, Published, Status};
use region::{REGION_COUNT, REGIONS};

const PACKAGE: &str = "assets/data";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={PACKAGE}");
    println!("cargo::rerun-if-changed=build.rs");
    for module in ["link.rs", "number.rs", "package", "region.rs", "text.rs"] {
        println!("cargo::rerun-if-changed=src/{module}");
    }

    let package = match Package::read(Path::new(PACKAGE)) {
        Ok(package) => package,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={PACKAGE}/{error}");
            }
            return ExitCode::FAILURE;
        }
    };
    let groupings = match groupings(&package) {
        Ok(code) => code,
        Err(error) => {
            println!("cargo::error={PACKAGE}/{error}");
            return ExitCode::FAILURE;
        }
    };
    let written = write("series.rs", &series(&package.published))
        .and_then(|()| write("clusters.rs", &clusters(&package)))
        .and_then(|()| write("groupings.rs", &groupings));
    if let Err(error) = written {
        println!("cargo::error=OUT_DIR cannot be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn write(file: &str, code: &str) -> std::io::Result<()> {
    let dir = std::env::var_os("OUT_DIR").unwrap_or_default();
    std::fs::write(Path::new(&dir).join(file), code)
}

fn series(published: &[Published]) -> String {
    let mut code = String::from("pub static SERIES: &[Series] = &[\n");
    for Published {
        key,
        year,
        decimals,
        units,
        nation,
        source,
        ..
    } in published
    {
        // Writing to a String cannot fail.
        let _ = writeln!(
            code,
            "    Series {{ key: {key:?}, year: {year}, decimals: {decimals}, units: {units:?}, \
             nation: {nation:?}, source: {source:?} }},",
        );
    }
    code.push_str("];\n");
    code
}

fn clusters(package: &Package) -> String {
    let mut code = format!(
        "pub static CLUSTERS: [Cluster; {}] = [\n",
        package.profiles.len()
    );
    for profile in &package.profiles {
        let Profile {
            id,
            name,
            label,
            region,
            ..
        } = profile;
        let (role, stage) = (role(package, profile), stage(profile.status));
        let place = region.index();
        let _ = writeln!(
            code,
            "    Cluster {{ id: {id:?}, name: Name {{ ko: {:?}, en: {:?} }}, \
             label: Name {{ ko: {:?}, en: {:?} }}, region_place: {place}, role: Role::{role}, \
             stage: Stage::{stage} }},",
            name.ko, name.en, label.ko, label.en,
        );
    }
    code.push_str("];\n");
    code
}

/// The partitions behind the variants of `grouping::Grouping` but the first.
fn groupings(package: &Package) -> Result<String, String> {
    let mut code = format!(
        "static PARTITIONS: [Partition; {}] = [\n",
        package::PARTITIONS.len() + 1
    );
    for scheme in package::PARTITIONS {
        let groups = package::groups(&package.members, scheme)?;
        let names = groups
            .iter()
            .map(|group| (&*group.name.ko, &*group.name.en));
        let group_of = REGIONS.each_ref().map(|region| {
            // `groups` has every region in one of them.
            let holds = |group: &Group| group.sido.contains(&region.code);
            groups.iter().position(holds).unwrap_or(0)
        });
        partition(&mut code, names, group_of);
    }
    // The capital region has no row of its own there: it is a property of the regions.
    let names = [
        ("수도권", "Capital region"),
        ("비수도권", "Rest of the country"),
    ];
    let group_of = REGIONS
        .each_ref()
        .map(|region| usize::from(!region.capital));
    partition(&mut code, names.into_iter(), group_of);
    code.push_str("];\n");
    Ok(code)
}

fn partition<'n>(
    code: &mut String,
    names: impl Iterator<Item = (&'n str, &'n str)>,
    group_of: [usize; REGION_COUNT],
) {
    code.push_str("    Partition { names: &[");
    for (ko, en) in names {
        let _ = write!(code, "Name {{ ko: {ko:?}, en: {en:?} }}, ");
    }
    let _ = writeln!(code, "], group_of: {group_of:?} }},");
}

/// The variant of `cluster::Role`.
fn role(package: &Package, profile: &Profile) -> &'static str {
    let here = End::Cluster(profile.id.clone());
    let hub_links = || {
        package
            .links
            .iter()
            .filter(|link| link.family == Family::HubSpoke)
    };
    let is_hub = hub_links().any(|link| link.from == here);
    match (is_hub, profile.is_national_complex()) {
        (true, true) => "HubAndComplex",
        (true, false) => "Hub",
        (false, true) => "NationalComplex",
        (false, false) if hub_links().any(|link| link.to == here) => "Spoke",
        (false, false) => "Other",
    }
}

/// The variant of `cluster::Stage`.
fn stage(status: Status) -> &'static str {
    match status {
        Status::Operating | Status::Small => "Operating",
        Status::Developing | Status::PartlyPlanned => "Developing",
        Status::Planned => "Planned",
    }
}
