//! The data page: every figure in one table, what may be downloaded, how it was made, and where it is from.
//!
//! - [`data_page`]: the page's body.
//! - [`downloads`]: the files that stand beside it.

mod abroad;
mod bibliography;
mod download;
mod method;
mod table;

pub use download::downloads;

use crate::markup::{Element, el, written};
use crate::package::Package;
use crate::panel::{Context, disagreement};
use crate::text::Lang;

/// The body of the data page; `root` is the language's root (`/`, `/en/`).
pub fn data_page(package: &Package, lang: Lang, root: &str) -> String {
    let cx = Context {
        package,
        lang,
        root,
    };
    written([
        introduction(cx),
        table::section(cx),
        download::section(cx),
        method::section(cx),
        method::cautions(cx),
        disagreements(cx),
        abroad::section(cx),
        bibliography::section(cx),
        bibliography::licences(cx),
    ])
}

fn introduction(cx: Context<'_>) -> Element {
    let contents = [
        ("table", "수치", "Figures"),
        ("downloads", "내려받기", "Downloads"),
        ("method", "방법", "Method"),
        ("cautions", "지표별 주의", "Cautions"),
        ("disagreements", "자료가 엇갈리는 곳", "Disagreements"),
        ("abroad", "나라 밖", "Abroad"),
        ("sources", "출처", "Sources"),
        ("licences", "이용 조건", "Licences"),
    ];
    let items = contents.map(|(id, ko, en)| {
        el("li").add(el("a").with("href", format!("#{id}")).add(cx.pick(ko, en)))
    });
    el("header")
        .class("sheet-head")
        .add(el("h1").add(cx.lang.text().data))
        .add(el("p").class("deck").add(cx.pick(
            "이 지도의 모든 수치는 아래 자료 묶음의 한 줄에서 나오고, 그 줄에는 연도와 단위와 출처가 있다. 계산한 값은 계산법을 적었다. 자료가 없는 칸은 비워 두며 0으로 채우지 않는다.",
            "Every figure of this atlas comes from a row of the data package below, and every row has its year, unit and source. What is worked out says how. A value that is not published stays empty; it is never a zero.",
        )))
        .add(el("nav").with("aria-label", cx.pick("차례", "Contents")).add(el("ul").all(items)))
}

/// A section of the page with its anchor and heading.
fn part(id: &str, heading: &str) -> Element {
    el("section")
        .class("sheet-part")
        .with("id", id)
        .add(el("h2").add(heading))
}

fn disagreements(cx: Context<'_>) -> Element {
    let rows = cx
        .package
        .disagreements
        .iter()
        .map(|row| disagreement(cx, row));
    part(
        "disagreements",
        cx.pick("자료가 엇갈리는 곳", "Where the sources disagree"),
    )
    .add(el("p").add(cx.pick(
        "엇갈리는 값은 지우지 않고 나란히 둔다. 지도에 어느 쪽을 썼는지는 각 줄 끝에 적었다.",
        "Values that disagree are kept side by side; each line ends with what is done about it.",
    )))
    .add(el("ul").class("disagreement-list").all(rows))
}
