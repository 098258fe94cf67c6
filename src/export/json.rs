//! JSON as a value, written with two spaces to a level.

use core::fmt;

/// A value; the members of an object keep their order.
#[derive(Clone, PartialEq, Debug)]
pub enum Json {
    Null,
    Flag(bool),
    /// Digits, as [`crate::number::Decimal::full`] writes them.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    /// A text, or `null` where there is none.
    pub fn some(text: &str) -> Json {
        if text.is_empty() {
            Json::Null
        } else {
            Json::text(text)
        }
    }

    pub fn number(number: impl ToString) -> Json {
        Json::Number(number.to_string())
    }

    pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
        let named = members.map(|(name, value)| (name.to_owned(), value));
        Json::Object(named.into())
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Flag(true) => out.push_str("true"),
            Json::Flag(false) => out.push_str("false"),
            Json::Number(digits) => out.push_str(digits),
            Json::Text(text) => quote(out, text),
            Json::List(items) if items.is_empty() => out.push_str("[]"),
            Json::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    line(out, at, depth + 1);
                    item.write(out, depth + 1);
                }
                line(out, 0, depth);
                out.push(']');
            }
            Json::Object(members) if members.is_empty() => out.push_str("{}"),
            Json::Object(members) => {
                out.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    line(out, at, depth + 1);
                    quote(out, name);
                    out.push_str(": ");
                    value.write(out, depth + 1);
                }
                line(out, 0, depth);
                out.push('}');
            }
        }
    }
}

/// A new line at a depth, after a comma for all but the first item.
fn line(out: &mut String, at: usize, depth: usize) {
    out.push_str(if at > 0 { ",\n" } else { "\n" });
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn quote(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for half in [c as usize >> 4, c as usize & 15] {
                    out.push(char::from(HEX[half]));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out, 0);
        f.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_reader_reads_back_what_is_written() {
        let hostile = "\"</script>\\ 오송\n\t\u{1}\u{1f}\u{2028}";
        let written = Json::object([
            (hostile, Json::text(hostile)),
            ("none", Json::some("")),
            ("flag", Json::Flag(true)),
            ("list", Json::List(vec![Json::number("-4.84"), Json::Null])),
            ("empty", Json::List(Vec::new())),
        ])
        .to_string();
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        let expected = serde_json::json!({
            hostile: hostile, "none": null, "flag": true, "list": [-4.84, null], "empty": []
        });
        assert_eq!(read, expected, "{written}");
    }

    #[test]
    fn a_level_is_two_spaces() {
        let object = Json::object([("a", Json::List(vec![Json::number(1)]))]);
        assert_eq!(object.to_string(), "{\n  \"a\": [\n    1\n  ]\n}");
    }
}
