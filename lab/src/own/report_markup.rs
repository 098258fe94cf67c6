//! The report in words: what was read, what was left out, and why.

use std::fmt::Write as _;

use kbio_atlas::Lang;

use super::encoding::Encoding;
use super::figure::{self, Gap};
use super::heading::Unit;
use super::markup::text;
use super::reading::Picture;
use super::report::{Entry, Reason, Report};
use super::ring::Flaw;

/// Rows that are listed on the page; the download has more.
const LISTED: usize = 100;

/// Why provinces have no value, under the table.
pub fn gaps(picture: &Picture<'_>, lang: Lang) -> String {
    let column = picture.column;
    let mut parts = Vec::new();
    for (gap, count) in Gap::ALL.iter().zip(column.gaps).filter(|(_, n)| *n > 0) {
        let words = match gap {
            Gap::Blank => lang.pick("빈칸", "blank"),
            Gap::Dash => lang.pick("‘-’(해당 없음)", "“-” (not applicable)"),
            Gap::Withheld => lang.pick("‘X’(비공개)", "“X” (withheld)"),
            Gap::Unknown => lang.pick("‘…’(미상)", "“…” (unknown)"),
            Gap::Failed => lang.pick("계산 오류(NaN 등)", "failed calculation (NaN)"),
        };
        parts.push(format!("{words} {count}"));
    }
    let mut out = String::new();
    if !parts.is_empty() {
        let _ = write!(
            out,
            "<p class=\"note\">{}: {}. {}</p>",
            lang.pick("값이 없는 칸", "Cells without a value"),
            parts.join(", "),
            lang.pick("0으로 세지 않습니다.", "They are not counted as zero.")
        );
    }
    if column.provisional > 0 {
        let _ = match lang {
            Lang::Ko => write!(
                out,
                "<p class=\"note\">잠정·추정 표시(p, e)가 붙은 값 {}개</p>",
                column.provisional
            ),
            Lang::En => write!(
                out,
                "<p class=\"note\">{} values are marked as provisional or estimated (p, e)</p>",
                column.provisional
            ),
        };
    }
    out
}

/// How many rows were used, and the others one by one.
pub fn report(report: &Report, lang: Lang) -> String {
    let unit = unit(report.unit, lang);
    let mut lines = String::new();
    let mut line = |words: String| {
        let _ = write!(lines, "<li>{words}</li>");
    };
    line(match lang {
        Lang::Ko => format!("지도에 쓴 {unit}: {}개", report.used),
        Lang::En => format!("{unit}s used: {}", report.used),
    });
    for (count, ko, en) in counts(report) {
        if count > 0 {
            line(format!(
                "{}: {count}{}",
                lang.pick(ko, en),
                lang.pick("개", "")
            ));
        }
    }
    if report.count(|reason| *reason == Reason::District) > 0 {
        line(
            lang.pick(
                "이 지도는 시·도만 칠합니다. 시군구 값을 말없이 더하지 않습니다.",
                "This map colours provinces; municipalities are not added up unasked.",
            )
            .to_owned(),
        );
    }
    if report.unit == Unit::Feature {
        line(
            lang.pick(
                "GeoJSON의 도형은 검사만 하고 그리지 않습니다. 경계는 이 지도의 것을 씁니다.",
                "Shapes in the GeoJSON are checked, not drawn: the map keeps its own borders.",
            )
            .to_owned(),
        );
    }
    line(encoding(report.encoding, lang));
    format!(
        "<section class=\"own-report\"><h3>{}</h3><ul>{lines}</ul>{}</section>",
        lang.pick("읽은 결과", "What was read"),
        list(report, unit, lang)
    )
}

/// By reason, what a reader can mend first.
fn counts(report: &Report) -> [(usize, &'static str, &'static str); 8] {
    let of = |is: fn(&Reason) -> bool| report.count(is);
    [
        (
            of(|r| matches!(r, Reason::Unknown { .. } | Reason::Nameless)),
            "이름을 알 수 없는 행",
            "Unknown names",
        ),
        (
            of(|r| matches!(r, Reason::Duplicate { .. })),
            "겹치는 행",
            "Duplicates",
        ),
        (
            of(|r| matches!(r, Reason::NotNumber { .. })),
            "수가 아닌 칸",
            "Cells that are no number",
        ),
        (
            of(|r| *r == Reason::District),
            "시군구 행",
            "Municipalities",
        ),
        (
            of(|r| *r == Reason::Group),
            "권역 행",
            "Groups of provinces",
        ),
        (of(|r| *r == Reason::Total), "합계 행", "Totals"),
        (of(|r| *r == Reason::Note), "설명 줄", "Lines of notes"),
        (
            of(|r| matches!(r, Reason::Outline(_))),
            "도형의 흠",
            "Flaws in shapes",
        ),
    ]
}

fn list(report: &Report, unit: &str, lang: Lang) -> String {
    if report.entries.is_empty() {
        return String::new();
    }
    let mut rows = String::new();
    for entry in ordered(report).take(LISTED) {
        let _ = write!(
            rows,
            "<tr><td data-value=\"{line}\">{line}</td><td>{cell}</td><td>{why}</td></tr>",
            line = entry.line,
            cell = text(&entry.cell),
            why = text(&why(entry, report.unit, lang)),
        );
    }
    let rest = report.entries.len().saturating_sub(LISTED);
    let more = match (rest, lang) {
        (0, _) => String::new(),
        (_, Lang::Ko) => {
            format!("<p class=\"note\">그 밖에 {rest}개는 아래 내려받기에 있습니다.</p>")
        }
        (_, Lang::En) => format!("<p class=\"note\">{rest} more are in the download below.</p>"),
    };
    format!(
        "<details{open}><summary>{title}</summary><div class=\"scroll\"><table><thead><tr>\
         <th scope=\"col\" class=\"number\">{unit}</th><th scope=\"col\">{cell}</th>\
         <th scope=\"col\">{why}</th></tr></thead><tbody>{rows}</tbody></table></div>{more}</details>",
        open = if is_harmless(report) { "" } else { " open" },
        title = lang.pick("쓰지 않은 행과 칸, 그 이유", "What was not used, and why"),
        cell = lang.pick("내용", "Content"),
        why = lang.pick("이유", "Reason"),
    )
}

