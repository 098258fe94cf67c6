//! The data package in `assets/data/`: read once, natively, into typed rows.
//!
//! `build.rs` compiles these modules too and refuses to build on a bad row, naming file, line and column.

mod body;
mod comparator;
mod documented_link;
mod error;
mod macro_region;
mod observation;
mod profile;
mod published;
mod source;
mod table;
mod year;

use core::ops::RangeInclusive;
use std::path::Path;

pub use body::Body;
pub use comparator::Comparator;
pub use documented_link::{DocumentedLink, End, Standing};
pub use error::{Error, Errors};
pub use macro_region::Member;
pub use observation::{Confidence, GyeonggiHalf, Observation, Place};
pub use profile::{CoordConfidence, Kind, Profile, Status};
pub use published::{KEYS, Published, candidates};
pub use source::{Source, Sources};
pub use table::Layout;
pub use year::Year;

/// Degrees that hold every place of Korea, 독도 and 마라도 included.
const LATITUDES: RangeInclusive<f64> = 32.0..=39.5;
const LONGITUDES: RangeInclusive<f64> = 124.0..=132.5;

/// The whole package.
#[derive(Debug)]
pub struct Package {
    /// Sources of `profiles`, `links`, `members`, `bodies` and `comparators`.
    pub cluster_sources: Sources,
    pub profiles: Vec<Profile>,
    pub links: Vec<DocumentedLink>,
    pub members: Vec<Member>,
    pub bodies: Vec<Body>,
    pub comparators: Vec<Comparator>,

    pub regional_sources: Sources,
    pub regional: Vec<Observation>,
    pub timeseries_sources: Sources,
    pub timeseries: Vec<Observation>,
    pub sigungu_sources: Sources,
    pub extra: Vec<Observation>,
    /// What the map draws, by key and year.
    pub published: Vec<Published>,
}

impl Package {
    /// Reads the package in `dir`.
    ///
    /// # Errors
    ///
    /// Every fault of every file, in the order of file and line.
    pub fn read(dir: &Path) -> Result<Package, Vec<Error>> {
        let errors = Errors::default();

        let cluster_sources = Sources::read(dir, &source::CLUSTERS, &errors);
        let profiles = profile::read(dir, &cluster_sources, &errors);
        let members = macro_region::read(dir, &cluster_sources, &errors);
        let bodies = body::read(dir, &cluster_sources, &errors);
        let ends = documented_link::Ends {
            profiles: &profiles,
            members: &members,
            bodies: &bodies,
        };
        let links = documented_link::read(dir, &ends, &cluster_sources, &errors);
        let comparators = comparator::read(dir, &cluster_sources, &errors);

        let regional_sources = Sources::read(dir, &source::REGIONAL, &errors);
        let regional = observation::read(dir, &observation::REGIONAL, &regional_sources, &errors);
        let timeseries_sources = Sources::read(dir, &source::TIMESERIES, &errors);
        let timeseries =
            observation::read(dir, &observation::TIMESERIES, &timeseries_sources, &errors);
        let sigungu_sources = Sources::read(dir, &source::SIGUNGU, &errors);
        let extra = observation::read(dir, &observation::EXTRA, &sigungu_sources, &errors);

        let published = published::choose(
            &[
                (observation::REGIONAL.file, &regional),
                (observation::TIMESERIES.file, &timeseries),
                (observation::EXTRA.file, &extra),
            ],
            &errors,
        );

        let errors = errors.into_sorted();
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Package {
            cluster_sources,
            profiles,
            links,
            members,
            bodies,
            comparators,
            regional_sources,
            regional,
            timeseries_sources,
            timeseries,
            sigungu_sources,
            extra,
            published,
        })
    }
}
