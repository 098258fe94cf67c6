//! The figures of the story, each worked out from the data package; none is written down in words.

use crate::abroad::{Rank, communities};
use crate::cluster::{CLUSTERS, ClusterId, Role, Stage};
use crate::geometry::Boundaries;
use crate::headline;
use crate::indicator::Indicator;
use crate::measure::{self, Measure};
use crate::number::Decimal;
use crate::package::{Confidence, Disagreement, End, Package, Place};
use crate::region::{REGION_COUNT, REGIONS};
use crate::series::{self, Series};

use super::plane::{BANDS, Planes};
use crate::link::Family;

/// Digits kept behind the point of what is divided.
const KEPT: u8 = 6;

/// Everything that the words need.
#[derive(Debug)]
pub struct Facts<'p> {
    pub firms: Firms,
    pub jobs: Jobs,
    pub devices: Devices,
    pub clusters: Clusters<'p>,
    pub links: Links,
    pub reach: Reach<'p>,
    pub boston: Boston<'p>,
    pub korea: Korea<'p>,
    pub japan: Japan<'p>,
}

/// 바이오 기업, by main site.
#[derive(Debug)]
pub struct Firms {
    pub year: u16,
    pub all: i64,
    pub capital: i64,
    pub share: Decimal,
    /// Of the registered residents, in the same year.
    pub people_share: Decimal,
    /// The regions with the most and the fewest, by their place, with the count.
    pub most: (usize, i64),
    pub fewest: (usize, i64),
    pub times: Decimal,
    pub sources: [&'static str; 2],
}

/// 의약품 제조업 종사자, in the year of the firms.
#[derive(Debug)]
pub struct Jobs {
    pub share: Decimal,
    /// Where the share of jobs is above that of firms by most, and where below by most.
    pub gain: Shift,
    pub loss: Shift,
    pub source: &'static str,
}

/// A region's share of two things, in percent.
#[derive(Debug)]
pub struct Shift {
    pub place: usize,
    pub firms: Decimal,
    pub jobs: Decimal,
}

/// Medical devices: the capital region's share, in the first year and the last.
#[derive(Debug)]
pub struct Devices {
    pub years: (u16, u16),
    pub makers: (Decimal, Decimal),
    pub output: (Decimal, Decimal),
    pub source: &'static str,
}

#[derive(Debug)]
pub struct Clusters<'p> {
    pub all: i64,
    pub regions: i64,
    /// Being built or planned.
    pub unfinished: i64,
    /// In a national strategic complex.
    pub in_complexes: i64,
    /// On how many there are.
    pub dispute: &'p Disagreement,
}

#[derive(Debug)]
pub struct Links {
    pub all: i64,
    pub hub_and_spoke: i64,
    pub undated: i64,
    pub hubs: Vec<ClusterId>,
}

/// How far the hubs reach.
#[derive(Debug)]
pub struct Reach<'p> {
    pub districts: i64,
    /// More than the second of [`BANDS`] away.
    pub far: i64,
    pub far_share: Decimal,
    pub bound: i64,
    /// The district that is farthest: its 시도, its name, and how far.
    pub farthest: (usize, &'p str, i64),
}

/// What the column says of the two cities, and the census of their residents.
#[derive(Debug)]
pub struct Boston<'p> {
    pub research: i64,
    pub management: i64,
    pub people: i64,
    pub people_year: u16,
    pub share: Decimal,
    /// Biopharma jobs of the whole state in Korea's year.
    pub state: i64,
    pub sources: Vec<&'p str>,
}

#[derive(Debug)]
pub struct Korea<'p> {
    pub year: u16,
    pub workers: i64,
    pub people: i64,
    pub share: Decimal,
    pub sources: Vec<&'p str>,
}

#[derive(Debug)]
pub struct Japan<'p> {
    pub global: i64,
    pub regional: i64,
    pub dispute: &'p Disagreement,
}

