//! From bytes to text: UTF-8, UTF-16 by its mark, else CP949, as Korean Excel and KOSIS save.
//!
//! The decoder of CP949 comes from outside: the browser has one (`TextDecoder`), so the atlas carries none.

use super::MAX_BYTES;
use super::fault::{Binary, Fault};

/// Reads CP949 strictly; `None` where a byte is none of it.
pub type Cp949<'d> = &'d dyn Fn(&[u8]) -> Option<String>;

/// How a file was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf16,
    Cp949,
    /// Some lines in UTF-8, this many in CP949: files glued together.
    Mixed {
        cp949_lines: usize,
    },
}

/// The text of a file, without its byte order mark.
///
/// # Errors
///
/// Too large, no text, or in no encoding that is known.
pub fn decode(bytes: &[u8], cp949: Cp949<'_>) -> Result<(String, Encoding), Fault> {
    if bytes.len() > MAX_BYTES {
        let bytes = bytes.len() as u64;
        return Err(Fault::TooLarge { bytes });
    }
    if let Some(kind) = binary(bytes) {
        return Err(Fault::Binary(kind));
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let line = line_of(bytes, at);
        return Err(Fault::Nul { line });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    let is_mixed = lines(bytes)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .any(|line| line.chars().any(|c| ('가'..='힣').contains(&c)));
    match cp949(bytes).filter(|_| !is_mixed) {
        Some(text) => Ok((text, Encoding::Cp949)),
        None => line_by_line(bytes, cp949),
    }
}

fn line_by_line(bytes: &[u8], cp949: Cp949<'_>) -> Result<(String, Encoding), Fault> {
    let mut text = String::with_capacity(bytes.len());
    let mut cp949_lines = 0;
    for (line, part) in lines(bytes).enumerate() {
        if let Ok(part) = std::str::from_utf8(part) {
            text.push_str(part);
        } else if let Some(part) = cp949(part) {
            cp949_lines += 1;
            text.push_str(&part);
        } else {
            let line = line as u64 + 1;
            return Err(Fault::Unreadable { line });
        }
    }
    Ok((text, Encoding::Mixed { cp949_lines }))
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Result<(String, Encoding), Fault> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| read(*pair));
    let mut text = String::with_capacity(bytes.len());
    let mut line = 1;
    for letter in char::decode_utf16(units) {
        match letter {
            Ok('\0') => return Err(Fault::Nul { line }),
            Ok(letter) => {
                line += u64::from(letter == '\n');
                text.push(letter);
            }
            Err(_) => return Err(Fault::Unreadable { line }),
        }
    }
    Ok((text, Encoding::Utf16))
}

/// Known by its first bytes.
fn binary(bytes: &[u8]) -> Option<Binary> {
    let marks: [(&[u8], Binary); 3] = [
        (b"PK\x03\x04", Binary::Workbook),
        (b"\xd0\xcf\x11\xe0", Binary::OldWorkbook),
        (b"%PDF", Binary::Pdf),
    ];
    marks
        .into_iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map(|(_, kind)| kind)
}

/// With their line breaks. No character of UTF-8 or CP949 holds the byte of a line break inside.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|&byte| byte == b'\n')
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::own::test_decoder as cp949;

    fn cp949_bytes(text: &str) -> Vec<u8> {
        encoding_rs::EUC_KR.encode(text).0.into_owned()
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<(&str, Encoding), Fault>) {
        let expected = expected.map(|(text, encoding)| (text.to_owned(), encoding));
        assert_eq!(decode(bytes, &cp949), expected);
    }

    #[test]
    fn text_is_read_in_the_encoding_it_was_saved_in() {
        check("서울,1".as_bytes(), Ok(("서울,1", Encoding::Utf8)));
        check(b"\xef\xbb\xbf\xec\x84\x9c,1", Ok(("서,1", Encoding::Utf8)));
        check(b"a,b\n1,2", Ok(("a,b\n1,2", Encoding::Utf8)));
        check(b"\xff\xfeA\0\x1c\xc1", Ok(("A서", Encoding::Utf16)));
        check(b"\xfe\xff\0A\xc1\x1c", Ok(("A서", Encoding::Utf16)));
        check(
            &cp949_bytes("시도,값\n서울,1\n"),
            Ok(("시도,값\n서울,1\n", Encoding::Cp949)),
        );
        // 똠 and 펲 are in CP949 and not in EUC-KR.
        check(
            &cp949_bytes("똠방각하,펲시"),
            Ok(("똠방각하,펲시", Encoding::Cp949)),
        );
    }

    #[test]
    fn lines_of_two_encodings_are_read_each_in_its_own() {
        let mut bytes = "시도,값\n서울,1\n".as_bytes().to_vec();
        bytes.extend(cp949_bytes("부산,2\n대구,3\n"));
        let text = "시도,값\n서울,1\n부산,2\n대구,3\n";
        check(&bytes, Ok((text, Encoding::Mixed { cp949_lines: 2 })));
    }

    #[test]
    fn what_is_no_text_is_told_with_its_place() {
        check(b"a,b\n1,\0", Err(Fault::Nul { line: 2 }));
        check(b"\xff\xfeA\0\0\0", Err(Fault::Nul { line: 1 }));
        check(b"\xff\xfe\0\xd8A\0", Err(Fault::Unreadable { line: 1 }));
        check(b"a\nb\xff\xff\n", Err(Fault::Unreadable { line: 2 }));
        check(b"PK\x03\x04rest", Err(Fault::Binary(Binary::Workbook)));
        check(
            b"\xd0\xcf\x11\xe0\xa1",
            Err(Fault::Binary(Binary::OldWorkbook)),
        );
        check(b"%PDF-1.7", Err(Fault::Binary(Binary::Pdf)));
        let bytes = vec![b'1'; MAX_BYTES + 1];
        let size = bytes.len() as u64;
        check(&bytes, Err(Fault::TooLarge { bytes: size }));
    }
}
