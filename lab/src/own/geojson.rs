//! GeoJSON, or a list of objects, as a table: a feature is a row, a property a column.

use std::fmt;

use kbio_atlas::Decimal;
use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::fault::{Fault, Found};
use super::heading::{self, Table, Unit};
use super::place_name::Gazetteer;
use super::report::{Entry, Reason};
use super::ring::{self, Flaw, Patience, Point};
use super::rows::Row;
use super::{MAX_CELL, MAX_COLUMNS, MAX_ROWS};

/// Whether a text is meant to be JSON.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The table of the properties, and what is wrong with the outlines.
///
/// # Errors
///
/// No JSON, with line and byte; no features; no province among the properties.
pub fn read(text: &str, gazetteer: &Gazetteer) -> Result<(Table, Vec<Entry>), Fault> {
    let text = text.trim_start_matches('\u{feff}');
    let mut parser = serde_json::Deserializer::from_str(text);
    let tree = Seed
        .deserialize(&mut parser)
        .and_then(|tree| parser.end().map(|()| tree))
        .map_err(|error| fault(&error, text))?;
    let features = features(&tree).ok_or(Fault::NotFeatures)?;
    if features.len() > MAX_ROWS {
        return Err(Fault::TooManyRows);
    }
    let mut headings: Vec<&str> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    let mut rows = Vec::new();
    let mut flaws = Vec::new();
    let mut patience = Patience::default();
    for (at, feature) in features.iter().enumerate() {
        let line = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let properties = match feature.get("properties") {
            Some(properties) => properties,
            None => feature,
        };
        let mut cells = Vec::new();
        for (key, value) in properties.members() {
            let Some(cell) = value.cell() else { continue };
            let column = *places.entry(key.as_str()).or_insert_with(|| {
                headings.push(key);
                headings.len() - 1
            });
            if column >= MAX_COLUMNS {
                return Err(Fault::TooManyColumns { line });
            }
            if cell.len() > MAX_CELL * 4 {
                return Err(Fault::LongCell { line });
            }
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = cell.trim().to_owned();
        }
        if let Some(flaw) = feature
            .get("geometry")
            .and_then(|geometry| outline(geometry, &mut patience))
        {
            let reason = Reason::Outline(flaw);
            let cell = String::new();
            flaws.push(Entry { line, cell, reason });
        }
        rows.push(Row { line, cells });
    }
    let Some((place, _)) = heading::places_down(&rows, gazetteer) else {
        return Err(heading::nowhere(&rows, gazetteer));
    };
    for entry in &mut flaws {
        let row = rows.iter().find(|row| row.line == entry.line);
        entry.cell = row.map_or("", |row| row.cell(place.at)).to_owned();
    }
    let headings = headings
        .into_iter()
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let table = Table {
        headings: heading::named_apart(headings),
        rows,
        unit: Unit::Feature,
        place,
    };
    Ok((table, flaws))
}

fn features(tree: &Tree) -> Option<&[Tree]> {
    match tree {
        Tree::List(rows) if !rows.is_empty() => Some(rows),
        Tree::Object(_) => match tree.get("type")? {
            Tree::Text(kind) if kind == "FeatureCollection" => match tree.get("features")? {
                Tree::List(features) => Some(features),
                _ => None,
            },
            Tree::Text(kind) if kind == "Feature" => Some(std::slice::from_ref(tree)),
            _ => None,
        },
        _ => None,
    }
}

/// Of the rings of a (multi)polygon; other geometries are not looked at.
fn outline(geometry: &Tree, patience: &mut Patience) -> Option<Flaw> {
    let Some(Tree::Text(kind)) = geometry.get("type") else {
        return None;
    };
    let coordinates = geometry.get("coordinates");
    let polygons = match kind.as_str() {
        "Polygon" => std::slice::from_ref(coordinates?),
        "MultiPolygon" => match coordinates? {
            Tree::List(polygons) => polygons,
            _ => return Some(Flaw::Malformed),
        },
        _ => return None,
    };
    for polygon in polygons {
        let Tree::List(rings) = polygon else {
            return Some(Flaw::Malformed);
        };
        for ring in rings {
            let Some(points) = points(ring) else {
                return Some(Flaw::Malformed);
            };
            if let Some(flaw) = ring::flaw(&points, patience) {
                return Some(flaw);
            }
        }
    }
    None
}

