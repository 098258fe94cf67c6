//! Text in markup: the one place that knows which characters mean something there.

use core::fmt;

/// A text to be written into markup or into a quoted attribute; shows itself escaped.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'t>(&'t str);

/// Text for markup and for quoted attributes.
pub fn escape(text: &str) -> Escaped<'_> {
    Escaped(text)
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                _ => "&quot;",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        for (text, escaped) in [
            ("", ""),
            ("오송", "오송"),
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"),
            ("&amp;", "&amp;amp;"),
            ("끝<", "끝&lt;"),
        ] {
            assert_eq!(escape(text).to_string(), escaped);
        }
    }
}
