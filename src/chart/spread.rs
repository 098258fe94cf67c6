//! Labels on one column that must not overlap.

/// Places as near as possible to `wanted` (least sum of squares) that keep its order, lie `gap` or more
/// apart and stay within `low..=high`. Answers in the order of `wanted`; equal wishes keep their order.
///
/// With the wishes sorted and `i · gap` taken off the i-th, "at least a gap apart" becomes "never
/// decreasing": an isotonic regression, solved by pooling adjacent violators (Barlow et al. 1972, *Statistical
/// Inference under Order Restrictions*, ch. 1). Bounds clamp its solution. If the column is too short for
/// all, they start at `low` and run past `high`.
pub(super) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));

    // Pools of neighbours that move together: their mean wish and how many they are.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, &index) in order.iter().enumerate() {
        let mut pool = (wanted[index] - place as f64 * gap, 1);
        while let Some(&(mean, count)) = pools.last().filter(|last| last.0 > pool.0) {
            let joined = count + pool.1;
            pool = (
                (mean * count as f64 + pool.0 * pool.1 as f64) / joined as f64,
                joined,
            );
            pools.pop();
        }
        pools.push(pool);
    }

    let last_start = (high - wanted.len().saturating_sub(1) as f64 * gap).max(low);
    let starts = pools
        .iter()
        .flat_map(|&(mean, count)| core::iter::repeat_n(mean, count));
    let mut places = vec![0.0; wanted.len()];
    for ((place, &index), start) in order.iter().enumerate().zip(starts) {
        places[index] = start.clamp(low, last_start) + place as f64 * gap;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(wanted: &[f64], places: &[f64]) {
        assert_eq!(
            spread(wanted, 10.0, 0.0, 100.0),
            places,
            "wanted {wanted:?}"
        );
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        check(&[], &[]);
        check(&[50.0], &[50.0]);
        check(&[90.0, 10.0, 20.0], &[90.0, 10.0, 20.0]);
    }

    #[test]
    fn labels_that_collide_part_evenly() {
        check(&[50.0, 50.0], &[45.0, 55.0]);
        check(&[52.0, 50.0], &[56.0, 46.0]);
        check(&[50.0, 50.0, 50.0], &[40.0, 50.0, 60.0]);
        check(
            &[40.0, 48.0, 52.0],
            &[36.0 + 2.0 / 3.0, 46.0 + 2.0 / 3.0, 56.0 + 2.0 / 3.0],
        );
    }

    #[test]
    fn labels_stay_inside_the_column() {
        check(&[-5.0, 2.0], &[0.0, 10.0]);
        check(&[99.0, 100.0], &[90.0, 100.0]);
        check(&[200.0], &[100.0]);
    }

    proptest! {
        #[test]
        fn labels_keep_their_order_their_gap_and_the_column(
            wanted in prop::collection::vec(-50.0..150.0_f64, 0..8),
        ) {
            let places = spread(&wanted, 10.0, 0.0, 100.0);
            let mut both: Vec<(f64, f64)> = wanted.into_iter().zip(places).collect();
            both.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in both.windows(2) {
                prop_assert!(pair[1].1 - pair[0].1 > 10.0 - 1e-9, "{both:?}");
            }
            for (_, place) in &both {
                prop_assert!((-1e-9..100.0 + 1e-9).contains(place), "{both:?}");
            }
        }
    }

    #[test]
    fn a_column_too_short_starts_at_its_top() {
        assert_eq!(spread(&[1.0, 1.0, 1.0], 10.0, 0.0, 5.0), [0.0, 10.0, 20.0]);
    }
}
