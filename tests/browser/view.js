// What the page shows, as one object, once nothing is being fetched any more.
return (async () => {
  const all = (css) => [...document.querySelectorAll(css)];
  const text = (css) => document.querySelector(css)?.textContent ?? null;
  const start = performance.now();
  while (document.querySelector("[aria-busy]") && performance.now() - start < 10_000) {
    await new Promise((done) => setTimeout(done, 10));
  }
  // A region is drawn several times: on the map, in the insets, with one label a width of the window.
  const regions = {};
  for (const shape of all("[data-map] [data-region], [data-map] [data-inset]")) {
    const code = shape.dataset.region ?? shape.dataset.inset;
    const seen = [shape.dataset.tone, shape.dataset.value, shape.parentElement.getAttribute("aria-label")];
    const labels = new Set(all(`[data-label="${code}"]`).map((label) => label.textContent));
    seen.push([...labels].join(" "));
    const old = (regions[code] ??= seen);
    if (shape.parentElement.matches("a[aria-label]") && String(old) !== String(seen)) {
      regions[code] = `${old} and ${seen}`;
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
