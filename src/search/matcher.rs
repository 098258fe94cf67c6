//! How well a query fits a name, and what an index holds for a query.
//!
//! There are no points to add up: the way in which a query fits is one of the cases of [`Fit`], best first.
//! Among equals the order of the index decides, so an answer never depends on anything but the query.

use super::index::{self, Entry, Kind};
use super::jamo::{self, Sign};
use crate::rank::insertion_sort;

/// In which way a query fits a name, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// The whole name: 오송.
    Whole,
    /// The beginning of the name, its last syllable perhaps half typed: 오, 오소, 옷.
    Start,
    /// The initial consonants of the whole name: ㅇㅅ, ㅇ송.
    WholeInitials,
    /// The initial consonants of the beginning of the name.
    StartInitials,
    /// The beginning of a later word, or of the name of a place that the thing lies in.
    Word,
    /// The initial consonants of a later word.
    WordInitials,
    /// Somewhere inside a word.
    Inside,
    /// The same keys on the other layout: `dhthd` for 오송, ㅐ내ㅜㅎ for Osong.
    Layout,
    /// One slip in five keys.
    Slip,
    /// Two slips in ten keys and more.
    Slips,
}

impl Fit {
    fn is_initials(self) -> bool {
        matches!(
            self,
            Fit::WholeInitials | Fit::StartInitials | Fit::WordInitials
        )
    }
}

/// Something found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit<'a> {
    pub entry: Entry<'a>,
    pub fit: Fit,
}

/// Everything that fits the query, best first. A slip is only guessed where nothing is spelled so.
///
/// Initial consonants fit a great many names: there the clusters, which are what the atlas is about, come
/// before the rest.
pub fn search<'a>(index: &'a str, query: &str) -> Vec<Hit<'a>> {
    let query = jamo::signs(query);
    if query.is_empty() || query.len() > LONGEST {
        return Vec::new();
    }
    let mut hits = gather(index, &|name| spelled(&query, name));
    if hits.is_empty() {
        let keys = jamo::keys(&query);
        hits = gather(index, &|name| guessed(&keys, name));
    }
    let order = |hit: &Hit<'_>| {
        let after_clusters = hit.fit.is_initials() && hit.entry.kind != Kind::Cluster;
        hit.fit as u8 * 2 + u8::from(after_clusters)
    };
    insertion_sort(&mut hits, |a, b| order(a) < order(b));
    hits
}

/// Signs of a query; no name in the index is longer.
pub const LONGEST: usize = 100;

fn gather<'a>(index: &'a str, fit: &dyn Fn(&[Sign]) -> Option<Fit>) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for entry in index::entries(index) {
        let fits = entry.names().filter_map(|(name, is_own)| {
            let fit = fit(&jamo::signs(name))?;
            Some(if is_own { fit } else { fit.max(Fit::Word) })
        });
        if let Some(fit) = fits.min() {
            hits.push(Hit { entry, fit });
        }
    }
    hits
}

/// The best way in which the query is spelled in the name.
fn spelled(query: &[Sign], name: &[Sign]) -> Option<Fit> {
    (0..name.len())
        .filter_map(|at| spelled_at(query, name, at))
        .min()
}

fn spelled_at(query: &[Sign], name: &[Sign], at: usize) -> Option<Fit> {
    let name_here = name.get(at..)?;
    let (mut by_initials, mut is_half) = (false, false);
    for (place, sign) in query.iter().enumerate() {
        let is_last = place + 1 == query.len();
        let Sign { letter, .. } = *name_here.get(place)?;
        if letter == sign.letter {
            continue;
        }
        if jamo::is_consonant(sign.letter) && jamo::has_initial(letter, sign.letter) {
            // 안ㄷ is 안동 half typed, as ㅇㄷ is not.
            is_half = is_last && place > 0 && !by_initials;
            by_initials |= !is_half;
        } else if is_last
            && jamo::is_syllable(sign.letter)
            && jamo::begins(sign.letter, &name_here[place..])
        {
            is_half = true;
        } else {
            return None;
        }
    }
    let is_whole = at == 0 && query.len() == name.len() && !is_half;
    let is_short = query.len() < 3 && query.iter().all(|sign| sign.letter.is_ascii());
    Some(match (by_initials, at == 0, name_here[0].starts_word) {
        (false, true, _) if is_whole => Fit::Whole,
        (true, true, _) if is_whole => Fit::WholeInitials,
        (false, true, _) => Fit::Start,
        (true, true, _) => Fit::StartInitials,
        (false, false, true) => Fit::Word,
        (true, false, true) => Fit::WordInitials,
        // Two Latin letters, or initial consonants, are inside of almost everything.
        (false, false, false) if !is_short => Fit::Inside,
        (_, false, false) => return None,
    })
}

/// Fewer keys than this are no word to guess at.
const GUESSED_FROM: usize = 4;
/// A slip is forgiven in each so many keys, of which one may be the missing one.
const KEYS_TO_A_SLIP: usize = 5;
/// More slips than these are another word.
const MOST_SLIPS: usize = 2;

