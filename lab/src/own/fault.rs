//! Why a file cannot be read at all, in the reader's words.

use kbio_atlas::Lang;

use super::{MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_DEPTH, MAX_LINES_IN_CELL, MAX_ROWS};

/// What stops the reading of a file. Lines, columns and bytes count from one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// More bytes than are read.
    TooLarge {
        bytes: u64,
    },
    Empty,
    /// A format that is no text.
    Binary(Binary),
    /// A NUL byte where text was expected.
    Nul {
        line: u64,
    },
    /// Bytes that are neither UTF-8 nor CP949.
    Unreadable {
        line: u64,
    },
    TooManyRows,
    TooManyColumns {
        line: u32,
    },
    /// A cell so long that a quotation mark must have been left open.
    LongCell {
        line: u32,
    },
    /// JSON that cannot be parsed.
    Json {
        line: usize,
        column: usize,
        found: Found,
    },
    TooDeep,
    /// JSON that holds no features and no rows.
    NotFeatures,
    /// No column names provinces; what the fullest column of words begins with.
    NoPlaces {
        seen: Vec<String>,
    },
    /// Every row is about a 시군구.
    OnlyDistricts {
        count: usize,
    },
    /// Provinces, but not one number beside them.
    NoNumbers,
}

/// A known format that is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binary {
    Workbook,
    OldWorkbook,
    Pdf,
}

/// What stands where JSON breaks off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// `NaN` or `Infinity`, which some programs write.
    NotANumber,
    End,
    Other,
}

