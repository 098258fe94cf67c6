//! Discs that make room for each other and stay near where they belong: the work behind both layouts.
//!
//! After D. Dorling, "Area cartograms: their use and creation" (CATMOG 59, 1996): discs that overlap push each
//! other away, those that share a border on the map pull each other near, and all are drawn towards home. They
//! begin far apart, where each still lies between its neighbours, and draw together. At the end only the
//! pushing is left, so that nothing overlaps. No chance is involved.

use crate::geometry::Px;

/// A disc and where it belongs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Disc {
    pub home: Px,
    pub radius: f64,
}

/// How often all forces act.
const ROUNDS: u32 = 800;
/// How often at most only the pushing acts; it ends as soon as nothing overlaps.
const LAST_ROUNDS: u32 = 20_000;
/// The part of a gap between neighbours that closes in a round.
const PULL: f64 = 0.08;
/// How many times further from their middle the discs begin than they belong, less one.
const BEGIN: f64 = 1.5;
/// The part of the way home that is made in a round.
const HOMING: f64 = 0.02;

/// Where the discs come to rest; none overlaps another, and `gap` is left between any two.
///
/// `touching[i]` are the discs that share a border with `i`. Discs at one point part eastwards.
pub fn settle(discs: &[Disc], touching: &[Vec<usize>], gap: f64) -> Vec<Px> {
    let count = discs.len().max(1) as f64;
    let middle = Px {
        x: discs.iter().map(|disc| disc.home.x).sum::<f64>() / count,
        y: discs.iter().map(|disc| disc.home.y).sum::<f64>() / count,
    };
    let home = |disc: &Disc, calm: f64| Px {
        x: disc.home.x + (disc.home.x - middle.x) * BEGIN * calm,
        y: disc.home.y + (disc.home.y - middle.y) * BEGIN * calm,
    };
    let mut at: Vec<Px> = discs.iter().map(|disc| home(disc, 1.0)).collect();
    for round in 0..ROUNDS {
        let calm = 1.0 - f64::from(round) / f64::from(ROUNDS);
        for (i, disc) in discs.iter().enumerate() {
            let home = home(disc, calm * calm);
            at[i].x += (home.x - at[i].x) * HOMING;
            at[i].y += (home.y - at[i].y) * HOMING;
            for &j in touching[i].iter().filter(|&&j| j > i) {
                let apart = at[i].distance(at[j]) - disc.radius - discs[j].radius - gap;
                if apart > 0.0 {
                    part(discs, &mut at, (i, j), -apart * PULL * calm);
                }
            }
        }
        push(discs, &mut at, gap);
    }
    // A little more than asked, so that what rounding takes away is not missed.
    let gap = gap + 0.01;
    for _ in 0..LAST_ROUNDS {
        if !push(discs, &mut at, gap) {
            break;
        }
    }
    at
}

/// Pushes every two discs apart that are too near; whether there were any.
fn push(discs: &[Disc], at: &mut [Px], gap: f64) -> bool {
    let mut any = false;
    for i in 0..discs.len() {
        for j in i + 1..discs.len() {
            let near = discs[i].radius + discs[j].radius + gap - at[i].distance(at[j]);
            if near > 1e-9 {
                part(discs, at, (i, j), near);
                any |= near > 0.005;
            }
        }
    }
    any
}

/// Moves two discs `by` further apart (nearer where negative); the smaller one goes the longer way.
fn part(discs: &[Disc], at: &mut [Px], (i, j): (usize, usize), by: f64) {
    let distance = at[i].distance(at[j]);
    let (x, y) = if distance > 0.0 {
        (
            (at[j].x - at[i].x) / distance,
            (at[j].y - at[i].y) / distance,
        )
    } else {
        (1.0, 0.0)
    };
    let weight = |disc: &Disc| disc.radius * disc.radius;
    let share = weight(&discs[j]) / (weight(&discs[i]) + weight(&discs[j]));
    at[i].x -= x * by * share;
    at[i].y -= y * by * share;
    at[j].x += x * by * (1.0 - share);
    at[j].y += y * by * (1.0 - share);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(x: f64, y: f64, radius: f64) -> Disc {
        let home = Px { x, y };
        Disc { home, radius }
    }

    #[test]
    fn a_disc_alone_stays_at_home() {
        assert_eq!(settle(&[], &[], 1.0), []);
        let alone = disc(3.0, 4.0, 5.0);
        assert_eq!(settle(&[alone], &[vec![]], 1.0), [alone.home]);
    }

    #[test]
    fn two_at_one_point_part_eastwards() {
        let both = [disc(0.0, 0.0, 2.0), disc(0.0, 0.0, 2.0)];
        let at = settle(&both, &[vec![], vec![]], 0.0);
        assert!(at[0].x < at[1].x && at[0].y == at[1].y, "{at:?}");
    }

    #[test]
    fn the_smaller_one_gives_way() {
        let two = [disc(0.0, 0.0, 10.0), disc(5.0, 0.0, 1.0)];
        let at = settle(&two, &[vec![], vec![]], 0.0);
        assert!(at[0].x.abs() < 0.2 && at[1].x > 10.5, "{at:?}");
    }

    #[test]
    fn neighbours_come_nearer_and_strangers_do_not() {
        let two = [disc(0.0, 0.0, 1.0), disc(10.0, 0.0, 1.0)];
        let far = |touching: [Vec<usize>; 2]| {
            let at = settle(&two, &touching, 0.0);
            at[0].distance(at[1])
        };
        let (alone, drawn) = (far([vec![], vec![]]), far([vec![1], vec![0]]));
        assert!((alone - 10.0).abs() < 0.2, "{alone}");
        assert!((2.0..9.5).contains(&drawn), "{drawn}");
    }
}
