// What the page shows, as one object, once nothing is being fetched any more.
return (async () => {
  const all = (css) => [...document.querySelectorAll(css)];
  const text = (css) => document.querySelector(css)?.textContent ?? null;
  const start = performance.now();
  while (document.querySelector("[aria-busy]") && performance.now() - start < 10_000) {
    await new Promise((done) => setTimeout(done, 10));
  }
  const regions = {};
  const labels = {};
  for (const shape of all("[data-map] [data-region]")) {
    const { region: code, tone, value } = shape.dataset;
    const spoken = shape.parentElement.getAttribute("aria-label");
    regions[code] = [tone, value, spoken];
    // The same region again, larger.
    for (const copy of all(`[data-map] [data-inset="${code}"]`)) {
      if (copy.dataset.tone !== tone) regions[code].push(`in an inset ${copy.dataset.tone}`);
    }
    // One label a width of the window, and none where there is no room.
    for (const label of all(`[data-label="${code}"]`)) {
      labels[code] ??= label.textContent;
      if (labels[code] !== label.textContent) labels[code] += ` and ${label.textContent}`;
    }
  }
  const on = (attribute) =>
    all(`[data-on][${attribute}]`)
      .map((element) => element.getAttribute(attribute))
      .sort();
  const { activeElement: focused } = document;
  return {
    title: document.title,
    headline: text("h1"),
    panel: text(".panel-head h2"),
    line: text(".panel-head .muted"),
    figures: all(".panel-head dd").map((figure) => figure.textContent),
    indicator: document.querySelector("[name=indicator]").value,
    measure: all("[name=measure]:checked").map((input) => input.value).join(" "),
    year: document.querySelector("[name=year]").value,
    clusters: document.querySelector("[name=clusters]").checked,
    links: document.querySelector("[name=links]").checked,
    hiddenFamilies: all("[name=family]:not(:checked)").map((input) => input.value),
    regions,
    labels,
    ranking: all(".charts figure:first-of-type tbody tr").map((row) => [
      row.cells[0].textContent,
      row.cells[1].dataset.value,
    ]),
    selectedRegions: on("data-region"),
    selectedBars: on("data-bar"),
    selectedClusters: on("data-cluster"),
    selectedLinks: on("data-link"),
    outlined: Boolean(document.querySelector("[data-map] .outline").getAttribute("d")),
    focus: focused.localName === "body" ? "nothing" : focused.localName,
  };
})();
