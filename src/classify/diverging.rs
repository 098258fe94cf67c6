//! Classes on two sides of a centre, for figures such as the location quotient, whose centre is 1.

use super::{Classes, Pool, Scale, Tone, Zero, assemble};
use crate::number::Decimal;

/// Sorts ratios into `k` classes on either side of a centre that is more than zero.
///
/// The bounds are fixed parts and multiples of the centre, each multiple matched by its inverse, so that
/// "twice the nation" and "half the nation" get shades of the same strength and maps of different years can
/// be compared; the values have no say. An odd `k` has a class around the centre, an even one is cut at it:
///
/// | `k` | bounds, times the centre | tones |
/// |---|---|---|
/// | 2 | 1 | d3 d5 |
/// | 3 | 4/5, 5/4 | d3 d4 d5 |
/// | 4 | 1/2, 1, 2 | d2 d3 d5 d6 |
/// | 5 | 1/2, 4/5, 5/4, 2 | d2 d3 d4 d5 d6 |
/// | 6 | 1/4, 1/2, 1, 2, 4 | d1 d2 d3 d5 d6 d7 |
/// | 7 | 1/4, 1/2, 4/5, 5/4, 2, 4 | d1 … d7 |
///
/// `k` is brought into 2..=7. A value on a bound belongs to the lower class, the centre itself so to the
/// lower side of an even `k`. Empty classes are left out, but a tone keeps its meaning: d4 is about the
/// centre, d1 is a quarter of it or less. Zero stands apart.
pub fn diverging(pool: Pool<'_>, centre: Decimal, k: usize) -> Classes {
    let k = k.clamp(2, TONES);
    let scale = Scale::of(pool.values());
    let centre = scale.up(centre);
    let (even, side) = (k.is_multiple_of(2), k / 2);
    // From the outermost inwards; fewer classes leave out the outer ones.
    let multiples: [f64; 3] = if even {
        [4.0, 2.0, 1.0]
    } else {
        [4.0, 2.0, 1.25]
    };
    let multiples = &multiples[3 - side..];
    let below = multiples.iter().map(|times| centre / times);
    let above = multiples.iter().rev().map(|times| centre * times);
    let mut breaks: Vec<f64> = below.chain(above).collect();
    // The centre is both the last below and the first above.
    breaks.dedup();
    breaks.push(f64::INFINITY);

    let mut classes = assemble(pool, &breaks, scale, Zero::Apart);
    // What lies beyond the last bound has none to draw.
    classes.breaks.pop();
    classes.asked = Some(k);
    let toned = |tone: Tone| match tone {
        Tone::Shade(place) => {
            let skipped = u8::from(even && usize::from(place) >= side);
            Tone::Diverging((TONES / 2 - side) as u8 + place + skipped)
        }
        other => other,
    };
    classes.tones = classes.tones.map(toned);
    for class in &mut classes.classes {
        class.tone = toned(class.tone);
    }
    classes
}

/// How many shades there are; the middle one is for the centre.
const TONES: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::REGION_COUNT;

    /// The tones of hundredths around 1.
    #[track_caller]
    fn check(k: usize, hundredths: &[i64], expected: &str) {
        let mut values = [None; REGION_COUNT];
        for (slot, &units) in values.iter_mut().zip(hundredths) {
            *slot = Some(Decimal { units, decimals: 2 });
        }
        let classes = diverging(Pool::alone(&values), Decimal::whole(1), k);
        let tones = classes.tones[..hundredths.len()].iter();
        let tones: Vec<&str> = tones.map(|tone| tone.slug()).collect();
        assert_eq!(tones.join(" "), expected);
        assert!(
            classes
                .classes
                .windows(2)
                .all(|w| w[0].highest < w[1].lowest)
        );
    }

    #[test]
    fn classes_lie_on_two_sides_of_the_centre() {
        let around = [
            10, 25, 26, 50, 51, 80, 81, 100, 101, 125, 126, 200, 201, 400, 484,
        ];
        check(2, &around, "d3 d3 d3 d3 d3 d3 d3 d3 d5 d5 d5 d5 d5 d5 d5");
        check(3, &around, "d3 d3 d3 d3 d3 d3 d4 d4 d4 d4 d5 d5 d5 d5 d5");
        check(4, &around, "d2 d2 d2 d2 d3 d3 d3 d3 d5 d5 d5 d5 d6 d6 d6");
        check(5, &around, "d2 d2 d2 d2 d3 d3 d4 d4 d4 d4 d5 d5 d6 d6 d6");
        check(6, &around, "d1 d1 d2 d2 d3 d3 d3 d3 d5 d5 d5 d5 d6 d6 d7");
        check(7, &around, "d1 d1 d2 d2 d3 d3 d4 d4 d4 d4 d5 d5 d6 d6 d7");
    }

    #[test]
    fn zero_and_missing_are_on_neither_side() {
        check(7, &[0, 100], "zero d4");
    }
}
