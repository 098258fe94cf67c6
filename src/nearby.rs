//! What is said when the focus rests on a place of the map: what lies around it.

use crate::cluster::{CLUSTERS, Cluster};
use crate::region::RegionCode;
use crate::state::Selection;
use crate::text::Lang;

/// "이웃: 경기, 경북. 클러스터 4곳." for a region, "충북. 클러스터 4곳." for a cluster: how many there are in its
/// region, which the keys step through.
pub fn nearby(here: Selection, around: &[Selection], lang: Lang) -> String {
    let region = match here {
        Selection::Nation => return String::new(),
        Selection::Region(code) => code,
        Selection::Cluster(id) => id.cluster().region(),
    };
    let mut words = String::new();
    if let Selection::Cluster(_) = here {
        words.push_str(region.region().short.get(lang));
    }
    for (place, other) in around.iter().enumerate() {
        if let Selection::Region(other) = other {
            words.push_str(match place {
                0 => lang.pick("이웃: ", "Neighbours: "),
                _ => ", ",
            });
            words.push_str(other.region().short.get(lang));
        }
    }
    let count = clusters_in(region).count();
    let count = count.to_string();
    words.push_str(". ");
    words.push_str(lang.pick("클러스터 ", "Clusters: "));
    words.push_str(&count);
    words.push_str(lang.pick("곳.", "."));
    words
}

fn clusters_in(region: RegionCode) -> impl Iterator<Item = &'static Cluster> {
    CLUSTERS
        .iter()
        .filter(move |cluster| cluster.region() == region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cluster::ClusterId;

    #[track_caller]
    fn check(here: Selection, around: &[&str], ko: &str, en: &str) {
        let around: Vec<_> = around.iter().map(|code| region(code)).collect();
        assert_eq!(nearby(here, &around, Lang::Ko), ko);
        assert_eq!(nearby(here, &around, Lang::En), en);
    }

    fn region(code: &str) -> Selection {
        Selection::Region(RegionCode::parse(code).unwrap())
    }

    #[test]
    fn a_region_names_its_neighbours_and_a_cluster_its_region() {
        let sejong = ClusterId::parse("sejong").unwrap();
        check(
            region("36"),
            &["43", "30"],
            "이웃: 충북, 대전. 클러스터 1곳.",
            "Neighbours: Chungbuk, Daejeon. Clusters: 1.",
        );
        check(
            Selection::Cluster(sejong),
            &[],
            "세종. 클러스터 1곳.",
            "Sejong. Clusters: 1.",
        );
        check(Selection::Nation, &[], "", "");
    }
}
