//! The outlines of the data package: three GeoJSON files (RFC 7946), written by `cargo xtask data`.

use std::fs;
use std::path::Path;

use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, Position};

use super::{Bounds, LonLat, Polygon, Projected, Ring, project};
use crate::package::Error;
use crate::region::{REGIONS, RegionCode};

/// All outlines, in the plane.
///
/// Areas of `sido` and `sigungu` share their vertices exactly, on both levels; those of the two insets are finer
/// and share vertices only among themselves.
#[derive(Clone, PartialEq, Debug)]
pub struct Boundaries {
    /// The 17 시도, in the order of [`REGIONS`].
    pub sido: Vec<Area>,
    /// The 250 시군구, in the order of their codes.
    pub sigungu: Vec<Area>,
    /// 서울 and the parts of 인천 and 경기 around it. Cut straight at the edge of the window, which is no border.
    pub capital: Vec<Area>,
    /// 울릉도 and 독도, as the part of 경북 they are.
    pub ulleung_dokdo: Vec<Area>,
}

/// An outline with its name.
#[derive(Clone, PartialEq, Debug)]
pub struct Area {
    /// Two digits of a 시도; five of a 시군구, the join key of `sigungu.csv`.
    pub code: String,
    /// The 시도 that it is, or lies in.
    pub region: RegionCode,
    pub name_ko: String,
    /// Only 시도 have one.
    pub name_en: Option<String>,
    /// The mainland and each island.
    pub polygons: Vec<Polygon>,
}

impl Area {
    /// Square metres.
    pub fn area_m2(&self) -> f64 {
        self.polygons.iter().map(Polygon::area_m2).sum()
    }

    /// `None` when there is no polygon.
    pub fn bounds(&self) -> Option<Bounds> {
        self.polygons
            .iter()
            .filter_map(Polygon::bounds)
            .reduce(Bounds::union)
    }

    pub fn contains(&self, point: Projected) -> bool {
        self.polygons.iter().any(|polygon| polygon.contains(point))
    }

    /// Metres to the nearest point of the area; 0 inside.
    pub fn distance(&self, point: Projected) -> f64 {
        if self.contains(point) {
            return 0.0;
        }
        let distances = self
            .polygons
            .iter()
            .map(|polygon| polygon.distance_to_outline(point));
        distances.fold(f64::INFINITY, f64::min)
    }
}

impl Boundaries {
    /// Reads `sido.geojson`, `sigungu.geojson` and `detail.geojson` of the folder.
    ///
    /// Fails with the file and the place in it when one cannot be read, is not as described here, or when the
    /// 시도 are not exactly those of [`REGIONS`].
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let read = |name| File { name }.read(folder);
        let code = |feature: &Labelled| feature.text("code");

        let sido = in_order_of_regions(
            File {
                name: "sido.geojson",
            },
            read("sido.geojson")?.areas(code)?,
        )?;

        let mut sigungu = read("sigungu.geojson")?.areas(|feature| feature.text("sido"))?;
        sigungu.sort_by(|a, b| a.code.cmp(&b.code));

        let detail = read("detail.geojson")?;
        let window = |name| detail.only("window", name)?.areas(code);
        Ok(Boundaries {
            sido,
            sigungu,
            capital: window("capital")?,
            ulleung_dokdo: window("ulleung-dokdo")?,
        })
    }
}

fn in_order_of_regions(file: File, mut areas: Vec<Area>) -> Result<Vec<Area>, Error> {
    areas.sort_by_key(|area| area.region);
    for (place, region) in REGIONS.iter().enumerate() {
        if areas
            .get(place)
            .is_none_or(|area| area.region != region.code)
        {
            return Err(file.error(format!(
                "expected {} ({}) exactly once",
                region.digits, region.name.ko
            )));
        }
    }
    if areas.len() > REGIONS.len() {
        return Err(file.error(format!(
            "expected {} features, found {}",
            REGIONS.len(),
            areas.len()
        )));
    }
    Ok(areas)
}

/// A file by its name, for messages.
#[derive(Clone, Copy)]
struct File {
    name: &'static str,
}

