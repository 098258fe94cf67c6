//! The style sheet of a picture: the light page's colours as numbers, for a renderer that knows neither
//! variables nor a reader's settings.

use std::fmt::Write as _;

/// What the letters are set in; `press/` refuses to work without it.
pub const FONT: &str = "Noto Sans CJK KR";

pub const PAGE: &str = "#ffffff";
pub const INK: &str = "#0f1f29";
pub const MUTED: &str = "#556873";
pub const HAIRLINE: &str = "#d3dce1";
pub const ACCENT: &str = "#c23c06";

/// `data-tone`, its colour, and the colour of letters on it.
const TONES: [(&str, &str, &str); 17] = [
    ("zero", "#eaf1f3", INK),
    ("1", "#cfe4ea", INK),
    ("2", "#b4d3dc", INK),
    ("3", "#98c2cf", INK),
    ("4", "#7cb0bf", INK),
    ("5", "#5f9eb0", INK),
    ("6", "#4b8fa5", INK),
    ("7", "#2f7890", PAGE),
    ("8", "#1f637b", PAGE),
    ("9", "#0e4f66", PAGE),
    ("d1", "#5c2f95", PAGE),
    ("d2", "#8156c0", PAGE),
    ("d3", "#b49ce1", INK),
    ("d4", "#dbdfe0", INK),
    ("d5", "#98c2cf", INK),
    ("d6", "#4b8fa5", INK),
    ("d7", "#0e4f66", PAGE),
];

/// What a shape of this tone is filled with.
pub fn fill(tone: &str) -> &'static str {
    let found = TONES.iter().find(|(name, ..)| *name == tone);
    found.map_or("url(#hatch)", |(_, fill, _)| fill)
}

/// What stands in the `<style>` of a picture. Widths and font sizes are of the map's own units, and close to
/// those of a phone: a preview is as small.
pub fn style() -> String {
    let mut out = format!(
        "text{{font-family:'{FONT}';fill:{INK}}}\
         .sheet{{fill:{PAGE}}}.strong{{font-weight:700}}.quiet{{fill:{MUTED}}}.site{{fill:{ACCENT};font-weight:700}}\
         .region{{fill:#cfe4ea}}.islet{{fill:{INK}}}.pale{{fill:#cfe4ea}}.chosen{{fill:#7cb0bf}}\
         .border{{fill:none;stroke:{PAGE};stroke-width:1.4;stroke-linejoin:round}}\
         .outline,.capital{{fill:none;stroke:{INK};stroke-width:2.4;stroke-linejoin:round}}.capital{{stroke-width:2}}\
         .hatch{{fill:none;stroke:#9aa8b0}}.rule{{stroke:{HAIRLINE}}}\
         .inset-sea{{fill:{PAGE}}}.inset-edge{{fill:none;stroke:{HAIRLINE};stroke-width:1.4}}\
         .sea{{font-size:20px;fill:{MUTED};text-anchor:middle}}.sea.east{{font-size:17px;text-anchor:end}}\
         .inset-name{{font-size:17px;fill:{MUTED}}}.island-name{{font-size:16px;text-anchor:middle}}\
         .small,.times,.wide{{display:none}}\
         .region-name,.region-value{{text-anchor:middle;paint-order:stroke;stroke-width:3px;stroke-linejoin:round}}\
         .region-name{{font-size:21px}}.region-value{{font-size:23px;font-weight:700}}\
         .link{{fill:none;stroke:{ACCENT};stroke-width:1.6;opacity:.6}}\
         .link[data-family=\"hub-spoke\"]{{stroke-width:2.6;opacity:.9}}\
         .link[data-link=\"net:\"]{{stroke-width:1.2;opacity:.35}}\
         .link[data-family=\"branch\"]{{stroke-dasharray:8 2 2 2}}\
         .link[data-family=\"belt\"]{{stroke-dasharray:9 4}}\
         .link[data-family=\"designation\"]{{stroke-dasharray:4 2.5}}\
         .link[data-family=\"agreement\"]{{stroke-dasharray:1.5 3;stroke-linecap:round}}\
         .link[data-on]{{stroke-width:3;opacity:1}}\
         .body .ring{{fill:none;stroke:{ACCENT};stroke-width:1.6}}.body-name{{font-size:18px;fill:{MUTED};text-anchor:middle}}\
         .dot{{fill:{ACCENT};stroke:{PAGE};stroke-width:1}}.ring{{fill:{PAGE};stroke:{ACCENT};stroke-width:1.8}}\
         .hollow .dot{{fill:{PAGE};stroke:{ACCENT};stroke-width:1.6}}\
         .here{{fill:none;stroke:{INK};stroke-width:3.4}}\
         .cluster-name{{font-size:23px;font-weight:700;paint-order:stroke;stroke:{PAGE};stroke-width:5px;stroke-linejoin:round}}\
         .cluster-name[data-on]{{font-size:28px;fill:{ACCENT}}}\
         .map-name{{font-size:24px;font-weight:700}}.scale-name{{font-size:19px;fill:{MUTED}}}.scale-bar{{fill:none;stroke:{INK}}}\
         .callout{{font-size:24px}}.big{{font-size:44px;font-weight:700}}\
         .seam{{fill:none;stroke:{ACCENT};stroke-width:2.4}}\
         .districts path{{stroke:{PAGE};stroke-width:1.2;stroke-linejoin:round}}.districts .border{{stroke-width:3}}\
         .picked,.ring-of{{display:none}}"
    );
    for (tone, fill, on) in TONES {
        let _ = write!(
            out,
            "[data-tone=\"{tone}\"],[data-tone=\"{tone}\"] path{{fill:{fill}}}\
             text[data-tone=\"{tone}\"]{{fill:{on};stroke:{fill}}}"
        );
    }
    // Later rules of the same weight hold: what has no data, and letters on the sea.
    let _ = write!(
        out,
        "[data-tone=\"missing\"],[data-tone=\"missing\"] path{{fill:url(#hatch)}}\
         text[data-tone=\"missing\"]{{fill:{INK};stroke:{PAGE}}}\
         text.at-sea[data-tone]{{fill:{INK};stroke:{PAGE};stroke-width:4px}}"
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture has no style sheet but its own: its colours are those of the light page, or it looks like
    /// another site's.
    #[test]
    fn every_colour_is_one_of_the_light_page() {
        let sheet = include_str!("../../assets/app.css");
        let light = sheet.split('}').next().expect("`:root` comes first");
        let mut seen = 0;
        for part in style().split('#').skip(1) {
            let colour = part.get(..6).unwrap_or_default();
            if colour.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                assert!(
                    light.contains(&format!("#{colour};")),
                    "#{colour} is no colour of `:root` in assets/app.css"
                );
                seen += 1;
            }
        }
        assert!(seen > 30, "only {seen} colours were found");
    }

    #[test]
    fn a_tone_is_the_colour_that_the_page_gives_it() {
        let sheet = include_str!("../../assets/app.css");
        #[track_caller]
        fn check(sheet: &str, tone: &str, variable: &str) {
            let line = format!("--{variable}: {};", fill(tone));
            assert!(sheet.contains(&line), "assets/app.css has no `{line}`");
        }
        for shade in 1..=9 {
            check(sheet, &shade.to_string(), &format!("land-{shade}"));
        }
        check(sheet, "zero", "zero");
        check(sheet, "d1", "below-3");
        check(sheet, "d2", "below-2");
        check(sheet, "d3", "below-1");
        check(sheet, "d4", "centre");
        assert_eq!(fill("missing"), "url(#hatch)");
    }
}
