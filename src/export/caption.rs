//! The words that go with a picture of a view, inside it and beside it.

use super::dossier::Provenance;
use crate::text::Lang;

/// The words about a view.
#[derive(Clone, Debug)]
pub struct Caption {
    pub lang: Lang,
    pub title: String,
    /// What is measured, where, when; empty where the page has no such line.
    pub deck: String,
    /// The view in a paragraph; empty where there is none.
    pub description: String,
    /// Who counted, and whose borders these are: each a part of the source line.
    pub sources: Vec<String>,
    /// The whole address of the view.
    pub address: String,
    /// The day of the download: `2026-11-24`.
    pub day: String,
}

impl Caption {
    /// The line under the picture: "자료: … · 지도: K-바이오 클러스터 지도".
    pub fn credit(&self) -> String {
        let map = self.lang.pick("지도", "Map");
        format!("{} · {map}: {}", self.source_line(), self.lang.text().site)
    }

    /// "자료: 국내 바이오산업 실태조사 · 경계: …".
    pub fn source_line(&self) -> String {
        let source = self.lang.text().source;
        format!("{source}: {}", self.sources.join(" · "))
    }

    /// How the view is cited.
    pub fn citation(&self, provenance: &Provenance<'_>) -> String {
        let Caption {
            title,
            deck,
            address,
            day,
            ..
        } = self;
        let site = self.lang.text().site;
        let deck = if deck.is_empty() {
            String::new()
        } else {
            format!(" {deck}.")
        };
        // The deck names the survey; this is the publication behind it.
        let source = match (provenance.publisher, provenance.title) {
            ("", _) => String::new(),
            (publisher, title) => {
                format!(" {}: {publisher}, {title}.", self.lang.text().source)
            }
        };
        match self.lang {
            Lang::Ko => format!("{site}, 「{title}」.{deck}{source} {address} ({day} 확인)"),
            Lang::En => format!("{site}. “{title}.”{deck}{source} {address} (accessed {day})"),
        }
    }

    /// A text in place of the picture.
    pub fn alt(&self) -> String {
        // A description says itself that there is a map.
        let words = if self.description.is_empty() {
            let map = self.lang.pick("지도", "Map");
            format!("{map}: {}. {}", self.title, self.deck)
        } else {
            self.description.clone()
        };
        words.trim_end_matches([' ', '.']).to_owned() + "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(lang: Lang) -> Caption {
        Caption {
            lang,
            title: lang
                .pick(
                    "열에 여섯은 수도권에",
                    "Six in ten are in the capital region",
                )
                .into(),
            deck: lang
                .pick(
                    "시·도별 바이오 기업(곳), 2022년",
                    "Biotech firms by province, 2022",
                )
                .into(),
            description: String::new(),
            sources: vec!["KB".into(), "SGIS".into()],
            address: "https://example.org/#measure=share".into(),
            day: "2026-11-24".into(),
        }
    }

    const KB: Provenance<'_> = Provenance {
        id: "KB22",
        title: "Overview",
        publisher: "KoreaBIO",
        date: "",
        url: "",
        terms: "",
    };

    #[test]
    fn a_citation_says_what_whose_where_and_when() {
        assert_eq!(
            caption(Lang::Ko).citation(&KB),
            "K-바이오 클러스터 지도, 「열에 여섯은 수도권에」. 시·도별 바이오 기업(곳), 2022년. 자료: KoreaBIO, Overview. https://example.org/#measure=share (2026-11-24 확인)"
        );
        assert_eq!(
            caption(Lang::En).citation(&KB),
            "K-Bio Cluster Atlas. “Six in ten are in the capital region.” Biotech firms by province, 2022. Source: KoreaBIO, Overview. https://example.org/#measure=share (accessed 2026-11-24)"
        );
    }

    #[test]
    fn without_a_source_or_a_deck_nothing_stands_for_them() {
        let mut caption = caption(Lang::En);
        caption.deck.clear();
        let citation = caption.citation(&Provenance::default());
        assert_eq!(
            citation,
            "K-Bio Cluster Atlas. “Six in ten are in the capital region.” https://example.org/#measure=share (accessed 2026-11-24)"
        );
    }

    #[test]
    fn the_credit_names_the_map() {
        assert_eq!(
            caption(Lang::Ko).credit(),
            "자료: KB · SGIS · 지도: K-바이오 클러스터 지도"
        );
    }

    #[test]
    fn the_description_stands_for_the_picture_and_without_it_the_title() {
        let mut caption = caption(Lang::En);
        assert_eq!(
            caption.alt(),
            "Map: Six in ten are in the capital region. Biotech firms by province, 2022."
        );
        caption.description = "Seoul has most.".into();
        assert_eq!(caption.alt(), "Seoul has most.");
    }
}
