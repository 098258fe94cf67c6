//! Brotli and gzip copies beside each file, made once here so that a static host need not compress.

use crate::Result;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Extensions that shrink. Pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 13] = [
    "css",
    "csv",
    "geojson",
    "html",
    "js",
    "json",
    "md",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// The bytes a browser downloads with `Content-Encoding: br`, at the highest quality (11).
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)
        .expect("reading and writing memory cannot fail");
    out
}

/// The bytes a browser downloads with `Content-Encoding: gzip`, at the highest level.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing memory cannot fail")
}

/// Sums over the files that [`beside`] compressed, in bytes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    pub files: usize,
    pub plain: usize,
    pub brotli: usize,
}

/// Writes `NAME.br` and `NAME.gz` beside every compressible file under `folder`, on all cores.
pub fn beside(folder: &Path) -> Result<Total> {
    let mut queue: Vec<PathBuf> = files(folder)?;
    queue.retain(|path| is_compressible(path));
    // The largest files last, because workers take from the end: none is left to run alone.
    queue.sort_by_key(|path| fs::metadata(path).map_or(0, |metadata| metadata.len()));
    let queue = Mutex::new(queue);
    let next = || queue.lock().expect("no worker panics").pop();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let worker = || -> Result<Total> {
        let mut total = Total::default();
        while let Some(path) = next() {
            let bytes = read(&path)?;
            let small = brotli(&bytes);
            total.files += 1;
            total.plain += bytes.len();
            total.brotli += small.len();
            write(&with_suffix(&path, "br"), &small)?;
            write(&with_suffix(&path, "gz"), &gzip(&bytes))?;
        }
        Ok(total)
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        running.into_iter().try_fold(Total::default(), |sum, one| {
            let one = one.join().expect("no worker panics")?;
            Ok(Total {
                files: sum.files + one.files,
                plain: sum.plain + one.plain,
                brotli: sum.brotli + one.brotli,
            })
        })
    })
}

/// Every file under a folder, in name order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `page.html` → `page.html.br`.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn is_compressible(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_encodings_give_the_same_bytes_back() {
        let text = "오송 바이오밸리 ".repeat(500);
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes()).as_slice(), &mut from_brotli)
            .unwrap();
        assert_eq!(from_brotli, text.as_bytes());
        let mut from_gzip = String::new();
        flate2::read::GzDecoder::new(gzip(text.as_bytes()).as_slice())
            .read_to_string(&mut from_gzip)
            .unwrap();
        assert_eq!(from_gzip, text);
    }

    #[test]
    fn text_and_wasm_get_copies_and_pictures_do_not() {
        let check = |name: &str, expected: bool| {
            assert_eq!(is_compressible(Path::new(name)), expected, "{name}");
        };
        check("index.html", true);
        check("kbio_atlas-0123_bg.wasm", true);
        check("data/regional.csv", true);
        check("og/osong.png", false);
        check("index.html.br", false);
        check("LICENSE", false);
    }
}
