//! Hostile URLs: whatever stands behind `#`, there is a view, and what that view spells is read back as itself.
//!
//! `FUZZ_CASES=1000000 cargo test --release --test hash` tries a million; the usual run is shorter.

use kbio_atlas::{Selection, ViewState, cut};

/// How many cases the usual run tries.
const CASES: u32 = 20_000;

/// A generator that gives the same cases everywhere: Marsaglia's xorshift, 64 bits.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.roll(of.len())]
    }
}

const KEYS: [&str; 12] = [
    "indicator",
    "measure",
    "year",
    "region",
    "cluster",
    "clusters",
    "links",
    "hide",
    "scheme",
    "classes",
    "__proto__",
    "",
];

const VALUES: [&str; 28] = [
    "bio-firms",
    "pharma-workers",
    "device-output",
    "count",
    "share",
    "per100k",
    "lq",
    "2022",
    "2015",
    "-1",
    "99999999999999999999",
    "43",
    "00",
    "42",
    "cb-osong",
    "on",
    "off",
    "belt,agreement",
    "fisher-jenks",
    "user-defined:1,2,3",
    "user-defined:9223372036854775807",
    "user-defined:0.000000001,922337203685477580.7",
    "9",
    "10",
    "\u{0}",
    "%00%ff",
    "충북",
    "<svg onload=1>",
];

/// What the page itself writes.
const PAIRS: [&str; 12] = [
    "indicator=pharma-workers",
    "indicator=device-makers",
    "measure=share",
    "measure=lq",
    "measure=per100k",
    "year=2020",
    "region=43",
    "cluster=cb-osong",
    "links=off",
    "hide=belt,agreement",
    "scheme=fisher-jenks",
    "classes=7",
];

/// A hash of keys and values, some of them cut, doubled or with a letter changed.
fn hash(dice: &mut Dice) -> String {
    let mut out = String::from(dice.pick(&["#", "", "##"]));
    for _ in 0..dice.roll(9) {
        if dice.roll(2) == 0 {
            out.push_str(dice.pick(&PAIRS));
            out.push('&');
            continue;
        }
        out.push_str(dice.pick(&KEYS));
        out.push_str(dice.pick(&["=", "=", "=", "", "=="]));
        out.push_str(dice.pick(&VALUES));
        out.push_str(dice.pick(&["&", "&", "&", "", ";", "&&"]));
    }
    for _ in 0..dice.roll(3) {
        let places: Vec<usize> = out.char_indices().map(|(at, _)| at).collect();
        let Some(&at) = places.get(dice.roll(places.len().max(1))) else {
            break;
        };
        match dice.roll(3) {
            0 => out.truncate(at),
            1 => out.insert(at, char::from(dice.roll(128) as u8)),
            _ => {
                let tail = out[at..].to_string();
                out.push_str(&tail);
            }
        }
    }
    out
}

#[test]
fn whatever_the_hash_says_there_is_a_view_that_is_read_back() {
    let cases = std::env::var("FUZZ_CASES").ok();
    let cases = cases.map_or(CASES, |text| {
        text.parse().expect("FUZZ_CASES is a number of cases")
    });
    let default = ViewState::new(Selection::Nation);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut changed = 0;
    for _ in 0..cases {
        let hash = hash(&mut dice);
        let state = ViewState::parse(&hash, &default);
        let spelled = state.to_hash(&default);
        assert_eq!(
            ViewState::parse(&spelled, &default),
            state,
            "{hash:?} became {spelled:?}"
        );
        changed += u32::from(!spelled.is_empty());
        // Every view can be drawn, with each region in one class at most.
        let classes = cut::worked_out(&state);
        assert!(classes.classes.len() <= 9, "{hash:?}");
        cut::lend(&state);
    }
    assert!(
        changed > cases / 10,
        "hardly any of the cases says anything: {changed} of {cases}"
    );
}