impl<'p> Facts<'p> {
    /// `None` where the package lacks one of the figures; the tests hold that it does not.
    pub fn of(package: &'p Package, boundaries: &'p Boundaries, planes: &Planes) -> Option<Self> {
        let firms = firms()?;
        Some(Facts {
            jobs: jobs(firms.year)?,
            devices: devices()?,
            clusters: clusters(package)?,
            links: links(package, planes),
            reach: reach(boundaries, planes)?,
            boston: boston(package, firms.year)?,
            korea: korea(package, firms.year)?,
            japan: japan(package)?,
            firms,
        })
    }
}

/// The latest year of an indicator.
fn latest(indicator: Indicator) -> Option<&'static Series> {
    let key = indicator.definition().key;
    series::find(key, series::years(key).last()?)
}

fn of_year(indicator: Indicator, year: u16) -> Option<&'static Series> {
    series::find(indicator.definition().key, year)
}

fn firms() -> Option<Firms> {
    let series = latest(Indicator::BioFirms)?;
    let year = series.year;
    let counted = || (0..REGION_COUNT).filter_map(|place| Some((place, series.value(place)?)));
    let most = counted().max_by_key(|(_, count)| *count)?;
    let fewest = counted().min_by_key(|(_, count)| *count)?;
    Some(Firms {
        year,
        all: series.total(),
        capital: counted()
            .filter(|(place, _)| REGIONS[*place].capital)
            .map(|(_, count)| count)
            .sum(),
        share: headline::capital_share(Indicator::BioFirms, year)?,
        people_share: headline::capital_share(Indicator::Population, year)?,
        most,
        fewest,
        times: Decimal::ratio(most.1.into(), fewest.1.into(), KEPT)?,
        sources: [series.source, of_year(Indicator::Population, year)?.source],
    })
}

fn jobs(year: u16) -> Option<Jobs> {
    let share = |indicator| measure::values(indicator, Measure::Share, year);
    let (firms, jobs) = (
        share(Indicator::BioFirms)?,
        share(Indicator::PharmaWorkers)?,
    );
    let shift = |place: usize| {
        Some(Shift {
            place,
            firms: firms[place]?,
            jobs: jobs[place]?,
        })
    };
    let gap = |shift: &Shift| shift.jobs.to_f64() - shift.firms.to_f64();
    let by_gap = |a: &Shift, b: &Shift| gap(a).total_cmp(&gap(b));
    let shifts = || (0..REGION_COUNT).filter_map(shift);
    Some(Jobs {
        share: headline::capital_share(Indicator::PharmaWorkers, year)?,
        gain: shifts().max_by(by_gap)?,
        loss: shifts().min_by(by_gap)?,
        source: of_year(Indicator::PharmaWorkers, year)?.source,
    })
}

fn devices() -> Option<Devices> {
    let years = || series::years(Indicator::DeviceMakers.definition().key);
    let (first, last) = (years().next()?, years().last()?);
    let share = |indicator| {
        Some((
            headline::capital_share(indicator, first)?,
            headline::capital_share(indicator, last)?,
        ))
    };
    Some(Devices {
        years: (first, last),
        makers: share(Indicator::DeviceMakers)?,
        output: share(Indicator::DeviceProduction)?,
        source: latest(Indicator::DeviceMakers)?.source,
    })
}

fn clusters(package: &Package) -> Option<Clusters<'_>> {
    let count =
        |wanted: &dyn Fn(&ClusterId) -> bool| ClusterId::all().filter(wanted).count() as i64;
    let mut regions: Vec<u8> = CLUSTERS
        .iter()
        .map(|cluster| cluster.region_place)
        .collect();
    regions.sort_unstable();
    regions.dedup();
    let is_complex = |id: &ClusterId| {
        let role = id.cluster().role;
        matches!(role, Role::NationalComplex | Role::HubAndComplex)
    };
    Some(Clusters {
        all: CLUSTERS.len() as i64,
        regions: regions.len() as i64,
        unfinished: count(&|id| id.cluster().stage != Stage::Operating),
        in_complexes: count(&is_complex),
        dispute: dispute(package, "number-of-clusters")?,
    })
}

