//! The Australia Post text format.

use kbio_atlas::hub::{CUSTOMARY, Survey};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// Two nodes, 5 apart.
const PAIR: &str = "2\n0 0\n3 4\n1 2\n3 4\n";

#[test]
fn a_whole_file_is_read() {
    let survey = Survey::parse(&format!("{PAIR}1\n1\n0.5\n2\n")).unwrap();
    assert_eq!(survey.places, [(0.0, 0.0), (3.0, 4.0)]);
    assert_eq!(survey.network.distance(0, 1), 5.0);
    assert_eq!(survey.network.flow(1, 0), 3.0);
    assert_eq!(survey.hubs, Some(1));
    assert_eq!(
        (survey.rates.collection(), survey.rates.transfer()),
        (1.0, 0.5)
    );
    assert_eq!(survey.rates.distribution(), 2.0);
}

#[test]
fn the_number_of_hubs_and_the_rates_may_be_missing() {
    for (text, hubs) in [(PAIR.to_owned(), None), (format!("{PAIR}2"), Some(2))] {
        let survey = Survey::parse(&text).unwrap();
        assert_eq!(survey.hubs, hubs);
        let rates = (
            survey.rates.collection(),
            survey.rates.transfer(),
            survey.rates.distribution(),
        );
        assert_eq!(rates, CUSTOMARY);
    }
}

#[track_caller]
fn check(text: &str, message: &str) {
    let error = Survey::parse(text).expect_err("this text must be refused");
    assert_eq!(error.to_string(), message);
}

#[rustfmt::skip] // a case a line
#[test]
fn a_malformed_file_says_where_and_what_was_expected() {
    check("", "line 1, column 1: expected the number of nodes, 1 to 50, found the end of the file");
    check("\n two", "line 2, column 2: expected the number of nodes, 1 to 50, found `two`");
    check("0", "line 1, column 1: expected the number of nodes, 1 to 50, found `0`");
    check("51", "line 1, column 1: expected the number of nodes, 1 to 50, found `51`");
    check("2.0", "line 1, column 1: expected the number of nodes, 1 to 50, found `2.0`");
    check("2\n0 0\n3", "line 3, column 2: expected the y coordinate of node 2, a finite number, found the end of the file");
    check("2\n0 0\n3 NaN", "line 3, column 3: expected the y coordinate of node 2, a finite number, found `NaN`");
    check("2\n0 0\n3 4\n1 2\n-3 4", "line 5, column 1: expected the flow from node 2 to node 1, a finite number, zero or more, found `-3`");
    check("2\n0 0\n3 4\n1 2\n3 1e999", "line 5, column 3: expected the flow from node 2 to node 2, a finite number, zero or more, found `1e999`");
    check(&format!("{PAIR}3"), "line 6, column 1: expected the number of hubs, 1 to 2, found `3`");
    check(&format!("{PAIR}1 3 0.75"), "line 6, column 9: expected the distribution rate, a finite number, zero or more, found the end of the file");
    check(&format!("{PAIR}1 3 -0.75 2"), "line 6, column 5: expected the transfer rate, a finite number, zero or more, found `-0.75`");
    check(&format!("{PAIR}1 3 0.75 2 9"), "line 6, column 12: expected the end of the file, found `9`");
    check("2\n-1e308 -1e308 1e308 1e308 0 0 0 0", "line 1, column 1: expected coordinates whose distances are numbers, found `The distance from node 1 to node 2 is inf; it must be a finite number, zero or more.`");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_or_refused_with_its_line(text in "\\PC*|[0-9. \\n-]{0,60}|([0-9]{1,2}[ \\n]){0,30}") {
        match Survey::parse(&text) {
            Ok(survey) => prop_assert!(survey.network.nodes() == survey.places.len()),
            Err(error) => {
                prop_assert!((1..=text.split('\n').count()).contains(&error.line));
                prop_assert!(error.column >= 1);
            }
        }
    }
}
