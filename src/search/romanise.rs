//! Korean names in Latin letters, by the Revised Romanization of 2000 (국어의 로마자 표기법).
//!
//! As far as names of places need it: sounds assimilate inside a word (종로 Jongno, 울릉 Ulleung, 전라
//! Jeolla), and not across the hyphen before 시, 군 and 구 (북구 Buk-gu).

const INITIALS: [&str; 19] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
];
/// By Unicode's order of finals, none first: as they sound at the end, and before a vowel.
const FINALS: [(&str, &str); 28] = [
    ("", ""),
    ("k", "g"),
    ("k", "kk"),
    ("k", "ks"),
    ("n", "n"),
    ("n", "nj"),
    ("n", "n"),
    ("t", "d"),
    ("l", "r"),
    ("k", "lg"),
    ("m", "lm"),
    ("l", "lb"),
    ("l", "ls"),
    ("l", "lt"),
    ("p", "lp"),
    ("l", "r"),
    ("m", "m"),
    ("p", "b"),
    ("p", "ps"),
    ("t", "s"),
    ("t", "ss"),
    ("ng", "ng"),
    ("t", "j"),
    ("t", "ch"),
    ("k", "k"),
    ("t", "t"),
    ("p", "p"),
    ("t", ""),
];

/// A city, county or district: `Suwon-si Jangan-gu` from 수원시 장안구.
pub fn district(name: &str) -> String {
    let words: Vec<String> = name.split(' ').map(district_word).collect();
    words.join(" ")
}

fn district_word(word: &str) -> String {
    let suffixes = [("시", "-si"), ("군", "-gun"), ("구", "-gu")];
    for (suffix, latin) in suffixes {
        if let Some(stem) = word.strip_suffix(suffix)
            && !stem.is_empty()
        {
            return capital(&romanise(stem)) + latin;
        }
    }
    capital(&romanise(word))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + letters.as_str(),
        None => String::new(),
    }
}

/// A word; what is no syllable is left as it is.
fn romanise(word: &str) -> String {
    let places: Vec<Option<usize>> = word
        .chars()
        .map(|letter| {
            ('가'..='힣')
                .contains(&letter)
                .then(|| letter as usize - '가' as usize)
        })
        .collect();
    let mut out = String::new();
    // The final of the syllable before, which sounds as its neighbour lets it.
    let mut before = 0;
    for (letter, place) in word.chars().zip(&places) {
        let Some(place) = *place else {
            out.push_str(FINALS[before].0);
            before = 0;
            out.push(letter);
            continue;
        };
        let (last, initial) = meet(before, INITIALS[place / 588]);
        out.push_str(last);
        out.push_str(initial);
        out.push_str(VOWELS[place / 28 % 21]);
        before = place % 28;
    }
    out.push_str(FINALS[before].0);
    out
}

/// How a final and the initial after it sound together.
fn meet(last: usize, initial: &'static str) -> (&'static str, &'static str) {
    let (closed, linked) = FINALS[last];
    match (closed, initial) {
        (_, "") => (linked, ""),
        ("k", "n" | "r") => ("ng", "n"),
        ("k", "m") => ("ng", "m"),
        ("t", "n" | "r") => ("n", "n"),
        ("t", "m") => ("n", "m"),
        ("p", "n" | "r") => ("m", "n"),
        ("p", "m") => ("m", "m"),
        ("l", "n" | "r") | ("n", "r") => ("l", "l"),
        ("m" | "ng", "r") => (closed, "n"),
        _ => (closed, initial),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(district(name), expected, "{name}");
    }

    #[test]
    fn names_are_spelled_as_on_road_signs() {
        check("종로구", "Jongno-gu");
        check("중구", "Jung-gu");
        check("중랑구", "Jungnang-gu");
        check("관악구", "Gwanak-gu");
        check("북구", "Buk-gu");
        check("동래구", "Dongnae-gu");
        check("부산진구", "Busanjin-gu");
        check("미추홀구", "Michuhol-gu");
        check("수원시 장안구", "Suwon-si Jangan-gu");
        check("고양시 덕양구", "Goyang-si Deogyang-gu");
        check("창원시 마산합포구", "Changwon-si Masanhappo-gu");
        check("의왕시", "Uiwang-si");
        check("강릉시", "Gangneung-si");
        check("속초시", "Sokcho-si");
        check("철원군", "Cheorwon-gun");
        check("횡성군", "Hoengseong-gun");
        check("음성군", "Eumseong-gun");
        check("계룡시", "Gyeryong-si");
        check("울릉군", "Ulleung-gun");
        check("밀양시", "Miryang-si");
        check("창녕군", "Changnyeong-gun");
        check("합천군", "Hapcheon-gun");
        check("전라", "Jeolla");
        check("법무", "Beommu");
    }

    #[test]
    fn what_is_no_syllable_is_left_as_it_is() {
        check("", "");
        check("G밸리", "Gbaelli");
        check("시", "Si");
    }
}
