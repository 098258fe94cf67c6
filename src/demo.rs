//! TEMPORARY: one page with one button, to prove the way from prerender to hydration.

use leptos::prelude::*;

/// What the prerenderer writes to `path` of the site.
#[cfg(not(target_arch = "wasm32"))]
pub struct Page {
    /// A folder such as `region/43/`, the root as ``, or a file such as `404.html`.
    pub path: String,
    pub lang: &'static str,
    pub head: String,
    pub body: String,
    pub html_attributes: String,
}

/// Every page of the site, its links starting with `base`.
#[cfg(not(target_arch = "wasm32"))]
pub fn site(base: &str) -> Vec<Page> {
    let page = |path: &str, lang: &'static str, title: &str| {
        let atlas = Owner::new().with(|| View().to_html());
        Page {
            path: path.to_owned(),
            lang,
            head: format!(
                "<title>{title}</title>\n\
                 <meta name=\"description\" content=\"{title}: a button\">\n\
                 <link rel=\"canonical\" href=\"https://example.org/{path}\">"
            ),
            body: format!(
                "<a href=\"{base}\">ko</a> <a href=\"{base}en/\">en</a>\n\
                 <div id=\"atlas\">{atlas}</div>"
            ),
            html_attributes: String::new(),
        }
    };
    vec![
        page("", "ko", "K-바이오 클러스터 지도"),
        page("en/", "en", "K-Bio Cluster Atlas"),
    ]
}

#[component]
pub fn View() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! {
        <main>
            <h1>"K-Bio"</h1>
            <button data-value=move || count.get().to_string() on:click=move |_| set_count.update(|n| *n += 1)>
                {move || count.get()}
            </button>
        </main>
    }
}
