//! Years as the package writes them.

use core::fmt;

/// A calendar year that a figure or an event belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Year(u16);

impl Year {
    /// Korea's first pharmaceutical firm is of 1897; nothing here is older.
    pub const FIRST: u16 = 1900;
    /// A later year is a slip of the pen, plans included.
    pub const LAST: u16 = 2050;

    /// Reads `"2022"`; `None` for anything but four digits within the range.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = text.parse().ok().filter(|_| is_plain)?;
        (Year::FIRST..=Year::LAST)
            .contains(&year)
            .then_some(Year(year))
    }

    pub fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
