//! A place on the ellipsoid.

/// Geographic longitude and latitude in degrees, east and north positive.
///
/// The files say WGS 84, the official grid KGD2002 (GRS 80); they differ by less than the outlines' rounding.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LonLat {
    pub lon: f64,
    pub lat: f64,
}

impl LonLat {
    /// Says what is wrong with the numbers: `latitude 91.2 is outside −90..90`.
    pub fn parse(lon: f64, lat: f64) -> Result<Self, String> {
        // Written so that NaN is refused too.
        if !(-180.0..=180.0).contains(&lon) {
            return Err(format!("longitude {lon} is outside −180..180"));
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(format!("latitude {lat} is outside −90..90"));
        }
        Ok(LonLat { lon, lat })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lon: f64, lat: f64, expected: Result<(), &str>) {
        let found = LonLat::parse(lon, lat);
        assert_eq!(
            found.map(|_| ()).map_err(|error| error.to_string()),
            expected.map_err(String::from)
        );
    }

    #[test]
    fn only_degrees_are_a_place() {
        check(f64::NAN, 37.0, Err("longitude NaN is outside −180..180"));
        check(127.0, f64::INFINITY, Err("latitude inf is outside −90..90"));
        check(37.5, 127.0, Err("latitude 127 is outside −90..90"));
        check(
            953_901.0,
            1_952_032.0,
            Err("longitude 953901 is outside −180..180"),
        );
        check(-180.0, 90.0, Ok(()));
        check(127.5, 38.0, Ok(()));
    }
}
