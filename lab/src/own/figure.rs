//! A cell that ought to hold a number: a number, a mark for a missing one, or neither.
//!
//! Marks follow the conventions printed under KOSIS tables: `-` nothing to count, `…` unknown,
//! `X` withheld, `p` provisional, `e` estimated. None of them is zero.

use kbio_atlas::Decimal;

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    Number {
        value: Decimal,
        is_percent: bool,
        /// Marked as provisional, estimated or revised.
        is_provisional: bool,
    },
    Missing(Gap),
    Other(Reason),
}

/// Why there is no number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    Blank,
    /// `-`: nothing to count, or nothing published.
    Dash,
    /// `X`: withheld, so that nobody can be recognised.
    Withheld,
    /// `…`: not known.
    Unknown,
    /// `#N/A`, `NaN` and the like: a calculation that failed.
    Failed,
}

impl Gap {
    pub const ALL: [Gap; 5] = [
        Gap::Blank,
        Gap::Dash,
        Gap::Withheld,
        Gap::Unknown,
        Gap::Failed,
    ];
}

/// Why a cell is no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    Words,
    /// `=A1+B1`: formulas are not worked out.
    Formula,
    /// `1,23`: the comma neither groups thousands nor is it a decimal point for sure.
    Grouping,
    /// Beyond nineteen digits.
    TooLarge,
}

/// Reads a cell. At most nine digits behind the point are kept.
pub fn read(cell: &str) -> Figure {
    let text: String = cell.chars().map(plain).filter(|c| *c != ' ').collect();
    if text.starts_with('=') && text.len() > 1 {
        return Figure::Other(Reason::Formula);
    }
    if let Some(gap) = gap(&text) {
        return Figure::Missing(gap);
    }
    let (text, is_provisional) = without_mark(&text);
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (text, is_negative) = without_sign(text);
    match number(text, is_negative) {
        Ok(value) => Figure::Number {
            value,
            is_percent,
            is_provisional,
        },
        Err(reason) => Figure::Other(reason),
    }
}

/// Full-width digits and signs as ASCII, every space as one kind.
fn plain(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xff01 + 0x21).unwrap_or(letter),
        '−' | '–' | '—' | '‐' | '‑' | '―' => '-',
        '\u{feff}' | '\u{200b}' => ' ',
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    }
}

fn gap(text: &str) -> Option<Gap> {
    Some(match text {
        "" | "'" => Gap::Blank,
        "-" | "--" | "---" => Gap::Dash,
        "X" | "x" | "*" | "**" | "***" | "비공개" | "비밀" => Gap::Withheld,
        "…" | "..." | ".." | "." | "……" | "⋯" | "?" | "미상" => Gap::Unknown,
        _ => {
            let text = text.trim_matches(['#', '!', '?']).to_ascii_lowercase();
            let is_failed = [
                "nan",
                "n/a",
                "na",
                "null",
                "none",
                "nil",
                "inf",
                "+inf",
                "-inf",
                "infinity",
                "-infinity",
                "div/0",
                "ref",
                "value",
                "name",
                "num",
                "undefined",
            ];
            return is_failed.contains(&text.as_str()).then_some(Gap::Failed);
        }
    })
}

/// Without `p)`, `e)`, `r)` before or `p`, `e`, `r` behind the number.
fn without_mark(text: &str) -> (&str, bool) {
    let is_mark = |c: char| matches!(c, 'p' | 'P' | 'e' | 'E' | 'r' | 'R');
    let behind = text.strip_suffix(')').unwrap_or(text);
    if let Some(rest) = behind.strip_suffix(is_mark) {
        let rest = rest.strip_suffix('(').unwrap_or(rest);
        if rest.ends_with(|c: char| c.is_ascii_digit() || c == '%') {
            return (rest, true);
        }
    }
    if let Some(rest) = text.strip_prefix(is_mark) {
        let rest = rest.strip_prefix(')').unwrap_or(rest);
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return (rest, true);
        }
    }
    (text, false)
}

/// `-5`, `△5` and `(5)` are five below zero; △ and ▲ are official tables' minus.
fn without_sign(text: &str) -> (&str, bool) {
    if let Some(rest) = text.strip_prefix(['-', '△', '▲']) {
        return (rest, true);
    }
    if let Some(rest) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return (rest, true);
    }
    (text.strip_prefix('+').unwrap_or(text), false)
}