/// The best way in which the keys could have been meant for the beginning of one of the name's words.
fn guessed(query: &[u8], name: &[Sign]) -> Option<Fit> {
    if query.len() < GUESSED_FROM {
        return None;
    }
    let forgiven = MOST_SLIPS.min((query.len() + 1) / KEYS_TO_A_SLIP);
    let mut best = None;
    for (at, sign) in name.iter().enumerate() {
        let keys = jamo::keys(&name[at..]);
        // Few slip on the first key, and it keeps far-fetched words away.
        if !sign.starts_word || keys.first() != query.first() {
            continue;
        }
        for (slips, fit) in [Fit::Layout, Fit::Slip, Fit::Slips].into_iter().enumerate() {
            if slips <= forgiven
                && is_meant(query, &keys, slips)
                && best.is_none_or(|best| fit < best)
            {
                best = Some(fit);
            }
        }
    }
    best
}

/// Whether the query is the beginning of the word but for so many slips: a key missed, added or mistaken,
/// or two neighbours exchanged (the Damerau–Levenshtein distance, without its table: there are at most two
/// places to try).
fn is_meant(query: &[u8], word: &[u8], slips: usize) -> bool {
    let same = query.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (query, word) = (&query[same..], &word[same..]);
    let Some(left) = slips.checked_sub(1) else {
        return query.is_empty();
    };
    let after = |typed: usize, meant: usize| match (query.get(typed..), word.get(meant..)) {
        (Some(query), Some(word)) => is_meant(query, word, left),
        _ => false,
    };
    let is_exchanged = matches!((query, word), ([a, b, ..], [c, d, ..]) if (a, b) == (d, c));
    query.is_empty() || after(0, 1) || after(1, 0) || after(1, 1) || (is_exchanged && after(2, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, name: &str, expected: Option<Fit>) {
        let (query, name_signs) = (jamo::signs(query), jamo::signs(name));
        let fit =
            spelled(&query, &name_signs).or_else(|| guessed(&jamo::keys(&query), &name_signs));
        assert_eq!(fit, expected, "{query:?} in {name:?}");
    }

    #[test]
    fn a_name_is_found_by_its_spelling() {
        check("오송", "오송", Some(Fit::Whole));
        check("오", "오송", Some(Fit::Start));
        check("오소", "오송", Some(Fit::Start));
        check("옷", "오송", Some(Fit::Start));
        check("안ㄷ", "안동", Some(Fit::Start));
        check("고", "광주", Some(Fit::Start));
        check("송", "오송", Some(Fit::Inside));
        check("바이오", "SK바이오사이언스", Some(Fit::Word));
        check("OSONG", "Osong", Some(Fit::Whole));
        check("sk 바이오", "SK바이오사이언스", Some(Fit::Start));
        check("north chung", "North Chungcheong", Some(Fit::Start));
        check("chung", "North Chungcheong", Some(Fit::Word));
        check("cheong", "North Chungcheong", Some(Fit::Inside));
        check("eo", "North Chungcheong", None);
        check("오송", "오", None);
        check("ㅗ", "오송", None);
    }

    #[test]
    fn a_name_is_found_by_its_initial_consonants() {
        check("ㅇㅅ", "오송", Some(Fit::WholeInitials));
        check("ㅇ", "오송", Some(Fit::StartInitials));
        check("ㅇ송", "오송", Some(Fit::WholeInitials));
        check("ㅇ소", "오송", Some(Fit::StartInitials));
        check("ㄱㅇㄷ", "강원도", Some(Fit::WholeInitials));
        check("ㄳ", "군산", Some(Fit::WholeInitials));
        check("ㅇㄷ", "국제백신연구소 안동분원", Some(Fit::WordInitials));
        check("ㅅ", "오송", None);
        check("ㅇㅅ", "Osong", None);
        check("ㅃ", "부산", None);
    }

    #[test]
    fn a_slip_is_forgiven_for_each_five_keys() {
        check("오숑", "오송", Some(Fit::Slip));
        check("osng", "Osong", Some(Fit::Slip));
        check("osogn", "Osong", Some(Fit::Slip));
        check("oosong", "Osong", Some(Fit::Slip));
        check("대젼", "대전", Some(Fit::Slip));
        check("samsng", "Samsung Biologics", Some(Fit::Slip));
        check("pastuer", "Institut Pasteur Korea", Some(Fit::Slip));
        check("chungchoeng", "Chungcheong", Some(Fit::Slip));
        check("chuncgchoeng", "Chungcheong", Some(Fit::Slips));
        check("제쥬", "제주", Some(Fit::Slip));
        check("오송시민", "오송", None);
        check("ozzng", "Osong", None);
        check("zsong", "Osong", None);
        check("ong", "Osang", None);
    }

    #[test]
    fn the_wrong_layout_is_understood() {
        check("dhthd", "오송", Some(Fit::Layout));
        check("DHTHD", "오송", Some(Fit::Layout));
        check("ㅐ내ㅜㅎ", "Osong", Some(Fit::Layout));
        check("rkddnjs", "강원", Some(Fit::Layout));
    }

    #[test]
    fn ways_to_fit_are_ordered_best_first() {
        let best_first = [
            Fit::Whole,
            Fit::Start,
            Fit::WholeInitials,
            Fit::StartInitials,
            Fit::Word,
            Fit::WordInitials,
            Fit::Inside,
            Fit::Layout,
            Fit::Slip,
            Fit::Slips,
        ];
        assert!(best_first.is_sorted());
    }
}
