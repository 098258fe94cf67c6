//! Breaks that the reader chose.

use crate::number::Decimal;

/// Where to cut: one to eight rising values, so that there are at most nine classes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Breaks {
    /// The values, and behind them zeros.
    at: [Decimal; MOST],
    count: u8,
}

const MOST: usize = 8;

impl Breaks {
    /// `None` unless there are one to eight breaks, each larger than the one before.
    pub fn new(breaks: &[Decimal]) -> Option<Self> {
        let rising = breaks.windows(2).all(|pair| pair[0] < pair[1]);
        if breaks.is_empty() || breaks.len() > MOST || !rising {
            return None;
        }
        let mut at = [Decimal::whole(0); MOST];
        at[..breaks.len()].copy_from_slice(breaks);
        Some(Breaks {
            at,
            count: breaks.len() as u8,
        })
    }

    /// Reads `10,50.5,200`; `None` for anything that [`Breaks::new`] refuses or that is no number.
    pub fn parse(text: &str) -> Option<Self> {
        // One more than can be, so that hostile text is not read to its end.
        let breaks: Option<Vec<Decimal>> =
            text.split(',').take(MOST + 1).map(Decimal::parse).collect();
        Breaks::new(&breaks?)
    }

    /// What [`Breaks::parse`] reads back.
    pub fn spelling(&self) -> String {
        let mut out = String::new();
        for at in self.as_slice() {
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(&at.full());
        }
        out
    }

    pub fn as_slice(&self) -> &[Decimal] {
        &self.at[..usize::from(self.count)]
    }

    /// The breaks, and the largest value where it lies beyond the last.
    pub(super) fn cut(&self, most: f64, decimals: u8) -> Vec<f64> {
        let scale = super::Scale { decimals };
        let mut breaks: Vec<f64> = self.as_slice().iter().map(|at| scale.up(*at)).collect();
        if breaks.last().is_some_and(|last| *last < most) {
            breaks.push(most);
        }
        breaks
    }

    #[cfg(test)]
    pub(super) const EXAMPLE: Breaks = Breaks {
        at: {
            let mut at = [Decimal::whole(0); MOST];
            at[0] = Decimal::whole(5);
            at[1] = Decimal::whole(50);
            at
        },
        count: 2,
    };
}
