//! What the page shows of the reader's data: head, legend and panel as markup.
//!
//! Every text of the file passes [`text`] on its way here, or [`printable`] and an escape of its own.

use std::fmt::Write as _;

use kbio_atlas::{Decimal, Lang, REGIONS, Scheme, Tone, escape, order, rank};

use super::dataset::Dataset;
use super::download;
use super::origin::Origin;
use super::reading::{Manner, Picture, population};
use super::report_markup;

/// A text of the file in markup: escaped, cut to a length that no layout breaks at.
pub fn text(words: &str) -> String {
    escape(&printable(words)).to_string()
}

/// Without control characters, which nobody sees and some of which set the parts of an answer apart.
pub fn printable(words: &str) -> String {
    const LONGEST: usize = 120;
    let is_shown = |c: &char| {
        !c.is_control() && !matches!(*c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown: String = words.chars().filter(is_shown).take(LONGEST + 1).collect();
    if shown.chars().count() > LONGEST {
        shown = shown.chars().take(LONGEST - 1).collect();
        shown.push('…');
    }
    shown
}

/// The heading of a column; one that has none goes by its place.
pub fn name(heading: &str, lang: Lang) -> String {
    let place = heading.strip_prefix('#');
    match place.filter(|place| place.bytes().all(|byte| byte.is_ascii_digit())) {
        None => printable(heading),
        Some(place) => match lang {
            Lang::Ko => format!("{place}번째 열"),
            Lang::En => format!("Column {place}"),
        },
    }
}

/// Above the map: whose data these are, what they say, and how they are shown.
pub fn head(origin: &Origin, dataset: &Dataset, picture: &Picture<'_>, lang: Lang) -> String {
    let (viewing, file) = origin.words(lang);
    format!(
        "<p class=\"own-banner\"><b>{viewing}</b><span>{file}</span>\
         <button type=\"button\" data-own=\"back\">{back}</button></p>\
         <h1 tabindex=\"-1\">{headline}</h1><p class=\"deck\">{deck}</p>\
         <div class=\"own-choices\">{choices}</div>",
        back = lang.pick("원래 지도로", "Back to the atlas"),
        headline = text(&headline(picture, lang)),
        deck = text(&deck(picture, lang)),
        choices = choices(dataset, picture, lang),
    )
}

/// The highest, the lowest, and how many there are.
fn headline(picture: &Picture<'_>, lang: Lang) -> String {
    let known = picture.values.iter().flatten().count();
    let places = order(&picture.values);
    let said = |place: usize| {
        let value = picture.values[place].map_or_else(String::new, |value| picture.printed(value));
        (REGIONS[place].short.get(lang), value)
    };
    let (top, most) = said(places[0]);
    let (bottom, least) = said(places[known.saturating_sub(1)]);
    let of = REGIONS.len();
    match (lang, known) {
        (_, 0) => lang
            .pick("시·도의 값이 없습니다", "No province has a value")
            .to_owned(),
        (Lang::Ko, 1) => format!("{top} {most}, {of}개 시·도 가운데 한 곳에만 값이 있다"),
        (Lang::En, 1) => format!("{top} {most}, the only one of {of} with a value"),
        (Lang::Ko, _) if most == least => format!("{of}개 중 {known}개 시·도가 모두 {most}"),
        (Lang::En, _) if most == least => format!("All {known} of {of} stand at {most}"),
        (Lang::Ko, _) if known == of => {
            format!("최고 {top} {most}, 최저 {bottom} {least} — {of}개 시·도 모두에 값")
        }
        (Lang::En, _) if known == of => {
            format!("{top} highest at {most}, {bottom} lowest at {least}: values for all {of}")
        }
        (Lang::Ko, _) => {
            format!("최고 {top} {most}, 최저 {bottom} {least} — {of}개 중 {known}개 시·도에 값")
        }
        (Lang::En, _) => format!(
            "{top} highest at {most}, {bottom} lowest at {least}: values for {known} of {of}"
        ),
    }
}

/// What is measured.
fn deck(picture: &Picture<'_>, lang: Lang) -> String {
    let name = name(&picture.column.name, lang);
    let year = population().map_or(0, |people| people.year);
    match (picture.reading.manner, lang) {
        (Manner::AsIs, Lang::Ko) => format!("시·도별 {name}"),
        (Manner::AsIs, Lang::En) => format!("{name} by province"),
        (Manner::Share, Lang::Ko) => format!("{name}, 값이 있는 시·도의 합에서 차지하는 비중(%)"),
        (Manner::Share, Lang::En) => {
            format!("{name}, share of the sum over the provinces with a value (%)")
        }
        (Manner::Per100k, Lang::Ko) => format!("인구 10만 명당 {name} · {year}년 주민등록인구"),
        (Manner::Per100k, Lang::En) => {
            format!("{name} per 100,000 people · registered residents of {year}")
        }
    }
}

fn choices(dataset: &Dataset, picture: &Picture<'_>, lang: Lang) -> String {
    let reading = picture.reading;
    let columns = dataset.columns.iter().enumerate().map(|(at, column)| {
        let is_chosen = at == reading.column;
        option(&at.to_string(), &name(&column.name, lang), is_chosen, true)
    });
    let manners = Manner::ALL.into_iter().map(|manner| {
        let words = match manner {
            Manner::AsIs => lang.pick("있는 그대로", "As it is"),
            Manner::Share => lang.pick("합계 비중", "Share of sum"),
            Manner::Per100k => lang.pick("인구 10만 명당", "Per 100,000"),
        };
        let suits = manner.suits(picture.column);
        option(manner.slug(), words, manner == reading.manner, suits)
    });
    let schemes = Scheme::ALL.into_iter().map(|scheme| {
        let words = scheme.name().get(lang);
        option(scheme.slug(), words, scheme == reading.scheme, true)
    });
    let sizes = kbio_atlas::CLASS_RANGE.map(|k| {
        let k = k.to_string();
        option(&k, &k, k == reading.k.to_string(), true)
    });
    [
        select("own-column", lang.pick("열", "Column"), columns.collect()),
        select("own-measure", lang.pick("보기", "Show"), manners.collect()),
        select(
            "own-scheme",
            lang.pick("구간 나누기", "Classes"),
            schemes.collect(),
        ),
        match reading.scheme.takes_k() {
            true => select("own-k", lang.pick("구간 수", "How many"), sizes.collect()),
            false => String::new(),
        },
    ]
    .concat()
}

fn select(name: &str, label: &str, options: String) -> String {
    format!(
        "<label class=\"choice\"><span>{label}</span>\
         <select name=\"{name}\" autocomplete=\"off\">{options}</select></label>"
    )
}

fn option(value: &str, words: &str, is_chosen: bool, is_possible: bool) -> String {
    format!(
        "<option value=\"{value}\"{}{}>{}</option>",
        if is_chosen { " selected" } else { "" },
        if is_possible { "" } else { " disabled" },
        text(words)
    )
}

/// Classes with their bounds and counts, as the atlas' own legend has them.
pub fn legend(picture: &Picture<'_>, lang: Lang) -> String {
    let mut rows = String::new();
    let upward = || order(&picture.values).into_iter().rev();
    let mut row = |tone: Tone, bounds: &str, count: usize| {
        let dots: String = upward()
            .filter(|place| picture.classes.tones[*place] == tone)
            .map(|place| format!("<i data-dot=\"{}\"></i>", REGIONS[place].digits))
            .collect();
        let _ = write!(
            rows,
            "<li data-tone=\"{slug}\"><button type=\"button\" data-only=\"{slug}\" aria-pressed=\"false\">\
             <i class=\"swatch\"></i><span class=\"bounds\">{bounds}</span>\
             <span class=\"count\">{count}</span></button><span class=\"dots\">{dots}</span></li>",
            slug = tone.slug()
        );
    };
    let classes = &picture.classes;
    if classes.zero > 0 {
        row(Tone::Zero, lang.text().zero, classes.zero);
    }
    for class in &classes.classes {
        let low = class.lowest.grouped(picture.digits);
        let high = class.highest.grouped(picture.digits);
        let bounds = if low == high {
            low
        } else {
            format!("{low}–{high}")
        };
        row(class.tone, &bounds, class.count);
    }
    row(Tone::Missing, lang.text().no_data, classes.missing);
    let scheme = picture.reading.scheme.name().get(lang);
    let classes = classes.classes.len();
    let note = match lang {
        Lang::Ko => format!("{scheme}, {classes}개 구간"),
        Lang::En => format!("{scheme}, {classes} classes"),
    };
    format!(
        "<p class=\"legend-title\">{}</p><p class=\"legend-note\">{note}</p>\
         <ol class=\"tones\">{rows}</ol>",
        text(&deck(picture, lang))
    )
}

/// Beside the map: the table, whose rows also tell the map its tones and words, the report, the downloads.
pub fn panel(dataset: &Dataset, picture: &Picture<'_>, lang: Lang) -> String {
    let mut rows = String::new();
    for place in order(&picture.values) {
        let region = &REGIONS[place];
        let value = picture.values[place];
        let (full, printed) = match value {
            Some(value) => (value.full(), picture.printed(value)),
            None => (String::new(), lang.text().no_data.to_owned()),
        };
        let rank = rank(&picture.values, place).map_or_else(String::new, |r| r.rank.to_string());
        let _ = write!(
            rows,
            "<tr data-bar=\"{code}\" data-tone=\"{tone}\" data-full=\"{full}\" data-short=\"{short}\" \
             data-spoken=\"{spoken}\"><th scope=\"row\"><i class=\"swatch\"></i>{name}</th>\
             <td data-value=\"{full}\">{printed}</td><td data-value=\"{rank}\">{rank}</td></tr>",
            code = region.digits,
            tone = picture.classes.tones[place].slug(),
            short = value.map_or_else(String::new, |value| compact(value, picture.digits, lang)),
            spoken = text(&spoken(picture, place, lang)),
            name = region.short.get(lang),
        );
    }
    format!(
        "<h2>{title}</h2><div class=\"scroll\"><table data-sortable><caption class=\"unseen\">{caption}</caption>\
         <thead><tr><th scope=\"col\"><button type=\"button\">{place}</button></th>\
         <th scope=\"col\" class=\"number\"><button type=\"button\">{heading}</button></th>\
         <th scope=\"col\" class=\"number\"><button type=\"button\">{rank}</button></th></tr></thead>\
         <tbody>{rows}</tbody></table></div>{gaps}{report}{downloads}",
        title = text(&name(&picture.column.name, lang)),
        caption = text(&deck(picture, lang)),
        place = lang.pick("시·도", "Province"),
        heading = text(&name(&picture.column.name, lang)),
        rank = lang.pick("순위", "Rank"),
        gaps = report_markup::gaps(picture, lang),
        report = report_markup::report(&dataset.report, lang),
        downloads = download::links(dataset, picture, lang),
    )
}

/// "충청북도, 사업체수 1,089, 17개 중 4위".
fn spoken(picture: &Picture<'_>, place: usize, lang: Lang) -> String {
    let region = REGIONS[place].name.get(lang);
    let name = name(&picture.column.name, lang);
    match (picture.values[place], rank(&picture.values, place)) {
        (Some(value), Some(rank)) => {
            let (printed, at, of) = (picture.printed(value), rank.rank, rank.of);
            match (lang, rank.tied) {
                (Lang::Ko, false) => format!("{region}, {name} {printed}, {of}개 중 {at}위"),
                (Lang::Ko, true) => format!("{region}, {name} {printed}, {of}개 중 공동 {at}위"),
                (Lang::En, false) => format!("{region}, {name} {printed}, rank {at} of {of}"),
                (Lang::En, true) => format!("{region}, {name} {printed}, joint rank {at} of {of}"),
            }
        }
        _ => format!("{region}, {name}: {}", lang.text().no_data),
    }
}

/// A number that fits on a small region: from a million on in 만, 억, 조 or M, B, T.
fn compact(value: Decimal, digits: u8, lang: Lang) -> String {
    const STEPS: [(i128, &str, &str); 4] = [
        (1_000_000_000_000, "조", "T"),
        (1_000_000_000, "", "B"),
        (100_000_000, "억", ""),
        (1_000_000, "만", "M"),
    ];
    let whole = i128::from(value.rounded(0).units);
    for (from, ko, en) in STEPS {
        let word = lang.pick(ko, en);
        if whole.abs() < from || word.is_empty() {
            continue;
        }
        let unit = if word == "만" { 10_000 } else { from };
        // 123만 has three digits already, 1.2억 needs one behind the point.
        let digits = u8::from(whole.abs() < unit * 100);
        if let Some(number) = Decimal::ratio(whole, unit, digits) {
            return number.grouped(digits) + word;
        }
    }
    value.grouped(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fit_on_the_map() {
        #[track_caller]
        fn check(number: &str, digits: u8, ko: &str, en: &str) {
            let value = Decimal::parse(number).unwrap();
            let shown = Lang::ALL.map(|lang| compact(value, digits, lang));
            assert_eq!(shown, [ko, en], "{number}");
        }
        check("12.34", 1, "12.3", "12.3");
        check("999999", 0, "999,999", "999,999");
        check("1234567", 0, "123만", "1.2M");
        check("9411567", 0, "941만", "9.4M");
        check("123456789", 0, "1.2억", "123M");
        check("-5432109876", 0, "−54.3억", "−5.4B");
        check("9223372036854775807", 0, "9,223,372조", "9,223,372T");
    }

    #[test]
    fn a_text_of_the_file_is_only_text() {
        #[track_caller]
        fn check(words: &str, expected: &str) {
            assert_eq!(text(words), expected, "{words:?}");
        }
        check(
            "<img src=x onerror=alert(1)>",
            "&lt;img src=x onerror=alert(1)&gt;",
        );
        check("\" data-own=\"back", "&quot; data-own=&quot;back");
        check("a\u{1e}b\0c\nd", "abcd");
        check("\u{202e}abc", "abc");
        assert_eq!(text(&"가".repeat(500)).chars().count(), 120);
    }
}