impl File {
    fn read(self, folder: &Path) -> Result<Collection, Error> {
        let text = fs::read_to_string(folder.join(self.name))
            .map_err(|error| self.error(error.to_string()))?;
        self.parse(&text)
    }

    fn parse(self, text: &str) -> Result<Collection, Error> {
        match text.parse::<GeoJson>() {
            Ok(GeoJson::FeatureCollection(FeatureCollection { features, .. })) => {
                let features = features.into_iter().enumerate();
                let features = features.map(|(place, feature)| Labelled {
                    file: self,
                    place,
                    feature,
                });
                Ok(Collection {
                    features: features.collect(),
                })
            }
            Ok(_) => Err(self.error("expected a FeatureCollection".to_string())),
            // With line and column, as serde_json gives them.
            Err(error) => Err(self.error(error.to_string())),
        }
    }

    fn error(self, message: String) -> Error {
        Error {
            file: self.name.to_string(),
            line: None,
            column: None,
            message,
        }
    }
}

struct Collection {
    features: Vec<Labelled>,
}

impl Collection {
    /// The features with a given property; at least one, or the file is not what it should be.
    fn only(&self, key: &str, value: &str) -> Result<Collection, Error> {
        let mut features = Vec::new();
        for feature in &self.features {
            if feature.text(key)? == value {
                features.push(feature.clone());
            }
        }
        match self.features.first() {
            Some(first) if features.is_empty() => Err(first.file.error(format!(
                "expected features with {key} {value:?}, found none"
            ))),
            _ => Ok(Collection { features }),
        }
    }

    /// The areas; `region` picks the code of the 시도.
    fn areas(
        &self,
        region: impl Fn(&Labelled) -> Result<String, Error>,
    ) -> Result<Vec<Area>, Error> {
        let area = |feature: &Labelled| {
            let region = region(feature)?;
            Ok(Area {
                code: feature.text("code")?,
                region: RegionCode::parse(&region).ok_or_else(|| {
                    feature.error(format!("{region:?} is not the code of a 시도"))
                })?,
                name_ko: feature.text("name_ko")?,
                name_en: feature.text("name_en").ok(),
                polygons: feature.polygons()?,
            })
        };
        self.features.iter().map(area).collect()
    }
}

/// A feature that knows where it stands.
#[derive(Clone)]
struct Labelled {
    file: File,
    place: usize,
    feature: Feature,
}

impl Labelled {
    /// A property that must be there, as text.
    fn text(&self, key: &str) -> Result<String, Error> {
        match self.feature.property(key).and_then(|value| value.as_str()) {
            Some(text) if !text.is_empty() => Ok(text.to_string()),
            _ => Err(self.error(format!("expected text in property {key:?}"))),
        }
    }

    fn polygons(&self) -> Result<Vec<Polygon>, Error> {
        match self
            .feature
            .geometry
            .as_ref()
            .map(|geometry| &geometry.value)
        {
            Some(GeometryValue::Polygon { coordinates }) => Ok(vec![self.polygon(0, coordinates)?]),
            Some(GeometryValue::MultiPolygon { coordinates }) => coordinates
                .iter()
                .enumerate()
                .map(|(part, rings)| self.polygon(part, rings))
                .collect(),
            Some(other) => Err(self.error(format!(
                "expected (Multi)Polygon, found {}",
                other.type_name()
            ))),
            None => Err(self.error("expected a geometry".to_string())),
        }
    }

    fn polygon(&self, part: usize, rings: &[Vec<Position>]) -> Result<Polygon, Error> {
        let mut rings = rings.iter().enumerate().map(|(number, ring)| {
            self.ring(ring).map_err(|problem| {
                self.error(format!(
                    "polygon {}, ring {}: {problem}",
                    part + 1,
                    number + 1
                ))
            })
        });
        let exterior = rings
            .next()
            .ok_or_else(|| self.error(format!("polygon {} has no ring", part + 1)))??;
        Ok(Polygon {
            exterior,
            holes: rings.collect::<Result<_, _>>()?,
        })
    }

