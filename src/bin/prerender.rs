//! Writes every page of the site into Trunk's staging folder. Trunk runs it after each build
//! (`[[hooks]]` in Trunk.toml) and tells it where through the environment.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match site::write() {
        Ok(pages) => {
            println!("   prerendered {pages} pages");
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Trunk compiles the whole package for the browser; this program has no part there.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod site {
    use kbio_atlas::{Shell, site};
    use std::path::{Path, PathBuf};
    use std::{env, error::Error, fs};

    /// Fills the shell once for each page; answers how many there are.
    pub fn write() -> Result<usize, Box<dyn Error>> {
        let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
        let base = variable("TRUNK_PUBLIC_URL")?;
        let index = staging.join("index.html");
        let shell = Shell::read(&at(&index, fs::read_to_string(&index))?)?;
        let pages = site(&base);
        for page in &pages {
            let file = file(&staging, &page.path);
            let folder = file.parent().unwrap_or(&staging);
            at(folder, fs::create_dir_all(folder))?;
            let html = shell.fill(page.lang, &page.head, &page.body, &page.html_attributes);
            at(&file, fs::write(&file, html))?;
        }
        Ok(pages.len())
    }

    /// `region/43/` → `region/43/index.html`; `404.html` stays a file.
    fn file(staging: &Path, path: &str) -> PathBuf {
        if path.is_empty() || path.ends_with('/') {
            staging.join(path).join("index.html")
        } else {
            staging.join(path)
        }
    }

    fn variable(name: &str) -> Result<String, String> {
        env::var(name).map_err(|_| format!("{name} is not set: run `cargo xtask build`"))
    }

    /// Names the file in an input or output error.
    fn at<T>(path: &Path, result: std::io::Result<T>) -> Result<T, String> {
        result.map_err(|error| format!("{}: {error}", path.display()))
    }
}
