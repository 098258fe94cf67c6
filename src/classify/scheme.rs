//! The ways of cutting values into classes, by name.

use super::user_defined::Breaks;
use super::{box_plot, equal_interval, jenks, maximum, mean, pretty, quantile};
use crate::text::Name;

/// A classification scheme; the variants are the classes of mapclassify.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Scheme {
    /// Classes of about the same number of regions.
    #[default]
    Quantiles,
    /// Classes of the same width.
    EqualInterval,
    /// The classes with the least squared deviation from their means: W. D. Fisher (1958), G. F. Jenks
    /// (1977).
    FisherJenks,
    /// Classes moved, from quantiles on, until every value is nearest to the median of its own: G. F. Jenks
    /// and F. C. Caspall (1971). It stands for mapclassify's `NaturalBreaks` too, whose k-means starts at
    /// random.
    JenksCaspall,
    /// Cut at the mean, then the part above at *its* mean, and so on: B. Jiang (2013).
    HeadTailBreaks,
    /// Cut at one and two standard deviations on either side of the mean.
    StdMean,
    /// Cut at the quartiles and at 1.5 times their distance outside: J. W. Tukey (1977).
    BoxPlot,
    /// Cut in the middle of the widest gaps.
    MaximumBreaks,
    /// Cut at round numbers: 1, 2 or 5 times a power of ten.
    PrettyBreaks,
    /// Cut where the reader says.
    UserDefined(Breaks),
}

impl Scheme {
    /// Those that need nothing but the values, in the order of a menu.
    pub const ALL: [Scheme; 9] = [
        Scheme::Quantiles,
        Scheme::EqualInterval,
        Scheme::FisherJenks,
        Scheme::JenksCaspall,
        Scheme::HeadTailBreaks,
        Scheme::StdMean,
        Scheme::BoxPlot,
        Scheme::MaximumBreaks,
        Scheme::PrettyBreaks,
    ];

    /// The short name in URLs and menus: `equal-interval`.
    pub fn slug(self) -> &'static str {
        match self {
            Scheme::Quantiles => "quantiles",
            Scheme::EqualInterval => "equal-interval",
            Scheme::FisherJenks => "fisher-jenks",
            Scheme::JenksCaspall => "jenks-caspall",
            Scheme::HeadTailBreaks => "head-tail",
            Scheme::StdMean => "std-mean",
            Scheme::BoxPlot => "box-plot",
            Scheme::MaximumBreaks => "maximum",
            Scheme::PrettyBreaks => "pretty",
            Scheme::UserDefined(_) => USER_DEFINED,
        }
    }

    /// What [`Scheme::parse`] reads back: the slug, and after a colon the breaks where there are any.
    pub fn spelling(self) -> String {
        let mut out = String::from(self.slug());
        if let Scheme::UserDefined(breaks) = self {
            out.push(':');
            out.push_str(&breaks.spelling());
        }
        out
    }

    /// Reads `equal-interval` or `user-defined:10,50.5,200`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((USER_DEFINED, breaks)) = text.split_once(':') {
            return Breaks::parse(breaks).map(Scheme::UserDefined);
        }
        Scheme::ALL.into_iter().find(|scheme| scheme.slug() == text)
    }

    /// The control's words.
    pub fn name(self) -> Name {
        let (ko, en) = match self {
            Scheme::Quantiles => ("분위수", "Quantiles"),
            Scheme::EqualInterval => ("등간격", "Equal intervals"),
            Scheme::FisherJenks => ("자연 분류(피셔–젱크스)", "Natural breaks (Fisher–Jenks)"),
            Scheme::JenksCaspall => ("자연 분류(젱크스–캐스폴)", "Natural breaks (Jenks–Caspall)"),
            Scheme::HeadTailBreaks => ("머리·꼬리 분류", "Head/tail breaks"),
            Scheme::StdMean => ("평균과 표준편차", "Mean and standard deviation"),
            Scheme::BoxPlot => ("상자 그림", "Box plot"),
            Scheme::MaximumBreaks => ("가장 넓은 틈", "Widest gaps"),
            Scheme::PrettyBreaks => ("어림수", "Round numbers"),
            Scheme::UserDefined(_) => ("직접 정한 경계", "Own cuts"),
        };
        Name { ko, en }
    }

    /// Whether the number of classes can be asked for; otherwise the values (or the breaks) decide it.
    pub fn takes_k(self) -> bool {
        !matches!(
            self,
            Scheme::HeadTailBreaks | Scheme::StdMean | Scheme::BoxPlot | Scheme::UserDefined(_)
        )
    }

    /// The upper bounds over sorted values, which are numbers of the `decimals`-th digit behind the point.
    pub(super) fn cut(self, sorted: &[f64], k: usize, decimals: u8) -> Vec<f64> {
        let (Some(&least), Some(&most)) = (sorted.first(), sorted.last()) else {
            return Vec::new();
        };
        if let Scheme::UserDefined(breaks) = self {
            return breaks.cut(most, decimals);
        }
        if least == most {
            return vec![most];
        }
        match self {
            Scheme::EqualInterval => equal_interval::cut(least, most, k),
            Scheme::FisherJenks => jenks::fisher(sorted, k),
            Scheme::JenksCaspall => jenks::caspall(sorted, k),
            Scheme::HeadTailBreaks => mean::head_tail(sorted),
            Scheme::StdMean => mean::deviations(sorted),
            Scheme::BoxPlot => box_plot::cut(sorted),
            Scheme::MaximumBreaks => maximum::cut(sorted, k),
            Scheme::PrettyBreaks => pretty::cut(least, most, k),
            Scheme::Quantiles | Scheme::UserDefined(_) => quantile::cut(sorted, k),
        }
    }
}

const USER_DEFINED: &str = "user-defined";

#[cfg(test)]
impl Scheme {
    /// One of each variant.
    pub(super) const EVERY: [Scheme; 10] = {
        let mut every = [Scheme::UserDefined(Breaks::EXAMPLE); 10];
        let mut at = 0;
        while at < Scheme::ALL.len() {
            every[at] = Scheme::ALL[at];
            at += 1;
        }
        every
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelled_is_read_back() {
        for scheme in Scheme::EVERY {
            assert_eq!(Scheme::parse(&scheme.spelling()), Some(scheme));
        }
        assert_eq!(
            Scheme::parse("user-defined:10,50.5,200").map(Scheme::spelling),
            Some("user-defined:10,50.5,200".into())
        );
    }

    #[test]
    fn anything_else_is_no_scheme() {
        for text in [
            "",
            "Quantiles",
            "user-defined",
            "user-defined:",
            "user-defined:1,1",
            "user-defined:2,1",
            "user-defined:1,,2",
            "user-defined:1,2,3,4,5,6,7,8,9",
            "user-defined:1e3",
            "quantiles:1",
        ] {
            assert_eq!(Scheme::parse(text), None, "{text:?}");
        }
    }
}
