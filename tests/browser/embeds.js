// Opens each embed in a frame of each width and tells what does not fit.
const [embeds, widths, tallest] = arguments;
return (async () => {
  const complaints = [];
  const next = () => new Promise((done) => setTimeout(done, 20));
  for (const embed of embeds) {
    // A frame of its own: another hash alone would not load.
    const frame = document.createElement("iframe");
    document.body.prepend(frame);
    // The page around it pads what stands in its body.
    Object.assign(frame.style, { padding: 0, border: 0, maxWidth: "none" });
    frame.height = 400;
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = embed;
    await loaded;
    const root = frame.contentDocument.documentElement;
    const isLive = () => "static" in root.dataset || root.dataset.equipped;
    for (const start = performance.now(); !isLive() && performance.now() - start < 10_000; ) await next();
    for (const error of frame.contentWindow.pageErrors) complaints.push(`${embed}: ${error}`);
    for (const width of widths) {
      frame.width = width;
      await next();
      const height = Math.ceil(root.getBoundingClientRect().height);
      if (height > tallest) complaints.push(`${embed} at ${width} px is ${height} px tall`);
      if (root.scrollWidth > width) complaints.push(`${embed} at ${width} px scrolls sideways to ${root.scrollWidth}`);
      const maps = [...root.querySelectorAll(".map, .compared")];
      const map = maps.find((one) => one.checkVisibility())?.getBoundingClientRect();
      if (!(map?.width >= Math.min(width, 400) * 0.9)) complaints.push(`${embed} at ${width} px: its map is ${map?.width} px wide`);
      for (const css of [".headline", ".source-line, .credit", ".embed-credit"]) {
        const isSeen = [...root.querySelectorAll(css)].some((one) => one.checkVisibility());
        if (!isSeen) complaints.push(`${embed} at ${width} px shows no ${css}`);
      }
    }
    frame.remove();
  }
  return complaints;
})();
