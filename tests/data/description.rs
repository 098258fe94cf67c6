//! `datapackage.json` describes every file, and describes it rightly.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use kbio_atlas::package::LAYOUTS;
use kbio_atlas::{Indicator, REGIONS};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::sheet::Sheet;
use crate::{PACKAGE, dir};

const REMEDY: &str = "to refresh: UPDATE_DATAPACKAGE=1 cargo test --test data";

/// The description, refreshed first where that is asked for, so that no test reads it half written.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    if std::env::var_os("UPDATE_DATAPACKAGE").is_some() {
        refresh();
    }
    read_description()
});

fn refresh() {
    let dir = dir();
    std::fs::write(dir.join("regions.csv"), regions()).unwrap();
    std::fs::write(dir.join("indicators.csv"), indicators()).unwrap();
    let mut description = read_description();
    for resource in description["resources"].as_array_mut().unwrap() {
        let (bytes, hash) = fingerprint(&dir.join(text(resource, "path")));
        resource["bytes"] = bytes.into();
        resource["hash"] = hash.into();
    }
    let text = serde_json::to_string_pretty(&description).unwrap() + "\n";
    std::fs::write(dir.join("datapackage.json"), text).unwrap();
}

#[test]
fn regions_and_indicators_equal_the_tables_of_the_program() {
    LazyLock::force(&DESCRIPTION);
    for (file, expected) in [("regions.csv", regions()), ("indicators.csv", indicators())] {
        let found = std::fs::read_to_string(dir().join(file)).unwrap_or_default();
        assert!(
            found == expected,
            "{file} differs from the tables in src/; {REMEDY}"
        );
    }
}

#[test]
fn every_file_is_described_with_its_size_and_hash() {
    let dir = dir();
    let mut described = BTreeSet::from(["datapackage.json".to_owned()]);
    for resource in resources(&DESCRIPTION) {
        let path = text(resource, "path");
        assert!(
            described.insert(path.to_owned()),
            "datapackage.json lists {path} twice"
        );
        let (bytes, hash) = fingerprint(&dir.join(path));
        let told = (resource["bytes"].as_u64().unwrap(), text(resource, "hash"));
        assert_eq!(
            told,
            (bytes, hash.as_str()),
            "{path} is not as described; {REMEDY}"
        );
    }
    let mut found = BTreeSet::new();
    for (prefix, folder) in [("", dir.clone()), ("notes/", dir.join("notes"))] {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                found.insert(format!("{prefix}{}", entry.file_name().to_str().unwrap()));
            }
        }
    }
    assert_eq!(
        found, described,
        "every file of assets/data (left) needs a resource in datapackage.json (right)"
    );
}

#[test]
fn every_resource_has_its_words_sources_and_licence() {
    let mut names = HashSet::new();
    for resource in std::iter::once(&*DESCRIPTION).chain(resources(&DESCRIPTION)) {
        let name = text(resource, "name");
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        assert!(
            name.chars().all(is_plain) && names.insert(name),
            "{name:?} is not a fit name"
        );
        assert!(!text(resource, "title").is_empty(), "{name} has no title");
        assert!(
            !text(resource, "description").is_empty(),
            "{name} has no description"
        );
        for (list, keys) in [
            ("sources", ["title", "path"]),
            ("licenses", ["name", "path"]),
        ] {
            let list = resource[list]
                .as_array()
                .unwrap_or_else(|| panic!("{name} lacks {list}"));
            assert!(!list.is_empty(), "{name} lacks sources or licences");
            for entry in list {
                let path = text(entry, keys[1]);
                assert!(!text(entry, keys[0]).is_empty());
                assert!(
                    path.starts_with("https://") || dir().join(path).is_file(),
                    "{name}: {path} is neither an address nor a file of the package"
                );
            }
        }
    }
}