fn links(package: &Package, planes: &Planes) -> Links {
    let links = &package.links;
    let spokes = links.iter().filter(|link| link.family == Family::HubSpoke);
    Links {
        all: links.len() as i64,
        // Those that start from a cluster: a national body has no place on the map.
        hub_and_spoke: spokes
            .filter(|link| matches!(link.from, End::Cluster(_)))
            .count() as i64,
        undated: links.iter().filter(|link| link.year.is_none()).count() as i64,
        hubs: planes.hubs.clone(),
    }
}

fn reach<'p>(boundaries: &'p Boundaries, planes: &Planes) -> Option<Reach<'p>> {
    let districts = planes.nearest.len() as i64;
    let far = planes.nearest.iter();
    let far = far.filter(|nearest| nearest.kilometres > BANDS[1]).count() as i64;
    let numbered = planes.nearest.iter().enumerate();
    let (place, nearest) = numbered.max_by(|a, b| a.1.kilometres.total_cmp(&b.1.kilometres))?;
    let area = boundaries.sigungu.get(place)?;
    Some(Reach {
        districts,
        far,
        far_share: Decimal::ratio(i128::from(far) * 100, districts.into(), KEPT)?,
        bound: BANDS[1] as i64,
        farthest: (
            area.region.index(),
            &area.name_ko,
            nearest.kilometres.round() as i64,
        ),
    })
}

fn boston(package: &Package, year: u16) -> Option<Boston<'_>> {
    let mut sources: Vec<&str> = Vec::new();
    let mut row = |metric: &str, year: Option<u16>| {
        let rows = package.comparators.iter();
        let mut rows = rows.filter(|row| row.id == "us-boston" && row.metric == metric);
        let row = rows.find(|row| year.is_none() || row.year.map(|year| year.get()) == year)?;
        for id in &row.source_ids {
            if !sources.contains(&id.as_str()) {
                sources.push(id);
            }
        }
        Some((
            row.value.parse::<i64>().ok()?,
            row.year.map(|year| year.get()),
        ))
    };
    let research = row("rd_workforce_seed", None)?.0;
    let management = row("management_workforce_seed", None)?.0;
    let (cambridge, people_year) = row("population_cambridge", None)?;
    let (boston, _) = row("population_boston", people_year)?;
    let state = row("biopharma_employment", Some(year))?.0;
    let people = cambridge + boston;
    Some(Boston {
        research,
        management,
        people,
        people_year: people_year?,
        share: share(research + management, people)?,
        state,
        sources,
    })
}

fn korea(package: &Package, year: u16) -> Option<Korea<'_>> {
    let is_it = |row: &&crate::package::Observation| {
        row.indicator == "bio_workforce"
            && row.place == Place::Nation
            && row.year.get() == year
            && row.confidence == Confidence::Primary
    };
    let row = package.regional.iter().find(is_it)?;
    let people = of_year(Indicator::Population, year)?;
    let workers = row.value.rounded(0).units;
    Some(Korea {
        year,
        workers,
        people: people.total(),
        share: share(workers, people.total())?,
        sources: vec![&row.source, people.source],
    })
}

fn share(part: i64, whole: i64) -> Option<Decimal> {
    Decimal::ratio(i128::from(part) * 100, whole.into(), KEPT)
}

fn japan(package: &Package) -> Option<Japan<'_>> {
    let communities = communities(package);
    let of = |rank: Rank| {
        let japanese = communities.iter().filter(|c| c.is_japanese());
        japanese.filter(|c| c.rank == rank).count() as i64
    };
    Some(Japan {
        global: of(Rank::Global),
        regional: of(Rank::Regional),
        dispute: dispute(package, "japan-communities")?,
    })
}

fn dispute<'p>(package: &'p Package, id: &str) -> Option<&'p Disagreement> {
    package.disagreements.iter().find(|row| row.id == id)
}