fn number(text: &str, is_negative: bool) -> Result<Decimal, Reason> {
    let (text, exponent) = match text.split_once(['e', 'E']) {
        Some((text, exponent)) => (
            text,
            exponent
                .strip_prefix('+')
                .unwrap_or(exponent)
                .parse::<i32>()
                .map_err(|_| Reason::Words)?,
        ),
        None => (text, 0),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(fraction)
        || (whole.is_empty() && fraction.is_empty())
        || !whole
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
    {
        return Err(Reason::Words);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = whole.contains(',');
    if is_grouped && (!(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3)) {
        return Err(Reason::Grouping);
    }
    let digits: String = whole
        .chars()
        .filter(|c| *c != ',')
        .chain(fraction.chars())
        .collect();
    scaled(&digits, fraction.len(), exponent, is_negative).ok_or(Reason::TooLarge)
}

/// `digits × 10^(exponent − behind)`; rounded half away from zero beyond what a [`Decimal`] holds.
fn scaled(digits: &str, behind: usize, exponent: i32, is_negative: bool) -> Option<Decimal> {
    const MOST: i64 = 9;
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(Decimal::whole(0));
    }
    // Far behind the point everything rounds to nothing, and the steps below need not be counted out.
    let mut decimals = (i64::try_from(behind).ok()? - i64::from(exponent)).min(100);
    let kept = digits.len().min(30);
    decimals -= i64::try_from(digits.len() - kept).ok()?;
    let mut units: i128 = digits.get(..kept)?.parse().ok()?;
    while decimals < 0 {
        units = units
            .checked_mul(10)
            .filter(|u| *u <= i128::from(i64::MAX))?;
        decimals += 1;
    }
    // What is cut off is rounded once: a digit at a time would round up twice.
    let mut cut = 1_i128;
    let mut left = units;
    while decimals > MOST || left > i128::from(i64::MAX) {
        if decimals == 0 {
            return None;
        }
        decimals -= 1;
        left /= 10;
        cut = cut.saturating_mul(10);
    }
    let units = units.saturating_add(cut / 2) / cut;
    let units = i64::try_from(units).ok()?;
    Some(Decimal {
        units: if is_negative { -units } else { units },
        decimals: u8::try_from(decimals).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let shown = match read(cell) {
            Figure::Number {
                value,
                is_percent,
                is_provisional,
            } => {
                let percent = if is_percent { "%" } else { "" };
                let mark = if is_provisional { " provisional" } else { "" };
                format!("{}{percent}{mark}", value.full())
            }
            Figure::Missing(gap) => format!("{gap:?}"),
            Figure::Other(reason) => format!("{reason:?}"),
        };
        assert_eq!(shown, expected, "{cell:?}");
    }

    #[test]
    fn numbers_are_read_as_tables_print_them() {
        check("0", "0");
        check("1089", "1089");
        check("1,089", "1089");
        check("25,217,123.50", "25217123.5");
        check(" 1 234 ", "1234");
        check("１，２３４．５", "1234.5");
        check("12.3%", "12.3%");
        check("-4.8", "-4.8");
        check("−4.8", "-4.8");
        check("△1,234", "-1234");
        check("▲0.5", "-0.5");
        check("(1,234)", "-1234");
        check("+7", "7");
        check(".5", "0.5");
        check("5.", "5");
        check("1.23E+05", "123000");
        check("1.5e-3", "0.0015");
        check("007", "7");
        check("1,234p", "1234 provisional");
        check("1,234 (e)", "1234 provisional");
        check("p)1,234", "1234 provisional");
        check("12.5%p", "12.5% provisional");
    }

    #[test]
    fn digits_beyond_nine_are_rounded_once() {
        check("0.12345678949", "0.123456789");
        check("0.1234567895", "0.12345679");
        check("0.00000000044", "0");
        check("0.000000000449999999999999999999999999999999", "0");
        check("9223372036854775807", "9223372036854775807");
        check("9223372036854775808", "TooLarge");
        check("1e400", "TooLarge");
        check("1e-400", "0");
        check("12345678901.123456789", "12345678901.12345679");
        check("1e99999999999", "Words");
    }

    #[test]
    fn a_missing_number_is_not_zero_and_says_why() {
        check("", "Blank");
        check(" \u{a0}\u{3000}", "Blank");
        check("-", "Dash");
        check("–", "Dash");
        check("X", "Withheld");
        check("x", "Withheld");
        check("*", "Withheld");
        check("…", "Unknown");
        check("...", "Unknown");
        check("NaN", "Failed");
        check("#N/A", "Failed");
        check("#DIV/0!", "Failed");
        check("null", "Failed");
        check("-Infinity", "Failed");
    }

    #[test]
    fn what_is_no_number_is_not_guessed() {
        check("서울", "Words");
        check("12명", "Words");
        check("1.2.3", "Words");
        check("1-2", "Words");
        check("--5", "Words");
        check("5%%", "Words");
        check("1e", "1 provisional");
        check("e", "Words");
        check("1,23", "Grouping");
        check("1234,567", "Grouping");
        check(",123", "Grouping");
        check("1,,234", "Grouping");
        check("=1+1", "Formula");
        check("=HYPERLINK(\"http://example.org\")", "Formula");
        check("٣", "Words");
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(units in any::<i64>(), decimals in 0_u8..=9) {
            prop_assume!(units != i64::MIN);
            let value = Decimal { units, decimals };
            for text in [value.full(), value.grouped(decimals)] {
                let read = read(&text);
                prop_assert!(matches!(read, Figure::Number { value: back, .. } if back == value), "{text}: {read:?}");
            }
        }

        #[test]
        fn no_cell_is_too_strange(cell in ".{0,40}") {
            read(&cell);
        }
    }
}
