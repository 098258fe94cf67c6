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
        f.write_str(&escaped(self.0))
    }
}

/// [`escape`] as a string.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Parts of markup one after another. One plain loop for all of them: `format!` would cost the page more.
pub fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    out
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
