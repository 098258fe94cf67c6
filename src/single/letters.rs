//! Bytes as letters that may stand in a script element.

/// Seven bits a letter. Three of the 128 may not stand there as they are (nothing, return, less-than): theirs is
/// the letter 256 further on, so that `letter & 127` reads every one. A sixth shorter than base 64, once both
/// are UTF-8.
pub fn write(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 7 / 6);
    // Bits that wait for their letter, the oldest highest.
    let (mut waiting, mut count) = (0_u32, 0);
    let mut push = |seven: u32| {
        let is_apart = matches!(seven, 0 | 13 | 60);
        let letter = if is_apart { seven + 256 } else { seven };
        // Below 128 or one of three Latin letters.
        out.extend(char::from_u32(letter));
    };
    for byte in bytes {
        waiting = (waiting << 8) | u32::from(*byte);
        count += 8;
        while count >= 7 {
            count -= 7;
            push((waiting >> count) & 127);
        }
        waiting &= (1 << count) - 1;
    }
    if count > 0 {
        push((waiting << (7 - count)) & 127);
    }
    out
}

/// Base 64 (RFC 4648), as a policy writes hashes.
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..4 {
            let digit = DIGITS[((bits >> (18 - 6 * at)) & 63) as usize];
            out.push(if at <= three.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As `assets/single.js` reads them.
    fn read(letters: &str) -> Vec<u8> {
        let (mut waiting, mut count) = (0_u32, 0);
        let mut out = Vec::new();
        for letter in letters.chars() {
            waiting = (waiting << 7) | (letter as u32 & 127);
            count += 7;
            if count >= 8 {
                count -= 8;
                out.push((waiting >> count) as u8);
                waiting &= (1 << count) - 1;
            }
        }
        out
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let letters = write(&bytes);
            prop_assert_eq!(read(&letters), bytes);
            prop_assert!(!letters.contains(['\0', '\r', '<']));
        }
    }

    #[test]
    fn base_64_is_that_of_the_standard() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }
}
