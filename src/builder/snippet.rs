//! The text to paste, for each kind of place. Every value is escaped for where it stands.

use super::choice::{Choice, Size};
use crate::escape::escape;
use crate::text::Lang;

/// A kind of place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A page that takes HTML: a frame alone.
    Html,
    /// The same with the atlas' own element, which follows the height.
    Script,
    WordPress,
    /// Blogs that take pictures and links alone.
    Picture,
    Amp,
    React,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Html,
        Kind::Script,
        Kind::WordPress,
        Kind::Picture,
        Kind::Amp,
        Kind::React,
    ];

    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Kind::Html => lang.pick("HTML", "HTML"),
            Kind::Script => lang.pick("HTML, 높이 자동", "HTML, height by itself"),
            Kind::WordPress => lang.pick("워드프레스", "WordPress"),
            Kind::Picture => lang.pick(
                "네이버 블로그·티스토리: 그림과 링크",
                "Naver, Tistory: picture and link",
            ),
            Kind::Amp => "AMP",
            Kind::React => "React",
        }
    }

    /// Where it goes, in a line.
    pub fn note(self, lang: Lang) -> &'static str {
        match self {
            Kind::Html => lang.pick(
                "어디에나 붙일 수 있습니다. 스크립트가 없으므로 높이는 적힌 대로입니다. 높이를 맞추는 스크립트(Datawrapper, Pym, iframe-resizer 등)가 이미 있는 기사라면 그대로 따라 맞춥니다.",
                "Goes anywhere. There is no script in it, so the height stays as written, unless the article already has a script that fits frames (Datawrapper's, Pym, iframe-resizer and others): those are answered.",
            ),
            Kind::Script => lang.pick(
                "화면 너비에 따라 높이가 맞춰집니다. 스크립트가 막힌 곳에서는 그림과 링크가 보입니다.",
                "The height follows the width. Where scripts are barred, a picture with a link stands in its place.",
            ),
            Kind::WordPress => lang.pick(
                "‘사용자 정의 HTML’ 블록 또는 코드 편집기에 붙입니다.",
                "For a Custom HTML block, or the code editor.",
            ),
            Kind::Picture => lang.pick(
                "프레임을 지우는 편집기용입니다. HTML 모드에 붙이거나 그림을 올리고 링크를 거십시오.",
                "For editors that remove frames: paste in HTML mode, or upload the picture and link it.",
            ),
            Kind::Amp => lang.pick(
                "amp-iframe 스크립트를 문서 머리에 한 번 넣습니다. 첫 화면에서 600 px 아래에 두어야 합니다.",
                "The amp-iframe script goes into the head once; the frame must start 600 px below the top.",
            ),
            Kind::React => lang.pick(
                "Next.js 등에서도 그대로 씁니다.",
                "Also for Next.js and the like.",
            ),
        }
    }
}

/// The text.
pub fn snippet(kind: Kind, choice: &Choice) -> String {
    match kind {
        Kind::Html => frame(choice),
        Kind::Script => element(choice),
        Kind::WordPress => format!("<!-- wp:html -->\n{}\n<!-- /wp:html -->", frame(choice)),
        Kind::Picture => picture_with_caption(choice),
        Kind::Amp => amp(choice),
        Kind::React => react(choice),
    }
}

fn frame(choice: &Choice) -> String {
    let (width, style) = match choice.size {
        Size::Responsive { height } => (
            "100%".to_string(),
            format!("border:0;width:100%;min-height:{height}px"),
        ),
        Size::Fixed { width, .. } => (width.to_string(), "border:0;max-width:100%".to_string()),
    };
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\" loading=\"lazy\" style=\"{style}\"></iframe>",
        escape(&choice.frame()),
        escape(&choice.title()),
        choice.size.height(),
    )
}

fn element(choice: &Choice) -> String {
    let mut view = choice.view.path();
    if !choice.hash.is_empty() {
        view.push('#');
        view.push_str(&choice.hash);
    }
    let flags: String = choice
        .flags()
        .into_iter()
        .map(|(name, value)| format!(" {name}=\"{value}\""))
        .collect();
    let width = match choice.size {
        Size::Responsive { .. } => String::new(),
        Size::Fixed { width, .. } => format!(" style=\"max-width:{width}px\""),
    };
    format!(
        "<kbio-map view=\"{}\" lang=\"{}\" height=\"{}\" title=\"{}\"{flags}{width}>\n  {}\n</kbio-map>\n\
         <script src=\"{}embed.v1.js\" async></script>",
        escape(&view),
        choice.lang.tag(),
        choice.size.height(),
        escape(&choice.title()),
        linked_picture(choice),
        escape(&choice.site),
    )
}

fn linked_picture(choice: &Choice) -> String {
    format!(
        "<a href=\"{}\" target=\"_blank\" rel=\"noopener\"><img src=\"{}\" alt=\"{}\" width=\"1200\" height=\"630\" \
         loading=\"lazy\" style=\"width:100%;height:auto\"></a>",
        escape(&choice.page()),
        escape(&choice.picture()),
        escape(&choice.title()),
    )
}

