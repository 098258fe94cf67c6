//! How much room text takes where no font is at hand: when a page is rendered, and in pictures that leave it.

/// The width of a line in units of its font size; a little more than it needs, for bold and for fonts that
/// run wide.
///
/// Goes by kinds of letters, after the advance widths that system sans fonts agree on.
pub fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | 'I' | '·' => 0.3,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' => 0.92,
        'A'..='Z' => 0.7,
        // Latin, digits, and what else has no wide forms.
        '\u{0}'..='\u{10FF}' => 0.6,
        // Hangul, Han, kana, full-width signs.
        _ => 1.0,
    }
}
