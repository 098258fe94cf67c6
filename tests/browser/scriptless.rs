//! The site with scripts off: everything can still be reached and read.

use crate::Outcome;
use crate::page::Page;
use fantoccini::Locator;
use kbio_atlas::{CLUSTERS, Indicator, REGIONS};

pub async fn everything_is_linked(page: Page) -> Outcome {
    page.open("").await?;
    for lang in ["", "en/"] {
        page.open(lang).await?;
        let source = page.client.source().await?;
        let regions = REGIONS
            .iter()
            .map(|region| format!("/{lang}region/{}/", region.digits));
        let clusters = CLUSTERS
            .iter()
            .map(|cluster| format!("/{lang}cluster/{}/", cluster.id));
        let (_, lists) = source.split_once("id=\"regions\"").ok_or("no lists")?;
        for path in regions.chain(clusters) {
            assert!(
                lists.contains(&format!("href=\"{path}\"")),
                "no link to {path} on /{lang}"
            );
        }
    }
    Ok(())
}

pub async fn a_region_is_read(page: Page) -> Outcome {
    page.open("").await?;
    follow(&page, ".list-regions a[href$='/region/43/']").await?;
    assert_eq!(page.text(".panel-head h2").await?, "충청북도");
    page.client
        .find(Locator::Css(".every-figure summary"))
        .await?
        .click()
        .await?;
    for indicator in Indicator::ALL {
        let row = format!(".every-figure tr[data-indicator={}]", indicator.slug());
        assert!(!page.text(&row).await?.is_empty(), "{row} is not visible");
    }
    Ok(())
}

pub async fn a_source_is_reached(page: Page) -> Outcome {
    page.open("").await?;
    follow(&page, ".list-clusters a[href$='/cluster/cb-osong/']").await?;
    assert_eq!(page.text(".panel-head h2").await?, "오송");
    let link = ".detail .links a.source-id";
    let id = page.text(link).await?;
    follow(&page, link).await?;
    let entry = page.text(&format!("#source-{id}")).await?;
    assert!(entry.contains(&id), "the entry of {id} reads: {entry}");

    // And every other one has its entry.
    let bibliography = page.client.source().await?;
    page.open("cluster/cb-osong/").await?;
    let source = page.client.source().await?;
    let cited: Vec<&str> = source
        .split("/data/#source-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(cited.len() > 20, "{} citations", cited.len());
    for id in cited {
        assert!(
            bibliography.contains(&format!("id=\"source-{id}\"")),
            "no entry of {id}"
        );
    }
    Ok(())
}

pub async fn a_lost_reader_gets_home(page: Page) -> Outcome {
    for path in ["nowhere/", "region/42/", "en/nowhere"] {
        page.open(path).await?;
        follow(&page, "main a").await?;
        assert!(page.has("[data-map]").await?, "from /{path}");
    }
    Ok(())
}

/// Clicks a link and waits for another page.
async fn follow(page: &Page, css: &str) -> Outcome {
    let before = page.client.current_url().await?;
    let link = page.client.find(Locator::Css(css)).await?;
    link.click().await?;
    for _ in 0..100 {
        if page.client.current_url().await? != before {
            return page.wait_for("footer").await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("`{css}` leads nowhere").into())
}
