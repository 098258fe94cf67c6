//! What every page has around its content. Prerendered only: links need no hydration.

use leptos::prelude::*;

use super::search::Search;
use crate::builder::View;
use crate::page::Page;
use crate::text::Lang;

/// The name of the site, the search box, its pages, the other language.
#[component]
pub fn Header(
    page: Page,
    lang: Lang,
    /// The site's folder: `/`.
    base: String,
) -> impl IntoView {
    let text = lang.text();
    let root = format!("{base}{}", lang.prefix());
    let other = format!("{base}{}{}", lang.other().prefix(), page.path());
    // Past the map to its twin; a page without a map begins at once.
    let (past, past_in_words) = match page {
        Page::Data => ("#table", text.skip_to_content),
        Page::Network => ("#links", text.skip_to_map),
        Page::Sigungu => ("#table", text.skip_to_map),
        Page::Compare | Page::Story | Page::Builder | Page::NotFound => {
            ("#main", text.skip_to_content)
        }
        Page::Home | Page::Region(_) | Page::Cluster(_) => ("#regions", text.skip_to_map),
    };
    let here = |is: bool| is.then_some("page");
    view! {
        <header class="site">
            <a class="skip" href=past>{past_in_words}</a>
            <a class="site-name" href=root.clone() aria-current=here(page == Page::Home)>{text.site}</a>
            // There the box stands among the ways to choose.
            {(page != Page::Compare).then(|| view! { <Search lang/> })}
            <nav aria-label=lang.pick("주 메뉴", "Main")>
                <a href=format!("{root}story/") aria-current=here(page == Page::Story)>{text.story}</a>
                <a href=format!("{root}compare/") aria-current=here(page == Page::Compare)>{lang.pick("비교", "Compare")}</a>
                <a href=format!("{root}sigungu/") aria-current=here(page == Page::Sigungu)>{text.sigungu}</a>
                <a href=format!("{root}network/") aria-current=here(page == Page::Network)>{lang.pick("네트워크", "Network")}</a>
                <a href=format!("{root}data/") aria-current=here(page == Page::Data)>{text.data}</a>
                <a href=other hreflang=lang.other().tag() lang=lang.other().tag() data-other-language="">
                    {text.other_language}
                </a>
            </nav>
        </header>
    }
}

/// Licence, where the data are, and the choice of light or dark (assets/theme.js).
#[component]
pub fn Footer(page: Page, lang: Lang, root: String) -> impl IntoView {
    let view = page.path();
    let embed = match View::parse(&view) {
        Some(_) if !view.is_empty() => format!("{root}embed-builder/?view={view}"),
        _ => format!("{root}embed-builder/"),
    };
    view! {
        <footer class="site">
            <p>
                {lang.pick(
                    "수치마다 출처가 있습니다. ",
                    "Every figure has a source. ",
                )}
                <a href=format!("{root}data/")>{lang.text().data}</a>
                " · "
                <a href=embed data-same-view="">{lang.pick("기사에 싣기", "Embed")}</a>
                {lang.pick(
                    " · 코드 MIT 또는 Apache-2.0 · 자료의 이용 조건은 출처마다 다릅니다",
                    " · Code: MIT or Apache-2.0 · Data: terms as each source states",
                )}
            </p>
            <label class="theme">
                {lang.pick("화면 색", "Colours")}
                <select id="theme" autocomplete="off">
                    <option value="">{lang.pick("기기 설정대로", "As the device")}</option>
                    <option value="light">{lang.pick("밝게", "Light")}</option>
                    <option value="dark">{lang.pick("어둡게", "Dark")}</option>
                </select>
            </label>
        </footer>
    }
}
