//! Tables that sort, and files to download.

use crate::Outcome;
use crate::page::Page;
use serde_json::{Value, json};

/// `aria-sort` of the heads of the first sortable table, and what a column is sorted by.
const COLUMN: &str = "const [css, column] = arguments;
    const table = document.querySelector(css);
    return [
      [...table.tHead.rows[0].cells].map((head) => head.getAttribute('aria-sort')),
      [...table.tBodies[0].rows].map(({ cells }) =>
        cells[column].dataset.value ?? cells[column].textContent),
    ];";

pub async fn tables_sort(page: Page) -> Outcome {
    for (path, css) in [
        ("data/", "#table table"),
        ("en/data/", "#table table"),
        ("", ".list-regions table"),
        ("en/region/43/", ".list-regions table"),
    ] {
        page.open_live(path).await?;
        let empty =
            "document.querySelector(arguments[0]).tBodies[0].rows[3].cells[1].dataset.value = ''";
        page.run(empty, json!([css])).await?;
        for (column, direction) in [
            (1, "descending"),
            (1, "ascending"),
            (0, "ascending"),
            (0, "descending"),
        ] {
            let head = format!("{css} th:nth-child({}) button", column + 1);
            page.click(&head).await?;
            let found = page.run(COLUMN, json!([css, column])).await?;
            check_sorted(&found, column, direction, path);
        }
    }
    page.expect_no_errors("").await
}

#[track_caller]
fn check_sorted(found: &Value, column: usize, direction: &str, path: &str) {
    let heads = found[0].as_array().expect("heads");
    for (place, head) in heads.iter().enumerate() {
        let expected = (place == column).then_some(direction);
        assert_eq!(head.as_str(), expected, "head {place} of /{path}");
    }
    let cells: Vec<&str> = found[1]
        .as_array()
        .expect("cells")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(cells.len(), 17, "/{path}");
    let is_in_order = |pair: &[&str]| match (pair[0].parse::<f64>(), pair[1].parse::<f64>()) {
        (Ok(a), Ok(b)) if direction == "descending" => a >= b,
        (Ok(a), Ok(b)) => a <= b,
        // Missing comes last whatever the direction.
        _ if pair[1].is_empty() => true,
        _ if pair[0].is_empty() => false,
        _ if direction == "descending" => pair[0] >= pair[1],
        _ => pair[0] <= pair[1],
    };
    assert!(
        cells.windows(2).all(is_in_order),
        "column {column} of /{path}, {direction}: {cells:?}"
    );
}

pub async fn downloads_answer(page: Page) -> Outcome {
    let ask = "return Promise.all([...document.querySelectorAll('#downloads a[download]')].map(async ({ href }) => {
                 const answer = await fetch(href);
                 const { size } = await answer.blob();
                 return [href, answer.status, answer.headers.get('content-type'), size];
               }));";
    for path in ["data/", "en/data/"] {
        page.open_live(path).await?;
        let files = page.run(ask, json!([])).await?;
        let files = files.as_array().map(Vec::as_slice).unwrap_or_default();
        assert!(files.len() > 20, "/{path} offers {} files", files.len());
        for file in files {
            let name = file[0].as_str().unwrap_or_default();
            let expected = match name.rsplit('.').next() {
                Some("csv") => "text/csv; charset=utf-8",
                Some("json") => "application/json",
                Some("geojson") => "application/geo+json",
                Some("md") => "text/plain; charset=utf-8",
                _ => "a kind of file that this test knows",
            };
            assert_eq!(
                (&file[1], &file[2]),
                (&json!(200), &json!(expected)),
                "{name}"
            );
            assert!(file[3].as_u64() > Some(100), "{name} is empty");
        }
        page.expect_no_errors(path).await?;
    }
    Ok(())
}
