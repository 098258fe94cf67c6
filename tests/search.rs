//! What a reader finds in the real index, word by word, and what must hold for any word.

// The index is written natively.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;
use std::sync::LazyLock;

use kbio_atlas::package::Package;
use kbio_atlas::search::{self, Entry, Fit, Kind, LONGEST, entries, search};
use kbio_atlas::{ClusterId, Lang, REGIONS, RegionCode};
use proptest::prelude::*;

static KOREAN: LazyLock<String> = LazyLock::new(|| index(Lang::Ko));
static ENGLISH: LazyLock<String> = LazyLock::new(|| index(Lang::En));

fn index(lang: Lang) -> String {
    let package = Package::read(Path::new("assets/data"));
    search::write(&package.expect("the package has no faults"), lang, "/")
}

/// The name that the reader sees.
fn shown(entry: Entry<'_>) -> &str {
    let (_, rest) = entry
        .option
        .split_once("<b>")
        .expect("an option has a name");
    rest.split("</b>").next().unwrap_or_default()
}

/// The first things found, as `target shown`.
fn found(index: &str, query: &str) -> Vec<String> {
    let hits = search(index, query);
    let line = |entry: Entry<'_>| format!("{} {}", entry.target, shown(entry));
    hits.iter().map(|hit| line(hit.entry)).collect()
}

/// What is found first on the Korean pages.
#[track_caller]
fn check(query: &str, first: &str) {
    check_in(&KOREAN, query, first);
}

/// The same on the English pages.
#[track_caller]
fn check_english(query: &str, first: &str) {
    check_in(&ENGLISH, query, first);
}

#[track_caller]
fn check_in(index: &str, query: &str, first: &str) {
    let found = found(index, query);
    assert_eq!(
        found.first().map(String::as_str),
        Some(first),
        "{query:?} finds {:?}",
        &found[..found.len().min(6)]
    );
}

/// What is found among the first twenty, which are those that are listed.
#[track_caller]
fn check_among(query: &str, wanted: &[&str]) {
    let mut found = found(&KOREAN, query);
    found.truncate(20);
    for wanted in wanted {
        let is_there = found.iter().any(|line| line == wanted);
        assert!(is_there, "{query:?} finds no {wanted:?} but {found:?}");
    }
}

#[track_caller]
fn check_nothing(query: &str) {
    let found = found(&KOREAN, query);
    assert!(found.is_empty(), "{query:?} finds {found:?}");
}

#[test]
fn provinces_answer_to_every_name_they_have_had() {
    check("충북", "43 충청북도");
    check("충청북도", "43 충청북도");
    check("ㅊㅂ", "43 충청북도");
    check("ㅊㅊㅂㄷ", "43 충청북도");
    check("Chungbuk", "43 충청북도");
    check("north chungcheong", "43 충청북도");
    check("Chungcheongbuk-do", "43 충청북도");
    check("강원", "51 강원특별자치도");
    check("강원도", "51 강원특별자치도");
    check("강원특별자치도", "51 강원특별자치도");
    check("Gangwon-do", "51 강원특별자치도");
    check("gangwon do", "51 강원특별자치도");
    check("Kangwon", "51 강원특별자치도");
    check("전라북도", "52 전북특별자치도");
    check("전북", "52 전북특별자치도");
    check("north jeolla", "52 전북특별자치도");
    check("제주도", "50 제주특별자치도");
    check("제주", "50 제주특별자치도");
    check("jeju island", "50 제주특별자치도");
    check("서울시", "11 서울특별시");
    check("서울ㅌ", "11 서울특별시");
    check("Pusan", "26 부산광역시");
    check("광주", "29 광주광역시");
    check("ㅅㅈ", "sejong 세종");
}

