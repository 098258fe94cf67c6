//! What each context indicator measures: rows of `sigungu.csv`, what they are divided by, words.

use super::Context;
use crate::text::Name;

/// What the rows of a context are divided by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// Nothing: a count, or an amount of money.
    Whole,
    /// Square kilometres, `area_km2_polygon`.
    Area,
    /// So many residents of 2022, `population_resident_mois`.
    Residents(i64),
}

/// A context indicator.
#[derive(Debug)]
pub struct Definition {
    pub name: Name,
    /// What stands behind a value: 명/㎢.
    pub unit: Name,
    /// The rows of `sigungu.csv` that are counted, and their year.
    pub key: &'static str,
    pub year: u16,
    pub base: Base,
    /// The unit of the rows over that of the context: 100 where rows in 억 원 become 백만 원.
    pub times: i64,
    /// Digits behind the point that are shown.
    pub digits: u8,
    /// The thing itself, as the finding names it: 인구, people.
    pub thing: Name,
    /// What the figure is not, or how it was made.
    pub note: Name,
}

/// Year of the residents that rates are of.
pub const RESIDENTS_YEAR: u16 = 2022;
/// Rows with the number of residents.
pub const RESIDENTS: &str = "population_resident_mois";
/// Rows with the area.
pub const AREA: &str = "area_km2_polygon";

const fn name(ko: &'static str, en: &'static str) -> Name {
    Name { ko, en }
}

const AREA_NOTE: Name = name(
    "넓이는 단순한 경계(2012~2013년)로 잰 어림값이므로 밀도는 견주는 데만 쓴다.",
    "Areas are measured on simplified outlines of 2012–13: densities are for comparing, not for quoting.",
);
const GVA_NOTE: Name = name(
    "2020년 기준 연쇄가격의 실질값이라 서로 더하지 않는다. 구를 둔 시는 시 전체로만 공표된다.",
    "Real, at chained prices of 2020, so not to be added up. Cities with districts are published as a whole.",
);
const PLAIN: Definition = Definition {
    name: name("", ""),
    unit: name("", ""),
    key: "",
    year: 2022,
    base: Base::Whole,
    times: 1,
    digits: 0,
    thing: name("", ""),
    note: name("", ""),
};

impl Context {
    /// The definition.
    pub fn definition(self) -> &'static Definition {
        match self {
            Context::Density => &DENSITY,
            Context::Population => &POPULATION,
            Context::Corporations => &CORPORATIONS,
            Context::EstablishmentDensity => &ESTABLISHMENT_DENSITY,
            Context::Establishments => &ESTABLISHMENTS,
            Context::Manufacturing => &MANUFACTURING,
            Context::ManufacturingTotal => &MANUFACTURING_TOTAL,
            Context::BusinessServices => &BUSINESS_SERVICES,
            Context::Health => &HEALTH,
            Context::Specialists => &SPECIALISTS,
            Context::SpecialistsTotal => &SPECIALISTS_TOTAL,
            Context::Grdp => &GRDP,
        }
    }
}

static DENSITY: Definition = Definition {
    name: name("인구밀도", "Population density"),
    unit: name("명/㎢", "people per km²"),
    key: RESIDENTS,
    base: Base::Area,
    thing: name("인구", "the people"),
    note: AREA_NOTE,
    ..PLAIN
};

static POPULATION: Definition = Definition {
    name: name("인구", "Population"),
    unit: name("명", "people"),
    key: RESIDENTS,
    year: 2023,
    thing: name("인구", "the people"),
    note: name(
        "주민등록 거주자 기준이라 거주불명자와 재외국민이 빠진다.",
        "Registered residents, without those of unknown address or abroad.",
    ),
    ..PLAIN
};

static CORPORATIONS: Definition = Definition {
    name: name(
        "인구 1천 명당 가동 법인",
        "Active corporations per 1,000 people",
    ),
    unit: name("개", "per 1,000 people"),
    key: "active_corporations_nts",
    base: Base::Residents(1_000),
    digits: 1,
    thing: name("가동 법인", "active corporations"),
    note: name(
        "모든 업종의 법인을 등록지(대개 본사)에서 센다. 구를 둔 시는 시 전체로만 공표된다.",
        "Corporations of every industry, counted where they are registered, usually the head office. Cities with districts are published as a whole.",
    ),
    ..PLAIN
};

