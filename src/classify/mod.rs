//! Class breaks: which shade each region gets.
//!
//! The schemes carry the names of PySAL's [mapclassify] and keep its interval convention: class `j` holds
//! `breaks[j − 1] < v ≤ breaks[j]`, the first class everything up to its break. `tests/classification.rs`
//! holds every scheme against mapclassify's own answers and says where and why the two part.
//!
//! Values are cut as whole numbers of their last digit, so that a break that ought to fall on a value does:
//! 0.1 · 3 cannot end up beside 0.3.
//!
//! [mapclassify]: https://pysal.org/mapclassify/

mod box_plot;
mod diverging;
mod equal_interval;
mod fit;
mod jenks;
mod maximum;
mod mean;
mod note;
mod pretty;
mod quantile;
mod scheme;
mod user_defined;

pub use diverging::diverging;
pub use fit::{DecimalFit, Fit, fit};
pub use scheme::Scheme;
pub use user_defined::Breaks;

use crate::measure::Values;
use crate::number::{Decimal, MAX_DECIMALS};
use crate::rank::insertion_sort;
use crate::region::REGION_COUNT;

/// How many classes the map starts with.
pub const CLASS_COUNT: usize = 5;

/// The fewest and the most classes that can be asked for.
pub const CLASS_RANGE: core::ops::RangeInclusive<usize> = 2..=9;

/// How many shades the ramp has.
const SHADES: usize = 9;

/// The shade of one region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Nothing published: a hatch.
    Missing,
    /// Published as zero: the palest swatch, apart from the classes.
    Zero,
    /// One of nine shades, from the palest (0): see [`Tone::of_class`].
    Shade(u8),
    /// One of seven shades in two hues, from far below a centre (0) over the centre (3) to far above (6).
    Diverging(u8),
}

impl Tone {
    /// The shade of class `j` of `of`, counted from the lowest: the classes are spread over all nine shades,
    /// so that few classes are as far apart as can be.
    pub fn of_class(j: usize, of: usize) -> Self {
        let steps = of.max(2) - 1;
        Tone::Shade(((j * (SHADES - 1) + steps / 2) / steps) as u8)
    }

    /// The value of `data-tone`, which the style sheet colours.
    pub fn slug(self) -> &'static str {
        const SHADE_SLUGS: [&str; SHADES] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
        const DIVERGING: [&str; 7] = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"];
        match self {
            Tone::Missing => "missing",
            Tone::Zero => "zero",
            Tone::Shade(j) => SHADE_SLUGS.get(usize::from(j)).unwrap_or(&"9"),
            Tone::Diverging(j) => DIVERGING.get(usize::from(j)).unwrap_or(&"d7"),
        }
    }
}

/// One class that holds a region.
///
/// The bounds are observed values, so that what the legend prints is true of every region.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Class {
    /// Of all years that were pooled, as is `highest`.
    pub lowest: Decimal,
    pub highest: Decimal,
    /// Regions of the shown year; 0 where only other years fall in here.
    pub count: usize,
    pub tone: Tone,
    /// The place of the class among all that the scheme made, empty ones included: the index of its upper
    /// break in [`Classes::breaks`].
    pub place: usize,
}

/// What is sorted into classes: the values that are shown, and all those that decide about the bounds.
///
/// Where an indicator has several years, the bounds are those of all years together, as in mapclassify's
/// `Pooled`: a shade then means the same in every year.
#[derive(Clone, Copy)]
pub struct Pool<'v> {
    pub shown: &'v Values,
    /// Every year's values, the shown ones among them.
    pub years: &'v [Values],
}

impl<'v> Pool<'v> {
    /// Values that stand alone.
    pub fn alone(values: &'v Values) -> Self {
        Pool {
            shown: values,
            years: core::slice::from_ref(values),
        }
    }

    fn values(self) -> impl Iterator<Item = Decimal> + use<'v> {
        self.years.iter().flatten().flatten().copied()
    }
}

