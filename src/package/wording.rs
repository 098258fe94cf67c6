//! Words of the package, in both languages.

use crate::text::Lang;

/// A text in Korean and English; the owned brother of [`crate::text::Name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wording {
    pub ko: String,
    pub en: String,
}

impl Wording {
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.ko, &self.en)
    }

    /// The items of a list parted by `; `.
    pub fn items(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.get(lang).split("; ")
    }
}
