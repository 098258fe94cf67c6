//! Cluster markers: the shape says the role, hollow says not yet at work.

use core::fmt::Write as _;

use super::layout::Layout;
use crate::cluster::{ClusterId, Role, Stage};
use crate::escape::escape;
use crate::geometry::Px;
use crate::package::Body;
use crate::text::Lang;

/// The shape alone, around `at`. The last element carries `class="dot"`: what a finger aims at.
pub fn shape(role: Role, at: Px) -> String {
    let Px { x, y } = at;
    let circle = |class: &str, r: f64| {
        format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>")
    };
    let diamond = |class: &str, r: f64| {
        format!(
            "<path class=\"{class}\" d=\"M{:.1} {:.1}l{r} {r}l-{r} {r}l-{r}-{r}z\"/>",
            x,
            y - r
        )
    };
    match role {
        Role::Hub => circle("ring", 7.5) + &circle("dot", 3.6),
        Role::HubAndComplex => diamond("ring", 9.5) + &diamond("dot", 5.0),
        Role::NationalComplex => diamond("dot", 5.5),
        Role::Spoke => circle("dot", 3.6),
        Role::Other => circle("dot small", 2.6),
    }
}

/// How far a shape reaches from its middle.
pub fn reach(role: Role) -> f64 {
    match role {
        Role::HubAndComplex => 9.5,
        Role::Hub => 7.5,
        Role::NationalComplex => 5.5,
        Role::Spoke => 3.6,
        Role::Other => 2.6,
    }
}

/// The classes of a marker: role and stage.
pub fn classes(id: ClusterId) -> String {
    let cluster = id.cluster();
    let hollow = if cluster.stage == Stage::Operating {
        ""
    } else {
        " hollow"
    };
    format!("marker {}{hollow}", cluster.role.slug())
}

/// A national body: a ring outside the land, since it has no point on it.
#[derive(Clone, Copy, Debug)]
pub struct Ring {
    pub at: Px,
}

/// The rings of the national bodies, side by side in the South Sea.
pub fn rings(bodies: &[Body]) -> impl Iterator<Item = (&Body, Ring)> {
    bodies.iter().enumerate().map(|(place, body)| {
        (
            body,
            Ring {
                at: Px {
                    x: 414.0 + 152.0 * place as f64,
                    y: 588.0,
                },
            },
        )
    })
}

/// The rings as markup, with the names under them.
pub fn bodies(bodies: &[Body], lang: Lang) -> String {
    let mut out = String::new();
    for (body, Ring { at: Px { x, y } }) in rings(bodies) {
        let name = body.name.get(lang);
        let _ = write!(
            out,
            "<g class=\"body\" data-body=\"{id}\"><circle class=\"ring\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/>\
             <circle class=\"ring\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>",
            id = escape(&body.id),
        );
        let _ = write!(out, "<text class=\"body-name\" y=\"{}\">", y + 10.0);
        for words in super::label::wrap(name, 11) {
            // Lines step by the letters' own size, which is larger on phones.
            let _ = write!(
                out,
                "<tspan x=\"{x}\" dy=\"1.1em\">{}</tspan>",
                escape(&words)
            );
        }
        out.push_str("</text>");
        out.push_str("</g>");
    }
    out
}

/// Where every marker stands and how far it reaches, for the labels to keep clear of.
pub fn obstacles(layout: &Layout) -> Vec<(Px, f64)> {
    layout
        .clusters
        .iter()
        .map(|spot| (spot.at, reach(spot.id.cluster().role)))
        .collect()
}