    fn ring(&self, positions: &[Position]) -> Result<Ring, String> {
        let (Some(first), Some(last)) = (positions.first(), positions.last()) else {
            return Err("no positions".to_string());
        };
        if first != last || positions.len() < 4 {
            return Err(format!(
                "expected a closed ring, found {} positions",
                positions.len()
            ));
        }
        let open = &positions[..positions.len() - 1];
        let place = |(number, position): (usize, &Position)| match *position.as_slice() {
            [lon, lat, ..] => LonLat::parse(lon, lat)
                .map(project)
                .map_err(|problem| format!("position {}: {problem}", number + 1)),
            _ => Err(format!(
                "position {}: expected longitude and latitude",
                number + 1
            )),
        };
        open.iter().enumerate().map(place).collect()
    }

    fn error(&self, message: String) -> Error {
        self.file
            .error(format!("feature {}: {message}", self.place + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: File = File { name: "x.geojson" };
    const SQUARE: &str = "[[127,37],[127.1,37],[127.1,37.1],[127,37]]";

    /// A collection of one polygon.
    fn polygon(rings: &str, properties: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},
               "geometry":{{"type":"Polygon","coordinates":[{rings}]}}}}]}}"#
        )
    }

    fn areas(text: &str) -> Result<Vec<Area>, String> {
        let areas = FILE
            .parse(text)
            .and_then(|collection| collection.areas(|feature| feature.text("code")));
        areas.map_err(|error| error.to_string())
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = areas(text).expect_err("the text should be refused");
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let named = r#"{"code":"11","name_ko":"서울"}"#;
        check(
            "",
            "x.geojson: Error while deserializing GeoJSON: EOF while parsing a value at line 1 column 0",
        );
        check(
            r#"{"type":"Point","coordinates":[127,37]}"#,
            "x.geojson: expected a FeatureCollection",
        );
        check(
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"11","name_ko":"서울"},"geometry":null}]}"#,
            "x.geojson: feature 1: expected a geometry",
        );
        check(
            &polygon("", named),
            "x.geojson: feature 1: polygon 1 has no ring",
        );
        check(
            &polygon("[]", named),
            "x.geojson: feature 1: polygon 1, ring 1: no positions",
        );
        check(
            &polygon("[[127,37],[127.1,37],[127,37]]", named),
            "x.geojson: feature 1: polygon 1, ring 1: expected a closed ring, found 3 positions",
        );
        check(
            &polygon("[[127,37],[127.1,37],[127.1,37.1],[127,37.1]]", named),
            "x.geojson: feature 1: polygon 1, ring 1: expected a closed ring, found 4 positions",
        );
        check(
            &polygon("[[127,37],[127.1,97],[127.1,37.1],[127,37]]", named),
            "x.geojson: feature 1: polygon 1, ring 1: position 2: latitude 97 is outside −90..90",
        );
        check(
            &polygon(SQUARE, "{}"),
            r#"x.geojson: feature 1: expected text in property "code""#,
        );
        check(
            &polygon(SQUARE, r#"{"code":"42","name_ko":"강원도"}"#),
            r#"x.geojson: feature 1: "42" is not the code of a 시도"#,
        );
    }

    #[test]
    fn a_ring_is_projected_and_opened() {
        let found = areas(&polygon(SQUARE, r#"{"code":"11","name_ko":"서울"}"#)).unwrap();
        let area = &found[0];
        assert_eq!((area.code.as_str(), area.region.as_str()), ("11", "11"));
        assert_eq!(
            (area.name_ko.as_str(), area.name_en.as_deref()),
            ("서울", None)
        );
        assert_eq!(area.polygons[0].exterior.len(), 3);
        assert_eq!(
            area.polygons[0].exterior[0],
            project(LonLat {
                lon: 127.0,
                lat: 37.0
            })
        );
        // Half of 0.1° × 0.1° at 37° N.
        assert!(
            (area.area_m2() / 49.3e6 - 1.0).abs() < 0.01,
            "{}",
            area.area_m2()
        );
    }

    #[test]
    fn all_seventeen_regions_must_be_there_once() {
        let one = areas(&polygon(SQUARE, r#"{"code":"26","name_ko":"부산"}"#)).unwrap();
        let error = in_order_of_regions(FILE, one).unwrap_err().to_string();
        assert_eq!(error, "x.geojson: expected 11 (서울특별시) exactly once");
    }
}
