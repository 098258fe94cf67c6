//! What crawlers read first: `sitemap.xml` and `robots.txt`.

use std::fmt::Write as _;

use crate::escape::escape;
use crate::head::alternates;
use crate::page::Page;
use crate::picture::{Format, Subject, picture_path};
use crate::site::Address;
use crate::text::Lang;

/// The name of the list, in the site's folder.
pub const FILE: &str = "sitemap.xml";

/// Every page in both languages with its twins and its picture; `None` where the origin is not known, because
/// a sitemap holds whole addresses only.
///
/// No date of change: none is known that is about the content.
pub fn sitemap(address: &Address) -> Option<String> {
    if address.origin.is_empty() {
        return None;
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\" \
         xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n",
    );
    for page in Page::all().filter(|page| *page != Page::NotFound) {
        for lang in Lang::ALL {
            let _ = write!(
                out,
                "<url><loc>{}</loc>",
                escape(&address.absolute(lang, page))
            );
            for (tag, other) in alternates() {
                let _ = write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>",
                    escape(&address.absolute(other, page))
                );
            }
            let picture = picture_path(Subject::Page(page), lang, Format::Wide);
            let _ = writeln!(
                out,
                "<image:image><image:loc>{}</image:loc></image:image></url>",
                escape(&address.whole(&picture))
            );
        }
    }
    out.push_str("</urlset>\n");
    Some(out)
}

/// Everything may be read; embeds say in their own head that they are not to be listed, which a crawler sees
/// only when it may read them.
pub fn robots(address: &Address) -> String {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if !address.origin.is_empty() {
        let _ = write!(out, "\nSitemap: {}\n", address.whole(FILE));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(origin: &str) -> Address {
        Address {
            origin: origin.to_owned(),
            base: "/atlas/".to_owned(),
            instruments: String::new(),
            export: String::new(),
            lab: String::new(),
            solver: String::new(),
        }
    }

    #[test]
    fn every_page_is_listed_once_in_each_language() {
        let list = sitemap(&address("https://example.org")).expect("an origin is known");
        let pages = Page::all().count() - 1;
        assert_eq!(list.matches("<loc>").count(), 2 * pages);
        assert_eq!(list.matches("hreflang=").count(), 2 * 3 * pages);
        assert!(list.contains("<loc>https://example.org/atlas/en/region/43/</loc>"));
        assert!(list.contains("<image:loc>https://example.org/atlas/picture/home.png</image:loc>"));
        assert!(!list.contains("404"));
    }

    #[test]
    fn without_an_origin_there_is_no_list_and_nobody_is_sent_to_it() {
        assert_eq!(sitemap(&address("")), None);
        assert!(!robots(&address("")).contains("Sitemap"));
        let known = robots(&address("https://example.org"));
        assert!(known.contains("Sitemap: https://example.org/atlas/sitemap.xml\n"));
    }
}
