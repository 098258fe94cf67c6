//! How the regions are laid out: as they lie, as equal tiles, or as circles of their population.

#[cfg(not(target_arch = "wasm32"))]
use crate::text::Name;

/// A layout of the map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Arrangement {
    /// The land as it is.
    #[default]
    Map,
    /// A tile of one size for every region.
    Tiles,
    /// A circle for every region, as large as its population.
    Circles,
}

impl Arrangement {
    pub const ALL: [Arrangement; 3] = [Arrangement::Map, Arrangement::Tiles, Arrangement::Circles];

    /// The value of `layout` in the hash and of `data-layout`.
    pub fn slug(self) -> &'static str {
        match self {
            Arrangement::Map => "map",
            Arrangement::Tiles => "tiles",
            Arrangement::Circles => "circles",
        }
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Self> {
        Arrangement::ALL
            .into_iter()
            .find(|arrangement| arrangement.slug() == slug)
    }

    /// The control's words.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn name(self) -> Name {
        match self {
            Arrangement::Map => Name {
                ko: "지도",
                en: "Map",
            },
            Arrangement::Tiles => Name {
                ko: "타일",
                en: "Tiles",
            },
            Arrangement::Circles => Name {
                ko: "원",
                en: "Circles",
            },
        }
    }
}

/// What the browser fetches when a reader first wants another layout or patterns, under the language's root.
pub const FILE: &str = "layout/sido.txt";