#[test]
fn clusters_are_found_by_what_is_typed_so_far() {
    check("오송", "cb-osong 오송");
    check("ㅇㅅ", "cb-osong 오송");
    check_among("ㅇㅅ", &["cb-osong 오송", "41 안성시", "31 울산광역시"]);
    check("오소", "cb-osong 오송");
    check("옷", "cb-osong 오송");
    check("ㅇ송", "cb-osong 오송");
    check("안ㄷ", "gb-andong 안동");
    check("osong", "cb-osong 오송");
    check("Osong", "cb-osong 오송");
    check("송도", "incheon-songdo 송도");
    check("ㅅㄷ", "incheon-songdo 송도");
    check("G밸리", "seoul-gvalley G밸리");
    check("g-valley", "seoul-gvalley G밸리");
    check("첨단의료복합", "cb-osong 오송");
    check("대덕특구", "daejeon-daedeok 대덕");
    check("홍릉", "seoul-hongneung 홍릉");
    check("백신산업특구", "jn-hwasun 화순");
    check_among("흥덕구", &["43 청주시 흥덕구", "cb-osong 오송"]);
    check_among("충북", &["43 충청북도", "cb-osong 오송", "cb-jecheon 제천"]);
}

#[test]
fn companies_lead_to_their_cluster() {
    check(
        "SK바이오사이언스",
        "gb-andong SK바이오사이언스 L하우스(2012)",
    );
    check(
        "sk 바이오사이언스",
        "gb-andong SK바이오사이언스 L하우스(2012)",
    );
    check("sk bioscience", "gb-andong SK바이오사이언스 L하우스(2012)");
    check("samsung", "incheon-songdo 삼성바이오로직스");
    check("삼성", "incheon-songdo 삼성바이오로직스");
    check("ㅅㅅㅂㅇㅇ", "incheon-songdo 삼성바이오로직스");
    check("셀트", "incheon-songdo 셀트리온");
    check("celltrion", "incheon-songdo 셀트리온");
    check("KBIO", "cb-osong 오송첨단의료산업진흥재단(KBIO)");
    check("KRIBB", "daejeon-daedeok 한국생명공학연구원(KRIBB)");
    check("식약처", "cb-osong 식품의약품안전처");
    check("ㅅㅇㅊ", "cb-osong 식품의약품안전처");
    check("식품의약품안전처", "cb-osong 식품의약품안전처");
    check("종근당", "gg-siheung 종근당(예정)");
    check_among("제넥신", &["seoul-magok 제넥신", "gb-pohang 제넥신"]);
    check("협의체", "00 바이오 클러스터 협의체");
    check_english("samsung", "incheon-songdo Samsung Biologics");
    check_english("셀트리온", "incheon-songdo Celltrion");
}

#[test]
fn districts_lead_to_their_province_and_say_which_of_a_name_they_are() {
    check("안성", "41 안성시");
    check("anseong", "41 안성시");
    check("청주", "43 청주시");
    check("청원", "43 청주시 청원구");
    check_among("청원", &["43 청주시 (옛 청원군)"]);
    check("청원군", "43 청주시 (옛 청원군)");
    check("마산시", "48 창원시 (옛 마산시)");
    check("연기군", "36 세종특별자치시 (옛 연기군)");
    check_among("고성", &["51 고성군 (강원)", "48 고성군 (경남)"]);
    check_among("광주", &["29 광주광역시", "41 광주시 (경기)"]);
    check_among(
        "중구",
        &["11 중구 (서울)", "26 중구 (부산)", "31 중구 (울산)"],
    );
    check_among("남구", &["28 미추홀구 (옛 남구)", "31 남구 (울산)"]);
    check("장안구", "41 수원시 장안구");
    check("분당", "gg-bundang-hip 분당");
    check_among("분당", &["41 성남시 분당구"]);
    check("ㅇㄹㄱ", "47 울릉군");
    check("울릉", "47 울릉군");
    check_english("ulleung", "47 Ulleung-gun");
    check_english("jangan-gu", "41 Jangan-gu, Suwon");
    check_english("고성", "51 Goseong-gun (Gangwon)");
    check_english("Yeoju", "41 Yeoju-si");
}

