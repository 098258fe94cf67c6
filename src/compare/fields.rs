//! The fields of work of a cluster, read from the words of its description.
//!
//! The descriptions are free text, so that hardly two clusters share a phrase; a field is a handful of words
//! that mean about the same. The grouping is ours, and the page says so.

use crate::package::Profile;
use crate::text::Name;

/// A field of work.
#[derive(Debug)]
pub struct Field {
    pub name: Name,
    /// Any of these in the Korean description.
    words: &'static [&'static str],
}

pub static FIELDS: [Field; 17] = [
    field(
        "바이오의약품",
        "biologics",
        &["바이오의약", "바이오신약", "항체", "혈액제제"],
    ),
    field("신약 개발", "drug discovery", &["신약"]),
    field(
        "의약품 생산",
        "drug production",
        &["제약", "완제의약품", "대량생산", "R&D·생산", "동물용의약품"],
    ),
    field(
        "백신·면역",
        "vaccines and immunity",
        &["백신", "면역", "감염병"],
    ),
    field(
        "의료기기·진단",
        "devices and diagnostics",
        &["의료기기", "진단"],
    ),
    field(
        "디지털·데이터",
        "digital and data",
        &["디지털", "IT", "AI", "데이터", "게놈"],
    ),
    field("천연물", "natural products", &["천연물", "한방", "헴프"]),
    field(
        "그린바이오·식품",
        "green bio and food",
        &["그린바이오", "식품", "화장품"],
    ),
    field("해양", "marine bio", &["해양"]),
    field("소재", "materials", &["소재", "소부장"]),
    field("치과", "dental", &["치의학", "치과"]),
    field(
        "정밀·재생의료",
        "precision and regenerative medicine",
        &["정밀", "오가노이드", "재생"],
    ),
    field(
        "노화·재활",
        "ageing and rehabilitation",
        &["고령", "항노화", "재활"],
    ),
    field("병원", "hospital-based", &["병원"]),
    field("벤처·창업", "ventures", &["벤처", "창업"]),
    field(
        "연구·시험",
        "research and testing",
        &["R&D", "연구", "CRO", "비임상", "생물학"],
    ),
    field(
        "바이오헬스",
        "bio-health",
        &["헬스", "의생명", "바이오의료", "바이오메디컬"],
    ),
];

const fn field(ko: &'static str, en: &'static str, words: &'static [&'static str]) -> Field {
    Field {
        name: Name { ko, en },
        words,
    }
}

/// The fields of a cluster, by their places in [`FIELDS`].
pub fn of(profile: &Profile) -> impl Iterator<Item = usize> + use<> {
    let description = profile.specialisation.ko.clone();
    FIELDS
        .iter()
        .enumerate()
        .filter(move |(_, field)| field.words.iter().any(|word| description.contains(word)))
        .map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Package;
    use std::path::Path;

    fn package() -> Package {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        Package::read(&dir).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    #[test]
    fn every_cluster_has_a_field_and_every_word_is_used() {
        let package = package();
        for profile in &package.profiles {
            let what = &profile.specialisation.ko;
            assert!(
                of(profile).count() > 0,
                "no field for {}: {what}",
                profile.id
            );
        }
        for word in FIELDS.iter().flat_map(|field| field.words) {
            let is_used = |profile: &Profile| profile.specialisation.ko.contains(word);
            assert!(package.profiles.iter().any(is_used), "{word} is nowhere");
        }
    }
}