/// The regions sorted into classes.
#[derive(Clone, PartialEq, Debug)]
pub struct Classes {
    /// From the lowest; never empty classes, so fewer than asked for where values tie or leave gaps.
    pub classes: Vec<Class>,
    pub tones: [Tone; REGION_COUNT],
    pub zero: usize,
    pub missing: usize,
    /// How many classes were asked for; `None` where the scheme decides.
    pub asked: Option<usize>,
    /// The upper bounds of all classes, empty ones included, for drawing: rounded to two digits more than
    /// the values hold.
    pub breaks: Vec<Decimal>,
}

/// Sorts the regions that are neither missing nor zero into classes.
///
/// `k` is brought into [`CLASS_RANGE`], and ignored where the scheme takes none. Equal values always share
/// a class; where they leave fewer classes than asked for, [`Classes::asked`] still says how many that was.
pub fn classify(values: &Values, scheme: Scheme, k: usize) -> Classes {
    let cut = |sorted: &[f64], k, decimals| scheme.cut(sorted, k, decimals);
    cut_values(Pool::alone(values), scheme.takes_k(), k, Zero::Apart, cut)
}

/// [`classify`] with zero as a value like any other: for figures that are not quantities, such as changes.
pub fn classify_all(values: &Values, scheme: Scheme, k: usize) -> Classes {
    let cut = |sorted: &[f64], k, decimals| scheme.cut(sorted, k, decimals);
    cut_values(Pool::alone(values), scheme.takes_k(), k, Zero::Within, cut)
}

/// [`classify`] over several years.
pub fn classify_pooled(pool: Pool<'_>, scheme: Scheme, k: usize) -> Classes {
    let cut = |sorted: &[f64], k, decimals| scheme.cut(sorted, k, decimals);
    cut_values(pool, scheme.takes_k(), k, Zero::Apart, cut)
}

/// [`classify`] by [`Scheme::Quantiles`], which is all that the first load of a page needs: called by name,
/// it leaves the other schemes out of the browser.
pub fn quantiles(pool: Pool<'_>, k: usize) -> Classes {
    cut_values(pool, true, k, Zero::Apart, |sorted, k, _| {
        quantile::cut(sorted, k)
    })
}

/// [`classify_pooled`] by bounds that are known already.
pub fn cut_at(pool: Pool<'_>, breaks: &Breaks) -> Classes {
    cut_values(pool, false, 0, Zero::Apart, |sorted, _, decimals| {
        breaks.cut(sorted.last().copied().unwrap_or(0.0), decimals)
    })
}

/// The upper bounds of a scheme's classes over any numbers, in rising order; the last reaches the largest.
///
/// Numbers are finite; none give no breaks. As in mapclassify, breaks of [`Scheme::StdMean`] and
/// [`Scheme::BoxPlot`] may lie outside the values and coincide; those of other schemes are distinct.
pub fn breaks(values: &[f64], scheme: Scheme, k: usize) -> Vec<f64> {
    let mut sorted = values.to_vec();
    insertion_sort(&mut sorted, |a, b| a < b);
    scheme.cut(&sorted, k, 0)
}

/// The class of a value: the first whose upper bound it does not exceed.
///
/// Beyond the last bound it is the last class, as nothing else would be nearer.
pub fn class_of(value: f64, breaks: &[f64]) -> usize {
    breaks
        .iter()
        .position(|upper| value <= *upper)
        .unwrap_or(breaks.len().saturating_sub(1))
}

/// Whether zero is a class of its own or a value like any other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zero {
    Apart,
    Within,
}

/// `cut` makes upper bounds from sorted values, the number of classes and the decimals of the values.
fn cut_values(
    pool: Pool<'_>,
    takes_k: bool,
    k: usize,
    zero: Zero,
    cut: impl Fn(&[f64], usize, u8) -> Vec<f64>,
) -> Classes {
    let k = k.clamp(*CLASS_RANGE.start(), *CLASS_RANGE.end());
    let scale = Scale::of(pool.values());
    let mut sorted: Vec<f64> = pool
        .values()
        .filter(|value| zero == Zero::Within || value.units != 0)
        .map(|value| scale.up(value))
        .collect();
    insertion_sort(&mut sorted, |a, b| a < b);

    let asked = takes_k.then_some(k);
    // Round steps may make more classes than there are tones; coarser ones do not.
    let mut steps = k;
    loop {
        let breaks = cut(&sorted, steps, scale.decimals);
        let mut classes = assemble(pool, &breaks, scale, zero);
        if classes.classes.len() <= *CLASS_RANGE.end() || steps == *CLASS_RANGE.start() {
            classes.asked = asked;
            classes.number_tones();
            return classes;
        }
        steps -= 1;
    }
}

