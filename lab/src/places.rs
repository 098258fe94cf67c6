//! Places by name.

use kbio_atlas::search::search;

/// Options in an answer; more of them are counted, not listed.
const MOST: usize = 20;

/// The list of names of one language, as the site publishes it.
#[derive(Default, Debug)]
pub struct Places {
    index: String,
}

impl Places {
    pub fn new(index: String) -> Self {
        Places { index }
    }

    /// Whether there is no list yet.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// How many places fit, a line break, and the markup of the best.
    pub fn found(&self, query: &str) -> String {
        let hits = search(&self.index, query);
        let mut out = format!("{}\n", hits.len());
        for hit in hits.iter().take(MOST) {
            out.push_str(hit.entry.option);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "c\tcb-osong\t<a>오송</a>\t오송|Osong\nd\t41\t<a>안성</a>\t안성시|안성\n";

    #[track_caller]
    fn check(query: &str, expected: &str) {
        assert_eq!(Places::new(INDEX.into()).found(query), expected);
    }

    #[test]
    fn an_answer_is_a_number_and_the_options() {
        check("osong", "1\n<a>오송</a>");
        check("ㅇㅅ", "2\n<a>오송</a><a>안성</a>");
        check("nowhere at all", "0\n");
    }

    #[test]
    fn without_a_list_nothing_is_found() {
        assert_eq!(Places::default().found("오송"), "0\n");
    }
}