impl Fault {
    /// What happened, where, and what to do about it.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::Ko => self.korean(),
            Lang::En => self.english(),
        }
    }

    fn korean(&self) -> String {
        match self {
            Fault::TooLarge { bytes } => format!(
                "파일이 {}MB로, 읽을 수 있는 {}MB보다 큽니다. 필요한 행과 열만 남겨 다시 저장해 주십시오.",
                megabytes(*bytes),
                MAX_BYTES / 1_000_000
            ),
            Fault::Empty => "내용이 없습니다. 첫 줄에 열 이름, 그 아래에 시·도별 값을 넣어 주십시오.".into(),
            Fault::Binary(Binary::Workbook) => "엑셀 통합 문서(.xlsx)이거나 압축 파일입니다. 엑셀에서 ‘다른 이름으로 저장 → CSV UTF-8’로 저장해 열어 주십시오.".into(),
            Fault::Binary(Binary::OldWorkbook) => "옛 엑셀 파일(.xls)이거나 한글 문서입니다. CSV로 저장해 열어 주십시오.".into(),
            Fault::Binary(Binary::Pdf) => "PDF 파일입니다. 표를 복사해 붙여넣거나 CSV로 저장해 열어 주십시오.".into(),
            Fault::Nul { line } => format!("{line}번째 줄에 글자가 아닌 NUL 바이트가 있습니다. 글로 된 CSV·TSV·GeoJSON 파일인지 확인해 주십시오."),
            Fault::Unreadable { line } => format!("{line}번째 줄의 글자를 UTF-8로도 CP949로도 읽을 수 없습니다. 파일을 UTF-8로 다시 저장해 주십시오."),
            Fault::TooManyRows => format!("행이 {}개를 넘습니다. 필요한 행만 남겨 주십시오.", thousands(MAX_ROWS)),
            Fault::TooManyColumns { line } => format!("{line}번째 줄의 칸이 {MAX_COLUMNS}개를 넘습니다. 필요한 열만 남기거나 칸 나눔 기호를 확인해 주십시오."),
            Fault::LongCell { line } => format!(
                "{line}번째 줄에서 시작하는 칸이 {}자 또는 {MAX_LINES_IN_CELL}줄을 넘습니다. 닫히지 않은 따옴표가 있는지 확인해 주십시오.",
                thousands(MAX_CELL)
            ),
            Fault::Json { line, column, found } => {
                let what = match found {
                    Found::NotANumber => "NaN과 Infinity는 JSON의 수가 아닙니다. null로 바꿔 주십시오.",
                    Found::End => "파일이 중간에 끊겼습니다.",
                    Found::Other => "JSON 문법에 맞지 않습니다.",
                };
                format!("{line}번째 줄 {column}번째 바이트: {what}")
            }
            Fault::TooDeep => format!("JSON이 {MAX_DEPTH}겹보다 깊이 겹쳐 있어 읽지 않았습니다."),
            Fault::NotFeatures => "GeoJSON의 FeatureCollection도, 행(객체)의 배열도 아닙니다. TopoJSON이면 GeoJSON으로 바꿔 주십시오.".into(),
            Fault::NoPlaces { seen } if seen.is_empty() => "시·도 이름이나 코드가 있는 열을 찾지 못했습니다.".into(),
            Fault::NoPlaces { seen } => format!("시·도 이름이나 코드가 있는 열을 찾지 못했습니다. 글자로 된 열에는 {} 등이 있습니다.", quoted(seen)),
            Fault::OnlyDistricts { count } => format!("시군구 행만 {}개 있습니다. 이 지도는 시·도만 칠하며, 시군구를 말없이 더하지 않습니다.", thousands(*count)),
            Fault::NoNumbers => "시·도는 찾았지만 수가 든 열이 없습니다.".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Fault::TooLarge { bytes } => format!(
                "The file has {} MB; at most {} MB are read. Keep the rows and columns you need and save it again.",
                megabytes(*bytes),
                MAX_BYTES / 1_000_000
            ),
            Fault::Empty => "There is nothing in it. Put column names in the first line and a province with its values in each line below.".into(),
            Fault::Binary(Binary::Workbook) => "This is an Excel workbook (.xlsx) or an archive. In Excel choose Save As, CSV UTF-8, and open that file.".into(),
            Fault::Binary(Binary::OldWorkbook) => "This is an old Excel file (.xls) or a word processor's. Save it as CSV and open that file.".into(),
            Fault::Binary(Binary::Pdf) => "This is a PDF. Copy the table and paste it, or save it as CSV.".into(),
            Fault::Nul { line } => format!("Line {line} holds a NUL byte, which is no text. Is this a CSV, TSV or GeoJSON file?"),
            Fault::Unreadable { line } => format!("Line {line} is neither UTF-8 nor CP949. Save the file as UTF-8."),
            Fault::TooManyRows => format!("There are more than {} rows. Keep those you need.", thousands(MAX_ROWS)),
            Fault::TooManyColumns { line } => format!("Line {line} has more than {MAX_COLUMNS} cells. Keep the columns you need, or check what separates them."),
            Fault::LongCell { line } => format!(
                "The cell that begins in line {line} is longer than {} characters or {MAX_LINES_IN_CELL} lines. Is a quotation mark left open?",
                thousands(MAX_CELL)
            ),
            Fault::Json { line, column, found } => {
                let what = match found {
                    Found::NotANumber => "NaN and Infinity are no numbers in JSON. Write null.",
                    Found::End => "the file breaks off.",
                    Found::Other => "this is no JSON.",
                };
                format!("Line {line}, byte {column}: {what}")
            }
            Fault::TooDeep => format!("The JSON is nested deeper than {MAX_DEPTH} levels and was not read."),
            Fault::NotFeatures => "This is neither a GeoJSON FeatureCollection nor a list of rows (objects). Turn TopoJSON into GeoJSON first.".into(),
            Fault::NoPlaces { seen } if seen.is_empty() => "No column holds names or codes of provinces.".into(),
            Fault::NoPlaces { seen } => format!("No column holds names or codes of provinces. A column of words has {} and so on.", quoted(seen)),
            Fault::OnlyDistricts { count } => format!("There are only municipalities ({} rows). This map colours provinces and does not add up municipalities unasked.", thousands(*count)),
            Fault::NoNumbers => "Provinces were found, but no column with numbers.".into(),
        }
    }
}

/// One digit behind the point, rounded up, so that what is too large never looks as if it were not.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn thousands(count: usize) -> String {
    kbio_atlas::Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)).grouped(0)
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|word| format!("‘{}’", super::markup::printable(word)))
        .collect();
    words.join(", ")
}
