//! Who is near whom: row-standardised contiguity.

/// The places that have a value and a neighbour with one, numbered anew, and the rest.
///
/// Every neighbour of a place weighs the same, and the weights of a place sum to one.
pub(super) struct Weights {
    /// For each number its place in the list that was given.
    pub(super) places: Vec<usize>,
    /// For each number those of its neighbours; never empty.
    pub(super) neighbours: Vec<Vec<usize>>,
    /// Places with a value but without a neighbour that has one: a lag would be made up.
    pub(super) islands: Vec<usize>,
    /// The values of the places less their mean.
    pub(super) deviations: Vec<f64>,
    /// Σ of their squares; more than zero.
    pub(super) squares: f64,
}

impl Weights {
    /// `None` with fewer than three places, or where all have the same value.
    pub(super) fn of(neighbours: &[Vec<usize>], values: &[Option<f64>]) -> Option<Self> {
        let value = |place: usize| values.get(place).copied().flatten();
        let near = |place: usize| {
            let near = neighbours.get(place).into_iter().flatten().copied();
            near.filter(move |&other| other != place && value(other).is_some())
        };
        let known = (0..values.len()).filter(|&place| value(place).is_some());
        let (places, islands): (Vec<_>, Vec<_>) =
            known.partition(|&place| near(place).next().is_some());
        let number = |place: usize| places.binary_search(&place).ok();
        let neighbours = places
            .iter()
            .map(|&place| near(place).filter_map(number).collect())
            .collect();

        let values: Vec<f64> = places.iter().filter_map(|&place| value(place)).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let deviations: Vec<f64> = values.iter().map(|value| value - mean).collect();
        let squares = deviations.iter().map(|z| z * z).sum();
        let is_varied = values.iter().any(|other| *other != values[0]);
        (values.len() >= 3 && is_varied).then_some(Weights {
            places,
            neighbours,
            islands,
            deviations,
            squares,
        })
    }

    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// The mean of the neighbours' values out of `values`.
    pub(super) fn lag(&self, of: usize, values: &[f64]) -> f64 {
        let near = &self.neighbours[of];
        near.iter().map(|&other| values[other]).sum::<f64>() / near.len() as f64
    }
}
