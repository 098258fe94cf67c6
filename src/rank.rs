//! Ranks among the 17 regions.

use crate::measure::Values;
use crate::region::REGION_COUNT;

/// A region's rank, largest first; equal values share the better rank ("1, 2, 2, 4").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rank {
    pub rank: usize,
    /// How many regions have a value at all.
    pub of: usize,
    /// Whether another region has the same value.
    pub tied: bool,
}

/// The rank of the region at `place`; `None` where it has no value.
pub fn rank(values: &Values, place: usize) -> Option<Rank> {
    let own = values[place]?;
    let known = values.iter().flatten();
    Some(Rank {
        rank: 1 + known.clone().filter(|other| **other > own).count(),
        of: known.clone().count(),
        tied: known.filter(|other| **other == own).count() > 1,
    })
}

/// The places of all regions, largest value first, missing last, code order among equals.
pub fn order(values: &Values) -> [usize; REGION_COUNT] {
    let mut places = core::array::from_fn(|place| place);
    insertion_sort(&mut places, |&a, &b| match (values[a], values[b]) {
        (Some(a), Some(b)) => a > b,
        (a, b) => a.is_some() && b.is_none(),
    });
    places
}

/// Sorts in place, equals in their order. The standard sorts are made for long slices and would cost the
/// page six kilobytes; ours are as long as the list of regions.
pub fn insertion_sort<T>(items: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Decimal;

    fn row(values: &[Option<i64>]) -> Values {
        let mut out = [None; REGION_COUNT];
        for (slot, value) in out.iter_mut().zip(values) {
            *slot = value.map(Decimal::whole);
        }
        out
    }

    #[test]
    fn equal_values_share_the_better_rank() {
        let values = row(&[Some(5), Some(9), Some(5), None, Some(1)]);
        let ranks: Vec<_> = (0..5)
            .map(|place| rank(&values, place).map(|r| (r.rank, r.tied)))
            .collect();
        assert_eq!(
            ranks,
            [
                Some((2, true)),
                Some((1, false)),
                Some((2, true)),
                None,
                Some((4, false))
            ]
        );
        assert_eq!(rank(&values, 0).unwrap().of, 4);
    }

    #[test]
    fn missing_regions_come_last() {
        let values = row(&[None, Some(0), Some(3)]);
        assert_eq!(order(&values)[..3], [2, 1, 0]);
    }
}
