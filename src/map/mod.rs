//! The map as SVG markup: inert layers that the browser adopts without looking at them.

/// The drawing's own coordinates; CSS scales it to any width.
pub const WIDTH: u16 = 680;
pub const HEIGHT: u16 = 660;
pub const VIEW_BOX: &str = "0 0 680 660";
