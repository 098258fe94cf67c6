//! What the map can show: ten indicators of the data package, each with its unit and its cautions.

use crate::measure::Measure;
use crate::text::Name;

/// An indicator by 시도. The order is the order of the menu.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Indicator {
    #[default]
    BioFirms,
    PharmaWorkers,
    PharmaEstablishments,
    DeviceMakers,
    DeviceWorkers,
    DeviceProduction,
    RndWorkers,
    ListedFirms,
    RndShare,
    Population,
}

impl Indicator {
    pub const ALL: [Indicator; 10] = [
        Indicator::BioFirms,
        Indicator::PharmaWorkers,
        Indicator::PharmaEstablishments,
        Indicator::DeviceMakers,
        Indicator::DeviceWorkers,
        Indicator::DeviceProduction,
        Indicator::RndWorkers,
        Indicator::ListedFirms,
        Indicator::RndShare,
        Indicator::Population,
    ];

    /// The definition.
    pub fn definition(self) -> &'static Definition {
        &DEFINITIONS[self as usize]
    }

    /// The short name in URLs: `bio-firms`.
    pub fn slug(self) -> &'static str {
        self.definition().slug
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Self> {
        Indicator::ALL
            .into_iter()
            .find(|indicator| indicator.slug() == slug)
    }
}

/// What an indicator is.
#[derive(Debug)]
pub struct Definition {
    pub slug: &'static str,
    /// The `indicator` column of the data package's tables that holds the counts.
    pub key: &'static str,
    /// The menu's words.
    pub name: Name,
    /// What is counted, for sentences: "바이오 기업", "biotech firms".
    pub subject: Name,
    /// Who counted it, for the subtitle.
    pub survey: Name,
    /// What one unit of the count is: 곳, 명 …
    pub unit: Name,
    /// The series behind the location quotient, from the same survey; `None` where there is none.
    pub lq_base: Option<&'static str>,
    /// The measures that make sense, the usual one first.
    pub measures: &'static [Measure],
    /// What the reader must know before believing the picture. It reaches the browser as prerendered
    /// words, which keeps 3 KB out of its first load.
    #[cfg(not(target_arch = "wasm32"))]
    pub caution: Name,
}

const ESTABLISHMENTS: &str = "all_industry_establishments";
const WORKERS: &str = "all_industry_workers";

use Measure::{Count, LocationQuotient, Per100k, Share};

