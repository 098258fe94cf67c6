//! Every visible string, Korean and English side by side, so that the compiler proves completeness.

/// The two languages of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    #[default]
    Ko,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Ko, Lang::En];

    /// The BCP 47 tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ko => "ko",
            Lang::En => "en",
        }
    }

    /// Picks one of two strings.
    pub const fn pick<'a>(self, ko: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}

/// A name in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    pub ko: &'static str,
    pub en: &'static str,
}

impl Name {
    pub const fn get(&self, lang: Lang) -> &'static str {
        lang.pick(self.ko, self.en)
    }
}
