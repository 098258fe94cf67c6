// A point of the window where the element is on top: the nearest to its middle on a grid over its box.
const [css] = arguments;
const element = document.querySelector(css);
if (!element) return "it is not in the document";
element.scrollIntoView({ block: "center", behavior: "instant" });
const box = element.getBoundingClientRect();
const steps = 24;
const points = [];
for (let i = 1; i < steps; i += 1) {
  for (let j = 1; j < steps; j += 1) {
    const [u, v] = [i / steps, j / steps];
    points.push([box.left + u * box.width, box.top + v * box.height, Math.hypot(u - 0.5, v - 0.5)]);
  }
}
points.sort((a, b) => a[2] - b[2]);
const onTop = points.find(([x, y]) => element.contains(document.elementFromPoint(x, y)));
return onTop ? onTop.slice(0, 2) : "something else covers it";
