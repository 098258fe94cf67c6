//! Writes every page of the site into Trunk's staging folder. Trunk runs it after each build
//! (`[[hooks]]` in Trunk.toml) and tells it where through the environment.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match site::write() {
        Ok(pages) => {
            println!("   prerendered {pages} pages");
            if let Some(lack) = site::lack_of_origin() {
                println!("   {lack}");
            }
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
    use kbio_atlas::export::single_file;
    use kbio_atlas::single::{Parts, Program};
    use kbio_atlas::{Address, Lang, Shell, Site};
    use std::path::{Path, PathBuf};
    use std::{env, error::Error, fs};

    /// Beside Cargo.toml, where Trunk runs its hooks.
    const PACKAGE: &str = "assets/data";

    /// In the page itself too, for hosts that cannot send it as a header. Who may frame a page only a header can say.
    const POLICY: &str = include_str!("../../deploy/content-security-policy.txt");

    /// Fills the shell once for each page and writes what the pages fetch later; answers how many pages
    /// there are.
    pub fn write() -> Result<usize, Box<dyn Error>> {
        let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
        let base = variable("TRUNK_PUBLIC_URL")?;
        let parts = Parts {
            style: only(&staging, "app-", ".css")?,
            theme: only(&staging, "theme-", ".js")?,
            programs: vec![
                program(&staging, "atlas", "atlas-")?,
                program(&staging, "instruments", "instruments")?,
            ],
        };
        let lab = format!("{base}{}", name_by_content(&staging, "lab")?);
        let solver = format!("{base}{}", name_by_content(&staging, "solver")?);
        let instruments = format!("{base}{}", name_by_content(&staging, "instruments")?);
        let export = format!("{base}{}", name_by_content(&staging, "export")?);
        let address = Address {
            export,
            lab,
            solver,
            instruments,
            origin: origin(),
            base,
        };
        let index = staging.join("index.html");
        let frame = Shell::read(&at(&index, fs::read_to_string(&index))?)?;
        let site = Site::read(Path::new(PACKAGE)).map_err(|errors| errors.join("\n"))?;

        // `trunk serve` puts its own inline script into a page, to load it anew after an edit.
        let policy = match variable("TRUNK_PROFILE")?.as_str() {
            "release" => {
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")
            }
            _ => String::new(),
        };

        let mut pages = 0;
        let of_site = [frame.site().without_client(), frame.site()];
        let of_embeds = [frame.embed().without_client(), frame.embed()];
        for page in site.documents(&address) {
            let shells = if page.is_embed { &of_embeds } else { &of_site };
            let shell = &shells[usize::from(page.has_map)];
            let head = format!("{policy}{}", page.head);
            let html = shell.fill(page.lang, &head, &page.body, &page.html_attributes);
            put(&file(&staging, &page.path), html.as_bytes())?;
            pages += 1;
        }
        for (path, html) in site.fragments(&address) {
            put(&staging.join(path), html.as_bytes())?;
        }
        for (path, text) in site.announcements(&address) {
            put(&staging.join(path), text.as_bytes())?;
        }
        let home = match address.origin.as_str() {
            "" => String::new(),
            origin => format!("{origin}{}", address.base),
        };
        for lang in Lang::ALL {
            let html = site.single(&parts, lang, &home)?;
            put(&staging.join(single_file(lang)), html.as_bytes())?;
        }
        for (path, bytes) in site.downloads() {
            put(&staging.join(path), bytes)?;
        }
        Ok(pages)
    }

    /// The one file in the staging folder whose name begins and ends like this.
    fn only(staging: &Path, start: &str, end: &str) -> Result<String, String> {
        let path = place_of(staging, start, end)?;
        at(&path, fs::read_to_string(&path))
    }

    fn place_of(staging: &Path, start: &str, end: &str) -> Result<PathBuf, String> {
        let files = at(staging, fs::read_dir(staging))?;
        let mut named = files.filter_map(|file| {
            let file = file.ok()?;
            let name = file.file_name();
            let name = name.to_str()?;
            (name.starts_with(start) && name.ends_with(end)).then(|| file.path())
        });
        match (named.next(), named.next()) {
            (Some(path), None) => Ok(path),
            _ => Err(format!(
                "{}: expected one file named {start}…{end}",
                staging.display()
            )),
        }
    }

    /// A program as Trunk left it: the single file starts it in its own way.
    fn program(staging: &Path, name: &'static str, start: &str) -> Result<Program, String> {
        let wasm = place_of(staging, start, "_bg.wasm")?;
        Ok(Program {
            name,
            glue: only(staging, start, ".js")?,
            wasm: at(&wasm, fs::read(&wasm))?,
        })
    }

    /// Gives the two files of a program names with a hash of their content, which Trunk does for the first
    /// program alone, so that an old page never meets a new one; answers the name of the script.
    fn name_by_content(staging: &Path, program: &str) -> Result<String, String> {
        let plain = (format!("{program}.js"), format!("{program}_bg.wasm"));
        let read = |name: &str| at(&staging.join(name), fs::read(staging.join(name)));
        let (script, wasm) = (read(&plain.0)?, read(&plain.1)?);
        let hash = fnv1a([script.as_slice(), &wasm].concat().as_slice());
        let named = (
            format!("{program}-{hash:016x}.js"),
            format!("{program}-{hash:016x}_bg.wasm"),
        );
        let mut script =
            String::from_utf8(script).map_err(|_| format!("{} is not UTF-8", plain.0))?;
        // The glue only offers to start; these programs have nobody else to do it.
        script.push_str(&format!(
            "\nawait __wbg_init({{ module_or_path: new URL(\"{}\", import.meta.url) }});\n",
            named.1
        ));
        put(&staging.join(&named.0), script.as_bytes())?;
        put(&staging.join(&named.1), &wasm)?;
        for name in [plain.0, plain.1] {
            at(&staging.join(&name), fs::remove_file(staging.join(&name)))?;
        }
        Ok(named.0)
    }

    /// The 64-bit hash of Fowler, Noll and Vo: it only has to differ where the content does.
    fn fnv1a(bytes: &[u8]) -> u64 {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }

    /// `https://example.org`, from `cargo xtask build --public-url`; empty where it is not known.
    fn origin() -> String {
        env::var("KBIO_ORIGIN").unwrap_or_default()
    }

    /// What a site does without that does not know its origin.
    pub fn lack_of_origin() -> Option<&'static str> {
        origin().is_empty().then_some(
            "no origin is known: no sitemap.xml, and links for previews and embeds begin with `/`; \
             `--public-url https://host/folder/` mends it",
        )
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
