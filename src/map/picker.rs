//! A small map to choose regions on: the land without figures, for the pointer alone. The lists beside it
//! say the same to everyone else.

use std::fmt::Write as _;

use super::inset;
use super::label::LETTERINGS;
use super::layout::Layout;
use crate::escape::escape;
use crate::geometry::{Boundaries, Rect};
use crate::region::{REGIONS, RegionCode};
use crate::text::Lang;

/// What stands inside the `<svg>`; each shape is a `data-pick`.
pub fn picker(
    boundaries: &Boundaries,
    layout: &Layout,
    chosen: &[RegionCode],
    lang: Lang,
) -> String {
    let mut out = String::new();
    let mut shape = |code: RegionCode, d: &str| {
        let _ = write!(
            out,
            "<path class=\"region\" data-pick=\"{}\"{} d=\"{d}\"><title>{}</title></path>",
            code.as_str(),
            super::layers::on(chosen.contains(&code)),
            escape(code.region().name.get(lang)),
        );
    };
    for (region, d) in REGIONS.iter().zip(&layout.outlines) {
        shape(region.code, d);
    }
    for (area, d) in inset::island_paths(boundaries, layout) {
        shape(area.region, &d);
    }
    let Rect {
        x,
        y,
        width,
        height,
    } = layout.islands;
    let (ulleung, dokdo) = lang.pick_pair(("울릉도", "독도"), ("Ulleungdo", "Dokdo"));
    let _ = write!(
        out,
        "<path class=\"border\" d=\"{borders}\"/>\
         <rect class=\"inset-edge\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
         <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{ulleung}</text>\
         <text class=\"island-name\" x=\"{middle}\" y=\"{:.1}\">{dokdo}</text>\
         <text class=\"sea east\" x=\"637\" y=\"232\">{sea}</text>",
        y + height / 2.0 - 4.0,
        y + height - 5.0,
        borders = layout.borders,
        middle = x + width / 2.0,
        sea = lang.pick("동해", "East Sea"),
    );
    // Names where the larger lettering finds room.
    let roomy = LETTERINGS.len() - 1;
    if let Some((lettering, labels)) = layout.labels(lang).nth(roomy) {
        for label in labels.country.iter().filter(|label| label.on_land) {
            let _ = write!(
                out,
                "<text class=\"region-name\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                label.at.x,
                label.at.y + lettering.size * 0.36,
                label.region.short.get(lang),
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Package;
    use std::path::Path;

    #[test]
    fn every_region_can_be_picked_and_the_islands_and_the_sea_are_there() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let package = Package::read(&folder).unwrap_or_else(|errors| panic!("{errors:?}"));
        let boundaries = Boundaries::read(&folder).unwrap();
        let layout = Layout::of(&boundaries, &package).unwrap();
        for (lang, words) in [
            (Lang::Ko, ["울릉도", "독도", "동해"]),
            (Lang::En, ["Ulleungdo", "Dokdo", "East Sea"]),
        ] {
            let markup = picker(&boundaries, &layout, &[REGIONS[0].code], lang);
            for region in &REGIONS {
                let pick = format!("data-pick=\"{}\"", region.digits);
                // 울릉도 and 독도 are shapes of 경북.
                let expected = if region.digits == "47" { 3 } else { 1 };
                assert_eq!(
                    markup.matches(&pick).count(),
                    expected,
                    "{}",
                    region.name.ko
                );
            }
            assert_eq!(markup.matches("data-on").count(), 1);
            for word in words {
                assert!(markup.contains(&format!(">{word}</text>")), "no {word}");
            }
        }
    }
}