static DEFINITIONS: [Definition; 10] = [
    Definition {
        slug: "bio-firms",
        key: "bio_firms_main_site",
        name: Name {
            ko: "바이오 기업",
            en: "Biotech firms",
        },
        subject: Name {
            ko: "바이오 기업",
            en: "biotech firms",
        },
        survey: Name {
            ko: "국내 바이오산업 실태조사, 주 사업장 기준",
            en: "Korean bio-industry survey, by main site",
        },
        unit: Name {
            ko: "곳",
            en: "firms",
        },
        lq_base: None,
        measures: &[Count, Share, Per100k],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "기업마다 주 사업장 한 곳만 센다(공장, 연구소, 본사 순). 인천의 15곳은 출처가 하나뿐이며 인천의 바이오 비중으로 읽으면 안 된다. 의약품 제조업 종사자와 함께 볼 것.",
            en: "Each firm is counted at one main site only (factory first, then laboratory, then head office). Incheon's 15 has a single source and is not Incheon's weight in biotech: read it beside the jobs in pharmaceutical manufacturing.",
        },
    },
    Definition {
        slug: "pharma-workers",
        key: "pharma_mfg_C21_workers",
        name: Name {
            ko: "의약품 제조업 종사자",
            en: "Pharmaceutical manufacturing jobs",
        },
        subject: Name {
            ko: "의약품 제조업 종사자",
            en: "pharmaceutical manufacturing jobs",
        },
        survey: Name {
            ko: "전국사업체조사, 산업분류 C21",
            en: "Census on Establishments, industry C21",
        },
        unit: Name {
            ko: "명",
            en: "jobs",
        },
        lq_base: Some(WORKERS),
        measures: &[Count, Share, Per100k, LocationQuotient],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "의료용 물질 및 의약품 제조업(C21) 전체로, 화학 의약품도 들어 있다. 바이오 인력이 아니다. 세종처럼 밑수가 작은 지역의 입지계수는 조심해서 읽을 것.",
            en: "All of medicinal-substance and pharmaceutical manufacturing (C21), chemical drugs included; it is not the biotech workforce. Location quotients of small regions such as Sejong rest on a small base.",
        },
    },
    Definition {
        slug: "pharma-establishments",
        key: "pharma_mfg_C21_establishments",
        name: Name {
            ko: "의약품 제조업 사업체",
            en: "Pharmaceutical manufacturing sites",
        },
        subject: Name {
            ko: "의약품 제조업 사업체",
            en: "pharmaceutical manufacturing sites",
        },
        survey: Name {
            ko: "전국사업체조사, 산업분류 C21",
            en: "Census on Establishments, industry C21",
        },
        unit: Name {
            ko: "곳",
            en: "sites",
        },
        lq_base: Some(ESTABLISHMENTS),
        measures: &[Count, Share, Per100k, LocationQuotient],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "2022년에서 2023년 사이에는 조사 대상 틀이 바뀐 것으로 보인다(제조업 전체가 8.3 % 줄었다). 그 사이의 증감은 폐업으로 읽지 말 것.",
            en: "The survey frame seems to have changed between 2022 and 2023 (all manufacturing falls by 8.3 %). Do not read that step as closures.",
        },
    },
    Definition {
        slug: "device-makers",
        key: "medical_device_makers",
        name: Name {
            ko: "의료기기 생산업체",
            en: "Medical-device makers",
        },
        subject: Name {
            ko: "의료기기 생산업체",
            en: "medical-device makers",
        },
        survey: Name {
            ko: "식품의약품안전처 의료기기 생산실적",
            en: "MFDS medical-device production statistics",
        },
        unit: Name {
            ko: "곳",
            en: "makers",
        },
        lq_base: None,
        measures: &[Count, Share, Per100k],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "생산실적을 보고한 업체 수다. 경기는 북부와 남부를 더한 값이다.",
            en: "Makers that reported production. Gyeonggi is the sum of its northern and southern parts.",
        },
    },
    Definition {
        slug: "device-workers",
        key: "medical_device_workers",
        name: Name {
            ko: "의료기기 생산 종사자",
            en: "Medical-device jobs",
        },
        subject: Name {
            ko: "의료기기 생산 종사자",
            en: "medical-device jobs",
        },
        survey: Name {
            ko: "식품의약품안전처 의료기기 생산실적",
            en: "MFDS medical-device production statistics",
        },
        unit: Name {
            ko: "명",
            en: "jobs",
        },
        lq_base: None,
        measures: &[Count, Share, Per100k],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "몇몇 해의 급변(서울 2017~2019, 충남 2019~2021, 세종 2024~2025)은 소수 업체의 보고 방식 때문으로 보인다.",
            en: "Jumps in some years (Seoul 2017–19, Chungnam 2019–21, Sejong 2024–25) look like the reporting of a few firms.",
        },
    },
    Definition {
        slug: "device-production",
        key: "medical_device_production",
        name: Name {
            ko: "의료기기 생산액",
            en: "Medical-device production",
        },
        subject: Name {
            ko: "의료기기 생산액",
            en: "medical-device production",
        },
        survey: Name {
            ko: "식품의약품안전처 의료기기 생산실적",
            en: "MFDS medical-device production statistics",
        },
        unit: Name {
            ko: "억 원",
            en: "100 m KRW",
        },
        lq_base: None,
        measures: &[Count, Share, Per100k],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "2021~2022년은 부산과 충북의 진단키트 생산이 크게 움직였다.",
            en: "2021–22 is moved by test-kit production in Busan and Chungbuk.",
        },
    },
    Definition {
        slug: "rnd-workers",
        key: "rnd_industry_M70_workers",
        name: Name {
            ko: "연구개발업 종사자",
            en: "R&D-industry jobs",
        },
        subject: Name {
            ko: "연구개발업 종사자",
            en: "R&D-industry jobs",
        },
        survey: Name {
            ko: "전국사업체조사, 산업분류 M70",
            en: "Census on Establishments, industry M70",
        },
        unit: Name {
            ko: "명",
            en: "jobs",
        },
        lq_base: Some(WORKERS),
        measures: &[Count, Share, Per100k, LocationQuotient],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "모든 분야의 연구개발업(M70)이며 바이오만이 아니다.",
            en: "Research and development as an industry (M70), all fields, not biotech alone.",
        },
    },
    Definition {
        slug: "listed-firms",
        key: "listed_biopharma_C21_plus_M701",
        name: Name {
            ko: "상장 제약·연구개발 기업",
            en: "Listed pharma and R&D firms",
        },
        subject: Name {
            ko: "상장 제약·연구개발 기업",
            en: "listed pharma and R&D firms",
        },
        survey: Name {
            ko: "한국거래소 상장법인 목록, 2026년 3월 22일, 본사 기준",
            en: "Korea Exchange list, 22 March 2026, by head office",
        },
        unit: Name {
            ko: "곳",
            en: "firms",
        },
        lq_base: None,
        measures: &[Count, Share],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "의약품 제조(C21)와 자연과학 연구개발(M701) 상장사를 본사 소재지로 센 값이다. 해외에 본사를 둔 4곳은 뺐다. 2022년 수치와 비교하지 말 것.",
            en: "Listed companies in pharmaceutical manufacturing (C21) and natural-science R&D (M701), counted at their head office; four with a foreign head office are left out. Not comparable with 2022 figures.",
        },
    },
    Definition {
        slug: "rnd-share",
        key: "total_rnd_share_all_fields",
        name: Name {
            ko: "총 연구개발비 비중(전 분야)",
            en: "Share of all R&D spending",
        },
        subject: Name {
            ko: "총 연구개발비",
            en: "R&D spending in all fields",
        },
        survey: Name {
            ko: "국회의원실 공개 과학기술정보통신부 자료, 정부와 민간",
            en: "Ministry of Science and ICT figures released by a lawmaker, public and private",
        },
        unit: Name { ko: "%", en: "%" },
        lq_base: None,
        measures: &[Share],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "전 분야의 연구개발비이며 소수점 한 자리까지만 공개되었다. 작은 지역은 금액으로 되돌리지 말 것.",
            en: "R&D spending in all fields, published to one decimal only; do not multiply it out for small regions.",
        },
    },
    Definition {
        slug: "population",
        key: "population_resident_registered",
        name: Name {
            ko: "주민등록 인구(배경)",
            en: "Population (context)",
        },
        subject: Name {
            ko: "주민등록 인구",
            en: "registered residents",
        },
        survey: Name {
            ko: "행정안전부 주민등록인구, 12월 말",
            en: "Ministry of the Interior resident registration, December",
        },
        unit: Name {
            ko: "명",
            en: "people",
        },
        lq_base: None,
        measures: &[Count, Share],
        #[cfg(not(target_arch = "wasm32"))]
        caution: Name {
            ko: "비교를 위한 배경 지표다. 2023년 7월 군위군이 경북에서 대구로 옮겨 갔다.",
            en: "Context for comparison. Gunwi moved from Gyeongbuk to Daegu in July 2023.",
        },
    },
];
