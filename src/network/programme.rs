//! Programmes: links that the sources document together, under one name.

use crate::package::{DocumentedLink, Wording};
use crate::text::Lang;

/// A programme, plan or agreement with all of its links.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Programme {
    pub ko: String,
    pub en: String,
    /// Places in `links.csv`, rising.
    pub links: Vec<usize>,
}

impl Programme {
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ko => &self.ko,
            Lang::En => &self.en,
        }
    }
}

/// The programmes of two links and more, in the order of `links.csv`.
///
/// Links of one programme share their English label; in Korean each adds its own end, so the name is what
/// all of them begin with.
pub fn programmes(links: &[DocumentedLink]) -> Vec<Programme> {
    let labels: Vec<&Wording> = links.iter().map(|link| &link.label).collect();
    let mut out: Vec<Programme> = Vec::new();
    for (place, label) in labels.iter().enumerate() {
        match out.iter_mut().find(|known| known.en == label.en) {
            Some(known) => {
                known.ko = common(&known.ko, &label.ko).to_string();
                known.links.push(place);
            }
            None => out.push(Programme {
                ko: label.ko.clone(),
                en: label.en.clone(),
                links: vec![place],
            }),
        }
    }
    out.retain(|programme| programme.links.len() > 1);
    for programme in &mut out {
        programme.ko = trimmed(&programme.ko).to_string();
    }
    out
}

/// What two texts begin with.
fn common<'t>(a: &'t str, b: &str) -> &'t str {
    let same = a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y);
    let end = same.map_or(a.len().min(b.len()), |((at, _), _)| at);
    &a[..end]
}

/// Without the bracket or the colon that each label goes on from.
fn trimmed(name: &str) -> &str {
    let name = match (name.rfind('('), name.rfind(')')) {
        (Some(open), close) if close.is_none_or(|close| close < open) => &name[..open],
        _ => name,
    };
    name.trim_end_matches([' ', ':', '–', '-', '·', '→'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(trimmed(common(a, b)), expected);
    }

    #[test]
    fn a_name_is_what_labels_begin_with() {
        check(
            "경기 벨트(시흥 거점–화성)",
            "경기 벨트(시흥 거점–판교)",
            "경기 벨트",
        );
        check(
            "STAR(오송 중심): 강원권",
            "STAR(오송 중심): 호남권",
            "STAR(오송 중심)",
        );
        check(
            "전북 벨트(전주–익산)",
            "전북 벨트(전주–익산)",
            "전북 벨트(전주–익산)",
        );
    }
}