#[test]
fn slips_and_the_wrong_layout_are_understood() {
    check("오숑", "cb-osong 오송");
    check("osng", "cb-osong 오송");
    check("osogn", "cb-osong 오송");
    check("dhthd", "cb-osong 오송");
    check("ㅐ내ㅜㅎ", "cb-osong 오송");
    check("대젼", "30 대전광역시");
    check("samsng", "incheon-songdo 삼성바이오로직스");
    check("강원특별자치됴", "51 강원특별자치도");
    check("gyeongi", "41 경기도");
    // The same in two or three characters to a syllable.
    check("\u{110b}\u{1169}\u{1109}\u{1169}\u{11bc}", "cb-osong 오송");
    check("o\u{301}song", "cb-osong 오송");
    check("  오송  ", "cb-osong 오송");
    check("오송🧬", "cb-osong 오송");
}

#[test]
fn what_is_no_name_finds_nothing() {
    check_nothing("");
    check_nothing("   ");
    check_nothing("()");
    check_nothing("🧬");
    check_nothing("🧬🧬🧬🧬🧬🧬");
    check_nothing("qqqqq");
    check_nothing("평양");
    check_nothing("없는곳이다");
    check_nothing("ㅏ");
    check_nothing("\0\t|~");
    check_nothing(&"오송".repeat(500));
    check_nothing(&"a".repeat(1_000));
    check_nothing(&"ㅇ".repeat(1_000));
}

#[test]
fn every_line_is_an_entry_whose_target_exists() {
    for index in [&*KOREAN, &*ENGLISH] {
        assert_eq!(index.lines().count(), entries(index).count());
        for entry in entries(index) {
            let is_there = match entry.kind {
                Kind::Region | Kind::District => RegionCode::parse(entry.target).is_some(),
                Kind::Cluster | Kind::Anchor => ClusterId::parse(entry.target).is_some(),
                Kind::Body => entry.target == "00",
            };
            assert!(is_there, "{entry:?}");
            for (name, _) in entry.names() {
                assert!(!name.trim().is_empty(), "{entry:?} has an empty name");
                assert!(
                    name.chars().count() < LONGEST,
                    "{name} is longer than any query may be"
                );
            }
        }
        let count = |kind| entries(index).filter(|entry| entry.kind == kind).count();
        assert_eq!(count(Kind::Region), REGIONS.len());
        assert_eq!(count(Kind::Cluster), ClusterId::all().count());
        assert!(count(Kind::District) > 250, "{}", count(Kind::District));
    }
}

#[test]
fn no_two_lines_look_the_same() {
    for index in [&*KOREAN, &*ENGLISH] {
        let mut lines: Vec<_> = entries(index).map(|entry| entry.option).collect();
        let all = lines.len();
        lines.sort_unstable();
        for pair in lines.windows(2) {
            assert_ne!(pair[0], pair[1], "a reader cannot tell them apart");
        }
        assert_eq!(lines.len(), all);
    }
}

#[test]
fn a_name_finds_its_own_entry_before_any_other_name() {
    // Both languages have the same names.
    for entry in entries(&KOREAN) {
        for (name, _) in entry.names().filter(|(_, is_own)| *is_own) {
            let hits = search(&KOREAN, name);
            let own = hits.iter().find(|hit| hit.entry == entry);
            assert_eq!(
                own.map(|hit| hit.fit),
                Some(Fit::Whole),
                "{name:?} does not find {entry:?}"
            );
            assert_eq!(hits[0].fit, Fit::Whole);
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_answered_and_always_the_same(query in "\\PC{0,12}|[ㄱ-ㅣ가-힣]{0,8}|[a-z -]{0,14}") {
        let hits = search(&KOREAN, &query);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.fit));
        prop_assert_eq!(hits, search(&KOREAN, &query));
    }

    #[test]
    fn any_text_is_read_as_an_index(index in "([rcdab]?\t?\\PC{0,8}[\t|~\n]){0,24}", query in "\\PC{1,4}") {
        for hit in search(&index, &query) {
            prop_assert!(!hit.entry.option.is_empty());
        }
    }

    #[test]
    fn every_step_of_typing_a_name_finds_it(at in 0usize..17, keep in 1usize..8) {
        let name = REGIONS[at].name.ko;
        let typed: String = name.chars().take(keep).collect();
        let hits = search(&KOREAN, &typed);
        prop_assert!(hits.iter().any(|hit| hit.entry.target == REGIONS[at].digits), "{typed}");
    }
}