#[test]
fn the_reader_and_the_description_agree_on_columns_and_keys() {
    for layout in LAYOUTS {
        let resource = resources(&DESCRIPTION)
            .find(|resource| resource["path"] == layout.file)
            .unwrap_or_else(|| panic!("datapackage.json lacks {}", layout.file));
        let schema = &resource["schema"];
        assert_eq!(fields(schema), layout.columns, "fields of {}", layout.file);
        assert_eq!(
            strings(&schema["primaryKey"]),
            layout.key,
            "primaryKey of {}",
            layout.file
        );
    }
}

#[test]
fn every_cell_keeps_to_its_schema() {
    let sheets = sheets(&DESCRIPTION);
    let mut faults = String::new();
    for resource in tables(&DESCRIPTION) {
        let (path, schema) = (text(resource, "path"), &resource["schema"]);
        let sheet = &sheets[text(resource, "name")];
        assert_eq!(sheet.header, fields(schema), "header of {path}");
        let mut seen = HashSet::new();
        for (row, key) in sheet
            .columns(&strings(&schema["primaryKey"]))
            .into_iter()
            .enumerate()
        {
            if key.contains(&"") || !seen.insert(key.clone()) {
                let _ = writeln!(faults, "{path}, row {}: {key:?} is no key", row + 1);
            }
        }
        for field in schema["fields"].as_array().unwrap() {
            let name = text(field, "name");
            let mut seen = HashSet::new();
            for (row, cell) in sheet
                .columns(&[name])
                .into_iter()
                .map(|row| row[0])
                .enumerate()
            {
                if let Err(wrong) = keeps_to(field, cell) {
                    let _ = writeln!(faults, "{path}, row {}: {name}: {cell:?} {wrong}", row + 1);
                }
                let is_unique = field["constraints"]["unique"] == true;
                if is_unique && !cell.is_empty() && !seen.insert(cell) {
                    let _ = writeln!(faults, "{path}, row {}: {name}: {cell:?} twice", row + 1);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_foreign_key_finds_its_row() {
    let sheets = sheets(&DESCRIPTION);
    let mut checked = 0;
    for resource in tables(&DESCRIPTION) {
        let keys = resource["schema"]["foreignKeys"].as_array();
        for key in keys.into_iter().flatten() {
            let (from, to) = (text(key, "fields"), text(&key["reference"], "fields"));
            let target = &sheets[text(&key["reference"], "resource")];
            let known: HashSet<&str> = target
                .columns(&[to])
                .into_iter()
                .map(|row| row[0])
                .collect();
            for row in sheets[text(resource, "name")].columns(&[from]) {
                let path = text(resource, "path");
                assert!(
                    known.contains(row[0]),
                    "{path}: {from} {:?} leads nowhere",
                    row[0]
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 6_000, "only {checked} references were followed");
}

/// Whether a cell is of its field's type and within its constraints; the schema uses no others.
fn keeps_to(field: &Value, cell: &str) -> Result<(), String> {
    let constraints = field["constraints"].as_object();
    let constraint = |name: &str| constraints.and_then(|all| all.get(name));
    if cell.is_empty() {
        let is_required = constraint("required").is_some_and(|it| it == true);
        return if is_required {
            Err("is required".to_owned())
        } else {
            Ok(())
        };
    }
    let number = match text(field, "type") {
        "string" => None,
        "integer" => Some(cell.parse::<i64>().map_err(|e| e.to_string())? as f64),
        "number" => Some(cell.parse::<f64>().map_err(|e| e.to_string())?),
        "boolean" if ["true", "false"].contains(&cell) => None,
        other => return Err(format!("is not of type {other:?}")),
    };
    for (name, bound) in constraints.into_iter().flatten() {
        let holds = match (name.as_str(), number) {
            ("required" | "unique", _) => true,
            ("minimum", Some(number)) => number >= bound.as_f64().unwrap(),
            ("maximum", Some(number)) => number <= bound.as_f64().unwrap(),
            ("enum", _) => bound
                .as_array()
                .unwrap()
                .iter()
                .any(|allowed| allowed == cell),
            _ => {
                return Err(format!(
                    "has a constraint {name:?} that this test does not know"
                ));
            }
        };
        if !holds {
            return Err(format!("breaks {name} {bound}"));
        }
    }
    Ok(())
}

/// `regions.csv`, from the program's table.
fn regions() -> String {
    let header = [
        "code",
        "name_ko",
        "name_en",
        "short_ko",
        "short_en",
        "former_ko",
        "capital",
    ];
    let rows = REGIONS.iter().map(|region| {
        let capital = if region.capital { "true" } else { "false" };
        let (name, short) = (region.name, region.short);
        let former = region.former.unwrap_or("");
        [
            region.digits,
            name.ko,
            name.en,
            short.ko,
            short.en,
            former,
            capital,
        ]
        .map(str::to_owned)
    });
    sheet(header.map(str::to_owned), rows)
}

/// `indicators.csv`, from the program's definitions and the series that are drawn.
fn indicators() -> String {
    let header = [
        "slug",
        "key",
        "name_ko",
        "name_en",
        "definition_ko",
        "definition_en",
        "unit_ko",
        "unit_en",
        "lq_base",
        "measures",
        "first_year",
        "last_year",
        "caution_ko",
        "caution_en",
        "sources_file",
        "source_ids",
    ];
    let rows = Indicator::ALL.into_iter().map(|indicator| {
        let it = indicator.definition();
        let series: Vec<_> = PACKAGE
            .published
            .iter()
            .filter(|s| s.key == it.key)
            .collect();
        let (first, last) = (series.first().unwrap(), series.last().unwrap());
        let list = PACKAGE.source_list_of(last);
        let ids: BTreeSet<&str> = series.iter().map(|series| series.source.as_str()).collect();
        assert!(
            ids.iter().all(|id| list.get(id).is_some()),
            "{} has two lists",
            it.key
        );
        let measures: Vec<&str> = it.measures.iter().map(|measure| measure.slug()).collect();
        [
            it.slug.to_owned(),
            it.key.to_owned(),
            it.name.ko.to_owned(),
            it.name.en.to_owned(),
            format!("{}: {}", it.subject.ko, it.survey.ko),
            format!("{}: {}", it.subject.en, it.survey.en),
            it.unit.ko.to_owned(),
            it.unit.en.to_owned(),
            it.lq_base.unwrap_or("").to_owned(),
            measures.join(";"),
            first.year.to_string(),
            last.year.to_string(),
            it.caution.ko.to_owned(),
            it.caution.en.to_owned(),
            list.file.to_owned(),
            ids.into_iter().collect::<Vec<_>>().join(";"),
        ]
    });
    sheet(header.map(str::to_owned), rows)
}

fn sheet<const N: usize>(header: [String; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[track_caller]
fn read_description() -> Value {
    let text = std::fs::read_to_string(dir().join("datapackage.json")).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("datapackage.json: {error}"))
}

fn resources(description: &Value) -> impl Iterator<Item = &Value> {
    description["resources"].as_array().into_iter().flatten()
}

fn tables(description: &Value) -> impl Iterator<Item = &Value> {
    resources(description).filter(|resource| resource["profile"] == "tabular-data-resource")
}

/// Every table, by the name of its resource.
fn sheets(description: &Value) -> BTreeMap<&str, Sheet> {
    tables(description)
        .map(|it| (text(it, "name"), Sheet::read(&dir().join(text(it, "path")))))
        .collect()
}

fn fields(schema: &Value) -> Vec<&str> {
    schema["fields"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|field| text(field, "name"))
        .collect()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

#[track_caller]
fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} is missing in {value:.200}"))
}

/// Size and SHA-256 of a file as the description writes them.
#[track_caller]
fn fingerprint(path: &Path) -> (u64, String) {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut hash = String::from("sha256:");
    for byte in Sha256::digest(&bytes) {
        let _ = write!(hash, "{byte:02x}");
    }
    (bytes.len() as u64, hash)
}
