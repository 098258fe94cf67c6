//! Spellings of the provinces that a reader may type or a file may hold.

/// Spellings of provinces beside those of the table: with their suffix, as compass points, before 2000.
pub static OTHER_SPELLINGS: [(&str, &str); 17] = [
    ("11", "서울시|Seoul Special City"),
    ("26", "부산시|Pusan"),
    ("27", "대구시|Taegu"),
    ("28", "인천시|Inchon"),
    ("29", "Kwangju|Gwangju Metropolitan City"),
    ("30", "대전시|Taejon"),
    ("31", "울산시"),
    ("36", "세종시|Sejong City"),
    ("41", "Gyeonggi-do|Gyeonggi Province|Kyonggi|Kyeonggi"),
    (
        "43",
        "Chungcheongbuk-do|North Chungcheong Province|Chungbuk Province|Chungchongbuk-do",
    ),
    (
        "44",
        "Chungcheongnam-do|South Chungcheong Province|Chungnam Province|Chungchongnam-do",
    ),
    (
        "46",
        "Jeollanam-do|South Jeolla Province|Jeonnam Province|Chollanam-do|Chonnam",
    ),
    (
        "47",
        "Gyeongsangbuk-do|North Gyeongsang Province|Gyeongbuk Province|Kyongsangbuk-do|Kyongbuk",
    ),
    (
        "48",
        "Gyeongsangnam-do|South Gyeongsang Province|Gyeongnam Province|Kyongsangnam-do|Kyongnam",
    ),
    ("50", "Jeju-do|Jeju Island|Jeju Province|Cheju"),
    ("51", "Gangwon-do|Gangwon State|Gangwon Province|Kangwon"),
    (
        "52",
        "전북도|Jeonbuk State|Jeollabuk-do|North Jeolla|North Jeolla Province|Chollabuk-do|Chonbuk",
    ),
];
