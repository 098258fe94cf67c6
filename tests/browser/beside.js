// A point of the window on a region's shape, near a marker's middle but outside the marker.
const [css, reach] = arguments;
const dot = document.querySelector(`${css} .dot`);
dot.scrollIntoView({ block: "center", behavior: "instant" });
const box = dot.getBoundingClientRect();
const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
for (let turn = 0; turn < 64; turn += 1) {
  const angle = (turn / 64) * 2 * Math.PI;
  const point = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  if (document.elementFromPoint(...point)?.matches("[data-region]")) return point;
}
return "something else covers all of it";
