//! A sentence whose figures can be read by a machine too.

use crate::markup::{Element, Node, el, value};
use crate::number::Decimal;
use crate::particle::Particle;

/// Words and figures in the order in which they are read.
#[derive(Clone, Default, Debug)]
pub struct Sentence(Vec<Part>);

#[derive(Clone, Debug)]
enum Part {
    Words(String),
    Figure { shown: String, value: String },
}

impl Sentence {
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.0.push(Part::Words(words.into()));
        self
    }

    /// A percentage with one digit behind the point.
    pub fn percent(mut self, share: Decimal) -> Self {
        self.0.push(Part::Figure {
            shown: format!("{}%", share.grouped(1)),
            value: share.full(),
        });
        self
    }

    /// A count with its thousands grouped.
    pub fn count(self, count: i64) -> Self {
        let count = Decimal::whole(count);
        self.figure(count.grouped(0), count)
    }

    /// A figure in the words that `shown` puts it in: 85곳, 4.84.
    pub fn figure(mut self, shown: impl Into<String>, value: Decimal) -> Self {
        self.0.push(Part::Figure {
            shown: shown.into(),
            value: value.full(),
        });
        self
    }

    /// The Korean particle that agrees with what stands before it.
    pub fn particle(self, particle: Particle) -> Self {
        let before = self.plain();
        self.words(particle.after(&before))
    }

    /// With the words and figures of another behind it.
    pub fn then(mut self, other: Sentence) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The words alone, for titles and descriptions of drawings.
    pub fn plain(&self) -> String {
        let shown = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Figure { shown, .. } => shown.clone(),
        };
        self.0.iter().map(shown).collect()
    }

    /// Inside an element.
    pub fn within(self, tag: &'static str) -> Element {
        el(tag).all(self.0.into_iter().map(|part| match part {
            Part::Words(words) => Node::from(words),
            Part::Figure {
                shown,
                value: behind,
            } => value(shown, behind).into(),
        }))
    }
}

impl From<String> for Sentence {
    fn from(words: String) -> Self {
        Sentence::default().words(words)
    }
}

impl From<&str> for Sentence {
    fn from(words: &str) -> Self {
        Sentence::default().words(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_carry_their_value_and_the_plain_words_read_on() {
        let share = Decimal {
            units: 58_678_000,
            decimals: 6,
        };
        let sentence = Sentence::from("수도권은 ").percent(share).words("다.");
        assert_eq!(sentence.plain(), "수도권은 58.7%다.");
        assert_eq!(
            sentence.within("b").to_string(),
            "<b>수도권은 <span data-value=\"58.678\">58.7%</span>다.</b>"
        );
    }
}
