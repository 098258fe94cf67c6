//! Where the shown rows came from.

use super::markup::text;
use kbio_atlas::Lang;

/// A file of the reader's, pasted rows, or rows in the address, which may be anybody's.
#[derive(Debug)]
pub enum Origin {
    File(String),
    Pasted,
    Linked,
}

impl Origin {
    /// What is shown, and which: as markup.
    pub fn words(&self, lang: Lang) -> (&'static str, String) {
        let own = lang.pick("내 자료를 보는 중", "Your data");
        match self {
            Origin::File(name) => (own, text(name)),
            Origin::Pasted => (own, lang.pick("붙여넣은 자료", "Pasted rows").to_owned()),
            Origin::Linked => (
                lang.pick("주소에 담긴 자료", "Data in the address"),
                lang.pick(
                    "이 지도가 확인한 값이 아닙니다",
                    "Not checked by this atlas",
                )
                .to_owned(),
            ),
        }
    }
}
