//! The figures on the map as rows: what is drawn, no more and no less.

use super::json::Json;
use crate::cut;
use crate::measure::Measure;
use crate::state::ViewState;
use crate::text::Lang;

/// A table with as many cells in each row as there are columns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell. What is missing is no zero and no empty text.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    Text(String),
    /// Digits without grouping.
    Number(String),
    Flag(bool),
    Missing,
}

/// The columns of a view.
const COLUMNS: [&str; 12] = [
    "code",
    "name",
    "indicator",
    "measure",
    "year",
    "value",
    "unit",
    "class",
    "class_lowest",
    "class_highest",
    "selected",
    "missing",
];

impl Rows {
    /// A row for each unit of a view: the 17 regions, or the groups (with the codes of all members).
    pub fn of(state: &ViewState, lang: Lang) -> Rows {
        let (units, classes) = (state.units(), cut::classes(state));
        let chosen = state
            .region()
            .map(|code| state.grouping.unit_of(code.index()));
        let row = |unit: usize| {
            let value = units[unit];
            let tone = classes.tones[unit];
            let class = classes.classes.iter().position(|class| class.tone == tone);
            let bound = |of: fn(&crate::classify::Class) -> crate::number::Decimal| {
                class.map_or(Cell::Missing, |at| {
                    Cell::Number(of(&classes.classes[at]).full())
                })
            };
            vec![
                Cell::Text(state.grouping.codes(unit)),
                Cell::Text(state.grouping.full_name(unit, lang)),
                Cell::Text(state.indicator().slug().into()),
                Cell::Text(state.measure().slug().into()),
                Cell::Number(state.year().to_string()),
                value.map_or(Cell::Missing, |value| Cell::Number(value.full())),
                Cell::Text(unit_of(state, lang)),
                class.map_or(Cell::Missing, |at| Cell::Number((at + 1).to_string())),
                bound(|class| class.lowest),
                bound(|class| class.highest),
                Cell::Flag(chosen == Some(unit)),
                Cell::Flag(value.is_none()),
            ]
        };
        Rows {
            columns: COLUMNS.map(str::to_owned).into(),
            rows: (0..state.grouping.count()).map(row).collect(),
        }
    }

    /// UTF-8 with a byte order mark, by which Korean Excel knows it; no text begins a formula.
    pub fn csv(&self) -> String {
        let mut out = String::from("\u{feff}");
        let columns = self.columns.iter().cloned().map(Cell::Text).collect();
        for row in [&columns].into_iter().chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                match cell {
                    Cell::Text(text) => field(&mut out, text),
                    Cell::Number(digits) => out.push_str(digits),
                    Cell::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
                    Cell::Missing => {}
                }
            }
            out.push_str("\r\n");
        }
        out
    }

    /// A list with an object for each row.
    pub fn json(&self) -> Json {
        let row = |row: &Vec<Cell>| {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => Json::text(text),
                Cell::Number(digits) => Json::number(digits),
                Cell::Flag(flag) => Json::Flag(*flag),
                Cell::Missing => Json::Null,
            });
            Json::Object(self.columns.iter().cloned().zip(cells).collect())
        };
        Json::List(self.rows.iter().map(row).collect())
    }
}

/// What a value of the view counts: `곳`, `%`, "인구 10만 명당 곳"; of a quotient that the nation is 1.
pub fn unit_of(state: &ViewState, lang: Lang) -> String {
    let unit = state.indicator().definition().unit.get(lang);
    match (state.measure(), lang) {
        (Measure::Count, _) => unit.to_owned(),
        (Measure::Share, _) => "%".to_owned(),
        (Measure::Per100k, Lang::Ko) => format!("인구 10만 명당 {unit}"),
        (Measure::Per100k, Lang::En) => format!("{unit} per 100,000 people"),
        (Measure::LocationQuotient, _) => lang.pick("전국 = 1", "nation = 1").to_owned(),
    }
}

fn field(out: &mut String, text: &str) {
    // A spreadsheet would run what a stranger's text asks for.
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Selection;

    fn read(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let csv = csv.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let columns = owned(reader.headers().unwrap());
        let rows = reader
            .records()
            .map(|record| owned(&record.unwrap()))
            .collect();
        (columns, rows)
    }

    #[test]
    fn every_view_has_a_row_for_each_unit_with_its_value_to_the_last_digit() {
        for state in crate::state::views() {
            let (columns, rows) = read(&Rows::of(&state, Lang::Ko).csv());
            assert_eq!((columns.len(), rows.len()), (COLUMNS.len(), 17));
            for (row, value) in rows.iter().zip(state.units()) {
                let expected = value.map_or(String::new(), |value| value.full());
                assert_eq!(row[5], expected, "{row:?}");
                assert_eq!(row[11], value.is_none().to_string(), "{row:?}");
            }
        }
    }

    #[test]
    fn a_row_reads_as_the_map_shows_it() {
        let state = ViewState::parse(
            "measure=share&region=43",
            &ViewState::new(Selection::Nation),
        );
        let (_, rows) = read(&Rows::of(&state, Lang::En).csv());
        let chungbuk = rows.iter().find(|row| row[0] == "43").unwrap();
        assert_eq!(
            chungbuk[1..7],
            [
                "North Chungcheong",
                "bio-firms",
                "share",
                "2022",
                "7.80532599",
                "%"
            ]
        );
        assert_eq!(chungbuk[10..], ["true", "false"]);
        assert!(rows.iter().filter(|row| row[10] == "true").count() == 1);
    }

    #[test]
    fn groups_are_rows_with_the_codes_of_their_members() {
        let state = ViewState::parse("group=capital", &ViewState::new(Selection::Nation));
        let (_, rows) = read(&Rows::of(&state, Lang::Ko).csv());
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().any(|row| row[0] == "11 28 41"), "{rows:?}");
    }

    #[test]
    fn a_stranger_s_text_stays_a_text() {
        let rows = Rows {
            columns: vec!["a,b".into()],
            rows: vec![
                vec![Cell::Text("=1+1".into())],
                vec![Cell::Text("say \"no\"\nagain".into())],
                vec![Cell::Missing],
                vec![Cell::Number("-3".into())],
            ],
        };
        assert_eq!(
            rows.csv(),
            "\u{feff}\"a,b\"\r\n'=1+1\r\n\"say \"\"no\"\"\nagain\"\r\n\r\n-3\r\n"
        );
        let json: serde_json::Value = serde_json::from_str(&rows.json().to_string()).unwrap();
        assert_eq!(
            json,
            serde_json::json!([{"a,b": "=1+1"}, {"a,b": "say \"no\"\nagain"}, {"a,b": null}, {"a,b": -3}])
        );
    }
}
