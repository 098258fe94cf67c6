//! The coasts of places abroad: `abroad.geojson`, written by `cargo xtask data`.

use std::fs;
use std::path::Path;

use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, Position};

use crate::geometry::LonLat;
use crate::package::Error;

const FILE: &str = "abroad.geojson";

/// A closed line; the last position is the first again.
pub type Line = Vec<LonLat>;

/// The coasts, in degrees.
#[derive(Clone, PartialEq, Debug)]
pub struct Coasts {
    pub japan: Vec<Line>,
    /// The United States around Boston, cut at a box that the drawing must keep inside.
    pub boston: Vec<Line>,
}

impl Coasts {
    /// Reads the file in `folder`.
    ///
    /// # Errors
    ///
    /// The first fault, with the feature it is in.
    pub fn read(folder: &Path) -> Result<Coasts, Error> {
        let text =
            fs::read_to_string(folder.join(FILE)).map_err(|error| fault(error.to_string()))?;
        Coasts::parse(&text)
    }

    fn parse(text: &str) -> Result<Coasts, Error> {
        let parsed = text.parse::<GeoJson>();
        let GeoJson::FeatureCollection(collection) =
            parsed.map_err(|error| fault(error.to_string()))?
        else {
            return Err(fault("expected a FeatureCollection".to_string()));
        };
        Ok(Coasts {
            japan: coast(&collection, "japan")?,
            boston: coast(&collection, "boston")?,
        })
    }
}

fn fault(message: String) -> Error {
    Error {
        file: FILE.to_string(),
        line: None,
        column: None,
        message,
    }
}

/// The rings of the one feature whose `place` is this.
fn coast(collection: &FeatureCollection, place: &str) -> Result<Vec<Line>, Error> {
    let is_it = |feature: &&Feature| {
        let found = feature.property("place");
        found.and_then(|value| value.as_str()) == Some(place)
    };
    let feature = collection.features.iter().find(is_it);
    let geometry = feature.and_then(|feature| feature.geometry.as_ref());
    let rings: Vec<&Vec<Position>> = match geometry.map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => coordinates.iter().collect(),
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.iter().flatten().collect(),
        _ => {
            return Err(fault(format!(
                "expected a feature with place {place:?} and a (Multi)Polygon"
            )));
        }
    };
    let numbered = rings.into_iter().enumerate();
    numbered
        .map(|(number, ring)| {
            line(ring).map_err(|why| fault(format!("{place}, ring {}: {why}", number + 1)))
        })
        .collect()
}

fn line(ring: &[Position]) -> Result<Line, String> {
    if ring.len() < 4 || ring.first() != ring.last() {
        return Err(format!(
            "expected a closed ring, found {} positions",
            ring.len()
        ));
    }
    ring.iter()
        .map(|position| match *position.as_slice() {
            [lon, lat, ..] => LonLat::parse(lon, lat),
            _ => Err("expected longitude and latitude".to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(japan: &str) -> String {
        let feature = |place: &str, ring: &str| {
            format!(
                r#"{{"type":"Feature","properties":{{"place":"{place}"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
            )
        };
        let square = "[[-71,42],[-70,42],[-70,43],[-71,42]]";
        format!(
            r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
            feature("japan", japan),
            feature("boston", square)
        )
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = Coasts::parse(text).expect_err("the text should be refused");
        assert!(error.to_string().starts_with(expected), "{error}");
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        check("", "abroad.geojson: ");
        check(
            r#"{"type":"Point","coordinates":[137,36]}"#,
            "abroad.geojson: expected a FeatureCollection",
        );
        check(
            r#"{"type":"FeatureCollection","features":[]}"#,
            r#"abroad.geojson: expected a feature with place "japan" and a (Multi)Polygon"#,
        );
        check(
            &file("[[137,36],[138,36],[137,36]]"),
            "abroad.geojson: japan, ring 1: expected a closed ring, found 3 positions",
        );
        check(
            &file("[[137,36],[138,96],[138,37],[137,36]]"),
            "abroad.geojson: japan, ring 1: latitude 96 is outside −90..90",
        );
    }

    #[test]
    fn a_coast_is_its_rings() {
        let coasts = Coasts::parse(&file("[[137,36],[138,36],[138,37],[137,36]]")).unwrap();
        assert_eq!(coasts.japan.len(), 1);
        assert_eq!(coasts.boston[0].len(), 4);
    }
}