fn points(ring: &Tree) -> Option<Vec<Point>> {
    let Tree::List(points) = ring else {
        return None;
    };
    let coordinate = |tree: Option<&Tree>| match tree {
        Some(Tree::Number(number)) => Some(number.float()),
        // What some programs write for a coordinate that is not a number.
        Some(Tree::Null) => Some(f64::NAN),
        _ => None,
    };
    points
        .iter()
        .map(|point| match point {
            Tree::List(pair) => Some([coordinate(pair.first())?, coordinate(pair.get(1))?]),
            _ => None,
        })
        .collect()
}

fn fault(error: &serde_json::Error, text: &str) -> Fault {
    if error.to_string().starts_with("recursion limit exceeded") {
        return Fault::TooDeep;
    }
    let (line, column) = (error.line(), error.column());
    let found = match error.classify() {
        Category::Eof => Found::End,
        _ => {
            let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
            let at = line.floor_char_boundary(column.saturating_sub(1));
            let rest = line[at..].trim_start_matches(['-', ' ']);
            // The parser stops at the first letter that it does not expect.
            let is_not_a_number = ["NaN", "aN", "Infinity"]
                .iter()
                .any(|word| rest.starts_with(word));
            match is_not_a_number {
                true => Found::NotANumber,
                false => Found::Other,
            }
        }
    };
    Fault::Json {
        line,
        column,
        found,
    }
}

