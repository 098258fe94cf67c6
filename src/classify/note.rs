//! How the classes were cut, in two plain sentences.

use super::{Classes, Scheme};
use crate::text::Lang;

impl Scheme {
    /// What a class means, and how many there are and why.
    pub fn note(self, classes: &Classes, lang: Lang) -> String {
        let (ko, en) = self.meaning();
        let mut out = String::from(lang.pick(ko, en));
        out.push(' ');
        out.push_str(&self.number(classes, lang));
        out
    }

    fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Scheme::Quantiles => (
                "값의 순서를 똑같이 나누어 등급마다 지역 수가 비슷하다.",
                "The order of the values is cut into equal parts, so that classes hold about as many regions each.",
            ),
            Scheme::EqualInterval => (
                "가장 작은 값에서 가장 큰 값까지를 같은 폭으로 나누어 등급마다 값의 폭이 같다.",
                "The range from the smallest to the largest value is cut into classes of the same width.",
            ),
            Scheme::FisherJenks => (
                "등급 평균에서 벗어난 정도의 제곱합이 가장 작은 나눔을 골라 한 등급의 값은 서로 가깝다(피셔–젱크스).",
                "Of all partitions this one has the least squared deviation from the class means, so that values of a class lie close together (Fisher–Jenks).",
            ),
            Scheme::JenksCaspall => (
                "분위수에서 시작해 모든 값이 제 등급의 중앙값에 가장 가까워질 때까지 옮겨 한 등급의 값은 서로 가깝다(젱크스–캐스폴).",
                "Starting from quantiles, values move until each is nearest to the median of its own class, so that values of a class lie close together (Jenks–Caspall).",
            ),
            Scheme::HeadTailBreaks => (
                "평균에서 자르고 그 위쪽을 다시 그 평균에서 자르므로 높은 등급일수록 드문 큰 값이다.",
                "The values are cut at their mean, those above it at theirs, and so on: the higher the class, the rarer its values.",
            ),
            Scheme::StdMean => (
                "평균에서 표준편차의 한 배와 두 배 떨어진 곳에서 잘라 등급은 평균과의 거리를 뜻한다.",
                "The cuts lie one and two standard deviations from the mean, so that a class says how far from the mean its values are.",
            ),
            Scheme::BoxPlot => (
                "사분위수와 그 간격의 1.5배 바깥에서 잘라 양 끝 등급은 동떨어진 값이다.",
                "The cuts are the quartiles and 1.5 times their distance outside, so that the outermost classes hold what lies far out.",
            ),
            Scheme::MaximumBreaks => (
                "이웃한 값 사이의 가장 넓은 틈 가운데에서 잘라 등급 사이는 멀고 등급 안의 폭은 고르지 않다.",
                "The cuts lie in the widest gaps between neighbouring values: classes are far apart, and some are wide.",
            ),
            Scheme::PrettyBreaks => (
                "1, 2, 5와 그 열 배, 백 배 같은 어림수마다 같은 폭으로 잘라 경계를 읽기 쉽다.",
                "The cuts lie at round numbers of equal distance (1, 2 or 5 and their tenfolds), so that bounds are easy to read.",
            ),
            Scheme::UserDefined(_) => (
                "읽는 이가 정한 값에서 잘랐다.",
                "The cuts are those that the reader set.",
            ),
        }
    }

    fn number(self, classes: &Classes, lang: Lang) -> String {
        let held = classes.classes.len();
        // Bounds that coincide leave one class.
        let mut cuts = classes.breaks.clone();
        cuts.dedup();
        let made = cuts.len();
        let (rule, stays) = match (lang, classes.zero > 0) {
            (Lang::Ko, false) => ("경계에 놓인 값은 아래 등급에 넣는다.", ""),
            (Lang::Ko, true) => ("경계에 놓인 값은 아래 등급에 넣으며 0은 따로 칠한다.", ""),
            (Lang::En, false) => ("a value on a cut belongs to the lower one", "."),
            (Lang::En, true) => (
                "a value on a cut belongs to the lower one",
                ", and zero stands apart.",
            ),
        };
        let plural = |count: usize| if count == 1 { "class" } else { "classes" };
        let verb = |count: usize| if count == 1 { "is" } else { "are" };
        match (classes.asked, lang) {
            (_, Lang::Ko) if held == 0 => "나눌 값이 없다.".to_string(),
            (_, Lang::En) if held == 0 => "There are no values to cut.".to_string(),
            (Some(asked), Lang::Ko) if made < asked => {
                format!("같은 값이 있어 {asked}개 등급 중 {held}개만 생겼고, {rule}")
            }
            (Some(asked), Lang::En) if made < asked => {
                format!(
                    "Equal values leave {held} {} of the {asked} asked for; {rule}{stays}",
                    plural(held)
                )
            }
            (_, Lang::Ko) if held < made => {
                let empty = made - held;
                format!("{made}개 등급 중 비어 있는 {empty}개는 뺐고, {rule}")
            }
            (_, Lang::En) if held < made => {
                let empty = made - held;
                format!(
                    "Of {made} classes {empty} {} empty and left out; {rule}{stays}",
                    verb(empty)
                )
            }
            (Some(asked), Lang::Ko) if asked == held && classes.zero == 0 => format!(
                "등급은 {held}개이고, 경계에 놓인 값은 아래 등급에 넣으므로 같은 값은 갈라지지 않는다."
            ),
            (Some(asked), Lang::En) if asked == held => {
                format!("There are {held} classes; {rule}, so equal values are never parted{stays}")
            }
            (Some(asked), Lang::Ko) if asked != held => {
                format!("{asked}개를 바랐으나 어림수에 맞추어 등급은 {held}개이고, {rule}")
            }
            (Some(asked), Lang::En) => {
                format!("{asked} classes were asked for, and round cuts make {held}; {rule}{stays}")
            }
            (Some(_), Lang::Ko) => format!("등급은 {held}개이고, {rule}"),
            (None, Lang::Ko) => format!("등급의 수는 값에 따라 정해져 {held}개이고, {rule}"),
            (None, Lang::En) => {
                format!("The values decide how many classes there are, here {held}; {rule}{stays}")
            }
        }
    }
}
