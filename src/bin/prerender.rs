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
    use kbio_atlas::{Address, Shell, Site};
    use std::hash::{DefaultHasher, Hasher};
    use std::path::{Path, PathBuf};
    use std::{env, error::Error, fs};

    /// Beside Cargo.toml, where Trunk runs its hooks.
    const PACKAGE: &str = "assets/data";

    /// Fills the shell once for each page and writes what the pages fetch later; answers how many pages
    /// there are.
    pub fn write() -> Result<usize, Box<dyn Error>> {
        let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
        let base = variable("TRUNK_PUBLIC_URL")?;
        let lab = format!("{base}{}", name_lab(&staging)?);
        let address = Address {
            lab,
            origin: env::var("KBIO_ORIGIN").unwrap_or_default(),
            base,
        };
        let index = staging.join("index.html");
        let shell = Shell::read(&at(&index, fs::read_to_string(&index))?)?;
        let site = Site::read(Path::new(PACKAGE)).map_err(|errors| errors.join("\n"))?;

        let mut pages = 0;
        for page in site.documents(&address) {
            let html = shell.fill(page.lang, &page.head, &page.body, &page.html_attributes);
            put(&file(&staging, &page.path), html.as_bytes())?;
            pages += 1;
        }
        for (path, html) in site.fragments(&address) {
            put(&staging.join(path), html.as_bytes())?;
        }
        for (path, bytes) in site.downloads() {
            put(&staging.join(path), bytes)?;
        }
        Ok(pages)
    }

    /// Gives the lab's two files names with a hash of their content, which Trunk does not do for a worker, so
    /// that an old page never meets a new lab; answers the name of the script.
    fn name_lab(staging: &Path) -> Result<String, String> {
        const SCRIPT: &str = "lab.js";
        const WASM: &str = "lab_bg.wasm";
        let read = |name: &str| at(&staging.join(name), fs::read(staging.join(name)));
        let (script, wasm) = (read(SCRIPT)?, read(WASM)?);
        let mut hasher = DefaultHasher::new();
        hasher.write(&script);
        hasher.write(&wasm);
        let hash = hasher.finish();
        let (script_name, wasm_name) = (
            format!("lab-{hash:016x}.js"),
            format!("lab-{hash:016x}_bg.wasm"),
        );
        let mut script = String::from_utf8(script).map_err(|_| format!("{SCRIPT} is not UTF-8"))?;
        // The glue only offers to start; a worker has nobody else to do it.
        script.push_str(&format!(
            "\n__wbg_init({{ module_or_path: new URL(\"{wasm_name}\", import.meta.url) }});\n"
        ));
        put(&staging.join(&script_name), script.as_bytes())?;
        let (old, new) = (staging.join(WASM), staging.join(wasm_name));
        at(&old, fs::rename(&old, new))?;
        let old = staging.join(SCRIPT);
        at(&old, fs::remove_file(&old))?;
        Ok(script_name)
    }

    fn put(file: &Path, content: &[u8]) -> Result<(), String> {
        if let Some(folder) = file.parent() {
            at(folder, fs::create_dir_all(folder))?;
        }
        at(file, fs::write(file, content))
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
