//! The project's commands, as a library so that the tests can use the same pieces: the pinned tool
//! versions ([`toolchain`]), the compressed sizes a reader downloads ([`compress`]) and the static
//! host ([`host`]).
//!
//! | module | what |
//! |---|---|
//! | [`task`] | the list of tasks, their help and their arguments |
//! | [`toolchain`] | which tools, which versions, how each is installed |
//! | [`dist`] | `cargo xtask build`: the site in `dist/` |
//! | [`serve`] | `cargo xtask serve`: the site on a local port |
//! | [`test`] | `cargo xtask test`: every ring of tests in order |
//! | [`pictures`], [`public_url`] | the picture of every page; where the site will stand |
//! | [`data`] | `cargo xtask data`: the outlines in `assets/data/`, from the official ones |
//! | [`resizers`] | other people's scripts that the browser tests try our embeds in |
//! | [`policy`] | the headers of every host |
//! | [`compress`], [`host`], [`http`], [`step`] | what the tasks are made of |

pub mod compress;
pub mod data;
pub mod dist;
pub mod host;
pub mod http;
pub mod pictures;
pub mod policy;
pub mod public_url;
pub mod resizers;
pub mod serve;
pub mod step;
pub mod task;
pub mod test;
pub mod toolchain;

use std::path::Path;

/// A task either succeeds or says in one sentence what is wrong and what to do.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The repository's root, wherever `cargo xtask` was called from.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask/ lies inside the repository")
}