/// Regions into the classes of given breaks; tones are still those of all classes, empty ones included.
fn assemble(pool: Pool<'_>, breaks: &[f64], scale: Scale, zeros: Zero) -> Classes {
    let place_of = |value: Decimal| class_of(scale.up(value), breaks);
    let is_apart = |value: Decimal| zeros == Zero::Apart && value.units == 0;
    let mut slots: Vec<Option<Class>> = vec![None; breaks.len()];
    for value in pool.values().filter(|value| !is_apart(*value)) {
        let place = place_of(value);
        if let Some(slot) = slots.get_mut(place) {
            let class = slot.get_or_insert(Class {
                lowest: value,
                highest: value,
                count: 0,
                tone: Tone::Shade(place as u8),
                place,
            });
            class.lowest = class.lowest.min(value);
            class.highest = class.highest.max(value);
        }
    }
    let mut tones = [Tone::Missing; REGION_COUNT];
    let (mut zero, mut missing) = (0, 0);
    for (tone, value) in tones.iter_mut().zip(pool.shown) {
        match *value {
            None => missing += 1,
            Some(value) if is_apart(value) => {
                zero += 1;
                *tone = Tone::Zero;
            }
            Some(value) => {
                let place = place_of(value);
                // For now the class; `number_tones` makes a shade of it.
                *tone = Tone::Shade(place as u8);
                if let Some(Some(class)) = slots.get_mut(place) {
                    class.count += 1;
                }
            }
        }
    }
    Classes {
        classes: slots.into_iter().flatten().collect(),
        tones,
        zero,
        missing,
        asked: None,
        breaks: breaks.iter().map(|at| scale.down(*at)).collect(),
    }
}

impl Classes {
    /// Gives the classes that are left the shades from the palest on: shades are an order, and empty classes
    /// take none.
    fn number_tones(&mut self) {
        let of = self.classes.len();
        for (j, class) in self.classes.iter_mut().enumerate() {
            class.tone = Tone::of_class(j, of);
        }
        for tone in &mut self.tones {
            if let Tone::Shade(place) = *tone
                && let Some(class) = self
                    .classes
                    .iter()
                    .find(|class| class.place == usize::from(place))
            {
                *tone = class.tone;
            }
        }
    }
}

/// Decimals as whole numbers of one last digit.
#[derive(Clone, Copy)]
struct Scale {
    decimals: u8,
}

impl Scale {
    fn of(values: impl Iterator<Item = Decimal>) -> Self {
        let decimals = values.map(|value| value.decimals).max();
        Scale {
            decimals: decimals.unwrap_or(0),
        }
    }

    fn up(self, value: Decimal) -> f64 {
        let steps = power_of_ten(self.decimals.abs_diff(value.decimals));
        if self.decimals >= value.decimals {
            value.units as f64 * steps
        } else {
            value.units as f64 / steps
        }
    }

    /// With two digits more, as far as a [`Decimal`] goes.
    fn down(self, scaled: f64) -> Decimal {
        let decimals = (self.decimals + 2).min(MAX_DECIMALS);
        let steps = power_of_ten(decimals.saturating_sub(self.decimals));
        Decimal {
            units: (scaled * steps + 0.5).floor() as i64,
            decimals,
        }
    }
}

