//! Files that nobody would save: made at random, and sound ones spoiled. None may panic, whatever it says.
//!
//! The cases are the same on every machine. `KBIO_CASES=1000000 cargo test -p kbio-atlas-lab --release --test
//! hostile` runs a million.

use kbio_atlas::Lang;
use kbio_atlas::desk::PART;
use kbio_atlas_lab::Own;

/// A few seconds' worth.
const USUAL: u64 = 10_000;

fn cases() -> u64 {
    std::env::var("KBIO_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(USUAL)
}

/// xorshift64*, G. Marsaglia and S. Vigna.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() >> 33).unwrap_or(0) % limit.max(1)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

const SEEDS: [&str; 6] = [
    "\"시도별(1)\",\"2022\",\"2022\"\n\"시도별(1)\",\"a\",\"b\"\n\"전국\",\"6,139\",\"2\"\n\"서울특별시\",\"1,180\",\"X\"\n\"강원도\",\"-\",\"3\"\n",
    "행정구역별,시점,항목,데이터\n서울,2022,a,10\n서울,2023,a,11\n부산,2022,b,9\n부산,2023,b,8\n",
    "시도\t시군구\t값\n서울\t소계\t1.5\n서울\t종로구\t2%\n부산\t소계\t(3)\n",
    "서울 1,234\n부산 5\n대구 -7.25\n",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"서울\",\"n\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}},{\"properties\":{\"name\":\"26\",\"n\":null}}]}",
    "[{\"code\":\"11\",\"v\":1e5},{\"code\":\"26\",\"v\":-0.5}]",
];

const PIECES: [&[u8]; 44] = [
    b",",
    b"\t",
    b";",
    b"|",
    b"\n",
    b"\r\n",
    b"\r",
    b"\"",
    b"\"\"",
    b"'",
    b"=",
    b"-",
    b"\0",
    b"\xff",
    b"\xb0\xa1",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc6\x52",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"null",
    b"NaN",
    b"1e308",
    b"1e-308",
    b"-1e999999999",
    b"9223372036854775807",
    b"99999999999999999999",
    b"0.0000000000001",
    b"1,234",
    b"%",
    "서울".as_bytes(),
    "전국".as_bytes(),
    "강원특별자치도".as_bytes(),
    "종로구".as_bytes(),
    "…".as_bytes(),
    "\u{1e}".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{1109}\u{1165}".as_bytes(),
    "２０２２".as_bytes(),
    b"2022",
    b"\"type\":\"Polygon\",\"coordinates\":[[[0,0],[null,1],[1e400,0]]]",
];

/// A sound file with up to four pieces of it struck out, doubled, moved or replaced.
fn spoiled(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.pick(&SEEDS).as_bytes().to_vec();
    if dice.below(4) == 0 {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        bytes = encoding_rs::EUC_KR.encode(&text).0.into_owned();
    }
    for _ in 0..=dice.below(4) {
        let (from, to) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 40));
        match dice.below(4) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let part = bytes[from..to].to_vec();
                let at = dice.below(bytes.len() + 1);
                bytes.splice(at..at, part);
            }
            2 => {
                let piece = dice.pick(&PIECES);
                bytes.splice(from..from, piece.iter().copied());
            }
            _ => {
                let byte = dice.roll() as u8;
                if let Some(slot) = bytes.get_mut(from) {
                    *slot = byte;
                }
            }
        }
    }
    bytes
}

/// Pieces at random.
fn made_up(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..dice.below(60) {
        let piece = dice.pick(&PIECES);
        bytes.extend_from_slice(piece);
    }
    bytes
}

fn cp949(bytes: &[u8]) -> Option<String> {
    encoding_rs::EUC_KR
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}

#[test]
fn no_file_is_too_strange() {
    let mut own = Own::default();
    let (mut shown, mut refused) = (0_u64, 0_u64);
    for case in 0..cases() {
        let mut dice = Dice(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let bytes = match dice.below(8) {
            0 => made_up(&mut dice),
            _ => spoiled(&mut dice),
        };
        let lang = dice.pick(&Lang::ALL);
        let answer = own.open("파일", &bytes, &cp949, lang);
        match answer.matches(PART).count() {
            2 => shown += 1,
            0 if !answer.is_empty() => refused += 1,
            parts => panic!(
                "case {case}: {parts} parts for {:?}",
                String::from_utf8_lossy(&bytes)
            ),
        }
        let asked = [
            "own-column=1&own-measure=share",
            "own-measure=per100k&own-k=9",
            "own-scheme=box-plot",
        ];
        own.view(dice.pick(&asked), lang);
    }
    // Both kinds of answer are met, or the cases are not what they ought to be.
    assert!(
        shown * 20 > cases() && refused * 20 > cases(),
        "{shown} shown, {refused} refused"
    );
}
