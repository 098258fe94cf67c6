//! The data package in `assets/data/`: read once, natively, into typed rows.
//!
//! `build.rs` compiles these modules too and refuses to build on a bad row, naming file, line and column.

mod body;
mod comparator;
mod disagreement;
mod documented_link;
mod error;
mod macro_region;
mod observation;
mod profile;
mod published;
mod sigungu;
mod source;
mod table;
mod tile;
mod wording;
mod year;

use core::ops::RangeInclusive;
use std::path::Path;

pub use body::Body;
pub use comparator::Comparator;
pub use disagreement::{Claim, Disagreement};
pub use documented_link::{DocumentedLink, End, Standing};
pub use error::Error;
pub use macro_region::{Group, Member, PARTITIONS, groups};
pub use observation::{Confidence, GyeonggiHalf, Observation, Place};
pub use profile::{CoordConfidence, Kind, Profile, Status};
pub use published::{KEYS, Published};
pub use sigungu::{Figure, Level, Unit};
pub use source::{Source, Sources};
pub use table::Layout;
pub use tile::{Tile, TileLevel};
pub use wording::Wording;
pub use year::Year;

use error::Errors;
use source::Ledger;
use table::Table;

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
    pub units: Vec<Unit>,
    pub figures: Vec<Figure>,
    pub disagreements: Vec<Disagreement>,
    pub tiles: Vec<Tile>,
    /// What the map draws, by key and year.
    pub published: Vec<Published>,
}

impl Package {
    /// The row of `clusters.csv` with this id.
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// Reads the package in `dir`.
    ///
    /// # Errors
    ///
    /// Every fault, in the order of file and line, in three rounds so that one fault is not reported again
    /// wherever it is felt: first the shape of all files, then all cells, then what only the whole can show.
    pub fn read(dir: &Path) -> Result<Package, Vec<Error>> {
        let errors = Errors::default();

        let table = |layout| Table::read(dir, layout, &errors);
        let (cluster_sources, regional_sources) =
            (table(&source::CLUSTERS), table(&source::REGIONAL));
        let (timeseries_sources, sigungu_sources) =
            (table(&source::TIMESERIES), table(&source::SIGUNGU));
        let (profiles, links, members, bodies, comparators) = (
            table(&profile::LAYOUT),
            table(&documented_link::LAYOUT),
            table(&macro_region::LAYOUT),
            table(&body::LAYOUT),
            table(&comparator::LAYOUT),
        );
        let (regional, timeseries, extra) = (
            table(&observation::REGIONAL),
            table(&observation::TIMESERIES),
            table(&observation::EXTRA),
        );
        let (crosswalk, figures) = (table(&sigungu::CROSSWALK), table(&sigungu::FIGURES));
        let disagreements = table(&disagreement::LAYOUT);
        let tiles = table(&tile::LAYOUT);
        let notes = notes(dir, &errors);
        if !errors.is_empty() {
            return Err(errors.into_sorted());
        }

        let ends = documented_link::Ends {
            clusters: profiles.column("id"),
            macro_regions: members.column("region_id"),
            bodies: bodies.column("id"),
        };
        let ledgers = [
            &cluster_sources,
            &regional_sources,
            &timeseries_sources,
            &sigungu_sources,
        ]
        .map(Ledger::of);
        let [of_clusters, of_regional, of_timeseries, of_sigungu] = &ledgers;
        let mut package = Package {
            profiles: profile::read(&profiles, of_clusters),
            links: documented_link::read(&links, &ends, of_clusters),
            members: macro_region::read(&members, of_clusters),
            bodies: body::read(&bodies, of_clusters),
            comparators: comparator::read(&comparators, of_clusters),
            regional: observation::read(&regional, of_regional),
            timeseries: observation::read(&timeseries, of_timeseries),
            extra: observation::read(&extra, of_sigungu),
            units: sigungu::read_crosswalk(&crosswalk),
            figures: sigungu::read_figures(&figures, &crosswalk, of_sigungu),
            disagreements: disagreement::read(&disagreements, &ledgers, &ends.clusters),
            tiles: tile::read(&tiles),
            published: Vec::new(),
            cluster_sources: Sources::read(&cluster_sources),
            regional_sources: Sources::read(&regional_sources),
            timeseries_sources: Sources::read(&timeseries_sources),
            sigungu_sources: Sources::read(&sigungu_sources),
        };
        if !errors.is_empty() {
            return Err(errors.into_sorted());
        }

        for ledger in &ledgers {
            ledger.refuse_unused(&notes, &errors);
        }
        package.published = published::choose(&package.observation_tables(), &errors);
        if !errors.is_empty() {
            return Err(errors.into_sorted());
        }
        Ok(package)
    }

    /// The four lists of sources.
    pub fn source_lists(&self) -> [&Sources; 4] {
        [
            &self.cluster_sources,
            &self.regional_sources,
            &self.timeseries_sources,
            &self.sigungu_sources,
        ]
    }

    /// The tables of figures by 시도 with their file names, the more trusted of equals first.
    pub fn observation_tables(&self) -> [(&'static str, &[Observation]); 3] {
        [
            (observation::REGIONAL.file, &self.regional),
            (observation::TIMESERIES.file, &self.timeseries),
            (observation::EXTRA.file, &self.extra),
        ]
    }

    /// The list that the source of a published series is in.
    pub fn source_list_of(&self, series: &Published) -> &Sources {
        match series.file {
            file if file == observation::REGIONAL.file => &self.regional_sources,
            file if file == observation::TIMESERIES.file => &self.timeseries_sources,
            _ => &self.sigungu_sources,
        }
    }

    /// The source of a published series.
    pub fn source_of(&self, series: &Published) -> Option<&Source> {
        self.source_list_of(series).get(&series.source)
    }
}

/// The text of every file in `notes/`.
fn notes(dir: &Path, errors: &Errors) -> String {
    let read = || -> std::io::Result<String> {
        let mut text = String::new();
        for entry in std::fs::read_dir(dir.join("notes"))? {
            text.push_str(&std::fs::read_to_string(entry?.path())?);
            text.push('\n');
        }
        Ok(text)
    };
    read().unwrap_or_else(|error| {
        let (file, message) = ("notes".to_owned(), format!("cannot be read: {error}"));
        errors.push(Error {
            file,
            line: None,
            column: None,
            message,
        });
        String::new()
    })
}

/// The layouts of all tables, for the description in `datapackage.json`.
pub static LAYOUTS: [&Layout; 16] = [
    &profile::LAYOUT,
    &documented_link::LAYOUT,
    &body::LAYOUT,
    &macro_region::LAYOUT,
    &comparator::LAYOUT,
    &source::CLUSTERS,
    &observation::REGIONAL,
    &source::REGIONAL,
    &observation::TIMESERIES,
    &source::TIMESERIES,
    &observation::EXTRA,
    &sigungu::FIGURES,
    &sigungu::CROSSWALK,
    &source::SIGUNGU,
    &disagreement::LAYOUT,
    &tile::LAYOUT,
];
