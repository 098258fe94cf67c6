//! The picture in pixels: the SVG drawn by the browser itself.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, HtmlImageElement};

use super::super::event::callback;
use super::super::place::document;
use crate::export::WIDTH;

/// How much of the picture a JPEG keeps.
const QUALITY: f64 = 0.95;

/// The picture so many dots across, as a file of this type, and its dots; `None` where the browser cannot.
pub async fn draw(
    svg: &str,
    height: f64,
    across: u32,
    media_type: &str,
) -> Option<(Vec<u8>, (u32, u32))> {
    let down = (height / WIDTH * f64::from(across)).round() as u32;
    // Said in dots, so that no browser draws it small first and blows that up.
    let sized = svg.replacen(
        &format!("width=\"{WIDTH}\" height=\"{height}\""),
        &format!("width=\"{across}\" height=\"{down}\""),
        1,
    );
    let image = HtmlImageElement::new().ok()?;
    let address = js_sys::encode_uri_component(&sized);
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{address}"));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(across);
    canvas.set_height(down);
    let pen = canvas.get_context("2d").ok()??;
    pen.unchecked_ref::<Pen>()
        .draw_image(&image, 0.0, 0.0, across.into(), down.into())
        .ok()?;
    let blob = Promise::new(&mut |done, _| {
        let fail = done.clone();
        // The file comes where the other callbacks have their event.
        let take = callback(move |file| {
            let _ = done.call1(&JsValue::NULL, &file);
        });
        let quality = QUALITY.into();
        if canvas
            .to_blob_with_type_and_encoder_options(&take, media_type, &quality)
            .is_err()
        {
            let _ = fail.call0(&JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(blob).await.ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some((Uint8Array::new(&bytes).to_vec(), (across, down)))
}

#[wasm_bindgen]
extern "C" {
    /// What draws on a canvas.
    type Pen;
    #[wasm_bindgen(method, js_name = drawImage, catch)]
    fn draw_image(
        this: &Pen,
        image: &HtmlImageElement,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    ) -> Result<(), JsValue>;
}