fn picture_with_caption(choice: &Choice) -> String {
    let site = choice.lang.text().site;
    format!(
        "<p>{}</p>\n<p>{} | <a href=\"{}\" target=\"_blank\" rel=\"noopener\">{site}</a></p>",
        linked_picture(choice),
        escape(&choice.title()),
        escape(&choice.page()),
    )
}

fn amp(choice: &Choice) -> String {
    let size = match choice.size {
        Size::Responsive { height } => {
            format!("width=\"auto\" height=\"{height}\" layout=\"fixed-height\"")
        }
        Size::Fixed { width, height } => {
            format!("width=\"{width}\" height=\"{height}\" layout=\"fixed\"")
        }
    };
    let more = choice.lang.pick("펼쳐 보기", "Show all");
    format!(
        "<script async custom-element=\"amp-iframe\" src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"></script>\n\n\
         <amp-iframe src=\"{}\" title=\"{title}\" {size} sandbox=\"allow-scripts allow-same-origin allow-popups \
         allow-popups-to-escape-sandbox\" frameborder=\"0\" resizable>\n  \
         <amp-img src=\"{}\" alt=\"{title}\" layout=\"fill\" placeholder></amp-img>\n  \
         <div overflow tabindex=\"0\" role=\"button\" aria-label=\"{more}\">{more}</div>\n\
         </amp-iframe>",
        escape(&choice.frame()),
        escape(&choice.picture()),
        title = escape(&choice.title()),
    )
}

fn react(choice: &Choice) -> String {
    let (width, height) = match choice.size {
        Size::Responsive { height } => ("\"100%\"".to_string(), height),
        Size::Fixed { width, height } => (width.to_string(), height),
    };
    format!(
        "export function KBioMap() {{\n  return (\n    <iframe\n      src=\"{}\"\n      title=\"{}\"\n      loading=\"lazy\"\n      \
         style={{{{ border: 0, width: {width}, maxWidth: \"100%\", height: {height} }}}}\n    />\n  );\n}}",
        escape(&choice.frame()),
        escape(&choice.title()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(text: &str) -> Choice {
        Choice::parse(&format!("site=https://example.org/\n{text}"), Lang::En)
    }

    #[track_caller]
    fn check(kind: Kind, text: &str, parts: &[&str]) {
        let found = snippet(kind, &choice(text));
        for part in parts {
            assert!(found.contains(part), "{kind:?} lacks `{part}`:\n{found}");
        }
    }

    #[test]
    fn a_frame_has_a_name_waits_for_its_turn_and_keeps_its_place_free() {
        check(
            Kind::Html,
            "view=region/43/\nlang=en\nheight=700\ndark=auto",
            &[
                "<iframe src=\"https://example.org/en/embed/region/43/?dark=auto\" title=\"North Chungcheong",
                " width=\"100%\" height=\"700\" loading=\"lazy\"",
                "min-height:700px",
            ],
        );
        check(
            Kind::Html,
            "size=fixed\nwidth=600\nheight=700",
            &[" width=\"600\" height=\"700\"", "max-width:100%"],
        );
    }

    #[test]
    fn the_element_names_view_and_flags_and_holds_a_picture_with_a_link() {
        check(
            Kind::Script,
            "view=region/43/\nhash=measure=share&year=2022\nplain=true",
            &[
                "<kbio-map view=\"region/43/#measure=share&amp;year=2022\" lang=\"en\" height=\"860\"",
                " plain=\"true\">",
                "<a href=\"https://example.org/en/region/43/#measure=share&amp;year=2022\"",
                "<img src=\"https://example.org/en/picture/region-43.png\" alt=\"",
                "<script src=\"https://example.org/embed.v1.js\" async></script>",
            ],
        );
    }

    #[test]
    fn each_place_gets_what_it_takes() {
        check(
            Kind::WordPress,
            "",
            &["<!-- wp:html -->\n<iframe ", "</iframe>\n<!-- /wp:html -->"],
        );
        check(
            Kind::Picture,
            "view=story/3/",
            &[
                "picture/story-3.png",
                "href=\"https://example.org/en/story/#step=3\"",
            ],
        );
        check(
            Kind::Amp,
            "",
            &[
                " resizable>",
                " placeholder>",
                "<div overflow ",
                "layout=\"fixed-height\"",
            ],
        );
        check(
            Kind::React,
            "",
            &[
                "style={{ border: 0, width: \"100%\"",
                "export function KBioMap()",
            ],
        );
        for (kind, text) in [(Kind::Picture, ""), (Kind::WordPress, ""), (Kind::Html, "")] {
            assert!(
                !snippet(kind, &choice(text)).contains("<script"),
                "{kind:?} has a script"
            );
        }
    }

    #[test]
    fn nothing_that_is_chosen_leaves_its_attribute() {
        let hostile = "view=\"><script>\nhash=\"><script>alert(1)</script>\nlang=\"\nheight=\">";
        let mut choice = choice(hostile);
        choice.site = "https://example.org/\"><script>/".to_string();
        for kind in Kind::ALL {
            let found = snippet(kind, &choice);
            let scripts = found.matches("<script").count();
            let own = usize::from(matches!(kind, Kind::Script | Kind::Amp));
            assert_eq!(scripts, own, "{kind:?}:\n{found}");
        }
    }
}
