//! The keys of the map, behind a question mark beside it. Prerendered; the keys themselves need the script.

use leptos::prelude::*;

use crate::text::Lang;

/// Key and what it does, in the order of use.
const KEYS: [(&[&str], &str, &str); 7] = [
    (
        &["←", "↑", "→", "↓"],
        "그 방향의 이웃으로",
        "to the neighbour in that direction",
    ),
    (
        &["[", "]"],
        "둘레의 이웃을 차례로",
        "around the region, neighbour by neighbour",
    ),
    (
        &[",", "."],
        "그 시·도의 클러스터를 차례로",
        "through the region's clusters",
    ),
    (
        &["Home", "End"],
        "1위와 마지막 순위로",
        "to the first and the last by rank",
    ),
    (&["Enter", "Space"], "고르기", "select"),
    (
        &["+", "−", "0"],
        "확대, 축소, 처음 크기로",
        "zoom in, out, back to the whole",
    ),
    (&["Esc"], "되돌아가기", "back"),
];

/// A disclosure with the list of keys.
#[component]
pub fn Keyboard(lang: Lang) -> impl IntoView {
    let rows = KEYS.map(|(keys, ko, en)| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> });
        view! {
            <div>
                <dt>{keys.collect_view()}</dt>
                <dd>{lang.pick(ko, en)}</dd>
            </div>
        }
    });
    view! {
        <details class="keyboard">
            <summary aria-label=lang.pick("지도 키보드 도움말", "Keyboard help for the map")>"?"</summary>
            <dl>{rows.into_iter().collect_view()}</dl>
            <p>
                {lang.pick(
                    "제주는 뱃길로 전남과 이어집니다. 화면 낭독기에서는 초점 모드에서 씁니다.",
                    "Jeju is joined to Jeonnam by ferry. With a screen reader, use focus mode.",
                )}
            </p>
        </details>
    }
}
