// Keeps what frames tell this page, and finds the frame, be it in a shadow.
window.told = [];
addEventListener("message", (event) => told.push({ at: performance.now(), data: event.data }));
window.embedded = (root) =>
  root.querySelector("iframe") ??
  [...root.querySelectorAll("*")].map((element) => element.shadowRoot && embedded(element.shadowRoot)).find(Boolean);
