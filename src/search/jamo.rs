//! Hangul taken apart: into the signs of a name, and into the keys that type them.
//!
//! The keys are those of the two-set keyboard (두벌식), so that Korean and Latin words are compared in one
//! alphabet: 오송 is `dhthd`, 옷 is `dht`, its beginning. What an input method shows of a half-typed
//! syllable is a beginning of the keys, and a word typed on the wrong layout has the same keys.

/// A letter, digit, Hangul syllable or single jamo of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign {
    pub letter: char,
    /// Whether a word begins here: at the start, after a separator, and where Hangul meets Latin.
    pub starts_word: bool,
}

/// The signs of a text: lower case, syllables composed, spaces and punctuation left out.
pub fn signs(text: &str) -> Vec<Sign> {
    let mut out: Vec<Sign> = Vec::new();
    let mut starts_word = true;
    for letter in text.chars() {
        match letter {
            // Conjoining jamo, as some systems store file names: a syllable in two or three characters.
            '\u{1100}'..='\u{1112}' => push(
                &mut out,
                consonant(INITIALS[letter as usize - 0x1100]),
                &mut starts_word,
            ),
            '\u{1161}'..='\u{1175}' => {
                let vowel = letter as u32 - 0x1161;
                if let Some(last) = out.last_mut()
                    && let Some(initial) = initial_place(last.letter)
                {
                    last.letter = syllable(initial * 588 + vowel * 28);
                }
            }
            '\u{11a8}'..='\u{11c2}' => {
                if let Some(last) = out.last_mut()
                    && let Some(place) = place(last.letter)
                    && place % 28 == 0
                {
                    last.letter = syllable(place + letter as u32 - 0x11a7);
                }
            }
            'ㄱ'..='ㅎ' => {
                // Some input methods join ㄱㅅ to ㄳ before the vowel comes.
                for key in jamo_keys(letter as u32 - 'ㄱ' as u32) {
                    push(&mut out, consonant(*key), &mut starts_word);
                }
            }
            _ if is_separator(letter) => starts_word = true,
            _ => push(&mut out, letter.to_ascii_lowercase(), &mut starts_word),
        }
    }
    out
}

#[inline(never)]
fn push(out: &mut Vec<Sign>, letter: char, starts_word: &mut bool) {
    let meets_another_script = out
        .last()
        .is_some_and(|last| last.letter.is_ascii() != letter.is_ascii());
    out.push(Sign {
        letter,
        starts_word: *starts_word || meets_another_script,
    });
    *starts_word = false;
}

/// Spaces, hyphens, brackets, dots, combining accents: whatever may be left out when typing a name.
fn is_separator(letter: char) -> bool {
    match letter {
        '\0'..='\u{10ff}' => !letter.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | 'ㆍ' | '・' => true,
        _ => false,
    }
}

/// The keys of all signs in a row.
pub fn keys(signs: &[Sign]) -> Vec<u8> {
    let mut out = Vec::new();
    for sign in signs {
        push_keys(sign.letter, &mut out);
    }
    out
}

/// Whether the keys of `half` begin those of `whole`: 오소, 옷 and 오 begin 오송.
pub fn begins(half: char, whole: &[Sign]) -> bool {
    let mut typed = Vec::new();
    push_keys(half, &mut typed);
    // A final consonant may turn out to be the initial of the next syllable, never of a later one.
    keys(&whole[..whole.len().min(2)]).starts_with(&typed)
}

/// Whether a syllable begins with this consonant: 오 with ㅇ.
pub fn has_initial(syllable: char, consonant: char) -> bool {
    place(syllable).is_some_and(|place| {
        let [key] = jamo_keys(consonant as u32 - 'ㄱ' as u32) else {
            return false;
        };
        INITIALS[place as usize / 588] == *key
    })
}

pub fn is_consonant(letter: char) -> bool {
    ('ㄱ'..='ㅎ').contains(&letter)
}

pub fn is_syllable(letter: char) -> bool {
    place(letter).is_some()
}

/// The place of a syllable in Unicode's table: (initial × 21 + vowel) × 28 + final.
fn place(letter: char) -> Option<u32> {
    ('가'..='힣')
        .contains(&letter)
        .then(|| letter as u32 - '가' as u32)
}

fn syllable(place: u32) -> char {
    char::from_u32('가' as u32 + place).unwrap_or('가')
}

fn push_keys(letter: char, out: &mut Vec<u8>) {
    if let Some(place) = place(letter) {
        out.push(INITIALS[place as usize / 588]);
        out.extend_from_slice(jamo_keys(FIRST_VOWEL + place / 28 % 21));
        if let Some(last) = (place % 28).checked_sub(1) {
            out.extend_from_slice(jamo_keys(u32::from(FINALS[last as usize])));
        }
    } else if ('ㄱ'..='ㅣ').contains(&letter) {
        out.extend_from_slice(jamo_keys(letter as u32 - 'ㄱ' as u32));
    } else if letter.is_ascii() {
        out.push(letter as u8);
    } else {
        // Nothing types it, so it equals nothing.
        out.push(0);
    }
}

