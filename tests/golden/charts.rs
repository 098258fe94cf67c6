//! Every chart with the figures of the surveys.

use kbio_atlas::Decimal;
use kbio_atlas::chart::{
    Caption, Chart, Figure, Holder, Lorenz, LorenzMark, Profile, ProfileRow, Ranking, RankingRow,
    Trend, TrendBreak, TrendSeries,
};

use crate::file::check;

/// 바이오 기업 2022 by main site: code, names, count, whether in the capital region.
const FIRMS: [(&str, &str, &str, i64, bool); 17] = [
    ("11", "서울", "Seoul", 266, true),
    ("26", "부산", "Busan", 13, false),
    ("27", "대구", "Daegu", 32, false),
    ("28", "인천", "Incheon", 15, true),
    ("29", "광주", "Gwangju", 8, false),
    ("30", "대전", "Daejeon", 87, false),
    ("31", "울산", "Ulsan", 9, false),
    ("36", "세종", "Sejong", 4, false),
    ("41", "경기", "Gyeonggi", 358, true),
    ("43", "충북", "Chungbuk", 85, false),
    ("44", "충남", "Chungnam", 41, false),
    ("46", "전남", "Jeonnam", 34, false),
    ("47", "경북", "Gyeongbuk", 25, false),
    ("48", "경남", "Gyeongnam", 28, false),
    ("50", "제주", "Jeju", 7, false),
    ("51", "강원", "Gangwon", 45, false),
    ("52", "전북", "Jeonbuk", 32, false),
];

/// The capital region's share of medical device makers, workers and production 2015–2025, in hundredths
/// of a percent.
const DEVICES: [(&str, [i64; 11]); 3] = [
    (
        "업체",
        [
            6591, 6534, 6604, 6622, 6622, 6661, 6774, 6753, 6789, 6848, 6877,
        ],
    ),
    (
        "종사자",
        [
            5745, 5820, 5831, 6152, 5943, 5821, 6069, 6035, 6059, 6023, 5935,
        ],
    ),
    (
        "생산액",
        [
            5223, 5071, 5046, 5190, 4905, 5532, 4950, 4374, 4466, 4374, 4470,
        ],
    ),
];

fn caption(id: &str, title: &str, description: &str) -> Caption {
    Caption {
        id: id.into(),
        title: title.into(),
        description: description.into(),
    }
}

fn percent(hundredths: i64) -> (Decimal, String) {
    let value = Decimal {
        units: hundredths,
        decimals: 2,
    };
    (value, format!("{}%", value.grouped(1)))
}

/// The drawing and its table, so that neither changes unseen; and the look is the stylesheet's alone.
#[track_caller]
fn check_chart(name: &str, chart: &Chart) {
    for look in [
        "fill=", "stroke", "style=", "font-", "opacity=", "#", "rgb(",
    ] {
        assert!(
            !chart.svg.contains(look),
            "{name} has {look:?} in it: that belongs in app.css"
        );
    }
    check(&format!("{name}.svg"), &chart.svg);
    let mut table = chart.table.head.join("\t");
    for row in &chart.table.rows {
        let cells = row.iter().map(|cell| match &cell.value {
            Some(value) => format!("{} = {value}", cell.text),
            None => cell.text.clone(),
        });
        table.push('\n');
        table.push_str(&cells.collect::<Vec<_>>().join("\t"));
    }
    check(&format!("{name}.tsv"), &table);
}

#[test]
fn ranking_of_firms() {
    let rows = FIRMS.map(|(key, label, _, count, capital)| RankingRow {
        key: key.into(),
        label: label.into(),
        value: Some(Decimal::whole(count)),
        text: Decimal::whole(count).grouped(0),
        capital,
        selected: key == "43",
    });
    let ranking = Ranking {
        caption: caption(
            "ranking",
            "바이오 기업 수, 시·도 순위",
            "경기 358곳이 가장 많다.",
        ),
        columns: ["시·도".into(), "기업 수(곳)".into()],
        rows: rows.to_vec(),
    };
    check_chart("chart-ranking", &ranking.draw());
}

#[test]
fn ranking_with_zero_missing_and_large_values() {
    let row = |&(key, _, label, count, capital): &(&str, &str, &str, i64, bool)| {
        let value = match key {
            "36" => None,
            "50" => Some(Decimal::whole(0)),
            _ => Some(Decimal::whole(count * 4_321)),
        };
        RankingRow {
            key: key.into(),
            label: label.into(),
            value,
            text: value.map_or("no data".into(), |value| value.grouped(0)),
            capital,
            selected: false,
        }
    };
    let ranking = Ranking {
        caption: caption("ranking-en", "Workers by region", "Gyeonggi leads."),
        columns: ["Region".into(), "Workers".into()],
        rows: FIRMS.iter().map(row).collect(),
    };
    check_chart("chart-ranking-gaps", &ranking.draw());
}

