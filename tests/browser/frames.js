// Opens each page in a frame of each width and tells what does not fit.
const [pages, widths] = arguments;
return (async () => {
  const complaints = [];
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const next = () => new Promise((done) => setTimeout(done, 20));
  for (const page of pages) {
    frame.width = 1280;
    frame.height = 800;
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = page;
    await loaded;
    const root = frame.contentDocument.documentElement;
    for (const start = performance.now(); !root.dataset.ready && performance.now() - start < 10_000; ) await next();
    for (const error of frame.contentWindow.pageErrors) complaints.push(`${page}: ${error}`);
    for (const width of widths) {
      frame.width = width;
      await next();
      if (root.scrollWidth <= root.clientWidth) continue;
      const tooWide = [...root.querySelectorAll("body *")]
        .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5)
        .map((one) => `${one.localName}.${one.getAttribute("class") ?? ""}`);
      complaints.push(`${page} at ${width} px scrolls sideways to ${root.scrollWidth}: ${tooWide.slice(0, 6)}`);
    }
    frame.width = 1280;
    await next();
    for (const css of ["[data-map]", ".panel-head", ".source-line"]) {
      const bottom = root.querySelector(css)?.getBoundingClientRect().bottom ?? 0;
      if (bottom > 800) complaints.push(`${page}: ${css} ends at ${bottom} px, below the first screen`);
    }
  }
  frame.remove();
  return complaints;
})();