/// A JSON value, its members in the order of the file.
#[derive(Debug)]
enum Tree {
    Null,
    Switch(bool),
    Number(Number),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

#[derive(Clone, Copy, Debug)]
enum Number {
    Whole(i64),
    Float(f64),
}

impl Number {
    fn float(self) -> f64 {
        match self {
            Number::Whole(whole) => whole as f64,
            Number::Float(float) => float,
        }
    }
}

impl Tree {
    fn get(&self, name: &str) -> Option<&Tree> {
        self.members()
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    fn members(&self) -> &[(String, Tree)] {
        match self {
            Tree::Object(members) => members,
            _ => &[],
        }
    }

    /// As a cell of a table; `None` for what has parts of its own.
    fn cell(&self) -> Option<String> {
        Some(match self {
            Tree::Null => String::new(),
            Tree::Switch(on) => on.to_string(),
            Tree::Number(Number::Whole(whole)) => whole.to_string(),
            Tree::Number(Number::Float(float)) => digits(*float),
            Tree::Text(text) => text.clone(),
            Tree::List(_) | Tree::Object(_) => return None,
        })
    }
}

/// The fewest digits behind the point, nine at most, that are this number; an exponent beyond what fits.
///
/// A whole number below 2⁵³ over a power of ten is rounded once, as the parser rounds the digits of a file.
fn digits(float: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    const MOST: f64 = 9_223_372_036_854_775_807.0;
    let mut power = 1.0;
    for decimals in 0..=9 {
        let units = (float * power).round();
        let is_last = decimals == 9 || (units * 10.0).abs() >= EXACT;
        if units.abs() < MOST && (units / power == float || is_last) {
            let units = units as i64;
            return Decimal { units, decimals }.full();
        }
        power *= 10.0;
    }
    String::from("1e99")
}

struct Seed;

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, on: bool) -> Result<Tree, E> {
        Ok(Tree::Switch(on))
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::Whole(whole)))
    }

    fn visit_u64<E>(self, whole: u64) -> Result<Tree, E> {
        Ok(Tree::Number(match i64::try_from(whole) {
            Ok(whole) => Number::Whole(whole),
            Err(_) => Number::Float(whole as f64),
        }))
    }

    fn visit_f64<E>(self, float: f64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::Float(float)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Seed)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            members.push((key, access.next_value_seed(Seed)?));
        }
        Ok(Tree::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = match read(text, &Gazetteer::default()) {
            Ok((table, flaws)) => {
                let rows: Vec<String> = table.rows.iter().map(|row| row.cells.join("|")).collect();
                let flaws: Vec<String> = flaws
                    .iter()
                    .map(|entry| format!(" {}:{} {:?}", entry.line, entry.cell, entry.reason))
                    .collect();
                format!(
                    "[{}] {} at {}{}",
                    table.headings.join(", "),
                    rows.join(" "),
                    table.place.at,
                    flaws.concat()
                )
            }
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(shown, expected, "{text}");
    }

    fn collection(features: &str) -> String {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
    }

    #[test]
    fn features_and_lists_of_objects_are_rows() {
        check(
            &collection(
                r#"{"type":"Feature","geometry":null,"properties":{"name":"서울","n":1089,"r":0.25}},
                   {"type":"Feature","properties":{"name":"부산","x":null,"n":-2}}"#,
            ),
            "[name, n, r, x] 서울|1089|0.25 부산|-2|| at 0",
        );
        check(
            r#"[{"CTPRVN_CD":"11","v":1e21},{"CTPRVN_CD":"26","v":18446744073709551615,"list":[1]}]"#,
            "[CTPRVN_CD, v] 11|1e99 26|1e99 at 0",
        );
        check(
            r#"{"type":"Feature","properties":{"name":"Jeju","n":true}}"#,
            "[name, n] Jeju|true at 0",
        );
    }

    #[test]
    fn floats_have_the_digits_of_the_file() {
        for text in [
            "0.1",
            "0.25",
            "-1234.5678",
            "0.000000001",
            "58.678",
            "1089",
            "123456789012.34",
        ] {
            let float: f64 = text.parse().unwrap();
            assert_eq!(digits(float), text);
        }
        assert_eq!(digits(1.0 / 3.0), "0.333333333");
        assert_eq!(digits(1e-30), "0");
        assert_eq!(digits(4e18), "4000000000000000000");
        assert_eq!(digits(1e300), "1e99");
    }

    #[test]
    fn outlines_are_checked_and_never_fatal() {
        let feature = |geometry: &str| {
            collection(&format!(
                r#"{{"properties":{{"name":"서울"}},"geometry":{geometry}}}"#
            ))
        };
        let polygon =
            |ring: &str| feature(&format!(r#"{{"type":"Polygon","coordinates":[{ring}]}}"#));
        check(
            &polygon("[[0,0],[1,1],[1,0],[0,1],[0,0]]"),
            "[name] 서울 at 0 1:서울 Outline(SelfCrossing)",
        );
        check(
            &polygon("[[0,0],[null,1],[1,0],[0,0]]"),
            "[name] 서울 at 0 1:서울 Outline(OutOfRange)",
        );
        check(
            &polygon("[0,1]"),
            "[name] 서울 at 0 1:서울 Outline(Malformed)",
        );
        check(&polygon("[]"), "[name] 서울 at 0 1:서울 Outline(Open)");
        check(
            &feature(r#"{"type":"MultiPolygon","coordinates":7}"#),
            "[name] 서울 at 0 1:서울 Outline(Malformed)",
        );
        check(
            &feature(r#"{"type":"Point","coordinates":[1e9,2]}"#),
            "[name] 서울 at 0",
        );
        check(&feature("[]"), "[name] 서울 at 0");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        check("{", "Json { line: 1, column: 1, found: End }");
        check(
            "[{\"v\":\n NaN}]",
            "Json { line: 2, column: 2, found: NotANumber }",
        );
        check(
            "[{\"v\": -Infinity}]",
            "Json { line: 1, column: 9, found: NotANumber }",
        );
        check("{\"a\" 1}", "Json { line: 1, column: 6, found: Other }");
        check("[] x", "Json { line: 1, column: 4, found: Other }");
        check(&"[".repeat(200), "TooDeep");
        check("{}", "NotFeatures");
        check("[]", "NotFeatures");
        check(r#"{"type":"Topology","objects":{}}"#, "NotFeatures");
        check(
            r#"{"type":"FeatureCollection","features":{}}"#,
            "NotFeatures",
        );
        check(&collection(""), "NoPlaces { seen: [] }");
        check(
            r#"[{"name":"<b>평양</b>","n":1}]"#,
            "NoPlaces { seen: [\"<b>평양</b>\"] }",
        );
    }
}
