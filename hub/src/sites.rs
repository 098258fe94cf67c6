//! A set of sites as bits.

/// A set of at most 64 nodes, each named by its 0-based index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sites(u64);

impl Sites {
    /// The nodes `0..n`; `n` is at most 64.
    pub fn first(n: usize) -> Self {
        Self(if n >= 64 { u64::MAX } else { (1 << n) - 1 })
    }

    /// Whether `site` is in the set.
    pub fn contains(self, site: usize) -> bool {
        self.0 >> site & 1 == 1
    }

    /// The set with `site` in it.
    pub fn with(self, site: usize) -> Self {
        Self(self.0 | 1 << site)
    }

    /// The set without `site`.
    pub fn without(self, site: usize) -> Self {
        Self(self.0 & !(1 << site))
    }

    /// The sites of this set that are not in `other`.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The sites of either set.
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// How many sites are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The sites in ascending order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let site = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(site)
        })
    }

    /// The sites in ascending order.
    pub fn to_vec(self) -> Vec<usize> {
        self.iter().collect()
    }
}

impl FromIterator<usize> for Sites {
    fn from_iter<I: IntoIterator<Item = usize>>(sites: I) -> Self {
        sites.into_iter().fold(Self::default(), Self::with)
    }
}
