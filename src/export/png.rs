//! A PNG that says its size in print and what it shows: chunks `pHYs` and `iTXt` (PNG, third edition, §11.3).

/// Before every PNG.
const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";
/// Signature and the header chunk, which is always first and of one length.
const HEAD: usize = 8 + 12 + 13;

/// The picture with its dots to the inch and texts (keyword and words) after its header; `None` where the
/// bytes are no PNG.
pub fn annotated(png: &[u8], dots_per_inch: u32, texts: &[(&str, &str)]) -> Option<Vec<u8>> {
    let (head, rest) = png.split_at_checked(HEAD)?;
    if !head.starts_with(SIGNATURE) || &head[12..16] != b"IHDR" {
        return None;
    }
    let mut out = head.to_vec();
    // An inch is 0.0254 m.
    let per_metre = ((u64::from(dots_per_inch) * 10_000 + 127) / 254) as u32;
    let size = per_metre.to_be_bytes();
    chunk(&mut out, b"pHYs", &[&size, &size, &[1]]);
    for (keyword, words) in texts {
        // Not compressed, in no stated language, without a translated keyword.
        chunk(
            &mut out,
            b"iTXt",
            &[keyword.as_bytes(), &[0; 5], words.as_bytes()],
        );
    }
    out.extend_from_slice(rest);
    Some(out)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.extend_from_slice(&(length as u32).to_be_bytes());
    let start = out.len();
    out.extend_from_slice(kind);
    for part in parts {
        out.extend_from_slice(part);
    }
    let sum = crc(&out[start..]);
    out.extend_from_slice(&sum.to_be_bytes());
}

/// CRC-32 as PNG and gzip have it.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let is_odd = sum & 1;
            sum = (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(is_odd));
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One transparent dot, as another program writes it.
    const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\x0bIDATx\x9cc`\0\x02\0\0\x05\0\x01z^\xab?\0\0\0\0IEND\xaeB`\x82";

    /// Kind and data of each chunk, whose sums must be right.
    fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut out = Vec::new();
        let mut rest = &png[8..];
        while !rest.is_empty() {
            let number = |at: usize| u32::from_be_bytes(rest[at..at + 4].try_into().unwrap());
            let length = number(0) as usize;
            let body = &rest[4..8 + length];
            assert_eq!(crc(body), number(8 + length), "{:?}", &body[..4]);
            out.push((
                String::from_utf8_lossy(&body[..4]).into(),
                body[4..].to_vec(),
            ));
            rest = &rest[12 + length..];
        }
        out
    }

    #[test]
    fn the_sum_is_the_one_of_the_standard() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn size_and_words_stand_before_the_pixels() {
        let png = annotated(DOT, 300, &[("Title", "오송")]).unwrap();
        let chunks = chunks(&png);
        let kinds: Vec<&str> = chunks.iter().map(|(kind, _)| &**kind).collect();
        assert_eq!(kinds, ["IHDR", "pHYs", "iTXt", "IDAT", "IEND"]);
        // 300 dots to the inch are 11,811 to the metre.
        assert_eq!(chunks[1].1, [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
        assert_eq!(chunks[2].1, "Title\0\0\0\0\0오송".as_bytes());
    }

    #[test]
    fn what_is_no_png_is_refused() {
        for bytes in [&b""[..], b"\xff\xd8\xff", &DOT[..30], &[0; 64]] {
            assert_eq!(annotated(bytes, 96, &[]), None);
        }
    }
}
