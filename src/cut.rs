//! Where a state's values are cut into classes: by the reader's scheme, or by the measure's own.

use crate::classify::{
    self, Breaks, CLASS_COUNT, CLASS_RANGE, Classes, Pool, Scheme, classify_pooled,
};
use crate::measure::Measure;
use crate::number::Decimal;
use crate::region::REGION_COUNT;
use crate::state::ViewState;

/// What the reader has asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Cut {
    /// `None` is the measure's own: quantiles, and for location quotients fixed bounds on both sides of 1.
    pub scheme: Option<Scheme>,
    /// How many classes, where that can be asked; `None` is the usual number.
    pub k: Option<u8>,
    /// The bounds that `scheme` makes of the state's values. The page in the browser knows quantiles only,
    /// and is lent all others by the lab ([`lend`]).
    pub lent: Option<Breaks>,
}

impl Cut {
    /// Whether the bounds have to be lent before anything can be drawn.
    pub fn is_open(&self) -> bool {
        self.lent.is_none()
            && !matches!(
                self.scheme,
                None | Some(Scheme::Quantiles | Scheme::UserDefined(_))
            )
    }

    /// Reads the number of classes; `None` outside [`CLASS_RANGE`].
    pub fn parse_k(text: &str) -> Option<u8> {
        let k: u8 = text.parse().ok()?;
        CLASS_RANGE.contains(&usize::from(k)).then_some(k)
    }
}

/// The shades of a two-sided ramp at first.
const SIDES: usize = 7;

/// Whether the state's shades lie on two sides of 1.
pub fn is_two_sided(state: &ViewState) -> bool {
    state.cut.scheme.is_none() && state.measure() == Measure::LocationQuotient
}

/// How many classes are asked for.
pub fn k(state: &ViewState) -> usize {
    let usual = if is_two_sided(state) {
        SIDES
    } else {
        // Two groups are two classes.
        CLASS_COUNT.min(state.grouping.count())
    };
    state.cut.k.map_or(usual, usize::from)
}

/// The classes of the map's units, the regions or their groups: of the shown values, with bounds that hold for
/// every year of the indicator.
pub fn classes(state: &ViewState) -> Classes {
    of_units(cut(state), state)
}

/// What is behind the last unit misses no value.
fn of_units(mut classes: Classes, state: &ViewState) -> Classes {
    classes.missing -= REGION_COUNT - state.grouping.count();
    classes
}

fn cut(state: &ViewState) -> Classes {
    let (shown, years) = (state.units(), state.units_of_years());
    let pool = Pool {
        shown: &shown,
        years: &years,
    };
    let breaks = match state.cut.scheme {
        Some(Scheme::UserDefined(breaks)) => Some(breaks),
        // Until the bounds are lent it is quantiles: something true rather than nothing.
        Some(_) => state.cut.lent,
        None if is_two_sided(state) => {
            return classify::diverging(pool, Decimal::whole(1), k(state));
        }
        None => None,
    };
    match breaks {
        Some(breaks) => classify::cut_at(pool, &breaks),
        None => classify::quantiles(pool, k(state)),
    }
}

/// The classes by the scheme itself, whichever it is, with all that a note on the method needs.
pub fn worked_out(state: &ViewState) -> Classes {
    let (shown, years) = (state.units(), state.units_of_years());
    let pool = Pool {
        shown: &shown,
        years: &years,
    };
    match state.cut.scheme {
        None => classes(state),
        Some(scheme) => of_units(classify_pooled(pool, scheme, k(state)), state),
    }
}

/// The bounds that stand for the state's scheme; `None` where there are no values to cut.
///
/// They are the largest values of the classes: whatever lies between two neighbouring values, cutting there
/// sorts the same.
pub fn lend(state: &ViewState) -> Option<Breaks> {
    let classes = worked_out(state).classes;
    let highest: Vec<Decimal> = classes.iter().map(|class| class.highest).collect();
    match highest.as_slice() {
        [only] => Breaks::new(&[*only]),
        [but_the_last @ .., _] => Breaks::new(but_the_last),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::Indicator;
    use crate::state::Selection;

    /// Every indicator, measure and year under a scheme.
    fn states(scheme: Option<Scheme>, k: Option<u8>) -> impl Iterator<Item = ViewState> {
        crate::state::views().map(move |mut state| {
            state.cut.scheme = scheme;
            state.cut.k = k;
            state
        })
    }

    #[test]
    fn lent_bounds_sort_as_the_scheme_itself_does() {
        for scheme in Scheme::ALL {
            for k in 2..=9 {
                for mut state in states(Some(scheme), Some(k)) {
                    let expected = worked_out(&state);
                    state.cut.lent = lend(&state);
                    let classes = classes(&state);
                    assert_eq!(classes.tones, expected.tones, "{scheme:?} {k} {state:?}");
                    assert_eq!(classes.classes.len(), expected.classes.len());
                }
            }
        }
    }

    #[test]
    fn a_shade_means_the_same_in_every_year() {
        for scheme in [None, Some(Scheme::Quantiles), Some(Scheme::FisherJenks)] {
            let bounds = |state: &ViewState| {
                worked_out(state)
                    .classes
                    .iter()
                    .map(|class| (class.lowest, class.highest, class.tone))
                    .collect::<Vec<_>>()
            };
            for state in states(scheme, None) {
                for year in crate::measure::years(state.indicator(), state.measure()) {
                    let mut other = state;
                    other.set_year(year);
                    // Two-sided classes have fixed bounds and list the values that a year has.
                    if !is_two_sided(&state) {
                        assert_eq!(bounds(&state), bounds(&other), "{state:?} {year}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_region_is_counted_once() {
        for scheme in Scheme::ALL.into_iter().map(Some).chain([None]) {
            for state in states(scheme, None) {
                let classes = worked_out(&state);
                let counted: usize = classes.classes.iter().map(|class| class.count).sum();
                assert_eq!(
                    counted + classes.zero + classes.missing,
                    crate::region::REGION_COUNT,
                    "{state:?}"
                );
            }
        }
    }

    #[test]
    fn a_quotient_is_shaded_on_both_sides_of_one() {
        let mut state = ViewState::new(Selection::Nation);
        state.set_indicator(Indicator::PharmaWorkers);
        state.set_measure(Measure::LocationQuotient);
        let values = state.values();
        for (value, tone) in values.iter().zip(classes(&state).tones) {
            let (Some(value), classify::Tone::Diverging(tone)) = (value, tone) else {
                continue;
            };
            let is_above = *value
                > Decimal {
                    units: 125,
                    decimals: 2,
                };
            let is_below = *value
                <= Decimal {
                    units: 8,
                    decimals: 1,
                };
            assert_eq!((tone > 3, tone < 3), (is_above, is_below), "{value:?}");
        }
    }

    #[test]
    fn the_number_of_classes_is_two_to_nine() {
        for (text, expected) in [
            ("2", Some(2)),
            ("9", Some(9)),
            ("1", None),
            ("10", None),
            ("-5", None),
            ("", None),
            ("5.5", None),
        ] {
            assert_eq!(Cut::parse_k(text), expected, "{text:?}");
        }
    }
}
