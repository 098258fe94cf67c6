//! From SVG to PNG, with one family of letters and nothing that depends on the machine.

use std::sync::Arc;

use kbio_atlas::picture::FONT;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::palette::{Indexed, Rgb};

/// A renderer with its font.
pub struct Press {
    options: Options<'static>,
}

/// Where systems keep fonts, of Debian and of others.
const FOLDERS: [&str; 3] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
];

impl Press {
    /// Finds the font.
    pub fn ready() -> Result<Press, String> {
        let mut found = fontdb::Database::new();
        for folder in FOLDERS {
            found.load_fonts_dir(folder);
        }
        // No other face stays: what a machine has besides must not show in a picture.
        let others: Vec<fontdb::ID> = found
            .faces()
            .filter(|face| face.families.iter().all(|(name, _)| name != FONT))
            .map(|face| face.id)
            .collect();
        for id in others {
            found.remove_face(id);
        }
        for weight in [400, 700] {
            if !found.faces().any(|face| face.weight.0 == weight) {
                return Err(format!(
                    "{FONT} of weight {weight} is not installed: Debian has it in fonts-noto-cjk"
                ));
            }
        }
        found.set_sans_serif_family(FONT);
        Ok(Press {
            options: Options {
                font_family: FONT.to_owned(),
                fontdb: Arc::new(found),
                ..Options::default()
            },
        })
    }

    /// The picture as a PNG of the SVG's own size.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height())
            .ok_or_else(|| "the picture has no size".to_owned())?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        encoded(&pixels).map_err(|error| error.to_string())
    }
}

/// With a palette, and without the fourth channel: every picture covers its whole sheet.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colours: Vec<Rgb> = pixels
        .data()
        .chunks_exact(4)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let indexed = Indexed::of(&colours);
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(indexed.colours.concat());
    encoder.set_compression(png::Compression::High);
    // Neighbours in a palette are not neighbours in colour: differences between them say nothing.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexed.pixels)?;
    writer.finish()?;
    Ok(out)
}
