//! Draws the picture of every page: `kbio-atlas-press FOLDER`, run by `cargo xtask build` from the project's
//! root.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use kbio_atlas::picture::{Format, Subject, picture_path};
use kbio_atlas::{Lang, Site};

mod palette;
mod raster;

/// Beside Cargo.toml.
const PACKAGE: &str = "assets/data";

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: kbio-atlas-press FOLDER");
        return ExitCode::from(2);
    };
    match print(Path::new(&folder)) {
        Ok(count) => {
            println!("   drew {count} pictures");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Every picture in both languages and formats, on all cores.
fn print(folder: &Path) -> Result<usize, String> {
    let site = Site::read(Path::new(PACKAGE)).map_err(|errors| errors.join("\n"))?;
    let press = raster::Press::ready()?;
    let mut queue: Vec<(Subject, Lang)> = Subject::all()
        .flat_map(|subject| Lang::ALL.map(|lang| (subject, lang)))
        .collect();
    let count = queue.len() * Format::ALL.len();
    queue.reverse();
    let queue = Mutex::new(queue);
    let next = || queue.lock().ok()?.pop();
    let worker = || -> Result<(), String> {
        while let Some((subject, lang)) = next() {
            let plate = site.picture(subject, lang);
            for format in Format::ALL {
                let path = picture_path(subject, lang, format);
                let png = press
                    .png(&plate.svg(format))
                    .map_err(|error| format!("{path}: {error}"))?;
                put(&folder.join(path), &png)?;
            }
        }
        Ok(())
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        running.into_iter().try_for_each(|one| {
            one.join()
                .unwrap_or_else(|_| Err("a picture could not be drawn".to_owned()))
        })
    })?;
    Ok(count)
}

fn put(file: &Path, content: &[u8]) -> Result<(), String> {
    let at = |error: std::io::Error| format!("{}: {error}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(at)?;
    }
    fs::write(file, content).map_err(at)
}
