//! What is said when the focus rests on a place of the map: what lies around it.

use crate::state::Selection;
use crate::text::Lang;

/// "이웃: 경기, 경북. 클러스터 4곳." for a region, "충북. 클러스터 4곳." for a cluster: where it is, and how many
/// `clusters` its region has, which the keys step through.
pub fn nearby(here: Selection, around: &[Selection], clusters: usize, lang: Lang) -> String {
    let mut words = String::new();
    let mut before = match here {
        Selection::Nation => return words,
        Selection::Region(_) => lang.pick("이웃: ", "Neighbours: "),
        Selection::Cluster(id) => {
            words.push_str(id.cluster().region().region().short.get(lang));
            ", "
        }
    };
    for other in around {
        if let Selection::Region(other) = other {
            words.push_str(before);
            words.push_str(other.region().short.get(lang));
            before = ", ";
        }
    }
    words.push_str(lang.pick(". 클러스터 ", ". Clusters: "));
    words.push_str(&clusters.to_string());
    words.push_str(lang.pick("곳.", "."));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cluster::ClusterId;
    use crate::region::RegionCode;

    #[track_caller]
    fn check(here: Selection, around: &[&str], ko: &str, en: &str) {
        let around: Vec<_> = around.iter().map(|code| region(code)).collect();
        assert_eq!(nearby(here, &around, 1, Lang::Ko), ko);
        assert_eq!(nearby(here, &around, 1, Lang::En), en);
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
