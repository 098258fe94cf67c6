//! The cheapest one-to-one assignment: who gets which place when each place has a price for each.
//!
//! The Hungarian method as shortest augmenting paths with potentials (R. Jonker and A. Volgenant, "A shortest
//! augmenting path algorithm for dense and sparse linear assignment problems", Computing 38 (1987), 325–340).

/// For each row a column of its own, so that the sum of `cost(row, column)` is least.
///
/// Needs at least as many columns as rows; O(rows² · columns). Equal sums are settled by the order of the
/// columns, so that the answer is the same on every run.
pub fn assign(rows: usize, columns: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    debug_assert!(rows <= columns, "{rows} rows, {columns} columns");
    let mut row_price = vec![0.0; rows];
    let mut column_price = vec![0.0; columns];
    let mut owner: Vec<Option<usize>> = vec![None; columns];
    for start in 0..rows {
        // Dijkstra over reduced costs from `start` to the nearest free column.
        let mut distance = vec![f64::INFINITY; columns];
        let mut before: Vec<Option<usize>> = vec![None; columns];
        let mut done = vec![false; columns];
        let (mut row, mut at, mut reached) = (start, None, 0.0);
        let free = loop {
            let mut nearest: Option<usize> = None;
            for column in (0..columns).filter(|&column| !done[column]) {
                let reduced = cost(row, column) - row_price[row] - column_price[column];
                if reached + reduced < distance[column] {
                    distance[column] = reached + reduced;
                    before[column] = at;
                }
                if nearest.is_none_or(|nearest: usize| distance[column] < distance[nearest]) {
                    nearest = Some(column);
                }
            }
            let Some(column) = nearest else { break None };
            done[column] = true;
            reached = distance[column];
            match owner[column] {
                None => break Some(column),
                Some(next) => (row, at) = (next, Some(column)),
            }
        };
        for column in (0..columns).filter(|&column| done[column]) {
            let slack = reached - distance[column];
            column_price[column] -= slack;
            if let Some(row) = owner[column] {
                row_price[row] += slack;
            }
        }
        row_price[start] += reached;
        // Back along the path: every row on it takes the next column.
        let mut column = free;
        while let Some(here) = column {
            owner[here] = match before[here] {
                Some(previous) => owner[previous],
                None => Some(start),
            };
            column = before[here];
        }
    }
    let mut assigned = vec![0; rows];
    for (column, row) in owner.into_iter().enumerate() {
        if let Some(row) = row {
            assigned[row] = column;
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn total(costs: &[Vec<f64>], assigned: &[usize]) -> f64 {
        costs.iter().zip(assigned).map(|(row, &at)| row[at]).sum()
    }

    /// The least sum, by trying everything.
    fn least(costs: &[Vec<f64>], taken: &mut Vec<usize>) -> f64 {
        let Some(row) = costs.get(taken.len()) else {
            return 0.0;
        };
        let mut best = f64::INFINITY;
        for (column, cost) in row.iter().enumerate() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(cost + least(costs, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn no_rows_take_no_columns() {
        assert_eq!(assign(0, 3, |_, _| 1.0), Vec::<usize>::new());
    }

    #[test]
    fn one_gives_way_where_that_is_cheaper_for_both() {
        let costs = [[1.0, 2.0], [1.0, 9.0]];
        assert_eq!(assign(2, 2, |row, column| costs[row][column]), [1, 0]);
    }

    proptest! {
        #[test]
        fn no_other_assignment_is_cheaper(
            costs in prop::collection::vec(prop::collection::vec(0.0..9.0_f64, 6), 0..6)
        ) {
            let assigned = assign(costs.len(), 6, |row, column| costs[row][column]);
            let mut columns = assigned.clone();
            columns.sort_unstable();
            columns.dedup();
            prop_assert_eq!(columns.len(), costs.len(), "a column is taken twice");
            let best = least(&costs, &mut Vec::new());
            prop_assert!((total(&costs, &assigned) - best).abs() < 1e-9);
        }
    }
}
