//! The pictures of the pages.

use std::path::Path;

use kbio_atlas::picture::{Format, Subject};
use kbio_atlas::{Lang, Site};

use crate::file::check;

fn site() -> Site {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    Site::read(&dir).unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}

#[test]
fn a_cluster_for_phones() {
    let site = site();
    let svg = |slug: &str, lang, format| {
        let subject = Subject::all().find(|subject| subject.slug() == slug);
        let subject = subject.unwrap_or_else(|| panic!("no subject is called {slug}"));
        site.picture(subject, lang).svg(format)
    };
    check(
        "picture-andong-tall.svg",
        &svg("cluster-gb-andong", Lang::En, Format::Tall),
    );
}

#[test]
fn nothing_on_a_picture_lies_on_anything_else_and_the_islands_are_on_all() {
    let site = site();
    let mut faults = Vec::new();
    let mut drawn = 0;
    for subject in Subject::all() {
        for lang in Lang::ALL {
            let plate = site.picture(subject, lang);
            let slug = format!("{}{}", lang.prefix(), subject.slug());
            let islands = match lang {
                Lang::Ko => ["울릉도", "독도"],
                Lang::En => ["Ulleungdo", "Dokdo"],
            };
            for island in islands {
                if !plate.drawing.contains(island) {
                    faults.push(format!("{slug} has no {island}"));
                }
            }
            for format in Format::ALL {
                drawn += 1;
                let sheet = plate.sheet(format);
                let (width, height) = format.size();
                for (place, (name, room)) in sheet.rooms.iter().enumerate() {
                    let is_inside = room.x >= 0.0
                        && room.y >= 0.0
                        && room.x + room.width <= f64::from(width)
                        && room.y + room.height <= f64::from(height);
                    if !is_inside {
                        faults.push(format!(
                            "{slug} {format:?}: {name} leaves the sheet: {room:?}"
                        ));
                    }
                    for (other, beside) in &sheet.rooms[place + 1..] {
                        let is_apart = room.x + room.width <= beside.x
                            || beside.x + beside.width <= room.x
                            || room.y + room.height <= beside.y
                            || beside.y + beside.height <= room.y;
                        if !is_apart {
                            faults.push(format!("{slug} {format:?}: {name} lies on {other}"));
                        }
                    }
                }
                let is_cut = sheet.svg.contains('…');
                if is_cut {
                    faults.push(format!("{slug} {format:?}: a text is cut off: shorten it"));
                }
            }
        }
    }
    assert!(drawn > 200, "only {drawn} pictures");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
