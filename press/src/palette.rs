//! 256 colours for a picture of flat areas and smooth edges: half the bytes, and no difference to see.
//!
//! Median cut: the box of colours that spreads furthest is halved until there are enough. A box is shown as
//! its most frequent colour, so that the flat areas keep theirs to the bit.

use std::collections::HashMap;

/// An opaque colour.
pub type Rgb = [u8; 3];

/// A colour and how many pixels have it.
type Counted = (Rgb, usize);

/// What an indexed PNG can hold.
const MOST: usize = 256;

/// The colours, and the place of each pixel's in them.
pub struct Indexed {
    pub colours: Vec<Rgb>,
    pub pixels: Vec<u8>,
}

impl Indexed {
    pub fn of(pixels: &[Rgb]) -> Indexed {
        let mut counts: HashMap<Rgb, usize> = HashMap::new();
        for pixel in pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut counted: Vec<Counted> = counts.into_iter().collect();
        // A hash map has no order of its own: the same picture must give the same file.
        counted.sort_unstable();
        let mut places: HashMap<Rgb, u8> = HashMap::with_capacity(counted.len());
        let mut colours = Vec::new();
        for (place, members) in boxes(counted).into_iter().enumerate() {
            let shown = members
                .iter()
                .max_by_key(|(colour, count)| (*count, *colour));
            colours.extend(shown.map(|(colour, _)| *colour));
            // `boxes` makes no more than 256.
            let place = u8::try_from(place).unwrap_or(u8::MAX);
            places.extend(members.iter().map(|(colour, _)| (*colour, place)));
        }
        Indexed {
            pixels: pixels.iter().map(|pixel| places[pixel]).collect(),
            colours,
        }
    }
}

fn boxes(all: Vec<Counted>) -> Vec<Vec<Counted>> {
    let mut boxes = vec![(spread(&all), all)];
    while boxes.len() < MOST {
        let widest = boxes
            .iter()
            .enumerate()
            .max_by_key(|(_, (spread, _))| spread.weight);
        let Some((place, _)) = widest.filter(|(_, (spread, _))| spread.width > 0) else {
            break;
        };
        let (Spread { channel, .. }, mut members) = boxes.swap_remove(place);
        members.sort_unstable_by_key(|(colour, _)| (colour[channel], *colour));
        let rest = members.split_off(cut(&members, channel));
        boxes.push((spread(&members), members));
        boxes.push((spread(&rest), rest));
    }
    boxes.into_iter().map(|(_, members)| members).collect()
}

/// Where a box is halved: in the middle of its channel, so that both halves have members.
fn cut(members: &[Counted], channel: usize) -> usize {
    let value = |(colour, _): &Counted| colour[channel];
    let (low, high) = (
        members.first().map_or(0, value),
        members.last().map_or(0, value),
    );
    let middle = low + (high - low) / 2;
    members.partition_point(|member| value(member) <= middle)
}

/// The channel in which a box's colours differ most.
struct Spread {
    channel: usize,
    width: u8,
    /// How much is gained by halving it: its width, and a little for how many pixels it has.
    weight: u64,
}

fn spread(members: &[Counted]) -> Spread {
    let width = |channel: usize| {
        let values = || members.iter().map(|(colour, _)| colour[channel]);
        values().max().unwrap_or(0) - values().min().unwrap_or(0)
    };
    let channel = (0..3).max_by_key(|channel| width(*channel)).unwrap_or(0);
    let count: usize = members.iter().map(|(_, count)| count).sum();
    let width = width(channel);
    Spread {
        channel,
        width,
        weight: u64::from(width)
            * u64::from(width)
            * u64::from(count.checked_ilog2().unwrap_or(0) + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_kept_to_the_bit() {
        let pixels = [[1, 2, 3], [255, 255, 255], [1, 2, 3], [0, 0, 0]];
        let indexed = Indexed::of(&pixels);
        assert_eq!(indexed.colours.len(), 3);
        let back: Vec<Rgb> = indexed
            .pixels
            .iter()
            .map(|place| indexed.colours[usize::from(*place)])
            .collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn of_many_colours_the_frequent_ones_are_kept_and_the_others_are_near() {
        let flat = [14, 79, 102];
        let mut pixels = vec![flat; 10_000];
        for red in 0..=255 {
            for green in (0..=255).step_by(16) {
                pixels.push([red, green, 128]);
            }
        }
        let indexed = Indexed::of(&pixels);
        assert!(indexed.colours.len() <= MOST);
        for (pixel, place) in pixels.iter().zip(&indexed.pixels) {
            let shown = indexed.colours[usize::from(*place)];
            if *pixel == flat {
                assert_eq!(shown, flat);
            }
            let off = |channel: usize| pixel[channel].abs_diff(shown[channel]);
            assert!(
                (0..3).all(|channel| off(channel) <= 32),
                "{pixel:?} as {shown:?}"
            );
        }
    }
}
