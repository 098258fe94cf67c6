//! The reader's own data: a file or pasted rows become the same map, legend and table as the atlas' own.
//!
//! ```text
//! bytes ─ encoding ─► text ─┬─ rows ─ heading ─┬─► Table ─ column ─ dataset ─► Dataset
//!                           └─ geojson ────────┘                                  │
//!                                     HTML ◄─ markup, download ◄─ Picture ◄─ reading
//! ```
//!
//! Nothing here knows a browser. What cannot be read at all is a [`fault::Fault`]; what is read but not used
//! is told row by row in the [`report`]. No cell reaches markup unescaped, and none a download as a formula.

mod column;
mod dataset;
mod download;
mod encoding;
mod fault;
mod figure;
mod geojson;
mod heading;
mod markup;
mod origin;
mod place_name;
mod reading;
mod report;
mod report_markup;
mod ring;
mod rows;

pub use encoding::Cp949;

use dataset::Dataset;
use encoding::Encoding;
use fault::Fault;
use kbio_atlas::desk::{MAX_BYTES, MAX_ROWS, PART};
use kbio_atlas::{Lang, escape};
use origin::Origin;
use place_name::Gazetteer;
use reading::{Picture, Reading};

/// Cells in a row, and columns that can be shown.
const MAX_COLUMNS: usize = 500;
/// Characters in a cell.
const MAX_CELL: usize = 5_000;
/// Line breaks in a cell.
const MAX_LINES_IN_CELL: usize = 20;
/// Levels of JSON, as `serde_json` counts them.
const MAX_DEPTH: usize = 128;

/// What the reader has opened.
#[derive(Default, Debug)]
pub struct Own {
    gazetteer: Gazetteer,
    opened: Option<Opened>,
}

#[derive(Debug)]
struct Opened {
    origin: Origin,
    dataset: Dataset,
}

impl Own {
    /// Reads a file and answers its first view, as [`Own::view`] does.
    ///
    /// A file that cannot be read answers a sentence in markup, in one part; what was open stays open.
    pub fn open(&mut self, name: &str, bytes: &[u8], cp949: Cp949<'_>, lang: Lang) -> String {
        let read =
            encoding::decode(bytes, cp949).and_then(|(text, encoding)| self.read(&text, encoding));
        self.show(Origin::File(name.to_owned()), read, lang)
    }

    /// Reads pasted rows, as [`Own::open`] reads a file.
    pub fn paste(&mut self, text: &str, lang: Lang) -> String {
        self.rows(text, Origin::Pasted, lang)
    }

    /// Reads rows from an address, and says that they are not the atlas'.
    pub fn linked(&mut self, text: &str, lang: Lang) -> String {
        self.rows(text, Origin::Linked, lang)
    }

    fn rows(&mut self, text: &str, origin: Origin, lang: Lang) -> String {
        let read = match text.len() > MAX_BYTES {
            true => Err(Fault::TooLarge {
                bytes: text.len() as u64,
            }),
            false => self.read(text, Encoding::Utf8),
        };
        self.show(origin, read, lang)
    }

    /// What is said of a file of which no byte has been read.
    pub fn too_large(bytes: u64, lang: Lang) -> String {
        escape(&Fault::TooLarge { bytes }.words(lang)).to_string()
    }

    /// Three parts with [`PART`] between them: head, legend, panel. The rows of the panel's table carry what
    /// the map shows: `data-bar` (code), `data-tone`, `data-full`, `data-short`, `data-spoken`.
    ///
    /// `None` where nothing is open.
    pub fn view(&self, asked: &str, lang: Lang) -> Option<String> {
        let Opened { origin, dataset } = self.opened.as_ref()?;
        let picture = Picture::of(dataset, Reading::parse(asked, dataset));
        let parts = [
            markup::head(origin, dataset, &picture, lang),
            markup::legend(&picture, lang),
            markup::panel(dataset, &picture, lang),
        ];
        Some(parts.join(&PART.to_string()))
    }

    fn read(&self, text: &str, encoding: Encoding) -> Result<Dataset, Fault> {
        if text.contains('\0') {
            let line = 1 + text
                .chars()
                .take_while(|c| *c != '\0')
                .filter(|c| *c == '\n')
                .count();
            return Err(Fault::Nul { line: line as u64 });
        }
        let (table, mut flaws) = if geojson::is_json(text) {
            geojson::read(text, &self.gazetteer)?
        } else {
            (
                heading::table(rows::rows(text)?, &self.gazetteer)?,
                Vec::new(),
            )
        };
        let mut dataset = dataset::build(&table, &self.gazetteer)?;
        dataset.report.encoding = encoding;
        dataset.report.entries.append(&mut flaws);
        dataset.report.sort();
        Ok(dataset)
    }

    fn show(&mut self, origin: Origin, read: Result<Dataset, Fault>, lang: Lang) -> String {
        match read {
            Ok(dataset) => {
                self.opened = Some(Opened { origin, dataset });
                // Just opened, so there is a view.
                self.view("", lang).unwrap_or_default()
            }
            Err(fault) => escape(&fault.words(lang)).to_string(),
        }
    }
}

/// What a browser's decoder does, for tests.
#[cfg(test)]
fn test_decoder(bytes: &[u8]) -> Option<String> {
    encoding_rs::EUC_KR
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}