/// The keys of the jamo from U+3131 ㄱ to U+3163 ㅣ, two to each, the second often none.
const JAMO: &[u8; 102] = b"r R rts swsge E f frfafqftfxfvfga q Q qtt T d w W c z x v g \
k o i O j p u P h hkhohly n njnpnlb m mll ";
/// The place of ㅏ in [`JAMO`].
const FIRST_VOWEL: u32 = 30;
/// The keys of the 19 initials, in Unicode's order.
const INITIALS: &[u8; 19] = b"rRseEfaqQtTdwWczxvg";
/// The places of the 27 finals in [`JAMO`]: all consonants but ㄸ, ㅃ and ㅉ.
const FINALS: [u8; 27] = [
    0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28,
    29,
];

fn jamo_keys(place: u32) -> &'static [u8] {
    let at = place as usize * 2;
    match JAMO.get(at..at + 2) {
        Some([first, b' ']) => core::slice::from_ref(first),
        Some(both) => both,
        None => &[],
    }
}

/// The consonant on a key, as a letter of its own.
fn consonant(key: u8) -> char {
    let place = JAMO.chunks_exact(2).position(|keys| keys == [key, b' ']);
    place
        .and_then(|place| char::from_u32('ㄱ' as u32 + place as u32))
        .unwrap_or('ㅇ')
}

/// The place among the 19 initials of a consonant that stands alone.
fn initial_place(letter: char) -> Option<u32> {
    if !is_consonant(letter) {
        return None;
    }
    let [key] = jamo_keys(letter as u32 - 'ㄱ' as u32) else {
        return None;
    };
    let place = INITIALS.iter().position(|initial| initial == key)?;
    Some(place as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        String::from_utf8(keys(&signs(text))).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(typed(text), expected, "the keys of {text:?}");
    }

    #[test]
    fn syllables_come_apart_into_the_keys_that_type_them() {
        check("오송", "dhthd");
        check("옷", "dht");
        check("광주", "rhkdwn");
        check("의왕", "dmldhkd");
        check("닭", "ekfr");
        check("값", "rkqt");
        check("똑", "Ehr");
        check("예산", "dPtks");
        check("힣", "glg");
        check("가", "rk");
        check("ㅇㅅ", "dt");
        check("SK바이오", "skqkdldh");
    }

    #[test]
    fn every_syllable_has_keys_of_its_own_length() {
        for letter in '가'..='힣' {
            let length = typed(&letter.to_string()).len();
            assert!((2..=5).contains(&length), "{letter}: {length} keys");
        }
    }

    #[test]
    fn spaces_case_and_punctuation_make_no_difference() {
        for (left, right) in [
            ("SK 바이오 사이언스", "sk바이오사이언스"),
            ("천안·아산", "천안ㆍ아산"),
            ("Gangwon-do", "gangwon do"),
            ("(오송)", "오송"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(typed(left), typed(right), "{left:?} and {right:?}");
        }
    }

    #[test]
    fn joined_and_conjoining_jamo_are_the_letters_they_stand_for() {
        let letters = |text| {
            signs(text)
                .iter()
                .map(|sign| sign.letter)
                .collect::<String>()
        };
        assert_eq!(letters("ㄳ"), "ㄱㅅ");
        assert_eq!(letters("ㅄ"), "ㅂㅅ");
        // 오송, 안 and ㅎ, decomposed.
        assert_eq!(letters("\u{110b}\u{1169}\u{1109}\u{1169}\u{11bc}"), "오송");
        assert_eq!(letters("\u{110b}\u{1161}\u{11ab}"), "안");
        assert_eq!(letters("\u{1112}"), "ㅎ");
        // Out of place: skipped, not made into something.
        assert_eq!(letters("\u{1161}\u{11ab}"), "");
    }

    #[test]
    fn a_word_begins_after_a_separator_and_between_scripts() {
        let starts = |text| {
            signs(text)
                .iter()
                .map(|sign| if sign.starts_word { '^' } else { '.' })
                .collect::<String>()
        };
        assert_eq!(starts("SK바이오 팜"), "^.^..^");
        assert_eq!(starts("대학교(병원)"), "^..^.");
    }

    #[test]
    fn a_half_typed_syllable_begins_the_whole_one() {
        let osong = signs("오송");
        for half in ['ㅇ', '오', '옷'] {
            assert!(begins(half, &osong), "{half}");
        }
        for not_yet in ['송', '어', '올', '옥'] {
            assert!(!begins(not_yet, &osong), "{not_yet}");
        }
        assert!(begins('고', &signs("광주")), "ㅗ on the way to ㅘ");
        assert!(begins('욼', &signs("울산")), "ㅅ of the next syllable");
    }
}
