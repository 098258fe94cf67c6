//! Places abroad that Korean clusters are measured against.

use super::source::Ledger;
use super::table::{Layout, Table};
use super::year::Year;

/// A row of `comparators.csv`: one metric of one place.
#[derive(Clone, Debug)]
pub struct Comparator {
    pub id: String,
    /// `boston`, `japan_global`, `japan_regional` …
    pub group: String,
    pub name_en: String,
    pub name_local: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: String,
    /// WGS 84, degrees: latitude and longitude; `None` for a count without a place.
    pub lat_lon: Option<(f64, f64)>,
    pub metric: String,
    /// A number, or a date where `unit` is `date`.
    pub value: String,
    pub unit: String,
    pub year: Option<Year>,
    pub source_ids: Vec<String>,
    pub note: Option<String>,
}

pub static LAYOUT: Layout = Layout {
    file: "comparators.csv",
    columns: &[
        "id",
        "group",
        "name_en",
        "name_local",
        "country",
        "lat",
        "lon",
        "coord_confidence",
        "metric",
        "value",
        "unit",
        "year",
        "source_ids",
        "note",
    ],
    key: &["id", "metric", "value"],
};

/// Reads `comparators.csv`.
pub fn read(table: &Table<'_>, sources: &Ledger) -> Vec<Comparator> {
    table.rows(|row| {
        let (id, group, name_en) = (row.text("id"), row.text("group"), row.text("name_en"));
        let country = row.parsed("country", country, "a country code of two capitals");
        let lat = row.optional("lat", |row, column| row.within(column, -90.0..=90.0));
        let lon = row.optional("lon", |row, column| row.within(column, -180.0..=180.0));
        let (metric, unit) = (row.text("metric"), row.text("unit"));
        let value = if row.cell("unit") == "date" {
            row.parsed("value", date, "a date such as 2022-04-22")
        } else {
            row.amount("value").map(|_| row.cell("value").to_owned())
        };
        let year = row.optional("year", |row, column| row.year(column));
        let source_ids = sources.several(row, "source_ids");
        let (lat, lon) = (lat?, lon?);
        if lat.is_some() != lon.is_some() {
            return row.fail("lat", "stands without lon, or lon without it".to_owned());
        }
        Some(Comparator {
            id: id?,
            group: group?,
            name_en: name_en?,
            name_local: row.remark("name_local"),
            country: country?,
            lat_lon: lat.zip(lon),
            metric: metric?,
            value: value?,
            unit: unit?,
            year: year?,
            source_ids: source_ids?,
            note: row.remark("note"),
        })
    })
}

fn country(text: &str) -> Option<String> {
    let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| text.to_owned())
}

/// Accepts `2022-04-22`.
fn date(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let year = parts.next().and_then(Year::parse);
    let mut within = |last: u8| {
        let part = parts.next().filter(|part| part.len() == 2)?;
        part.parse()
            .ok()
            .filter(|number| (1..=last).contains(number))
    };
    let is_date = year.is_some() && within(12).is_some() && within(31).is_some();
    (is_date && parts.next().is_none()).then(|| text.to_owned())
}
