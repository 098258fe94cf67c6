//! Every visible string, Korean and English side by side, so that the compiler proves completeness.

/// The two languages of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    #[default]
    Ko,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Ko, Lang::En];

    /// The BCP 47 tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ko => "ko",
            Lang::En => "en",
        }
    }

    /// Reads a tag; `None` for any other language.
    pub fn parse(tag: &str) -> Option<Self> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// Picks one of two strings.
    pub const fn pick<'a>(self, ko: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}

impl Lang {
    /// Picks one of two pairs of strings.
    pub const fn pick_pair<'a>(
        self,
        ko: (&'a str, &'a str),
        en: (&'a str, &'a str),
    ) -> (&'a str, &'a str) {
        match self {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}

/// A name in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    pub ko: &'static str,
    pub en: &'static str,
}

impl Name {
    pub const fn get(&self, lang: Lang) -> &'static str {
        lang.pick(self.ko, self.en)
    }
}

/// The words of the page's frame and controls.
#[derive(Debug)]
pub struct Text {
    pub site: &'static str,
    pub skip_to_map: &'static str,
    pub skip_to_content: &'static str,
    pub home: &'static str,
    pub data: &'static str,
    pub sigungu: &'static str,
    pub show_districts: &'static str,
    pub other_language: &'static str,
    pub indicator: &'static str,
    pub measure: &'static str,
    pub year: &'static str,
    pub layers: &'static str,
    pub points: &'static str,
    pub lines: &'static str,
    pub families: &'static str,
    pub map_label: &'static str,
    pub no_data: &'static str,
    pub zero: &'static str,
    pub regions_count: &'static str,
    pub nation: &'static str,
    pub capital_region: &'static str,
    pub capital_share: &'static str,
    pub total: &'static str,
    pub largest: &'static str,
    pub back_to_nation: &'static str,
    pub own_page: &'static str,
    pub loading: &'static str,
    pub load_failed: &'static str,
    pub source: &'static str,
    pub caution: &'static str,
    pub borders_credit: &'static str,
    pub hub: &'static str,
    pub complex: &'static str,
    pub hub_and_complex: &'static str,
    pub spoke: &'static str,
    pub other_cluster: &'static str,
    pub not_yet: &'static str,
    pub clusters_here: &'static str,
    pub close: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub found: &'static str,
    pub nothing_found: &'static str,
    pub search_failed: &'static str,
    pub layouts_failed: &'static str,
    pub lab_failed: &'static str,
    pub bounds_hint: &'static str,
    pub story: &'static str,
    pub story_title: &'static str,
}

impl Lang {
    pub const fn text(self) -> &'static Text {
        match self {
            Lang::Ko => &KO,
            Lang::En => &EN,
        }
    }

    /// The other language.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Ko => Lang::En,
            Lang::En => Lang::Ko,
        }
    }

    /// What stands before the path of every page in this language.
    pub const fn prefix(self) -> &'static str {
        self.pick("", "en/")
    }
}

const KO: Text = Text {
    site: "K-바이오 클러스터 지도",
    skip_to_map: "지도 건너뛰고 표로",
    skip_to_content: "본문으로",
    home: "지도",
    data: "자료와 방법",
    sigungu: "시군구",
    show_districts: "시군구 보기",
    other_language: "English",
    indicator: "지표",
    measure: "보기",
    year: "연도",
    layers: "겹쳐 보기",
    points: "점 클러스터",
    lines: "선 허브·스포크",
    families: "연계 종류",
    map_label: "시·도별 지도",
    no_data: "자료 없음",
    zero: "0",
    regions_count: "시·도 수",
    nation: "전국",
    capital_region: "수도권",
    capital_share: "수도권 비중",
    total: "전국",
    largest: "가장 큰 곳",
    back_to_nation: "전국으로",
    own_page: "이 화면만 따로 열기",
    loading: "불러오는 중",
    load_failed: "자세한 내용을 불러오지 못했습니다. 아래 링크에서 볼 수 있습니다.",
    source: "자료",
    caution: "읽을 때",
    borders_credit: "경계: 통계청 SGIS 2020년 행정구역(공공누리 제1유형), 군위는 당시 경북",
    hub: "허브",
    complex: "국가 특화단지",
    hub_and_complex: "허브이자 국가 특화단지",
    spoke: "스포크",
    other_cluster: "그 밖의 클러스터",
    not_yet: "조성·계획 중",
    clusters_here: "클러스터",
    close: "닫기",
    search: "시·도, 클러스터, 시군구, 기업 찾기",
    search_hint: "찾기: ㅇㅅ → 오송, 안성",
    found: "찾은 것",
    nothing_found: "찾은 것이 없습니다",
    search_failed: "찾기 목록을 불러오지 못했습니다. 다시 입력하면 한 번 더 불러옵니다.",
    layouts_failed: "불러오지 못했습니다. 다시 고르면 한 번 더 불러옵니다.",
    lab_failed: "계산 부분을 불러오지 못해 기본 구간으로 그렸습니다.",
    bounds_hint: "커지는 수를 쉼표로 8개까지: 10, 50, 200",
    story: "이야기",
    story_title: "점에서 면까지: 한국 바이오를 읽는 일곱 장면",
};

const EN: Text = Text {
    site: "K-Bio Cluster Atlas",
    skip_to_map: "Skip the map, go to the table",
    skip_to_content: "Skip to the content",
    home: "Map",
    data: "Data and method",
    sigungu: "Municipalities",
    show_districts: "Show districts",
    other_language: "한국어",
    indicator: "Indicator",
    measure: "Show",
    year: "Year",
    layers: "Overlay",
    points: "Clusters",
    lines: "Links",
    families: "Kinds of link",
    map_label: "Map by province",
    no_data: "no data",
    zero: "0",
    regions_count: "regions",
    nation: "Korea",
    capital_region: "Capital region",
    capital_share: "Capital region",
    total: "Nation",
    largest: "Largest",
    back_to_nation: "Back to the nation",
    own_page: "Open this view on its own page",
    loading: "Loading",
    load_failed: "The details could not be loaded. They are on the page linked below.",
    source: "Source",
    caution: "Read with care",
    borders_credit: "Borders: Statistics Korea SGIS 2020 (KOGL Type 1); Gunwi still in Gyeongbuk",
    hub: "Hub",
    complex: "National complex",
    hub_and_complex: "Hub and complex",
    spoke: "Spoke",
    other_cluster: "Other cluster",
    not_yet: "Planned, being built",
    clusters_here: "Clusters",
    close: "Close",
    search: "Find a province, cluster, municipality or company",
    search_hint: "Find: osong, samsung, ㅇㅅ",
    found: "Found",
    nothing_found: "Nothing found",
    search_failed: "The list of names could not be loaded. Type again to try once more.",
    layouts_failed: "It could not be loaded. Choose it again to try once more.",
    lab_failed: "What works out the classes could not be loaded; the usual classes are shown.",
    bounds_hint: "Up to 8 rising numbers with commas between: 10, 50, 200",
    story: "Story",
    story_title: "From points to planes: Korean biotech in seven scenes",
};
