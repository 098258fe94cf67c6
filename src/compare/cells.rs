//! What is written about clusters, a cell a fact: published by the prerenderer, read by the lab.
//!
//! ```text
//! id TAB cell TAB cell …          a line a cluster, a cell for each of FACTS
//! ```
//!
//! A cell is markup, ready to be shown.

use crate::cluster::ClusterId;
use crate::text::Name;

/// The rows of the table of clusters, in their order.
pub const FACTS: [Name; 12] = [
    name("특화 분야", "Specialisation"),
    name("누가 만들었나", "Who built it"),
    name("연계망에서의 역할", "Role in the network"),
    name("상태", "Status"),
    name("시작", "Since"),
    name("위치", "Place"),
    name("운영", "Operator"),
    name("면적", "Area"),
    name("입주", "Tenants"),
    name("문서로 확인한 연계", "Documented links"),
    name("가장 많이 겹치는 클러스터", "Most in common"),
    name("출처", "Sources"),
];

const fn name(ko: &'static str, en: &'static str) -> Name {
    Name { ko, en }
}

/// The cells of all clusters.
#[derive(Clone, Copy, Default, Debug)]
pub struct Cells<'t> {
    text: &'t str,
}

impl<'t> Cells<'t> {
    pub fn read(text: &'t str) -> Self {
        Cells { text }
    }

    /// The cell of a fact, by its place in [`FACTS`]; `None` where the text does not have it.
    pub fn get(self, id: ClusterId, fact: usize) -> Option<&'t str> {
        let mut cells = self.text.lines().find_map(|line| {
            let mut cells = line.split('\t');
            (cells.next() == Some(id.as_str())).then_some(cells)
        })?;
        cells.nth(fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, fact: usize, expected: Option<&str>) {
        let osong = ClusterId::parse("cb-osong").unwrap();
        assert_eq!(Cells::read(text).get(osong, fact), expected, "{text:?}");
    }

    #[test]
    fn a_cell_is_found_by_cluster_and_fact() {
        let text = "cb-okcheon\t1\t2\ncb-osong\t<b>3</b>\t\t5\n";
        check(text, 0, Some("<b>3</b>"));
        check(text, 1, Some(""));
        check(text, 2, Some("5"));
        check(text, 3, None);
    }

    #[test]
    fn a_text_without_the_cluster_has_no_cell() {
        for text in ["", "\n\n", "cb-osong", "<!doctype html>\tx"] {
            check(text, 0, None);
        }
    }
}