static ESTABLISHMENT_DENSITY: Definition = Definition {
    name: name("사업체 밀도", "Establishments per km²"),
    unit: name("개/㎢", "per km²"),
    key: "all_industry_establishments",
    year: 2020,
    base: Base::Area,
    digits: 1,
    thing: name("사업체", "establishments"),
    note: AREA_NOTE,
    ..PLAIN
};

static ESTABLISHMENTS: Definition = Definition {
    name: name("사업체 수", "Establishments"),
    unit: name("개", "establishments"),
    key: "all_industry_establishments",
    year: 2020,
    thing: name("사업체", "establishments"),
    note: name(
        "모든 업종의 사업체다. 바이오 사업체가 아니다.",
        "Establishments of every industry, not of biotech.",
    ),
    ..PLAIN
};

static MANUFACTURING: Definition = Definition {
    name: name(
        "1인당 광업·제조업 부가가치",
        "Mining and manufacturing output per resident",
    ),
    unit: name("백만 원", "million won"),
    key: "gva_real2020_mining_and_manufacturing",
    base: Base::Residents(1),
    times: 100,
    digits: 1,
    thing: name("광업·제조업 부가가치", "mining and manufacturing output"),
    note: GVA_NOTE,
    ..PLAIN
};

static MANUFACTURING_TOTAL: Definition = Definition {
    name: name("광업·제조업 부가가치", "Mining and manufacturing output"),
    unit: name("억 원", "hundred million won"),
    base: Base::Whole,
    times: 1,
    digits: 0,
    ..MANUFACTURING
};

static BUSINESS_SERVICES: Definition = Definition {
    name: name(
        "1인당 사업서비스업 부가가치",
        "Business services output per resident",
    ),
    key: "gva_real2020_business_services_incl_rnd",
    thing: name("사업서비스업 부가가치", "business services output"),
    note: name(
        "연구개발에 법무, 청소, 인력 공급까지 섞인 값이라 연구개발의 크기가 아니다. 2020년 기준 연쇄가격의 실질값이며, 구를 둔 시는 시 전체로만 공표된다.",
        "Mixes research with law, cleaning and staffing, so it is no measure of research. Real, at chained prices of 2020; cities with districts are published as a whole.",
    ),
    ..MANUFACTURING
};

static HEALTH: Definition = Definition {
    name: name(
        "1인당 보건·복지업 부가가치",
        "Health and social work output per resident",
    ),
    key: "gva_real2020_health_and_social_work",
    thing: name("보건·복지업 부가가치", "health and social work output"),
    ..MANUFACTURING
};

static SPECIALISTS: Definition = Definition {
    name: name("인구 10만 명당 전문의", "Specialists per 100,000 people"),
    unit: name("명", "per 100,000 people"),
    key: "medical_specialist_doctors",
    year: 2020,
    base: Base::Residents(100_000),
    digits: 1,
    thing: name("전문의", "medical specialists"),
    note: name(
        "2020년 4분기 전문의를 2022년 인구로 나누었다. 일하는 곳에서 세므로 큰 병원이 있는 곳이 높다.",
        "Specialists of late 2020 over residents of 2022, counted where they work: high where large hospitals are.",
    ),
    ..PLAIN
};

static SPECIALISTS_TOTAL: Definition = Definition {
    name: name("전문의 수", "Medical specialists"),
    unit: name("명", "specialists"),
    base: Base::Whole,
    digits: 0,
    note: name(
        "2020년 4분기, 모든 의사가 아니라 전문의만 센다.",
        "Late 2020; specialists alone, not all physicians.",
    ),
    ..SPECIALISTS
};

static GRDP: Definition = Definition {
    name: name("지역내총생산", "Gross regional domestic product"),
    unit: name("백만 원", "million won"),
    key: "grdp_at_market_prices",
    year: 2020,
    thing: name("지역내총생산", "gross regional product"),
    note: name(
        "2020년 명목값이다. 인천의 여섯 구는 사본의 줄이 밀려 있어 뺐다. 구를 둔 시는 시 전체로만 공표된다.",
        "Nominal, 2020. Six districts of Incheon are left out: their rows are shifted in the copy. Cities with districts are published as a whole.",
    ),
    ..PLAIN
};
