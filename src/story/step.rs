//! The seven steps of the story, in order.

/// A step: a state of the map and what it shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Where the firms are.
    Concentration,
    /// Where the jobs are instead.
    Measures,
    Points,
    Lines,
    Planes,
    /// Boston and Japan.
    Abroad,
    /// The reader's own choice of hubs.
    Turn,
}

impl Step {
    pub const ALL: [Step; 7] = [
        Step::Concentration,
        Step::Measures,
        Step::Points,
        Step::Lines,
        Step::Planes,
        Step::Abroad,
        Step::Turn,
    ];

    /// The id of its section, which links lead to: `/story/#points`.
    pub fn slug(self) -> &'static str {
        match self {
            Step::Concentration => "concentration",
            Step::Measures => "measures",
            Step::Points => "points",
            Step::Lines => "lines",
            Step::Planes => "planes",
            Step::Abroad => "abroad",
            Step::Turn => "turn",
        }
    }

    /// Its number, from 1: `/story/#step=3`.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    pub fn before(self) -> Option<Step> {
        let place = (self as usize).checked_sub(1)?;
        Step::ALL.get(place).copied()
    }

    pub fn after(self) -> Option<Step> {
        Step::ALL.get(self as usize + 1).copied()
    }
}

#[test]
fn the_steps_follow_one_another() {
    for (place, step) in Step::ALL.into_iter().enumerate() {
        assert_eq!(step.number(), place + 1);
        assert_eq!(
            step.after().and_then(Step::before),
            step.after().map(|_| step)
        );
    }
    assert_eq!(Step::Concentration.before(), None);
    assert_eq!(Step::Turn.after(), None);
}