/// Exact, as every power of ten up to 10²² is.
fn power_of_ten(exponent: u8) -> f64 {
    let mut power = 1.0;
    for _ in 0..exponent {
        power *= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    pub(super) fn row(values: &[i64]) -> Values {
        let mut out = [None; REGION_COUNT];
        for (slot, value) in out.iter_mut().zip(values) {
            *slot = Some(Decimal::whole(*value));
        }
        out
    }

    const FIRMS: [i64; REGION_COUNT] = [
        266, 13, 32, 15, 8, 87, 9, 4, 358, 85, 41, 34, 25, 28, 7, 45, 32,
    ];

    fn shown(classes: &Classes) -> String {
        let shown: Vec<String> = classes
            .classes
            .iter()
            .map(|c| format!("{}..{}:{}", c.lowest.full(), c.highest.full(), c.count))
            .collect();
        format!(
            "{} zero:{} missing:{}",
            shown.join(" "),
            classes.zero,
            classes.missing
        )
    }

    #[track_caller]
    fn check(values: &[i64], k: usize, expected: &str) {
        assert_eq!(shown(&quantiles(Pool::alone(&row(values)), k)), expected);
    }

    #[test]
    fn no_values_make_no_classes() {
        check(&[], 5, " zero:0 missing:17");
        check(&[0, 0], 5, " zero:2 missing:15");
        for scheme in Scheme::EVERY {
            assert_eq!(
                shown(&classify(&row(&[]), scheme, 5)),
                " zero:0 missing:17",
                "{scheme:?}"
            );
        }
    }

    #[test]
    fn equal_values_share_one_class() {
        check(&[7, 7, 7], 5, "7..7:3 zero:0 missing:14");
        for scheme in Scheme::EVERY {
            let classes = classify(&row(&[7, 7, 7]), scheme, 5);
            assert_eq!(shown(&classes), "7..7:3 zero:0 missing:14", "{scheme:?}");
            assert_eq!(classes.tones[..3], [Tone::Shade(0); 3], "{scheme:?}");
        }
    }

    #[test]
    fn a_value_on_a_break_belongs_to_the_lower_class() {
        check(&[1, 2, 3], 2, "1..2:2 3..3:1 zero:0 missing:14");
    }

    #[test]
    fn zero_is_neither_missing_nor_a_class() {
        check(&[0, 1, 2], 2, "1..1:1 2..2:1 zero:1 missing:14");
    }

    #[test]
    fn zero_is_a_value_where_all_are_asked_for() {
        let classes = classify_all(&row(&[0, 1, 2]), Scheme::Quantiles, 2);
        assert_eq!(shown(&classes), "0..1:2 2..2:1 zero:0 missing:14");
    }

    #[test]
    fn the_survey_of_2022_falls_into_five() {
        // numpy.percentile(firms, [20, 40, 60, 80, 100]) = 9.8, 26.2, 33.2, 77.0, 358 (linear).
        check(
            &FIRMS,
            5,
            "4..9:4 13..25:3 28..32:3 34..45:3 85..358:4 zero:0 missing:0",
        );
        let breaks = quantiles(Pool::alone(&row(&FIRMS)), 5).breaks;
        let breaks: Vec<String> = breaks.into_iter().map(Decimal::full).collect();
        assert_eq!(breaks, ["9.8", "26.2", "33.2", "77", "358"]);
    }

    #[test]
    fn classes_are_in_order_and_hold_every_region_once() {
        for scheme in Scheme::EVERY {
            for k in CLASS_RANGE {
                let firms = row(&[5, 5, 1, 9, 2, 2, 2, 8, 100, 3, 0, 7]);
                let classes = classify(&firms, scheme, k);
                let held: usize = classes.classes.iter().map(|c| c.count).sum();
                assert_eq!(held + classes.zero + classes.missing, REGION_COUNT);
                for pair in classes.classes.windows(2) {
                    assert!(pair[0].highest < pair[1].lowest, "{scheme:?}, {k}");
                    assert!(pair[0].place < pair[1].place, "{scheme:?}, {k}");
                }
                for (j, class) in classes.classes.iter().enumerate() {
                    let of = classes.classes.len();
                    assert_eq!(class.tone, Tone::of_class(j, of), "{scheme:?}, {k}");
                    let toned = classes.tones.iter().filter(|tone| **tone == class.tone);
                    assert_eq!(toned.count(), class.count, "{scheme:?}, {k}");
                }
            }
        }
    }

    #[test]
    fn classes_are_spread_over_all_shades() {
        let check = |of: usize, expected: &str| {
            let slugs: Vec<_> = (0..of).map(|j| Tone::of_class(j, of).slug()).collect();
            assert_eq!(slugs.join(" "), expected);
        };
        check(1, "1");
        check(2, "1 9");
        check(3, "1 5 9");
        check(4, "1 4 6 9");
        check(5, "1 3 5 7 9");
        check(6, "1 3 4 6 7 9");
        check(7, "1 2 4 5 6 8 9");
        check(8, "1 2 3 4 6 7 8 9");
        check(9, "1 2 3 4 5 6 7 8 9");
    }

    #[test]
    fn no_scheme_needs_more_tones_than_there_are() {
        // Steps of 100 make eleven classes of 50 to 1050, with a value in each.
        let spread: Vec<i64> = (0..17).map(|i| 50 + i * 125 / 2).collect();
        let raw: Vec<f64> = spread.iter().map(|&v| v as f64).collect();
        assert_eq!(breaks(&raw, Scheme::PrettyBreaks, 9).len(), 11);
        let classes = classify(&row(&spread), Scheme::PrettyBreaks, 9);
        assert!(classes.classes.len() <= 9, "{}", shown(&classes));
        assert_eq!(classes.asked, Some(9));
    }

    #[test]
    fn digits_behind_the_point_do_not_move_a_break() {
        // In binary 0.1 + 2 · (0.4 − 0.1) / 3 is 0.30000000000000004 or 0.3, as one rounds.
        let mut values = row(&[]);
        for (slot, units) in values.iter_mut().zip([1, 2, 3, 4]) {
            *slot = Some(Decimal { units, decimals: 1 });
        }
        let classes = classify(&values, Scheme::EqualInterval, 3);
        assert_eq!(
            shown(&classes),
            "0.1..0.2:2 0.3..0.3:1 0.4..0.4:1 zero:0 missing:13"
        );
    }

    #[test]
    fn the_sizes_of_a_fit_are_exact() {
        // Classes {1, 2} and {3}: medians 1.5 and 3; Σ(v − mean)² is 0.5 within and 2 in all.
        let fit = quantiles(Pool::alone(&row(&[1, 2, 3])), 2).fit(&row(&[1, 2, 3]));
        assert_eq!(fit.gvf.map(Decimal::full), Some("0.75".into()));
        assert_eq!(fit.adcm.map(Decimal::full), Some("1".into()));
    }

    #[test]
    fn a_note_is_two_sentences_in_either_language() {
        for scheme in Scheme::EVERY {
            for values in [&FIRMS[..], &[7, 7, 7], &[0, 1, 2, 2, 2, 9]] {
                let classes = classify(&row(values), scheme, 5);
                for (lang, end) in [(Lang::Ko, "다."), (Lang::En, ".")] {
                    let note = scheme.note(&classes, lang);
                    assert!(note.ends_with(end), "{note}");
                    assert_eq!(note.matches(". ").count(), 1, "two sentences: {note}");
                }
            }
        }
    }

    #[test]
    fn a_note_says_how_many_classes_there_are_and_why() {
        #[track_caller]
        fn check(scheme: Scheme, values: &[i64], lang: Lang, expected: &str) {
            let note = scheme.note(&classify(&row(values), scheme, 5), lang);
            assert_eq!(note.split_once(". ").unwrap().1, expected);
        }
        let (ko, en) = (Lang::Ko, Lang::En);
        let quantiles = Scheme::Quantiles;
        check(
            quantiles,
            &FIRMS,
            en,
            "There are 5 classes; a value on a cut belongs to the lower one, so equal values are never parted.",
        );
        check(
            quantiles,
            &FIRMS,
            ko,
            "등급은 5개이고, 경계에 놓인 값은 아래 등급에 넣으므로 같은 값은 갈라지지 않는다.",
        );
        check(
            quantiles,
            &[7, 7, 7],
            en,
            "Equal values leave 1 class of the 5 asked for; a value on a cut belongs to the lower one.",
        );
        check(
            Scheme::EqualInterval,
            &[1, 2, 100],
            en,
            "Of 5 classes 3 are empty and left out; a value on a cut belongs to the lower one.",
        );
        check(
            Scheme::EqualInterval,
            &[0, 1, 2, 100],
            ko,
            "5개 등급 중 비어 있는 3개는 뺐고, 경계에 놓인 값은 아래 등급에 넣으며 0은 따로 칠한다.",
        );
        check(
            Scheme::HeadTailBreaks,
            &FIRMS,
            en,
            "The values decide how many classes there are, here 4; a value on a cut belongs to the lower one.",
        );
    }
}
