//! Which context indicator is on the map of the 시군구.

/// A figure that says what kind of place a 시군구 is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Context {
    #[default]
    Density,
    Population,
    Corporations,
    EstablishmentDensity,
    Establishments,
    Manufacturing,
    ManufacturingTotal,
    BusinessServices,
    Health,
    Specialists,
    SpecialistsTotal,
    Grdp,
}

impl Context {
    /// In the order of the select.
    pub const ALL: [Context; 12] = [
        Context::Density,
        Context::Population,
        Context::Corporations,
        Context::EstablishmentDensity,
        Context::Establishments,
        Context::Manufacturing,
        Context::ManufacturingTotal,
        Context::BusinessServices,
        Context::Health,
        Context::Specialists,
        Context::SpecialistsTotal,
        Context::Grdp,
    ];

    /// The value of `context` in the hash, and the name of its files.
    pub const fn slug(self) -> &'static str {
        match self {
            Context::Density => "density",
            Context::Population => "population",
            Context::Corporations => "corporations",
            Context::EstablishmentDensity => "establishment-density",
            Context::Establishments => "establishments",
            Context::Manufacturing => "manufacturing",
            Context::ManufacturingTotal => "manufacturing-total",
            Context::BusinessServices => "business-services",
            Context::Health => "health",
            Context::Specialists => "specialists",
            Context::SpecialistsTotal => "specialists-total",
            Context::Grdp => "grdp",
        }
    }

    /// Reads [`Context::slug`]; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Context> {
        Context::ALL
            .into_iter()
            .find(|context| context.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_come_back_as_contexts() {
        for context in Context::ALL {
            assert_eq!(Context::parse(context.slug()), Some(context));
        }
        for slug in ["", "Density", "biotech", "density "] {
            assert_eq!(Context::parse(slug), None, "{slug:?}");
        }
    }
}
