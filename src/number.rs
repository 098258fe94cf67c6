//! Numbers without floating point: scaled integers in, grouped digits out.
//!
//! Printing an `f64` costs the page 8 KB and may differ between machines; a [`Decimal`] does neither.

/// An exact decimal: `units / 10^decimals`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    pub units: i64,
    /// At most [`MAX_DECIMALS`].
    pub decimals: u8,
}

/// The most digits behind the point that a [`Decimal`] is made with.
pub const MAX_DECIMALS: u8 = 9;

impl Decimal {
    /// A whole number.
    pub const fn whole(units: i64) -> Self {
        Decimal { units, decimals: 0 }
    }

    /// `numerator / denominator`, rounded half away from zero to `decimals` digits.
    ///
    /// `None` when the denominator is zero or the result does not fit.
    pub fn ratio(numerator: i128, denominator: i128, decimals: u8) -> Option<Self> {
        if denominator == 0 || decimals > MAX_DECIMALS {
            return None;
        }
        let scaled = numerator.checked_mul(10_i128.pow(u32::from(decimals)))?;
        let units = i64::try_from(divide_rounding(scaled, denominator)).ok()?;
        Some(Decimal { units, decimals })
    }

    /// A worked-out number, rounded half away from zero to `decimals` digits; `None` where it does not fit.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_f64(value: f64, decimals: u8) -> Option<Self> {
        let scaled = (value * 10_f64.powi(i32::from(decimals))).round();
        (scaled.abs() < 9e15 && decimals <= MAX_DECIMALS).then_some(Decimal {
            units: scaled as i64,
            decimals,
        })
    }

    /// The same value with at most `digits` digits behind the point, rounded half away from zero.
    pub fn rounded(self, digits: u8) -> Self {
        if digits >= self.decimals {
            return self;
        }
        let step = 10_i128.pow(u32::from(self.decimals - digits));
        let units = divide_rounding(i128::from(self.units), step);
        // Dividing by ten or more cannot leave the range of i64.
        Decimal {
            units: units as i64,
            decimals: digits,
        }
    }

    /// Reads `-12.5`: digits with at most one point between them, at most [`MAX_DECIMALS`] behind it.
    ///
    /// `None` for anything else, and for what does not fit.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) || fraction.len() > usize::from(MAX_DECIMALS) {
            return None;
        }
        let fraction = if digits.contains('.') { fraction } else { "" };
        let mut units = 0_i64;
        for digit in whole.bytes().chain(fraction.bytes()) {
            units = units
                .checked_mul(10)?
                .checked_add(i64::from(digit - b'0'))?;
        }
        Some(Decimal {
            units: if negative { -units } else { units },
            decimals: fraction.len() as u8,
        })
    }

    /// For classification and charts; never for printing.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_i64.pow(u32::from(self.decimals)) as f64
    }

    /// Every digit that is held, without trailing zeros or grouping: the machine-readable form.
    pub fn full(self) -> String {
        let text = self.plain();
        if self.decimals == 0 {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    }

    /// Rounded to `digits` and grouped by thousands: `1,089`, `58.7`, `-0.3`.
    pub fn grouped(self, digits: u8) -> String {
        let text = self.rounded(digits).plain();
        let (sign, text) = match text.strip_prefix('-') {
            Some(rest) => ("−", rest),
            None => ("", text.as_str()),
        };
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let mut out = String::from(sign);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                out.push(',');
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }

    /// The value times `10^MAX_DECIMALS`.
    fn at_most_decimals(self) -> i128 {
        let rest = MAX_DECIMALS.saturating_sub(self.decimals);
        i128::from(self.units) * 10_i128.pow(u32::from(rest))
    }

    fn plain(self) -> String {
        let places = usize::from(self.decimals);
        let magnitude = self.units.unsigned_abs().to_string();
        let mut out = String::new();
        if self.units < 0 {
            out.push('-');
        }
        if places == 0 {
            out.push_str(&magnitude);
            return out;
        }
        for _ in magnitude.len()..=places {
            out.push('0');
        }
        out.push_str(&magnitude);
        out.insert(out.len() - places, '.');
        out
    }
}

/// By value: 0.5 and 0.50 are equal.
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.at_most_decimals().cmp(&other.at_most_decimals())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

/// By value, as equality is.
impl core::hash::Hash for Decimal {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.at_most_decimals().hash(state);
    }
}

/// Integer division that rounds half away from zero; the denominator is not zero.
fn divide_rounding(numerator: i128, denominator: i128) -> i128 {
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    if rest.unsigned_abs() * 2 >= denominator.unsigned_abs() {
        quotient
            + if (numerator < 0) == (denominator < 0) {
                1
            } else {
                -1
            }
    } else {
        quotient
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(units: i64, decimals: u8, digits: u8, grouped: &str, full: &str) {
        let number = Decimal { units, decimals };
        assert_eq!(
            (number.grouped(digits).as_str(), number.full().as_str()),
            (grouped, full)
        );
    }

    #[test]
    fn numbers_are_rounded_and_grouped() {
        check(0, 0, 0, "0", "0");
        check(999, 0, 0, "999", "999");
        check(1_089, 0, 0, "1,089", "1089");
        check(25_217_123, 0, 1, "25,217,123", "25217123");
        check(587, 1, 1, "58.7", "58.7");
        check(58_678, 3, 1, "58.7", "58.678");
        check(5, 2, 1, "0.1", "0.05");
        check(4, 2, 1, "0.0", "0.04");
        check(-4_836_000, 6, 2, "−4.84", "-4.836");
        check(100_000_000, 8, 1, "1.0", "1");
    }

    #[test]
    fn ratios_round_half_away_from_zero() {
        assert_eq!(
            Decimal::ratio(1, 8, 2),
            Some(Decimal {
                units: 13,
                decimals: 2
            })
        );
        assert_eq!(
            Decimal::ratio(-1, 8, 2),
            Some(Decimal {
                units: -13,
                decimals: 2
            })
        );
        assert_eq!(
            Decimal::ratio(639 * 100, 1089, 1).unwrap().grouped(1),
            "58.7"
        );
        assert_eq!(Decimal::ratio(1, 0, 2), None);
        assert_eq!(Decimal::ratio(i128::MAX, 1, 2), None);
    }

    #[test]
    fn what_is_printed_in_full_is_read_back() {
        for text in ["0", "7", "1089", "58.678", "-0.3", "0.000000001"] {
            assert_eq!(
                Decimal::parse(text).map(Decimal::full).as_deref(),
                Some(text)
            );
        }
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1e3",
            "+1",
            " 1",
            "1,000",
            "1.2.3",
            "--1",
            "0.0000000001",
            "99999999999999999999",
            "１",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn order_ignores_how_many_digits_are_held() {
        let half = Decimal {
            units: 5,
            decimals: 1,
        };
        assert!(half < Decimal::whole(1));
        assert!(
            half > Decimal {
                units: 499_999_999,
                decimals: 9
            }
        );
    }
}