fn lorenz(mark: Option<LorenzMark>) -> Lorenz {
    Lorenz {
        caption: caption(
            "lorenz",
            "바이오 기업의 로렌츠 곡선",
            "지니계수 0.62, 수도권 58.7%.",
        ),
        columns: ["시·도".into(), "기업 수(곳)".into(), "누적 비중".into()],
        holders: FIRMS
            .iter()
            .map(|&(_, label, _, count, _)| Holder {
                label: label.into(),
                value: Some(Decimal::whole(count)),
                text: Decimal::whole(count).grouped(0),
            })
            .collect(),
        x_title: "시·도, 적은 곳부터".into(),
        y_title: "기업 누적 비중".into(),
        equality: "고르게 나뉠 때".into(),
        figures: vec![
            Figure {
                value: "0.62".into(),
                name: "지니계수".into(),
            },
            Figure {
                value: "58.7%".into(),
                name: "수도권 비중".into(),
            },
            Figure {
                value: "65.3%".into(),
                name: "상위 세 곳 비중".into(),
            },
        ],
        mark,
    }
}

#[test]
fn lorenz_curve_of_firms() {
    check_chart("chart-lorenz", &lorenz(None).draw());
}

#[test]
fn lorenz_curve_in_english_with_a_marked_point() {
    let mark = LorenzMark {
        count: 14,
        lines: ["14 smallest".into(), "34.7%".into()],
    };
    let figure = |value: &str, name: &str| Figure {
        value: value.into(),
        name: name.into(),
    };
    let english = Lorenz {
        columns: ["Region".into(), "Firms".into(), "Cumulative share".into()],
        x_title: "Regions, smallest first".into(),
        y_title: "Share of firms".into(),
        equality: "If even".into(),
        figures: vec![
            figure("0.62", "Gini coefficient"),
            figure("58.7%", "Capital-region share"),
            figure("65.3%", "Top three regions"),
        ],
        ..lorenz(Some(mark))
    };
    check_chart("chart-lorenz-mark", &english.draw());
}

#[test]
fn profile_of_chungbuk() {
    let row = |label: &str, hundredths: Option<i64>| {
        let (share, text) = match hundredths.map(percent) {
            Some((share, text)) => (Some(share), text),
            None => (None, "자료 없음".into()),
        };
        ProfileRow {
            label: label.into(),
            share,
            text,
        }
    };
    let profile = Profile {
        caption: caption(
            "profile",
            "충청북도의 전국 비중",
            "인구보다 바이오 비중이 크다.",
        ),
        columns: ["지표".into(), "전국 비중".into()],
        rows: vec![
            row("바이오 기업", Some(781)),
            row("의약품 제조업 종사자", Some(1512)),
            row("의료기기 업체", Some(312)),
            row("의료기기 생산액", Some(604)),
            row("연구개발업 종사자", Some(148)),
            row("상장 바이오 기업", None),
        ],
        reference: row("인구", Some(310)),
    };
    check_chart("chart-profile", &profile.draw());
}

fn trend(breaks: Vec<TrendBreak>) -> Trend {
    Trend {
        caption: caption(
            "trend",
            "의료기기 산업의 수도권 비중",
            "업체는 늘고 생산액은 줄었다.",
        ),
        year_column: "연도".into(),
        series: DEVICES
            .iter()
            .map(|(name, shares)| TrendSeries {
                name: (*name).into(),
                points: (2015..)
                    .zip(shares)
                    .map(|(year, &share)| {
                        let (value, text) = percent(share);
                        (year, Some(value), text)
                    })
                    .collect(),
            })
            .collect(),
        unit: "%".into(),
        from_zero: false,
        breaks,
    }
}

#[test]
fn trend_of_the_capital_share() {
    check_chart("chart-trend", &trend(Vec::new()).draw());
}

#[test]
fn trend_in_english_with_a_break_a_gap_and_names_that_collide() {
    let mut trend = trend(vec![TrendBreak {
        year: 2023,
        label: "Survey frame changed".into(),
    }]);
    for (series, name) in trend
        .series
        .iter_mut()
        .zip(["Makers", "Workers", "Production"])
    {
        series.name = name.into();
    }
    for (year, value, text) in &mut trend.series[1].points {
        // Nine points up, on top of the first series.
        let raised = value
            .filter(|_| *year != 2018)
            .map(|share| percent(share.units + 900));
        (*value, *text) = match raised {
            Some((share, text)) => (Some(share), text),
            None => (None, "no data".into()),
        };
    }
    trend.year_column = "Year".into();
    trend.from_zero = true;
    check_chart("chart-trend-break", &trend.draw());
}
