//! Points, lines and their families: switched off they are gone, also after a reload.

use crate::Outcome;
use crate::page::Page;
use serde_json::{Value, json};

pub async fn switches_off(page: Page) -> Outcome {
    page.open_live("").await?;
    let all = visible(&page).await?;
    assert_ne!(all["markers"], json!(0));

    page.click("[name=clusters]").await?;
    page.expect("return location.hash", json!("#clusters=off"))
        .await?;
    page.click("[name=links]").await?;
    page.expect("return location.hash", json!("#clusters=off&links=off"))
        .await?;
    for reload in [false, true] {
        if reload {
            reload_live(&page).await?;
        }
        page.expect_view(json!({ "clusters": false, "links": false }))
            .await?;
        let now = visible(&page).await?;
        assert_eq!(now["markers"], json!(0), "after a reload: {reload}");
        for (family, arcs) in now["arcs"].as_object().into_iter().flatten() {
            assert_eq!(*arcs, json!(0), "{family}, after a reload: {reload}");
        }
        assert_eq!(now["entries"], all["entries"], "the lists are the record");
    }

    page.click("[name=clusters]").await?;
    page.click("[name=links]").await?;
    page.expect("return location.hash", json!("")).await?;
    assert_eq!(visible(&page).await?, all);
    page.expect_no_errors("").await
}

pub async fn filters_a_family(page: Page) -> Outcome {
    page.open_live("").await?;
    let all = visible(&page).await?;
    let mut without = all.clone();
    for kind in ["arcs", "entries"] {
        assert_ne!(all[kind]["agreement"], json!(0), "{kind}");
        without[kind]["agreement"] = json!(0);
    }
    page.click(".strokes label:has([value=agreement])").await?;
    page.expect("return location.hash", json!("#hide=agreement"))
        .await?;
    assert_eq!(visible(&page).await?, without);
    reload_live(&page).await?;
    page.expect_view(json!({ "hiddenFamilies": ["agreement"] }))
        .await?;
    assert_eq!(visible(&page).await?, without);
    page.expect_no_errors("").await
}

async fn reload_live(page: &Page) -> Outcome {
    page.client.refresh().await?;
    page.wait_for("html[data-ready=true]").await
}

async fn visible(page: &Page) -> Outcome<Value> {
    page.run(include_str!("visible.js"), json!([])).await
}
