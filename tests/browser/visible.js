// How many arcs on the map and entries of the lists are visible, by family of link; and the markers.
// Not by `checkVisibility`, which Chromium affirms for an SVG link inside a group that is not displayed.
const isShown = (one) => !one || (getComputedStyle(one).display !== "none" && isShown(one.parentElement));
const count = (css) => [...document.querySelectorAll(css)].filter(isShown).length;
const families = [...document.querySelectorAll("[name=family]")].map((input) => input.value);
return {
  markers: count("[data-map] .marker"),
  arcs: Object.fromEntries(families.map((family) => [family, count(`[data-map] [data-family=${family}]`)])),
  entries: Object.fromEntries(families.map((family) => [family, count(`.list li[data-family=${family}]`)])),
};
