//! A PDF of one page with the picture on it (ISO 32000-1): a JPEG at print resolution, title and source as
//! the document's own, and the picture's description for screen readers.

/// What stands on the page and what the document says of itself.
#[derive(Clone, Debug)]
pub struct Leaf<'l> {
    pub jpeg: &'l [u8],
    /// Dots across and down.
    pub dots: (u32, u32),
    /// Width of the page in points, of which 72 are an inch; the height follows.
    pub width: u32,
    pub title: &'l str,
    /// The source line.
    pub subject: &'l str,
    /// Who drew it.
    pub author: &'l str,
    /// A text in place of the picture.
    pub alt: &'l str,
    /// BCP 47.
    pub lang: &'l str,
    /// The day, as `2026-11-24`.
    pub day: &'l str,
}

/// The file.
pub fn pdf(leaf: &Leaf<'_>) -> Vec<u8> {
    let (across, down) = leaf.dots;
    let width = leaf.width;
    // In hundredths of a point, rounded.
    let height = u64::from(width) * 100 * u64::from(down) / u64::from(across.max(1));
    let height = format!("{}.{:02}", height / 100, height % 100);
    let drawing = format!("/Figure <</MCID 0>> BDC q {width} 0 0 {height} 0 0 cm /Map Do Q EMC");
    let day: String = leaf.day.chars().filter(char::is_ascii_digit).collect();
    let [title, subject, author, alt, lang] =
        [leaf.title, leaf.subject, leaf.author, leaf.alt, leaf.lang].map(string);
    let image = format!(
        "<</Type /XObject /Subtype /Image /Width {across} /Height {down} /ColorSpace /DeviceRGB \
         /BitsPerComponent 8 /Filter /DCTDecode /Length {}>>",
        leaf.jpeg.len()
    );
    let contents = format!("<</Length {}>>", drawing.len());
    let objects: [(String, Option<&[u8]>); 8] = [
        (
            format!(
                "<</Type /Catalog /Pages 2 0 R /Lang {lang} /MarkInfo <</Marked true>> \
                 /StructTreeRoot 6 0 R /ViewerPreferences <</DisplayDocTitle true>>>>"
            ),
            None,
        ),
        ("<</Type /Pages /Kids [3 0 R] /Count 1>>".into(), None),
        (
            format!(
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /StructParents 0 \
                 /Resources <</XObject <</Map 5 0 R>>>> /Contents 4 0 R>>"
            ),
            None,
        ),
        (contents, Some(drawing.as_bytes())),
        (image, Some(leaf.jpeg)),
        (
            "<</Type /StructTreeRoot /K 7 0 R /ParentTree <</Nums [0 [7 0 R]]>>>>".into(),
            None,
        ),
        (
            format!("<</Type /StructElem /S /Figure /P 6 0 R /Pg 3 0 R /K 0 /Alt {alt}>>"),
            None,
        ),
        (
            format!(
                "<</Title {title} /Subject {subject} /Author {author} /Creator {author} \
                 /CreationDate (D:{day})>>"
            ),
            None,
        ),
    ];
    // The second line's bytes tell other programs that this is no text.
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (at, (dictionary, stream)) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n{dictionary}\n", at + 1).as_bytes());
        if let Some(stream) = stream {
            out.extend_from_slice(b"stream\n");
            out.extend_from_slice(stream);
            out.extend_from_slice(b"\nendstream\n");
        }
        out.extend_from_slice(b"endobj\n");
    }
    let table = out.len();
    let count = places.len() + 1;
    out.extend_from_slice(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end =
        format!("trailer\n<</Size {count} /Root 1 0 R /Info 8 0 R>>\nstartxref\n{table}\n%%EOF\n");
    out.extend_from_slice(end.as_bytes());
    out
}

/// A text as UTF-16 in hexadecimal, which holds every letter and needs no escaping.
fn string(text: &str) -> String {
    let mut out = String::from("<FEFF");
    for unit in text.encode_utf16() {
        out.push_str(&format!("{unit:04X}"));
    }
    out.push('>');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        pdf(&Leaf {
            jpeg: b"\xff\xd8 endobj \xff\xd9",
            dots: (2480, 3400),
            width: 595,
            title: "오송 (A)",
            subject: "source",
            author: "K-Bio Cluster Atlas",
            alt: "a map",
            lang: "ko",
            day: "2026-11-24",
        })
    }

    fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
        bytes.windows(word.len()).rposition(|part| part == word)
    }

    #[test]
    fn the_table_points_to_every_object() {
        let bytes = written();
        assert!(bytes.starts_with(b"%PDF-1.7\n") && bytes.ends_with(b"%%EOF\n"));
        let start = find(&bytes, b"startxref\n").unwrap() + 10;
        let digits: Vec<u8> = bytes[start..]
            .iter()
            .copied()
            .take_while(u8::is_ascii_digit)
            .collect();
        let table: usize = String::from_utf8(digits).unwrap().parse().unwrap();
        let lines = String::from_utf8(bytes[table..].to_vec()).unwrap();
        let mut lines = lines.lines();
        assert_eq!((lines.next(), lines.next()), (Some("xref"), Some("0 9")));
        assert_eq!(lines.next(), Some("0000000000 65535 f "));
        for object in 1..9 {
            let line = lines.next().unwrap();
            // With its end, an entry takes 20 bytes.
            assert_eq!(line.len(), 19, "{line}");
            let place: usize = line[..10].parse().unwrap();
            let head = format!("{object} 0 obj\n");
            assert!(
                bytes[place..].starts_with(head.as_bytes()),
                "object {object}"
            );
        }
    }

    #[test]
    fn the_page_is_as_high_as_its_picture_wants() {
        let text = String::from_utf8_lossy(&written()).into_owned();
        assert!(text.contains("/MediaBox [0 0 595 815.72]"), "{text}");
        assert!(text.contains("/Length 12>>\nstream\n"), "{text}");
    }

    #[test]
    fn title_and_source_are_the_document_s_own() {
        assert_eq!(string("오송 (A)"), "<FEFFC624C1A10020002800410029>");
        assert_eq!(string("𝐊"), "<FEFFD835DC0A>");
        let text = String::from_utf8_lossy(&written()).into_owned();
        assert!(text.contains("/Title <FEFFC624C1A10020002800410029>"));
        assert!(text.contains("/CreationDate (D:20261124)"));
    }
}