/// Whether nothing needs the reader's eye: totals, notes and municipalities are left out as they should be.
fn is_harmless(report: &Report) -> bool {
    report
        .entries
        .iter()
        .all(|entry| is_expected(&entry.reason))
}

fn is_expected(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Total | Reason::Note | Reason::District | Reason::Group
    )
}

/// What a reader can mend before what is as it should be; each in the order of the file.
pub fn ordered(report: &Report) -> impl Iterator<Item = &Entry> {
    let expected = |is: bool| {
        report
            .entries
            .iter()
            .filter(move |entry| is_expected(&entry.reason) == is)
    };
    expected(false).chain(expected(true))
}

/// "행", "feature": the head of the column of numbers.
pub fn unit(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::Line => lang.pick("행", "Line"),
        Unit::Column => lang.pick("열", "Column"),
        Unit::Feature => lang.pick("피처", "Feature"),
    }
}

/// The reason as a phrase, with the nearest name where there is one.
pub fn why(entry: &Entry, of: Unit, lang: Lang) -> String {
    match &entry.reason {
        Reason::Unknown { nearest } => {
            let words = lang.pick(
                "시·도 이름이나 코드가 아닙니다",
                "No province has this name or code",
            );
            match (nearest, lang) {
                (None, _) => words.to_owned(),
                (Some(code), Lang::Ko) => {
                    format!("{words}. 혹시 ‘{}’?", code.region().name.ko)
                }
                (Some(code), Lang::En) => {
                    format!("{words}. Did you mean {}?", code.region().name.en)
                }
            }
        }
        Reason::Total => lang
            .pick("합계 행이라 쓰지 않았습니다", "A total, not a province")
            .into(),
        Reason::Group => lang
            .pick("여러 시·도를 묶은 권역입니다", "A group of provinces")
            .into(),
        Reason::District => lang
            .pick(
                "시군구입니다. 시·도만 칠합니다",
                "A municipality; only provinces are coloured",
            )
            .into(),
        Reason::Duplicate { first } => match lang {
            Lang::Ko => format!(
                "{first}{}과 같은 시·도입니다. 먼저 나온 것을 썼습니다",
                unit(of, lang)
            ),
            Lang::En => format!(
                "The same province as {} {first}, which is used",
                unit(of, lang).to_lowercase()
            ),
        },
        Reason::Nameless => lang
            .pick("시·도 이름이 비어 있습니다", "No name of a province")
            .into(),
        Reason::Note => lang
            .pick("표 밖의 설명입니다", "A note beside the table")
            .into(),
        Reason::NotNumber { column, reason } => {
            let what = match reason {
                figure::Reason::Words => lang.pick("수가 아닙니다", "not a number"),
                figure::Reason::Formula => lang.pick(
                    "수식은 계산하지 않습니다. 값으로 붙여넣어 주십시오",
                    "formulas are not worked out; paste the value",
                ),
                figure::Reason::Grouping => lang.pick(
                    "쉼표가 천 단위에 있지 않습니다",
                    "the comma does not group thousands",
                ),
                figure::Reason::TooLarge => {
                    lang.pick("너무 큰 수입니다", "the number is too large")
                }
            };
            format!("{column}: {what}")
        }
        Reason::Outline(flaw) => {
            let what = match flaw {
                Flaw::Malformed => lang.pick(
                    "도형의 좌표가 수의 목록이 아닙니다",
                    "The shape's coordinates are no lists of numbers",
                ),
                Flaw::OutOfRange => lang.pick(
                    "도형의 좌표가 경위도가 아니거나 수가 아닙니다",
                    "The shape has coordinates that are no longitude and latitude",
                ),
                Flaw::Open => lang.pick(
                    "도형의 고리가 닫혀 있지 않습니다",
                    "A ring of the shape is not closed",
                ),
                Flaw::SelfCrossing => {
                    lang.pick("도형의 변이 서로 엇갈립니다", "The shape crosses itself")
                }
                Flaw::Unchecked => lang.pick(
                    "꼭짓점이 너무 많아 도형을 끝까지 검사하지 못했습니다",
                    "The shape has too many points to be checked",
                ),
            };
            format!(
                "{what}. {}",
                lang.pick("값은 그대로 썼습니다", "Its figures are used")
            )
        }
    }
}

fn encoding(encoding: Encoding, lang: Lang) -> String {
    let name = match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Cp949 => "CP949",
        Encoding::Mixed { cp949_lines } => {
            return match lang {
                Lang::Ko => format!(
                    "두 문자 인코딩이 섞여 있어 줄마다 따로 읽었습니다. CP949로 읽은 줄 {cp949_lines}개, 나머지는 UTF-8"
                ),
                Lang::En => format!(
                    "Two encodings are mixed; each line was read in its own: {cp949_lines} in CP949, the rest in UTF-8"
                ),
            };
        }
    };
    format!("{}: {name}", lang.pick("문자 인코딩", "Encoding"))
}
